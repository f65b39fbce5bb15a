import { sql } from 'drizzle-orm';
import type { Database, Queryable } from '../database/index.ts';
import type { RulesReason } from './question.ts';

/** What a learner may ask of a model in a day of the city, and in one lesson of it. */
export const ownLimits = { questionsADay: 30, tokensADay: 40_000, questionsALesson: 20 } as const;

/** From this share of the day's budget on staff are told. */
export const warnShare = 0.8;

/** What a call may cost at most: it is set aside before the call. */
export interface Reserve {
  readonly tokens: number;
  /** Millionths of a dollar. */
  readonly microUsd: number;
}

/** What a day has cost so far, with what is set aside. */
export interface Spending {
  readonly questions: number;
  readonly tokens: number;
  readonly microUsd: number;
}

/**
 * Sets aside what a question may cost before a model is called, once a question: one that is begun again after a crash keeps what was set
 * aside for it. Returns why it may not be asked, if it may not.
 * @param day the day of the city, `YYYY-MM-DD`
 * @param dayMicroUsd the city's budget of a day
 */
export function reserve(
  database: Database,
  {
    questionId,
    learnerId,
    lesson,
    day,
    dayMicroUsd,
    most,
  }: {
    readonly questionId: number;
    readonly learnerId: number;
    readonly lesson: string | undefined;
    readonly day: string;
    readonly dayMicroUsd: number;
    readonly most: Reserve;
  },
): Promise<Extract<RulesReason, 'city_budget' | 'own_limit' | 'lesson_limit'> | undefined> {
  return database.transaction(async (tx) => {
    const { rows } = await tx.execute<{ reserved: boolean; questions: number; tokens: string; in_lesson: number }>(sql`
      select (select reserved_micro_usd is not null from tutor_question where id = ${questionId}) as reserved,
        count(*)::int as questions, coalesce(sum(reserved_tokens), 0) as tokens,
        count(*) filter (where place ->> 'lesson' = ${lesson ?? ''})::int as in_lesson
      from tutor_question where learner_id = ${learnerId} and charged_on = ${day}::date and id <> ${questionId}`);
    const own = rows[0];
    if (own?.reserved === true) return undefined;
    if (own !== undefined) {
      if (own.questions >= ownLimits.questionsADay || Number(own.tokens) >= ownLimits.tokensADay) return 'own_limit';
      if (lesson !== undefined && own.in_lesson >= ownLimits.questionsALesson) return 'lesson_limit';
    }
    const { microUsd, tokens } = most;
    const spent = await tx.execute(sql`
      insert into tutor_spending as spent (day, questions, tokens, micro_usd)
      select ${day}::date, 1, ${tokens}::bigint, ${microUsd}::bigint where ${microUsd}::bigint <= ${dayMicroUsd}::bigint
      on conflict (day) do update set questions = spent.questions + 1, tokens = spent.tokens + ${tokens}::bigint,
        micro_usd = spent.micro_usd + ${microUsd}::bigint
      where spent.micro_usd + ${microUsd}::bigint <= ${dayMicroUsd}::bigint
      returning 1`);
    if (spent.rows.length === 0) return 'city_budget';
    await tx.execute(sql`
      update tutor_question set charged_on = ${day}::date, reserved_micro_usd = ${microUsd}::bigint, reserved_tokens = ${tokens}::int
      where id = ${questionId}`);
    return undefined;
  });
}

/** Charges what a question really cost in place of what was set aside; once: a second settling changes nothing. Without usage the reserve stays. */
export async function settleCost(
  tx: Queryable,
  { questionId, used }: { readonly questionId: number; readonly used: Reserve | undefined },
): Promise<void> {
  const [usd, tokens] = [sql`${used?.microUsd ?? null}::bigint`, sql`${used?.tokens ?? null}::int`];
  await tx.execute(sql`
    with before as (
      select id, charged_on, reserved_micro_usd as usd, reserved_tokens as tokens from tutor_question
      where id = ${questionId} and reserved_micro_usd is not null and cost_micro_usd is null for update),
    settled as (
      update tutor_question set cost_micro_usd = coalesce(${usd}, before.usd), reserved_tokens = coalesce(${tokens}, before.tokens)
      from before where tutor_question.id = before.id returning 1)
    update tutor_spending set micro_usd = tutor_spending.micro_usd + coalesce(${usd}, before.usd) - before.usd,
      tokens = tutor_spending.tokens + coalesce(${tokens}, before.tokens) - before.tokens
    from before where tutor_spending.day = before.charged_on`);
}

/** What a day has cost. @param day `YYYY-MM-DD` */
export async function spendingOn(db: Queryable, day: string): Promise<Spending> {
  const { rows } = await db.execute<{ questions: number; tokens: string; micro_usd: string }>(
    sql`select questions, tokens, micro_usd from tutor_spending where day = ${day}::date`,
  );
  const row = rows[0];
  return { questions: row?.questions ?? 0, tokens: Number(row?.tokens ?? 0), microUsd: Number(row?.micro_usd ?? 0) };
}

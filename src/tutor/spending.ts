import { type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import type { RulesReason } from './question.ts';

/** What a learner may ask of a model in a day of the city, and in one lesson of it. */
export const ownLimits = { questionsADay: 30, tokensADay: 40_000, questionsALesson: 20 } as const;

/** From this share of the day's budget on staff are told. */
export const warnShare = 0.8;

const refusals = ['city_budget', 'own_limit', 'lesson_limit'] as const satisfies readonly RulesReason[];
/** Why nothing was set aside. */
export type Refusal = (typeof refusals)[number];

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
 * aside for it. Tells why it may not be asked, if it may not, and what else was to be read in the same round trip.
 * @param day the day of the city, `YYYY-MM-DD`
 * @param dayMicroUsd the city's budget of a day
 * @param columns of one row, which the statement has besides
 */
export async function reserve<Read extends object>(
  db: Queryable,
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
  columns: SQL,
): Promise<{ readonly refusal: Refusal | undefined; readonly read: Read }> {
  const { microUsd, tokens } = most;
  const { questionsADay, tokensADay, questionsALesson } = ownLimits;
  const { rows } = await db.execute<{ verdict: string } & Record<string, unknown>>(sql`/* often */
    with own as (
      select count(*) as questions, coalesce(sum(reserved_tokens), 0) as tokens,
        count(*) filter (where place ->> 'lesson' = ${lesson ?? ''}) as in_lesson
      from tutor_question where learner_id = ${learnerId} and charged_on = ${day}::date and id <> ${questionId}),
    before as (
      select case
        when exists (select 1 from tutor_question where id = ${questionId} and reserved_micro_usd is not null) then 'reserved'
        when questions >= ${questionsADay} or tokens >= ${tokensADay} then 'own_limit'
        when in_lesson >= ${questionsALesson} and ${lesson !== undefined} then 'lesson_limit' else 'free' end as verdict
      from own),
    spent as (
      insert into tutor_spending as spent (day, questions, tokens, micro_usd)
      select ${day}::date, 1, ${tokens}::bigint, ${microUsd}::bigint from before
      where verdict = 'free' and ${microUsd}::bigint <= ${dayMicroUsd}::bigint
      on conflict (day) do update set questions = spent.questions + 1, tokens = spent.tokens + ${tokens}::bigint,
        micro_usd = spent.micro_usd + ${microUsd}::bigint
      where spent.micro_usd + ${microUsd}::bigint <= ${dayMicroUsd}::bigint
      returning 1),
    noted as (
      update tutor_question set charged_on = ${day}::date, reserved_micro_usd = ${microUsd}::bigint, reserved_tokens = ${tokens}::int
      where id = ${questionId} and exists (select 1 from spent) returning 1)
    select case when verdict = 'free' and not exists (select 1 from spent) then 'city_budget' else verdict end as verdict,
      ${columns}
    from before left join noted on true`);
  const [row] = rows;
  if (row === undefined) throw new Error('Setting aside returned no row.');
  return { refusal: refusals.find((refusal) => refusal === row.verdict), read: row as unknown as Read };
}

/** What a day has cost. @param day `YYYY-MM-DD` */
export async function spendingOn(db: Queryable, day: string): Promise<Spending> {
  const { rows } = await db.execute<{ questions: number; tokens: string; micro_usd: string }>(
    sql`select questions, tokens, micro_usd from tutor_spending where day = ${day}::date`,
  );
  const row = rows[0];
  return { questions: row?.questions ?? 0, tokens: Number(row?.tokens ?? 0), microUsd: Number(row?.micro_usd ?? 0) };
}

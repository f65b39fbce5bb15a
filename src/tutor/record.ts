import { type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { isAgreed } from '../learners/index.ts';
import type { TutorAnswer, TutorQuestion } from './question.ts';
import type { Reserve } from './spending.ts';

/** Days for which what was asked and answered is kept: as long as chats are. */
const recordKeptDays = 90;
/** What a model sees of the conversation before: so many exchanges of the last day; of what is older a summary. */
export const historyTurns = 8;
const historyHours = 24;
const longestSummary = 900;
const linesWords = 24;

/** What a model's answer cost and came from. */
export interface Made {
  /** `tutor@1#0a1b2c3d` */
  readonly prompt: string;
  readonly model: string;
  readonly tokensIn: number | undefined;
  readonly tokensOut: number | undefined;
  readonly microUsd: number | undefined;
}

/** What is told of a question. */
export interface Kept {
  readonly answer: TutorAnswer;
  /** What the day has cost by now, with this answer; of one that cost nothing it is not asked. */
  readonly dayMicroUsd: number | undefined;
}

/**
 * Keeps the answer of a question that `owner` works on, with what it cost and the record of the exchange, in one statement. What it really used
 * takes the place of what was set aside; without usage that stays. Of a model's answer to somebody who has turned it off meanwhile nothing is
 * kept but what it cost: the rules answer. Undefined when another process has taken the question over: nothing is kept.
 */
export async function keepAnswer(
  db: Queryable,
  {
    question,
    owner,
    answer,
    made,
    used,
    at,
  }: {
    readonly question: TutorQuestion;
    readonly owner: string;
    readonly answer: TutorAnswer;
    readonly made: Made | undefined;
    readonly used: Reserve | undefined;
    readonly at: Date;
  },
): Promise<Kept | undefined> {
  const { id, learnerId, place } = question;
  const expires = new Date(at.getTime() + recordKeptDays * 86_400_000);
  const where = sql`${place.lesson ?? null}::text, ${place.item?.id ?? null}::text, ${place.item?.hintLevel ?? null}::smallint`;
  const [said, outcome] = recordOf(answer);
  const turnedOff = { kind: 'rules', reason: 'consent' } as const;
  const stands = answer.kind !== 'rules' ? isAgreed(sql`${learnerId}::bigint`, sql`'ai_tutor'`) : sql`true`;
  const [usd, tokens] = [sql`${used?.microUsd ?? null}::bigint`, sql`${used?.tokens ?? null}::int`];
  const { rows } = await db.execute<{ stands: boolean; day_micro_usd: string | null }>(sql`/* often */
    with before as (
      select id, charged_on, reserved_micro_usd as usd, reserved_tokens as tokens, ${stands} as stands from tutor_question
      where id = ${id} and owner = ${owner} and state = 'running' and answer is null for update),
    kept as (
      update tutor_question set answer = case when before.stands then ${JSON.stringify(answer)}::jsonb else ${JSON.stringify(turnedOff)}::jsonb end,
        cost_micro_usd = coalesce(${usd}, before.usd),
        reserved_tokens = coalesce(${tokens}, before.tokens)
      from before where tutor_question.id = before.id returning stands),
    charged as (
      update tutor_spending set micro_usd = tutor_spending.micro_usd + coalesce(${usd}, before.usd) - before.usd,
        tokens = tutor_spending.tokens + coalesce(${tokens}, before.tokens) - before.tokens
      from before where tutor_spending.day = before.charged_on and before.usd is not null returning tutor_spending.micro_usd),
    recorded as (
      insert into tutor_message (learner_id, question_id, author, text, lesson, item, hint_level, outcome, prompt, model, tokens_in, tokens_out,
        cost_micro_usd, said_at, expires_at)
      select said.* from before cross join lateral (values
        (${learnerId}::bigint, ${id}::bigint, 'learner', ${question.asked}, ${where}, null::text, null::text, null::text, null::int, null::int, null::bigint,
          ${question.askedAt}::timestamptz, ${expires}::timestamptz),
        (${learnerId}, ${id}, 'tutor', case when before.stands then ${said} else '' end, ${where},
          case when before.stands then ${outcome} else ${turnedOff.reason} end, ${made?.prompt ?? null}, ${made?.model ?? null}, ${made?.tokensIn ?? null}::int,
          ${made?.tokensOut ?? null}::int, ${made?.microUsd ?? null}::bigint, ${at}, ${expires})) as said)
    select stands, (select micro_usd from charged) as day_micro_usd from kept`);
  const kept = rows[0];
  return (
    kept && {
      answer: kept.stands ? answer : turnedOff,
      dayMicroUsd: kept.day_micro_usd === null ? undefined : Number(kept.day_micro_usd),
    }
  );
}

/** What is written down of an answer, and how it was come by. */
function recordOf(answer: TutorAnswer): readonly [said: string, outcome: string] {
  switch (answer.kind) {
    case 'model':
      return [answer.text, 'model'];
    // Its verdict is with the learner's attempts; no turn of a conversation.
    case 'grade':
      return ['', 'graded'];
    case 'rules':
      // It stands in the lessons.
      return ['', answer.reason];
  }
}

/** An exchange with a model. */
export interface Exchange {
  readonly asked: string;
  readonly answered: string;
}

/** What a model is told of the conversation so far. */
export interface History {
  /** At most eight, oldest first. */
  readonly turns: readonly Exchange[];
  /** Of what is older. */
  readonly summary: string | undefined;
  /** A model has answered this learner before. */
  readonly hasMet: boolean;
  /** Exchanges on the open item so far. */
  readonly onItem: number;
  /** The summary has grown, up to this exchange: it is to be kept (`keepSummary`). */
  readonly grownThrough: number | undefined;
}

interface Turn {
  readonly id: number;
  asked: string;
  answered: string;
  lesson: string | null;
  item: string | null;
  said_at: string;
}

/**
 * The conversation of a learner with a model so far. What has left the last eight exchanges goes into the summary, in a line each: which
 * lesson and what was asked, in the learner's words; a model is not paid for that, and after a day without a question it is begun anew.
 * Columns of a statement that something else is asked with.
 */
export function historyColumns(learnerId: number, now: Date): SQL {
  return sql`
      (select json_agg(turn order by turn.id desc) from (
        select answer.id, question.text as asked, answer.text as answered, answer.lesson, answer.item, answer.said_at
        from tutor_message as answer
        join tutor_message as question on question.question_id = answer.question_id and question.author = 'learner'
          and question.learner_id = answer.learner_id and question.expires_at = answer.expires_at
        where answer.learner_id = ${learnerId} and answer.author = 'tutor' and answer.outcome = 'model'
        order by answer.id desc limit ${historyTurns * 3}) as turn) as turns,
      (select json_build_object('summary', summary, 'through', through, 'recent', updated_at > ${historySince(now)}) from tutor_summary where learner_id = ${learnerId}) as summary`;
}

/** What `historyColumns` read. */
export interface HistoryRow {
  readonly turns: Turn[] | null;
  readonly summary: { readonly summary: string; readonly through: number; readonly recent: boolean } | null;
}

const historySince = (now: Date): Date => new Date(now.getTime() - historyHours * 3_600_000);

/** @param item the item that is open */
export function readHistory(found: HistoryRow, item: string | undefined, now: Date): History {
  const since = historySince(now);
  const rows = found.turns ?? [];
  const stored = found.summary ?? undefined;
  const remembered = stored?.recent === true ? stored.summary : '';
  const turns = rows.filter(({ said_at }) => new Date(said_at) >= since).slice(0, historyTurns);
  const oldest = turns.at(-1)?.id ?? Number.MAX_SAFE_INTEGER;
  const left = rows.filter(({ id }) => id < oldest && id > (stored?.through ?? 0)).reverse();
  const summary = [remembered, ...left.map(lineOf)].filter(Boolean).join('\n').slice(-longestSummary);
  return {
    turns: turns.reverse().map(({ asked, answered }) => ({ asked, answered })),
    summary: summary === '' ? undefined : summary,
    hasMet: rows.length > 0,
    onItem: item === undefined ? 0 : rows.filter((row) => row.item === item && new Date(row.said_at) >= since).length,
    grownThrough: left.at(-1)?.id,
  };
}

/** Keeps a summary that has grown. */
export async function keepSummary(
  db: Queryable,
  learnerId: number,
  { summary, grownThrough }: History,
  now: Date,
): Promise<void> {
  if (grownThrough === undefined || summary === undefined) return;
  await db.execute(sql`/* often */
    insert into tutor_summary (learner_id, summary, through, updated_at) values (${learnerId}, ${summary}, ${grownThrough}, ${now})
    on conflict (learner_id) do update set summary = excluded.summary, through = excluded.through, updated_at = excluded.updated_at`);
}

function lineOf({ lesson, asked }: Turn): string {
  return `- ${lesson ?? 'no lesson'}: ${beginning(asked)}`;
}

function beginning(text: string): string {
  const words = text.split(/\s+/);
  return words.length <= linesWords ? text : `${words.slice(0, linesWords).join(' ')} …`;
}

/** Deletes what has been kept long enough, at most `limit` rows. */
export async function deleteOldRecords(db: Queryable, now: Date, limit: number): Promise<{ deleted: number }> {
  const { rows } = await db.execute(sql`
    delete from tutor_message where id in (
      select id from tutor_message where expires_at < ${now} order by expires_at limit ${limit}) returning 1`);
  return { deleted: rows.length };
}

/** Deletes summaries that nothing was added to since a moment. */
export async function deleteOldSummaries(db: Queryable, before: Date, limit: number): Promise<{ deleted: number }> {
  const { rows } = await db.execute(sql`
    delete from tutor_summary where learner_id in (
      select learner_id from tutor_summary where updated_at < ${before} limit ${limit}) returning 1`);
  return { deleted: rows.length };
}

import { type SQL, sql } from 'drizzle-orm';
import type { Database, Queryable } from '../database/index.ts';
import { isAgreed } from '../learners/index.ts';
import type { ChannelName, Locale } from '../message/index.ts';
import { claimAlone, freeRows, leaseUntil } from './lease.ts';
import { askedPlace, type NewQuestion, type TutorAnswer, type TutorQuestion, tutorAnswer } from './question.ts';

/** Questions that are with a model at one time, in all processes together. */
export const mostAtOnce = 8;
/** Whoever has waited so long for their turn is answered without a model, in seconds. */
export const longestWait = 15;

/** A question that this process works on. */
export interface ClaimedQuestion extends TutorQuestion {
  /** How often it was begun, with this time. */
  readonly attempts: number;
  /** It has waited too long: the rules answer. */
  readonly isLate: boolean;
  /** The learner agrees to a model right now. */
  readonly isAgreed: boolean;
  /** What it was answered before a process died that had not delivered it yet. */
  readonly answer: TutorAnswer | undefined;
}

/** The statement that puts a question into the queue, to be written with the turn's answer. */
export function askStatement(question: NewQuestion): SQL {
  return sql`
    insert into tutor_question (conversation_id, learner_id, channel, chat, locale, address, asked, place, asked_at, state)
    values (${question.conversationId}::bigint, ${question.learnerId}::bigint, ${question.channel}, ${question.chat}, ${question.locale},
      ${question.address}, ${question.asked}, ${JSON.stringify(question.place)}::jsonb, ${question.askedAt}::timestamptz, 'waiting')
    returning id`;
}

interface QuestionRow extends Record<string, unknown> {
  id: string;
  conversation_id: string;
  learner_id: string;
  channel: ChannelName;
  chat: string;
  locale: Locale;
  address: string;
  asked: string;
  place: unknown;
  asked_at: string;
  attempts: number;
  answer: unknown;
  is_late: boolean;
  is_agreed: boolean;
}

/**
 * Takes questions whose turn it is: of each learner the oldest, and only while none of theirs is being answered; those first who were answered
 * least in the last minute, then those who have waited longest. Eight in all at most, over all processes; whoever waited too long needs no
 * seat. What a dead process left is taken again.
 */
export async function claimQuestions(
  database: Database,
  {
    owner,
    now,
    atOnce = mostAtOnce,
    active = [],
  }: {
    readonly owner: string;
    readonly now: Date;
    readonly atOnce?: number;
    /** What this process works on already, whatever its leases say. */
    readonly active?: readonly number[];
  },
): Promise<ClaimedQuestion[]> {
  const late = new Date(now.getTime() - longestWait * 1000);
  const lately = new Date(now.getTime() - 60_000);
  const claim = sql`/* often */
      with running as (
        select learner_id from tutor_question where state = 'running' and (lease_until > ${now} or id = any(${sql.param(active)}::bigint[]))),
      next as (
        select distinct on (learner_id) id, learner_id, asked_at, answer is not null or asked_at <= ${late} as needs_no_seat
        from tutor_question
        where state <> 'done' and (state = 'waiting' or lease_until <= ${now}) and learner_id not in (select learner_id from running)
        order by learner_id, id),
      seated as (
        select id from next where not needs_no_seat
        order by (select count(*) from tutor_question as earlier
          where earlier.learner_id = next.learner_id and earlier.state = 'done' and earlier.done_at > ${lately}), asked_at, id
        limit greatest(0, ${atOnce} - (select count(*) from running))),
      late as (select id from next where needs_no_seat order by asked_at limit 50),
      free as (${freeRows('tutor_question', sql`select id from seated union all select id from late`, now)})
      update tutor_question set state = 'running', owner = ${owner}, lease_until = ${leaseUntil(now)}, attempts = attempts + 1
      where id in (select id from free)
      returning id, conversation_id, learner_id, channel, chat, locale, address, asked, place, asked_at, attempts, answer,
        asked_at <= ${late} as is_late, ${isAgreed(sql`tutor_question.learner_id`, sql`'ai_tutor'`)} as is_agreed`;
  const rows = await claimAlone<QuestionRow>(database, 'tutor_question', claim);
  return rows.map(claimedQuestion).sort((a, b) => a.id - b.id);
}

function claimedQuestion(row: QuestionRow): ClaimedQuestion {
  return {
    id: Number(row.id),
    conversationId: Number(row.conversation_id),
    learnerId: Number(row.learner_id),
    channel: row.channel,
    chat: row.chat,
    locale: row.locale,
    address: row.address,
    asked: row.asked,
    place: askedPlace.parse(row.place),
    askedAt: new Date(row.asked_at),
    attempts: row.attempts,
    isLate: row.is_late,
    isAgreed: row.is_agreed,
    answer: row.answer === null ? undefined : tutorAnswer.parse(row.answer),
  };
}

/** A question with what it is answered, for the turn that tells it; undefined when it is told already or gone. Locks its row. */
export async function questionToTell(
  tx: Queryable,
  id: number,
): Promise<(TutorQuestion & { readonly answer: TutorAnswer }) | undefined> {
  const { rows } = await tx.execute<QuestionRow>(sql`/* often */
    select id, conversation_id, learner_id, channel, chat, locale, address, asked, place, asked_at, attempts, answer,
      false as is_late, true as is_agreed
    from tutor_question where id = ${id} and state <> 'done' and answer is not null for update`);
  const found = rows[0] && claimedQuestion(rows[0]);
  return found?.answer === undefined ? undefined : { ...found, answer: found.answer };
}

/** The statement that ends a question, to be written with what it was told. */
export function toldStatement(id: number, at: Date): SQL {
  return sql`
    update tutor_question set state = 'done', done_at = ${at}::timestamptz, owner = null, lease_until = null, answer = null, asked = ''
    where id = ${id}::bigint returning 1 as told`;
}

/** Ends a question whose conversation is gone. */
export async function dropQuestion(db: Queryable, id: number, at: Date): Promise<void> {
  await db.execute(toldStatement(id, at));
}

/** Deletes questions that were told before a moment, and those that nobody answered since: there is no model any more. */
export async function deleteOldQuestions(db: Queryable, before: Date, limit: number): Promise<{ deleted: number }> {
  const { rows } = await db.execute(sql`
    delete from tutor_question where id in (
      select id from tutor_question where done_at < ${before} or state <> 'done' and asked_at < ${before} limit ${limit}) returning 1`);
  return { deleted: rows.length };
}

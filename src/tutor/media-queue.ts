import { type SQL, sql } from 'drizzle-orm';
import type { Database, Queryable } from '../database/index.ts';
import { isAgreedSince } from '../learners/index.ts';
import type { ChannelName, Locale, MediaKind } from '../message/index.ts';
import { claimAlone, freeRows, leaseUntil } from './lease.ts';
import { type MediaResult, mediaResult, type NewMedia, type TutorMedia } from './media.ts';

/** Voice messages and pictures that are with an endpoint at one time, in all processes together. */
export const mostMediaAtOnce = 4;
/** The version of the words of the consent from which on they speak of voice and pictures. */
export const mediaConsentSince = 2;

/** A voice message or a picture that this process works on. */
export interface ClaimedMedia extends TutorMedia {
  /** How often it was begun, with this time. */
  readonly attempts: number;
  /** The learner agrees to the endpoint right now. */
  readonly isAgreed: boolean;
  /** What was understood before a process died that had not told it yet. */
  readonly result: MediaResult | undefined;
}

/** The statement that puts a voice message or a picture into the queue, to be written with the turn's answer. */
export function listenStatement(media: NewMedia): SQL {
  return sql`
    insert into tutor_media (conversation_id, learner_id, channel, chat, locale, what, source, caption, seconds, asked_at, state)
    values (${media.conversationId}::bigint, ${media.learnerId}::bigint, ${media.channel}, ${media.chat}, ${media.locale}, ${media.what},
      ${media.source}, ${media.caption}, ${media.seconds ?? null}::int, ${media.askedAt}::timestamptz, 'waiting')
    returning id`;
}

interface MediaRow extends Record<string, unknown> {
  id: string;
  conversation_id: string;
  learner_id: string;
  channel: ChannelName;
  chat: string;
  locale: Locale;
  what: MediaKind;
  source: string;
  caption: string;
  seconds: number | null;
  asked_at: string;
  attempts: number;
  result: unknown;
  is_agreed: boolean;
}

const columns = sql`id, conversation_id, learner_id, channel, chat, locale, what, source, caption, seconds, asked_at, attempts, result`;

/**
 * Takes what waits: of each learner the oldest, and only while none of theirs is being worked on; those first who have waited longest. Four in
 * all at most, over all processes. What a dead process left is taken again.
 * @param active what this process works on already, whatever its leases say
 */
export async function claimMedia(
  database: Database,
  { owner, now, active }: { readonly owner: string; readonly now: Date; readonly active: readonly number[] },
): Promise<ClaimedMedia[]> {
  const claim = sql`/* often */
      with running as (
        select learner_id from tutor_media where state = 'running' and (lease_until > ${now} or id = any(${sql.param(active)}::bigint[]))),
      next as (
        select distinct on (learner_id) id, asked_at from tutor_media
        where state <> 'done' and (state = 'waiting' or lease_until <= ${now}) and learner_id not in (select learner_id from running)
        order by learner_id, id),
      seated as (
        select id from next order by asked_at, id limit greatest(0, ${mostMediaAtOnce} - (select count(*) from running))),
      free as (${freeRows('tutor_media', sql`select id from seated`, now)})
      update tutor_media set state = 'running', owner = ${owner}, lease_until = ${leaseUntil(now)}, attempts = attempts + 1
      where id in (select id from free)
      returning ${columns}, ${isAgreedSince(sql`tutor_media.learner_id`, sql`'ai_tutor'`, mediaConsentSince)} as is_agreed`;
  const rows = await claimAlone<MediaRow>(database, 'tutor_media', claim);
  return rows.map(claimedMedia).sort((a, b) => a.id - b.id);
}

function claimedMedia(row: MediaRow): ClaimedMedia {
  return {
    id: Number(row.id),
    conversationId: Number(row.conversation_id),
    learnerId: Number(row.learner_id),
    channel: row.channel,
    chat: row.chat,
    locale: row.locale,
    what: row.what,
    source: row.source,
    caption: row.caption,
    seconds: row.seconds ?? undefined,
    askedAt: new Date(row.asked_at),
    attempts: row.attempts,
    isAgreed: row.is_agreed,
    result: row.result === null ? undefined : mediaResult.parse(row.result),
  };
}

/**
 * Keeps what was understood and what it cost, in place of what was set aside. False when another process has gone on with it meanwhile. Words
 * are dropped where the learner has ended the consent since.
 * @param microUsd what was really used; undefined: what was set aside stands
 */
export async function keepMediaResult(
  db: Queryable,
  {
    media,
    owner,
    result,
    microUsd,
  }: {
    readonly media: TutorMedia;
    readonly owner: string;
    readonly result: MediaResult;
    readonly microUsd: number | undefined;
  },
): Promise<boolean> {
  const turnedOff: MediaResult = { kind: 'failed', reason: 'consent' };
  const stands =
    result.kind === 'understood'
      ? isAgreedSince(sql`${media.learnerId}::bigint`, sql`'ai_tutor'`, mediaConsentSince)
      : sql`true`;
  const usd = sql`${microUsd ?? null}::bigint`;
  const { rows } = await db.execute(sql`
    with before as (
      select id, charged_on, reserved_micro_usd as usd, ${stands} as stands from tutor_media
      where id = ${media.id} and owner = ${owner} and state = 'running' and result is null for update),
    kept as (
      update tutor_media set cost_micro_usd = coalesce(${usd}, before.usd),
        result = case when before.stands then ${JSON.stringify(result)}::jsonb else ${JSON.stringify(turnedOff)}::jsonb end
      from before where tutor_media.id = before.id returning 1),
    charged as (
      update tutor_spending set micro_usd = tutor_spending.micro_usd + coalesce(${usd}, before.usd) - before.usd
      from before where tutor_spending.day = before.charged_on and before.usd is not null)
    select 1 from kept`);
  return rows.length > 0;
}

/** One with what was understood, for the turn that tells it; undefined when it is told already or gone. Locks its row. */
export async function mediaToTell(
  tx: Queryable,
  id: number,
): Promise<(TutorMedia & { readonly result: MediaResult }) | undefined> {
  const { rows } = await tx.execute<MediaRow>(sql`
    select ${columns}, true as is_agreed from tutor_media where id = ${id} and state <> 'done' and result is not null for update`);
  const found = rows[0] && claimedMedia(rows[0]);
  return found?.result === undefined ? undefined : { ...found, result: found.result };
}

/**
 * The statement that ends one, to be written with what is told. Nothing of what was sent or heard stays; what was seen in a picture stays for a
 * day, so that one may ask about it.
 */
export function mediaToldStatement(id: number, at: Date): SQL {
  return endStatement(id, at, sql`case when what = 'picture' and result ->> 'kind' = 'understood' then result end`);
}

function endStatement(id: number, at: Date, result: SQL): SQL {
  return sql`
    update tutor_media set state = 'done', done_at = ${at}::timestamptz, owner = null, lease_until = null, result = ${result}, source = '', caption = ''
    where id = ${id}::bigint returning 1 as told`;
}

/** Ends one whose conversation is gone. */
export async function dropMedia(db: Queryable, id: number, at: Date): Promise<void> {
  await db.execute(endStatement(id, at, sql`null`));
}

/** What was seen in a picture of a learner not long ago; undefined when it is forgotten. */
export async function seenInPicture(tx: Queryable, id: number, learnerId: number): Promise<string | undefined> {
  const { rows } = await tx.execute<{ seen: string | null }>(sql`
    select result ->> 'text' as seen from tutor_media
    where id = ${id} and learner_id = ${learnerId} and what = 'picture' and state = 'done'`);
  return rows[0]?.seen ?? undefined;
}

/** Deletes what was sent before a moment, told or not. */
export async function deleteOldMedia(db: Queryable, before: Date, limit: number): Promise<{ deleted: number }> {
  const { rows } = await db.execute(sql`
    delete from tutor_media where id in (select id from tutor_media where asked_at < ${before} order by asked_at limit ${limit}) returning 1`);
  return { deleted: rows.length };
}

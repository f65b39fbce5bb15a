import { createHash } from 'node:crypto';
import { type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import type { ChannelName, Locale } from '../message/index.ts';

/** What a learner may agree to, each by itself: the service works with none of them. */
export const consentPurposes = ['announcements', 'reminders', 'ai_tutor', 'research'] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

/** What a person under 16 needs a guardian for: it hands on their words, or lets others study them. */
const guardedPurposes: readonly ConsentPurpose[] = ['ai_tutor', 'research'];

/** A yes with all that proves it. */
export interface GivenConsent {
  readonly learnerId: number;
  readonly purpose: ConsentPurpose;
  /** The very words that were agreed to, as they were shown. */
  readonly text: string;
  readonly textVersion: string;
  readonly locale: Locale;
  readonly channel: ChannelName;
  /** The turn in which it was said. */
  readonly turnId: number;
  readonly at: Date;
}

/** What became of a yes. `needs_guardian`: the learner is under 16 and speaks for themselves; nothing was noted. */
export type ConsentOutcome = 'given' | 'already' | 'needs_guardian';

/** What a statement about a learner needs to know of who speaks for them: columns `given_by` and `needs_guardian`. */
function speakerOf(learnerId: number, purpose: ConsentPurpose): SQL {
  return sql`
    select case relation when 'child' then 'guardian' else 'self' end as given_by,
      ${guardedPurposes.includes(purpose)}::boolean and relation <> 'child' and exists (
        select 1 from profile_fact where learner_id = learner.id and kind = 'age_band' and value = '"under_16"'::jsonb) as needs_guardian
    from learner where id = ${learnerId}`;
}

/** Whether only a guardian, from their own account, may agree to this for a learner. */
export async function needsGuardian(tx: Queryable, learnerId: number, purpose: ConsentPurpose): Promise<boolean> {
  const { rows } = await tx.execute<{ needs_guardian: boolean }>(speakerOf(learnerId, purpose));
  return rows[0]?.needs_guardian === true;
}

/**
 * Notes a yes; one to the same words that is in force already stays as it is, one to words of before ends with it. For a learner who is somebody's child it counts as given by the guardian,
 * whose account it is.
 */
export async function giveConsent(tx: Queryable, given: GivenConsent): Promise<ConsentOutcome> {
  const textHash = createHash('sha256').update(given.text).digest('hex');
  const { learnerId, purpose } = given;
  await tx.execute(sql`
    update consent set withdrawn_at = ${given.at}
    where learner_id = ${learnerId} and purpose = ${purpose} and withdrawn_at is null and text_version <> ${given.textVersion}
      and not (select needs_guardian from (${speakerOf(learnerId, purpose)}) as speaker)`);
  const { rows } = await tx.execute<{ outcome: ConsentOutcome }>(sql`
    with speaker as (${speakerOf(learnerId, purpose)}),
    noted as (
      insert into consent (learner_id, purpose, text_hash, text_version, locale, channel, turn_id, given_at, given_by)
      select ${learnerId}::bigint, ${purpose}, ${textHash}, ${given.textVersion}, ${given.locale}, ${given.channel},
        ${given.turnId}::bigint, ${given.at}::timestamptz, given_by
      from speaker where not needs_guardian
      on conflict (learner_id, purpose) where withdrawn_at is null do nothing returning 1),
    asked_no_more as (delete from consent_asked where learner_id = ${learnerId} and purpose = ${purpose})
    select case when needs_guardian then 'needs_guardian' when exists (select 1 from noted) then 'given' else 'already' end as outcome
    from speaker`);
  const outcome = rows[0]?.outcome;
  if (outcome === undefined) throw new Error('A consent was given for a learner who is not there.');
  return outcome;
}

/** Ends consents; returns those that were in force. Who ends one is not asked for it again. */
export async function withdrawConsent(
  tx: Queryable,
  learnerId: number,
  purposes: readonly ConsentPurpose[],
  at: Date,
): Promise<ConsentPurpose[]> {
  const { rows } = await tx.execute<{ purpose: ConsentPurpose }>(sql`
    update consent set withdrawn_at = ${at}
    where learner_id = ${learnerId} and purpose = any(${sql.param([...purposes])}::text[]) and withdrawn_at is null
    returning purpose`);
  await refuseConsent(tx, learnerId, purposes, at);
  return rows.map(({ purpose }) => purpose);
}

/**
 * Ends consents for everybody an account looks after: it is one person who reads what comes. Returns those that were in force for any of
 * them; who ends one is not asked for it again for anybody.
 */
export async function withdrawConsentOfAccount(
  tx: Queryable,
  accountId: number,
  purposes: readonly ConsentPurpose[],
  at: Date,
): Promise<ConsentPurpose[]> {
  const { rows } = await tx.execute<{ purpose: ConsentPurpose }>(sql`
    with ended as (
      update consent set withdrawn_at = ${at}
      where learner_id in (select id from learner where account_id = ${accountId})
        and purpose = any(${sql.param([...purposes])}::text[]) and withdrawn_at is null
      returning purpose),
    refused as (
      insert into consent_asked (learner_id, purpose, asked_on, refused)
      select id, purpose, ${at}::timestamptz::date, true from learner, unnest(${sql.param([...purposes])}::text[]) as refused (purpose)
      where account_id = ${accountId} and merged_into is null
      on conflict (learner_id, purpose) do update set asked_on = excluded.asked_on, refused = true)
    select distinct purpose from ended order by purpose`);
  return rows.map(({ purpose }) => purpose);
}

/** The statement that ends what only a guardian may agree to, for a learner who turned out to be under 16. */
export function endUnguardedStatement(learnerId: number, at: Date): SQL {
  return sql`
    update consent set withdrawn_at = ${at}
    where learner_id = ${learnerId} and purpose = any(${sql.param([...guardedPurposes])}::text[]) and given_by = 'self'
      and withdrawn_at is null`;
}

/** What a learner agrees to right now, and since when. */
export async function consentsOf(
  db: Queryable,
  learnerId: number,
): Promise<Readonly<Partial<Record<ConsentPurpose, Date>>>> {
  const { rows } = await db.execute<{ purpose: ConsentPurpose; given_at: string }>(sql`/* often */
    select purpose, given_at from consent where learner_id = ${learnerId} and withdrawn_at is null`);
  return Object.fromEntries(rows.map(({ purpose, given_at }) => [purpose, new Date(given_at)]));
}

/**
 * Whether a learner agrees to a purpose right now, for a statement of somebody else; both are expressions there. Who is to be erased
 * tomorrow agrees to nothing today. A few looks at indexes for each row: a scalar query is never turned into a join or a hash of the
 * whole table.
 */
export function isAgreed(learner: SQL, purpose: SQL): SQL {
  return sql`coalesce((select account.erase_at is null
    from consent join learner on learner.id = consent.learner_id join account on account.id = learner.account_id
    where consent.learner_id = ${learner} and consent.purpose = ${purpose} and consent.withdrawn_at is null), false)`;
}

/** As `isAgreed`, to words of a version or a later one: those before did not speak of what is to be done. */
export function isAgreedSince(learner: SQL, purpose: SQL, version: number): SQL {
  return sql`coalesce((select account.erase_at is null
    from consent join learner on learner.id = consent.learner_id join account on account.id = learner.account_id
    where consent.learner_id = ${learner} and consent.purpose = ${purpose} and consent.withdrawn_at is null
      and consent.text_version::int >= ${version}::int), false)`;
}

/** As `isAgreed`, where the statement has the learner's row already, which is not read again. */
export function isAgreedOf(learner: { readonly id: SQL; readonly accountId: SQL }, purpose: SQL): SQL {
  return sql`coalesce((select account.erase_at is null
    from consent join account on account.id = ${learner.accountId}
    where consent.learner_id = ${learner.id} and consent.purpose = ${purpose} and consent.withdrawn_at is null), false)`;
}

/**
 * Whether a person agrees to a purpose right now for one of the learners under their account, for a statement of somebody else; both
 * are expressions there. As `isAgreed`, a few looks at indexes.
 */
export function isAgreedByAccount(account: SQL, purpose: SQL): SQL {
  return sql`coalesce((select true from account join learner on learner.account_id = account.id
    join consent on consent.learner_id = learner.id and consent.purpose = ${purpose} and consent.withdrawn_at is null
    where account.id = ${account} and account.erase_at is null limit 1), false)`;
}

/** Whether a learner agrees right now to words of a version or a later one, to older ones only, or to none. */
export async function agreesSince(
  tx: Queryable,
  learnerId: number,
  purpose: ConsentPurpose,
  version: number,
): Promise<'agrees' | 'older' | 'none'> {
  const [learner, asked] = [sql`${learnerId}::bigint`, sql`${purpose}`];
  const { rows } = await tx.execute<{ agrees: boolean; since: boolean }>(sql`
    select ${isAgreed(learner, asked)} as agrees, ${isAgreedSince(learner, asked, version)} as since`);
  const row = rows[0];
  if (row?.since === true) return 'agrees';
  return row?.agrees === true ? 'older' : 'none';
}

/** Nobody is asked for the same consent twice within this time. */
export const askAgainDays = 30;

/**
 * Whether a learner may be asked for a consent now, and notes that they are: true at most once in thirty days, never for what is in
 * force, and never again for what they refused.
 * @param today the day in the city, `YYYY-MM-DD`
 */
export async function mayAskFor(
  tx: Queryable,
  learnerId: number,
  purpose: ConsentPurpose,
  today: string,
): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    insert into consent_asked as asked (learner_id, purpose, asked_on)
    select ${learnerId}::bigint, ${purpose}, ${today}::date where not ${isAgreed(sql`${learnerId}`, sql`${purpose}`)}
    on conflict (learner_id, purpose) do update set asked_on = excluded.asked_on
      where not asked.refused and asked.asked_on <= excluded.asked_on - ${askAgainDays}::int
    returning 1`);
  return rows.length > 0;
}

/** Remembers a no, so that it is not asked again. A yes later forgets it. */
export async function refuseConsent(
  tx: Queryable,
  learnerId: number,
  purposes: readonly ConsentPurpose[],
  at: Date,
): Promise<void> {
  await tx.execute(sql`
    insert into consent_asked (learner_id, purpose, asked_on, refused)
    select ${learnerId}::bigint, purpose, ${at}::timestamptz::date, true from unnest(${sql.param([...purposes])}::text[]) as refused (purpose)
    on conflict (learner_id, purpose) do update set asked_on = excluded.asked_on, refused = true`);
}

/** Forgets that people were asked who may be asked again anyway. Returns the count; call again until it is below the limit. */
export async function deleteOldAskings(db: Queryable, now: Date, limit = 1000): Promise<{ deleted: number }> {
  const { rows } = await db.execute(sql`
    delete from consent_asked where (learner_id, purpose) in (
      select learner_id, purpose from consent_asked
      where not refused and asked_on < ${now}::timestamptz::date - ${askAgainDays}::int order by asked_on limit ${limit})
    returning 1`);
  return { deleted: rows.length };
}

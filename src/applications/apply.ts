import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import type { ChannelName } from '../message/index.ts';
import { type ApplicableKind, giveSeatBack, type OfferKey } from '../opportunities/index.ts';
import { type Application, columnOf, type Standing } from './application.ts';

/** Characters of the sentence that says why, and of the answer to a question. */
export const longestReason = 400;
export const longestAnswer = 600;

/** Days for which an application is kept after it was decided about or withdrawn; one that nobody decided about, since it was made. */
export const decidedKeptDays = 90;
export const undecidedKeptDays = 365;

/** An application as its person sends it, with what they agreed to. */
export interface NewApplication {
  readonly learnerId: number;
  readonly offer: OfferKey;
  readonly callName: string;
  readonly phone: string | undefined;
  readonly reason: string;
  readonly standing: Standing;
  readonly consent: { readonly text: string; readonly version: string; readonly channel: ChannelName };
  readonly at: Date;
}

/** Sends an application; undefined when the learner has one for this offer that is not over. */
export async function apply(tx: Queryable, given: NewApplication): Promise<number | undefined> {
  const { learnerId, offer, consent, at } = given;
  const hash = createHash('sha256').update(consent.text).digest('hex');
  const { rows } = await tx.execute<{ id: string }>(sql`
    insert into application (learner_id, ${columnOf(offer.kind)}, status, call_name, phone, reason, standing,
      consent_text_hash, consent_text_version, channel, applied_at)
    values (${learnerId}, ${offer.key}, 'waiting', ${given.callName}, ${given.phone ?? null}, ${given.reason},
      ${JSON.stringify(given.standing)}::jsonb, ${hash}, ${consent.version}, ${consent.channel}, ${at})
    on conflict do nothing returning id`);
  return rows[0] && Number(rows[0].id);
}

/**
 * Withdraws an application of somebody of an account: what they wrote is deleted at once, a seat that it had is free again. False when it
 * is over already, or not theirs.
 */
export async function withdrawApplication(tx: Queryable, accountId: number, id: number, at: Date): Promise<boolean> {
  const { rows } = await tx.execute<{ kind: ApplicableKind; key: string; had_seat: boolean }>(sql`
    with found as (
      select id, status from application where id = ${id} and status in ('waiting', 'asked', 'accepted')
        and learner_id in (select id from learner where account_id = ${accountId}) for update)
    update application set status = 'withdrawn', decided_at = ${at}, decided_by = null, call_name = null, phone = null, reason = null,
      question = null, answer = null, decision = null, news = null, learner_comment = null, organisation_comment = null
    from found where application.id = found.id
    returning case when scholarship_id is null then 'internship' else 'scholarship' end as kind,
      coalesce(scholarship_id, internship_id) as key, found.status = 'accepted' as had_seat`);
  const [withdrawn] = rows;
  if (withdrawn === undefined) return false;
  if (withdrawn.had_seat) await giveSeatBack(tx, { kind: withdrawn.kind, key: Number(withdrawn.key) });
  return true;
}

/** Answers the question that was asked back; false when none waits for an answer. */
export async function answerQuestion(
  tx: Queryable,
  { id, learnerId }: Pick<Application, 'id' | 'learnerId'>,
  text: string,
  at: Date,
): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    update application set status = 'waiting', answer = ${text}, answered_at = ${at}, news = null
    where id = ${id} and learner_id = ${learnerId} and status = 'asked' returning 1`);
  return rows.length > 0;
}

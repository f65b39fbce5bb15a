import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import type { Opener } from './person.ts';

/** A person of whom staff have heard is not told of again for so long. */
const toldHours = 48;

/** Tells staff that the person of a conversation may be in danger, in a case without any words of theirs. */
export async function tellOfDanger(tx: Queryable, opener: Opener): Promise<void> {
  const { learnerId, conversationId, locale, at } = opener;
  const since = new Date(at.getTime() - toldHours * 3_600_000);
  await tx.execute(sql`
    insert into inbox_case (kind, status, learner_id, conversation_id, locale, opened_at, waiting_since)
    select 'danger', 'open', ${learnerId}::bigint, ${conversationId}::bigint, ${locale}::text, ${at}::timestamptz, ${at}::timestamptz
    where not exists (
      select 1 from inbox_case join learner as own on own.id = ${learnerId} join learner as near on near.account_id = own.account_id
      where inbox_case.learner_id = near.id and kind = 'danger' and opened_at > ${since})`);
}

/** Whether a person, or somebody they look after, told of danger in the last two days. */
export async function wasInDanger(db: Queryable, learnerId: number, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - toldHours * 3_600_000);
  const { rows } = await db.execute(sql`/* often */
    select 1 from inbox_case join learner as own on own.id = ${learnerId} join learner as near on near.account_id = own.account_id
    where inbox_case.learner_id = near.id and kind = 'danger' and opened_at > ${since} limit 1`);
  return rows.length > 0;
}

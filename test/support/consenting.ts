import { sql } from 'drizzle-orm';
import type { Database } from '../../src/database/index.ts';
import { type ConsentPurpose, giveConsent } from '../../src/learners/index.ts';

/** Learners of accounts of their own, in one statement; returns their ids. */
export async function newLearners(database: Database, count: number): Promise<number[]> {
  const { rows } = await database.db.execute<{ id: string }>(sql`
    with made as (insert into account (created_at) select now() from generate_series(1, ${count}::int) returning id)
    insert into learner (account_id) select id from made returning id`);
  return rows.map(({ id }) => Number(id)).sort((a, b) => a - b);
}

/** A learner's yes to a purpose. */
export function agree(database: Database, learnerId: number, purpose: ConsentPurpose, at: Date) {
  return giveConsent(database.db, {
    learnerId,
    purpose,
    text: `Lời đồng ý về ${purpose}.`,
    textVersion: '1',
    locale: 'vi',
    channel: 'web',
    turnId: 1,
    at,
  });
}

/** Everybody's yes at once. */
export async function agreeAll(
  database: Database,
  learnerIds: readonly number[],
  purpose: ConsentPurpose,
  at: Date,
): Promise<void> {
  await database.db.execute(sql`
    insert into consent (learner_id, purpose, text_hash, text_version, locale, channel, turn_id, given_at)
    select id, ${purpose}, 'hash', '1', 'vi', 'web', 1, ${at} from unnest(${sql.param([...learnerIds])}::bigint[]) as learner (id)`);
}

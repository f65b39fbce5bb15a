import { sql } from 'drizzle-orm';
import type { Database } from '../src/database/index.ts';

/** People on Telegram who agreed to announcements; their chats are numbered from `firstChat` on. */
export const firstChat = 5_000_000_000;

/** In slices, as the embedded engine keeps a statement's rows in its memory. */
const sliceSize = 50_000;

/** Adds so many people to an empty database, as turns would have: account, identity, learner, conversation, consent. */
export async function addPeople(database: Database, count: number): Promise<void> {
  for (let from = 0; from < count; from += sliceSize) {
    const size = Math.min(sliceSize, count - from);
    // Four statements, not one of four parts: each keeps its checks of references to itself.
    await database.transaction(async (tx) => {
      await tx.execute(sql`create temporary table new_person (n bigint, account_id bigint, learner_id bigint)`);
      await tx.execute(sql`
        insert into new_person select ${from}::bigint + n - 1, nextval(pg_get_serial_sequence('account', 'id')),
          nextval(pg_get_serial_sequence('learner', 'id')) from generate_series(1, ${size}::int) as n`);
      await tx.execute(sql`insert into account (id) overriding system value select account_id from new_person`);
      await tx.execute(
        sql`insert into learner (id, account_id) overriding system value select learner_id, account_id from new_person`,
      );
      await tx.execute(sql`
        insert into identity (account_id, channel, external_id)
        select account_id, 'telegram', (${firstChat}::bigint + n)::text from new_person`);
      await tx.execute(sql`
        insert into conversation (channel, chat, account_id, learner_id)
        select 'telegram', (${firstChat}::bigint + n)::text, account_id, learner_id from new_person`);
      await tx.execute(sql`
        insert into consent (learner_id, purpose, text_hash, text_version, locale, channel, turn_id, given_at)
        select learner_id, 'announcements', 'bench', '1', 'vi', 'telegram', 1, now() from new_person`);
      await tx.execute(sql`drop table new_person`);
    });
  }
  for (const table of ['account', 'learner', 'identity', 'conversation', 'consent']) {
    await database.db.execute(sql.raw(`analyze ${table}`));
  }
}

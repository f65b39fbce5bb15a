import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Database } from '../../src/database/index.ts';
import { findOrCreatePerson, type KeyedTable, mergeKeyedRows, unmergeKeyedRows } from '../../src/learners/index.ts';
import { describeAllDatabases } from '../support/databases.ts';

const facts: KeyedTable = { table: 'profile_fact', key: ['kind'], newest: 'noted_at' };
const kinds = ['place', 'times', 'budget', 'device'] as const;

/** Facts by kind: minute and value. */
const anyFacts = fc.dictionary(fc.constantFrom(...kinds), fc.record({ minute: fc.nat(3), value: fc.nat(9) }));
type Facts = Readonly<Record<string, { readonly minute: number; readonly value: number }>>;

async function write(database: Database, learnerId: number, told: Facts): Promise<void> {
  for (const [kind, { minute, value }] of Object.entries(told)) {
    const at = new Date(Date.UTC(2026, 10, 24, 3, minute, 0, 123));
    await database.db.execute(sql`
      insert into profile_fact (learner_id, kind, value, source, noted_at)
      values (${learnerId}, ${kind}, ${JSON.stringify(value)}::jsonb, 'said', ${at})
      on conflict (learner_id, kind) do update set value = excluded.value, noted_at = excluded.noted_at`);
  }
}

async function read(database: Database, learnerId: number): Promise<Facts> {
  const { rows } = await database.db.execute<{ kind: string; value: number; noted_at: string }>(
    sql`select kind, value, noted_at from profile_fact where learner_id = ${learnerId} order by kind`,
  );
  return Object.fromEntries(
    rows.map(({ kind, value, noted_at }) => [kind, { minute: new Date(noted_at).getUTCMinutes(), value }]),
  );
}

describeAllDatabases('rows of two learners', (context) => {
  it('become those of one, the newer of two with one key; and each has its own again, but for what was said since', async () => {
    const database = await context.database();
    let person = 0;
    await fc.assert(
      fc.asyncProperty(
        anyFacts,
        anyFacts,
        anyFacts,
        fc.subarray([...kinds]),
        async (mine, theirs, since, forgotten) => {
          const learners = [];
          for (const external of [`${person++}`, `${person++}`]) {
            learners.push((await findOrCreatePerson(database.db, 'web', external)).learnerId);
          }
          const [from = 0, into = 0] = learners;
          await write(database, from, mine);
          await write(database, into, theirs);
          const stored = await mergeKeyedRows(database.db, facts, from, into);
          const moved = JSON.parse(JSON.stringify(stored)) as typeof stored;
          const wins = (kind: string): boolean =>
            theirs[kind] === undefined || (mine[kind]?.minute ?? -1) > theirs[kind].minute;
          const won = Object.fromEntries(Object.entries(mine).filter(([kind]) => wins(kind)));
          const together = { ...theirs, ...won };
          expect(await read(database, into)).toEqual(together);
          expect(await read(database, from)).toEqual({});
          // Words said since are newer than all.
          const newer = Object.fromEntries(
            Object.entries(since).map(([kind, fact]) => [kind, { ...fact, minute: fact.minute + 10 }]),
          );
          await write(database, into, newer);
          await database.db.execute(sql`
          delete from profile_fact where learner_id = ${into} and kind = any(${sql.param(forgotten)}::text[])`);
          await unmergeKeyedRows(database.db, moved, facts, from, into);
          expect(await read(database, from)).toEqual(mine);
          const kept = Object.entries({ ...theirs, ...newer }).filter(([kind]) => !forgotten.includes(kind as never));
          expect(await read(database, into)).toEqual(Object.fromEntries(kept));
        },
      ),
      { numRuns: 40 },
    );
  });
});

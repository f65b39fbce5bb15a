import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { type ExportedData, eraseLearnerData, exportLearnerData, type PersonalDataOwner } from './personal-data.ts';

/** The learners of an account, oneself first. */
async function learnersOfAccount(
  db: Queryable,
  accountId: number,
): Promise<{ readonly id: number; readonly relation: string }[]> {
  const { rows } = await db.execute<{ id: string; relation: string }>(sql`
    select id, relation from learner where account_id = ${accountId} order by relation <> 'self', id`);
  return rows.map(({ id, relation }) => ({ id: Number(id), relation }));
}

/** Tables that an export of any of an account's learners has whole. */
const ofAccount = new Set(['account', 'identity', 'linking_attempt']);

/**
 * Everything held on a person and the learners under their account, by table. Where there are several learners, `of_learner` in each
 * row tells whose it is: the learner's number in the section `learner`, counted from 1.
 */
export async function exportAccountData(
  tx: Queryable,
  owners: readonly PersonalDataOwner[],
  accountId: number,
): Promise<ExportedData> {
  const learners = await learnersOfAccount(tx, accountId);
  const all: Record<string, Record<string, unknown>[]> = {};
  for (const [position, { id }] of learners.entries()) {
    for (const [table, rows] of Object.entries(await exportLearnerData(tx, owners, id))) {
      all[table] ??= [];
      if (ofAccount.has(table) && position > 0) continue;
      const isPlain = ofAccount.has(table) || learners.length === 1;
      all[table].push(...rows.map((row) => (isPlain ? row : { of_learner: position + 1, ...row })));
    }
  }
  return all;
}

/** Erases a person: every learner under their account, and the account with the last of them. */
export async function eraseAccountData(
  tx: Queryable,
  owners: readonly PersonalDataOwner[],
  accountId: number,
): Promise<void> {
  for (const { id } of await learnersOfAccount(tx, accountId)) await eraseLearnerData(tx, owners, id);
}

import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';

/** A section of what the service holds on a learner: a table's name and its rows, ready for JSON. */
export type ExportedData = Readonly<Record<string, readonly Record<string, unknown>[]>>;

/**
 * What every module with learner data registers in main. `tables` names the tables it answers for, so that a test
 * can hold the list against the database and fail on one that export or erasure forgets.
 */
export interface PersonalDataOwner {
  readonly tables: readonly string[];
  exportLearner(tx: Queryable, learnerId: number): Promise<ExportedData>;
  eraseLearner(tx: Queryable, learnerId: number): Promise<void>;
  /** Hands the rows of `from` over to `into`; on a conflict the row of `into` stays. */
  mergeLearners(tx: Queryable, from: number, into: number): Promise<void>;
}

/** Everything held on a learner, by table. Owners are asked in the given order. */
export async function exportLearnerData(
  tx: Queryable,
  owners: readonly PersonalDataOwner[],
  learnerId: number,
): Promise<ExportedData> {
  const sections: ExportedData[] = [];
  for (const owner of owners) sections.push(await owner.exportLearner(tx, learnerId));
  return Object.assign({}, ...sections);
}

/** Erases a learner from every module. Owners are asked last to first, so that what points to others goes first. */
export async function eraseLearnerData(
  tx: Queryable,
  owners: readonly PersonalDataOwner[],
  learnerId: number,
): Promise<void> {
  for (const owner of [...owners].reverse()) await owner.eraseLearner(tx, learnerId);
}

/** The learners module's own tables. An account goes with its last learner. */
export const learnersPersonalData: PersonalDataOwner = {
  tables: ['account', 'identity', 'learner', 'profile_fact'],
  async exportLearner(tx, learnerId) {
    const learner = await tx.execute(sql`select relation, created_at from learner where id = ${learnerId}`);
    const identity = await tx.execute(sql`
      select channel, external_id, created_at from identity
      where account_id = (select account_id from learner where id = ${learnerId}) order by id`);
    const account = await tx.execute(sql`
      select created_at from account where id = (select account_id from learner where id = ${learnerId})`);
    const facts = await tx.execute(sql`
      select kind, value, source, noted_at from profile_fact where learner_id = ${learnerId} order by kind`);
    return { account: account.rows, identity: identity.rows, learner: learner.rows, profile_fact: facts.rows };
  },
  async eraseLearner(tx, learnerId) {
    await tx.execute(sql`delete from profile_fact where learner_id = ${learnerId}`);
    const { rows } = await tx.execute<{ account_id: string }>(
      sql`delete from learner where id = ${learnerId} returning account_id`,
    );
    const accountId = rows[0]?.account_id;
    if (accountId === undefined) return;
    const left = await tx.execute(sql`select 1 from learner where account_id = ${accountId} limit 1`);
    if (left.rows.length > 0) return;
    await tx.execute(sql`delete from identity where account_id = ${accountId}`);
    await tx.execute(sql`delete from account where id = ${accountId}`);
  },
  async mergeLearners(tx, from, into) {
    await tx.execute(sql`
      update identity set account_id = (select account_id from learner where id = ${into})
      where account_id = (select account_id from learner where id = ${from})`);
    await tx.execute(sql`
      insert into profile_fact (learner_id, kind, value, source, noted_at)
      select ${into}, kind, value, source, noted_at from profile_fact where learner_id = ${from}
      on conflict (learner_id, kind) do nothing`);
    await this.eraseLearner(tx, from);
  },
};

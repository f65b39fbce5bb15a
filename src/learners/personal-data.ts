import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { keepProof } from './consent-proof.ts';
import { joinConsents, separateConsents } from './joined-consents.ts';
import { type KeyedTable, type Moved, mergeKeyedRows, movedIds, unmergeKeyedRows } from './merge.ts';

/** A section of what the service holds on a learner: a table's name and its rows, ready for JSON. */
export type ExportedData = Readonly<Record<string, readonly Record<string, unknown>[]>>;

/**
 * What every module with learner data registers in main. `tables` names the tables it answers for, so that a test
 * can hold the list against the database and fail on one that export or erasure forgets.
 */
export interface PersonalDataOwner {
  readonly tables: readonly string[];
  /** What was said in a chat belongs to the chat's account, also when the learner it was about leaves that account. */
  readonly staysWithChat?: true;
  exportLearner(tx: Queryable, learnerId: number): Promise<ExportedData>;
  eraseLearner(tx: Queryable, learnerId: number): Promise<void>;
  /**
   * Hands the rows of `from` over to `into` and returns what `unmergeLearners` needs, under names of the owner's own. Nothing of `from`
   * may be left; with nothing there, nothing happens. Helpers in merge.ts do it for most tables.
   */
  mergeLearners(tx: Queryable, from: number, into: number): Promise<Moved>;
  /** Gives back what came from `from`, as it was; what was changed or added since stays with `into`. */
  unmergeLearners(tx: Queryable, moved: Moved, from: number, into: number): Promise<void>;
}

/** A learner and those that were joined to it within the day; they hold nothing, but they are rows. */
async function withJoined(tx: Queryable, learnerId: number): Promise<number[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    with recursive joined (id) as (
      select ${learnerId}::bigint union select learner.id from learner join joined on learner.merged_into = joined.id)
    select id from joined order by id = ${learnerId} desc, id`);
  return rows.map(({ id }) => Number(id));
}

/** Everything held on a learner, by table. Owners are asked in the given order. */
export async function exportLearnerData(
  tx: Queryable,
  owners: readonly PersonalDataOwner[],
  learnerId: number,
): Promise<ExportedData> {
  const all: Record<string, Record<string, unknown>[]> = {};
  for (const id of await withJoined(tx, learnerId)) {
    for (const owner of owners) {
      for (const [table, rows] of Object.entries(await owner.exportLearner(tx, id))) {
        all[table] = [...(all[table] ?? []), ...rows];
      }
    }
  }
  return all;
}

/** Hands everything of a learner over to another one, owner by owner. */
export async function mergeLearnerData(
  tx: Queryable,
  owners: readonly PersonalDataOwner[],
  from: number,
  into: number,
): Promise<Moved> {
  const parts: Moved[] = [];
  for (const owner of owners) parts.push(await owner.mergeLearners(tx, from, into));
  return Object.assign({}, ...parts);
}

/**
 * Erases a learner from every module, with those that were joined to it. Owners are asked last to first, so that what points to others
 * goes first. Whoever calls it in a turn holds the account.
 */
export async function eraseLearnerData(
  tx: Queryable,
  owners: readonly PersonalDataOwner[],
  learnerId: number,
): Promise<void> {
  for (const id of (await withJoined(tx, learnerId)).reverse()) {
    for (const owner of [...owners].reverse()) await owner.eraseLearner(tx, id);
  }
}

const facts: KeyedTable = { table: 'profile_fact', key: ['kind'], newest: 'noted_at' };
const asked: KeyedTable = { table: 'consent_asked', key: ['purpose'], newest: 'asked_on' };

/** The account of a learner, in a statement. */
const accountOf = (learnerId: number) => sql`(select account_id from learner where id = ${learnerId})`;

/** The learners module's own tables. An account goes with its last learner. */
export const learnersPersonalData: PersonalDataOwner = {
  tables: [
    'account',
    'identity',
    'learner',
    'profile_fact',
    'consent',
    'consent_asked',
    'linking_code',
    'linking_attempt',
    'account_link',
  ],
  async exportLearner(tx, learnerId) {
    const learner = await tx.execute(sql`select relation, name, created_at from learner where id = ${learnerId}`);
    const identity = await tx.execute(sql`
      select channel, external_id, created_at from identity where account_id = ${accountOf(learnerId)} order by id`);
    const account = await tx.execute(sql`select created_at, erase_at from account where id = ${accountOf(learnerId)}`);
    const told = await tx.execute(sql`
      select kind, value, source, noted_at from profile_fact where learner_id = ${learnerId} order by kind`);
    const consents = await tx.execute(sql`
      select purpose, text_hash, text_version, locale, channel, given_by, given_at, withdrawn_at
      from consent where learner_id = ${learnerId} order by id`);
    const codes = await tx.execute(sql`select expires_at from linking_code where learner_id = ${learnerId}`);
    const attempts = await tx.execute(sql`
      select at from linking_attempt where account_id = ${accountOf(learnerId)} order by id`);
    const links = await tx.execute(sql`
      select joined_at, undo_until, moved from account_link where learner_id = ${learnerId} order by id`);
    const asking = await tx.execute(sql`
      select purpose, asked_on, refused from consent_asked where learner_id = ${learnerId} order by purpose`);
    return {
      consent: consents.rows,
      consent_asked: asking.rows,
      account: account.rows,
      identity: identity.rows,
      learner: learner.rows,
      profile_fact: told.rows,
      linking_code: codes.rows,
      linking_attempt: attempts.rows,
      account_link: links.rows,
    };
  },
  async eraseLearner(tx, learnerId) {
    await tx.execute(sql`delete from profile_fact where learner_id = ${learnerId}`);
    await keepProof(tx, learnerId);
    await tx.execute(sql`delete from consent where learner_id = ${learnerId}`);
    await tx.execute(sql`delete from linking_code where learner_id = ${learnerId}`);
    await tx.execute(sql`delete from account_link where learner_id = ${learnerId} or joined_learner_id = ${learnerId}`);
    await tx.execute(sql`delete from consent_asked where learner_id = ${learnerId}`);
    const { rows } = await tx.execute<{ account_id: string }>(
      sql`delete from learner where id = ${learnerId} returning account_id`,
    );
    const accountId = rows[0]?.account_id;
    if (accountId === undefined) return;
    const left = await tx.execute(sql`select 1 from learner where account_id = ${accountId} limit 1`);
    if (left.rows.length > 0) return;
    await tx.execute(sql`delete from identity where account_id = ${accountId}`);
    await tx.execute(sql`delete from linking_attempt where account_id = ${accountId}`);
    await tx.execute(sql`delete from account where id = ${accountId}`);
  },
  async mergeLearners(tx, from, into) {
    // Only who is an account's own learner brings the account along: its ways to write, its relatives, its tries.
    const account = sql`(select account_id from learner where id = ${from} and relation = 'self')`;
    const identities = await tx.execute<{ id: string }>(sql`
      update identity set account_id = ${accountOf(into)} where account_id = ${account} returning id`);
    const relatives = await tx.execute<{ id: string }>(sql`
      update learner set account_id = ${accountOf(into)}
      where account_id = ${account} and relation <> 'self' returning id`);
    await tx.execute(sql`
      update linking_attempt set account_id = ${accountOf(into)} where account_id = ${account}`);
    return {
      identity: { ids: identities.rows.map(({ id }) => Number(id)) },
      learner: { ids: relatives.rows.map(({ id }) => Number(id)) },
      ...(await mergeKeyedRows(tx, facts, from, into)),
      ...(await mergeKeyedRows(tx, asked, from, into)),
      ...(await joinConsents(tx, from, into)),
    };
  },
  async unmergeLearners(tx, moved, from, into) {
    for (const table of ['identity', 'learner'] as const) {
      await tx.execute(sql`
        update ${sql.identifier(table)} set account_id = ${accountOf(from)}
        where id = any(${sql.param(movedIds(moved, table))}::bigint[]) and account_id = ${accountOf(into)}`);
    }
    await unmergeKeyedRows(tx, moved, facts, from, into);
    await unmergeKeyedRows(tx, moved, asked, from, into);
    await separateConsents(tx, moved, from, into);
  },
};

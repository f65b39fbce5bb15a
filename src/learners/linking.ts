import { sql } from 'drizzle-orm';
import type { Database, Queryable } from '../database/index.ts';
import { isHeldByOthers, lockAccounts } from './account-lock.ts';
import { type Moved, movedSchema } from './merge.ts';
import { eraseLearnerData, mergeLearnerData, type PersonalDataOwner } from './personal-data.ts';
import { mostLearners } from './relatives.ts';

/** How long joining can be undone. */
export const undoHours = 24;

/** Two accounts that became one and can become two again. */
export interface AccountLink {
  readonly id: number;
  /** The account that made the code, and its own learner: they stay. */
  readonly accountId: number;
  readonly learnerId: number;
  readonly joinedAccountId: number;
  readonly joinedLearnerId: number;
  readonly joinedAt: Date;
  readonly undoUntil: Date;
}

/** What an account has, to say before two become one. */
export interface AccountSummary {
  readonly learnerId: number;
  /** Channels the person writes on. */
  readonly channels: readonly string[];
  /** Chats in which they do; two may be of one channel. */
  readonly chats: number;
  readonly relatives: number;
}

/** An account's own learner, channels and number of relatives; undefined when it is gone. */
export async function accountSummary(tx: Queryable, accountId: number): Promise<AccountSummary | undefined> {
  const { rows } = await tx.execute<{ learner_id: string; channels: string[]; chats: number; relatives: number }>(sql`
    select id as learner_id,
      array(select distinct channel from identity where identity.account_id = learner.account_id order by channel) as channels,
      (select count(*)::int from identity where identity.account_id = learner.account_id) as chats,
      (select count(*)::int from learner as other where other.account_id = learner.account_id and relation <> 'self') as relatives
    from learner where account_id = ${accountId} and relation = 'self' and merged_into is null`);
  const [found] = rows;
  return (
    found && {
      learnerId: Number(found.learner_id),
      channels: found.channels,
      chats: found.chats,
      relatives: found.relatives,
    }
  );
}

/** Whether the learners of two accounts fit into one. */
export function fitTogether(one: AccountSummary, other: AccountSummary): boolean {
  return 1 + one.relatives + other.relatives <= mostLearners;
}

/**
 * Makes two accounts one: `into` stays, everything of `from` goes over, and its emptied rows sleep until the day to undo it is over.
 * Both accounts and their conversations must be locked.
 */
export async function joinAccounts(
  tx: Queryable,
  owners: readonly PersonalDataOwner[],
  { from, into, now }: { readonly from: number; readonly into: number; readonly now: Date },
): Promise<{ readonly link: AccountLink; readonly moved: Moved }> {
  const [joined, keeper] = [await accountSummary(tx, from), await accountSummary(tx, into)];
  if (joined === undefined || keeper === undefined || from === into) throw new Error('Two accounts are needed.');
  const moved = await mergeLearnerData(tx, owners, joined.learnerId, keeper.learnerId);
  await tx.execute(sql`update learner set merged_into = ${keeper.learnerId} where id = ${joined.learnerId}`);
  await tx.execute(sql`delete from linking_code where account_id = ${from} or account_id = ${into}`);
  const undoUntil = new Date(now.getTime() + undoHours * 3_600_000);
  const { rows } = await tx.execute<{ id: string }>(sql`
    insert into account_link (account_id, learner_id, joined_account_id, joined_learner_id, moved, joined_at, undo_until)
    values (${into}, ${keeper.learnerId}, ${from}, ${joined.learnerId}, ${JSON.stringify(moved)}::jsonb, ${now}, ${undoUntil})
    returning id`);
  const link: AccountLink = {
    id: Number(rows[0]?.id),
    accountId: into,
    learnerId: keeper.learnerId,
    joinedAccountId: from,
    joinedLearnerId: joined.learnerId,
    joinedAt: now,
    undoUntil,
  };
  return { link, moved };
}

/**
 * The link of an account that can be undone now: the newest. Those before it can be undone after it, since what came later may have taken
 * the place of what came with them.
 */
export async function undoableLink(tx: Queryable, accountId: number, now: Date): Promise<AccountLink | undefined> {
  const { rows } = await tx.execute<LinkRow>(sql`
    select * from (select ${linkColumns} from account_link where account_id = ${accountId} order by id desc limit 1) as newest
    where undo_until > ${now}`);
  return rows[0] && readLink(rows[0]);
}

const linkColumns = sql`id, account_id, learner_id, joined_account_id, joined_learner_id, joined_at, undo_until`;

interface LinkRow extends Record<string, unknown> {
  id: string;
  account_id: string;
  learner_id: string;
  joined_account_id: string;
  joined_learner_id: string;
  joined_at: string;
  undo_until: string;
}

function readLink(row: LinkRow): AccountLink {
  return {
    id: Number(row.id),
    accountId: Number(row.account_id),
    learnerId: Number(row.learner_id),
    joinedAccountId: Number(row.joined_account_id),
    joinedLearnerId: Number(row.joined_learner_id),
    joinedAt: new Date(row.joined_at),
    undoUntil: new Date(row.undo_until),
  };
}

/**
 * Makes two accounts of one again: what came with the joined one goes back as it was, what was said of the person since stays. Both accounts
 * and the keeper's conversations must be locked, and the link must be the one that `undoableLink` found under that lock.
 */
export async function undoLink(tx: Queryable, owners: readonly PersonalDataOwner[], link: AccountLink): Promise<void> {
  const { rows } = await tx.execute<{ moved: unknown }>(sql`select moved from account_link where id = ${link.id}`);
  const moved = movedSchema.parse(rows[0]?.moved);
  await tx.execute(sql`update learner set merged_into = null where id = ${link.joinedLearnerId}`);
  for (const owner of owners) await owner.unmergeLearners(tx, moved, link.joinedLearnerId, link.learnerId);
  await tx.execute(sql`delete from account_link where id = ${link.id}`);
  // A code for a relative who is no longer with the account gives nobody.
  await tx.execute(sql`
    delete from linking_code using learner
    where learner.id = linking_code.learner_id and learner.account_id <> linking_code.account_id`);
}

/**
 * Ends links whose day is over: what undoing needed, and the sleeping learner and account, are deleted. Each in a transaction of its own,
 * oldest first. `busy` are those whose accounts somebody else is changing right now: the next round comes to them. At most `limit` in one
 * call.
 */
export async function finishLinks(
  database: Database,
  owners: readonly PersonalDataOwner[],
  now: Date,
  limit = 200,
): Promise<{ finished: number; busy: number }> {
  const due = await database.db.execute<{ id: string }>(sql`
    select id from account_link where undo_until <= ${now} order by id limit ${limit}`);
  const counts = { finished: 0, busy: 0 };
  for (const { id } of due.rows) {
    try {
      if (await database.transaction((tx) => finishLink(tx, owners, id))) counts.finished++;
    } catch (error) {
      if (!isHeldByOthers(error)) throw error;
      counts.busy++;
    }
  }
  return counts;
}

async function finishLink(tx: Queryable, owners: readonly PersonalDataOwner[], id: string): Promise<boolean> {
  const find = () => tx.execute<LinkRow>(sql`select ${linkColumns} from account_link where id = ${id}`);
  const [before] = (await find()).rows;
  if (before === undefined) return false;
  await lockAccounts(tx, [Number(before.account_id), Number(before.joined_account_id)]);
  const [found] = (await find()).rows;
  if (found === undefined) return false;
  const link = readLink(found);
  // Whoever read the learner's number just before the joining may have written a row for it after.
  await mergeLearnerData(tx, owners, link.joinedLearnerId, link.learnerId);
  await tx.execute(sql`delete from account_link where id = ${link.id}`);
  await eraseLearnerData(tx, owners, link.joinedLearnerId);
  return true;
}

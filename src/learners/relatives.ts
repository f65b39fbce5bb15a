import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { eraseLearnerData, mergeLearnerData, type PersonalDataOwner } from './personal-data.ts';

/** Learners an account may have, oneself among them. */
export const mostLearners = 8;

/** Characters of a learner's name. */
export const longestName = 40;

export const relations = ['self', 'child', 'parent', 'relative'] as const;
export type Relation = (typeof relations)[number];

/** Who a learner is to the person who writes. */
export interface WhoLearns {
  readonly relation: Relation;
  /** How the person calls them, when they said. */
  readonly name: string | undefined;
}

/** A learner of an account. */
export interface AccountLearner extends WhoLearns {
  readonly id: number;
}

/** The learners of an account: oneself, then the others in the order in which they came. */
export async function learnersOf(tx: Queryable, accountId: number): Promise<AccountLearner[]> {
  const { rows } = await tx.execute<{ id: string; relation: Relation; name: string | null }>(sql`
    select id, relation, name from learner where account_id = ${accountId} and merged_into is null
    order by relation <> 'self', id`);
  return rows.map(({ id, relation, name }) => ({ id: Number(id), relation, name: name ?? undefined }));
}

/**
 * A learner of an account, held until the end of the transaction, so that nobody removes it meanwhile; undefined when the account
 * has no such learner.
 */
export async function holdLearner(
  tx: Queryable,
  accountId: number,
  learnerId: number,
): Promise<AccountLearner | undefined> {
  const { rows } = await tx.execute<{ relation: Relation; name: string | null }>(sql`
    select relation, name from learner
    where id = ${learnerId} and account_id = ${accountId} and merged_into is null for key share`);
  const [found] = rows;
  return found && { id: learnerId, relation: found.relation, name: found.name ?? undefined };
}

/** A name as it is kept: one line, without signs that are no writing; undefined when nothing is left or it is too long. */
export function readName(text: string): string | undefined {
  const name = text
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}\p{Zs}.'’()-]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return /\p{L}/u.test(name) && [...name].length <= longestName ? name : undefined;
}

/** Adds a relative; undefined when the account is full. The account must be locked. */
export async function addRelative(
  tx: Queryable,
  accountId: number,
  { relation, name }: { readonly relation: Exclude<Relation, 'self'>; readonly name: string | undefined },
): Promise<AccountLearner | undefined> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    insert into learner (account_id, relation, name)
    select ${accountId}, ${relation}, ${name ?? null}
    where (select count(*) from learner where account_id = ${accountId} and merged_into is null) < ${mostLearners}
    returning id`);
  return rows[0] && { id: Number(rows[0].id), relation, name };
}

/** Renames a relative of an account; false when there is no such relative. */
export async function renameRelative(
  tx: Queryable,
  accountId: number,
  learnerId: number,
  name: string,
): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    update learner set name = ${name}
    where id = ${learnerId} and account_id = ${accountId} and relation <> 'self' returning 1`);
  return rows.length > 0;
}

/**
 * Moves a relative out of an account into the account of their own: everything of them goes to that account's own learner, for good. What
 * was said in the account's chats stays with those chats. Both accounts and their conversations must be locked.
 */
export async function handOver(
  tx: Queryable,
  owners: readonly PersonalDataOwner[],
  { relative, self, into }: { readonly relative: number; readonly self: number; readonly into: number },
): Promise<void> {
  const ofChats = owners.filter((owner) => owner.staysWithChat === true);
  await mergeLearnerData(tx, ofChats, relative, self);
  await mergeLearnerData(tx, owners, relative, into);
  await eraseLearnerData(tx, owners, relative);
}

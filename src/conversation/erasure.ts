import { sql } from 'drizzle-orm';
import type { Clock, Database, Queryable } from '../database/index.ts';
import { enqueue } from '../delivery/index.ts';
import {
  accountsToErase,
  eraseAccountData,
  isHeldByOthers,
  isToErase,
  type PersonalDataOwner,
} from '../learners/index.ts';
import { createTranslator } from '../locales/index.ts';
import type { ChannelName, Locale } from '../message/index.ts';
import { holdAccounts } from './account-turn.ts';
import type { DialogueState } from './state.ts';

/** Accounts erased in one run; the next run comes within a minute. */
const atOnce = 100;

export interface ErasureOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly personalData: readonly PersonalDataOwner[];
}

/**
 * Erases the accounts whose day to change one's mind is over, each in its own transaction, and tells each person once, on the
 * platform they wrote on last. That message goes without a trace: its row is deleted when it is sent.
 */
export async function eraseDueAccounts(options: ErasureOptions): Promise<{ due: number; erased: number }> {
  const { database, clock } = options;
  const due = await accountsToErase(database.db, clock(), atOnce);
  let erased = 0;
  for (const accountId of due) {
    try {
      if (await database.transaction((tx) => eraseOne(tx, options, accountId))) erased++;
    } catch (error) {
      // Somebody changes the account or talks in it right now: the next run comes soon.
      if (!isHeldByOthers(error)) throw error;
    }
  }
  return { due: due.length, erased };
}

async function eraseOne(tx: Queryable, { clock, personalData }: ErasureOptions, accountId: number): Promise<boolean> {
  const now = clock();
  await holdAccounts(tx, [accountId]);
  if (!(await isToErase(tx, accountId, now))) return false;
  const { rows } = await tx.execute<{
    channel: ChannelName;
    chat: string;
    locale: Locale | null;
    state: DialogueState;
  }>(sql`
    select channel, chat, locale, state from conversation where account_id = ${accountId} order by id`);
  const { rows: newest } = await tx.execute<{ channel: ChannelName; chat: string }>(sql`
    select channel, chat from conversation where account_id = ${accountId} and channel <> 'web' order by updated_at desc limit 1`);
  await eraseAccountData(tx, personalData, accountId);
  const last = rows.find(({ channel, chat }) => channel === newest[0]?.channel && chat === newest[0]?.chat);
  if (last !== undefined) {
    const { channel, chat, locale, state } = last;
    const t = createTranslator(locale ?? state.spoken ?? 'vi');
    const message = { text: [t('erase-done-later')], choices: [] };
    const to = { channel, chat, conversationId: undefined, learnerId: undefined, turnId: undefined };
    const key = `erased:${accountId}`;
    await enqueue(
      tx,
      [{ ...to, uniqueKey: key, lane: 'reply', message, via: 'sender', dueAt: now, forget: true }],
      now,
    );
  }
  return true;
}

import { type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { dismissedCourses } from '../discovery/index.ts';
import {
  findOrCreatePerson,
  type Profile,
  profileFacts,
  reachableAgain,
  readProfile,
  type WhoLearns,
} from '../learners/index.ts';
import type { ChannelName, InboundContent, InboundMessage, Locale } from '../message/index.ts';
import type { DialogueState } from './state.ts';

/** A conversation row, locked for the length of a turn. */
export interface Conversation {
  readonly id: number;
  readonly accountId: number;
  readonly learnerId: number;
  /** Who the learner is to the person who writes. */
  readonly learner: WhoLearns;
  /** The language the person chose; undefined while it follows their messages. */
  readonly locale: Locale | undefined;
  readonly state: DialogueState;
  /** Keys of courses the learner does not want to see. */
  readonly dismissed: readonly number[];
  /** What the learner told about themselves. */
  readonly profile: Profile;
}

/** What claiming an update found. */
export interface Claim {
  /** Undefined when the update was claimed before: it is a repeat. */
  readonly turnId: number | undefined;
  readonly conversation: Conversation | undefined;
}

interface ClaimRow extends Record<string, unknown> {
  turn_id: string | null;
  id: string | null;
  account_id: string | null;
  learner_id: string | null;
  learner: { relation: WhoLearns['relation']; name: string | null } | null;
  locale: Locale | null;
  state: DialogueState | null;
  dismissed: string[] | null;
  facts: unknown;
}

/**
 * Claims an update and locks its conversation in one statement, the first of a turn's round trips. A repeat of an
 * update that is being answered right now waits here until that turn has committed. The lock is `no key update`, so
 * that a broadcast's bulk insert, which looks at this row's key, never waits for a turn.
 */
export async function claimUpdate(tx: Queryable, message: InboundMessage, content: InboundContent): Promise<Claim> {
  const { rows } = await tx.execute<ClaimRow>(sql`/* often */
    with claimed as (
      insert into turn (channel, update_key, content, received_at)
      values (${message.channel}, ${message.updateKey}, ${JSON.stringify(content)}::jsonb, ${message.receivedAt})
      on conflict (channel, update_key) do nothing returning id),
    found as (
      select id, account_id, learner_id, locale, state from conversation
      where channel = ${message.channel} and chat = ${message.chat} for no key update)
    select claimed.id as turn_id, found.id, found.account_id, found.learner_id, found.locale, found.state,
      ${dismissedCourses(sql`found.learner_id`)} as dismissed, ${profileFacts(sql`found.learner_id`)} as facts,
      ${whoLearns(sql`found.learner_id`)} as learner
    from (select 1) as one left join claimed on true left join found on true`);
  const row = rows[0];
  if (row === undefined) throw new Error('The claim returned no row.');
  return {
    turnId: row.turn_id === null ? undefined : Number(row.turn_id),
    conversation: row.id === null ? undefined : readConversation(row),
  };
}

function readConversation(row: ClaimRow): Conversation {
  return {
    id: Number(row.id),
    accountId: Number(row.account_id),
    learnerId: Number(row.learner_id),
    learner: { relation: row.learner?.relation ?? 'self', name: row.learner?.name ?? undefined },
    locale: row.locale ?? undefined,
    state: row.state ?? {},
    dismissed: (row.dismissed ?? []).map(Number),
    profile: readProfile(row.facts),
  };
}

/** Who a learner is, in a statement of somebody else. @param learner its id there */
function whoLearns(learner: SQL): SQL {
  return sql`(select jsonb_build_object('relation', relation, 'name', name) from learner where id = ${learner})`;
}

/** Makes the conversation of a first message, with the person behind it. */
export async function createConversation(tx: Queryable, message: InboundMessage): Promise<Conversation> {
  const person = await findOrCreatePerson(tx, message.channel, message.person);
  await tx.execute(sql`
    insert into conversation (channel, chat, account_id, learner_id, created_at, updated_at)
    values (${message.channel}, ${message.chat}, ${person.accountId}, ${person.learnerId}, ${message.receivedAt}, ${message.receivedAt})
    on conflict (channel, chat) do nothing`);
  // Read after the insert: of two first messages at once the later one finds the earlier one's conversation.
  const { rows } = await tx.execute<ClaimRow>(sql`
    select id, account_id, learner_id, locale, state, ${dismissedCourses(sql`learner_id`)} as dismissed,
      ${profileFacts(sql`conversation.learner_id`)} as facts, ${whoLearns(sql`conversation.learner_id`)} as learner
    from conversation
    where channel = ${message.channel} and chat = ${message.chat} for no key update`);
  const row = rows[0];
  if (row === undefined) throw new Error('The new conversation is not there.');
  return readConversation(row);
}

/** A conversation to write to by ourselves. */
export interface RestingConversation {
  readonly id: number;
  readonly channel: ChannelName;
  readonly chat: string;
  readonly learner: WhoLearns;
  readonly locale: Locale | undefined;
  readonly state: DialogueState;
  readonly profile: Profile;
  readonly updatedAt: Date;
}

/**
 * Locks a conversation that no turn holds; undefined when one does, or when it is gone.
 * @param learnerId whom it must be about, if that matters
 */
export async function lockAtRest(
  tx: Queryable,
  conversationId: number,
  learnerId?: number,
): Promise<RestingConversation | undefined> {
  const { rows } = await tx.execute<{
    channel: ChannelName;
    chat: string;
    learner: ClaimRow['learner'];
    locale: Locale | null;
    state: DialogueState | null;
    facts: unknown;
    updated_at: string;
  }>(sql`
    select channel, chat, locale, state, updated_at, ${whoLearns(sql`conversation.learner_id`)} as learner,
      ${profileFacts(sql`conversation.learner_id`)} as facts from conversation
    where id = ${conversationId} and (${learnerId ?? null}::bigint is null or learner_id = ${learnerId ?? null}) for no key update skip locked`);
  const row = rows[0];
  return (
    row && {
      id: conversationId,
      channel: row.channel,
      chat: row.chat,
      learner: { relation: row.learner?.relation ?? 'self', name: row.learner?.name ?? undefined },
      locale: row.locale ?? undefined,
      state: row.state ?? {},
      profile: readProfile(row.facts),
      updatedAt: new Date(row.updated_at),
    }
  );
}

/** The conversation an account's person wrote in last among those that can be reached; undefined when there is none. */
export async function reachableChat(tx: Queryable, accountId: number): Promise<number | undefined> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select conversation.id from conversation
    left join identity on identity.channel = conversation.channel and identity.external_id = conversation.chat
    where conversation.account_id = ${accountId} and identity.unreachable_since is null
    order by conversation.updated_at desc, conversation.id desc limit 1`);
  return rows[0] === undefined ? undefined : Number(rows[0].id);
}

/** Keeps what a conversation remembers after a message that came by itself: it is no word of the person's, so their last one stays. */
export async function saveStateAtRest(tx: Queryable, conversationId: number, state: DialogueState): Promise<void> {
  await tx.execute(sql`update conversation set state = ${JSON.stringify(state)}::jsonb where id = ${conversationId}`);
}

/** The end of a turn as it is stored. */
export interface TurnEnding {
  readonly turnId: number;
  readonly message: InboundMessage;
  readonly conversation: Conversation;
  readonly state: DialogueState;
  readonly locale: Locale | undefined;
  readonly now: Date;
}

/** The statements that write state and the turn's outcome; each can be a part of a larger one. */
export function saveTurnStatements({ turnId, message, conversation, state, locale, now }: TurnEnding): SQL[] {
  return [
    sql`update turn set conversation_id = ${conversation.id}, learner_id = ${conversation.learnerId}, outcome = 'answered'
      where id = ${turnId}`,
    reachableAgain(message.channel, message.person),
    sql`update conversation set learner_id = ${conversation.learnerId}, state = ${JSON.stringify(state)}::jsonb, locale = ${locale ?? null}, updated_at = ${now}
      where id = ${conversation.id}`,
  ];
}

/**
 * Locks all conversations of accounts, in the order of their ids, waiting for turns that are answering in them. The accounts must be
 * locked before (`lockAccounts`): that is what keeps two who do this from waiting for each other.
 */
export async function lockConversations(tx: Queryable, accountIds: readonly number[]): Promise<void> {
  await tx.execute(sql`
    select id from conversation where account_id = any(${sql.param([...accountIds])}::bigint[])
    order by id for no key update`);
}

/** Takes the words out of a claimed text of which nothing may be kept but that it came. */
export async function hideWords(tx: Queryable, turnId: number, shown: string): Promise<void> {
  await tx.execute(sql`
    update turn set content = jsonb_build_object('kind', 'text', 'text', ${shown}::text)
    where id = ${turnId} and content ->> 'kind' = 'text'`);
}

/** Puts the words that were heard in the place of the claim to tell them. */
export async function noteWordsHeard(tx: Queryable, turnId: number, text: string): Promise<void> {
  await tx.execute(sql`
    update turn set content = jsonb_build_object('kind', 'text', 'text', ${text}::text) where id = ${turnId}`);
}

/** Where the people of accounts wrote last, each in which language; none for who writes nowhere. */
export async function newestChats(
  tx: Queryable,
  accountIds: readonly number[],
): Promise<{ id: number; learnerId: number; channel: ChannelName; chat: string; locale: Locale }[]> {
  const { rows } = await tx.execute<{
    id: string;
    learner_id: string;
    channel: ChannelName;
    chat: string;
    locale: Locale | null;
  }>(sql`
    select distinct on (account_id) id, learner_id, channel, chat, coalesce(locale, state ->> 'spoken') as locale from conversation
    where account_id = any(${sql.param(accountIds)}::bigint[]) order by account_id, updated_at desc, id desc`);
  return rows.map(({ id, learner_id, channel, chat, locale }) => ({
    id: Number(id),
    learnerId: Number(learner_id),
    channel,
    chat,
    locale: locale ?? 'vi',
  }));
}

/** The account and learner of a conversation, read anew. */
export async function placeOfConversation(
  tx: Queryable,
  conversationId: number,
): Promise<{ accountId: number; learnerId: number }> {
  const { rows } = await tx.execute<{ account_id: string; learner_id: string }>(
    sql`select account_id, learner_id from conversation where id = ${conversationId}`,
  );
  if (rows[0] === undefined) throw new Error('The conversation of a turn is not there.');
  return { accountId: Number(rows[0].account_id), learnerId: Number(rows[0].learner_id) };
}

/** Empties a claimed update of everything about the person; the claim itself stays. */
export async function scrubTurn(tx: Queryable, turnId: number): Promise<void> {
  await tx.execute(sql`
    update turn set content = '{"kind":"choice","choice":""}', conversation_id = null, learner_id = null, outcome = 'answered'
    where id = ${turnId}`);
}

/** The turn of an update that was claimed before. */
export async function findTurn(
  db: Queryable,
  message: InboundMessage,
): Promise<{ turnId: number; conversationId: number | undefined } | undefined> {
  const { rows } = await db.execute<{ id: string; conversation_id: string | null }>(sql`
    select id, conversation_id from turn where channel = ${message.channel} and update_key = ${message.updateKey}`);
  const row = rows[0];
  return (
    row && {
      turnId: Number(row.id),
      conversationId: row.conversation_id === null ? undefined : Number(row.conversation_id),
    }
  );
}

/** The id of a chat's conversation, or undefined when there is none. */
export async function conversationIdOf(db: Queryable, channel: string, chat: string): Promise<number | undefined> {
  const { rows } = await db.execute<{ id: string }>(
    sql`/* often */ select id from conversation where channel = ${channel} and chat = ${chat}`,
  );
  return rows[0] === undefined ? undefined : Number(rows[0].id);
}

/** The learner a conversation is about, or undefined when there is no such conversation. */
export async function learnerOfConversation(db: Queryable, conversationId: number): Promise<number | undefined> {
  const { rows } = await db.execute<{ learner_id: string }>(
    sql`select learner_id from conversation where id = ${conversationId}`,
  );
  return rows[0] === undefined ? undefined : Number(rows[0].learner_id);
}

/** What the person sent in the newest turns of a conversation, newest first; with `beforeTurn` only in earlier turns. */
export async function newestInbound(
  db: Queryable,
  conversationId: number,
  limit: number,
  beforeTurn?: number,
): Promise<{ turnId: number; content: InboundContent; at: Date }[]> {
  const { rows } = await db.execute<{ id: string; content: InboundContent; received_at: string }>(sql`
    select id, content, received_at from turn where conversation_id = ${conversationId}
      and (${beforeTurn ?? null}::bigint is null or id < ${beforeTurn ?? null})
    order by id desc limit ${limit}`);
  return rows.map((row) => ({ turnId: Number(row.id), content: row.content, at: new Date(row.received_at) }));
}

/** The account of the person whose conversation it is, or undefined when there is no such conversation. */
export async function accountOfConversation(db: Queryable, conversationId: number): Promise<number | undefined> {
  const { rows } = await db.execute<{ account_id: string }>(
    sql`select account_id from conversation where id = ${conversationId}`,
  );
  return rows[0] === undefined ? undefined : Number(rows[0].account_id);
}

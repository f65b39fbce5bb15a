import { type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { dismissedCourses } from '../discovery/index.ts';
import { findOrCreatePerson, type Profile, profileFacts, reachableAgain, readProfile } from '../learners/index.ts';
import type { InboundContent, InboundMessage, Locale } from '../message/index.ts';
import type { DialogueState } from './state.ts';

/** A conversation row, locked for the length of a turn. */
export interface Conversation {
  readonly id: number;
  readonly learnerId: number;
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
  learner_id: string | null;
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
  const { rows } = await tx.execute<ClaimRow>(sql`
    with claimed as (
      insert into turn (channel, update_key, content, received_at)
      values (${message.channel}, ${message.updateKey}, ${JSON.stringify(content)}::jsonb, ${message.receivedAt})
      on conflict (channel, update_key) do nothing returning id),
    found as (
      select id, learner_id, locale, state from conversation
      where channel = ${message.channel} and chat = ${message.chat} for no key update)
    select claimed.id as turn_id, found.id, found.learner_id, found.locale, found.state,
      ${dismissedCourses(sql`found.learner_id`)} as dismissed, ${profileFacts(sql`found.learner_id`)} as facts
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
    learnerId: Number(row.learner_id),
    locale: row.locale ?? undefined,
    state: row.state ?? {},
    dismissed: (row.dismissed ?? []).map(Number),
    profile: readProfile(row.facts),
  };
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
    select id, learner_id, locale, state, ${dismissedCourses(sql`learner_id`)} as dismissed,
      ${profileFacts(sql`conversation.learner_id`)} as facts from conversation
    where channel = ${message.channel} and chat = ${message.chat} for no key update`);
  const row = rows[0];
  if (row === undefined) throw new Error('The new conversation is not there.');
  return readConversation(row);
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
    sql`update conversation set state = ${JSON.stringify(state)}::jsonb, locale = ${locale ?? null}, updated_at = ${now}
      where id = ${conversation.id}`,
  ];
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
    sql`select id from conversation where channel = ${channel} and chat = ${chat}`,
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

/** What the person sent in the newest turns of a conversation, newest first. */
export async function newestInbound(
  db: Queryable,
  conversationId: number,
  limit: number,
): Promise<{ turnId: number; content: InboundContent; at: Date }[]> {
  const { rows } = await db.execute<{ id: string; content: InboundContent; received_at: string }>(sql`
    select id, content, received_at from turn where conversation_id = ${conversationId} order by id desc limit ${limit}`);
  return rows.map((row) => ({ turnId: Number(row.id), content: row.content, at: new Date(row.received_at) }));
}

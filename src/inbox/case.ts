import { type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import type { ChannelName, Locale } from '../message/index.ts';
import type { GradeFacts } from './grade.ts';
import type { CaseKind, CaseStatus, ClosedBy } from './schema.ts';
import type { Recipient } from './send.ts';

/** Which cases a member sees. */
export type Scope =
  | { readonly kind: 'all' }
  /** Reports about the courses of one organisation; none when it is undefined. */
  | { readonly kind: 'organisation'; readonly organisationId: number | undefined };

/** A case as staff see it. Nothing in it names the person. */
export interface Case {
  readonly id: number;
  readonly kind: CaseKind;
  readonly status: CaseStatus;
  readonly channel: ChannelName;
  readonly locale: Locale;
  readonly course: { readonly id: string; readonly title: string } | undefined;
  readonly reasons: readonly string[];
  /** Of `grade`: how the answer was judged. */
  readonly grade: GradeFacts | undefined;
  readonly claimedBy: { readonly id: number; readonly name: string | undefined } | undefined;
  readonly openedAt: Date;
  /** Since when the person waits for an answer; undefined when staff spoke last. */
  readonly waitingSince: Date | undefined;
  readonly answeredAt: Date | undefined;
  readonly closedAt: Date | undefined;
  readonly closedBy: ClosedBy | undefined;
  readonly messages: number;
}

export interface CaseMessage {
  readonly id: number;
  readonly from: 'person' | 'staff';
  readonly by: { readonly id: number; readonly name: string | undefined } | undefined;
  readonly text: string;
  readonly at: Date;
}

interface CaseRow extends Record<string, unknown> {
  id: string;
  kind: CaseKind;
  status: CaseStatus;
  channel: ChannelName;
  chat: string;
  conversation_id: string;
  learner_id: string;
  locale: Locale;
  course_id: string | null;
  course_title: string | null;
  reasons: string[];
  item: string | null;
  attempt_id: string | null;
  grade: Omit<GradeFacts, 'item'> | null;
  claimed_by: string | null;
  claimed_name: string | null;
  opened_at: string;
  waiting_since: string | null;
  answered_at: string | null;
  closed_at: string | null;
  closed_by: ClosedBy | null;
  messages: number;
  chat_before_turn: string | null;
}

/** The part of a statement that a member's scope is. */
export function inScope(scope: Scope): SQL {
  if (scope.kind === 'all') return sql`true`;
  return sql`(inbox_case.kind = 'wrong_information' and inbox_case.organisation_id = ${scope.organisationId ?? null}::bigint)`;
}

const selection = sql`
  select inbox_case.id, kind, status, channel, chat, conversation_id, inbox_case.learner_id, inbox_case.locale, course_id, course_title,
    reasons, item, attempt_id, grade, claimed_by, member.display_name as claimed_name, opened_at, waiting_since, answered_at, closed_at, closed_by,
    chat_before_turn, (select count(*)::int from inbox_message where case_id = inbox_case.id) as messages
  from inbox_case join conversation on conversation.id = conversation_id
  left join staff_member as member on member.id = claimed_by`;

/** What the desk works with: the case, where to write to, and what of the chat may be read. */
export interface FoundCase {
  readonly case: Case;
  readonly recipient: Recipient;
  /** Of `grade`: the answer it is about. */
  readonly attemptId: number | undefined;
  /** The person agreed that staff read the chat before this turn. */
  readonly chatBeforeTurn: number | undefined;
}

const dateOf = (text: string | null): Date | undefined => (text === null ? undefined : new Date(text));

function found(row: CaseRow): FoundCase {
  const { kind, channel, locale, chat } = row;
  const id = Number(row.id);
  const grade =
    row.grade === null ? undefined : { ...row.grade, item: row.item ?? '', rubric: row.grade.rubric ?? undefined };
  const course = row.course_id === null ? undefined : { id: row.course_id, title: row.course_title ?? row.course_id };
  return {
    case: {
      id,
      kind,
      status: row.status,
      channel,
      locale,
      course,
      reasons: row.reasons,
      grade,
      claimedBy:
        row.claimed_by === null ? undefined : { id: Number(row.claimed_by), name: row.claimed_name ?? undefined },
      openedAt: new Date(row.opened_at),
      waitingSince: dateOf(row.waiting_since),
      answeredAt: dateOf(row.answered_at),
      closedAt: dateOf(row.closed_at),
      closedBy: row.closed_by ?? undefined,
      messages: row.messages,
    },
    recipient: {
      caseId: id,
      kind,
      conversationId: Number(row.conversation_id),
      channel,
      locale,
      chat,
      about: grade?.question,
      learnerId: Number(row.learner_id),
    },
    attemptId: row.attempt_id === null ? undefined : Number(row.attempt_id),
    chatBeforeTurn: row.chat_before_turn === null ? undefined : Number(row.chat_before_turn),
  };
}

/** A case, or undefined when there is none of this id in the scope. */
export async function findCase(db: Queryable, scope: Scope, id: number): Promise<FoundCase | undefined> {
  const { rows } = await db.execute<CaseRow>(sql`${selection} where inbox_case.id = ${id} and ${inScope(scope)}`);
  return rows[0] && found(rows[0]);
}

/**
 * The same, locked until the end of the transaction: of two members who act at once the later sees what the first did. Its conversation
 * first, as turns and erasures do: two who lock in different orders could wait for each other.
 */
export async function lockCase(tx: Queryable, scope: Scope, id: number): Promise<FoundCase | undefined> {
  await tx.execute(sql`
    select 1 from conversation where id = (select conversation_id from inbox_case where inbox_case.id = ${id}) for key share`);
  const { rows } = await tx.execute(sql`select 1 from inbox_case where id = ${id} for no key update`);
  return rows.length === 0 ? undefined : findCase(tx, scope, id);
}

/** Cases that end by themselves now, locked, those that others are at left out. */
export async function lockExpired(tx: Queryable, now: Date, limit: number): Promise<FoundCase[]> {
  const { rows } = await tx.execute<CaseRow>(sql`
    ${selection} where status <> 'closed' and expires_at <= ${now}
    order by expires_at limit ${limit} for no key update of inbox_case skip locked`);
  return rows.map(found);
}

export interface CaseFilter {
  readonly status?: CaseStatus;
  readonly kind?: CaseKind;
  /** Only cases of smaller ids. */
  readonly before?: number;
  readonly limit: number;
}

/** Cases, the newest first. */
export async function listCases(db: Queryable, scope: Scope, filter: CaseFilter): Promise<Case[]> {
  const { rows } = await db.execute<CaseRow>(sql`
    ${selection} where ${inScope(scope)}
      and (${filter.status ?? null}::text is null or status = ${filter.status ?? null})
      and (${filter.kind ?? null}::text is null or kind = ${filter.kind ?? null})
      and (${filter.before ?? null}::bigint is null or inbox_case.id < ${filter.before ?? null})
    order by inbox_case.id desc limit ${filter.limit}`);
  return rows.map((row) => found(row).case);
}

/** How much there is to do. */
export interface InboxFigures {
  readonly open: number;
  readonly claimed: number;
  readonly closed: number;
  /** The case whose person has waited longest for an answer. */
  readonly oldestWaiting: { readonly id: number; readonly since: Date } | undefined;
}

/** Counts of a scope, of one kind or all. */
export async function countCases(db: Queryable, scope: Scope, kind?: CaseKind): Promise<InboxFigures> {
  const { rows } = await db.execute<{
    open: number;
    claimed: number;
    closed: number;
    oldest_id: string | null;
    oldest_since: string | null;
  }>(sql`
    with seen as (
      select id, status, waiting_since from inbox_case
      where ${inScope(scope)} and (${kind ?? null}::text is null or kind = ${kind ?? null})),
    oldest as (
      select id, waiting_since from seen where status <> 'closed' and waiting_since is not null order by waiting_since, id limit 1)
    select (select count(*)::int from seen where status = 'open') as open,
      (select count(*)::int from seen where status = 'claimed') as claimed,
      (select count(*)::int from seen where status = 'closed') as closed,
      (select id from oldest) as oldest_id, (select waiting_since from oldest) as oldest_since`);
  const [row] = rows;
  return {
    open: row?.open ?? 0,
    claimed: row?.claimed ?? 0,
    closed: row?.closed ?? 0,
    oldestWaiting:
      row === undefined || row.oldest_id === null || row.oldest_since === null
        ? undefined
        : { id: Number(row.oldest_id), since: new Date(row.oldest_since) },
  };
}

/** What waits to be done, in all scopes; it reads no closed case. */
export async function countOpenCases(
  db: Queryable,
): Promise<{ readonly open: number; readonly claimed: number; readonly oldestWaiting: Date | undefined }> {
  const { rows } = await db.execute<{ open: number; claimed: number; oldest: string | null }>(sql`
    select count(*) filter (where status = 'open')::int as open, count(*) filter (where status = 'claimed')::int as claimed,
      min(waiting_since) as oldest
    from inbox_case where status <> 'closed'`);
  const [row] = rows;
  return { open: row?.open ?? 0, claimed: row?.claimed ?? 0, oldestWaiting: dateOf(row?.oldest ?? null) };
}

/** What was said in a case, oldest first. */
export async function messagesOfCase(db: Queryable, caseId: number): Promise<CaseMessage[]> {
  const { rows } = await db.execute<{
    id: string;
    author: 'person' | 'staff';
    staff_id: string | null;
    name: string | null;
    text: string;
    said_at: string;
  }>(sql`
    select message.id, author, staff_id, member.display_name as name, text, said_at
    from inbox_message as message left join staff_member as member on member.id = staff_id
    where case_id = ${caseId} order by message.id`);
  return rows.map((row) => ({
    id: Number(row.id),
    from: row.author,
    by: row.staff_id === null ? undefined : { id: Number(row.staff_id), name: row.name ?? undefined },
    text: row.text,
    at: new Date(row.said_at),
  }));
}

import { createHash } from 'node:crypto';
import { type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import type { Locale } from '../message/index.ts';
import type { CaseKind } from './schema.ts';

/** Who opens a case, and where answers go. */
export interface Opener {
  readonly learnerId: number;
  readonly conversationId: number;
  readonly locale: Locale;
  readonly at: Date;
}

/** A yes to staff reading the chat before the hand-over was asked for. */
export interface ChatConsent {
  /** The turn in which a person was asked for: what came before it may be read. */
  readonly beforeTurn: number;
  /** The turn in which the yes was said, and the very words that were agreed to. */
  readonly turnId: number;
  readonly text: string;
}

export interface Question {
  readonly text: string;
  readonly consent: ChatConsent | undefined;
  /** When it ends without an answer. */
  readonly deadline: Date;
}

/** Hands a question over to people and returns its case. While the conversation has an open hand-over, that takes the question. */
export async function openHandOver(tx: Queryable, opener: Opener, question: Question): Promise<number> {
  const { learnerId, conversationId, locale, at } = opener;
  const { consent } = question;
  const hash = consent && createHash('sha256').update(consent.text).digest('hex');
  const { rows } = await tx.execute<{ id: string }>(sql`
    with opened as (
      insert into inbox_case (kind, status, learner_id, conversation_id, locale, chat_before_turn, consent_turn, consent_text_hash,
        opened_at, waiting_since, expires_at)
      values ('hand_over', 'open', ${learnerId}, ${conversationId}, ${locale}, ${consent?.beforeTurn ?? null},
        ${consent?.turnId ?? null}, ${hash ?? null}, ${at}, ${at}, ${question.deadline})
      on conflict (conversation_id) where kind = 'hand_over' and status <> 'closed' do update
        set waiting_since = coalesce(inbox_case.waiting_since, excluded.waiting_since),
          expires_at = case when inbox_case.waiting_since is null then excluded.expires_at else inbox_case.expires_at end
      returning id)
    insert into inbox_message (case_id, author, text, said_at)
    select id, 'person', ${question.text}, ${at}::timestamptz from opened returning case_id as id`);
  return Number(rows[0]?.id);
}

/** Keeps a word about the service and returns its case. The same words again, while they are open, are the same case. */
export async function openFeedback(tx: Queryable, opener: Opener, text: string): Promise<number> {
  const { learnerId, conversationId, locale, at } = opener;
  const { rows } = await tx.execute<{ id: string }>(sql`
    with same as (
      select inbox_case.id from inbox_case join inbox_message on case_id = inbox_case.id
      where learner_id = ${learnerId} and kind = 'feedback' and status <> 'closed' and text = ${text} limit 1),
    opened as (
      insert into inbox_case (kind, status, learner_id, conversation_id, locale, opened_at, waiting_since)
      select 'feedback', 'open', ${learnerId}::bigint, ${conversationId}::bigint, ${locale}::text, ${at}::timestamptz, ${at}::timestamptz
      where not exists (select 1 from same) returning id),
    said as (
      insert into inbox_message (case_id, author, text, said_at)
      select id, 'person', ${text}, ${at}::timestamptz from opened)
    select id from opened union all select id from same`);
  return Number(rows[0]?.id);
}

/**
 * Reports a course whose facts are wrong and returns the case. Reported again while that is open, a new reason is added to the same
 * case. Undefined when the course has just left the catalogue.
 */
export async function openReport(
  tx: Queryable,
  opener: Opener,
  courseKey: number,
  reason: string,
): Promise<number | undefined> {
  const { learnerId, conversationId, locale, at } = opener;
  const { rows } = await tx.execute<{ id: string }>(sql`
    insert into inbox_case (kind, status, learner_id, conversation_id, locale, course_id, course_title, organisation_id, reasons,
      opened_at, waiting_since)
    select 'wrong_information', 'open', ${learnerId}::bigint, ${conversationId}::bigint, ${locale}::text, public_id, title,
      organisation_id, array[${reason}::text], ${at}::timestamptz, ${at}::timestamptz
    from course where id = ${courseKey}
    on conflict (learner_id, course_id) where kind = 'wrong_information' and status <> 'closed' do update
      set reasons = case when inbox_case.reasons @> excluded.reasons then inbox_case.reasons
        else inbox_case.reasons || excluded.reasons end,
      waiting_since = case when inbox_case.reasons @> excluded.reasons then inbox_case.waiting_since
        else coalesce(inbox_case.waiting_since, excluded.waiting_since) end
    returning id`);
  return rows[0] && Number(rows[0].id);
}

/** A case that took a person's words. */
export interface TakenWords {
  readonly kind: CaseKind;
  /** When staff last said something, if they did. */
  readonly answeredAt: Date | undefined;
}

/**
 * Cases of any learner under an account: who talks with staff about a question goes on doing so when the conversation turns to their
 * child.
 */
function ofAccount(accountId: number): SQL {
  return sql`learner_id in (select id from learner where account_id = ${accountId})`;
}

/** Adds a person's words to their open case. Undefined when it is closed, gone, or somebody else's. */
export async function addToCase(
  tx: Queryable,
  caseId: number,
  words: { readonly accountId: number; readonly text: string; readonly at: Date; readonly deadline: Date },
): Promise<TakenWords | undefined> {
  const { rows } = await tx.execute<{ kind: CaseKind; answered_at: string | null }>(sql`
    with found as (
      update inbox_case set waiting_since = coalesce(waiting_since, ${words.at}::timestamptz),
        expires_at = case when kind <> 'hand_over' then null when waiting_since is null then ${words.deadline}::timestamptz
          else expires_at end
      where id = ${caseId} and ${ofAccount(words.accountId)} and status <> 'closed' returning id, kind, answered_at),
    said as (
      insert into inbox_message (case_id, author, text, said_at)
      select id, 'person', ${words.text}, ${words.at}::timestamptz from found)
    select kind, answered_at from found`);
  const row = rows[0];
  return row && { kind: row.kind, answeredAt: row.answered_at === null ? undefined : new Date(row.answered_at) };
}

/** An open case as its person sees it. */
export interface OwnCase {
  readonly id: number;
  readonly conversationId: number;
  readonly kind: CaseKind;
  readonly courseTitle: string | undefined;
  readonly openedAt: Date;
  readonly answered: boolean;
}

/** A person's open cases, the newest first; those that they did not open themselves (`danger`) are not among them. */
export async function openCases(db: Queryable, accountId: number): Promise<OwnCase[]> {
  const { rows } = await db.execute<{
    id: string;
    conversation_id: string;
    kind: CaseKind;
    course_title: string | null;
    opened_at: string;
    answered: boolean;
  }>(sql`
    select id, conversation_id, kind, course_title, opened_at, answered_at is not null as answered from inbox_case
    where ${ofAccount(accountId)} and status <> 'closed' and kind <> 'danger' order by id desc`);
  return rows.map((row) => ({
    id: Number(row.id),
    conversationId: Number(row.conversation_id),
    kind: row.kind,
    courseTitle: row.course_title ?? undefined,
    openedAt: new Date(row.opened_at),
    answered: row.answered,
  }));
}

/**
 * Closes a person's own case: `person` when it is settled; `withdrawn` takes the words back as well. False when it was closed before
 * or is not theirs.
 */
export async function closeOwnCase(
  tx: Queryable,
  caseId: number,
  end: { readonly accountId: number; readonly by: 'person' | 'withdrawn'; readonly at: Date },
): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    update inbox_case set status = 'closed', closed_at = ${end.at}, closed_by = ${end.by}, waiting_since = null
    where id = ${caseId} and ${ofAccount(end.accountId)} and status <> 'closed' returning 1`);
  if (rows.length === 0) return false;
  if (end.by === 'withdrawn') await tx.execute(sql`delete from inbox_message where case_id = ${caseId}`);
  return true;
}

import type { Clock, Database, Queryable } from '../database/index.ts';
import { enqueue } from '../delivery/index.ts';
import { learnersOf } from '../learners/index.ts';
import { createTranslator } from '../locales/index.ts';
import { menuOf } from '../message/index.ts';
import { rules } from '../outreach/index.ts';
import {
  type Notice,
  type NoticeKind,
  noticesDue,
  registrationByKey,
  settleNotice,
  workshopsByKeys,
} from '../workshops/index.ts';
import { choicesOf } from './choices.ts';
import { answerHours, givesWay, type LetterBoxOptions } from './letters.ts';
import { mannerOf, presentationOf } from './manner.ts';
import { lightened, withNumberHint } from './settle.ts';
import type { DialogueState } from './state.ts';
import { lockAtRest, type RestingConversation, reachableChat, saveStateAtRest } from './store.ts';
import { type NoticeFacts, noticeMessage, type WrittenNotice, writeNotice } from './words/workshop-notice.ts';

export interface WorkshopNoticesOptions extends LetterBoxOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly timezone: string;
  /** Notices that are looked up at once. */
  readonly sliceSize?: number;
}

/** What one run did. */
export type NoticeCounts = {
  readonly due: number;
  readonly told: number;
  /** Not now: in the middle of something, or another process is at it. */
  readonly waiting: number;
  /** Nobody can be written to. */
  readonly unreachable: number;
};

type Outcome = 'told' | 'waiting' | 'unreachable';

/**
 * Says what people who registered for workshops must hear. Each message is one transaction with the note that it was said: a run that is
 * killed, or two at once, neither lose nor double one. They go to the chat its person used last, whoever of theirs it is about.
 */
export async function tellNotices(options: WorkshopNoticesOptions): Promise<NoticeCounts> {
  const { database, clock, sliceSize = 100 } = options;
  const counts = { due: 0, told: 0, waiting: 0, unreachable: 0 };
  const skip: number[] = [];
  for (;;) {
    const notices = await noticesDue(database.db, { now: clock(), limit: sliceSize, skip });
    for (const notice of notices) {
      const outcome = await database.transaction((tx) => tell(tx, options, notice));
      counts.due++;
      counts[outcome]++;
      skip.push(notice.key);
    }
    if (notices.length < sliceSize) return counts;
  }
}

async function tell(tx: Queryable, options: WorkshopNoticesOptions, notice: Notice): Promise<Outcome> {
  const now = options.clock();
  const chat = await reachableChat(tx, notice.accountId);
  if (chat === undefined) return 'unreachable';
  const conversation = await lockAtRest(tx, chat);
  const facts = conversation && (await factsOf(tx, notice));
  if (conversation === undefined || facts === undefined) return 'waiting';
  const isInterrupting = isInMidst(conversation, now);
  if (isInterrupting && mayWait(notice.kind, conversation, facts, now)) return 'waiting';
  if (!(await settleNotice(tx, notice.key, now))) return 'waiting';
  const { written, message, hasMenu } = inWords(options, conversation, facts, isInterrupting, now);
  const { id: conversationId, channel } = conversation;
  await enqueue(
    tx,
    [
      {
        uniqueKey: `workshop:${notice.key}`,
        channel,
        chat: conversation.chat,
        conversationId,
        learnerId: notice.learnerId,
        turnId: undefined,
        lane: 'reminder',
        message,
        via: 'sender',
        dueAt: now,
        notAfter: notice.offerUntil ?? notice.notAfter,
      },
    ],
    now,
  );
  if (!isInterrupting) {
    await saveStateAtRest(tx, conversationId, stateAfter(conversation.state, written, { message, hasMenu, now }));
  }
  return 'told';
}

async function factsOf(tx: Queryable, notice: Notice): Promise<NoticeFacts | undefined> {
  const registration = await registrationByKey(tx, notice.registrationKey);
  const [workshop] = await workshopsByKeys(tx, [notice.workshopKey]);
  const learner = (await learnersOf(tx, notice.accountId)).find(({ id }) => id === notice.learnerId);
  if (registration === undefined || workshop === undefined || learner === undefined) return undefined;
  // A reminder of a later session of a programme names that session's time.
  const session = workshop.sessions.find(({ startsAt }) => startsAt.getTime() === notice.startsAt?.getTime());
  return { notice, registration, workshop: { ...workshop, ...session, key: workshop.key }, learner };
}

/** Whether the person is in the middle of something, so that numbers and the next text are not ours. */
function isInMidst({ state, updatedAt }: RestingConversation, now: Date): boolean {
  const isFresh = now.getTime() - updatedAt.getTime() < rules.restMinutes * 60_000;
  return isFresh || isAsked(state, now) || state.withStaff !== undefined;
}

function isAsked({ question }: DialogueState, now: Date): boolean {
  return question !== undefined && !givesWay.has(question.kind) && new Date(question.until) >= now;
}

/** An hour before the start a reminder waits for nobody. */
const lastReminderMinutes = 60;

/** A seat that is held, a change and a cancelling cannot wait for the end of a talk; a reminder waits while it is of use. */
function mayWait(kind: NoticeKind, { state }: RestingConversation, { workshop }: NoticeFacts, now: Date): boolean {
  switch (kind) {
    case 'offer':
    case 'offer_over':
    case 'changed':
    case 'cancelled':
    case 'withdrawn':
      return false;
    case 'reminder_day':
    case 'reminder_hours': {
      const isUrgent = workshop.startsAt.getTime() - now.getTime() <= lastReminderMinutes * 60_000;
      // A case with staff may stay open for days.
      return !isUrgent && (isAsked(state, now) || state.withStaff === undefined);
    }
    case 'feedback':
      return true;
  }
}

function inWords(
  options: WorkshopNoticesOptions,
  conversation: RestingConversation,
  facts: NoticeFacts,
  isInterrupting: boolean,
  now: Date,
) {
  const locale = conversation.locale ?? conversation.state.spoken ?? 'vi';
  const { told } = conversation.profile;
  const presentation = presentationOf(told);
  const t = createTranslator(locale, mannerOf(told));
  const written = writeNotice(
    {
      t,
      presentation,
      locale,
      learner: conversation.learner,
      links: options.linksOf(conversation.channel),
      conversationId: conversation.id,
      now,
      timezone: options.timezone,
      ...choicesOf(options.choiceSecret, conversation.id),
    },
    facts,
  );
  const isByNumber = options.channels[conversation.channel].choices === 'numbers';
  const plain = noticeMessage(written, isByNumber && isInterrupting);
  const hasMenu = isByNumber && !isInterrupting && menuOf(plain).length > 0;
  const shown = presentation.isLight ? lightened(plain) : plain;
  return { written, message: hasMenu ? withNumberHint(shown, t) : shown, hasMenu };
}

/** What a typed number means from now on. */
function stateAfter(
  state: DialogueState,
  { question }: WrittenNotice,
  { message, hasMenu, now }: { message: Parameters<typeof menuOf>[0]; hasMenu: boolean; now: Date },
): DialogueState {
  const { menu: _menu, question: _question, ...rest } = state;
  const until = new Date(now.getTime() + answerHours * 3_600_000).toISOString();
  return {
    ...rest,
    ...(question === undefined ? {} : { question: { ...question, until } }),
    ...(hasMenu ? { menu: { options: menuOf(message), until } } : {}),
  };
}

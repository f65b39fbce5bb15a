import type { Clock, Database, Queryable } from '../database/index.ts';
import { enqueue } from '../delivery/index.ts';
import { createTranslator } from '../locales/index.ts';
import { menuOf, type OutboundMessage } from '../message/index.ts';
import { isQuiet, minutesLeft, type QuietHours, rules } from '../outreach/index.ts';
import { cityTime } from '../time/index.ts';
import { choicesOf } from './choices.ts';
import type { TurnContext } from './context.ts';
import { answerHours, givesWay, type LetterBoxOptions } from './letters.ts';
import { mannerOf, presentationOf } from './manner.ts';
import { lightened, withNumberHint } from './settle.ts';
import { lockAtRest, type RestingConversation, reachableChat, saveStateAtRest } from './store.ts';

/** What telling people news needs. */
export interface RestNewsOptions extends LetterBoxOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly timezone: string;
  readonly quietHours: QuietHours | undefined;
  /** Pieces of news that are looked up at once. */
  readonly sliceSize?: number;
}

/** What one run did. */
export type RestNewsCounts = {
  readonly due: number;
  readonly told: number;
  /** Not now: in the middle of something, or another process is at it. */
  readonly waiting: number;
  readonly unreachable: number;
};

/** What the words of news need. */
export type NewsWording = Pick<TurnContext, 't' | 'locale' | 'choice' | 'offer'>;

/** A piece of news to its person. */
export interface RestNews {
  readonly accountId: number;
  /** Whom of theirs it is about. */
  readonly learnerId: number;
  /** Telling it twice is harmless. */
  readonly uniqueKey: string;
  /** Sent only while they agree to it; news that they asked for themselves needs no purpose. */
  readonly purpose?: 'reminders';
  /** Undefined when there is nothing to say any more. */
  readonly write: (tx: Queryable, wording: NewsWording) => Promise<OutboundMessage | undefined>;
  /** Notes that it is told; false when it was, or when it is no news any more. */
  readonly note: (tx: Queryable, now: Date) => Promise<boolean>;
}

/**
 * Tells people news, once, outside the quiet hours, in the chat they wrote in last, and in the middle of nothing else. Each message is one
 * transaction with the note that it was said: a run that is killed, or two at once, neither lose nor double one.
 * @param due what is to be told, oldest first, without what was looked at in this run
 */
export async function tellAtRest<News>(
  options: RestNewsOptions,
  due: (look: { readonly now: Date; readonly limit: number; readonly skip: readonly News[] }) => Promise<News[]>,
  inRest: (news: News) => RestNews,
): Promise<RestNewsCounts> {
  const { database, clock, timezone, quietHours, sliceSize = 100 } = options;
  const counts = { due: 0, told: 0, waiting: 0, unreachable: 0 };
  const skip: News[] = [];
  for (;;) {
    if (isQuiet(quietHours, cityTime(clock(), timezone).minutes)) return counts;
    const found = await due({ now: clock(), limit: sliceSize, skip });
    for (const news of found) {
      counts.due++;
      counts[await database.transaction((tx) => tell(tx, options, inRest(news)))]++;
      skip.push(news);
    }
    if (found.length < sliceSize) return counts;
  }
}

async function tell(
  tx: Queryable,
  options: RestNewsOptions,
  news: RestNews,
): Promise<'told' | 'waiting' | 'unreachable'> {
  const now = options.clock();
  const chat = await reachableChat(tx, news.accountId);
  if (chat === undefined) return 'unreachable';
  const conversation = await lockAtRest(tx, chat);
  if (conversation === undefined || isBusy(conversation, now)) return 'waiting';
  const message = await inWords(tx, options, conversation, news);
  if (message === undefined || !(await news.note(tx, now))) return 'waiting';
  const { id: conversationId, channel } = conversation;
  const { minutes } = cityTime(now, options.timezone);
  const delivery = {
    uniqueKey: news.uniqueKey,
    channel,
    chat: conversation.chat,
    conversationId,
    learnerId: news.learnerId,
    turnId: undefined,
    lane: 'reminder',
    message,
    via: 'sender',
    dueAt: now,
    notAfter: new Date(now.getTime() + minutesLeft(options.quietHours, minutes) * 60_000),
    ...(news.purpose === undefined ? {} : { purpose: news.purpose }),
  } as const;
  await enqueue(tx, [delivery], now);
  if (options.channels[channel].choices === 'numbers') {
    const { menu: _menu, question: _question, ...rest } = conversation.state;
    const until = new Date(now.getTime() + answerHours * 3_600_000).toISOString();
    await saveStateAtRest(tx, conversationId, { ...rest, menu: { options: menuOf(message), until } });
  }
  return 'told';
}

function isBusy({ state, updatedAt }: RestingConversation, now: Date): boolean {
  const isFresh = now.getTime() - updatedAt.getTime() < rules.restMinutes * 60_000;
  const { question } = state;
  const isAsked = question !== undefined && !givesWay.has(question.kind) && new Date(question.until) >= now;
  return isFresh || isAsked || state.withStaff !== undefined;
}

async function inWords(
  tx: Queryable,
  options: RestNewsOptions,
  conversation: RestingConversation,
  news: RestNews,
): Promise<OutboundMessage | undefined> {
  const { told } = conversation.profile;
  const locale = conversation.locale ?? conversation.state.spoken ?? 'vi';
  const t = createTranslator(locale, mannerOf(told));
  const message = await news.write(tx, { t, locale, ...choicesOf(options.choiceSecret, conversation.id) });
  if (message === undefined) return undefined;
  const shown = presentationOf(told).isLight ? lightened(message) : message;
  return options.channels[conversation.channel].choices === 'numbers' ? withNumberHint(shown, t) : shown;
}

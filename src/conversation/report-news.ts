import { coursesByKeys } from '../catalogue/index.ts';
import type { Clock, Database, Queryable } from '../database/index.ts';
import { enqueue } from '../delivery/index.ts';
import { noteReportTold, type ReportNews, reportNewsDue } from '../freshness/index.ts';
import { createTranslator } from '../locales/index.ts';
import { menuOf, type OutboundMessage } from '../message/index.ts';
import { isQuiet, minutesLeft, type QuietHours, rules } from '../outreach/index.ts';
import { cityTime } from '../time/index.ts';
import { choicesOf } from './choices.ts';
import { answerHours, givesWay, type LetterBoxOptions } from './letters.ts';
import { mannerOf, presentationOf } from './manner.ts';
import { lightened, withNumberHint } from './settle.ts';
import { lockAtRest, type RestingConversation, reachableChat, saveStateAtRest } from './store.ts';
import { shownTitle } from './words/course-card.ts';

export interface ReportNewsOptions extends LetterBoxOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly timezone: string;
  readonly quietHours: QuietHours | undefined;
  /** Pieces of news that are looked up at once. */
  readonly sliceSize?: number;
}

/** What one run did. */
export type ReportNewsCounts = {
  readonly due: number;
  readonly told: number;
  /** Not now: in the middle of something, or another process is at it. */
  readonly waiting: number;
  readonly unreachable: number;
};

/**
 * Tells people once what became of the courses they reported, outside the quiet hours, in the chat they wrote in last. Each message is one
 * transaction with the note that it was said: a run that is killed, or two at once, neither lose nor double one.
 */
export async function tellReportNews(options: ReportNewsOptions): Promise<ReportNewsCounts> {
  const { database, clock, timezone, quietHours, sliceSize = 100 } = options;
  const counts = { due: 0, told: 0, waiting: 0, unreachable: 0 };
  const skip: ReportNews[] = [];
  for (;;) {
    if (isQuiet(quietHours, cityTime(clock(), timezone).minutes)) return counts;
    const found = await reportNewsDue(database.db, { now: clock(), limit: sliceSize, skip });
    for (const news of found) {
      counts.due++;
      counts[await database.transaction((tx) => tell(tx, options, news))]++;
      skip.push(news);
    }
    if (found.length < sliceSize) return counts;
  }
}

async function tell(
  tx: Queryable,
  options: ReportNewsOptions,
  news: ReportNews,
): Promise<'told' | 'waiting' | 'unreachable'> {
  const now = options.clock();
  const chat = await reachableChat(tx, news.accountId);
  if (chat === undefined) return 'unreachable';
  const conversation = await lockAtRest(tx, chat);
  if (conversation === undefined || isBusy(conversation, now)) return 'waiting';
  const message = await inWords(tx, options, conversation, news);
  if (message === undefined || !(await noteReportTold(tx, news, now))) return 'waiting';
  const { id: conversationId, channel } = conversation;
  const { minutes } = cityTime(now, options.timezone);
  const delivery = {
    uniqueKey: `report:${news.learnerId}:${news.courseKey}:${news.reportedAt.getTime()}`,
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

/** Undefined when the course has left the catalogue meanwhile: its reports have gone with it. */
async function inWords(
  tx: Queryable,
  options: ReportNewsOptions,
  conversation: RestingConversation,
  { courseKey, outcome }: ReportNews,
): Promise<OutboundMessage | undefined> {
  const [course] = await coursesByKeys(tx, [courseKey]);
  if (course === undefined) return undefined;
  const { told } = conversation.profile;
  const t = createTranslator(conversation.locale ?? conversation.state.spoken ?? 'vi', mannerOf(told));
  const { choice } = choicesOf(options.choiceSecret, conversation.id);
  const args = [course.key.toString(36)];
  const message: OutboundMessage = {
    text: [t('report-news', { outcome, title: shownTitle(t, course) })],
    choices:
      outcome === 'closed'
        ? [choice({ action: 'similar', args }, t('choice-similar-open'))]
        : [choice({ action: 'details', args }, t('choice-details-short'))],
  };
  const shown = presentationOf(told).isLight ? lightened(message) : message;
  return options.channels[conversation.channel].choices === 'numbers' ? withNumberHint(shown, t) : shown;
}

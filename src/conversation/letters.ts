import { coursesByKeys } from '../catalogue/index.ts';
import { enqueue } from '../delivery/index.ts';
import { createTranslator } from '../locales/index.ts';
import type { ChannelCapabilities, ChannelName } from '../message/index.ts';
import { menuOf, type OutboundMessage } from '../message/index.ts';
import { type AddressedLetter, type Letter, type PostLetter, rules } from '../outreach/index.ts';
import { choicesOf } from './choices.ts';
import type { Links } from './context.ts';
import type { Wording } from './flows/course-list.ts';
import { mannerOf, presentationOf } from './manner.ts';
import { lightened, withNumberHint } from './settle.ts';
import type { DialogueState } from './state.ts';
import { lockAtRest, type RestingConversation, saveStateAtRest } from './store.ts';
import { type WrittenLetter, writeLetter } from './words/letter.ts';

/** How long the numbers of a message that came by itself choose, and a typed answer belongs to its question: people answer on the day after. */
export const answerHours = 48;

/** Questions that give way to the next message that comes by itself: one that came by itself, and a list that numbers choose from. */
export const givesWay: ReadonlySet<string> = new Set(['follow_up', 'workshops', 'workshop_rating']);

/**
 * Questions that learning itself asks. They stay open for a day, so that a lesson can be answered late; the reminder to go on with that very
 * lesson would otherwise come a day after it was left, whatever the learner's hour, or find no room before the quiet hours.
 */
const ofLearning: ReadonlySet<string> = new Set(['lesson', 'lesson_place', 'review']);

export interface LetterBoxOptions {
  readonly channels: Readonly<Record<ChannelName, ChannelCapabilities>>;
  readonly linksOf: (channel: ChannelName) => Links;
  readonly choiceSecret: string;
}

/**
 * Puts what comes by itself into words and into the outbox. The conversation is locked as in a turn, and whoever is in the
 * middle of something, or waits for a person's answer, is not interrupted: their open question and their numbers stay theirs.
 */
export function createLetterBox(options: LetterBoxOptions): PostLetter {
  return async (tx, addressed) => {
    const { conversationId, learnerId, letter, now } = addressed;
    const conversation = await lockAtRest(tx, conversationId, addressed.learner === undefined ? learnerId : undefined);
    if (conversation === undefined || isBusy(conversation, letter, now)) return 'busy';
    const locale = conversation.locale ?? conversation.state.spoken ?? 'vi';
    const { told } = conversation.profile;
    const presentation = presentationOf(told);
    const wording: Wording = {
      t: createTranslator(locale, mannerOf(told)),
      presentation,
      locale,
      learner: addressed.learner ?? conversation.learner,
      links: options.linksOf(conversation.channel),
      conversationId,
      ...choicesOf(options.choiceSecret, conversationId),
    };
    const written = writeLetter(wording, letter, await coursesByKeys(tx, courseKeysOf(letter)));
    if (written === undefined) return 'empty';
    const isByNumber = options.channels[conversation.channel].choices === 'numbers';
    const hasMenu = isByNumber && menuOf(written.message).length > 0;
    const shown = presentation.isLight ? lightened(written.message) : written.message;
    const message = hasMenu ? withNumberHint(shown, wording.t) : shown;
    const [id] = await enqueue(tx, [delivery(addressed, conversation, message)], now);
    if (id === undefined) return 'empty';
    await saveStateAtRest(tx, conversationId, stateAfter(conversation.state, written, hasMenu, now));
    return id;
  };
}

function isBusy({ state, updatedAt }: RestingConversation, letter: Letter, now: Date): boolean {
  const isFresh = now.getTime() - updatedAt.getTime() < rules.restMinutes * 60_000;
  const { question } = state;
  const isAsked =
    question !== undefined &&
    !givesWay.has(question.kind) &&
    !(isAboutLearning(letter) && ofLearning.has(question.kind)) &&
    new Date(question.until) >= now;
  return isFresh || isAsked || state.withStaff !== undefined;
}

function isAboutLearning({ kind }: Letter): boolean {
  return kind === 'lesson' || kind === 'learning_pause';
}

function courseKeysOf(letter: Letter): number[] {
  switch (letter.kind) {
    case 'start':
      return letter.courses.map(({ courseKey }) => courseKey);
    case 'alert':
      return letter.wishes.flatMap(({ courseKeys }) => courseKeys);
    case 'follow_up':
      return [letter.courseKey];
    case 'deadline':
    case 'lesson':
    case 'learning_pause':
      return [];
  }
}

function delivery(
  { uniqueKey, learnerId, now, notAfter }: AddressedLetter,
  { id, channel, chat }: RestingConversation,
  message: OutboundMessage,
) {
  return {
    uniqueKey,
    channel,
    chat,
    conversationId: id,
    learnerId,
    turnId: undefined,
    lane: 'reminder',
    message,
    via: 'sender',
    dueAt: now,
    notAfter,
    purpose: 'reminders',
  } as const;
}

/** What a typed "1", "rồi", "khóa này" means from now on. */
function stateAfter(state: DialogueState, written: WrittenLetter, hasMenu: boolean, now: Date): DialogueState {
  const { menu: _menu, question, ...rest } = state;
  // Above a reminder with buttons the lesson's question still stands: who types its answer is understood. Numbers are the reminder's.
  const isKept = !hasMenu && question !== undefined && ofLearning.has(question.kind);
  const until = new Date(now.getTime() + answerHours * 3_600_000).toISOString();
  return {
    ...rest,
    ...(written.focus === undefined ? {} : { focus: written.focus }),
    ...(isKept ? { question } : {}),
    ...(written.question === undefined ? {} : { question: { ...written.question, until } }),
    ...(hasMenu ? { menu: { options: menuOf(written.message), until } } : {}),
  };
}

import { type Clock, type CommitWith, type Database, meanwhile, type Queryable } from '../database/index.ts';
import { answersOfTurn, type Reservation, supersede } from '../delivery/index.ts';
import type { Finder } from '../discovery/index.ts';
import { hashCode, isHeldByOthers, type PersonalDataOwner } from '../learners/index.ts';
import type { Lessons, SelfAssessments } from '../learning/index.ts';
import { createTranslator } from '../locales/index.ts';
import type {
  ChannelCapabilities,
  ChannelName,
  InboundContent,
  InboundMessage,
  Locale,
  MediaKind,
  OutboundMessage,
} from '../message/index.ts';
import { optionOf } from '../message/index.ts';
import type { QuietHours } from '../outreach/index.ts';
import { detectLanguage } from '../text/index.ts';
import { distressOf, mediaToTell, type PassageSearch } from '../tutor/index.ts';
import { chosenFromAnnouncement } from './announcement-menu.ts';
import { type AnnouncementsOptions, writeAnnouncement } from './announcements.ts';
import { readChoiceId } from './choice-id.ts';
import { choicesOf } from './choices.ts';
import type { Answer, Links, TurnContext } from './context.ts';
import { setAside } from './failures.ts';
import { tellMedia } from './flows/media.ts';
import { mannerOf, presentationOf } from './manner.ts';
import { answer } from './perform.ts';
import { settle } from './settle.ts';
import { type Conversation, claimUpdate, createConversation, findTurn, noteWordsHeard } from './store.ts';
import type { TurnResult } from './turn-result.ts';

/** What every turn needs, made once by main. */
export interface TurnDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly timezone: string;
  /** When nothing leaves by itself. */
  readonly quietHours: QuietHours | undefined;
  readonly finder: Finder;
  /** The micro-lessons of the city. */
  readonly lessons: Lessons;
  /** What they teach, to be searched. */
  readonly passages: PassageSearch;
  /** A model can be asked, by who agrees to that. */
  readonly hasModel: boolean;
  /** What can be understood besides text, for who agrees to that. */
  readonly hears: Readonly<Record<MediaKind, boolean>>;
  readonly selfAssessments: SelfAssessments;
  /** What each channel can do. */
  readonly channels: Readonly<Record<ChannelName, ChannelCapabilities>>;
  /** The addresses that messages of a channel carry. */
  readonly linksOf: (channel: ChannelName) => Links;
  /** Signs choice ids. */
  readonly choiceSecret: string;
  /** Hashes the codes that link accounts. */
  readonly linkCodeSecret: string;
  readonly announcementLink: AnnouncementsOptions['announcementLink'];
  readonly personalData: readonly PersonalDataOwner[];
  /** Room in the sender of a channel for an answer to a chat. */
  readonly reserve?: (channel: ChannelName, chat: string) => Reservation | undefined;
}

/** Longest text that is understood; the rest of a longer one is neither read nor kept. */
const readCharacters = 4000;

/** Drops control characters, which no database or page should see; line breaks and tabs stay as white space. */
function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\uffff]/g,
      '',
    )
    .toWellFormed()
    .normalize('NFC')
    .slice(0, readCharacters)
    .toWellFormed();
}

function cleanContent(content: InboundContent): InboundContent {
  if (content.kind === 'media' && content.caption !== undefined)
    return { ...content, caption: cleanText(content.caption) };
  return content.kind === 'text' ? { ...content, text: cleanText(content.text) } : content;
}

/** Thrown inside the transaction to roll back the claim of a choice that was never offered. */
class ChoiceNeverOffered extends Error {}

/** The same for a message that goes on with a conversation erased meanwhile. */
class ConversationGone extends Error {}

/** The same where what the turn was to begin with says no. */
class BeginningRefused extends Error {}

/** What a turn begins with, in its transaction; false rolls all of it back. */
export type TurnBeginning = (tx: Queryable) => Promise<boolean>;

/**
 * A row was held by somebody else whom this turn must not wait for, since it holds rows itself. It has let go of everything and may be
 * taken again at once; that is no fault of its update.
 */
export class TurnMustStartAgain extends Error {
  constructor(cause: unknown) {
    super('A turn met another change of its account.', { cause });
    this.name = 'TurnMustStartAgain';
  }
}

/**
 * Answers one message in one transaction: claim, lock, route, answer, save. Throws `TurnMustStartAgain`, and others on faults of
 * ours.
 */
export async function takeTurnOnce(
  dependencies: TurnDependencies,
  message: InboundMessage,
  begin?: TurnBeginning,
): Promise<TurnResult> {
  const content = cleanContent(message.content);
  try {
    return await dependencies.database.transaction(async (tx, commitWith) => {
      // The first thing that is asked of every text.
      const claim = await meanwhile(claimUpdate(tx, message, withoutSource(content)), () => {
        if (content.kind === 'text') distressOf(content.text);
      });
      if (claim.turnId === undefined) return repeatAnswer(tx, message);
      if (claim.conversation === undefined && message.goesOn === true) throw new ConversationGone();
      const conversation = claim.conversation ?? (await createConversation(tx, message));
      const first = claim.conversation === undefined;
      const turn = { tx, message, conversation, first, turnId: claim.turnId };
      if (content.kind === 'heard') return await tellHeard(dependencies, { ...turn, content }, commitWith);
      // Travels with what the answer reads.
      const begun = begin?.(tx);
      begun?.catch(() => undefined);
      const context = turnContext(dependencies, { ...turn, content });
      const answered = await answerContent(dependencies, context, { message, content, conversation });
      if (begun !== undefined && !(await begun)) throw new BeginningRefused();
      const settled = await settle(context, { message, content, conversation, answer: answered, commitWith });
      return begun !== undefined && settled.kind === 'answered' ? { ...settled, hasBegun: true } : settled;
    });
  } catch (error) {
    if (error instanceof ChoiceNeverOffered) return { kind: 'choice_never_offered' };
    if (error instanceof ConversationGone) return { kind: 'conversation_gone' };
    if (error instanceof BeginningRefused) return { kind: 'busy', retryAfterSeconds: 0 };
    if (isHeldByOthers(error)) throw new TurnMustStartAgain(error);
    throw error;
  }
}

/**
 * Tells what was understood of a voice message or a picture. The words of a voice message go the way of typed ones, and stand in the turn as if
 * they were, so that whatever hides or forgets words finds them.
 */
async function tellHeard(
  dependencies: TurnDependencies,
  turn: OpenTurn & { readonly content: Extract<InboundContent, { kind: 'heard' }> },
  commitWith: CommitWith,
): Promise<TurnResult> {
  const { tx, message, conversation, turnId } = turn;
  const media = await mediaToTell(tx, turn.content.media);
  const words = media?.what === 'voice' && media.result.kind === 'understood' ? media.result.text : undefined;
  const content = words === undefined ? turn.content : { kind: 'text' as const, text: cleanText(words) };
  if (content.kind === 'text') await noteWordsHeard(tx, turnId, content.text);
  const context = turnContext(dependencies, { ...turn, content });
  const answered =
    media === undefined
      ? { messages: [], state: context.state }
      : await tellMedia(context, media, (said) =>
          answerContent(dependencies, context, { message, content: said, conversation }),
        );
  return settle(context, { message, content, conversation, answer: answered, commitWith });
}

/** Where the platform has a file is of use to nobody but who fetches it. */
function withoutSource(content: InboundContent): InboundContent {
  if (content.kind !== 'place') return content.kind === 'media' ? { ...content, source: '' } : content;
  const { point: _here, ...place } = content;
  return place;
}

interface OpenTurn {
  readonly tx: Queryable;
  readonly message: InboundMessage;
  readonly content: InboundContent;
  readonly conversation: Conversation;
  readonly first: boolean;
  readonly turnId: number;
}

/** The chosen language, else the one this message is written in, else the last one written, else the platform's. */
function localeOf(turn: OpenTurn): Locale {
  const { conversation, content, message } = turn;
  if (conversation.locale !== undefined) return conversation.locale;
  const spoken = conversation.state.spoken;
  if (content.kind === 'text' && !content.text.trimStart().startsWith('/')) {
    // One or two words such as "excel", "thêm" or "in Thu Duc" prove nothing against the language spoken so far.
    return detectLanguage(content.text, spoken ?? message.locale ?? 'vi', spoken === undefined ? 0 : 1.5);
  }
  return spoken ?? message.locale ?? 'vi';
}

function turnContext(dependencies: TurnDependencies, turn: OpenTurn): TurnContext {
  const { conversation } = turn;
  const locale = localeOf(turn);
  return {
    tx: turn.tx,
    now: dependencies.clock(),
    timezone: dependencies.timezone,
    turnId: turn.turnId,
    conversationId: conversation.id,
    learnerId: conversation.learnerId,
    learner: conversation.learner,
    accountId: conversation.accountId,
    channel: turn.message.channel,
    first: turn.first,
    locale,
    chosenLocale: conversation.locale,
    t: createTranslator(locale, mannerOf(conversation.profile.told)),
    state: { ...conversation.state, spoken: locale },
    finder: dependencies.finder,
    lessons: dependencies.lessons,
    passages: dependencies.passages,
    hasModel: dependencies.hasModel,
    hears: dependencies.hears,
    chat: turn.message.chat,
    selfAssessments: dependencies.selfAssessments,
    dismissed: new Set(conversation.dismissed),
    profile: conversation.profile,
    presentation: presentationOf(conversation.profile.told),
    capabilities: dependencies.channels[turn.message.channel],
    links: dependencies.linksOf(turn.message.channel),
    personalData: dependencies.personalData,
    announcement: (announcement, isTest) =>
      writeAnnouncement(
        dependencies,
        {
          conversationId: conversation.id,
          channel: turn.message.channel,
          locale,
          profile: conversation.profile,
          ...(isTest && { isTest }),
        },
        announcement,
      ),
    hashCode: (code) => hashCode(dependencies.linkCodeSecret, code),
    reserve: () => dependencies.reserve?.(turn.message.channel, turn.message.chat),
    quietHours: dependencies.quietHours,
    ...choicesOf(dependencies.choiceSecret, conversation.id),
  };
}

interface Heard {
  readonly message: InboundMessage;
  readonly content: Exclude<InboundContent, { kind: 'heard' }>;
  readonly conversation: Conversation;
}

async function answerContent(
  dependencies: TurnDependencies,
  context: TurnContext,
  { message, content, conversation }: Heard,
): Promise<Answer> {
  const choice =
    content.kind === 'choice'
      ? content.choice
      : ((await chosenFromAnnouncement(context, content)) ?? chosenFromMenu(content, context));
  if (choice !== undefined) {
    const event = readChoiceId(dependencies.choiceSecret, conversation.id, choice);
    if (event !== undefined) return answer(context, { kind: 'pressed', choice: event });
    if (content.kind === 'choice') throw new ChoiceNeverOffered();
  }
  if (content.kind === 'choice') throw new ChoiceNeverOffered();
  if (content.kind !== 'text' || content.corrects !== true) {
    return answer(context, content);
  }
  // An edit of anything but the last text is no question; of the last, it is that text as it was meant.
  if (context.state.lastOrigin !== message.origin) return { messages: [], state: context.state };
  const { lastText, ...state } = context.state;
  if (lastText !== undefined) await supersede(context.tx, lastText.turn);
  return answer({ ...context, state }, content);
}

/** The choice that a typed number or label stands for, where choices are numbers and the menu is not too old. */
function chosenFromMenu(content: InboundContent, { state, now, capabilities }: TurnContext): string | undefined {
  if (capabilities.choices !== 'numbers' || content.kind !== 'text') return undefined;
  if (state.menu === undefined || new Date(state.menu.until) < now) return undefined;
  return optionOf(state.menu.options, content.text)?.id;
}

async function repeatAnswer(tx: Queryable, message: InboundMessage): Promise<TurnResult> {
  const turn = await findTurn(tx, message);
  const stored = turn === undefined ? [] : await answersOfTurn(tx, turn.turnId);
  return {
    kind: 'answered',
    repeated: true,
    replies: stored.map((reply) => ({ id: String(reply.id), message: reply.message, at: reply.at })),
    waiting: 0,
  };
}

/** Ends an update that failed too often: it is claimed, shown to staff, and the person is told with its code. */
export async function setTurnAside(dependencies: TurnDependencies, message: InboundMessage): Promise<TurnResult> {
  const content = cleanContent(message.content);
  return dependencies.database.transaction(async (tx, commitWith) => {
    const claim = await claimUpdate(tx, message, withoutSource(content));
    if (claim.turnId === undefined) return repeatAnswer(tx, message);
    const conversation = claim.conversation ?? (await createConversation(tx, message));
    const turn = { tx, message, content, conversation, first: false, turnId: claim.turnId };
    const context = turnContext(dependencies, turn);
    await setAside(tx, message, context.now);
    const apology: OutboundMessage = {
      text: [context.t('chat-failed', { code: `T${claim.turnId}` })],
      choices: [],
    };
    return settle(context, {
      message,
      content,
      conversation,
      answer: { messages: [apology], state: conversation.state },
      commitWith,
    });
  });
}

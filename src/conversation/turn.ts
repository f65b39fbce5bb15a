import type { Clock, Database, Queryable } from '../database/index.ts';
import { answersOfTurn, type NewDelivery, supersede } from '../delivery/index.ts';
import type { Finder } from '../discovery/index.ts';
import { eraseLearnerData, type PersonalDataOwner } from '../learners/index.ts';
import { createTranslator } from '../locales/index.ts';
import type { InboundContent, InboundMessage, Locale, OutboundMessage } from '../message/index.ts';
import { detectLanguage } from '../text/index.ts';
import { choiceId, readChoiceId } from './choice-id.ts';
import type { Answer, Links, TurnContext } from './context.ts';
import { setAside } from './failures.ts';
import { perform } from './perform.ts';
import { route } from './router.ts';
import { type Conversation, claimUpdate, createConversation, findTurn, saveTurn } from './store.ts';
import type { TurnResult } from './turn-result.ts';

/** What every turn needs, made once by main. */
export interface TurnDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly finder: Finder;
  readonly links: Links;
  /** Signs choice ids. */
  readonly choiceSecret: string;
  readonly personalData: readonly PersonalDataOwner[];
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
  return content.kind === 'text' ? { kind: 'text', text: cleanText(content.text) } : content;
}

/** Thrown inside the transaction to roll back the claim of a choice that was never offered. */
class ChoiceNeverOffered extends Error {}

/** Answers one message in one transaction: claim, lock, route, answer, save. Throws on faults of ours. */
export async function takeTurnOnce(
  dependencies: TurnDependencies,
  message: InboundMessage,
  answersInResponse: boolean,
): Promise<TurnResult> {
  const content = cleanContent(message.content);
  try {
    return await dependencies.database.transaction(async (tx) => {
      const claim = await claimUpdate(tx, message, content);
      if (claim.turnId === undefined) return repeatAnswer(tx, message);
      const conversation = claim.conversation ?? (await createConversation(tx, message));
      const first = claim.conversation === undefined;
      const context = turnContext(dependencies, { tx, message, content, conversation, first, turnId: claim.turnId });
      const answer = await answerContent(dependencies, context, content, conversation);
      return settle(dependencies, context, { message, conversation, answer, answersInResponse });
    });
  } catch (error) {
    if (error instanceof ChoiceNeverOffered) return { kind: 'choice_never_offered' };
    throw error;
  }
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
  if (content.kind === 'text' && !content.text.trimStart().startsWith('/')) {
    const written = detectLanguage(content.text);
    // One or two words such as "excel" or "thêm" prove nothing against an English conversation.
    const proves = written === 'en' || content.text.trim().split(/\s+/).length > 2;
    if (proves || conversation.state.spoken === undefined) return written;
  }
  return conversation.state.spoken ?? message.locale ?? 'vi';
}

function turnContext(dependencies: TurnDependencies, turn: OpenTurn): TurnContext {
  const { conversation } = turn;
  const locale = localeOf(turn);
  return {
    tx: turn.tx,
    now: dependencies.clock(),
    turnId: turn.turnId,
    conversationId: conversation.id,
    learnerId: conversation.learnerId,
    first: turn.first,
    locale,
    chosenLocale: conversation.locale,
    t: createTranslator(locale),
    state: { ...conversation.state, spoken: locale },
    finder: dependencies.finder,
    links: dependencies.links,
    personalData: dependencies.personalData,
    choice: (event, label, more) => ({
      id: choiceId(dependencies.choiceSecret, conversation.id, event),
      label,
      ...more,
    }),
  };
}

async function answerContent(
  dependencies: TurnDependencies,
  context: TurnContext,
  content: InboundContent,
  conversation: Conversation,
): Promise<Answer> {
  if (content.kind !== 'choice') return perform(context, route(content, context.state, context.now));
  const choice = readChoiceId(dependencies.choiceSecret, conversation.id, content.choice);
  if (choice === undefined) throw new ChoiceNeverOffered();
  return perform(context, route({ kind: 'pressed', choice }, context.state, context.now));
}

interface Settlement {
  readonly message: InboundMessage;
  readonly conversation: Conversation;
  readonly answer: Answer;
  readonly answersInResponse: boolean;
}

async function settle(
  dependencies: TurnDependencies,
  context: TurnContext,
  { message, conversation, answer, answersInResponse }: Settlement,
): Promise<TurnResult> {
  const { tx, now, turnId } = context;
  if (answer.effects?.some((effect) => effect.kind === 'erase')) {
    // The turn itself is the learner's data too: it is tied to them so that it goes with the rest.
    await saveTurn(tx, { turnId, conversation, state: {}, locale: conversation.locale, deliveries: [], now });
    await eraseLearnerData(tx, dependencies.personalData, conversation.learnerId);
    return {
      kind: 'answered',
      repeated: false,
      replies: answer.messages.map((outbound, position) => ({ id: `0.${position}`, message: outbound, at: now })),
    };
  }
  // An answer to the bubble before that has not left yet is covered by this one, if both were understood together.
  const before = conversation.state.lastText?.turn;
  if (
    !answersInResponse &&
    before !== undefined &&
    now.getTime() - Date.parse(conversation.state.lastText?.at ?? '') <= 2000
  ) {
    await supersede(tx, before);
  }
  const chosen = answer.effects?.find((effect) => effect.kind === 'set_locale')?.locale;
  const deliveries = answer.messages.map(
    (outbound, position): NewDelivery => ({
      uniqueKey: `turn:${turnId}:${position}`,
      channel: message.channel,
      chat: message.chat,
      conversationId: conversation.id,
      learnerId: conversation.learnerId,
      turnId,
      lane: 'reply',
      message: outbound,
      via: answersInResponse ? 'response' : 'sender',
      dueAt: now,
    }),
  );
  const ids = await saveTurn(tx, {
    turnId,
    conversation,
    state: answer.state,
    locale: chosen ?? conversation.locale,
    deliveries,
    now,
  });
  return {
    kind: 'answered',
    repeated: false,
    replies: answer.messages.map((outbound, position) => ({ id: String(ids[position]), message: outbound, at: now })),
  };
}

async function repeatAnswer(tx: Queryable, message: InboundMessage): Promise<TurnResult> {
  const turn = await findTurn(tx, message);
  const stored = turn === undefined ? [] : await answersOfTurn(tx, turn.turnId);
  return {
    kind: 'answered',
    repeated: true,
    replies: stored.map((reply) => ({ id: String(reply.id), message: reply.message, at: reply.at })),
  };
}

/** Ends an update that failed too often: it is claimed, shown to staff, and the person is told with its code. */
export async function setTurnAside(
  dependencies: TurnDependencies,
  message: InboundMessage,
  answersInResponse: boolean,
): Promise<TurnResult> {
  const content = cleanContent(message.content);
  return dependencies.database.transaction(async (tx) => {
    const claim = await claimUpdate(tx, message, content);
    if (claim.turnId === undefined) return repeatAnswer(tx, message);
    const conversation = claim.conversation ?? (await createConversation(tx, message));
    const turn = { tx, message, content, conversation, first: false, turnId: claim.turnId };
    const context = turnContext(dependencies, turn);
    await setAside(tx, message, context.now);
    const apology: OutboundMessage = {
      text: [context.t('chat-failed', { code: `T${claim.turnId}` })],
      choices: [],
    };
    return settle(dependencies, context, {
      message,
      conversation,
      answer: { messages: [apology], state: conversation.state },
      answersInResponse,
    });
  });
}

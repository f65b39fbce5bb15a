import { type SQL, sql } from 'drizzle-orm';
import type { CommitWith } from '../database/index.ts';
import { enqueue, enqueueStatement, type NewDelivery, type Reservation, supersede } from '../delivery/index.ts';
import { wishStatement } from '../discovery/index.ts';
import {
  endUnguardedStatement,
  eraseAccountData,
  forgetFactsStatement,
  noteFactsStatement,
} from '../learners/index.ts';
import type { Translator } from '../locales/index.ts';
import { type InboundContent, type InboundMessage, joined, menuOf, type OutboundMessage } from '../message/index.ts';
import { askStatement, listenStatement } from '../tutor/index.ts';
import { holdAccounts } from './account-turn.ts';
import type { Answer, Effect, TurnContext } from './context.ts';
import { togetherMilliseconds } from './flows/find.ts';
import type { DialogueState } from './state.ts';
import { type Conversation, saveTurnStatements, scrubTurn } from './store.ts';
import type { TurnResult } from './turn-result.ts';

/** A message that was answered. */
export interface Settlement {
  readonly message: InboundMessage;
  readonly content: InboundContent;
  readonly conversation: Conversation;
  readonly answer: Answer;
  readonly commitWith: CommitWith;
}

/**
 * Writes an answer down and commits it: the messages as the channel needs them, the state, and what else the answer asks
 * for. What is written waits for nothing, so it travels in one round trip with the commit.
 */
export async function settle(context: TurnContext, settlement: Settlement): Promise<TurnResult> {
  const { message, content, answer, commitWith } = settlement;
  const conversation = aboutChosen(settlement.conversation, answer);
  const { tx, now, turnId, capabilities } = context;
  const inResponse = capabilities.answers === 'in_response';
  const isErased = answer.effects?.some((effect) => effect.kind === 'erase') === true;
  const messages = outboundMessages(context, answer, isErased);
  const deliveries = messages.map(
    (outbound, position): NewDelivery => ({
      uniqueKey: `turn:${turnId}:${position}`,
      channel: message.channel,
      chat: message.chat,
      conversationId: isErased ? undefined : conversation.id,
      learnerId: isErased ? undefined : conversation.learnerId,
      turnId: isErased ? undefined : turnId,
      lane: 'reply',
      message: outbound,
      via: inResponse ? (content.kind === 'tutor' ? 'stream' : 'response') : 'sender',
      dueAt: now,
      ...(outbound.inPlace === true && content.kind === 'choice' && capabilities.edit && message.origin !== undefined
        ? { replaces: message.origin }
        : {}),
      ...(isErased ? { forget: true } : {}),
    }),
  );
  if (isErased) {
    // The claim stays, emptied of the person: a repeat of this update must not start a new conversation.
    await holdAccounts(tx, [conversation.accountId]);
    await scrubTurn(tx, turnId);
    await eraseAccountData(tx, context.personalData, conversation.accountId);
    if (!inResponse) await enqueue(tx, deliveries, now);
    return {
      kind: 'answered',
      repeated: false,
      replies: messages.map((outbound, position) => ({ id: `0.${position}`, message: outbound, at: now })),
      waiting: inResponse ? 0 : deliveries.length,
    };
  }
  if (answer.coversEarlier === true) await coverEarlierBubble(context, conversation);
  const chosen = answer.effects?.find((effect) => effect.kind === 'set_locale')?.locale;
  const state = stateAfter(context, settlement, messages);
  const writes = [
    ...effectStatements(context, answer.effects),
    ...saveTurnStatements({ turnId, message, conversation, state, locale: chosen ?? conversation.locale, now }),
  ];
  const stored = await commitAnswers(context, deliveries, writes, commitWith);
  return {
    kind: 'answered',
    repeated: false,
    replies: messages.map((outbound, position) => ({ id: String(stored[position]?.id), message: outbound, at: now })),
    waiting: stored.filter(({ status }) => status === 'pending').length,
    ...(answer.effects?.some((effect) => effect.kind === 'ask_tutor') === true ? { asksTutor: true as const } : {}),
    ...(answer.effects?.some((effect) => effect.kind === 'send_media') === true ? { sendsMedia: true as const } : {}),
  };
}

/** The conversation as it is after the answer: the turn that switches to a learner belongs to them. */
function aboutChosen(conversation: Conversation, { effects }: Answer): Conversation {
  const chosen = effects?.find((effect) => effect.kind === 'set_learner');
  return chosen === undefined ? conversation : { ...conversation, learnerId: chosen.learnerId };
}

interface StoredAnswer {
  readonly id: number;
  readonly status: unknown;
}

/** Commits with the answers stored; the first goes to the platform at once where its sender has room for it. */
async function commitAnswers(
  context: TurnContext,
  deliveries: readonly NewDelivery[],
  writes: readonly SQL[],
  commitWith: CommitWith,
): Promise<readonly StoredAnswer[]> {
  const [first] = deliveries;
  if (first === undefined) {
    await commitWith([together(writes, sql`select 1`)]);
    return [];
  }
  const reservation = first.via === 'sender' ? context.reserve() : undefined;
  try {
    const stores = enqueueStatement(deliveries, context.now, reservation);
    const [rows = []] = await commitWith([together([stores, ...writes], sql`select * from part0`)]);
    const stored = rows.map(({ id, status }): StoredAnswer => ({ id: Number(id), status })).sort((a, b) => a.id - b.id);
    if (reservation !== undefined) handOver(reservation, first, stored[0]);
    return stored;
  } finally {
    reservation?.cancel();
  }
}

/** Statements that do not read each other's rows as one statement (`part0`, `part1`, …): each by itself costs a parse and a plan. */
function together(statements: readonly SQL[], answer: SQL): SQL {
  const parts = statements.map((statement, position) => sql`${sql.identifier(`part${position}`)} as (${statement})`);
  return sql`/* often */ with ${sql.join(parts, sql`, `)} ${answer}`;
}

function handOver(reservation: Reservation, delivery: NewDelivery, stored: StoredAnswer | undefined): void {
  if (stored === undefined || stored.status !== 'sending') return;
  const { chat, lane, message, replaces } = delivery;
  reservation.begin({ id: stored.id, chat, lane, attempts: 1, partsSent: 0, message, replaces });
}

/** What an answer writes besides itself. */
function effectStatements({ learnerId, now }: TurnContext, effects: readonly Effect[] = []): SQL[] {
  return effects.flatMap((effect) => {
    switch (effect.kind) {
      case 'record_wish':
        return [wishStatement({ learnerId, wish: effect.wish, results: effect.results, at: now })];
      case 'note_facts':
        return [
          noteFactsStatement(learnerId, effect.told, effect.source ?? 'said', now),
          ...(effect.told.age_band === 'under_16' ? [endUnguardedStatement(learnerId, now)] : []),
        ];
      case 'write':
        return [effect.statement];
      case 'ask_tutor':
        return [askStatement(effect.question)];
      case 'send_media':
        return [listenStatement(effect.media)];
      case 'forget_facts':
        return [forgetFactsStatement(learnerId, effect.kinds)];
      default:
        return [];
    }
  });
}

/** An answer to the bubble before that has not left yet is covered by this one, if both were understood together. */
async function coverEarlierBubble({ tx, now, capabilities }: TurnContext, conversation: Conversation): Promise<void> {
  const before = conversation.state.lastText;
  if (capabilities.answers === 'in_response' || before === undefined) return;
  if (now.getTime() - Date.parse(before.at) <= togetherMilliseconds) await supersede(tx, before.turn);
}

/** The answer as the channel needs it: put together where each message costs, with a way back where choices are numbers. */
function outboundMessages(context: TurnContext, answer: Answer, isErased: boolean): readonly OutboundMessage[] {
  const { capabilities, state, t } = context;
  const said = context.presentation.isLight ? answer.messages.map(lightened) : answer.messages;
  const [first, ...rest] = said;
  if (first === undefined) return [];
  const messages = capabilities.together ? [rest.reduce(joined, first)] : said;
  if (capabilities.choices !== 'numbers' || isErased) return messages;
  // Back leads to the last list: not from that list itself, and not out of a running question.
  const hasBack =
    state.search !== undefined &&
    answer.state.search?.serial === state.search.serial &&
    answer.state.question === undefined;
  return messages.map((message) => {
    if (menuOf(message).length === 0) return message;
    return {
      ...withNumberHint(message, t),
      ...(hasBack && message.back === undefined
        ? { back: context.choice({ action: 'list', args: [] }, t('choice-back')) }
        : {}),
    };
  });
}

/** The message without its picture, marked so that a page loads little with it. */
export function lightened({ media: _picture, ...message }: OutboundMessage): OutboundMessage {
  return { ...message, isLight: true };
}

/** Says that numbers choose, where they do. */
export function withNumberHint(message: OutboundMessage, t: Translator): OutboundMessage {
  const hint = t(message.courses === undefined ? 'choice-by-number' : 'choice-course-by-number');
  return { ...message, footer: message.footer === undefined ? [hint] : [hint, '\n', ...message.footer] };
}

/** How long a numbered menu stays open. */
const menuMinutes = 30;

function stateAfter(context: TurnContext, settlement: Settlement, messages: readonly OutboundMessage[]): DialogueState {
  const { message, content, answer } = settlement;
  // A turn that says nothing (an edit of an old message, a tenth sticker) leaves the menu and the last message as they were.
  if (messages.length === 0) return answer.state;
  const { menu: _earlier, ...state } = answer.state;
  const options = context.capabilities.choices === 'numbers' ? messages.flatMap((each) => [...menuOf(each)]) : [];
  return {
    ...state,
    ...(content.kind === 'text' && message.origin !== undefined ? { lastOrigin: message.origin } : {}),
    ...(options.length === 0
      ? {}
      : { menu: { options, until: new Date(context.now.getTime() + menuMinutes * 60_000).toISOString() } }),
  };
}

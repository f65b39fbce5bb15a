import { setTimeout as pause } from 'node:timers/promises';
import { describeError, sqlState } from '../database/index.ts';
import { laterMessages, messagesBefore, newestMessages, type StoredMessage } from '../delivery/index.ts';
import { type ExportedData, exportAccountData } from '../learners/index.ts';
import type { ChannelName, InboundContent, InboundMessage } from '../message/index.ts';
import { wardByCode } from '../places/index.ts';
import { redact } from '../tutor/index.ts';
import { type AnnouncementsOptions, written } from './announcements.ts';
import { countFailure, maximumTurnAttempts } from './failures.ts';
import { MeaningWanted } from './meaning-wanted.ts';
import { accountOfConversation, conversationIdOf, learnerOfConversation, newestInbound } from './store.ts';
import { setTurnAside, type TurnBeginning, type TurnDependencies, TurnMustStartAgain, takeTurnOnce } from './turn.ts';
import { type Aside, createTurnQueue } from './turn-queue.ts';
import type { HistoryEntry, Reply, TurnResult } from './turn-result.ts';

export interface ConversationsOptions extends TurnDependencies, AnnouncementsOptions {
  /** Turns that may run side by side; on the embedded database they share one connection anyway. */
  readonly turnsAtOnce: number;
  /** Told of each failed attempt, with the update's key and no personal data. */
  readonly onFailure?: (failure: {
    updateKey: string;
    channel: ChannelName;
    attempts: number;
    problem: string;
  }) => void;
  readonly onTurn?: (turn: {
    channel: ChannelName;
    kind: TurnResult['kind'];
    repeated: boolean;
    /** Answers that wait in the outbox for the sender to find them. */
    waiting: number;
    /** A question for a model was put into the tutor's queue. */
    asksTutor: boolean;
    /** There is a new voice message or picture to be understood. */
    sendsMedia: boolean;
    seconds: number;
  }) => void;
}

/** A chat whose later messages somebody is watching. */
export interface WatchedChat {
  readonly chat: string;
  /** Id of the newest reply seen. */
  readonly afterId: string;
}

/** All that channels and pages ask of conversations. */
export interface Conversations {
  /**
   * Answers a message; the first one of an unknown chat makes its conversation.
   * @param begin written first in the turn's transaction; false rolls all of it back
   */
  takeTurn(message: InboundMessage, begin?: TurnBeginning): Promise<TurnResult>;
  exists(channel: ChannelName, chat: string): Promise<boolean>;
  /** The newest entries of a conversation, oldest first; empty for an unknown one. */
  history(channel: ChannelName, chat: string, limit: number): Promise<readonly HistoryEntry[]>;
  /** The newest entries before a turn and a moment, oldest first. */
  historyBefore(
    conversationId: number,
    before: { readonly turnId: number; readonly at: Date },
    limit: number,
  ): Promise<readonly HistoryEntry[]>;
  /** Messages that came by themselves to any of the chats since the given ids, oldest first, in one query. */
  laterRepliesFor(
    channel: ChannelName,
    chats: readonly WatchedChat[],
  ): Promise<readonly { readonly chat: string; readonly reply: Reply }[]>;
  /** Everything held on the person of a conversation and the learners under their account; undefined when there is no such conversation. */
  exportData(conversationId: number): Promise<ExportedData | undefined>;
  /** The same for a channel's chat. */
  exportDataOfChat(channel: ChannelName, chat: string): Promise<ExportedData | undefined>;
  /** The learner a conversation is about, while both are there. */
  learnerOf(conversationId: number): Promise<number | undefined>;
  /** Resolves when no turn runs any more. */
  idle(): Promise<void>;
}

/** Turns waiting behind the running ones; at a few milliseconds each the last of them waits two or three seconds. */
const turnsWaiting = 400;

/** How often a turn starts again because of others who change the same account, five to a hundred milliseconds apart; then it is put off. */
const mostStarts = 40;
const restartMilliseconds = { step: 5, most: 100 } as const;

/** What the history shows for a message that was no text. */
function contentAsText(content: InboundContent, labelOf: (choice: string) => string | undefined): string {
  switch (content.kind) {
    case 'text':
      return content.text;
    case 'choice':
      return labelOf(content.choice) ?? '…';
    case 'start':
    case 'tutor':
    case 'heard':
      return '';
    case 'place':
      return (content.ward === undefined ? undefined : wardByCode(content.ward)?.fullName) ?? '…';
    case 'unsupported':
    case 'media':
      return `(${content.what})`;
  }
}

/** The conversations of this process. */
export function createConversations(options: ConversationsOptions): Conversations {
  const { database, clock } = options;
  const queue = createTurnQueue(options.turnsAtOnce, turnsWaiting);

  async function attempt(message: InboundMessage, begin: TurnBeginning | undefined, aside: Aside): Promise<TurnResult> {
    for (let starts = 1; ; starts++) {
      try {
        return await takeTurnOnce(options, message, begin);
      } catch (error) {
        if (error instanceof MeaningWanted) {
          const { said } = error;
          await aside(() => options.finder.learnMeaning(said, redact(said).text));
          continue;
        }
        if (error instanceof TurnMustStartAgain) {
          if (starts >= mostStarts) return { kind: 'busy', retryAfterSeconds: 2 };
          await pause(Math.min(restartMilliseconds.most, restartMilliseconds.step * starts));
          continue;
        }
        const problem = describeError(error);
        // A database that cannot be reached is no fault of this update: it is not counted, and the caller may retry.
        if (sqlState(error)?.startsWith('08') || sqlState(error)?.startsWith('57')) throw error;
        const attempts = await countFailure(database.db, message, problem, clock());
        options.onFailure?.({ updateKey: message.updateKey, channel: message.channel, attempts, problem });
        if (attempts >= maximumTurnAttempts) return setTurnAside(options, message);
      }
    }
  }

  async function takeTurn(message: InboundMessage, begin?: TurnBeginning): Promise<TurnResult> {
    const started = performance.now();
    const turn = queue.run(`${message.channel}:${message.chat}`, (aside) => attempt(message, begin, aside));
    const result: TurnResult = turn === undefined ? { kind: 'busy', retryAfterSeconds: 2 } : await turn;
    options.onTurn?.({
      channel: message.channel,
      kind: result.kind,
      repeated: result.kind === 'answered' && result.repeated,
      waiting: result.kind === 'answered' ? result.waiting : 0,
      asksTutor: result.kind === 'answered' && result.asksTutor === true,
      sendsMedia: result.kind === 'answered' && result.sendsMedia === true,
      seconds: (performance.now() - started) / 1000,
    });
    return result;
  }

  async function history(channel: ChannelName, chat: string, limit: number): Promise<readonly HistoryEntry[]> {
    const id = await conversationIdOf(database.db, channel, chat);
    if (id === undefined) return [];
    const messages = await written(database.db, options, await newestMessages(database.db, id, limit));
    return entriesOf(messages, await newestInbound(database.db, id, limit), limit);
  }

  async function historyBefore(
    id: number,
    before: { readonly turnId: number; readonly at: Date },
    limit: number,
  ): Promise<readonly HistoryEntry[]> {
    const messages = await written(database.db, options, await messagesBefore(database.db, id, before, limit));
    return entriesOf(messages, await newestInbound(database.db, id, limit, before.turnId), limit);
  }

  function entriesOf(
    messages: readonly StoredMessage[],
    inbound: Awaited<ReturnType<typeof newestInbound>>,
    limit: number,
  ): readonly HistoryEntry[] {
    const labels = new Map(messages.flatMap(({ message }) => message.choices.map((c) => [c.id, c.label] as const)));
    const entries: (HistoryEntry & { order: number })[] = [
      ...messages.map((stored) => ({
        from: 'service' as const,
        reply: { id: String(stored.id), message: stored.message, at: stored.at },
        at: stored.at,
        order: stored.turnId ?? Number.POSITIVE_INFINITY,
      })),
      ...inbound.flatMap(({ turnId, content, at }) => {
        const text = contentAsText(content, (choice) => labels.get(choice));
        return text === '' ? [] : [{ from: 'person' as const, text, at, order: turnId }];
      }),
    ];
    // A turn's question stands before its answers; what came by itself stands where its time puts it.
    return entries
      .sort((a, b) => {
        if (a.order === b.order) return a.from === b.from ? 0 : a.from === 'person' ? -1 : 1;
        const bothTurns = Number.isFinite(a.order) && Number.isFinite(b.order);
        return bothTurns ? a.order - b.order : timeOf(a) - timeOf(b);
      })
      .slice(-limit);
  }

  const exportData = (conversationId: number): Promise<ExportedData | undefined> =>
    database.transaction(async (tx) => {
      const accountId = await accountOfConversation(tx, conversationId);
      return accountId === undefined ? undefined : exportAccountData(tx, options.personalData, accountId);
    });

  return {
    takeTurn,
    exists: async (channel, chat) => (await conversationIdOf(database.db, channel, chat)) !== undefined,
    history,
    historyBefore,
    async laterRepliesFor(channel, chats) {
      const wanted = chats.map(({ chat, afterId }) => ({ chat, afterId: Number.parseInt(afterId, 10) || 0 }));
      const later = await written(database.db, options, await laterMessages(database.db, channel, wanted));
      return later.map(({ chat, id, message, at }) => ({ chat, reply: { id: String(id), message, at } }));
    },
    exportData,
    async exportDataOfChat(channel, chat) {
      const id = await conversationIdOf(database.db, channel, chat);
      return id === undefined ? undefined : exportData(id);
    },
    learnerOf: (conversationId) => learnerOfConversation(database.db, conversationId),
    idle: () => queue.idle(),
  };
}

function timeOf(entry: HistoryEntry): number {
  return (entry.from === 'person' ? entry.at : entry.reply.at).getTime();
}

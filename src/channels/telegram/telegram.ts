import { type Api, GrammyError } from 'grammy';
import type { Update } from 'grammy/types';
import { Hono } from 'hono';
import type { TurnResult } from '../../conversation/index.ts';
import type { Clock, Database } from '../../database/index.ts';
import type { SendingChannel } from '../../delivery/index.ts';
import { createTranslator } from '../../locales/index.ts';
import type { InboundMessage, Locale } from '../../message/index.ts';
import { createPoller, type Poller } from '../poller.ts';
import { answerWebhook, type Handled } from '../webhook-request.ts';
import { createBotApi, grammySignal } from './bot-api.ts';
import { setCommandMenu } from './command-menu.ts';
import { createTelegramSending } from './sending.ts';
import { allowedUpdates, type BotIdentity, readTelegramUpdate, updateIdOf } from './update.ts';

export interface TelegramOptions {
  readonly token: string;
  readonly apiRoot: string;
  readonly webhookSecret: string;
  /** Where the platform can reach us; undefined means polling. */
  readonly publicUrl: string | undefined;
  /** Whether this process registers the webhook or polls; one that only serves pages does neither. */
  readonly receives: boolean;
  readonly database: Database;
  readonly owner: string;
  readonly clock: Clock;
  readonly takeTurn: (message: InboundMessage) => Promise<TurnResult>;
  /** A person has blocked the bot or let it in again. */
  readonly setReachable: (person: string, isReachable: boolean) => Promise<void>;
  readonly exportData: (chat: string) => Promise<object | undefined>;
  readonly onProblem: (problem: { readonly what: string; readonly error: unknown }) => void;
}

/** What the operator is told at the start and in /readyz. */
export type ChannelState = 'starting' | 'polling' | 'webhook' | 'wrong token' | 'unreachable';

export interface TelegramChannel {
  readonly app: Hono;
  readonly sending: SendingChannel;
  readonly state: () => ChannelState;
  /** The bot's name once it is known, for links that open it. */
  readonly username: () => string | undefined;
  /**
   * Finds out who the bot is and begins to receive, by webhook or by polling. Resolves when that is known or the
   * platform did not answer in time; an unreachable platform is tried again in the background.
   */
  start(): Promise<ChannelState>;
  stop(): Promise<void>;
}

const pollSeconds = 25;
const callSeconds = 15;
const firstAnswerSeconds = 5;

/** An empty answer that comes at once (no real server does that) must not be asked for again at once. */
const instantMilliseconds = 200;
const restAfterInstantMilliseconds = 300;

/** A turn that takes longer than this shows "typing" meanwhile. */
const typingAfterMilliseconds = 400;

/** A group is told at most once in so long that the bot talks in private. */
const groupRestMilliseconds = 60_000;

/** The Telegram channel of one bot: updates in by webhook or polling, messages out for the sender. */
export function createTelegramChannel(options: TelegramOptions): TelegramChannel {
  const { token, apiRoot, clock } = options;
  const api = createBotApi({ token, apiRoot, timeoutSeconds: callSeconds });
  const polling = createBotApi({ token, apiRoot, timeoutSeconds: pollSeconds + 15 });
  let state: ChannelState = 'starting';
  let bot: BotIdentity | undefined;
  let poller: Poller | undefined;
  let offset: number | undefined;
  let stopped = false;
  let retry: NodeJS.Timeout | undefined;
  const groupsTold = new Map<string, number>();

  /** Niceties never fail an answer. */
  const nicety = (what: string, call: Promise<unknown>): void => {
    call.catch((error: unknown) => options.onProblem({ what, error }));
  };

  async function handle(body: unknown): Promise<Handled> {
    const update = readTelegramUpdate(body, bot ?? { id: 0, username: '' }, clock());
    switch (update.kind) {
      case 'ignored':
        return 'done';
      case 'press_elsewhere':
        nicety('callback', api.answerCallbackQuery(update.callbackId));
        return 'done';
      case 'reachable':
        await options.setReachable(update.person, update.isReachable);
        return 'done';
      case 'group':
        tellGroup(update.chat, update.locale);
        return 'done';
      case 'message':
        return handleMessage(update.message, update.callbackId);
    }
  }

  async function handleMessage(message: InboundMessage, callbackId: string | undefined): Promise<Handled> {
    const typing = setTimeout(
      () => nicety('typing', api.sendChatAction(message.chat, 'typing')),
      typingAfterMilliseconds,
    );
    try {
      const result = await options.takeTurn(message);
      if (callbackId !== undefined) {
        const text =
          result.kind === 'choice_never_offered' ? createTranslator(message.locale ?? 'vi')('chat-stale') : undefined;
        nicety('callback', api.answerCallbackQuery(callbackId, text === undefined ? {} : { text }));
      }
      return result.kind === 'busy' ? 'busy' : 'done';
    } finally {
      clearTimeout(typing);
    }
  }

  /** In a group the bot only says where it talks, and keeps nothing of what was written there. */
  function tellGroup(chat: string, locale: Locale): void {
    const now = clock().getTime();
    if (bot === undefined || now - (groupsTold.get(chat) ?? Number.NEGATIVE_INFINITY) < groupRestMilliseconds) return;
    if (groupsTold.size > 1000) groupsTold.clear();
    groupsTold.set(chat, now);
    const t = createTranslator(locale);
    nicety(
      'group',
      api.sendMessage(chat, t('group-private'), {
        reply_markup: {
          inline_keyboard: [[{ text: t('group-private-open'), url: `https://t.me/${bot.username}?start=group` }]],
        },
      }),
    );
  }

  /** One long poll. The offset moves only over updates that are committed. */
  async function pollOnce(signal: AbortSignal): Promise<number> {
    const asked = performance.now();
    let updates: Update[];
    try {
      updates = await polling.getUpdates(
        {
          timeout: pollSeconds,
          limit: 100,
          allowed_updates: allowedUpdates as unknown as [],
          ...(offset === undefined ? {} : { offset }),
        },
        grammySignal(signal),
      );
    } catch (error) {
      if (signal.aborted) return 0;
      return afterFailedPoll(error);
    }
    state = 'polling';
    const handled = await Promise.all(
      updates.map((update) =>
        handle(update).catch((error: unknown): Handled => {
          options.onProblem({ what: 'update', error });
          return 'busy';
        }),
      ),
    );
    const firstLeft = handled.indexOf('busy');
    const done = firstLeft < 0 ? updates : updates.slice(0, firstLeft);
    const last = done.at(-1);
    if (last !== undefined) offset = (updateIdOf(last) ?? 0) + 1;
    if (firstLeft >= 0) return 1000;
    const isInstant = updates.length === 0 && performance.now() - asked < instantMilliseconds;
    return isInstant ? restAfterInstantMilliseconds : 0;
  }

  async function afterFailedPoll(error: unknown): Promise<number> {
    if (!(error instanceof GrammyError)) {
      state = 'unreachable';
      throw error;
    }
    if (error.error_code === 401 || error.error_code === 404) {
      state = 'wrong token';
      options.onProblem({ what: 'polling', error });
      return 60_000;
    }
    options.onProblem({ what: 'polling', error });
    if (error.error_code === 429) return (error.parameters.retry_after ?? 5) * 1000;
    // A webhook is set, or another program polls with this token.
    if (error.error_code === 409) await api.deleteWebhook().catch(() => undefined);
    return 3000;
  }

  async function receive(): Promise<void> {
    if (options.publicUrl !== undefined) {
      await api.setWebhook(`${options.publicUrl}/webhooks/telegram`, {
        secret_token: options.webhookSecret,
        allowed_updates: allowedUpdates as unknown as [],
        max_connections: 40,
      });
      state = 'webhook';
      return;
    }
    await api.deleteWebhook().catch((error: unknown) => options.onProblem({ what: 'deleteWebhook', error }));
    state = 'polling';
    poller = createPoller({
      database: options.database,
      name: 'poller:telegram',
      owner: options.owner,
      clock,
      poll: pollOnce,
      onProblem: (error) => options.onProblem({ what: 'polling', error }),
    });
    if (!stopped) poller.start();
  }

  async function begin(first: Api): Promise<void> {
    const me = await first.getMe();
    bot = { id: me.id, username: me.username ?? '' };
    if (!options.receives) {
      state = options.publicUrl === undefined ? 'polling' : 'webhook';
      return;
    }
    await receive();
    nicety(
      'command menu',
      setCommandMenu(api, (error) => options.onProblem({ what: 'command menu', error })),
    );
  }

  async function start(): Promise<ChannelState> {
    try {
      await begin(createBotApi({ token, apiRoot, timeoutSeconds: firstAnswerSeconds }));
    } catch (error) {
      options.onProblem({ what: 'start', error });
      if (error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404)) {
        state = 'wrong token';
      } else {
        state = 'unreachable';
        tryAgainLater(1);
      }
    }
    return state;
  }

  function tryAgainLater(seconds: number): void {
    if (stopped) return;
    retry = setTimeout(() => {
      begin(api).catch((error: unknown) => {
        options.onProblem({ what: 'start', error });
        if (error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404))
          state = 'wrong token';
        else tryAgainLater(Math.min(60, seconds * 2));
      });
    }, seconds * 1000);
    retry.unref();
  }

  const app = new Hono();
  app.post('/webhooks/telegram', (c) =>
    answerWebhook(c, { header: 'x-telegram-bot-api-secret-token', secret: options.webhookSecret, handle }),
  );

  return {
    app,
    sending: createTelegramSending({
      api,
      fileFor: async (chat) => {
        const data = await options.exportData(chat);
        return data && { name: 'ban-hoc.json', content: Buffer.from(JSON.stringify(data, null, 2)) };
      },
    }),
    state: () => state,
    username: () => (bot?.username === '' ? undefined : bot?.username),
    start,
    async stop() {
      stopped = true;
      clearTimeout(retry);
      await poller?.stop();
    },
  };
}

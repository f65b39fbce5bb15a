import { GrammyError } from 'grammy';
import { Hono } from 'hono';
import type { PictureFile, TurnResult } from '../../conversation/index.ts';
import type { SendingChannel } from '../../delivery/index.ts';
import { createTranslator } from '../../locales/index.ts';
import { type InboundMessage, type Locale, type MediaFile, mostMediaBytes, type Picture } from '../../message/index.ts';
import { downloadMedia } from '../media-download.ts';
import {
  type ChannelState,
  createReception,
  type ReceptionOptions,
  restAfterEmptyPoll,
  whileTyping,
} from '../reception.ts';
import { answerWebhook, type Handled } from '../webhook-request.ts';
import { createBotApi, grammySignal } from './bot-api.ts';
import { setCommandMenu } from './command-menu.ts';
import { createTelegramSending } from './sending.ts';
import {
  allowedUpdates,
  type BotIdentity,
  privateChatOf,
  readTelegramUpdate,
  type TelegramUpdate,
  updateIdOf,
} from './update.ts';

export interface TelegramOptions extends ReceptionOptions {
  readonly token: string;
  readonly apiRoot: string;
  readonly webhookSecret: string;
  readonly takeTurn: (message: InboundMessage) => Promise<TurnResult>;
  /** A person has blocked the bot or let it in again. */
  readonly setReachable: (person: string, isReachable: boolean) => Promise<void>;
  readonly exportData: (chat: string) => Promise<object | undefined>;
  readonly drawPicture: (picture: Picture) => Promise<PictureFile | undefined>;
}

export interface TelegramChannel {
  readonly app: Hono;
  readonly sending: SendingChannel;
  readonly state: () => ChannelState;
  /** Where a conversation with the bot begins, handing something over as `/start …`; undefined before the bot is known. */
  readonly deepLink: (start: string) => string | undefined;
  /** Shows in a chat that an answer is on its way. Never fails. */
  showTyping(chat: string): void;
  /** Fetches a file that a person sent, by its id. Throws what may go better another time. */
  fetchMedia(fileId: string, signal: AbortSignal): Promise<MediaFile>;
  start(): Promise<ChannelState>;
  stop(): Promise<void>;
}

const pollSeconds = 25;
const pollGraceSeconds = 15;
const callSeconds = 15;

/** After an update that could not be committed, and after a poll that was refused. */
const restAfterBusyMilliseconds = 1000;
const restAfterRefusalMilliseconds = 3000;

/**
 * The poll of a process that died may still be open at the platform when another takes over: the first conflicts in a
 * row are over soon. One that lasts is another program with the same token.
 */
const restAfterConflictMilliseconds = 500;
const shortConflicts = 6;

/** A group is told at most once in so long that the bot talks in private. */
const groupRestMilliseconds = 60_000;

/** The Telegram channel of one bot: updates in by webhook or polling, messages out for the sender. */
export function createTelegramChannel(options: TelegramOptions): TelegramChannel {
  const { token, apiRoot, clock } = options;
  const api = createBotApi({ token, apiRoot, timeoutSeconds: callSeconds });
  const polling = createBotApi({ token, apiRoot, timeoutSeconds: pollSeconds + pollGraceSeconds });
  let bot: BotIdentity = { id: 0, username: '' };
  let offset: number | undefined;
  let conflictsInARow = 0;
  const groupsTold = new Map<string, number>();

  /** Niceties never fail an answer. */
  const nicety = (what: string, call: Promise<unknown>): void => {
    call.catch((error: unknown) => options.onProblem({ what, error }));
  };

  async function handle(update: TelegramUpdate): Promise<Handled> {
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

  function showTyping(chat: string): void {
    nicety('typing', api.sendChatAction(chat, 'typing'));
  }

  async function fetchMedia(fileId: string, signal: AbortSignal): Promise<MediaFile> {
    let file: Awaited<ReturnType<typeof api.getFile>>;
    try {
      file = await api.getFile(fileId, grammySignal(signal));
    } catch (error) {
      // "file is too big" is said beyond 20 MB; an id that is no more is no file.
      if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
      return { kind: /too big/i.test(error.description) ? 'too_big' : 'gone' };
    }
    if ((file.file_size ?? 0) > mostMediaBytes) return { kind: 'too_big' };
    const { file_path: path } = file;
    if (path === undefined || !/^[\w-]+(?:[./][\w-]+)*$/.test(path)) return { kind: 'gone' };
    return downloadMedia(new URL(`${apiRoot.replace(/\/+$/, '')}/file/bot${token}/${path}`), signal);
  }

  async function handleMessage(message: InboundMessage, callbackId: string | undefined): Promise<Handled> {
    const result = await whileTyping(
      () => showTyping(message.chat),
      () => options.takeTurn(message),
    );
    if (callbackId !== undefined) {
      const text =
        result.kind === 'choice_never_offered' ? createTranslator(message.locale ?? 'vi')('chat-stale') : undefined;
      nicety('callback', api.answerCallbackQuery(callbackId, text === undefined ? {} : { text }));
    }
    return result.kind === 'busy' ? 'busy' : 'done';
  }

  /** In a group the bot only says where it talks, and keeps nothing of what was written there. */
  function tellGroup(chat: string, locale: Locale): void {
    const now = clock().getTime();
    if (now - (groupsTold.get(chat) ?? Number.NEGATIVE_INFINITY) < groupRestMilliseconds) return;
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

  /**
   * Handles a batch, chats side by side and each in order up to its first update that could not be committed: what comes
   * after that one waits for it, or a person's messages would be answered out of their order.
   */
  function handleBatch(bodies: readonly unknown[]): Promise<Handled[]> {
    const lastOfChat = new Map<string, Promise<Handled>>();
    const now = clock();
    return Promise.all(
      bodies.map((body) => {
        const update = readTelegramUpdate(body, bot, now);
        const chat = privateChatOf(update);
        const handled = handleAfter(chat === undefined ? undefined : lastOfChat.get(chat), update);
        if (chat !== undefined) lastOfChat.set(chat, handled);
        return handled;
      }),
    );
  }

  async function handleAfter(before: Promise<Handled> | undefined, update: TelegramUpdate): Promise<Handled> {
    if ((await before) === 'busy') return 'busy';
    return handle(update).catch((error: unknown): Handled => {
      options.onProblem({ what: 'update', error });
      return 'busy';
    });
  }

  /** One long poll. The offset moves only over updates that are committed. */
  async function poll(signal: AbortSignal): Promise<number> {
    const asked = performance.now();
    let updates: unknown[];
    try {
      updates = await polling.getUpdates(
        {
          timeout: pollSeconds,
          limit: 100,
          allowed_updates: allowedUpdates,
          ...(offset === undefined ? {} : { offset }),
        },
        grammySignal(signal),
      );
    } catch (error) {
      if (signal.aborted || !(error instanceof GrammyError) || isWrongToken(error)) throw error;
      return afterRefusedPoll(error);
    }
    conflictsInARow = 0;
    if (updates.length === 0) return restAfterEmptyPoll(asked);
    const handled = await handleBatch(updates);
    const firstLeft = handled.indexOf('busy');
    const last = (firstLeft < 0 ? updates : updates.slice(0, firstLeft)).at(-1);
    if (last !== undefined) offset = (updateIdOf(last) ?? 0) + 1;
    return firstLeft < 0 ? 0 : restAfterBusyMilliseconds;
  }

  /** The API is there and said no: the bot is told to wait, a webhook is set, or another program polls with its token. */
  async function afterRefusedPoll(error: GrammyError): Promise<number> {
    options.onProblem({ what: 'polling', error });
    if (error.error_code === 429) return (error.parameters.retry_after ?? 5) * 1000;
    if (error.error_code !== 409) return restAfterRefusalMilliseconds;
    await api.deleteWebhook().catch(() => undefined);
    return ++conflictsInARow <= shortConflicts ? restAfterConflictMilliseconds : restAfterRefusalMilliseconds;
  }

  const reception = createReception(
    {
      name: 'telegram',
      async identify(timeoutSeconds) {
        const me = await createBotApi({ token, apiRoot, timeoutSeconds }).getMe();
        bot = { id: me.id, username: me.username ?? '' };
      },
      async setWebhook(url) {
        await api.setWebhook(url, {
          secret_token: options.webhookSecret,
          allowed_updates: allowedUpdates,
          max_connections: 40,
        });
      },
      async deleteWebhook() {
        await api.deleteWebhook();
      },
      poll,
      isWrongToken,
      onReceiving: () =>
        nicety(
          'command menu',
          setCommandMenu(api, (error) => options.onProblem({ what: 'command menu', error })),
        ),
    },
    options,
  );

  const app = new Hono();
  app.post('/webhooks/telegram', (c) =>
    answerWebhook(c, {
      header: 'x-telegram-bot-api-secret-token',
      secret: options.webhookSecret,
      handle: (body) => handle(readTelegramUpdate(body, bot, clock())),
    }),
  );

  return {
    ...reception,
    app,
    showTyping,
    fetchMedia,
    deepLink: (start) => (bot.username === '' ? undefined : `https://t.me/${bot.username}?start=${start}`),
    sending: createTelegramSending({
      api,
      fileFor: async (chat) => {
        const data = await options.exportData(chat);
        return data && { name: 'ban-hoc.json', content: Buffer.from(JSON.stringify(data, null, 2)) };
      },
      pictureFor: (picture) =>
        options.drawPicture(picture).catch((error: unknown) => {
          options.onProblem({ what: 'picture', error });
          return undefined;
        }),
    }),
  };
}

function isWrongToken(error: unknown): boolean {
  return error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404);
}

import { setMaxListeners } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { Call, Violation } from '../scripted-server/call.ts';
import { createFaultQueue, type FaultQueue } from '../scripted-server/fault.ts';
import type { Bot } from './bot.ts';
import { createMessageIds } from './chat.ts';
import { createDispatcher } from './dispatcher.ts';
import { type ExchangeContext, exchange } from './exchange.ts';
import { createGroup, type Group, type GroupOptions } from './group.ts';
import { idOf } from './id.ts';
import type { FetchedPhoto } from './media-url.ts';
import type { ScriptedZaloOptions } from './options.ts';
import { createPerson, type Person, type PersonOptions } from './person.ts';
import { createPoller, type Poller } from './poller.ts';
import { createQuota } from './quota.ts';
import { createRate, type RateLimit } from './rate.ts';
import { type Shape, usualShape } from './shape.ts';
import type { Update } from './update.ts';
import { createUpdateQueue, type QueueControl } from './update-queue.ts';
import { createWebhook, type Webhook } from './webhook.ts';

export interface Delivery extends QueueControl {
  /** Sends the webhook a request with an empty body and no content type, once; resolves with the answer's status. */
  probe(): Promise<number>;
  /** Ends waiting polls as if their time had passed. */
  timeOutPolls(): void;
}

/** The Zalo Bot Platform for one bot, on loopback, as strict as the real one, with people to play. */
export interface ScriptedZalo {
  /** The API's root, without the token. */
  readonly url: string;
  readonly token: string;
  /** Every call in order, also refused ones. */
  readonly calls: readonly Call[];
  callsOf(method: string): readonly Call[];
  /** Calls that were wrong in themselves; a test of a good bot finds none. */
  readonly violations: readonly Violation[];
  /** Every update queued for the bot, in order. */
  readonly updates: readonly Update[];
  readonly deliver: Delivery;
  readonly webhookAnswers: readonly number[];
  /** Messages sent this month. */
  readonly quotaUsed: number;
  readonly fetchedPhotos: readonly FetchedPhoto[];
  /** Keeps a file as if a person had sent it, and returns its address. */
  keep(name: string, content: Uint8Array): string;
  /**
   * `status` without a body is an `error_code` in a 200, with a body a status of HTTP; `throttle` tells the bot no
   * waiting time.
   */
  readonly fault: FaultQueue['add'];
  /** Enforces limits from now on; `undefined` ends it. */
  rate(limit: RateLimit | undefined): void;
  /** Changes the form of updates: of bodies at once, of fields for those to come. */
  shape(changes: Partial<Shape>): void;
  person(options?: PersonOptions): Person;
  group(options?: GroupOptions): Group;
  close(): Promise<void>;
}

const defaultToken = '123456789012345678:ScriptedZaloTokenForTests';

export async function startScriptedZalo(options: ScriptedZaloOptions = {}): Promise<ScriptedZalo> {
  const { now = () => new Date() } = options;
  const closing = new AbortController();
  const closed = closing.signal;
  setMaxListeners(0, closed);
  let shape: Shape = { ...usualShape, ...options };
  const bot = createBot(options, () => shape, closed);
  const { updates } = bot;
  const poller: Poller = createPoller({
    updates,
    hasWebhook: () => webhook.url !== '',
    shape: bot.shape,
    idleAnswer: options.idleAnswer ?? 408,
    idlePollMs: options.idlePollMs,
  });
  const webhook: Webhook = createWebhook({
    updates,
    poller: () => poller,
    shape: bot.shape,
    now,
    backoffMs: options.webhookBackoffMs ?? 50,
    timeoutMs: options.webhookTimeoutMs ?? 5000,
    attempts: options.webhookAttempts ?? Infinity,
    isVerifying: options.verifyWebhook ?? false,
    testsPerDay: options.testWebhookPerDay ?? Infinity,
    closed,
  });
  const dispatcher = createDispatcher();
  const faults = createFaultQueue();
  const rate = createRate(now);
  const context: ExchangeContext = { dispatcher, faults, rate, surroundings: { bot, poller, webhook } };
  const server = createServer((request, response) => {
    // A caller that hangs up while sending its body leaves nobody to answer.
    exchange(request, response, context).catch(() => response.destroy());
  });

  const url = await listen(server);
  return {
    url,
    token: bot.token,
    calls: dispatcher.calls,
    callsOf: (method) => dispatcher.calls.filter((call) => call.method === method),
    violations: dispatcher.violations,
    updates: updates.all,
    deliver: { ...updates.control, probe: webhook.probe, timeOutPolls: poller.timeOut },
    webhookAnswers: webhook.answers,
    get quotaUsed() {
      return bot.quota.used;
    },
    fetchedPhotos: bot.fetchedPhotos,
    keep(name, content) {
      bot.media.set(`/media/${name}`, content);
      return `${url}/media/${name}`;
    },
    fault: faults.add,
    rate: (limit) => {
      rate.limit = limit;
    },
    shape: (changes) => {
      shape = { ...shape, ...changes };
    },
    person: (personOptions = {}) => createPerson(bot, personOptions),
    group: (groupOptions = {}) => createGroup(bot, groupOptions),
    close: async () => {
      closing.abort();
      const ended = new Promise<void>((done) => server.close(() => done()));
      server.closeAllConnections();
      await ended;
    },
  };
}

function createBot(options: ScriptedZaloOptions, shape: () => Shape, closed: AbortSignal): Bot {
  const { token = defaultToken, botName = 'Bot Bạn Học', now = () => new Date() } = options;
  if (!botName.startsWith('Bot')) throw new Error(`The name of a bot begins with "Bot", not "${botName}"`);
  return {
    id: idOf(`bot ${token}`),
    name: botName,
    token,
    now,
    nextMessageId: createMessageIds(),
    chats: new Map(),
    updates: createUpdateQueue(closed),
    shape,
    quota: createQuota(options.monthlyQuota ?? Infinity, now),
    doFailedSendsCount: options.failedSendsCount ?? false,
    peopleLimit: options.peopleLimit ?? Infinity,
    strangers: options.strangers ?? 'refused',
    blockedCode: options.blockedErrorCode ?? 403,
    isFetchingPhotos: options.fetchPhotos ?? false,
    fetchedPhotos: [],
    media: new Map(),
    closed,
  };
}

function listen(server: Server): Promise<string> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (typeof address !== 'object' || address === null) throw new Error('The server has no port');
      done(`http://127.0.0.1:${address.port}`);
    });
  });
}

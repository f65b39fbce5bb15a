import { setMaxListeners } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { Call, Violation } from '../scripted-server/call.ts';
import { createFaultQueue, type FaultQueue } from '../scripted-server/fault.ts';
import type { Bot } from './bot.ts';
import { createDispatcher } from './dispatcher.ts';
import { type ExchangeContext, exchange } from './exchange.ts';
import { createGroup, type Group, type GroupOptions } from './group.ts';
import type { Update, User } from './message.ts';
import type { Parameters } from './parameters.ts';
import { createPerson, type Person, type PersonOptions } from './person.ts';
import { createPoller } from './poller.ts';
import { createProfile, type Profile } from './profile.ts';
import { createRate, type RateLimit } from './rate.ts';
import { readCall } from './request.ts';
import { createUpdateQueue, type Delivery } from './update-queue.ts';
import { createWebhook } from './webhook.ts';

export interface ScriptedTelegramOptions {
  readonly token?: string;
  readonly botUsername?: string;
  /** The server's clock: dates, the 15 s of a button press, the 48 h of deleting, the rate. */
  readonly now?: () => Date;
  /** How long the webhook is left alone after a failed delivery. */
  readonly webhookBackoffMs?: number;
  /** Webhook requests at the same time; 1 unless told otherwise. */
  readonly webhookAtOnce?: number;
}

/** The Bot API for one bot, on loopback, as strict as the real one, with people to play. */
export interface ScriptedTelegram {
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
  readonly profile: Profile;
  readonly fault: FaultQueue['add'];
  /** Enforces limits from now on; `undefined` ends it. */
  rate(limit: RateLimit | undefined): void;
  person(options?: PersonOptions): Person;
  group(options?: GroupOptions): Group;
  close(): Promise<void>;
}

const defaultToken = '123456789:AAScriptedTelegramTokenForTests00000';

export async function startScriptedTelegram(options: ScriptedTelegramOptions = {}): Promise<ScriptedTelegram> {
  const { token = defaultToken, botUsername = 'ban_hoc_bot', now = () => new Date() } = options;
  const closing = new AbortController();
  const closed = closing.signal;
  setMaxListeners(0, closed);
  const updates = createUpdateQueue(closed);
  const botId = Number(token.split(':')[0]);
  const user: User = { id: botId, is_bot: true, first_name: 'Bạn Học', username: botUsername };
  const bot: Bot = {
    user,
    token,
    now,
    chats: new Map(),
    updates,
    callbackQueries: new Map(),
    polls: new Map(),
    files: new Map(),
    sent: new Map(),
    profile: createProfile(),
    closed,
  };
  const poller = createPoller(updates, () => webhook.url !== '');
  const dispatcher = createDispatcher();
  const rate = createRate(now);
  const webhook = createWebhook({
    updates,
    poller: () => poller,
    backoffMs: options.webhookBackoffMs ?? 50,
    atOnce: options.webhookAtOnce ?? 1,
    now,
    closed,
    execute: (method, payload) => void executeQuietly(method, payload),
  });
  const surroundings = { bot, poller, webhook };

  const executeQuietly = async (method: string, payload: Record<string, unknown>): Promise<void> => {
    const call = dispatcher.open(method, payload, now());
    const around = { ...surroundings, connection: closed };
    const body = Buffer.from(JSON.stringify(payload));
    const parameters = (): Parameters => readCall(new URLSearchParams(), 'application/json', body).parameters;
    const answer = await dispatcher.run(call, parameters, around, () => rate.admit(call));
    call.outcome = { kind: 'answered', ...answer };
  };

  const faults = createFaultQueue();
  const context: ExchangeContext = { dispatcher, faults, rate, surroundings };
  const server = createServer((request, response) => {
    // A caller that hangs up while sending its body leaves nobody to answer.
    exchange(request, response, context).catch(() => response.destroy());
  });
  const url = await listen(server);

  const requireFree = (id: number): number => {
    if (bot.chats.has(id)) throw new Error(`There is a chat ${id} already`);
    return id;
  };
  return {
    url,
    token,
    calls: dispatcher.calls,
    callsOf: (method) => dispatcher.calls.filter((call) => call.method.toLowerCase() === method.toLowerCase()),
    violations: dispatcher.violations,
    updates: updates.all,
    deliver: updates.delivery,
    webhookAnswers: webhook.answers,
    profile: bot.profile,
    fault: faults.add,
    rate: (limit) => {
      rate.limit = limit;
    },
    person: (personOptions = {}) =>
      createPerson(bot, { ...personOptions, id: requireFree(personOptions.id ?? 1001 + bot.chats.size) }),
    group: (groupOptions = {}) => {
      const id = requireFree(groupOptions.id ?? -1_001_000_000_001 - bot.chats.size);
      return createGroup(bot, { ...groupOptions, id }, { id: 777, is_bot: false, first_name: 'Quản trị' });
    },
    close: async () => {
      closing.abort();
      const ended = new Promise<void>((done) => server.close(() => done()));
      server.closeAllConnections();
      await ended;
    },
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

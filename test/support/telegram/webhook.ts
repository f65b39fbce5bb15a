import { Agent, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isLoopback } from '../scripted-server/loopback.ts';
import { isObject, optionalInteger, optionalText, optionalTexts, type Parameters, readFlag } from './parameters.ts';
import type { Poller } from './poller.ts';
import { conflict, violation } from './refusals.ts';
import type { QueueItem, UpdateQueue } from './update-queue.ts';

/**
 * The webhook side of delivery: each update is repeated until its answer is 2xx. One request at a time, in order,
 * unless more are allowed at once; then a chat's updates still go one after another.
 */
export interface Webhook {
  readonly url: string;
  /** Status of every answer in order; 0 where none came. */
  readonly answers: readonly number[];
  set(parameters: Parameters): Remark;
  remove(parameters: Parameters): Remark;
  info(): Record<string, unknown>;
}

/** The result `true` with the platform's remark on it. */
export class Remark {
  constructor(readonly description: string) {}
}

interface Options {
  readonly updates: UpdateQueue;
  readonly poller: () => Poller;
  readonly backoffMs: number;
  /** Requests at the same time; from two on connections are kept. */
  readonly atOnce: number;
  readonly now: () => Date;
  readonly closed: AbortSignal;
  /** A bot may answer with a call instead of making it; nobody hears what became of it. */
  readonly execute: (method: string, payload: Record<string, unknown>) => void;
}

const publicPorts = ['', '80', '88', '443', '8443'];

export function createWebhook(options: Options): Webhook {
  const { updates, closed } = options;
  const answers: number[] = [];
  const state = { url: '', secret: undefined as string | undefined, connections: 40 };
  /** What is on its way, with its chat; a raw body is of no chat. */
  const underWay = new Map<QueueItem, number | undefined>();
  const agent = options.atOnce > 1 ? new Agent({ keepAlive: true, maxSockets: options.atOnce }) : false;
  let lastError: { date: Date; message: string } | undefined;
  let wake = (): void => {};

  const deliverNext = async (item: QueueItem): Promise<void> => {
    const body = item.kind === 'raw' ? item.body : JSON.stringify(item.update);
    const answer = await post({ url: state.url, secret: state.secret, agent, closed }, body);
    if (closed.aborted) return;
    answers.push(answer.status);
    const isAccepted = answer.status >= 200 && answer.status < 300;
    if (item.kind === 'raw') {
      updates.remove(item);
      item.done();
    } else if (isAccepted) {
      item.copies--;
      if (item.copies === 0) updates.remove(item);
      executeAnswer(answer.body, options.execute);
    } else {
      const message = answer.status === 0 ? 'Connection refused' : `Wrong response from the webhook: ${answer.status}`;
      lastError = { date: options.now(), message };
      await pause(options.backoffMs, closed, (stop) => {
        wake = stop;
      });
    }
  };

  const nextFree = (): QueueItem | undefined => {
    if (state.url === '' || closed.aborted || underWay.size >= options.atOnce) return undefined;
    const chats = new Set(underWay.values());
    return updates.first((item) => !underWay.has(item) && (underWay.size === 0 || !chats.has(chatOf(item))));
  };
  const run = async (): Promise<void> => {
    for (let item = nextFree(); item !== undefined; item = nextFree()) {
      underWay.set(item, chatOf(item));
      await deliverNext(item);
      underWay.delete(item);
    }
  };
  updates.changed.subscribe(() => void run());

  return {
    get url() {
      return state.url;
    },
    answers,
    set: (parameters) => {
      const url = optionalText(parameters, 'url') ?? '';
      const secret = optionalText(parameters, 'secret_token');
      const allowed = optionalTexts(parameters, 'allowed_updates');
      const connections = optionalInteger(parameters, 'max_connections', { least: 1, most: 100 }) ?? 40;
      const isDropping = readFlag(parameters, 'drop_pending_updates');
      if (secret !== undefined && secret.length > 256) throw violation('secret token is too long');
      if (secret !== undefined && !/^[A-Za-z0-9_-]+$/.test(secret)) {
        throw violation('secret token contains unallowed characters');
      }
      if (url !== '') requireWebhookUrl(url);
      const isSame = url === state.url && secret === state.secret && connections === state.connections;
      Object.assign(state, { url, secret, connections });
      if (url !== '') options.poller().interrupt(conflict('terminated by setWebhook request'));
      if (allowed !== undefined) updates.allowed = allowed.length === 0 ? undefined : allowed;
      if (isDropping) updates.clear();
      lastError = undefined;
      wake();
      void run();
      if (url === '') return new Remark('Webhook was deleted');
      return new Remark(isSame ? 'Webhook is already set' : 'Webhook was set');
    },
    remove: (parameters) => {
      const isDropping = readFlag(parameters, 'drop_pending_updates');
      const description = state.url === '' ? 'Webhook is already deleted' : 'Webhook was deleted';
      Object.assign(state, { url: '', secret: undefined, connections: 40 });
      if (isDropping) updates.clear();
      wake();
      return new Remark(description);
    },
    info: () => ({
      url: state.url,
      has_custom_certificate: false,
      pending_update_count: updates.pendingCount,
      ...(state.url === '' ? {} : { max_connections: state.connections, ip_address: '127.0.0.1' }),
      ...(updates.allowed === undefined ? {} : { allowed_updates: updates.allowed }),
      ...(lastError === undefined
        ? {}
        : { last_error_date: Math.floor(lastError.date.getTime() / 1000), last_error_message: lastError.message }),
    }),
  };
}

function requireWebhookUrl(text: string): void {
  if (!URL.canParse(text)) throw violation('invalid webhook URL specified');
  const url = new URL(text);
  if (isLoopback(url) && ['http:', 'https:'].includes(url.protocol)) return;
  if (url.protocol !== 'https:') throw violation('bad webhook: An HTTPS URL must be provided for webhook');
  if (!publicPorts.includes(url.port)) {
    throw violation('bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443');
  }
}

/** The private chat an update comes from. */
function chatOf(item: QueueItem): number | undefined {
  if (item.kind === 'raw') return undefined;
  const { message, edited_message, callback_query, my_chat_member } = item.update;
  return (message ?? edited_message ?? callback_query?.message ?? my_chat_member)?.chat.id;
}

interface Hook {
  readonly url: string;
  readonly secret: string | undefined;
  readonly agent: Agent | false;
  readonly closed: AbortSignal;
}

function post({ url, secret, agent, closed }: Hook, body: string): Promise<{ status: number; body: string }> {
  return new Promise((done) => {
    const none = (): void => done({ status: 0, body: '' });
    const start = url.startsWith('https:') ? httpsRequest : httpRequest;
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      ...(secret === undefined ? {} : { 'x-telegram-bot-api-secret-token': secret }),
    };
    const request = start(url, { method: 'POST', agent, signal: closed, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }));
      response.on('error', none);
    });
    request.on('error', none);
    request.end(body);
  });
}

function executeAnswer(body: string, execute: Options['execute']): void {
  if (!body.startsWith('{')) return;
  try {
    const parsed: unknown = JSON.parse(body);
    if (isObject(parsed) && typeof parsed.method === 'string') {
      const { method, ...payload } = parsed;
      execute(parsed.method, payload);
    }
  } catch {
    // An answer that is no call is nothing to the platform.
  }
}

/** Ends early when the webhook changes or the server closes. */
function pause(ms: number, closed: AbortSignal, onStart: (stop: () => void) => void): Promise<void> {
  return new Promise((done) => {
    const stop = (): void => {
      clearTimeout(timer);
      closed.removeEventListener('abort', stop);
      done();
    };
    const timer = setTimeout(stop, ms);
    closed.addEventListener('abort', stop);
    onStart(stop);
  });
}

import { isLoopback } from '../scripted-server/loopback.ts';
import { type Payload, requiredText } from './payload.ts';
import { refusal, violation } from './platform-error.ts';
import { type Poller, webhookIsActive } from './poller.ts';
import { type Shape, toWebhookBody } from './shape.ts';
import type { QueueItem, UpdateQueue } from './update-queue.ts';
import { postToWebhook, type WebhookAnswer } from './webhook-post.ts';

/** The webhook side of delivery: one request at a time, in order, repeated until its answer is 2xx. */
export interface Webhook {
  readonly url: string;
  /** Status of every answer to an update or raw body in order; 0 where none came in time. */
  readonly answers: readonly number[];
  set(payload: Payload): Promise<Record<string, unknown>>;
  test(): Promise<Record<string, unknown>>;
  remove(): Record<string, unknown>;
  info(): Record<string, unknown>;
  /** Sends a request with an empty body and no content type, once; resolves with the status. */
  probe(): Promise<number>;
}

interface Options {
  readonly updates: UpdateQueue;
  readonly poller: () => Poller;
  readonly shape: () => Shape;
  readonly now: () => Date;
  readonly backoffMs: number;
  readonly timeoutMs: number;
  /** After so many failed deliveries an update is lost. */
  readonly attempts: number;
  readonly isVerifying: boolean;
  readonly testsPerDay: number;
  readonly closed: AbortSignal;
}

export function createWebhook(options: Options): Webhook {
  const { updates, closed, timeoutMs, now } = options;
  const answers: number[] = [];
  const state = { url: '', secret: undefined as string | undefined, updatedAt: now().getTime(), isRunning: false };
  const failures = new WeakMap<QueueItem, number>();
  const tests = { day: '', count: 0 };
  let wake = (): void => {};

  const post = (body: string): Promise<WebhookAnswer> =>
    postToWebhook({ url: state.url, secret: state.secret, body, timeoutMs, closed });

  const deliver = async (item: QueueItem): Promise<void> => {
    const { status, outcome } = await post(
      item.kind === 'raw' ? item.body : toWebhookBody(item.update, options.shape()),
    );
    if (closed.aborted) return;
    answers.push(status);
    if (item.kind === 'raw' || outcome === 'webhook.ok') return updates.take(item);
    const failed = (failures.get(item) ?? 0) + 1;
    failures.set(item, failed);
    if (failed >= options.attempts) return updates.drop(item);
    await pause(options.backoffMs, closed, (stop) => {
      wake = stop;
    });
  };

  const run = async (): Promise<void> => {
    if (state.isRunning) return;
    state.isRunning = true;
    for (
      let item = updates.first();
      item !== undefined && state.url !== '' && !closed.aborted;
      item = updates.first()
    ) {
      await deliver(item);
    }
    state.isRunning = false;
  };
  updates.changed.subscribe(() => void run());

  const info = (): Record<string, unknown> => ({ url: state.url, updated_at: state.updatedAt });
  const change = (url: string, secret: string | undefined): void => {
    Object.assign(state, { url, secret, updatedAt: now().getTime() });
    wake();
  };
  return {
    get url() {
      return state.url;
    },
    answers,
    info,
    set: async (payload) => {
      const url = requiredText(payload, 'url');
      const secret = requiredText(payload, 'secret_token');
      requireWebhookUrl(url);
      if (secret.length < 8 || secret.length > 256) throw violation('secret_token must have 8 to 256 characters');
      if (!/^[\x21-\x7e]+$/.test(secret)) throw violation('secret_token must fit into a header');
      change(url, secret);
      options.poller().interrupt(webhookIsActive);
      const verification = options.isVerifying ? { verification: describe(await post('')) } : {};
      void run();
      return { ...info(), ...verification };
    },
    test: async () => {
      if (state.url === '') throw refusal(400, 'Bad request: no webhook is set');
      const day = now().toISOString().slice(0, 10);
      tests.count = tests.day === day ? tests.count + 1 : 1;
      tests.day = day;
      if (tests.count > options.testsPerDay) throw refusal(426);
      return { url: state.url, ...describe(await post(JSON.stringify({ event_name: 'webhook.test' }))) };
    },
    remove: () => {
      change('', undefined);
      return info();
    },
    probe: async () => {
      if (state.url === '') throw new Error('There is no webhook to probe');
      return (await post('')).status;
    },
  };
}

function describe({ status, outcome, latencyMs }: WebhookAnswer): Record<string, unknown> {
  const ok = outcome === 'webhook.ok';
  const hint = ok ? '' : 'Check that the address can be reached and answers 2xx';
  return { ok, status_code: status, outcome, latency_ms: latencyMs, hint };
}

function requireWebhookUrl(text: string): void {
  if (!URL.canParse(text)) throw violation('url is not a URL');
  const url = new URL(text);
  const isAllowed = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));
  if (!isAllowed) throw violation('url must be an https URL');
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

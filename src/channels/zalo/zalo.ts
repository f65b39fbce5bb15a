import { Hono } from 'hono';
import type { TurnResult } from '../../conversation/index.ts';
import type { Clock, Database } from '../../database/index.ts';
import type { SendingChannel } from '../../delivery/index.ts';
import type { InboundMessage } from '../../message/index.ts';
import { createPoller, type Poller } from '../poller.ts';
import { answerWebhook, type Handled } from '../webhook-request.ts';
import { createZaloClient, type ZaloClient, ZaloError } from './client.ts';
import { createZaloSending } from './sending.ts';
import { readZaloUpdate } from './update.ts';

export interface ZaloOptions {
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
  readonly onProblem: (problem: { readonly what: string; readonly error: unknown }) => void;
}

export type ZaloState = 'starting' | 'polling' | 'webhook' | 'wrong token' | 'unreachable';

export interface ZaloChannel {
  readonly app: Hono;
  readonly sending: SendingChannel;
  readonly state: () => ZaloState;
  /**
   * Finds out whether the token is right and begins to receive, by webhook or by polling. Resolves when that is known or
   * the platform did not answer in time; an unreachable platform is tried again in the background.
   */
  start(): Promise<ZaloState>;
  stop(): Promise<void>;
}

const pollSeconds = 30;
const callSeconds = 15;
const firstAnswerSeconds = 5;
const instantMilliseconds = 200;
const restAfterInstantMilliseconds = 300;
const typingAfterMilliseconds = 400;
const retryMilliseconds = 500;

/** The Zalo channel of one bot: updates in by webhook or polling, messages out for the sender. */
export function createZaloChannel(options: ZaloOptions): ZaloChannel {
  const { token, apiRoot, clock } = options;
  const client = createZaloClient({ token, apiRoot, timeoutSeconds: callSeconds });
  let state: ZaloState = 'starting';
  let poller: Poller | undefined;
  let stopped = false;
  let retry: NodeJS.Timeout | undefined;

  async function handle(body: unknown): Promise<Handled> {
    const update = readZaloUpdate(body, clock());
    if (update.kind === 'ignored') return 'done';
    const { message } = update;
    const typing = setTimeout(() => {
      client
        .sendChatAction({ chat_id: message.chat, action: 'typing' })
        .catch((error: unknown) => options.onProblem({ what: 'typing', error }));
    }, typingAfterMilliseconds);
    try {
      return (await options.takeTurn(message)).kind === 'busy' ? 'busy' : 'done';
    } finally {
      clearTimeout(typing);
    }
  }

  /** A polled update is not acknowledged and not given twice: it is kept until it is committed. */
  async function handleForSure(body: unknown): Promise<void> {
    while (!stopped) {
      const handled = await handle(body).catch((error: unknown): Handled => {
        options.onProblem({ what: 'update', error });
        return 'busy';
      });
      if (handled === 'done') return;
      await new Promise((done) => setTimeout(done, retryMilliseconds));
    }
  }

  async function pollOnce(signal: AbortSignal): Promise<number> {
    const asked = performance.now();
    let update: unknown;
    try {
      update = await client.getUpdates(pollSeconds, signal);
    } catch (error) {
      if (signal.aborted) return 0;
      if (error instanceof ZaloError && error.code === 401) {
        state = 'wrong token';
        options.onProblem({ what: 'polling', error });
        return 60_000;
      }
      state = 'unreachable';
      throw error;
    }
    state = 'polling';
    if (update !== undefined) {
      await handleForSure(update);
      return 0;
    }
    return performance.now() - asked < instantMilliseconds ? restAfterInstantMilliseconds : 0;
  }

  async function receive(): Promise<void> {
    if (options.publicUrl !== undefined) {
      await client.setWebhook(`${options.publicUrl}/webhooks/zalo`, options.webhookSecret);
      state = 'webhook';
      return;
    }
    await client.deleteWebhook().catch((error: unknown) => options.onProblem({ what: 'deleteWebhook', error }));
    state = 'polling';
    poller = createPoller({
      database: options.database,
      name: 'poller:zalo',
      owner: options.owner,
      clock,
      poll: pollOnce,
      onProblem: (error) => options.onProblem({ what: 'polling', error }),
    });
    if (!stopped) poller.start();
  }

  async function begin(first: ZaloClient): Promise<void> {
    await first.getMe();
    if (options.receives) await receive();
    else state = options.publicUrl === undefined ? 'polling' : 'webhook';
  }

  async function start(): Promise<ZaloState> {
    try {
      await begin(createZaloClient({ token, apiRoot, timeoutSeconds: firstAnswerSeconds }));
    } catch (error) {
      options.onProblem({ what: 'start', error });
      if (error instanceof ZaloError && error.code === 401) state = 'wrong token';
      else {
        state = 'unreachable';
        tryAgainLater(1);
      }
    }
    return state;
  }

  function tryAgainLater(seconds: number): void {
    if (stopped) return;
    retry = setTimeout(() => {
      begin(client).catch((error: unknown) => {
        options.onProblem({ what: 'start', error });
        if (error instanceof ZaloError && error.code === 401) state = 'wrong token';
        else tryAgainLater(Math.min(60, seconds * 2));
      });
    }, seconds * 1000);
    retry.unref();
  }

  const app = new Hono();
  app.post('/webhooks/zalo', (c) =>
    answerWebhook(c, { header: 'x-bot-api-secret-token', secret: options.webhookSecret, handle }),
  );

  return {
    app,
    sending: createZaloSending(client),
    state: () => state,
    start,
    async stop() {
      stopped = true;
      clearTimeout(retry);
      await poller?.stop();
    },
  };
}

import type { Clock, Database } from '../database/index.ts';
import { createPoller, type Poller } from './poller.ts';

/** What the operator is told of a platform's channel at the start and in /readyz. */
export type ChannelState = 'starting' | 'polling' | 'webhook' | 'wrong token' | 'unreachable';

/** Told of each fault of a platform, with what was being done. */
export type OnProblem = (problem: { readonly what: string; readonly error: unknown }) => void;

/** What every bot of a platform is given. */
export interface ReceptionOptions {
  /** Where the platform can reach us; undefined means polling. */
  readonly publicUrl: string | undefined;
  /** Whether this process registers the webhook or polls; one that only serves pages does neither. */
  readonly receives: boolean;
  readonly database: Database;
  readonly owner: string;
  readonly clock: Clock;
  readonly onProblem: OnProblem;
}

/** How a platform is met; each call may throw what the platform or the network said. */
export interface PlatformManners {
  readonly name: 'telegram' | 'zalo';
  /** Finds out whether the token is right and who the bot is; gives up after so many seconds. */
  identify(timeoutSeconds: number): Promise<void>;
  setWebhook(url: string): Promise<void>;
  deleteWebhook(): Promise<void>;
  /** Asks once for updates and handles them; returns the milliseconds to rest before the next time. */
  poll(signal: AbortSignal): Promise<number>;
  isWrongToken(error: unknown): boolean;
  /** Called each time receiving has begun. */
  onReceiving?(): void;
}

/** The receiving side of a bot: who it is, whether it is reached, and how it stands. */
export interface Reception {
  state(): ChannelState;
  /**
   * Finds out who the bot is and begins to receive, by webhook or by polling. Resolves when that is known or the
   * platform did not answer in time; an unreachable platform is tried again in the background.
   */
  start(): Promise<ChannelState>;
  stop(): Promise<void>;
}

const firstAnswerSeconds = 5;
const laterAnswerSeconds = 15;
const firstRetrySeconds = 1;
const longestRetrySeconds = 60;
const wrongTokenRestMilliseconds = 60_000;

export function createReception(platform: PlatformManners, options: ReceptionOptions): Reception {
  const { publicUrl, onProblem } = options;
  let state: ChannelState = 'starting';
  let poller: Poller | undefined;
  let retry: NodeJS.Timeout | undefined;
  let isStopped = false;

  async function poll(signal: AbortSignal): Promise<number> {
    try {
      const rest = await platform.poll(signal);
      state = 'polling';
      return rest;
    } catch (error) {
      if (signal.aborted) return 0;
      state = platform.isWrongToken(error) ? 'wrong token' : 'unreachable';
      if (state === 'unreachable') throw error;
      onProblem({ what: 'polling', error });
      return wrongTokenRestMilliseconds;
    }
  }

  async function receive(): Promise<void> {
    if (publicUrl !== undefined) {
      await platform.setWebhook(`${publicUrl}/webhooks/${platform.name}`);
      return;
    }
    await platform.deleteWebhook().catch((error: unknown) => onProblem({ what: 'deleteWebhook', error }));
    poller ??= createPoller({
      database: options.database,
      name: `poller:${platform.name}`,
      owner: options.owner,
      clock: options.clock,
      poll,
      onProblem: (error) => onProblem({ what: 'polling', error }),
    });
    if (!isStopped) poller.start();
  }

  async function begin(timeoutSeconds: number): Promise<void> {
    await platform.identify(timeoutSeconds);
    if (options.receives) await receive();
    state = publicUrl === undefined ? 'polling' : 'webhook';
    if (options.receives) platform.onReceiving?.();
  }

  /** Tries to begin; a platform that does not answer is tried again ever more slowly, a wrong token is not. */
  async function tryToBegin(timeoutSeconds: number, retrySeconds: number): Promise<void> {
    try {
      await begin(timeoutSeconds);
    } catch (error) {
      onProblem({ what: 'start', error });
      state = platform.isWrongToken(error) ? 'wrong token' : 'unreachable';
      if (state === 'wrong token' || isStopped) return;
      const next = Math.min(longestRetrySeconds, retrySeconds * 2);
      retry = setTimeout(() => void tryToBegin(laterAnswerSeconds, next), retrySeconds * 1000);
      retry.unref();
    }
  }

  return {
    state: () => state,
    async start() {
      await tryToBegin(firstAnswerSeconds, firstRetrySeconds);
      return state;
    },
    async stop() {
      isStopped = true;
      clearTimeout(retry);
      await poller?.stop();
    },
  };
}

/** An empty answer that comes at once (no real server does that) must not be asked for again at once. */
const instantMilliseconds = 200;
const restAfterInstantMilliseconds = 300;

/** How long to rest after a poll that brought nothing. @param asked when it was asked, by `performance.now()` */
export function restAfterEmptyPoll(asked: number): number {
  return performance.now() - asked < instantMilliseconds ? restAfterInstantMilliseconds : 0;
}

/** Work that takes longer than this shows "typing" meanwhile. */
const typingAfterMilliseconds = 400;

/** Does some work; when it takes long the person sees that an answer is on its way. */
export async function whileTyping<T>(showTyping: () => void, work: () => Promise<T>): Promise<T> {
  const timer = setTimeout(showTyping, typingAfterMilliseconds);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
  }
}

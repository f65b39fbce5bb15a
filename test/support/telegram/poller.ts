import type { ApiError } from '../scripted-server/api-error.ts';
import type { Update } from './message.ts';
import { optionalInteger, optionalTexts, type Parameters } from './parameters.ts';
import { conflict } from './refusals.ts';
import type { UpdateQueue } from './update-queue.ts';

/** A body to answer with word for word. */
export class RawBody {
  constructor(readonly text: string) {}
}

/** The getUpdates side of delivery. One poll waits at a time; a later one ends it with 409. */
export interface Poller {
  getUpdates(parameters: Parameters, connection: AbortSignal): Promise<readonly Update[] | RawBody>;
  /** Ends a waiting poll, as setting a webhook does. */
  interrupt(reason: ApiError): void;
}

const longestPollSeconds = 50;

export function createPoller(updates: UpdateQueue, hasWebhook: () => boolean): Poller {
  let waiting: ((reason: ApiError) => void) | undefined;

  const takeNow = (limit: number): readonly Update[] | RawBody => {
    const first = updates.first();
    if (first?.kind !== 'raw') return updates.batch(limit);
    updates.remove(first);
    first.done();
    return new RawBody(first.body);
  };

  const wait = (limit: number, seconds: number, connection: AbortSignal): Promise<readonly Update[] | RawBody> =>
    new Promise((done, fail) => {
      const end = (): void => {
        clearTimeout(timer);
        unsubscribe();
        connection.removeEventListener('abort', onGone);
        if (waiting === onInterrupt) waiting = undefined;
      };
      const onInterrupt = (reason: ApiError): void => {
        end();
        fail(reason);
      };
      const onGone = (): void => {
        end();
        done([]);
      };
      const timer = setTimeout(onGone, seconds * 1000);
      const unsubscribe = updates.changed.subscribe(() => {
        if (updates.first() === undefined) return;
        end();
        done(takeNow(limit));
      });
      connection.addEventListener('abort', onGone);
      waiting = onInterrupt;
      if (connection.aborted) onGone();
    });

  return {
    interrupt: (reason) => waiting?.(reason),
    getUpdates: async (parameters, connection) => {
      const offset = optionalInteger(parameters, 'offset');
      // Out of range they are brought into it, as the platform does.
      const limit = Math.min(Math.max(optionalInteger(parameters, 'limit') ?? 100, 1), 100);
      const seconds = Math.min(Math.max(optionalInteger(parameters, 'timeout') ?? 0, 0), longestPollSeconds);
      const allowed = optionalTexts(parameters, 'allowed_updates');
      if (hasWebhook()) {
        throw conflict(
          "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
        );
      }
      waiting?.(conflict('terminated by other getUpdates request; make sure that only one bot instance is running'));
      if (allowed !== undefined) updates.allowed = allowed.length === 0 ? undefined : allowed;
      if (offset !== undefined) updates.confirm(offset);
      if (updates.first() !== undefined || seconds === 0) return takeNow(limit);
      return wait(limit, seconds, connection);
    },
  };
}

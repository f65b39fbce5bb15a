import type { ApiError } from '../scripted-server/api-error.ts';
import { optionalText, type Payload } from './payload.ts';
import { refusal, violation } from './platform-error.ts';
import type { Reply } from './reply.ts';
import { type Shape, toPollBody } from './shape.ts';
import type { UpdateQueue } from './update-queue.ts';

/** How an empty poll ends; all three were seen. */
export type IdleAnswer = 408 | 504 | 'noCode';

/** The getUpdates side of delivery: one update a call, gone once handed out. */
export interface Poller {
  getUpdates(payload: Payload, connection: AbortSignal): Promise<Reply>;
  /** Ends waiting polls with an error, as setting a webhook does. */
  interrupt(reason: ApiError): void;
  /** Ends waiting polls as if their time had passed. */
  timeOut(): void;
}

interface Options {
  readonly updates: UpdateQueue;
  readonly hasWebhook: () => boolean;
  readonly shape: () => Shape;
  readonly idleAnswer: IdleAnswer;
  /** Instead of the seconds a poll asks for. */
  readonly idlePollMs: number | undefined;
}

export const webhookIsActive = refusal(400, 'Bad request: a webhook is set; call deleteWebhook before getUpdates');

export function createPoller({ updates, hasWebhook, shape, idleAnswer, idlePollMs }: Options): Poller {
  const waiting = new Set<{ readonly interrupt: (reason: ApiError) => void; readonly timeOut: () => void }>();

  const takeNow = (): Reply | undefined => {
    const item = updates.first();
    if (item === undefined) return undefined;
    updates.take(item);
    return { kind: 'body', body: item.kind === 'raw' ? item.body : toPollBody(item.update, shape()) };
  };

  const wait = (ms: number, connection: AbortSignal): Promise<Reply> =>
    new Promise((done, fail) => {
      const end = (): void => {
        clearTimeout(timer);
        unsubscribe();
        connection.removeEventListener('abort', waiter.timeOut);
        waiting.delete(waiter);
      };
      const waiter = {
        interrupt: (reason: ApiError): void => {
          end();
          fail(reason);
        },
        timeOut: (): void => {
          end();
          done(toIdleReply(idleAnswer));
        },
      };
      const timer = setTimeout(waiter.timeOut, ms);
      const unsubscribe = updates.changed.subscribe(() => {
        // Ended already: another listener of the same change had this poll interrupted.
        if (!waiting.has(waiter) || updates.first() === undefined) return;
        end();
        done(takeNow() ?? toIdleReply(idleAnswer));
      });
      connection.addEventListener('abort', waiter.timeOut);
      waiting.add(waiter);
      if (connection.aborted) waiter.timeOut();
    });

  return {
    interrupt: (reason) => {
      for (const waiter of [...waiting]) waiter.interrupt(reason);
    },
    timeOut: () => {
      for (const waiter of [...waiting]) waiter.timeOut();
    },
    getUpdates: async (payload, connection) => {
      const timeout = optionalText(payload, 'timeout') ?? '30';
      if (!/^\d{1,4}$/.test(timeout)) throw violation('timeout must be a string of seconds');
      if (hasWebhook()) throw webhookIsActive;
      // A caller that hung up is handed nothing.
      const reply = connection.aborted ? undefined : takeNow();
      return reply ?? wait(idlePollMs ?? Number(timeout) * 1000, connection);
    },
  };
}

function toIdleReply(answer: IdleAnswer): Reply {
  const code = answer === 'noCode' ? {} : { error_code: answer };
  return { kind: 'body', body: JSON.stringify({ ok: false, description: 'Request timeout', ...code }) };
}

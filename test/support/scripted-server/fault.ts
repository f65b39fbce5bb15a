import type { Call } from './call.ts';

/** What can go wrong between a bot and the platform. */
export type Fault =
  | { readonly kind: 'status'; readonly status: number; readonly body?: string | object }
  | { readonly kind: 'throttle'; readonly retryAfterSeconds: number }
  | { readonly kind: 'blocked' }
  | { readonly kind: 'serverError' }
  /** The connection breaks before the call takes effect. */
  | { readonly kind: 'reset' }
  /** The call takes effect, then the connection breaks. */
  | { readonly kind: 'lostAnswer' }
  /** No answer until the caller gives up or the server closes. */
  | { readonly kind: 'hang'; readonly takesEffect?: boolean }
  /** The call takes effect; the connection breaks in the middle of its answer. */
  | { readonly kind: 'halfAnswer' }
  /** A web page instead of an answer, with status 200 unless told otherwise; no effect. */
  | { readonly kind: 'notJson'; readonly status?: number }
  /** Takes effect and is answered once `until` resolves. */
  | { readonly kind: 'slow'; readonly until: Promise<void> };

/** A method's name, or a question about the call. */
export type CallMatcher = string | ((call: Call) => boolean);

/** The faults waiting for their calls; the one queued first that fits is taken. */
export interface FaultQueue {
  add(matcher: CallMatcher, fault: Fault, options?: { readonly times?: number }): void;
  take(call: Call): Fault | undefined;
}

export function createFaultQueue(): FaultQueue {
  const waiting: { readonly matches: (call: Call) => boolean; readonly fault: Fault; times: number }[] = [];
  return {
    add: (matcher, fault, { times = 1 } = {}) => {
      const matches =
        typeof matcher === 'string' ? (call: Call) => call.method.toLowerCase() === matcher.toLowerCase() : matcher;
      waiting.push({ matches, fault, times });
    },
    take: (call) => {
      const index = waiting.findIndex(({ matches }) => matches(call));
      const found = waiting[index];
      if (found === undefined) return undefined;
      found.times--;
      if (found.times <= 0) waiting.splice(index, 1);
      return found.fault;
    },
  };
}

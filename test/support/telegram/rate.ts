import type { Call } from '../scripted-server/call.ts';
import { tooManyRequests } from './refusals.ts';

/** How much the platform takes. Left out: as much as comes. */
export interface RateLimit {
  /** Messages of the bot in a second, over all chats. */
  readonly perSecond?: number;
  /** Messages in a second to one chat. */
  readonly perChatPerSecond?: number;
  /** How many may come at once to one chat; `perChatPerSecond`, and at least 1, unless told otherwise. */
  readonly chatBurst?: number;
  /** What the bot is told to wait; as long as it takes to have one message free, and at least 1 s, unless told otherwise. */
  readonly retryAfterSeconds?: number;
}

interface Bucket {
  tokens: number;
  at: number;
}

const countedMethods = /^(?:send(?!chataction)|edit)/i;

/** Judges calls by token buckets on the server's clock. After a 429 every call of the bot is refused until its time is over. */
export interface Rate {
  limit: RateLimit | undefined;
  /** Throws the platform's 429. */
  admit(call: Call): void;
}

export function createRate(now: () => Date): Rate {
  const buckets = new Map<string, Bucket>();
  let blockedUntil = 0;

  const take = (key: string, perSecond: number, burst: number): number => {
    const time = now().getTime();
    const bucket = buckets.get(key) ?? { tokens: burst, at: time };
    bucket.tokens = Math.min(burst, bucket.tokens + ((time - bucket.at) / 1000) * perSecond);
    bucket.at = time;
    buckets.set(key, bucket);
    if (bucket.tokens < 1) return (1 - bucket.tokens) / perSecond;
    bucket.tokens--;
    return 0;
  };

  const rate: Rate = {
    limit: undefined,
    admit: (call) => {
      const { limit } = rate;
      if (limit === undefined || call.method.toLowerCase() === 'getupdates') return;
      const time = now().getTime();
      if (time < blockedUntil) throw tooManyRequests(Math.ceil((blockedUntil - time) / 1000));
      if (!countedMethods.test(call.method)) return;
      const { perSecond, perChatPerSecond } = limit;
      const burst = Math.max(1, limit.chatBurst ?? perChatPerSecond ?? 1);
      const chatKey = `chat ${call.payload.chat_id}`;
      const waitForChat = perChatPerSecond === undefined ? 0 : take(chatKey, perChatPerSecond, burst);
      const waitForBot = perSecond === undefined ? 0 : take('bot', perSecond, Math.max(1, perSecond));
      const waitSeconds = Math.max(waitForChat, waitForBot);
      if (waitSeconds === 0) return;
      const retryAfterSeconds = limit.retryAfterSeconds ?? Math.max(1, Math.ceil(waitSeconds));
      blockedUntil = time + retryAfterSeconds * 1000;
      throw tooManyRequests(retryAfterSeconds);
    },
  };
  return rate;
}

import { quotaExceeded } from './platform-error.ts';

/** Messages of the bot in a second, in all and to one chat; the platform publishes no figures. */
export interface RateLimit {
  readonly perSecond?: number;
  readonly perChatPerSecond?: number;
}

/** Token buckets that hold a second's worth. A refused call is told no waiting time. */
export interface Rate {
  limit: RateLimit | undefined;
  admit(method: string, chatId: unknown): void;
}

export function createRate(now: () => Date): Rate {
  const buckets = new Map<string, { tokens: number; at: number }>();

  const requireToken = (key: string, perSecond: number | undefined): void => {
    if (perSecond === undefined) return;
    const at = now().getTime();
    const size = Math.max(1, perSecond);
    const bucket = buckets.get(key) ?? { tokens: size, at };
    const tokens = Math.min(size, bucket.tokens + ((at - bucket.at) / 1000) * perSecond);
    buckets.set(key, { tokens: tokens < 1 ? tokens : tokens - 1, at });
    if (tokens < 1) throw quotaExceeded();
  };

  const rate: Rate = {
    limit: undefined,
    admit: (method, chatId) => {
      if (rate.limit === undefined || !/^send(?!ChatAction)/.test(method)) return;
      requireToken(`chat ${chatId}`, rate.limit.perChatPerSecond);
      requireToken('bot', rate.limit.perSecond);
    },
  };
  return rate;
}

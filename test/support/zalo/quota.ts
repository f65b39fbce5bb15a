import { quotaExceeded } from './platform-error.ts';

/** The messages a bot may send in a month, by the calendar of Vietnam. */
export interface Quota {
  readonly used: number;
  requireLeft(): void;
  count(): void;
}

const vietnamOffsetMs = 7 * 3_600_000;

export function createQuota(limit: number, now: () => Date): Quota {
  let month = '';
  let used = 0;
  const turnPage = (): void => {
    const current = new Date(now().getTime() + vietnamOffsetMs).toISOString().slice(0, 7);
    if (current !== month) used = 0;
    month = current;
  };
  return {
    get used() {
      turnPage();
      return used;
    },
    requireLeft: () => {
      turnPage();
      if (used >= limit) throw quotaExceeded();
    },
    count: () => {
      turnPage();
      used++;
    },
  };
}

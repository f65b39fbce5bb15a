import { type Lane, lanes } from '../../src/delivery/outbox.ts';

/** How a send of the scripted platform ends. */
export const endings = [
  'ok',
  'platform_failed',
  'unknown before effect',
  'unknown after effect',
  'throttled',
  'throttled without a time',
  'wrong_token',
  'blocked',
  'refused',
] as const;
export type SendEnding = (typeof endings)[number];

export const throttledSeconds = 20;
const shortestPauseSeconds = 5;
const wrongTokenSeconds = 60;
const mostTries = 8;
const replyShare = 0.1;

type State = 'open' | 'under way' | 'sent' | 'failed' | 'blocked' | 'unconfirmed' | 'skipped' | 'superseded';

interface Row {
  readonly key: string;
  readonly chat: string;
  readonly lane: Lane;
  readonly notAfter: Date | undefined;
  readonly turn: number | undefined;
  state: State;
  /** Whose send is under way. */
  by: string | undefined;
  tries: number;
  /** How often it truly arrived. */
  arrivals: number;
  /** In its chat's order: whether it was ever sent. */
  wasSent: boolean;
}

/**
 * What delivery promises, as a small model: it hears of every message, of every send as it begins and of how it ended,
 * and says what was done against a promise and how each message must stand in the database.
 */
export function createPromises(options: { readonly clock: () => Date; readonly monthlyQuota: number }) {
  const { clock, monthlyQuota } = options;
  const rows: Row[] = [];
  const broken: string[] = [];
  const used = new Map<string, number>();
  let owner = '';
  let silentUntil = 0;

  const monthOf = (): string => clock().toISOString().slice(0, 7);
  const find = (key: string): Row => {
    const row = rows.find((each) => each.key === key);
    if (row === undefined) throw new Error(`Nobody put ${key} into the outbox`);
    return row;
  };

  /** What a sender sees to before it sends: another's claims are lost, and what is too late is skipped. */
  function keepHouse(by: string): void {
    if (by !== owner) {
      owner = by;
      for (const row of rows) {
        if (row.state !== 'under way' || row.by === by) continue;
        row.state = row.lane === 'reply' ? 'open' : 'unconfirmed';
        row.by = undefined;
      }
    }
    for (const row of rows) {
      if (row.state === 'open' && row.notAfter !== undefined && row.notAfter < clock()) row.state = 'skipped';
    }
  }

  function checkQuota(row: Row): void {
    if (monthlyQuota === 0) return;
    const others = rows.filter((other) => other.state === 'under way' && other.by === owner && other !== row).length;
    const left = monthlyQuota - (used.get(monthOf()) ?? 0) - others;
    if (left <= 0) broken.push(`${row.key} went over the plan`);
    if (row.lane !== 'reply' && left <= monthlyQuota * replyShare)
      broken.push(`${row.key} took what is kept for replies`);
  }

  return {
    rows: rows as readonly Row[],
    broken: broken as readonly string[],
    put(row: Pick<Row, 'key' | 'chat' | 'lane' | 'notAfter' | 'turn'>): void {
      rows.push({ ...row, state: 'open', by: undefined, tries: 0, arrivals: 0, wasSent: false });
    },
    supersede(key: string): void {
      const row = find(key);
      if (row.state !== 'open' && row.state !== 'superseded') broken.push(`${key} was superseded while ${row.state}`);
      row.state = 'superseded';
    },
    keepHouse,
    /** A send begins. */
    begin(key: string, by: string): void {
      keepHouse(by);
      const row = find(key);
      const now = clock();
      if (row.state !== 'open') broken.push(`${key} was sent while ${row.state}`);
      if (row.notAfter !== undefined && row.notAfter < now) broken.push(`${key} was sent too late`);
      if (now.getTime() < silentUntil) broken.push(`${key} was sent during a pause`);
      const sameChat = rows.filter((other) => other.chat === row.chat && other !== row);
      if (sameChat.some((other) => other.state === 'under way')) broken.push(`${key} was sent beside another`);
      const earlier = sameChat.filter((other) => other.lane === row.lane && rows.indexOf(other) < rows.indexOf(row));
      if (earlier.some(({ state }) => state === 'open')) broken.push(`${key} overtook an earlier message`);
      if (!row.wasSent) {
        const later = sameChat.filter((other) => other.lane === row.lane && rows.indexOf(other) > rows.indexOf(row));
        if (later.some((other) => other.wasSent)) broken.push(`${key} was overtaken by a later message`);
      }
      checkQuota(row);
      Object.assign(row, { state: 'under way', by, tries: row.tries + 1, wasSent: true });
    },
    /** It reached the person. */
    arrive(key: string): void {
      const row = find(key);
      row.arrivals++;
      if (row.lane !== 'reply' && row.arrivals > 1) broken.push(`${key} arrived twice`);
    },
    /** Its sender hears how it ended. Only the one that still has the claim may write that down. */
    end(key: string, by: string, ending: SendEnding): void {
      const row = find(key);
      if (ending === 'ok' || ending.startsWith('unknown')) used.set(monthOf(), (used.get(monthOf()) ?? 0) + 1);
      const pause = {
        throttled: throttledSeconds,
        'throttled without a time': shortestPauseSeconds,
        wrong_token: wrongTokenSeconds,
      };
      const seconds = ending in pause ? pause[ending as keyof typeof pause] : undefined;
      if (seconds !== undefined) silentUntil = Math.max(silentUntil, clock().getTime() + seconds * 1000);
      if (row.state !== 'under way' || row.by !== by) return;
      row.by = undefined;
      row.state = stateAfter(row, ending);
      // Being told to wait is no try.
      if (seconds !== undefined) row.tries--;
    },
  };
}

function stateAfter(row: Row, ending: SendEnding): State {
  switch (ending) {
    case 'ok':
      return 'sent';
    case 'blocked':
      return 'blocked';
    case 'refused':
      return 'failed';
    case 'throttled':
    case 'throttled without a time':
    case 'wrong_token':
      return 'open';
    case 'platform_failed':
      return row.tries >= mostTries ? 'failed' : 'open';
    default:
      if (row.lane !== 'reply') return 'unconfirmed';
      return row.tries >= mostTries ? 'failed' : 'open';
  }
}

export type Promises = ReturnType<typeof createPromises>;
export const laneNames = Object.keys(lanes) as Lane[];

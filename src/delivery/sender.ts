import { type Clock, type Database, holdLease, releaseLease } from '../database/index.ts';
import { markUnreachable } from '../learners/index.ts';
import type { ChannelName, OutboundMessage, SendErrorCode, SendResult } from '../message/index.ts';
import { sendErrors } from '../message/index.ts';
import { createBell } from './bell.ts';
import {
  type ClaimedDelivery,
  claimDeliveries,
  type Ending,
  recordEndings,
  settleLostClaims,
  skipExpired,
} from './claim.ts';
import { createPace, paceMilliseconds } from './pace.ts';
import { pauseChannel } from './pause.ts';
import { createReservations, type Reservation } from './reservation.ts';
import { allowance, batchLimit, countMessages, messagesInMonth, monthOf } from './usage.ts';
import { createVerdict } from './verdict.ts';

/** How a message goes on from what the person has already. */
export interface SendOptions {
  /** The platform's id of the message this one takes the place of. */
  readonly replaces?: string;
  /** Parts of the message, from the first, that earlier tries have brought: they are left out. */
  readonly partsSent?: number;
}

/** The sending side of a channel. It reports every outcome as a value; what it throws counts as unknown outcome. */
export interface SendingChannel {
  readonly name: ChannelName;
  send(message: OutboundMessage, chat: string, options?: SendOptions): Promise<SendResult>;
}

/** What one round of the sender did. */
export interface SenderCounts {
  readonly sent: number;
  readonly again: number;
  readonly failed: number;
  readonly blocked: number;
  readonly unconfirmed: number;
  readonly skipped: number;
}

export interface SenderOptions {
  readonly database: Database;
  readonly channel: SendingChannel;
  /** Names this process among the replicas. */
  readonly owner: string;
  readonly clock: Clock;
  readonly random: () => number;
  /** Messages a second over all replicas, and one a second per chat; 0 is as fast as the channel answers. */
  readonly perSecond?: number;
  /** Messages a calendar month; 0 is no limit. */
  readonly monthlyQuota?: number;
  /** Of the calendar month. */
  readonly timezone?: string;
  /** Messages under way at the same time. */
  readonly atOnce?: number;
  readonly claimSeconds?: number;
  readonly leaseSeconds?: number;
  /** Told of each ending of a message and of faults of the sender itself; codes only. */
  readonly onEnding?: (ending: { id: number; kind: string; code?: SendErrorCode; detail?: string }) => void;
  readonly onProblem?: (error: unknown) => void;
}

/** A sender of one channel. */
export interface Sender {
  readonly channel: ChannelName;
  /** Sends what is due and waits for the outcomes. Returns undefined while another process holds the channel's lease. */
  round(): Promise<SenderCounts | undefined>;
  /** Sends until `stop`, many messages under way at once: one that hangs holds nobody else up. */
  start(): void;
  /** Something was put into the outbox just now. */
  wake(): void;
  /**
   * Room to send an answer the moment it is committed, without claiming it from the outbox by a statement of its own; undefined
   * when it must take the usual way: another process sends, the chat has a message under way, pace or quota say no.
   */
  reserve(chat: string): Reservation | undefined;
  /** Waits for what is under way and gives the lease back. */
  stop(): Promise<void>;
}

/** The longest a row in the outbox waits to be noticed when it was put there by another process. */
const pollMilliseconds = 150;
/** A lease that has run out is noticed within so long; a look is one statement on one row. */
const standByMilliseconds = 250;
const afterProblemMilliseconds = 1000;

interface Ended {
  readonly delivery: ClaimedDelivery;
  readonly ending: Ending;
}

/**
 * Makes the sender of a channel. It holds the channel's lease, settles lost claims, claims rows as pace and quota allow,
 * sends them side by side and writes endings down in batches. The lease paces; what makes it safe is claiming each row.
 */
export function createSender(options: SenderOptions): Sender {
  const { database, channel, owner, clock } = options;
  const atOnce = options.atOnce ?? 32;
  const claimSeconds = options.claimSeconds ?? 30;
  const leaseSeconds = options.leaseSeconds ?? 3;
  const quota = options.monthlyQuota ?? 0;
  const timezone = options.timezone ?? 'UTC';
  const leaseName = `sender:${channel.name}`;
  const pace = createPace(options.perSecond ?? 0);
  const verdict = createVerdict(clock, options.random);
  const bell = createBell();
  const inFlight = new Map<number, { readonly chat: string; readonly done: Promise<void> }>();
  let ended: Ended[] = [];
  let writing: readonly Ended[] = [];
  let flushing: Promise<void> | undefined;
  let fence: number | undefined;
  /** Until when the lease is surely this process's, by the clock. */
  let heldUntil = 0;
  const reservations = createReservations();
  /** Chats that had to take the usual way while a message to them was under way. */
  const owed = new Set<string>();
  /** Whether the outbox may hold more that could go now. */
  let isMore = true;
  const counts = { sent: 0, again: 0, failed: 0, blocked: 0, unconfirmed: 0, skipped: 0 };

  /** Takes or renews the lease; whoever takes it over settles what the last owner left. */
  async function hold(now: Date): Promise<boolean> {
    const lease = await holdLease(database.db, { name: leaseName, owner, seconds: leaseSeconds, now });
    if (lease === undefined) {
      fence = undefined;
      heldUntil = 0;
      return false;
    }
    if (lease.fence !== fence) {
      add(await settleLostClaims(database.db, channel.name, now, { underWay: underWay(), heir: owner }));
      fence = lease.fence;
    }
    heldUntil = now.getTime() + leaseSeconds * 1000;
    return true;
  }

  /** Rows whose outcome this process will know or knows already, and has not written down. */
  function underWay(): number[] {
    return [...inFlight.keys(), ...[...ended, ...writing].map(({ delivery }) => delivery.id)];
  }

  function add(more: Partial<typeof counts>): void {
    for (const [name, count] of Object.entries(more)) counts[name as keyof typeof counts] += count;
  }

  async function keepHouse(now: Date): Promise<void> {
    add(await settleLostClaims(database.db, channel.name, now, { underWay: underWay() }));
    add({ skipped: await skipExpired(database.db, channel.name, now) });
  }

  /** Claims what may go now and begins to send it. */
  async function begin(now: Date): Promise<void> {
    let limit = Math.min(atOnce - inFlight.size - reservations.size, pace.room(now.getTime()));
    if (limit <= 0) return;
    let repliesOnly = false;
    if (quota > 0) {
      const uncounted = underWay().length;
      const used = await messagesInMonth(database.db, channel.name, monthOf(now, timezone));
      const allowed = allowance(quota, used + uncounted);
      limit = Math.min(limit, batchLimit(quota, allowed));
      repliesOnly = allowed.repliesOnly;
      if (limit <= 0) return;
    }
    const claimed = await claimDeliveries(database.db, {
      channel: channel.name,
      owner,
      limit,
      claimSeconds,
      now,
      restingChats: [...pace.restingChats(now.getTime()), ...reservations.chats, ...chatsInFlight()],
      repliesOnly,
    });
    isMore = claimed.length >= limit;
    for (const delivery of claimed) {
      pace.note(delivery.chat, now.getTime());
      beginToSend(delivery);
    }
  }

  function chatsInFlight(): string[] {
    return [...inFlight.values()].map(({ chat }) => chat);
  }

  function beginToSend(delivery: ClaimedDelivery): void {
    const { id, chat } = delivery;
    const done = send(delivery).then((ending) => {
      inFlight.delete(id);
      ended.push({ delivery, ending });
      return flush().then(() => {
        if (owed.delete(chat) || isMore) bell.ring();
      });
    });
    inFlight.set(id, { chat, done });
    done.catch((error: unknown) => options.onProblem?.(error));
  }

  function reserve(chat: string): Reservation | undefined {
    const now = clock();
    const time = now.getTime();
    // Nothing begins in the last second of a lease: whoever takes it over need not wait for the pace.
    const isHeld = time < heldUntil - paceMilliseconds;
    if (quota > 0 || stopping.signal.aborted || running === undefined || !isHeld) return undefined;
    if (chatsInFlight().includes(chat) || reservations.chats.includes(chat)) {
      owed.add(chat);
      return undefined;
    }
    const room = Math.min(atOnce - inFlight.size - reservations.size, pace.room(time));
    if (room <= 0 || pace.restingChats(time).includes(chat)) return undefined;
    pace.note(chat, time);
    const until = new Date(time + claimSeconds * 1000);
    return reservations.make(chat, { owner, until }, beginToSend);
  }

  async function send(delivery: ClaimedDelivery): Promise<Ending> {
    const { message, chat, replaces, partsSent } = delivery;
    const result = await channel
      .send(message, chat, { partsSent, ...(replaces === undefined ? {} : { replaces }) })
      .catch((): SendResult => ({ ok: false, error: { code: 'outcome_unknown' } }));
    if (result.ok) {
      verdict.succeeded();
      options.onEnding?.({ id: delivery.id, kind: 'sent' });
      return { kind: 'sent', platformMessageId: result.platformMessageId };
    }
    const ending = verdict.endingOf(delivery, result.error);
    const { code, detail } = result.error;
    options.onEnding?.({
      id: delivery.id,
      kind: ending.kind === 'over' ? ending.status : ending.kind,
      code,
      ...(detail === undefined ? {} : { detail }),
    });
    return ending;
  }

  /** Writes endings down, all that have come together in one statement. */
  function flush(): Promise<void> {
    flushing ??= (async () => {
      while (ended.length > 0) {
        const batch = ended;
        ended = [];
        writing = batch;
        try {
          await record(batch);
        } catch (error) {
          ended = [...batch, ...ended];
          throw error;
        } finally {
          writing = [];
        }
      }
    })().finally(() => {
      flushing = undefined;
    });
    return flushing;
  }

  async function record(batch: readonly Ended[]): Promise<void> {
    const now = clock();
    const is = (test: (ending: Ending) => boolean) => batch.filter(({ ending }) => test(ending));
    const blocked = is((ending) => ending.kind === 'over' && ending.status === 'blocked');
    await markUnreachable(
      database.db,
      channel.name,
      blocked.map(({ delivery }) => delivery.chat),
      now,
    );
    for (const { ending } of batch) {
      if (ending.kind !== 'again' || sendErrors[ending.code].fault !== 'bot') continue;
      await pauseChannel(database.db, channel.name, ending.dueAt, ending.code);
    }
    // What may have arrived counts against the plan: better one message too few than a bot that falls silent.
    const used = is((ending) => ending.kind === 'sent' || ending.code === 'outcome_unknown').length;
    if (quota > 0 && used > 0) {
      await countMessages(database.db, channel.name, monthOf(now, timezone), used);
    }
    await recordEndings(
      database.db,
      owner,
      batch.map(({ delivery, ending }) => ({ id: delivery.id, ending })),
      now,
    );
    for (const { ending } of batch) add({ [ending.kind === 'over' ? ending.status : ending.kind]: 1 });
  }

  function takeCounts(): SenderCounts {
    const taken = { ...counts };
    for (const name of Object.keys(counts)) counts[name as keyof typeof counts] = 0;
    return taken;
  }

  async function round(): Promise<SenderCounts | undefined> {
    const now = clock();
    if (!(await hold(now))) return undefined;
    await keepHouse(now);
    await begin(now);
    await Promise.all([...inFlight.values()].map(({ done }) => done));
    await flush();
    return takeCounts();
  }

  const stopping = new AbortController();
  let running: Promise<void> | undefined;

  async function loop(): Promise<void> {
    let renewAt = 0;
    let houseAt = 0;
    let holding = false;
    while (!stopping.signal.aborted) {
      try {
        const now = clock();
        const time = now.getTime();
        if (time >= renewAt || time < renewAt - leaseSeconds * 1000) {
          holding = await hold(now);
          renewAt = time + (leaseSeconds * 1000) / 3;
        }
        if (!holding) {
          renewAt = 0;
          await bell.rest(standByMilliseconds);
          continue;
        }
        if (time >= houseAt || time < houseAt - 1000) {
          await keepHouse(now);
          if (ended.length > 0) await flush();
          houseAt = time + 1000;
        }
        await begin(now);
        await bell.rest(restMilliseconds(now.getTime()));
      } catch (error) {
        options.onProblem?.(error);
        renewAt = 0;
        await bell.rest(afterProblemMilliseconds);
      }
    }
  }

  function restMilliseconds(now: number): number {
    const opensIn = pace.opensIn(now);
    return opensIn > 0 ? Math.min(opensIn, pollMilliseconds) : pollMilliseconds;
  }

  return {
    channel: channel.name,
    round,
    start() {
      running ??= loop();
    },
    wake() {
      isMore = true;
      bell.ring();
    },
    reserve,
    async stop() {
      stopping.abort();
      bell.ring();
      await running;
      // Kept while something is under way: an heir would take it for lost and send it again.
      let renewing: Promise<unknown> = Promise.resolve();
      const renew = (): void => {
        renewing = hold(clock()).catch((error: unknown) => options.onProblem?.(error));
      };
      const renewal = setInterval(renew, (leaseSeconds * 1000) / 3);
      await reservations.over();
      await Promise.allSettled([...inFlight.values()].map(({ done }) => done));
      clearInterval(renewal);
      await renewing;
      const now = clock().getTime();
      await flush().finally(() => releaseLease(database.db, leaseName, owner, new Date(pace.freeForOthers(now))));
    },
  };
}

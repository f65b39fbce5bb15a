import { setTimeout as wait } from 'node:timers/promises';
import { type Clock, type Database, holdLease, releaseLease } from '../database/index.ts';
import { markUnreachable } from '../learners/index.ts';
import type { ChannelName, OutboundMessage, SendErrorCode, SendResult } from '../message/index.ts';
import { sendErrors } from '../message/index.ts';
import { createBell } from './bell.ts';
import {
  type ClaimedDelivery,
  claimDeliveries,
  type Ending,
  errorOf,
  recordEndings,
  settleLostClaims,
  skipExpired,
  skipWithdrawn,
} from './claim.ts';
import { type ClaimedBatchRow, claimBatchRows } from './claim-batch.ts';
import { createEndings, type Ended } from './endings.ts';
import { type Begun, createPace, paceMilliseconds } from './pace.ts';
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
  /** Nothing new may reach the person: what it replaces is edited or removed, or the send is refused. */
  readonly only?: 'edit' | 'removal';
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
  /** Writes what batches say for each of the people that were claimed, by the rows' ids; without it no batch is sent. */
  readonly writeBatch?: WriteBatch;
  /** Whether a moment is in the quiet hours, in which no announcement begins to leave. */
  readonly isQuiet?: (now: Date) => boolean;
  /** Announcements a person hears in a day of the city at most; 0 is no cap. */
  readonly announcementsPerDay?: number;
  /** Told of each ending of a message and of faults of the sender itself; codes only. */
  readonly onEnding?: (ending: { id: number; kind: string; code?: SendErrorCode; detail?: string }) => void;
  readonly onProblem?: (error: unknown) => void;
}

/** Writes the messages of claimed rows; a row that is left out cannot be written and has failed. */
export type WriteBatch = (rows: readonly ClaimedBatchRow[]) => Promise<ReadonlyMap<number, OutboundMessage>>;

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

/** Messages under way, or claimed, or sent and not written down yet: what a kill leaves in doubt at most. */
const usuallyAtOnce = 96;
/** The longest a row in the outbox waits to be noticed when it was put there by another process. */
const pollMilliseconds = 150;
/** A lease that has run out is noticed within so long; a look is one statement on one row. */
const standByMilliseconds = 250;
const afterProblemMilliseconds = 1000;
/** Milliseconds by which a claim comes before the pace opens at most: what is claimed and not begun is in doubt after a kill. */
const longestLead = 40;

/** Longer than any turn takes from its time to its commit. */
const turnMilliseconds = 60_000;

/**
 * Makes the sender of a channel. It holds the channel's lease, settles lost claims, claims rows as pace and quota allow,
 * sends them side by side and writes endings down in batches. The lease paces; what makes it safe is claiming each row.
 */
export function createSender(options: SenderOptions): Sender {
  const { database, channel, owner, clock } = options;
  const atOnce = options.atOnce ?? usuallyAtOnce;
  /** Of the messages under way at once: a platform that hangs on announcements must still take an answer. */
  const keptForReplies = Math.floor(atOnce / 8);
  const claimSeconds = options.claimSeconds ?? 30;
  const leaseSeconds = options.leaseSeconds ?? 3;
  const quota = options.monthlyQuota ?? 0;
  const timezone = options.timezone ?? 'UTC';
  const leaseName = `sender:${channel.name}`;
  const pace = createPace(options.perSecond ?? 0);
  const verdict = createVerdict(clock, options.random);
  const bell = createBell();
  const inFlight = new Map<number, { readonly chat: string; readonly done: Promise<void> }>();
  const endings = createEndings({ record, onRecorded: lookAgain, moreWillCome: () => inFlight.size > 0 });
  let fence: number | undefined;
  /** Until when the lease is surely this process's, by the clock. */
  let heldUntil = 0;
  /** Up to when endings of consents were looked at; the first look of a lease sees all of them. */
  let consentsSeen = 0;
  const reservations = createReservations();
  /** Chats that had to take the usual way while a message to them was under way. */
  const owed = new Set<string>();
  /** Whether the outbox, and batches, may hold more that could go now. */
  const isMore = { outbox: true, batches: true };
  /** When both are looked at again though nothing is known to be in them, by the clock that rests are measured with. */
  let lookAt = 0;
  /** Rows that claims under way may bring at most; their room is nobody else's. */
  let beingClaimed = 0;
  /** The last ending that demanded silence of the whole bot. */
  let lastSilence: Extract<Ending, { kind: 'again' }> | undefined;
  /** Milliseconds that a claim takes of late. */
  let claimTakes = 0;
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
      consentsSeen = 0;
      add(await settleLostClaims(database.db, channel.name, now, { underWay: underWay(), heir: owner }));
      fence = lease.fence;
    }
    heldUntil = now.getTime() + leaseSeconds * 1000;
    return true;
  }

  /** Rows whose outcome this process will know or knows already, and has not written down. */
  function underWay(): number[] {
    return [...inFlight.keys(), ...endings.ids()];
  }

  function add(more: Partial<typeof counts>): void {
    for (const [name, count] of Object.entries(more)) counts[name as keyof typeof counts] += count;
  }

  async function keepHouse(now: Date): Promise<void> {
    add(await settleLostClaims(database.db, channel.name, now, { underWay: underWay() }));
    add({ skipped: await skipExpired(database.db, channel.name, now) });
    // What a turn noted is seen once it has committed, a while after the time it notes.
    const since = new Date(consentsSeen - turnMilliseconds);
    add({ skipped: await skipWithdrawn(database.db, channel.name, { since, now }) });
    consentsSeen = now.getTime();
  }

  /** How many rows may be claimed besides those that are under way or not written down. */
  function room(): number {
    return atOnce - inFlight.size - reservations.size - endings.size;
  }

  /**
   * Claims what may go now and begins to send it: what is for one person first, then what is left for batches. Where nothing more is
   * known to be is looked at from time to time only, also while the other is busy.
   */
  async function begin(now: Date): Promise<void> {
    // By the time the claim is there: else each message would be late by what a claim takes, and the pace never be reached.
    let limit = Math.min(room(), pace.room(now.getTime() + claimTakes));
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
    const isTimeToLook = performance.now() >= lookAt;
    if (isTimeToLook) lookAt = performance.now() + pollMilliseconds / 2;
    if (isMore.outbox || isTimeToLook) {
      isMore.outbox = false;
      limit -= await beginFromOutbox(now, limit, repliesOnly);
    }
    const isOpen = pace.opensIn(now.getTime() + claimTakes) === 0;
    if (!repliesOnly && !isMore.outbox && isOpen && (isMore.batches || isTimeToLook)) await beginBatches(now, limit);
  }

  /** Runs a claim of up to so many rows, which the pace keeps room for meanwhile, and notes how long claims take. */
  async function claiming<Rows>(limit: number, claim: () => Promise<Rows>): Promise<Rows> {
    const began = clock().getTime();
    beingClaimed += limit;
    try {
      return await claim();
    } finally {
      beingClaimed -= limit;
      const took = Math.max(0, clock().getTime() - began);
      claimTakes = Math.min(longestLead, Math.round(claimTakes * 0.8 + took * 0.2));
    }
  }

  /**
   * Begins to send claimed messages, each as soon as the pace lets it; for the last of them that may be a moment away. What the platform
   * demands silence for meanwhile goes back, and so does what another process may be sending by now.
   */
  async function beginAll(deliveries: readonly ClaimedDelivery[]): Promise<void> {
    for (const delivery of deliveries) {
      while (pace.room(clock().getTime()) <= 0 && demandedSilence() === undefined) await wait(1);
      // Without such a rest in between, as usual, none of them has had an answer yet that could demand silence.
      const silence = demandedSilence();
      if (silence !== undefined) end(delivery, { ...silence, isTry: false, partsSent: delivery.partsSent });
      else if (clock().getTime() < heldUntil || (await hasStayedOurs()))
        beginToSend(delivery, pace.note(delivery.chat, clock().getTime()));
      else end(delivery, { kind: 'unbegun' });
    }
  }

  /**
   * Renews the lease that has run out. Returns whether nobody else has had it meanwhile: this process may have stood still between a claim and
   * this moment, and whoever took the lease over has settled the claim, and sends a reply again.
   */
  async function hasStayedOurs(): Promise<boolean> {
    const before = fence;
    return before !== undefined && (await hold(clock())) && fence === before;
  }

  /** What the platform said last of when the bot may speak again, while that is not yet. */
  function demandedSilence(): typeof lastSilence {
    return lastSilence !== undefined && lastSilence.dueAt > clock() ? lastSilence : undefined;
  }

  /** Takes in the ending of a message that was not sent. */
  function end(delivery: ClaimedDelivery, ending: Ending): void {
    endings.add({ delivery, ending }).catch((error: unknown) => options.onProblem?.(error));
  }

  /** Returns how many began. */
  async function beginFromOutbox(now: Date, limit: number, repliesOnly: boolean): Promise<number> {
    const { deliveries, skipped } = await claiming(limit, () =>
      claimDeliveries(database.db, {
        channel: channel.name,
        owner,
        limit,
        claimSeconds,
        now,
        restingChats: [...pace.restingChats(now.getTime()), ...reservations.chats, ...chatsInFlight()],
        repliesOnly,
      }),
    );
    add({ skipped });
    if (deliveries.length + skipped >= limit) isMore.outbox = true;
    // Nothing ends that would look again: what stood behind the skipped rows may go now.
    if (skipped > 0) wake();
    await beginAll(deliveries);
    return deliveries.length;
  }

  async function beginBatches(now: Date, most: number): Promise<void> {
    const { writeBatch } = options;
    const limit = Math.min(most, room() - keptForReplies);
    if (writeBatch === undefined || limit <= 0) return;
    const { rows, skipped } = await claiming(limit, () =>
      claimBatchRows(database.db, {
        channel: channel.name,
        owner,
        limit,
        claimSeconds,
        now,
        restingChats: [...pace.restingChats(now.getTime()), ...reservations.chats, ...chatsInFlight()],
        isQuiet: options.isQuiet?.(now) ?? false,
        mostPerDay: options.announcementsPerDay ?? 0,
        timezone,
      }),
    );
    add({ skipped });
    isMore.batches = rows.length + skipped >= limit;
    if (skipped > 0) bell.ring();
    if (rows.length === 0) return;
    // Claimed and not begun: should writing fail, the claims are lost like those of a killed process, and nobody hears it twice.
    const messages = await writeBatch(rows);
    const written: ClaimedDelivery[] = [];
    for (const { id, kind, chat, attempts, partsSent, replaces } of rows) {
      const message = messages.get(id);
      const delivery = { id, chat, lane: 'broadcast', attempts, partsSent, replaces, batch: kind } as const;
      if (message !== undefined) written.push({ ...delivery, message });
      else
        end(
          { ...delivery, message: { text: [], choices: [] } },
          { kind: 'over', status: 'failed', code: 'message_refused' },
        );
    }
    await beginAll(written);
  }

  function chatsInFlight(): string[] {
    return [...inFlight.values()].map(({ chat }) => chat);
  }

  function beginToSend(delivery: ClaimedDelivery, begun: Begun): void {
    const { id, chat } = delivery;
    const done = send(delivery).then((ending) => {
      begun.over(clock().getTime());
      inFlight.delete(id);
      return endings.add({ delivery, ending });
    });
    inFlight.set(id, { chat, done });
    done.catch((error: unknown) => options.onProblem?.(error));
  }

  /** Messages are over and written down: there is room for others. */
  function lookAgain(batch: readonly Ended[]): void {
    for (const { delivery } of batch) if (owed.delete(delivery.chat)) wake();
    // A claim costs about 2 ms of Postgres whether it finds one row or thirty: it waits until there is room for many.
    const isWorthIt = room() >= atOnce / 3 || inFlight.size === 0;
    if ((isMore.outbox || isMore.batches) && isWorthIt) bell.ring();
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
    const room = Math.min(atOnce - inFlight.size - reservations.size, pace.room(time)) - beingClaimed;
    if (room <= 0 || pace.restingChats(time).includes(chat)) return undefined;
    const begun = pace.note(chat, time);
    const until = new Date(time + claimSeconds * 1000);
    return reservations.make(
      chat,
      { owner, until },
      (delivery) => beginToSend(delivery, begun),
      () => begun.over(time),
    );
  }

  async function send(delivery: ClaimedDelivery): Promise<Ending> {
    const { message, chat, replaces, partsSent, batch } = delivery;
    const only = batch === 'edit' || batch === 'removal' ? { only: batch } : {};
    const result = await channel
      .send(message, chat, { partsSent, ...(replaces === undefined ? {} : { replaces }), ...only })
      .catch((): SendResult => ({ ok: false, error: { code: 'outcome_unknown' } }));
    if (result.ok) {
      verdict.succeeded();
      options.onEnding?.({ id: delivery.id, kind: 'sent' });
      return { kind: 'sent', platformMessageId: result.platformMessageId };
    }
    const ending = verdict.endingOf(delivery, result.error);
    if (ending.kind === 'again' && sendErrors[ending.code].fault === 'bot') lastSilence = ending;
    const { code, detail } = result.error;
    options.onEnding?.({
      id: delivery.id,
      kind: ending.kind === 'over' ? ending.status : ending.kind,
      code,
      ...(detail === undefined ? {} : { detail }),
    });
    return ending;
  }

  /** Writes some endings down in one statement. */
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
    const used = is((ending) => ending.kind === 'sent' || errorOf(ending) === 'outcome_unknown').length;
    if (quota > 0 && used > 0) {
      await countMessages(database.db, channel.name, monthOf(now, timezone), used);
    }
    await recordEndings(
      database.db,
      owner,
      batch.map(({ delivery, ending }) => ({ id: delivery.id, ending })),
      now,
    );
    for (const { ending } of batch) {
      if (ending.kind !== 'unbegun') add({ [ending.kind === 'over' ? ending.status : ending.kind]: 1 });
    }
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
    lookAt = 0;
    await begin(now);
    await Promise.all([...inFlight.values()].map(({ done }) => done));
    await endings.flush();
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
          await endings.flush();
          houseAt = time + 1000;
        }
        await begin(now);
        await bell.rest(restMilliseconds(clock().getTime()));
      } catch (error) {
        options.onProblem?.(error);
        renewAt = 0;
        await bell.rest(afterProblemMilliseconds);
      }
    }
  }

  function restMilliseconds(now: number): number {
    const opensIn = pace.opensIn(now);
    return opensIn > 0 ? Math.max(1, Math.min(opensIn - claimTakes, pollMilliseconds)) : pollMilliseconds;
  }

  function wake(): void {
    isMore.outbox = true;
    bell.ring();
  }

  return {
    channel: channel.name,
    round,
    start() {
      running ??= loop();
    },
    wake,
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
      await endings
        .flush()
        .finally(() => releaseLease(database.db, leaseName, owner, new Date(pace.freeForOthers(now))));
    },
  };
}

import { type Clock, type Database, holdLease, releaseLease } from '../database/index.ts';
import type { ChannelName, OutboundMessage, SendResult } from '../message/index.ts';
import { sendErrors } from '../message/index.ts';
import { backOffSeconds, maximumAttempts } from './back-off.ts';
import {
  type ClaimedDelivery,
  claimDeliveries,
  type Ending,
  recordEndings,
  settleLostClaims,
  skipExpired,
} from './claim.ts';

/** The sending side of a channel. It reports every outcome as a value; what it throws counts as unknown outcome. */
export interface SendingChannel {
  readonly name: ChannelName;
  send(message: OutboundMessage, chat: string): Promise<SendResult>;
}

/** What one round of the sender did. */
export interface SenderCounts {
  readonly sent: number;
  readonly again: number;
  readonly failed: number;
  readonly blocked: number;
  readonly unconfirmed: number;
  readonly skipped: number;
  /** Claimed rows given back because the platform asked the whole bot to wait. */
  readonly held: number;
}

export interface SenderOptions {
  readonly database: Database;
  readonly channel: SendingChannel;
  /** Names this process among the replicas. */
  readonly owner: string;
  readonly clock: Clock;
  readonly random: () => number;
  readonly batchSize?: number;
  readonly claimSeconds?: number;
  readonly leaseSeconds?: number;
}

const nothing: SenderCounts = { sent: 0, again: 0, failed: 0, blocked: 0, unconfirmed: 0, skipped: 0, held: 0 };

/** A sender of one channel. The runner calls `round` again and again; a test calls it when it likes. */
export interface Sender {
  readonly channel: ChannelName;
  /** Sends what is due. Returns undefined while another process holds the channel's lease. */
  round(): Promise<SenderCounts | undefined>;
  /** Gives the lease back. */
  stop(): Promise<void>;
}

/**
 * Makes the sender of a channel: it holds the channel's lease, settles lost claims, claims rows, sends them one after
 * another and writes the endings down.
 */
export function createSender(options: SenderOptions): Sender {
  const { database, channel, owner, clock, random } = options;
  const batchSize = options.batchSize ?? 50;
  const claimSeconds = options.claimSeconds ?? 30;
  const leaseSeconds = options.leaseSeconds ?? 3;
  const leaseName = `sender:${channel.name}`;
  /** The platform asked the whole bot to be silent until then. */
  let silentUntil = 0;

  async function round(): Promise<SenderCounts | undefined> {
    const now = clock();
    const lease = await holdLease(database.db, { name: leaseName, owner, seconds: leaseSeconds, now });
    if (lease === undefined) return undefined;
    if (now.getTime() < silentUntil) return nothing;
    const lost = await settleLostClaims(database.db, channel.name, now);
    const skipped = await skipExpired(database.db, channel.name, now);
    const claimed = await claimDeliveries(database.db, {
      channel: channel.name,
      owner,
      limit: batchSize,
      claimSeconds,
      now,
    });
    const endings: { id: number; ending: Ending }[] = [];
    let held = 0;
    try {
      for (const delivery of claimed) {
        if (clock().getTime() < silentUntil) {
          endings.push({ id: delivery.id, ending: { kind: 'again', dueAt: new Date(silentUntil), code: 'throttled' } });
          held++;
        } else {
          endings.push({ id: delivery.id, ending: await send(delivery) });
        }
      }
    } finally {
      await recordEndings(database.db, owner, endings, clock());
    }
    const count = (test: (ending: Ending) => boolean): number => endings.filter(({ ending }) => test(ending)).length;
    return {
      sent: count((e) => e.kind === 'sent'),
      again: lost.again + count((e) => e.kind === 'again') - held,
      failed: count((e) => e.kind === 'over' && e.status === 'failed'),
      blocked: count((e) => e.kind === 'over' && e.status === 'blocked'),
      unconfirmed: lost.unconfirmed + count((e) => e.kind === 'over' && e.status === 'unconfirmed'),
      skipped,
      held,
    };
  }

  async function send(delivery: ClaimedDelivery): Promise<Ending> {
    const result = await channel
      .send(delivery.message, delivery.chat)
      .catch((): SendResult => ({ ok: false, error: { code: 'outcome_unknown' } }));
    if (result.ok) return { kind: 'sent', platformMessageId: result.platformMessageId };
    const { code, retryAfterSeconds } = result.error;
    if (code === 'throttled') silentUntil = clock().getTime() + (retryAfterSeconds ?? 5) * 1000;
    if (code === 'person_unreachable') return { kind: 'over', status: 'blocked', code };
    if (code === 'outcome_unknown' && delivery.lane !== 'reply') return { kind: 'over', status: 'unconfirmed', code };
    // Being told to wait is not the row's fault and does not use up its tries.
    const triesLeft = code === 'throttled' || delivery.attempts < maximumAttempts;
    if (!sendErrors[code].retry || !triesLeft) return { kind: 'over', status: 'failed', code };
    const seconds = backOffSeconds(delivery.attempts, retryAfterSeconds, random());
    return { kind: 'again', dueAt: new Date(clock().getTime() + seconds * 1000), code };
  }

  return {
    channel: channel.name,
    round,
    stop: () => releaseLease(database.db, leaseName, owner),
  };
}

import { sql } from 'drizzle-orm';
import type { Database, Queryable } from '../database/index.ts';
import {
  batchesById,
  createBatch,
  endBatch,
  planChanges,
  retryFailed,
  reviseBatch,
  setBatchState,
  withdrawBatch,
} from '../delivery/index.ts';
import type { Announcement, ChannelName, LocalText } from '../message/index.ts';
import type { Broadcast, BroadcastStatus } from './broadcast.ts';
import {
  announcementOf,
  type BroadcastActor,
  type BroadcastOutcome,
  type createBroadcastSteps,
} from './broadcast-steps.ts';

/** Messages that one statement adds to a change. */
const messagesAtOnce = 2_000;

/** How a correction or a taking back of what was sent stands. */
export interface BroadcastChange {
  readonly kind: 'correct' | 'recall';
  readonly madeAt: Date;
  /** Messages that can be changed, so far as they were found. */
  readonly messages: number;
  readonly pending: number;
  readonly changed: number;
  readonly failed: number;
}

export interface ChangesOptions {
  readonly database: Database;
  readonly clock: () => Date;
  /** Channels on which what was sent can be changed. */
  readonly changeable: readonly ChannelName[];
  readonly onSend: () => void;
}

/** The steps that change what people have already. */
export function createBroadcastChanges(options: ChangesOptions, steps: ReturnType<typeof createBroadcastSteps>) {
  const { take, refuse } = steps;

  /** Begins a change; one of before that is still under way gives way to it. */
  async function begin(
    tx: Queryable,
    broadcast: Broadcast,
    kind: BroadcastChange['kind'],
    message: Announcement,
    now: Date,
  ): Promise<void> {
    const { rows } = await tx.execute<{ batch_id: string }>(sql`
      update broadcast_change set plan_after = null where broadcast_id = ${broadcast.id} returning batch_id`);
    for (const { batch_id } of rows) await endBatch(tx, Number(batch_id), 'cancelled', now);
    const batchId = await createBatch(
      tx,
      {
        kind: kind === 'recall' ? 'removal' : 'edit',
        changes: broadcast.batchId ?? refuse({ kind: 'wrong_state', status: broadcast.status }),
        message,
        notBefore: now,
        skipsLimits: true,
      },
      now,
    );
    await tx.execute(sql`
      insert into broadcast_change (broadcast_id, batch_id, kind, plan_after, made_at)
      values (${broadcast.id}, ${batchId}, ${kind}, 0, ${now})`);
  }

  async function planned(outcome: BroadcastOutcome): Promise<BroadcastOutcome> {
    if (!outcome.ok) return outcome;
    await planAllChanges(options);
    options.onSend();
    return outcome;
  }

  /** Takes a broadcast back: what has not left does not, what has is deleted where the channel can, else replaced by a note. */
  async function recall(actor: BroadcastActor, id: number): Promise<BroadcastOutcome> {
    const from: readonly BroadcastStatus[] = ['scheduled', 'sending', 'paused', 'done', 'cancelled'];
    const outcome = await take(actor, id, 'recall', from, async (tx, broadcast, now) => {
      const { batchId } = broadcast;
      if (batchId !== undefined) {
        await endBatch(tx, batchId, 'cancelled', now);
        await withdrawBatch(tx, batchId);
        await begin(tx, broadcast, 'recall', announcementOf(broadcast), now);
      }
      return { set: sql`status = 'recalled', plan_after = plan_until` };
    });
    if (outcome.ok) await steps.skipNow();
    return planned(outcome);
  }

  /** Gives a broadcast other words: what was sent is edited where the channel can, what was not says them from now on. */
  async function correct(actor: BroadcastActor, id: number, text: LocalText): Promise<BroadcastOutcome> {
    const from: readonly BroadcastStatus[] = ['scheduled', 'sending', 'paused', 'done'];
    const outcome = await take(actor, id, 'correct', from, async (tx, broadcast, now) => {
      const { batchId, figures } = broadcast;
      const message = announcementOf({ ...broadcast, text });
      if (batchId !== undefined && JSON.stringify(text) !== JSON.stringify(broadcast.text)) {
        await reviseBatch(tx, batchId, message);
        await begin(tx, broadcast, 'correct', message, now);
      }
      return { set: sql`text = ${JSON.stringify(text)}::jsonb`, detail: { sent: figures.sent } };
    });
    return planned(outcome);
  }

  /** Sends what had failed once more; what may have arrived is left alone. */
  async function retry(actor: BroadcastActor, id: number): Promise<BroadcastOutcome> {
    const outcome = await take(actor, id, 'retry', ['sending', 'paused', 'done'], async (tx, broadcast, now) => {
      if (broadcast.notAfter !== undefined && broadcast.notAfter < now) refuse({ kind: 'too_late' });
      const again = broadcast.batchId === undefined ? 0 : await retryFailed(tx, broadcast.batchId, now);
      return { set: sql`status = status`, detail: { again } };
    });
    options.onSend();
    return outcome;
  }

  return { recall, correct, retry };
}

/** Goes on with every change: adds the messages that were found since, and opens each at its first. Returns how many are left. */
export async function planAllChanges(options: Omit<ChangesOptions, 'onSend'>): Promise<number> {
  const { rows } = await options.database.db.execute<{ id: string }>(sql`/* often */
    select id from broadcast_change where plan_after is not null order by id`);
  let left = 0;
  for (const { id } of rows) {
    let next = await planChange(options, Number(id));
    while (next === 'more') next = await planChange(options, Number(id));
    if (next === 'later') left++;
  }
  return left;
}

/** One slice of a change: `later` when it waits for messages that are under way. */
async function planChange(options: Omit<ChangesOptions, 'onSend'>, id: number): Promise<'more' | 'later' | 'done'> {
  const now = options.clock();
  return options.database.transaction(async (tx) => {
    const { rows } = await tx.execute<{ batch_id: string; plan_after: string; original: string }>(sql`
      select change.batch_id, change.plan_after, broadcast.batch_id as original from broadcast_change as change
      join broadcast on broadcast.id = broadcast_id
      where change.id = ${id} and change.plan_after is not null for no key update of change`);
    const [row] = rows;
    if (row === undefined) return 'done';
    const [batchId, after] = [Number(row.batch_id), Number(row.plan_after)];
    const change = { batchId, after, channels: options.changeable };
    const reached = await planChanges(tx, change, messagesAtOnce, now);
    await setBatchState(tx, batchId, 'open');
    await tx.execute(sql`update broadcast_change set plan_after = ${reached ?? null} where id = ${id}`);
    if (reached === undefined) return 'done';
    return reached > after ? 'more' : 'later';
  });
}

/** The changes of a broadcast, the newest first. */
export async function changesOf(db: Queryable, broadcastId: number, now: Date): Promise<readonly BroadcastChange[]> {
  const { rows } = await db.execute<{ kind: BroadcastChange['kind']; batch_id: string; made_at: string }>(sql`
    select kind, batch_id, made_at from broadcast_change where broadcast_id = ${broadcastId} order by id desc limit 50`);
  const batches = await batchesById(
    db,
    rows.map(({ batch_id }) => Number(batch_id)),
    now,
  );
  return rows.map(({ kind, batch_id, made_at }) => {
    const { recipients = 0, pending = 0, sent = 0 } = batches.get(Number(batch_id)) ?? {};
    const failed = recipients - pending - sent;
    return { kind, madeAt: new Date(made_at), messages: recipients, pending, changed: sent, failed };
  });
}

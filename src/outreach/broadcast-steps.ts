import { type SQL, sql } from 'drizzle-orm';
import { type Database, describeError, type Queryable } from '../database/index.ts';
import { createBatch, endBatch, setBatchState, skipEnded } from '../delivery/index.ts';
import type { Announcement, ChannelName } from '../message/index.ts';
import { noteAudit, type Role } from '../staff/index.ts';
import { recipients, wardCodes } from './audience.ts';
import {
  type Broadcast,
  type BroadcastContent,
  type BroadcastStatus,
  hashOfContent,
  lockBroadcast,
  readBroadcast,
  type Step,
} from './broadcast.ts';
import { planSlice } from './broadcast-plan.ts';

/** Who takes a step. */
export interface BroadcastActor {
  readonly staffId: number;
  readonly role: Role;
}

/** Why a step was not taken. */
export type BroadcastRefusal =
  | { readonly kind: 'not_found' }
  | { readonly kind: 'wrong_state'; readonly status: BroadcastStatus }
  /** Nobody approves what they wrote or submitted. */
  | { readonly kind: 'own_broadcast' }
  /** Only an administrator skips quiet hours and the daily cap. */
  | { readonly kind: 'not_admin' }
  /** It is not what was read any more. */
  | { readonly kind: 'changed' }
  /** Its last moment is over, or before its first. */
  | { readonly kind: 'too_late' }
  | { readonly kind: 'unclear_ward'; readonly ward: string; readonly candidates: readonly string[] }
  /** The workshop is not there, or is an invented one. */
  | { readonly kind: 'no_workshop' };

export type BroadcastOutcome =
  | { readonly ok: true; readonly broadcast: Broadcast }
  | { readonly ok: false; readonly refusal: BroadcastRefusal };

export interface BroadcastsOptions {
  readonly database: Database;
  readonly clock: () => Date;
  /** Channels that are switched on. */
  readonly available: readonly string[];
  /** Whether a workshop can be announced: it is there, is not over, and is no invented one. */
  readonly isAnnounceable: (tx: Queryable, workshop: string) => Promise<boolean>;
  /** Channels on which what was sent can be changed. */
  readonly changeable: readonly ChannelName[];
  /** Something may leave now. */
  readonly onSend: () => void;
  /** One line per step, without any text. */
  readonly log: (line: Readonly<Record<string, string | number>>) => void;
}

/** Slices of an approval that the approving request waits for; a job goes on with the rest. */
const slicesAtOnce = 20;
/** Rows that a cancelling request skips itself, and in one statement. */
const skippedAtOnce = 2_000;
const skipRuns = 25;

/** Steps that may be taken twice in a row, each time with another effect. */
const repeatable: ReadonlySet<Step> = new Set(['edit', 'correct', 'retry']);

const refused = (refusal: BroadcastRefusal): BroadcastOutcome => ({ ok: false, refusal });

/** The steps of a broadcast's life. Each is one transaction with its note in the audit; the same step twice changes nothing. */
export function createBroadcastSteps(options: BroadcastsOptions) {
  const { database, clock, log } = options;

  /** Thrown inside the transaction to undo what a refused step has begun. */
  class Refused extends Error {
    constructor(readonly refusal: BroadcastRefusal) {
      super(refusal.kind);
    }
  }
  const refuse = (refusal: BroadcastRefusal): never => {
    throw new Refused(refusal);
  };

  async function settle(work: () => Promise<Broadcast>): Promise<BroadcastOutcome> {
    try {
      return { ok: true, broadcast: await work() };
    } catch (error) {
      if (error instanceof Refused) return refused(error.refusal);
      throw error;
    }
  }

  /** What is known to be wrong with a content by looking beyond it. */
  async function check(tx: Queryable, actor: BroadcastActor, content: BroadcastContent, now: Date): Promise<void> {
    if (content.emergency && actor.role !== 'admin') refuse({ kind: 'not_admin' });
    const { unclear } = 'all' in content.audience ? {} : wardCodes(content.audience.wards ?? []);
    if (unclear !== undefined) refuse({ kind: 'unclear_ward', ...unclear });
    const { notAfter, notBefore, workshop } = content;
    if (notAfter !== undefined && notAfter <= (notBefore !== undefined && notBefore > now ? notBefore : now))
      refuse({ kind: 'too_late' });
    if (workshop !== undefined && !(await options.isAnnounceable(tx, workshop))) refuse({ kind: 'no_workshop' });
  }

  async function estimateOf(tx: Queryable, content: BroadcastContent, now: Date): Promise<number> {
    const { available } = options;
    const people = recipients({ audience: content.audience, available, now });
    const { rows } = await tx.execute<{ people: number }>(
      sql`select count(*)::int as people from (${people}) as people`,
    );
    return rows[0]?.people ?? 0;
  }

  async function note(
    tx: Queryable,
    actor: BroadcastActor,
    step: string,
    id: number,
    at: Date,
    detail = {},
  ): Promise<void> {
    await noteAudit(tx, {
      by: actor.staffId,
      action: `broadcast.${step}`,
      subject: { kind: 'broadcast', id },
      detail,
      at,
    });
  }

  async function create(actor: BroadcastActor, content: BroadcastContent): Promise<BroadcastOutcome> {
    return settle(async () => {
      const now = clock();
      const made = await database.transaction(async (tx) => {
        await check(tx, actor, content, now);
        const estimate = await estimateOf(tx, content, now);
        const { rows } = await tx.execute<{ id: string }>(sql`
          insert into broadcast (title, text, choices, audience, workshop, not_before, not_after, emergency, emergency_reason, status,
            last_step, author_id, edited_by, estimate, created_at, changed_at)
          values (${content.title}, ${JSON.stringify(content.text)}::jsonb, ${JSON.stringify(content.choices)}::jsonb,
            ${JSON.stringify(content.audience)}::jsonb, ${content.workshop ?? null}, ${content.notBefore ?? null},
            ${content.notAfter ?? null}, ${content.emergency}, ${reasonOf(content)}, 'draft', 'create', ${actor.staffId}, ${actor.staffId}, ${estimate},
            ${now}, ${now})
          returning id`);
        const id = Number(rows[0]?.id);
        await note(tx, actor, 'create', id, now, urgency(content));
        return found(await readBroadcast(tx, id, now));
      });
      log({ step: 'create', broadcast: made.id, by: actor.staffId });
      return made;
    });
  }

  const found = (broadcast: Broadcast | undefined): Broadcast => broadcast ?? refuse({ kind: 'not_found' });

  /**
   * Takes a step on a locked broadcast. `from` are the states it may be taken in; taken last already, it is taken.
   * @param work what else it does; the columns it sets besides the status
   */
  async function take(
    actor: BroadcastActor,
    id: number,
    step: Step,
    from: readonly BroadcastStatus[],
    work: (tx: Queryable, broadcast: Broadcast, now: Date) => Promise<{ readonly set: SQL; readonly detail?: object }>,
  ): Promise<BroadcastOutcome> {
    return settle(async () => {
      const now = clock();
      const after = await database.transaction(async (tx) => {
        const broadcast = found(await lockBroadcast(tx, id, now));
        if (!repeatable.has(step) && broadcast.lastStep === step) return undefined;
        if (!from.includes(broadcast.status)) refuse({ kind: 'wrong_state', status: broadcast.status });
        const { set, detail } = await work(tx, broadcast, now);
        await tx.execute(sql`
          update broadcast set ${set}, last_step = ${repeatable.has(step) && step !== 'edit' ? sql`last_step` : step}, changed_at = ${now} where id = ${id}`);
        await note(tx, actor, step, id, now, detail);
        return found(await readBroadcast(tx, id, now));
      });
      if (after === undefined) return found(await readBroadcast(database.db, id, now));
      log({ step, broadcast: id, by: actor.staffId, ...after.figures });
      return after;
    });
  }

  /** Changes what is not approved yet; whoever submitted it must do so again. */
  const edit = (actor: BroadcastActor, id: number, change: (before: BroadcastContent) => BroadcastContent) =>
    take(actor, id, 'edit', ['draft', 'submitted'], async (tx, broadcast, now) => {
      const content = change(broadcast);
      await check(tx, actor, content, now);
      const estimate = await estimateOf(tx, content, now);
      return {
        set: sql`title = ${content.title}, text = ${JSON.stringify(content.text)}::jsonb,
          choices = ${JSON.stringify(content.choices)}::jsonb, audience = ${JSON.stringify(content.audience)}::jsonb,
          workshop = ${content.workshop ?? null}, not_before = ${content.notBefore ?? null}, not_after = ${content.notAfter ?? null},
          emergency = ${content.emergency}, emergency_reason = ${reasonOf(content)}, status = 'draft', content_hash = null, submitted_by = null, submitted_at = null,
          edited_by = ${actor.staffId}, estimate = ${estimate}`,
        detail: urgency(content),
      };
    });

  const submit = (actor: BroadcastActor, id: number) =>
    take(actor, id, 'submit', ['draft'], async (tx, broadcast, now) => {
      await check(tx, { ...actor, role: broadcast.emergency ? 'admin' : actor.role }, broadcast, now);
      const estimate = await estimateOf(tx, broadcast, now);
      return {
        set: sql`status = 'submitted', submitted_by = ${actor.staffId}, submitted_at = ${now},
          content_hash = ${hashOfContent(broadcast)}, return_word = null, estimate = ${estimate}`,
        detail: { recipients: estimate },
      };
    });

  /** Gives a submitted one back to be changed. @param word to its author, why */
  const giveBack = (actor: BroadcastActor, id: number, word?: string) =>
    take(actor, id, 'return', ['submitted'], async () => ({
      set: sql`status = 'draft', content_hash = null, submitted_by = null, submitted_at = null, return_word = ${word ?? null}`,
    }));

  /**
   * Approves what was submitted: who gets it is settled at this moment. @param hash of the content that was read, where the approver
   * says it
   */
  async function approve(actor: BroadcastActor, id: number, hash?: string): Promise<BroadcastOutcome> {
    const isOwn = await settle(async () => {
      const broadcast = found(await readBroadcast(database.db, id, clock()));
      if ([broadcast.authorId, broadcast.editedBy, broadcast.submittedBy].includes(actor.staffId))
        refuse({ kind: 'own_broadcast' });
      return broadcast;
    });
    if (!isOwn.ok) return isOwn;
    const outcome = await take(actor, id, 'approve', ['submitted'], async (tx, broadcast, now) => {
      // Edited and submitted by the approver since: looked at again under the lock.
      if ([broadcast.editedBy, broadcast.submittedBy].includes(actor.staffId)) refuse({ kind: 'own_broadcast' });
      const content = hashOfContent(broadcast);
      if (content !== broadcast.contentHash || (hash !== undefined && hash !== content)) refuse({ kind: 'changed' });
      await check(tx, { ...actor, role: 'admin' }, broadcast, now);
      const batchId = await createBatch(
        tx,
        {
          kind: 'announcement',
          message: announcementOf(broadcast),
          notBefore: broadcast.notBefore ?? now,
          notAfter: broadcast.notAfter,
          skipsLimits: broadcast.emergency,
        },
        now,
      );
      return {
        set: sql`status = 'approved', approved_by = ${actor.staffId}, approved_at = ${now}, batch_id = ${batchId}, plan_after = 0,
          plan_until = (select greatest(1, max(id)) from account)`,
        detail: { estimate: broadcast.figures.recipients, ...(broadcast.emergency ? { emergency: true } : {}) },
      };
    });
    if (!outcome.ok) return outcome;
    const { available } = options;
    try {
      for (let slice = 0; slice < slicesAtOnce; slice++) {
        if (!(await planSlice({ database, available, now: clock() }, id))) break;
      }
    } catch (error) {
      // It is approved: the job goes on where this stopped, for example because somebody was erased in that moment.
      log({ step: 'plan', broadcast: id, problem: describeError(error) });
    }
    options.onSend();
    return settle(async () => found(await readBroadcast(database.db, id, clock())));
  }

  const pause = (actor: BroadcastActor, id: number) =>
    take(actor, id, 'pause', ['scheduled', 'sending'], async (tx, { batchId, isPlanning }) => {
      if (batchId !== undefined && !isPlanning) await setBatchState(tx, batchId, 'held');
      return { set: sql`status = 'paused'` };
    });

  const resume = async (actor: BroadcastActor, id: number) => {
    const outcome = await take(actor, id, 'resume', ['paused'], async (tx, { batchId, isPlanning }) => {
      if (batchId !== undefined && !isPlanning) await setBatchState(tx, batchId, 'open');
      return { set: sql`status = 'approved'` };
    });
    options.onSend();
    return outcome;
  };

  /** Stops for good; what has not left is skipped, at once for thousands and by a job beyond. */
  async function cancel(actor: BroadcastActor, id: number): Promise<BroadcastOutcome> {
    const from: readonly BroadcastStatus[] = ['scheduled', 'sending', 'paused'];
    const outcome = await take(actor, id, 'cancel', from, async (tx, { batchId }, now) => {
      if (batchId !== undefined) await endBatch(tx, batchId, 'cancelled', now);
      return { set: sql`status = 'cancelled', plan_after = plan_until` };
    });
    if (!outcome.ok) return outcome;
    await skipNow();
    return settle(async () => found(await readBroadcast(database.db, id, clock())));
  }

  async function skipNow(): Promise<void> {
    for (let run = 0; run < skipRuns; run++) {
      const { skipped } = await skipEnded(database.db, skippedAtOnce);
      if (skipped < skippedAtOnce) return;
    }
  }

  return { create, edit, submit, giveBack, approve, pause, resume, cancel, take, refuse, skipNow };
}

/** For the audit: whether it is an emergency, and why. */
function urgency(content: BroadcastContent): Readonly<Record<string, string | boolean>> {
  const reason = reasonOf(content);
  return content.emergency ? { emergency: true, ...(reason === null ? {} : { reason }) } : {};
}

/** Why a broadcast is an emergency, where it is one. */
function reasonOf({ emergency, emergencyReason }: BroadcastContent): string | null {
  return emergency ? (emergencyReason ?? null) : null;
}

/** What a broadcast says, as the outbox keeps it. */
export function announcementOf(broadcast: Broadcast): Announcement {
  const { id, text, choices, workshop } = broadcast;
  return { broadcastId: id, text, choices, ...(workshop === undefined ? {} : { workshop }) };
}

import { sql } from 'drizzle-orm';
import { fold } from '../text/index.ts';
import type { Audience, UnclearWard } from './audience.ts';
import { type Broadcast, type BroadcastStatus, readBroadcast, readBroadcasts } from './broadcast.ts';
import { type ChoiceFigures, choiceFigures } from './broadcast-answers.ts';
import { type BroadcastChange, changesOf, createBroadcastChanges } from './broadcast-change.ts';
import { type AudienceEstimate, type EstimateOptions, estimateAudience } from './broadcast-estimate.ts';
import { allReceipts, type ReceiptPage, receiptOf } from './broadcast-receipt.ts';
import { type BroadcastsOptions, createBroadcastSteps } from './broadcast-steps.ts';
import { folded } from './folded.ts';

export interface BroadcastFilter {
  readonly status?: BroadcastStatus;
  readonly author?: number;
  /** Words of the title. */
  readonly words?: string;
  /** Only those of smaller ids. */
  readonly before?: number;
  readonly limit: number;
}

/** How many rows a filter by a status that is worked out looks through at once. */
const lookedThrough = 500;

/** All that the API and the console ask of broadcasts. */
export function createBroadcastDesk(options: BroadcastsOptions & EstimateOptions) {
  const { database, clock } = options;
  const steps = createBroadcastSteps(options);
  const { create, edit, submit, giveBack, approve, pause, resume, cancel } = steps;

  async function list({ status, author, words = '', before, limit }: BroadcastFilter): Promise<readonly Broadcast[]> {
    const found: Broadcast[] = [];
    const pattern = `%${fold(words)
      .replaceAll(/[%_\\\p{Cc}]/gu, ' ')
      .trim()}%`;
    const fits = sql`(${author ?? null}::bigint is null or author_id = ${author ?? null})
      and ${folded(sql`title`)} like ${pattern}`;
    let below = before;
    for (;;) {
      const condition = below === undefined ? fits : sql`${fits} and id < ${below}`;
      const size = status === undefined ? limit : lookedThrough;
      const some = await readBroadcasts(database.db, condition, size, clock());
      found.push(...some.filter((each) => status === undefined || each.status === status));
      below = some.at(-1)?.id;
      if (found.length >= limit || some.length < size) return found.slice(0, limit);
    }
  }

  return {
    create,
    edit,
    submit,
    giveBack,
    approve,
    pause,
    resume,
    cancel,
    ...createBroadcastChanges(options, steps),
    list,
    read: (id: number): Promise<Broadcast | undefined> => readBroadcast(database.db, id, clock()),
    /** Whom an audience reaches right now; the place that is not clear, if one is not. */
    estimate: (audience: Audience): Promise<AudienceEstimate | UnclearWard> => estimateAudience(options, audience),
    /** How often each choice was taken, by its place. */
    choices: (id: number): Promise<ReadonlyMap<number, ChoiceFigures>> => choiceFigures(database.db, id),
    changes: (id: number): Promise<readonly BroadcastChange[]> => changesOf(database.db, id, clock()),
    receipt: (broadcast: Broadcast, page: { readonly after: number; readonly limit: number }): Promise<ReceiptPage> =>
      receiptOf(database.db, broadcast, page),
    allReceipts: (broadcast: Broadcast) => allReceipts(database.db, broadcast),
  };
}

export type BroadcastDesk = ReturnType<typeof createBroadcastDesk>;

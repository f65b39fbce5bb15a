import type { Queryable } from '../database/index.ts';
import { type BatchOutcome, type BatchReceipt, batchOutcomes, batchReceipts } from '../delivery/index.ts';
import type { Broadcast } from './broadcast.ts';

export interface ReceiptPage {
  /** How many ended how and why, most people first. */
  readonly outcomes: readonly BatchOutcome[];
  /** One row a person, who is named by a code alone. */
  readonly people: readonly BatchReceipt[];
}

/** What became of a broadcast, person by person: the rows after one of them, and the outcomes of all. */
export async function receiptOf(
  db: Queryable,
  { batchId }: Broadcast,
  page: { readonly after: number; readonly limit: number },
): Promise<ReceiptPage> {
  if (batchId === undefined) return { outcomes: [], people: [] };
  return {
    outcomes: await batchOutcomes(db, batchId),
    people: await batchReceipts(db, batchId, page.after, page.limit),
  };
}

/** The rows of all people, page by page. */
export async function* allReceipts(
  db: Queryable,
  { batchId }: Broadcast,
  atOnce = 5_000,
): AsyncGenerator<BatchReceipt> {
  if (batchId === undefined) return;
  let after = 0;
  for (;;) {
    const people = await batchReceipts(db, batchId, after, atOnce);
    yield* people;
    after = people.at(-1)?.id ?? 0;
    if (people.length < atOnce) return;
  }
}

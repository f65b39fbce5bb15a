import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';

/** What one can apply for. */
export const applicableKinds = ['scholarship', 'internship'] as const;
export type ApplicableKind = (typeof applicableKinds)[number];

/** A scholarship or an internship by its key. */
export interface OfferKey {
  readonly kind: ApplicableKind;
  readonly key: number;
}

/** Seats that are still to be given; undefined where the offer names no number. */
export function openSeats({
  seats,
  taken,
}: {
  readonly seats: number | undefined;
  readonly taken: number;
}): number | undefined {
  return seats === undefined ? undefined : Math.max(0, seats - taken);
}

/**
 * Takes a seat; false where none is left. The row is held until the end of the transaction: of two who want the last one the second waits,
 * looks again, and gets none.
 */
export async function takeSeat(tx: Queryable, { kind, key }: OfferKey): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    update ${sql.identifier(kind)} set taken = taken + 1
    where id = ${key} and (seats is null or taken < seats) returning 1`);
  return rows.length > 0;
}

/** Gives a seat back that was taken. */
export async function giveSeatBack(tx: Queryable, { kind, key }: OfferKey): Promise<void> {
  await tx.execute(sql`update ${sql.identifier(kind)} set taken = greatest(0, taken - 1) where id = ${key}`);
}

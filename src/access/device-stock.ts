import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import type { Device } from './schema.ts';

/** What a place has of one kind of device, and how much of it is out. */
export interface DeviceStock {
  readonly key: number;
  readonly placeKey: number;
  readonly device: Device;
  readonly total: number;
  /** Days for which one is lent. */
  readonly loanDays: number;
  readonly lent: number;
  /** Kept for somebody to fetch. */
  readonly offered: number;
  readonly waiting: number;
}

/** The stock of a place, or one by its key. */
export async function stockOf(
  db: Queryable,
  which: { readonly placeKey: number } | { readonly key: number },
): Promise<DeviceStock[]> {
  const { rows } = await db.execute<{
    id: string;
    place_id: string;
    device: Device;
    total: number;
    loan_days: number;
    lent: number;
    offered: number;
    waiting: number;
  }>(sql`
    select stock.id, place_id, device, total, loan_days, count(*) filter (where state = 'lent')::int as lent,
      count(*) filter (where state = 'offered')::int as offered, count(*) filter (where state = 'waiting')::int as waiting
    from device_stock as stock left join device_loan as loan on loan.stock_id = stock.id
    where ${'key' in which ? sql`stock.id = ${which.key}` : sql`place_id = ${which.placeKey}`}
    group by stock.id order by device`);
  return rows.map((row) => ({
    key: Number(row.id),
    placeKey: Number(row.place_id),
    device: row.device,
    total: row.total,
    loanDays: row.loan_days,
    lent: row.lent,
    offered: row.offered,
    waiting: row.waiting,
  }));
}

/**
 * Takes a stock until the end of the transaction: all who lend of it take turns here, so that nothing is lent twice. Counts are read in a
 * later statement than the lock, which sees what was committed while it waited.
 */
export async function lockStock(
  tx: Queryable,
  key: number,
  held: 'wait' | 'skip' = 'wait',
): Promise<DeviceStock | undefined> {
  const { rows } = await tx.execute(
    sql`select 1 from device_stock where id = ${key} for no key update ${held === 'skip' ? sql`skip locked` : sql``}`,
  );
  return rows.length === 0 ? undefined : (await stockOf(tx, { key }))[0];
}

/** Devices that are neither out nor kept for somebody. */
export function freeOf({ total, lent, offered }: DeviceStock): number {
  return Math.max(0, total - lent - offered);
}

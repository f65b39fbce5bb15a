import { sql } from 'drizzle-orm';
import { raiseKindVersion } from '../catalogue/index.ts';
import type { Clock, Database, Queryable } from '../database/index.ts';
import { noteAudit } from '../staff/index.ts';
import { cityTime } from '../time/index.ts';
import { handOut, type LoanOutcome, loanByKey, takeBack, withdrawLoan } from './device-loan.ts';
import { lockStock } from './device-stock.ts';
import { type PlaceReach, placeWithin } from './place-list.ts';
import type { Device } from './schema.ts';

export type LoanStep = 'hand_out' | 'return' | 'withdraw';

export type StockOutcome =
  | { readonly ok: true; readonly stockKey: number }
  /** `held`: more are out, or kept for somebody, than there would be. `sample`: nobody can go to an invented place. */
  | { readonly ok: false; readonly refusal: 'not_found' | 'held' | 'sample' };

/** Where a lender keeps its stock and notes what goes out and comes back. Every step is one transaction with its entry in the audit log. */
export interface LoanDesk {
  setStock(
    reach: PlaceReach,
    placeKey: number,
    stock: { readonly device: Device; readonly total: number; readonly loanDays: number },
    by: number,
  ): Promise<StockOutcome>;
  step(reach: PlaceReach, loanKey: number, step: LoanStep, by: number): Promise<LoanOutcome>;
}

export function createLoanDesk(options: {
  readonly database: Database;
  readonly clock: Clock;
  readonly timezone: string;
  readonly allowedFrom: (at: Date) => Date;
}): LoanDesk {
  const { database, clock, timezone, allowedFrom } = options;
  return {
    setStock: (reach, placeKey, { device, total, loanDays }, by) =>
      database.transaction(async (tx): Promise<StockOutcome> => {
        const place = await placeWithin(tx, placeKey, reach);
        if (place === undefined || place.isClosed) return { ok: false, refusal: 'not_found' };
        if (place.sample) return { ok: false, refusal: 'sample' };
        const { rows } = await tx.execute<{ id: string }>(sql`
          insert into device_stock (place_id, device, total, loan_days) values (${placeKey}, ${device}, 0, ${loanDays})
          on conflict (place_id, device) do update set loan_days = excluded.loan_days returning id`);
        const stockKey = Number(rows[0]?.id);
        const stock = await lockStock(tx, stockKey);
        if (stock === undefined || stock.lent + stock.offered > total) return { ok: false, refusal: 'held' };
        await tx.execute(sql`update device_stock set total = ${total} where id = ${stockKey}`);
        if (total > 0 && !place.lends) await markLending(tx, placeKey);
        const subject = { kind: 'place', id: placeKey };
        await noteAudit(tx, {
          by,
          action: 'places.stock',
          subject,
          detail: { device, total, days: loanDays },
          at: clock(),
        });
        return { ok: true, stockKey };
      }),
    step: (reach, loanKey, step, by) =>
      database.transaction(async (tx): Promise<LoanOutcome> => {
        const loan = await loanByKey(tx, loanKey);
        const place = loan && (await placeWithin(tx, loan.placeKey, reach));
        if (place === undefined) return { ok: false, refusal: 'not_found' };
        const moment = { now: clock(), allowedFrom };
        const outcome = await {
          hand_out: () => handOut(tx, loanKey, { ...moment, today: cityTime(moment.now, timezone).day }),
          return: () => takeBack(tx, loanKey, moment),
          withdraw: () => withdrawLoan(tx, loanKey, moment),
        }[step]();
        if (outcome.ok)
          await noteAudit(tx, {
            by,
            action: `places.${step}`,
            subject: { kind: 'device_loan', id: loanKey },
            at: moment.now,
          });
        return outcome;
      }),
  };
}

/** Whoever looks for devices to borrow finds the place from now on. */
async function markLending(tx: Queryable, placeKey: number): Promise<void> {
  const version = await raiseKindVersion(tx, 'places');
  await tx.execute(sql`update place set lends = true, version = ${version} where id = ${placeKey}`);
}

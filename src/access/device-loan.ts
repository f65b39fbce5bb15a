import { createHash } from 'node:crypto';
import { type SQL, sql } from 'drizzle-orm';
import type { Clock, Database, Queryable } from '../database/index.ts';
import { daysAfter } from '../time/index.ts';
import { type DeviceStock, freeOf, lockStock } from './device-stock.ts';
import type { Device, LoanState } from './schema.ts';

/** Hours in which a device that is kept for somebody is to be fetched. */
export const fetchHours = 48;

/** Days after its end for which a loan is kept. */
export const loanKeptDays = 30;

/** When something may next be said without disturbing: a turn of the queue is not offered at night. */
export type LoanMoment = { readonly now: Date; readonly allowedFrom: (at: Date) => Date };

export interface DeviceLoan {
  readonly key: number;
  readonly stockKey: number;
  readonly placeKey: number;
  readonly device: Device;
  readonly loanDays: number;
  /** Undefined once the person is erased. */
  readonly learnerId: number | undefined;
  readonly state: LoanState;
  readonly name: string | undefined;
  readonly phone: string | undefined;
  readonly askedAt: Date;
  readonly offerUntil: Date | undefined;
  /** `YYYY-MM-DD`. */
  readonly dueOn: string | undefined;
  readonly isExtended: boolean;
  /** Of who waits: 1 is next. */
  readonly position: number | undefined;
}

async function select(db: Queryable, where: SQL): Promise<DeviceLoan[]> {
  const { rows } = await db.execute<{
    id: string;
    stock_id: string;
    place_id: string;
    device: Device;
    loan_days: number;
    learner_id: string | null;
    state: LoanState;
    call_name: string | null;
    phone: string | null;
    asked_at: string;
    offer_until: string | null;
    due_on: string | null;
    is_extended: boolean;
    position: number | null;
  }>(sql`
    select loan.id, stock_id, place_id, device, loan_days, learner_id, state, call_name, phone, asked_at, offer_until, due_on::text,
      extended_at is not null as is_extended,
      case when state = 'waiting' then (select count(*)::int from device_loan as before
        where before.stock_id = loan.stock_id and before.state = 'waiting'
          and (before.asked_at, before.id) <= (loan.asked_at, loan.id)) end as position
    from device_loan as loan join device_stock as stock on stock.id = stock_id where ${where}
    order by array_position(array['lent', 'offered', 'waiting'], state) nulls last, due_on, asked_at, loan.id`);
  return rows.map((row) => ({
    key: Number(row.id),
    stockKey: Number(row.stock_id),
    placeKey: Number(row.place_id),
    device: row.device,
    loanDays: row.loan_days,
    learnerId: row.learner_id === null ? undefined : Number(row.learner_id),
    state: row.state,
    name: row.call_name ?? undefined,
    phone: row.phone ?? undefined,
    askedAt: new Date(row.asked_at),
    offerUntil: row.offer_until === null ? undefined : new Date(row.offer_until),
    dueOn: row.due_on ?? undefined,
    isExtended: row.is_extended,
    position: row.position ?? undefined,
  }));
}

const open = sql`state in ('waiting', 'offered', 'lent')`;

/** What a learner borrows, is kept for them, or waits for. */
export function openLoansOf(db: Queryable, learnerId: number): Promise<DeviceLoan[]> {
  return select(db, sql`learner_id = ${learnerId} and ${open}`);
}

/** What is out, kept and waited for at a place. */
export function openLoansAt(db: Queryable, placeKey: number): Promise<DeviceLoan[]> {
  return select(db, sql`place_id = ${placeKey} and ${open}`);
}

export async function loanByKey(db: Queryable, key: number): Promise<DeviceLoan | undefined> {
  return (await select(db, sql`loan.id = ${key}`))[0];
}

/** A wish to borrow, with what is agreed to by it. */
export interface NewLoan {
  readonly learnerId: number;
  readonly stockKey: number;
  readonly name: string;
  readonly phone: string;
  /** The very words that were agreed to, as they were shown. */
  readonly consentText: string;
  readonly consentVersion: string;
}

export type AskOutcome =
  | { readonly ok: true; readonly loan: DeviceLoan }
  | { readonly ok: false; readonly refusal: 'gone' | 'already' };

/** Keeps a device for somebody where one is free and nobody waits, else puts them into the queue. */
export async function askLoan(tx: Queryable, wish: NewLoan, moment: LoanMoment): Promise<AskOutcome> {
  const locked = await lockStock(tx, wish.stockKey);
  if (locked === undefined || locked.total === 0) return { ok: false, refusal: 'gone' };
  await fillOffers(tx, locked, moment);
  const own = await select(tx, sql`learner_id = ${wish.learnerId} and stock_id = ${wish.stockKey} and ${open}`);
  if (own.length > 0) return { ok: false, refusal: 'already' };
  const stock = await lockStock(tx, wish.stockKey);
  const isFree = stock !== undefined && freeOf(stock) > 0 && stock.waiting === 0;
  const hash = createHash('sha256').update(wish.consentText).digest('hex');
  const { rows } = await tx.execute<{ id: string }>(sql`
    insert into device_loan (stock_id, learner_id, state, call_name, phone, consent_text_hash, consent_text_version, asked_at, offer_until)
    values (${wish.stockKey}, ${wish.learnerId}, ${isFree ? 'offered' : 'waiting'}, ${wish.name}, ${wish.phone}, ${hash},
      ${wish.consentVersion}, ${moment.now}, ${isFree ? fetchUntil(moment.now) : null}::timestamptz)
    returning id`);
  const loan = await loanByKey(tx, Number(rows[0]?.id));
  if (loan === undefined) throw new Error('The new loan is not there.');
  return { ok: true, loan };
}

function fetchUntil(now: Date): Date {
  return new Date(now.getTime() + fetchHours * 3_600_000);
}

/** Ends what was not fetched in time and keeps each free device for who waits longest, unless it is night. Of a locked stock. */
async function fillOffers(
  tx: Queryable,
  { key }: DeviceStock,
  { now, allowedFrom }: LoanMoment,
): Promise<{ expired: number; offered: number }> {
  const over = await tx.execute(sql`
    update device_loan set state = 'expired', ended_at = ${now}
    where stock_id = ${key} and state = 'offered' and offer_until <= ${now} returning 1`);
  if (allowedFrom(now) > now) return { expired: over.rows.length, offered: 0 };
  const { rows } = await tx.execute(sql`
    update device_loan set state = 'offered', offer_until = ${fetchUntil(now)}, from_queue = true
    where id in (
      select id from device_loan where stock_id = ${key} and state = 'waiting' order by asked_at, id
      limit (select greatest(0, total - (select count(*) from device_loan where stock_id = ${key} and state in ('lent', 'offered')))
        from device_stock where id = ${key}))
    returning 1`);
  return { expired: over.rows.length, offered: rows.length };
}

/** The job: ends offers, makes new ones. A stock that another process holds just now is left to it. */
export async function offerDevices(options: {
  readonly database: Database;
  readonly clock: Clock;
  readonly allowedFrom: (at: Date) => Date;
}): Promise<{ due: number; expired: number; offered: number; busy: number }> {
  const { database, clock, allowedFrom } = options;
  const { rows } = await database.db.execute<{ id: string }>(sql`
    select distinct stock_id as id from device_loan where state = 'offered' and offer_until <= ${clock()}
    union
    select stock.id from device_stock as stock
    where exists (select 1 from device_loan where stock_id = stock.id and state = 'waiting')
      and total > (select count(*) from device_loan where stock_id = stock.id and state in ('lent', 'offered'))
    order by id`);
  const counts = { due: rows.length, expired: 0, offered: 0, busy: 0 };
  for (const { id } of rows) {
    const done = await database.transaction(async (tx) => {
      const stock = await lockStock(tx, Number(id), 'skip');
      return stock && fillOffers(tx, stock, { now: clock(), allowedFrom });
    });
    if (done === undefined) counts.busy++;
    counts.expired += done?.expired ?? 0;
    counts.offered += done?.offered ?? 0;
  }
  return counts;
}

/** Why a step was not taken. `state`: the loan is not where the step begins. */
export type LoanRefusal = 'not_found' | 'state' | 'none_free' | 'waited' | 'extended' | 'late';
export type LoanOutcome =
  | { readonly ok: true; readonly loan: DeviceLoan }
  | { readonly ok: false; readonly refusal: LoanRefusal };

/** One step of a loan under the lock of its stock. @param step refuses, or gives the columns to set */
async function change(
  tx: Queryable,
  key: number,
  moment: LoanMoment,
  step: (loan: DeviceLoan, stock: DeviceStock) => LoanRefusal | SQL,
): Promise<LoanOutcome> {
  const found = await loanByKey(tx, key);
  const stock = found && (await lockStock(tx, found.stockKey));
  // Read again under the lock: another step may have been faster.
  const loan = stock && (await loanByKey(tx, key));
  if (loan === undefined || stock === undefined) return { ok: false, refusal: 'not_found' };
  const taken = step(loan, stock);
  if (typeof taken === 'string') return { ok: false, refusal: taken };
  await tx.execute(sql`update device_loan set ${taken} where id = ${key}`);
  await fillOffers(tx, stock, moment);
  const after = await loanByKey(tx, key);
  return after === undefined ? { ok: false, refusal: 'not_found' } : { ok: true, loan: after };
}

/** The borrower does not want it any more, before it is fetched. */
export function cancelLoan(tx: Queryable, key: number, learnerId: number, moment: LoanMoment): Promise<LoanOutcome> {
  return change(tx, key, moment, (loan) => {
    if (loan.learnerId !== learnerId) return 'not_found';
    return loan.state === 'waiting' || loan.state === 'offered'
      ? sql`state = 'cancelled', ended_at = ${moment.now}`
      : 'state';
  });
}

/** As long again, once, while nobody waits and it is not late. @param today `YYYY-MM-DD` in the city */
export function extendLoan(
  tx: Queryable,
  key: number,
  learnerId: number,
  { today, ...moment }: LoanMoment & { readonly today: string },
): Promise<LoanOutcome> {
  return change(tx, key, moment, (loan, stock) => {
    if (loan.learnerId !== learnerId) return 'not_found';
    if (loan.state !== 'lent' || loan.dueOn === undefined) return 'state';
    if (loan.isExtended) return 'extended';
    if (loan.dueOn < today) return 'late';
    if (stock.waiting > 0) return 'waited';
    return sql`due_on = ${daysAfter(loan.dueOn, loan.loanDays)}, extended_at = ${moment.now}`;
  });
}

/** The lender hands a device out: one that was kept, or a free one to somebody who waits. @param today `YYYY-MM-DD` in the city */
export function handOut(
  tx: Queryable,
  key: number,
  { today, ...moment }: LoanMoment & { readonly today: string },
): Promise<LoanOutcome> {
  return change(tx, key, moment, (loan, stock) => {
    if (loan.state !== 'offered' && loan.state !== 'waiting') return 'state';
    const isKept = loan.state === 'offered' && stock.lent < stock.total;
    if (!isKept && freeOf(stock) === 0) return 'none_free';
    return sql`state = 'lent', lent_at = ${moment.now}, due_on = ${daysAfter(today, loan.loanDays)}, offer_until = null`;
  });
}

/** The lender has it back. */
export function takeBack(tx: Queryable, key: number, moment: LoanMoment): Promise<LoanOutcome> {
  return change(tx, key, moment, ({ state }) =>
    state === 'lent' ? sql`state = 'returned', ended_at = ${moment.now}` : 'state',
  );
}

/** The lender takes somebody off the list before anything was handed out. */
export function withdrawLoan(tx: Queryable, key: number, moment: LoanMoment): Promise<LoanOutcome> {
  return change(tx, key, moment, ({ state }) =>
    state === 'waiting' || state === 'offered' ? sql`state = 'withdrawn', ended_at = ${moment.now}` : 'state',
  );
}

/** Deletes loans that ended before a moment. Call again until it is below the limit. */
export async function deleteOldLoans(db: Queryable, before: Date, limit: number): Promise<{ deleted: number }> {
  const { rows } = await db.execute(sql`
    delete from device_loan where id in (
      select id from device_loan where ended_at < ${before} order by ended_at limit ${limit}) returning 1`);
  return { deleted: rows.length };
}

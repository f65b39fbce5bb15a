import { expect } from 'vitest';
import { createLoanDesk, createPlaceDesk, openLoansAt, placeById } from '../../src/access/index.ts';
import type { Database } from '../../src/database/index.ts';
import { memberByEmail } from '../../src/staff/index.ts';
import type { TestApplication } from './application.ts';
import type { LendStep, PlaceStep } from './dialogue.ts';
import { addStaff } from './staff.ts';

/** Staff set a place right, close it, or note that it is as it says. */
export async function doToPlace(
  { time, finder }: TestApplication,
  database: Database,
  { place, staff, hours }: PlaceStep,
): Promise<void> {
  const desk = createPlaceDesk({ database, clock: () => time.now, timezone: 'Asia/Ho_Chi_Minh' });
  const { id } = await addStaff(database, 'editor', { email: `${place}-${staff}@thanhpho.example` });
  const outcome =
    staff === 'correct' ? await desk.correct(place, { openingHours: hours }, id) : await desk[staff](place, id);
  expect(outcome, place).toMatchObject({ ok: true });
  await finder.refresh();
}

/** A lender sets the stock of a place, hands a device out or has it back. */
export async function doToLoans(
  { time }: TestApplication,
  database: Database,
  { lend, device, total, step }: LendStep,
): Promise<void> {
  const desk = createLoanDesk({
    database,
    clock: () => time.now,
    timezone: 'Asia/Ho_Chi_Minh',
    allowedFrom: (at) => at,
  });
  const by = await lenderOf(database, lend);
  const placeKey = (await placeById(database.db, lend))?.key ?? 0;
  if (total !== undefined) {
    expect(await desk.setStock({}, placeKey, { device, total, loanDays: 14 }, by)).toMatchObject({ ok: true });
  }
  if (step === undefined) return;
  const from = step === 'return' ? 'lent' : 'offered';
  const loan = (await openLoansAt(database.db, placeKey)).find((each) => each.device === device && each.state === from);
  expect(await desk.step({}, loan?.key ?? 0, step, by)).toMatchObject({ ok: true });
}

/** Who keeps the stock of a place. */
async function lenderOf(database: Database, place: string): Promise<number> {
  const email = `${place}-kho@thanhpho.example`;
  const known = await memberByEmail(database.db, email);
  return known?.id ?? (await addStaff(database, 'editor', { email })).id;
}

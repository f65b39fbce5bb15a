import { sql } from 'drizzle-orm';
import { expect, it, vi } from 'vitest';
import { handOut } from '../../src/access/device-loan.ts';
import { askLoan, createLoanDesk, deleteOldLoans, openLoansAt, placeById, stockOf } from '../../src/access/index.ts';
import { findOrCreatePerson } from '../../src/learners/index.ts';
import { describeAllDatabases } from '../support/databases.ts';
import { importText } from '../support/importing.ts';
import { addStaff } from '../support/staff.ts';

vi.setConfig({ testTimeout: 120_000 });

const now = new Date('2026-11-24T03:00:00Z');
const moment = { now, allowedFrom: (at: Date) => at };
const rows = ['name,kind,ward,confirmed_on,id', 'Điểm mượn Sen,device_lending,Phường Thủ Đức,2026-11-10,sen'].join(
  '\n',
);

describeAllDatabases('device loans', (context) => {
  async function lending(total: number) {
    const database = await context.database();
    await importText(database, 'places', rows);
    const desk = createLoanDesk({ database, clock: () => now, timezone: 'Asia/Ho_Chi_Minh', allowedFrom: (at) => at });
    const by = (await addStaff(database, 'editor')).id;
    const placeKey = (await placeById(database.db, 'sen'))?.key ?? 0;
    const set = await desk.setStock({}, placeKey, { device: 'laptop', total, loanDays: 14 }, by);
    if (!set.ok) throw new Error(set.refusal);
    const ask = async (serial: number) => {
      const { learnerId } = await findOrCreatePerson(database.db, 'web', `nguoi-muon-${serial}`);
      const wish = {
        learnerId,
        stockKey: set.stockKey,
        name: 'An',
        phone: '0900000000',
        consentText: 'x',
        consentVersion: '1',
      };
      return database.transaction((tx) => askLoan(tx, wish, moment));
    };
    return { database, desk, by, placeKey, stockKey: set.stockKey, ask };
  }

  it('never keeps or lends more than there is, also when forty ask and every offer is handed out at once', async () => {
    const { database, placeKey, stockKey, ask } = await lending(7);
    const asked = await Promise.all(Array.from({ length: 40 }, (_, serial) => ask(serial)));
    expect(asked.filter((outcome) => outcome.ok && outcome.loan.state === 'offered')).toHaveLength(7);
    const positions = asked
      .flatMap((outcome) => (outcome.ok ? (outcome.loan.position ?? []) : []))
      .sort((a, b) => a - b);
    expect(positions).toEqual(Array.from({ length: 33 }, (_, at) => at + 1));
    const loans = await openLoansAt(database.db, placeKey);
    await Promise.all(
      loans.map(({ key }) => database.transaction((tx) => handOut(tx, key, { ...moment, today: '2026-11-24' }))),
    );
    expect(await stockOf(database.db, { key: stockKey })).toMatchObject([{ lent: 7, offered: 0, waiting: 33 }]);
  });

  it('asks a person once for each kind, and goes on with the queue in its order', async () => {
    const { database, desk, by, placeKey, ask } = await lending(1);
    for (const serial of [0, 1, 2]) await ask(serial);
    expect(await ask(1)).toEqual({ ok: false, refusal: 'already' });
    const [first, second] = await openLoansAt(database.db, placeKey);
    expect(await desk.step({}, second?.key ?? 0, 'hand_out', by)).toEqual({ ok: false, refusal: 'none_free' });
    expect(await desk.step({}, first?.key ?? 0, 'hand_out', by)).toMatchObject({
      ok: true,
      loan: { dueOn: '2026-12-08' },
    });
    expect(await desk.step({}, first?.key ?? 0, 'return', by)).toMatchObject({ ok: true });
    expect(await desk.step({}, first?.key ?? 0, 'return', by)).toEqual({ ok: false, refusal: 'state' });
    expect((await openLoansAt(database.db, placeKey)).map(({ key, state }) => [key, state])).toEqual([
      [second?.key, 'offered'],
      [expect.any(Number), 'waiting'],
    ]);
  });

  it('keeps the stock of others out of reach, and never less than is out', async () => {
    const { desk, by, placeKey, ask } = await lending(2);
    await ask(0);
    const stock = { device: 'laptop', total: 0, loanDays: 14 } as const;
    expect(await desk.setStock({}, placeKey, stock, by)).toEqual({ ok: false, refusal: 'held' });
    expect(await desk.setStock({ organisationId: 77 }, placeKey, stock, by)).toEqual({
      ok: false,
      refusal: 'not_found',
    });
  });

  it('deletes a loan thirty days after it ended, and none that is out', async () => {
    const { database, desk, by, placeKey, ask } = await lending(2);
    for (const serial of [0, 1]) await ask(serial);
    for (const { key } of await openLoansAt(database.db, placeKey)) await desk.step({}, key, 'hand_out', by);
    const [first] = await openLoansAt(database.db, placeKey);
    await desk.step({}, first?.key ?? 0, 'return', by);
    expect(await deleteOldLoans(database.db, now, 10)).toEqual({ deleted: 0 });
    expect(await deleteOldLoans(database.db, new Date(now.getTime() + 1), 10)).toEqual({ deleted: 1 });
    const { rows: left } = await database.db.execute(sql`select state from device_loan`);
    expect(left).toEqual([{ state: 'lent' }]);
  });
});

import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { personalDataOwners } from '../../src/application.ts';
import {
  answerQuestion,
  applicationsOf,
  applicationsPersonalData,
  withdrawApplication,
} from '../../src/applications/index.ts';
import type { Database } from '../../src/database/index.ts';
import { eraseLearnerData } from '../../src/learners/index.ts';
import { mergeLearnerData } from '../../src/learners/personal-data.ts';
import { applicationDesk, applicationsNow, applyMany, offersOfTwo, takenSeats } from '../support/applications.ts';
import { describeDatabases } from '../support/databases.ts';
import { importText } from '../support/importing.ts';
import { addStaff } from '../support/staff.ts';

async function accountOf(database: Database, application: number): Promise<{ account: number; learner: number }> {
  const { rows } = await database.db.execute<{ account_id: string; id: string }>(sql`
    select account_id, learner.id from learner join application on learner_id = learner.id where application.id = ${application}`);
  return { account: Number(rows[0]?.account_id), learner: Number(rows[0]?.id) };
}

describeDatabases('deciding about applications', (context) => {
  async function scene(seats = 2) {
    const database = await context.database();
    const offers = await offersOfTwo(database, seats);
    const { id } = await addStaff(database, 'editor');
    const staff = { staffId: id, organisationId: undefined };
    return { database, offers, desk: applicationDesk(database), staff };
  }

  it('never gives a seat twice, however many decide at once', async () => {
    const { database, offers, desk, staff } = await scene(3);
    for (const offer of [offers['hb-a'], offers['tt-a']]) {
      if (offer === undefined) throw new Error('No such offer.');
      const ids = await applyMany(database, offer, 8);
      const outcomes = await Promise.all([...ids, ...ids].map((id) => desk.accept(staff, id, 'Mời bạn.')));
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(3);
      expect(await takenSeats(database, offer)).toBe(3);
      const refusals = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.refusal]));
      // Of the second presses three meet a decision, the others no seat.
      expect(refusals.filter((refusal) => refusal === 'wrong_state')).toHaveLength(3);
      expect(refusals.filter((refusal) => refusal === 'no_seats')).toHaveLength(10);
    }
  });

  it('gives the seat of who withdraws, or is erased, to somebody else', async () => {
    const { database, offers, desk, staff } = await scene(1);
    const offer = offers['hb-a'];
    if (offer === undefined) throw new Error('No such offer.');
    const [first = 0, second = 0, third = 0] = await applyMany(database, offer, 3);
    expect(await desk.accept(staff, first, 'Mời bạn.')).toEqual({ ok: true });
    expect(await desk.accept(staff, second, 'Mời bạn.')).toEqual({ ok: false, refusal: 'no_seats' });
    const { account } = await accountOf(database, first);
    expect(await withdrawApplication(database.db, account + 1000, first, applicationsNow)).toBe(false);
    expect(await withdrawApplication(database.db, account, first, applicationsNow)).toBe(true);
    expect(await withdrawApplication(database.db, account, first, applicationsNow)).toBe(false);
    expect(await takenSeats(database, offer)).toBe(0);
    expect(await desk.read(staff, first)).toMatchObject({
      status: 'withdrawn',
      callName: undefined,
      phone: undefined,
      reason: undefined,
    });
    expect(await desk.accept(staff, first, 'Mời bạn.')).toEqual({ ok: false, refusal: 'wrong_state' });
    expect(await desk.accept(staff, second, 'Mời bạn.')).toEqual({ ok: true });
    const { learner } = await accountOf(database, second);
    await database.transaction((tx) => eraseLearnerData(tx, personalDataOwners, learner));
    expect(await takenSeats(database, offer)).toBe(0);
    expect(await desk.accept(staff, third, 'Mời bạn.')).toEqual({ ok: true });
  });

  it('keeps what was given when the catalogue is imported again', async () => {
    const { database, offers, desk, staff } = await scene(2);
    const offer = offers['hb-a'];
    if (offer === undefined) throw new Error('No such offer.');
    const [first = 0, second = 0] = await applyMany(database, offer, 2);
    await desk.accept(staff, first, 'Mời bạn.');
    await importText(database, 'scholarships', 'id,title,provider,seats\nhb-a,Học bổng A,Quỹ A,1\n');
    expect(await takenSeats(database, offer)).toBe(1);
    expect(await desk.accept(staff, second, 'Mời bạn.')).toEqual({ ok: false, refusal: 'no_seats' });
  });

  it('asks back once, and waits for the answer', async () => {
    const { database, offers, desk, staff } = await scene();
    const offer = offers['tt-a'];
    if (offer === undefined) throw new Error('No such offer.');
    const [id = 0] = await applyMany(database, offer, 1);
    expect(await desk.ask(staff, id, 'Bạn rảnh buổi nào?')).toEqual({ ok: true });
    expect(await desk.count(staff)).toMatchObject({ waiting: 0, asked: 1 });
    const { learner } = await accountOf(database, id);
    const [application] = await applicationsOf(database.db, learner);
    expect(application).toMatchObject({ status: 'asked', question: 'Bạn rảnh buổi nào?' });
    expect(await answerQuestion(database.db, { id, learnerId: learner + 1000 }, 'Sáng.', applicationsNow)).toBe(false);
    expect(await answerQuestion(database.db, { id, learnerId: learner }, 'Sáng.', applicationsNow)).toBe(true);
    expect(await answerQuestion(database.db, { id, learnerId: learner }, 'Chiều.', applicationsNow)).toBe(false);
    expect(await desk.read(staff, id)).toMatchObject({ status: 'waiting', answer: 'Sáng.' });
    expect(await desk.ask(staff, id, 'Còn gì nữa?')).toEqual({ ok: false, refusal: 'asked_before' });
    expect(await desk.refuse(staff, id, 'Hẹn bạn lần sau.')).toEqual({ ok: true });
    const { rows } = await database.db.execute(
      sql`select action, detail from audit where subject_kind = 'application' order by id`,
    );
    expect(rows).toEqual([
      { action: 'application.ask', detail: { kind: 'internship' } },
      { action: 'application.read', detail: {} },
      { action: 'application.refuse', detail: { kind: 'internship' } },
    ]);
  });

  it('keeps both applications of a person who applied from two accounts, and gives each side its own back', async () => {
    const { database, offers, desk, staff } = await scene();
    const offer = offers['hb-a'];
    if (offer === undefined) throw new Error('No such offer.');
    const [first = 0, second = 0] = await applyMany(database, offer, 2);
    const [from, into] = [await accountOf(database, first), await accountOf(database, second)];
    const moved = await database.transaction((tx) =>
      mergeLearnerData(tx, personalDataOwners, from.learner, into.learner),
    );
    expect((await applicationsOf(database.db, into.learner)).map(({ id }) => id)).toEqual([second, first]);
    expect(await desk.refuse(staff, first, 'Bạn đã có một đơn.')).toEqual({ ok: true });
    await database.transaction((tx) => applicationsPersonalData.unmergeLearners(tx, moved, from.learner, into.learner));
    expect((await applicationsOf(database.db, from.learner)).map(({ id }) => id)).toEqual([first]);
    expect((await applicationsOf(database.db, into.learner)).map(({ id }) => id)).toEqual([second]);
  });
});

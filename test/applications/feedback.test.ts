import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import {
  applicationNewsDue,
  askForFeedback,
  commentOnOrganisation,
  deleteOldApplications,
  rateOrganisation,
} from '../../src/applications/index.ts';
import type { Database } from '../../src/database/index.ts';
import { organisationRating } from '../../src/opportunities/index.ts';
import { applicationDesk, applyMany, offersOfTwo } from '../support/applications.ts';
import { describeDatabases } from '../support/databases.ts';
import { addStaff } from '../support/staff.ts';

const lastDay = new Date('2026-12-31T03:00:00Z');
const after = new Date('2027-01-01T03:00:00Z');

async function accountOf(database: Database, application: number): Promise<number> {
  const { rows } = await database.db.execute<{ account_id: string }>(sql`
    select account_id from learner join application on learner_id = learner.id where application.id = ${application}`);
  return Number(rows[0]?.account_id);
}

describeDatabases('what is said after an internship', (context) => {
  async function scene() {
    const database = await context.database();
    const offers = await offersOfTwo(database, 6);
    const { id } = await addStaff(database, 'editor');
    const city = { staffId: id, organisationId: undefined };
    const internship = offers['tt-a'];
    if (internship === undefined) throw new Error('No such offer.');
    const partner = { staffId: id, organisationId: internship.organisationId };
    const ids = await applyMany(database, internship, 6);
    for (const each of ids) await applicationDesk(database).accept(city, each, 'Mời bạn.');
    await database.db.execute(sql`update application set news = null`);
    return { database, city, partner, internship, ids };
  }

  it('is asked once, from the day after the last one on', async () => {
    const { database, ids } = await scene();
    expect(await askForFeedback(database.db, { now: lastDay, today: '2026-12-31', limit: 10 })).toBe(0);
    expect(await askForFeedback(database.db, { now: after, today: '2027-01-01', limit: 4 })).toBe(4);
    expect(await askForFeedback(database.db, { now: after, today: '2027-01-01', limit: 4 })).toBe(2);
    expect(await askForFeedback(database.db, { now: after, today: '2027-01-01', limit: 4 })).toBe(0);
    const due = await applicationNewsDue(database.db, { limit: 10, skip: [] });
    expect(due.map(({ kind }) => kind)).toEqual(ids.map(() => 'feedback'));
  });

  it('makes an average that nobody reads before five people rated, and each rates once', async () => {
    const { database, internship, ids } = await scene();
    const rate = async (id: number, rating: number, today = '2027-01-01') =>
      rateOrganisation(database.db, await accountOf(database, id), id, { rating, at: after, today });
    expect(await rate(ids[0] ?? 0, 5, '2026-12-31')).toBe(false);
    const outcomes = [];
    for (const [position, id] of ids.slice(0, 4).entries()) outcomes.push(await rate(id, 5 - position));
    expect(outcomes).toEqual([true, true, true, true]);
    expect(await rate(ids[0] ?? 0, 1)).toBe(false);
    expect(
      await rateOrganisation(database.db, 999_999, ids[4] ?? 0, { rating: 1, at: after, today: '2027-01-01' }),
    ).toBe(false);
    expect(await organisationRating(database.db, internship.key)).toBeUndefined();
    expect(await rate(ids[4] ?? 0, 1)).toBe(true);
    expect(await organisationRating(database.db, internship.key)).toEqual({ average: 3, count: 5 });
    // What is said stays without who said it.
    await database.db.execute(sql`delete from application`);
    expect(await organisationRating(database.db, internship.key)).toEqual({ average: 3, count: 5 });
  });

  it('of an intern is read by the city, never by the organisation; the organisation says its own once, when it is over', async () => {
    const { database, city, partner, ids } = await scene();
    const [id = 0] = ids;
    const account = await accountOf(database, id);
    expect(await commentOnOrganisation(database.db, account, id, 'Chưa chấm.')).toBe(false);
    await rateOrganisation(database.db, account, id, { rating: 2, at: after, today: '2027-01-01' });
    expect(await commentOnOrganisation(database.db, account, id, 'Việc nặng quá.')).toBe(true);
    const early = applicationDesk(database, lastDay);
    const desk = applicationDesk(database, after);
    const given = { rating: 4, text: 'Chăm chỉ.' };
    expect(await early.rate(partner, id, given)).toEqual({ ok: false, refusal: 'not_over' });
    expect(await early.read(partner, id)).toMatchObject({ mayRate: false });
    expect(await desk.read(partner, id)).toMatchObject({ mayRate: true });
    expect(await desk.rate({ ...partner, organisationId: 0 }, id, given)).toEqual({ ok: false, refusal: 'not_found' });
    expect(await desk.rate(partner, id, given)).toEqual({ ok: true });
    expect(await desk.rate(partner, id, given)).toEqual({ ok: false, refusal: 'rated_before' });
    const ofOrganisation = { rating: 4, comment: 'Chăm chỉ.' };
    expect((await desk.read(partner, id))?.feedback).toEqual({ ofLearner: undefined, ofOrganisation });
    expect((await desk.read(city, id))?.feedback).toEqual({
      ofLearner: { rating: 2, comment: 'Việc nặng quá.' },
      ofOrganisation,
    });
    expect(JSON.stringify(await desk.list(partner, { limit: 10 }))).not.toContain('Việc nặng');
  });

  it('goes ninety days after the last day of who was accepted, not after the decision', async () => {
    const { database, ids } = await scene();
    const old = (at: string) => ({ decided: new Date(new Date(at).getTime() - 90 * 86_400_000), made: new Date(0) });
    expect(await deleteOldApplications(database.db, old('2027-03-20T03:00:00Z'), 10)).toEqual({ deleted: 0 });
    expect(await deleteOldApplications(database.db, old('2027-04-02T03:00:00Z'), 10)).toEqual({ deleted: ids.length });
  });
});

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { catalogueVersion, courseById, type DecidedFields, importFile } from '../../src/catalogue/index.ts';
import type { Database } from '../../src/database/index.ts';
import { decided } from '../../src/freshness/decision.ts';
import { createFreshnessDesk, type Decision } from '../../src/freshness/index.ts';
import { dayNumber, dayOfNumber } from '../../src/time/index.ts';
import { testApplication } from '../support/application.ts';
import { describeAllDatabases } from '../support/databases.ts';
import { removeFolder, temporaryFolder } from '../support/program.ts';
import { addStaff } from '../support/staff.ts';

vi.setConfig({ testTimeout: 120_000 });

const today = '2026-11-24';
const now = new Date('2026-11-24T03:00:00Z');

describe('what a decision makes of a course', () => {
  const day = fc.integer({ min: -700, max: 400 }).map((distance) => dayOfNumber(dayNumber(today) + distance));
  const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value);
  const moment = maybe(fc.constant('2026-11-01T03:00:00.000Z'));
  const fields: fc.Arbitrary<DecidedFields> = fc.record({
    confirmed_on: day,
    reconfirmed_on: maybe(day),
    starts_on: maybe(day),
    ends_on: maybe(day),
    filed_starts_on: maybe(day),
    filed_ends_on: maybe(day),
    dates_revised_at: moment,
    closed_at: moment,
    sunk_until: maybe(day),
    hidden_at: moment,
  });
  const optional = fc.option(day, { nil: undefined });
  const decision: fc.Arbitrary<Decision> = fc.oneof(
    fc.constantFrom<Decision>({ kind: 'confirmed' }, { kind: 'closed' }, { kind: 'restored' }),
    fc.record({ kind: fc.constant('revised' as const), startsOn: optional, endsOn: optional }),
  );

  it('is the same when it is said twice, and never turns the last confirmation back', () => {
    fc.assert(
      fc.property(fields, decision, (before, said) => {
        const once = decided(before, said, { now, today });
        if (typeof once === 'string') return;
        expect(decided(once, said, { now: new Date(now.getTime() + 60_000), today })).toEqual(once);
        expect(once.confirmed_on >= before.confirmed_on).toBe(true);
        if (said.kind === 'confirmed' || said.kind === 'revised')
          expect([once.closed_at, once.hidden_at, once.sunk_until]).toEqual([null, null, null]);
      }),
    );
  });
});

describeAllDatabases('what organisations and staff say of courses', (context) => {
  async function scene() {
    const database = await context.database();
    const application = await testApplication(database);
    const { id: staffId } = await addStaff(database, 'editor');
    const { rows } = await database.db.execute<{ id: string }>(
      sql`select organisation_id as id from course where public_id = 'ke-toan-toi'`,
    );
    const settled: string[] = [];
    const desk = createFreshnessDesk({
      database,
      clock: () => application.time.now,
      timezone: 'Asia/Ho_Chi_Minh',
      onSettled: async (_, ids) => void settled.push(...ids),
    });
    const organisationId = Number(rows[0]?.id);
    await database.db.execute(sql`update course set confirmed_on = '2026-01-01'`);
    await application.finder.refresh();
    const actor = { via: 'staff', staffId } as const;
    return { ...application, database, desk, organisationId, actor, settled };
  }
  const standing = async (database: Database, id = 'excel-co-ban') => {
    const course = await courseById(database.db, id);
    return course && { on: course.confirmedOn, closed: course.isClosed, starts: course.startsOn, ends: course.endsOn };
  };
  const audit = async (database: Database) => {
    const { rows } = await database.db.execute<{ action: string; detail: unknown }>(
      sql`select action, detail from audit where action like 'freshness.%' order by id`,
    );
    return rows.map(({ action }) => action);
  };

  it('confirm once however often it is pressed, and every replica hears of it', async () => {
    const { database, desk, actor, finder } = await scene();
    const before = await catalogueVersion(database.db);
    const presses = await Promise.all(
      [1, 2, 3].map(() => desk.decide({}, 'excel-co-ban', { kind: 'confirmed' }, actor)),
    );
    expect(presses.filter((press) => press.ok && press.changed)).toHaveLength(1);
    expect(await standing(database)).toMatchObject({ on: today });
    expect(await catalogueVersion(database.db)).toBe(before + 1);
    expect(await finder.refresh()).toMatchObject({ rebuilt: true });
    expect(await audit(database)).toEqual(['freshness.confirmed']);
  });

  it('close a course for every answer, and take it back within a day only', async () => {
    const { database, desk, actor, finder, time, advance } = await scene();
    const found = async () => {
      await finder.refresh();
      const { hits, near } = finder.search(finder.understand('excel cơ bản'), { limit: 10, now: time.now });
      return [...hits, ...near].some(({ id }) => id === 'excel-co-ban');
    };
    expect(await found()).toBe(true);
    await desk.decide({}, 'excel-co-ban', { kind: 'closed' }, actor);
    expect(await found()).toBe(false);
    advance(24 * 3600 - 1);
    expect(await desk.undo({}, 'excel-co-ban', actor)).toEqual({ ok: true, courses: 1 });
    expect(await found()).toBe(true);
    expect(await desk.undo({}, 'excel-co-ban', actor)).toEqual({ ok: false, refusal: 'not_found' });
    await desk.decide({}, 'excel-co-ban', { kind: 'closed' }, actor);
    advance(24 * 3600 + 1);
    expect(await desk.undo({}, 'excel-co-ban', actor)).toEqual({ ok: false, refusal: 'not_found' });
    expect(await standing(database)).toMatchObject({ closed: true });
    expect(await audit(database)).toEqual(['freshness.closed', 'freshness.undone', 'freshness.closed']);
  });

  it('reach no course of another organisation', async () => {
    const { database, desk, actor } = await scene();
    const reach = { organisationId: 999_999 };
    const refused = { ok: false, refusal: 'not_found' };
    expect(await desk.decide(reach, 'excel-co-ban', { kind: 'closed' }, actor)).toEqual(refused);
    await desk.decide({}, 'excel-co-ban', { kind: 'closed' }, actor);
    expect(await desk.undo(reach, 'excel-co-ban', actor)).toEqual(refused);
    expect(await standing(database)).toMatchObject({ closed: true });
  });

  it('want dates for what is over by its dates', async () => {
    const { database, desk, actor } = await scene();
    await database.db.execute(sql`update course set ends_on = '2026-11-01' where public_id = 'excel-co-ban'`);
    const decide = (decision: Decision) => desk.decide({}, 'excel-co-ban', decision, actor);
    expect(await decide({ kind: 'confirmed' })).toEqual({ ok: false, refusal: 'ended' });
    expect(await decide({ kind: 'revised', startsOn: '2026-12-10', endsOn: '2026-12-01' })).toEqual({
      ok: false,
      refusal: 'order',
    });
    expect(await decide({ kind: 'revised', startsOn: '2026-12-01', endsOn: '2027-01-31' })).toMatchObject({ ok: true });
    expect(await standing(database)).toMatchObject({ on: today, starts: '2026-12-01', ends: '2027-01-31' });
    await desk.undo({}, 'excel-co-ban', actor);
    expect(await standing(database)).toMatchObject({ on: '2026-01-01', starts: undefined, ends: '2026-11-01' });
  });

  it('confirm everything of an organisation in one press, and take it back in one, but for what was said since', async () => {
    const { database, desk, organisationId, actor } = await scene();
    const { rows } = await database.db.execute<{ id: string }>(
      sql`select public_id as id from course where organisation_id = ${organisationId} order by id`,
    );
    const [first = '', second = ''] = rows.map(({ id }) => id);
    expect(rows.length).toBeGreaterThan(2);
    await desk.decide({}, first, { kind: 'closed' }, actor);
    const version = await catalogueVersion(database.db);
    expect(await desk.confirmAll(organisationId, actor)).toEqual({ courses: rows.length - 1 });
    expect(await desk.confirmAll(organisationId, actor)).toEqual({ courses: 0 });
    expect(await catalogueVersion(database.db)).toBe(version + 1);
    expect(await standing(database, first)).toMatchObject({ closed: true });
    await desk.decide({}, second, { kind: 'closed' }, actor);
    expect(await desk.undoAll(organisationId, actor)).toEqual({ ok: true, courses: rows.length - 2 });
    expect(await standing(database, second)).toMatchObject({ closed: true, on: today });
    expect(await standing(database, rows[2]?.id)).toMatchObject({ on: '2026-01-01' });
    expect(await audit(database)).toEqual([
      'freshness.closed',
      'freshness.confirmed',
      'freshness.closed',
      'freshness.undone',
    ]);
  });

  it('leave nothing behind when the program is killed before the end', async () => {
    const { database, desk, organisationId, actor, time } = await scene();
    const killed = createFreshnessDesk({
      database: {
        ...database,
        transaction: (async (work: Parameters<Database['transaction']>[0]) =>
          database.transaction(async (...given) => {
            await work(...given);
            throw new Error('killed');
          })) as Database['transaction'],
      },
      clock: () => time.now,
      timezone: 'Asia/Ho_Chi_Minh',
      onSettled: async () => {},
    });
    const before = await catalogueVersion(database.db);
    await expect(killed.confirmAll(organisationId, actor)).rejects.toThrow('killed');
    const { rows } = await database.db.execute(sql`select 1 from course_act`);
    expect([await catalogueVersion(database.db), rows, await audit(database)]).toEqual([before, [], []]);
    expect((await desk.confirmAll(organisationId, actor)).courses).toBeGreaterThan(2);
  });

  it('run beside an import of the same courses without waiting in a circle', async () => {
    const { database, desk, actor, organisationId } = await scene();
    const folder = await temporaryFolder();
    const file = join(folder, 'same.csv');
    const rows = Array.from({ length: 30 }, (_, n) => `moi-${n},Khóa ${n},Trung tâm Mới,${n}`);
    await writeFile(file, ['id,title,provider,price_vnd', ...rows, ''].join('\n'));
    const load = () => importFile(database, { file, kind: 'courses', source: 'khac', clock: () => now });
    await Promise.all([
      load(),
      desk.confirmAll(organisationId, actor),
      desk.decide({}, 'excel-nang-cao', { kind: 'closed' }, actor),
      desk.undo({}, 'excel-nang-cao', actor),
    ]);
    expect(await courseById(database.db, 'moi-29')).toBeDefined();
    await removeFolder(folder);
  });

  it('stand against imports that say what they said before, and give way to newer words', async () => {
    const { database, desk, actor } = await scene();
    const folder = await temporaryFolder();
    const load = async (row: string) => {
      const file = join(folder, 'again.csv');
      await writeFile(file, `id,title,provider,starts_on,ends_on,confirmed_on\n${row}\n`);
      const clock = () => now;
      const result = await importFile(database, { file, kind: 'courses', source: 'nguon', clock });
      expect(result.problems).toEqual([]);
    };
    const state = () => standing(database, 'dat-hoa');
    await load('dat-hoa,Cắm hoa,Nhà Hoa,2026-12-01,2026-12-20,2026-06-01');
    await desk.decide({}, 'dat-hoa', { kind: 'revised', startsOn: '2026-12-08', endsOn: '2026-12-27' }, actor);
    await load('dat-hoa,Cắm hoa tươi,Nhà Hoa,2026-12-01,2026-12-20,2026-06-01');
    expect(await state()).toMatchObject({ on: today, starts: '2026-12-08', ends: '2026-12-27' });
    await load('dat-hoa,Cắm hoa tươi,Nhà Hoa,2027-01-05,2027-01-25,2026-06-01');
    expect(await state()).toMatchObject({ on: today, starts: '2027-01-05', ends: '2027-01-25' });
    await desk.decide({}, 'dat-hoa', { kind: 'closed' }, actor);
    await load('dat-hoa,Cắm hoa tươi đẹp,Nhà Hoa,2027-01-05,2027-01-25,');
    expect(await state()).toMatchObject({ closed: true });
    await database.db.execute(sql`update course set closed_at = '2026-11-20T03:00:00Z' where public_id = 'dat-hoa'`);
    await load('dat-hoa,Cắm hoa tươi đẹp,Nhà Hoa,2027-01-05,2027-01-25,2026-11-23');
    expect(await state()).toMatchObject({ closed: false });
    await removeFolder(folder);
  });
});

import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Database } from '../../src/database/index.ts';
import { atWallClock, wallClock } from '../../src/time/index.ts';
import {
  cancelRegistration,
  cancelWorkshop,
  certificateByCode,
  checkIn,
  dropStaleNotices,
  feedbackOf,
  findWorkshops,
  issueCertificate,
  makeReminders,
  mapLink,
  noticesDue,
  readSeatCode,
  recordComment,
  recordFeedback,
  register,
  registrationByCode,
  registrationOfLearner,
  repeatWorkshop,
  settleNotice,
  startsOfSeries,
  undoCheckIn,
  updateFollowing,
  updateWorkshop,
  type Workshop,
  walkIn,
  workshopById,
  workshopsByKeys,
} from '../../src/workshops/index.ts';
import { describeDatabases } from '../support/databases.ts';
import { addLearner, addWorkshop, at, hoursLater, morning } from '../support/workshops.ts';

const timezone = 'Asia/Ho_Chi_Minh';
const staff = { staffId: undefined, now: morning };

async function seatOf(database: Database, workshop: Workshop, name: string): Promise<number> {
  const learnerId = await addLearner(database, name);
  await database.transaction((tx) => register(tx, { workshopKey: workshop.key, learnerId, now: morning }));
  const registration = await registrationOfLearner(database.db, workshop.key, learnerId);
  if (registration === undefined) throw new Error('not registered');
  return registration.key;
}

const due = (database: Database, now: Date) => noticesDue(database.db, { now, limit: 100 });

describeDatabases('the life of a workshop', (context) => {
  it('tells each who registered once of what changed, from what they knew to what is true', async () => {
    const database = await context.database();
    const workshop = await addWorkshop(database, { place: 'Hội trường A', capacity: 1 });
    for (const name of ['an', 'binh']) await seatOf(database, workshop, name);
    const change = (place: string, now = morning) =>
      database.transaction((tx) => updateWorkshop(tx, workshop.key, { place }, at(now)));
    expect(await change('Hội trường B')).toMatchObject({
      kind: 'updated',
      fields: ['place'],
      workshop: { sequence: 1 },
    });
    expect(await change('Hội trường B')).toMatchObject({ kind: 'unchanged' });
    await change('Nhà văn hóa');
    const notices = await due(database, morning);
    expect(notices.map(({ kind, changes }) => [kind, changes])).toEqual([
      ['changed', { place: { from: 'Hội trường A', to: 'Nhà văn hóa' } }],
      ['changed', { place: { from: 'Hội trường A', to: 'Nhà văn hóa' } }],
    ]);
    const [first] = notices;
    expect(await settleNotice(database.db, first?.key ?? 0, morning)).toBe(true);
    expect(await settleNotice(database.db, first?.key ?? 0, morning)).toBe(false);
    expect(await due(database, morning)).toHaveLength(1);
    // Put right: who heard of it must know, to the other there is nothing to say any more.
    await change('Hội trường A');
    expect((await due(database, morning)).map(({ registrationKey, changes }) => [registrationKey, changes])).toEqual([
      [first?.registrationKey, { place: { from: 'Nhà văn hóa', to: 'Hội trường A' } }],
    ]);
  });

  it('says nothing of a title, and lets quiet hours pass unless the start is near', async () => {
    const database = await context.database();
    const workshop = await addWorkshop(database, { place: 'A' });
    await seatOf(database, workshop, 'an');
    await database.transaction((tx) => updateWorkshop(tx, workshop.key, { title: 'Zalo' }, at(morning)));
    expect(await due(database, hoursLater(50))).toEqual([]);
    const allowedFrom = (moment: Date): Date => (moment < hoursLater(8) ? hoursLater(8) : moment);
    await database.transaction((tx) => updateWorkshop(tx, workshop.key, { place: 'B' }, { now: morning, allowedFrom }));
    expect(await due(database, morning)).toEqual([]);
    expect(await due(database, hoursLater(8))).toHaveLength(1);
    const soon = { startsAt: hoursLater(9), endsAt: hoursLater(11) };
    await database.transaction((tx) => updateWorkshop(tx, workshop.key, soon, { now: morning, allowedFrom }));
    expect(await due(database, morning)).toMatchObject([
      { kind: 'changed', changes: { place: { from: 'A', to: 'B' } } },
    ]);
  });

  it('is called off once, and all who wait hear of it too', async () => {
    const database = await context.database();
    const workshop = await addWorkshop(database, { capacity: 1 });
    for (const name of ['an', 'binh']) await seatOf(database, workshop, name);
    const cancel = () => database.transaction((tx) => cancelWorkshop(tx, workshop.key, 'Mưa lớn', at(morning), staff));
    expect(await cancel()).toMatchObject({ kind: 'cancelled', told: 2, workshop: { cancelReason: 'Mưa lớn' } });
    expect(await cancel()).toEqual({ kind: 'already' });
    expect((await due(database, morning)).map(({ kind }) => kind)).toEqual(['cancelled', 'cancelled']);
    expect(await database.transaction((tx) => updateWorkshop(tx, workshop.key, { place: 'B' }, at(morning)))).toEqual({
      kind: 'cancelled',
    });
  });

  it('reminds a day and two hours before, once, and anew when the start moves', async () => {
    const database = await context.database();
    const workshop = await addWorkshop(database);
    const own = await seatOf(database, workshop, 'an');
    const run = (now: Date) => makeReminders({ database, clock: () => now, allowedFrom: (moment) => moment });
    expect(await run(hoursLater(95))).toEqual({ reminders: 0, feedback: 0 });
    expect(await run(hoursLater(96))).toEqual({ reminders: 1, feedback: 0 });
    expect(await run(hoursLater(96))).toEqual({ reminders: 0, feedback: 0 });
    expect(await due(database, hoursLater(96))).toMatchObject([{ kind: 'reminder_day', registrationKey: own }]);
    const moved = { startsAt: hoursLater(124), endsAt: hoursLater(126) };
    await database.transaction((tx) => updateWorkshop(tx, workshop.key, moved, at(hoursLater(97))));
    // The reminder of the old start says what is no longer true.
    expect((await due(database, hoursLater(97))).map(({ kind }) => kind)).toEqual(['changed']);
    expect(await run(hoursLater(100))).toMatchObject({ reminders: 1 });
    expect(await run(hoursLater(122))).toMatchObject({ reminders: 1 });
    await database.transaction((tx) => cancelRegistration(tx, own, at(hoursLater(122))));
    expect(await due(database, hoursLater(122))).toEqual([]);
    expect(await dropStaleNotices(database.db, hoursLater(122))).toBe(4);
  });

  it('waits for the end of the quiet hours with a reminder, and leaves it out after the start', async () => {
    const database = await context.database();
    const workshop = await addWorkshop(database);
    await seatOf(database, workshop, 'an');
    const quiet = (from: number, until: number) => (moment: Date) =>
      moment >= hoursLater(from) && moment < hoursLater(until) ? hoursLater(until) : moment;
    const run = (hours: number, allowedFrom: (moment: Date) => Date) =>
      makeReminders({ database, clock: () => hoursLater(hours), allowedFrom });
    expect(await run(97, quiet(95, 99))).toMatchObject({ reminders: 0 });
    expect(await run(99, quiet(95, 99))).toMatchObject({ reminders: 1 });
    expect(await run(119, quiet(117, 121))).toMatchObject({ reminders: 0 });
    expect(await run(119.5, (moment) => moment)).toMatchObject({ reminders: 0 });
  });

  it('checks in by code, once however often a scan is sent', async () => {
    const database = await context.database();
    const workshop = await addWorkshop(database, { capacity: 1 });
    const own = await seatOf(database, workshop, 'an');
    const waits = await seatOf(database, workshop, 'binh');
    const code = (await registrationByCode(database.db, 'khong'))?.code;
    expect(code).toBeUndefined();
    const { rows } = await database.db.execute<{ code: string }>(
      sql`select code from workshop_registration where id = ${own}`,
    );
    const typed = `${rows[0]?.code.slice(0, 3).toLowerCase()} - ${rows[0]?.code.slice(3)}`;
    expect(readSeatCode(typed)).toBe(rows[0]?.code);
    const now = hoursLater(120);
    const by = { staffId: undefined, now };
    const scan = (requestId: string, who: Parameters<typeof checkIn>[1]['who'], admit = false) =>
      database.transaction((tx) => checkIn(tx, { requestId, workshopKey: workshop.key, who, at: now, admit }, by));
    expect(await scan('s1', { code: typed })).toMatchObject({ kind: 'checked_in' });
    expect(await scan('s1', { code: typed })).toMatchObject({ kind: 'again' });
    expect(await scan('s2', { code: typed })).toMatchObject({ kind: 'again' });
    expect(await database.transaction((tx) => undoCheckIn(tx, own, by))).toBe(true);
    // The queue is sent once more: what was taken back stays so.
    expect(await scan('s1', { code: typed })).toMatchObject({ kind: 'again' });
    expect(await workshopById(database.db, workshop.id)).toMatchObject({ checkedIn: 0 });
    expect(await scan('s3', { code: typed })).toMatchObject({ kind: 'checked_in' });
    expect(await scan('s4', { registrationKey: waits })).toMatchObject({ kind: 'no_seat' });
    expect(await scan('s4', { registrationKey: waits }, true)).toMatchObject({
      kind: 'checked_in',
      registration: { walkIn: true, state: 'taken' },
    });
    const guest = () =>
      database.transaction((tx) =>
        walkIn(tx, { requestId: 'w1', workshopKey: workshop.key, name: ' Cô Sáu ', at: now }, by),
      );
    const [one, same] = [await guest(), await guest()];
    expect(one).toMatchObject({ name: 'Cô Sáu', walkIn: true });
    expect(same?.key).toBe(one?.key);
    expect(await workshopById(database.db, workshop.id)).toMatchObject({ taken: 1, waiting: 0, checkedIn: 3 });
    const other = await addWorkshop(database);
    const wrong = { requestId: 's9', workshopKey: other.key, who: { code: typed }, at: now };
    expect(await database.transaction((tx) => checkIn(tx, wrong, by))).toMatchObject({ kind: 'other_workshop' });
  });

  it('asks who came how it was, once, and certifies that they came', async () => {
    const database = await context.database();
    const workshop = await addWorkshop(database);
    const [own, absent] = [await seatOf(database, workshop, 'an'), await seatOf(database, workshop, 'binh')];
    const now = hoursLater(123);
    const who = { registrationKey: own };
    await database.transaction((tx) =>
      checkIn(tx, { requestId: 's1', workshopKey: workshop.key, who, at: now }, { staffId: undefined, now }),
    );
    const run = () => makeReminders({ database, clock: () => now, allowedFrom: (moment) => moment });
    expect(await run()).toEqual({ reminders: 0, feedback: 1 });
    expect(await run()).toEqual({ reminders: 0, feedback: 0 });
    expect(await due(database, now)).toMatchObject([{ kind: 'feedback', registrationKey: own }]);
    expect(await recordFeedback(database.db, own, { rating: 5, now })).toBe(true);
    expect(await recordComment(database.db, own, ' Dễ hiểu ', now)).toBe(true);
    expect(await recordFeedback(database.db, absent, { rating: 1, now })).toBe(false);
    expect(await feedbackOf(database.db, workshop.key)).toEqual({ rated: 1, average: 5, comments: [] });
    expect(await issueCertificate(database.db, absent, 'Bình', now)).toBeUndefined();
    const code = await issueCertificate(database.db, own, 'Nguyễn Thị An', now);
    expect(await issueCertificate(database.db, own, 'Nguyễn Thị An ', now)).toBe(code);
    expect(await certificateByCode(database.db, code ?? '')).toMatchObject({
      name: 'Nguyễn Thị An',
      workshopKey: workshop.key,
      issuedAt: now,
    });
    expect(await certificateByCode(database.db, 'AAAAAAAAAA')).toBeUndefined();
  });

  it('repeats at the same hour, each with its own seats, and changes all that follow', async () => {
    const database = await context.database();
    const workshop = await addWorkshop(database, { capacity: 2 });
    const series = await database.transaction((tx) =>
      repeatWorkshop(tx, workshop, { every: 'week', interval: 1, end: { count: 4 } }, { ...staff, timezone }),
    );
    expect(series?.map(({ startsAt }) => startsAt)).toEqual([0, 1, 2, 3].map((week) => hoursLater(120 + week * 168)));
    expect(new Set(series?.map(({ id }) => id)).size).toBe(4);
    const [, second] = series ?? [];
    if (second === undefined) throw new Error('no series');
    await seatOf(database, second, 'an');
    const patch = { startsAt: hoursLater(24 + 1, second.startsAt), endsAt: hoursLater(24 + 3, second.startsAt) };
    const outcomes = await database.transaction((tx) =>
      updateFollowing(tx, second, patch, { ...at(morning), timezone }, staff),
    );
    expect(outcomes.map(({ kind }) => kind)).toEqual(['updated', 'updated', 'updated']);
    const after = await workshopsByKeys(database.db, series?.map(({ key }) => key) ?? []);
    expect(after.map(({ startsAt }) => startsAt)).toEqual([
      hoursLater(120),
      ...[1, 2, 3].map((week) => hoursLater(120 + week * 168 + 25)),
    ]);
    const again = await database.transaction((tx) =>
      repeatWorkshop(tx, second, { every: 'week', interval: 1, end: { count: 2 } }, { ...staff, timezone }),
    );
    expect(again).toBeUndefined();
  });

  it('keeps the hour over a change of the clocks, and leaves out months without the day', () => {
    const berlin = 'Europe/Berlin';
    const first = atWallClock({ year: 2026, month: 10, day: 20, hour: 9, minute: 0 }, berlin);
    const weekly = startsOfSeries(first, { every: 'week', interval: 1, end: { count: 3 } }, berlin);
    expect(weekly.map((start) => wallClock(start, berlin).hour)).toEqual([9, 9]);
    const monthEnd = atWallClock({ year: 2026, month: 12, day: 31, hour: 9, minute: 0 }, timezone);
    const monthly = { every: 'month', interval: 1, end: { until: hoursLater(24 * 200) } } as const;
    expect(startsOfSeries(monthEnd, monthly, timezone).map((start) => start.toISOString().slice(0, 10))).toEqual([
      '2027-01-31',
      '2027-03-31',
      '2027-05-31',
    ]);
  });

  it('is found by words without accents, by interest, by nearness, and soonest first', async () => {
    const database = await context.database();
    const zalo = await addWorkshop(database, { title: 'Dùng Zalo cho người lớn tuổi', ward: '26743' });
    const scam = await addWorkshop(database, {
      title: 'Nhận biết lừa đảo trên mạng',
      startsAt: hoursLater(48),
      topics: ['an toàn mạng'],
    });
    await addWorkshop(database, { title: 'Buổi đã qua', startsAt: hoursLater(-48) });
    const search = async (wish: Partial<Parameters<typeof findWorkshops>[1]>) => {
      const { found, total } = await findWorkshops(database.db, { now: morning, limit: 5, ...wish });
      return [total, found.map(({ workshop }) => workshop.key)] as const;
    };
    expect(await search({})).toEqual([2, [scam.key, zalo.key]]);
    expect(await search({ text: 'zalo nguoi gia' })).toEqual([1, [zalo.key]]);
    expect(await search({ text: 'đàn tranh' })).toEqual([0, []]);
    expect(await search({ interests: ['lớn tuổi'] })).toEqual([2, [zalo.key, scam.key]]);
    expect(await search({ near: '26743', limit: 1 })).toEqual([2, [zalo.key]]);
    expect(await search({ until: hoursLater(72) })).toEqual([1, [scam.key]]);
    // Five days from a Tuesday is a Sunday.
    expect(await search({ weekend: { timezone } })).toEqual([1, [zalo.key]]);
  });

  it('leads to a map by place and ward', () => {
    expect(mapLink({ place: undefined, ward: undefined })).toBeUndefined();
    expect(decodeURIComponent(mapLink({ place: 'Nhà văn hóa', ward: '26743' }) ?? '')).toMatch(
      /^https:\/\/www\.openstreetmap\.org\/search\?query=Nhà văn hóa, Phường .*, Thành phố Hồ Chí Minh$/,
    );
  });
});

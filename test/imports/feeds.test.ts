import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { courseById } from '../../src/catalogue/index.ts';
import type { Database } from '../../src/database/index.ts';
import { createFeedDesk, createFeedWorker, type FeedFields, findFeed, listFeeds } from '../../src/imports/index.ts';
import { scholarshipById } from '../../src/opportunities/index.ts';
import { describeDatabases } from '../support/databases.ts';
import { type FileServer, startFileServer } from '../support/file-server.ts';
import { importMorning, testKinds } from '../support/importing.ts';
import { addStaff } from '../support/staff.ts';

vi.setConfig({ testTimeout: 60_000 });

let server: FileServer;
beforeEach(async () => {
  server = await startFileServer();
});
afterEach(() => server.close());

const timezone = 'Asia/Ho_Chi_Minh';
const header = 'id,title,provider\n';
const rows = (count: number): string => Array.from({ length: count }, (_, at) => `k${at},Khóa ${at},Đơn vị\n`).join('');

async function setUp(database: Database) {
  let now = importMorning;
  const clock = () => now;
  const staff = await addStaff(database, 'editor');
  const given = { database, clock, kinds: testKinds };
  const limits = { mostBytes: 1_000_000, milliseconds: 5000, allowsLoopback: true };
  const worker = (owner: string) => createFeedWorker({ ...given, timezone, owner, keepsSample: false, limits });
  return {
    desk: createFeedDesk({ ...given, allowsLoopback: true }),
    staff,
    worker,
    one: worker('one'),
    pass: (minutes: number) => {
      now = new Date(now.getTime() + minutes * 60_000);
      return now;
    },
  };
}

const fields = (more: Partial<FeedFields> = {}): FeedFields => ({
  kind: 'courses',
  url: `${server.url}/courses.csv`,
  source: 'truong',
  sheet: undefined,
  mapping: undefined,
  hour: 4,
  skipsBad: false,
  marksMissing: true,
  ...more,
});

function give(content: string, etag?: string): void {
  server.answer('/courses.csv', (request, response) => {
    if (etag !== undefined && request.headers['if-none-match'] === etag) return void response.writeHead(304).end();
    response.writeHead(200, { 'content-type': 'text/csv', ...(etag !== undefined && { etag }) }).end(content);
  });
}

async function added(desk: Awaited<ReturnType<typeof setUp>>['desk'], by: number, more: Partial<FeedFields> = {}) {
  const made = await desk.add(fields(more), by);
  if (!('id' in made)) throw new Error(`${made.field}: ${made.problem}`);
  return made.id;
}

const nothing = { imported: 0, unchanged: 0, refused: 0, failed: 0 };

describeDatabases('addresses that are looked at once a day', (context) => {
  it('are imported at once, then at their hour, and only when the file is another', async () => {
    const database = await context.database();
    const { desk, staff, one, pass } = await setUp(database);
    give(header + rows(3), '"v1"');
    const id = await added(desk, staff.id);
    expect(await one.round()).toEqual({ ...nothing, imported: 1 });
    expect(await courseById(database.db, 'k2')).toMatchObject({ title: 'Khóa 2' });
    const feed = await findFeed(database.db, id);
    // It is 10 o'clock in the city; the next four in the morning is tomorrow's.
    expect(feed).toMatchObject({
      outcome: 'imported',
      nextAt: new Date('2026-11-24T21:00:00Z'),
      result: { read: 3, created: 3, missing: 0 },
      etag: '"v1"',
      isRunning: false,
    });
    expect(await one.round()).toEqual(nothing);
    pass(24 * 60);
    expect(await one.round()).toEqual({ ...nothing, unchanged: 1 });
    give(header + rows(4), '"v2"');
    pass(24 * 60);
    expect(await one.round()).toEqual({ ...nothing, imported: 1 });
    expect((await findFeed(database.db, id))?.result).toMatchObject({ created: 1, unchanged: 3 });
    const { rows: runs } = await database.db.execute(sql`select source, staff_id from import_run order by id`);
    expect(runs).toMatchObject([{ source: 'truong' }, { source: 'truong' }]);
  });

  it('mark what vanished as unconfirmed, take the mark back, and delete nothing; half a file marks nothing', async () => {
    const database = await context.database();
    const { desk, staff, one } = await setUp(database);
    give(header + rows(40));
    const id = await added(desk, staff.id);
    await one.round();
    const sync = async (count: number) => {
      give(header + rows(count));
      await desk.syncNow(id, staff.id);
      expect(await one.round()).toEqual({ ...nothing, imported: 1 });
      const { rows: marked } = await database.db.execute<{ count: number }>(
        sql`select count(*)::int as count from course where missing_since is not null`,
      );
      return [(await findFeed(database.db, id))?.result?.missing, marked[0]?.count];
    };
    expect(await sync(30)).toEqual([10, 10]);
    expect((await courseById(database.db, 'k39'))?.sunkUntil).toMatch(/^20[34]\d-/);
    expect((await courseById(database.db, 'k0'))?.sunkUntil).toBeUndefined();
    expect(await sync(38)).toEqual([2, 2]);
    expect(await sync(10)).toEqual([30, 2]);
    expect((await findFeed(database.db, id))?.problem).toContain('30 trên 40');
    expect(await sync(40)).toEqual([0, 0]);
    await desk.edit(id, { marksMissing: false }, staff.id);
    expect(await sync(39)).toEqual([1, 0]);
  });

  it('count no row of another source, and know the mark of other kinds too', async () => {
    const database = await context.database();
    const { desk, staff, one } = await setUp(database);
    give(header + rows(2));
    await added(desk, staff.id, { kind: 'scholarships', source: 'a' });
    await one.round();
    server.answer('/b.csv', (_, response) => response.writeHead(200).end(`${header}z,Học bổng Z,Quỹ Z\n`));
    await added(desk, staff.id, { kind: 'scholarships', source: 'b', url: `${server.url}/b.csv` });
    await one.round();
    expect(await scholarshipById(database.db, 'k1')).toMatchObject({ isUnconfirmed: false });
    give(header + rows(1));
    const [feed] = (await listFeeds(database.db)).filter(({ source }) => source === 'a');
    await desk.syncNow(feed?.id ?? 0, staff.id);
    await one.round();
    expect(await scholarshipById(database.db, 'k1')).toMatchObject({ isUnconfirmed: true });
    expect(await scholarshipById(database.db, 'z')).toMatchObject({ isUnconfirmed: false });
  });

  it('wait longer after each failure, up to their hour, and say why', async () => {
    const database = await context.database();
    const { desk, staff, one, pass } = await setUp(database);
    server.answer('/courses.csv', (_, response) => response.writeHead(503).end());
    const id = await added(desk, staff.id);
    const waits: number[] = [];
    for (let failure = 1; failure <= 9; failure++) {
      expect(await one.round()).toEqual({ ...nothing, failed: 1 });
      const feed = await findFeed(database.db, id);
      expect(feed).toMatchObject({ outcome: 'failed', failures: failure, problem: 'Nơi giữ tệp trả lời HTTP 503.' });
      const minutes = ((feed?.nextAt.getTime() ?? 0) - pass(0).getTime()) / 60_000;
      waits.push(minutes);
      pass(minutes);
    }
    expect(waits.slice(0, 5)).toEqual([15, 30, 60, 120, 240]);
    // 10:00 and 465 minutes later 17:45; then at most until four in the morning, and then a day.
    expect(waits.slice(5)).toEqual([480, 135, 1440, 1440]);
    give(header + rows(1));
    expect(await one.round()).toEqual({ ...nothing, imported: 1 });
    expect(await findFeed(database.db, id)).toMatchObject({ failures: 0, problem: undefined });
  });

  it('keep a refused file’s bad rows, and import the good ones where that is wanted without counting what is missing', async () => {
    const database = await context.database();
    const { desk, staff, one } = await setUp(database);
    give(`${header}k0,Khóa 0,Đơn vị\nk1,,Đơn vị\n`, '"v1"');
    const id = await added(desk, staff.id);
    expect(await one.round()).toEqual({ ...nothing, refused: 1 });
    const refused = await findFeed(database.db, id);
    expect(refused).toMatchObject({
      outcome: 'refused',
      failures: 1,
      problems: [{ row: 3, column: 'title' }],
      etag: undefined,
    });
    expect(await courseById(database.db, 'k0')).toBeUndefined();
    await desk.edit(id, { skipsBad: true }, staff.id);
    expect(await one.round()).toEqual({ ...nothing, imported: 1 });
    const imported = await findFeed(database.db, id);
    expect(imported?.result).toMatchObject({ created: 1, skipped: 1 });
    expect(imported?.result?.missing).toBeUndefined();
    expect(imported?.etag).toBeUndefined();
  });

  it('use a mapping, and stand still while paused unless asked', async () => {
    const database = await context.database();
    const { desk, staff, one, pass } = await setUp(database);
    give('ma,ten,noi\nx,Khóa X,Trường X\n');
    const mapping = JSON.stringify({ id: { from: 'ma' }, title: { from: 'ten' }, provider: { from: 'noi' } });
    const id = await added(desk, staff.id, { mapping });
    expect(await desk.pause(id, true, staff.id)).toBe(true);
    expect(await one.round()).toEqual(nothing);
    await desk.syncNow(id, staff.id);
    expect(await one.round()).toEqual({ ...nothing, imported: 1 });
    expect(await courseById(database.db, 'x')).toMatchObject({ organisation: 'Trường X' });
    pass(48 * 60);
    expect(await one.round()).toEqual(nothing);
    await desk.pause(id, false, staff.id);
    expect(await one.round()).toEqual({ ...nothing, imported: 1 });
    expect(await desk.remove(id, staff.id)).toBe(true);
    expect(await desk.remove(id, staff.id)).toBe(false);
    expect(await courseById(database.db, 'x')).toBeDefined();
    const { rows: noted } = await database.db.execute<{ action: string }>(
      sql`select action from audit where action like 'import.%' order by id`,
    );
    expect(noted.map(({ action }) => action)).toEqual([
      'import.feed_add',
      'import.feed_pause',
      'import.feed_sync',
      'import.feed_resume',
      'import.feed_remove',
    ]);
  });

  it('are taken up by another process when the one at work died, and by one only', async () => {
    const database = await context.database();
    const { desk, staff, one, worker, pass } = await setUp(database);
    give(header + rows(2));
    const id = await added(desk, staff.id);
    await database.db.execute(sql`
      update import_feed set worker = 'dead', worker_until = ${new Date(importMorning.getTime() + 15_000)} where id = ${id}`);
    expect(await one.round()).toEqual(nothing);
    pass(1);
    const outcomes = await Promise.all([one.round(), worker('two').round()]);
    expect(outcomes.map(({ imported }) => imported).sort()).toEqual([0, 1]);
  });

  it('are refused without a good address, kind, owner, hour or mapping', async () => {
    const database = await context.database();
    const { desk, staff } = await setUp(database);
    const refusedAt = async (more: Partial<FeedFields>) => {
      const made = await desk.add(fields(more), staff.id);
      return 'field' in made ? made.field : made.id;
    };
    expect(await refusedAt({ url: 'http://10.0.0.1/x.csv' })).toBe('url');
    expect(await refusedAt({ url: 'không phải' })).toBe('url');
    expect(await refusedAt({ kind: 'songs' })).toBe('kind');
    expect(await refusedAt({ source: ' ' })).toBe('source');
    expect(await refusedAt({ hour: 24 })).toBe('hour');
    expect(await refusedAt({ mapping: '{"titel":{"from":"x"}}' })).toBe('mapping');
    await added(desk, staff.id);
    expect(await refusedAt({})).toBe('source');
    const strict = createFeedDesk({
      database,
      clock: () => importMorning,
      kinds: testKinds,
      allowsLoopback: false,
    });
    expect(await strict.add(fields({ source: 'khac' }), staff.id)).toMatchObject({ field: 'url' });
    expect(await strict.edit(999, {}, staff.id)).toBeUndefined();
  });
});

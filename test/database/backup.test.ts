import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { bumpCatalogueVersion, catalogueVersion } from '../../src/catalogue/index.ts';
import {
  backUp,
  backUpNightly,
  type Database,
  migrate,
  openDatabase,
  restore,
  verifyBackup,
} from '../../src/database/index.ts';
import { testApplication } from '../support/application.ts';
import { createPostgresDatabase, describeAllDatabases } from '../support/databases.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bh-backup-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function contents(database: Database): Promise<unknown> {
  const { rows } = await database.db.execute(sql`
    select (select count(*)::int from course) as courses, (select count(*)::int from turn) as turns,
      (select jsonb_agg(message order by id) from delivery) as messages, (select jsonb_agg(state order by id) from conversation) as states,
      (select jsonb_agg(value order by name) from secret) as secrets, (select max(price_vnd)::text from course) as price`);
  return rows[0];
}

async function catalogueVersionOf(file: string): Promise<number> {
  const lines = gunzipSync(await readFile(file))
    .toString()
    .split('\n');
  const row = lines[lines.findIndex((line) => line.startsWith('{"table":"catalogue_version"')) + 1] ?? '';
  return (JSON.parse(row) as { version: number }).version;
}

async function talk(database: Database, text: string): Promise<void> {
  const { conversations } = await testApplication(database);
  await conversations.takeTurn({
    channel: 'web',
    updateKey: text,
    chat: 'c',
    person: 'c',
    receivedAt: new Date('2026-11-24T03:00:00Z'),
    content: { kind: 'text', text },
  });
}

describeAllDatabases('backup', (context) => {
  it('brings the whole state back, and new rows get new ids afterwards', async () => {
    const database = await context.database();
    await talk(database, 'học "guitar" \\ ở Gò Vấp 😀');
    const before = await contents(database);
    const file = join(folder, 'state.gz');
    const counts = await backUp(database, file);
    expect(counts.course).toBe(20);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    await talk(database, 'học nấu ăn');
    expect(await contents(database)).not.toEqual(before);
    expect(await restore(database, file)).toEqual(counts);
    expect(await contents(database)).toEqual(before);
    await talk(database, 'học vẽ');
    expect(await database.db.execute(sql`select 1 from turn`)).toMatchObject({ rows: [{}, {}] });
  });

  it('refuses a damaged, a cut and a foreign file and changes nothing', async () => {
    const database = await context.database();
    await talk(database, 'học guitar');
    const before = await contents(database);
    const file = join(folder, 'state.gz');
    await backUp(database, file);
    const bytes = await readFile(file);
    const damaged = Buffer.from(bytes);
    damaged[Math.floor(bytes.length / 2)] = (damaged[Math.floor(bytes.length / 2)] ?? 0) ^ 0xff;
    await writeFile(join(folder, 'damaged.gz'), damaged);
    await writeFile(join(folder, 'cut.gz'), bytes.subarray(0, bytes.length - 40));
    await writeFile(join(folder, 'foreign.gz'), 'hello');
    for (const name of ['damaged.gz', 'cut.gz', 'foreign.gz']) {
      await expect(restore(database, join(folder, name)), name).rejects.toThrow(/bị hỏng|không phải bản sao lưu/);
    }
    await expect(restore(database, join(folder, 'none.gz'))).rejects.toThrow('Không có tệp');
    expect(await contents(database)).toEqual(before);
  });

  it('of one kind of database restores into the other', async () => {
    const database = await context.database();
    await talk(database, 'học guitar');
    const file = join(folder, 'state.gz');
    await backUp(database, file);
    const postgres = context.kind === 'embedded' ? await createPostgresDatabase() : undefined;
    const other = await openDatabase({ databaseUrl: postgres?.databaseUrl, dataDir: join(folder, 'other') });
    await migrate(other);
    await restore(other, file);
    expect(await contents(other)).toEqual(await contents(database));
    await other.close();
    await postgres?.drop();
  });

  it('is made once a night after three, city time, and seven are kept', async () => {
    const database = await context.database();
    const at = (time: string) => backUpNightly(database, folder, new Date(time), 'Asia/Ho_Chi_Minh');
    expect(await at('2026-11-01T19:30:00Z')).toEqual({ made: 0, removed: 0 });
    expect(await at('2026-11-01T20:30:00Z')).toEqual({ made: 1, removed: 0 });
    expect(await at('2026-11-01T21:30:00Z')).toEqual({ made: 0, removed: 0 });
    for (let day = 2; day <= 8; day++) await at(`2026-11-0${day}T20:30:00Z`);
    await verifyBackup(join(folder, '2026-11-09.backup.gz'));
    await expect(stat(join(folder, '2026-11-02.backup.gz'))).rejects.toThrow('ENOENT');
  });

  it('leaves a catalogue version above the present and the restored one, so that every index is rebuilt', async () => {
    const database = await context.database();
    await talk(database, 'học guitar');
    const file = join(folder, 'state.gz');
    await backUp(database, file);
    for (const present of [0, 1, 900]) {
      await database.db.execute(sql`update catalogue_version set version = ${present}`);
      const restored = await catalogueVersionOf(file);
      await restore(database, file, async (tx) => {
        const known = await catalogueVersion(tx);
        return async () => {
          await bumpCatalogueVersion(tx, known);
        };
      });
      expect(await catalogueVersion(database.db)).toBe(Math.max(present, restored) + 1);
    }
  });

  it('keeps its nightly folder to the owner', async () => {
    const database = await context.database();
    const backups = join(folder, 'data', 'backups');
    const at = (time: string) => backUpNightly(database, backups, new Date(time), 'Asia/Ho_Chi_Minh');
    await at('2026-11-01T20:30:00Z');
    expect((await stat(backups)).mode & 0o777).toBe(0o700);
    await chmod(backups, 0o755);
    await at('2026-11-02T20:30:00Z');
    expect((await stat(backups)).mode & 0o777).toBe(0o700);
  });

  it('removes what was kept before a restore after seven days', async () => {
    const database = await context.database();
    const [old, young] = [Date.parse('2026-10-25T20:00:00Z'), Date.parse('2026-10-26T20:00:00Z')];
    for (const time of [old, young]) await writeFile(join(folder, `before-restore-${time}.backup.gz`), '');
    const now = new Date('2026-11-01T20:30:00Z');
    expect(await backUpNightly(database, folder, now, 'Asia/Ho_Chi_Minh')).toEqual({ made: 1, removed: 1 });
    expect((await readdir(folder)).sort()).toEqual(['2026-11-02.backup.gz', `before-restore-${young}.backup.gz`]);
  });

  it('removes the drafts that killed backups left, and no living one and no stranger’s', async () => {
    const database = await context.database();
    // The largest process id of Linux is 4194304.
    const [gone, living] = [5_000_000, process.ppid];
    const drafts = {
      'state.gz': [gone, process.pid],
      '2026-11-01.backup.gz': [gone, process.pid, living],
      'another.txt': [gone],
    };
    for (const [name, owners] of Object.entries(drafts)) {
      for (const owner of owners) await writeFile(join(folder, `${name}.partial-${owner}`), '');
    }
    const abandoned = join(folder, `2026-10-01.backup.gz.partial-${living}`);
    await writeFile(abandoned, '');
    await utimes(abandoned, new Date(0), new Date(0));
    await backUp(database, join(folder, 'state.gz'));
    expect((await readdir(folder)).sort()).toEqual([
      `2026-11-01.backup.gz.partial-${living}`,
      `another.txt.partial-${gone}`,
      'state.gz',
    ]);
  });

  it('makes no folder on the way and does not take the place of one', async () => {
    const database = await context.database();
    await expect(backUp(database, join(folder, 'none', 'state.gz'))).rejects.toThrow(/Không có thư mục .*none/);
    await mkdir(join(folder, 'there'));
    await expect(backUp(database, join(folder, 'there'))).rejects.toThrow(/là thư mục/);
    expect(await readdir(folder)).toEqual(['there']);
  });
});

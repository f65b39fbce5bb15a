import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importRows } from '../../src/catalogue/index.ts';
import type { Database } from '../../src/database/index.ts';
import {
  findWorkshops,
  loadSampleWorkshops,
  noticesDue,
  register,
  workshopById,
  workshopKind,
} from '../../src/workshops/index.ts';
import { describeDatabases } from '../support/databases.ts';
import { addLearners, morning } from '../support/workshops.ts';

const timezone = 'Asia/Ho_Chi_Minh';
let folder: string;
let serial = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bh-workshops-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function load(database: Database, content: string, more: { skipBad?: boolean; source?: string } = {}) {
  const file = join(folder, `f${serial++}.csv`);
  await writeFile(file, content);
  const kind = workshopKind({ timezone, allowedFrom: (moment) => moment });
  return importRows(database, kind, { file, source: 'hoi', clock: () => morning, ...more });
}

const header = 'id,title,starts_at,ends_at,place,ward,capacity,organisation,topics,audience,wheelchair\n';
const first =
  'a,Dùng Zalo,2026-12-05T08:30,2026-12-05T10:30,Nhà văn hóa,Bến Thành,2,Hội Khuyến học,Zalo;mạng,seniors,yes\n';

describeDatabases('import of workshops', (context) => {
  it('brings workshops in at the city’s time; the same file again changes nothing, a moved one tells who registered', async () => {
    const database = await context.database();
    expect(await load(database, header + first)).toMatchObject({ imported: true, read: 1, created: 1 });
    const workshop = await workshopById(database.db, 'a');
    expect(workshop).toMatchObject({
      startsAt: new Date('2026-12-05T01:30:00Z'),
      ward: '26743',
      organisation: 'Hội Khuyến học',
      topics: ['Zalo', 'mạng'],
      audience: ['seniors'],
      wheelchair: true,
    });
    const [an = 0, binh = 0] = await addLearners(database, 2);
    for (const learnerId of [an, binh]) {
      await database.transaction((tx) => register(tx, { workshopKey: workshop?.key ?? 0, learnerId, now: morning }));
    }
    expect(await load(database, header + first)).toMatchObject({ created: 0, updated: 0, unchanged: 1 });
    expect(await load(database, header + first.replaceAll('T08:30', 'T09:00'))).toMatchObject({ updated: 1 });
    const notices = await noticesDue(database.db, { now: morning, limit: 9 });
    expect(notices.map(({ kind, changes }) => [kind, Object.keys(changes ?? {})])).toEqual([
      ['changed', ['startsAt']],
      ['changed', ['startsAt']],
    ]);
    const refused = await load(database, header + first.replace(',2,Hội', ',1,Hội'));
    expect(refused).toMatchObject({ imported: false, problems: [{ row: 2, column: 'capacity' }] });
    expect(refused.problems[0]?.problem).toContain('2 người');
    expect(await load(database, header + first, { source: 'khac' })).toMatchObject({ problems: [{ column: 'id' }] });
  });

  it('reads Vietnamese headings, days first and missing ends, and names row, column and remedy of what is wrong', async () => {
    const database = await context.database();
    const vietnamese = 'Tên hội thảo;Bắt đầu;Địa điểm;Phường/Xã;Số chỗ\n';
    expect(
      await load(database, `${vietnamese}Lừa đảo qua mạng;05/12/2026 18:30;Thư viện;Hiệp Bình;40\n`),
    ).toMatchObject({
      created: 1,
      ignoredColumns: [],
    });
    const { found } = await findWorkshops(database.db, { now: morning, limit: 5, text: 'lua dao' });
    expect(found[0]?.workshop).toMatchObject({
      startsAt: new Date('2026-12-05T11:30:00Z'),
      endsAt: new Date('2026-12-05T13:30:00Z'),
      capacity: 40,
    });
    const bad = await load(database, `${header}b,,mai,2026-12-05T08:00,,Sao Hỏa,x,,,,\n${first}`);
    expect(bad).toMatchObject({ imported: false, created: 0 });
    expect(bad.problems.map(({ row, column }) => [row, column])).toEqual([
      [2, 'starts_at'],
      [2, 'title'],
      [2, 'ward'],
      [2, 'capacity'],
    ]);
    await expect(load(database, 'title,place\nA,B\n')).rejects.toThrow('starts_at');
  });

  it('keeps sample workshops always to come, registers nobody for them, and removes them with the first real ones', async () => {
    const database = await context.database();
    const sample = (setting: 'auto' | 'no', now: Date) => loadSampleWorkshops(database, { setting, now, timezone });
    expect(await sample('no', morning)).toEqual({ created: 0 });
    expect((await sample('auto', morning)).created).toBeGreaterThan(2);
    expect(await sample('auto', morning)).toEqual({ created: 0 });
    const later = new Date('2027-01-20T03:00:00Z');
    expect((await sample('auto', later)).created).toBeGreaterThan(2);
    const { found } = await findWorkshops(database.db, { now: later, limit: 9 });
    expect(found.every(({ workshop }) => workshop.sample && workshop.startsAt > later)).toBe(true);
    const [learnerId = 0] = await addLearners(database, 1);
    const workshopKey = found[0]?.workshop.key ?? 0;
    expect(await database.transaction((tx) => register(tx, { workshopKey, learnerId, now: later }))).toEqual({
      kind: 'sample',
    });
    await load(database, header + first);
    expect(
      (await findWorkshops(database.db, { now: morning, limit: 9 })).found.map(({ workshop }) => workshop.id),
    ).toEqual(['a']);
    expect(await sample('auto', later)).toEqual({ created: 0 });
  });
});

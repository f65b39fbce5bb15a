import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  catalogueVersion,
  demandKind,
  importedOccupations,
  importRows,
  occupationKind,
  recentDemand,
} from '../../src/catalogue/index.ts';
import type { Database } from '../../src/database/index.ts';
import { describeDatabases } from '../support/databases.ts';

let folder: string;
let serial = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bh-careers-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const clock = () => new Date('2026-11-30T03:00:00Z');

async function load(database: Database, kind: 'occupations' | 'demand', content: string, more = {}) {
  const file = join(folder, `f${serial++}.csv`);
  await writeFile(file, content);
  const request = { file, source: 'so-lao-dong', clock, ...more };
  return kind === 'demand' ? importRows(database, demandKind, request) : importRows(database, occupationKind, request);
}

const occupations =
  'Tên nghề;Kỹ năng;Tên tiếng Anh;Tên khác\nThợ lắp rèm;"may rèm;khoan bắt vít";Curtain fitter;"lắp rèm;treo rèm"\n';

describeDatabases('import of occupations and of demand', (context) => {
  it('brings occupations in, known by their name; the same file again changes nothing, another source may not', async () => {
    const database = await context.database();
    expect(await load(database, 'occupations', occupations)).toMatchObject({ imported: true, created: 1 });
    expect(await importedOccupations(database.db)).toEqual([
      {
        id: 'tho lap rem',
        title: 'Thợ lắp rèm',
        titleEn: 'Curtain fitter',
        skills: ['may rèm', 'khoan bắt vít'],
        synonyms: ['lắp rèm', 'treo rèm'],
        esco: undefined,
      },
    ]);
    const version = await catalogueVersion(database.db);
    expect(await load(database, 'occupations', occupations)).toMatchObject({ unchanged: 1, created: 0, updated: 0 });
    expect(await catalogueVersion(database.db)).toBe(version);
    expect(await load(database, 'occupations', occupations.replace('may rèm', 'cắt may'))).toMatchObject({
      updated: 1,
    });
    expect(await catalogueVersion(database.db)).toBeGreaterThan(version);
    const other = await load(database, 'occupations', occupations, { source: 'khac' });
    expect(other).toMatchObject({ imported: false, problems: [{ row: 2, column: 'title' }] });
  });

  it('names row, column and remedy of what is wrong, and writes nothing then', async () => {
    const database = await context.database();
    const wrong = 'title,skills,esco\nThợ rèn,,http://example.example/1\n';
    const result = await load(database, 'occupations', wrong);
    expect(result.problems.map(({ row, column }) => [row, column])).toEqual([
      [2, 'skills'],
      [2, 'esco'],
    ]);
    const demand = await load(database, 'demand', 'month,skill,postings\n13/2026,may,5\n2026-10,may,nhiều\n');
    expect(demand.imported).toBe(false);
    expect(demand.problems.map(({ row, column }) => [row, column])).toEqual([
      [2, 'month'],
      [3, 'postings'],
    ]);
    expect(await recentDemand(database.db, 6)).toEqual([]);
  });

  it('keeps demand by month and skill whatever the spelling, and gives back the newest months only', async () => {
    const database = await context.database();
    const file = 'Tháng,Kỹ năng,Số tin\n2026-10,Kế toán,120\n09/2026,kế toán,1.100\n2026-01,kế toán,90\n';
    expect(await load(database, 'demand', file)).toMatchObject({ imported: true, created: 3 });
    expect(await load(database, 'demand', file)).toMatchObject({ unchanged: 3 });
    expect(await load(database, 'demand', 'month,skill,postings\n2026-10,ke toan,121\n')).toMatchObject({ updated: 1 });
    expect(await recentDemand(database.db, 6)).toEqual([
      { month: '2026-09-01', skill: 'kế toán', postings: 1100, sample: false },
      { month: '2026-10-01', skill: 'ke toan', postings: 121, sample: false },
    ]);
  });
});

import { sql } from 'drizzle-orm';
import { expect, it, vi } from 'vitest';
import {
  courseById,
  findReport,
  linesKept,
  listReports,
  recentImports,
  reportLines,
} from '../../src/catalogue/index.ts';
import type { Database } from '../../src/database/index.ts';
import { deleteOld } from '../../src/retention.ts';
import { describeDatabases } from '../support/databases.ts';
import { importMorning, importText, testKinds } from '../support/importing.ts';

vi.setConfig({ testTimeout: 120_000 });

const header = 'id,title,provider,price_vnd,starts_on,description\n';
const file = (...rows: readonly string[]): string => header + rows.map((row) => `${row}\n`).join('');
const a = 'a,Đan lát,Đơn vị 1,500000,2026-12-01,Một';
const b = 'b,Gốm,Đơn vị 1,0,,Hai';

async function importing(database: Database, content: string, source = 'truong') {
  const { report } = await importText(database, 'courses', content, { source });
  const found = await findReport(database.db, report ?? 0);
  if (found === undefined) throw new Error('There is no report.');
  const lines = await reportLines(database.db, found.id, { limit: 100 });
  return { ...found, lines: lines.map(({ position, ...line }) => line) };
}

describeDatabases('the report of an import', (context) => {
  it('says what was added, and of what changed which fields from what to what', async () => {
    const database = await context.database();
    expect(await importing(database, file(a, b))).toMatchObject({
      counts: { added: 2, changed: 0, relisted: 0, missing: 0, unchanged: 0 },
      isWhole: false,
      more: 0,
      finishedAt: importMorning,
      lines: [
        { change: 'added', id: 'a', title: 'Đan lát', fields: [] },
        { change: 'added', id: 'b', title: 'Gốm', fields: [] },
      ],
    });
    const next = await importing(database, file('a,Đan lát tre,Đơn vị 2,600000,2026-12-08,Một', b));
    expect(next).toMatchObject({ counts: { added: 0, changed: 1, unchanged: 1 } });
    expect(next.lines).toEqual([
      {
        change: 'changed',
        id: 'a',
        title: 'Đan lát tre',
        fields: [
          { field: 'title', from: 'Đan lát', to: 'Đan lát tre' },
          { field: 'price_vnd', from: '500000', to: '600000' },
          { field: 'starts_on', from: '2026-12-01', to: '2026-12-08' },
          { field: 'provider', from: 'Đơn vị 1', to: 'Đơn vị 2' },
        ],
      },
    ]);
    const again = await importing(database, file('a,Đan lát tre,Đơn vị 2,600000,2026-12-08,Một', b));
    expect(again).toMatchObject({ counts: { changed: 0, unchanged: 2 }, lines: [] });
    expect((await recentImports(database.db, 1))[0]?.report).toBe(again.id);
    expect((await listReports(database.db, { limit: 10 })).map(({ id }) => id)).toEqual([
      again.id,
      next.id,
      next.id - 1,
    ]);
    const { lines } = await importing(database, file(`a,Đan lát tre,Đơn vị 2,600000,2026-12-08,${'x'.repeat(999)}`));
    expect(lines[0]?.fields).toEqual([{ field: 'description', from: 'Một', to: `${'x'.repeat(199)}…` }]);
  });

  it('says what its source no longer lists, and what it lists again, changed or not', async () => {
    const database = await context.database();
    await importing(database, file(a, b));
    const { report } = await importText(database, 'courses', file(a), { source: 'truong' });
    const { version: before } =
      (await database.db.execute<{ version: string }>(sql`select version from catalogue_version`)).rows[0] ?? {};
    const counts = await testKinds.courses?.noteMissing?.(database, {
      source: 'truong',
      isListed: (id) => id === 'a',
      marks: true,
      now: importMorning,
      report,
    });
    expect(counts).toMatchObject({ missing: 1, rows: 2 });
    expect(await findReport(database.db, report ?? 0)).toMatchObject({ counts: { missing: 1 }, isWhole: true });
    expect(await reportLines(database.db, report ?? 0, { limit: 10 })).toMatchObject([
      { change: 'missing', id: 'b', title: 'Gốm', fields: [] },
    ]);
    expect(await courseById(database.db, 'b')).toMatchObject({ isUnlisted: true });
    // Whoever holds courses in memory follows by the version.
    const { rows } = await database.db.execute(
      sql`select 1 from course where public_id = 'b' and change_version > ${before}`,
    );
    expect(rows).toHaveLength(1);
    const back = await importing(database, file(a, b));
    expect(back).toMatchObject({
      counts: { relisted: 1, changed: 0 },
      lines: [{ change: 'relisted', id: 'b', fields: [] }],
    });
    expect(await courseById(database.db, 'b')).toMatchObject({ isUnlisted: false, sunkUntil: undefined });
  });

  it('is searched by kind of change and by words, and read page by page', async () => {
    const database = await context.database();
    await importing(database, file(a));
    const { id } = await importing(database, file('a,Đan lát,Đơn vị 1,1,,', b, 'c,Đàn tranh,Đơn vị 1,0,,'));
    const found = async (look: Partial<Parameters<typeof reportLines>[2]>) =>
      (await reportLines(database.db, id, { limit: 10, ...look })).map((line) => line.id);
    expect(await found({ change: 'added' })).toEqual(['b', 'c']);
    expect(await found({ change: 'changed' })).toEqual(['a']);
    expect(await found({ words: ' GỐM' })).toEqual(['b']);
    expect(await found({ words: '%' })).toEqual([]);
    const [first] = await reportLines(database.db, id, { limit: 1 });
    expect(await found({ after: first?.position })).toEqual(['b', 'c']);
  });

  it('keeps a bounded number of lines and imports, and counts all', async () => {
    const database = await context.database();
    const rows = Array.from({ length: linesKept + 700 }, (_, at) => `k${at},Khóa ${at},Đơn vị,0,,`);
    const big = await importing(database, file(...rows), 'lon');
    expect(big).toMatchObject({ counts: { added: linesKept + 700 }, more: 700 });
    const { rows: kept } = await database.db.execute(
      sql`select count(*)::int as count, max(position) as last from import_change where report_id = ${big.id}`,
    );
    expect(kept).toEqual([{ count: linesKept, last: linesKept }]);
    for (let at = 0; at < 21; at++) await importing(database, file(`a,Lần ${at},Đơn vị,0,,`));
    const ours = (await listReports(database.db, { limit: 100 })).filter(({ source }) => source === 'truong');
    expect(ours).toHaveLength(20);
    expect(await findReport(database.db, big.id)).toBeDefined();
    const year = new Date(importMorning.getTime() + 366 * 86_400_000);
    expect((await deleteOld(database, year)).importReports).toBe(linesKept + 20 + 21);
    expect(await listReports(database.db, { limit: 100 })).toEqual([]);
  });

  it('is not made of samples, of refused files and of kinds without one', async () => {
    const database = await context.database();
    await importText(database, 'courses', file(a), { sample: true });
    await importText(database, 'courses', file('x,,Đơn vị,0,,'));
    await importText(database, 'scholarships', 'id,title,provider\nz,Học bổng Z,Quỹ Z\n');
    expect(await listReports(database.db, { limit: 10 })).toEqual([]);
  });
});

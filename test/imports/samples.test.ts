import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Database } from '../../src/database/index.ts';
import { exampleOf, loadSamples } from '../../src/imports/index.ts';
import { streamInternships, streamScholarships } from '../../src/opportunities/index.ts';
import { describeDatabases } from '../support/databases.ts';
import { importMorning, importText, testKinds } from '../support/importing.ts';

const timezone = 'Asia/Ho_Chi_Minh';

const load = (database: Database, setting: 'auto' | 'yes' | 'no', now = importMorning) =>
  loadSamples({ database, kinds: testKinds, setting, clock: () => now, timezone });

async function all<Row>(slices: AsyncGenerator<Row[]>): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const slice of slices) rows.push(...slice);
  return rows;
}

describeDatabases('sample rows', (context) => {
  it('come once, marked, with dates to come that move on with the month', async () => {
    const database = await context.database();
    expect(await load(database, 'no')).toEqual({});
    expect(await load(database, 'auto')).toEqual({
      organisations: 15,
      scholarships: 12,
      internships: 12,
      places: 60,
      history: 3,
    });
    expect(await load(database, 'auto')).toEqual({});
    const january = new Date('2027-01-20T03:00:00Z');
    for (const now of [importMorning, january]) {
      await load(database, 'auto', now);
      const today = now.toISOString().slice(0, 10);
      const scholarships = await all(streamScholarships(database.db, 5));
      expect(scholarships).toHaveLength(12);
      for (const each of scholarships) {
        expect(each).toMatchObject({ sample: true, title: expect.stringContaining('(mẫu)') });
        expect((each.deadline ?? '') > today, each.id).toBe(true);
      }
      const internships = await all(streamInternships(database.db, 100));
      expect(internships).toHaveLength(12);
      for (const each of internships) expect((each.startsOn ?? '') > (each.deadline ?? ''), each.id).toBe(true);
    }
  });

  it('leave with the first real import of their kind only, and stay away unless asked for', async () => {
    const database = await context.database();
    await load(database, 'auto');
    await importText(database, 'internships', 'title,organisation\nThực tập thật,Công ty thật\n');
    expect(await all(streamInternships(database.db, 100))).toMatchObject([{ title: 'Thực tập thật', sample: false }]);
    expect(await all(streamScholarships(database.db, 100))).toHaveLength(12);
    expect(await load(database, 'auto')).toEqual({});
    expect(await load(database, 'yes')).toEqual({ internships: 12 });
    const { rows } = await database.db.execute(sql`select count(*)::int as count from internship where sample`);
    expect(rows).toEqual([{ count: 12 }]);
  });

  it('are files that can be imported as they are offered', async () => {
    const database = await context.database();
    for (const kind of Object.keys(testKinds)) {
      const example = await exampleOf(kind, importMorning, timezone);
      if (example !== undefined)
        expect(await importText(database, kind, example), kind).toMatchObject({ imported: true, ignoredColumns: [] });
    }
    expect(await exampleOf('workshops', importMorning, timezone)).toBeUndefined();
  });
});

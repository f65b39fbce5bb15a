import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { audiences } from '../catalogue/index.ts';
import type { Database } from '../database/index.ts';
import { findWard } from '../places/index.ts';
import { atWallClock, wallClock } from '../time/index.ts';
import { insertWorkshop } from './create.ts';
import { createProgramme } from './programme.ts';
import { programmeKinds } from './schema.ts';

const programmesFile = new URL('../../content/programmes/sample.csv', import.meta.url);
const sampleFile = new URL('../../content/workshops/sample.csv', import.meta.url);

const list = z.string().transform((cell) => cell.split(';').filter((each) => each !== ''));
const time = z.string().regex(/^\d{2}:\d{2}$/);

const sampleRow = z.object({
  id: z.string(),
  title: z.string(),
  in_days: z.coerce.number().int(),
  starts: time,
  ends: time,
  place: z.string(),
  ward: z.string(),
  capacity: z.coerce.number().int(),
  topics: list,
  audience: list.pipe(z.array(z.enum(audiences))),
  wheelchair: z.enum(['yes', 'no']),
  description: z.string(),
});

const programmeRow = sampleRow.omit({ audience: true, wheelchair: true }).extend({
  kind: z.enum(programmeKinds),
  sessions: z.coerce.number().int().min(1),
});

/**
 * Loads the sample workshops, some days from now; those that are over are made anew with the next start, so that there is always something
 * to look at. `auto`: only while nobody has made or imported a real one.
 */
export async function loadSampleWorkshops(
  database: Database,
  options: { readonly setting: 'auto' | 'yes' | 'no'; readonly now: Date; readonly timezone: string },
): Promise<{ created: number }> {
  const { setting, now, timezone } = options;
  if (setting === 'no') return { created: 0 };
  const { rows } = await database.db.execute<{ real: boolean }>(sql`
    select exists (select 1 from workshop where not sample)
      or exists (select 1 from import_run where kind = 'workshops') as real`);
  if (setting === 'auto' && rows[0]?.real === true) return { created: 0 };
  const records: unknown = parse(await readFile(sampleFile), { columns: true, bom: true });
  const today = wallClock(now, timezone);
  return database.transaction(async (tx) => {
    await tx.execute(sql`delete from workshop where sample and ends_at <= ${now}`);
    let created = 0;
    for (const row of z.array(sampleRow).parse(records)) {
      const at = (clock: string): Date => {
        const [hour = 0, minute = 0] = clock.split(':').map(Number);
        return atWallClock({ ...today, day: today.day + row.in_days, hour, minute }, timezone);
      };
      const ward = findWard(row.ward);
      const made = await insertWorkshop(
        tx,
        {
          ...row,
          startsAt: at(row.starts),
          endsAt: at(row.ends),
          ward: ward.kind === 'found' ? ward.ward.code : undefined,
          wheelchair: row.wheelchair === 'yes',
        },
        { source: 'sample', sample: true },
        now,
      );
      if (made !== undefined) created++;
    }
    const programmes: unknown = parse(await readFile(programmesFile), { columns: true, bom: true });
    for (const { in_days, sessions, ...row } of z.array(programmeRow).parse(programmes)) {
      const ward = findWard(row.ward);
      const at = (week: number, clock: string): Date => {
        const [hour = 0, minute = 0] = clock.split(':').map(Number);
        return atWallClock({ ...today, day: today.day + in_days + 7 * week, hour, minute }, timezone);
      };
      const made = await createProgramme(
        tx,
        {
          ...row,
          ward: ward.kind === 'found' ? ward.ward.code : undefined,
          sessions: Array.from({ length: sessions }, (_, week) => ({
            startsAt: at(week, row.starts),
            endsAt: at(week, row.ends),
          })),
        },
        { staffId: undefined, now, origin: { source: 'sample', sample: true } },
      );
      if (made !== undefined) created++;
    }
    return { created };
  });
}

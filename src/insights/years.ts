import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { wardCells } from './figure.ts';
import { publishedTotal } from './published.ts';
import { yearlyHistory } from './yearly-history.ts';

/** A year of the city. */
export interface YearOfFigures {
  readonly year: number;
  /** Online courses that were on offer. */
  readonly courses: number;
  /** Different people who took or opened a course, or opened a lesson; in steps of five, 0 when hidden. */
  readonly participants: number;
  /** All courses, those in a room too; undefined for imported years. */
  readonly allCourses: number | undefined;
  /** Different people who searched, did something with a course, or learnt; undefined for imported years. */
  readonly active: number | undefined;
  /** From a file of the city, or counted here. */
  readonly source: 'imported' | 'counted';
  readonly sample: boolean;
}

/** The last day that is in the figures, `YYYY-MM-DD`; undefined before the first night. */
export async function countedUntil(db: Queryable): Promise<string | undefined> {
  const { rows } = await db.execute<{ day: string | null }>(sql`select max(day)::text as day from figure_day`);
  return rows[0]?.day ?? undefined;
}

/** A sum over the wards of a figure, as it is shown. */
export async function totalsByPeriod(db: Queryable, figure: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await db.execute<{ period: string; people: number; published: number }>(sql`
    select period, sum(people)::int as people, sum(published)::int as published from figure_cell
    where figure = ${figure} group by period`);
  return new Map(rows.map((row) => [row.period, publishedTotal(row, wardCells)]));
}

/** Every year there is anything of, the oldest first. What the city imported of a year stands before what was counted in it. */
export async function figuresByYear(db: Queryable): Promise<YearOfFigures[]> {
  const [history, participants, active] = [
    await yearlyHistory(db),
    await totalsByPeriod(db, 'participant'),
    await totalsByPeriod(db, 'active'),
  ];
  const { rows } = await db.execute<{ year: number; courses: number; all_courses: number }>(sql`
    select year, count(*) filter (where is_online)::int as courses, count(*)::int as all_courses from offered_course
    group by year`);
  const offered = new Map(rows.map((row) => [row.year, row]));
  const years = new Map<number, YearOfFigures>();
  for (const row of history)
    years.set(row.year, { ...row, allCourses: undefined, active: undefined, source: 'imported' });
  for (const year of new Set([...offered.keys(), ...[...active.keys()].map(Number)])) {
    if (years.get(year)?.sample === false) continue;
    years.set(year, {
      year,
      courses: offered.get(year)?.courses ?? 0,
      participants: participants.get(String(year)) ?? 0,
      allCourses: offered.get(year)?.all_courses ?? 0,
      active: active.get(String(year)) ?? 0,
      source: 'counted',
      sample: false,
    });
  }
  return [...years.values()].sort((a, b) => a.year - b.year);
}

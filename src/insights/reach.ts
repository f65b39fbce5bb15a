import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { wards } from '../places/index.ts';
import { everPeriod, type ReachFigure, reachFigures, wardCells } from './figure.ts';
import { publishedTotal } from './published.ts';

/** Different people by figure, in steps of five; 0 is a hidden group or nobody. */
export type ReachCounts = Readonly<Record<ReachFigure, number>>;

export interface Reach {
  readonly year: number;
  /** All units of the city by their code, those without anybody too. */
  readonly wards: ReadonlyMap<string, ReachCounts>;
  /** Those whose ward is not known. */
  readonly elsewhere: ReachCounts;
  readonly total: ReachCounts;
}

const none: ReachCounts = { learner: 0, active: 0, participant: 0, asked: 0, answered: 0 };

/** The years of which reach was counted, the newest first. */
export async function reachYears(db: Queryable): Promise<number[]> {
  const { rows } = await db.execute<{ year: number }>(sql`
    select distinct period::int as year from figure_cell where figure = 'active' order by 1 desc`);
  return rows.map(({ year }) => year);
}

/** Whom the city reached in a year, by ward. `learner` is of all time. */
export async function reachByWard(db: Queryable, year: number): Promise<Reach> {
  const { rows } = await db.execute<{ figure: ReachFigure; cell: string; people: number; published: number }>(sql`
    select figure, cell, people, published from figure_cell
    where topic = '' and ((figure = 'learner' and period = ${everPeriod})
      or (figure in ('active', 'participant', 'asked', 'answered') and period = ${String(year)}))`);
  const byWard = new Map<string, ReachCounts>(wards.map(({ code }) => [code, none]));
  let elsewhere = none;
  const sums = new Map(reachFigures.map((figure) => [figure, { people: 0, published: 0 }]));
  for (const { figure, cell, people, published } of rows) {
    const before = byWard.get(cell);
    if (before === undefined) elsewhere = { ...elsewhere, [figure]: elsewhere[figure] + published };
    else byWard.set(cell, { ...before, [figure]: published });
    const sum = sums.get(figure);
    if (sum !== undefined) sums.set(figure, { people: sum.people + people, published: sum.published + published });
  }
  const totalOf = (figure: ReachFigure): number =>
    // Who is among the learners has told a ward.
    publishedTotal(sums.get(figure) ?? { people: 0, published: 0 }, figure === 'learner' ? wardCells - 1 : wardCells);
  const total = Object.fromEntries(reachFigures.map((figure) => [figure, totalOf(figure)])) as Record<
    ReachFigure,
    number
  >;
  return { year, wards: byWard, elsewhere, total };
}

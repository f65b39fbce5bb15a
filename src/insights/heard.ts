import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { type HeardKind, heardKinds, type SettledWithin, settledWithin } from './figure.ts';
import { publishedTotal } from './published.ts';

/** Who wrote to staff of a kind in a year, and who has an answer; different people, in steps of five, 0 when hidden. */
export interface HeardFigures {
  readonly kind: HeardKind;
  readonly people: number;
  readonly settled: number;
  /** By days until the first answer. */
  readonly within: Readonly<Record<SettledWithin, number>>;
}

/** The years of which feedback was counted, the newest first. */
export async function heardYears(db: Queryable): Promise<number[]> {
  const { rows } = await db.execute<{ year: number }>(sql`
    select distinct period::int as year from figure_cell where figure = 'heard' order by 1 desc`);
  return rows.map(({ year }) => year);
}

/** What was heard in a year, by kind. */
export async function heardByKind(db: Queryable, year: number): Promise<HeardFigures[]> {
  const { rows } = await db.execute<{
    figure: string;
    topic: string;
    cell: string;
    people: number;
    published: number;
  }>(sql`
    select figure, topic, cell, people, published from figure_cell
    where figure in ('heard', 'settled') and period = ${String(year)}`);
  return heardKinds.map((kind) => {
    const settled = rows.filter((row) => row.figure === 'settled' && row.topic === kind);
    const sum = settled.reduce(
      (all, { people, published }) => ({ people: all.people + people, published: all.published + published }),
      { people: 0, published: 0 },
    );
    const within = (bucket: SettledWithin): number => settled.find(({ cell }) => cell === bucket)?.published ?? 0;
    return {
      kind,
      people: rows.find((row) => row.figure === 'heard' && row.topic === kind)?.published ?? 0,
      settled: publishedTotal(sum, settledWithin.length),
      within: { '1': within('1'), '3': within('3'), '7': within('7'), more: within('more') },
    };
  });
}

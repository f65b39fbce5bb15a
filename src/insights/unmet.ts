import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { wardCells } from './figure.ts';
import { figureStep, publishedTotal } from './published.ts';
import { standingAnswers, type WishAnswer } from './wish-answer.ts';

/** A subject that people wished for and nothing fitted. */
export interface UnmetTopic {
  /** A concept of the taxonomy, or `other`. */
  readonly topic: string;
  /** Different people in the asked quarter, in steps of five; never a hidden group. */
  readonly people: number;
  /** The same in the quarters of `quarters`, the oldest first; 0 when hidden. */
  readonly trend: readonly number[];
  /** What the city did about it, the newest first. */
  readonly answers: readonly WishAnswer[];
}

export interface UnmetWishes {
  readonly quarter: string | undefined;
  /** Quarters there are, the oldest first, at most two years of them. */
  readonly quarters: readonly string[];
  readonly topics: readonly UnmetTopic[];
}

/** A ward's code, or nothing for the whole city. */
export interface UnmetFilter {
  readonly quarter?: string | undefined;
  readonly ward?: string | undefined;
}

const quartersShown = 8;

/** What people wished for in vain, most wanted first, in the newest quarter unless another is asked for. */
export async function unmetWishes(db: Queryable, filter: UnmetFilter = {}): Promise<UnmetWishes> {
  const { rows: periods } = await db.execute<{ period: string }>(sql`
    select distinct period from figure_cell where figure = 'unmet' order by period desc limit ${quartersShown}`);
  const quarters = periods.map(({ period }) => period).reverse();
  const quarter = filter.quarter !== undefined && quarters.includes(filter.quarter) ? filter.quarter : quarters.at(-1);
  if (quarter === undefined) return { quarter, quarters, topics: [] };
  const { rows } = await db.execute<{ topic: string; period: string; people: number; published: number }>(sql`
    select topic, period, sum(people)::int as people, sum(published)::int as published from figure_cell
    where figure = 'unmet' and period = any(${sql.param(quarters)}::text[])
      and (${filter.ward ?? null}::text is null or cell = ${filter.ward ?? ''})
    group by topic, period`);
  const trends = new Map<string, Map<string, number>>();
  for (const row of rows) {
    const shown = filter.ward === undefined ? publishedTotal(row, wardCells) : row.published;
    const trend = trends.get(row.topic) ?? new Map<string, number>();
    trends.set(row.topic, trend.set(row.period, shown));
  }
  const answers = await standingAnswers(db);
  const topics = [...trends]
    .map(([topic, trend]) => ({
      topic,
      people: trend.get(quarter) ?? 0,
      trend: quarters.map((each) => trend.get(each) ?? 0),
      answers: answers.get(topic) ?? [],
    }))
    .filter(({ people }) => people >= figureStep)
    .sort((a, b) => b.people - a.people || (a.topic < b.topic ? -1 : 1));
  return { quarter, quarters, topics };
}

/** The wards in which a subject was wished for in vain in a quarter, most wanted first; hidden groups are left out. */
export async function unmetByWard(
  db: Queryable,
  quarter: string,
): Promise<{ readonly topic: string; readonly ward: string; readonly people: number }[]> {
  const { rows } = await db.execute<{ topic: string; ward: string; people: number }>(sql`
    select topic, cell as ward, published as people from figure_cell
    where figure = 'unmet' and period = ${quarter} and published > 0 order by people desc, topic, ward`);
  return rows;
}

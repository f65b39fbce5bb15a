import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Database, Queryable } from '../../src/database/index.ts';
import { seeded } from '../../src/discovery/index.ts';
import {
  heardByKind,
  heardKinds,
  type ReachFigure,
  reachByWard,
  reachFigures,
  rollUpFigures,
  settledWithin,
  unmetByWard,
  unmetWishes,
} from '../../src/insights/index.ts';
import { wards } from '../../src/places/index.ts';
import { inventActivity, writeActivity } from '../support/city-activity.ts';
import { cityCourses } from '../support/city-courses.ts';
import { describeDatabase } from '../support/databases.ts';

/** The least and the most people that a group can have, as far as somebody can tell. */
type Bounds = readonly [least: number, most: number];

/** One day's tables as an attacker reads them: what each number says of the people behind it, and how numbers hang together. */
interface Published {
  readonly cells: ReadonlyMap<string, Bounds>;
  readonly sums: readonly { readonly of: readonly string[]; readonly bounds: Bounds }[];
  /** The people of the first are among those of the second. */
  readonly within: readonly (readonly [string, string])[];
}

/** How a number of people, and a sum of such, is written into a table; and what a reader of it knows. */
interface Rule {
  cell(people: number, published: number): Bounds;
  sum(people: number, published: number): Bounds;
}

const year = 2026;
const quarter = '2026-4';
const subjects = ['ke-toan', 'guitar', 'anh-giao-tiep', 'cat-may', 'other'];
const places = [...wards.map(({ code }) => code), ''];

/** What the pages show of a day, by the functions that they read. */
async function shownNumbers(db: Queryable): Promise<Map<string, number>> {
  const shown = new Map<string, number>();
  const reach = await reachByWard(db, year);
  for (const figure of reachFigures) {
    for (const [ward, counts] of reach.wards) shown.set(`${figure} ${ward}`, counts[figure]);
    shown.set(`${figure} `, reach.elsewhere[figure]);
    shown.set(`${figure} total`, reach.total[figure]);
  }
  for (const { topic, people } of (await unmetWishes(db, { quarter })).topics) shown.set(`${topic} total`, people);
  for (const { topic, ward, people } of await unmetByWard(db, quarter)) shown.set(`${topic} ${ward}`, people);
  for (const { kind, people, settled, within } of await heardByKind(db, year)) {
    shown.set(`heard ${kind}`, people);
    shown.set(`${kind} total`, settled);
    for (const bucket of settledWithin) shown.set(`${kind} ${bucket}`, within[bucket]);
  }
  return shown;
}

/** The people behind the same numbers. */
async function trueNumbers(database: Database): Promise<Map<string, number>> {
  const { rows } = await database.db.execute<{ figure: string; topic: string; cell: string; people: number }>(sql`
    select figure, topic, cell, people from figure_cell where period in ('all', ${String(year)}, ${quarter})`);
  const people = new Map<string, number>();
  for (const row of rows) {
    const name = row.topic === '' ? row.figure : row.topic;
    const key = row.figure === 'heard' ? `heard ${row.topic}` : `${name} ${row.cell}`;
    people.set(key, row.people);
    if (row.figure !== 'heard') people.set(`${name} total`, (people.get(`${name} total`) ?? 0) + row.people);
  }
  return people;
}

const tables = [
  ...reachFigures.map((name) => ({ name, parts: places })),
  ...subjects.map((name) => ({ name, parts: places })),
  ...heardKinds.map((name) => ({ name, parts: [...settledWithin] })),
];
const inside: readonly (readonly [ReachFigure, ReachFigure])[] = [
  ['participant', 'active'],
  ['asked', 'active'],
  ['answered', 'asked'],
];

function read(rule: Rule, people: ReadonlyMap<string, number>, shown: ReadonlyMap<string, number>): Published {
  const cells = new Map<string, Bounds>();
  const sums: Published['sums'][number][] = [];
  for (const { name, parts } of tables) {
    const keys = parts.map((part) => `${name} ${part}`);
    for (const key of keys) cells.set(key, rule.cell(people.get(key) ?? 0, shown.get(key) ?? 0));
    const total = `${name} total`;
    sums.push({ of: keys, bounds: rule.sum(people.get(total) ?? 0, shown.get(total) ?? 0) });
  }
  for (const kind of heardKinds) {
    const key = `heard ${kind}`;
    cells.set(key, rule.cell(people.get(key) ?? 0, shown.get(key) ?? 0));
  }
  const within = inside.flatMap(([less, more]) =>
    places.map((place) => [`${less} ${place}`, `${more} ${place}`] as const),
  );
  return { cells, sums, within };
}

/** Draws every conclusion about single cells, over all days together, until no bound moves any more. */
function conclude(days: readonly Published[]): Map<string, [number, number]>[] {
  const known = days.map(
    ({ cells }) => new Map([...cells].map(([key, [least, most]]) => [key, [least, most] as [number, number]])),
  );
  let moved = true;
  const tighten = (bounds: [number, number] | undefined, least: number, most: number): void => {
    if (bounds === undefined) return;
    if (least > bounds[0]) [bounds[0], moved] = [least, true];
    if (most < bounds[1]) [bounds[1], moved] = [most, true];
  };
  while (moved) {
    moved = false;
    for (const [day, { sums, within }] of days.entries()) {
      const today = known[day];
      for (const { of, bounds } of sums) {
        let [least, most] = [0, 0];
        for (const key of of) {
          least += today?.get(key)?.[0] ?? 0;
          most += today?.get(key)?.[1] ?? 0;
        }
        for (const key of of) {
          const own = today?.get(key);
          if (own !== undefined) tighten(own, bounds[0] - (most - own[1]), bounds[1] - (least - own[0]));
        }
      }
      for (const [less, more] of within) {
        tighten(today?.get(more), today?.get(less)?.[0] ?? 0, Number.POSITIVE_INFINITY);
        tighten(today?.get(less), 0, today?.get(more)?.[1] ?? 0);
      }
      // Nobody is taken out of a figure again.
      for (const [key, bounds] of known[day + 1] ?? []) {
        tighten(bounds, today?.get(key)?.[0] ?? 0, Number.POSITIVE_INFINITY);
        tighten(today?.get(key), 0, bounds[1]);
      }
    }
  }
  return known;
}

/** Groups of which somebody would know that they have people, but fewer than five: cells, those who came between two days, those in one figure and not in another. */
function foundOut(days: readonly Published[]): string[] {
  const known = conclude(days);
  const found: string[] = [];
  const look = (name: string, least: number, most: number): void => {
    if (least >= 1 && most <= 4) found.push(`${name}: ${least}–${most}`);
  };
  for (const [day, cells] of known.entries()) {
    for (const [key, [least, most]] of cells) {
      look(`${key} on day ${day}`, least, most);
      for (const [later, others] of known.entries()) {
        const other = later > day ? others.get(key) : undefined;
        if (other !== undefined) look(`${key} from day ${day} to ${later}`, other[0] - most, other[1] - least);
      }
    }
    for (const [less, more] of days[day]?.within ?? []) {
      const one: Bounds = cells.get(less) ?? [0, 0];
      const other: Bounds = cells.get(more) ?? [0, 0];
      look(`${more} without ${less} on day ${day}`, other[0] - one[1], other[1] - one[0]);
    }
    for (const { of, bounds } of days[day]?.sums ?? []) {
      const shown = of.filter((key) => (days[day]?.cells.get(key)?.[0] ?? 0) > 0);
      const ends = shown.reduce(
        ([least, most], key) => [least + (cells.get(key)?.[0] ?? 0), most + (cells.get(key)?.[1] ?? 0)] as const,
        [0, 0] as readonly [number, number],
      );
      look(`rest of ${of[0]} on day ${day}`, bounds[0] - ends[1], bounds[1] - ends[0]);
    }
  }
  return found;
}

const inSteps: Rule = {
  cell: (_, published) => [published, published + 4],
  // A sum may be shown lower than it is: its upper end is open.
  sum: (_, published) => [published, Number.POSITIVE_INFINITY],
};
/** The same for who does not know that a sum may be lowered, and trusts it. */
const trusting: Rule = { ...inSteps, sum: (_, published) => [published, published + 4] };
/** What many reports do: exact numbers, small groups left out. */
const leftOut: Rule = {
  cell: (people) => (people < 5 ? [0, 4] : [people, people]),
  sum: (people) => [people, people],
};

describeDatabase('embedded', 'an attacker who holds every table of every day against each other', (context) => {
  for (const { learners, acts, seed } of [
    { learners: 60, acts: 500, seed: 1 },
    { learners: 400, acts: 3000, seed: 2 },
  ]) {
    it(`finds out no group under five among ${learners} learners`, async () => {
      const database = await context.database();
      const until = new Date('2026-11-23T17:45:00Z');
      const courses = await cityCourses(database);
      const activity = inventActivity({
        learners,
        acts,
        days: 10,
        until,
        courses: courses.keys.length,
        random: seeded(seed),
      });
      await writeActivity(database, activity, courses.keys);
      const people: Map<string, number>[] = [];
      const shown: Map<string, number>[] = [];
      for (let day = 9; day >= 0; day--) {
        const now = new Date(until.getTime() - day * 86_400_000);
        await rollUpFigures({ database, clock: () => now, timezone: 'Asia/Ho_Chi_Minh', owner: 'test' });
        people.push(await trueNumbers(database));
        shown.push(await shownNumbers(database.db));
      }
      const as = (rule: Rule) => people.map((each, day) => read(rule, each, shown[day] ?? new Map()));
      expect(people.at(-1)?.size).toBeGreaterThan(100);
      expect([...(people.at(-1)?.values() ?? [])].filter((count) => count < 5).length).toBeGreaterThan(50);
      expect(foundOut(as(inSteps))).toEqual([]);
      expect(foundOut(as(trusting))).toEqual([]);
      // The attacker is no fool: the usual rule tells them of many.
      expect(foundOut(as(leftOut)).length).toBeGreaterThan(10);
      // Nor mistaken: what they conclude is so.
      for (const [day, cells] of conclude(as(inSteps)).entries()) {
        for (const [key, [least, most]] of cells) {
          const count = people[day]?.get(key) ?? 0;
          expect(count >= least && count <= most, `${key} on day ${day}`).toBe(true);
        }
      }
    });
  }
});

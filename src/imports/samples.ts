import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleSource, sampleStates } from '../catalogue/index.ts';
import type { Clock, Database } from '../database/index.ts';
import { wallClock } from '../time/index.ts';
import type { CityKind, CityKinds } from './kinds.ts';

/** Files of invented rows under `content/`, for the kinds that have one that can be imported as it is. */
const exampleFiles: Readonly<Record<string, string>> = {
  courses: 'catalogue/courses.csv',
  organisations: 'organisations/sample.csv',
  scholarships: 'scholarships/sample.csv',
  internships: 'internships/sample.csv',
  places: 'places/sample.csv',
  occupations: 'careers/occupations-sample.csv',
  demand: 'careers/demand-sample.csv',
  history: 'history/sample.csv',
};

/** Those of them that a new city starts with; courses and workshops load theirs themselves. */
const loadedKinds = ['organisations', 'scholarships', 'internships', 'places', 'history'];

export interface SamplesOptions {
  readonly database: Database;
  readonly kinds: CityKinds;
  /** `auto`: while nothing of the kind was ever imported for real; `yes` always; `no` never. */
  readonly setting: 'auto' | 'yes' | 'no';
  readonly clock: Clock;
  readonly timezone: string;
}

/**
 * Loads the invented rows that a new city starts with. A cell `+45` there is the day that many days
 * after the first of the month: each month the dates move on, so that no deadline of a sample lies in the past. Returns how many rows are
 * new, by kind.
 */
export async function loadSamples(options: SamplesOptions): Promise<Readonly<Record<string, number>>> {
  const { database, kinds, setting, clock, timezone } = options;
  const loaded: Record<string, number> = {};
  if (setting === 'no') return loaded;
  const states = await sampleStates(database.db);
  const monthStart = monthStartOf(clock(), timezone);
  for (const name of loadedKinds) {
    const kind = kinds[name];
    const content = await readExample(name);
    if (kind === undefined || content === undefined) continue;
    const state = states.get(name);
    if (setting === 'auto' && state?.imported === true) continue;
    const isMissing =
      state?.loadedAt === undefined || (setting === 'yes' && (await kind.countSample(database.db)) === 0);
    const dated = datedFrom(content, monthStart);
    const isOld = dated !== content && state?.loadedAt !== undefined && state.loadedAt < monthStart;
    if (isMissing || isOld) loaded[name] = await load(options, kind, name, dated);
  }
  return loaded;
}

/** Whether `exampleOf` has a file of the kind. */
export function hasExample(kind: string): boolean {
  return Object.hasOwn(exampleFiles, kind);
}

/** The invented rows of a kind as a file that can be imported, with dates that are still to come; undefined where there is none. */
export async function exampleOf(kind: string, now: Date, timezone: string): Promise<string | undefined> {
  const content = await readExample(kind);
  return content && datedFrom(content, monthStartOf(now, timezone));
}

async function readExample(kind: string): Promise<string | undefined> {
  const path = hasExample(kind) ? exampleFiles[kind] : undefined;
  return path && (await readFile(new URL(`../../content/${path}`, import.meta.url), 'utf8'));
}

/** The first of the city's month, as a day. */
function monthStartOf(now: Date, timezone: string): Date {
  const { year, month } = wallClock(now, timezone);
  return new Date(Date.UTC(year, month - 1, 1));
}

function datedFrom(content: string, monthStart: Date): string {
  return content.replace(/(?<=,)\+(\d+)(?=[,\n])/g, (_, days: string) =>
    new Date(monthStart.getTime() + Number(days) * 86_400_000).toISOString().slice(0, 10),
  );
}

async function load(
  { database, clock }: SamplesOptions,
  kind: CityKind,
  name: string,
  content: string,
): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'ban-hoc-sample-'));
  try {
    const file = join(folder, 'sample.csv');
    await writeFile(file, content);
    const result = await kind.run(database, { file, source: sampleSource, sample: true, clock });
    const [problem] = result.problems;
    if (problem !== undefined)
      throw new Error(`content/${exampleFiles[name]}, row ${problem.row}, ${problem.column}: ${problem.problem}`);
    return result.created;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

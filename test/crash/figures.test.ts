import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { openDatabase } from '../../src/database/index.ts';
import { seeded } from '../../src/discovery/index.ts';
import { inventActivity, truthOf, writeActivity } from '../support/city-activity.ts';
import { cityCourses } from '../support/city-courses.ts';
import { copyMigratedDirectory, createPostgresDatabase } from '../support/databases.ts';
import { removeFolder, temporaryFolder } from '../support/program.ts';

const script = fileURLToPath(new URL('../support/count-figures.ts', import.meta.url));
const until = new Date('2026-11-23T18:00:00Z');
const kills = 3;

/** Counts until it is done, or is killed right after it said that so many days are counted: it is in the middle of the next. */
async function countUntil(days: number, databaseUrl: string, dataDir: string, run: number): Promise<'done' | 'killed'> {
  // Whoever was killed holds the lease for some minutes.
  const now = new Date(until.getTime() + run * 600_000).toISOString();
  const child = spawn(process.execPath, ['--import', 'tsx', script, databaseUrl, dataDir, now, `run ${run}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((go) => child.once('close', () => go()));
  let counted = 0;
  let isDone = false;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === 'done') isDone = true;
    else if (++counted === days) child.kill('SIGKILL');
  }
  await ended;
  return isDone ? 'done' : 'killed';
}

async function countsOnce(databaseUrl: string, dataDir: string): Promise<void> {
  const open = () => openDatabase({ databaseUrl: databaseUrl === '' ? undefined : databaseUrl, dataDir });
  const random = seeded(11);
  const before = await open();
  const courses = await cityCourses(before);
  const activity = inventActivity({
    learners: 150,
    acts: 3000,
    days: 30,
    until,
    courses: courses.keys.length,
    random,
  });
  await writeActivity(before, activity, courses.keys);
  await before.close();
  for (let run = 0; run < kills; run++)
    expect(await countUntil(1 + Math.floor(random() * 7), databaseUrl, dataDir, run)).toBe('killed');
  expect(await countUntil(Number.POSITIVE_INFINITY, databaseUrl, dataDir, kills)).toBe('done');
  const after = await open();
  const { rows } = await after.db.execute<{ key: string; people: number }>(
    sql`select concat_ws(' ', figure, period, topic, cell) as key, people from figure_cell order by 1`,
  );
  await after.close();
  const truth = truthOf(activity, new Date('2026-11-23T17:00:00Z'), courses.isSample);
  expect(Object.fromEntries(rows.map(({ key, people }) => [key, people]))).toEqual(Object.fromEntries(truth));
}

it('figures are exact after kills, on Postgres', { timeout: 180_000 }, async () => {
  const { databaseUrl, drop } = await createPostgresDatabase('template migrated');
  await countsOnce(databaseUrl, '');
  await drop();
});

it('figures are exact after kills, embedded', { timeout: 180_000 }, async () => {
  const dataDir = await temporaryFolder();
  await copyMigratedDirectory(dataDir);
  await countsOnce('', dataDir);
  await removeFolder(dataDir);
});

import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cityTime } from '../time/index.ts';
import { backUp } from './backup.ts';
import type { Database } from './client.ts';

/** The hour of the night, city time, from which the day's backup is due. */
const backupHour = 3;

/** Daily backups that are kept, and the days for which one made before a restore is. */
export const nightlyBackups = 7;

const namePattern = /^\d{4}-\d{2}-\d{2}\.backup\.gz$/;

/** What `npm run restore` makes first; the number is its time in milliseconds. */
const beforeRestorePattern = /^before-restore-(\d+)\.backup\.gz$/;

/**
 * Makes the day's backup once it is past three in the city and there is none yet, and removes all but the newest
 * seven, and those made before a restore after seven days: erased people are in them. The embedded database runs
 * without fsync, so a power cut can damage it: this is what one goes back to.
 */
export async function backUpNightly(
  database: Database,
  folder: string,
  now: Date,
  timezone: string,
): Promise<{ made: number; removed: number }> {
  const { day, minutes } = cityTime(now, timezone);
  const found = await readdir(folder).catch(() => []);
  const names = found.filter((name) => namePattern.test(name)).sort();
  const name = `${day}.backup.gz`;
  let made = 0;
  if (minutes >= backupHour * 60 && !names.includes(name)) {
    await backUp(database, join(folder, name), { makesFolder: true });
    names.push(name);
    made = 1;
  }
  const oldest = now.getTime() - nightlyBackups * 24 * 60 * 60 * 1000;
  const old = [
    ...names.slice(0, Math.max(0, names.length - nightlyBackups)),
    ...found.filter((name) => Number(beforeRestorePattern.exec(name)?.[1] ?? Number.POSITIVE_INFINITY) < oldest),
  ];
  for (const each of old) await rm(join(folder, each), { force: true });
  return { made, removed: old.length };
}

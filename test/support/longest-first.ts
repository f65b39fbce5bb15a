import { statSync } from 'node:fs';
import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * What takes longest; each of the others takes less than 20 seconds. Those that start and kill many programs stand between others, so that
 * two of them seldom run at the same time.
 */
const longest = [
  'test/crash/crash.test.ts',
  'test/dialogues.zalo.test.ts',
  'test/dialogues.web.test.ts',
  'test/crash/reminders.test.ts',
  'test/dialogues.telegram.test.ts',
  'test/crash/broadcast.test.ts',
  'test/dialogues.core.test.ts',
  'test/conversation/lessons.test.ts',
  'test/replicas.test.ts',
  'test/delivery/schedules.test.ts',
  'test/commands/staff.test.ts',
  'test/browser/announcement.test.ts',
  'test/conversation/linking.random.test.ts',
  'test/database/backup.test.ts',
  'test/tutor/rules.test.ts',
  'test/outreach/learning-reminders.test.ts',
  'test/database/embedded.test.ts',
  'test/console/workshops.test.ts',
  'test/commands/backup.test.ts',
  'test/api/inbox.test.ts',
  'test/commands/import.test.ts',
  'test/tooling/import-rule.test.ts',
];

/**
 * Begins with what takes longest, so that no worker is left with it at the end while the other has nothing to do; then by size. Files that
 * share nothing come before all others: a worker for one of them ends the worker that shares.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const root = this.ctx.config.root;
    const rank = ({ moduleId, project }: TestSpecification): number[] => {
      const place = longest.indexOf(relative(root, moduleId));
      return [project.config.isolate ? 0 : 1, place < 0 ? longest.length : place, -statSync(moduleId).size];
    };
    const ranked = files.map((file) => ({ file, rank: rank(file) }));
    return ranked.sort((a, b) => compare(a.rank, b.rank)).map(({ file }) => file);
  }
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, position) => value !== b[position]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.ts';

/** What looks at how the program is loaded must load it itself. */
const onItsOwn = ['test/console/lazy.test.ts', 'test/picture/render-png.test.ts'];

const common = { pool: 'forks', testTimeout: 60_000, hookTimeout: 120_000 } as const;

const projects: TestProjectInlineConfiguration[] = [
  { test: { ...common, name: 'on its own', include: onItsOwn, isolate: true } },
  // Files of one worker share what they load and, emptied, the databases they open: done for each of 190 files that took half of the time.
  { test: { ...common, name: 'together', include: ['test/**/*.test.ts'], exclude: onItsOwn, isolate: false } },
];

export default defineConfig({
  test: {
    projects,
    globalSetup: ['test/support/global-setup.ts'],
    // Two cores: more workers only make each other's databases slow.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    reporters: ['default', './test/support/summary-reporter.ts'],
    // The default report's own totals come last; ours must.
    teardownTimeout: 20_000,
  },
});

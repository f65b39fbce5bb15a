import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);

interface Report {
  summary: { violations: { rule: { name: string }; from: string }[] };
  modules: { source: string }[];
}

/** Holds the import rule against a copy of the sources with one file added. */
async function cruise(file: string, content: string): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), 'bh-rule-'));
  try {
    for (const name of ['src', '.dependency-cruiser.cjs', 'tsconfig.json', 'package.json']) {
      await cp(join(root, name), join(folder, name), { recursive: true });
    }
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
    await writeFile(join(folder, file), content);
    const { stdout } = await run(
      'node_modules/.bin/depcruise',
      ['src', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'],
      {
        cwd: folder,
        maxBuffer: 64 * 1024 * 1024,
      },
    ).catch((error: { stdout: string }) => error);
    return JSON.parse(stdout) as Report;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

it('reads every module and finds an import that points down the list, or past an index', async () => {
  const good = await cruise('src/text/extra.ts', 'export {};\n');
  expect(good.summary.violations).toEqual([]);
  expect(good.modules.filter((module) => module.source.startsWith('src/')).length).toBeGreaterThan(90);
  const down = await cruise('src/text/extra.ts', "import '../delivery/index.ts';\n");
  expect(down.summary.violations.map((violation) => violation.from)).toContain('src/text/extra.ts');
  const past = await cruise('src/discovery/extra.ts', "import '../catalogue/repository.ts';\n");
  expect(past.summary.violations.map((violation) => violation.rule.name)).toContain('one-way-in');
});

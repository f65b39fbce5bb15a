// @ts-check
// `npm run check`: everything about the code that needs no database, in parallel; prints what failed and why.
import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { promisify } from 'node:util';
import { checkEngines } from './check-engines.mjs';
import { checkFiles } from './check-files.mjs';
import { checkLocales } from './check-locales.mjs';

const run = promisify(execFile);
const bin = (/** @type {string} */ name) => `node_modules/.bin/${name}`;

/**
 * Runs a tool; what it printed is the problem when it fails.
 * @param {string} command
 * @param {string[]} args
 */
async function tool(command, args) {
  try {
    const { stdout } = await run(bin(command), args, { maxBuffer: 64 * 1024 * 1024 });
    return stdout;
  } catch (error) {
    const { stdout, stderr } = /** @type {{ stdout: string, stderr: string }} */ (error);
    throw new Error(`${stdout}\n${stderr}`.trim());
  }
}

/** The import rule holds only if the tool really read every module: with a wrong TypeScript it reads none and passes. */
async function checkImports() {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));
  const result = JSON.parse(
    await tool('depcruise', ['src', '--config', '.dependency-cruiser.cjs', '--output-type', 'json']).catch(
      (error) => error.message,
    ),
  );
  const read = result.modules.filter((/** @type {{ source: string }} */ module) =>
    module.source.startsWith('src/'),
  ).length;
  if (read < files.length) throw new Error(`The import rule read ${read} of ${files.length} modules.`);
  /** @type {{ rule: { name: string }, from: string, to: string }[]} */
  const violations = result.summary.violations;
  if (violations.length > 0) throw new Error(violations.map((v) => `${v.rule.name}: ${v.from} → ${v.to}`).join('\n'));
}

/** @type {Record<string, () => Promise<unknown>>} */
const checks = {
  'format and lint': () => tool('biome', ['check', '--error-on-warnings', '.']),
  types: () => tool('tsc', ['--noEmit', '-p', '.']),
  imports: checkImports,
  'unused code': () => tool('knip', []),
  engines: checkEngines,
  files: checkFiles,
  texts: checkLocales,
  content: () => tool('tsx', ['src/commands/content.ts']),
};

const outcomes = await Promise.all(
  Object.entries(checks).map(async ([name, check]) => {
    try {
      await check();
      return { name, problem: undefined };
    } catch (error) {
      return { name, problem: error instanceof Error ? error.message : String(error) };
    }
  }),
);
for (const { name, problem } of outcomes) {
  if (problem === undefined) console.log(`ok      ${name}`);
  else console.error(`FAILED  ${name}\n${problem}\n`);
}
process.exitCode = outcomes.some(({ problem }) => problem !== undefined) ? 1 : 0;

// @ts-check
import { readFileSync } from 'node:fs';

/** Files that must agree with each other: the database template, the lockfile, the list of dependencies. */
export async function checkFiles() {
  const problems = [];
  const template = readFileSync('src/database/template.version', 'utf8').trim();
  const engine = JSON.parse(readFileSync('node_modules/@electric-sql/pglite/package.json', 'utf8')).version;
  if (template !== engine) {
    problems.push(
      `src/database/template.tar.gz is of PGlite ${template}, installed is ${engine}: run node scripts/build-database-template.mjs`,
    );
  }
  const lock = readFileSync('package-lock.json', 'utf8');
  if (/"resolved": "https?:/.test(lock))
    problems.push('package-lock.json names a registry: install with omit-lockfile-registry-resolved');
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const explained = readFileSync('docs/dependencies.md', 'utf8');
  for (const name of Object.keys({ ...dependencies, ...devDependencies })) {
    if (!explained.includes(`\`${name}\``)) problems.push(`docs/dependencies.md does not say why ${name} is needed`);
  }
  if (problems.length > 0) throw new Error(problems.join('\n'));
}

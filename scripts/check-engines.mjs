// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import semver from 'semver';

/** The lines of Node the program is started on, besides the running one. */
const supported = ['20.20.0', '24.11.0'];

/** Every installed package admits the running Node and the supported lines; every version is pinned exactly. */
export async function checkEngines() {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const problems = [];
  for (const [path, entry] of Object.entries(lock.packages)) {
    const range = entry.engines?.node;
    if (path === '' || range === undefined || !existsSync(path)) continue;
    for (const version of [process.version, ...supported]) {
      if (!semver.satisfies(version, range))
        problems.push(`${path} ${entry.version} wants Node ${range}, not ${version}`);
    }
  }
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
    if (!/^(npm:[\w@/-]+@)?\d+\.\d+\.\d+[\w.-]*$/.test(version))
      problems.push(`${name}: ${version} is not one exact version`);
  }
  if (problems.length > 0) throw new Error(problems.join('\n'));
}

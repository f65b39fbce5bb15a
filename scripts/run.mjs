// @ts-check
// Runs a program of src/: `node scripts/run.mjs main`, `node scripts/run.mjs commands/import FILE`. The sources are put together into a few
// files of plain JavaScript first, and again whenever one of them has changed: a loader that transforms and loads 560 modules one by one costs
// every start 2 s of the processor's time and the program 60 MB.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cacheFolder = join(root, '.cache', 'program');
const keptDays = 7;

/** The programs, by the names that package.json runs them by. */
const programs = [
  ...readFileSync(join(root, 'package.json'), 'utf8').matchAll(/node scripts\/run\.mjs ([\w/-]+)/g),
].map(([, name = '']) => name);

/** A name that differs when what is put together would: by name, size and time of change of each source. */
function keyOfSources() {
  const names = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
  const sources = names.filter((name) => /\.tsx?$/.test(name)).map((name) => join('src', name));
  const key = createHash('sha256');
  for (const name of [...sources.sort(), 'package.json', 'package-lock.json', 'tsconfig.json', 'scripts/run.mjs']) {
    const { mtimeMs, size } = statSync(join(root, name));
    key.update(`${name} ${size} ${mtimeMs}\n`);
  }
  return key.digest('hex').slice(0, 16);
}

/** Puts the programs together into a folder. Packages stay where they are. */
async function putTogether(/** @type {string} */ folder) {
  const esbuild = await import('esbuild');
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: programs.map((name) => `src/${name}.ts`),
    outbase: 'src',
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    keepNames: true,
    // Read with `node --enable-source-maps` only.
    sourcemap: 'linked',
    sourcesContent: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'own address',
        setup({ onLoad }) {
          // A module finds the files beside it by its own address, not by that of the file it is put into.
          onLoad({ filter: /[\\/]src[\\/].*\.tsx?$/ }, ({ path }) => ({
            contents: readFileSync(path, 'utf8').replaceAll(
              'import.meta.url',
              JSON.stringify(pathToFileURL(path).href),
            ),
            loader: path.endsWith('x') ? 'tsx' : 'ts',
          }));
        },
      },
    ],
  });
}

/** Removes what no program has been started from for a week; those that run may still load a part. */
function removeUnused(/** @type {string} */ used) {
  for (const name of readdirSync(cacheFolder)) {
    const folder = join(cacheFolder, name);
    if (name !== used && Date.now() - statSync(folder).mtimeMs > keptDays * 86_400_000)
      rmSync(folder, { recursive: true });
  }
}

/** The folder with the programs as they are now. */
async function programFolder() {
  const key = keyOfSources();
  const folder = join(cacheFolder, key);
  if (!existsSync(folder)) {
    mkdirSync(cacheFolder, { recursive: true });
    const own = join(cacheFolder, `${key}-${process.pid}-${Date.now()}`);
    await putTogether(own);
    try {
      renameSync(own, folder);
    } catch {
      // Another start was faster.
      rmSync(own, { recursive: true });
    }
    removeUnused(key);
  }
  utimesSync(folder, new Date(), new Date());
  return folder;
}

const [, , program = ''] = process.argv;
if (!programs.includes(program)) {
  process.stderr.write(`Usage: node scripts/run.mjs PROGRAM …, one of: ${programs.join(', ')}\n`);
  process.exit(2);
}
// As if it had been started by itself.
process.argv.splice(1, 2, join(root, 'src', `${program}.ts`));
/** @type {string | undefined} */
let folder;
try {
  folder = await programFolder();
} catch (error) {
  if (
    !(error instanceof Error && 'code' in error && ['EACCES', 'EPERM', 'EROFS', 'ENOSPC'].includes(String(error.code)))
  )
    throw error;
}
if (folder === undefined) {
  // Nothing can be written beside the sources: slower, but it runs.
  const { register } = await import('tsx/esm/api');
  register();
  await import(pathToFileURL(join(root, 'src', `${program}.ts`)).href);
} else {
  await import(pathToFileURL(join(folder, `${program}.mjs`)).href);
}

// @ts-check
// Makes src/database/template.tar.gz: an empty cluster of the pinned PGlite, so that a first start need not run initdb.
// Run it again with every change of the PGlite version; `npm run check` compares the version beside it.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';

const target = fileURLToPath(new URL('../src/database/template.tar.gz', import.meta.url));
const db = await PGlite.create();
await db.exec('vacuum full');
await db.exec('checkpoint');
const dump = await db.dumpDataDir('gzip');
await writeFile(target, Buffer.from(await dump.arrayBuffer()));
await db.close();
const manifest = JSON.parse(
  await readFile(new URL('../node_modules/@electric-sql/pglite/package.json', import.meta.url), 'utf8'),
);
await writeFile(target.replace('.tar.gz', '.version'), `${manifest.version}\n`);
console.log(`${target}: ${dump.size} bytes, PGlite ${manifest.version}`);

import { cp, mkdir, mkdtemp, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { binariesFolder, ensureLibraries } from './postgres.ts';

it('links the libraries of the test Postgres after an install that ran no scripts', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bh-libraries-'));
  await mkdir(join(folder, 'native/lib'), { recursive: true });
  await cp(join(binariesFolder, 'scripts'), join(folder, 'scripts'), { recursive: true });
  await cp(join(binariesFolder, 'package.json'), join(folder, 'package.json'));
  await writeFile(join(folder, 'native/lib/libicuuc.so.60.2'), '');
  const link = { source: 'native/lib/libicuuc.so.60.2', target: 'native/lib/libicuuc.so.60' };
  await writeFile(join(folder, 'native/pg-symlinks.json'), JSON.stringify([link]));
  ensureLibraries(folder);
  expect(await readlink(join(folder, 'native/lib/libicuuc.so.60'))).toBe('libicuuc.so.60.2');
  await rm(folder, { recursive: true, force: true });
});

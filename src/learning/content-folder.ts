import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the city teaches and asks with. */
export const contentFolder = fileURLToPath(new URL('../../content/', import.meta.url));

/** A path as people see it from where they stand. */
export function shownPath(path: string): string {
  const near = relative(process.cwd(), path);
  return near.startsWith('..') ? path : near;
}

/** The YAML files of a folder in the order of their names. @throws when there is no such folder */
export function yamlFilesOf(folder: string): { readonly file: string; readonly source: string }[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ file: shownPath(join(folder, name)), source: readFileSync(join(folder, name), 'utf8') }));
}

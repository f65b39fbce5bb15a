import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** A file of the console's pages at an address that changes with its content, so that browsers may keep it for ever. */
export interface ConsoleFile {
  readonly path: string;
  readonly type: string;
  readonly content: Uint8Array<ArrayBuffer>;
  /** The same, packed: 28 KB instead of 140 KB go over the wire for all files together. */
  readonly packed: Uint8Array<ArrayBuffer>;
}

const find = createRequire(import.meta.url).resolve;
const own = (name: string) => () => fileURLToPath(new URL(`./assets/${name}`, import.meta.url));
const css = 'text/css; charset=utf-8';
const script = 'text/javascript; charset=utf-8';

const sources = {
  'pico.css': { type: css, where: () => find('@picocss/pico/css/pico.min.css') },
  'console.css': { type: css, where: own('console.css') },
  'htmx.js': { type: script, where: () => find('htmx.org/dist/htmx.min.js') },
  'sse.js': { type: script, where: () => find('htmx-ext-sse/dist/sse.min.js') },
  'console.js': { type: script, where: own('console.js') },
  'door.js': { type: script, where: own('door.js') },
  'door-worker.js': { type: script, where: own('door-worker.js') },
  'jsqr.js': { type: script, where: () => find('jsqr/dist/jsQR.js') },
} as const;
type FileName = keyof typeof sources;

const files = new Map<string, ConsoleFile>();

/** The file of a name; read and packed once. */
export function consoleFile(name: FileName): ConsoleFile {
  const known = files.get(name);
  if (known !== undefined) return known;
  const { type, where } = sources[name];
  const content = new Uint8Array(readFileSync(where()));
  const hash = createHash('sha256').update(content).digest('base64url').slice(0, 10);
  const made = { path: `/console/tep/${hash}/${name}`, type, content, packed: new Uint8Array(gzipSync(content)) };
  files.set(name, made);
  return made;
}

/** The file at an address, whatever hash an older page still asks with. */
export function consoleFileNamed(name: string): ConsoleFile | undefined {
  return Object.hasOwn(sources, name) ? consoleFile(name as FileName) : undefined;
}

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** A file of the page with an address that changes with its content, so that browsers may keep it for ever. */
export interface Asset {
  readonly path: string;
  readonly type: string;
  readonly content: string;
}

const types = {
  'chat.css': 'text/css; charset=utf-8',
  'chat.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
} as const;
export type AssetName = keyof typeof types;

const assets = new Map<string, Asset>();

/** The asset of a name; read once. */
export function asset(name: AssetName): Asset {
  const known = assets.get(name);
  if (known !== undefined) return known;
  const content = readFileSync(new URL(`./assets/${name}`, import.meta.url), 'utf8');
  const hash = createHash('sha256').update(content).digest('base64url').slice(0, 10);
  const made: Asset = { path: `/assets/${hash}/${name}`, type: types[name], content };
  assets.set(name, made);
  return made;
}

/** The asset at an address, whatever hash an older page still asks with. */
export function assetNamed(name: string): Asset | undefined {
  return Object.hasOwn(types, name) ? asset(name as AssetName) : undefined;
}

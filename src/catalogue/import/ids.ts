import { hash } from 'node:crypto';
import { type Cell, readLine } from './cells.ts';

/** Ids are public: in addresses, deep links and choice lists. */
const idPattern = /^[\p{L}\p{N}][\p{L}\p{N}._:-]*$/u;

const readIdLine = readLine(120);

/** The public id of a row. */
export function readId(cell: string): Cell<string> {
  const read = readIdLine(cell);
  if ('problem' in read || read.value === undefined || idPattern.test(read.value)) return read;
  return { problem: 'chỉ gồm chữ, số và . _ : -' };
}

/**
 * The id of a row without one: readable, and the same whenever the same row comes again.
 * @param fallback stands for a title without a Latin letter or digit
 * @param facts what tells the row from all others
 */
export function derivedId(fallback: string, title: string, facts: readonly string[]): string {
  const slug = title
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
  const digest = hash('sha256', JSON.stringify(facts), 'base64url');
  return `${slug === '' ? fallback : slug}-${digest.replace(/[-_]/g, '').slice(0, 8)}`;
}

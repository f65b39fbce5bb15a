import { createHash } from 'node:crypto';

/** An id as the platform gives them: 20 hex digits. The same seed gives the same id. */
export function idOf(seed: string): string {
  return createHash('sha256').update(seed).digest('hex').slice(0, 20);
}

/** Refuses an id that the platform would not give. */
export function requireId(id: string): string {
  if (!/^[0-9a-f]{20}$/.test(id)) throw new Error(`An id is 20 hex digits, not "${id}"`);
  return id;
}

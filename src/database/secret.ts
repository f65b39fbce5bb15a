import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Queryable } from './client.ts';

/**
 * The secret of a name, made once (32 random bytes, base64url) and kept in the database, so that all replicas agree
 * and a restart changes nothing.
 */
export async function ensureSecret(db: Queryable, name: string): Promise<string> {
  const value = randomBytes(32).toString('base64url');
  const { rows } = await db.execute<{ value: string }>(sql`
    with made as (insert into secret (name, value) values (${name}, ${value}) on conflict (name) do nothing returning value)
    select value from made union all select value from secret where name = ${name} limit 1`);
  if (rows[0] !== undefined) return rows[0].value;
  // Another process made it between the two halves of the statement above.
  const again = await db.execute<{ value: string }>(sql`select value from secret where name = ${name}`);
  if (again.rows[0] === undefined) throw new Error(`The secret ${name} could not be made.`);
  return again.rows[0].value;
}

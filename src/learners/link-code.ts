import { createHmac, randomInt } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';

/** Crockford's 32 signs: no I, L, O, U. Eight of them are 40 bits. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 8;

export const codeMinutes = 10;

/** Wrong codes an account may try in an hour, and everybody together: at that rate a guess finds one of a hundred live codes in 600 years. */
const wrongPerHour = 5;
const wrongOfEverybodyPerHour = 2000;

/** A new code, from the system's own source of chance. */
export function newCode(): string {
  return Array.from({ length: codeLength }, () => alphabet[randomInt(alphabet.length)]).join('');
}

/** "XXXX-XXXX", as it is shown. */
export function shownCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** The code somebody typed, with what is easily mistaken set right (O is 0, I and L are 1); undefined when it cannot be one. */
export function readCode(text: string): string | undefined {
  const code = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}.]+/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return code.length === codeLength && [...code].every((sign) => alphabet.includes(sign)) ? code : undefined;
}

/** What is kept of a code: without the secret nobody finds the code of a hash, though it has only 40 bits. */
export function hashCode(secret: string, code: string): string {
  return createHmac('sha256', secret).update(`link code|${code}`).digest('base64url');
}

/** A code in force and whom it gives. */
export interface LinkCode {
  readonly id: number;
  readonly accountId: number;
  readonly learnerId: number;
}

/** Keeps a new code of an account in the place of the one before. */
export async function keepCode(
  tx: Queryable,
  code: { readonly accountId: number; readonly learnerId: number; readonly hash: string; readonly now: Date },
): Promise<void> {
  const expires = new Date(code.now.getTime() + codeMinutes * 60_000);
  await tx.execute(sql`delete from linking_code where account_id = ${code.accountId}`);
  await tx.execute(sql`
    insert into linking_code (account_id, learner_id, code_hash, expires_at)
    values (${code.accountId}, ${code.learnerId}, ${code.hash}, ${expires})`);
}

/** The code with this hash, while it is in force. */
export function codeByHash(tx: Queryable, hash: string, now: Date): Promise<LinkCode | undefined> {
  return findCode(tx, sql`code_hash = ${hash}`, now);
}

/** The code with this id, while it is in force. */
export function codeById(tx: Queryable, id: number, now: Date): Promise<LinkCode | undefined> {
  return findCode(tx, sql`id = ${id}`, now);
}

async function findCode(tx: Queryable, which: ReturnType<typeof sql>, now: Date): Promise<LinkCode | undefined> {
  const { rows } = await tx.execute<{ id: string; account_id: string; learner_id: string }>(sql`
    select id, account_id, learner_id from linking_code where ${which} and expires_at > ${now}`);
  const [found] = rows;
  return found && { id: Number(found.id), accountId: Number(found.account_id), learnerId: Number(found.learner_id) };
}

/** Whether an account may try a code now; the account must be locked, so that two tries at once count as two. */
export async function mayTryCode(tx: Queryable, accountId: number, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - 3_600_000);
  const { rows } = await tx.execute<{ own: number; all: number | null }>(sql`
    select (select count(*)::int from linking_attempt where account_id = ${accountId} and at > ${since}) as own,
      (select sum(wrong)::int from linking_brake where hour + interval '1 hour' > ${since}) as all`);
  return (rows[0]?.own ?? 0) < wrongPerHour && (rows[0]?.all ?? 0) < wrongOfEverybodyPerHour;
}

/** Counts a wrong code. */
export async function noteWrongCode(tx: Queryable, accountId: number, now: Date): Promise<void> {
  await tx.execute(sql`insert into linking_attempt (account_id, at) values (${accountId}, ${now})`);
  await tx.execute(sql`
    insert into linking_brake as brake (hour, wrong) values (date_trunc('hour', ${now}::timestamptz, 'UTC'), 1)
    on conflict (hour) do update set wrong = brake.wrong + 1`);
}

/** Deletes codes that are over and tries that count no more. */
export async function deleteOldCodes(db: Queryable, now: Date): Promise<{ codes: number; attempts: number }> {
  const anHourAgo = new Date(now.getTime() - 3_600_000);
  const codes = await db.execute(sql`delete from linking_code where expires_at <= ${now} returning 1`);
  const attempts = await db.execute(sql`delete from linking_attempt where at <= ${anHourAgo} returning 1`);
  await db.execute(sql`delete from linking_brake where hour <= ${new Date(anHourAgo.getTime() - 3_600_000)}`);
  return { codes: codes.rows.length, attempts: attempts.rows.length };
}

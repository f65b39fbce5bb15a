import { createHash, timingSafeEqual } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { type Database, ensureSecret, type Queryable } from '../database/index.ts';
import { noteAudit } from './audit.ts';
import { makeLink } from './link.ts';
import { addMember, countAdmins, lockAdmins } from './member.ts';

async function isPending(db: Queryable): Promise<boolean> {
  return (await countAdmins(db)) === 0;
}

async function setupsDone(db: Queryable): Promise<number> {
  const { rows } = await db.execute<{ done: number }>(sql`
    select count(*)::int as done from audit where action = 'staff.setup'`);
  return rows[0]?.done ?? 0;
}

/**
 * The token that lets somebody become the first administrator; undefined while there is one. A token that was used is void for
 * ever, also when the last administrator goes: then another is made.
 * @param given the setting SETUP_TOKEN
 */
export async function pendingSetupToken(db: Queryable, given: string | undefined): Promise<string | undefined> {
  if (!(await isPending(db))) return undefined;
  const done = await setupsDone(db);
  return done === 0 && given !== undefined ? given : ensureSecret(db, `console setup ${done}`);
}

/** Compares in a time that tells nothing of how much is right. */
export function isSetupToken(given: string, pending: string | undefined): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return pending !== undefined && timingSafeEqual(digest(given), digest(pending));
}

/**
 * Makes the first administrator.
 * @returns the token of a sign-in link; 'void' when there is an administrator by now, 'taken' when somebody else has the e-mail
 */
export async function setUp(
  database: Database,
  person: { readonly email: string; readonly displayName: string | undefined },
  at: Date,
): Promise<{ readonly link: string } | 'void' | 'taken'> {
  return database.transaction(async (tx) => {
    await lockAdmins(tx);
    if (!(await isPending(tx))) return 'void';
    const member = await addMember(tx, { ...person, role: 'admin', organisationId: undefined }, at);
    if (member === undefined) return 'taken';
    await noteAudit(tx, { by: member.id, action: 'staff.setup', subject: { kind: 'staff_member', id: member.id }, at });
    return { link: await makeLink(tx, { member, by: member.id }, at) };
  });
}

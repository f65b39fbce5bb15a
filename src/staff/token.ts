import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { noteAudit } from './audit.ts';
import type { StaffMember } from './member.ts';

/** A fixed beginning lets scanners of public code find a token that got lost there. */
const prefix = 'banhoc_';

/** What the database knows of a token. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/**
 * Makes an API token of 256 random bits, valid at once beside the member's others. Only its hash is kept.
 * @param by who makes it; undefined for whoever has the server's command line
 */
export async function makeToken(tx: Queryable, member: StaffMember, at: Date, by?: number): Promise<string> {
  const token = `${prefix}${randomBytes(32).toString('base64url')}`;
  await tx.execute(sql`
    insert into staff_token (staff_id, token_hash, made_at) values (${member.id}, ${hashOfToken(token)}, ${at})`);
  await noteAudit(tx, { by, action: 'staff.token', subject: { kind: 'staff_member', id: member.id }, at });
  return token;
}

/** Whether a string can be a token at all. */
export function isToken(text: string): boolean {
  return /^banhoc_[A-Za-z0-9_-]{43}$/.test(text);
}

/** Revokes all tokens of a member. Returns how many were valid. */
export async function revokeTokens(tx: Queryable, member: StaffMember, at: Date, by?: number): Promise<number> {
  const { rows } = await tx.execute(sql`
    update staff_token set revoked_at = ${at} where staff_id = ${member.id} and revoked_at is null returning 1`);
  const subject = { kind: 'staff_member', id: member.id };
  await noteAudit(tx, { by, action: 'staff.revoke', subject, detail: { tokens: rows.length }, at });
  return rows.length;
}

import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { noteAudit } from './audit.ts';
import type { StaffMember } from './member.ts';

/** For how long a sign-in link can be used. */
export const linkMinutes = 30;

function hashOfLink(token: string): string {
  return createHash('sha256').update(`link ${token}`).digest('hex');
}

/** Whether a string can be the token of a link at all. */
export function isLinkToken(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text);
}

/** Where the link of a token leads: a page whose button signs in. Looking at it spends nothing. */
export function linkPath(token: string): string {
  return `/console/link/${token}`;
}

/**
 * Makes the sign-in link of a member; an older one is void from then on. Only its hash is kept.
 * @param by who made it; undefined for whoever has the server's command line
 */
export async function makeLink(
  tx: Queryable,
  { member, by }: { readonly member: StaffMember; readonly by: number | undefined },
  at: Date,
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const expires = new Date(at.getTime() + linkMinutes * 60_000);
  await tx.execute(sql`
    insert into staff_link (staff_id, token_hash, made_at, expires_at)
    values (${member.id}, ${hashOfLink(token)}, ${at}, ${expires})
    on conflict (staff_id) do update set token_hash = excluded.token_hash, made_at = excluded.made_at,
      expires_at = excluded.expires_at, used_at = null`);
  await tx.execute(sql`update staff_member set link_asked_at = null where id = ${member.id}`);
  await noteAudit(tx, { by, action: 'staff.link', subject: { kind: 'staff_member', id: member.id }, at });
  return token;
}

/** Whether a link could be used now. */
export async function isLinkUsable(db: Queryable, token: string, at: Date): Promise<boolean> {
  const { rows } = await db.execute(sql`
    select 1 from staff_link as link join staff_member as member on member.id = link.staff_id
    where token_hash = ${hashOfLink(token)} and used_at is null and expires_at > ${at} and removed_at is null`);
  return rows.length > 0;
}

/** Who signs in with a link. */
export interface LinkOwner {
  /** The id of the row in staff_user. */
  readonly userId: string;
  readonly needsCode: boolean;
}

/** Spends a link: of two who press at once one gets in. @returns undefined when it is unknown, used, old or void */
export async function spendLink(tx: Queryable, token: string, at: Date): Promise<LinkOwner | undefined> {
  const { rows } = await tx.execute<{ id: string; email: string }>(sql`
    update staff_link as link set used_at = ${at} from staff_member as member
    where member.id = link.staff_id and token_hash = ${hashOfLink(token)} and used_at is null and expires_at > ${at}
      and removed_at is null
    returning member.id, email`);
  const [member] = rows;
  if (member === undefined) return undefined;
  // Somebody else's name is no business of the library that keeps the sessions: the e-mail stands in its place.
  const user = await tx.execute<{ two_factor_enabled: boolean }>(sql`
    insert into staff_user (id, member_id, name, email, email_verified, created_at, updated_at)
    values (${member.id}::text, ${member.id}::bigint, ${member.email}, ${member.email}, true, ${at}, ${at})
    on conflict (id) do update set updated_at = excluded.updated_at
    returning two_factor_enabled`);
  const needsCode = user.rows[0]?.two_factor_enabled === true;
  const id = Number(member.id);
  await noteAudit(tx, {
    by: id,
    action: 'staff.use_link',
    subject: { kind: 'staff_member', id },
    detail: { code_needed: needsCode },
    at,
  });
  return { userId: member.id, needsCode };
}

/** Notes that somebody waits for a link; for an e-mail that nobody has, the same statement changes no row. */
export async function askForLink(db: Queryable, email: string, at: Date): Promise<void> {
  await db.execute(sql`update staff_member set link_asked_at = ${at} where email = ${email} and removed_at is null`);
}

import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Queryable } from '../database/index.ts';
import { noteAudit } from './audit.ts';
import type { Role } from './roles.ts';

/** Somebody who works for the city or for a partner. */
export interface StaffMember {
  readonly id: number;
  readonly email: string;
  readonly role: Role;
  /** Of a partner; undefined for all others, and once the organisation has left the catalogue. */
  readonly organisationId: number | undefined;
  /** The name that residents may see. */
  readonly displayName: string | undefined;
}

/** A member as `list` shows it. */
export interface ListedMember extends StaffMember {
  readonly organisation: string | undefined;
  readonly addedAt: Date;
  /** Tokens that are valid. */
  readonly tokens: number;
  readonly hasSecondFactor: boolean;
  /** Signed in last, or used the console last; undefined without a session. */
  readonly lastSeenAt: Date | undefined;
  /** Waits for a sign-in link since. */
  readonly linkAskedAt: Date | undefined;
}

interface MemberRow extends Record<string, unknown> {
  id: string;
  email: string;
  role: Role;
  organisation_id: string | null;
  display_name: string | null;
}

const address = z.email().max(254);

/** An e-mail address in the one form that is stored and compared, or undefined when it is none. */
export function normalEmail(text: string): string | undefined {
  const parsed = address.safeParse(text.trim().normalize('NFC').toLowerCase());
  return parsed.success ? parsed.data : undefined;
}

function memberOf(row: MemberRow): StaffMember {
  return {
    id: Number(row.id),
    email: row.email,
    role: row.role,
    organisationId: row.organisation_id === null ? undefined : Number(row.organisation_id),
    displayName: row.display_name ?? undefined,
  };
}

/**
 * Adds a member and notes it.
 * @param by who adds; undefined for whoever has the server's command line, or sets up the first administrator
 * @returns undefined when somebody has this e-mail already
 */
export async function addMember(
  tx: Queryable,
  member: Omit<StaffMember, 'id'>,
  at: Date,
  by?: number,
): Promise<StaffMember | undefined> {
  const { rows } = await tx.execute<MemberRow>(sql`
    insert into staff_member (email, role, organisation_id, display_name, added_at)
    values (${member.email}, ${member.role}, ${member.organisationId ?? null}, ${member.displayName ?? null}, ${at})
    on conflict (email) where removed_at is null do nothing
    returning id, email, role, organisation_id, display_name`);
  const added = rows[0] && memberOf(rows[0]);
  if (added === undefined) return undefined;
  await noteAudit(tx, {
    by,
    action: 'staff.add',
    subject: { kind: 'staff_member', id: added.id },
    detail: {
      role: added.role,
      ...(added.organisationId === undefined ? {} : { organisation: added.organisationId }),
    },
    at,
  });
  return added;
}

/** The member with a normalised e-mail, or undefined. */
export async function memberByEmail(db: Queryable, email: string): Promise<StaffMember | undefined> {
  const { rows } = await db.execute<MemberRow>(sql`
    select id, email, role, organisation_id, display_name from staff_member where email = ${email} and removed_at is null`);
  return rows[0] && memberOf(rows[0]);
}

/** A member who was not removed, or undefined. */
export async function memberById(db: Queryable, id: number): Promise<StaffMember | undefined> {
  const { rows } = await db.execute<MemberRow>(sql`
    select id, email, role, organisation_id, display_name from staff_member where id = ${id} and removed_at is null`);
  return rows[0] && memberOf(rows[0]);
}

/** The member a token belongs to, while both are valid. @param tokenHash what `hashOfToken` gave */
export async function memberByTokenHash(db: Queryable, tokenHash: string): Promise<StaffMember | undefined> {
  const { rows } = await db.execute<MemberRow>(sql`
    select member.id, email, role, organisation_id, display_name
    from staff_token as token join staff_member as member on member.id = token.staff_id
    where token_hash = ${tokenHash} and revoked_at is null and removed_at is null`);
  return rows[0] && memberOf(rows[0]);
}

interface ListedRow extends MemberRow {
  organisation: string | null;
  added_at: string;
  tokens: number;
  two_factor_enabled: boolean | null;
  last_seen: string | null;
  link_asked_at: string | null;
}

/** Everybody who was not removed, by e-mail. */
export async function listMembers(db: Queryable): Promise<ListedMember[]> {
  const { rows } = await db.execute<ListedRow>(sql`
    select member.id, member.email, role, organisation_id, display_name, organisation.name as organisation, added_at, link_asked_at,
      (select count(*)::int from staff_token where staff_id = member.id and revoked_at is null) as tokens,
      two_factor_enabled, (select max(updated_at) from staff_session where user_id = staff_user.id) as last_seen
    from staff_member as member
    left join organisation on organisation.id = organisation_id
    left join staff_user on staff_user.member_id = member.id
    where removed_at is null order by member.email`);
  const dateOf = (text: string | null): Date | undefined => (text === null ? undefined : new Date(text));
  return rows.map((row) => ({
    ...memberOf(row),
    organisation: row.organisation ?? undefined,
    addedAt: new Date(row.added_at),
    tokens: row.tokens,
    hasSecondFactor: row.two_factor_enabled === true,
    lastSeenAt: dateOf(row.last_seen),
    linkAskedAt: dateOf(row.link_asked_at),
  }));
}

/** Whoever sets up, demotes or removes administrators takes turns on this number: two could each remove the other. */
const adminLock = 7_236_402;

/** Until the end of the transaction nobody else changes who the administrators are. */
export async function lockAdmins(tx: Queryable): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${adminLock})`);
}

export async function countAdmins(db: Queryable): Promise<number> {
  const { rows } = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from staff_member where role = 'admin' and removed_at is null`);
  return rows[0]?.count ?? 0;
}

/** Whether a member is the only administrator: then nobody could add or help anybody. */
async function isLastAdmin(tx: Queryable, member: StaffMember): Promise<boolean> {
  await lockAdmins(tx);
  return member.role === 'admin' && (await countAdmins(tx)) < 2;
}

/** What a colleague with admin rights changes about a member. */
export type MemberChange = 'done' | 'unknown' | 'last_admin';

/** Gives a member another role, valid from the next request on. The only administrator stays one. */
export async function changeRole(
  tx: Queryable,
  change: {
    readonly id: number;
    readonly role: Role;
    readonly organisationId: number | undefined;
    readonly by: number;
  },
  at: Date,
): Promise<MemberChange> {
  const { id, role, organisationId, by } = change;
  const member = await memberById(tx, id);
  if (member === undefined) return 'unknown';
  if (role !== 'admin' && (await isLastAdmin(tx, member))) return 'last_admin';
  await tx.execute(sql`
    update staff_member set role = ${role}, organisation_id = ${organisationId ?? null}::bigint where id = ${id}`);
  await noteAudit(tx, {
    by,
    action: 'staff.role',
    subject: { kind: 'staff_member', id },
    detail: { from: member.role, to: role, ...(organisationId === undefined ? {} : { organisation: organisationId }) },
    at,
  });
  return 'done';
}

/** Removes a member by a colleague, as `removeMember` does. The only administrator stays. */
export async function removeColleague(
  tx: Queryable,
  { id, by }: { readonly id: number; readonly by: number },
  at: Date,
): Promise<MemberChange> {
  const member = await memberById(tx, id);
  if (member === undefined) return 'unknown';
  if (await isLastAdmin(tx, member)) return 'last_admin';
  await removeMember(tx, member.email, at, by);
  return 'done';
}

/** Changes the name that residents see. */
export async function rename(
  tx: Queryable,
  { id, displayName, by }: { readonly id: number; readonly displayName: string | undefined; readonly by: number },
  at: Date,
): Promise<void> {
  await tx.execute(sql`update staff_member set display_name = ${displayName ?? null} where id = ${id}`);
  await noteAudit(tx, { by, action: 'staff.rename', subject: { kind: 'staff_member', id }, at });
}

/**
 * Removes a member, ends the sessions, revokes the tokens and the link, and notes it.
 * @param by who removes; undefined for whoever has the server's command line
 * @returns the revoked tokens; undefined when there is nobody
 */
export async function removeMember(tx: Queryable, email: string, at: Date, by?: number): Promise<number | undefined> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    update staff_member set removed_at = ${at} where email = ${email} and removed_at is null returning id`);
  const id = rows[0]?.id;
  if (id === undefined) return undefined;
  const revoked = await tx.execute(sql`
    update staff_token set revoked_at = ${at} where staff_id = ${id} and revoked_at is null returning 1`);
  const tokens = revoked.rows.length;
  // With the sessions and the second factor that hang on it.
  await tx.execute(sql`delete from staff_user where member_id = ${id}`);
  await tx.execute(sql`delete from staff_link where staff_id = ${id}`);
  const subject = { kind: 'staff_member', id: Number(id) };
  await noteAudit(tx, { by, action: 'staff.remove', subject, detail: { tokens }, at });
  return tokens;
}

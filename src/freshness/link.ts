import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { hashOfToken, noteAudit } from '../staff/index.ts';

/** Days for which a link works. */
export const linkDays = 30;

/** Who came with a link. */
export interface LinkHolder {
  readonly linkId: number;
  readonly organisation: { readonly id: number; readonly name: string };
  readonly expiresAt: Date;
}

/**
 * Makes a link by which whoever has it confirms the courses of an organisation, for thirty days; the ones made before go on working. Of its
 * token, 256 random bits, only the hash is kept. That the organisation was asked is noted with it.
 * @returns the token; undefined when there is no such organisation
 */
export async function makeConfirmLink(
  tx: Queryable,
  organisationId: number,
  by: number,
  at: Date,
): Promise<string | undefined> {
  const token = randomBytes(32).toString('base64url');
  const { rows } = await tx.execute<{ id: string }>(sql`
    insert into confirm_link (organisation_id, token_hash, made_by, made_at, expires_at)
    select id, ${hashOfToken(token)}, ${by}, ${at}, ${new Date(at.getTime() + linkDays * 86_400_000)}
    from organisation where id = ${organisationId} returning id`);
  if (rows[0] === undefined) return undefined;
  await tx.execute(sql`
    update organisation_ask set asked_at = ${at}, asked_by = ${by} where organisation_id = ${organisationId}`);
  const subject = { kind: 'organisation', id: organisationId };
  await noteAudit(tx, { by, action: 'freshness.link', subject, detail: { link: Number(rows[0].id) }, at });
  return token;
}

/** Makes every link of an organisation worthless. Returns how many worked; undefined when there is no such organisation. */
export async function revokeConfirmLinks(
  tx: Queryable,
  organisationId: number,
  by: number,
  at: Date,
): Promise<number | undefined> {
  const { rows: known } = await tx.execute(sql`select 1 from organisation where id = ${organisationId}`);
  if (known.length === 0) return undefined;
  const { rows } = await tx.execute(sql`
    update confirm_link set revoked_at = ${at}
    where organisation_id = ${organisationId} and revoked_at is null and expires_at > ${at} returning 1`);
  if (rows.length > 0) {
    const subject = { kind: 'organisation', id: organisationId };
    await noteAudit(tx, { by, action: 'freshness.revoke', subject, detail: { links: rows.length }, at });
  }
  return rows.length;
}

/** Who a token belongs to, while it works. It reads only. */
export async function linkHolder(db: Queryable, token: string, now: Date): Promise<LinkHolder | undefined> {
  if (!/^[A-Za-z0-9_-]{43}$/.test(token)) return undefined;
  const { rows } = await db.execute<{ id: string; organisation_id: string; name: string; expires_at: string }>(sql`
    select confirm_link.id, organisation_id, name, expires_at
    from confirm_link join organisation on organisation.id = organisation_id
    where token_hash = ${hashOfToken(token)} and revoked_at is null and expires_at > ${now}`);
  const row = rows[0];
  return (
    row && {
      linkId: Number(row.id),
      organisation: { id: Number(row.organisation_id), name: row.name },
      expiresAt: new Date(row.expires_at),
    }
  );
}

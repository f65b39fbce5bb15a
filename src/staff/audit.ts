import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { audit } from './schema.ts';

/** One thing that staff did. */
export interface AuditEntry {
  /** The member; undefined for whoever has the server's command line. */
  readonly by: number | undefined;
  /** Module and verb: "inbox.answer". */
  readonly action: `${string}.${string}`;
  readonly subject: { readonly kind: string; readonly id: number };
  /** Facts in numbers and fixed words: no text of anybody, nothing that names a resident. */
  readonly detail?: Readonly<Record<string, string | number | boolean>>;
  readonly at: Date;
}

/** Notes what staff did, in the transaction that did it. Rows are never changed. */
export async function noteAudit(tx: Queryable, entry: AuditEntry): Promise<void> {
  await tx.insert(audit).values({
    at: entry.at,
    staffId: entry.by ?? null,
    action: entry.action,
    subjectKind: entry.subject.kind,
    subjectId: entry.subject.id,
    detail: entry.detail ?? {},
  });
}

/** An entry as it is read. */
export interface ReadEntry {
  readonly id: number;
  readonly at: Date;
  /** The e-mail of who did it; undefined for the server's command line. */
  readonly by: string | undefined;
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: number };
  /** The e-mail when the subject is a member. */
  readonly subjectEmail: string | undefined;
  readonly detail: Readonly<Record<string, string | number | boolean>>;
}

export interface AuditFilter {
  readonly staffId?: number;
  /** The module: what stands before the point of an action. */
  readonly area?: string;
  /** Days of the city, `YYYY-MM-DD`; the last one counts to its end. */
  readonly fromDay?: string;
  readonly toDay?: string;
  readonly timezone: string;
  /** Only entries of smaller ids. */
  readonly before?: number;
  readonly limit: number;
}

/** Entries, the newest first. */
export async function readAudit(db: Queryable, filter: AuditFilter): Promise<ReadEntry[]> {
  const { rows } = await db.execute<{
    id: string;
    at: string;
    by: string | null;
    action: string;
    subject_kind: string;
    subject_id: string;
    subject_email: string | null;
    detail: Record<string, string | number | boolean>;
  }>(sql`
    select audit.id, at, member.email as by, action, subject_kind, subject_id, subject.email as subject_email, detail
    from audit left join staff_member as member on member.id = staff_id
    left join staff_member as subject on subject_kind = 'staff_member' and subject.id = subject_id
    where (${filter.staffId ?? null}::bigint is null or staff_id = ${filter.staffId ?? null})
      and (${filter.area ?? null}::text is null or split_part(action, '.', 1) = ${filter.area ?? null})
      and (${filter.fromDay ?? null}::date is null or at >= ${filter.fromDay ?? null}::date::timestamp at time zone ${filter.timezone})
      and (${filter.toDay ?? null}::date is null or at < (${filter.toDay ?? null}::date + 1)::timestamp at time zone ${filter.timezone})
      and (${filter.before ?? null}::bigint is null or audit.id < ${filter.before ?? null})
    order by audit.id desc limit ${filter.limit}`);
  return rows.map((row) => ({
    id: Number(row.id),
    at: new Date(row.at),
    by: row.by ?? undefined,
    action: row.action,
    subject: { kind: row.subject_kind, id: Number(row.subject_id) },
    subjectEmail: row.subject_email ?? undefined,
    detail: row.detail,
  }));
}

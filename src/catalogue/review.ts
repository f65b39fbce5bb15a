import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { bumpCatalogueVersion } from './repository.ts';

/** A course as those see it who ask for its content to be reviewed. */
export interface ReviewedCourse {
  readonly key: number;
  readonly id: string;
  readonly title: string;
  readonly organisationId: number;
  readonly reviewedOn: string | undefined;
}

/** The course of a public id or key, with whose it is; locked until the end of the transaction with `lock` (call `lockCatalogue` first). */
export async function reviewedCourse(
  db: Queryable,
  course: string | number,
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<ReviewedCourse | undefined> {
  // No id has control characters, and the database takes none.
  if (typeof course === 'string' && /\p{Cc}/u.test(course)) return undefined;
  const { rows } = await db.execute<{
    id: string;
    public_id: string;
    title: string;
    organisation_id: string;
    reviewed_on: string | null;
  }>(sql`
    select id, public_id, title, organisation_id, reviewed_on::text from course
    where ${typeof course === 'number' ? sql`id = ${course}` : sql`public_id = ${course}`}
    ${lock ? sql`for no key update` : sql``}`);
  const row = rows[0];
  return (
    row && {
      key: Number(row.id),
      id: row.public_id,
      title: row.title,
      organisationId: Number(row.organisation_id),
      reviewedOn: row.reviewed_on ?? undefined,
    }
  );
}

/** Writes the day on which a course's content was reviewed, or that nobody has said; every replica's index follows. */
export async function setReviewed(tx: Queryable, key: number, day: string | undefined, now: Date): Promise<void> {
  const version = await bumpCatalogueVersion(tx);
  await tx.execute(sql`
    update course set reviewed_on = ${day ?? null}::date, change_version = ${version}, updated_at = ${now} where id = ${key}`);
}

import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';

/** A workshop that a learner was at. */
export interface AttendedWorkshop {
  readonly title: string;
  readonly checkedInAt: Date;
  /** When its certificate was issued, if they asked for one. */
  readonly certificateAt: Date | undefined;
}

/** The workshops a learner was checked in at and the programmes they completed, the newest first; invented sample ones are left out. */
export async function attendedWorkshops(db: Queryable, learnerId: number): Promise<AttendedWorkshop[]> {
  const { rows } = await db.execute<{ title: string; checked_in_at: string; certificate_at: string | null }>(sql`
    select workshop.title, checked_in_at, certificate_at
    from workshop_registration join workshop on workshop.id = workshop_id
    where learner_id = ${learnerId} and checked_in_at is not null and not workshop.sample
      and (programme is null or completed_at is not null) order by checked_in_at desc`);
  return rows.map((row) => ({
    title: row.title,
    checkedInAt: new Date(row.checked_in_at),
    certificateAt: row.certificate_at === null ? undefined : new Date(row.certificate_at),
  }));
}

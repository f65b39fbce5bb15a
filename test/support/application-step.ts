import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { createApplicationDesk } from '../../src/applications/index.ts';
import type { Database } from '../../src/database/index.ts';
import type { ApplicationStep } from './dialogue.ts';
import { addStaff } from './staff.ts';

/** Decides about the newest application for an offer, or asks something back, as a member of staff does. */
export async function doToApplication(database: Database, step: ApplicationStep, now: Date): Promise<void> {
  const { rows } = await database.db.execute<{ id: string }>(sql`
    select application.id from application left join scholarship on scholarship.id = scholarship_id
    left join internship on internship.id = internship_id
    where coalesce(scholarship.title, internship.title) = ${step.of} order by application.id desc limit 1`);
  const { id: staffId } = await addStaff(database, 'editor', { email: `xet-${step.application}@thanhpho.example` });
  const desk = createApplicationDesk({ database, clock: () => now, timezone: 'Asia/Ho_Chi_Minh' });
  const actor = { staffId, organisationId: undefined };
  expect(await desk[step.application](actor, Number(rows[0]?.id), step.words)).toEqual({ ok: true });
}

import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import type { Database } from '../../src/database/index.ts';
import { createProgramme, noteSession, registrationByCode, workshopById } from '../../src/workshops/index.ts';
import type { ProgrammeStep } from './dialogue.ts';

/** Makes a programme with sessions of two hours, or notes that somebody came to one. */
export async function doToProgramme(
  database: Database,
  step: ProgrammeStep,
  now: Date,
  spoken: (text: string) => string,
): Promise<void> {
  const by = { staffId: undefined, now };
  if ('programme' in step) {
    const { programme: id, title, kind, place, capacity, topics } = step;
    const sessions = step.sessions.map((startsAt) => ({
      startsAt,
      endsAt: new Date(startsAt.getTime() + 2 * 3_600_000),
    }));
    const made = await database.transaction((tx) =>
      createProgramme(tx, { id, title, kind, place, capacity, topics: topics ?? [], sessions }, by),
    );
    expect(made, id).toBeDefined();
    return;
  }
  const code = spoken(step.attended);
  const registration = await registrationByCode(database.db, code);
  const { rows } = await database.db.execute<{ public_id: string }>(
    sql`select public_id from workshop where id = ${registration?.workshopKey ?? 0}`,
  );
  const programme = await workshopById(database.db, rows[0]?.public_id ?? '');
  const outcome = await database.transaction((tx) =>
    noteSession(
      tx,
      {
        workshopKey: programme?.key ?? 0,
        sessionKey: programme?.sessions[step.session - 1]?.key ?? 0,
        registrationKeys: [registration?.key ?? 0],
      },
      by,
    ),
  );
  expect(outcome, code).toBe('noted');
}

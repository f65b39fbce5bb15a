import { sql } from 'drizzle-orm';
import type { Database } from '../../src/database/index.ts';
import type { Track } from '../../src/learning/index.ts';

async function learnerOf(database: Database): Promise<number> {
  const { rows } = await database.db.execute<{ id: string }>(sql`select id from learner order by id limit 1`);
  return Number(rows[0]?.id);
}

/**
 * Lessons of a track that the first learner has gone through, one a day up to a moment, with every item answered right. Returns the learner.
 * @param lessons their positions
 * @param placedAfter lessons that the first questions skipped
 */
export async function learn(
  database: Database,
  taken: Track,
  {
    lessons,
    until,
    placedAfter = 0,
  }: { readonly lessons: readonly number[]; readonly until: string; readonly placedAfter?: number },
): Promise<number> {
  const learnerId = await learnerOf(database);
  await database.db.execute(sql`
    insert into track_enrolment (learner_id, track, started_at, placed_after, noted_at)
    values (${learnerId}, ${taken.id}, now(), ${placedAfter}, now())`);
  for (const [position, place] of lessons.entries()) {
    const lesson = taken.lessons[place - 1];
    if (lesson === undefined) throw new Error(`no lesson ${place}`);
    const at = new Date(new Date(until).getTime() - (lessons.length - 1 - position) * 86_400_000);
    await database.db.execute(sql`
      insert into lesson_run (learner_id, lesson, track, way, step, started_at, noted_at, finished_at)
      values (${learnerId}, ${lesson.id}, ${taken.id}, 'read', '{}', ${at}, ${at}, ${at})`);
    await rightAnswers(database, learnerId, lesson, at);
  }
  return learnerId;
}

/** Each item of a lesson answered right, without a hint. */
export async function rightAnswers(
  database: Database,
  learnerId: number,
  lesson: Track['lessons'][number],
  at: Date,
): Promise<void> {
  for (const { id } of lesson.items) {
    await database.db.execute(sql`
      insert into attempt (learner_id, item, at, place, is_variant, outcome, hint_level)
      values (${learnerId}, ${id}, ${at}, 'lesson', false, 'right', 0)`);
  }
}

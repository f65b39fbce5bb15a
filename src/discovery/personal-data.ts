import { sql } from 'drizzle-orm';
import type { PersonalDataOwner } from '../learners/index.ts';

export const discoveryPersonalData: PersonalDataOwner = {
  tables: ['wish', 'course_mark'],
  async exportLearner(tx, learnerId) {
    const wishes = await tx.execute(sql`
      select topic, facets, results, unmet, asked_at from wish where learner_id = ${learnerId} order by id`);
    const marks = await tx.execute(sql`
      select course.public_id as course, course.title, course_mark.kind, course_mark.detail, course_mark.marked_at
      from course_mark join course on course.id = course_mark.course_id
      where learner_id = ${learnerId} order by marked_at`);
    return { wish: wishes.rows, course_mark: marks.rows };
  },
  async eraseLearner(tx, learnerId) {
    await tx.execute(sql`delete from wish where learner_id = ${learnerId}`);
    await tx.execute(sql`delete from course_mark where learner_id = ${learnerId}`);
  },
  async mergeLearners(tx, from, into) {
    await tx.execute(sql`update wish set learner_id = ${into} where learner_id = ${from}`);
    await tx.execute(sql`
      insert into course_mark (learner_id, course_id, kind, detail, marked_at)
      select ${into}, course_id, kind, detail, marked_at from course_mark where learner_id = ${from}
      on conflict do nothing`);
    await tx.execute(sql`delete from course_mark where learner_id = ${from}`);
  },
};

import { sql } from 'drizzle-orm';
import { movedIds, type PersonalDataOwner, returnRows } from '../learners/index.ts';
import { type ApplicableKind, giveSeatBack } from '../opportunities/index.ts';
import { offers } from './application.ts';

export const applicationsPersonalData: PersonalDataOwner = {
  tables: ['application'],
  async exportLearner(tx, learnerId) {
    const { rows } = await tx.execute(sql`
      select offer.kind, offer.title, organisation.name as organisation, status, call_name, phone, reason, standing, consent_text_version,
        consent_text_hash, channel, applied_at, question, asked_at, answer, answered_at, decision, decided_at,
        learner_rating, learner_comment, learner_rated_at, organisation_rating, organisation_comment, organisation_rated_at, feedback_asked_at
      from application ${offers} join organisation on organisation.id = offer.organisation_id
      where learner_id = ${learnerId} order by application.id`);
    return { application: rows };
  },
  /** Who is erased takes part in nothing any more: a seat that they had goes to others. */
  async eraseLearner(tx, learnerId) {
    const { rows } = await tx.execute<{ status: string; kind: ApplicableKind; key: string }>(sql`
      delete from application where learner_id = ${learnerId}
      returning status, case when scholarship_id is null then 'internship' else 'scholarship' end as kind,
        coalesce(scholarship_id, internship_id) as key`);
    const seats = rows
      .filter(({ status }) => status === 'accepted')
      .map(({ kind, key }) => ({ kind, key: Number(key) }));
    // In one order everywhere, so that two who are erased at once do not wait for each other.
    seats.sort((a, b) => a.kind.localeCompare(b.kind) || a.key - b.key);
    for (const seat of seats) await giveSeatBack(tx, seat);
  },
  // Both may have applied for the same: the organisation has two applications of one person then, and decides about both.
  async mergeLearners(tx, from, into) {
    const { rows } = await tx.execute<{ id: string }>(sql`
      update application as mine set learner_id = ${into}, is_second = exists (
        select 1 from application as theirs where theirs.learner_id = ${into}
          and (theirs.scholarship_id = mine.scholarship_id or theirs.internship_id = mine.internship_id))
      where learner_id = ${from} returning id`);
    return { application: { ids: rows.map(({ id }) => Number(id)) } };
  },
  async unmergeLearners(tx, moved, from, into) {
    await returnRows(tx, moved, 'application', from, into);
    await tx.execute(sql`
      update application set is_second = false
      where learner_id = ${from} and id = any(${sql.param(movedIds(moved, 'application'))}::bigint[])`);
  },
};

import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { atCityTime } from '../time/index.ts';
import { attendedWorkshops } from '../workshops/index.ts';
import { type Criteria, cityCriteria } from './criteria-file.ts';
import { type CriterionStanding, type EvidenceFact, evidenceOf } from './evidence.ts';
import { type LearningRecord, learningRecordOf } from './learning-record.ts';
import type { Lessons } from './lesson.ts';
import { isMastered } from './review.ts';
import type { SelfAssessments } from './self-assessment-file.ts';
import { sittingsOf } from './self-assessment-record.ts';
import { trackFinish } from './track-finish.ts';

/** What evidence is named by, and where a day begins. */
export interface NotebookOptions {
  readonly lessons: Lessons;
  readonly selfAssessments: SelfAssessments;
  readonly timezone: string;
}

/** How a learner stood with the city's criteria at a moment. */
export interface Notebook {
  readonly criteria: Criteria;
  readonly standings: readonly CriterionStanding[];
  readonly at: Date;
}

/** A learner's notebook under the city's first list of criteria; undefined in a city without one. */
export async function notebookOf(
  db: Queryable,
  learnerId: number,
  options: NotebookOptions & { readonly now: Date },
): Promise<Notebook | undefined> {
  const [criteria] = cityCriteria();
  if (criteria === undefined) return undefined;
  const facts = await notebookFacts(db, learnerId, options);
  return { criteria, standings: evidenceOf(criteria, facts, options.now), at: options.now };
}

/** All that a learner did and that can be evidence; invented sample courses and workshops are left out. Four statements. */
async function notebookFacts(
  db: Queryable,
  learnerId: number,
  { lessons, selfAssessments, timezone }: NotebookOptions,
): Promise<EvidenceFact[]> {
  const record = await learningRecordOf(db, learnerId, { timezone });
  const workshops = await attendedWorkshops(db, learnerId);
  return [
    ...learntFacts(record, lessons, timezone),
    ...workshops.map(
      ({ title, checkedInAt }): EvidenceFact => ({ kind: 'workshop_attended', title, at: checkedInAt, domains: [] }),
    ),
    ...workshops.flatMap(({ title, certificateAt }): EvidenceFact[] =>
      certificateAt === undefined ? [] : [{ kind: 'certificate_earned', title, at: certificateAt, domains: [] }],
    ),
    ...(await finishedCourses(db, learnerId)),
    ...(await takenAssessments(db, learnerId, selfAssessments)),
  ];
}

/** What the lessons themselves show. */
export function learntFacts(record: LearningRecord, lessons: Lessons, timezone: string): EvidenceFact[] {
  const facts: EvidenceFact[] = record.days.map((day) => ({
    kind: 'days_learning',
    title: '',
    at: atCityTime({ day, minutes: 0 }, timezone),
    domains: [],
  }));
  for (const { lesson: id, at } of record.finished) {
    const lesson = lessons.lesson(id);
    if (lesson === undefined) continue;
    facts.push({ kind: 'lesson_completed', title: lesson.title, at, domains: lesson.domains, track: lesson.track });
  }
  for (const track of lessons.tracks) {
    const at = trackFinish(track, record).finishedAt;
    if (at === undefined) continue;
    facts.push({ kind: 'track_completed', title: track.title, at, domains: track.domains, track: track.id });
  }
  for (const memory of record.known.filter(isMastered)) {
    const lesson = lessons.item(memory.item)?.lesson;
    if (lesson === undefined) continue;
    const { domains, track } = lesson;
    facts.push({ kind: 'items_mastered', title: '', at: memory.lastAt, domains, track });
  }
  for (const { title, issuedAt, track, withdrawn } of record.certificates) {
    if (withdrawn !== undefined) continue;
    facts.push({
      kind: 'certificate_earned',
      title,
      at: issuedAt,
      domains: lessons.track(track)?.domains ?? [],
      track,
    });
  }
  return facts;
}

async function finishedCourses(db: Queryable, learnerId: number): Promise<EvidenceFact[]> {
  const { rows } = await db.execute<{ title: string; finished_at: string }>(sql`
    select title, coalesce(finished_at, noted_at) as finished_at from enrolment
    where learner_id = ${learnerId} and status = 'finished' and not sample`);
  return rows.map(({ title, finished_at }) => ({
    kind: 'course_finished',
    title,
    at: new Date(finished_at),
    domains: [],
  }));
}

/** Self-assessments that were answered to the end, or stopped with a result. */
async function takenAssessments(db: Queryable, learnerId: number, known: SelfAssessments): Promise<EvidenceFact[]> {
  return (await sittingsOf(db, learnerId)).flatMap(({ assessment, finishedAt }): EvidenceFact[] =>
    finishedAt === undefined
      ? []
      : [{ kind: 'selftest_taken', title: known.get(assessment)?.title ?? '', at: finishedAt, domains: [] }],
  );
}

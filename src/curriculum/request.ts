import { type SQL, sql } from 'drizzle-orm';
import { lockCatalogue, reviewedCourse, setReviewed } from '../catalogue/index.ts';
import type { Queryable } from '../database/index.ts';
import { noteAudit } from '../staff/index.ts';
import type { requestAnswers, requestEnds, requestStates } from './schema.ts';

/**
 * What the city would like an organisation to change in a course:
 *
 *   open ──answer──> accepted (with a day) │ done (the course counts as reviewed) │ declined (with a reason)
 *     ▲                  an answer may be given anew or taken back until the city closes
 *     └──take back──┘
 *   accepted, done, declined ──close──> closed        open, accepted ──withdraw──> withdrawn
 *   closed, withdrawn ──reopen──> what it was before
 */
export type RequestState = (typeof requestStates)[number];
export type RequestAnswer = (typeof requestAnswers)[number];

/** The longest texts, in characters. */
export const longestAsk = 2000;
export const longestAnswerNote = 500;

/** What is asked for. Days are `YYYY-MM-DD`. */
export interface RequestInput {
  readonly what: string;
  readonly why: string | undefined;
  readonly wantedBy: string | undefined;
}

/** An answer as its edge has checked it: a plan has its day, a refusal its reason. */
export type GivenAnswer =
  | { readonly answer: 'accepted'; readonly plannedOn: string; readonly note: string | undefined }
  | { readonly answer: 'done'; readonly note: string | undefined }
  | { readonly answer: 'declined'; readonly note: string };

export interface CurriculumRequest extends RequestInput {
  readonly id: number;
  readonly course: { readonly id: string; readonly title: string; readonly reviewedOn: string | undefined };
  readonly organisation: { readonly id: number; readonly name: string };
  readonly state: RequestState;
  /** What the organisation said last; it stays when the city closes. */
  readonly answer: RequestAnswer | undefined;
  readonly plannedOn: string | undefined;
  readonly note: string | undefined;
  readonly answeredAt: Date | undefined;
  readonly createdAt: Date;
}

interface RequestRow extends Record<string, unknown> {
  id: string;
  course_public_id: string;
  title: string;
  reviewed_on: string | null;
  organisation_id: string;
  organisation: string;
  what: string;
  why: string | null;
  wanted_by: string | null;
  answer: RequestAnswer | null;
  ended: (typeof requestEnds)[number] | null;
  planned_on: string | null;
  note: string | null;
  answered_at: string | null;
  created_at: string;
}

async function select(db: Queryable, rest: SQL): Promise<CurriculumRequest[]> {
  const { rows } = await db.execute<RequestRow>(sql`
    select request.id, course.public_id as course_public_id, course.title, course.reviewed_on::text, request.organisation_id,
      organisation.name as organisation, what, why, wanted_by::text, answer, ended, planned_on::text, note, answered_at,
      request.created_at
    from curriculum_request as request join course on course.id = request.course_id
    join organisation on organisation.id = request.organisation_id ${rest}`);
  return rows.map((row) => ({
    id: Number(row.id),
    course: { id: row.course_public_id, title: row.title, reviewedOn: row.reviewed_on ?? undefined },
    organisation: { id: Number(row.organisation_id), name: row.organisation },
    what: row.what,
    why: row.why ?? undefined,
    wantedBy: row.wanted_by ?? undefined,
    state: row.ended ?? row.answer ?? 'open',
    answer: row.answer ?? undefined,
    plannedOn: row.planned_on ?? undefined,
    note: row.note ?? undefined,
    answeredAt: row.answered_at === null ? undefined : new Date(row.answered_at),
    createdAt: new Date(row.created_at),
  }));
}

/** The request of an id. @param organisationId of whom it must be; anybody's when missing */
export async function curriculumRequestById(
  db: Queryable,
  id: number,
  organisationId?: number | undefined,
): Promise<CurriculumRequest | undefined> {
  const found = (await select(db, sql`where request.id = ${id}`))[0];
  return organisationId === undefined || found?.organisation.id === organisationId ? found : undefined;
}

/** Requests: those that wait for an answer first, then what is not ended, each by the day it is wanted; then the newest. */
export function listCurriculumRequests(
  db: Queryable,
  look: { readonly organisationId?: number | undefined; readonly limit: number; readonly offset: number },
): Promise<CurriculumRequest[]> {
  const { organisationId = null, limit, offset } = look;
  return select(
    db,
    sql`where ${organisationId}::bigint is null or request.organisation_id = ${organisationId}::bigint
    order by ended is not null, answer is not null, case when ended is null then wanted_by end nulls last, request.id desc
    limit ${limit} offset ${offset}`,
  );
}

/** How many wait: for the organisation's answer, and for the city to look at an answer. @param organisationId of all when missing */
export async function countCurriculumRequests(
  db: Queryable,
  organisationId?: number | undefined,
): Promise<{ readonly open: number; readonly answered: number }> {
  const { rows } = await db.execute<{ open: number; answered: number }>(sql`
    select count(*) filter (where answer is null)::int as open, count(*) filter (where answer is not null)::int as answered
    from curriculum_request
    where ended is null and (${organisationId ?? null}::bigint is null or organisation_id = ${organisationId ?? null}::bigint)`);
  return rows[0] ?? { open: 0, answered: 0 };
}

interface By {
  readonly staffId: number;
  readonly now: Date;
}

/** Asks the organisation of a course for a change; returns the request's id, or undefined when there is no such course. */
export async function openCurriculumRequest(
  tx: Queryable,
  courseId: string,
  input: RequestInput,
  by: By,
): Promise<number | undefined> {
  const course = await reviewedCourse(tx, courseId);
  if (course === undefined) return undefined;
  const { rows } = await tx.execute<{ id: string }>(sql`
    insert into curriculum_request (course_id, organisation_id, what, why, wanted_by, author_id, created_at, updated_at)
    values (${course.key}, ${course.organisationId}, ${input.what}, ${input.why ?? null}, ${input.wantedBy ?? null}::date,
      ${by.staffId}, ${by.now}, ${by.now}) returning id`);
  const id = Number(rows[0]?.id);
  await note(tx, 'curriculum.ask', id, by);
  return id;
}

/**
 * Writes what the organisation answers. "Done" makes today the course's day of review; another answer after it puts back what stood there
 * before, unless somebody has reviewed the course since. False when the request is ended or not the organisation's.
 * @param by.today the city's day
 */
export async function answerCurriculumRequest(
  tx: Queryable,
  request: Pick<CurriculumRequest, 'id' | 'organisation'>,
  given: GivenAnswer,
  by: By & { readonly today: string },
): Promise<boolean> {
  const held = await hold(tx, request);
  if (held === undefined || held.ended) return false;
  if (given.answer !== 'done') await restoreReview(tx, held, by.now);
  else if (held.answer !== 'done') await review(tx, held, by);
  await tx.execute(sql`
    update curriculum_request set answer = ${given.answer},
      planned_on = ${given.answer === 'accepted' ? given.plannedOn : null}::date, note = ${given.note ?? null},
      answered_by = ${by.staffId}, answered_at = ${by.now}, updated_at = ${by.now} where id = ${request.id}`);
  await note(tx, `curriculum.${given.answer}`, request.id, by);
  return true;
}

/** Takes the answer back, and with it the review that it wrote. False when there is none, or the city has closed. */
export async function takeAnswerBack(
  tx: Queryable,
  request: Pick<CurriculumRequest, 'id' | 'organisation'>,
  by: By,
): Promise<boolean> {
  const held = await hold(tx, request);
  if (held === undefined || held.ended || held.answer === null) return false;
  await restoreReview(tx, held, by.now);
  await tx.execute(sql`
    update curriculum_request set answer = null, planned_on = null, note = null, answered_by = null, answered_at = null,
      updated_at = ${by.now} where id = ${request.id}`);
  await note(tx, 'curriculum.take_back', request.id, by);
  return true;
}

/** Closes what was answered, or withdraws what is not done. False when it does not stand where the step begins. */
export async function endCurriculumRequest(
  tx: Queryable,
  id: number,
  to: (typeof requestEnds)[number],
  by: By,
): Promise<boolean> {
  const mayEnd = to === 'closed' ? sql`answer is not null` : sql`(answer is null or answer = 'accepted')`;
  const { rows } = await tx.execute(sql`
    update curriculum_request set ended = ${to}, ended_at = ${by.now}, updated_at = ${by.now}
    where id = ${id} and ended is null and ${mayEnd} returning 1`);
  if (rows.length > 0) await note(tx, to === 'closed' ? 'curriculum.close' : 'curriculum.withdraw', id, by);
  return rows.length > 0;
}

/** Undoes a closing or a withdrawal: it stands again where it stood. False when it is not ended. */
export async function reopenCurriculumRequest(tx: Queryable, id: number, by: By): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    update curriculum_request set ended = null, ended_at = null, updated_at = ${by.now}
    where id = ${id} and ended is not null returning 1`);
  if (rows.length > 0) await note(tx, 'curriculum.reopen', id, by);
  return rows.length > 0;
}

interface Held {
  readonly id: number;
  readonly courseKey: number;
  readonly organisationId: number;
  readonly answer: RequestAnswer | null;
  readonly ended: boolean;
  readonly reviewSet: string | null;
  readonly reviewBefore: string | null;
}

/** The request, locked; before it the catalogue, as everybody takes them who changes a course. */
async function hold(
  tx: Queryable,
  { id, organisation }: Pick<CurriculumRequest, 'id' | 'organisation'>,
): Promise<Held | undefined> {
  await lockCatalogue(tx);
  const { rows } = await tx.execute<{
    course_id: string;
    answer: RequestAnswer | null;
    ended: boolean;
    review_set: string | null;
    review_before: string | null;
  }>(sql`
    select course_id, answer, ended is not null as ended, review_set::text, review_before::text from curriculum_request
    where id = ${id} and organisation_id = ${organisation.id} for no key update`);
  const row = rows[0];
  return (
    row && {
      id,
      courseKey: Number(row.course_id),
      organisationId: organisation.id,
      answer: row.answer,
      ended: row.ended,
      reviewSet: row.review_set,
      reviewBefore: row.review_before,
    }
  );
}

/** A course that has come to another organisation since is not this one's to review. */
async function review(tx: Queryable, held: Held, { now, today }: { now: Date; today: string }): Promise<void> {
  const course = await reviewedCourse(tx, held.courseKey, { lock: true });
  if (course === undefined || course.organisationId !== held.organisationId) return;
  await tx.execute(sql`
    update curriculum_request set review_set = ${today}::date, review_before = ${course.reviewedOn ?? null}::date where id = ${held.id}`);
  await setReviewed(tx, course.key, today, now);
}

async function restoreReview(tx: Queryable, held: Held, now: Date): Promise<void> {
  if (held.reviewSet === null) return;
  const course = await reviewedCourse(tx, held.courseKey, { lock: true });
  if (course?.organisationId === held.organisationId && course.reviewedOn === held.reviewSet)
    await setReviewed(tx, course.key, held.reviewBefore ?? undefined, now);
  await tx.execute(sql`
    update curriculum_request set review_set = null, review_before = null where id = ${held.id}`);
}

function note(tx: Queryable, action: `curriculum.${string}`, id: number, { staffId, now }: By): Promise<void> {
  return noteAudit(tx, { by: staffId, action, subject: { kind: 'curriculum_request', id }, at: now });
}

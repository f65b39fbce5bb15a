import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Queryable } from '../database/index.ts';
import type { ApplicableKind, OfferKey } from '../opportunities/index.ts';

/**
 * How an application stands: `waiting` for a decision, `asked` something back and waiting for its person; then one of the three that end
 * it. Only its person withdraws; an accepted one can be withdrawn too, which frees its seat.
 */
export const applicationStatuses = ['waiting', 'asked', 'accepted', 'refused', 'withdrawn'] as const;
export type ApplicationStatus = (typeof applicationStatuses)[number];

/** What a person is told of their application. */
export type NewsKind = 'question' | 'accepted' | 'refused' | 'feedback';

/**
 * How somebody stood to the conditions when they applied: kinds of conditions of a scholarship, skills of an internship. What is `open` was
 * not known.
 */
export const standingSchema = z.object({
  met: z.array(z.string()),
  failed: z.array(z.string()),
  open: z.array(z.string()),
});
export type Standing = z.output<typeof standingSchema>;

/** What is applied for. Money is whole đồng; dates are `YYYY-MM-DD`. */
export interface AppliedOffer extends OfferKey {
  /** Its public id. */
  readonly id: string;
  readonly title: string;
  readonly organisation: string;
  readonly seats: number | undefined;
  readonly taken: number;
  /** Of a scholarship, for one seat. */
  readonly amountVnd: number | undefined;
  readonly deadline: string | undefined;
  /** The last day of an internship. */
  readonly endsOn: string | undefined;
}

/** An application. What its person wrote is undefined once it was withdrawn. */
export interface Application {
  readonly id: number;
  readonly learnerId: number;
  readonly offer: AppliedOffer;
  readonly status: ApplicationStatus;
  readonly callName: string | undefined;
  /** Undefined: they are reached in the chat. */
  readonly phone: string | undefined;
  readonly reason: string | undefined;
  readonly standing: Standing;
  readonly appliedAt: Date;
  readonly question: string | undefined;
  readonly askedAt: Date | undefined;
  readonly answer: string | undefined;
  readonly answeredAt: Date | undefined;
  /** The sentence that came with the decision. */
  readonly decision: string | undefined;
  readonly decidedAt: Date | undefined;
  /** What each side said of the other after an internship. */
  readonly feedback: { readonly ofLearner: Feedback | undefined; readonly ofOrganisation: Feedback | undefined };
}

/** One to five, with a sentence. */
export interface Feedback {
  readonly rating: number;
  readonly comment: string | undefined;
}

interface Row extends Record<string, unknown> {
  id: string;
  learner_id: string;
  kind: ApplicableKind;
  offer_key: string;
  public_id: string;
  title: string;
  organisation: string;
  seats: number | null;
  taken: number;
  amount_vnd: string | null;
  deadline: string | null;
  ends_on: string | null;
  status: ApplicationStatus;
  call_name: string | null;
  phone: string | null;
  reason: string | null;
  standing: unknown;
  applied_at: string;
  question: string | null;
  asked_at: string | null;
  answer: string | null;
  answered_at: string | null;
  decision: string | null;
  decided_at: string | null;
  learner_rating: number | null;
  learner_comment: string | null;
  organisation_rating: number | null;
  organisation_comment: string | null;
}

/** The offer of each application as `offer`, whatever its kind. */
export const offers = sql`join lateral (
    select 'scholarship' as kind, id, public_id, title, organisation_id, seats, taken, amount_vnd, deadline, null::date as ends_on from scholarship where id = application.scholarship_id
    union all
    select 'internship', id, public_id, title, organisation_id, seats, taken, null, deadline, ends_on from internship where id = application.internship_id
  ) as offer on true`;

/** Applications by the rest of a statement, which may speak of `application` and of `offer`. */
export async function selectApplications(db: Queryable, rest: SQL): Promise<Application[]> {
  const { rows } = await db.execute<Row>(sql`
    select application.id, learner_id, offer.kind, offer.id as offer_key, offer.public_id, offer.title, organisation.name as organisation,
      offer.seats, offer.taken, offer.amount_vnd, offer.deadline::text, offer.ends_on::text, status, call_name, phone, reason, standing, applied_at, question,
      asked_at, answer, answered_at, decision, decided_at, learner_rating, learner_comment, organisation_rating, organisation_comment
    from application ${offers} join organisation on organisation.id = offer.organisation_id ${rest}`);
  return rows.map(read);
}

const moment = (at: string | null): Date | undefined => (at === null ? undefined : new Date(at));

function feedbackOf(rating: number | null, comment: string | null): Feedback | undefined {
  return rating === null ? undefined : { rating, comment: comment ?? undefined };
}

function read(row: Row): Application {
  return {
    id: Number(row.id),
    learnerId: Number(row.learner_id),
    offer: {
      kind: row.kind,
      key: Number(row.offer_key),
      id: row.public_id,
      title: row.title,
      organisation: row.organisation,
      seats: row.seats ?? undefined,
      taken: row.taken,
      amountVnd: row.amount_vnd === null ? undefined : Number(row.amount_vnd),
      deadline: row.deadline ?? undefined,
      endsOn: row.ends_on ?? undefined,
    },
    status: row.status,
    callName: row.call_name ?? undefined,
    phone: row.phone ?? undefined,
    reason: row.reason ?? undefined,
    standing: standingSchema.parse(row.standing),
    appliedAt: new Date(row.applied_at),
    question: row.question ?? undefined,
    askedAt: moment(row.asked_at),
    answer: row.answer ?? undefined,
    answeredAt: moment(row.answered_at),
    decision: row.decision ?? undefined,
    decidedAt: moment(row.decided_at),
    feedback: {
      ofLearner: feedbackOf(row.learner_rating, row.learner_comment),
      ofOrganisation: feedbackOf(row.organisation_rating, row.organisation_comment),
    },
  };
}

/** The column that names an offer of a kind. */
export function columnOf(kind: ApplicableKind): SQL {
  return sql.identifier(`${kind}_id`) as unknown as SQL;
}

/** The applications of a learner, the newest first. */
export function applicationsOf(db: Queryable, learnerId: number, kind?: ApplicableKind): Promise<Application[]> {
  const ofKind = kind === undefined ? sql`` : sql`and offer.kind = ${kind}`;
  return selectApplications(db, sql`where learner_id = ${learnerId} ${ofKind} order by application.id desc limit 50`);
}

/** An application of anybody under an account, or undefined. */
export async function applicationOfAccount(
  db: Queryable,
  accountId: number,
  id: number,
): Promise<Application | undefined> {
  const [found] = await selectApplications(
    db,
    sql`where application.id = ${id} and learner_id in (select id from learner where account_id = ${accountId})`,
  );
  return found;
}

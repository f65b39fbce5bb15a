import { type SQL, sql } from 'drizzle-orm';
import type { Clock, Database, Queryable } from '../database/index.ts';
import { type ApplicableKind, takeSeat } from '../opportunities/index.ts';
import { noteAudit } from '../staff/index.ts';
import { cityTime } from '../time/index.ts';
import { type Application, type ApplicationStatus, offers, selectApplications } from './application.ts';

/** Who acts, and which applications are theirs to see. */
export interface Actor {
  readonly staffId: number;
  /** Undefined: those of all organisations. Nothing is of organisation 0: a partner without one sees nothing. */
  readonly organisationId: number | undefined;
}

/**
 * An application as those see it who decide: not which learner it is of, and, where an organisation looks, not what its intern said of it.
 * `mayRate`: the internship is over, and the organisation has not said yet how it was.
 */
export type SeenApplication = Omit<Application, 'learnerId'> & { readonly mayRate: boolean };

export interface ApplicationFilter {
  readonly status?: ApplicationStatus;
  readonly kind?: ApplicableKind;
  /** Only those of smaller ids. */
  readonly before?: number;
  readonly limit: number;
}

/** How many there are of each status. */
export type ApplicationCounts = Readonly<Record<ApplicationStatus, number>>;

/** Why something was not done. */
export type Refusal = 'not_found' | 'wrong_state' | 'no_seats' | 'asked_before' | 'not_over' | 'rated_before';

export type Outcome = { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal };

/** Where staff and the organisation that an offer is of decide. What changes something, and each look at what a person wrote, is in the audit. */
export interface ApplicationDesk {
  /** The newest first. */
  list(actor: Actor, filter: ApplicationFilter): Promise<readonly SeenApplication[]>;
  count(actor: Actor): Promise<ApplicationCounts>;
  /** One in full; undefined when the actor sees no such. */
  read(actor: Actor, id: number): Promise<SeenApplication | undefined>;
  /** Gives a seat. Of two who give the last one at once, one is refused with `no_seats`. */
  accept(actor: Actor, id: number, words: string): Promise<Outcome>;
  refuse(actor: Actor, id: number, words: string): Promise<Outcome>;
  /** Asks its person something, once. */
  ask(actor: Actor, id: number, question: string): Promise<Outcome>;
  /** What the organisation says of an intern after the last day, 1 to 5 and a sentence, once. */
  rate(actor: Actor, id: number, given: { readonly rating: number; readonly text: string }): Promise<Outcome>;
}

const done: Outcome = { ok: true };
const refused = (refusal: Refusal): Outcome => ({ ok: false, refusal });

/** What an actor sees, as a condition over `offer`. */
function within({ organisationId }: Actor): SQL {
  return organisationId === undefined ? sql`true` : sql`offer.organisation_id = ${organisationId}`;
}

export function createApplicationDesk({
  database,
  clock,
  timezone,
}: {
  readonly database: Database;
  readonly clock: Clock;
  /** The city's, in which an internship's last day ends. */
  readonly timezone: string;
}): ApplicationDesk {
  const isOver = ({ offer, status }: Application): boolean =>
    status === 'accepted' && offer.endsOn !== undefined && offer.endsOn < cityTime(clock(), timezone).day;

  function seen(actor: Actor, { learnerId: _whose, ...application }: Application): SeenApplication {
    const { feedback } = application;
    const shown = actor.organisationId === undefined ? feedback : { ...feedback, ofLearner: undefined };
    const mayRate = isOver({ learnerId: _whose, ...application }) && feedback.ofOrganisation === undefined;
    return { ...application, feedback: shown, mayRate };
  }

  async function one(db: Queryable, actor: Actor, id: number, lock = sql``): Promise<Application | undefined> {
    return (await selectApplications(db, sql`where application.id = ${id} and ${within(actor)} ${lock}`))[0];
  }

  /** Runs a step on an application that is held, and notes it. */
  function step(
    actor: Actor,
    id: number,
    action: 'accept' | 'refuse' | 'ask' | 'rate',
    work: (tx: Queryable, found: Application, now: Date) => Promise<Outcome>,
  ): Promise<Outcome> {
    return database.transaction(async (tx) => {
      const found = await one(tx, actor, id, sql`for update of application`);
      if (found === undefined) return refused('not_found');
      if (action !== 'rate' && found.status !== 'waiting' && found.status !== 'asked') return refused('wrong_state');
      const now = clock();
      const outcome = await work(tx, found, now);
      if (!outcome.ok) return outcome;
      const { kind } = found.offer;
      const subject = { kind: 'application', id };
      await noteAudit(tx, { by: actor.staffId, action: `application.${action}`, subject, detail: { kind }, at: now });
      return outcome;
    });
  }

  async function decide(
    tx: Queryable,
    { id }: Application,
    decision: {
      readonly status: 'accepted' | 'refused';
      readonly words: string;
      readonly by: number;
      readonly at: Date;
    },
  ): Promise<void> {
    const { status, words, by, at } = decision;
    await tx.execute(sql`
      update application set status = ${status}, decision = ${words}, decided_at = ${at}, decided_by = ${by},
        news = ${status}, news_number = news_number + 1
      where id = ${id}`);
  }

  return {
    async list(actor, { status, kind, before, limit }) {
      const conditions = [
        within(actor),
        ...(status === undefined ? [] : [sql`status = ${status}`]),
        ...(kind === undefined ? [] : [sql`offer.kind = ${kind}`]),
        ...(before === undefined ? [] : [sql`application.id < ${before}`]),
      ];
      const found = await selectApplications(
        database.db,
        sql`where ${sql.join(conditions, sql` and `)} order by application.id desc limit ${limit}`,
      );
      return found.map((each) => seen(actor, each));
    },

    async count(actor) {
      const { rows } = await database.db.execute<{ status: ApplicationStatus; count: number }>(sql`
        select status, count(*)::int as count from application ${offers} where ${within(actor)} group by status`);
      const counts = { waiting: 0, asked: 0, accepted: 0, refused: 0, withdrawn: 0 };
      for (const { status, count } of rows) counts[status] = count;
      return counts;
    },

    async read(actor, id) {
      return database.transaction(async (tx) => {
        const found = await one(tx, actor, id);
        if (found === undefined) return undefined;
        const subject = { kind: 'application', id };
        await noteAudit(tx, { by: actor.staffId, action: 'application.read', subject, at: clock() });
        return seen(actor, found);
      });
    },

    accept: (actor, id, words) =>
      step(actor, id, 'accept', async (tx, found, at) => {
        if (!(await takeSeat(tx, found.offer))) return refused('no_seats');
        await decide(tx, found, { status: 'accepted', words, by: actor.staffId, at });
        return done;
      }),

    refuse: (actor, id, words) =>
      step(actor, id, 'refuse', async (tx, found, at) => {
        await decide(tx, found, { status: 'refused', words, by: actor.staffId, at });
        return done;
      }),

    ask: (actor, id, question) =>
      step(actor, id, 'ask', async (tx, found, at) => {
        if (found.question !== undefined) return refused('asked_before');
        await tx.execute(sql`
          update application set status = 'asked', question = ${question}, asked_at = ${at}, news = 'question',
            news_number = news_number + 1
          where id = ${id}`);
        return done;
      }),

    rate: (actor, id, { rating, text }) =>
      step(actor, id, 'rate', async (tx, found, at) => {
        if (!isOver(found)) return refused('not_over');
        if (found.feedback.ofOrganisation !== undefined) return refused('rated_before');
        await tx.execute(sql`
          update application set organisation_rating = ${rating}, organisation_comment = ${text}, organisation_rated_at = ${at}
          where id = ${id}`);
        return done;
      }),
  };
}

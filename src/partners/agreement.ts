import { type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { noteAudit } from '../staff/index.ts';
import type { agreementKinds, agreementStatuses } from './schema.ts';

export type AgreementKind = (typeof agreementKinds)[number];

/**
 * Where an agreement stands:
 *
 *   draft ──activate──> active ──end──> ended
 *
 * An active one is over on the day after its last one without anybody's word.
 */
export type AgreementStatus = (typeof agreementStatuses)[number];

/** What an agreement says. Checked at the edge: the last day is not before the first. Days are `YYYY-MM-DD`. */
export interface AgreementInput {
  readonly organisationId: number;
  readonly kind: AgreementKind;
  readonly goal: string;
  readonly startsOn: string;
  /** Undefined: until one of both ends it. */
  readonly endsOn: string | undefined;
  readonly organisationGives: string | undefined;
  readonly cityGives: string | undefined;
}

export interface Agreement extends AgreementInput {
  readonly id: number;
  readonly organisation: string;
  readonly status: AgreementStatus;
  readonly sample: boolean;
  readonly updatedAt: Date;
}

/** The longest goal and the longest promise, in characters. */
export const longestGoal = 500;
export const longestGives = 2000;

interface AgreementRow extends Record<string, unknown> {
  id: string;
  organisation_id: string;
  organisation: string;
  kind: AgreementKind;
  goal: string;
  starts_on: string;
  ends_on: string | null;
  organisation_gives: string | null;
  city_gives: string | null;
  status: AgreementStatus;
  sample: boolean;
  updated_at: string;
}

async function select(db: Queryable, today: string, rest: SQL): Promise<Agreement[]> {
  const { rows } = await db.execute<AgreementRow>(sql`
    select agreement.id, organisation_id, organisation.name as organisation, kind, goal, starts_on::text, ends_on::text,
      organisation_gives, city_gives, sample, updated_at,
      case when status = 'active' and ends_on < ${today}::date then 'ended' else status end as status
    from agreement join organisation on organisation.id = organisation_id ${rest}`);
  return rows.map((row) => ({
    id: Number(row.id),
    organisationId: Number(row.organisation_id),
    organisation: row.organisation,
    kind: row.kind,
    goal: row.goal,
    startsOn: row.starts_on,
    endsOn: row.ends_on ?? undefined,
    organisationGives: row.organisation_gives ?? undefined,
    cityGives: row.city_gives ?? undefined,
    status: row.status,
    sample: row.sample,
    updatedAt: new Date(row.updated_at),
  }));
}

/** The agreement of an id, or undefined. @param today the city's day: an active one past its last day reads as ended */
export async function agreementById(db: Queryable, id: number, today: string): Promise<Agreement | undefined> {
  return (await select(db, today, sql`where agreement.id = ${id}`))[0];
}

/** Agreements: active ones first, then drafts, then those that ended; within them by organisation. */
export function listAgreements(
  db: Queryable,
  look: {
    readonly today: string;
    /** Only of this organisation. */
    readonly organisationId?: number | undefined;
    readonly limit: number;
    readonly offset: number;
  },
): Promise<Agreement[]> {
  const { today, organisationId = null, limit, offset } = look;
  return select(
    db,
    today,
    sql`where ${organisationId}::bigint is null or organisation_id = ${organisationId}::bigint
    order by case when status = 'draft' then 1 when status = 'ended' or ends_on < ${today}::date then 2 else 0 end,
      organisation.name, agreement.id limit ${limit} offset ${offset}`,
  );
}

/** The active agreements whose time has come, which everybody may read; invented ones come marked. */
export function activeAgreements(
  db: Queryable,
  look: { readonly today: string; readonly organisationId?: number | undefined },
): Promise<Agreement[]> {
  const { today, organisationId = null } = look;
  return select(
    db,
    today,
    sql`where status = 'active' and starts_on <= ${today}::date and (ends_on is null or ends_on >= ${today}::date)
      and (${organisationId}::bigint is null or organisation_id = ${organisationId}::bigint)
    order by organisation.name, agreement.id`,
  );
}

interface By {
  readonly staffId: number | undefined;
  readonly now: Date;
}

/** Writes a draft down and returns its id. */
export async function createAgreement(tx: Queryable, input: AgreementInput, by: By): Promise<number> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    insert into agreement (organisation_id, kind, goal, starts_on, ends_on, organisation_gives, city_gives, author_id, created_at,
      updated_at)
    values (${input.organisationId}, ${input.kind}, ${input.goal}, ${input.startsOn}, ${input.endsOn ?? null},
      ${input.organisationGives ?? null}, ${input.cityGives ?? null}, ${by.staffId ?? null}, ${by.now}, ${by.now})
    returning id`);
  const id = Number(rows[0]?.id);
  await note(tx, 'agreement.create', id, by);
  return id;
}

/** Changes what an agreement says; its organisation stays. False when it has ended or there is none: what was agreed is not rewritten. */
export async function changeAgreement(
  tx: Queryable,
  id: number,
  input: Omit<AgreementInput, 'organisationId'>,
  by: By,
): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    update agreement set kind = ${input.kind}, goal = ${input.goal}, starts_on = ${input.startsOn},
      ends_on = ${input.endsOn ?? null}, organisation_gives = ${input.organisationGives ?? null},
      city_gives = ${input.cityGives ?? null}, updated_at = ${by.now}
    where id = ${id} and status <> 'ended' returning 1`);
  if (rows.length > 0) await note(tx, 'agreement.change', id, by);
  return rows.length > 0;
}

/** Moves an agreement one step on. False when it does not stand where the step begins, so that a second press does nothing. */
export async function moveAgreement(tx: Queryable, id: number, to: 'active' | 'ended', by: By): Promise<boolean> {
  const from = to === 'active' ? 'draft' : 'active';
  const { rows } = await tx.execute(sql`
    update agreement set status = ${to}, updated_at = ${by.now} where id = ${id} and status = ${from} returning 1`);
  if (rows.length > 0) await note(tx, to === 'active' ? 'agreement.activate' : 'agreement.end', id, by);
  return rows.length > 0;
}

function note(tx: Queryable, action: `agreement.${string}`, id: number, { staffId, now }: By): Promise<void> {
  return noteAudit(tx, { by: staffId, action, subject: { kind: 'agreement', id }, at: now });
}

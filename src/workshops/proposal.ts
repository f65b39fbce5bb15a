import { type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { noteAudit } from '../staff/index.ts';
import { createWorkshop, type WorkshopInput } from './create.ts';
import type { proposalStates } from './schema.ts';
import type { Workshop } from './workshop.ts';

/**
 * A workshop that an organisation would like to hold. It is nobody's workshop until somebody of the city who did not write it says yes:
 *
 *   submitted ──approve──> approved (the workshop is there)
 *      │  ▲
 *      │  └──edit── returned <──return── submitted
 *      └──withdraw──> withdrawn (also from returned)
 */
export type ProposalState = (typeof proposalStates)[number];

/** What is proposed; whose it is stands beside it. */
export type ProposedWorkshop = Omit<WorkshopInput, 'id' | 'organisationId'>;

export interface Proposal {
  readonly id: number;
  readonly organisationId: number;
  readonly organisation: string;
  readonly authorId: number | undefined;
  readonly input: ProposedWorkshop;
  readonly state: ProposalState;
  /** Why it came back. */
  readonly note: string | undefined;
  /** The workshop it became. */
  readonly workshopId: string | undefined;
  readonly updatedAt: Date;
}

/** The longest word on why a proposal comes back, in characters. */
export const longestProposalNote = 500;

interface ProposalRow extends Record<string, unknown> {
  id: string;
  organisation_id: string;
  organisation: string;
  author_id: string | null;
  input: Omit<ProposedWorkshop, 'startsAt' | 'endsAt'> & { startsAt: string; endsAt: string };
  state: ProposalState;
  note: string | null;
  workshop: string | null;
  updated_at: string;
}

async function select(db: Queryable, rest: SQL): Promise<Proposal[]> {
  const { rows } = await db.execute<ProposalRow>(sql`
    select proposal.id, proposal.organisation_id, organisation.name as organisation, proposal.author_id, input, state, note,
      workshop.public_id as workshop, proposal.updated_at
    from workshop_proposal as proposal join organisation on organisation.id = proposal.organisation_id
    left join workshop on workshop.id = proposal.workshop_id ${rest}`);
  return rows.map((row) => ({
    id: Number(row.id),
    organisationId: Number(row.organisation_id),
    organisation: row.organisation,
    authorId: row.author_id === null ? undefined : Number(row.author_id),
    input: { ...row.input, startsAt: new Date(row.input.startsAt), endsAt: new Date(row.input.endsAt) },
    state: row.state,
    note: row.note ?? undefined,
    workshopId: row.workshop ?? undefined,
    updatedAt: new Date(row.updated_at),
  }));
}

/** The proposal of an id. @param organisationId of whom it must be; anybody's when missing */
export async function proposalById(
  db: Queryable,
  id: number,
  organisationId?: number | undefined,
): Promise<Proposal | undefined> {
  const found = (await select(db, sql`where proposal.id = ${id}`))[0];
  return organisationId === undefined || found?.organisationId === organisationId ? found : undefined;
}

/** Proposals, those that wait first, then the newest. */
export function listProposals(
  db: Queryable,
  look: { readonly organisationId?: number | undefined; readonly limit: number; readonly offset: number },
): Promise<Proposal[]> {
  const { organisationId = null, limit, offset } = look;
  return select(
    db,
    sql`where ${organisationId}::bigint is null or proposal.organisation_id = ${organisationId}::bigint
    order by state = 'submitted' desc, proposal.id desc limit ${limit} offset ${offset}`,
  );
}

/** How many wait for somebody's word. */
export async function countProposals(db: Queryable): Promise<number> {
  const { rows } = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from workshop_proposal where state = 'submitted'`,
  );
  return rows[0]?.count ?? 0;
}

interface By {
  readonly staffId: number;
  readonly now: Date;
}

/** Hands a workshop in; returns the proposal's id. */
export async function proposeWorkshop(
  tx: Queryable,
  organisationId: number,
  input: ProposedWorkshop,
  by: By,
): Promise<number> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    insert into workshop_proposal (organisation_id, author_id, title, input, created_at, updated_at)
    values (${organisationId}, ${by.staffId}, ${input.title}, ${JSON.stringify(input)}::jsonb, ${by.now}, ${by.now}) returning id`);
  const id = Number(rows[0]?.id);
  await note(tx, 'workshop.propose', id, by);
  return id;
}

/** Hands a changed one in again. False when it was decided or withdrawn, or is not the organisation's. */
export async function changeProposal(
  tx: Queryable,
  { id, organisationId }: Pick<Proposal, 'id' | 'organisationId'>,
  input: ProposedWorkshop,
  by: By,
): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    update workshop_proposal set title = ${input.title}, input = ${JSON.stringify(input)}::jsonb, state = 'submitted', note = null,
      author_id = ${by.staffId}, updated_at = ${by.now}
    where id = ${id} and organisation_id = ${organisationId} and state in ('submitted', 'returned') returning 1`);
  if (rows.length > 0) await note(tx, 'workshop.propose_again', id, by);
  return rows.length > 0;
}

/** Takes a proposal back. False when there is nothing to take back. */
export async function withdrawProposal(
  tx: Queryable,
  { id, organisationId }: Pick<Proposal, 'id' | 'organisationId'>,
  by: By,
): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    update workshop_proposal set state = 'withdrawn', updated_at = ${by.now}
    where id = ${id} and organisation_id = ${organisationId} and state in ('submitted', 'returned') returning 1`);
  if (rows.length > 0) await note(tx, 'workshop.withdraw_proposal', id, by);
  return rows.length > 0;
}

/** Gives a proposal back with what is missing. False when it does not wait. */
export async function returnProposal(tx: Queryable, id: number, why: string, by: By): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    update workshop_proposal set state = 'returned', note = ${why.slice(0, longestProposalNote).toWellFormed()},
      decided_by = ${by.staffId}, decided_at = ${by.now}, updated_at = ${by.now}
    where id = ${id} and state = 'submitted' returning 1`);
  if (rows.length > 0) await note(tx, 'workshop.return_proposal', id, by);
  return rows.length > 0;
}

export type ApprovalOutcome =
  | { readonly kind: 'approved'; readonly workshop: Workshop }
  /** `changed`: it is no longer what whoever pressed had read. */
  | { readonly kind: 'own' | 'wrong_state' | 'past' | 'changed' };

/**
 * Makes the workshop that was proposed, once, whoever presses at the same time. Nobody approves what they wrote, and nobody what they have
 * not read: a proposal that was changed since `readAt` is not approved.
 */
export async function approveProposal(
  tx: Queryable,
  id: number,
  by: By & { readonly readAt?: Date | undefined },
): Promise<ApprovalOutcome> {
  await tx.execute(sql`select 1 from workshop_proposal where id = ${id} for no key update`);
  const proposal = await proposalById(tx, id);
  if (proposal?.state !== 'submitted') return { kind: 'wrong_state' };
  if (proposal.authorId === by.staffId) return { kind: 'own' };
  if (by.readAt !== undefined && by.readAt.getTime() !== proposal.updatedAt.getTime()) return { kind: 'changed' };
  if (proposal.input.startsAt <= by.now) return { kind: 'past' };
  const workshop = await createWorkshop(tx, { ...proposal.input, organisationId: proposal.organisationId }, by);
  if (workshop === undefined) throw new Error('A made id is never taken.');
  await tx.execute(sql`
    update workshop_proposal set state = 'approved', note = null, decided_by = ${by.staffId}, decided_at = ${by.now},
      updated_at = ${by.now}, workshop_id = ${workshop.key}
    where id = ${id}`);
  await note(tx, 'workshop.approve_proposal', id, by);
  return { kind: 'approved', workshop };
}

function note(tx: Queryable, action: `workshop.${string}`, id: number, { staffId, now }: By): Promise<void> {
  return noteAudit(tx, { by: staffId, action, subject: { kind: 'workshop_proposal', id }, at: now });
}

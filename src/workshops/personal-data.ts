import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { movedRows, moveRows, type PersonalDataOwner, returnRows, type StoredRow } from '../learners/index.ts';
import { countSeats, lockWorkshop } from './lock.ts';

/** The registrations of two learners for one workshop, as `mine` (who is joined) and `theirs`; the better one stays. */
const twins = sql`workshop_registration as mine join workshop_registration as theirs on theirs.workshop_id = mine.workshop_id`;

/** Who was there, has a seat, is offered one, waits; else the newer word. */
const worth = (alias: string) =>
  sql`(${sql.raw(alias)}.checked_in_at is not null,
    coalesce(array_position(array['waiting', 'offered', 'taken'], ${sql.raw(alias)}.state), 0), ${sql.raw(alias)}.noted_at)`;

async function deleteRows(tx: Queryable, ids: readonly number[]): Promise<{ rows: StoredRow[]; notices: StoredRow[] }> {
  const chosen = sql.param([...ids]);
  const notices = await tx.execute<{ row: StoredRow }>(sql`
    delete from workshop_notice as notice where registration_id = any(${chosen}::bigint[]) returning to_jsonb(notice) as row`);
  const { rows } = await tx.execute<{ row: StoredRow }>(sql`
    delete from workshop_registration as registration where id = any(${chosen}::bigint[]) returning to_jsonb(registration) as row`);
  return { rows: rows.map(({ row }) => row), notices: notices.rows.map(({ row }) => row) };
}

/** Puts back rows that gave way, with what was said to them. A seat that has gone on meanwhile is not taken from anybody: they wait. */
async function putBack(
  tx: Queryable,
  rows: readonly StoredRow[],
  notices: readonly StoredRow[],
  learnerId: number,
): Promise<void> {
  const byWorkshop = [...rows].sort((one, other) => Number(one.workshop_id) - Number(other.workshop_id));
  for (const row of byWorkshop) {
    const workshop = await lockWorkshop(tx, Number(row.workshop_id));
    if (workshop === undefined) continue;
    const { free } = await countSeats(tx, workshop);
    const holds = (row.state === 'taken' && row.walk_in !== true) || row.state === 'offered';
    const kept = { ...row, learner_id: learnerId };
    const back =
      holds && free === 0
        ? { ...kept, state: 'waiting', waiting_since: row.registered_at, offer_until: null, taken_at: null }
        : kept;
    await tx.execute(sql`
      insert into workshop_registration overriding system value
      select came.* from jsonb_populate_record(null::workshop_registration, ${JSON.stringify(back)}::jsonb) as came
      where exists (select 1 from learner where id = ${learnerId}) on conflict do nothing`);
  }
  await tx.execute(sql`
    insert into workshop_notice overriding system value
    select came.* from jsonb_populate_recordset(null::workshop_notice, ${JSON.stringify(notices)}::jsonb) as came
    where exists (select 1 from workshop_registration where id = came.registration_id) on conflict do nothing`);
}

const given = 'workshop_registration_given_way';
const givenNotices = 'workshop_notice_given_way';

export const workshopsPersonalData: PersonalDataOwner = {
  tables: ['workshop_registration', 'workshop_notice', 'workshop_scan'],
  async exportLearner(tx, learnerId) {
    const registrations = await tx.execute(sql`
      select workshop.public_id as workshop, workshop.title, starts_at, state, code, needs, needs_text, registered_at, waiting_since,
        offered_at, offer_until, taken_at, cancelled_at, checked_in_at, walk_in, name, rating, comment, rated_at,
        certificate_name, certificate_code, certificate_at, sessions_attended, completed_at, agreed_at
      from workshop_registration as registration join workshop on workshop.id = workshop_id
      where learner_id = ${learnerId} order by registration.id`);
    const notices = await tx.execute(sql`
      select workshop.public_id as workshop, notice.kind, made_at, due_at, settled_at
      from workshop_notice as notice join workshop_registration as registration on registration.id = registration_id
      join workshop on workshop.id = workshop_id where learner_id = ${learnerId} order by notice.id`);
    const scans = await tx.execute(sql`
      select workshop.public_id as workshop, scanned_at
      from workshop_scan join workshop_registration as registration on registration.id = registration_id
      join workshop on workshop.id = workshop_id where learner_id = ${learnerId} order by scanned_at`);
    return { workshop_registration: registrations.rows, workshop_notice: notices.rows, workshop_scan: scans.rows };
  },
  /** A freed seat goes on with the next run of the job. */
  async eraseLearner(tx, learnerId) {
    await tx.execute(sql`delete from workshop_registration where learner_id = ${learnerId}`);
  },
  async mergeLearners(tx, from, into) {
    const { rows } = await tx.execute<{ mine: string; theirs: string; replaces: boolean }>(sql`
      select mine.id as mine, theirs.id as theirs, ${worth('mine')} > ${worth('theirs')} as replaces
      from ${twins} where mine.learner_id = ${from} and theirs.learner_id = ${into} order by mine.workshop_id`);
    const lost = await deleteRows(
      tx,
      rows.filter(({ replaces }) => !replaces).map(({ mine }) => Number(mine)),
    );
    const replaced = await deleteRows(
      tx,
      rows.filter(({ replaces }) => replaces).map(({ theirs }) => Number(theirs)),
    );
    return {
      ...(await moveRows(tx, 'workshop_registration', from, into)),
      [given]: { won: [], lost: lost.rows, replaced: replaced.rows },
      [givenNotices]: { won: [], lost: lost.notices, replaced: replaced.notices },
    };
  },
  async unmergeLearners(tx, moved, from, into) {
    await returnRows(tx, moved, 'workshop_registration', from, into);
    const rows = movedRows(moved, given);
    const notices = movedRows(moved, givenNotices);
    await putBack(tx, rows.lost, notices.lost, from);
    await putBack(tx, rows.replaced, notices.replaced, into);
  },
};

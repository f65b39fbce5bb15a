import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';

/** What a field of an offer takes, as forms and the API read it. */
export type OwnedFieldKind = 'line' | 'text' | 'url' | 'day' | 'past_day' | 'count' | 'money';

/** A row that an organisation keeps itself. */
export interface OwnedRow {
  /** The public id. */
  readonly id: string;
  readonly key: number;
  readonly title: string;
  readonly organisationId: number;
  readonly isHidden: boolean;
  /** The last day on which somebody said it is so. */
  readonly confirmedOn: string;
  readonly sample: boolean;
  /** What may be edited, by column; null where nothing is known. */
  readonly values: Readonly<Record<string, string | number | null>>;
}

/** Editing, hiding and confirming the rows of one table, each bound to an organisation: of anybody else's nothing is found. */
export interface OwnedRows {
  readonly fields: Readonly<Record<string, OwnedFieldKind>>;
  list(db: Queryable, look: { organisationId: number; limit: number; offset: number }): Promise<OwnedRow[]>;
  /** Undefined when it is not there or not the organisation's. */
  find(db: Queryable, organisationId: number, id: string): Promise<OwnedRow | undefined>;
  /** Says that it is still so; brings back what its source no longer lists. Each step is false when there is nothing of the kind. */
  confirm(tx: Queryable, organisationId: number, id: string, by: OwnedBy): Promise<boolean>;
  hide(tx: Queryable, organisationId: number, id: string, by: OwnedBy): Promise<boolean>;
  show(tx: Queryable, organisationId: number, id: string, by: OwnedBy): Promise<boolean>;
  /** Changes some fields, which count as confirmed by it. A file takes over again when its row says something new. */
  edit(
    tx: Queryable,
    organisationId: number,
    id: string,
    values: Readonly<Record<string, string | number | null>>,
    by: OwnedBy,
  ): Promise<boolean>;
}

export interface OwnedBy {
  /** Notes who did it, in the same transaction. @param key of the row */
  note(
    tx: Queryable,
    key: number,
    action: 'confirm' | 'hide' | 'show' | 'edit',
    fields: readonly string[],
  ): Promise<void>;
  readonly now: Date;
  /** The city's day. */
  readonly today: string;
}

export interface OwnedTable {
  readonly table: string;
  /** The column that names a row. */
  readonly title: 'title' | 'name';
  readonly fields: Readonly<Record<string, OwnedFieldKind>>;
  /** The column with the last confirmation; without one it is the day of the last change. */
  readonly confirmedOn?: string;
  readonly hides: 'hidden_at' | 'closed_at';
  /** What is confirmed is decided elsewhere, with reports and a way back: an edit says nothing of it. */
  readonly isDecidedElsewhere?: boolean;
  /** Columns that a change sets besides, so that whoever holds rows in memory follows. */
  changed(tx: Queryable): Promise<Readonly<Record<string, number>>>;
}

/** @param kind what the table is called and which columns its organisation may change: fixed names, never anybody's words */
export function ownedRows(kind: OwnedTable): OwnedRows {
  const table = sql.identifier(kind.table);
  const title = sql.identifier(kind.title);
  const confirmedOn =
    kind.confirmedOn === undefined
      ? sql`(updated_at at time zone 'UTC')::date`
      : sql`${sql.identifier(kind.confirmedOn)}`;
  const columns = sql.join(
    Object.keys(kind.fields).map((field) => sql`${field}::text, to_jsonb(${sql.identifier(field)})`),
    sql`, `,
  );
  const selection = sql`select id, public_id, ${title} as title, organisation_id, ${sql.identifier(kind.hides)} is not null as is_hidden,
    ${confirmedOn}::text as confirmed_on, sample, jsonb_build_object(${columns}) as values from ${table}`;

  async function select(db: Queryable, rest: ReturnType<typeof sql>): Promise<OwnedRow[]> {
    const { rows } = await db.execute<{
      id: string;
      public_id: string;
      title: string;
      organisation_id: string;
      is_hidden: boolean;
      confirmed_on: string;
      sample: boolean;
      values: OwnedRow['values'];
    }>(sql`${selection} ${rest}`);
    return rows.map((row) => ({
      id: row.public_id,
      key: Number(row.id),
      title: row.title,
      organisationId: Number(row.organisation_id),
      isHidden: row.is_hidden,
      confirmedOn: row.confirmed_on,
      sample: row.sample,
      values: row.values,
    }));
  }

  async function change(
    tx: Queryable,
    organisationId: number,
    id: string,
    values: Readonly<Record<string, string | number | null>>,
    by: OwnedBy,
    action: Parameters<OwnedBy['note']>[2],
  ): Promise<boolean> {
    // No id has control characters; and nobody's index is built again for what was refused.
    if (/\p{Cc}/u.test(id)) return false;
    const there = await tx.execute(sql`
      select 1 from ${table} where public_id = ${id} and organisation_id = ${organisationId}`);
    if (there.rows.length === 0) return false;
    const all = { ...values, ...(await kind.changed(tx)), updated_at: by.now.toISOString() };
    const names = Object.keys(all).map((name) => sql.identifier(name));
    const { rows } = await tx.execute<{ id: string }>(sql`
      update ${table} set (${sql.join(names, sql`, `)}) = (
        select ${sql.join(names, sql`, `)} from jsonb_populate_record(null::${table}, ${JSON.stringify(all)}::jsonb))
      where public_id = ${id} and organisation_id = ${organisationId} returning id`);
    const key = rows[0]?.id;
    if (key === undefined) return false;
    await by.note(tx, Number(key), action, Object.keys(values));
    return true;
  }

  const confirmed = (today: string): Readonly<Record<string, string | null>> =>
    kind.isDecidedElsewhere === true
      ? {}
      : { missing_since: null, ...(kind.confirmedOn === undefined ? {} : { [kind.confirmedOn]: today }) };
  return {
    fields: kind.fields,
    list: (db, { organisationId, limit, offset }) =>
      select(db, sql`where organisation_id = ${organisationId} order by ${title}, id limit ${limit} offset ${offset}`),
    find: async (db, organisationId, id) =>
      // No id has control characters, and the database takes none.
      /\p{Cc}/u.test(id)
        ? undefined
        : (await select(db, sql`where public_id = ${id} and organisation_id = ${organisationId}`))[0],
    confirm: (tx, organisationId, id, by) => change(tx, organisationId, id, confirmed(by.today), by, 'confirm'),
    hide: (tx, organisationId, id, by) =>
      change(tx, organisationId, id, { [kind.hides]: by.now.toISOString() }, by, 'hide'),
    show: (tx, organisationId, id, by) =>
      change(tx, organisationId, id, { [kind.hides]: null, ...confirmed(by.today) }, by, 'show'),
    edit: (tx, organisationId, id, values, by) => {
      const own = Object.fromEntries(Object.entries(values).filter(([field]) => Object.hasOwn(kind.fields, field)));
      return change(tx, organisationId, id, { ...own, ...confirmed(by.today) }, by, 'edit');
    },
  };
}

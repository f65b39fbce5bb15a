import { type SQL, sql } from 'drizzle-orm';
import { raiseKindVersion } from '../catalogue/index.ts';
import type { Clock, Database, Queryable } from '../database/index.ts';
import { noteAudit } from '../staff/index.ts';
import { cityTime } from '../time/index.ts';
import { readOpeningHours } from './opening-hours.ts';
import { settlePlaceReports } from './place-report.ts';
import type { ReportOutcome } from './schema.ts';

/** What staff set right of a place; what is not there stays as it is, null is not known. */
export interface PlaceCorrection {
  readonly address?: string | null | undefined;
  /** In the syntax of OpenStreetMap. */
  readonly openingHours?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly wifi?: boolean | null | undefined;
  readonly wheelchair?: boolean | null | undefined;
  /** Devices can be borrowed there. */
  readonly lends?: boolean | undefined;
  /** Whose place it is; its people keep what can be borrowed there. */
  readonly organisationId?: number | null | undefined;
}

export type PlaceOutcome =
  | { readonly ok: true; readonly placeKey: number; readonly settled: number }
  | { readonly ok: false; readonly refusal: 'not_found' | 'hours' | 'organisation' };

/** Where staff say what is right of a place. Every step is one transaction with its entry in the audit log, and settles what people reported. */
export interface PlaceDesk {
  /** Sets facts right, and confirms the place today. */
  correct(id: string, correction: PlaceCorrection, by: number): Promise<PlaceOutcome>;
  /** It is closed for good: it is found no more. */
  close(id: string, by: number): Promise<PlaceOutcome>;
  /** It is open after all. */
  reopen(id: string, by: number): Promise<PlaceOutcome>;
  /** Looked after: all is as it says, and is confirmed today. */
  dismiss(id: string, by: number): Promise<PlaceOutcome>;
}

export function createPlaceDesk({
  database,
  clock,
  timezone,
}: {
  readonly database: Database;
  readonly clock: Clock;
  readonly timezone: string;
}): PlaceDesk {
  type Step = { readonly action: 'correct' | 'close' | 'reopen' | 'dismiss'; readonly outcome: ReportOutcome };

  /** One step: the columns that it sets, what it means for reports, and that it was done. */
  const step = (
    id: string,
    by: number,
    { action, outcome }: Step,
    set: (tx: Queryable) => Promise<SQL | 'organisation'>,
  ) =>
    database.transaction(async (tx): Promise<PlaceOutcome> => {
      const at = clock();
      // Its lock makes writers of places take turns.
      const version = await raiseKindVersion(tx, 'places');
      const columns = await set(tx);
      if (columns === 'organisation') return { ok: false, refusal: columns };
      const { rows } = await tx.execute<{ id: string }>(sql`
        update place set ${columns}, version = ${version}, updated_at = ${at} where public_id = ${id} returning id`);
      const key = rows[0] === undefined ? undefined : Number(rows[0].id);
      if (key === undefined) return { ok: false, refusal: 'not_found' };
      const settled = await settlePlaceReports(tx, key, { outcome, by, at });
      await noteAudit(tx, {
        by,
        action: `places.${action}`,
        subject: { kind: 'place', id: key },
        detail: { settled },
        at,
      });
      return { ok: true, placeKey: key, settled };
    });

  const confirmedToday = (): SQL => sql`confirmed_on = ${cityTime(clock(), timezone).day}, missing_since = null`;

  return {
    async correct(id, correction, by) {
      const { openingHours, organisationId } = correction;
      const times = openingHours === undefined || openingHours === null ? undefined : readOpeningHours(openingHours);
      if (times !== undefined && 'unread' in times) return { ok: false, refusal: 'hours' };
      const plain = {
        address: correction.address,
        phone: correction.phone,
        wifi: correction.wifi,
        wheelchair: correction.wheelchair,
        lends: correction.lends,
      };
      return step(id, by, { action: 'correct', outcome: 'corrected' }, async (tx) => {
        if (typeof organisationId === 'number') {
          const found = await tx.execute(sql`select 1 from organisation where id = ${organisationId}`);
          if (found.rows.length === 0) return 'organisation';
        }
        const columns = Object.entries(plain).flatMap(([name, value]) =>
          value === undefined ? [] : [sql`${sql.identifier(name)} = ${value}`],
        );
        if (openingHours !== undefined) {
          columns.push(sql`opening_hours = ${openingHours}`);
          columns.push(sql`opening_times = ${times === undefined ? null : JSON.stringify(times)}::jsonb`);
        }
        if (organisationId !== undefined) columns.push(sql`organisation_id = ${organisationId}::bigint`);
        return sql.join([...columns, confirmedToday()], sql`, `);
      });
    },
    close: (id, by) => step(id, by, { action: 'close', outcome: 'closed' }, async () => sql`closed_at = ${clock()}`),
    reopen: (id, by) =>
      step(id, by, { action: 'reopen', outcome: 'dismissed' }, async () => sql`closed_at = null, ${confirmedToday()}`),
    dismiss: (id, by) => step(id, by, { action: 'dismiss', outcome: 'dismissed' }, async () => confirmedToday()),
  };
}

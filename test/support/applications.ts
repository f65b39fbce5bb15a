import { sql } from 'drizzle-orm';
import { type ApplicationDesk, apply, createApplicationDesk } from '../../src/applications/index.ts';
import type { Database } from '../../src/database/index.ts';
import type { OfferKey } from '../../src/opportunities/index.ts';
import { newLearners } from './consenting.ts';
import { importText } from './importing.ts';

export const applicationsNow = new Date('2026-11-24T03:00:00Z');

/** What two organisations offer: a scholarship and an internship each, with so many seats. */
export async function offersOfTwo(
  database: Database,
  seats: number,
): Promise<Record<string, OfferKey & { organisationId: number }>> {
  for (const [kind, line] of [
    [
      'scholarships',
      'id,title,provider,seats,amount_vnd\nhb-a,Học bổng A,Quỹ A,S,1000000\nhb-b,Học bổng B,Quỹ B,S,2000000\n',
    ],
    [
      'internships',
      'id,title,organisation,seats,skills,ends_on\ntt-a,Thực tập A,Quỹ A,S,Excel,2026-12-31\ntt-b,Thực tập B,Quỹ B,S,Excel,2026-12-31\n',
    ],
  ] as const) {
    const result = await importText(database, kind, line.replaceAll(',S,', `,${seats},`));
    if (result.problems.length > 0) throw new Error(JSON.stringify(result.problems));
  }
  const { rows } = await database.db.execute<{
    public_id: string;
    key: string;
    organisation: string;
    kind: OfferKey['kind'];
  }>(sql`
    select public_id, id as key, organisation_id as organisation, 'scholarship' as kind from scholarship
    union all select public_id, id, organisation_id, 'internship' from internship`);
  return Object.fromEntries(
    rows.map((row) => [
      row.public_id,
      { kind: row.kind, key: Number(row.key), organisationId: Number(row.organisation) },
    ]),
  );
}

/** Applications of as many learners for one offer; returns their ids. */
export async function applyMany(database: Database, offer: OfferKey, count: number): Promise<number[]> {
  const ids: number[] = [];
  for (const learnerId of await newLearners(database, count)) ids.push(await applyOne(database, offer, learnerId));
  return ids;
}

export async function applyOne(database: Database, offer: OfferKey, learnerId: number): Promise<number> {
  const id = await apply(database.db, {
    learnerId,
    offer,
    callName: `Người ${learnerId}`,
    phone: '0912000000',
    reason: `Lý do riêng ${offer.kind} ${learnerId}`,
    standing: { met: [], failed: [], open: ['age'] },
    consent: { text: 'Đồng ý', version: '1', channel: 'web' },
    at: applicationsNow,
  });
  if (id === undefined) throw new Error('They applied before.');
  return id;
}

export function applicationDesk(database: Database, now: Date = applicationsNow): ApplicationDesk {
  return createApplicationDesk({ database, clock: () => now, timezone: 'Asia/Ho_Chi_Minh' });
}

/** Seats of an offer that are given. */
export async function takenSeats(database: Database, { kind, key }: OfferKey): Promise<number> {
  const { rows } = await database.db.execute<{ taken: number }>(
    sql`select taken from ${sql.identifier(kind)} where id = ${key}`,
  );
  return rows[0]?.taken ?? -1;
}

import { randomBytes } from 'node:crypto';
import { type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';

/** Fewer people than this in a ward and month are not shown: they could be guessed. */
export const fewestShown = 5;

/** The first day of the month of a day. @param day `YYYY-MM-DD` */
export function monthOf(day: string): string {
  return `${day.slice(0, 7)}-01`;
}

/** What stands for a person in a month, over `network_month`: of whom it is nobody can tell once the salt is gone. */
function hashOf(account: SQL): SQL {
  return sql`encode(sha256(convert_to(salt || ':' || (${account})::text, 'UTF8')), 'hex')`;
}

/** Counts a person once for a ward and month. False when they were counted already. @param day of the city */
export async function noteWeakNetwork(
  tx: Queryable,
  { accountId, ward, day }: { readonly accountId: number; readonly ward: string; readonly day: string },
): Promise<boolean> {
  const month = monthOf(day);
  await tx.execute(sql`
    insert into network_month (month, salt) values (${month}, ${randomBytes(16).toString('hex')}) on conflict do nothing`);
  const { rows } = await tx.execute(sql`
    with counted as (
      insert into network_reporter (month, ward, person_hash)
      select month, ${ward}, ${hashOf(sql`${accountId}::bigint`)} from network_month where month = ${month}
      on conflict do nothing returning 1)
    insert into network_report as known (month, ward, people) select ${month}, ${ward}, 1 from counted
    on conflict (month, ward) do update set people = known.people + 1 returning 1`);
  return rows.length > 0;
}

/** A person's own wards of the running month, for who asks what is held on them. */
export async function weakNetworkOf(tx: Queryable, account: SQL): Promise<Record<string, unknown>[]> {
  const { rows } = await tx.execute(sql`
    select reporter.month, ward from network_reporter as reporter join network_month using (month)
    where person_hash = ${hashOf(account)} order by reporter.month, ward`);
  return rows;
}

/** Forgets that a person was counted; the count itself says nothing of anybody. */
export async function forgetReporter(tx: Queryable, account: SQL): Promise<void> {
  await tx.execute(sql`
    delete from network_reporter as reporter using network_month
    where network_month.month = reporter.month and person_hash = ${hashOf(account)}`);
}

/** Drops who has counted in months that are over, with the salts. @param day of the city */
export async function dropReporters(db: Queryable, day: string): Promise<{ deleted: number }> {
  const { rows } = await db.execute(sql`delete from network_month where month < ${monthOf(day)} returning 1`);
  return { deleted: rows.length };
}

/** People who said in a month that the network is weak in a ward; undefined: some, but too few to be shown. */
export interface WeakNetwork {
  readonly ward: string;
  readonly people: number | undefined;
}

/** By ward, most people first. @param month its first day */
export async function weakNetworks(db: Queryable, month: string): Promise<WeakNetwork[]> {
  const { rows } = await db.execute<{ ward: string; people: number }>(sql`
    select ward, people from network_report where month = ${month}
    order by case when people >= ${fewestShown} then people end desc nulls last, ward`);
  return rows.map(({ ward, people }) => ({ ward, people: people < fewestShown ? undefined : people }));
}

/** Months with reports, the newest first. */
export async function networkMonths(db: Queryable): Promise<string[]> {
  const { rows } = await db.execute<{ month: string }>(sql`
    select distinct month::text as month from network_report order by month desc limit 24`);
  return rows.map(({ month }) => month);
}

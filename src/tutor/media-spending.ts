import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import type { MediaFailure } from './media.ts';

/** Voice messages and pictures that a learner may send to the endpoint in a day of the city. */
const mediaADay = 30;

/**
 * Sets aside in the day's budget of the city what a voice message or a picture may cost, once each: one that is begun again after a crash
 * keeps what was set aside for it. Tells why it may not be sent, if it may not.
 * @param day the day of the city, `YYYY-MM-DD`
 * @param dayMicroUsd the city's budget of a day
 */
export async function reserveForMedia(
  db: Queryable,
  {
    id,
    learnerId,
    day,
    dayMicroUsd,
    microUsd,
  }: {
    readonly id: number;
    readonly learnerId: number;
    readonly day: string;
    readonly dayMicroUsd: number;
    readonly microUsd: number;
  },
): Promise<Extract<MediaFailure, 'city_budget' | 'own_limit'> | undefined> {
  const { rows } = await db.execute<{ verdict: 'reserved' | 'own_limit' | 'free' | 'city_budget' }>(sql`
    with before as (
      select case
        when exists (select 1 from tutor_media where id = ${id} and reserved_micro_usd is not null) then 'reserved'
        when (select count(*) from tutor_media where learner_id = ${learnerId} and charged_on = ${day}::date) >= ${mediaADay} then 'own_limit'
        else 'free' end as verdict),
    spent as (
      insert into tutor_spending as spent (day, micro_usd)
      select ${day}::date, ${microUsd}::bigint from before
      where verdict = 'free' and ${microUsd}::bigint <= ${dayMicroUsd}::bigint
      on conflict (day) do update set micro_usd = spent.micro_usd + ${microUsd}::bigint
      where spent.micro_usd + ${microUsd}::bigint <= ${dayMicroUsd}::bigint
      returning 1),
    noted as (
      update tutor_media set charged_on = ${day}::date, reserved_micro_usd = ${microUsd}::bigint
      where id = ${id} and exists (select 1 from spent))
    select case when verdict = 'free' and not exists (select 1 from spent) then 'city_budget' else verdict end as verdict from before`);
  const verdict = rows[0]?.verdict;
  return verdict === 'city_budget' || verdict === 'own_limit' ? verdict : undefined;
}

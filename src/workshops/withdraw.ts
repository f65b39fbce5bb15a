import { sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { noteAudit } from '../staff/index.ts';
import type { Moment } from './allowed.ts';
import { makeNotices } from './notice.ts';
import { cancelRegistration, type GiveUpOutcome } from './seats.ts';
import { hearBefore } from './update.ts';
import { workshopsByKeys } from './workshop.ts';

/**
 * Cancels somebody's registration in the name of the organisers, at their wish or because they may not come: they hear of it, a freed seat
 * goes on at once, and it is noted who did it.
 */
export async function withdrawRegistration(
  tx: Queryable,
  registrationKey: number,
  moment: Moment,
  by: { readonly staffId: number | undefined },
): Promise<GiveUpOutcome> {
  const outcome = await cancelRegistration(tx, registrationKey, moment);
  if (outcome.kind !== 'given_up') return outcome;
  const { workshopKey } = outcome.registration;
  const [workshop] = await workshopsByKeys(tx, [workshopKey]);
  if (workshop !== undefined && workshop.endsAt > moment.now) {
    await makeNotices(tx, {
      kind: 'withdrawn',
      version: sql`registration.version`,
      where: sql`registration.id = ${registrationKey}`,
      madeAt: moment.now,
      dueAt: hearBefore(workshop.startsAt, moment),
      notAfter: workshop.endsAt,
    });
  }
  await noteAudit(tx, {
    by: by.staffId,
    action: 'workshop.withdraw',
    subject: { kind: 'workshop', id: workshopKey },
    detail: { from: outcome.before },
    at: moment.now,
  });
  return outcome;
}

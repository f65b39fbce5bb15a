import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Database, migrate, openDatabase } from '../../src/database/index.ts';
import {
  acceptOffer,
  attendeesOf,
  cancelRegistration,
  declineOffer,
  noticesDue,
  offerSeats,
  register,
  registrationOfLearner,
  updateWorkshop,
  whyNotOffered,
  workshopById,
} from '../../src/workshops/index.ts';
import { createPostgresDatabase, describeAllDatabases } from '../support/databases.ts';
import { addLearners, addWorkshop, at, hoursLater, morning } from '../support/workshops.ts';

const always = (moment: Date): Date => moment;

/** Pools of their own on one real Postgres, as replicas have them. */
async function withReplicas(count: number, work: (replicas: readonly Database[]) => Promise<void>): Promise<void> {
  const { databaseUrl, drop } = await createPostgresDatabase();
  const replicas: Database[] = [];
  try {
    for (let each = 0; each < count; each++) {
      replicas.push(await openDatabase({ databaseUrl, dataDir: '', poolSize: 10 }));
    }
    const [first] = replicas;
    if (first !== undefined) await migrate(first);
    await work(replicas);
  } finally {
    await Promise.all(replicas.map((replica) => replica.close()));
    await drop();
  }
}

it('gives 30 seats to exactly 30 of 500 who press at once over three replicas; the others wait in order and go up one by one', async () => {
  await withReplicas(3, async (replicas) => {
    const [database] = replicas;
    if (database === undefined) throw new Error('no replica');
    const { key, id } = await addWorkshop(database, { capacity: 30 });
    const learners = await addLearners(database, 500);
    const replicaOf = (position: number): Database => replicas[position % replicas.length] ?? database;
    const outcomes = await Promise.all(
      learners.map((learnerId, position) =>
        replicaOf(position).transaction((tx) => register(tx, { workshopKey: key, learnerId, now: hoursLater(0) })),
      ),
    );
    expect(outcomes.filter(({ kind }) => kind === 'registered')).toHaveLength(30);
    const places = outcomes.flatMap((outcome) =>
      outcome.kind === 'waiting' ? [outcome.registration.waitingPlace] : [],
    );
    expect(places.sort((one = 0, other = 0) => one - other)).toEqual(
      Array.from({ length: 470 }, (_, place) => place + 1),
    );
    expect(await workshopById(database.db, id)).toMatchObject({ taken: 30, waiting: 470 });

    // Ten give up at once; ten are offered a seat: the first ten of the list, nobody twice, whichever replica looks.
    const attendees = await attendeesOf(database.db, key);
    const seated = attendees.filter(({ state }) => state === 'taken').slice(0, 10);
    const queue = attendees.filter(({ state }) => state === 'waiting').map((each) => each.key);
    await Promise.all([
      ...seated.map((each, position) =>
        replicaOf(position).transaction((tx) => cancelRegistration(tx, each.key, at(hoursLater(1)))),
      ),
      ...replicas.map((replica) => offerSeats({ database: replica, clock: () => hoursLater(1), allowedFrom: always })),
    ]);
    const after = await attendeesOf(database.db, key);
    expect(after.filter(({ state }) => state === 'offered').map((each) => each.key)).toEqual(queue.slice(0, 10));
    const notices = await noticesDue(database.db, { now: hoursLater(1), limit: 100 });
    expect(notices.map(({ registrationKey }) => registrationKey).sort((one, other) => one - other)).toEqual(
      queue.slice(0, 10).sort((one, other) => one - other),
    );
    expect(await workshopById(database.db, id)).toMatchObject({ taken: 20, offered: 10, waiting: 460 });
  });
});

type Step =
  | { readonly do: 'register' | 'cancel' | 'accept' | 'decline'; readonly who: number }
  | { readonly do: 'capacity'; readonly seats: number }
  | { readonly do: 'pass'; readonly hours: number }
  | { readonly do: 'job' };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('register' as const), who: fc.nat(7) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom('cancel' as const, 'accept' as const, 'decline' as const),
      who: fc.nat(7),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('capacity' as const), seats: fc.nat(5) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('pass' as const), hours: fc.integer({ min: 1, max: 14 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('job' as const) }) },
);

/** Quiet from the twelfth to the twentieth hour after `morning`, each day. */
function nightly(moment: Date): Date {
  const hour = ((((moment.getTime() - morning.getTime()) / 3_600_000) % 24) + 24) % 24;
  return hour >= 12 && hour < 20 ? hoursLater(20 - hour, moment) : moment;
}

describeAllDatabases('any order of registering, giving up and answering', (context) => {
  it('never gives more seats than there are, keeps none from who waits, and turns nobody round', async () => {
    const database = await context.database();
    const learners = await addLearners(database, 8);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        await database.db.execute(sql`delete from workshop`);
        const { key, id } = await addWorkshop(database, { capacity: 2, startsAt: hoursLater(72) });
        let now = morning;
        for (const each of steps) {
          if (each.do === 'pass') now = hoursLater(each.hours, now);
          const moment = { now, allowedFrom: nightly };
          if (each.do === 'capacity') {
            await database.transaction((tx) => updateWorkshop(tx, key, { capacity: each.seats }, moment));
          } else if (each.do === 'job') {
            await offerSeats({ database, clock: () => now, allowedFrom: nightly });
            const workshop = await workshopById(database.db, id);
            // The job leaves no free seat to nobody while somebody waits and offers may be made.
            if (workshop !== undefined) expect(whyNotOffered(workshop, moment)).toBeDefined();
          } else if (each.do !== 'pass') {
            const learnerId = learners[each.who] ?? 0;
            const own = await registrationOfLearner(database.db, key, learnerId);
            await database.transaction(async (tx) => {
              if (each.do === 'register') await register(tx, { workshopKey: key, learnerId, now });
              else if (own !== undefined && each.do === 'accept') await acceptOffer(tx, own.key, now);
              else if (own !== undefined && each.do === 'cancel') await cancelRegistration(tx, own.key, moment);
              else if (own !== undefined && each.do === 'decline') await declineOffer(tx, own.key, moment);
            });
          }
          const workshop = await workshopById(database.db, id);
          if (workshop === undefined) throw new Error('The workshop is gone.');
          expect(workshop.taken + workshop.offered).toBeLessThanOrEqual(workshop.capacity ?? 0);
        }
        const { rows } = await database.db.execute<{ offers: number; registration_id: string }>(sql`
          select registration_id, count(*)::int as offers from workshop_notice where kind = 'offer'
          group by registration_id, version having count(*) > 1`);
        expect(rows).toEqual([]);
      }),
      { numRuns: context.kind === 'embedded' ? 15 : 25, seed: 20_261_124 },
    );
  });
});

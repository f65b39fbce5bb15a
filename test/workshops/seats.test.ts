import { expect, it } from 'vitest';
import type { Database } from '../../src/database/index.ts';
import {
  acceptOffer,
  attendeesOf,
  cancelRegistration,
  declineOffer,
  longestNeeds,
  noteNeeds,
  offerSeats,
  register,
  registrationByKey,
  registrationOfLearner,
  registrationsOfAccount,
  registrationsOfLearner,
  seatsLeft,
  undoCancel,
  updateWorkshop,
  whyNotOffered,
  workshopById,
} from '../../src/workshops/index.ts';
import { describeDatabases } from '../support/databases.ts';
import { addLearner, addWorkshop, at, hoursLater, morning } from '../support/workshops.ts';

const always = (moment: Date): Date => moment;

function seat(database: Database, workshopKey: number, learnerId: number, now = morning) {
  return database.transaction((tx) => register(tx, { workshopKey, learnerId, now }));
}

async function keyOf(database: Database, workshopKey: number, learnerId: number): Promise<number> {
  const registration = await registrationOfLearner(database.db, workshopKey, learnerId);
  if (registration === undefined) throw new Error('not registered');
  return registration.key;
}

describeDatabases('seats', (context) => {
  it('gives seats until they are taken, then places in the waiting list, and each only once', async () => {
    const database = await context.database();
    const { key, id } = await addWorkshop(database, { capacity: 1 });
    const [an, binh, chi] = [
      await addLearner(database, 'an'),
      await addLearner(database, 'binh'),
      await addLearner(database, 'chi'),
    ];
    expect(await seat(database, key, an)).toMatchObject({ kind: 'registered', registration: { state: 'taken' } });
    expect(await seat(database, key, binh)).toMatchObject({ kind: 'waiting', registration: { waitingPlace: 1 } });
    expect(await seat(database, key, chi)).toMatchObject({ kind: 'waiting', registration: { waitingPlace: 2 } });
    expect(await seat(database, key, an)).toMatchObject({ kind: 'already', registration: { state: 'taken' } });
    expect(await seat(database, key, chi)).toMatchObject({ kind: 'already', registration: { waitingPlace: 2 } });
    const workshop = await workshopById(database.db, id);
    expect(workshop).toMatchObject({ taken: 1, offered: 0, waiting: 2, checkedIn: 0 });
    expect(workshop && seatsLeft(workshop)).toBe(0);
    expect((await attendeesOf(database.db, key)).map(({ learnerId }) => learnerId)).toEqual([an, binh, chi]);
    expect(await registrationsOfLearner(database.db, chi, morning)).toHaveLength(1);
    expect(await registrationsOfLearner(database.db, chi, hoursLater(200))).toHaveLength(0);
  });

  it('tells that it is full without writing anything when it is asked to', async () => {
    const database = await context.database();
    const { key } = await addWorkshop(database, { capacity: 0 });
    const learnerId = await addLearner(database, 'an');
    const outcome = await database.transaction((tx) =>
      register(tx, { workshopKey: key, learnerId, ifFull: 'tell', now: morning }),
    );
    expect(outcome).toEqual({ kind: 'full', waiting: 0, mayWait: true });
    expect(await registrationOfLearner(database.db, key, learnerId)).toBeUndefined();
  });

  it('registers nobody for what has begun, is cancelled, invented or gone', async () => {
    const database = await context.database();
    const { key } = await addWorkshop(database);
    const an = await addLearner(database, 'an');
    expect(await seat(database, key, an, hoursLater(5 * 24))).toEqual({ kind: 'started' });
    expect(await seat(database, key + 1000, an)).toEqual({ kind: 'unknown' });
  });

  it('offers a freed seat to who waits longest, holds it, and takes it on when the offer runs out', async () => {
    const database = await context.database();
    const { key, id } = await addWorkshop(database, { capacity: 1 });
    const people = await Promise.all(['an', 'binh', 'chi', 'dung'].map((name) => addLearner(database, name)));
    const [an = 0, binh = 0, chi = 0, dung = 0] = people;
    for (const [position, person] of [an, binh, chi].entries()) {
      await seat(database, key, person, hoursLater(position / 60));
    }
    const now = hoursLater(1);
    const seatOfAn = await keyOf(database, key, an);
    await database.transaction((tx) => cancelRegistration(tx, seatOfAn, at(now)));
    expect(await registrationOfLearner(database.db, key, binh)).toMatchObject({
      state: 'offered',
      offerUntil: hoursLater(13),
    });
    // The seat is held: who comes now waits behind the others.
    expect(await seat(database, key, dung, now)).toMatchObject({ kind: 'waiting', registration: { waitingPlace: 2 } });
    const later = hoursLater(13);
    expect(await offerSeats({ database, clock: () => later, allowedFrom: always })).toEqual({
      due: 1,
      expired: 1,
      offered: 1,
      busy: 0,
    });
    expect(await registrationOfLearner(database.db, key, binh)).toMatchObject({ state: 'expired' });
    const offered = await keyOf(database, key, chi);
    const accept = () => database.transaction((tx) => acceptOffer(tx, offered, later));
    expect(await accept()).toMatchObject({ kind: 'registered', registration: { state: 'taken' } });
    expect(await accept()).toMatchObject({ kind: 'registered' });
    const late = await keyOf(database, key, binh);
    expect(await database.transaction((tx) => acceptOffer(tx, late, later))).toMatchObject({
      kind: 'too_late',
      mayWait: true,
    });
    expect(await offerSeats({ database, clock: () => later, allowedFrom: always })).toMatchObject({ due: 0 });
    expect(await workshopById(database.db, id)).toMatchObject({ taken: 1, offered: 0, waiting: 1 });
  });

  it('passes a declined offer on at once', async () => {
    const database = await context.database();
    const { key } = await addWorkshop(database, { capacity: 1 });
    const [an, binh, chi] = [
      await addLearner(database, 'an'),
      await addLearner(database, 'binh'),
      await addLearner(database, 'chi'),
    ];
    for (const person of [an, binh, chi]) await seat(database, key, person);
    const [seatOfAn, seatOfBinh] = [await keyOf(database, key, an), await keyOf(database, key, binh)];
    await database.transaction((tx) => cancelRegistration(tx, seatOfAn, at(morning)));
    const decline = () => database.transaction((tx) => declineOffer(tx, seatOfBinh, at(morning)));
    expect(await decline()).toMatchObject({ kind: 'given_up', before: 'offered' });
    expect(await decline()).toMatchObject({ kind: 'nothing' });
    expect(await registrationOfLearner(database.db, key, chi)).toMatchObject({ state: 'offered' });
  });

  it('makes no offer in quiet hours and none within two hours of the start; then a free seat is for whoever asks', async () => {
    const database = await context.database();
    const startsAt = hoursLater(24);
    const { key, id } = await addWorkshop(database, { capacity: 1, startsAt });
    const [an, binh, chi] = [
      await addLearner(database, 'an'),
      await addLearner(database, 'binh'),
      await addLearner(database, 'chi'),
    ];
    for (const person of [an, binh]) await seat(database, key, person);
    const seatOfAn = await keyOf(database, key, an);
    const quietUntil = hoursLater(5);
    const untilMorning = (moment: Date): Date => (moment < quietUntil ? quietUntil : moment);
    await database.transaction((tx) => cancelRegistration(tx, seatOfAn, { now: morning, allowedFrom: untilMorning }));
    const why = async (now: Date, allowedFrom = always) => {
      const workshop = await workshopById(database.db, id);
      return workshop && whyNotOffered(workshop, { now, allowedFrom });
    };
    expect(await why(morning, untilMorning)).toEqual({ reason: 'quiet_hours', until: quietUntil });
    expect(await why(morning)).toBeUndefined();
    // The seat waits for who waits: a newcomer does not slip in by night.
    expect(await seat(database, key, chi)).toMatchObject({ kind: 'waiting', registration: { waitingPlace: 2 } });
    const late = hoursLater(22.5);
    expect(await offerSeats({ database, clock: () => late, allowedFrom: always })).toMatchObject({ due: 0 });
    expect(await why(late)).toEqual({ reason: 'too_late', since: hoursLater(22) });
    expect(await seat(database, key, chi, late)).toMatchObject({ kind: 'registered' });
    const dung = await addLearner(database, 'dung');
    expect(await seat(database, key, dung, late)).toEqual({ kind: 'full', waiting: 1, mayWait: false });
    expect(await why(late)).toEqual({ reason: 'no_free_seat' });
    expect(await why(startsAt)).toEqual({ reason: 'started' });
  });

  it('lasts no longer than two hours before the start, also when that comes nearer', async () => {
    const database = await context.database();
    const { key } = await addWorkshop(database, { capacity: 1, startsAt: hoursLater(10) });
    const [an, binh] = [await addLearner(database, 'an'), await addLearner(database, 'binh')];
    for (const person of [an, binh]) await seat(database, key, person);
    const seatOfAn = await keyOf(database, key, an);
    await database.transaction((tx) => cancelRegistration(tx, seatOfAn, at(morning)));
    expect(await registrationOfLearner(database.db, key, binh)).toMatchObject({ offerUntil: hoursLater(8) });
    await database.transaction((tx) => updateWorkshop(tx, key, { startsAt: hoursLater(6) }, at(morning)));
    expect(await registrationOfLearner(database.db, key, binh)).toMatchObject({ offerUntil: hoursLater(4) });
  });

  it('offers seats that are added, and takes none away by a number', async () => {
    const database = await context.database();
    const { key } = await addWorkshop(database, { capacity: 1 });
    const people = await Promise.all(['an', 'binh', 'chi', 'dung'].map((name) => addLearner(database, name)));
    for (const person of people) await seat(database, key, person);
    const change = (capacity: number | undefined) =>
      database.transaction((tx) => updateWorkshop(tx, key, { capacity }, at(morning)));
    expect(await change(3)).toMatchObject({ kind: 'updated', workshop: { taken: 1, offered: 2, waiting: 1 } });
    expect(await change(2)).toEqual({ kind: 'capacity_below', held: 3 });
    expect(await change(undefined)).toMatchObject({ kind: 'updated', workshop: { taken: 1, offered: 3, waiting: 0 } });
  });

  it('takes a cancelling back while the seat is free', async () => {
    const database = await context.database();
    const { key } = await addWorkshop(database, { capacity: 1 });
    const [an, binh] = [await addLearner(database, 'an'), await addLearner(database, 'binh')];
    await seat(database, key, an);
    const own = await keyOf(database, key, an);
    await database.transaction((tx) => cancelRegistration(tx, own, at(morning)));
    const code = (await registrationByKey(database.db, own))?.code;
    const undo = () => database.transaction((tx) => undoCancel(tx, own, morning));
    expect(await undo()).toMatchObject({ kind: 'registered', registration: { code } });
    await database.transaction((tx) => cancelRegistration(tx, own, at(morning)));
    await seat(database, key, binh);
    expect(await undo()).toMatchObject({ kind: 'full' });
  });

  it('keeps what somebody needs, short and well formed', async () => {
    const database = await context.database();
    const { key } = await addWorkshop(database);
    const learnerId = await addLearner(database, 'an');
    const needs = { kinds: ['wheelchair', 'other'] as const, text: `  ${'ô'.repeat(300)}` };
    await database.transaction((tx) => register(tx, { workshopKey: key, learnerId, needs, now: morning }));
    const registration = await registrationOfLearner(database.db, key, learnerId);
    expect(registration?.needs).toEqual({ kinds: ['wheelchair', 'other'], text: 'ô'.repeat(longestNeeds) });
    const own = registration?.key ?? 0;
    expect(await noteNeeds(database.db, own, { kinds: ['hearing'] }, morning)).toBe(true);
    expect((await registrationByKey(database.db, own))?.needs).toEqual({ kinds: ['hearing'], text: undefined });
  });

  it('lists what everybody of an account has', async () => {
    const database = await context.database();
    const { key } = await addWorkshop(database);
    const learnerId = await addLearner(database, 'an');
    await seat(database, key, learnerId);
    const { rows } = await database.db.execute<{ account_id: string }>(
      `select account_id from learner where id = ${learnerId}`,
    );
    const found = await registrationsOfAccount(database.db, Number(rows[0]?.account_id), morning);
    expect(found.map((each) => each.learnerId)).toEqual([learnerId]);
  });
});

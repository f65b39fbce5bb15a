import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { ensureOrganisation } from '../../src/catalogue/index.ts';
import {
  attendedWorkshops,
  createProgramme,
  issueCertificate,
  loadSampleWorkshops,
  noteSession,
  programmeMembers,
  register,
  updateWorkshop,
  workshopById,
} from '../../src/workshops/index.ts';
import { testApplication } from '../support/application.ts';
import { signIn } from '../support/console.ts';
import { describeDatabases } from '../support/databases.ts';
import { addStaff } from '../support/staff.ts';
import { addLearners, at, hoursLater, morning } from '../support/workshops.ts';

const nobody = { staffId: undefined, now: morning };
const week = 7 * 24;

describeDatabases('programmes of several sessions', (context) => {
  async function scene() {
    const database = await context.database();
    const organisationId = await database.transaction((tx) => ensureOrganisation(tx, 'Trung tâm Ví dụ'));
    const sessions = [1, 2, 3, 4].map((each) => ({
      startsAt: hoursLater(each * week),
      endsAt: hoursLater(each * week + 2),
    }));
    const programme = await database.transaction((tx) =>
      createProgramme(tx, { title: 'Nghề may', kind: 'vocational', sessions, capacity: 2, organisationId }, nobody),
    );
    if (programme === undefined) throw new Error('The id is taken.');
    const learners = await addLearners(database, 3);
    const seats = [];
    for (const learnerId of learners)
      seats.push(
        await database.transaction((tx) => register(tx, { workshopKey: programme.key, learnerId, now: morning })),
      );
    const members = await programmeMembers(database.db, programme.key);
    const note = (session: number, keys: readonly number[], now = hoursLater(5 * week)) =>
      database.transaction((tx) =>
        noteSession(
          tx,
          {
            workshopKey: programme.key,
            sessionKey: programme.sessions[session]?.key ?? 0,
            registrationKeys: keys,
          },
          { staffId: undefined, now },
        ),
      );
    return { database, programme, seats, members, note, learners, organisationId };
  }

  it('have one seat for all sessions and one waiting list', async () => {
    const { programme, seats, members } = await scene();
    expect(programme).toMatchObject({ programme: 'vocational', audience: ['workers', 'job_seekers'] });
    expect(programme.startsAt).toEqual(hoursLater(week));
    expect(programme.endsAt).toEqual(hoursLater(4 * week + 2));
    expect(seats.map(({ kind }) => kind)).toEqual(['registered', 'registered', 'waiting']);
    expect(members).toHaveLength(2);
  });

  it('are completed by three of four sessions, and only then give a certificate and a line in the notebook', async () => {
    const { database, programme, note } = await scene();
    const { rows } = await database.db.execute<{ id: string; learner_id: string }>(sql`
      select id, learner_id from workshop_registration where state = 'taken' order by id limit 1`);
    const [key, learnerId] = [Number(rows[0]?.id), Number(rows[0]?.learner_id)];
    expect(await note(0, [key], hoursLater(week - 1))).toBe('not_yet');
    for (const session of [0, 1, 1]) expect(await note(session, [key])).toBe('noted');
    expect(await issueCertificate(database.db, key, 'Lan', morning)).toBeUndefined();
    expect(await attendedWorkshops(database.db, learnerId)).toEqual([]);
    await note(2, [key]);
    expect(await issueCertificate(database.db, key, 'Lan', morning)).toMatch(/^[A-Z0-9]{10}$/);
    expect(await attendedWorkshops(database.db, learnerId)).toMatchObject([{ title: 'Nghề may' }]);
    const members = await programmeMembers(database.db, programme.key);
    expect(members.find(({ registrationKey }) => registrationKey === key)?.sessionKeys).toHaveLength(3);
    // A slip is set right by noting anew.
    await note(2, []);
    expect(await attendedWorkshops(database.db, learnerId)).toEqual([]);
  });

  it('note nobody of another programme, and nobody who waits', async () => {
    const { database, note } = await scene();
    const { rows } = await database.db.execute<{ id: string }>(
      sql`select id from workshop_registration where state = 'waiting'`,
    );
    await note(0, [Number(rows[0]?.id), 999_999]);
    const after = await database.db.execute<{ came: number }>(sql`
      select count(*)::int as came from workshop_registration where cardinality(sessions_attended) > 0`);
    expect(after.rows[0]?.came).toBe(0);
  });

  it('move as a whole, and not at all when the change is refused', async () => {
    const { database, programme } = await scene();
    const startsAt = hoursLater(week + 1);
    const refused = await database.transaction((tx) =>
      updateWorkshop(tx, programme.key, { startsAt, capacity: 1 }, at(morning)),
    );
    expect(refused.kind).toBe('capacity_below');
    expect((await workshopById(database.db, programme.id))?.sessions).toEqual(programme.sessions);
    await database.transaction((tx) => updateWorkshop(tx, programme.key, { startsAt }, at(morning)));
    const moved = await workshopById(database.db, programme.id);
    expect(moved?.sessions.map((session) => session.startsAt)).toEqual(
      programme.sessions.map((session) => hoursLater(1, session.startsAt)),
    );
    expect(moved?.endsAt).toEqual(hoursLater(4 * week + 3));
  });

  it('are made and noted in the console and over the API, by the organiser of its own', async () => {
    const { database, programme, organisationId, members } = await scene();
    const { app, time } = await testApplication(database);
    const editor = await addStaff(database, 'editor');
    const browser = await signIn(app, database, editor.id, time.now);
    const form = {
      title: 'Tin học tối',
      kind: 'adult',
      place: 'Thư viện',
      sessions: '2026-12-05 18:30-20:00\n2026-12-12 18:30-20:00',
    };
    expect((await browser.post('/console/programmes', { ...form, sessions: 'mai' })).status).toBe(422);
    expect(
      (await browser.post('/console/programmes', { ...form, sessions: `${form.sessions}\n2026-12-05 18:30-19:00` }))
        .status,
    ).toBe(422);
    const made = await browser.post('/console/programmes', form);
    expect((await browser.follow(made)).text).toContain('2 buổi');
    const partner = await addStaff(database, 'partner', { organisationId });
    const ask = async (method: string, path: string, body?: unknown) => {
      const response = await app.request(`/api/v1/programmes${path}`, {
        method,
        headers: { authorization: `Bearer ${partner.token}` },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: response.status, body: await response.json() };
    };
    const path = `/${programme.id}/attendance`;
    const [first] = programme.sessions;
    const came = [members[0]?.registrationKey ?? 0];
    expect((await ask('POST', path, { session: first?.key, came })).status).toBe(409);
    time.now = hoursLater(week + 1);
    expect(await ask('POST', path, { session: first?.key, came })).toMatchObject({
      status: 200,
      body: { kind: 'vocational', registered: 2, waiting: 1 },
    });
    expect(await ask('GET', '')).toMatchObject({ body: { programmes: [{ id: programme.id }] } });
    const own = await signIn(app, database, partner.id, time.now);
    expect((await own.get(`/console/programmes/${programme.id}`)).text).toContain('1/4');
    expect((await app.request(`/workshops/${programme.id}`)).status).toBe(200);
  });

  it('come as marked samples that nobody can enrol in', async () => {
    const database = await context.database();
    await loadSampleWorkshops(database, { setting: 'auto', now: morning, timezone: 'Asia/Ho_Chi_Minh' });
    const sample = await workshopById(database.db, 'mau-ct-may-co-ban');
    expect(sample).toMatchObject({ sample: true, programme: 'vocational' });
    expect(sample?.sessions).toHaveLength(12);
    const [learnerId = 0] = await addLearners(database, 1);
    const outcome = await database.transaction((tx) =>
      register(tx, { workshopKey: sample?.key ?? 0, learnerId, now: morning }),
    );
    expect(outcome.kind).toBe('sample');
  });
});

import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { staffRoutes } from '../../src/api/staff-routes.ts';
import { ensureOrganisation } from '../../src/catalogue/index.ts';
import type { Database } from '../../src/database/index.ts';
import { roles } from '../../src/staff/index.ts';
import { register, workshopById } from '../../src/workshops/index.ts';
import { testApplication } from '../support/application.ts';
import { describeDatabases } from '../support/databases.ts';
import { addStaff } from '../support/staff.ts';
import { addLearner, addWorkshop, morning } from '../support/workshops.ts';

interface Answer {
  readonly id: string;
  readonly error?: { readonly code: string; readonly message: string };
  readonly workshops?: readonly { readonly id: string; readonly starts_at: string }[];
  readonly registrations?: readonly { readonly id: number; readonly code: string; readonly state: string }[];
}

interface App {
  request(path: string, init?: RequestInit): Response | Promise<Response>;
}

function member(app: App, token: string) {
  return async (method: string, path: string, body?: unknown) => {
    const response = await app.request(`/api/v1/workshops${path}`, {
      method,
      headers: { authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    return { status: response.status, text, body: (isJson ? JSON.parse(text) : {}) as Answer };
  };
}

const good = {
  title: 'Nhận biết lừa đảo qua mạng',
  description: 'Mang theo điện thoại.',
  starts_at: '2026-12-05T08:30',
  ends_at: '2026-12-05T11:00:00+07:00',
  place: 'Nhà văn hóa phường',
  ward: 'Bến Thành',
  capacity: 2,
  topics: ['an toàn mạng'],
};

async function editor(database: Database) {
  const { app } = await testApplication(database);
  const { token } = await addStaff(database, 'editor');
  return member(app, token);
}

async function seat(database: Database, id: string, name: string): Promise<void> {
  const learnerId = await addLearner(database, name);
  const workshop = await workshopById(database.db, id);
  await database.transaction((tx) => register(tx, { workshopKey: workshop?.key ?? 0, learnerId, now: morning }));
}

describeDatabases('staff API of workshops', (context) => {
  it('makes a workshop at the city’s time, counts who registers, changes it, and calls it off', async () => {
    const database = await context.database();
    const ask = await editor(database);
    const made = await ask('POST', '', good);
    expect(made).toMatchObject({
      status: 201,
      body: {
        starts_at: '2026-12-05T01:30:00.000Z',
        ends_at: '2026-12-05T04:00:00.000Z',
        ward: '26743',
        capacity: 2,
        topics: ['an toàn mạng'],
        registered: 0,
        waiting: 0,
        checked_in: 0,
        seats_left: 2,
        status: 'planned',
        no_offer: { reason: 'nobody_waits' },
      },
    });
    const { id } = made.body;
    expect(id).toBe('nhan-biet-lua-dao-qua-mang-20261205');
    for (const name of ['an', 'binh', 'chi']) await seat(database, id, name);
    expect(await ask('GET', `/${id}`)).toMatchObject({
      status: 200,
      body: { registered: 2, waiting: 1, seats_left: 0 },
    });
    expect(await ask('PATCH', `/${id}`, { capacity: 1 })).toMatchObject({
      status: 409,
      body: { error: { code: 'capacity_below' } },
    });
    expect(await ask('PATCH', `/${id}`, { capacity: 3, place: null, organisation: 'Hội Khuyến học' })).toMatchObject({
      status: 200,
      body: { offered: 1, waiting: 0, place: null, organisation: 'Hội Khuyến học', sequence: 1 },
    });
    expect(await ask('PATCH', `/${id}`, { organisation: null })).toMatchObject({ body: { organisation: null } });
    expect(await ask('POST', `/${id}/cancel`, { reason: 'Mưa lớn' })).toMatchObject({
      status: 200,
      body: { status: 'cancelled', cancel_reason: 'Mưa lớn' },
    });
    expect(await ask('POST', `/${id}/cancel`)).toMatchObject({ status: 200 });
    expect(await ask('PATCH', `/${id}`, { capacity: 5 })).toMatchObject({ status: 409 });
    const { rows } = await database.db.execute<{ action: string }>(
      sql`select action from audit where action like 'workshop.%' order by id`,
    );
    expect(rows.map(({ action }) => action)).toEqual([
      'workshop.create',
      'workshop.update',
      'workshop.update',
      'workshop.cancel',
    ]);
  });

  it('names the field that is wrong, and what should stand there', async () => {
    const database = await context.database();
    const ask = await editor(database);
    for (const [change, field] of [
      [{ title: ' ' }, 'title'],
      [{ starts_at: 'mai' }, 'starts_at'],
      [{ starts_at: '2026-02-31T08:00' }, 'starts_at'],
      [{ ends_at: '2026-12-05T08:00' }, 'ends_at'],
      [{ starts_at: '2026-01-05T08:00', ends_at: '2026-01-05T09:00' }, 'ends_at'],
      [{ ward: 'Sao Hỏa' }, 'ward'],
      [{ capacity: -1 }, 'capacity'],
      [{ capacity: 1.5 }, 'capacity'],
      [{ online_url: 'javascript:alert(1)' }, 'online_url'],
      [{ audience: ['aliens'] }, 'audience'],
      [{ id: '../x' }, 'id'],
    ] as const) {
      const answer = await ask('POST', '', { ...good, ...change });
      expect([answer.status, answer.body.error?.code], field).toEqual([400, 'bad_body']);
      expect(answer.body.error?.message, field).toContain(`${field}`);
    }
    expect((await ask('POST', '', { ...good, titel: 'x' })).body.error?.message).toContain('titel');
    expect(await ask('POST', '', { ...good, id: 'w1' })).toMatchObject({ status: 201, body: { id: 'w1' } });
    expect(await ask('POST', '', { ...good, id: 'w1' })).toMatchObject({
      status: 409,
      body: { error: { code: 'id_taken' } },
    });
    expect(await ask('GET', '/khong-co')).toMatchObject({ status: 404 });
  });

  it('repeats a workshop and changes all that follow', async () => {
    const database = await context.database();
    const ask = await editor(database);
    const { id } = (await ask('POST', '', good)).body;
    expect(await ask('POST', `/${id}/repeat`, { every: 'week' })).toMatchObject({ status: 400 });
    const series = await ask('POST', `/${id}/repeat`, { every: 'week', count: 3 });
    expect(series.status).toBe(201);
    expect(series.body.workshops).toHaveLength(3);
    expect(await ask('POST', `/${id}/repeat`, { every: 'week', count: 3 })).toMatchObject({ status: 409 });
    const second = series.body.workshops?.[1]?.id ?? '';
    await ask('PATCH', `/${second}?following=yes`, { starts_at: '2026-12-12T09:00', ends_at: '2026-12-12T11:30' });
    const listed = await ask('GET', '');
    expect(listed.body.workshops?.map(({ starts_at }) => starts_at)).toEqual([
      '2026-12-05T01:30:00.000Z',
      '2026-12-12T02:00:00.000Z',
      '2026-12-19T02:00:00.000Z',
    ]);
    expect((await ask('GET', '?past=yes')).body.workshops).toEqual([]);
  });

  it('checks people in, and lists them for a spreadsheet that computes nothing', async () => {
    const database = await context.database();
    const ask = await editor(database);
    const { id } = (await ask('POST', '', good)).body;
    await seat(database, id, 'an');
    const own = (await ask('GET', `/${id}/registrations`)).body.registrations?.[0];
    const scan = { request_id: 's-1', code: own?.code };
    expect(await ask('POST', `/${id}/check-in`, scan)).toMatchObject({ status: 200, body: { outcome: 'checked_in' } });
    expect(await ask('POST', `/${id}/check-in`, scan)).toMatchObject({ status: 200, body: { outcome: 'again' } });
    expect(await ask('POST', `/${id}/check-in`, { request_id: 's-2' })).toMatchObject({ status: 400 });
    expect(await ask('POST', `/${id}/check-in`, { request_id: 's-2', code: 'AAAAAA' })).toMatchObject({ status: 404 });
    expect(await ask('POST', `/${id}/walk-in`, { request_id: 'w-1', name: '=HYPERLINK("x")' })).toMatchObject({
      status: 201,
    });
    expect(await ask('GET', `/${id}`)).toMatchObject({ body: { registered: 1, checked_in: 2 } });
    const csv = (await ask('GET', `/${id}/registrations.csv`)).text;
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
    expect(csv.trim().split('\r\n')).toHaveLength(3);
    expect(await ask('POST', `/${id}/check-in/undo`, { registration: own?.id })).toMatchObject({
      body: { undone: true },
    });
    expect(await ask('GET', `/${id}`)).toMatchObject({ body: { checked_in: 1 } });
    await seat(database, id, 'binh');
    await seat(database, id, 'chi');
    const waiting = (await ask('GET', `/${id}/registrations`)).body.registrations?.find(
      ({ state }) => state === 'waiting',
    );
    const late = { request_id: 's-3', registration: waiting?.id };
    expect(await ask('POST', `/${id}/check-in`, late)).toMatchObject({
      status: 409,
      body: { error: { code: 'no_seat' } },
    });
    expect(await ask('POST', `/${id}/check-in`, { ...late, admit: true })).toMatchObject({ status: 200 });
  });

  it.each(roles)('lets %s do what the table of routes says, and no more', async (role) => {
    const database = await context.database();
    const { app } = await testApplication(database);
    const organisationId = await database.transaction((tx) => ensureOrganisation(tx, 'Hội Khuyến học'));
    const [own, other] = [await addWorkshop(database, { organisationId }), await addWorkshop(database)];
    const { token } = await addStaff(database, role, role === 'partner' ? { organisationId } : {});
    const ask = member(app, token);
    for (const [route, allowed] of Object.entries(staffRoutes)) {
      if (!route.includes('/api/v1/workshops')) continue;
      const [method = '', path = ''] = route.split(' ');
      const status = async (id: string) =>
        (await ask(method, path.replace('/api/v1/workshops', '').replace(':id', id), method === 'GET' ? undefined : {}))
          .status;
      const [mine, theirs] = [await status(own.id), await status(other.id)];
      if (allowed[role] === 'no') expect([mine, theirs], route).toEqual([403, 403]);
      else if (allowed[role] === 'all' || !path.includes(':id')) {
        expect([200, 400], route).toContain(mine);
        expect(theirs, route).toBe(mine);
      } else if (method === 'GET') expect([mine, theirs], route).toEqual([200, 404]);
    }
    if (role === 'partner') {
      expect((await ask('GET', '')).body.workshops?.map(({ id }) => id)).toEqual([own.id]);
      const walkIn = { request_id: 'w' };
      expect(await ask('POST', `/${own.id}/walk-in`, walkIn)).toMatchObject({ status: 201 });
      expect(await ask('POST', `/${other.id}/walk-in`, walkIn)).toMatchObject({ status: 404 });
    }
  });
});

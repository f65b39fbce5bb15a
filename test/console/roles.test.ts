import { expect, it, vi } from 'vitest';
import { staffRoutes } from '../../src/api/staff-routes.ts';
import { consoleRoutes, openRoutes } from '../../src/console/routes.ts';
import { type Role, roles } from '../../src/staff/index.ts';
import { testApplication } from '../support/application.ts';
import { openBrowser, signIn } from '../support/console.ts';
import { describeDatabases } from '../support/databases.ts';
import { addStaff } from '../support/staff.ts';

/** Five roles walk all routes: half a minute on a busy machine. */
vi.setConfig({ testTimeout: 240_000 });

/** An address of a route; nothing has this id, so that a route that lets somebody in changes nothing. */
function addressOf(route: string): [method: string, path: string] {
  const [method = '', path = ''] = route.split(' ');
  return [method, path.replace(/:\w+/g, '999999')];
}

/** Routes that would end the session that the walk needs. */
const endsSession = new Set(['POST /console/sign-out', 'POST /console/account/sign-out-everywhere']);

const table = Object.entries(consoleRoutes) as [keyof typeof consoleRoutes, Record<Role, string>][];

describeDatabases('who may open which page', ({ database: open }) => {
  it('is what the table says, for every route of the console and every role', async () => {
    const database = await open();
    const { app, time } = await testApplication(database);
    for (const role of roles) {
      const member = await addStaff(database, role);
      const browser = await signIn(app, database, member.id, time.now);
      const token = await browser.token();
      for (const [route, row] of table) {
        const [method, path] = addressOf(route);
        if (endsSession.has(route)) continue;
        const { status } = method === 'GET' ? await browser.get(path) : await browser.send(path, { csrf: token });
        if (row[role] === 'no') expect(status, `${route} as ${role}`).toBe(403);
        // 429: codes are limited by address, and all five share one.
        else expect([200, 303, 404, 409, 422, 429], `${route} as ${role}`).toContain(status);
      }
    }
  });

  it('is nothing without a session, and with one of a member who was removed', async () => {
    const database = await open();
    const { app, time } = await testApplication(database);
    const admin = await addStaff(database, 'admin', { email: 'goc@thanhpho.example' });
    const gone = await addStaff(database, 'admin', { email: 'cu@thanhpho.example' });
    const boss = await signIn(app, database, admin.id, time.now);
    const removed = await signIn(app, database, gone.id, time.now);
    const token = await removed.token();
    expect(token).not.toBe('');
    const removal = await boss.post(`/console/staff/${gone.id}/remove`, { confirmed: 'yes' });
    expect(removal.status).toBe(303);
    for (const browser of [openBrowser(app), removed])
      for (const [route] of table) {
        const [method, path] = addressOf(route);
        const answer = method === 'GET' ? await browser.get(path) : await browser.send(path, { csrf: token });
        expect(answer.status, route).toBe(method === 'GET' ? 303 : 401);
        if (method === 'GET') expect(answer.headers.get('location'), route).toBe('/console/sign-in');
      }
    const api = await app.request('/api/v1/inbox', { headers: { authorization: `Bearer ${gone.token}` } });
    expect(api.status).toBe(401);
  });

  it('is what the table says for every route of the staff API and every role', async () => {
    const database = await open();
    const { app } = await testApplication(database);
    for (const role of roles) {
      const { token } = await addStaff(database, role);
      for (const [route, row] of Object.entries(staffRoutes) as [string, Record<Role, string>][]) {
        const [method, path] = addressOf(route);
        const ask = (authorization: string) =>
          app.request(path, {
            method,
            headers: { authorization },
            ...(method === 'GET' ? {} : { body: JSON.stringify({ text: 'x' }) }),
          });
        const { status } = await ask(`Bearer ${token}`);
        if (row[role] === 'no') expect(status, `${route} as ${role}`).toBe(403);
        else expect([200, 201, 400, 404, 409], `${route} as ${role}`).toContain(status);
        expect((await ask('Bearer banhoc_wrong')).status, route).toBe(401);
      }
    }
  });

  it('names every route that there is', async () => {
    const { app } = await testApplication(await open());
    const routes = app.routes
      .filter(({ path, method }) => path.startsWith('/console') && method !== 'ALL')
      .map(({ path, method }) => `${method} ${path}`);
    expect(new Set(routes)).toEqual(new Set([...Object.keys(consoleRoutes), ...openRoutes]));
  });
});

import { expect, it } from 'vitest';
import { testApplication } from '../support/application.ts';
import { describeDatabases } from '../support/databases.ts';

describeDatabases('public pages', (context) => {
  it.each(['/courses/%00', '/courses/a%1fb', '/courses/%ED%A0%80', '/di/%00', '/du-lieu/%00', '/anh/%00'])(
    'does not know %s',
    async (path) => {
      const { app } = await testApplication(await context.database());
      const response = await app.request(path);
      expect(response.status).toBe(404);
      expect(await response.text()).toContain('<!doctype html>');
    },
  );

  it.each(['/courses/guitar', '/healthz', '/readyz', '/metrics', '/robots.txt'])(
    'answers a wrong method on %s with those there are',
    async (path) => {
      const { app } = await testApplication(await context.database());
      const response = await app.request(path, { method: 'DELETE' });
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
      expect((await app.request(path, { method: 'HEAD' })).status).toBe(200);
    },
  );
});

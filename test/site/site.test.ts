import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { testApplication } from '../support/application.ts';
import { describeDatabases } from '../support/databases.ts';

const browser =
  'Mozilla/5.0 (Linux; Android 13; SM-A135F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Mobile Safari/537.36';

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

  /** The program, a link to a course that it handed out, and whether that course counts as opened. */
  async function linkHandedOut() {
    const database = await context.database();
    const { app, conversations } = await testApplication(database);
    const result = await conversations.takeTurn({
      channel: 'web',
      updateKey: '1',
      chat: 'a',
      person: 'a',
      receivedAt: new Date('2026-11-24T03:00:00Z'),
      content: { kind: 'text', text: 'học guitar' },
    });
    const choices = result.kind === 'answered' ? result.replies.flatMap(({ message }) => message.choices) : [];
    const link = new URL(choices.find(({ url }) => url?.includes('/di/'))?.url ?? '');
    return {
      follow: async (method: 'GET' | 'HEAD', userAgent: string | undefined) => {
        const headers: Record<string, string> = userAgent === undefined ? {} : { 'user-agent': userAgent };
        const response = await app.request(link.pathname, { method, headers });
        return { status: response.status, location: response.headers.get('location') };
      },
      isOpened: async () => {
        const { rows } = await database.db.execute(sql`select 1 from course_mark where kind = 'opened'`);
        return rows.length > 0;
      },
    };
  }

  it.each<[string, 'GET' | 'HEAD', string | undefined]>([
    ['a checker', 'HEAD', browser],
    ['a checker without a name', 'HEAD', undefined],
    ['Telegram', 'GET', 'TelegramBot (like TwitterBot)'],
    ['Facebook', 'GET', 'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)'],
    ['Viber', 'GET', 'Mozilla/5.0 (Windows NT 6.1; WOW64) ViberUrlDownloader'],
  ])('lead %s to a course without counting it as opened', async (_, method, userAgent) => {
    const { follow, isOpened } = await linkHandedOut();
    expect(await follow(method, userAgent)).toEqual({ status: 302, location: expect.stringMatching(/^https?:/) });
    expect(await isOpened()).toBe(false);
  });

  it.each([
    ['in a browser', browser],
    ['inside Zalo', `${browser} Zalo android/12100663`],
    ['without a name', undefined],
  ])('count a course as opened by a person %s', async (_, userAgent) => {
    const { follow, isOpened } = await linkHandedOut();
    expect(await follow('GET', userAgent)).toMatchObject({ status: 302 });
    expect(await isOpened()).toBe(true);
  });

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

import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { createWebChannel } from '../../../src/channels/web/index.ts';
import type { Database } from '../../../src/database/index.ts';
import { type TestApplication, testApplication } from '../../support/application.ts';
import { describeDatabases } from '../../support/databases.ts';

const kib64 = 64 * 1024;

async function conversationsIn(database: Database): Promise<number> {
  const { rows } = await database.db.execute<{ count: number }>(sql`select count(*)::int as count from conversation`);
  return rows[0]?.count ?? 0;
}

function sendForm(application: TestApplication, body: string, headers: Record<string, string> = {}) {
  return application.app.request('/', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body,
  });
}

describeDatabases('the page without its script', (context) => {
  it('takes any text within 64 KiB however it is encoded, and none above', async () => {
    const application = await testApplication(await context.database());
    const longest = `học vẽ ${'ễ'.repeat(kib64)}`;
    const fitting = Buffer.from(longest)
      .subarray(0, kib64)
      .toString('utf8')
      .replace(/\ufffd+$/, '');
    expect((await sendForm(application, `text=${encodeURIComponent(fitting)}`)).status).toBe(303);
    expect((await sendForm(application, `text=${'%61'.repeat(kib64)}`)).status).toBe(303);
    expect((await sendForm(application, `text=${'a'.repeat(kib64 + 1)}`)).status).toBe(413);
  });

  it('answers a text that nobody can see, and says of an empty one that it is empty', async () => {
    const application = await testApplication(await context.database());
    const answer = await sendForm(application, 'text=+++');
    expect(answer.status).toBe(303);
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    const page = await (await application.app.request('/', { headers: { cookie } })).text();
    expect(page).toContain('class="message service"');
    expect((await sendForm(application, 'text=')).status).toBe(400);
    expect((await sendForm(application, '')).status).toBe(400);
  });

  it('survives ids and choices that no database takes', async () => {
    const application = await testApplication(await context.database());
    expect((await sendForm(application, 'text=vẽ&message_id=a%00b')).status).toBe(303);
    expect((await sendForm(application, 'choice=a%00b')).status).toBe(400);
  });

  it('tells a form that comes too fast when to come back', async () => {
    const application = await testApplication(await context.database(), { RATE_LIMIT_PER_MINUTE: '1' });
    expect((await sendForm(application, 'text=vẽ')).status).toBe(303);
    const refused = await sendForm(application, 'text=vẽ');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.text()).toContain('<!doctype html>');
  });
});

describeDatabases('GET /?start=', (context) => {
  it('starts a conversation for a person and none for a program that looks at the link', async () => {
    const database = await context.database();
    const { app } = await testApplication(database);
    const head = await app.request('/?start=course_guitar', { method: 'HEAD' });
    expect([head.status, head.headers.get('set-cookie')]).toEqual([200, null]);
    const preview = await app.request('/?start=course_guitar', {
      headers: { 'user-agent': 'TelegramBot (like TwitterBot)' },
    });
    expect([preview.status, preview.headers.get('set-cookie')]).toEqual([200, null]);
    expect(await preview.text()).toContain('property="og:title"');
    expect(await conversationsIn(database)).toBe(0);
    const person = await app.request('/?start=course_guitar', { headers: { 'user-agent': 'Mozilla/5.0 Firefox/128' } });
    expect(person.status).toBe(303);
    expect(await conversationsIn(database)).toBe(1);
  });

  it('counts against the rate limit of the address', async () => {
    const database = await context.database();
    const { app } = await testApplication(database, { RATE_LIMIT_PER_MINUTE: '1' });
    expect((await app.request('/?start=course_guitar')).status).toBe(303);
    const refused = await app.request('/?start=course_guitar');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await conversationsIn(database)).toBe(1);
    expect((await app.request('/')).status).toBe(200);
  });

  it.each(['course_%00', 'course_a%1fb', '%00'])('does not know %s', async (start) => {
    const database = await context.database();
    const { app } = await testApplication(database);
    expect((await app.request(`/?start=${start}`)).status).toBe(404);
    expect(await conversationsIn(database)).toBe(0);
  });

  it.each(['course_%ED%A0%80', 'course_%ff', '%'])('answers the broken address of %s', async (start) => {
    const { app } = await testApplication(await context.database());
    expect((await app.request(`/?start=${start}`)).status).toBeLessThan(500);
  });
});

describeDatabases('methods and faults', (context) => {
  it.each([
    ['PUT', '/', 'GET, HEAD, POST'],
    ['DELETE', '/chat/send', 'POST'],
    ['POST', '/chat/events', 'GET, HEAD'],
    ['POST', '/assets/0/chat.css', 'GET, HEAD'],
  ])('answers %s %s with the methods there are', async (method, path, allowed) => {
    const { app } = await testApplication(await context.database());
    const response = await app.request(path, { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, allowed]);
    expect(await response.text()).toContain(allowed);
  });

  it.each([
    ['GET', '/api/chat', 'POST'],
    ['PATCH', '/api/chat', 'POST'],
    ['POST', '/api/chat/events', 'GET, HEAD'],
  ])('answers %s %s with a JSON error and the methods there are', async (method, path, allowed) => {
    const { app } = await testApplication(await context.database());
    const response = await app.request(path, { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, allowed]);
    const body = (await response.json()) as { error: { code: string; message: string } };
    expect(body.error.code).toBe('method_not_allowed');
    expect(body.error.message).toContain(allowed);
  });

  it.each(['/api/chat', '/chat/send', '/'])('logs no fault when the sender of a body to %s hangs up', async (path) => {
    const { conversations, time } = await testApplication(await context.database());
    const problems: unknown[] = [];
    const { app } = createWebChannel({
      conversations,
      clock: () => time.now,
      address: () => 'http://127.0.0.1:3000',
      picturePath: () => '/anh/a',
      isSecure: () => false,
      trustProxy: 0,
      rateLimitPerMinute: 0,
      logProblem: (error) => problems.push(error),
    });
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode('{"te')),
      pull: (controller) => controller.error(new Error('aborted')),
    });
    const response = await app.request(
      new Request(`http://localhost${path}`, { method: 'POST', body, duplex: 'half' } as RequestInit),
    );
    expect(response.status).toBe(400);
    expect(problems).toEqual([]);
  });
});

import { expect, it } from 'vitest';
import { type TestApplication, testApplication } from '../../support/application.ts';
import { describeDatabases } from '../../support/databases.ts';
import { decodePng } from '../../support/decoded-png.ts';

const address = 'http://127.0.0.1:3000';

interface Answer {
  readonly conversation: string;
  readonly replies: {
    readonly choices: { readonly id: string; readonly label: string }[];
    readonly media?: { readonly type: string; readonly url: string; readonly alt: string };
  }[];
}

async function post({ app }: TestApplication, body: Record<string, string | undefined>): Promise<Answer> {
  const response = await app.request('/api/chat', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Answer;
}

/** Asks a program's way for the picture of the guitar course; `again` repeats that request. */
async function askForPicture(application: TestApplication) {
  const { conversation, replies } = await post(application, { text: '/start course_guitar' });
  const choice = replies[0]?.choices.find(({ label }) => label === 'Ảnh để chia sẻ')?.id;
  const again = () => post(application, { conversation, choice, message_id: 'm1' });
  return { again, media: (await again()).replies[0]?.media };
}

/** Asks for it on the page without its script; hands on what then loads the page. */
async function pageWithPicture({ app }: TestApplication): Promise<() => Promise<string>> {
  const started = await app.request('/?start=course_guitar');
  const cookie = started.headers.get('set-cookie')?.split(';')[0] ?? '';
  const load = async () => (await app.request('/', { headers: { cookie } })).text();
  const choice = /<button[^>]*value="([^"]+)"[^>]*>Ảnh để chia sẻ</u.exec(await load())?.[1] ?? '';
  const pressed = await app.request('/', {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
    body: `choice=${encodeURIComponent(choice)}`,
  });
  expect(pressed.status).toBe(303);
  return load;
}

const pictureIn = (page: string) => /<img src="(\/anh\/[^"]+)" alt="([^"]+)"/.exec(page);

describeDatabases('a picture on the web', (context) => {
  it('is in the reply as an address that anybody can fetch for a while', async () => {
    const application = await testApplication(await context.database());
    const { media } = await askForPicture(application);
    expect(media).toEqual({
      type: 'picture',
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:3000\/anh\/[\w.-]+$/),
      alt: expect.stringMatching(/Guitar đệm hát cho người mới.*Nhà Văn hóa Phố Nhỏ.*700\.000đ/),
    });
    const response = await application.app.request(media?.url ?? '');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(response.headers.get('cache-control')).toMatch(/^private\b/);
    expect(response.headers.get('content-disposition')).toBe('inline; filename="ban-hoc-guitar.png"');
    expect(decodePng(Buffer.from(await response.arrayBuffer())).width).toBe(800);
  });

  it('answers HEAD with the length and no body', async () => {
    const application = await testApplication(await context.database());
    const { media } = await askForPicture(application);
    const head = await application.app.request(media?.url ?? '', { method: 'HEAD' });
    expect([head.status, head.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(Number(head.headers.get('content-length'))).toBeGreaterThan(10_000);
    expect(await head.text()).toBe('');
    expect((await application.app.request(media?.url ?? '', { method: 'POST' })).status).toBe(405);
  });

  it('is the same in a repeated request, and gone after two hours', async () => {
    const application = await testApplication(await context.database());
    const { again, media } = await askForPicture(application);
    expect((await again()).replies[0]?.media).toEqual(media);
    application.advance(2 * 3600 + 1);
    const expired = await application.app.request(media?.url ?? '');
    expect([expired.status, expired.headers.get('content-type')]).toEqual([404, 'text/html; charset=UTF-8']);
    const { media: fresh } = (await again()).replies[0] ?? {};
    expect((await application.app.request(fresh?.url ?? '')).status).toBe(200);
  });

  it('is not found by a token that was made up or made for another purpose', async () => {
    const application = await testApplication(await context.database());
    const { app } = application;
    const { media } = await askForPicture(application);
    const token = media?.url.split('/').at(-1) ?? '';
    for (const wrong of ['a', `${token}x`, token.replace(/^1-/, '2-'), `1-1-0.${token.split('.')[1]}`, '%00']) {
      expect((await app.request(`/anh/${wrong}`)).status, wrong).toBe(404);
    }
    expect((await app.request(`/di/${token}`)).status).toBe(404);
    expect((await app.request(`/du-lieu/${token}`)).status).toBe(404);
  });

  it('counts against the rate limit of the address', async () => {
    const application = await testApplication(await context.database(), { RATE_LIMIT_PER_MINUTE: '3' });
    const { media } = await askForPicture(application);
    const statuses: number[] = [];
    for (let request = 0; request < 2; request++)
      statuses.push((await application.app.request(media?.url ?? '')).status);
    expect(statuses).toEqual([200, 429]);
  });

  it('shows on the page with its words, opens, can be kept, and is there after hours', async () => {
    const application = await testApplication(await context.database());
    const load = await pageWithPicture(application);
    const page = await load();
    const [, path = '', alt] = pictureIn(page) ?? [];
    expect(alt).toContain('Guitar đệm hát cho người mới');
    expect(page).toContain(`<a href="${path}" target="_blank"`);
    expect(page).toMatch(new RegExp(`href="${path.replaceAll('.', '\\.')}" download="[\\w.-]+"`));
    expect((await application.app.request(address + path)).status).toBe(200);
    application.advance(3 * 3600);
    expect((await application.app.request(address + path)).status).toBe(404);
    const [, later = ''] = pictureIn(await load()) ?? [];
    expect((await application.app.request(address + later)).status).toBe(200);
  });

  it('may be shown by the page: its policy admits pictures of its own address', async () => {
    const { app } = await testApplication(await context.database());
    expect((await app.request('/')).headers.get('content-security-policy')).toMatch(/img-src 'self'/);
  });
});

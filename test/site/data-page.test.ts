import { expect, it } from 'vitest';
import { personalDataOwners } from '../../src/application.ts';
import { testApplication } from '../support/application.ts';
import { describeDatabases } from '../support/databases.ts';

describeDatabases('the page of what is held on a person', (context) => {
  /** A person who said and did things, and the link to their data. */
  async function linkOfSomebody(locale: 'vi' | 'en' = 'vi') {
    const application = await testApplication(await context.database());
    let serial = 0;
    const say = async (text: string) => {
      const result = await application.conversations.takeTurn({
        channel: 'web',
        updateKey: `${serial++}`,
        chat: 'a',
        person: 'a',
        receivedAt: application.time.now,
        content: { kind: 'text', text },
      });
      return result.kind === 'answered' ? result.replies.flatMap(({ message }) => message.choices) : [];
    };
    await say('học guitar');
    await say('lưu 1');
    await say('<b>em ở Thủ Đức</b>, em ở Thủ Đức');
    const choices = await say(locale === 'vi' ? '/dulieu' : '/language en');
    const link = (locale === 'vi' ? choices : await say('/mydata')).find(({ url }) => url?.includes('/du-lieu/'))?.url;
    if (link === undefined) throw new Error('no link');
    const { pathname, search } = new URL(link);
    return { ...application, path: `${pathname}${search}` };
  }

  it('shows a browser every table in words, escaped, and leads to the file', async () => {
    const { app, path } = await linkOfSomebody();
    const response = await app.request(path, { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } });
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const page = await response.text();
    for (const part of ['Điều bạn đã kể', 'Thủ Đức', 'Guitar', 'học guitar', 'Kênh bạn dùng'])
      expect(page).toContain(part);
    expect(page).toContain('&lt;b&gt;em ở Thủ Đức&lt;/b&gt;');
    expect(page).not.toContain('<b>em');
    const file = /href="([^"]*\?file)"/.exec(page)?.[1];
    const download = await app.request(file ?? '', { headers: { accept: 'text/html' } });
    expect(download.headers.get('content-disposition')).toContain('attachment');
    expect(Object.keys((await download.json()) as object)).toContain('profile_fact');
  });

  it('has a heading in words for every table', async () => {
    const { app, path } = await linkOfSomebody();
    const page = await (await app.request(path, { headers: { accept: 'text/html' } })).text();
    const headings = [...page.matchAll(/<h2>([^<]*)<\/h2>/g)].map(([, heading]) => heading);
    const tables = personalDataOwners.flatMap((owner) => owner.tables);
    expect(headings.filter((heading) => tables.includes(heading ?? ''))).toEqual([]);
    // Messages of both sides stand under one heading.
    expect(headings).toHaveLength(tables.length - 1);
  });

  it('is a file for whoever does not ask for a page', async () => {
    const { app, path } = await linkOfSomebody();
    const response = await app.request(path);
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(JSON.stringify(await response.json())).toContain('học guitar');
  });

  it('speaks English to whoever does', async () => {
    const { app, path } = await linkOfSomebody('en');
    const page = await (await app.request(path, { headers: { accept: 'text/html' } })).text();
    expect(page).toContain('What you told');
  });

  it('is gone after a quarter of an hour, and with the person', async () => {
    const { app, path, advance } = await linkOfSomebody();
    advance(15 * 60 + 1);
    expect((await app.request(path)).status).toBe(404);
  });
});

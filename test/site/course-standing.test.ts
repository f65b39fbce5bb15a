import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { bumpCatalogueVersion } from '../../src/catalogue/index.ts';
import { testApplication } from '../support/application.ts';
import { describeDatabases } from '../support/databases.ts';

describeDatabases('a course that is not offered any more', (context) => {
  async function scene(change: string) {
    const database = await context.database();
    const application = await testApplication(database);
    const version = await bumpCatalogueVersion(database.db);
    await database.db.execute(
      sql.raw(`update course set ${change}, change_version = ${version} where public_id = 'excel-co-ban'`),
    );
    await application.finder.refresh();
    return application;
  }

  it.each([
    ["ends_on = '2026-11-23'", 'Khóa này đã kết thúc'],
    ["starts_on = '2026-09-20'", 'Khóa này đã kết thúc'],
    ["closed_at = '2026-11-20'", 'không còn mở'],
    ["hidden_at = '2026-11-20'", 'Nhiều người báo'],
    ["confirmed_on = '2024-12-01'", 'Lần gần nhất là ngày 01/12/2024'],
  ])('keeps its page with what is alike, and is in no list: %s', async (change, words) => {
    const { app } = await scene(change);
    const response = await app.request('/courses/excel-co-ban');
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.get('x-robots-tag')).toBe('noindex');
    expect(page).toContain('<meta name="robots" content="noindex"');
    expect(page).toContain(words);
    expect(page).toContain('href="/courses/excel-nang-cao"');
    expect(page).not.toContain('application/ld+json');
    for (const query of ['', 'q=excel', 'q=h%E1%BB%8Dc+excel+c%C6%A1+b%E1%BA%A3n']) {
      const list = (await (await app.request(`/api/v1/courses?limit=100&${query}`)).json()) as {
        courses: { id: string }[];
        near: { id: string }[];
      };
      expect(list.courses.length, query).toBeGreaterThan(0);
      expect([...list.courses, ...list.near].map(({ id }) => id)).not.toContain('excel-co-ban');
    }
    const other = await (await app.request('/courses/excel-nang-cao')).text();
    expect(other).toContain('application/ld+json');
    expect(other).not.toContain('noindex');
  });

  it('is not one that its source no longer lists: it keeps its place further down, and its page says so until somebody confirms it', async () => {
    const words = 'Nơi cung cấp không còn đăng khóa này; bạn nên hỏi lại trước khi đi';
    const { app } = await scene("missing_since = '2026-11-20T03:00:00Z'");
    const page = await app.request('/courses/excel-co-ban');
    expect(await page.text()).toContain(words);
    expect(page.headers.get('x-robots-tag')).toBeNull();
    const list = await (await app.request('/api/v1/courses?limit=100&q=excel')).text();
    expect(list).toContain('"excel-co-ban"');
    const confirmed = await scene("missing_since = '2026-11-20T03:00:00Z', reconfirmed_on = '2026-11-21'");
    expect(await (await confirmed.app.request('/courses/excel-co-ban')).text()).not.toContain(words);
  });
});

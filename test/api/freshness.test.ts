import { sql } from 'drizzle-orm';
import { expect, it, vi } from 'vitest';
import { testApplication } from '../support/application.ts';
import { describeDatabases } from '../support/databases.ts';
import { addStaff } from '../support/staff.ts';

vi.setConfig({ testTimeout: 120_000 });

describeDatabases('confirming courses over the API', (context) => {
  async function scene() {
    const database = await context.database();
    const { app } = await testApplication(database);
    await database.db.execute(sql`update course set confirmed_on = '2026-06-01'`);
    const { rows } = await database.db.execute<{ id: string }>(
      sql`select organisation_id as id from course where public_id = 'sua-xe-may'`,
    );
    const organisationId = Number(rows[0]?.id);
    const partner = await addStaff(database, 'partner', { organisationId });
    const editor = await addStaff(database, 'editor');
    const ask = async (token: string, method: string, path: string, body?: unknown) => {
      const response = await app.request(`/api/v1${path}`, {
        method,
        headers: { authorization: `Bearer ${token}` },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    };
    return { app, database, partner: partner.token, editor: editor.token, ask };
  }

  it('lets a partner confirm, close and take back its own courses, and nobody else’s', async () => {
    const { ask, partner } = await scene();
    expect(await ask(partner, 'POST', '/courses/sua-xe-may/confirm')).toEqual({
      status: 200,
      body: { id: 'sua-xe-may', changed: true },
    });
    expect(await ask(partner, 'POST', '/courses/sua-xe-may/confirm', {})).toMatchObject({ body: { changed: false } });
    expect(await ask(partner, 'POST', '/courses/sua-xe-may/close')).toMatchObject({ body: { changed: true } });
    expect(await ask(partner, 'POST', '/courses/sua-xe-may/undo')).toMatchObject({ status: 200 });
    for (const step of ['confirm', 'close', 'undo'])
      expect(await ask(partner, 'POST', `/courses/excel-co-ban/${step}`)).toMatchObject({ status: 404 });
    expect(await ask(partner, 'POST', '/courses/sua-xe-may/restore')).toMatchObject({ status: 403 });
  });

  it('takes new dates, both or none', async () => {
    const { ask, partner, database } = await scene();
    await database.db.execute(sql`update course set ends_on = '2026-11-01' where public_id = 'sua-xe-may'`);
    const path = '/courses/sua-xe-may/confirm';
    expect(await ask(partner, 'POST', path)).toMatchObject({ status: 409, body: { error: { code: 'course_ended' } } });
    for (const wrong of [
      { starts_on: '2026-12-01' },
      { starts_on: '1/12/2026', ends_on: null },
      { starts_on: '2026-12-09', ends_on: '2026-12-01' },
      { starts_on: null, ends_on: null, other: 1 },
    ])
      expect((await ask(partner, 'POST', path, wrong)).status).toBe(400);
    const dates = { starts_on: '2026-12-01', ends_on: null };
    expect(await ask(partner, 'POST', path, dates)).toMatchObject({ status: 200, body: { changed: true } });
    const { body } = await ask(partner, 'GET', '/stale?state=all');
    const courses = body.courses as { id: string; standing: string }[];
    expect(courses.find(({ id }) => id === 'sua-xe-may')).toMatchObject({
      standing: 'offered',
      starts_on: '2026-12-01',
      ends_on: null,
      confirmed_on: '2026-11-24',
      age_days: 0,
    });
  });

  it('lists what needs a word, with how many there are; a partner its own', async () => {
    const { ask, partner, editor, database } = await scene();
    const all = (await ask(editor, 'GET', '/stale?limit=100')).body;
    const own = (await ask(partner, 'GET', '/stale?limit=100')).body;
    const { rows } = await database.db.execute<{ count: number }>(sql`select count(*)::int as count from course`);
    expect((all.counts as Record<string, number>).unconfirmed).toBe(rows[0]?.count);
    const ids = (body: Record<string, unknown>) => (body.courses as { id: string }[]).map(({ id }) => id);
    expect(ids(all)).toContain('excel-co-ban');
    expect(ids(own)).toContain('sua-xe-may');
    expect(ids(own)).not.toContain('excel-co-ban');
    expect((own.counts as Record<string, number>).all).toBe(ids(own).length);
    expect(await ask(editor, 'GET', '/stale?state=nothing')).toMatchObject({ status: 400 });
  });
});

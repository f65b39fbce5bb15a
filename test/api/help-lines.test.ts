import { expect, it } from 'vitest';
import { noteContentGap } from '../../src/tutor/index.ts';
import { testApplication } from '../support/application.ts';
import { describeDatabases } from '../support/databases.ts';
import { resident, textOf } from '../support/resident.ts';
import { addStaff } from '../support/staff.ts';

type App = Awaited<ReturnType<typeof testApplication>>['app'];

function asking(app: App, token: string) {
  return async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const response = await app.request(`/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json() };
  };
}

const written = { number: '1800.599.920', name_vi: 'đường dây thử', name_en: 'test line' };

describeDatabases('staff API of help lines', (context) => {
  it('lists, adds, changes, shows, moves and rings them, with the answers as people get them', async () => {
    const database = await context.database();
    const application = await testApplication(database);
    const ask = asking(application.app, (await addStaff(database, 'editor')).token);
    const added = await ask('POST', '/help-lines', written);
    expect(added).toMatchObject({
      status: 201,
      body: {
        id: 6,
        number: '1800 599 920',
        note_vi: '',
        concerns: null,
        shown: false,
        verified_on: null,
        unverified: true,
      },
    });
    expect(await ask('POST', '/help-lines', written)).toMatchObject({
      status: 409,
      body: { error: { code: 'number_taken' } },
    });
    expect(await ask('PATCH', '/help-lines/6', { note_vi: 'miễn phí', concerns: 'suicide' })).toMatchObject({
      body: { note_vi: 'miễn phí', concerns: 'suicide', name_en: 'test line' },
    });
    expect(await ask('POST', '/help-lines/6/show')).toMatchObject({ body: { shown: true } });
    expect(await ask('POST', '/help-lines/6/move', { way: 'up' })).toMatchObject({ status: 200 });
    expect(await ask('POST', '/help-lines/6/verify')).toMatchObject({
      body: { verified_on: '2026-11-24', unverified: false },
    });
    const { body } = await ask('GET', '/help-lines');
    expect(body.help_lines.map(({ id }: { id: number }) => id)).toEqual([1, 2, 3, 4, 6, 5]);
    expect(body.without).toEqual([]);
    expect(body.texts.vi.suicide).toBe(textOf(await resident(application, 'a').say('em không muốn sống nữa')));
    for (const id of [1, 2, 3]) await ask('POST', `/help-lines/${id}/hide`);
    expect((await ask('GET', '/help-lines')).body).toMatchObject({ without: ['violence'] });
    expect((await ask('POST', '/help-lines/77/show')).status).toBe(404);
  });

  it.each([
    ['a number of two digits', { ...written, number: '12' }, /^number: /],
    ['a number in words', { ...written, number: 'một một lăm' }, /^number: /],
    ['no name', { ...written, name_vi: ' ' }, /^name_vi: /],
    ['a name of more than eighty characters', { ...written, name_en: 'a'.repeat(81) }, /^name_en: /],
    ['an unknown danger', { ...written, concerns: 'fire' }, /^concerns: /],
    ['something else besides', { ...written, shown: true }, /shown/],
  ])('refuses %s and names the field', async (_what, body, problem) => {
    const database = await context.database();
    const { app } = await testApplication(database);
    const ask = asking(app, (await addStaff(database, 'admin')).token);
    const answer = await ask('POST', '/help-lines', body, { 'accept-language': 'en' });
    expect([answer.status, answer.body.error.code]).toEqual([400, 'bad_body']);
    expect(answer.body.error.message.replace(/^[^:]*: /, '')).toMatch(problem);
  });
});

describeDatabases('staff API of unanswered questions', (context) => {
  it('lists the most asked first, page by page, closes and opens them', async () => {
    const database = await context.database();
    const { app, time } = await testApplication(database);
    const lesson = 'duong-dan-va-ma-qr';
    for (const question of ['Ai nghĩ ra mã QR?', 'Mã vạch là gì?', 'ai nghi ra ma qr'])
      await noteContentGap(database.db, { question, lesson, now: time.now });
    const ask = asking(app, (await addStaff(database, 'editor')).token);
    const { body } = await ask('GET', '/content-gaps?limit=1');
    expect(body).toMatchObject({
      content_gaps: [{ id: 1, question: 'Ai nghĩ ra mã QR?', lesson: { id: lesson }, times: 2, closed_at: null }],
      counts: { open: 2, closed: 0 },
    });
    expect(body.content_gaps[0].lesson.title).toEqual(expect.any(String));
    expect((await ask('GET', '/content-gaps?limit=1&offset=1')).body.content_gaps[0].id).toBe(2);
    expect((await ask('POST', '/content-gaps/1/close')).body).toMatchObject({
      id: 1,
      closed_at: time.now.toISOString(),
    });
    expect((await ask('POST', '/content-gaps/1/close')).status).toBe(200);
    expect((await ask('GET', '/content-gaps?status=closed')).body).toMatchObject({
      content_gaps: [{ id: 1 }],
      counts: { open: 1, closed: 1 },
    });
    expect((await ask('POST', '/content-gaps/1/reopen')).body.closed_at).toBeNull();
    expect((await ask('POST', '/content-gaps/99/close')).status).toBe(404);
    expect((await ask('GET', '/content-gaps?status=lost')).status).toBe(400);
    const viewer = asking(app, (await addStaff(database, 'viewer')).token);
    expect([
      (await viewer('GET', '/content-gaps')).status,
      (await viewer('POST', '/content-gaps/1/close')).status,
    ]).toEqual([200, 403]);
  });
});

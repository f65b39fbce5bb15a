import { expect, it, vi } from 'vitest';
import { ensureOrganisation } from '../../src/catalogue/index.ts';
import { testApplication } from '../support/application.ts';
import { describeDatabases } from '../support/databases.ts';
import { addStaff } from '../support/staff.ts';
import { addWorkshop } from '../support/workshops.ts';

vi.setConfig({ testTimeout: 120_000 });

const announcement = { title: 'Lớp mới', text: 'Mai có lớp.', audience: { all: true } };
const workshop = {
  title: 'Dùng Zalo',
  starts_at: '2026-12-05T08:30',
  ends_at: '2026-12-05T10:30',
  place: 'Nhà văn hóa',
};

interface Told {
  readonly id?: string | number;
  readonly title?: string;
  readonly error?: { readonly code: string; readonly message: string };
}

function link(url: string) {
  return { choices: [{ label: 'Xem', url }] };
}

describeDatabases('what staff programs send', ({ database: open }) => {
  async function talkAs(role: 'editor' | 'partner', organisationId?: number) {
    const database = await open();
    const { app } = await testApplication(database);
    const { token } = await addStaff(database, role, organisationId === undefined ? {} : { organisationId });
    const ask = async (method: string, path: string, body?: unknown) => {
      const response = await app.request(`/api/v1${path}`, {
        method,
        headers: { authorization: `Bearer ${token}` },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: response.status, body: (await response.json()) as Told };
    };
    return { database, app, ask };
  }

  it('is refused with the field and the remedy where the database could not keep it or people could not trust it', async () => {
    const { ask } = await talkAs('editor');
    const refused: readonly (readonly [path: string, body: object, names: string])[] = [
      ['/broadcasts', { audience: { topics: ['a\u0000b'] } }, 'audience.topics.0'],
      ['/broadcasts', { audience: { topics: ['\ud800'] } }, 'audience.topics.0'],
      ['/broadcasts', { audience: { topics: ['!!!'] } }, 'audience.topics.0'],
      ['/broadcasts', { audience: { wards: ['a\u0000b'] } }, 'audience.wards.0'],
      ['/broadcasts', link('https://a.example/\u0000'), 'choices.0.url'],
      ['/broadcasts', link('https://a.example/\ud800'), 'choices.0.url'],
      ['/broadcasts', link('https://a.example/\r\nSet-Cookie: a=b'), 'choices.0.url'],
      ['/broadcasts', link('https:\t//a.example'), 'choices.0.url'],
      ['/broadcasts', link('https:\\\\a.example'), 'choices.0.url'],
      ['/broadcasts', link('http:a.example'), 'choices.0.url'],
      ['/broadcasts', link('https://a.example/\u202egpj.exe'), 'choices.0.url'],
      ['/broadcasts', link('javascript:alert(1)'), 'choices.0.url'],
      ['/broadcasts', link('https://thanhpho.example@ke-gian.example'), 'choices.0.url'],
      ['/broadcasts', { choices: [{ label: 'Xem' }] }, 'choices.0.url'],
      ['/broadcasts', { text: 'a\u202eb' }, 'text'],
      ['/broadcasts', { text: 5 }, 'text'],
      ['/broadcasts', { title: '🙂' }, 'title'],
      ['/broadcasts', { audience: undefined }, 'audience'],
      ['/broadcasts', { not_before: '0000-01-01T00:00:00Z' }, 'not_before'],
      ['/workshops', { title: '\u200b' }, 'title'],
      ['/workshops', { online_url: 'https://thanhpho.example@ke-gian.example' }, 'online_url'],
      ['/workshops', { online_url: 'https://a.example/\u202egpj.exe' }, 'online_url'],
      ['/workshops', { online_url: 'https://a.example/\nx' }, 'online_url'],
      ['/workshops', { language: `vi${'-a'.repeat(100)}` }, 'language'],
      ['/workshops', { id: 'a/b' }, 'id'],
      ['/workshops', { capacity: -1 }, 'capacity'],
      ['/workshops', { capacity: 'ba' }, 'capacity'],
      ['/workshops', { audience: ['meo'] }, 'audience.0'],
      ['/workshops', { tên: 'x' }, 'tên'],
    ];
    for (const [path, wrong, names] of refused) {
      const usual = path === '/broadcasts' ? announcement : workshop;
      const { status, body } = await ask('POST', path, { ...usual, ...wrong });
      const message = body.error?.message ?? '';
      expect([status, body.error?.code, message], JSON.stringify(wrong)).toEqual([400, 'bad_body', expect.any(String)]);
      expect(message, JSON.stringify(wrong)).toContain(names);
      expect(message, JSON.stringify(wrong)).not.toMatch(/hợp lệ|mong đợi|undefined|string|number|\/\^|\d–\d/);
    }
  });

  it('has one line where one line is shown', async () => {
    const { ask } = await talkAs('editor');
    expect((await ask('POST', '/broadcasts', { ...announcement, title: 'a\nb\n' })).body.title).toBe('a b');
    expect((await ask('POST', '/workshops', { ...workshop, title: 'a\nBEGIN:VEVENT' })).body.title).toBe(
      'a BEGIN:VEVENT',
    );
  });

  it('moves no workshop into the past, and repeats none until a day that is none', async () => {
    const { database, ask } = await talkAs('editor');
    const { id } = await addWorkshop(database);
    const past = { starts_at: '2026-01-01T08:00', ends_at: '2026-01-01T10:00' };
    expect((await ask('PATCH', `/workshops/${id}`, past)).body.error?.message).toContain('ends_at: buổi này đã qua');
    const until = await ask('POST', `/workshops/${id}/repeat`, { every: 'week', count: 3, until: 'mai' });
    expect(until.body.error?.message).toContain('until: phải là ngày giờ');
  });

  it('tells a door nothing of other doors, whose requests have ids of their own', async () => {
    const first = await talkAs('editor');
    const organisationId = await first.database.transaction((tx) => ensureOrganisation(tx, 'Hội Phụ nữ'));
    const [foreign, own] = [
      await addWorkshop(first.database, { title: 'Của thành phố' }),
      await addWorkshop(first.database, { title: 'Của hội', organisationId }),
    ];
    const there = await first.ask('POST', `/workshops/${foreign.id}/walk-in`, { request_id: 'cua-1', name: 'Chị Sáu' });
    const partner = await talkAs('partner', organisationId);
    const here = await partner.ask('POST', `/workshops/${own.id}/walk-in`, { request_id: 'cua-1', name: 'Anh Ba' });
    expect([there.status, here.status]).toEqual([201, 201]);
    expect(here.body).toMatchObject({ name: 'Anh Ba' });
    expect(here.body.id).not.toBe(there.body.id);
    expect((await partner.ask('GET', `/workshops/${foreign.id}/registrations`)).status).toBe(404);
  });
});

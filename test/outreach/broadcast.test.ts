import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Database } from '../../src/database/index.ts';
import { type BotApplication, botApplications, botSettings } from '../support/bot-application.ts';
import { addAudience, type BroadcastAnswer, broadcastApi, sumOf, wrongCounts } from '../support/broadcasts.ts';
import { chatPerson } from '../support/chat-person.ts';
import { describeDatabases } from '../support/databases.ts';
import { addStaff } from '../support/staff.ts';
import { type Person, type ScriptedTelegram, startScriptedTelegram } from '../support/telegram/index.ts';

let server: ScriptedTelegram;
let now: () => Date = () => new Date();

beforeEach(async () => {
  now = () => new Date();
  server = await startScriptedTelegram({ now: () => now() });
});
afterEach(() => server.close());

describeDatabases('a broadcast', (context) => {
  const bots = botApplications(context);

  /** The program on scripted Telegram, with an editor, an approver and an administrator. */
  async function start(environment: Record<string, string> = {}) {
    const database = await context.database();
    const application = await bots.start({ ...botSettings('telegram', server), ...environment });
    now = () => application.time.now;
    const [editor, approver, admin, viewer] = [
      await addStaff(database, 'editor'),
      await addStaff(database, 'approver'),
      await addStaff(database, 'admin'),
      await addStaff(database, 'viewer'),
    ].map(({ token }) => broadcastApi(application.app, token));
    if (!editor || !approver || !admin || !viewer) throw new Error('no staff');
    return { database, application, editor, approver, admin, viewer };
  }
  type Started = Awaited<ReturnType<typeof start>>;

  /** People whose chat with the bot is open and who agreed; what they wrote never reaches the program. */
  async function addPeople(database: Database, count: number): Promise<Person[]> {
    server.deliver.hold();
    const people = Array.from({ length: count }, () => server.person());
    for (const person of people) person.start();
    await addAudience(
      database,
      people.map(({ id }) => id),
    );
    return people;
  }

  /** Writes, submits and approves one. */
  async function send({ editor, approver }: Started, body: object = {}): Promise<BroadcastAnswer> {
    const { body: draft } = await editor.create(body);
    expect((await editor.step(draft.id, 'submit')).body.status).toBe('submitted');
    const approved = await approver.step(draft.id, 'approve');
    expect(approved.status).toBe(200);
    return approved.body;
  }

  /** Waits until nothing is pending, letting the background's job run. */
  async function done({ editor, application }: Started, id: number): Promise<BroadcastAnswer> {
    for (;;) {
      const stands = await editor.read(id);
      expect(sumOf(stands)).toBe(stands.recipients);
      if (stands.pending === 0) return stands;
      await job(application, 'broadcasts');
      await new Promise(setImmediate);
    }
  }

  async function job(application: BotApplication, name: string): Promise<void> {
    await application.workerJobs.find((each) => each.name === name)?.run();
  }

  const texts = (person: Person): string[] => person.received.map(({ text }) => text);

  it('goes from the draft over another person’s approval to everybody who agreed, once', async () => {
    const started = await start();
    const { database, editor, approver, viewer } = started;
    const people = await addPeople(database, 30);
    const [silent] = [server.person()];
    silent.start();
    await addAudience(database, [silent.id], { agrees: false });

    const created = await editor.create({ title: 'Lớp bánh', text: 'Lớp làm bánh <khai giảng> thứ Bảy.' });
    expect(created).toMatchObject({ status: 201, body: { status: 'draft', recipients: 30, sent: 0 } });
    const { id } = created.body;
    expect((await viewer.step(id, 'submit')).status).toBe(403);
    expect((await approver.step(id, 'approve')).status).toBe(409);
    expect((await editor.step(id, 'submit')).body.status).toBe('submitted');
    expect((await editor.step(id, 'approve')).status).toBe(403);
    const approved = await approver.step(id, 'approve');
    expect(approved).toMatchObject({ status: 200, body: { recipients: 30 } });
    expect((await approver.step(id, 'approve')).status).toBe(200);
    expect(await done(started, id)).toMatchObject({ status: 'done', recipients: 30, sent: 30, pending: 0 });
    for (const person of people) {
      expect(texts(person)).toHaveLength(1);
      expect(texts(person)[0]).toContain('Lớp làm bánh <khai giảng> thứ Bảy.');
      expect(texts(person)[0]).toContain('/dung');
    }
    expect(texts(silent)).toEqual([]);
    expect(await wrongCounts(database)).toEqual([]);
    expect(server.violations).toEqual([]);
    const { rows } = await database.db.execute(
      sql`select action from audit where action like 'broadcast.%' order by id`,
    );
    expect(rows.map(({ action }) => action)).toEqual(['broadcast.create', 'broadcast.submit', 'broadcast.approve']);
  });

  it('is not approved by who wrote, changed or submitted it, nor after a change', async () => {
    const { editor, admin, approver } = await start();
    const { id } = (await admin.create({})).body;
    expect((await admin.step(id, 'submit')).status).toBe(200);
    expect(await admin.step(id, 'approve')).toMatchObject({ status: 403, body: { error: { code: 'own_broadcast' } } });
    const hash = (await editor.read(id)).content_hash;
    expect((await editor.edit(id, { text: 'Khác rồi.' })).body).toMatchObject({ status: 'draft', content_hash: null });
    expect((await approver.step(id, 'approve')).status).toBe(409);
    expect((await admin.step(id, 'submit')).status).toBe(200);
    expect(await approver.step(id, 'approve', { content_hash: hash })).toMatchObject({
      status: 409,
      body: { error: { code: 'changed' } },
    });
    const now = (await approver.read(id)).content_hash;
    expect((await approver.step(id, 'approve', { content_hash: now })).status).toBe(200);
    expect((await editor.edit(id, { text: 'Quá muộn.' })).status).toBe(409);
  });

  it('says which field is wrong and what it should be', async () => {
    const { editor } = await start();
    const wrong = async (body: object) => {
      const answer = await editor.create(body);
      expect(answer.status).toBe(400);
      return answer.body.error?.message;
    };
    expect(await wrong({ choices: [{ label: 'Mở', url: 'javascript:alert(1)' }] })).toContain('choices.0');
    expect(await wrong({ choices: [{ label: 'Mở', url: 'ftp://a.example' }] })).toContain('choices.0');
    expect(await wrong({ text: ' ' })).toContain('text');
    expect(await wrong({ audience: {} })).toContain('audience');
    expect(await wrong({ audience: { wards: ['Xứ Thần Tiên'] } })).toContain('Xứ Thần Tiên');
    expect(await wrong({ audience: { roles: ['king'] } })).toContain('audience');
    expect(await wrong({ not_before: 'mai' })).toContain('not_before');
    expect(await wrong({ not_after: '2026-11-24T02:00:00Z' })).toContain('not_after');
    expect(await wrong({ workshop: 'none' })).toContain('workshop');
    expect((await editor.create({ emergency: true })).status).toBe(403);
  });

  it('stops while it is paused, goes on when it is resumed, and is stopped for good by cancelling', async () => {
    const started = await start();
    const { database, editor, approver, application } = started;
    const people = await addPeople(database, 20);
    const inOneHour = new Date(application.time.now.getTime() + 3_600_000).toISOString();
    const { id } = await send(started, { not_before: inOneHour });
    expect(await editor.read(id)).toMatchObject({ status: 'scheduled', recipients: 20, pending: 20 });
    expect((await editor.step(id, 'resume')).status).toBe(409);
    expect((await editor.step(id, 'pause')).body.status).toBe('paused');
    expect((await editor.step(id, 'pause')).status).toBe(200);
    application.advance(3600);
    for (let look = 0; look < 20; look++) await new Promise(setImmediate);
    expect(people.flatMap(texts)).toEqual([]);
    let hanging = (): void => {};
    server.fault('sendMessage', { kind: 'slow', until: new Promise((go) => (hanging = go)) }, { times: 5 });
    expect((await approver.step(id, 'resume')).body.status).toBe('sending');
    while (server.callsOf('sendMessage').length < 5) await new Promise(setImmediate);
    const cancelled = await editor.step(id, 'cancel');
    expect(cancelled.body.status).toBe('cancelled');
    expect((await editor.step(id, 'cancel')).status).toBe(200);
    expect((await editor.step(id, 'resume')).status).toBe(409);
    hanging();
    const end = await done(started, id);
    expect(end).toMatchObject({ status: 'cancelled', recipients: 20 });
    expect(end.sent).toBe(people.flatMap(texts).length);
    expect(await wrongCounts(database)).toEqual([]);
  });

  it('skips what could not leave before its last moment', async () => {
    const started = await start({ QUIET_HOURS: '10:00-11:00' });
    const { database, editor, application } = started;
    const people = await addPeople(database, 10);
    const { id } = await send(started, { not_after: '2026-11-24T10:30' });
    expect(await editor.read(id)).toMatchObject({ status: 'sending', pending: 10 });
    application.advance(31 * 60);
    await job(application, 'broadcasts');
    expect(await editor.read(id)).toMatchObject({ status: 'done', pending: 0, skipped: 10 });
    application.advance(3600);
    expect(people.flatMap(texts)).toEqual([]);
    expect(await wrongCounts(database)).toEqual([]);
  });

  it('waits for the end of the quiet hours, unless an administrator says that it cannot wait', async () => {
    const started = await start({ QUIET_HOURS: '09:30-10:30', ANNOUNCEMENTS_PER_DAY: '1' });
    const { database, editor, admin, approver, application } = started;
    const people = await addPeople(database, 5);
    const quiet = await send(started, { text: 'Không gấp.' });
    const urgent = (await admin.create({ text: 'Khẩn cấp.', emergency: true })).body;
    await admin.step(urgent.id, 'submit');
    expect((await approver.step(urgent.id, 'approve')).status).toBe(200);
    expect(await done(started, urgent.id)).toMatchObject({ sent: 5 });
    expect(await editor.read(quiet.id)).toMatchObject({ sent: 0, pending: 5 });
    application.advance(45 * 60);
    // The day's one announcement was the urgent one.
    expect(await done(started, quiet.id)).toMatchObject({ sent: 0, skipped: 5 });
    expect(people.map((person) => texts(person).length)).toEqual([1, 1, 1, 1, 1]);
    application.advance(24 * 3600);
    const next = await send(started, { text: 'Ngày mới.' });
    expect(await done(started, next.id)).toMatchObject({ sent: 5 });
  });

  it('reaches nobody who withdrew before their turn came, and nobody who agreed after the approval', async () => {
    const started = await start();
    const { database, application } = started;
    const [stays, leaves] = await addPeople(database, 2);
    const { id } = await send(started, { not_before: '2026-11-24T12:00' });
    await database.db.execute(sql`
      update consent set withdrawn_at = ${application.time.now} where learner_id = (
        select learner_id from conversation where chat = ${String(leaves?.id)})`);
    const late = server.person();
    late.start();
    await addAudience(database, [late.id], { at: application.time.now });
    application.advance(2 * 3600 + 60);
    expect(await done(started, id)).toMatchObject({ recipients: 2, sent: 1, skipped: 1 });
    expect([stays, leaves, late].map((person) => person?.received.length)).toEqual([1, 0, 0]);
  });

  it('tells refused, blocked and unclear sends apart, and never sends the unclear ones again', async () => {
    const started = await start();
    const { database } = started;
    const people = await addPeople(database, 6);
    const is = (index: number) => (call: { payload: Record<string, unknown> }) =>
      String(call.payload.chat_id) === String(people[index]?.id);
    server.fault(is(0), { kind: 'lostAnswer' });
    server.fault(is(1), { kind: 'blocked' });
    server.fault(is(2), {
      kind: 'status',
      status: 400,
      body: { ok: false, error_code: 400, description: 'Bad Request: no' },
    });
    const { id } = await send(started);
    expect(await done(started, id)).toMatchObject({ sent: 3, unconfirmed: 1, blocked: 1, failed: 1 });
    expect(people.map(texts).map(({ length }) => length)).toEqual([1, 0, 0, 1, 1, 1]);
    expect(await wrongCounts(database)).toEqual([]);
  });

  it('corrects what was sent by editing it, and what was not by other words', async () => {
    const started = await start({ TELEGRAM_MESSAGES_PER_SECOND: '4' });
    const { database, editor, viewer, application } = started;
    const people = await addPeople(database, 10);
    const { id } = await send(started, { text: { vi: 'Lớp lúc 8 giờ.', en: 'Class at 8.' } });
    while ((await editor.read(id)).sent < 4) await new Promise(setImmediate);
    expect((await viewer.step(id, 'correct', { text: 'Lớp lúc 9 giờ.' })).status).toBe(403);
    expect((await editor.step(id, 'correct', { text: ' ' })).status).toBe(400);
    expect((await editor.step(id, 'correct', { text: 'Lớp lúc 9 giờ.' })).status).toBe(200);
    for (;;) {
      application.advance(1);
      const stands = await editor.read(id);
      if (stands.pending === 0 && stands.changes[0]?.pending === 0) break;
      await job(application, 'broadcasts');
      await new Promise((go) => setTimeout(go, 5));
    }
    expect(await editor.read(id)).toMatchObject({
      status: 'done',
      sent: 10,
      changes: [{ kind: 'correct', messages: 4, changed: 4 }],
    });
    expect(people.map((person) => person.received.length)).toEqual(people.map(() => 1));
    for (const person of people) expect(person.received[0]?.text).toContain('Lớp lúc 9 giờ.');
    expect(await wrongCounts(database)).toEqual([]);
  });

  it('is taken back: deleted where it was sent, not sent where it was not', async () => {
    const started = await start();
    const { database, editor, approver } = started;
    const people = await addPeople(database, 8);
    server.fault((call) => call.method === 'sendMessage' && call.payload.chat_id === String(people[0]?.id), {
      kind: 'blocked',
    });
    const { id } = await send(started);
    await done(started, id);
    expect((await approver.step(id, 'recall')).body).toMatchObject({ status: 'recalled', sent: 7, blocked: 1 });
    expect((await approver.step(id, 'recall')).status).toBe(200);
    while ((await editor.read(id)).changes[0]?.pending !== 0) await new Promise(setImmediate);
    expect(await editor.read(id)).toMatchObject({ changes: [{ kind: 'recall', messages: 7, changed: 7 }] });
    expect(server.callsOf('deleteMessage')).toHaveLength(7);
    expect((await editor.step(id, 'cancel')).status).toBe(409);
  });

  it('retries what had failed and nobody else', async () => {
    const started = await start();
    const { database, editor } = started;
    const people = await addPeople(database, 5);
    const is = (index: number) => (call: { payload: Record<string, unknown> }) =>
      String(call.payload.chat_id) === String(people[index]?.id);
    server.fault(is(0), { kind: 'lostAnswer' });
    server.fault(is(1), {
      kind: 'status',
      status: 400,
      body: { ok: false, error_code: 400, description: 'Bad Request: no' },
    });
    const { id } = await send(started);
    expect(await done(started, id)).toMatchObject({ sent: 3, failed: 1, unconfirmed: 1 });
    expect((await editor.step(id, 'retry')).status).toBe(200);
    expect(await done(started, id)).toMatchObject({
      status: 'done',
      recipients: 5,
      sent: 4,
      failed: 0,
      unconfirmed: 1,
    });
    expect(people.map((person) => person.received.length)).toEqual([1, 1, 1, 1, 1]);
    expect(await wrongCounts(database)).toEqual([]);
  });

  it('has a receipt that names nobody, in words, also as a file', async () => {
    const started = await start();
    const { database, editor, application } = started;
    const people = await addPeople(database, 3);
    server.fault('sendMessage', { kind: 'blocked' });
    const { id } = await send(started);
    await done(started, id);
    const receipt = (await editor.ask('GET', `/${id}/receipt`)).body as unknown as {
      outcomes: { words: string; people: number }[];
      people: object[];
    };
    expect(receipt.outcomes.map(({ words, people: count }) => [count, words])).toEqual([
      [2, 'Đã gửi'],
      [1, 'Không liên lạc được: người này đã chặn bot hoặc không còn nhận tin'],
    ]);
    expect(receipt.people).toHaveLength(3);
    for (const person of people) expect(JSON.stringify(receipt)).not.toContain(String(person.id));
    const { token } = await addStaff(database, 'viewer', { email: 'xem@thanhpho.example' });
    const file = await application.app.request(`/api/v1/broadcasts/${id}/receipt.csv`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const lines = (await file.text()).trim().split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[1]).toMatch(/^[0-9a-z]+,telegram,/);
  });

  it('offers links that are counted, a poll with one answer a person, and a question to staff that names it', async () => {
    const started = await start({ PUBLIC_URL: 'http://127.0.0.1:3000' });
    const { database, editor, application } = started;
    const [lan] = await addPeople(database, 1);
    if (lan === undefined) throw new Error('nobody');
    const { id } = await send(started, {
      title: 'Lớp bánh',
      choices: [
        { label: 'Xem lịch', url: 'https://lich.example/thang-12' },
        { label: 'Sáng', answer: true },
        { label: 'Tối', answer: true },
      ],
    });
    await done(started, id);
    const buttons = lan.received[0]?.buttons ?? [];
    const link = buttons.find(({ label }) => label === 'Xem lịch')?.url ?? '';
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:3000\/di\//);
    const open = (agent: string) =>
      application.app.request(new URL(link).pathname, { headers: { 'user-agent': agent } });
    expect((await open('TelegramBot (like TwitterBot)')).status).toBe(302);
    expect((await open('Mozilla/5.0')).headers.get('location')).toBe('https://lich.example/thang-12');
    const press = async (label: string) => {
      await application.post('telegram', lan.press(label).update);
      await application.settled();
      return lan.received.at(-1)?.text;
    };
    expect(await press('Sáng')).toContain('Sáng');
    expect(await press('Tối')).toContain('Tối');
    expect((await editor.read(id)).choices).toMatchObject([{ opens: 1 }, { votes: 0 }, { votes: 1 }]);
    expect(await press('Nhắn cán bộ về thông báo này')).toContain('hỏi cán bộ');
    await application.post('telegram', lan.send('Có phải mang bột không?'));
    await application.settled();
    expect(lan.received.at(-1)?.text).toContain('đã chuyển');
    const { rows } = await database.db.execute(sql`select text from inbox_message`);
    expect(rows).toEqual([{ text: `[Về thông báo số ${id}: Lớp bánh]\nCó phải mang bột không?` }]);
  });

  it('can be counted, looked at and tried before it is sent, and none of that counts', async () => {
    const started = await start();
    const { editor, viewer, approver, application, database } = started;
    await addPeople(database, 3);
    const counted = await editor.ask('POST', '/estimate', { audience: { all: true } });
    expect(counted).toMatchObject({ status: 200, body: { recipients: 3, channels: { telegram: 3, zalo: 0 } } });
    expect((await editor.ask('POST', '/estimate', { audience: { wards: ['Xyz'] } })).status).toBe(400);
    expect((await viewer.ask('POST', '/estimate', { audience: { all: true } })).status).toBe(403);

    const choices = [
      { label: 'Xem lịch', url: 'https://thuvien.example/lich' },
      { label: 'Sáng', answer: true },
      { label: 'Tối', answer: true },
    ];
    const { body: draft } = await editor.create({ text: { vi: 'Bạn rảnh buổi nào?', en: 'When?' }, choices });
    const { previews } = (await viewer.ask('GET', `/${draft.id}/preview`)).body as unknown as {
      previews: { channel: string; locale: string; text: string; choices: { label: string; number?: number }[] }[];
    };
    expect(previews.map(({ channel, locale }) => `${channel} ${locale}`)).toEqual(['telegram vi', 'telegram en']);
    expect(previews[0]?.text).toContain('Bạn rảnh buổi nào?');
    expect(previews[0]?.choices.map(({ label }) => label)).toContain('Tối');

    expect((await viewer.ask('POST', `/${draft.id}/test`)).status).toBe(403);
    const { message } = (await approver.ask('POST', `/${draft.id}/test`)).body as unknown as { message: string };
    const me = chatPerson(application, 'web', 'me');
    expect(await me.say(message)).toContain('Bạn rảnh buổi nào?');
    expect(await me.press('Tối')).toContain('Đây là bản thử');
    expect(await me.press('Nhắn cán bộ về thông báo này')).toContain('Đây là bản thử');
    const { rows } = await database.db.execute(sql`select 1 from broadcast_vote union all select 1 from inbox_case`);
    expect(rows).toEqual([]);
    expect(await editor.read(draft.id)).toMatchObject({ status: 'draft', sent: 0 });
    expect((await editor.ask('GET', '/999999/preview')).status).toBe(404);
  });
});

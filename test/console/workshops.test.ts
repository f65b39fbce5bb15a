import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Database } from '../../src/database/index.ts';
import { register, type Workshop, workshopById } from '../../src/workshops/index.ts';
import { testApplication } from '../support/application.ts';
import { signIn } from '../support/console.ts';
import { describeDatabases } from '../support/databases.ts';
import { addStaff } from '../support/staff.ts';
import { addLearner, addWorkshop, morning } from '../support/workshops.ts';

const form = {
  title: 'Dùng điện thoại an toàn',
  description: 'Mang theo điện thoại của bạn.',
  day: '2026-12-05',
  starts: '08:30',
  ends: '11:00',
  place: 'Nhà văn hóa Phường Bến Thành',
  ward: 'ben thanh',
  capacity: '30',
  organisation: 'Hội Khuyến học Ví dụ',
  topics: 'điện thoại, an toàn mạng, điện thoại',
  for_seniors: 'yes',
  wheelchair: 'yes',
};

async function seatFor(database: Database, workshop: Workshop, name: string) {
  const learnerId = await addLearner(database, name);
  const outcome = await database.transaction((tx) =>
    register(tx, { workshopKey: workshop.key, learnerId, now: morning }),
  );
  if (outcome.kind !== 'registered' && outcome.kind !== 'waiting') throw new Error(outcome.kind);
  return outcome.registration;
}

const notices = async (database: Database): Promise<string[]> =>
  (await database.db.execute<{ kind: string }>(sql`select kind from workshop_notice order by id`)).rows.map(
    ({ kind }) => kind,
  );

const audited = async (database: Database): Promise<string[]> =>
  (
    await database.db.execute<{ action: string }>(
      sql`select action from audit where action like 'workshop.%' order by id`,
    )
  ).rows.map(({ action }) => action);

describeDatabases('workshops in the console', ({ database: open }) => {
  async function opened(role: 'admin' | 'editor' | 'approver' | 'viewer' | 'partner' = 'editor') {
    const database = await open();
    const { app, time } = await testApplication(database);
    const member = await addStaff(database, role);
    return { database, app, time, member, browser: await signIn(app, database, member.id, time.now) };
  }

  it('are made from a form in the city’s time, with the ward by its name', async () => {
    const { database, browser } = await opened();
    const answer = await browser.post('/console/new-workshop', form);
    expect(answer.status).toBe(303);
    const id = decodeURIComponent(answer.headers.get('location')?.split('/').at(-1) ?? '');
    expect(await workshopById(database.db, id)).toMatchObject({
      title: form.title,
      startsAt: new Date('2026-12-05T01:30:00Z'),
      endsAt: new Date('2026-12-05T04:00:00Z'),
      capacity: 30,
      organisation: 'Hội Khuyến học Ví dụ',
      topics: ['điện thoại', 'an toàn mạng'],
      audience: ['seniors'],
      wheelchair: true,
    });
    const shown = await browser.follow(answer);
    expect(shown.text).toContain('Đã tạo buổi này.');
    expect(shown.text).toContain('Phường Bến Thành');
    expect(shown.text).toContain('05/12/2026, 08:30–11:00');
    expect(await audited(database)).toEqual(['workshop.create']);
  });

  it('tell what is wrong beside the field and keep what was written', async () => {
    const { database, browser } = await opened();
    for (const [change, said] of [
      [{ title: ' ' }, 'Hãy ghi tên buổi.'],
      [{ day: '2026-02-30' }, 'Hãy chọn một ngày có thật.'],
      [{ ends: '08:00' }, 'Giờ kết thúc phải sau giờ bắt đầu.'],
      [{ day: '2026-11-01' }, 'Ngày giờ này đã qua.'],
      [{ ward: 'Atlantis' }, 'Không có phường'],
      [{ place: '', online_url: '' }, 'Hãy ghi nơi tổ chức'],
      [{ online_url: 'javascript:alert(1)' }, 'Đường dẫn phải bắt đầu'],
      [{ capacity: '-3' }, 'Hãy ghi một số từ 0'],
      [{ repeat: 'week', times: '1' }, 'Hãy ghi số buổi từ 2'],
    ] as const) {
      const answer = await browser.post('/console/new-workshop', { ...form, ...change });
      expect(answer.status, said).toBe(422);
      expect(answer.text).toContain(said);
      expect(answer.text).toContain('Mang theo điện thoại của bạn.');
    }
    expect(await audited(database)).toEqual([]);
  });

  it('repeat after every date was shown', async () => {
    const { database, browser } = await opened();
    const asked = await browser.post('/console/new-workshop', { ...form, repeat: 'two-weeks', times: '3' });
    expect(asked.status).toBe(200);
    for (const day of ['05/12/2026', '19/12/2026', '02/01/2027']) expect(asked.text).toContain(day);
    expect(await audited(database)).toEqual([]);
    const back = await browser.post('/console/new-workshop', {
      ...form,
      repeat: 'two-weeks',
      times: '3',
      confirmed: 'no',
    });
    expect(back.text).toContain('value="two-weeks" selected');
    const made = await browser.post('/console/new-workshop', {
      ...form,
      repeat: 'two-weeks',
      times: '3',
      confirmed: 'yes',
    });
    expect((await browser.follow(made)).text).toContain('Đã tạo 3 buổi.');
    const { rows } = await database.db.execute(
      sql`select distinct series_id from workshop where series_id is not null`,
    );
    expect(rows).toHaveLength(1);
  });

  it('say how many will be told before a change of time, and tell them', async () => {
    const { database, browser } = await opened();
    const workshop = await addWorkshop(database, { place: 'Thư viện', capacity: 1 });
    await seatFor(database, workshop, 'a');
    await seatFor(database, workshop, 'b');
    const page = await browser.get(`/console/workshops/${workshop.id}/edit`);
    expect(page.text).toContain('2 người đã đăng ký sẽ được báo');
    const change = {
      title: workshop.title,
      day: '2026-12-01',
      starts: '18:00',
      ends: '20:00',
      place: 'Thư viện',
      capacity: '1',
      sequence: '0',
    };
    const asked = await browser.post(`/console/workshops/${workshop.id}/edit`, change);
    expect(asked.status).toBe(200);
    expect(asked.text).toContain('01/12/2026, 18:00–20:00');
    expect(await notices(database)).toEqual([]);
    const done = await browser.post(`/console/workshops/${workshop.id}/edit`, { ...change, confirmed: 'yes' });
    expect((await browser.follow(done)).text).toContain('2 người đã đăng ký sẽ được báo.');
    expect(await notices(database)).toEqual(['changed', 'changed']);
    const stale = await browser.post(`/console/workshops/${workshop.id}/edit`, { ...change, title: 'Tên khác' });
    expect(stale.status).toBe(409);
    expect(stale.text).toContain('Đồng nghiệp vừa sửa buổi này.');
  });

  it('refuse fewer seats than are held', async () => {
    const { database, browser } = await opened();
    const workshop = await addWorkshop(database, { place: 'Thư viện', capacity: 3 });
    await seatFor(database, workshop, 'a');
    await seatFor(database, workshop, 'b');
    const answer = await browser.post(`/console/workshops/${workshop.id}/edit`, {
      title: workshop.title,
      day: '2026-11-29',
      starts: '10:00',
      ends: '12:00',
      place: 'Thư viện',
      capacity: '1',
    });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Đã có nhiều người có chỗ hơn số này.');
  });

  it('are called off with a reason after a page that says how many hear of it', async () => {
    const { database, browser } = await opened();
    const workshop = await addWorkshop(database);
    await seatFor(database, workshop, 'a');
    const path = `/console/workshops/${workshop.id}`;
    expect((await browser.get(`${path}/cancel`)).text).toContain('1 người đã đăng ký sẽ được báo.');
    const done = await browser.post(`${path}/cancel`, { reason: 'Phòng <đang> sửa' });
    const shown = await browser.follow(done);
    expect(shown.text).toContain('Đã hủy. 1 người sẽ được báo.');
    expect(shown.text).toContain('Phòng &lt;đang&gt; sửa');
    expect(await notices(database)).toEqual(['cancelled']);
    expect((await browser.get('/console/workshops?view=cancelled')).text).toContain(workshop.title);
    expect((await browser.get('/console/workshops')).text).not.toContain(workshop.title);
  });

  it('are found without accents, and counted', async () => {
    const { database, browser } = await opened('viewer');
    const workshop = await addWorkshop(database, { title: 'Dùng Zalo an toàn', place: 'Chợ Lớn', capacity: 2 });
    await seatFor(database, workshop, 'a');
    await addWorkshop(database, { title: 'Làm bánh' });
    const found = await browser.get('/console/workshops?q=zalo+cho+lon');
    expect(found.text).toContain('Dùng Zalo an toàn');
    expect(found.text).toContain('<td>1/2</td>');
    expect(found.text).not.toContain('Làm bánh');
    expect(found.text).not.toContain('Tạo buổi mới');
  });

  it('show who registered, and why nobody is offered a seat; a registration is cancelled for its person', async () => {
    const { database, browser } = await opened();
    const workshop = await addWorkshop(database, { capacity: 1 });
    const first = await seatFor(database, workshop, 'a');
    const second = await seatFor(database, workshop, 'b');
    const path = `/console/workshops/${workshop.id}`;
    const page = await browser.get(path);
    expect(page.text).toContain(first.code);
    expect(page.text).toContain('đang chờ, thứ 1');
    expect(page.text).toContain('Chưa có chỗ trống');
    expect((await browser.get(`${path}?state=waiting`)).text).not.toContain(`>${first.code}<`);
    const asked = await browser.post(`${path}/registrations/${first.key}/withdraw`);
    expect(asked.text).toContain(`Hủy đăng ký mã ${first.code}`);
    const done = await browser.post(`${path}/registrations/${first.key}/withdraw`, { confirmed: 'yes' });
    const after = await browser.follow(done);
    expect(after.text).toContain(`Đã hủy đăng ký mã ${first.code}; người này sẽ được báo.`);
    expect(await notices(database)).toEqual(['offer', 'withdrawn']);
    expect(after.text).toMatch(new RegExp(`${second.code}[^]*được mời, giữ chỗ đến`));
    expect(await audited(database)).toContain('workshop.withdraw');
  });

  it('give a list that no spreadsheet runs as a formula', async () => {
    const { database, browser } = await opened('admin');
    const workshop = await addWorkshop(database);
    const deeds = JSON.stringify([{ kind: 'walk_in', id: 'deed-0001', at: +morning, name: '=HYPERLINK("http://x")' }]);
    expect((await browser.post(`/console/door/${workshop.id}/scans`, { deeds })).status).toBe(200);
    const { text, headers } = await browser.get(`/console/workshops/${workshop.id}/registrations.csv`);
    expect(headers.get('content-type')).toContain('text/csv');
    expect(text).toContain(`"'=HYPERLINK(""http://x"")"`);
  });

  it('show a partner only its organisation’s, where it stands at the door and changes nothing', async () => {
    const database = await open();
    const { app, time } = await testApplication(database);
    const editor = await addStaff(database, 'editor', { email: 'bien-tap@thanhpho.example' });
    const boss = await signIn(app, database, editor.id, time.now);
    const made = await boss.post('/console/new-workshop', form);
    const own = decodeURIComponent(made.headers.get('location')?.split('/').at(-1) ?? '');
    const foreign = await addWorkshop(database, { title: 'Làm bánh' });
    const organisationId = (await workshopById(database.db, own))?.organisationId ?? 0;
    const partner = await addStaff(database, 'partner', { organisationId });
    const browser = await signIn(app, database, partner.id, time.now);
    const list = await browser.get('/console/workshops');
    expect(list.text).toContain(form.title);
    expect(list.text).not.toContain('Làm bánh');
    for (const path of ['workshops', 'door']) {
      expect((await browser.get(`/console/${path}/${own}`)).status).toBe(200);
      expect((await browser.get(`/console/${path}/${foreign.id}`)).status).toBe(404);
    }
    expect((await browser.get(`/console/workshops/${foreign.id}/registrations.csv`)).status).toBe(404);
    expect((await browser.post(`/console/door/${foreign.id}/scans`, { deeds: '[]' })).status).toBe(404);
    expect((await browser.post(`/console/workshops/${own}/cancel`)).status).toBe(403);
    expect((await browser.post('/console/new-workshop', form)).status).toBe(403);
  });

  it('do nothing without the form’s token', async () => {
    const { database, browser } = await opened();
    const workshop = await addWorkshop(database);
    expect((await browser.send('/console/new-workshop', form)).status).toBe(403);
    expect((await browser.send(`/console/workshops/${workshop.id}/cancel`, {})).status).toBe(403);
    expect((await browser.send(`/console/door/${workshop.id}/scans`, { deeds: '[]' })).status).toBe(403);
    expect(await notices(database)).toEqual([]);
  });
});

describeDatabases('the door', ({ database: open }) => {
  async function atTheDoor() {
    const database = await open();
    const { app, time } = await testApplication(database);
    const member = await addStaff(database, 'editor');
    const browser = await signIn(app, database, member.id, time.now);
    const workshop = await addWorkshop(database, { capacity: 1 });
    const path = `/console/door/${workshop.id}`;
    const send = async (...deeds: readonly Record<string, unknown>[]) => {
      const answer = await browser.post(`${path}/scans`, { deeds: JSON.stringify(deeds) });
      return (JSON.parse(answer.text) as { results: { outcome: string; at?: number; registration?: number }[] })
        .results;
    };
    const list = async () =>
      JSON.parse((await browser.get(`${path}/list`)).text) as {
        version: string;
        people: { code: string; at?: number; walkIn: boolean }[];
      };
    return { database, browser, workshop, path, send, list };
  }

  it('does a scan once, however often it is sent, and tells another phone’s', async () => {
    const { database, workshop, send, list } = await atTheDoor();
    const { code } = await seatFor(database, workshop, 'a');
    const scan = { kind: 'scan', id: 'scan-0001', at: +morning - 60_000, code: code.toLowerCase() };
    expect(await send(scan)).toMatchObject([{ id: 'scan-0001', outcome: 'checked_in', at: scan.at }]);
    expect(await send(scan)).toMatchObject([{ outcome: 'again', repeated: true, at: scan.at }]);
    const [other] = await send({ ...scan, id: 'scan-0002', at: +morning });
    expect(other).toMatchObject({ outcome: 'again', at: scan.at });
    expect(other).not.toHaveProperty('repeated');
    expect((await list()).people).toMatchObject([{ code, at: scan.at }]);
    expect(await audited(database)).toEqual(['workshop.create', 'workshop.check_in']);
  });

  it('takes back once: the request sent again does not undo a later check-in', async () => {
    const { database, workshop, send } = await atTheDoor();
    const { code } = await seatFor(database, workshop, 'a');
    const scan = { kind: 'scan', id: 'scan-0001', at: +morning, code };
    const undo = { kind: 'undo', id: 'undo-0001', at: +morning, of: 'scan-0001' };
    expect(await send(scan, undo)).toMatchObject([{ outcome: 'checked_in' }, { outcome: 'undone' }]);
    expect(await send({ ...scan, id: 'scan-0002' }, undo)).toMatchObject([
      { outcome: 'checked_in' },
      { outcome: 'nothing' },
    ]);
    expect(await send({ kind: 'walk_in', id: 'walk-0001', at: +morning })).toMatchObject([{ outcome: 'walked_in' }]);
    expect(await send({ kind: 'undo', id: 'undo-0002', at: +morning, of: 'walk-0001' })).toMatchObject([
      { outcome: 'undone' },
    ]);
  });

  it('says who has no seat, and lets them in when told so', async () => {
    const { database, workshop, send } = await atTheDoor();
    await seatFor(database, workshop, 'a');
    const { code } = await seatFor(database, workshop, 'b');
    const elsewhere = await addWorkshop(database, { title: 'Làm bánh' });
    const foreign = await seatFor(database, elsewhere, 'c');
    const scan = { kind: 'scan', id: 'scan-0001', at: +morning, code };
    expect(await send(scan)).toMatchObject([{ outcome: 'no_seat', state: 'waiting' }]);
    expect(await send({ ...scan, id: 'scan-0002', admit: true })).toMatchObject([{ outcome: 'checked_in' }]);
    const others = await send(
      { ...scan, id: 'scan-0003', code: foreign.code },
      { ...scan, id: 'scan-0004', code: 'AAAAAA' },
      { kind: 'undo', id: 'undo-0001', at: +morning, registration: foreign.key },
    );
    expect(others).toEqual([
      { id: 'scan-0003', outcome: 'other_workshop' },
      { id: 'scan-0004', outcome: 'unknown' },
      { id: 'undo-0001', outcome: 'nothing' },
    ]);
  });

  it('sends the list only when it changed, always with a token, and no names of residents', async () => {
    const { database, workshop, browser, path, list } = await atTheDoor();
    await seatFor(database, workshop, 'a');
    const { version } = await list();
    const same = JSON.parse((await browser.get(`${path}/list?known=${version}`)).text) as Record<string, unknown>;
    expect(Object.keys(same).sort()).toEqual(['csrf', 'version']);
    await seatFor(database, workshop, 'b');
    expect((await list()).version).not.toBe(version);
    expect((await browser.get(`${path}/list`)).text).not.toMatch(/learner|account/);
  });

  it('takes a code without script as well', async () => {
    const { database, workshop, browser, path } = await atTheDoor();
    const { code } = await seatFor(database, workshop, 'a');
    const done = await browser.post(`${path}/scans`, { code });
    expect((await browser.follow(done)).text).toContain(`${code}: đã điểm danh.`);
    const repeated = await browser.post(`${path}/scans`, { code });
    expect((await browser.follow(repeated)).text).toContain('đã điểm danh trước đó');
    expect((await browser.post(`${path}/scans`, { deeds: 'no json' })).status).toBe(400);
  });

  it('has its worker above the pages it answers for', async () => {
    const { browser } = await atTheDoor();
    const { status, headers } = await browser.get('/console/door-worker.js');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('text/javascript');
  });
});

import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { createPictures } from '../../src/conversation/index.ts';
import type { Database } from '../../src/database/index.ts';
import { cityLessons, citySelfAssessments, type Track } from '../../src/learning/index.ts';
import type { Picture } from '../../src/message/index.ts';
import { testApplication } from '../support/application.ts';
import { chatPerson } from '../support/chat-person.ts';
import { describeDatabases } from '../support/databases.ts';
import { decodePng } from '../support/decoded-png.ts';
import { learn, rightAnswers } from '../support/learnt-track.ts';
import { addStaff } from '../support/staff.ts';
import { addWorkshop } from '../support/workshops.ts';

const lessons = await cityLessons();
const [track] = lessons.tracks as [Track];
const publicUrl = { PUBLIC_URL: 'https://banhoc.example' };

async function remember(
  database: Database,
  learnerId: number,
  items: readonly { readonly id: string; readonly dueAt: string; readonly stability: number }[],
): Promise<void> {
  for (const { id, dueAt, stability } of items) {
    await database.db.execute(sql`
      insert into item_memory (learner_id, item, due_at, stability, difficulty, reviews, lapses, last_at, last_unaided, noted_at)
      values (${learnerId}, ${id}, ${dueAt}::timestamptz, ${stability}, 5, 3, 0, '2026-11-20T03:00:00Z', true, now())`);
  }
}

function draw(database: Database, now: Date, picture: Picture | undefined) {
  if (picture === undefined) throw new Error('no picture');
  return createPictures({
    db: database.db,
    clock: () => now,
    secret: 'a secret of the test',
    shareCourse: () => undefined,
    joinClass: () => ({ web: undefined, telegram: undefined }),
    certificatePage: (code) => `https://banhoc.example/certificates/${code}`,
    lessons,
    selfAssessments: citySelfAssessments(),
    timezone: 'Asia/Ho_Chi_Minh',
  }).draw(picture);
}

async function pictureSent(database: Database): Promise<Picture | undefined> {
  const { rows } = await database.db.execute<{ picture: Picture }>(sql`
    select message -> 'media' -> 'picture' as picture from delivery where message ? 'media' order by id desc limit 1`);
  return rows[0]?.picture;
}

describeDatabases('progress', (context) => {
  it('says how to begin, and keeps a goal', async () => {
    const database = await context.database();
    const person = chatPerson(await testApplication(database), 'web', 'a');
    expect(await person.say('/tiendo')).toContain('Ở đây chưa có bài nào đã học');
    expect([...person.offered.keys()]).toContain('Học bài');
    expect(await person.press('Đổi mục tiêu tuần')).toContain('mấy ngày');
    expect(await person.press('4 ngày')).toContain('Học 3 ngày cũng tính là đạt');
    expect(await person.say('mục tiêu tuần 1 ngày')).toContain('một ngày, hôm nào trong tuần cũng được');
    expect(await person.say('/goal 5')).toContain('mục tiêu mỗi tuần là 5 ngày');
    const { rows } = await database.db.execute(sql`select days from weekly_goal`);
    expect(rows).toEqual([{ days: 5 }]);
  });

  it('counts days, lessons and items, says what to review, and draws it within 40 KB', async () => {
    const database = await context.database();
    const application = await testApplication(database);
    const { time } = application;
    time.now = new Date('2026-11-27T05:00:00Z');
    const person = chatPerson(application, 'web', 'a');
    await person.say('/tiendo');
    const learnerId = await learn(database, track, { lessons: [1, 2, 3], until: '2026-11-26T14:00:00Z' });
    const [first, second, third] = track.lessons.flatMap(({ items }) => items);
    await remember(database, learnerId, [
      { id: first?.id ?? '', dueAt: '2026-12-30T00:00:00Z', stability: 30 },
      { id: second?.id ?? '', dueAt: '2026-11-26T17:00:00Z', stability: 3 },
      { id: third?.id ?? '', dueAt: '2026-11-28T17:00:00Z', stability: 3 },
      { id: 'cau-hoi-da-bo', dueAt: '2026-11-20T17:00:00Z', stability: 3 },
    ]);
    const text = await person.say('tiến độ');
    for (const part of [
      'Tuần này đã học 3 ngày, đủ mục tiêu 3 ngày.',
      `${track.title}: 3/${track.lessons.length} bài.`,
      'Đã nắm vững 1 trên 3 câu đã học.',
      'Nên ôn ngay: 1 câu.',
      'Trong hai ngày tới cần ôn: 1 câu.',
    ])
      expect(text).toContain(part);
    expect([...person.offered.keys()]).toContain('Ôn');
    const picture = await pictureSent(database);
    expect(picture).toEqual({ kind: 'progress', learnerId, locale: 'vi' });
    const file = await draw(database, time.now, picture);
    expect(file?.name).toBe('ban-hoc-tien-do-2026-11-27.png');
    expect(file?.content.length).toBeLessThanOrEqual(40_000);
    expect(decodePng(file?.content ?? Buffer.alloc(0)).width).toBe(800);
  });

  it('counts the day of the city: an answer after midnight there belongs to the next day', async () => {
    const database = await context.database();
    const application = await testApplication(database);
    application.time.now = new Date('2026-11-27T05:00:00Z');
    const person = chatPerson(application, 'web', 'a');
    await person.say('/tiendo');
    // Thursday 23:30 and Friday 00:30 in the city, one and the same day of UTC.
    const learnerId = await learn(database, track, { lessons: [1], until: '2026-11-26T16:30:00Z' });
    const [, lesson] = track.lessons;
    if (lesson !== undefined) await rightAnswers(database, learnerId, lesson, new Date('2026-11-26T17:30:00Z'));
    expect(await person.say('/tiendo')).toContain(
      'Tuần này đã học 2 ngày. Mục tiêu 3 ngày, mỗi tuần được bớt một ngày',
    );
  });

  it('certifies a finished track under the name given, checks out, and says when it is withdrawn', async () => {
    const database = await context.database();
    const application = await testApplication(database, publicUrl);
    const { app, time } = application;
    time.now = new Date('2026-11-27T05:00:00Z');
    const person = chatPerson(application, 'web', 'a');
    await person.say('/chungnhan');
    await learn(database, track, {
      lessons: track.lessons.map(({ position }) => position),
      until: '2026-11-26T03:00:00Z',
    });
    await person.say('/tiendo');
    expect(await person.press(`Nhận giấy chứng nhận: ${track.title}`)).toContain('Bạn muốn ghi tên nào');
    expect(await person.say('12345')).toContain('Bạn nhắn tên bằng chữ');
    const made = await person.say('Nguyễn <b>An');
    const code = /Mã: ([A-Z0-9]{10})/.exec(made)?.[1] ?? '';
    expect(made).toContain(`Giấy chứng nhận “${track.title}” của Nguyễn <b>An đã xong.`);

    const drawn = await draw(database, time.now, await pictureSent(database));
    expect(drawn?.name).toBe(`ban-hoc-chung-nhan-${code}.png`);
    expect(decodePng(drawn?.content ?? Buffer.alloc(0)).qr).toBe(`https://banhoc.example/certificates/${code}`);

    const page = async () => {
      const response = await app.request(`/certificates/${code.toLowerCase()}`);
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toBe('no-store');
      return response.text();
    };
    expect(await page()).toContain(`Nguyễn &lt;b&gt;An đã học xong chuỗi bài học “${track.title}”.`);
    expect(await page()).toContain('Học xong ngày 26/11/2026');
    expect((await app.request('/certificates/AAAAAAAAAA')).status).toBe(404);

    // Another name on the same certificate, then none.
    await person.press('Ghi tên khác');
    expect(await person.say('Trần Bình')).toContain(code);
    await person.press('Ghi tên khác');
    expect(await person.press('Không ghi tên')).toContain(code);
    expect(await page()).toContain('Người giữ giấy này đã học xong');
    expect(await page()).not.toContain('Trần Bình');

    expect(await person.press('Thu hồi giấy này')).toContain('Giấy đã thu hồi thì không lấy lại được');
    expect(await page()).toContain('Giấy này có giá trị');
    expect(await person.press('Thu hồi')).toContain('Mình đã thu hồi giấy');
    expect(await page()).toContain('người học đã thu hồi ngày 27/11/2026');
    expect(await page()).not.toContain('Giấy này có giá trị');
    expect(await draw(database, time.now, await pictureSent(database))).toBeUndefined();

    // A new one has another code; staff can withdraw it, and that is noted.
    await person.say('/chungnhan');
    await person.press(`Nhận giấy chứng nhận: ${track.title}`);
    const again = /Mã: ([A-Z0-9]{10})/.exec(await person.say('Trần Bình'))?.[1] ?? '';
    expect(again).not.toBe(code);
    const ask = async (token: string, method: string, path: string) =>
      app.request(`/api/v1/certificates/${path}`, { method, headers: { authorization: `Bearer ${token}` } });
    const { token } = await addStaff(database, 'admin');
    const viewer = await addStaff(database, 'viewer');
    expect((await ask(viewer.token, 'POST', `${again}/withdraw`)).status).toBe(403);
    const read = await ask(viewer.token, 'GET', again);
    expect(await read.text()).not.toContain('Trần');
    expect((await ask(token, 'POST', `${again}/withdraw`)).status).toBe(200);
    expect((await ask(token, 'POST', `${again}/withdraw`)).status).toBe(409);
    expect((await ask(token, 'GET', 'BBBBBBBBBB')).status).toBe(404);
    expect(await (await app.request(`/certificates/${again}`)).text()).toContain('đơn vị vận hành đã thu hồi');
    const { rows } = await database.db.execute(sql`select action from audit where subject_kind = 'track_certificate'`);
    expect(rows).toEqual([{ action: 'learning.withdraw_certificate' }]);
    const { rows: names } = await database.db.execute(sql`select name from track_certificate where name is not null`);
    expect(names).toEqual([]);
  });

  it('certifies what the first questions skipped only when each of its items was answered right', async () => {
    const database = await context.database();
    const application = await testApplication(database, publicUrl);
    const person = chatPerson(application, 'web', 'a');
    await person.say('/tiendo');
    const rest = track.lessons.map(({ position }) => position).filter((position) => position > 1);
    const learnerId = await learn(database, track, { lessons: rest, until: '2026-11-23T03:00:00Z', placedAfter: 1 });
    const [skipped] = track.lessons;
    expect(await person.say('/chungnhan')).toContain(`còn 1 bài nữa (“${skipped?.title}”)`);
    expect([...person.offered.keys()]).not.toContain(`Nhận giấy chứng nhận: ${track.title}`);
    if (skipped !== undefined) await rightAnswers(database, learnerId, skipped, application.time.now);
    expect(await person.say('/chungnhan')).toContain('nhận giấy chứng nhận được rồi');
  });

  it('leaves the certificate of somebody else alone', async () => {
    const database = await context.database();
    const application = await testApplication(database, publicUrl);
    const person = chatPerson(application, 'web', 'a');
    await person.say('/tiendo');
    await learn(database, track, {
      lessons: track.lessons.map(({ position }) => position),
      until: '2026-11-23T03:00:00Z',
    });
    await person.say('/tiendo');
    await person.press(`Nhận giấy chứng nhận: ${track.title}`);
    await person.press('Không ghi tên');
    await person.press('Thu hồi giấy này');
    await database.db.execute(sql`
      with someone as (insert into account (created_at) values (now()) returning id),
      learner as (insert into learner (account_id, created_at) select id, now() from someone returning id)
      update track_certificate set learner_id = (select id from learner)`);
    expect(await person.press('Thu hồi')).toContain('Giấy này không còn');
    const { rows } = await database.db.execute(sql`select withdrawn_at from track_certificate`);
    expect(rows).toEqual([{ withdrawn_at: null }]);
  });

  it('keeps a notebook: what counts under each criterion, in the chat and as a page to print', async () => {
    const database = await context.database();
    const application = await testApplication(database, publicUrl);
    const { app } = application;
    const person = chatPerson(application, 'web', 'a');
    const empty = await person.say('sổ học tập');
    expect(empty).toContain('bộ tiêu chí mẫu để dùng thử, không phải bộ tiêu chí chính thức');
    expect(empty).toContain('Ở đây thấy được 0 trên 8 tiêu chí');
    const learnerId = await learn(database, track, {
      lessons: track.lessons.map(({ position }) => position),
      until: '2026-11-23T03:00:00Z',
    });
    const workshop = await addWorkshop(database, { title: 'Dùng Zalo <an toàn>' });
    await database.db.execute(sql`
      insert into workshop_registration (workshop_id, learner_id, state, code, registered_at, taken_at, checked_in_at, noted_at)
      values (${workshop.key}, ${learnerId}, 'taken', 'ABCDEF', now(), now(), '2026-11-20T03:00:00Z', now())`);
    await database.db.execute(sql`
      insert into self_assessment (learner_id, assessment, started_at, noted_at, finished_at)
      values (${learnerId}, 'digital', '2026-11-21T03:00:00Z', '2026-11-21T03:09:00Z', '2026-11-21T03:09:00Z'),
        (${learnerId}, 'teachers', '2026-11-22T03:00:00Z', '2026-11-22T03:09:00Z', null)`);
    const text = await person.say('/sohoc');
    expect(text).toContain('Biết mình đang ở đâu: đã đạt');
    expect(text).toContain('7. Theo một chủ đề đến nơi: đã đạt');
    expect(text).toContain('6. Học cùng cộng đồng: 1/2');
    expect(text).toContain(`2. Học xong những điều mình chọn: ${track.lessons.length}/12`);
    const one = await person.press('Học cùng cộng đồng');
    expect(one).toContain('Buổi hội thảo đã dự, trong 365 ngày qua: 1/2');
    expect(one).toContain('• Dùng Zalo <an toàn> (20/11/2026)');
    const { rows } = await database.db.execute<{ url: string }>(sql`
      select choice ->> 'url' as url from delivery, jsonb_array_elements(message -> 'choices') as choice
      where choice ->> 'url' like '%/so-hoc-tap/%' order by delivery.id desc limit 1`);
    const address = new URL(rows[0]?.url ?? '').pathname;
    const response = await app.request(address);
    expect(response.headers.get('x-robots-tag')).toBe('noindex');
    const page = await response.text();
    expect(page).toContain('Dùng Zalo &lt;an toàn&gt; (20/11/2026)');
    expect(page).toContain('bộ tiêu chí mẫu');
    application.advance(16 * 60);
    expect((await app.request(address)).status).toBe(404);
    expect((await app.request('/so-hoc-tap/abc')).status).toBe(404);
  });
});

import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { personalDataOwners } from '../../src/application.ts';
import { createConversations, eraseDueAccounts } from '../../src/conversation/index.ts';
import type { Database } from '../../src/database/index.ts';
import { consentsOf, deleteOldCodes, finishLinks, giveConsent, withdrawConsent } from '../../src/learners/index.ts';
import type { ChannelName } from '../../src/message/index.ts';
import { accountProblems } from '../support/account-problems.ts';
import { type TestApplication, testApplication } from '../support/application.ts';
import { type ChatPerson, chatPerson } from '../support/chat-person.ts';
import { describeDatabases } from '../support/databases.ts';

async function count(database: Database, table: string): Promise<number> {
  const { rows } = await database.db.execute<{ count: string }>(sql`select count(*) from ${sql.identifier(table)}`);
  return Number(rows[0]?.count);
}

async function learnerOf(database: Database, person: ChatPerson): Promise<number> {
  const { rows } = await database.db.execute<{ learner_id: string }>(
    sql`select learner_id from conversation where channel = ${person.channel} and chat = ${person.chat}`,
  );
  return Number(rows[0]?.learner_id);
}

/** The second joins the account of the first. */
async function join(keeper: ChatPerson, joining: ChatPerson): Promise<string> {
  await joining.say(`/ketnoi ${await keeper.newCode()}`);
  return (await joining.press('Nối')) ?? '';
}

/** What an export says of a table, as text without its times. */
const told = async (person: ChatPerson, table: string): Promise<string> =>
  JSON.stringify((await person.exported())?.[table] ?? []);

describeDatabases('linking', (context) => {
  async function start(): Promise<{
    database: Database;
    application: TestApplication;
    person: (channel: ChannelName, chat: string) => ChatPerson;
  }> {
    const database = await context.database();
    const application = await testApplication(database);
    return { database, application, person: (channel, chat) => chatPerson(application, channel, chat) };
  }

  it('makes one person of a web page, Telegram and Zalo, one after the other', async () => {
    const { database, application, person } = await start();
    const [web, telegram, zalo] = [person('web', 'w'), person('telegram', '7'), person('zalo', 'z')];
    await web.say('học may');
    await web.say('lưu 1');
    await telegram.say('học excel');
    await telegram.say('lưu 1');
    application.advance(60);
    await zalo.say('em ở Thủ Đức');
    expect(await join(web, telegram)).toMatch(/Đã nối với Bạn Học trên trang web[\s\S]*1 khóa đã lưu/);
    expect(await join(telegram, zalo)).toMatch(/Đã nối với Bạn Học trên Telegram, trang web[\s\S]*1 điều bạn kể/);
    for (const one of [web, telegram, zalo]) {
      expect((await one.exported())?.identity).toHaveLength(3);
      expect(await one.say('/toi')).toMatch(/ở Thủ Đức[\s\S]*Khóa đã lưu: 2/);
    }
    expect(await count(database, 'account')).toBe(3);
    expect(await accountProblems(database)).toEqual([]);
  });

  it('tells the side that made the code, where its person wrote last', async () => {
    const { database, person } = await start();
    const [web, telegram] = [person('web', 'w'), person('telegram', '7')];
    await web.say('hi');
    await join(web, telegram);
    const { rows } = await database.db.execute<{ message: { text: string[] } }>(
      sql`select message from delivery where channel = 'web' and via = 'sender'`,
    );
    expect(rows.map(({ message }) => message.text[0])).toEqual([expect.stringContaining('vừa được nối với Telegram')]);
  });

  it('keeps of a code only its hash, and of the message that brought it nothing', async () => {
    const { database, person } = await start();
    const [web, telegram] = [person('web', 'w'), person('telegram', '7')];
    const code = await web.newCode();
    await telegram.say(`/ketnoi ${code}`);
    const { rows } = await database.db.execute<{ all: string }>(sql`
      select (select string_agg(code_hash, ' ') from linking_code) || ' '
        || (select string_agg(content::text, ' ') from turn) as all`);
    expect(rows[0]?.all).not.toContain(code);
    expect(rows[0]?.all).not.toContain(code.replace('-', ''));
  });

  it('takes a code once, within ten minutes, and only the newest', async () => {
    const { application, person } = await start();
    const [web, telegram, zalo] = [person('web', 'w'), person('telegram', '7'), person('zalo', 'z')];
    const old = await web.newCode();
    const code = await web.newCode();
    const wrong = 'Mã này không dùng được';
    expect(await zalo.say(`/ketnoi ${old}`)).toContain(wrong);
    expect(await zalo.say(`/ketnoi ${code.toLowerCase().replace('-', ' ')}`)).toContain('Hai bên sẽ thành một');
    application.advance(601);
    expect(await zalo.say(`/ketnoi ${code}`)).toContain(wrong);
    expect(await zalo.press('Nối')).toContain('hết hạn hoặc dùng rồi');
    const next = await web.newCode();
    await telegram.say(`/ketnoi ${next}`);
    await telegram.press('Nối');
    expect(await zalo.say(`/ketnoi ${next}`)).toContain(wrong);
    expect(await telegram.press('Nối')).toContain('hết hạn hoặc dùng rồi');
  });

  it('lets nobody guess: five wrong codes an hour, whatever chat of the account they come from, also right ones after', async () => {
    const { application, person } = await start();
    const [web, telegram, guesser, helper] = [
      person('web', 'w'),
      person('telegram', '7'),
      person('zalo', 'g'),
      person('telegram', '8'),
    ];
    await join(guesser, helper);
    const guesses = ['00000000', '00000001', '00000002', '00000003', '00000004'];
    for (const [position, guess] of guesses.entries()) {
      expect(await (position % 2 ? guesser : helper).say(`/ketnoi ${guess}`)).toContain('Mã này không dùng được');
    }
    const code = await web.newCode();
    expect(await guesser.say(`/ketnoi ${code}`)).toContain('tạm dừng để giữ an toàn');
    expect(await helper.say(`/ketnoi ${code}`)).toContain('tạm dừng để giữ an toàn');
    expect(await telegram.say(`/ketnoi ${code}`)).toContain('Hai bên sẽ thành một');
    application.advance(3601);
    expect(await guesser.say('/ketnoi 00000005')).toContain('Mã này không dùng được');
  });

  it('gives no new tries to the crowd whose members erase themselves', async () => {
    const { database, application, person } = await start();
    const web = person('web', 'w');
    const code = await web.newCode();
    const guesser = person('telegram', '9');
    await guesser.say('/ketnoi 00000000');
    await guesser.say('/xoa');
    await guesser.press('Xóa ngay');
    expect(await count(database, 'linking_attempt')).toBe(0);
    await database.db.execute(sql`update linking_brake set wrong = 2000`);
    expect(await guesser.say(`/ketnoi ${code}`)).toContain('tạm dừng để giữ an toàn');
    application.advance(2 * 3600 + 1);
    expect(await deleteOldCodes(database.db, application.time.now)).toEqual({ codes: 1, attempts: 0 });
    expect(await guesser.say('/ketnoi 00000000')).toContain('Mã này không dùng được');
  });

  it('goes on with the choices that either conversation was offered before', async () => {
    const { person } = await start();
    const [web, telegram] = [person('web', 'w'), person('telegram', '7')];
    await web.say('học excel');
    await telegram.say('học excel');
    await join(web, telegram);
    for (const one of [web, telegram]) {
      expect(await one.press('Chỉ buổi tối')).toMatch(/excel/);
      expect(await one.press('Lưu 1')).toContain('Đã lưu');
    }
  });

  it('undoes for a day: what came goes back as it was, what was said since stays with the keeper', async () => {
    const { database, application, person } = await start();
    const [web, telegram] = [person('web', 'w'), person('telegram', '7')];
    await web.say('em ở Gò Vấp, chỉ rảnh buổi tối');
    await web.say('học may');
    await web.say('lưu 1');
    application.advance(60);
    await telegram.say('em ở Thủ Đức, không có máy tính');
    await telegram.say('học excel');
    await telegram.say('lưu 1');
    await telegram.say('/nguoihoc me');
    await telegram.say('Mẹ');
    await telegram.say('học nấu ăn');
    await telegram.say('/nguoihoc toi');
    const before = await Promise.all(
      [web, telegram].flatMap((one) => ['profile_fact', 'course_mark', 'wish'].map((table) => told(one, table))),
    );
    await join(web, telegram);
    await web.say('/nguoihoc me');
    expect(await web.say('học vẽ')).toContain('Đang tìm cho: Mẹ');
    await web.say('/nguoihoc toi');
    application.advance(60);
    // Said since: a new word of an old kind, one of a new kind, one taken back.
    await telegram.say('em chỉ rảnh cuối tuần');
    await telegram.say('em 70 tuổi');
    application.advance(86_000);
    expect(await web.say('/ketnoi')).toContain('còn tách ra được đến');
    expect(await web.press('Tách ra')).toContain('Đã tách ra');
    const after = await Promise.all(
      [web, telegram].flatMap((one) => ['profile_fact', 'course_mark', 'wish'].map((table) => told(one, table))),
    );
    expect(after.slice(3, 5)).toEqual(before.slice(3, 5));
    // What was looked for on behalf of the relative belongs to the relative.
    expect(after[5]).toContain(before[5]?.slice(1, -1));
    expect(after[5]).toContain('vẽ');
    expect(after[2]).not.toContain('vẽ');
    expect(after[1]).toBe(before[1]);
    expect(await web.say('/toi')).toMatch(/ở Gò Vấp[\s\S]*rảnh cuối tuần[\s\S]*từ 60 tuổi/);
    expect(await web.say('/toi')).not.toMatch(/Thủ Đức|máy tính/);
    expect(await telegram.say('/nguoihoc')).toContain('Mẹ');
    expect(await web.say('/nguoihoc')).not.toContain('Mẹ');
    // What each typed is in their own export only.
    expect(await told(web, 'turn')).not.toContain('excel');
    expect(await told(web, 'turn')).not.toContain('70 tuổi');
    expect(await told(telegram, 'turn')).toContain('70 tuổi');
    expect(await told(telegram, 'turn')).not.toContain('học may');
    expect(await count(database, 'account_link')).toBe(0);
    expect(await accountProblems(database)).toEqual([]);
  });

  it('undoes on either side, once, and only for who belongs to it', async () => {
    const { database, person } = await start();
    const [web, telegram, zalo] = [person('web', 'w'), person('telegram', '7'), person('zalo', 'z')];
    await join(web, telegram);
    await web.say('/ketnoi');
    const stranger = zalo.offered;
    await zalo.say('hi');
    expect(stranger.get('Tách ra')).toBeUndefined();
    expect(await telegram.press('Tách ra')).toContain('Đã tách ra');
    expect(await telegram.press('Tách ra')).toContain('không còn tách ra được');
    expect(await web.press('Tách ra')).toContain('không còn tách ra được');
    expect((await web.exported())?.identity).toHaveLength(1);
    expect(await accountProblems(database)).toEqual([]);
  });

  it('does not take the press of a stranger, nor of one who has left', async () => {
    const { application, person } = await start();
    const [web, telegram] = [person('web', 'w'), person('telegram', '7')];
    await join(web, telegram);
    await person('zalo', 'z').say('hi');
    const pressed = await application.conversations.takeTurn({
      channel: 'zalo',
      updateKey: 'x',
      chat: 'z',
      person: 'z',
      receivedAt: application.time.now,
      content: { kind: 'choice', choice: telegram.offered.get('Tách ra') ?? '' },
    });
    expect(pressed.kind).toBe('choice_never_offered');
  });

  it('undoes what was joined last first, so that nobody keeps what was somebody else’s', async () => {
    const { database, application, person } = await start();
    const [web, telegram, zalo] = [person('web', 'w'), person('telegram', '7'), person('zalo', 'z')];
    for (const [one, place] of [
      [web, 'Gò Vấp'],
      [telegram, 'Thủ Đức'],
      [zalo, 'Bình Thạnh'],
    ] as const) {
      await one.say(`em ở ${place}`);
      application.advance(60);
    }
    await join(web, telegram);
    await join(web, zalo);
    expect(await telegram.press('Tách ra')).toContain('bạn vừa nối thêm nơi khác');
    expect(await zalo.press('Tách ra')).toContain('Đã tách ra');
    expect(await web.say('/toi')).toContain('Thủ Đức');
    expect(await telegram.press('Tách ra')).toContain('Đã tách ra');
    expect(await web.say('/toi')).toMatch(/Gò Vấp/);
    expect(await told(web, 'profile_fact')).not.toMatch(/Thủ Đức|Bình Thạnh/);
    expect(await told(telegram, 'profile_fact')).not.toMatch(/Gò Vấp|Bình Thạnh/);
    expect(await told(zalo, 'profile_fact')).not.toMatch(/Gò Vấp|Thủ Đức/);
    expect(await accountProblems(database)).toEqual([]);
  });

  it('undoes a chain link by link', async () => {
    const { database, person } = await start();
    const [web, telegram, zalo] = [person('web', 'w'), person('telegram', '7'), person('zalo', 'z')];
    await web.say('em ở Gò Vấp');
    await join(telegram, web);
    await join(zalo, telegram);
    expect((await zalo.exported())?.identity).toHaveLength(3);
    expect(await accountProblems(database)).toEqual([]);
    await web.say('/ketnoi');
    expect(await web.press('Tách ra')).toContain('Đã tách ra');
    expect((await zalo.exported())?.identity).toHaveLength(1);
    expect((await web.exported())?.identity).toHaveLength(2);
    await web.say('/ketnoi');
    expect(await web.press('Tách ra')).toContain('Đã tách ra');
    expect((await web.exported())?.identity).toHaveLength(1);
    expect(await told(telegram, 'profile_fact')).toBe('[]');
    expect(await accountProblems(database)).toEqual([]);
  });

  it('is for good after a day: what undoing needed is deleted, with the sleeping rows', async () => {
    const { database, application, person } = await start();
    const [web, telegram, zalo] = [person('web', 'w'), person('telegram', '7'), person('zalo', 'z')];
    await telegram.say('em ở Thủ Đức');
    await join(telegram, web);
    await join(zalo, telegram);
    application.advance(86_400);
    expect(await telegram.press('Tách ra')).toContain('không còn tách ra được');
    expect(await finishLinks(database, personalDataOwners, application.time.now)).toEqual({ finished: 2, busy: 0 });
    expect(await count(database, 'account_link')).toBe(0);
    expect(await count(database, 'account')).toBe(1);
    expect(await count(database, 'learner')).toBe(1);
    expect(await web.say('/toi')).toContain('Thủ Đức');
    expect(await finishLinks(database, personalDataOwners, application.time.now)).toEqual({ finished: 0, busy: 0 });
    expect(await accountProblems(database)).toEqual([]);
  });

  it('brings along what was written for the joined learner in the very moment of the joining', async () => {
    const { database, application, person } = await start();
    const [web, telegram] = [person('web', 'w'), person('telegram', '7')];
    await telegram.say('học may');
    const joined = await learnerOf(database, telegram);
    await join(web, telegram);
    await database.db.execute(sql`
      insert into course_mark (learner_id, course_id, kind, marked_at) select ${joined}, min(id), 'opened', now() from course`);
    application.advance(86_401);
    expect(await finishLinks(database, personalDataOwners, application.time.now)).toEqual({ finished: 1, busy: 0 });
    expect(await told(web, 'course_mark')).toContain('opened');
  });

  it('exports the link with what it keeps, and erases all of it from either side', async () => {
    for (const eraser of ['keeper', 'joined'] as const) {
      const { database, application, person } = await start();
      const [web, telegram] = [person('web', `w${eraser}`), person('telegram', `7${eraser}`)];
      await web.say('em ở Gò Vấp');
      application.advance(60);
      await telegram.say('em ở Thủ Đức');
      await join(web, telegram);
      expect(await told(web, 'account_link')).toContain('Gò Vấp');
      expect((await telegram.exported())?.learner).toHaveLength(2);
      const one = eraser === 'keeper' ? web : telegram;
      expect(await one.say('/xoa')).toMatch(/Xóa ở cả 2 nơi bạn đã nối: Telegram, trang web/);
      expect(await one.press('Xóa ngay')).toContain('Đã xóa hết');
      for (const table of [
        'account',
        'learner',
        'identity',
        'account_link',
        'profile_fact',
        'conversation',
        'delivery',
      ]) {
        expect(await count(database, table), table).toBe(table === 'delivery' && one === telegram ? 1 : 0);
      }
      const { rows } = await database.db.execute(sql`select content from turn where content::text like '%Đức%'`);
      expect(rows).toEqual([]);
      // The farewell on Telegram waits for the sender and is deleted once sent; nothing else is left.
      await database.db.execute(sql`delete from delivery`);
      expect(await web.press('Tách ra')).toBeUndefined();
    }
  });

  it('asks again when somebody joined or came between the question to erase and its yes', async () => {
    const { person } = await start();
    const [web, telegram] = [person('web', 'w'), person('telegram', '7')];
    await web.say('hi');
    await telegram.say('/xoa');
    await join(web, telegram);
    expect(await telegram.press('Xóa ngay')).toContain('Bạn muốn xóa hết');
    expect(await telegram.press('Xóa ngay')).toContain('Đã xóa hết');
  });

  it('joins nobody who is to be erased tomorrow, and erases all that was joined before', async () => {
    const { database, application, person } = await start();
    const [web, telegram, zalo] = [person('web', 'w'), person('telegram', '7'), person('zalo', 'z')];
    await join(web, telegram);
    await telegram.say('/xoa');
    await telegram.press('Xóa hết');
    expect(await join(web, zalo)).toContain('đang hẹn xóa hết');
    application.advance(86_400);
    const erasure = { database, clock: () => application.time.now, personalData: personalDataOwners };
    expect(await eraseDueAccounts(erasure)).toEqual({ due: 1, erased: 1 });
    expect(await count(database, 'account')).toBe(1);
    expect((await zalo.exported())?.identity).toHaveLength(1);
    expect(await web.exported()).toBeUndefined();
    expect(await accountProblems(database)).toEqual([]);
  });

  it('leaves a relative who was handed over in between where they went', async () => {
    const { database, person } = await start();
    const [web, telegram, zalo] = [person('web', 'w'), person('telegram', '7'), person('zalo', 'z')];
    await telegram.say('/nguoihoc me');
    await telegram.say('Mẹ');
    await telegram.say('học may');
    await telegram.say('lưu 1');
    await join(web, telegram);
    await web.say('/nguoihoc');
    await web.say('/nguoihoc me');
    await web.say('/nguoihoc');
    const code = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec((await web.press('Giao lại cho Mẹ')) ?? '')?.[0];
    await zalo.say(`/ketnoi ${code}`);
    expect(await zalo.press('Nhận về đây')).toContain('Đã chuyển về đây');
    expect(await told(zalo, 'course_mark')).toContain('saved');
    expect(await told(zalo, 'turn')).not.toContain('học may');
    expect(await told(web, 'turn')).toContain('học may');
    expect(await telegram.press('Tách ra')).toContain('Đã tách ra');
    for (const one of [web, telegram]) {
      expect(await one.say('/nguoihoc')).not.toContain('Mẹ');
      expect(await told(one, 'course_mark')).toBe('[]');
    }
    expect(await accountProblems(database)).toEqual([]);
  });

  it('keeps what one wrote to staff oneself when a relative is removed, and parts it with the chat it was written in', async () => {
    const { database, person } = await start();
    const [web, telegram] = [person('web', 'w'), person('telegram', '7')];
    await web.say('/gopy lớp may rất hay');
    await web.say('/nguoihoc me');
    await web.say('Mẹ');
    await web.say('/nguoihoc');
    await web.press('Xóa Mẹ');
    expect(await web.press('Xóa luôn')).toContain('Đã xóa Mẹ');
    expect(await told(web, 'inbox_message')).toContain('lớp may rất hay');
    await join(web, telegram);
    await telegram.say('/gopy lớp vẽ hơi xa');
    expect(await told(web, 'inbox_message')).toContain('lớp vẽ hơi xa');
    await telegram.press('Tách ra');
    expect(await told(web, 'inbox_message')).not.toContain('lớp vẽ hơi xa');
    expect(await told(telegram, 'inbox_message')).toContain('lớp vẽ hơi xa');
    expect(await accountProblems(database)).toEqual([]);
  });

  it('does not join more learners than an account may have', async () => {
    const { person } = await start();
    const [web, telegram] = [person('web', 'w'), person('telegram', '7')];
    for (const one of [web, telegram]) {
      for (let n = 0; n < 4; n++) {
        await one.say('/nguoihoc');
        await one.press('Thêm người');
        await one.press('Ba mẹ');
        await one.say(`Cô Ba ${'ABCD'[n]}`);
      }
    }
    expect(await join(web, telegram)).toContain('quá 8 người học');
    expect((await web.exported())?.identity).toHaveLength(1);
  });

  it('puts a saved course back that was saved on both sides, and forgets one that left the catalogue', async () => {
    const { database, application, person } = await start();
    const [web, telegram] = [person('web', 'w'), person('telegram', '7')];
    await web.say('học may');
    await web.say('lưu 1');
    application.advance(60);
    await telegram.say('học may');
    await telegram.say('lưu 1');
    await telegram.say('học excel');
    await telegram.say('lưu 1');
    const before = [await told(web, 'course_mark'), await told(telegram, 'course_mark')];
    await join(web, telegram);
    expect((await web.exported())?.course_mark).toHaveLength(2);
    await database.db.execute(sql`delete from course where public_id = 'excel-co-ban'`);
    expect(await telegram.press('Tách ra')).toContain('Đã tách ra');
    expect(await told(web, 'course_mark')).toBe(before[0]);
    expect((await telegram.exported())?.course_mark).toHaveLength(1);
    expect(before[1]).toContain(JSON.stringify((await telegram.exported())?.course_mark).slice(1, -1));
  });

  it('lets the last word on a consent hold, and gives each side its own back', async () => {
    const { database, application, person } = await start();
    const [web, telegram] = [person('web', 'w'), person('telegram', '7')];
    await web.say('hi');
    await telegram.say('hi');
    const [keeper, joined] = [await learnerOf(database, web), await learnerOf(database, telegram)];
    const give = (learnerId: number, purpose: 'announcements' | 'reminders' | 'research', minute: number) =>
      giveConsent(database.db, {
        learnerId,
        purpose,
        text: 'Mình gửi bạn tin mới nhé?',
        textVersion: '1',
        locale: 'vi',
        channel: 'web',
        turnId: 1,
        at: new Date(application.time.now.getTime() + minute * 60_000),
      });
    // Announcements: yes on both. Reminders: yes here, a later no there. Research: no here, a later yes there.
    await give(keeper, 'announcements', -9);
    await give(joined, 'announcements', -8);
    await give(keeper, 'reminders', -9);
    await give(joined, 'reminders', -9);
    await withdrawConsent(database.db, joined, ['reminders'], new Date(application.time.now.getTime() - 60_000));
    await give(keeper, 'research', -9);
    await withdrawConsent(database.db, keeper, ['research'], new Date(application.time.now.getTime() - 5 * 60_000));
    await give(joined, 'research', -1);
    const before = [await told(web, 'consent'), await told(telegram, 'consent')];
    await join(web, telegram);
    expect(Object.keys(await consentsOf(database.db, keeper)).sort()).toEqual(['announcements', 'research']);
    await telegram.press('Tách ra');
    expect([await told(web, 'consent'), await told(telegram, 'consent')]).toEqual(before);
  });

  it('puts a turn off that finds its account held again and again, and counts no failure', async () => {
    if (context.kind !== 'postgres') return;
    const { database, application, person } = await start();
    await person('web', 'w').say('hi');
    const failures: string[] = [];
    const conversations = createConversations({
      ...application.conversationsOptions,
      onFailure: ({ problem }) => failures.push(problem),
    });
    const web = chatPerson({ conversations, time: application.time }, 'web', 'w2');
    await web.say('hi');
    let release = (): void => {};
    const held = new Promise<void>((done) => {
      release = done;
    });
    const holding = await new Promise<{ over: Promise<void> }>((isHeld) => {
      const over = database.transaction(async (tx) => {
        await tx.execute(sql`select id from account for no key update`);
        isHeld({ over });
        await held;
      });
    });
    expect(await web.say('/ketnoi')).toBe('busy');
    expect(await web.say('học may')).toContain('may');
    release();
    await holding.over;
    expect(await web.say('/ketnoi')).toContain('/ketnoi');
    expect(failures).toEqual([]);
    expect(await count(database, 'turn_failure')).toBe(0);
  });
});

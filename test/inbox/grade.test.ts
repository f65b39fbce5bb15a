import { sql } from 'drizzle-orm';
import { expect, it, vi } from 'vitest';
import { deleteOldCaseTexts, inboxPersonalData } from '../../src/inbox/index.ts';
import { testApplication } from '../support/application.ts';
import { signIn } from '../support/console.ts';
import { describeDatabases } from '../support/databases.ts';
import { resident, textOf } from '../support/resident.ts';
import { addStaff, staffApi } from '../support/staff.ts';

vi.setConfig({ testTimeout: 120_000 });

describeDatabases('a grade that a learner disagrees with', (context) => {
  /** A learner who typed a wrong answer in their first lesson and disagrees. */
  async function disputed(chat = 'a', database?: Awaited<ReturnType<typeof context.database>>) {
    const opened = database ?? (await context.database());
    const application = await testApplication(opened);
    const person = resident(application, chat);
    for (const text of ['/bai', 'An toàn trên mạng', 'Bỏ qua, học từ đầu'])
      await (text.startsWith('/') ? person.say(text) : person.press(text));
    for (const text of ['3', 'tiếp', 'tiếp', 'tiếp', 'tiếp', '3', 'so vua goi, 0912 345 678']) await person.say(text);
    await person.press('Mình không đồng ý');
    return { database: opened, application, person };
  }

  const outbox = async (database: Awaited<ReturnType<typeof context.database>>) => {
    const { rows } = await database.db.execute<{ message: { text: unknown[] } }>(
      sql`select message from delivery where unique_key like 'inbox:%' order by id`,
    );
    return rows.map(({ message }) => JSON.stringify(message.text));
  };

  it('shows staff what was asked, answered without identifiers, and taken for right; not who', async () => {
    const { database, application } = await disputed();
    const { list, read } = staffApi(application.app, (await addStaff(database, 'viewer')).token);
    expect((await list('?kind=grade')).cases).toHaveLength(1);
    const { body } = await read(1);
    expect(body).toMatchObject({
      kind: 'grade',
      status: 'open',
      grade: {
        question: expect.stringContaining('Bạn lấy số điện thoại ở đâu'),
        accepted: expect.arrayContaining([expect.stringContaining('mặt sau thẻ')]),
        rubric: expect.any(String),
        verdict: 'wrong',
        lesson: { title: expect.any(String) },
      },
      messages: [{ from: 'person', text: expect.stringMatching(/^so vua goi/) }],
    });
    expect(JSON.stringify(body)).not.toMatch(/345 678|learner|"chat_id|attempt/);
    const partner = staffApi(application.app, (await addStaff(database, 'partner')).token);
    expect((await partner.read(1)).status).toBe(404);
  });

  it('is counted as right by whoever holds it, once; the learner is told and remembers it', async () => {
    const { database, application, person } = await disputed();
    const lan = staffApi(application.app, (await addStaff(database, 'editor', { displayName: 'Cô Lan' })).token);
    const minh = staffApi(application.app, (await addStaff(database, 'admin')).token);
    const codeOf = async (step: ReturnType<typeof lan.ask>) => (await step).body.error?.code;
    expect(await codeOf(lan.ask('POST', '/1/regrade', {}))).toBe('not_claimed');
    await lan.claim(1);
    expect(await codeOf(minh.ask('POST', '/1/regrade', {}))).toBe('claimed_by_other');
    const body = { text: 'Số vừa gọi đã lưu trong máy cũng được.' };
    const answers = await Promise.all([lan.ask('POST', '/1/regrade', body), lan.ask('POST', '/1/regrade', body)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[0]?.body).toMatchObject({ status: 'closed', closed_by: 'staff' });
    expect(await outbox(database)).toEqual([
      expect.stringMatching(/Cô Lan.*Về câu: .*Bạn trả lời đúng rồi.*Số vừa gọi đã lưu/),
    ]);
    const { rows } = await database.db.execute(sql`
      select outcome, reviews, last_unaided from attempt join item_memory using (learner_id, item) where attempt.answer is not null`);
    expect(rows).toEqual([{ outcome: 'right', reviews: 1, last_unaided: false }]);
    const audit = await database.db.execute(sql`
      select action, detail from audit where action = 'inbox.regrade'`);
    expect(audit.rows).toEqual([{ action: 'inbox.regrade', detail: { changed: true } }]);
    expect(textOf(await person.say('chấm sai rồi'))).toContain('Câu này mình chấm là đúng rồi');
  });

  it('stays as it is when staff explain why, and the same answer is not sent again', async () => {
    const { database, application, person } = await disputed();
    const { claim, close } = staffApi(application.app, (await addStaff(database, 'editor')).token);
    await claim(1);
    await close(1, 'Số vừa gọi dẫn bạn về đúng kẻ lừa đảo.');
    expect(await outbox(database)).toEqual([expect.stringMatching(/Về câu: .*đúng kẻ lừa đảo/)]);
    expect(textOf(await person.say('em không đồng ý'))).toContain('Nhân viên đã xem câu trả lời này rồi');
    const { rows } = await database.db.execute(sql`select 1 from inbox_case`);
    expect(rows).toHaveLength(1);
  });

  it('is told of also when it is closed without a word, and can be taken back and asked again', async () => {
    const { database, application, person } = await disputed();
    await person.say('/toi');
    const label = (await person.say('/toi'))
      .flatMap(({ choices }) => choices)
      .find(({ label: text }) => text.includes('nhờ xem lại'));
    await person.press(label?.label ?? '');
    await person.say('/bai');
    expect(textOf(await person.say('em không đồng ý'))).toContain('chuyển câu trả lời của bạn cho nhân viên');
    const { close } = staffApi(application.app, (await addStaff(database, 'editor')).token);
    await close(2);
    expect(await outbox(database)).toEqual([expect.stringContaining('giữ kết quả')]);
  });

  it('is worked on in the console', async () => {
    const { database, application } = await disputed();
    const { app, time } = application;
    const editor = await signIn(app, database, (await addStaff(database, 'editor')).id, time.now);
    expect((await editor.get('/console/inbox?kind=grade')).text).toContain('không đồng ý với kết quả chấm');
    await editor.post('/console/inbox/1/claim');
    const { text } = await editor.get('/console/inbox/1');
    for (const part of ['Bài học đã chấm: sai', 'Được tính là đúng', 'mặt sau thẻ', 'Đúng, mình sửa', 'Giữ kết quả'])
      expect(text, part).toContain(part);
    expect(text).not.toContain('Đóng, không trả lời');
    expect((await editor.post('/console/inbox/1/answer', { after: 'close', text: '' })).status).toBe(422);
    expect((await editor.post('/console/inbox/1/regrade', { text: 'a\u0007b' })).status).toBe(422);
    const done = await editor.follow(await editor.post('/console/inbox/1/regrade', { text: ' ' }));
    expect(done.text).toContain('Đã tính là đúng và báo cho người học');
    expect(await outbox(database)).toHaveLength(1);
    const viewer = await signIn(app, database, (await addStaff(database, 'viewer')).id, time.now);
    expect((await viewer.post('/console/inbox/1/regrade')).status).toBe(403);
  });

  it('is exported, forgotten in its words, merged into an open one of the same item, and erased', async () => {
    const { database, application } = await disputed();
    await disputed('b', database);
    const { rows: cases } = await database.db.execute<{ id: string; learner_id: string }>(
      sql`select id, learner_id from inbox_case order by id`,
    );
    const [mine, theirs] = cases.map(({ learner_id: id }) => Number(id));
    if (mine === undefined || theirs === undefined) throw new Error('two cases');
    const exported = await database.transaction((tx) => inboxPersonalData.exportLearner(tx, mine));
    expect(exported.inbox_case).toMatchObject([{ kind: 'grade', question: expect.stringContaining('số điện thoại') }]);
    const moved = await database.transaction((tx) => inboxPersonalData.mergeLearners(tx, mine, theirs));
    const of = async (learner: number) => {
      const { rows } = await database.db.execute(sql`
        select inbox_case.id, count(*)::int as messages from inbox_case join inbox_message on case_id = inbox_case.id
        where learner_id = ${learner} group by 1 order by 1`);
      return rows;
    };
    expect(await of(theirs)).toEqual([{ id: cases[1]?.id, messages: 2 }]);
    await database.transaction((tx) => inboxPersonalData.unmergeLearners(tx, moved, mine, theirs));
    expect([await of(mine), await of(theirs)]).toEqual(cases.map(({ id }) => [{ id, messages: 1 }]));
    const { close } = staffApi(application.app, (await addStaff(database, 'editor')).token);
    await close(1);
    expect(await deleteOldCaseTexts(database.db, new Date(application.time.now.getTime() + 1))).toEqual({ deleted: 1 });
    await database.transaction((tx) => inboxPersonalData.eraseLearner(tx, mine));
    expect((await database.db.execute(sql`select learner_id from inbox_case`)).rows).toEqual([
      { learner_id: String(theirs) },
    ]);
  });
});

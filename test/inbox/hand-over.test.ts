import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Database } from '../../src/database/index.ts';
import { deleteOldCaseTexts, expireCases, inboxPersonalData, openReport } from '../../src/inbox/index.ts';
import { type TestApplication, testApplication } from '../support/application.ts';
import { describeDatabases } from '../support/databases.ts';
import { handOver, type Resident, resident, textOf } from '../support/resident.ts';
import { addStaff, staffApi } from '../support/staff.ts';

const hour = 3600;

/** Runs one job, as its runner would. */
async function runJob(application: TestApplication, name: string): Promise<Readonly<Record<string, number>>> {
  const job = application.workerJobs.find((each) => each.name === name);
  if (job === undefined) throw new Error(`There is no job ${name}.`);
  return job.run();
}

/** The newest of what came to the page by itself. */
async function newestText(application: TestApplication, chat: string): Promise<string> {
  await runJob(application, 'web sender');
  const later = await application.conversations.laterRepliesFor('web', [{ chat, afterId: '0' }]);
  const newest = later.at(-1)?.reply.message;
  return newest === undefined ? '' : textOf([newest]);
}

async function cases(database: Database) {
  const { rows } = await database.db.execute<Record<string, unknown>>(sql`
    select kind, status, closed_by, reasons, course_id from inbox_case order by id`);
  return rows;
}

async function asked(context: { database(): Promise<Database> }): Promise<{
  database: Database;
  application: TestApplication;
  person: Resident;
  staff: ReturnType<typeof staffApi>;
}> {
  const database = await context.database();
  const application = await testApplication(database);
  const person = resident(application, 'a');
  await handOver(person, 'lớp may có nhận người lớn tuổi không ạ');
  const { token } = await addStaff(database, 'editor', { displayName: 'Cô Lan' });
  return { database, application, person, staff: staffApi(application.app, token) };
}

describeDatabases('a hand-over', (context) => {
  it('brings the answer with the name that residents may see, never the e-mail, and the way to reply', async () => {
    const { application, staff } = await asked(context);
    await staff.claim(1);
    await staff.answer(1, 'Dạ có ạ, lớp nhận mọi lứa tuổi.');
    expect(await newestText(application, 'a')).toBe('👤 Cô Lan (nhân viên) trả lời:\nDạ có ạ, lớp nhận mọi lứa tuổi.');
    const nameless = await addStaff(await context.database(), 'admin');
    const admin = staffApi(application.app, nameless.token);
    await admin.release(1);
    await admin.claim(1);
    await admin.answer(1, 'Bạn đến thứ hai nhé.');
    expect(await newestText(application, 'a')).toBe('👤 Nhân viên trả lời:\nBạn đến thứ hai nhé.');
  });

  it('keeps the companion back, which confirms once and once more after an answer', async () => {
    const { application, person, staff } = await asked(context);
    application.advance(60);
    expect(textOf(await person.say('học guitar ở đâu'))).toContain('chuyển tin này cho nhân viên');
    application.advance(60);
    expect(textOf(await person.say('còn học phí nữa'))).toBe('✓ Đã chuyển cho nhân viên.');
    application.advance(60);
    await staff.claim(1);
    await staff.answer(1, 'Học phí 300.000đ ạ');
    application.advance(60);
    expect(textOf(await person.say('cảm ơn cô'))).toContain('chuyển tin này cho nhân viên');
    const { messages } = (await staff.read(1)).body;
    expect(messages.map(({ text }) => text)).toEqual([
      'lớp may có nhận người lớn tuổi không ạ',
      'học guitar ở đâu',
      'còn học phí nữa',
      'Học phí 300.000đ ạ',
      'cảm ơn cô',
    ]);
  });

  it('is silent on a bot after the first confirmation', async () => {
    const database = await context.database();
    const application = await testApplication(database);
    let serial = 0;
    const say = async (text: string) => {
      const result = await application.conversations.takeTurn({
        channel: 'telegram',
        updateKey: String(serial++),
        chat: '7',
        person: '7',
        receivedAt: application.time.now,
        content: { kind: 'text', text },
      });
      return result.kind === 'answered' ? result.replies.map(({ message }) => message) : [];
    };
    await say('/nguoithat lớp may ở đâu');
    await say('chỉ gửi câu hỏi');
    expect(textOf(await say('em ở Thủ Đức'))).toContain('chuyển tin này');
    expect(await say('lớp tối nha')).toEqual([]);
    expect(textOf(await say('/giup'))).toContain('/nguoithat');
  });

  it('gives the word back to the companion when staff close it, and tells the person', async () => {
    const { application, person, staff } = await asked(context);
    await staff.close(1);
    expect(await newestText(application, 'a')).toContain('Nhân viên đã khép lại');
    application.advance(60);
    expect(textOf(await person.say('học guitar'))).toContain('guitar');
    expect(textOf(await person.say('/toi'))).not.toContain('chỗ nhân viên');
  });

  it('ends after two days without an answer with an apology and the way on', async () => {
    const { database, application, person, staff } = await asked(context);
    application.advance(48 * hour - 1);
    expect(await runJob(application, 'inbox')).toEqual({ unanswered: 0, quiet: 0 });
    application.advance(1);
    expect(await runJob(application, 'inbox')).toEqual({ unanswered: 1, quiet: 0 });
    expect(await runJob(application, 'inbox')).toEqual({ unanswered: 0, quiet: 0 });
    expect(await newestText(application, 'a')).toContain('Mình xin lỗi, hai ngày rồi');
    expect(await cases(database)).toMatchObject([{ status: 'closed', closed_by: 'unanswered' }]);
    expect((await staff.claim(1)).status).toBe(409);
    application.advance(60);
    expect(textOf(await person.say('học guitar'))).toContain('guitar');
  });

  it('ends quietly a week after an answer to which nobody said anything', async () => {
    const { database, application, staff } = await asked(context);
    await staff.claim(1);
    await staff.answer(1, 'Có bạn nhé');
    application.advance(7 * 24 * hour - 1);
    expect(await runJob(application, 'inbox')).toEqual({ unanswered: 0, quiet: 0 });
    application.advance(1);
    expect(await runJob(application, 'inbox')).toEqual({ unanswered: 0, quiet: 1 });
    expect(await newestText(application, 'a')).toContain('Có bạn nhé');
    expect(await cases(database)).toMatchObject([{ status: 'closed', closed_by: 'quiet' }]);
  });

  it('ends many in batches', async () => {
    const database = await context.database();
    const application = await testApplication(database);
    for (const chat of ['a', 'b', 'c']) await handOver(resident(application, chat), 'câu hỏi');
    application.advance(48 * hour);
    const words = { answer: silent, closed: silent, unanswered: silent };
    const options = { now: application.time.now, words, onMessage: () => undefined, limit: 2 };
    expect(await expireCases(database, options)).toEqual({ unanswered: 2, quiet: 0 });
    expect(await expireCases(database, options)).toEqual({ unanswered: 1, quiet: 0 });
  });

  it('takes back what was sent when the person asks for it', async () => {
    const { database, person, staff } = await asked(context);
    await person.say('/toi');
    await person.press('Rút: câu hỏi ngày 24/11/2026');
    expect((await staff.read(1)).body).toMatchObject({ status: 'closed', closed_by: 'withdrawn', messages: [] });
    expect(await cases(database)).toHaveLength(1);
  });

  it('goes on while the conversation turns to the person’s child', async () => {
    const { database, application, person } = await asked(context);
    await database.db.execute(sql`
      with child as (insert into learner (account_id, relation) select account_id, 'child' from conversation returning id)
      update conversation set learner_id = child.id from child`);
    application.advance(60);
    expect(textOf(await person.say('con em học lớp 5 ạ'))).toContain('chuyển tin này cho nhân viên');
    await person.say('/toi');
    expect(textOf(await person.press('Rút: câu hỏi ngày 24/11/2026'))).toContain('Đã rút lại');
  });

  it('is nobody else’s to take back or to write to', async () => {
    const { database, application } = await asked(context);
    const other = resident(application, 'b');
    await handOver(other, 'chuyện khác');
    await database.db.execute(
      sql`update conversation set state = jsonb_set(state, '{withStaff,caseId}', '1') where chat = 'b'`,
    );
    expect(textOf(await other.say('học guitar'))).toContain('guitar');
    const { rows } = await database.db.execute(sql`select 1 from inbox_message where case_id = 1`);
    expect(rows).toHaveLength(1);
  });
});

const silent = () => ({ text: ['…'], choices: [] });

describeDatabases('reports and feedback', (context) => {
  it('make one case a course, however often the buttons are pressed, and reach the person', async () => {
    const database = await context.database();
    const application = await testApplication(database);
    const person = resident(application, 'a');
    const report = async (reason: string) => {
      await person.say('sửa xe máy');
      await person.press('Xem chi tiết 1');
      await person.press('Báo thông tin sai');
      await person.press(reason);
      application.advance(60);
    };
    await report('Sai học phí');
    await report('Sai học phí');
    await report('Lớp này không còn');
    expect(await cases(database)).toEqual([
      {
        kind: 'wrong_information',
        status: 'open',
        closed_by: null,
        reasons: ['price', 'gone'],
        course_id: 'sua-xe-may',
      },
    ]);
    const staff = staffApi(application.app, (await addStaff(database, 'editor')).token);
    await staff.claim(1);
    await staff.close(1, 'Cảm ơn bạn, bên mình đã sửa học phí.');
    expect(await newestText(application, 'a')).toContain('đã sửa học phí');
    // What is reported after that is a new matter.
    await report('Sai học phí');
    expect(await cases(database)).toHaveLength(2);
  });

  it('ask what “something else” is', async () => {
    const database = await context.database();
    const application = await testApplication(database);
    const person = resident(application, 'a');
    await person.say('sửa xe máy');
    await person.press('Xem chi tiết 1');
    await person.press('Báo thông tin sai');
    expect(textOf(await person.press('Điều khác'))).toContain('kể trong một tin');
    await person.say('giáo viên đã đổi');
    const staff = staffApi(application.app, (await addStaff(database, 'viewer')).token);
    expect((await staff.read(1)).body).toMatchObject({ reasons: ['other'], messages: [{ text: 'giáo viên đã đổi' }] });
  });

  it('take the same words twice as one', async () => {
    const database = await context.database();
    const person = resident(await testApplication(database), 'a');
    await person.say('/gopy chữ nhỏ quá');
    await person.say('góp ý: chữ nhỏ quá');
    await person.say('góp ý: nên có giọng đọc');
    expect(await cases(database)).toHaveLength(2);
  });

  it('let the person go on with staff after an answer', async () => {
    const database = await context.database();
    const application = await testApplication(database);
    const person = resident(application, 'a');
    await person.say('/gopy chữ nhỏ quá');
    const staff = staffApi(application.app, (await addStaff(database, 'editor')).token);
    await staff.claim(1);
    await staff.answer(1, 'Bạn dùng điện thoại gì ạ?');
    application.advance(60);
    expect(textOf(await person.say('/nguoithat'))).toContain('đang ở chỗ nhân viên');
    await person.say('máy cũ lắm, màn hình nhỏ');
    expect((await staff.read(1)).body.messages.at(-1)).toMatchObject({
      from: 'person',
      text: 'máy cũ lắm, màn hình nhỏ',
    });
  });
});

describeDatabases('what the inbox keeps', (context) => {
  it('loses the words of closed cases after ninety days and keeps that they were', async () => {
    const { database, application, staff } = await asked(context);
    await handOver(resident(application, 'b'), 'câu hỏi còn mở');
    await staff.close(1);
    const closed = application.time.now;
    expect(await deleteOldCaseTexts(database.db, closed)).toEqual({ deleted: 0 });
    application.advance(90 * 24 * hour + 1);
    expect(await runJob(application, 'retention')).toMatchObject({ caseTexts: 1 });
    const { rows } = await database.db.execute(sql`select text from inbox_message`);
    expect(rows).toEqual([{ text: 'câu hỏi còn mở' }]);
    expect(await cases(database)).toHaveLength(2);
  });

  it('goes over to the person two learners turn out to be, two reports of one course as one', async () => {
    const database = await context.database();
    const application = await testApplication(database);
    for (const chat of ['a', 'b']) {
      await resident(application, chat).say(`/gopy góp ý của ${chat}`);
      await handOver(resident(application, `${chat}2`), 'x');
    }
    const { rows } = await database.db.execute<{ learner_id: number; id: number }>(
      sql`select learner_id::int, id::int from conversation where chat in ('a', 'b') order by id`,
    );
    const [into, from] = rows;
    if (into === undefined || from === undefined) throw new Error('two conversations');
    for (const { learner_id: learnerId, id: conversationId } of rows) {
      const opener = { learnerId, conversationId, locale: 'vi', at: application.time.now } as const;
      const key = await database.db.execute<{ id: string }>(sql`select id from course where public_id = 'guitar'`);
      const caseId = await openReport(database.db, opener, Number(key.rows[0]?.id), 'gone');
      await database.db.execute(sql`
        insert into inbox_message (case_id, author, text, said_at) values (${caseId ?? 0}, 'person', ${`lời của ${learnerId}`}, now())`);
    }
    await database.transaction((tx) => inboxPersonalData.mergeLearners(tx, from.learner_id, into.learner_id));
    const left = await database.db.execute<{ kind: string; count: number }>(sql`
      select kind, count(inbox_message.id)::int as count from inbox_case join inbox_message on case_id = inbox_case.id
      where learner_id = ${into.learner_id} group by kind, inbox_case.id order by kind`);
    expect(left.rows).toEqual([
      { kind: 'feedback', count: 1 },
      { kind: 'feedback', count: 1 },
      { kind: 'wrong_information', count: 2 },
    ]);
  });
});

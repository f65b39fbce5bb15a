import { sql } from 'drizzle-orm';
import { expect, it, vi } from 'vitest';
import { testApplication } from '../support/application.ts';
import { signIn } from '../support/console.ts';
import { describeDatabases } from '../support/databases.ts';
import { addStaff } from '../support/staff.ts';

vi.setConfig({ testTimeout: 120_000 });

describeDatabases('the AI tutor in the console', ({ database: open }) => {
  it('says that no model is connected, and how to connect one', async () => {
    const database = await open();
    const { app, time } = await testApplication(database);
    const viewer = await signIn(app, database, (await addStaff(database, 'viewer')).id, time.now);
    const { text } = await viewer.get('/console/tutor');
    expect(text).toContain('Chưa nối mô hình AI nào');
    expect(text).toContain('Chưa ai hỏi gia sư AI');
  });

  it('shows questions, seconds, cost and reasons, and no words of anybody', async () => {
    const database = await open();
    const application = await testApplication(database, {
      OPENAI_API_KEY: 'k',
      OPENAI_MODEL: 'mau-1',
    });
    const { app, time, conversations } = application;
    await conversations.takeTurn({
      channel: 'web',
      updateKey: '1',
      chat: 'anna',
      person: 'anna',
      receivedAt: time.now,
      content: { kind: 'text', text: 'chào' },
    });
    const before = (seconds: number) => new Date(time.now.getTime() - seconds * 1000);
    for (const [id, outcome, seconds] of [
      [1, 'model', 2],
      [2, 'model', 4],
      [3, 'timeout', 20],
    ] as const)
      await database.db.execute(sql`
        insert into tutor_message (learner_id, question_id, author, text, outcome, said_at, expires_at)
        select id, ${id}, author, 'lời riêng', case author when 'tutor' then ${outcome} end,
          case author when 'tutor' then ${time.now}::timestamptz else ${before(seconds)}::timestamptz end, ${time.now}
        from learner cross join (values ('learner'), ('tutor')) as who (author)`);
    await database.db.execute(
      sql`insert into tutor_spending (day, questions, tokens, micro_usd) values ('2026-11-24', 3, 3000, 1250000)`,
    );
    const viewer = await signIn(app, database, (await addStaff(database, 'viewer')).id, time.now);
    const { text } = await viewer.get('/console/tutor');
    expect(text).toContain('1.25 trên 5.00 đô la');
    expect(text).toContain('24/11/2026');
    expect(text).toMatch(/4\.0 \/ 18\.4/);
    expect(text).toContain('Mô hình trả lời quá chậm');
    expect(text).not.toContain('lời riêng');
    await application.stop();
  });
});

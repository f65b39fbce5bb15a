import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { testApplication } from '../support/application.ts';
import { describeDatabases } from '../support/databases.ts';
import { resident, textOf } from '../support/resident.ts';

const codeIn = (text: string): string => /[A-Z]{4}-[A-Z]{4}/.exec(text)?.[0] ?? '';

describeDatabases('another one who runs a class', (context) => {
  it('is told to each who learns in it, once, and by day', async () => {
    const database = await context.database();
    const application = await testApplication(database, { QUIET_HOURS: '21:30-07:00' });
    const [teacher, colleague] = [resident(application, 'hoa'), resident(application, 'nam')];
    await teacher.say('mở lớp');
    await teacher.say('Tổ dân phố 5');
    await teacher.press('An toàn trên mạng');
    const code = codeIn(textOf(await teacher.say('Cô Hoa')));
    for (const name of ['a', 'b']) {
      const learner = resident(application, name);
      await learner.say(`/lop ${code}`);
      await learner.press('Đồng ý, vào lớp');
    }
    await teacher.say('/lop');
    await teacher.press('Xem Tổ dân phố 5');
    await teacher.press('Cùng phụ trách, giao lớp');
    const key = codeIn(textOf(await teacher.press('Mời một người phụ trách')));
    // Half past ten in the evening of the city: nobody is woken.
    application.time.now = new Date('2026-11-24T15:30:00Z');
    await colleague.say(`/lop ${key}`);
    await colleague.say('Thầy Nam');
    const { rows } = await database.db.execute<{ chat: string; text: string; due_at: string }>(sql`
      select chat, message -> 'text' ->> 0 as text, due_at from delivery where unique_key like '%:told:%' order by chat`);
    expect(rows.map(({ chat, text }) => [chat, text.split('.')[0]])).toEqual([
      ['a', 'Lớp “Tổ dân phố 5” có thêm người phụ trách: Thầy Nam'],
      ['b', 'Lớp “Tổ dân phố 5” có thêm người phụ trách: Thầy Nam'],
      ['hoa', 'Thầy Nam đang cùng bạn phụ trách lớp “Tổ dân phố 5” và thấy tiến độ của lớp'],
    ]);
    expect(new Set(rows.map(({ due_at }) => new Date(due_at).toISOString()))).toEqual(
      new Set(['2026-11-25T00:00:00.000Z']),
    );
    // Whoever joins now agrees to both.
    const joining = textOf(await resident(application, 'c').say(`/lop ${code}`));
    expect(joining).toContain('Người phụ trách: Cô Hoa và Thầy Nam');
  });
});

import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { testApplication } from '../support/application.ts';
import { signIn } from '../support/console.ts';
import { describeDatabases } from '../support/databases.ts';
import { resident, textOf } from '../support/resident.ts';
import { addStaff } from '../support/staff.ts';

describeDatabases('a case of danger', (context) => {
  it('tells staff of somebody once in 48 hours, without a word of what was written, and looks at it are noted', async () => {
    const database = await context.database();
    const application = await testApplication(database);
    const person = resident(application, 'a');
    await person.say('em không muốn sống nữa, em tên Hạnh');
    application.advance(3600);
    await person.say('chồng đánh em hoài');
    const cases = async () =>
      (await database.db.execute(sql`select kind, status, reasons from inbox_case order by id`)).rows;
    expect(await cases()).toEqual([{ kind: 'danger', status: 'open', reasons: [] }]);
    expect((await database.db.execute(sql`select 1 from inbox_message`)).rows).toEqual([]);

    const editor = await signIn(
      application.app,
      database,
      (await addStaff(database, 'editor')).id,
      application.time.now,
    );
    const { text } = await editor.get('/console/inbox/1');
    expect(text).toContain('Một người có dấu hiệu nguy hiểm');
    expect(text).not.toContain('Hạnh');
    const { rows } = await database.db.execute(sql`select action from audit where action like 'inbox.%'`);
    expect(rows).toEqual([{ action: 'inbox.read_danger' }]);

    // The person did not open it: it is not among what they asked.
    expect(textOf(await person.say('/toi'))).not.toContain('nguy hiểm');
    application.advance(48 * 3600);
    await person.say('em không muốn sống nữa');
    expect(await cases()).toHaveLength(2);
  });

  it('is not opened by what is only asked after, unless the person says that they need help', async () => {
    const database = await context.database();
    const person = resident(await testApplication(database), 'a');
    const count = async () => (await database.db.execute(sql`select 1 from inbox_case`)).rows.length;
    await person.say('tu tu');
    expect(await count()).toBe(0);
    await person.press('Mình cần giúp');
    expect(await count()).toBe(1);
  });
});

describeDatabases('a reminder that waits to be sent', (context) => {
  it.each(['em không muốn sống nữa', 'tu tu', '/nguoithat chồng đánh em hoài'])(
    'is not sent after “%s”',
    async (said) => {
      const database = await context.database();
      const application = await testApplication(database);
      const [person, other] = [resident(application, 'a'), resident(application, 'b')];
      for (const each of [person, other]) await each.say('xin chào');
      await database.db.execute(sql`
      insert into delivery (unique_key, channel, chat, conversation_id, learner_id, lane, status, via, message, due_at, created_at, purpose)
      select 'reminder:' || chat, 'telegram', chat, id, learner_id, 1, 'pending', 'sender', '{"text":["Học nhé"],"choices":[]}', updated_at,
        updated_at, 'reminders' from conversation`);
      await person.say(said);
      const { rows } = await database.db.execute(sql`
      select chat, status, error_code as why from delivery where purpose = 'reminders' order by chat`);
      expect(rows).toEqual([
        { chat: 'a', status: 'skipped', why: 'calm' },
        { chat: 'b', status: 'pending', why: null },
      ]);
    },
  );
});

describeDatabases('help lines', (context) => {
  it('are those that staff show; with none shown the three emergency numbers stand', async () => {
    const database = await context.database();
    const person = resident(await testApplication(database), 'a');
    await database.db.execute(sql`update help_line set is_shown = number in ('115', '1900 1267')`);
    const suicide = textOf(await person.say('em không muốn sống nữa'));
    expect(suicide).toContain('• 1900 1267 – Bệnh viện Tâm thần Thành phố, có tính cước');
    expect(suicide).not.toContain('111');
    expect(textOf(await person.say('chồng đánh em hoài'))).not.toContain('1900 1267');
    await database.db.execute(sql`update help_line set is_shown = false`);
    expect(textOf(await person.say('em không muốn sống nữa'))).toContain('• 111 – bảo vệ trẻ em');
  });
});

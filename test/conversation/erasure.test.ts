import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { personalDataOwners } from '../../src/application.ts';
import { eraseDueAccounts } from '../../src/conversation/index.ts';
import type { Database } from '../../src/database/index.ts';
import type { Choice } from '../../src/message/index.ts';
import { type TestApplication, testApplication } from '../support/application.ts';
import { describeDatabases } from '../support/databases.ts';

async function count(database: Database, table: string): Promise<number> {
  const { rows } = await database.db.execute<{ count: string }>(sql`select count(*) from ${sql.identifier(table)}`);
  return Number(rows[0]?.count);
}

/** A person on a platform who talks to the program. */
function person(application: TestApplication, chat: string) {
  let serial = 0;
  return async (content: { text: string } | { press: Choice }): Promise<readonly Choice[]> => {
    const result = await application.conversations.takeTurn({
      channel: 'telegram',
      updateKey: `${chat}:${serial++}`,
      chat,
      person: chat,
      receivedAt: application.time.now,
      content: 'text' in content ? { kind: 'text', text: content.text } : { kind: 'choice', choice: content.press.id },
    });
    if (result.kind !== 'answered') throw new Error(`The turn ended as ${result.kind}`);
    return result.replies.flatMap(({ message }) => message.choices);
  };
}

describeDatabases('an erasure planned for tomorrow', (context) => {
  async function planned() {
    const database = await context.database();
    const application = await testApplication(database);
    const run = () =>
      eraseDueAccounts({ database, clock: () => application.time.now, personalData: personalDataOwners });
    const [anna, binh] = [person(application, 'anna'), person(application, 'binh')];
    await binh({ text: 'học guitar' });
    await anna({ text: 'học guitar' });
    await anna({ text: 'em ở Thủ Đức' });
    const asked = await anna({ text: '/xoa' });
    const yes = asked.find(({ label }) => label === 'Xóa hết');
    if (yes === undefined) throw new Error('not offered');
    const [keep] = await anna({ press: yes });
    if (keep === undefined) throw new Error('no way back');
    return { database, application, run, anna, keep };
  }

  it('happens when the day is over, whole, once, and leaves other people alone', async () => {
    const { database, application, run } = await planned();
    application.advance(24 * 3600 - 1);
    expect(await run()).toEqual({ due: 0, erased: 0 });
    application.advance(1);
    expect(await run()).toEqual({ due: 1, erased: 1 });
    expect(await run()).toEqual({ due: 0, erased: 0 });
    expect(await count(database, 'learner')).toBe(1);
    expect(await count(database, 'profile_fact')).toBe(0);
    const { rows } = await database.db.execute(
      sql`select learner_id, conversation_id, forget from delivery where chat = 'anna'`,
    );
    expect(rows, 'only the last word, which goes without a trace').toEqual([
      { learner_id: null, conversation_id: null, forget: true },
    ]);
  });

  it('does not happen when the person kept everything', async () => {
    const { database, application, run, anna, keep } = await planned();
    application.advance(3600);
    await anna({ press: keep });
    application.advance(24 * 3600);
    expect(await run()).toEqual({ due: 0, erased: 0 });
    expect(await count(database, 'learner')).toBe(2);
  });

  it('starts the person afresh when they write again', async () => {
    const { database, application, run, anna } = await planned();
    application.advance(24 * 3600);
    await run();
    await anna({ text: 'học excel' });
    expect(await count(database, 'learner')).toBe(2);
    const { rows } = await database.db.execute<{ topic: string }>(sql`select topic from wish order by id`);
    expect(rows.map(({ topic }) => topic)).toEqual(['guitar', 'excel']);
  });
});

describeDatabases('a message that goes on with a conversation erased meanwhile', (context) => {
  it('makes no new one and leaves nothing', async () => {
    const database = await context.database();
    const application = await testApplication(database);
    const result = await application.conversations.takeTurn({
      channel: 'web',
      updateKey: 'late',
      chat: 'gone',
      person: 'gone',
      receivedAt: application.time.now,
      content: { kind: 'text', text: 'học vẽ' },
      goesOn: true,
    });
    expect(result).toEqual({ kind: 'conversation_gone' });
    for (const table of ['turn', 'account', 'conversation', 'turn_failure'])
      expect(await count(database, table)).toBe(0);
  });
});

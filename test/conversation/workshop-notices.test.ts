import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { tellNotices } from '../../src/conversation/index.ts';
import type { Database } from '../../src/database/index.ts';
import { findOrCreatePerson } from '../../src/learners/index.ts';
import { cancelWorkshop, register } from '../../src/workshops/index.ts';
import { type TestApplication, testApplication } from '../support/application.ts';
import { describeDatabases } from '../support/databases.ts';
import { resident } from '../support/resident.ts';
import { addWorkshop, at, morning } from '../support/workshops.ts';

describeDatabases('notices of workshops', (context) => {
  /** Somebody registered for a workshop that was then called off, two hours after their last word. */
  async function scene(): Promise<{ database: Database; application: TestApplication }> {
    const database = await context.database();
    const application = await testApplication(database);
    await resident(application, 'an').say('xin chào');
    const { learnerId } = await findOrCreatePerson(database.db, 'web', 'an');
    const { key } = await addWorkshop(database);
    await database.transaction((tx) => register(tx, { workshopKey: key, learnerId, now: morning }));
    application.advance(2 * 3600);
    const moment = at(application.time.now);
    await database.transaction((tx) => cancelWorkshop(tx, key, undefined, moment, { staffId: undefined }));
    return { database, application };
  }

  const outbox = async (database: Database): Promise<unknown[]> => {
    const { rows } = await database.db.execute(
      sql`select message #>> '{text,0}' as text from delivery where turn_id is null order by id`,
    );
    return rows.map(({ text }) => text);
  };
  const cancelled = expect.stringContaining('“Dùng Zalo an toàn” (Chủ nhật 29/11, 10:00–12:00) đã hủy');

  it('are told once, however often and by however many it is run', async () => {
    const { database, application } = await scene();
    const { conversationsOptions } = application;
    await Promise.all([tellNotices(conversationsOptions), tellNotices(conversationsOptions)]);
    expect(await tellNotices(conversationsOptions)).toMatchObject({ due: 0, told: 0 });
    expect(await outbox(database)).toEqual([cancelled]);
  });

  it('are told by the next run when one was killed before it ended', async () => {
    const { database, application } = await scene();
    const { conversationsOptions } = application;
    const killed = {
      ...conversationsOptions,
      database: {
        ...database,
        transaction: (async (work: Parameters<Database['transaction']>[0]) =>
          database.transaction(async (...given) => {
            await work(...given);
            throw new Error('killed');
          })) as Database['transaction'],
      },
    };
    await expect(tellNotices(killed)).rejects.toThrow('killed');
    expect(await outbox(database)).toEqual([]);
    expect(await tellNotices(conversationsOptions)).toMatchObject({ due: 1, told: 1 });
    expect(await outbox(database)).toEqual([cancelled]);
  });

  it('wait for nobody to be reachable and are told when somebody is again', async () => {
    const { database, application } = await scene();
    await database.db.execute(sql`update identity set unreachable_since = now()`);
    expect(await tellNotices(application.conversationsOptions)).toMatchObject({ due: 1, unreachable: 1 });
    await database.db.execute(sql`update identity set unreachable_since = null`);
    expect(await tellNotices(application.conversationsOptions)).toMatchObject({ told: 1 });
    expect(await outbox(database)).toEqual([cancelled]);
  });
});

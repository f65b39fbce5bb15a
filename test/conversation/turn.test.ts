import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { createConversations } from '../../src/conversation/index.ts';
import type { Database } from '../../src/database/index.ts';
import { createSender } from '../../src/delivery/index.ts';
import type { InboundMessage } from '../../src/message/index.ts';
import { testApplication } from '../support/application.ts';
import { describeDatabases } from '../support/databases.ts';

function text(chat: string, key: string, words: string): InboundMessage {
  return {
    channel: 'web',
    updateKey: `${chat}:${key}`,
    chat,
    person: chat,
    receivedAt: new Date('2026-11-24T03:00:00Z'),
    content: { kind: 'text', text: words },
  };
}

async function count(database: Database, table: string): Promise<number> {
  const { rows } = await database.db.execute<{ count: string }>(sql`select count(*) from ${sql.identifier(table)}`);
  return Number(rows[0]?.count);
}

describeDatabases('turn', (context) => {
  it('answers an update once, however often and however parallel it comes', async () => {
    const database = await context.database();
    const { conversations } = await testApplication(database);
    const results = await Promise.all(
      Array.from({ length: 8 }, () => conversations.takeTurn(text('a', '1', 'học guitar'))),
    );
    const replies = results.map((result) =>
      result.kind === 'answered' ? result.replies.map((r) => r.id) : result.kind,
    );
    expect(new Set(replies.map(String)).size).toBe(1);
    expect(results.filter((result) => result.kind === 'answered' && !result.repeated)).toHaveLength(1);
    expect(await count(database, 'turn')).toBe(1);
    expect(await count(database, 'delivery')).toBe(1);
  });

  it('makes one conversation and one account of many first messages at once', async () => {
    const database = await context.database();
    const { conversations } = await testApplication(database);
    await Promise.all(Array.from({ length: 6 }, (_, n) => conversations.takeTurn(text('a', String(n), 'học nấu ăn'))));
    expect(await count(database, 'conversation')).toBe(1);
    expect(await count(database, 'account')).toBe(1);
    expect(await count(database, 'learner')).toBe(1);
    expect(await count(database, 'turn')).toBe(6);
  });

  it('answers 200 people at once or tells them to wait, and loses nobody it accepted', async () => {
    const database = await context.database();
    const { conversations } = await testApplication(database);
    const results = await Promise.all(
      Array.from({ length: 200 }, (_, n) => conversations.takeTurn(text(`p${n}`, '1', 'excel'))),
    );
    const answered = results.filter((result) => result.kind === 'answered').length;
    const busy = results.filter((result) => result.kind === 'busy').length;
    expect(answered + busy).toBe(200);
    expect(answered).toBeGreaterThan(0);
    expect(await count(database, 'conversation')).toBe(answered);
  });

  it('is committed with what it begins with, and is nothing where that says no', async () => {
    const database = await context.database();
    const { conversations } = await testApplication(database);
    const begin = (key: string, isRight: boolean) =>
      conversations.takeTurn(text('a', key, 'học guitar'), async (tx) => {
        await tx.execute(sql`insert into secret (name, value) values (${key}, 'x')`);
        return isRight;
      });
    const held = async (): Promise<[turns: number, begun: number]> => [
      await count(database, 'turn'),
      (await database.db.execute(sql`select 1 from secret where value = 'x'`)).rows.length,
    ];
    expect(await begin('1', false)).toEqual({ kind: 'busy', retryAfterSeconds: 0 });
    expect(await held()).toEqual([0, 0]);
    expect(await begin('1', true)).toMatchObject({ kind: 'answered', repeated: false, hasBegun: true });
    expect(await held()).toEqual([1, 1]);
    // A repeat begins with nothing, and says so.
    expect(await begin('1', true)).not.toHaveProperty('hasBegun');
    expect(await held()).toEqual([1, 1]);
  });

  it('keeps no position that was shared, anywhere', async () => {
    const database = await context.database();
    const { conversations } = await testApplication(database);
    const message = text('a', '1', '');
    const content = { kind: 'place', ward: '26842', point: { latitude: 10.84943, longitude: 106.75371 } } as const;
    await conversations.takeTurn({ ...text('a', '0', '/diem') });
    expect(await conversations.takeTurn({ ...message, content })).toMatchObject({ kind: 'answered' });
    const { rows } = await database.db.execute<{ all: string }>(sql`
      select concat((select json_agg(turn)::text from turn), (select json_agg(conversation)::text from conversation),
        (select json_agg(delivery)::text from delivery), (select json_agg(profile_fact)::text from profile_fact)) as all`);
    expect(rows[0]?.all).toContain('26842');
    expect(rows[0]?.all).not.toMatch(/10\.849|106\.753/);
  });

  it('refuses a choice that was never offered and stores nothing of it', async () => {
    const database = await context.database();
    const { conversations } = await testApplication(database);
    await conversations.takeTurn(text('a', '1', 'excel'));
    const pressed = await conversations.takeTurn({
      ...text('a', '2', ''),
      content: { kind: 'choice', choice: 'd.1~AAAAAAAA' },
    });
    expect(pressed.kind).toBe('choice_never_offered');
    expect(await count(database, 'turn')).toBe(1);
  });

  it('does not take a choice offered to somebody else', async () => {
    const database = await context.database();
    const { conversations } = await testApplication(database);
    const mine = await conversations.takeTurn(text('a', '1', 'excel'));
    await conversations.takeTurn(text('b', '1', 'excel'));
    const id = mine.kind === 'answered' ? mine.replies[0]?.message.choices[0]?.id : undefined;
    const pressed = await conversations.takeTurn({
      ...text('b', '2', ''),
      content: { kind: 'choice', choice: id ?? '' },
    });
    expect(pressed.kind).toBe('choice_never_offered');
  });

  it('drops control and direction characters, keeps line breaks and emoji, and survives broken surrogates', async () => {
    const database = await context.database();
    const { conversations } = await testApplication(database);
    const dirty = 'học\u0000 \u202eguitar\n👩‍🏫 \ud800';
    expect((await conversations.takeTurn(text('a', '1', dirty))).kind).toBe('answered');
    const { rows } = await database.db.execute<{ content: { text: string } }>(sql`select content from turn`);
    expect(rows[0]?.content.text).toContain('học guitar\n👩');
    expect(rows[0]?.content.text).not.toMatch(/[\u0000\u202e]/);
  });

  it('withdraws an answer that has not left yet when the next bubble is understood together with it', async () => {
    const database = await context.database();
    const application = await testApplication(database);
    const conversations = createConversations({
      ...application.conversationsOptions,
      channels: {
        ...application.conversationsOptions.channels,
        web: { ...application.conversationsOptions.channels.web, answers: 'by_sender' },
      },
    });
    await conversations.takeTurn(text('a', '1', 'kế toán'));
    application.advance(1);
    await conversations.takeTurn(text('a', '2', 'buổi tối'));
    const { rows } = await database.db.execute<{ status: string }>(sql`select status from delivery order by id`);
    expect(rows.map((row) => row.status)).toEqual(['superseded', 'pending']);
    const seen: string[] = [];
    const sender = createSender({
      database,
      channel: {
        name: 'web',
        send: async (_message, chat) => {
          seen.push(chat);
          return { ok: true, platformMessageId: undefined };
        },
      },
      owner: 'one',
      clock: () => application.time.now,
      random: () => 0,
    });
    await sender.round();
    expect(seen).toEqual(['a']);
  });

  it('sets an update aside after five failed attempts and tells the person, with the number to quote', async () => {
    const database = await context.database();
    const application = await testApplication(database);
    const problems: number[] = [];
    const conversations = createConversations({
      ...application.conversationsOptions,
      finder: {
        ...application.finder,
        understand: () => {
          throw new Error('a fault of ours');
        },
      },
      onFailure: ({ attempts }) => problems.push(attempts),
    });
    const result = await conversations.takeTurn(text('a', '1', 'học guitar'));
    expect(problems).toEqual([1, 2, 3, 4, 5]);
    const reply = result.kind === 'answered' ? String(result.replies[0]?.message.text[0]) : '';
    expect(reply).toMatch(/trục trặc .*\(mã T\d+\)/);
    const { rows } = await database.db.execute<{ attempts: number; problem: string; set_aside_at: string | null }>(
      sql`select attempts, problem, set_aside_at from turn_failure`,
    );
    expect(rows).toMatchObject([{ attempts: 5, problem: 'a fault of ours' }]);
    expect(rows[0]?.set_aside_at).not.toBeNull();
  });

  it('shows the history of a conversation in its order, with what was pressed in words', async () => {
    const database = await context.database();
    const { conversations } = await testApplication(database);
    const first = await conversations.takeTurn(text('a', '1', 'học guitar'));
    const details =
      first.kind === 'answered'
        ? first.replies[0]?.message.choices.find((c) => c.label === 'Xem chi tiết 1')
        : undefined;
    await conversations.takeTurn({ ...text('a', '2', ''), content: { kind: 'choice', choice: details?.id ?? '' } });
    const history = await conversations.history('web', 'a', 10);
    expect(history.map((entry) => (entry.from === 'person' ? entry.text : 'answer'))).toEqual([
      'học guitar',
      'answer',
      'Xem chi tiết 1',
      'answer',
    ]);
    expect(await conversations.history('web', 'nobody', 10)).toEqual([]);
  });
});

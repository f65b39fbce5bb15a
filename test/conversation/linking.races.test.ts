import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { personalDataOwners } from '../../src/application.ts';
import { createConversations } from '../../src/conversation/index.ts';
import { createSender } from '../../src/delivery/index.ts';
import { finishLinks } from '../../src/learners/index.ts';
import type { ChannelName } from '../../src/message/index.ts';
import { accountProblems } from '../support/account-problems.ts';
import { testApplication } from '../support/application.ts';
import { type ChatPerson, chatPerson, codeIn } from '../support/chat-person.ts';
import { describeAllDatabases } from '../support/databases.ts';
import { watchedDatabase } from '../support/watched-database.ts';

describeAllDatabases('linking at the same moment', (context) => {
  // How often each race is run: the schedules differ by themselves. On one connection there is no same moment: turns take it in turn,
  // and the outcome must be as good.
  const rounds = context.kind === 'postgres' ? 6 : 1;

  async function start() {
    const raw = await context.database();
    const application = await testApplication(raw);
    const { database, states } = watchedDatabase(raw);
    const failures: string[] = [];
    const conversations = createConversations({
      ...application.conversationsOptions,
      database,
      onFailure: ({ problem }) => failures.push(problem),
    });
    let serial = 0;
    return {
      database: raw,
      application,
      /** Somebody who has written before. */
      async person(channel: ChannelName): Promise<ChatPerson> {
        const made = chatPerson({ conversations, time: application.time }, channel, `${channel}${serial++}`);
        await made.say('em ở Gò Vấp');
        return made;
      },
      async expectAllWell(): Promise<void> {
        expect(failures).toEqual([]);
        expect(states.filter((state) => state === '40P01' || state === '40001')).toEqual([]);
        expect(await accountProblems(raw)).toEqual([]);
      },
    };
  }

  async function identities(person: ChatPerson): Promise<number> {
    return (await person.exported())?.identity?.length ?? 0;
  }

  it('lets one of two win a code', async () => {
    const { person, expectAllWell } = await start();
    for (let round = 0; round < rounds; round++) {
      const [keeper, one, other] = [await person('web'), await person('telegram'), await person('zalo')];
      const code = await keeper.newCode();
      await Promise.all([one, other].map((each) => each.say(`/ketnoi ${code}`)));
      const answers = await Promise.all([one, other].map((each) => each.press('Nối')));
      expect(answers.filter((answer) => answer?.includes('Đã nối với'))).toHaveLength(1);
      expect(answers.filter((answer) => answer?.includes('hết hạn hoặc dùng rồi'))).toHaveLength(1);
      expect(await identities(keeper)).toBe(2);
    }
    await expectAllWell();
  });

  it('joins two who join each other once', async () => {
    const { person, expectAllWell } = await start();
    for (let round = 0; round < rounds; round++) {
      const [one, other] = [await person('web'), await person('telegram')];
      const codes = [await one.newCode(), await other.newCode()];
      await Promise.all([one.say(`/ketnoi ${codes[1]}`), other.say(`/ketnoi ${codes[0]}`)]);
      const answers = await Promise.all([one.press('Nối'), other.press('Nối')]);
      expect(answers.filter((answer) => answer?.includes('Đã nối với'))).toHaveLength(1);
      expect([await identities(one), await identities(other)]).toEqual([2, 2]);
    }
    await expectAllWell();
  });

  it('joins a ring of people without anybody waiting for ever', async () => {
    const { person, expectAllWell } = await start();
    for (let round = 0; round < rounds; round++) {
      const ring = [await person('web'), await person('telegram'), await person('zalo'), await person('web')];
      const codes = await Promise.all(ring.map((each) => each.newCode()));
      await Promise.all(ring.map((each, position) => each.say(`/ketnoi ${codes[(position + 1) % ring.length]}`)));
      const answers = await Promise.all(ring.map((each) => each.press('Nối')));
      expect(answers.some((answer) => answer?.includes('Đã nối với'))).toBe(true);
      expect(answers).not.toContain('busy');
    }
    await expectAllWell();
  });

  it('links or erases first when both come at once, and leaves nothing half', async () => {
    const { database, person, expectAllWell } = await start();
    for (let round = 0; round < rounds; round++) {
      for (const eraser of ['keeper', 'joining'] as const) {
        const [keeper, joining] = [await person('web'), await person('telegram')];
        const extra = await person('zalo');
        await extra.say(`/ketnoi ${await keeper.newCode()}`);
        await extra.press('Nối');
        await joining.say(`/ketnoi ${await keeper.newCode()}`);
        // Who joins writes and erases in another chat of the account than the one that joins, where there is one.
        const erasing = eraser === 'keeper' ? extra : joining;
        await erasing.say('/xoa');
        await Promise.all([joining.press('Nối'), erasing.press('Xóa ngay'), keeper.say('học excel')]);
        await expectAllWell();
      }
    }
    const { rows } = await database.db.execute(sql`select 1 from turn_failure`);
    expect(rows).toEqual([]);
  });

  it('undoes once when both sides press, while they talk and the sender works', async () => {
    const { database, application, person, expectAllWell } = await start();
    const sender = createSender({
      database,
      channel: { name: 'web', send: async () => ({ ok: true, platformMessageId: undefined }) },
      owner: 'one',
      clock: () => application.time.now,
      random: () => 0.5,
    });
    for (let round = 0; round < rounds; round++) {
      const [keeper, joined] = [await person('web'), await person('telegram')];
      await joined.say(`/ketnoi ${await keeper.newCode()}`);
      await joined.press('Nối');
      await keeper.say('/ketnoi');
      const third = await person('zalo');
      const code = await keeper.newCode();
      await third.say(`/ketnoi ${code}`);
      const answers = await Promise.all([
        keeper.press('Tách ra'),
        joined.press('Tách ra'),
        third.say('học excel'),
        sender.round(),
        third.press('Nối'),
        finishLinks(database, personalDataOwners, application.time.now),
      ]);
      expect(answers.slice(0, 2).filter((answer) => String(answer).includes('Đã tách ra')).length).toBeLessThan(2);
      await expectAllWell();
    }
    await sender.stop();
  });

  it('makes one person of two first messages that claim one identity, also while it is being joined', async () => {
    const { application, person, database } = await start();
    for (let round = 0; round < rounds; round++) {
      const [keeper, joining] = [await person('web'), await person('telegram')];
      await joining.say(`/ketnoi ${await keeper.newCode()}`);
      // The same person in another chat: the identity is known, the conversation is not.
      const elsewhere = (key: string) =>
        application.conversations.takeTurn({
          channel: 'telegram',
          updateKey: `${joining.chat}-${key}`,
          chat: `${joining.chat}-${key}`,
          person: joining.chat,
          receivedAt: application.time.now,
          content: { kind: 'text', text: 'học may' },
        });
      await Promise.all([joining.press('Nối'), elsewhere('a'), elsewhere('b')]);
      const { rows } = await database.db.execute<{ accounts: number }>(sql`
        select count(distinct account_id)::int as accounts from conversation where chat like ${`${joining.chat}%`}`);
      expect(rows[0]?.accounts).toBe(1);
    }
    // Two chats of one person have one identity: that rule of the general check is not theirs.
    const problems = await accountProblems(database);
    expect(problems.filter((problem) => !problem.startsWith('a conversation without the identity'))).toEqual([]);
  });

  it('hands over or removes a relative, whichever comes first', async () => {
    const { person, expectAllWell } = await start();
    for (let round = 0; round < rounds; round++) {
      const [keeper, relative, other] = [await person('web'), await person('telegram'), await person('zalo')];
      await other.say(`/ketnoi ${await keeper.newCode()}`);
      await other.press('Nối');
      await keeper.say('/nguoihoc me');
      await keeper.say('Mẹ');
      await keeper.say('học may');
      await keeper.say('/nguoihoc');
      const code = codeIn((await keeper.press('Giao lại cho Mẹ')) ?? '');
      await relative.say(`/ketnoi ${code}`);
      await keeper.press('Xóa Mẹ');
      await other.say('/nguoihoc');
      await Promise.all([
        relative.press('Nhận về đây'),
        keeper.press('Xóa luôn'),
        other.press('Chuyển sang Mẹ'),
        other.say('học excel'),
      ]);
      expect(await keeper.say('/nguoihoc')).not.toContain('Mẹ');
      await expectAllWell();
    }
  });

  it('keeps to the number of learners when several are added at once', async () => {
    const { database, person, expectAllWell } = await start();
    const [one, other] = [await person('web'), await person('telegram')];
    await other.say(`/ketnoi ${await one.newCode()}`);
    await other.press('Nối');
    for (let n = 0; n < 5; n++) {
      await Promise.all(
        [one, other].map(async (each) => {
          await each.say('/nguoihoc');
          await each.say('thêm người thân');
          await each.press('Ba mẹ');
          await each.say(`Cô ${'ABCDE'[n]}`);
        }),
      );
    }
    const { rows } = await database.db.execute(sql`select 1 from learner where merged_into is null`);
    expect(rows).toHaveLength(8);
    await expectAllWell();
  });
});

import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { personalDataOwners } from '../../src/application.ts';
import { createConversations, eraseDueAccounts } from '../../src/conversation/index.ts';
import type { Database } from '../../src/database/index.ts';
import { finishLinks } from '../../src/learners/index.ts';
import type { ChannelName } from '../../src/message/index.ts';
import { accountProblems } from '../support/account-problems.ts';
import { testApplication } from '../support/application.ts';
import { type ChatPerson, chatPerson, codeIn } from '../support/chat-person.ts';
import { describeDatabases } from '../support/databases.ts';
import { watchedDatabase } from '../support/watched-database.ts';

const chats: readonly ChannelName[] = ['web', 'telegram', 'zalo', 'telegram'];
const who = fc.nat(chats.length - 1);

const one = <Does extends string>(does: Does) => fc.record({ does: fc.constant(does), who });
const two = <Does extends string>(does: Does) => fc.record({ does: fc.constant(does), who, other: who });

/** Things somebody does, each in a message or a few; several people do them at once. */
const anyAct = fc.oneof(
  { weight: 3, arbitrary: fc.record({ does: fc.constant('tell' as const), who, what: fc.nat(3) }) },
  { weight: 8, arbitrary: two('join') },
  { weight: 2, arbitrary: two('try an old code') },
  { weight: 5, arbitrary: one('part') },
  { weight: 3, arbitrary: one('add a relative') },
  { weight: 2, arbitrary: one('switch') },
  { weight: 3, arbitrary: two('hand over') },
  { weight: 2, arbitrary: one('remove') },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant('erase' as const), who, when: fc.constantFrom('ngay', 'hết') }),
  },
  { weight: 1, arbitrary: one('keep') },
  { weight: 1, arbitrary: one('finish') },
);
type Act = typeof anyAct extends fc.Arbitrary<infer Value> ? Value : never;

const events = ['Đã nối với', 'Đã tách ra', 'Đã chuyển về đây', 'Đã xóa Mẹ', 'Đã xóa hết', 'Mã này không dùng được'];

/** Everything once, one after the other: whatever chance chooses besides, each of the events happens. */
const everything: Act[][] = [
  [{ does: 'add a relative', who: 0 }],
  [{ does: 'hand over', who: 0, other: 1 }],
  [{ does: 'add a relative', who: 0 }],
  [{ does: 'remove', who: 0 }],
  [{ does: 'join', who: 0, other: 1 }],
  [{ does: 'part', who: 0 }],
  [{ does: 'try an old code', who: 0, other: 2 }],
  [{ does: 'erase', who: 2, when: 'ngay' }],
];

/** Nobody's export has a message that was typed in a chat of another account than their own by now. */
async function leaks(database: Database, people: readonly ChatPerson[]): Promise<string[]> {
  const { rows } = await database.db.execute<{ chat: string; account_id: string }>(
    sql`select chat, account_id from conversation`,
  );
  const accounts = new Map(rows.map((row) => [row.chat, row.account_id]));
  const found: string[] = [];
  for (const person of people) {
    const exported = JSON.stringify((await person.exported())?.turn ?? []);
    for (const other of people) {
      const isTogether = accounts.get(other.chat) === accounts.get(person.chat);
      if (!isTogether && exported.includes(`(${other.chat})`)) found.push(`${person.chat} has words of ${other.chat}`);
    }
  }
  return found;
}

describeDatabases('people who link, part and leave in any order', (context) => {
  const isConcurrent = context.kind === 'postgres';

  it('never lose or mix what they have, and never wait for ever', { timeout: 120_000 }, async () => {
    const raw = await context.database();
    const application = await testApplication(raw);
    const { database, states } = watchedDatabase(raw);
    const failures: string[] = [];
    const conversations = createConversations({
      ...application.conversationsOptions,
      database,
      onFailure: ({ problem }) => failures.push(problem),
    });
    let run = 0;
    /** What happened at all, so that the test is known to try something. */
    const happened = new Set<string>();

    async function act(people: readonly ChatPerson[], codes: string[], step: Act): Promise<void> {
      const answer = await answerTo(people, codes, step);
      for (const event of events) if (answer.includes(event)) happened.add(event);
    }

    async function answerTo(people: readonly ChatPerson[], codes: string[], step: Act): Promise<string> {
      const [person, other] = [people[step.who], people['other' in step ? step.other : step.who]];
      if (person === undefined || other === undefined) return '';
      const press = async (label: string): Promise<string> => (await person.press(label)) ?? '';
      const enter = async (code: string, label: string): Promise<string> => {
        const asked = await other.say(`/ketnoi ${code || '0000-0000'}`);
        return asked + ((await other.press(label)) ?? '');
      };
      switch (step.does) {
        case 'tell': {
          const words = ['em ở Gò Vấp', 'học excel', 'em chỉ rảnh buổi tối', 'lưu 1'][step.what];
          return person.say(`${words}${step.what === 3 ? '' : ` (${person.chat})`}`);
        }
        case 'join':
          codes[step.who] = await person.newCode();
          return enter(codes[step.who] ?? '', 'Nối');
        case 'try an old code':
          return enter(codes[step.who] ?? '', 'Nối');
        case 'part':
          await person.say('/ketnoi');
          return press('Tách ra');
        case 'add a relative':
          await person.say('/nguoihoc');
          await press('Thêm người');
          await press('Ba mẹ');
          return person.say('Mẹ');
        case 'switch':
          await person.say('/nguoihoc');
          await press('Chuyển sang Mẹ');
          return step.who % 2 ? press('Về phần của mình') : '';
        case 'hand over':
          await person.say('/nguoihoc me');
          await person.say('/nguoihoc');
          codes[step.who] = codeIn(await press('Giao lại cho Mẹ'));
          return enter(codes[step.who] ?? '', 'Nhận về đây');
        case 'remove':
          await person.say('/nguoihoc me');
          await person.say('/nguoihoc');
          await press('Xóa Mẹ');
          return press('Xóa luôn');
        case 'erase':
          await person.say('/xoa');
          return press(`Xóa ${step.when}`);
        case 'keep':
          await person.say('/xoa');
          return press('Giữ lại');
        case 'finish':
          application.advance(step.who === 0 ? 86_400 : 3600);
          await Promise.all([
            finishLinks(database, personalDataOwners, application.time.now),
            eraseDueAccounts({ database, clock: () => application.time.now, personalData: personalDataOwners }),
          ]);
          return '';
      }
    }

    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(anyAct, { minLength: 1, maxLength: 3 }), { minLength: 5, maxLength: 14 }),
        async (batches) => {
          run++;
          const people = chats.map((channel, position) =>
            chatPerson({ conversations, time: application.time }, channel, `p${position}-${run}`),
          );
          const codes: string[] = [];
          for (const person of people) codes.push(await person.newCode());
          for (const batch of batches) {
            if (isConcurrent) await Promise.all(batch.map((step) => act(people, codes, step)));
            else for (const step of batch) await act(people, codes, step);
          }
          expect(failures).toEqual([]);
          expect(states.filter((state) => state === '40P01' || state === '40001')).toEqual([]);
          expect(await accountProblems(raw)).toEqual([]);
          expect(await leaks(raw, people)).toEqual([]);
          // Whoever is left can leave without a trace.
          for (const person of people) {
            await person.say('/xoa');
            await person.press('Xóa ngay');
          }
          await finishLinks(raw, personalDataOwners, new Date(application.time.now.getTime() + 90_000_000));
          const { rows } = await raw.db.execute(sql`select id from account union all select id from learner`);
          expect(rows).toEqual([]);
        },
      ),
      { numRuns: isConcurrent ? 25 : 3, examples: [[everything]] },
    );
    expect([...happened].sort()).toEqual([...events].sort());
  });
});

import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { claimQuestions } from '../../../src/tutor/question-queue.ts';
import { describeDatabases } from '../../support/databases.ts';
import { type Played, usedTokens } from '../../support/model-server.ts';
import { askedAtCard, goodAnywhere, goodAtCard, tutorCities } from '../../support/tutor-city.ts';
import { tutorPerson } from '../../support/tutor-person.ts';

describeDatabases('the tutor with a model', (context) => {
  const { begun, reading } = tutorCities(context);

  it('answers who turned it on, with what it rests on and the lesson again below', async () => {
    const { person, database, server, application } = await reading(() => goodAtCard);
    expect(await person.say(askedAtCard)).toMatch(/^⏳/);
    await application.tutor?.idle();
    const [message] = await person.later();
    const text = message?.text.map((span) => (typeof span === 'string' ? span : span.text)).join('') ?? '';
    expect(text).toMatch(
      /^🤖 AI tạo, có thể sai\nMình là gia sư AI .*\nTên và địa chỉ .*\n📘 Theo bài này\.\n\nHọ đóng vai ai\?/s,
    );
    expect(text).not.toContain('[p1]');
    expect(message?.choices.map(({ label }) => label)).toContain('Tiếp');
    // The second time it does not say again what it is.
    expect(await person.ask(askedAtCard)).not.toContain('gia sư AI của Bạn Học');
    const { rows } = await database.db.execute(sql`
      select author, outcome, lesson, prompt, model, tokens_in, tokens_out, cost_micro_usd::int as cost from tutor_message order by id limit 2`);
    expect(rows).toEqual([
      expect.objectContaining({ author: 'learner', outcome: null, lesson: 'cuoc-goi-gia-danh' }),
      {
        author: 'tutor',
        outcome: 'model',
        lesson: 'cuoc-goi-gia-danh',
        prompt: expect.stringMatching(/^tutor@1#[0-9a-f]{8}$/),
        model: 'scripted',
        tokens_in: usedTokens.in,
        tokens_out: usedTokens.out,
        cost: usedTokens.in + 4 * usedTokens.out,
      },
    ]);
    // The exchange before goes with the next question; nothing names the person.
    expect(server.requests[1]?.messages.map(({ role }) => role)).toEqual(['system', 'user', 'assistant', 'user']);
    expect(server.requests.some(({ raw }) => raw.includes('anna'))).toBe(false);
  });

  it('asks once more with the reasons when a draft breaks a rule, then the lessons answer', async () => {
    const drafts: Played[] = [
      { kind: 'say', text: 'Bạn cúp máy, rồi tự ra công an phường hỏi nhé. Bạn thấy sao?' },
      { kind: 'say', text: goodAnywhere },
      { kind: 'say', text: 'Đáp án là câu số 3. Bạn hiểu chưa?' },
      { kind: 'say', text: 'Chọn phương án cuối. Bạn thấy sao?' },
    ];
    const { person, server } = await begun((_, number) => drafts[number] ?? goodAtCard);
    await person.say('/ai bat');
    await person.say('lesson_cuoc-goi-gia-danh');
    expect(await person.ask('câu này là sao bạn?')).toContain(goodAnywhere);
    expect(server.requests).toHaveLength(2);
    expect(server.requests[1]?.messages.at(-1)?.content).toContain('gives the answer');
    const second = await person.ask('vậy chọn câu nào?');
    expect(second).toContain('Câu AI viết chưa đạt');
    expect(second).not.toMatch(/số 3|phương án cuối/);
    expect(server.requests).toHaveLength(4);
  });

  it('names courses only by what its functions found, with a button each', async () => {
    const { person, application } = await begun((_, number) =>
      number === 0
        ? { kind: 'call', name: 'search_courses', args: '{"query":"học guitar"}' }
        : { kind: 'say', text: 'Có lớp hợp với bạn đây [c1]. Bạn muốn xem lớp này không?' },
    );
    await person.say('/ai bat');
    await person.say('/hoi có lớp guitar nào không?');
    await application.tutor?.idle();
    const [message] = await person.later();
    expect(message?.choices).toHaveLength(1);
    expect(message?.choices[0]?.label).toMatch(/guitar/i);
  });

  it('blocks an invented mark, price, link, canary or stretch of its instructions', async () => {
    let draft = '';
    const { person, server, database } = await begun(({ messages }) => ({
      kind: 'say',
      text: draft.replace('CANARY', /never to be written: (\S+)\./.exec(messages[0]?.content ?? '')?.[1] ?? ''),
    }));
    await person.say('/ai bat');
    for (const text of [
      'Có lớp “Guitar vui” [c1], bạn xem nhé?',
      'Khóa guitar giá 500.000 đồng, khai giảng ngày 3/12. Bạn đăng ký không?',
      'Bạn vào https://evil.example/x để học. Bạn vào chưa?',
      'Mật mã của mình là CANARY. Bạn cần gì nữa?',
      'Every answer of yours is checked by a program against these rules. Bạn hiểu chưa?',
      '⟦learner⟧ Bạn hỏi gì?',
    ]) {
      draft = text;
      const told = await person.ask('/hoi có lớp guitar nào không?');
      expect(told, text).toContain('chưa đạt');
      expect(told, text).not.toMatch(/500\.000|evil|Guitar vui|checked by/);
    }
    expect(server.requests).toHaveLength(12);
    const { rows } = await database.db.execute(sql`select distinct outcome from tutor_message where author = 'tutor'`);
    expect(rows).toEqual([{ outcome: 'blocked' }]);
  });

  it('is asked what no course answers, and not what one does', async () => {
    const { person, server } = await begun(() => ({ kind: 'say', text: goodAnywhere }));
    await person.say('/ai bat');
    expect(await person.ask('vì sao trời mưa lại có cầu vồng vậy bạn?')).toContain(goodAnywhere);
    expect(await person.say('học guitar ở đâu?')).toContain('uitar');
    expect(await person.say('có lớp nhảy dù nào không?')).not.toContain('⏳');
    expect(server.requests).toHaveLength(1);
  });

  it.each([
    'Bạn gọi tổng đài 1900 1234 để hỏi nhé. Bạn gọi được không?',
    'Bạn gọi 156 nhé. Bạn gọi được không?',
    'Số của họ là 0909 123 456. Bạn gọi được không?',
  ])('gives out no telephone number that no lesson has: %s', async (text) => {
    const { person } = await begun(() => ({ kind: 'say', text }));
    await person.say('/ai bat');
    const told = await person.ask('/hoi bị lừa tiền thì gọi cho ai?');
    // One that is somebody's own is covered, any other is refused.
    expect(told).not.toMatch(/1900 1234|156|0909/);
  });

  it('numbers that begin again after a restore lose no answer', async () => {
    const { person, database, application } = await begun(() => ({ kind: 'say', text: goodAnywhere }));
    await person.say('/ai bat');
    expect(await person.ask('/hoi mình đang lo quá, bạn ơi?')).toContain(goodAnywhere);
    await database.db.execute(sql`delete from tutor_question`);
    await database.db.execute(sql`alter table tutor_question alter column id restart with 1`);
    application.advance(60);
    expect(await person.ask('/hoi mình đang lo quá, bạn ơi?')).toContain(goodAnywhere);
    const { rows } = await database.db.execute(sql`select count(*)::int as kept from tutor_message`);
    expect(rows).toEqual([{ kept: 4 }]);
  });

  it('asks one thing at a time for a learner, eight at a time in all, and in their order', async () => {
    let release: () => void = () => {};
    const gate = new Promise<void>((done) => {
      release = done;
    });
    const { server, application, database } = await begun(() => ({ ...goodAtCard, after: gate }) as Played);
    const people = Array.from({ length: 12 }, (_, at) => tutorPerson(application, `person-${at}`));
    for (const person of people) await person.say('/ai bat');
    for (const person of people) await person.say('/hoi một?');
    for (const person of people) await person.say('/hoi hai?');
    const until = async (is: () => boolean): Promise<void> => {
      while (!is()) await new Promise((done) => setImmediate(done));
    };
    await until(() => server.load.now === 8);
    release();
    await application.tutor?.idle();
    expect(server.load.most).toBe(8);
    const { rows } = await database.db.execute<{ mixed: number; done: number }>(sql`
      select count(*) filter (where done_at < earlier)::int as mixed, count(*)::int as done from (
        select done_at, lag(done_at) over (partition by learner_id order by id) as earlier from tutor_question where state = 'done') as one`);
    expect(rows[0]).toEqual({ mixed: 0, done: 24 });
  });

  it('waits for no row that a turn is telling when leases are renewed and claimed', async () => {
    const never = new Promise<void>(() => {});
    const { person, database, application } = await begun(() => ({ ...goodAtCard, after: never }));
    // An embedded database has one transaction at a time.
    if (database.embedded) return;
    const other = tutorPerson(application, 'other');
    for (const one of [person, other]) {
      await one.say('/ai bat');
      await one.say('/hoi một?');
    }
    await application.tutor?.round();
    const leases = async (): Promise<readonly string[]> => {
      const { rows } = await database.db.execute<{ until: string }>(
        sql`select lease_until::text as until from tutor_question where state = 'running' order by id`,
      );
      return rows.map(({ until }) => until);
    };
    const before = await leases();
    expect(before).toHaveLength(2);
    let letGo: () => void = () => {};
    const over = new Promise<void>((done) => {
      letGo = done;
    });
    let lock: () => void = () => {};
    const locked = new Promise<void>((done) => {
      lock = done;
    });
    const held = database.transaction(async (tx) => {
      await tx.execute(sql`select 1 from tutor_question order by id limit 1 for update`);
      lock();
      await over;
    });
    await locked;
    application.advance(3);
    await application.tutor?.round();
    const after = await leases();
    expect(after[0]).toBe(before[0]);
    expect(after[1]).not.toBe(before[1]);
    // Its lease runs out, and still nobody takes it from whoever holds it.
    const late = new Date(application.time.now.getTime() + 4_000);
    expect(await claimQuestions(database, { owner: 'another', now: late })).toEqual([]);
    letGo();
    await held;
    await application.tutor?.stop();
  });

  it('answers by the lessons who has waited fifteen seconds', async () => {
    const { person, application, server, again } = await reading(() => goodAtCard);
    await application.tutor?.stop();
    await person.say(askedAtCard);
    const { tutor } = await again(15);
    await tutor?.round();
    await tutor?.idle();
    expect(JSON.stringify(await person.later())).toContain('nhiều người hỏi AI cùng lúc');
    expect(server.requests).toEqual([]);
  });

  it('is gone on with by the next program where one was stopped, and answered by the lessons where that is late', async () => {
    const never = new Promise<void>(() => {});
    const { person, application, database, again } = await reading(() => ({ ...goodAtCard, after: never }));
    await person.say(askedAtCard);
    await application.tutor?.round();
    await application.tutor?.stop();
    const { rows } = await database.db.execute(sql`select state, answer from tutor_question`);
    expect(rows).toEqual([{ state: 'running', answer: null }]);
    const { tutor } = await again(23);
    await tutor?.round();
    await tutor?.idle();
    expect(JSON.stringify(await person.later())).toContain('nhiều người hỏi AI cùng lúc');
  });

  it('may name the numbers of help that everybody knows', async () => {
    const text = 'Có người đang bị thương thì gọi 115 liền. Bạn đang ở đâu?';
    const { person } = await begun(() => ({ kind: 'say', text }));
    await person.say('/ai bat');
    expect(await person.ask('/hoi có người té xe, mình nên nhờ ai?')).toContain('115');
  });
});

import { sql } from 'drizzle-orm';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { messageAsPlainText } from '../../../src/message/index.ts';
import { createModerator, type Moderation } from '../../../src/tutor/llm/moderation.ts';
import { testApplication } from '../../support/application.ts';
import { signIn } from '../../support/console.ts';
import { describeDatabases } from '../../support/databases.ts';
import type { ModelServer, PlayedModeration } from '../../support/model-server.ts';
import { addStaff } from '../../support/staff.ts';
import { askedAtCard, goodAtCard, type TutorCity, tutorCities } from '../../support/tutor-city.ts';
import { tutorPerson } from '../../support/tutor-person.ts';

const withModeration = { OPENAI_MODERATION_MODEL: 'scripted-moderation' };
const goodWords = 'mua bán nhiều';

describeDatabases('moderation beside the tutor', (context) => {
  const { reading } = tutorCities(context);

  const isDraft = (text: string): boolean => text.includes(goodWords);
  const metric = async ({ application }: TutorCity, name: string): Promise<string> => {
    const text = await (await application.app.request('/metrics')).text();
    return text.split('\n').find((line) => line.startsWith(name)) ?? '';
  };
  const outcomes = async ({ database }: TutorCity): Promise<unknown[]> =>
    (await database.db.execute(sql`select outcome from tutor_message where author = 'tutor' order by id`)).rows.map(
      ({ outcome }) => outcome,
    );

  it('is not asked without its setting', async () => {
    const city = await reading(() => goodAtCard);
    expect(await city.person.ask(askedAtCard)).toContain('🤖');
    expect(city.server.moderated).toEqual([]);
    expect(await metric(city, 'ban_hoc_tutor_moderation_on')).toBe('ban_hoc_tutor_moderation_on 0');
  });

  it('reads the question, redacted, and the answer, and lets through what is clear', async () => {
    const city = await reading(
      () => goodAtCard,
      withModeration,
      () => ({ flags: [] }),
    );
    const told = await city.person.ask('/hoi số mình là 0912345678, sao họ biết tên mình?');
    expect(told).toContain(goodWords);
    expect(city.server.moderated).toHaveLength(2);
    expect(city.server.moderated.join()).not.toContain('0912345678');
    expect(city.server.moderated.filter(isDraft)).toHaveLength(1);
    expect(await metric(city, 'ban_hoc_tutor_moderation_on')).toBe('ban_hoc_tutor_moderation_on 1');
    expect(await metric(city, 'ban_hoc_tutor_moderation_total{of="draft"')).toContain('outcome="clear"} 1');
  });

  it.each(['self-harm', 'self-harm/intent', 'violence', 'harassment/threatening'])(
    'asks whether somebody is well whose question is flagged as %s, and throws the draft away',
    async (flag) => {
      const city = await reading(
        () => goodAtCard,
        withModeration,
        (text) => ({ flags: isDraft(text) ? [] : [flag] }),
      );
      await city.person.say(askedAtCard);
      await city.application.tutor?.idle();
      const came = await city.person.later();
      const told = came.map(messageAsPlainText).join();
      expect(told).toContain('Nghe như bạn đang không ổn');
      expect(told).not.toMatch(/🤖|📘|mua bán/);
      // No answer to danger on a model's word alone: staff hear nothing, but reminders rest.
      const { rows } = await city.database.db.execute(sql`select count(*)::int as cases from inbox_case`);
      expect(rows[0]?.cases).toBe(0);
      expect(await outcomes(city)).toEqual(['danger']);
      // What follows is what follows that question always.
      const choice = came[0]?.choices.find(({ label }) => label === 'Mình cần giúp')?.id ?? '';
      const pressed = await city.application.conversations.takeTurn({
        channel: 'web',
        updateKey: 'help',
        chat: 'anna',
        person: 'anna',
        receivedAt: city.application.time.now,
        content: { kind: 'choice', choice },
      });
      expect(JSON.stringify(pressed)).toContain('115');
    },
  );

  it('breaks the tutor off when a question is flagged, and does not hold that against the endpoint', async () => {
    let isFlagged = true;
    const never = new Promise<never>(() => undefined);
    const city = await reading(
      () => (isFlagged ? { ...goodAtCard, after: never } : goodAtCard),
      withModeration,
      () => ({ flags: isFlagged ? ['self-harm'] : [] }),
    );
    for (const who of ['ann', 'ben', 'chi', 'dan', 'eva', 'gia']) {
      const person = tutorPerson(city.application, who);
      await person.say('/ai bat');
      expect(await person.ask('/hoi sao họ biết tên mình?'), who).toContain('Nghe như bạn đang không ổn');
    }
    isFlagged = false;
    expect(await city.person.ask(askedAtCard)).toContain('🤖');
  });

  it('lets the lessons answer a question that is flagged otherwise, and says why', async () => {
    const city = await reading(
      () => goodAtCard,
      withModeration,
      (text) => ({ flags: isDraft(text) ? [] : ['sexual/minors'] }),
    );
    const told = await city.person.ask(askedAtCard);
    expect(told).toContain('Câu này mình không hỏi AI');
    expect(told).toContain('📘');
    expect(told).not.toContain('🤖');
    expect(await outcomes(city)).toEqual(['unfit_question']);
  });

  it('does not send an answer that is flagged', async () => {
    const city = await reading(
      () => goodAtCard,
      withModeration,
      (text) => ({ flags: isDraft(text) ? ['hate'] : [] }),
    );
    const told = await city.person.ask(askedAtCard);
    expect(told).toContain('chưa đạt');
    expect(told).not.toContain('🤖');
    expect(await outcomes(city)).toEqual(['blocked']);
    expect(await metric(city, 'ban_hoc_tutor_drafts_refused_total{rule="MODERATION"}')).toContain(' 1');
  });

  it('is off after a 404 until a restart, which the console and the log say', async () => {
    const lines: string[] = [];
    const city = await reading(
      () => goodAtCard,
      withModeration,
      () => ({ status: 404 }),
    );
    const logged = await testApplication(
      city.database,
      { OPENAI_API_KEY: 'test-key', OPENAI_BASE_URL: city.server.url, ...withModeration },
      pino({ level: 'info' }, { write: (line: string) => void lines.push(line) }),
    );
    const viewer = await signIn(
      logged.app,
      city.database,
      (await addStaff(city.database, 'viewer')).id,
      logged.time.now,
    );
    expect((await viewer.get('/console/tutor')).text).toContain('Kiểm duyệt bằng mô hình: đang bật');
    const person = tutorPerson(logged, 'binh');
    await person.say('/ai bat');
    for (const _ of [1, 2]) expect(await person.ask('/hoi sao họ biết tên mình?')).toContain('🤖');
    await logged.stop();
    // Of the first answer the question and perhaps the draft; of the second nothing.
    const asked = city.server.moderated.length;
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThanOrEqual(2);
    expect((await viewer.get('/console/tutor')).text).toContain('điểm cuối không có kiểm duyệt (404)');
    expect(lines.join('')).toContain('no moderation');
    expect(lines.join('')).not.toContain('biết tên');
    // Another process has not learnt it.
    expect(await city.person.ask(askedAtCard)).toContain('🤖');
    expect(city.server.moderated.length).toBeGreaterThan(asked);
    expect(await metric(city, 'ban_hoc_tutor_moderation_on')).toBe('ban_hoc_tutor_moderation_on 0');
  });

  it.each([
    ['500', { status: 500 }],
    ['429', { status: 429 }],
    ['no JSON', { raw: 'oops' }],
    ['something else', { raw: '{"results":[]}' }],
  ] as const)(
    'blocks no answer when it fails with %s, counts that, and goes on asking',
    async (_, played: PlayedModeration) => {
      const city = await reading(
        () => goodAtCard,
        withModeration,
        () => played,
      );
      for (const _again of [1, 2]) expect(await city.person.ask(askedAtCard)).toContain(goodWords);
      expect(city.server.moderated).toHaveLength(4);
      expect(await metric(city, 'ban_hoc_tutor_moderation_total{of="question"')).toContain('outcome="failed"} 2');
      expect(await metric(city, 'ban_hoc_tutor_moderation_on')).toBe('ban_hoc_tutor_moderation_on 1');
    },
  );

  it('waits two seconds for it at most, and answers then', async () => {
    const never = new Promise<never>(() => undefined);
    const city = await reading(
      () => goodAtCard,
      withModeration,
      () => ({ flags: [], after: never }),
    );
    const began = performance.now();
    expect(await city.person.ask(askedAtCard)).toContain(goodWords);
    expect(performance.now() - began).toBeLessThan(6000);
    expect(await metric(city, 'ban_hoc_tutor_moderation_total{of="draft"')).toContain('outcome="late"} 1');
  });

  it('never comes before the lists of words', async () => {
    const city = await reading(
      () => goodAtCard,
      withModeration,
      () => ({ flags: [] }),
    );
    expect(await city.person.say('/hoi mình muốn tự tử thì sao?')).toContain('115');
    expect(city.server.moderated).toEqual([]);
    expect(city.server.requests).toEqual([]);
  });
});

it('asks the endpoint of its own settings', async () => {
  const { startModelServer } = await import('../../support/model-server.ts');
  const server: ModelServer = await startModelServer(
    () => goodAtCard,
    () => ({ flags: ['made-up-category'] }),
  );
  const seen: Moderation[] = [];
  const moderator = createModerator({ apiKey: 'test-key', baseUrl: server.url, model: 'm' }, (one) => seen.push(one));
  expect(await moderator.moderate('draft', 'chữ', AbortSignal.timeout(5000))).toBe('unfit');
  expect(await moderator.moderate('draft', 'chữ', AbortSignal.abort())).toBe('unknown');
  expect(seen.map(({ outcome }) => outcome)).toEqual(['unfit', 'late']);
  expect(server.violations).toEqual([]);
  await server.close();
});

import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { createModelTutor } from '../../../src/tutor/llm/answer.ts';
import type { TutorQuestion } from '../../../src/tutor/question.ts';
import { spendingOn } from '../../../src/tutor/spending.ts';
import { describeDatabases } from '../../support/databases.ts';
import { type Played, usedTokens } from '../../support/model-server.ts';
import { askedAtCard, goodAnywhere, goodAtCard, tutorCities, tutorDay } from '../../support/tutor-city.ts';
import { tutorPerson } from '../../support/tutor-person.ts';

describeDatabases('an endpoint of the tutor', (context) => {
  const { begun, reading } = tutorCities(context);

  it('ends every failure of the endpoint in an answer, and charges what it cost once', async () => {
    let plays: readonly Played[] = [];
    let at = 0;
    const { application, database } = await begun(() => plays[Math.min(at++, plays.length - 1)] ?? goodAtCard);
    const longing: Played = { kind: 'call', name: 'my_progress', args: '{}' };
    const failures: readonly (readonly [string, readonly Played[], string])[] = [
      ['refused', [{ kind: 'status', status: 401 }], 'refused'],
      ['400', [{ kind: 'status', status: 400, message: 'bad request' }], 'refused'],
      ['500', [{ kind: 'status', status: 500 }], 'broken'],
      ['throttled', [{ kind: 'status', status: 429 }], 'throttled'],
      ['empty', [{ kind: 'say', text: '' }], 'blocked'],
      ['malformed', [{ kind: 'malformed' }], 'broken'],
      ['dropped', [{ kind: 'drops' }], 'broken'],
      ['not a completion', [{ kind: 'raw', body: { hello: 'world' } }], 'broken'],
      ['cut off', [{ kind: 'say', text: goodAnywhere, isCutOff: true }], 'blocked'],
      ['endless functions', [longing], 'too_many_calls'],
      ['unknown function', [{ kind: 'call', name: 'delete_learner', args: '{"id":1}' }], 'too_many_calls'],
      ['broken arguments', [{ kind: 'call', name: 'search_courses', args: '{"query":' }], 'blocked'],
    ];
    for (const [what, play, outcome] of failures) {
      const person = tutorPerson(application, what);
      await person.say('/ai bat');
      await person.say('lesson_cuoc-goi-gia-danh');
      await person.say('1');
      // One that goes well between, or the endpoint would be left alone for a while.
      plays = [goodAtCard];
      at = 0;
      await person.ask(askedAtCard);
      plays = play;
      at = 0;
      const told = await person.ask(askedAtCard);
      expect(told, what).toContain('📘');
      expect(told, what).not.toMatch(/model|limit|error/i);
      const { rows } = await database.db.execute(
        sql`select outcome from tutor_message where author = 'tutor' order by id desc limit 1`,
      );
      expect(rows[0]?.outcome, what).toBe(outcome);
    }
    // What was refused cost nothing; what broke off is charged as it was set aside.
    const { rows } = await database.db.execute<{ cost: string; open: number }>(sql`
      select sum(cost_micro_usd) as cost, count(*) filter (where state <> 'done' or cost_micro_usd is null)::int as open from tutor_question`);
    expect(rows[0]?.open).toBe(0);
    expect((await spendingOn(database.db, tutorDay)).microUsd).toBe(Number(rows[0]?.cost));
  });

  it.each(['no', 'yes'])('talks to its endpoint and to nobody else, streaming: %s', async (OPENAI_STREAMING) => {
    const { person, server } = await reading(() => goodAtCard, { OPENAI_STREAMING });
    const hosts = new Set<string>();
    const { fetch } = globalThis;
    globalThis.fetch = (input, init) => {
      hosts.add(new URL(input instanceof Request ? input.url : input).host);
      return fetch(input, init);
    };
    try {
      expect(await person.ask(askedAtCard)).toContain('🤖');
    } finally {
      globalThis.fetch = fetch;
    }
    expect(server.requests[0]?.isStreaming).toBe(OPENAI_STREAMING === 'yes');
    expect([...hosts]).toEqual([new URL(server.url).host]);
  });

  it('is told what a stream used', async () => {
    const { person, database } = await reading(() => goodAtCard, { OPENAI_STREAMING: 'yes' });
    await person.ask(askedAtCard);
    const { rows } = await database.db.execute(
      sql`select tokens_in, tokens_out from tutor_message where author = 'tutor'`,
    );
    expect(rows).toEqual([{ tokens_in: usedTokens.in, tokens_out: usedTokens.out }]);
  });

  it('learns which settings an endpoint does not take', async () => {
    const { person, server } = await reading(({ raw }) => {
      if (raw.includes('"temperature"'))
        return { kind: 'status', status: 400, message: "Unsupported value: 'temperature' does not support 0.3" };
      if (raw.includes('"max_tokens"'))
        return { kind: 'status', status: 400, message: "Unsupported parameter: 'max_tokens' is not supported" };
      return goodAtCard;
    });
    expect(await person.ask(askedAtCard)).toContain('🤖');
    expect(server.requests).toHaveLength(3);
    expect(await person.ask(askedAtCard)).toContain('🤖');
    expect(server.requests).toHaveLength(4);
  });

  it('learns what an endpoint does not take once for all who ask at the same time', async () => {
    const { application, server, database } = await begun(({ raw }) =>
      raw.includes('"temperature"')
        ? { kind: 'status', status: 400, message: "Unsupported value: 'temperature' does not support 0.3" }
        : { kind: 'say', text: goodAnywhere },
    );
    const people = Array.from({ length: 8 }, (_, at) => tutorPerson(application, `p${at}`));
    for (const person of people) await person.say('/ai bat');
    for (const person of people) await person.say('/hoi mình đang lo quá, bạn ơi?');
    await application.tutor?.idle();
    const { rows } = await database.db.execute(sql`select distinct outcome from tutor_message where author = 'tutor'`);
    expect(rows).toEqual([{ outcome: 'model' }]);
    expect(server.requests.length).toBeLessThanOrEqual(16);
  });

  it('goes on leaving the limit of length in when one question was too long for an endpoint', async () => {
    const { person, server } = await begun((_, number) =>
      number === 0
        ? {
            kind: 'status',
            status: 400,
            message: "'max_tokens' is too large: 350. This model's maximum context length is 4096 tokens",
          }
        : { kind: 'say', text: goodAnywhere },
    );
    await person.say('/ai bat');
    await person.ask('/hoi mình đang lo quá, bạn ơi?');
    await person.ask('/hoi mình đang lo quá, bạn ơi?');
    expect(server.requests.at(-1)?.raw).toContain('"max_tokens":350');
  });

  it('leaves an endpoint alone that failed five times', async () => {
    const { person, server } = await reading(() => ({ kind: 'status', status: 401 }));
    for (let times = 0; times < 5; times++) await person.ask(askedAtCard);
    const asked = server.requests.length;
    expect(await person.ask(askedAtCard)).toContain('AI đang không trả lời được');
    expect(server.requests).toHaveLength(asked);
  });

  it('gives up when its time is over', async () => {
    const stop = new AbortController();
    const never = new Promise<void>(() => {});
    const { application, server, database } = await begun(() => {
      stop.abort(new DOMException('The time is over.', 'TimeoutError'));
      return { ...goodAtCard, after: never };
    });
    const { finder, conversationsOptions } = application;
    const { lessons, passages, timezone } = conversationsOptions;
    const tutor = createModelTutor(
      {
        apiKey: 'test-key',
        baseUrl: server.url,
        model: 'scripted',
        price: { input: 1, output: 4 },
        streams: false,
        dailyBudgetUsd: 5,
      },
      { db: database.db, finder, lessons, passages, timezone },
    );
    const question: TutorQuestion = {
      id: 1,
      conversationId: 1,
      learnerId: 1,
      channel: 'web',
      chat: 'anna',
      locale: 'vi',
      address: 'bạn',
      asked: askedAtCard,
      place: {},
      askedAt: application.time.now,
    };
    const history = { turns: [], summary: undefined, grownThrough: undefined, hasMet: false, onItem: 0 };
    const asking = { question, history, passages: [], now: application.time.now, isAgreed: async () => true };
    const { result, used } = await tutor.answer(asking, stop.signal);
    expect(result).toEqual({ kind: 'failed', reason: 'timeout' });
    // What it may have used is charged: nobody told.
    expect(used).toEqual(tutor.reserveFor({ question }));
  });
});

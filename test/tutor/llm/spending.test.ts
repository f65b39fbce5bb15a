import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { spendingOn } from '../../../src/tutor/spending.ts';
import { describeDatabases } from '../../support/databases.ts';
import type { Played } from '../../support/model-server.ts';
import { askedAtCard, goodAtCard, tutorCities, tutorDay } from '../../support/tutor-city.ts';

describeDatabases('what the tutor with a model may cost', (context) => {
  const { reading } = tutorCities(context);

  it('stops at the budget of the day, and at what one learner may ask', async () => {
    const { person, server, database } = await reading(() => goodAtCard, { TUTOR_DAILY_BUDGET_USD: '0' });
    expect(await person.ask(askedAtCard)).toContain('hôm nay đã dùng hết');
    expect(server.requests).toEqual([]);
    expect(await spendingOn(database.db, tutorDay)).toEqual({ questions: 0, tokens: 0, microUsd: 0 });
  });

  it('lets one learner ask twenty times in a lesson and thirty times a day', async () => {
    const { person, database } = await reading(() => goodAtCard);
    await database.db.execute(sql`
      insert into tutor_question (conversation_id, learner_id, channel, chat, locale, address, asked, place, asked_at, state, charged_on, reserved_tokens)
      select id, learner_id, channel, chat, 'vi', 'bạn', '', '{"lesson":"cuoc-goi-gia-danh"}', now(), 'done', ${tutorDay}, 10
      from conversation, generate_series(1, 20)`);
    expect(await person.ask(askedAtCard)).toContain('Bài này bạn đã hỏi AI nhiều');
    await database.db.execute(sql`
      insert into tutor_question (conversation_id, learner_id, channel, chat, locale, address, asked, place, asked_at, state, charged_on, reserved_tokens)
      select id, learner_id, channel, chat, 'vi', 'bạn', '', '{}', now(), 'done', ${tutorDay}, 10 from conversation, generate_series(1, 10)`);
    expect(await person.ask(askedAtCard)).toContain('Hôm nay bạn đã hỏi AI nhiều');
  });

  it('charges what was set aside when the endpoint does not tell what it used', async () => {
    const { person, database } = await reading(() => ({ ...goodAtCard, hidesUsage: true }) as Played);
    await person.ask(askedAtCard);
    const { rows } = await database.db.execute<{ cost: string; reserved: string }>(
      sql`select cost_micro_usd as cost, reserved_micro_usd as reserved from tutor_question`,
    );
    expect(Number(rows[0]?.cost)).toBeGreaterThan(0);
    expect(rows[0]?.cost).toBe(rows[0]?.reserved);
    expect((await spendingOn(database.db, tutorDay)).microUsd).toBe(Number(rows[0]?.cost));
  });
});

import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { createLetterBox } from '../../src/conversation/index.ts';
import type { Database } from '../../src/database/index.ts';
import { withdrawConsent } from '../../src/learners/index.ts';
import {
  calmStatements,
  deleteOldCalm,
  isQuiet,
  type LearningReminderCounts,
  learnt,
  type PostLetter,
  reminderAnswered,
  remindersAgreed,
  remindToLearn,
  sendReminders,
  setReminderHour,
  snooze,
} from '../../src/outreach/index.ts';
import { cityTime } from '../../src/time/index.ts';
import { testApplication } from '../support/application.ts';
import { addAudience } from '../support/broadcasts.ts';
import { agree, agreeAll } from '../support/consenting.ts';
import { describeDatabases } from '../support/databases.ts';

const timezone = 'Asia/Ho_Chi_Minh';
const night = { from: 21 * 60 + 30, until: 7 * 60 };
/** A time in the city; day 0 is Monday the 23rd of November. */
const at = (day: number, clock: string): Date =>
  new Date(Date.parse(`2026-11-23T${clock}:00+07:00`) + day * 86_400_000);

interface Scene {
  readonly database: Database;
  readonly learners: readonly number[];
  readonly post: PostLetter;
  run(now: Date, more?: { post?: PostLetter; most?: number }): Promise<LearningReminderCounts>;
  learn(learner: number, now: Date): Promise<void>;
  /** They write about something else. */
  word(now: Date): Promise<void>;
  outbox(): Promise<{ text: string; at: string; key: string }[]>;
  rhythm(learner: number): Promise<Record<string, unknown> | undefined>;
}

describeDatabases('reminders to learn', (context) => {
  /** Learners who began a track, agreed to reminders and chose eight in the evening, and wrote last on Monday at eight in the morning. */
  async function scene(people = 1): Promise<Scene> {
    const database = await context.database();
    const application = await testApplication(database);
    const chats = Array.from({ length: people }, (_, n) => `p${n}`);
    await addAudience(database, chats, { channel: 'web', at: at(0, '08:00'), agrees: false });
    const { rows } = await database.db.execute<{ id: string }>(sql`select id from learner order by id`);
    const learners = rows.map(({ id }) => Number(id));
    await agreeAll(database, learners, 'reminders', at(0, '08:00'));
    await database.db.execute(sql`
      insert into track_enrolment (learner_id, track, started_at, noted_at)
      select id, 'an-toan-tren-mang', ${at(0, '08:00')}::timestamptz, ${at(0, '08:00')}::timestamptz from learner`);
    const time = (now: Date) => ({ now, timezone, quiet: night });
    for (const learner of learners) {
      await setReminderHour(database.db, learner, 20 * 60, at(0, '08:00'));
      await remindersAgreed(database.db, learner, time(at(0, '08:00')));
    }
    const post = createLetterBox(application.conversationsOptions);
    return {
      database,
      learners,
      post,
      async run(now, more = {}) {
        const given = { database, clock: () => now, timezone, quietHours: night, post, sliceSize: 3, ...more };
        return (await remindToLearn(given)).counts;
      },
      learn: (learner, now) => learnt(database.db, learner, time(now)),
      word: async (now) => {
        await database.db.execute(sql`update conversation set updated_at = ${now}`);
      },
      async outbox() {
        const found = await database.db.execute<{ text: string; at: string; key: string }>(sql`
          select message #>> '{text,0}' as text, unique_key as key,
            to_char(created_at at time zone ${timezone}, 'YYYY-MM-DD HH24:MI') as at from delivery where lane = 1 order by id`);
        return found.rows;
      },
      async rhythm(learner) {
        const found = await database.db.execute(sql`select * from learning_rhythm where learner_id = ${learner}`);
        return found.rows[0];
      },
    };
  }

  it('come at the chosen hour, once a day, with what choosing among words is learnt from', async () => {
    const { run, outbox, database, learners } = await scene();
    expect(await run(at(0, '19:59'))).toMatchObject({ due: 0 });
    expect(await run(at(0, '20:00'))).toMatchObject({ due: 1, enqueued: 1 });
    expect(await run(at(0, '20:01'))).toMatchObject({ due: 0 });
    expect(await outbox()).toMatchObject([{ key: `reminder:${learners[0]}:2026-11-23` }]);
    const { rows } = await database.db.execute(sql`
      select kind, template = any(eligible) as fits, eligible, propensity::text, answered_at from reminder`);
    expect(rows).toEqual([
      {
        kind: 'lesson',
        fits: true,
        eligible: ['plain', 'few_minutes', 'useful'],
        propensity: '0.33333334',
        answered_at: null,
      },
    ]);
    const sent = await database.db.execute(sql`
      select lane, purpose, status, to_char(not_after at time zone ${timezone}, 'HH24:MI') as until,
        (select array_agg(choice ->> 'label') from jsonb_array_elements(message -> 'choices') as choice) as choices from delivery where lane = 1`);
    expect(sent.rows).toEqual([
      {
        lane: 1,
        purpose: 'reminders',
        status: 'pending',
        until: '21:30',
        choices: ['Học luôn', 'Để mai', 'Nghỉ hôm nay', 'Thôi nhắc'],
      },
    ]);
  });

  it('are not sent without consent, on a day that is learnt on, or before anything was begun', async () => {
    const { run, learn, outbox, database, learners } = await scene(3);
    const [first = 0, second = 0, third = 0] = learners;
    await withdrawConsent(database.db, first, ['reminders'], at(0, '19:00'));
    await learn(second, at(0, '19:00'));
    await database.db.execute(sql`delete from learning_rhythm where learner_id = ${third}`);
    await database.db.execute(sql`delete from track_enrolment where learner_id = ${third}`);
    await remindersAgreed(database.db, third, { now: at(0, '19:00'), timezone, quiet: night });
    expect(await run(at(0, '20:00'))).toMatchObject({ due: 1, rested: 1, enqueued: 0 });
    expect(await run(at(1, '20:00'))).toMatchObject({ due: 1, enqueued: 1 });
    expect((await outbox()).map(({ key }) => key)).toEqual([`reminder:${second}:2026-11-24`]);
  });

  it('wait for a lesson under way, for the end of a talk and of a question', async () => {
    const { run, word, outbox, database, learners } = await scene();
    await word(at(0, '19:55'));
    expect(await run(at(0, '20:00'))).toMatchObject({ waiting: 1, enqueued: 0 });
    await database.db.execute(sql`
      insert into lesson_run (learner_id, lesson, track, way, step, started_at, noted_at)
      values (${learners[0]}, 'mat-khau', 'an-toan-tren-mang', 'read', '{}', ${at(0, '20:00')}, ${at(0, '20:00')})`);
    expect(await run(at(0, '20:05'))).toMatchObject({ waiting: 1, enqueued: 0 });
    await database.db.execute(sql`
      update conversation set state = jsonb_build_object('question',
        jsonb_build_object('kind', 'erase', 'until', ${at(0, '20:35').toISOString()}::text))`);
    expect(await run(at(0, '20:30'))).toMatchObject({ waiting: 1, enqueued: 0 });
    expect(await run(at(0, '20:39'))).toMatchObject({ due: 0 });
    expect(await run(at(0, '20:40'))).toMatchObject({ enqueued: 1 });
    expect((await outbox())[0]?.text).toMatch(/dở/);
  });

  it('come at the hour also where a lesson was left in the middle, and leave its question open', async () => {
    const { run, outbox, database, learners } = await scene();
    await database.db.execute(sql`
      insert into lesson_run (learner_id, lesson, track, way, step, started_at, noted_at)
      values (${learners[0]}, 'mat-khau', 'an-toan-tren-mang', 'read', '{}', ${at(0, '19:20')}, ${at(0, '19:20')})`);
    const question = { kind: 'lesson', until: at(1, '19:20').toISOString(), data: {} };
    await database.db.execute(
      sql`update conversation set state = ${JSON.stringify({ question })}::jsonb, updated_at = ${at(0, '19:20')}`,
    );
    expect(await run(at(0, '20:00'))).toMatchObject({ enqueued: 1, waiting: 0 });
    expect((await outbox())[0]?.text).toMatch(/dở/);
    const { rows } = await database.db.execute(sql`select state -> 'question' as question from conversation`);
    expect(rows).toEqual([{ question }]);
  });

  it('leave the person in peace for 48 hours after words of danger, whoever of theirs was meant, and nobody else', async () => {
    const { run, database, learners } = await scene(3);
    const [one, other] = learners as [number, number];
    // The second is looked after by the first.
    await database.db.execute(sql`
      update learner set account_id = (select account_id from learner where id = ${one}), relation = 'child' where id = ${other}`);
    for (const statement of calmStatements(other, at(0, '18:30'))) await database.db.execute(statement);
    expect(await run(at(0, '20:00'))).toMatchObject({ due: 3, enqueued: 1, rested: 2 });
    expect(await run(at(1, '20:00'))).toMatchObject({ enqueued: 0 });
    expect(await deleteOldCalm(database.db, at(2, '18:29'), 10)).toEqual({ deleted: 0 });
    expect(await run(at(2, '20:00'))).toMatchObject({ due: 2, enqueued: 2 });
    expect(await deleteOldCalm(database.db, at(2, '18:30'), 10)).toEqual({ deleted: 1 });
  });

  it('that wait to be sent already are taken back after words of danger, and are as good as not said', async () => {
    const { run, post, database, learners } = await scene(3);
    const [one, other] = learners as [number, number];
    await database.db.execute(sql`
      update learner set account_id = (select account_id from learner where id = ${one}), relation = 'child' where id = ${other}`);
    expect(await run(at(0, '20:00'))).toMatchObject({ enqueued: 3 });
    await database.db.execute(sql`
      insert into delivery (unique_key, channel, chat, learner_id, lane, status, via, message, due_at, created_at)
      select 'workshop:1', channel, chat, learner_id, lane, status, via, message, due_at, created_at from delivery where learner_id = ${one}`);
    for (const statement of calmStatements(other, at(0, '20:01'))) await database.db.execute(statement);
    const { rows } = await database.db.execute(sql`
      select learner_id::int as learner, unique_key like 'reminder:%' as reminds, status, error_code as why from delivery order by 2, 1`);
    expect(rows).toEqual([
      { learner: one, reminds: false, status: 'pending', why: null },
      { learner: one, reminds: true, status: 'skipped', why: 'calm' },
      { learner: other, reminds: true, status: 'skipped', why: 'calm' },
      { learner: learners[2], reminds: true, status: 'pending', why: null },
    ]);
    const unanswered = async () =>
      (await database.db.execute(sql`select unanswered from learning_rhythm order by learner_id`)).rows;
    expect(await unanswered()).toEqual([{ unanswered: 1 }, { unanswered: 1 }, { unanswered: 1 }]);
    expect(
      await sendReminders({ database, clock: () => at(0, '20:05'), timezone, quietHours: night, post }),
    ).toMatchObject({
      late: 2,
    });
    expect(await unanswered()).toEqual([{ unanswered: 0 }, { unanswered: 0 }, { unanswered: 1 }]);
    const reminded = async () =>
      (await database.db.execute(sql`select learner_id::int as id from reminder order by day desc, 1`)).rows.map(
        ({ id }) => id,
      );
    expect(await reminded()).toEqual([learners[2]]);
    await run(at(1, '20:05'));
    expect(await reminded()).not.toContain(one);
    await run(at(3, '20:05'));
    expect(await reminded()).toEqual(expect.arrayContaining([one, other]));
  });

  it('that found no room before the night are skipped and counted, and come at the hour of a later day', async () => {
    const { run, outbox } = await scene();
    expect(await run(at(0, '21:30'))).toMatchObject({ due: 1, skipped: 1, enqueued: 0 });
    expect(await run(at(1, '07:00'))).toMatchObject({ due: 0 });
    expect(await run(at(1, '20:00'))).toMatchObject({ enqueued: 1 });
    expect(await outbox()).toHaveLength(1);
  });

  it('that the sender could not bring before the night do not count as unanswered', async () => {
    const { run, rhythm, database, learners, post } = await scene();
    await run(at(0, '20:00'));
    expect(await rhythm(learners[0] ?? 0)).toMatchObject({ unanswered: 1 });
    await database.db.execute(sql`update delivery set status = 'skipped', error_code = 'too_late' where lane = 1`);
    const given = { database, clock: () => at(0, '21:31'), timezone, quietHours: night, post };
    expect(await sendReminders(given)).toMatchObject({ late: 1 });
    expect(await rhythm(learners[0] ?? 0)).toMatchObject({ unanswered: 0 });
    await run(at(1, '07:00'));
    const { rows } = await database.db.execute(sql`select 1 from delivery where lane = 1`);
    expect(rows).toHaveLength(1);
  });

  it('back off, end with one message that tells how to go on, and begin anew with an answer', async () => {
    const { run, word, learn, outbox, rhythm, database, learners } = await scene();
    for (let day = 0; day < 60; day++) {
      await word(at(day, '12:00'));
      await run(at(day, '20:00'));
    }
    const said = await outbox();
    expect(said.map((each) => each.at.slice(5, 10))).toEqual(['11-23', '11-26', '11-29', '12-06', '12-13', '12-20']);
    expect(said.at(-1)?.text).toContain('bạn nhắn /bai');
    expect(await rhythm(learners[0] ?? 0)).toMatchObject({ next_at: null });
    await learn(learners[0] ?? 0, at(61, '10:00'));
    expect(await rhythm(learners[0] ?? 0)).toMatchObject({ unanswered: 0, paused_at: null });
    expect(await run(at(62, '20:00'))).toMatchObject({ enqueued: 1 });
    await reminderAnswered(database.db, learners[0] ?? 0, { now: at(62, '20:05'), timezone, quiet: night });
    const { rows } = await database.db.execute(
      sql`select count(*)::int as answered from reminder where answered_at is not null`,
    );
    expect(rows).toEqual([{ answered: 1 }]);
  });

  it('end after fourteen days without a word', async () => {
    const { run, outbox } = await scene();
    for (let day = 0; day < 40; day++) await run(at(day, '20:00'));
    expect((await outbox()).map((each) => each.at.slice(5, 10))).toEqual(['11-23', '11-26', '11-29', '12-06', '12-07']);
  });

  it('come once more in the evening for who put them off, and then no more', async () => {
    const { run, outbox, database, learners } = await scene();
    const [learner = 0] = learners;
    const time = (now: Date) => ({ now, timezone, quiet: night });
    await setReminderHour(database.db, learner, 9 * 60, at(0, '08:00'));
    await remindersAgreed(database.db, learner, time(at(0, '08:00')));
    await run(at(0, '09:00'));
    expect(await snooze(database.db, learner, 'evening', time(at(0, '09:30')))).toEqual(at(0, '20:00'));
    expect(await run(at(0, '20:00'))).toMatchObject({ enqueued: 1 });
    expect(await snooze(database.db, learner, 'evening', time(at(0, '20:05')))).toEqual(at(1, '09:00'));
    for (const clock of ['20:15', '21:00']) expect(await run(at(0, clock))).toMatchObject({ due: 0 });
    expect((await outbox()).map(({ key }) => key.split(':').slice(2))).toEqual([
      ['2026-11-23'],
      ['2026-11-23', 'again'],
    ]);
    await withdrawConsent(database.db, learner, ['reminders'], at(1, '08:00'));
    expect(await snooze(database.db, learner, 'tomorrow', time(at(1, '08:00')))).toBeUndefined();
  });

  it('for a relative go to the chat of the account, whoever it is about', async () => {
    const { run, outbox, database, learners } = await scene();
    const { rows } = await database.db.execute<{ id: string }>(sql`
      insert into learner (account_id, relation, name) select account_id, 'child', 'Bống' from learner where id = ${learners[0]} returning id`);
    const child = Number(rows[0]?.id);
    await agree(database, child, 'reminders', at(0, '08:00'));
    await learnt(database.db, child, { now: at(0, '09:30'), timezone, quiet: night });
    await database.db.execute(sql`
      insert into item_memory (learner_id, item, due_at, stability, difficulty, reviews, lapses, last_at, last_unaided, noted_at)
      values (${child}, 'x', ${at(1, '00:00')}, 3, 5, 1, 0, ${at(0, '09:30')}, false, ${at(0, '09:30')})`);
    expect(await run(at(1, '09:00'))).toMatchObject({ enqueued: 2 - 1 });
    const [said] = await outbox();
    expect(said?.text).toContain('Bống');
    const sent = await database.db.execute(sql`select chat, learner_id::int from delivery where lane = 1`);
    expect(sent.rows).toEqual([{ chat: 'p0', learner_id: child }]);
  });

  it('reach everybody once over slices, two replicas at once, and a run that is killed', async () => {
    const { run, post, outbox, learners } = await scene(10);
    let posts = 0;
    const killed: PostLetter = async (tx, letter) => {
      const id = await post(tx, letter);
      posts += 1;
      if (posts === 4) throw new Error('killed');
      return id;
    };
    await expect(run(at(0, '20:00'), { post: killed })).rejects.toThrow('killed');
    expect(await outbox()).toHaveLength(3);
    // One run looks at so many only; those that wait longest come first.
    expect(await run(at(0, '20:01'), { most: 3 })).toMatchObject({ due: 3, enqueued: 3 });
    await Promise.all([run(at(0, '20:02')), run(at(0, '20:02')), run(at(0, '20:02'))]);
    await run(at(0, '20:13'));
    const keys = (await outbox()).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toHaveLength(learners.length);
  });

  it('keep their promises over random lives', { timeout: 120_000 }, async () => {
    const { run, learn, word, outbox, database, learners } = await scene(4);
    let state = 7;
    const chance = (): number => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state / 2 ** 32;
    };
    const stopped = new Map<number, Date>();
    const stops: { learner: number; from: Date; until: Date }[] = [];
    for (let day = 0; day < 40; day++) {
      for (const hour of [6, 9, 12, 18, 20, 21, 22, 23]) {
        const clock = `${String(hour).padStart(2, '0')}:${chance() < 0.5 ? '05' : '45'}`;
        const now = at(day, clock);
        const learner = learners[Math.floor(chance() * learners.length)] ?? 0;
        const what = chance();
        const time = { now, timezone, quiet: night };
        if (what < 0.1) await learn(learner, now);
        else if (what < 0.15) await word(now);
        else if (what < 0.2) {
          await withdrawConsent(database.db, learner, ['reminders'], now);
          if (!stopped.has(learner)) stopped.set(learner, now);
        } else if (what < 0.3) {
          await agree(database, learner, 'reminders', now);
          await setReminderHour(database.db, learner, Math.floor(chance() * 1440), now);
          await remindersAgreed(database.db, learner, time);
          const from = stopped.get(learner);
          if (from !== undefined) stops.push({ learner, from, until: now });
          stopped.delete(learner);
        } else if (what < 0.4) await snooze(database.db, learner, chance() < 0.5 ? 'evening' : 'tomorrow', time);
        await run(now);
      }
    }
    for (const [learner, from] of stopped) stops.push({ learner, from, until: at(99, '00:00') });
    const said = (await outbox()).map((each) => ({
      learner: Number(each.key.split(':')[1]),
      day: each.key.split(':')[2],
      isAsked: each.key.endsWith(':again'),
      at: new Date(`${each.at.replace(' ', 'T')}:00+07:00`),
    }));
    expect(said.length).toBeGreaterThan(20);
    const byItself = said.filter(({ isAsked }) => !isAsked).map(({ learner, day }) => `${learner} ${day}`);
    expect(new Set(byItself).size).toBe(byItself.length);
    for (const each of said) {
      expect(isQuiet(night, cityTime(each.at, timezone).minutes)).toBe(false);
      expect(
        stops.filter((stop) => stop.learner === each.learner && stop.from < each.at && each.at < stop.until),
      ).toEqual([]);
    }
  });
});

import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { createLetterBox } from '../../src/conversation/index.ts';
import type { Database } from '../../src/database/index.ts';
import { markCourse } from '../../src/discovery/index.ts';
import { findOrCreatePerson, giveConsent, withdrawConsent } from '../../src/learners/index.ts';
import {
  followUpAnswered,
  type PostLetter,
  type ReminderCounts,
  sendReminders,
  setReminderHour,
  watchStarts,
} from '../../src/outreach/index.ts';
import { type TestApplication, testApplication } from '../support/application.ts';
import { describeDatabases } from '../support/databases.ts';

const timezone = 'Asia/Ho_Chi_Minh';
const night = { from: 21 * 60 + 30, until: 7 * 60 };
/** Ten in the morning in the city. */
const monday = new Date('2026-11-23T03:00:00Z');
const days = (count: number, from = monday): Date => new Date(from.getTime() + count * 86_400_000);
const hours = (count: number, from: Date): Date => new Date(from.getTime() + count * 3_600_000);

interface Scene {
  readonly database: Database;
  readonly application: TestApplication;
  readonly learnerIds: readonly number[];
  run(now: Date, more?: { quietHours?: typeof night; post?: PostLetter }): Promise<ReminderCounts>;
  opened(learnerId: number | undefined, course: string, at?: Date): Promise<void>;
  mark(learnerId: number | undefined, course: string, kind: 'saved' | 'opened', at: Date): Promise<void>;
  agree(learnerId: number | undefined): Promise<void>;
  /** Texts in the outbox, oldest first. */
  outbox(): Promise<string[]>;
}

describeDatabases('reminders', (context) => {
  /** Learners who agreed to reminders and wrote for the last time on Sunday. */
  async function scene(people = 1): Promise<Scene> {
    const database = await context.database();
    const application = await testApplication(database);
    application.time.now = days(-1);
    const learnerIds: number[] = [];
    const agree: Scene['agree'] = async (learnerId = 0) => {
      await giveConsent(database.db, {
        learnerId,
        purpose: 'reminders',
        text: 'x',
        textVersion: '1',
        locale: 'vi',
        channel: 'web',
        turnId: 1,
        at: days(-1),
      });
    };
    for (let n = 0; n < people; n++) {
      const chat = `p${n}`;
      await application.conversations.takeTurn({
        channel: 'web',
        updateKey: chat,
        chat,
        person: chat,
        receivedAt: application.time.now,
        content: { kind: 'text', text: 'xin chào' },
      });
      const { learnerId } = await findOrCreatePerson(database.db, 'web', chat);
      await database.db.execute(sql`update conversation set updated_at = ${days(-1)} where learner_id = ${learnerId}`);
      await agree(learnerId);
      learnerIds.push(learnerId);
    }
    const post = createLetterBox(application.conversationsOptions);
    const mark: Scene['mark'] = async (learnerId = 0, course, kind, at) => {
      const { rows } = await database.db.execute<{ id: string }>(
        sql`select id from course where public_id = ${course}`,
      );
      await markCourse(database.db, { learnerId, courseKey: Number(rows[0]?.id), kind, at });
    };
    return {
      database,
      application,
      learnerIds,
      agree,
      mark,
      opened: (learnerId, course, at = monday) => mark(learnerId, course, 'opened', at),
      run: (now, more = {}) =>
        sendReminders({ database, clock: () => now, timezone, quietHours: night, post, sliceSize: 3, ...more }),
      async outbox() {
        const { rows } = await database.db.execute<{ text: string }>(sql`
          select message #>> '{text,0}' as text from delivery where lane = 1 order by id`);
        return rows.map(({ text }) => text);
      },
    };
  }

  const startsOn = (database: Database, course: string, date: string) =>
    database.db.execute(sql`update course set starts_on = ${date} where public_id = ${course}`);

  it('ask a week after a course was opened, at the learner’s hour, once and never again', async () => {
    const { run, opened, outbox, learnerIds, database } = await scene();
    await setReminderHour(database.db, learnerIds[0] ?? 0, 20 * 60, monday);
    await opened(learnerIds[0], 'guitar');
    expect(await run(days(6))).toMatchObject({ due: 0 });
    expect(await run(days(7))).toMatchObject({ due: 0 });
    expect(await run(hours(10, days(7)))).toMatchObject({ due: 1, enqueued: 1 });
    expect(await outbox()).toEqual([expect.stringContaining('Bạn đã đăng ký khóa này chưa?')]);
    for (const day of [7, 8, 9, 20]) await run(hours(10, days(day)));
    await opened(learnerIds[0], 'guitar', days(21));
    await run(hours(10, days(29)));
    expect(await outbox()).toHaveLength(1);
  });

  it('carry consent, lane and an end before the night', async () => {
    const { run, opened, learnerIds, database } = await scene();
    await opened(learnerIds[0], 'guitar');
    await run(days(7));
    const { rows } = await database.db.execute(sql`
      select lane, purpose, status, to_char(not_after at time zone ${timezone}, 'HH24:MI') as until from delivery where lane = 1`);
    expect(rows).toEqual([{ lane: 1, purpose: 'reminders', status: 'pending', until: '21:30' }]);
  });

  it('say nothing to who did not agree, or no longer does', async () => {
    const { run, opened, outbox, learnerIds, database, agree } = await scene();
    await withdrawConsent(database.db, learnerIds[0] ?? 0, ['reminders'], monday);
    await opened(learnerIds[0], 'guitar');
    expect(await run(days(7))).toMatchObject({ due: 0 });
    await agree(learnerIds[0]);
    expect(await run(days(7))).toMatchObject({ due: 1 });
    expect(await outbox()).toHaveLength(1);
  });

  it('say nothing at night, also where the night lies within a day', async () => {
    const { run, opened, outbox, learnerIds } = await scene();
    await opened(learnerIds[0], 'guitar');
    for (const hour of [11.5, 13, 14.5, 20.9]) expect(await run(hours(hour, days(7)))).toMatchObject({ due: 0 });
    await run(days(7), { quietHours: { from: 9 * 60, until: 11 * 60 } });
    expect(await outbox()).toEqual([]);
    // An hour that became quiet since it was chosen counts as the end of the quiet.
    await run(hours(1, days(7)), { quietHours: { from: 8 * 60, until: 11 * 60 } });
    expect(await outbox()).toHaveLength(1);
  });

  it('ask one question a day, and wait when three of a week have no answer', async () => {
    const { run, opened, outbox, learnerIds, database } = await scene();
    for (const course of ['guitar', 'yoga-nhe', 'cat-may', 'lam-banh', 'so-cuu']) await opened(learnerIds[0], course);
    for (const day of [7, 8, 9, 10, 11]) {
      await run(days(day));
      await run(hours(2, days(day)));
    }
    expect(await outbox()).toHaveLength(3);
    const { rows } = await database.db.execute<{ course_id: string }>(sql`select course_id from follow_up`);
    await followUpAnswered(database.db, learnerIds[0] ?? 0, Number(rows[0]?.course_id), days(11));
    await run(days(12));
    expect(await outbox()).toHaveLength(4);
  });

  it('do not ask of a course one has waved away, reported or spoken of', async () => {
    const { run, opened, outbox, learnerIds, database } = await scene();
    await opened(learnerIds[0], 'guitar');
    await database.db.execute(sql`
      insert into course_mark (learner_id, course_id, kind, marked_at)
      select learner_id, course_id, 'dismissed', now() from course_mark`);
    expect(await run(days(7))).toMatchObject({ due: 0 });
    expect(await outbox()).toEqual([]);
  });

  it('interrupt nobody who is writing, and come afterwards', async () => {
    const { run, opened, outbox, learnerIds, database } = await scene();
    await opened(learnerIds[0], 'guitar');
    await database.db.execute(sql`update conversation set updated_at = ${days(7)}`);
    expect(await run(hours(0.1, days(7)))).toMatchObject({ due: 0 });
    await database.db.execute(sql`
      update conversation set state = jsonb_build_object('question', jsonb_build_object('kind', 'erase', 'until', ${hours(2, days(7)).toISOString()}::text))`);
    expect(await run(hours(1, days(7)))).toMatchObject({ due: 1, waiting: 1 });
    expect(await outbox()).toEqual([]);
    expect(await run(hours(3, days(7)))).toMatchObject({ enqueued: 1 });
  });

  it('bring a start to mind two days before, once, and never on its day', async () => {
    const { run, mark, outbox, learnerIds, database } = await scene();
    await startsOn(database, 'guitar', '2026-12-05');
    await mark(learnerIds[0], 'guitar', 'saved', monday);
    expect(await watchStarts(database.db, { now: monday, timezone, limit: 10 })).toBe(1);
    expect(await watchStarts(database.db, { now: monday, timezone, limit: 10 })).toBe(0);
    for (let day = 1; day < 10; day++) expect(await run(days(day))).toMatchObject({ due: 0 });
    expect(await run(days(10))).toMatchObject({ enqueued: 1 });
    for (let day = 10; day < 15; day++) await run(days(day));
    expect(await outbox()).toEqual([expect.stringContaining('sắp khai giảng: ngày 05/12/2026')]);
  });

  it('count a start that came before anybody could be told', async () => {
    const { run, mark, outbox, learnerIds, database } = await scene();
    await startsOn(database, 'guitar', '2026-12-05');
    await mark(learnerIds[0], 'guitar', 'saved', monday);
    await watchStarts(database.db, { now: monday, timezone, limit: 10 });
    expect(await run(days(12))).toMatchObject({ due: 0, skipped: 1 });
    expect(await run(days(13))).toMatchObject({ due: 0, skipped: 0 });
    expect(await outbox()).toEqual([]);
  });

  it('tell of a moved start once for each move, and of the new start again', async () => {
    const { run, mark, outbox, learnerIds, database } = await scene();
    await startsOn(database, 'guitar', '2026-12-05');
    await mark(learnerIds[0], 'guitar', 'saved', monday);
    await watchStarts(database.db, { now: monday, timezone, limit: 10 });
    await startsOn(database, 'guitar', '2026-12-20');
    await run(days(2));
    await run(days(3));
    await run(days(25));
    await run(days(26));
    expect(await outbox()).toEqual([
      expect.stringContaining('từ 05/12/2026 sang 20/12/2026'),
      expect.stringContaining('sắp khai giảng: ngày 20/12/2026'),
    ]);
  });

  it('put two starts of a day into one message, and a question on the day after', async () => {
    const { run, mark, opened, outbox, learnerIds, database } = await scene();
    for (const course of ['guitar', 'yoga-nhe']) {
      await startsOn(database, course, '2026-12-02');
      await mark(learnerIds[0], course, 'saved', monday);
    }
    await opened(learnerIds[0], 'cat-may');
    await watchStarts(database.db, { now: monday, timezone, limit: 10 });
    await run(days(7));
    await run(hours(1, days(7)));
    const [both, ...others] = await outbox();
    expect(both).toContain('Guitar');
    expect(both).toContain('Yoga');
    expect(others).toEqual([]);
    await run(days(8));
    expect(await outbox()).toEqual([both, expect.stringContaining('Bạn đã đăng ký khóa này chưa?')]);
  });

  it('that found no room before the night come again while they are of use', async () => {
    const { run, mark, outbox, learnerIds, database } = await scene();
    await startsOn(database, 'guitar', '2026-12-05');
    await mark(learnerIds[0], 'guitar', 'saved', monday);
    await watchStarts(database.db, { now: monday, timezone, limit: 10 });
    await run(days(10));
    await database.db.execute(sql`update delivery set status = 'skipped', error_code = 'too_late' where lane = 1`);
    expect(await run(days(11))).toMatchObject({ late: 1, enqueued: 1 });
    await database.db.execute(sql`update delivery set status = 'skipped', error_code = 'too_late' where lane = 1`);
    expect(await run(days(12))).toMatchObject({ late: 1, enqueued: 0, skipped: 1 });
    expect(await outbox()).toHaveLength(2);
  });

  it('reach everybody once, over slices', async () => {
    const { run, opened, learnerIds, outbox } = await scene(8);
    for (const learnerId of learnerIds) await opened(learnerId, 'guitar');
    expect(await run(days(7))).toMatchObject({ due: 8, enqueued: 8 });
    expect(await run(days(7))).toMatchObject({ due: 0 });
    expect(await outbox()).toHaveLength(8);
  });

  it('from two replicas at once reach everybody exactly once', async () => {
    const { run, opened, learnerIds, database } = await scene(8);
    for (const learnerId of learnerIds) await opened(learnerId, 'guitar');
    const counts = await Promise.all([run(days(7)), run(days(7)), run(days(7))]);
    // Who was locked by one of them is not lost: a later run finds them.
    await run(days(7));
    const { rows } = await database.db.execute(sql`
      select count(*)::int as messages, count(distinct learner_id)::int as people from delivery where lane = 1`);
    expect(rows).toEqual([{ messages: 8, people: 8 }]);
    expect(counts.reduce((sum, { enqueued }) => sum + enqueued, 0)).toBeLessThanOrEqual(8);
  });

  it('of a run that is killed in the middle are neither lost nor doubled', async () => {
    const { run, opened, learnerIds, application, outbox } = await scene(5);
    for (const learnerId of learnerIds) await opened(learnerId, 'guitar');
    const box = createLetterBox(application.conversationsOptions);
    let posts = 0;
    const killed: PostLetter = async (tx, letter) => {
      const id = await box(tx, letter);
      posts++;
      if (posts === 3) throw new Error('killed');
      return id;
    };
    await expect(run(days(7), { post: killed })).rejects.toThrow('killed');
    expect(await outbox()).toHaveLength(2);
    expect(await run(days(7))).toMatchObject({ due: 3, enqueued: 3 });
    expect(await outbox()).toHaveLength(5);
  });

  it('go to the conversation one wrote in last among those that can be reached', async () => {
    const { run, opened, learnerIds, database } = await scene();
    await database.db.execute(sql`
      with account as (select account_id as id from learner where id = ${learnerIds[0]}),
      identities as (
        insert into identity (account_id, channel, external_id, unreachable_since)
        select account.id, other.channel, other.chat, case other.channel when 'zalo' then now() end
        from account, (values ('telegram', 't1'), ('zalo', 'z1')) as other (channel, chat))
      insert into conversation (channel, chat, account_id, learner_id, updated_at)
      select other.channel, other.chat, account.id, ${learnerIds[0]}, ${days(1)}::timestamptz + other.later
      from account, (values ('telegram', 't1', interval '0'), ('zalo', 'z1', interval '1 hour')) as other (channel, chat, later)`);
    await opened(learnerIds[0], 'guitar');
    await run(days(7));
    const { rows } = await database.db.execute(sql`select channel, chat from delivery where lane = 1`);
    expect(rows).toEqual([{ channel: 'telegram', chat: 't1' }]);
  });
});

import { sql } from 'drizzle-orm';
import { createEmptyCard, fsrs, Rating } from 'ts-fsrs';
import { expect, it } from 'vitest';
import type { Database } from '../../src/database/index.ts';
import { cityLessons, standingOf } from '../../src/learning/index.ts';
import type { ChannelName, OutboundMessage } from '../../src/message/index.ts';
import { cityTime, daysAfter } from '../../src/time/index.ts';
import { testApplication } from '../support/application.ts';
import { type DatabaseKind, describeAllDatabases } from '../support/databases.ts';
import { lessonPerson } from '../support/lesson-person.ts';

const lessons = await cityLessons();
const timezone = 'Asia/Ho_Chi_Minh';

/** Each channel somewhere, all of them on the embedded database. */
const channelsOn: Readonly<Record<DatabaseKind, readonly ChannelName[]>> = {
  embedded: ['web', 'telegram', 'zalo'],
  postgres: ['telegram'],
  'postgres with one connection': ['zalo'],
};

/** The days on which FSRS asks an item again that was always known, asked directly. */
function daysByFsrs(days: readonly string[]): string {
  const scheduler = fsrs({ request_retention: 0.9, enable_short_term: false, enable_fuzz: false });
  const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);
  let card = createEmptyCard(noon(days[0] ?? ''));
  for (const day of days) card = scheduler.next(card, noon(day), Rating.Good).card;
  return daysAfter(days.at(-1) ?? '', Math.min(card.scheduled_days, 90));
}

async function dueDays(database: Database, learnerId: number): Promise<Map<string, string>> {
  const { rows } = await database.db.execute<{ item: string; due_at: string }>(
    sql`select item, due_at from item_memory where learner_id = ${learnerId}`,
  );
  return new Map(rows.map(({ item, due_at }) => [item, cityTime(new Date(due_at), timezone).day]));
}

describeAllDatabases('lessons in the chat', (context) => {
  for (const channel of channelsOn[context.kind]) {
    it(`are a whole track in a lesson a day on ${channel}, with reviews on the days of FSRS`, async () => {
      const database = await context.database();
      const application = await testApplication(database);
      const person = lessonPerson(application, database, lessons, channel);
      const track = lessons.tracks.find(({ id }) => id === 'an-toan-tren-mang');
      if (track === undefined) throw new Error('The track is not there.');
      const answered = new Map<string, string[]>();
      const note = (items: readonly string[], day: string): void => {
        for (const item of items) answered.set(item, [...(answered.get(item) ?? []), day]);
      };
      await person.say('/bai');
      await person.choose(track.title);
      await person.choose('Bỏ qua, học từ đầu');
      for (let at = 0; at < 25; at++) {
        const { day } = cityTime(application.time.now, timezone);
        const lesson = track.lessons[at];
        const expected = [...answered].filter(([, days]) => daysByFsrs(days) <= day).map(([item]) => item);
        if (lesson !== undefined) {
          const reviewed = await person.finishLesson();
          note([...lesson.items.map(({ id }) => id), ...reviewed], day);
          expect(reviewed).toHaveLength(Math.min(expected.length, 1));
          expect(expected).toEqual(expect.arrayContaining([...reviewed]));
          // One more on the same day is not pressed on anybody.
          const [message] = await person.say('/bai');
          if (at < 7) expect(message?.text.join('')).toContain('Hôm nay bạn học xong rồi');
          const rest = await person.reviewAll();
          note(rest, day);
          expect([...reviewed, ...rest].sort()).toEqual(expected.sort());
        } else {
          const rest = await person.reviewAll();
          note(rest, day);
          expect([...rest].sort()).toEqual(expected.sort());
        }
        const due = await dueDays(database, await person.learnerId());
        expect([...due].sort()).toEqual([...answered].map(([item, days]) => [item, daysByFsrs(days)]).sort());
        application.advance(86_400);
        if (at < 7) await person.say('học tiếp');
      }
      const { rows } = await database.db.execute<{ finished: number; tracks: number }>(sql`
        select (select count(finished_at)::int from lesson_run) as finished, (select count(finished_at)::int from track_enrolment) as tracks`);
      expect(rows).toEqual([{ finished: 8, tracks: 1 }]);
    });
  }

  it('go from "hi" to the first answered question in four messages', async () => {
    const database = await context.database();
    const application = await testApplication(database);
    const person = lessonPerson(application, database, lessons, 'telegram');
    await person.say('hi');
    await person.choose('Học bài 5 phút');
    await person.choose('An toàn trên mạng');
    const [answer] = await person.choose(1);
    expect(answer?.text.join('')).toContain('Đúng rồi');
    const { rows } = await database.db.execute(sql`select count(*)::int as messages from turn`);
    expect(rows).toEqual([{ messages: 4 }]);
  });

  it('take at most 6 KB each in low-data mode, read and answered right', async () => {
    if (context.kind !== 'embedded') return;
    const database = await context.database();
    const application = await testApplication(database);
    const person = lessonPerson(application, database, lessons, 'telegram');
    await person.say('/tietkiem bat');
    const bytes: Record<string, number> = {};
    for (const track of lessons.tracks) {
      await person.say('/bai doi');
      await person.choose(track.title);
      person.heard.bytes = 0;
      await person.choose('Bỏ qua, học từ đầu');
      for (const lesson of track.lessons) {
        await person.finishLesson();
        bytes[lesson.id] = person.heard.bytes;
        if (lesson.position === track.lessons.length) continue;
        await person.say('/bai');
        person.heard.bytes = 0;
        await person.choose('Học luôn bài sau');
      }
    }
    expect(Object.keys(bytes)).toHaveLength(24);
    expect(Object.entries(bytes).filter(([, each]) => each > 6 * 1024)).toEqual([]);
  });

  it('end a track with its certificate, or with the lessons that it still lacks', async () => {
    const database = await context.database();
    const application = await testApplication(database);
    const person = lessonPerson(application, database, lessons, 'telegram');
    const track = lessons.tracks.find(({ id }) => id === 'an-toan-tren-mang');
    const last = lessons.lesson(track?.placement.at(-1)?.lesson ?? '');
    if (track === undefined || last === undefined) throw new Error('The track is not there.');
    await person.say('/bai');
    await person.choose(track.title);
    for (const { question } of track.placement)
      await person.choose(question.options.findIndex(({ isRight }) => isRight));
    const [first, ...others] = track.lessons.filter(({ position }) => position <= last.position);
    for (const each of track.lessons.slice(last.position)) {
      if (each.position > last.position + 1) {
        await person.say('/bai');
        await person.choose('Học luôn bài sau');
      }
      await person.finishLesson();
    }
    // What the questions left out can be taken from here; the certificate comes with the last of it.
    await person.choose(`Học: ${first?.title}`);
    await person.finishLesson();
    for (const { id } of others) {
      await person.say(`lesson_${id}`);
      await person.finishLesson();
    }
    await person.choose(`Nhận giấy chứng nhận: ${track.title}`);
    const { rows } = await database.db.execute(sql`select state -> 'question' ->> 'kind' as asks from conversation`);
    expect(rows).toEqual([{ asks: 'track_certificate' }]);
  });

  it('lead to a person who needed an answer shown in two lessons or reviews, unless they got it in between', async () => {
    const database = await context.database();
    const application = await testApplication(database);
    const person = lessonPerson(application, database, lessons, 'telegram');
    const [item] = lessons.lesson('chu-to-tieng-lon')?.items ?? [];
    if (item?.question.kind !== 'choice' || item.variant.kind !== 'choice') throw new Error('The item is not there.');
    const wrong = item.question.options.findIndex(({ isRight }) => !isRight);
    const rightVariant = item.variant.options.findIndex(({ isRight }) => isRight);
    const labels = (messages: readonly OutboundMessage[]) =>
      messages.flatMap(({ choices }) => choices.map(({ label }) => label));
    /** The first item answered wrong until its answer is shown, then its variant right; what is offered then. */
    async function fail(): Promise<readonly string[]> {
      for (let steps = 0; steps < 20; steps++) {
        const learnerId = await person.learnerId();
        const { run } = await standingOf(database.db, lessons, learnerId, application.time.now, timezone);
        if (run?.step.kind !== 'item') await person.choose(0);
        else if (run.step.asking.wasShown) return labels(await person.choose(rightVariant));
        else await person.choose(wrong);
        application.advance(60);
      }
      throw new Error('The answer was not shown.');
    }
    await person.say('lesson_chu-to-tieng-lon');
    expect(await fail()).not.toContain('Hỏi nhân viên');
    await person.finishLesson();
    application.advance(3 * 86_400);
    await person.say('lesson_chu-to-tieng-lon');
    expect(await fail()).toContain('Hỏi nhân viên');
    await person.finishLesson();
    application.advance(3 * 86_400);
    await person.say('lesson_chu-to-tieng-lon');
    await person.finishLesson();
    application.advance(3 * 86_400);
    await person.say('lesson_chu-to-tieng-lon');
    expect(await fail()).not.toContain('Hỏi nhân viên');
  });
});

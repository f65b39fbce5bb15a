import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { personalDataOwners } from '../../src/application.ts';
import type { Database } from '../../src/database/index.ts';
import { forgetEveryWish, forgetWish } from '../../src/discovery/index.ts';
import { eraseLearnerData, exportLearnerData, refuseConsent } from '../../src/learners/index.ts';
import { mergeLearnerData } from '../../src/learners/personal-data.ts';
import { testApplication } from '../support/application.ts';
import { type ChatPerson, chatPerson } from '../support/chat-person.ts';
import { agree } from '../support/consenting.ts';
import { describeAllDatabases } from '../support/databases.ts';
import { addStaff } from '../support/staff.ts';

/**
 * Every table that holds something of a learner: by a foreign key that leads, over any number of tables, to learner or
 * account, or by a column named like one. Written against the database, not against our lists.
 */
async function tablesOfLearners(database: Database): Promise<string[]> {
  const { rows } = await database.db.execute<{ table_name: string }>(sql`
    with recursive reference as (
      select child.relname::text collate "default" as child, parent.relname::text collate "default" as parent from pg_constraint
      join pg_class as child on child.oid = conrelid join pg_class as parent on parent.oid = confrelid
      where contype = 'f'),
    personal (table_name) as (
      select unnest(array['account', 'learner'])
      union select child from reference join personal on parent = table_name)
    select table_name from personal
    union select table_name::text collate "default" from information_schema.columns
      where table_schema = current_schema() and column_name in ('learner_id', 'account_id', 'conversation_id')
    order by table_name`);
  return rows.map((row) => row.table_name);
}

async function countRows(database: Database, table: string): Promise<number> {
  const { rows } = await database.db.execute<{ count: string }>(sql`select count(*) from ${sql.identifier(table)}`);
  return Number(rows[0]?.count);
}

/** Every learner agrees to announcements and refuses to be reminded. */
async function answerForEverybody(database: Database): Promise<void> {
  const { rows } = await database.db.execute<{ id: string }>(sql`select id from learner where merged_into is null`);
  for (const id of rows.map((row) => Number(row.id))) {
    await agree(database, id, 'announcements', new Date());
    await refuseConsent(database.db, id, ['reminders'], new Date());
  }
}

/** Every learner has something of what is done in the background: a course found for a wish, a question, a start date, a message. */
async function reachEverybody(database: Database): Promise<void> {
  await database.db.execute(sql`
    insert into follow_up (learner_id, course_id, asked_at)
    select learner.id, (select min(id) from course), now() from learner`);
  await database.db.execute(sql`
    insert into course_report (learner_id, course_id, reasons, reported_at)
    select learner.id, (select min(id) from course), '{gone}', now() from learner`);
  await database.db.execute(sql`
    with place as (insert into organisation (name) values ('Quỹ Nắng Sớm') returning id),
    offer as (
      insert into scholarship (public_id, source, organisation_id, title, content_hash, version)
      select 'hb-mau-thu', 'thu', id, 'Học bổng', '', 1 from place returning id)
    insert into application (learner_id, scholarship_id, status, call_name, reason, standing, consent_text_hash, consent_text_version, channel, applied_at)
    select learner.id, offer.id, 'waiting', 'An', 'để học', '{"met": [], "failed": [], "open": []}', 'hash', '1', 'web', now() from learner, offer`);
  await database.db.execute(sql`
    insert into place (public_id, source, name, kind, ward, confirmed_on, content_hash, version)
    values ('noi', 'thu', 'Nơi học', 'library', '27139', '2026-11-20', '', 1) on conflict do nothing`);
  await database.db.execute(sql`
    insert into place_report (learner_id, place_id, reasons, words, reported_at)
    select learner.id, (select min(id) from place), '{hours}', 'mở trễ', now() from learner`);
  await database.db.execute(sql`
    insert into opportunity_mark (learner_id, offer_kind, offer_id, kind, marked_at)
    select learner.id, 'scholarship', scholarship.id, 'saved', now() from learner, scholarship`);
  await database.db.execute(sql`
    with stock as (
      insert into device_stock (place_id, device, total, loan_days) select min(id), 'laptop', 9, 14 from place
      on conflict (place_id, device) do update set total = 9 returning id),
    loan as (
      insert into device_loan (stock_id, learner_id, state, call_name, phone, consent_text_hash, consent_text_version, asked_at)
      select stock.id, learner.id, 'waiting', 'An', '0900000000', 'hash', '1', now() from stock, learner returning id)
    insert into device_loan_told (loan_id, kind, version, told_at) select id, 'turn', 0, now() from loan`);
  await database.db.execute(sql`
    insert into eligibility_answer (learner_id, answers, consent_text_hash, consent_text_version, kept_at)
    select id, '{"disability": true}', 'hash', '1', now() from learner`);
  await database.db.execute(sql`
    insert into figure_member (figure, period, topic, learner_id, cell, counted_on)
    select 'active', '2026', '', learner.id, '', '2026-11-23' from learner`);
  await database.db.execute(sql`
    insert into start_watch (learner_id, course_id, starts_on, since)
    select learner.id, (select min(id) from course), '2026-12-05', now() from learner`);
  await database.db.execute(sql`
    insert into learning_rhythm (learner_id, next_at, noted_at) select id, now(), now() from learner`);
  await database.db.execute(sql`
    insert into reminder (learner_id, day, kind, delivery_id, enqueued_at)
    select learner.id, '2026-12-03', 'start', (select min(id) from delivery where learner_id = learner.id), now() from learner`);
  await database.db.execute(sql`
    with one as (
      insert into workshop (public_id, title, starts_at, ends_at, created_at, updated_at)
      values ('buoi-zalo', 'Dùng Zalo', '2026-12-05T01:00:00Z', '2026-12-05T03:00:00Z', now(), now()) returning id),
    seat as (
      insert into workshop_registration (workshop_id, learner_id, state, code, registered_at, taken_at, noted_at)
      select one.id, learner.id, 'taken', 'C' || learner.id, now(), now(), now() from learner, one returning id),
    told as (
      insert into workshop_notice (registration_id, kind, version, made_at, due_at, not_after)
      select id, 'reminder_day', 1, now(), now(), now() from seat)
    insert into workshop_scan (request_id, registration_id, outcome, scanned_at) select 'scan ' || id, id, 'seen', now() from seat`);
  await addPoll(database);
  await addLesson(database);
  await addClass(database);
  await addTutor(database);
  await addMedia(database);
}

/** A lesson that everybody has done, with what they remember of it. */
async function addLesson(database: Database): Promise<void> {
  await database.db.execute(sql`
    insert into track_enrolment (learner_id, track, started_at, noted_at) select id, 'an-toan', now(), now() from learner`);
  await database.db.execute(sql`
    insert into lesson_run (learner_id, lesson, track, way, step, started_at, noted_at)
    select id, 'mat-khau', 'an-toan', 'read', '{}', now(), now() from learner`);
  await database.db.execute(sql`
    insert into item_memory (learner_id, item, due_at, stability, difficulty, reviews, lapses, last_at, last_unaided, noted_at)
    select id, 'mat-khau-nao', now(), 3, 5, 1, 0, now(), true, now() from learner`);
  await database.db.execute(sql`
    insert into attempt (learner_id, item, at, place, is_variant, outcome, answer, hint_level)
    select id, 'mat-khau-nao', now(), 'lesson', false, 'right', 'không dùng lại', 0 from learner`);
  await database.db.execute(sql`
    insert into rest_day (learner_id, monday, day, noted_at) select id, '2026-11-30', '2026-12-02', now() from learner`);
  await database.db.execute(
    sql`insert into reminder_calm (learner_id, until, noted_at) select id, now(), now() from learner`,
  );
  await database.db.execute(sql`insert into weekly_goal (learner_id, days, noted_at) select id, 4, now() from learner`);
  await database.db.execute(sql`
    insert into track_certificate (learner_id, code, track, title, english, lessons, finished_at, issued_at)
    select id, 'C' || id, 'an-toan', 'An toàn', 'Safety', 8, now(), now() from learner`);
  await database.db.execute(sql`
    insert into self_assessment (learner_id, assessment, started_at, noted_at, answers, asking)
    select id, 'digital', now(), now(), '[{"item": "st-1-tu-khoa-ro", "answer": 1}]', 'st-2-nhan-rieng' from learner`);
}

/** Everybody has asked the tutor with a model: one question waits, one was answered. */
async function addTutor(database: Database): Promise<void> {
  await database.db.execute(sql`
    insert into tutor_question (conversation_id, learner_id, channel, chat, locale, address, asked, place, asked_at, state)
    select conversation.id, learner.id, 'web', 'chat', 'vi', 'bạn', 'sao vậy', '{}', now(), 'waiting'
    from learner join conversation on conversation.account_id = learner.account_id`);
  await database.db.execute(sql`
    insert into tutor_message (learner_id, question_id, author, text, said_at, expires_at)
    select id, id, 'learner', 'sao vậy', now(), now() from learner`);
  await database.db.execute(sql`
    insert into tutor_summary (learner_id, summary, through, updated_at) select id, 'hỏi về cuộc gọi', 1, now() from learner`);
}

/** Everybody has sent a voice message that waits to be heard. */
async function addMedia(database: Database): Promise<void> {
  await database.db.execute(sql`
    insert into tutor_media (conversation_id, learner_id, channel, chat, locale, what, source, caption, asked_at, state)
    select conversation.id, learner.id, 'telegram', 'chat', 'vi', 'voice', 'file', '', now(), 'waiting'
    from learner join conversation on conversation.account_id = learner.account_id`);
}

/** A class that everybody runs, and learns in. */
async function addClass(database: Database): Promise<void> {
  await database.db.execute(sql`
    with class as (
      insert into cohort (code, name, track, opened_at) select 'C' || id, 'Lớp ' || id, 'an-toan', now() from learner returning id, code),
    run as (
      insert into cohort_teacher (cohort_id, learner_id, name, noted_at)
      select class.id, learner.id, 'Cô Hoa', now() from class join learner on code = 'C' || learner.id)
    insert into cohort_member (cohort_id, learner_id, number, name, agreed_at, noted_at)
    select class.id, learner.id, 1, 'Lan', now(), now() from class join learner on code = 'C' || learner.id`);
}

/** A poll that everybody has answered. */
async function addPoll(database: Database): Promise<void> {
  const { id } = await addStaff(database, 'editor');
  await database.db.execute(sql`
    with poll as (
      insert into broadcast (title, text, choices, audience, status, last_step, author_id, edited_by, created_at, changed_at)
      values ('Hỏi ý kiến', '{"vi": "Bạn muốn học buổi nào?"}', '[{"kind": "answer", "label": {"vi": "Sáng"}}]', '{"all": true}', 'draft',
        'create', ${id}, ${id}, now(), now()) returning id)
    insert into broadcast_vote (broadcast_id, learner_id, choice, voted_at)
    select poll.id, learner.id, 0, now() from poll cross join learner`);
}

describeAllDatabases('personal data', (context) => {
  it('has an owner for every table that refers to a learner', async () => {
    const database = await context.database();
    const owned = personalDataOwners.flatMap((owner) => owner.tables).sort();
    expect(owned).toEqual(await tablesOfLearners(database));
  });

  it('exports rows of every table and erases all of them, and only those of the one learner', async () => {
    const database = await context.database();
    const application = await testApplication(database);
    const people = new Map<string, ChatPerson>();
    const person = (chat: string): ChatPerson => {
      const found = people.get(chat) ?? chatPerson(application, 'web', chat);
      people.set(chat, found);
      return found;
    };
    for (const chat of ['a', 'b']) {
      await person(chat).say('học guitar');
      await person(chat).say('lưu 1');
      await person(chat).say('báo mình khi có');
      await person(chat).say('/nhac 20:00');
      await person(chat).say('1');
      await person(chat).say('đăng ký rồi');
      await person(chat).say('em ở Thủ Đức, chỉ rảnh buổi tối');
      await person(chat).say('/gopy chữ nhỏ quá');
    }
    // Each has somebody joined to it, a wrong code tried, and a code in force.
    for (const chat of ['a', 'b']) {
      const [keeper, joined] = [person(chat), person(`${chat}-elsewhere`)];
      await joined.say(`/ketnoi ${await keeper.newCode()}`);
      await joined.press('Nối');
      await joined.say('/ketnoi 00000000');
      await keeper.newCode();
    }
    await answerForEverybody(database);
    await reachEverybody(database);
    const tables = await tablesOfLearners(database);
    const before = await Promise.all(tables.map((table) => countRows(database, table)));
    expect(
      before.every((count) => count > 0),
      `each of ${tables} has rows: ${before}`,
    ).toBe(true);
    const { rows } = await database.db.execute<{ id: string }>(
      sql`select id from learner where merged_into is null order by id`,
    );
    const [learnerId] = rows.map((row) => Number(row.id));
    if (learnerId === undefined) throw new Error('no learner');

    const exported = await database.transaction((tx) => exportLearnerData(tx, personalDataOwners, learnerId));
    expect(Object.keys(exported).sort()).toEqual(tables);
    for (const [table, entries] of Object.entries(exported)) expect(entries.length, table).toBeGreaterThan(0);
    expect(JSON.stringify(exported)).toContain('học guitar');

    await database.transaction((tx) => eraseLearnerData(tx, personalDataOwners, learnerId));
    for (const [position, table] of tables.entries()) {
      expect(await countRows(database, table), `${table}: the other learner's half stays`).toBe(
        (before[position] ?? 0) / 2,
      );
    }
  });
  it('joins what two learners noted of courses and wishes, and parts it again', async () => {
    const database = await context.database();
    const application = await testApplication(database);
    for (const [chat, hour] of [
      ['a', '20:00'],
      ['b', '7:30'],
    ] as const) {
      const person = chatPerson(application, 'web', chat);
      for (const text of ['học guitar', 'báo mình khi có', `/nhac ${hour}`, 'học guitar', '1', 'đăng ký rồi'])
        await person.say(text);
      if (chat === 'b') await person.say('khi nào có lớp đàn tranh thì báo mình');
    }
    await reachEverybody(database);
    const { rows } = await database.db.execute<{ id: string }>(sql`select id from learner order by id`);
    const [into, from] = rows.map((row) => Number(row.id));
    if (into === undefined || from === undefined) throw new Error('two learners');
    const held = (id: number) => database.transaction((tx) => exportLearnerData(tx, personalDataOwners, id));
    const tables = ['saved_wish', 'wish_match', 'enrolment', 'follow_up', 'start_watch', 'reminder', 'reminder_hour'];
    tables.push('track_enrolment', 'lesson_run', 'item_memory', 'attempt');
    const before = await held(from);
    const moved = await database.transaction((tx) => mergeLearnerData(tx, personalDataOwners, from, into));
    const joined = await held(into);
    expect(tables.map((table) => joined[table]?.length)).toEqual([
      2,
      before.wish_match?.length,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      2,
    ]);
    const left = await held(from);
    for (const table of tables) expect(left[table], table).toEqual([]);
    await database.transaction(async (tx) => {
      for (const owner of personalDataOwners) await owner.unmergeLearners(tx, moved, from, into);
    });
    const parted = await held(from);
    for (const table of tables) expect(parted[table], table).toEqual(before[table]);
    expect((await held(into)).saved_wish).toHaveLength(1);
  });

  it('keeps a search that was taken out of the history for the figures, and gives it to nobody', async () => {
    const database = await context.database();
    const { conversations } = await testApplication(database);
    for (const [key, text] of [
      ['1', 'học guitar'],
      ['2', 'học đàn tranh'],
    ] as const) {
      await conversations.takeTurn({
        channel: 'web',
        updateKey: key,
        chat: 'a',
        person: 'a',
        receivedAt: new Date(),
        content: { kind: 'text', text },
      });
    }
    const { rows } = await database.db.execute<{ learner_id: string; id: string }>(
      sql`select learner_id, id from wish order by id`,
    );
    const [first, second] = rows;
    if (first === undefined || second === undefined) throw new Error('two wishes');
    const learnerId = Number(first.learner_id);
    expect(await forgetWish(database.db, learnerId + 1, Number(first.id))).toBe(false);
    expect(await forgetWish(database.db, learnerId, Number(first.id))).toBe(true);
    const exported = await database.transaction((tx) => exportLearnerData(tx, personalDataOwners, learnerId));
    expect(exported.wish).toMatchObject([{ topic: 'đàn tranh' }]);
    expect(await forgetEveryWish(database.db, learnerId)).toBe(1);
    await database.transaction((tx) => eraseLearnerData(tx, personalDataOwners, learnerId));
    expect(await countRows(database, 'wish')).toBe(2);
  });
});

import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { giveConsent, mayAskFor, refuseConsent } from '../src/learners/index.ts';
import { deleteOld } from '../src/retention.ts';
import { testApplication } from './support/application.ts';
import { newLearners } from './support/consenting.ts';
import { describeDatabases } from './support/databases.ts';

const now = new Date('2026-11-24T03:00:00Z');

function daysAgo(days: number): Date {
  return new Date(now.getTime() - days * 86_400_000);
}

describeDatabases('retention', (context) => {
  /** A conversation with a message a day, the newest so many days ago. */
  async function talk(chat: string, ages: readonly number[]): Promise<void> {
    const application = await testApplication(await context.database());
    for (const age of ages) {
      application.time.now = daysAgo(age);
      await application.conversations.takeTurn({
        channel: 'web',
        updateKey: `${chat}${age}`,
        chat,
        person: chat,
        receivedAt: application.time.now,
        content: { kind: 'text', text: 'học guitar' },
      });
    }
  }

  async function count(table: string): Promise<number> {
    const { rows } = await (await context.database()).db.execute<{ count: number }>(
      sql`select count(*)::int as count from ${sql.identifier(table)}`,
    );
    return rows[0]?.count ?? 0;
  }

  it('deletes chat texts after ninety days, however many, and counts them by table', async () => {
    const database = await context.database();
    await talk('a', [120, 110, 100, 95, 91, 89, 2]);
    expect(await deleteOld(database, now, { batch: 2 })).toEqual({
      deliveries: 5,
      announcements: 0,
      turns: 5,
      failures: 0,
      askings: 0,
      calm: 0,
      gaps: 0,
      proofs: 0,
      memberships: 0,
      teachings: 0,
      invitations: 0,
      interactions: 0,
      figureMembers: 0,
      sessions: 0,
      answers: 0,
      caseTexts: 0,
      courseReports: 0,
      importReports: 0,
      placeReports: 0,
      deviceLoans: 0,
      networkMonths: 0,
      courseActs: 0,
      confirmLinks: 0,
      tutorQuestions: 0,
      tutorMedia: 0,
      tutorMessages: 0,
      tutorSummaries: 0,
      applications: 0,
      eligibilityAnswers: 0,
      offerMarks: 0,
      eligibilityOfDay: 0,
    });
    expect([await count('delivery'), await count('turn')]).toEqual([2, 2]);
    expect(await deleteOld(database, now, { batch: 2 })).toMatchObject({ deliveries: 0, turns: 0 });
  });

  it('forgets reports of courses after half a year, what was decided and links that ended after thirty days', async () => {
    const database = await context.database();
    await talk('a', [2]);
    await database.db.execute(sql`
      with place as (insert into organisation (name) values ('Đơn vị') returning id),
      offer as (
        insert into course (public_id, source, organisation_id, title, confirmed_on, content_hash, version)
        select name, 'thu', place.id, name, '2026-11-01', '', 1 from place, (values ('cu'), ('moi')) as given (name) returning id, public_id),
      act as (
        insert into course_act (course_id, batch, kind, via, at, before, after)
        select id, public_id, 'closed', 'link', case public_id when 'cu' then ${daysAgo(31)}::timestamptz else ${daysAgo(29)} end, '{}', '{}' from offer),
      link as (
        insert into confirm_link (organisation_id, token_hash, made_at, expires_at)
        select id, age::text, ${daysAgo(70)}, ${now}::timestamptz - age * interval '1 day' from place, unnest(array[29, 31]) as age)
      insert into course_report (learner_id, course_id, reasons, reported_at)
      select learner.id, offer.id, '{gone}', case public_id when 'cu' then ${daysAgo(181)}::timestamptz else ${daysAgo(179)} end
      from learner, offer`);
    expect(await deleteOld(database, now)).toMatchObject({ courseReports: 1, courseActs: 1, confirmLinks: 1 });
    expect(await deleteOld(database, now)).toMatchObject({ courseReports: 0, courseActs: 0, confirmLinks: 0 });
  });

  it('forgets answers about conditions of scholarships: those of a day after it, those kept with consent after half a year', async () => {
    const database = await context.database();
    await talk('a', [2]);
    await talk('b', [2]);
    const until = (age: number) => JSON.stringify({ answers: {}, skipped: [], until: daysAgo(age) });
    await database.db.execute(sql`
      update conversation set state = state || jsonb_build_object('eligibility',
        case chat when 'a' then ${until(1)}::jsonb else ${until(-1)}::jsonb end)`);
    await database.db.execute(sql`
      insert into eligibility_answer (learner_id, answers, consent_text_hash, consent_text_version, kept_at)
      select learner_id, '{}', 'h', '1', case chat when 'a' then ${daysAgo(181)}::timestamptz else ${daysAgo(179)} end from conversation`);
    expect(await deleteOld(database, now)).toMatchObject({ eligibilityAnswers: 1, eligibilityOfDay: 1 });
    expect(await deleteOld(database, now)).toMatchObject({ eligibilityAnswers: 0, eligibilityOfDay: 0 });
    const { rows } = await database.db.execute(sql`select chat from conversation where state ? 'eligibility'`);
    expect(rows).toEqual([{ chat: 'b' }]);
  });

  it('forgets applications ninety days after the decision, and those that nobody decided about after a year', async () => {
    const database = await context.database();
    const [learner] = await newLearners(database, 1);
    await database.db.execute(sql`
      with place as (insert into organisation (name) values ('Quỹ') returning id),
      offer as (
        insert into scholarship (public_id, source, organisation_id, title, content_hash, version)
        select 'hb', 'thu', id, 'Học bổng', '', 1 from place returning id)
      insert into application (learner_id, scholarship_id, status, standing, consent_text_hash, consent_text_version, channel, applied_at, decided_at, is_second)
      select ${learner}::bigint, offer.id, status, '{"met": [], "failed": [], "open": []}', 'h', '1', 'web', applied, decided, true from offer, (values
        ('refused', ${daysAgo(100)}::timestamptz, ${daysAgo(91)}::timestamptz),
        ('refused', ${daysAgo(100)}, ${daysAgo(89)}),
        ('waiting', ${daysAgo(366)}, null),
        ('waiting', ${daysAgo(364)}, null)) as given (status, applied, decided)`);
    expect(await deleteOld(database, now, { batch: 1 })).toMatchObject({ applications: 2 });
    expect(await deleteOld(database, now)).toMatchObject({ applications: 0 });
  });

  it('forgets the network addresses that requests of staff were counted by', async () => {
    const database = await context.database();
    await database.db.execute(sql`
      insert into staff_rate_limit (id, key, count, last_request) values
        ('old', '203.0.113.1|/sign-in/link', 1, ${daysAgo(1).getTime()}), ('new', '203.0.113.2|/sign-in/link', 1, ${now.getTime()})`);
    await deleteOld(database, now);
    expect(await count('staff_rate_limit')).toBe(1);
  });

  it('stops at the bound of one run, and the next run goes on', async () => {
    const database = await context.database();
    await talk('a', [120, 110, 100, 95, 91]);
    const run = () => deleteOld(database, now, { batch: 1, batches: 3 });
    expect(await run()).toMatchObject({ deliveries: 3, turns: 3 });
    expect(await run()).toMatchObject({ deliveries: 2, turns: 2 });
    expect(await run()).toMatchObject({ deliveries: 0, turns: 0 });
  });

  it('lets a conversation that ended forget the last text and search, and leaves a running one as it is', async () => {
    const database = await context.database();
    await talk('ended', [100, 91]);
    await talk('running', [100, 91, 1]);
    await deleteOld(database, now);
    const { rows } = await database.db.execute<{ chat: string; state: Record<string, unknown> }>(
      sql`select chat, state from conversation order by chat`,
    );
    expect(rows[0]).toEqual({ chat: 'ended', state: { spoken: 'vi' } });
    expect(Object.keys(rows[1]?.state ?? {})).toEqual(expect.arrayContaining(['search', 'lastText']));
  });

  it('forgets the words of answers after ninety days, and keeps whether they were right', async () => {
    const database = await context.database();
    const [learner] = await newLearners(database, 1);
    for (const age of [200, 91, 89]) {
      await database.db.execute(sql`
        insert into attempt (learner_id, item, at, place, is_variant, outcome, answer, hint_level)
        values (${learner}, 'mat-khau', ${daysAgo(age)}, 'lesson', false, 'right', 'không dùng lại', 0)`);
    }
    expect(await deleteOld(database, now, { batch: 1 })).toMatchObject({ answers: 2 });
    expect(await deleteOld(database, now)).toMatchObject({ answers: 0 });
    const { rows } = await database.db.execute(sql`select outcome, answer from attempt order by at`);
    expect(rows).toEqual([
      { outcome: 'right', answer: null },
      { outcome: 'right', answer: null },
      { outcome: 'right', answer: 'không dùng lại' },
    ]);
  });

  it('deletes failures after ninety days', async () => {
    const database = await context.database();
    for (const age of [200, 91, 89]) {
      await database.db.execute(sql`
        insert into turn_failure (channel, update_key, attempts, problem, last_at)
        values ('zalo', ${String(age)}, 1, 'problem', ${daysAgo(age)})`);
    }
    expect(await deleteOld(database, now)).toMatchObject({ failures: 2 });
    expect(await count('turn_failure')).toBe(1);
  });

  it('forgets that people were asked once they may be asked again, and never that they refused', async () => {
    const database = await context.database();
    const [asked = 0, refused = 0] = await newLearners(database, 2);
    await mayAskFor(database.db, asked, 'announcements', '2026-10-20');
    await mayAskFor(database.db, asked, 'reminders', '2026-11-20');
    await refuseConsent(database.db, refused, ['announcements'], daysAgo(400));
    expect(await deleteOld(database, now)).toMatchObject({ askings: 1 });
    expect(await count('consent_asked')).toBe(2);
  });

  it('deletes the proof of a consent three years after it ended', async () => {
    const database = await context.database();
    for (const age of [1100, 1094]) {
      await database.db.execute(sql`
        insert into consent_proof (purpose, text_hash, text_version, locale, channel, given_by, given_at, withdrawn_at, identity_hash)
        values ('research', 'h', '1', 'vi', 'web', 'self', ${daysAgo(age + 10)}, ${daysAgo(age)}, 'i')`);
    }
    expect(await deleteOld(database, now)).toMatchObject({ proofs: 1 });
    expect(await count('consent_proof')).toBe(1);
  });

  it('keeps consents in force however old', async () => {
    const database = await context.database();
    const [learner = 0] = await newLearners(database, 1);
    await giveConsent(database.db, {
      learnerId: learner,
      purpose: 'reminders',
      text: 'x',
      textVersion: '1',
      locale: 'vi',
      channel: 'web',
      turnId: 1,
      at: daysAgo(3000),
    });
    await deleteOld(database, now);
    expect(await count('consent')).toBe(1);
  });
});

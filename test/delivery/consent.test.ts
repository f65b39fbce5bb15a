import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Database } from '../../src/database/index.ts';
import { claimStatement } from '../../src/delivery/claim.ts';
import { batchClaimStatement } from '../../src/delivery/claim-batch.ts';
import { createSender, enqueue, type NewDelivery, type SendingChannel } from '../../src/delivery/index.ts';
import { withdrawConsent } from '../../src/learners/index.ts';
import type { ChannelName, SendResult } from '../../src/message/index.ts';
import { agree, agreeAll, newLearners } from '../support/consenting.ts';
import { describeAllDatabases } from '../support/databases.ts';
import { newDelivery, start } from '../support/delivery.ts';

const sent: SendResult = { ok: true, platformMessageId: 'm1' };

function listeningChannel(name: ChannelName, answer: () => Promise<SendResult> = async () => sent) {
  const arrived: string[] = [];
  const channel: SendingChannel = {
    name,
    send(_message, chat) {
      arrived.push(chat);
      return answer();
    },
  };
  return { channel, arrived };
}

function senderOn(database: Database, channel: SendingChannel, atOnce: number) {
  const time = { now: start };
  const sender = createSender({
    database,
    channel,
    owner: 'one',
    clock: () => time.now,
    random: () => 0.5,
    atOnce,
  });
  return { sender, time };
}

function announcements(
  channel: ChannelName,
  learners: readonly number[],
  chatOf: (learner: number) => string,
  more: Partial<NewDelivery> = {},
): NewDelivery[] {
  return learners.map((learnerId, position) =>
    newDelivery(chatOf(learnerId), 'tin', {
      uniqueKey: `tin:${position}`,
      channel,
      learnerId,
      lane: 'broadcast',
      purpose: 'announcements',
      ...more,
    }),
  );
}

async function counts(database: Database): Promise<Record<string, number>> {
  const { rows } = await database.db.execute<{ what: string; count: string }>(sql`
    select status || coalesce(' ' || error_code, '') as what, count(*) from delivery group by what order by what`);
  return Object.fromEntries(rows.map(({ what, count }) => [what, Number(count)]));
}

describeAllDatabases('a message that needs a consent', (context) => {
  for (const name of ['telegram', 'zalo', 'web'] as const) {
    it(`leaves no more on ${name} once its learner withdrew, though a thousand were queued for that chat`, async () => {
      const database = await context.database();
      const [learner = 0] = await newLearners(database, 1);
      await agree(database, learner, 'announcements', start);
      const { channel, arrived } = listeningChannel(name);
      const { sender } = senderOn(database, channel, 8);
      await enqueue(
        database.db,
        announcements(name, Array(1000).fill(learner), () => 'a'),
        start,
      );
      expect((await sender.round())?.sent).toBe(1);

      await withdrawConsent(database.db, learner, ['announcements'], start);
      expect(await sender.round()).toMatchObject({ sent: 0, skipped: 999 });
      expect(await sender.round()).toMatchObject({ sent: 0, skipped: 0 });
      expect(arrived).toHaveLength(1);
      expect(await counts(database)).toEqual({ sent: 1, 'skipped no_consent': 999 });
    });
  }

  it('reaches exactly those of a thousand people who have not withdrawn, before or while it is sent', async () => {
    const database = await context.database();
    const learners = await newLearners(database, 1000);
    await agreeAll(database, learners, 'announcements', start);
    const { channel, arrived } = listeningChannel('telegram');
    const { sender } = senderOn(database, channel, 100);
    await enqueue(database.db, announcements('telegram', learners, String), start);
    const before = learners.filter((_, position) => position % 10 === 3);
    const during = learners.filter((_, position) => position % 10 === 7);
    for (const learner of before) await withdrawConsent(database.db, learner, ['announcements'], start);
    for (let round = 0; round < 3; round++) await sender.round();
    const early = new Set(arrived);
    expect(early.size).toBe(300);
    for (const learner of during) await withdrawConsent(database.db, learner, ['announcements'], start);
    for (let round = 0; round < 10; round++) await sender.round();

    const late = during.filter((learner) => !early.has(String(learner)));
    const wanted = learners.filter((learner) => !before.includes(learner) && !late.includes(learner));
    expect(arrived.map(Number).sort((a, b) => a - b)).toEqual(wanted);
    expect(await counts(database)).toEqual({ sent: wanted.length, 'skipped no_consent': before.length + late.length });
  });

  it('that is being sent at the moment of the withdrawal is the only one to arrive after it', async () => {
    const database = await context.database();
    const [learner = 0] = await newLearners(database, 1);
    await agree(database, learner, 'reminders', start);
    let arrive = (_: SendResult): void => {};
    let begun = (): void => {};
    const isSending = new Promise<void>((done) => {
      begun = done;
    });
    const { channel, arrived } = listeningChannel('zalo', () => {
      begun();
      return new Promise((done) => {
        arrive = done;
      });
    });
    const { sender } = senderOn(database, channel, 8);
    const reminders = announcements('zalo', Array(20).fill(learner), () => 'a', {
      lane: 'reminder',
      purpose: 'reminders',
    });
    await enqueue(database.db, reminders, start);
    const round = sender.round();
    await isSending;
    await withdrawConsent(database.db, learner, ['reminders', 'announcements'], start);
    arrive(sent);
    await round;
    expect(await sender.round()).toMatchObject({ sent: 0, skipped: 19 });
    expect(arrived).toHaveLength(1);
    expect(await counts(database)).toEqual({ sent: 1, 'skipped no_consent': 19 });
  });

  it('is skipped where the consent was never given, is another one, or is somebody else’s, and never in the way of answers', async () => {
    const database = await context.database();
    const [never = 0, other = 0, child = 0, parent = 0] = await newLearners(database, 4);
    await agree(database, other, 'reminders', start);
    await agree(database, parent, 'announcements', start);
    const { channel, arrived } = listeningChannel('web');
    const { sender } = senderOn(database, channel, 8);
    await enqueue(
      database.db,
      [
        ...announcements('web', [never, other, child], (id) => `chat ${id}`),
        newDelivery('nobody', 'tin', { lane: 'broadcast', purpose: 'announcements' }),
        newDelivery(`chat ${never}`, 'trả lời', { learnerId: never }),
      ],
      start,
    );
    await sender.round();
    await sender.round();
    expect(arrived).toEqual([`chat ${never}`]);
    expect(await counts(database)).toEqual({ sent: 1, 'skipped no_consent': 4 });
  });

  it('goes out when the consent was given again before it was due', async () => {
    const database = await context.database();
    const [learner = 0] = await newLearners(database, 1);
    await agree(database, learner, 'announcements', start);
    const later = new Date(start.getTime() + 3_600_000);
    const { channel, arrived } = listeningChannel('web');
    const { sender, time } = senderOn(database, channel, 8);
    await enqueue(
      database.db,
      announcements('web', [learner], () => 'a', { dueAt: later }),
      start,
    );
    await withdrawConsent(database.db, learner, ['announcements'], start);
    await sender.round();
    await agree(database, learner, 'announcements', new Date(start.getTime() + 60_000));
    time.now = later;
    expect(await sender.round()).toMatchObject({ sent: 1, skipped: 0 });
    expect(arrived).toEqual(['a']);
  });

  it('costs a claim nothing but looks at an index, also before the database has statistics', async () => {
    const database = await context.database();
    const learners = await newLearners(database, 2000);
    await agreeAll(database, learners, 'announcements', start);
    await enqueue(database.db, announcements('telegram', learners, String), start);
    const claim = claimStatement({
      channel: 'telegram',
      owner: 'one',
      limit: 32,
      claimSeconds: 30,
      now: start,
      restingChats: [],
      repliesOnly: false,
    });
    const { rows } = await database.db.execute<{ 'QUERY PLAN': string }>(sql`explain ${claim}`);
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toMatch(/Index Scan using delivery_due on delivery candidate/);
    expect(plan).toMatch(/Index (?:Only )?Scan using consent_in_force on consent/);
    expect(plan).not.toMatch(/Anti Join|hashed/);
    // Once a row: not for each of the columns that depend on the answer.
    expect(plan.match(/ on consent\b/g)).toHaveLength(1);
  });

  it("costs a batch's claim one look a row as well", async () => {
    const database = await context.database();
    const claim = batchClaimStatement({
      channel: 'telegram',
      owner: 'one',
      limit: 32,
      claimSeconds: 30,
      now: start,
      restingChats: [],
      isQuiet: false,
      mostPerDay: 2,
      timezone: 'UTC',
    });
    const { rows } = await database.db.execute<{ 'QUERY PLAN': string }>(sql`explain ${claim}`);
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan.match(/ on consent\b/g)).toHaveLength(1);
    expect(plan.match(/ on conversation other\b/g)).toHaveLength(1);
  });

  it('is seen by a sender that was not running when the consent was withdrawn', async () => {
    const database = await context.database();
    const [learner = 0] = await newLearners(database, 1);
    await agree(database, learner, 'announcements', start);
    await enqueue(
      database.db,
      announcements('web', Array(50).fill(learner), () => 'a'),
      start,
    );
    await withdrawConsent(database.db, learner, ['announcements'], start);
    const { channel, arrived } = listeningChannel('web');
    const { sender, time } = senderOn(database, channel, 8);
    time.now = new Date(start.getTime() + 6 * 3_600_000);
    expect(await sender.round()).toMatchObject({ sent: 0, skipped: 50 });
    expect(arrived).toEqual([]);
  });
});

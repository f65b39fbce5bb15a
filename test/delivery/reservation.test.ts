import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Database } from '../../src/database/index.ts';
import { createSender, enqueue, type Reservation, type Sender } from '../../src/delivery/index.ts';
import { enqueueStatement } from '../../src/delivery/outbox.ts';
import { pauseChannel } from '../../src/delivery/pause.ts';
import type { SendResult } from '../../src/message/index.ts';
import { describeAllDatabases } from '../support/databases.ts';
import { newDelivery, start } from '../support/delivery.ts';

const sent: SendResult = { ok: true, platformMessageId: 'm1' };

/** A sender that is running and holds its lease; what it sends is noted and ends as the script says. */
async function runningSender(
  database: Database,
  options: {
    readonly script?: (chat: string) => Promise<SendResult> | SendResult;
    readonly perSecond?: number;
    readonly monthlyQuota?: number;
  } = {},
) {
  const texts: string[] = [];
  const { script = () => sent, ...limits } = options;
  let problem: unknown;
  let now = start;
  const sender = createSender({
    database,
    channel: {
      name: 'telegram',
      async send(message, chat) {
        texts.push(message.text.join(''));
        return script(chat);
      },
    },
    owner: 'one',
    clock: () => now,
    random: () => 0.5,
    onProblem: (error) => {
      problem = error;
    },
    ...limits,
  });
  sender.start();
  const held = sql`select 1 from lease where until > 'epoch'`;
  await expect.poll(async () => (await database.db.execute(held)).rows.length).toBe(1);
  const moveTo = (seconds: number): void => {
    now = new Date(start.getTime() + seconds * 1000);
  };
  return { sender, texts, problem: () => problem, moveTo };
}

/** A reservation, as soon as the sender knows that the lease is its own. */
async function reserved(sender: Sender, chat: string): Promise<Reservation> {
  let reservation: Reservation | undefined;
  await expect
    .poll(() => {
      reservation = sender.reserve(chat);
      return reservation;
    })
    .toBeDefined();
  return reservation as Reservation;
}

/** Stores an answer the way a turn does and hands it over if it was stored as claimed. */
async function answer(database: Database, reservation: Reservation, chat: string, text: string): Promise<unknown> {
  const delivery = newDelivery(chat, text, { channel: 'telegram' });
  const { rows } = await database.db.execute<{ id: string; status: string }>(
    enqueueStatement([delivery], start, reservation),
  );
  const row = rows[0];
  if (row?.status === 'sending') {
    const { lane, message } = delivery;
    reservation.begin({ id: Number(row.id), chat, lane, attempts: 1, partsSent: 0, message, replaces: undefined });
  }
  reservation.cancel();
  return row?.status;
}

async function statuses(database: Database): Promise<string[]> {
  const { rows } = await database.db.execute<{ status: string }>(sql`select status from delivery order by id`);
  return rows.map(({ status }) => status);
}

describeAllDatabases('a reservation', (context) => {
  it('sends an answer that was stored as claimed, once', async () => {
    const database = await context.database();
    const { sender, texts, problem } = await runningSender(database);
    expect(await answer(database, await reserved(sender, 'a'), 'a', 'hello')).toBe('sending');
    await expect.poll(() => statuses(database)).toEqual(['sent']);
    await sender.stop();
    expect(texts).toEqual(['hello']);
    expect(problem()).toBeUndefined();
  });

  it('is refused for a chat that has a message under way; the next one follows it without a poll', async () => {
    const database = await context.database();
    let finish = (_: SendResult): void => {};
    let first = true;
    const script = (): Promise<SendResult> | SendResult => {
      if (!first) return sent;
      first = false;
      return new Promise((done) => {
        finish = done;
      });
    };
    const { sender, texts } = await runningSender(database, { script });
    await answer(database, await reserved(sender, 'a'), 'a', 'one');
    expect(sender.reserve('a')).toBeUndefined();
    await enqueue(database.db, [newDelivery('a', 'two', { channel: 'telegram' })], start);
    sender.wake();
    finish(sent);
    await expect.poll(() => statuses(database)).toEqual(['sent', 'sent']);
    await sender.stop();
    expect(texts).toEqual(['one', 'two']);
  });

  it('does not overtake an answer that waits', async () => {
    const database = await context.database();
    const { sender, texts } = await runningSender(database);
    const reservation = await reserved(sender, 'a');
    // Reserved chats are left alone, so this one waits until the reservation is over.
    await enqueue(database.db, [newDelivery('a', 'earlier', { channel: 'telegram' })], start);
    expect(await answer(database, reservation, 'a', 'later')).toBe('pending');
    sender.wake();
    await expect.poll(() => statuses(database)).toEqual(['sent', 'sent']);
    await sender.stop();
    expect(texts).toEqual(['earlier', 'later']);
  });

  it('does not speak while the channel is paused', async () => {
    const database = await context.database();
    const { sender, texts } = await runningSender(database);
    const reservation = await reserved(sender, 'a');
    await pauseChannel(database.db, 'telegram', new Date(start.getTime() + 60_000), 'throttled');
    expect(await answer(database, reservation, 'a', 'later')).toBe('pending');
    await sender.stop();
    expect(texts).toEqual([]);
  });

  it('is refused in the last second of a lease, in which nothing may begin', async () => {
    const database = await context.database();
    const { sender, moveTo } = await runningSender(database);
    (await reserved(sender, 'a')).cancel();
    // No turn of the loop lies between, so the lease is still that of the beginning.
    moveTo(1.999);
    const inTime = sender.reserve('a');
    moveTo(2);
    const tooLate = sender.reserve('b');
    inTime?.cancel();
    await sender.stop();
    expect([inTime, tooLate]).toEqual([expect.anything(), undefined]);
  });

  it('counts in the pace, and is refused where it is used up or the plan counts messages', async () => {
    const database = await context.database();
    const { sender } = await runningSender(database, { perSecond: 2 });
    const one = await reserved(sender, 'a');
    const two = sender.reserve('b');
    expect(two).toBeDefined();
    expect(sender.reserve('c')).toBeUndefined();
    one.cancel();
    two?.cancel();
    await sender.stop();
    expect(sender.reserve('a')).toBeUndefined();
    const counted = await runningSender(database, { monthlyQuota: 100 });
    expect(counted.sender.reserve('a')).toBeUndefined();
    await counted.sender.stop();
  });

  it('that is open is waited for at the stop', async () => {
    const database = await context.database();
    const { sender, texts } = await runningSender(database);
    const reservation = await reserved(sender, 'a');
    const stopped = sender.stop();
    await answer(database, reservation, 'a', 'last');
    await stopped;
    expect(texts).toEqual(['last']);
    expect(await statuses(database)).toEqual(['sent']);
  });
});

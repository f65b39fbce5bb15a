import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Database } from '../../src/database/index.ts';
import { createSender, enqueue, type NewDelivery, type SendingChannel } from '../../src/delivery/index.ts';
import type { SendResult } from '../../src/message/index.ts';
import { describeAllDatabases } from '../support/databases.ts';
import { newDelivery, start } from '../support/delivery.ts';

const sent: SendResult = { ok: true, platformMessageId: 'm1' };

const delivery = (chat: string, text: string, more: Partial<NewDelivery> = {}): NewDelivery =>
  newDelivery(chat, text, { channel: 'telegram', ...more });

/** One send as the platform saw it begin. */
interface Beginning {
  readonly by: string;
  readonly chat: string;
  readonly text: string;
  /** The scripted clock's time, in milliseconds. */
  readonly at: number;
}

/** A platform shared by several senders: what begins is noted, and ends as the script says. */
function platform(clock: () => Date, script: (send: Beginning) => Promise<SendResult> | SendResult = () => sent) {
  const begun: Beginning[] = [];
  const waiters = new Set<() => void>();
  return {
    begun,
    texts: () => begun.map(({ chat, text }) => `${chat}:${text}`),
    channelOf: (by: string): SendingChannel => ({
      name: 'telegram',
      async send(message, chat) {
        const beginning = { by, chat, text: message.text.join(''), at: clock().getTime() };
        begun.push(beginning);
        for (const wake of waiters) wake();
        return script(beginning);
      },
    }),
    /** Resolves once so many sends have begun. */
    reached: (count: number): Promise<void> =>
      new Promise((done) => {
        const look = (): void => {
          if (begun.length < count) return;
          waiters.delete(look);
          done();
        };
        waiters.add(look);
        look();
      }),
  };
}

/** A clock that stands still until it is moved. */
function scriptedClock() {
  let now = start;
  return {
    clock: () => now,
    advance: (seconds: number) => {
      now = new Date(now.getTime() + seconds * 1000);
    },
  };
}

/** A promise that is settled from outside. */
function gate<T>(): { opened: Promise<T>; open: (value: T) => void } {
  let open = (_value: T): void => {};
  const opened = new Promise<T>((done) => {
    open = done;
  });
  return { opened, open };
}

/** A database whose answers to claims arrive only when they may, as for a process that stands still meanwhile. */
function withLateClaims(database: Database, mayArrive: Promise<void>): Database {
  const db = new Proxy(database.db, {
    get(target, name) {
      if (name !== 'execute') return Reflect.get(target, name);
      return async (statement: Parameters<typeof target.execute>[0]) => {
        const answer = await target.execute(statement);
        if (answer.rows.some((row) => 'parts_sent' in row)) await mayArrive;
        return answer;
      };
    },
  });
  return { ...database, db };
}

/** Reads until what was read is as wanted; each look is a round trip of its own. */
async function until<T>(read: () => Promise<T>, wanted: (value: T) => boolean): Promise<T> {
  for (;;) {
    const value = await read();
    if (wanted(value)) return value;
  }
}

async function statuses(database: Database): Promise<Record<string, string>> {
  const { rows } = await database.db.execute<{ unique_key: string; status: string }>(
    sql`select unique_key, status from delivery order by id`,
  );
  return Object.fromEntries(rows.map((row) => [row.unique_key, row.status]));
}

async function leaseOf(database: Database): Promise<{ owner: string; until: number } | undefined> {
  const { rows } = await database.db.execute<{ owner: string; until: string }>(
    sql`select owner, until from lease where name = 'sender:telegram'`,
  );
  return rows[0] && { owner: rows[0].owner, until: Date.parse(rows[0].until) };
}

const over = (all: Record<string, string>): boolean =>
  Object.values(all).every((status) => status !== 'pending' && status !== 'sending');

describeAllDatabases('running sender', (context) => {
  it('holds nobody up because of one send that hangs', async () => {
    const database = await context.database();
    const { clock } = scriptedClock();
    const hanging = gate<SendResult>();
    const { begun, channelOf } = platform(clock, ({ chat }) => (chat === 'stuck' ? hanging.opened : sent));
    const chats = ['stuck', ...Array.from({ length: 20 }, (_, n) => `p${n}`)];
    await enqueue(
      database.db,
      chats.flatMap((chat) => [delivery(chat, 'first'), delivery(chat, 'second')]),
      start,
    );
    const sender = createSender({
      database,
      channel: channelOf('one'),
      owner: 'one',
      clock,
      random: () => 0.5,
      atOnce: 4,
    });
    sender.start();
    const others = await until(
      () => statuses(database),
      (all) => Object.values(all).filter((status) => status === 'sent').length === 40,
    );
    expect(others['stuck:first']).toBe('sending');
    expect(others['stuck:second']).toBe('pending');
    hanging.open(sent);
    await until(() => statuses(database), over);
    expect(begun.filter(({ chat }) => chat === 'stuck').map(({ text }) => text)).toEqual(['first', 'second']);
    await sender.stop();
  });

  it('sends at once what it is woken for', async () => {
    const database = await context.database();
    const { clock } = scriptedClock();
    const { texts, channelOf, reached } = platform(clock);
    const sender = createSender({ database, channel: channelOf('one'), owner: 'one', clock, random: () => 0.5 });
    sender.start();
    for (let n = 1; n <= 5; n++) {
      await enqueue(database.db, [delivery('a', String(n))], start);
      sender.wake();
      await reached(n);
    }
    expect(texts()).toEqual(['a:1', 'a:2', 'a:3', 'a:4', 'a:5']);
    await sender.stop();
  });

  it('never sends after the last moment of a message, also between two rounds of housekeeping', async () => {
    const database = await context.database();
    const { clock, advance } = scriptedClock();
    const { texts, channelOf, reached } = platform(clock);
    const sender = createSender({ database, channel: channelOf('one'), owner: 'one', clock, random: () => 0.5 });
    sender.start();
    await enqueue(database.db, [delivery('a', 'first')], start);
    await reached(1);
    // Housekeeping has been done at this second and is not due again before the next.
    advance(0.5);
    await enqueue(
      database.db,
      [
        delivery('b', 'late', { lane: 'reminder', notAfter: new Date(start.getTime() + 400) }),
        delivery('c', 'in time', { lane: 'reminder', notAfter: new Date(start.getTime() + 500) }),
      ],
      start,
    );
    sender.wake();
    await reached(2);
    advance(1);
    sender.wake();
    expect(await until(() => statuses(database), over)).toMatchObject({ 'b:late': 'skipped', 'c:in time': 'sent' });
    expect(texts()).toEqual(['a:first', 'c:in time']);
    await sender.stop();
  });

  it('takes over from a dead owner as soon as its lease has run out, and settles its claims', async () => {
    const database = await context.database();
    const { clock, advance } = scriptedClock();
    const { begun, channelOf, reached } = platform(clock, ({ by }) => (by === 'dead' ? new Promise(() => {}) : sent));
    await enqueue(
      database.db,
      [
        delivery('a', 'reply'),
        delivery('b', 'remind', { lane: 'reminder' }),
        delivery('c', 'news', { lane: 'broadcast' }),
      ],
      start,
    );
    const options = { database, clock, random: () => 0.5 };
    // It renews nothing after its one round, like a process that was killed.
    void createSender({ ...options, channel: channelOf('dead'), owner: 'dead' }).round();
    await reached(3);
    const heir = createSender({ ...options, channel: channelOf('heir'), owner: 'heir' });
    advance(2.9);
    expect(await heir.round()).toBeUndefined();
    heir.start();
    advance(0.1);
    await reached(4);
    expect(await until(() => statuses(database), over)).toEqual({
      'a:reply': 'sent',
      'b:remind': 'unconfirmed',
      'c:news': 'unconfirmed',
    });
    expect(begun.slice(3).map(({ by, text }) => `${by} ${text}`)).toEqual(['heir reply']);
    await heir.stop();
  });

  it('does not take a send of its own for lost, however long it takes', async () => {
    const database = await context.database();
    const { clock, advance } = scriptedClock();
    const slow = gate<SendResult>();
    const { texts, channelOf, reached } = platform(clock, ({ chat }) => (chat === 'slow' ? slow.opened : sent));
    const sender = createSender({ database, channel: channelOf('one'), owner: 'one', clock, random: () => 0.5 });
    await enqueue(database.db, [delivery('slow', 'reply'), delivery('slow', 'news', { lane: 'broadcast' })], start);
    sender.start();
    await reached(1);
    await enqueue(database.db, [delivery('other', 'reply')], start);
    // Past the thirty seconds of the claim: housekeeping sees it run out, and goes on to the other chat.
    advance(31);
    sender.wake();
    await reached(2);
    slow.open(sent);
    await until(() => statuses(database), over);
    expect(texts()).toEqual(['slow:reply', 'other:reply', 'slow:news']);
    await sender.stop();
  });

  it('waits at the stop for what is under way, keeps its lease meanwhile and gives it back', async () => {
    const database = await context.database();
    const { clock, advance } = scriptedClock();
    const hanging = gate<SendResult>();
    const { begun, channelOf, reached } = platform(clock, ({ by }) => (by === 'old' ? hanging.opened : sent));
    const leaseSeconds = 0.3;
    const options = { database, clock, random: () => 0.5, leaseSeconds };
    const old = createSender({ ...options, channel: channelOf('old'), owner: 'old' });
    const next = createSender({ ...options, channel: channelOf('next'), owner: 'next' });
    await enqueue(
      database.db,
      [delivery('a', 'reply'), delivery('b', 'remind', { lane: 'reminder' }), delivery('a', 'later')],
      start,
    );
    old.start();
    await reached(2);
    let isStopped = false;
    const stopped = old.stop().then(() => {
      isStopped = true;
    });
    for (let times = 0; times < 5; times++) {
      advance(leaseSeconds * 0.9);
      const wanted = clock().getTime() + leaseSeconds * 1000;
      expect(await next.round()).toBeUndefined();
      await until(
        () => leaseOf(database),
        (lease) => lease?.owner === 'old' && lease.until >= wanted,
      );
    }
    expect(isStopped).toBe(false);
    hanging.open(sent);
    await stopped;
    expect(await statuses(database)).toEqual({ 'a:reply': 'sent', 'b:remind': 'sent', 'a:later': 'pending' });
    expect(await leaseOf(database)).toEqual({ owner: 'old', until: 0 });
    expect(await next.round()).toMatchObject({ sent: 1, again: 0, unconfirmed: 0 });
    expect(begun.map(({ by, text }) => `${by} ${text}`)).toEqual(['old reply', 'old remind', 'next later']);
  });

  it('sends at once when it takes over from a dead owner, which began nothing in the last second of its lease', async () => {
    const database = await context.database();
    const { clock, advance } = scriptedClock();
    const { texts, channelOf } = platform(clock);
    const options = { database, clock, random: () => 0.5, perSecond: 2 };
    const dead = createSender({ ...options, channel: channelOf('dead'), owner: 'dead' });
    await enqueue(database.db, [delivery('a', '1'), delivery('b', '1')], start);
    await dead.round();
    await enqueue(database.db, [delivery('a', '2'), delivery('b', '2')], start);
    advance(3);
    await createSender({ ...options, channel: channelOf('heir'), owner: 'heir' }).round();
    expect(texts()).toEqual(['a:1', 'b:1', 'a:2', 'b:2']);
  });

  it('gives its lease back from a second after its last message on, so that the pace holds over both', async () => {
    const database = await context.database();
    const { clock, advance } = scriptedClock();
    const { texts, channelOf } = platform(clock);
    const options = { database, clock, random: () => 0.5, perSecond: 2 };
    const old = createSender({ ...options, channel: channelOf('old'), owner: 'old' });
    const next = createSender({ ...options, channel: channelOf('next'), owner: 'next' });
    await enqueue(database.db, [delivery('a', '1'), delivery('b', '1'), delivery('c', '2')], start);
    await old.round();
    advance(0.4);
    await old.stop();
    expect(await next.round()).toBeUndefined();
    advance(0.599);
    expect(await next.round()).toBeUndefined();
    advance(0.001);
    expect(await next.round()).toMatchObject({ sent: 1 });
    expect(texts()).toEqual(['a:1', 'b:1', 'c:2']);
    // One that has sent nothing of late gives it back at once.
    advance(2);
    await next.stop();
    expect(await old.round()).toBeDefined();
  });

  it('begins nothing that it claimed before another took its lease over', async () => {
    const database = await context.database();
    const { clock, advance } = scriptedClock();
    const { begun, channelOf } = platform(clock);
    const stands = gate<void>();
    const options = { clock, random: () => 0.5 };
    const late = withLateClaims(database, stands.opened);
    const old = createSender({ ...options, database: late, channel: channelOf('old'), owner: 'old' });
    await enqueue(database.db, [delivery('a', 'answer'), delivery('b', 'remind', { lane: 'reminder' })], start);
    const round = old.round();
    await until(
      () => statuses(database),
      (all) => Object.values(all).every((status) => status === 'sending'),
    );
    advance(3.1);
    const heir = createSender({ ...options, database, channel: channelOf('heir'), owner: 'heir' });
    expect(await heir.round()).toMatchObject({ sent: 1, again: 1, unconfirmed: 1 });
    stands.open();
    expect(await round).toMatchObject({ sent: 0, again: 0, unconfirmed: 0 });
    expect(begun.map(({ by, text }) => `${by} ${text}`)).toEqual(['heir answer']);
    expect(await statuses(database)).toEqual({ 'a:answer': 'sent', 'b:remind': 'unconfirmed' });
  });

  it('goes on with what it claimed when its lease ran out and nobody took it', async () => {
    const database = await context.database();
    const { clock, advance } = scriptedClock();
    const { texts, channelOf } = platform(clock);
    const stands = gate<void>();
    const late = withLateClaims(database, stands.opened);
    const sender = createSender({ database: late, channel: channelOf('one'), owner: 'one', clock, random: () => 0.5 });
    await enqueue(database.db, [delivery('a', 'answer'), delivery('b', 'remind', { lane: 'reminder' })], start);
    const round = sender.round();
    await until(
      () => statuses(database),
      (all) => Object.values(all).every((status) => status === 'sending'),
    );
    advance(3.1);
    stands.open();
    expect(await round).toMatchObject({ sent: 2 });
    expect(texts()).toEqual(['a:answer', 'b:remind']);
  });

  it('never sends a row from two replicas that run side by side', async () => {
    const database = await context.database();
    const { clock, advance } = scriptedClock();
    const { begun, channelOf } = platform(clock);
    const senders = ['one', 'two', 'three'].map((owner) =>
      createSender({ database, channel: channelOf(owner), owner, clock, random: () => 0.5, atOnce: 5 }),
    );
    for (const sender of senders) sender.start();
    for (let batch = 0; batch < 6; batch++) {
      await enqueue(
        database.db,
        Array.from({ length: 30 }, (_, n) => delivery(`p${n % 15}`, `${batch}.${n}`)),
        start,
      );
      for (const sender of senders) sender.wake();
      await until(() => statuses(database), over);
      // The one that held the lease leaves; another goes on.
      if (batch === 1) await senders[0]?.stop();
      if (batch === 3) await senders[1]?.stop();
      advance(4);
    }
    for (const sender of senders) await sender.stop();
    expect(begun).toHaveLength(180);
    expect(new Set(begun.map(({ text }) => text)).size).toBe(180);
    for (let chat = 0; chat < 15; chat++) {
      const order = begun.filter((send) => send.chat === `p${chat}`).map(({ text }) => text.split('.').map(Number));
      expect(order).toHaveLength(12);
      expect(order).toEqual([...order].sort(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d));
    }
  });

  it('begins at most so many a second over replicas, and one a second to a chat', async () => {
    const database = await context.database();
    const { clock, advance } = scriptedClock();
    const { begun, channelOf } = platform(clock);
    const perSecond = 7;
    const senderOf = (owner: string) =>
      createSender({ database, channel: channelOf(owner), owner, clock, random: () => 0.5, perSecond });
    const first = senderOf('first');
    const second = senderOf('second');
    const rows = Array.from({ length: 60 }, (_, n) => delivery(`p${n % 20}`, String(n)));
    await enqueue(database.db, rows, start);
    for (let step = 0; begun.length < 30; step++) {
      await first.round();
      advance([0.3, 0.05, 0.999, 0.4, 0.2][step % 5] ?? 0);
    }
    // Given back in the second in which it was used to the full; then lost without a word.
    await first.round();
    await first.stop();
    for (let step = 0; begun.length < 45; step++) {
      await second.round();
      advance([0.25, 0.5, 0.1][step % 3] ?? 0);
    }
    const third = senderOf('third');
    advance(3.01);
    await second.round();
    for (let step = 0; begun.length < 60; step++) {
      await third.round();
      await second.round();
      advance(step === 0 ? 3.01 : 0.2);
    }
    await third.stop();
    await second.stop();
    expect(begun).toHaveLength(60);
    for (const { at, chat } of begun) {
      const second = begun.filter((other) => other.at > at - 1000 && other.at <= at);
      expect(second.length).toBeLessThanOrEqual(perSecond);
      expect(second.filter((other) => other.chat === chat)).toHaveLength(1);
    }
  });

  it('does not fall silent after the clock was set back by an hour', async () => {
    const database = await context.database();
    const { clock, advance } = scriptedClock();
    const { begun, channelOf } = platform(clock);
    const sender = createSender({
      database,
      channel: channelOf('one'),
      owner: 'one',
      clock,
      random: () => 0.5,
      perSecond: 2,
    });
    await enqueue(database.db, [delivery('a', '1'), delivery('b', '1')], start);
    await sender.round();
    expect(begun).toHaveLength(2);
    advance(-3600);
    const dueAt = clock();
    await enqueue(database.db, [delivery('a', '2', { dueAt }), delivery('b', '2', { dueAt })], dueAt);
    await sender.round();
    advance(1);
    await sender.round();
    expect(begun).toHaveLength(4);
    await sender.stop();
  });
});

import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Database } from '../../src/database/index.ts';
import {
  createSender,
  enqueue,
  laterMessages,
  type SendingChannel,
  type SendOptions,
} from '../../src/delivery/index.ts';
import type { SendResult } from '../../src/message/index.ts';
import { describeAllDatabases } from '../support/databases.ts';
import { newDelivery as delivery, start } from '../support/delivery.ts';

/** A channel whose answers are scripted by the message's text; it records what arrived and in which order. */
function scriptedChannel(script: (text: string, timesSeen: number) => SendResult | Promise<SendResult>) {
  const arrived: string[] = [];
  const seen = new Map<string, number>();
  const channel: SendingChannel = {
    name: 'web',
    async send(message, chat) {
      const text = `${chat}:${message.text.join('')}`;
      const times = (seen.get(text) ?? 0) + 1;
      seen.set(text, times);
      arrived.push(text);
      return script(text, times);
    },
  };
  return { channel, arrived };
}

/** A channel that never answers; `reached` resolves once so many sends have begun. */
function hangingChannel() {
  let begun = 0;
  let wake = (): void => {};
  const channel: SendingChannel = {
    name: 'web',
    send: () => {
      begun++;
      wake();
      return new Promise(() => {});
    },
  };
  return {
    channel,
    async reached(count: number): Promise<void> {
      while (begun < count) {
        await new Promise<void>((go) => {
          wake = go;
        });
      }
    },
  };
}

const sent: SendResult = { ok: true, platformMessageId: 'm1' };

/** A sender with a clock that stands still until it is moved. */
function senderOn(database: Database, channel: SendingChannel, more: Partial<Parameters<typeof createSender>[0]> = {}) {
  const time = { now: start };
  const sender = createSender({ database, channel, owner: 'one', clock: () => time.now, random: () => 0.5, ...more });
  return { sender, advance: (seconds: number) => (time.now = new Date(time.now.getTime() + seconds * 1000)) };
}

async function statuses(database: Database): Promise<Record<string, string>> {
  const { rows } = await database.db.execute<{ unique_key: string; status: string; error_code: string | null }>(
    sql`select unique_key, status, error_code from delivery order by id`,
  );
  return Object.fromEntries(
    rows.map((row) => [row.unique_key, row.error_code ? `${row.status} ${row.error_code}` : row.status]),
  );
}

describeAllDatabases('sender', (context) => {
  it('sends replies before reminders before broadcasts, oldest first', async () => {
    const database = await context.database();
    const { channel, arrived } = scriptedChannel(() => sent);
    await enqueue(
      database.db,
      [
        delivery('a', 'news', { lane: 'broadcast' }),
        delivery('b', 'remind', { lane: 'reminder' }),
        delivery('c', 'answer'),
        delivery('d', 'answer'),
      ],
      start,
    );
    const { sender } = senderOn(database, channel);
    expect(await sender.round()).toMatchObject({ sent: 4 });
    expect(arrived).toEqual(['c:answer', 'd:answer', 'b:remind', 'a:news']);
  });

  it('keeps the order of a chat while an earlier message of it waits for its next try', async () => {
    const database = await context.database();
    const { channel, arrived } = scriptedChannel((text, times) =>
      text === 'a:first' && times === 1 ? { ok: false, error: { code: 'platform_failed' } } : sent,
    );
    await enqueue(database.db, [delivery('a', 'first'), delivery('a', 'second'), delivery('b', 'other')], start);
    const { sender, advance } = senderOn(database, channel);
    expect(await sender.round()).toMatchObject({ sent: 1, again: 1 });
    expect(await sender.round()).toMatchObject({ sent: 0 });
    advance(3);
    await sender.round();
    await sender.round();
    expect(arrived).toEqual(['a:first', 'b:other', 'a:first', 'a:second']);
  });

  it('sets a message that is refused aside and goes on with the chat', async () => {
    const database = await context.database();
    const { channel } = scriptedChannel((text) =>
      text === 'a:poison' ? { ok: false, error: { code: 'message_refused' } } : sent,
    );
    await enqueue(database.db, [delivery('a', 'poison'), delivery('a', 'next')], start);
    const { sender } = senderOn(database, channel);
    await sender.round();
    await sender.round();
    expect(await statuses(database)).toEqual({ 'a:poison': 'failed message_refused', 'a:next': 'sent' });
  });

  it('gives up on a message after its last try and never loops', async () => {
    const database = await context.database();
    const { channel, arrived } = scriptedChannel(() => ({ ok: false, error: { code: 'platform_failed' } }));
    await enqueue(database.db, [delivery('a', 'text')], start);
    const { sender, advance } = senderOn(database, channel);
    for (let round = 0; round < 20; round++) {
      await sender.round();
      advance(3600);
    }
    expect(arrived).toHaveLength(8);
    expect(await statuses(database)).toEqual({ 'a:text': 'failed platform_failed' });
  });

  it('falls silent for the whole bot when throttled, without using up tries', async () => {
    const database = await context.database();
    let throttled = true;
    const { channel, arrived } = scriptedChannel(() =>
      throttled ? { ok: false, error: { code: 'throttled', retryAfterSeconds: 30 } } : sent,
    );
    await enqueue(database.db, [delivery('a', 'text'), delivery('b', 'text')], start);
    const { sender, advance } = senderOn(database, channel);
    // Both are under way when the first of them is told to wait.
    expect(await sender.round()).toMatchObject({ again: 2 });
    await enqueue(database.db, [delivery('c', 'text')], start);
    advance(29);
    expect(await sender.round()).toMatchObject({ sent: 0, again: 0 });
    expect(arrived).toEqual(['a:text', 'b:text']);
    for (let times = 0; times < 10; times++) {
      advance(31);
      await sender.round();
    }
    throttled = false;
    advance(31);
    expect(await sender.round()).toMatchObject({ sent: 3 });
  });

  it('goes on after the parts of a message that have arrived, also in another process', async () => {
    const database = await context.database();
    const asked: (SendOptions | undefined)[] = [];
    const throttled = (partsSent?: number): SendResult => ({
      ok: false,
      error: { code: 'throttled', retryAfterSeconds: 1, ...(partsSent === undefined ? {} : { partsSent }) },
    });
    const results = [throttled(1), throttled(), throttled(2), sent];
    const channel: SendingChannel = {
      name: 'web',
      send: async (_message, _chat, options) => {
        asked.push(options);
        return results.shift() ?? sent;
      },
    };
    await enqueue(database.db, [delivery('a', 'long', { replaces: '7' })], start);
    const first = senderOn(database, channel);
    await first.sender.round();
    first.advance(2);
    await first.sender.round();
    await first.sender.stop();
    const second = senderOn(database, channel, { owner: 'two' });
    second.advance(4);
    await second.sender.round();
    second.advance(2);
    await second.sender.round();
    expect(asked).toEqual([0, 1, 1, 2].map((partsSent) => ({ replaces: '7', partsSent })));
    expect(await statuses(database)).toEqual({ 'a:long': 'sent' });
  });

  it('gives a message all its tries after it was told to wait many times', async () => {
    const database = await context.database();
    const { channel, arrived } = scriptedChannel((_, times) => ({
      ok: false,
      error: times <= 10 ? { code: 'throttled', retryAfterSeconds: 1 } : { code: 'platform_failed' },
    }));
    await enqueue(database.db, [delivery('a', 'text')], start);
    const { sender, advance } = senderOn(database, channel);
    for (let round = 0; round < 20; round++) {
      await sender.round();
      advance(3600);
    }
    expect(arrived).toHaveLength(18);
  });

  it('takes what messages under way together are told for one pause, and doubles the next one', async () => {
    const database = await context.database();
    const { channel, arrived } = scriptedChannel(() => ({ ok: false, error: { code: 'throttled' } }));
    const chats = ['a', 'b', 'c', 'd', 'e'];
    await enqueue(
      database.db,
      chats.map((chat) => delivery(chat, 'text')),
      start,
    );
    const { sender, advance } = senderOn(database, channel);
    await sender.round();
    advance(4);
    await sender.round();
    expect(arrived).toHaveLength(5);
    advance(2);
    await sender.round();
    expect(arrived).toHaveLength(10);
    advance(9);
    await sender.round();
    expect(arrived).toHaveLength(10);
    advance(2);
    await sender.round();
    expect(arrived).toHaveLength(15);
  });

  it('marks an unreachable person and does not try again', async () => {
    const database = await context.database();
    const { channel, arrived } = scriptedChannel(() => ({ ok: false, error: { code: 'person_unreachable' } }));
    await enqueue(database.db, [delivery('a', 'text')], start);
    const { sender, advance } = senderOn(database, channel);
    expect(await sender.round()).toMatchObject({ blocked: 1 });
    advance(7200);
    await sender.round();
    expect(arrived).toHaveLength(1);
  });

  it('sends a reply of unknown outcome again, but never an announcement', async () => {
    const database = await context.database();
    const { channel, arrived } = scriptedChannel((_, times) => {
      if (times === 1) throw new Error('connection reset');
      return sent;
    });
    await enqueue(database.db, [delivery('a', 'reply'), delivery('b', 'news', { lane: 'broadcast' })], start);
    const { sender, advance } = senderOn(database, channel);
    await sender.round();
    advance(3600);
    await sender.round();
    expect(arrived).toEqual(['a:reply', 'b:news', 'a:reply']);
    expect(await statuses(database)).toEqual({ 'a:reply': 'sent', 'b:news': 'unconfirmed outcome_unknown' });
  });

  it('settles the claims of a dead sender at once on taking over: the reply goes again, the reminder is unconfirmed', async () => {
    const database = await context.database();
    await enqueue(database.db, [delivery('a', 'reply'), delivery('b', 'remind', { lane: 'reminder' })], start);
    const dead = hangingChannel();
    const { sender: first } = senderOn(database, dead.channel, { owner: 'dead' });
    void first.round();
    await dead.reached(2);
    const { channel, arrived } = scriptedChannel(() => sent);
    const { sender, advance } = senderOn(database, channel, { owner: 'heir' });
    expect(await sender.round()).toBeUndefined();
    advance(4);
    expect(await sender.round()).toMatchObject({ sent: 1, again: 1, unconfirmed: 1 });
    expect(arrived).toEqual(['a:reply']);
    expect(await statuses(database)).toEqual({ 'a:reply': 'sent', 'b:remind': 'unconfirmed outcome_unknown' });
  });

  it('settles claims that ran out without a change of owner', async () => {
    const database = await context.database();
    const { channel, arrived } = scriptedChannel(() => sent);
    const { sender, advance } = senderOn(database, channel);
    await sender.round();
    await enqueue(database.db, [delivery('a', 'reply'), delivery('b', 'remind', { lane: 'reminder' })], start);
    // Claimed after the lease was taken over, by one that noticed too late and then died.
    await database.db.execute(sql`
      update delivery set status = 'sending', claimed_by = 'dead', claimed_until = ${new Date(start.getTime() + 1000)}`);
    expect(await sender.round()).toMatchObject({ sent: 0, again: 0 });
    advance(2);
    expect(await sender.round()).toMatchObject({ sent: 1, again: 1, unconfirmed: 1 });
    expect(arrived).toEqual(['a:reply']);
  });

  it('sends to different chats side by side and to one chat one after another', async () => {
    const database = await context.database();
    const { channel, arrived } = scriptedChannel(() => sent);
    await enqueue(
      database.db,
      [
        delivery('a', 'first'),
        delivery('a', 'second'),
        delivery('b', 'first'),
        delivery('a', 'news', { lane: 'broadcast' }),
      ],
      start,
    );
    const { sender } = senderOn(database, channel, { atOnce: 2 });
    expect(await sender.round()).toMatchObject({ sent: 2 });
    expect(arrived).toEqual(['a:first', 'b:first']);
    expect(await sender.round()).toMatchObject({ sent: 1 });
    expect(await sender.round()).toMatchObject({ sent: 1 });
    expect(arrived.slice(2)).toEqual(['a:second', 'a:news']);
  });

  it('keeps to the plan of the month and its last tenth for replies', async () => {
    const database = await context.database();
    const { channel, arrived } = scriptedChannel(() => sent);
    const { sender, advance } = senderOn(database, channel, { monthlyQuota: 10 });
    await enqueue(
      database.db,
      [
        ...Array.from({ length: 10 }, (_, n) => delivery(`p${n}`, 'news', { lane: 'broadcast' })),
        delivery('a', 'reply'),
        delivery('b', 'reply'),
      ],
      start,
    );
    await sender.round();
    await sender.round();
    expect(arrived).toHaveLength(9);
    expect(arrived.slice(0, 2)).toEqual(['a:reply', 'b:reply']);
    await enqueue(database.db, [delivery('c', 'reply'), delivery('d', 'reply')], start);
    await sender.round();
    await sender.round();
    expect(arrived.slice(9)).toEqual(['c:reply']);
    advance(8 * 86_400);
    await sender.round();
    expect(arrived).toHaveLength(14);
  });

  it('skips what is due too late', async () => {
    const database = await context.database();
    const { channel, arrived } = scriptedChannel(() => sent);
    await enqueue(
      database.db,
      [delivery('a', 'late', { lane: 'broadcast', notAfter: new Date(start.getTime() - 1) })],
      start,
    );
    const { sender } = senderOn(database, channel);
    expect(await sender.round()).toMatchObject({ skipped: 1, sent: 0 });
    expect(arrived).toEqual([]);
  });

  it('stands back while another process holds the lease, and takes over when that one is dead', async () => {
    const database = await context.database();
    const { channel } = scriptedChannel(() => sent);
    const first = senderOn(database, channel, { owner: 'first' });
    const second = senderOn(database, channel, { owner: 'second' });
    expect(await first.sender.round()).toBeDefined();
    expect(await second.sender.round()).toBeUndefined();
    second.advance(4);
    expect(await second.sender.round()).toBeDefined();
  });

  it('does not overwrite the ending of a row that another sender has taken over', async () => {
    const database = await context.database();
    await enqueue(database.db, [delivery('a', 'reply')], start);
    const { channel } = scriptedChannel(async () => {
      await database.db.execute(sql`update delivery set claimed_by = 'other'`);
      return { ok: false, error: { code: 'message_refused' } };
    });
    const { sender } = senderOn(database, channel);
    await sender.round();
    expect(await statuses(database)).toEqual({ 'a:reply': 'sending' });
  });

  it('puts a message with a known key into the outbox once', async () => {
    const database = await context.database();
    expect(await enqueue(database.db, [delivery('a', 'text')], start)).toHaveLength(1);
    expect(await enqueue(database.db, [delivery('a', 'text')], start)).toHaveLength(0);
  });

  it('shows later messages of watched chats only, each once', async () => {
    const database = await context.database();
    await database.db.execute(sql`
      with a as (insert into account default values returning id), l as (insert into learner (account_id) select id from a returning id, account_id)
      insert into conversation (channel, chat, account_id, learner_id) select 'web', 'a', account_id, id from l`);
    const { rows } = await database.db.execute<{ id: string }>(sql`select id from conversation`);
    const conversationId = Number(rows[0]?.id);
    const { channel } = scriptedChannel(() => sent);
    const [shown] = await enqueue(database.db, [delivery('a', 'shown', { conversationId, via: 'response' })], start);
    await enqueue(database.db, [delivery('a', 'later', { conversationId })], start);
    const { sender } = senderOn(database, channel);
    await sender.round();
    const later = await laterMessages(database.db, 'web', [{ chat: 'a', afterId: shown ?? 0 }]);
    expect(later.map(({ message }) => message?.text)).toEqual([['later']]);
    expect(await laterMessages(database.db, 'web', [{ chat: 'a', afterId: later[0]?.id ?? 0 }])).toEqual([]);
  });
});

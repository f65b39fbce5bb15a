import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import type { Database } from '../../src/database/index.ts';
import type { ScriptedTelegram } from './telegram/index.ts';
import { watchCalls } from './telegram-watch.ts';

/** Wishes of one person in their order. Each opens a wish of its own, and its answer names it. */
const topics = [
  'excel',
  'guitar',
  'kế toán',
  'nấu ăn',
  'tiếng anh',
  'cắt may',
  'pha chế',
  'photoshop',
  'lập trình',
  'tiếng nhật',
];

/** An answer as it reached the platform. */
export interface Arrival {
  readonly chat: number;
  /** Which wish of the person it answers, from 0; -1 when it names none. */
  readonly wish: number;
  readonly at: number;
}

/** Many people on the scripted Telegram, each with several wishes to write one after another. */
export interface Crowd {
  /** Every answer that reached the platform, in order. */
  readonly arrivals: readonly Arrival[];
  /** Wishes nobody has written yet. */
  readonly unwritten: number;
  /** Lets random people write their next wish; the same seed gives the same people. */
  write(count: number): void;
  /** From now on somebody writes with every answer that arrives, so many times in all. */
  keepWriting(count: number): void;
  /** Resolves with the call that is the `count`th from now on, as it arrives and before it takes effect. */
  nextCall(count?: number): Promise<void>;
  /** The same for answers alone. */
  nextAnswer(count?: number): Promise<void>;
  /** Resolves when everybody has the answer to the last wish they wrote. */
  answered(): Promise<void>;
}

export function createCrowd(
  telegram: ScriptedTelegram,
  options: { readonly people: number; readonly wishes: number; readonly random: () => number },
): Crowd {
  const { wishes, random } = options;
  const people = Array.from({ length: options.people }, () => telegram.person());
  const written = new Map(people.map(({ id }) => [id, 0]));
  const newest = new Map<number, number>();
  const arrivals: Arrival[] = [];
  let toWrite = 0;

  function write(count: number): void {
    for (let message = 0; message < count; message++) {
      const waiting = people.filter(({ id }) => (written.get(id) ?? 0) < wishes);
      const person = waiting[Math.floor(random() * waiting.length)];
      if (person === undefined) return;
      const wish = written.get(person.id) ?? 0;
      written.set(person.id, wish + 1);
      person.send(`mình muốn học ${topics[wish]}`);
    }
  }

  const listen = watchCalls(telegram, (call) => {
    if (call.method === 'sendMessage') {
      const chat = Number(call.payload.chat_id);
      const topic = /“([^”]+)”/.exec(String(call.payload.text))?.[1];
      const wish = topics.indexOf(topic ?? '');
      arrivals.push({ chat, wish, at: performance.now() });
      newest.set(chat, Math.max(wish, newest.get(chat) ?? -1));
      if (toWrite > 0) {
        toWrite--;
        write(1);
      }
    }
    return call;
  });

  const isAnswered = (): boolean => people.every(({ id }) => (newest.get(id) ?? -1) >= (written.get(id) ?? 0) - 1);

  return {
    arrivals,
    get unwritten() {
      return people.length * wishes - [...written.values()].reduce((sum, count) => sum + count, 0);
    },
    write,
    keepWriting(count) {
      toWrite = count;
    },
    nextCall(count = 1) {
      let seen = 0;
      return listen(() => ++seen === count);
    },
    nextAnswer(count = 1) {
      let seen = 0;
      return listen((call) => call.method === 'sendMessage' && ++seen === count);
    },
    answered: () => (isAnswered() ? Promise.resolve() : listen(isAnswered)),
  };
}

/** A kill of a sending process: the answers that had arrived before it, and when it was surely over. */
export interface Kill {
  /** Answers that had arrived when it was ordered. */
  readonly before: number;
  /** Answers that had arrived when the process was gone. */
  readonly after: number;
  readonly at: number;
}

/** What came twice, in figures. */
export interface CrowdFigures {
  readonly answers: number;
  readonly duplicates: number;
  /** The longest time from a first copy to the kill that left it without a record, in milliseconds. */
  readonly oldestDuplicate: number;
  readonly superseded: number;
}

/**
 * Checks what delivery promises after everything was answered: every update has its turn and its answer or a later one
 * that covers it, each person's answers are in the order of their wishes, and only what was under way at a kill came twice.
 */
export async function checkCrowd(
  database: Database,
  crowd: Crowd,
  options: { readonly updates: number; readonly kills: readonly Kill[]; readonly atOnce: number },
): Promise<CrowdFigures> {
  const superseded = await checkStored(database, crowd, options.updates);
  const duplicates: number[] = [];
  const chats = new Map<number, { readonly wish: number; readonly position: number }[]>();
  for (const [position, { chat, wish }] of crowd.arrivals.entries()) {
    chats.set(chat, [...(chats.get(chat) ?? []), { wish, position }]);
  }
  for (const [chat, answers] of chats) {
    const order = answers.map(({ wish }) => wish);
    expect(order, `the answers to ${chat}`).toEqual([...order].sort((a, b) => a - b));
    expect(order, `the answers to ${chat}`).not.toContain(-1);
    for (const [number, copy] of answers.entries()) {
      const again = answers[number + 1];
      if (again === undefined || again.wish !== copy.wish) continue;
      // Between the two copies a process died, and the first was among the last that it had under way.
      const kill = options.kills.find(({ before, after }) => {
        return copy.position >= before - options.atOnce && copy.position < after && again.position >= before;
      });
      expect(kill, `a kill between two copies of ${copy.wish} to ${chat}`).toBeDefined();
      duplicates.push((kill?.at ?? 0) - (crowd.arrivals[copy.position]?.at ?? 0));
    }
  }
  expect(duplicates.length).toBeLessThanOrEqual(options.kills.length * options.atOnce);
  return {
    answers: crowd.arrivals.length,
    duplicates: duplicates.length,
    oldestDuplicate: Math.round(Math.max(0, ...duplicates)),
    superseded,
  };
}

/** Checks turns and outbox; returns how many answers were superseded. */
async function checkStored(database: Database, crowd: Crowd, updates: number): Promise<number> {
  const { rows } = await database.db.execute<{
    chat: string;
    turn: string;
    text: string;
    outcome: string;
    statuses: string[];
  }>(sql`
    select conversation.chat, turn.id as turn, turn.content ->> 'text' as text, turn.outcome,
      array_agg(delivery.status) as statuses
    from turn join conversation on conversation.id = turn.conversation_id
    left join delivery on delivery.turn_id = turn.id
    group by conversation.chat, turn.id order by turn.id`);
  expect(rows).toHaveLength(updates);
  const arrived = new Set(crowd.arrivals.map(({ chat, wish }) => `${chat} ${topics[wish]}`));
  let superseded = 0;
  for (const { chat, turn, text, outcome, statuses } of rows) {
    expect(outcome).toBe('answered');
    if (statuses[0] === 'superseded') {
      superseded++;
      const isCovered = rows.some((later) => {
        return later.chat === chat && Number(later.turn) > Number(turn) && later.statuses[0] === 'sent';
      });
      expect(isCovered, `a later answer than the one of turn ${turn}`).toBe(true);
    } else {
      expect(statuses, `the answer of turn ${turn}`).toEqual(['sent']);
      expect(arrived).toContain(`${chat} ${text.replace('mình muốn học ', '')}`);
    }
  }
  const { rows: failures } = await database.db.execute(sql`select 1 from turn_failure where set_aside_at is not null`);
  expect(failures).toEqual([]);
  return superseded;
}

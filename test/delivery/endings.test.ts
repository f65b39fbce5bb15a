import { expect, test } from 'vitest';
import { createEndings, type Ended } from '../../src/delivery/endings.ts';

function ended(id: number): Ended {
  return {
    delivery: {
      id,
      chat: `chat ${id}`,
      lane: 'broadcast',
      attempts: 1,
      partsSent: 0,
      message: { text: [], choices: [] },
      replaces: undefined,
    },
    ending: { kind: 'sent', platformMessageId: String(id) },
  };
}

/** Endings whose writing is let go by hand; `batches` are the ids that were written together. */
function setting() {
  const batches: number[][] = [];
  const state = { underWay: 0, fails: false, recorded: 0 };
  const endings = createEndings({
    record: async (batch) => {
      if (state.fails) throw new Error('the database is away');
      batches.push(batch.map(({ delivery }) => delivery.id));
    },
    onRecorded: (batch) => {
      state.recorded += batch.length;
    },
    moreWillCome: () => state.underWay > 0,
  });
  return { endings, batches, state };
}

test('what ends alone is written down at once', async () => {
  const { endings, batches } = setting();
  await endings.add(ended(1));
  await endings.add(ended(2));
  expect(batches).toEqual([[1], [2]]);
});

test('what ends close together is written down together, and none waits for a message that hangs', async () => {
  const { endings, batches, state } = setting();
  state.underWay = 1;
  await Promise.all([endings.add(ended(1)), endings.add(ended(2)), endings.add(ended(3))]);
  expect(batches).toEqual([[1, 2, 3]]);
  expect(state.recorded).toBe(3);
});

test('the last message under way lets what has waited for it go', async () => {
  const { endings, batches, state } = setting();
  state.underWay = 1;
  const first = endings.add(ended(1));
  state.underWay = 0;
  await Promise.all([endings.add(ended(2)), first]);
  expect(batches).toEqual([[1, 2]]);
});

test('what could not be written down is kept, counted and written with the next', async () => {
  const { endings, batches, state } = setting();
  state.fails = true;
  await expect(endings.add(ended(1))).rejects.toThrow('the database is away');
  expect(endings.size).toBe(1);
  expect(endings.ids()).toEqual([1]);
  expect(state.recorded).toBe(0);
  state.fails = false;
  await endings.add(ended(2));
  expect(batches).toEqual([[1, 2]]);
  expect(endings.size).toBe(0);
});

test('asked to, it writes without waiting; without anything to write it does nothing', async () => {
  const { endings, batches, state } = setting();
  await endings.flush();
  state.underWay = 1;
  const added = endings.add(ended(1));
  await endings.flush();
  await added;
  expect(batches).toEqual([[1]]);
});

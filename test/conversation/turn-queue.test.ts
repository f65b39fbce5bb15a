import { expect, it } from 'vitest';
import { createTurnQueue } from '../../src/conversation/turn-queue.ts';

/** A promise that is settled from outside. */
function gate(): { opened: Promise<void>; open: () => void } {
  let open = (): void => {};
  const opened = new Promise<void>((done) => {
    open = done;
  });
  return { opened, open };
}

it('runs the turns of a chat in order and those of two chats side by side', async () => {
  const queue = createTurnQueue(2, 10);
  const order: string[] = [];
  const first = gate();
  const a1 = queue.run('a', async () => {
    await first.opened;
    order.push('a1');
  });
  const a2 = queue.run('a', async () => {
    order.push('a2');
  });
  await queue.run('b', async () => {
    order.push('b1');
  });
  first.open();
  await Promise.all([a1, a2]);
  expect(order).toEqual(['b1', 'a1', 'a2']);
});

it('turns away what would wait too long and takes work again afterwards', async () => {
  const queue = createTurnQueue(1, 1);
  const first = gate();
  const running = queue.run('a', () => first.opened);
  const waiting = queue.run('b', async () => 'b');
  expect(queue.run('c', async () => 'c')).toBeUndefined();
  first.open();
  await Promise.all([running, waiting]);
  await queue.idle();
  expect(await queue.run('c', async () => 'c')).toBe('c');
});

it('goes on with a chat after a turn of it failed', async () => {
  const queue = createTurnQueue(1, 10);
  const failing = queue.run('a', async () => {
    throw new Error('fault');
  });
  const next = queue.run('a', async () => 'fine');
  await expect(failing).rejects.toThrow('fault');
  expect(await next).toBe('fine');
  expect(queue.size).toBe(0);
});

it('gives its seat to others while a turn waits for something outside, but not to its own chat', async () => {
  const queue = createTurnQueue(1, 10);
  const order: string[] = [];
  const outside = gate();
  const a1 = queue.run('a', async (aside) => {
    await aside(() => outside.opened);
    order.push('a1');
  });
  const a2 = queue.run('a', async () => {
    order.push('a2');
  });
  await queue.run('b', async () => {
    order.push('b1');
  });
  outside.open();
  await Promise.all([a1, a2]);
  expect(order).toEqual(['b1', 'a1', 'a2']);
  // What went wrong outside takes no seat away.
  await expect(queue.run('a', (aside) => aside(() => Promise.reject(new Error('no'))))).rejects.toThrow('no');
  expect(await queue.run('b', async () => 'b2')).toBe('b2');
});

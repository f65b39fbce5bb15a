import { describe, expect, it } from 'vitest';
import { allowance, countMessages, messagesInMonth, messagesThisMonth, monthOf } from '../../src/delivery/usage.ts';
import { describeAllDatabases } from '../support/databases.ts';

describe('the month of a plan', () => {
  it('is the calendar month of the city, not of Greenwich', () => {
    const lastHour = new Date('2026-11-30T17:00:00Z');
    expect(monthOf(lastHour, 'Asia/Ho_Chi_Minh')).toBe('2026-12-01');
    expect(monthOf(lastHour, 'UTC')).toBe('2026-11-01');
    expect(monthOf(new Date('2026-12-31T23:59:59Z'), 'Asia/Ho_Chi_Minh')).toBe('2027-01-01');
  });
});

describe('what a plan still allows', () => {
  it.each([2700, 2701, 2999, 3000, 4000])('of 3000 with %i used is for replies only', (used) => {
    expect(allowance(3000, used)).toEqual({ left: Math.max(0, 3000 - used), repliesOnly: true });
  });

  it.each([0, 1, 2699])('of 3000 with %i used is for everything', (used) => {
    const { left, repliesOnly } = allowance(3000, used);
    expect(repliesOnly).toBe(false);
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThanOrEqual(3000 - used);
  });

  it('is everything where there is no limit', () => {
    expect(allowance(0, 1_000_000)).toEqual({ left: Number.POSITIVE_INFINITY, repliesOnly: false });
  });
});

describeAllDatabases('messages of a month', (context) => {
  it('add up for each channel and month on its own', async () => {
    const { db } = await context.database();
    expect(await messagesInMonth(db, 'zalo', '2026-11-01')).toBe(0);
    await countMessages(db, 'zalo', '2026-11-01', 3);
    await countMessages(db, 'zalo', '2026-11-01', 4);
    await countMessages(db, 'zalo', '2026-12-01', 5);
    await countMessages(db, 'telegram', '2026-11-01', 6);
    expect(await messagesInMonth(db, 'zalo', '2026-11-01')).toBe(7);
    expect(await messagesThisMonth(db, 'zalo', new Date('2026-11-30T18:00:00Z'), 'Asia/Ho_Chi_Minh')).toBe(5);
  });

  it('are all counted when several processes count at once', async () => {
    const { db } = await context.database();
    await Promise.all(Array.from({ length: 20 }, () => countMessages(db, 'zalo', '2026-11-01', 1)));
    expect(await messagesInMonth(db, 'zalo', '2026-11-01')).toBe(20);
  });
});

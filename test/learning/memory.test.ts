import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Database } from '../../src/database/index.ts';
import { type Attempt, dueItems, memoriesOf, noteAttempt } from '../../src/learning/index.ts';
import { newLearners } from '../support/consenting.ts';
import { describeDatabases } from '../support/databases.ts';

const timezone = 'Asia/Ho_Chi_Minh';
const evening = new Date('2026-11-29T13:00:00Z');
const hours = (count: number) => new Date(evening.getTime() + count * 3_600_000);

describeDatabases('what a learner remembers', (context) => {
  async function prepared() {
    const database = await context.database();
    const [learnerId = 0, other = 0] = await newLearners(database, 2);
    const attempt: Attempt = {
      learnerId,
      item: 'mat-khau',
      at: evening,
      place: 'lesson',
      isVariant: false,
      outcome: 'right',
      answer: 'không dùng lại',
      hintLevel: 0,
      earlierTries: 0,
      closes: true,
    };
    const note = async (change: Partial<Attempt>) =>
      (await noteAttempt(database.db, { ...attempt, ...change }, timezone)).memory;
    return { database, learnerId, other, note };
  }

  async function attempts(database: Database) {
    const { rows } = await database.db.execute(
      sql`select place, outcome, option, answer, hint_level, is_variant from attempt order by id`,
    );
    return rows;
  }

  it('begins with the answer that ends an item, and goes on with each later one', async () => {
    const { database, learnerId, note } = await prepared();
    const first = await note({});
    expect((await memoriesOf(database.db, learnerId)).get('mat-khau')?.dueAt).toEqual(first?.dueAt);
    const second = await note({ place: 'review', at: hours(72), isVariant: true, answer: undefined, option: 2 });
    expect(second).toMatchObject({ reviews: 2, lastUnaided: true });
    const kept = (await memoriesOf(database.db, learnerId)).get('mat-khau');
    // Kept in four bytes.
    expect(kept).toMatchObject({ dueAt: second?.dueAt, reviews: 2, lapses: 0, lastUnaided: true, lastAt: hours(72) });
    expect(kept?.stability).toBeCloseTo(second?.stability ?? 0, 4);
    expect(await attempts(database)).toEqual([
      { place: 'lesson', outcome: 'right', option: null, answer: 'không dùng lại', hint_level: 0, is_variant: false },
      { place: 'review', outcome: 'right', option: 2, answer: null, hint_level: 0, is_variant: true },
    ]);
  });

  it('is not touched by what is asked before the lesson, nor by a wrong answer that is followed by another try', async () => {
    const { database, learnerId, note } = await prepared();
    expect(await note({ place: 'before', outcome: 'wrong' })).toBeUndefined();
    expect(await note({ outcome: 'wrong', closes: false })).toBeUndefined();
    expect(await memoriesOf(database.db, learnerId)).toEqual(new Map());
    // Right after a hint: hard, so two days instead of three.
    expect((await note({ hintLevel: 1, earlierTries: 1 }))?.dueAt).toEqual(new Date('2026-11-30T17:00:00Z'));
    expect(await attempts(database)).toHaveLength(3);
  });

  it('comes back the next day when the answer had to be shown, also when the question like it was then right', async () => {
    const { database, learnerId, note } = await prepared();
    await note({ outcome: 'revealed', answer: undefined, hintLevel: 4, earlierTries: 4 });
    await note({ isVariant: true, hintLevel: 4, earlierTries: 4 });
    expect(await dueItems(database.db, learnerId, hours(3.9), 10)).toEqual([]);
    expect(await dueItems(database.db, learnerId, hours(4), 10)).toMatchObject([
      { item: 'mat-khau', reviews: 1, lastUnaided: false },
    ]);
  });

  it('gives what is due, longest first, of nobody else, and no more than asked for', async () => {
    const { database, learnerId, other, note } = await prepared();
    await note({ item: 'a', outcome: 'revealed', at: hours(24) });
    await note({ item: 'b', outcome: 'revealed' });
    await note({ item: 'c' });
    await note({ item: 'd', outcome: 'revealed', learnerId: other });
    const due = async (limit: number) =>
      (await dueItems(database.db, learnerId, hours(48), limit)).map(({ item }) => item);
    expect(await due(10)).toEqual(['b', 'a']);
    expect(await due(1)).toEqual(['b']);
  });

  it('keeps long and broken words within bounds', async () => {
    const { database, note } = await prepared();
    await note({ answer: `${'a'.repeat(499)}😀` });
    const [{ answer } = {}] = await attempts(database);
    expect(String(answer).length).toBeLessThanOrEqual(500);
    await note({ answer: 'a\u0000b' });
    expect(await attempts(database)).toMatchObject([{}, { answer: 'a b' }]);
  });

  it('finds what is due by its index', async () => {
    const { database, learnerId } = await prepared();
    await database.db.execute(sql`
      insert into item_memory (learner_id, item, due_at, stability, difficulty, reviews, lapses, last_at, last_unaided, noted_at)
      select ${learnerId}, 'i' || n, ${evening}::timestamptz + n * interval '1 hour', 3, 5, 1, 0, ${evening}, false, ${evening}
      from generate_series(1, 5000) as n`);
    await database.db.execute(sql`analyze item_memory`);
    const { rows } = await database.db.execute(sql`
      explain select item from item_memory where learner_id = ${learnerId} and due_at <= ${evening} order by due_at, item limit 5`);
    expect(JSON.stringify(rows)).toContain('item_memory_due');
  });
});

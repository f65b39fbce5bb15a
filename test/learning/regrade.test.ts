import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import {
  type Attempt,
  failuresOf,
  judgedAnswer,
  memoriesOf,
  noteAttempt,
  regradeAttempt,
} from '../../src/learning/index.ts';
import { newLearners } from '../support/consenting.ts';
import { describeDatabases } from '../support/databases.ts';

const timezone = 'Asia/Ho_Chi_Minh';
const evening = new Date('2026-11-29T13:00:00Z');
const after = (minutes: number) => new Date(evening.getTime() + minutes * 60_000);
const day = 24 * 60;
const now = after(10 * day);

type Step = Partial<Attempt> & Pick<Attempt, 'outcome'>;

describeDatabases('an answer that was right after all', (context) => {
  /** Two learners on one database: what comes of each is held against what comes of the other. */
  async function prepared() {
    const database = await context.database();
    const [learnerId = 0, other = 0] = await newLearners(database, 2);
    async function answer(steps: readonly Step[], who = learnerId) {
      let tries = 0;
      const ids: number[] = [];
      for (const step of steps) {
        const closes = step.outcome !== 'wrong';
        const attempt: Attempt = {
          learnerId: who,
          item: 'ma-qr',
          at: evening,
          place: 'lesson',
          isVariant: false,
          hintLevel: 0,
          earlierTries: tries,
          closes,
          ...step,
        };
        ids.push((await noteAttempt(database.db, attempt, timezone)).id);
        tries = closes ? 0 : tries + 1;
      }
      return ids;
    }
    const regrade = (id = 0) => database.transaction((tx) => regradeAttempt(tx, id, { now, timezone }));
    const memory = async (who = learnerId) => (await memoriesOf(database.db, who)).get('ma-qr');
    return { database, learnerId, other, answer, regrade, memory };
  }

  it('is remembered as if it had been right at once; what followed our mistake on that day counts for nothing', async () => {
    const { other, answer, regrade, memory } = await prepared();
    const [disputed] = await answer([
      { outcome: 'wrong', answer: 'hỏi người nhà' },
      { outcome: 'wrong', answer: 'gọi lại', at: after(1) },
      { outcome: 'revealed', hintLevel: 4, at: after(2) },
      { outcome: 'right', hintLevel: 4, isVariant: true, answer: 'tổng đài', at: after(3) },
    ]);
    await answer([{ outcome: 'right' }], other);
    expect((await memory())?.stability).toBeLessThan((await memory(other))?.stability ?? 0);
    expect(await regrade(disputed)).toBe(true);
    expect(await memory()).toEqual(await memory(other));
  });

  it('goes through later days as they were', async () => {
    const { other, answer, regrade, memory } = await prepared();
    const later: Step[] = [
      { outcome: 'right', place: 'review', at: after(day) },
      { outcome: 'right', place: 'review', at: after(5 * day), hintLevel: 1 },
    ];
    const [disputed] = await answer([
      { outcome: 'wrong', answer: 'a' },
      { outcome: 'revealed', hintLevel: 4, at: after(1) },
      ...later,
    ]);
    await answer([{ outcome: 'right' }, ...later], other);
    await regrade(disputed);
    expect(await memory()).toEqual(await memory(other));
  });

  it('is hard where hints came before it, and begins a memory where there was none yet', async () => {
    const { other, answer, regrade, memory } = await prepared();
    const [, disputed] = await answer([
      { outcome: 'wrong', answer: 'x' },
      { outcome: 'wrong', answer: 'y', hintLevel: 2, at: after(1) },
    ]);
    await answer([{ outcome: 'wrong' }, { outcome: 'right', hintLevel: 2, at: after(1) }], other);
    expect(await memory()).toBeUndefined();
    await regrade(disputed);
    expect(await memory()).toEqual(await memory(other));
  });

  it('is right wherever the same words stood for the same question, and makes up for the showing', async () => {
    const { database, learnerId, other, answer, regrade, memory } = await prepared();
    const [first, second] = await answer([
      { outcome: 'wrong', answer: 'Hỏi người nhà' },
      { outcome: 'wrong', answer: 'hỏi người nhà', at: after(1) },
      { outcome: 'wrong', answer: 'hỏi người nhà', isVariant: true, at: after(2) },
      { outcome: 'revealed', hintLevel: 4, at: after(3) },
    ]);
    await answer([{ outcome: 'right' }], other);
    expect(await failuresOf(database.db, learnerId, 'ma-qr')).toBe(1);
    await regrade(second);
    const { rows } = await database.db.execute(sql`
      select outcome, regraded_at is not null as regraded from attempt where learner_id = ${learnerId} order by id`);
    expect(rows).toEqual([
      { outcome: 'right', regraded: true },
      { outcome: 'right', regraded: true },
      { outcome: 'wrong', regraded: false },
      { outcome: 'revealed', regraded: false },
    ]);
    expect(await memory()).toEqual(await memory(other));
    expect(await failuresOf(database.db, learnerId, 'ma-qr')).toBe(0);
    expect(await regrade(first)).toBe(false);
  });

  it('never takes away what was remembered', async () => {
    const { database, answer, regrade, memory } = await prepared();
    const [disputed] = await answer([
      { outcome: 'wrong', answer: 'x' },
      { outcome: 'right', at: after(1) },
    ]);
    await database.db.execute(sql`update item_memory set stability = 60, due_at = ${after(60 * day)}`);
    expect(await regrade(disputed)).toBe(true);
    expect(await memory()).toMatchObject({ stability: 60, dueAt: after(60 * day) });
  });

  it('is one that was judged: not what was asked before the lesson, nor a hint', async () => {
    const { database, learnerId, other, answer, regrade } = await prepared();
    const [before, wrong, shown] = await answer([
      { outcome: 'wrong', option: 1, place: 'before' },
      { outcome: 'wrong', option: 1, at: after(1) },
      { outcome: 'revealed', hintLevel: 4, at: after(2) },
    ]);
    const judged = (which: { id: number } | { since: Date }, who = learnerId) => judgedAnswer(database.db, who, which);
    expect(await judged({ since: evening })).toMatchObject({ id: wrong, outcome: 'wrong', option: 1 });
    expect(await judged({ since: after(2) })).toBeUndefined();
    expect(await judged({ id: before ?? 0 })).toBeUndefined();
    expect(await judged({ id: shown ?? 0 })).toBeUndefined();
    expect(await judged({ id: wrong ?? 0 }, other)).toBeUndefined();
    expect(await regrade(987_654)).toBe(false);
  });
});

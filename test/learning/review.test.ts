import fc from 'fast-check';
import { createEmptyCard, fsrs, Rating } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import { gradeOf, isMastered, type Memory, type ReviewGrade, reviewed } from '../../src/learning/index.ts';

const timezone = 'Asia/Ho_Chi_Minh';
const day = 86_400_000;
/** Eight in the evening in the city. */
const evening = new Date('2026-11-29T13:00:00Z');

/** The days until the next time, for grades that are each given on the day it is due. */
function intervals(grades: readonly ReviewGrade[]): number[] {
  let memory: Memory | undefined;
  let at = evening;
  return grades.map((grade) => {
    memory = reviewed(memory, grade, at, timezone);
    const midnight = Date.parse('2026-11-28T17:00:00Z') + Math.round((at.getTime() - evening.getTime()) / day) * day;
    const days = Math.round((memory.dueAt.getTime() - midnight) / day);
    at = new Date(at.getTime() + days * day);
    return days;
  });
}

describe('grades', () => {
  it.each([
    ['right', 0, 0, 'good'],
    ['right', 0, 1, 'hard'],
    ['right', 2, 1, 'hard'],
    ['right', 4, 5, 'again'],
    ['unsure', 0, 0, 'hard'],
    ['wrong', 0, 0, 'again'],
    ['revealed', 4, 4, 'again'],
    ['revealed', 0, 0, 'again'],
  ] as const)('%s after hint %i and %i tries is %s', (outcome, hintLevel, tries, grade) => {
    expect(gradeOf(outcome, hintLevel, tries)).toBe(grade);
  });
});

describe('reviews', () => {
  it('come on the days of the reference FSRS, up to the cap', () => {
    expect(intervals(['good', 'good', 'good', 'good', 'good'])).toEqual([3, 14, 57, 90, 90]);
    expect(intervals(['again', 'good', 'good', 'good', 'good'])).toEqual([1, 3, 8, 22, 54]);
    expect(intervals(['hard', 'good', 'good', 'good'])).toEqual([2, 7, 23, 66]);
  });

  it('give what ts-fsrs gives, for any grades on any days', () => {
    const reference = fsrs({ request_retention: 0.9, enable_short_term: false, enable_fuzz: false });
    const ratings = { again: Rating.Again, hard: Rating.Hard, good: Rating.Good } as const;
    const step = fc.record({
      grade: fc.constantFrom<ReviewGrade>('again', 'hard', 'good'),
      wait: fc.integer({ min: 1, max: 200 }),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 20 }), (steps) => {
        let at = evening;
        let card = createEmptyCard(at);
        let memory: Memory | undefined;
        for (const { grade, wait } of steps) {
          card = reference.next(card, at, ratings[grade]).card;
          memory = reviewed(memory, grade, at, timezone);
          expect(memory.stability).toBeCloseTo(card.stability, 6);
          expect(memory.difficulty).toBeCloseTo(card.difficulty, 6);
          expect([memory.reviews, memory.lapses]).toEqual([card.reps, card.lapses]);
          const days = (memory.dueAt.getTime() - Date.parse('2026-11-28T17:00:00Z')) / day;
          const today = (at.getTime() - evening.getTime()) / day;
          expect(days - today).toBe(Math.min(card.scheduled_days, 90));
          at = new Date(at.getTime() + wait * day);
        }
      }),
    );
  });

  it('are there at the city’s midnight, whatever the hour of the lesson was', () => {
    const due = (at: string) => reviewed(undefined, 'again', new Date(at), timezone).dueAt.toISOString();
    expect(due('2026-11-28T17:00:00Z')).toBe('2026-11-29T17:00:00.000Z');
    expect(due('2026-11-29T16:59:59Z')).toBe('2026-11-29T17:00:00.000Z');
  });

  it('count the city’s days: in the evening and the next morning is a day apart', () => {
    const first = reviewed(undefined, 'good', evening, timezone);
    const next = reviewed(first, 'good', new Date(evening.getTime() + 11 * 3_600_000), timezone);
    expect(next.reviews).toBe(2);
    expect(next.lastUnaided).toBe(true);
  });

  it('take a second answer on the same day for no evidence, unless it is forgotten again', () => {
    const first = reviewed(undefined, 'good', evening, timezone);
    const later = new Date(evening.getTime() + 3_600_000);
    expect(reviewed(first, 'good', later, timezone)).toBe(first);
    const forgotten = reviewed(first, 'again', later, timezone);
    expect(forgotten.dueAt.toISOString()).toBe('2026-11-29T17:00:00.000Z');
    expect(reviewed(forgotten, 'good', later, timezone)).toBe(forgotten);
    expect(reviewed(forgotten, 'again', later, timezone)).toBe(forgotten);
  });

  it('never come due in the past or later than the cap, and later after each good answer than after the one before', () => {
    const step = fc.record({
      grade: fc.constantFrom<ReviewGrade>('again', 'hard', 'good'),
      hours: fc.integer({ min: 0, max: 3000 }),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 30 }), (steps) => {
        let at = evening;
        let memory: Memory | undefined;
        for (const { grade, hours } of steps) {
          const before = memory;
          memory = reviewed(memory, grade, at, timezone);
          expect(memory.dueAt.getTime()).toBeGreaterThan(at.getTime());
          expect(memory.dueAt.getTime()).toBeLessThanOrEqual(at.getTime() + 90 * day);
          expect(Number.isFinite(memory.stability) && memory.stability > 0).toBe(true);
          if (grade === 'good' && before !== undefined && memory !== before)
            expect(memory.stability).toBeGreaterThan(before.stability);
          at = new Date(at.getTime() + hours * 3_600_000);
        }
      }),
    );
  });
});

describe('an item is mastered', () => {
  it('when it lasts three weeks and was last right unaided, a day or more after the answer before', () => {
    let memory = reviewed(undefined, 'good', evening, timezone);
    expect(memory.lastUnaided).toBe(false);
    const mastered = [];
    for (const grade of ['good', 'good', 'hard', 'good', 'again'] as const) {
      memory = reviewed(memory, grade, memory.dueAt, timezone);
      mastered.push([Math.floor(memory.stability), isMastered(memory)]);
    }
    expect(mastered.map(([, is]) => is)).toEqual([false, true, false, true, false]);
    expect(mastered[2]?.[0]).toBeGreaterThan(21);
  });

  it('not at 21 days by rounding up', () => {
    const memory = { ...reviewed(undefined, 'good', evening, timezone), lastUnaided: true };
    expect(isMastered({ ...memory, stability: 20.99 })).toBe(false);
    expect(isMastered({ ...memory, stability: 21 })).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import {
  askedIn,
  beginRun,
  cardsOf,
  cityLessons,
  goOn,
  inWay,
  type LessonRun,
  repeatRun,
  waysOf,
  withAsking,
} from '../../src/learning/index.ts';

const lessons = await cityLessons();
const all = lessons.tracks.flatMap((track) => track.lessons);

/** The steps of a whole lesson, each in short. */
function stepsOf(first: LessonRun, lesson: (typeof all)[number], due: Parameters<typeof goOn>[2]): string[] {
  const steps: string[] = [];
  for (let run = first; steps.length < 30; run = goOn(run, lesson, due)) {
    const { step } = run;
    steps.push('item' in step ? `${step.kind} ${step.item}` : 'card' in step ? `card ${step.card}` : step.kind);
    if (step.kind === 'done') break;
  }
  return steps;
}

describe('a lesson', () => {
  it.each(all.map((lesson) => [lesson.id, lesson] as const))(
    '%s asks first, shows its cards, has something tried, asks every item and ends, in each of its ways',
    (_, lesson) => {
      expect(waysOf(lesson)).toContain('read');
      for (const way of waysOf(lesson)) {
        expect(stepsOf(beginRun(lesson, way), lesson, [])).toEqual([
          'before',
          ...cardsOf(lesson, way).map((_card, at) => `card ${at}`),
          'try',
          ...lesson.items.map(({ id }) => `item ${id}`),
          'done',
        ]);
      }
    },
  );

  it('ends with one item that is due of another lesson, every other time as its variant', () => {
    const [lesson, other] = all;
    if (lesson === undefined || other === undefined) throw new Error('There are no lessons.');
    const [own, foreign] = [lesson.items[0]?.id ?? '', other.items[0]?.id ?? ''];
    const due = [
      { item: own, reviews: 1 },
      { item: foreign, reviews: 1 },
    ];
    expect(stepsOf(beginRun(lesson, 'read'), lesson, due).slice(-2)).toEqual([`review ${foreign}`, 'done']);
    let run = beginRun(lesson, 'read');
    while (run.step.kind !== 'review') run = goOn(run, lesson, due);
    expect(askedIn(lessons, run)?.question).toBe(other.items[0]?.variant);
    expect(run.step.asking.isVariant).toBe(true);
  });

  it('counts its steps, so that a choice of an earlier one is known', () => {
    const [lesson] = all;
    if (lesson === undefined) throw new Error('There are no lessons.');
    const first = beginRun(lesson, 'read');
    const second = goOn(first, lesson, []);
    expect(second.serial).toBeGreaterThan(first.serial);
    expect(inWay(second, 'do')).toMatchObject({ way: 'do', step: { kind: 'card', card: 0 } });
    expect(inWay(second, 'do').serial).toBeGreaterThan(second.serial);
    expect(repeatRun(lesson, 'do', 7)).toMatchObject({ serial: 8, step: { kind: 'card', card: 0 } });
  });

  it('keeps its step while the same question is tried again, and takes a new one for the variant', () => {
    const [lesson] = all;
    if (lesson === undefined) throw new Error('There are no lessons.');
    let run = beginRun(lesson, 'read');
    while (run.step.kind !== 'item') run = goOn(run, lesson, []);
    const { asking } = run.step;
    expect(withAsking(run, { ...asking, ladder: { ...asking.ladder, tries: 1 } }).serial).toBe(run.serial);
    expect(withAsking(run, { ...asking, isVariant: true, wasShown: true }).serial).toBe(run.serial + 1);
  });

  it('is read where it has no picture', () => {
    const [lesson] = all;
    if (lesson === undefined) throw new Error('There are no lessons.');
    expect(beginRun({ ...lesson, look: undefined }, 'look').way).toBe('read');
  });
});

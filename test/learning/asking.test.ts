import { expect, it } from 'vitest';
import { type Asking, afterAnswer, afterCompare, askHint, freshAsking } from '../../src/learning/index.ts';

const at = (seconds: number): Date => new Date(Date.UTC(2026, 10, 24) + seconds * 1000);
const wrong = { kind: 'wrong', note: 'gần đúng' } as const;

function answeredWrong(asking: Asking, seconds: number): Asking {
  const reaction = afterAnswer(asking, { option: 0 }, wrong, at(seconds));
  if (reaction.kind !== 'wrong') throw new Error(`It came to ${reaction.kind}.`);
  return reaction.asking;
}

it('gives no hint before a try', () => {
  expect(askHint(freshAsking(false), at(0))).toEqual({ kind: 'try_first' });
  expect(askHint(answeredWrong(freshAsking(false), 10), at(12))).toMatchObject({ kind: 'hint', level: 1 });
});

it('helps by itself from the second wrong answer on, one hint at a time, then shows the answer and asks the variant', () => {
  let asking = freshAsking(false);
  const seen: (number | string | undefined)[] = [];
  for (let seconds = 10; seconds < 200 && seen.at(-1) !== 'shown'; seconds += 10) {
    const reaction = afterAnswer(asking, { option: 0 }, wrong, at(seconds));
    if (reaction.kind === 'wrong') {
      seen.push(reaction.hint);
      asking = reaction.asking;
    } else {
      seen.push(reaction.kind);
      expect(reaction).toMatchObject({ kind: 'shown', note: 'gần đúng', next: { isVariant: true, wasShown: true } });
    }
  }
  expect(seen).toEqual([undefined, 1, 2, 3, 'shown']);
});

it('does not ask a third time after the variant', () => {
  const variant: Asking = { ...freshAsking(true), wasShown: true };
  expect(afterAnswer(variant, { option: 0 }, wrong, at(10))).toEqual({
    kind: 'shown',
    note: 'gần đúng',
    next: undefined,
  });
});

it('lets them judge what rules cannot', () => {
  const reaction = afterAnswer(freshAsking(false), { text: 'hỏi con gái' }, { kind: 'unsure' }, at(10));
  if (reaction.kind !== 'compare') throw new Error(`It came to ${reaction.kind}.`);
  expect(reaction.asking.toCompare).toBe('hỏi con gái');
  expect(afterCompare(reaction.asking, true)).toEqual({ kind: 'same' });
  expect(afterCompare(reaction.asking, false)).toMatchObject({ kind: 'shown', next: { isVariant: true } });
});

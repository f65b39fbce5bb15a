import { isStopWord, tokens } from '../text/index.ts';
import type { Given, Verdict } from './grading.ts';

/**
 * How far help with an item has gone:
 *
 *   0 asked what they tried ─> 1 points to the idea ─> 2 narrows the step ─> 3 works through a like example ─> 4 gives the answer and why
 *
 * A step is taken only after the learner has tried again, so that hints are not leafed through (hints that could be had for the asking
 * raised practice and lowered what was known later), and never skipped; nothing withholds the last one from who goes on trying. After the
 * fourth the item is not mastered and comes back the next day. How many are left is never shown: it makes people jump to the answer.
 */
export interface Ladder {
  readonly level: HintLevel;
  /** When the last hint was given, in milliseconds since 1970. */
  readonly hintedAt?: number;
  /** Since the last hint there was an answer with something in it. */
  readonly tried: boolean;
  /** Answers since the last hint that were wrong, or that gave up. */
  readonly wrong: number;
  /** All answers that were not right. */
  readonly tries: number;
}

export type HintLevel = 0 | 1 | 2 | 3 | 4;

/** An answer sooner after a hint than this, in milliseconds, was given without reading it. */
export const readingTime = 8_000;

/** Where every item begins. Plain JSON, as all ladders are. */
export const freshLadder: Ladder = { level: 0, tried: false, wrong: 0, tries: 0 };

/** The ladder after an answer and what came of it. */
export function afterAttempt(ladder: Ladder, given: Given, verdict: Verdict, at: Date): Ladder {
  const isRead = ladder.hintedAt === undefined || at.getTime() - ladder.hintedAt >= readingTime;
  const isWrong = verdict.kind === 'wrong' || verdict.kind === 'gave_up';
  return {
    ...ladder,
    tried: ladder.tried || (isRead && hasContent(given, verdict)),
    wrong: ladder.wrong + (isWrong ? 1 : 0),
    tries: ladder.tries + (verdict.kind === 'right' ? 0 : 1),
  };
}

/** Whether the next hint may be given now. If not: below level 4 ask for a try first. */
export function mayTakeHint(ladder: Ladder): boolean {
  return ladder.level < 4 && (ladder.tried || ladder.wrong >= 2);
}

/** One step up, or nothing while there is no new try or no step. Of an item's `hints`, the one to show is `hints[level - 1]`. */
export function takeHint(ladder: Ladder, at: Date): Ladder | undefined {
  if (!mayTakeHint(ladder)) return undefined;
  return {
    level: (ladder.level + 1) as HintLevel,
    hintedAt: at.getTime(),
    tried: false,
    wrong: 0,
    tries: ladder.tries,
  };
}

/** Whether an answer says anything: "gợi ý đi" and "không biết" do not. What rules know, right or wrong, always does. */
function hasContent(given: Given, { kind }: Verdict): boolean {
  if (kind === 'gave_up') return false;
  if (kind !== 'unsure' || 'option' in given) return true;
  return tokens(given.text).some((token) => !isStopWord(token));
}

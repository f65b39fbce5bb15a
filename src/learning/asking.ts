import type { Given, Verdict } from './grading.ts';
import { afterAttempt, freshLadder, type HintLevel, type Ladder, takeHint } from './hint-ladder.ts';

/**
 * Where the asking of one question stands:
 *
 *   asked ──right──> done                          asked ──unsure──> compared with a good answer ──same──> done
 *     │  └─wrong──> asked again, with what is right in the thought and where it slips;        └──other──> shown
 *     │             from the second time on with the next hint as well
 *     └─hint after hint──> shown: the answer and why ──> the variant, asked once
 *
 * After the variant there is no third try: a person is offered instead.
 */
export interface Asking {
  readonly isVariant: boolean;
  readonly ladder: Ladder;
  /** The answer to the question of the same item was shown just before: this is the variant that follows it. */
  readonly wasShown: boolean;
  /** What they answered, while they hold it against a good answer. */
  readonly toCompare?: string;
  /** What they answered, while a model looks at it. */
  readonly toGrade?: string;
}

export function freshAsking(isVariant: boolean): Asking {
  return { isVariant, ladder: freshLadder, wasShown: false };
}

/** What comes of an answer. */
export type Reaction =
  | { readonly kind: 'right'; readonly note: string }
  /** To be tried again, with a hint if one came by itself. */
  | {
      readonly kind: 'wrong';
      readonly note: string | undefined;
      readonly hint: HelpingLevel | undefined;
      readonly asking: Asking;
    }
  | { readonly kind: 'gave_up'; readonly asking: Asking }
  | { readonly kind: 'compare'; readonly asking: Asking }
  | Shown;

/** The answer is told; then comes the variant, or nothing more of this item. */
export interface Shown {
  readonly kind: 'shown';
  readonly note: string | undefined;
  readonly next: Asking | undefined;
}

/** Hints that help without giving the answer. */
export type HelpingLevel = Exclude<HintLevel, 0 | 4>;

/** Wrong answers to one question from which on a hint comes without being asked for. */
const hintsAfter = 2;

export function afterAnswer(asking: Asking, given: Given, verdict: Verdict, at: Date): Reaction {
  const ladder = afterAttempt(asking.ladder, given, verdict, at);
  switch (verdict.kind) {
    case 'right':
      return { kind: 'right', note: verdict.note };
    case 'unsure':
      return { kind: 'compare', asking: { ...asking, ladder, toCompare: 'text' in given ? given.text : '' } };
    case 'gave_up':
      return { kind: 'gave_up', asking: { ...asking, ladder } };
    case 'wrong':
      return afterWrong({ ...asking, ladder }, verdict.note, at);
  }
}

function afterWrong(asking: Asking, note: string | undefined, at: Date): Reaction {
  if (asking.wasShown) return shown(asking, note);
  const plain: Reaction = { kind: 'wrong', note, hint: undefined, asking };
  if (asking.ladder.tries < hintsAfter) return plain;
  const hint = askHint(asking, at);
  if (hint.kind === 'shown') return { ...hint, note };
  return hint.kind === 'hint' ? { ...plain, hint: hint.level, asking: hint.asking } : plain;
}

/** What comes of asking for a hint: one of the first three, the answer itself, or the wish that they try first. */
export type Hint =
  | { readonly kind: 'hint'; readonly level: HelpingLevel; readonly asking: Asking }
  | { readonly kind: 'try_first' }
  | Shown;

export function askHint(asking: Asking, at: Date): Hint {
  const ladder = takeHint(asking.ladder, at);
  if (ladder === undefined) return { kind: 'try_first' };
  const { level } = ladder;
  if (level === 1 || level === 2 || level === 3) return { kind: 'hint', level, asking: { ...asking, ladder } };
  return shown(asking, undefined);
}

/** What they say of their answer beside a good one. The good answer was shown, so the next question is the variant. */
export function afterCompare(asking: Asking, isSame: boolean): { readonly kind: 'same' } | Shown {
  return isSame ? { kind: 'same' } : shown(asking, undefined);
}

function shown(asking: Asking, note: string | undefined): Shown {
  if (asking.wasShown) return { kind: 'shown', note, next: undefined };
  return { kind: 'shown', note, next: { isVariant: !asking.isVariant, ladder: freshLadder, wasShown: true } };
}

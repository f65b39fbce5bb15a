import { editDistance, foldedPhrase, type Token, tokens } from '../text/index.ts';
import { givesUp, readingsOf, withoutFillers } from './answer-words.ts';
import type { ChoiceQuestion, NumberQuestion, Question } from './lesson.ts';
import { gradeShort } from './short-answer.ts';
import { typosAllowed } from './typos.ts';
import { writtenNumber } from './written-number.ts';

/** An answer: an option that was pressed, from 0, or words. */
export type Given = { readonly option: number } | { readonly text: string };

/**
 * What rules say of an answer. `unsure`: they cannot tell; show a good answer and let the learner compare. `gave_up`: "không biết", "chịu",
 * "gợi ý", or nothing readable; no answer at all, so offer a hint instead of a verdict (it is kept as a wrong attempt).
 */
export type Verdict =
  | { readonly kind: 'right'; readonly note: string; readonly option?: number }
  | { readonly kind: 'wrong'; readonly note?: string; readonly option?: number }
  | { readonly kind: 'unsure' }
  | { readonly kind: 'gave_up' };

/**
 * Grades an answer by rules, the same for everybody and at once (docs/learning.md). They are made to err to one side: what is right may
 * come out as `unsure`; a wrong option, a wrong form or a denied right one never as right.
 */
export function grade(question: Question, given: Given): Verdict {
  if ('option' in given) return question.kind === 'choice' ? chosen(question, given.option) : unsure;
  switch (question.kind) {
    case 'choice':
      return typedChoice(question, given.text);
    case 'number':
      return gradeNumber(question, given.text);
    case 'short':
      return gradeShort(question, given.text);
  }
}

const unsure: Verdict = { kind: 'unsure' };

function chosen(question: ChoiceQuestion, position: number): Verdict {
  const option = question.options[position];
  if (option === undefined) return unsure;
  return { kind: option.isRight ? 'right' : 'wrong', note: option.note, option: position };
}

/** An option by its words, its number from 1 or its letter. Between two that are equally near nothing is chosen. */
function typedChoice(question: ChoiceQuestion, text: string): Verdict {
  const answer = withoutFillers(tokens(text));
  const typed = compact(answer);
  const named = /^(?:cau|y|dapan|so|option)?(?:([1-9])|([a-d]))$/.exec(typed);
  const options = question.options.map((option) => compact(withoutFillers(tokens(option.text))));
  const exact = options.indexOf(typed);
  if (typed !== '' && exact >= 0) return chosen(question, exact);
  if (named !== null) return chosen(question, named[1] ? Number(named[1]) - 1 : 'abcd'.indexOf(named[2] ?? ''));
  if (givesUp(answer)) return { kind: 'gave_up' };
  const near = options.map((option) => {
    const most = typosAllowed(option);
    return { distance: editDistance(typed, option, most + 1), most };
  });
  const nearest = Math.min(...near.map(({ distance }) => distance));
  const found = near.findIndex(({ distance, most }) => distance === nearest && distance <= most);
  const isAlone = near.filter(({ distance }) => distance === nearest).length === 1;
  return found >= 0 && isAlone ? chosen(question, found) : unsure;
}

function compact(words: readonly Token[]): string {
  return words.map(({ folded }) => folded).join('');
}

function gradeNumber(question: NumberQuestion, text: string): Verdict {
  const phrase = foldedPhrase(text);
  const common = question.wrong.find(({ forms }) => forms.some((form) => foldedPhrase(form) === phrase));
  if (phrase !== '' && common !== undefined) return { kind: 'wrong', note: common.note };
  const [first = [], written = first] = readingsOf(text, new Set());
  if (givesUp(written)) return { kind: 'gave_up' };
  const value = writtenNumber(text, question.unit);
  if (value === undefined || value === 'unclear') return unsure;
  // A billionth more, because 0.1 + 0.2 is not 0.3 to a computer.
  const isNear = Math.abs(value - question.answer) <= question.tolerance + 1e-9;
  const slip =
    value === question.answer
      ? undefined
      : question.wrong.find(({ forms }) => forms.some((form) => writtenNumber(form, question.unit) === value));
  if (isNear && slip === undefined) return { kind: 'right', note: question.right };
  return slip === undefined ? { kind: 'wrong' } : { kind: 'wrong', note: slip.note };
}

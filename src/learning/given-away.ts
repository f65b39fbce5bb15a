import { isStopWord, type Token, tokens } from '../text/index.ts';
import type { Question } from './lesson.ts';

/**
 * The answer that a hint says, if it does. It is looked for as whole words: with accents as it is written, since without them half
 * of Vietnamese is something else. Not counted: single everyday words ("không"), which every hint has, and what the question
 * itself already says ("nhóm A 11 em, nhóm B 2 em").
 */
export function givenAway(question: Question, hint: string): string | undefined {
  const said = tokens(hint);
  const asked = tokens(question.question);
  return answersOf(question).find((answer) => {
    const form = tokens(answer);
    return !isEveryday(form) && stands(form, said) && !stands(form, asked);
  });
}

function answersOf(question: Question): readonly string[] {
  switch (question.kind) {
    case 'choice':
      return question.options.filter(({ isRight }) => isRight).map(({ text }) => text);
    case 'number':
      return [String(question.answer)];
    case 'short':
      return question.accept;
  }
}

function isEveryday([first, ...rest]: readonly Token[]): boolean {
  return first === undefined || (rest.length === 0 && isStopWord(first) && !/\d/.test(first.folded));
}

function stands(form: readonly Token[], text: readonly Token[]): boolean {
  // One syllable without accents is compared as it is written: "ma" is not "mã". More are the same words in a hurry.
  const folds = form.length > 1 && !form.some(({ hasAccents }) => hasAccents);
  const same = (a: Token, b: Token | undefined): boolean =>
    b !== undefined && (folds ? a.folded === b.folded : a.accented === b.accented);
  return text.some((_, start) => form.every((token, index) => same(token, text[start + index])));
}

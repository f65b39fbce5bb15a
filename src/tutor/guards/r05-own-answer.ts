import { type ChoiceQuestion, grade } from '../../learning/index.ts';
import { editDistance, expansionsOf, isStopWord, type Token, tokens } from '../../text/index.ts';
import type { Guard, ItemSituation } from './draft.ts';
import { asSeen } from './letters.ts';
import { numbersIn } from './numbers.ts';
import { labelsIn } from './option-labels.ts';

/** R5: refers to the learner's own answer when there is one, by a word of it with meaning, a number or a quote. */
export const ownAnswer: Guard = ({ text }, { item }) => {
  if (item?.learnerAnswer === undefined || !isAnswer(item, item.learnerAnswer)) return undefined;
  const said = tokens(asSeen(text));
  const option = optionOf(item, item.learnerAnswer);
  const isNamed = option !== undefined && labelsIn(asSeen(text), option.question).has(option.position);
  const answer = `${item.learnerAnswer} ${option?.question.options[option.position]?.text ?? ''}`;
  if (isNamed || sharesNumber(answer, asSeen(text)) || sharesWord(answer, said)) return undefined;
  return `Refer to what the learner answered (“${item.learnerAnswer.slice(0, 80)}”): take up a word, a number or a quote of it.`;
};

/** Giving up ("không biết") is none. */
function isAnswer({ question }: ItemSituation, answer: string): boolean {
  return grade(question, { text: answer }).kind !== 'gave_up';
}

/** The option that was named by its letter, its number or its words. */
function optionOf(
  { question }: ItemSituation,
  answer: string,
): { question: ChoiceQuestion; position: number } | undefined {
  if (question.kind !== 'choice') return undefined;
  const verdict = grade(question, { text: answer });
  const position = 'option' in verdict ? verdict.option : undefined;
  return position === undefined ? undefined : { question, position };
}

function sharesNumber(answer: string, text: string): boolean {
  const said = new Set(numbersIn(text).map(({ value }) => value));
  return numbersIn(answer).some(({ value }) => said.has(value));
}

/** Say nothing in a search for courses, but are what an answer is about. */
const acts = new Set('tìm hỏi xin đưa bảo kêu học dạy mẹ má bố vợ chồng cháu'.split(' '));

function sharesWord(answer: string, said: readonly Token[]): boolean {
  const words = tokens(asSeen(answer)).flatMap((word) => [word, ...expansionsOf(word.accented).flatMap(tokens)]);
  const content = words.filter((word) => !isStopWord(word) || acts.has(word.accented));
  // "có", "nhiều hơn": nothing but everyday words, so those are what to take up.
  return (content.length > 0 ? content : words).some((word) => said.some((other) => isAlike(word, other)));
}

/** The same word but for accents that one of the two lacks, or a slip of the finger. */
function isAlike(word: Token, other: Token): boolean {
  if (word.folded === other.folded) return !word.hasAccents || !other.hasAccents || word.accented === other.accented;
  return word.folded.length >= 4 && !word.hasAccents && editDistance(word.folded, other.folded, 1) <= 1;
}

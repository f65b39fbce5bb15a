import type { NumberQuestion } from '../../learning/index.ts';
import { tokens } from '../../text/index.ts';
import { type FoundNumber, numbersIn } from './numbers.ts';
import { type Phrases, phrases, saysAny, saysNew } from './phrases.ts';
import { sentencesOf } from './sentences.ts';

/** Says how a number is made of two others, and how. */
const operations: readonly (readonly [Phrases, (a: number, b: number) => number])[] = [
  [phrases('cộng|thêm|và|với|nữa|plus|and|more'), (a, b) => a + b],
  [phrases('trừ|bớt|kém|hơn|minus|less'), (a, b) => a - b],
  [phrases('nhân|lần|gấp|đôi|cặp|times|double|twice|pair'), (a, b) => a * b],
  [phrases('chia|nửa|trên|half|divided'), (a, b) => (b === 0 ? Number.NaN : a / b)],
];
/** Says what kind of number it is, which leaves few. */
const comparing = phrases(
  `số chẵn|số lẻ|chẵn|nhỏ hơn|lớn hơn|ít hơn|nhiều hơn|bé hơn|gấp đôi|gấp hai|gấp ba|một nửa|phân nửa|số kế|liền sau|liền trước|đứng sau số|đứng trước số|giữa số|số nguyên tố|thấp hơn|cao hơn|ít quá|nhiều quá|hơi thấp|hơi cao|hơi ít|hơi nhiều|chưa tới mười|dưới mười|trên mười|số ngón|bình phương|một cặp|hai cặp|một đôi|hai đôi|
  even number|odd number|smaller than|greater than|bigger than|twice|half of|a pair|dozen`,
);
const doubling = phrases('gấp đôi|đôi|cặp|nửa|double|twice|half|pair');

/**
 * Whether a text leads to a number without saying it: a sum of which it is the result, what kind of number it is, another number of the same
 * things that neither the question nor the learner has, or the one number of the question that it is.
 */
export function tellsSum(text: string, question: NumberQuestion, learner: string): boolean {
  const known = `${question.question} ${learner}`;
  if (compares(text, known)) return true;
  if (picksOut(text, question, learner)) return true;
  const values = new Set(numbersIn(known).map(({ value }) => value));
  return sentencesOf(text).some(
    ({ text: sentence }) => leads(sentence, question) || hasNew(sentence, question, values),
  );
}

function leads(sentence: string, { answer }: NumberQuestion): boolean {
  const values = [...numbersIn(sentence).map(({ value }) => value), ...(saysAny(sentence, doubling) ? [2] : [])];
  return operations.some(
    ([words, result]) =>
      saysAny(sentence, words) &&
      values.some((a, at) => values.some((b, other) => at !== other && Math.abs(result(a, b) - answer) < 1e-9)),
  );
}

/** Whether a text says of a number what kind it is, in words that the known text has not. */
export function compares(text: string, known: string): boolean {
  return saysNew(text, comparing, known);
}

/** Of the numbers of a question that are told again with the answer, as when it is repeated. */
const fewestTold = 2;

/** The answer stands among the numbers of the question, and the text takes it from there without the others. */
function picksOut(text: string, { question, answer }: NumberQuestion, learner: string): boolean {
  const has = (words: string): ReadonlySet<number> => new Set(numbersIn(words).map(({ value }) => value));
  const [asked, own, said] = [has(question), has(learner), has(text)];
  if (!asked.has(answer) || !said.has(answer) || own.has(answer)) return false;
  return [...asked].filter((value) => value !== answer && value !== 1 && said.has(value)).length < fewestTold;
}

/** "Hai", "ba" and "năm" are in every other sentence. */
const everyday = new Set([0, 1, 2, 3, 5]);

function hasNew(sentence: string, { unit, answer }: NumberQuestion, known: ReadonlySet<number>): boolean {
  const words = tokens(sentence);
  const unitWord = tokens(unit ?? '')[0]?.accented;
  // "năm nay", "ba mẹ": short numbers in words are often something else; "một" is in every other sentence.
  const isMeant = ({ written, value, end }: FoundNumber): boolean =>
    value !== 1 &&
    ((value === answer && !everyday.has(value)) ||
      words[end]?.accented === unitWord ||
      (written === 'digits' && words[end] === undefined));
  return numbersIn(words).some((number) => !known.has(number.value) && isMeant(number));
}

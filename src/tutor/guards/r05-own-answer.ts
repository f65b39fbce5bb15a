import { type ChoiceQuestion, grade } from '../../learning/index.ts';
import { editDistance, expansionsOf, isStopWord, type Token, tokens } from '../../text/index.ts';
import type { Guard, ItemSituation } from './draft.ts';
import { asSeen } from './letters.ts';
import { numbersIn } from './numbers.ts';
import { labelsIn } from './option-labels.ts';
import { phraseSpans, phrases, saysAny } from './phrases.ts';
import { sentencesOf } from './sentences.ts';

/**
 * R5: refers to the learner's own answer when there is one: by a word with meaning, a number or a quote of it or of what they wrote with it, or by
 * speaking of what they said, chose or meant.
 */
export const ownAnswer: Guard = ({ text }, { item, asked, address }) => {
  if (item?.learnerAnswer === undefined || !isAnswer(item, item.learnerAnswer)) return undefined;
  const seen = asSeen(text);
  const said = tokens(seen);
  const option = optionOf(item, item.learnerAnswer);
  const isNamed = option !== undefined && labelsIn(seen, option.question).has(option.position);
  const answer = `${item.learnerAnswer} ${option?.question.options[option.position]?.text ?? ''}`;
  if (isNamed || sharesNumber(answer, seen) || sharesWord(answer, said) || speaksOfIt(said, address)) return undefined;
  if (saysAny(said, pointing) || beginsWithThem(seen, item.question.question, address)) return undefined;
  if (asked !== '' && sharesContent(asked, said)) return undefined;
  return `Refer to what the learner answered (“${item.learnerAnswer.slice(0, 80)}”): take up a word, a number or a quote of it.`;
};

/** What follows the word for the learner where a draft speaks of what they said, chose or meant. */
const theirs = phrases(
  `chọn vì|nói đúng|nói phải|nói không sai|nói có lý|nghĩ đúng|nghĩ vậy|nghĩ như vậy|nghĩ không sai|nghĩ phải|nghĩ tới việc|nhớ đúng|nhớ không sai|hiểu đúng|để ý đúng|để ý kỹ|đoán vậy|tính ra|đếm ra|vừa nói|vừa chọn|vừa viết|vừa trả lời|đã chọn|
  đã nói|đã viết|lo|sợ|có ý|cẩn thận|thương|said|chose|meant|wrote|picked|worry`,
);
/** Points back to it without its words. */
const pointing = phrases(
  'ý đó|ý ấy|ý vậy|ý này|hướng đó|hướng ấy|phép tính đó|phép tính ấy|phép chia đó|phép chia ấy|that idea|that thought',
);
/** Stands before it: "cái bạn chọn", "chỗ bạn nói". */
const theirThings = new Set('cái câu chỗ điều cách ý lời hướng what'.split(' '));
const acts = new Set('chọn nói viết nghĩ tính muốn you'.split(' '));

function speaksOfIt(said: readonly Token[], address: string): boolean {
  const you = new Set([address.toLowerCase().normalize('NFC'), 'you']);
  return said.some(({ accented }, at) => {
    if (!you.has(accented)) return false;
    const isTheirs = theirThings.has(said[at - 1]?.accented ?? '') && acts.has(said[at + 1]?.accented ?? '');
    return isTheirs || phraseSpans(said.slice(at + 1, at + 5), theirs).some(({ start }) => start === 0);
  });
}

/** What a tutor bids: that speaks of nothing they said. */
const bids =
  'hãy|nên|thử|đọc|xem|nhìn|coi|đếm|kể|so|tưởng tượng|hình dung|cứ|phải|cần|nghĩ thử|nghĩ xem|suy nghĩ|ơi|à|nhé|có thể|làm|trả lời|chọn lại|should|could|can|need|must|try|look|read|think';

/** Begins with what they want, fear, saw or did: "Bạn muốn kiểm tra rồi mới cho mượn, …". */
function beginsWithThem(text: string, question: string, address: string): boolean {
  const [first, ...rest] = sentencesOf(text);
  if (first === undefined || first.isQuestion || rest.length === 0) return false;
  // What the question says itself is told again, and not what they answered.
  const known = new Set(tokens(question).map(({ accented }) => accented));
  if (tokens(first.text).every((word) => isStopWord(word) || known.has(word.accented))) return false;
  const you = address.replace(/[^\p{L} ]/gu, '');
  return new RegExp(`(?<!\\p{L})(?:${you}|you) (?!(?:${bids})(?!\\p{L}))\\p{L}+`, 'iu').test(
    first.text.normalize('NFC'),
  );
}

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
const meaningful = new Set('tìm hỏi xin đưa bảo kêu học dạy mẹ má bố vợ chồng cháu'.split(' '));

function sharesWord(answer: string, said: readonly Token[]): boolean {
  const words = tokens(asSeen(answer)).flatMap((word) => [word, ...expansionsOf(word.accented).flatMap(tokens)]);
  const content = words.filter((word) => !isStopWord(word) || meaningful.has(word.accented));
  // "có", "nhiều hơn": nothing but everyday words, so those are what to take up.
  return (content.length > 0 ? content : words).some((word) => said.some((other) => isAlike(word, other)));
}

/** The question around an answer has many everyday words, so only those with meaning count. */
function sharesContent(asked: string, said: readonly Token[]): boolean {
  const words = tokens(asSeen(asked)).filter((word) => !isStopWord(word) || meaningful.has(word.accented));
  return words.some((word) => said.some((other) => isAlike(word, other)));
}

/** The same word but for accents that one of the two lacks, or a slip of the finger. */
function isAlike(word: Token, other: Token): boolean {
  if (word.folded === other.folded) return !word.hasAccents || !other.hasAccents || word.accented === other.accented;
  return word.folded.length >= 4 && !word.hasAccents && editDistance(word.folded, other.folded, 1) <= 1;
}

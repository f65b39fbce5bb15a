import {
  type ChoiceQuestion,
  giveawayIn,
  grade,
  type NumberQuestion,
  type Question,
  wrongTexts,
} from '../../learning/index.ts';
import { isStopWord, type Token, tokens } from '../../text/index.ts';
import { agrees, confirms } from './agreement.ts';
import type { Guard, ItemSituation } from './draft.ts';
import { HiddenWords, type LetterSpan } from './hidden-words.ts';
import { asksConsent, instructs } from './instructs.ts';
import { rightOption, saysKeyWords, touchesKey } from './key-words.ts';
import { asSeen } from './letters.ts';
import { inEnglish, inVietnamese, numbersIn } from './numbers.ts';
import { labelsIn } from './option-labels.ts';
import { phraseSpans, phrases, saysAny } from './phrases.ts';
import { hidesWords } from './plain-writing.ts';
import { isRiddle } from './riddles.ts';
import { withoutQuotes } from './sentences.ts';
import { singlesOut } from './singled-out.ts';
import { compares, tellsSum } from './sums.ts';

const reason =
  'The draft gives the answer, or most of it, before the fourth hint. Do not name it in any form or in other words; ask what leads to it.';
const hidden =
  'Write plain Vietnamese sentences: no pictures, lists, tables, code, foreign words, spelt-out letters or word puzzles before the fourth hint.';
const leading =
  'The draft leads to the answer by naming, comparing or ruling out answers, or by a sum. Speak only of the answer that the learner gave.';
const telling =
  'Do not tell the learner what to do or what is best before the fourth hint; ask for one step of their own thinking.';
const consenting =
  'Do not end by asking whether they agree or have understood; ask a question whose answer is one step of their own thinking.';
const confirming =
  'Do not say before the fourth hint whether what the learner wrote is the answer; ask how they came to it.';

/**
 * R1: no key and no final answer while the hint level is below 4: not as words or in other words, cut up, backwards or without accents, not as
 * a number or a label, not by leaving only one option over, not as a riddle, and not by calling the learner's guess right.
 */
export const noKey: Guard = ({ text }, situation) => {
  const { item, asked, language } = situation;
  if (item === undefined || item.hintLevel >= 4) return undefined;
  const { question } = item;
  // A hint that was shown may be said again as it stands.
  const seen = (item.shownHints ?? []).reduce(
    (left, hint) => left.replaceAll(hint, ' '),
    withoutList(asSeen(text), question),
  );
  if (saysKey(text, item)) return reason;
  const mayRepeat = [item.learnerAnswer ?? '', ...(item.shownHints ?? [])];
  if (touchesKey(seen, question, mayRepeat)) return reason;
  const own = item.wasWrong === false ? '' : (item.learnerAnswer ?? '');
  if (singlesOut(seen, question, own)) return leading;
  if (question.kind === 'number' && tellsSum(seen, question, [asked, ...mayRepeat].join(' | '))) return leading;
  if (
    question.kind === 'short' &&
    question.accept.some((form) => /^\d/u.test(form)) &&
    compares(seen, question.question)
  )
    return leading;
  if (question.kind !== 'choice' && isRiddle(withoutQuotes(seen), question)) return leading;
  if (!item.isClosing && confirms(seen)) return confirming;
  if (!item.isClosing && agrees(seen) && hasKey([item.learnerAnswer ?? '', asked], question)) return confirming;
  if (instructs(withoutQuotes(seen))) return telling;
  if (!item.isClosing && item.turns < longItem && asksConsent(seen)) return consenting;
  const options = question.kind === 'choice' ? question.options.map((option) => option.text) : [];
  const known = {
    text: [question.question, ...options, ...mayRepeat].join('\n'),
    language,
    hasOptions: question.kind === 'choice',
  };
  return hidesWords(text, known) ? hidden : undefined;
};

/** Whether the learner's words have the answer, so that a word of praise would tell it. */
function hasKey(learner: readonly string[], question: Question): boolean {
  return learner.some((words) => saysKey(words, { question }) || grade(question, { text: words }).kind === 'right');
}

/** From so many turns on rule 10 wants a break, which is agreed on. */
const longItem = 12;

/** What is known of an item whose answer must not be told. */
export type OpenItem = Pick<ItemSituation, 'question' | 'learnerAnswer' | 'wasWrong'>;

/** Whether a text tells the answer to an item, or most of it; the learner's own wrong answer may be said again. */
export function saysKey(seen: string, item: OpenItem): boolean {
  const { question } = item;
  const text = withoutList(asSeen(seen), question);
  const own = item.wasWrong === true ? (item.learnerAnswer ?? '') : '';
  if (giveawayIn(text, question.giveaways) !== undefined) return true;
  switch (question.kind) {
    case 'choice':
      return namesOption(text, question) || repeatsOption(text, question, own);
    case 'number':
      return saysNumber(text, question) || saysForms(text, question, numberForms(question), own);
    case 'short':
      return saysForms(text, question, question.accept, own) || saysKeyWords(text, question, own);
  }
}

/** A text without the options where all of them are told again, so that the rest is judged: that tells none of them. */
function withoutList(seen: string, question: Question): string {
  if (question.kind !== 'choice') return seen;
  const options = question.options.map(({ text }) => text.normalize('NFC').replace(/[.!?]+$/u, ''));
  const isListed = options.every((option) => seen.includes(option));
  return isListed ? options.reduce((text, option) => text.replaceAll(option, ' … '), seen) : seen;
}

/** After these the answer comes, whatever else the words after them may mean. */
const pointing = phrases(
  `đáp án|câu trả lời|kết quả|con số đúng|đáp số|phải là|chính là|chọn|đúng là|the answer|the right one|the correct one|result|correct answer`,
);
/** Right before what the question names itself these tell which of it is the answer. */
const tellers = ['là', 'bằng', 'is'];
/** Words that may stand between pointing words and the answer. */
const pointingReach = 5;

/** What comes after words that point to an answer. */
function pointedAt(text: string, reach = pointingReach): string {
  const words = tokens(text);
  return phraseSpans(words, pointing)
    .map(({ end }) =>
      words
        .slice(end, end + reach)
        .map(({ written }) => written)
        .join(' '),
    )
    .join(' | ');
}

function namesOption(text: string, question: ChoiceQuestion): boolean {
  const named = labelsIn(text, question);
  const right = question.options.findIndex(({ isRight }) => isRight);
  const wrong = question.options.map((_, at) => at).filter((at) => at !== right);
  const namesAllWrong = wrong.every((at) => named.has(at));
  if (named.has(right)) return !namesAllWrong || isSingledOut(text, question, right);
  return wrong.length > 1 && namesAllWrong && saysAny(text, denials);
}

const denials = phrases('không phải|không đúng|chưa đúng|sai|loại|bỏ|trừ|not|wrong|neither|rule out');

/** All options are named, as when they are told again; is one of them said to be right? */
function isSingledOut(text: string, question: ChoiceQuestion, right: number): boolean {
  const label = 'ABCDEFGH'[right] ?? '';
  const isRight = new RegExp(`(?<!\\p{L})${label} (?:là |mới |thì |is )?(?:đúng|right|correct)`, 'iu');
  return isRight.test(text) || labelsIn(pointedAt(text), question).has(right);
}

function repeatsOption(text: string, question: ChoiceQuestion, own: string): boolean {
  const words = new HiddenWords(text);
  const has = (option: string): boolean => words.spansOf(option).length > 0 || words.hasBackwards(option);
  const right = rightOption(question)?.text ?? '';
  const isListed = wrongTexts(question).every(has) && has(right);
  if (isListed) return false;
  return has(right) || saysKeyWords(text, question, own);
}

function saysForms(text: string, question: Question, forms: readonly string[], own: string): boolean {
  const words = new HiddenWords(text);
  const asked = new HiddenWords(question.question);
  const said = tokens(text);
  const longest = Math.max(pointingReach, ...forms.map((form) => tokens(form).length));
  const pointed = new HiddenWords(pointedAt(text, longest));
  const masks = [...wrongTexts(question), own].flatMap((wrong) => words.spansOf(wrong));
  return forms.some((form) => {
    const isFree = !isEveryday(form) && asked.spansOf(form).length === 0;
    if (isFree && words.spansOf(form).some((span) => !masks.some((mask) => holds(mask, span)))) return true;
    const isTold =
      pointed.spansOf(form).length > 0 || tellers.some((word) => words.spansOf(`${word} ${form}`).length > 0);
    return isTold || words.hasBackwards(form) || (isFree && standsMixed(form, said));
  });
}

const fewestMixed = 3;

/** Whether all words of a form of three or more stand close together, in another order: "lật thẻ lại, mặt sau …". */
function standsMixed(form: string, said: readonly Token[]): boolean {
  const words = tokens(form).map(({ accented }) => accented);
  if (words.length < fewestMixed) return false;
  return said.some((_, start) => {
    const near = said.slice(start, start + words.length + 2).map(({ accented }) => accented);
    return words.every((word) => near.includes(word));
  });
}

/** A wrong form may have the right one in it: "chữ to" and "chữ". */
function holds(outer: LetterSpan, inner: LetterSpan): boolean {
  return outer.start <= inner.start && inner.end <= outer.end && outer.end - outer.start > inner.end - inner.start;
}

/** A single everyday word ("không", "năm") is in every other sentence. */
function isEveryday(form: string): boolean {
  const [first, ...rest] = tokens(form);
  if (first === undefined) return true;
  const isSpokenNumber = numbersIn([first]).some(({ written }) => written === 'vietnamese');
  return rest.length === 0 && (isSpokenNumber || (isStopWord(first) && !/\d/.test(first.folded)));
}

/** How a number is written: as digits that may be cut up, and in words. */
function numberForms({ answer }: NumberQuestion): readonly string[] {
  return [...(answer > 9 ? [String(answer)] : []), ...inVietnamese(answer), ...inEnglish(answer)];
}

const ordinalNouns = new Set(
  'buoc cau bai phan muc lan lop thu the chuong cap step question lesson part level grade number'.split(' '),
);
const equals = phrases('là|bằng|ra|được|còn|đúng|equals|is|makes|gives');

function saysNumber(text: string, { answer, tolerance, unit, question }: NumberQuestion): boolean {
  const words = tokens(text);
  const unitWord = tokens(unit ?? '')[0]?.accented;
  const asked = new Set(numbersIn(question).map(({ value }) => value));
  const isAnswer = (value: number): boolean => Math.abs(value - answer) <= tolerance + 1e-9;
  if (numbersIn(pointedAt(text)).some(({ value }) => isAnswer(value))) return true;
  return numbersIn(words).some(({ value, start, end, written }) => {
    if (!isAnswer(value) || asked.has(value) || ordinalNouns.has(words[start - 1]?.folded ?? '')) return false;
    if (written !== 'vietnamese' || value > 10) return true;
    // "năm nay", "chị Hai", "ba tôi": a number of one syllable is one where something is counted or found.
    const isCounted = unitWord !== undefined && words[end]?.accented === unitWord;
    return isCounted || phraseSpans(words.slice(Math.max(0, start - 1), start), equals).length > 0;
  });
}

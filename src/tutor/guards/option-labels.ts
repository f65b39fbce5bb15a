import type { ChoiceQuestion } from '../../learning/index.ts';
import { type Token, tokens } from '../../text/index.ts';
import { type Phrases, phraseSpans, phrases, saysAny } from './phrases.ts';

/** Words that a label follows: "phương án 2", "câu B", "the third option" has its own after it. */
const nouns = phrases(
  `đáp án|câu|cách|phương án|lựa chọn|ý|cái|dòng|ô|nút|đáp số|chọn|bấm|số|chữ|chữ cái|ký hiệu|option|choice|answer|letter|number|button|pick|choose`,
);
/** "Ở giữa ba phương án", "nằm cuối danh sách": the place comes first. */
const placedIn = phrases(
  'phương án|lựa chọn|danh sách|các câu|ba câu|bốn câu|mấy câu|các ý|ba ý|bốn ý|ba cách|bốn cách|dãy|list|options',
);
const places = phrases(
  'đầu tiên|đầu|trên cùng|cuối cùng|cuối|chót|dưới cùng|giữa|ở giữa|áp chót|kế cuối|first|last|top|bottom|middle',
);
const nounsAfter = phrases('one|option|choice|answer');
const ordinals: readonly Phrases[] = [
  phrases('thứ nhất|đầu tiên|đầu|trên cùng|nhất|first|một|one|top'),
  phrases('thứ hai|thứ nhì|nhì|second|hai|two'),
  phrases('thứ ba|third|ba|three'),
  phrases('thứ tư|fourth|bốn|four'),
  phrases('thứ năm|fifth|năm|five'),
];
const last = phrases('cuối cùng|sau cùng|dưới cùng|cuối|chót|last|bottom');
const nextToLast = phrases('áp chót|kế cuối|gần cuối|second to last|next to last');
const middle = phrases('giữa|ở giữa|chính giữa|middle');

/** The places, from 0, of the options that a text names by letter, number or order: "B", "câu b", "số 2", "đáp án thứ hai", "the last one". */
export function labelsIn(text: string, question: ChoiceQuestion): ReadonlySet<number> {
  const words = tokens(text);
  return new Set(
    question.options.flatMap((_, position) => (isNamed(words, text, question, position) ? [position] : [])),
  );
}

function isNamed(words: readonly Token[], text: string, question: ChoiceQuestion, position: number): boolean {
  const letter = 'abcdefgh'[position] ?? '';
  const number = String(position + 1);
  const isLast = position === question.options.length - 1;
  const isNextToLast = position === question.options.length - 2;
  const isMiddle = question.options.length === 3 && position === 1;
  const order = [
    ...(ordinals[position] ?? []),
    ...(isLast ? last : []),
    ...(isNextToLast ? nextToLast : []),
    ...(isMiddle ? middle : []),
  ];
  const after = phraseSpans(words, nouns).some(({ start, end }) => {
    // "câu số 2", "đáp án là B", "chọn cái thứ hai": two words may stand between.
    const noun = words[start]?.folded ?? '';
    return [0, 1, 2].some((gap) => {
      const at = end + gap;
      if (!words.slice(end, at).every(({ folded }) => between.has(folded))) return false;
      const word = words[at];
      if (word?.folded === letter && word.accented === letter) return !isArticle(words, at);
      // "câu 2" is more often the second question than the second option.
      if (word?.folded === number) return gap > 0 || noun !== 'cau';
      if (isCount(words, at, noun) || isAsked(words.slice(start, at + 1), question)) return false;
      return phraseSpans(words.slice(at, at + 3), order).some(({ start: first }) => first === 0);
    });
  });
  if (after) return true;
  const isPlaced = phraseSpans(words, order).some(
    ({ start, end }) =>
      phraseSpans(words.slice(start, end), places).length > 0 &&
      phraseSpans(words.slice(end, end + 4), placedIn).length > 0,
  );
  if (isPlaced) return true;
  const before = phraseSpans(words, order).some(
    ({ end, start }) =>
      words[start]?.hasAccents !== true &&
      phraseSpans(words.slice(end, end + 2), nounsAfter).some((span) => span.start === 0),
  );
  return before || standsAlone(text, letter.toUpperCase(), question);
}

const between = new Set(
  'so la thu cau cai y o chu phuong an dap lua chon is the option answer letter number chinh phai'.split(' '),
);

/** "Ba số đầu" of an option is none of the places. */
function isAsked(words: readonly Token[], question: ChoiceQuestion): boolean {
  return (
    words.length > 1 && saysAny([question.question, ...question.options.map(({ text }) => text)].join(' | '), [words])
  );
}

const verbs = new Set(['chon', 'bam', 'cai', 'pick', 'choose']);
const spoken = new Set('một hai ba bốn năm one two three four five'.split(' '));
const closing = new Set('nhe nha di do nghe ban thoi please'.split(' '));

/** "Chọn một cách": how many, and not which. */
function isCount(words: readonly Token[], at: number, noun: string): boolean {
  const next = words[at + 1];
  return verbs.has(noun) && spoken.has(words[at]?.accented ?? '') && next !== undefined && !closing.has(next.folded);
}

/** "choose a quiet place". */
function isArticle(words: readonly Token[], at: number): boolean {
  return words[at]?.written === 'a' && ['choose', 'pick'].includes(words[at - 1]?.folded ?? '');
}

/** A capital letter by itself, unless the question speaks of things that are called so ("nhóm B"). */
function standsAlone(text: string, letter: string, question: ChoiceQuestion): boolean {
  const alone = new RegExp(
    `(?<![\\p{L}\\p{N}.&/-])(?:${letter}|${letter.toLowerCase()}(?=\\)))(?![\\p{L}\\p{N}&/-]|\\.\\p{L})`,
    'u',
  );
  if ([question.question, ...question.options.map((option) => option.text)].some((own) => alone.test(own)))
    return false;
  // "A" begins English sentences.
  const isArticle = letter === 'A' && !tokens(text).some(({ hasAccents }) => hasAccents);
  return isArticle ? new RegExp(`${alone.source}(?! [a-z])`, 'u').test(text) : alone.test(text);
}

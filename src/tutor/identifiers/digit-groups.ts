import { isWritten, type Legible, type Span } from '../legible.ts';

/** Digits that stand together: "0912", "o9l2", or one said as a word: "chín". */
export interface DigitGroup extends Span {
  readonly digits: string;
  readonly isSpoken: boolean;
  /** Letters touch it before or behind: "KH2026", "500k". */
  readonly isPrefixed: boolean;
  readonly isSuffixed: boolean;
}

const spokenDigits: Readonly<Record<string, string>> = {
  không: '0',
  ko: '0',
  lẻ: '0',
  linh: '0',
  zero: '0',
  oh: '0',
  một: '1',
  mốt: '1',
  one: '1',
  hai: '2',
  two: '2',
  ba: '3',
  three: '3',
  bốn: '4',
  tư: '4',
  four: '4',
  năm: '5',
  lăm: '5',
  nhăm: '5',
  five: '5',
  sáu: '6',
  six: '6',
  bảy: '7',
  bẩy: '7',
  seven: '7',
  tám: '8',
  eight: '8',
  chín: '9',
  nine: '9',
};

/** By the word without accents; where two share one ("năm", "nam"), the accents decide, if there are any. */
const spokenWords = new Map<string, [string, string][]>();
for (const [word, digit] of Object.entries(spokenDigits)) {
  const folded = word.normalize('NFD').replace(/\p{M}/gu, '').replace('đ', 'd');
  spokenWords.set(folded, [...(spokenWords.get(folded) ?? []), [word, digit]]);
}

const repeats: Readonly<Record<string, number>> = { double: 2, triple: 3, hai: 2, ba: 3, bon: 4 };

/** All groups of a text in their order. */
export function digitGroups(view: Legible): DigitGroup[] {
  const words = [...view.folded.matchAll(/[0-9a-z]+/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    folded: match[0],
  }));
  const groups: DigitGroup[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === undefined) break;
    const repeated = repeatedAt(view, words, at);
    if (repeated !== undefined) {
      groups.push(repeated.group);
      at = repeated.last;
      continue;
    }
    const last = groups.at(-1);
    const isAfterDigit = last?.isSpoken === true && view.folded.slice(last.end, word.start).length <= 2;
    const spoken = spokenAt(view, word, isAfterDigit, words[at + 1]);
    if (spoken !== undefined) groups.push({ ...span(word), digits: spoken, isSpoken: true, ...bare });
    else groups.push(...written(word));
  }
  return groups;
}

interface Word extends Span {
  readonly folded: string;
}

const bare = { isPrefixed: false, isSuffixed: false };

function span({ start, end }: Span): Span {
  return { start, end };
}

function written({ start, end, folded }: Word): DigitGroup[] {
  if (/^\d+$/.test(folded)) return [{ start, end, digits: folded, isSpoken: false, ...bare }];
  const digits = folded.replace(/\D/g, '').length;
  if (folded.length > 1 && digits * 2 >= folded.length && /^[0-9oil]+$/.test(folded) && !/^\d+l$/.test(folded)) {
    const read = folded.replaceAll('o', '0').replace(/[il]/g, '1');
    return [{ start, end, digits: read, isSpoken: false, ...bare }];
  }
  return [...folded.matchAll(/\d+/g)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
    digits: match[0],
    isSpoken: false,
    isPrefixed: match.index > 0,
    isSuffixed: match.index + match[0].length < folded.length,
  }));
}

function spokenDigit(view: Legible, word: Word | undefined): string | undefined {
  if (word === undefined) return undefined;
  const lower = view.lower.slice(word.start, word.end);
  // The letter for the digit, alone: "o 9 1 2 ...".
  if (lower === 'o') return '0';
  return spokenWords.get(word.folded)?.find(([spelt]) => isWritten(lower, spelt))?.[1];
}

/** What a word adds: tens are said without their zero before another digit ("chín mươi ba" is 93). */
function spokenAt(view: Legible, word: Word, isAfterDigit: boolean, next: Word | undefined): string | undefined {
  const digit = spokenDigit(view, word);
  if (digit !== undefined || word.folded !== 'muoi') return digit;
  const isFollowed = spokenDigit(view, next) !== undefined;
  const isTen = view.lower.slice(word.start, word.end) === 'mười' || !isAfterDigit;
  if (isTen) return isFollowed ? '1' : '10';
  return isFollowed ? '' : '0';
}

/** "Ba con tám", "hai số 5", "double five". */
function repeatedAt(
  view: Legible,
  words: readonly Word[],
  at: number,
): { group: DigitGroup; last: number } | undefined {
  const first = words[at];
  const times = repeats[first?.folded ?? ''];
  if (first === undefined || times === undefined) return undefined;
  const isEnglish = first.folded === 'double' || first.folded === 'triple';
  const joint = words[at + 1]?.folded;
  if (!isEnglish && joint !== 'con' && joint !== 'so') return undefined;
  const last = isEnglish ? at + 1 : at + 2;
  const repeated = words[last];
  const digit = repeated !== undefined && /^\d$/.test(repeated.folded) ? repeated.folded : spokenDigit(view, repeated);
  if (repeated === undefined || digit === undefined) return undefined;
  return {
    group: { start: first.start, end: repeated.end, digits: digit.repeat(times), isSpoken: true, ...bare },
    last,
  };
}

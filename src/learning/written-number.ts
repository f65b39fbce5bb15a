import { isMostlyAccented, type Token, tokens } from '../text/index.ts';

/**
 * The number somebody wrote: "12", "12,5", "1.500", "2GB", "mười hai", "muoi lam", "khoảng một trăm", "20 chia 10 bằng 2". `unclear` when
 * rules should not choose: several different ones ("2-3", "hai ba"), "hơn 10", "không phải 4", or another unit of the same kind ("1 tuần"
 * where days are asked). Undefined when there is none.
 * @param unit what is counted, as the item has it
 */
export function writtenNumber(text: string, unit?: string): number | 'unclear' | undefined {
  const words = tokens(text);
  if (isBounded(words) || (unit !== undefined && isOtherUnit(words, unit))) return 'unclear';
  const all = different(text, words, unit);
  if (all.length === 1) return all[0];
  if (all.length === 0) return isNone(words, unit) ? 0 : undefined;
  // The result of a calculation stands at its end.
  const result = /^.*(?:=|(?<!\p{L})(?:bằng|bang|là|la|equals|is)(?!\p{L}))(.*)$/isu.exec(text)?.[1] ?? '';
  const results = different(result, tokens(result), unit);
  return results.length === 1 ? results[0] : 'unclear';
}

const units: Readonly<Record<string, number>> = Object.fromEntries(
  ['mot', 'hai', 'ba', 'bon', 'nam', 'sau', 'bay', 'tam', 'chin'].map((word, at) => [word, at + 1]),
);
/** Only after tens: "mười lăm", "hai mươi tư", "ba mốt". */
const afterTens: Readonly<Record<string, number>> = { lam: 5, nham: 5, tu: 4 };
const scales: Readonly<Record<string, number>> = { tram: 100, nghin: 1000, ngan: 1000, trieu: 1_000_000 };
const english: Readonly<Record<string, number>> = Object.fromEntries([
  ...`zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen`
    .split(' ')
    .map((word, at) => [word, at]),
  ...'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, at) => [word, (at + 2) * 10]),
]);
/** How words of numbers are written with accents: "sau" may be sáu, "sau" among accents is not. */
const accented = new Set(
  `một mốt hai ba bốn tư năm lăm nhăm sáu bảy bẩy tám chín mười mươi chục trăm nghìn ngàn triệu linh lẻ rưỡi`.split(
    ' ',
  ),
);
const periods = new Set('ngay tuan thang nam gio phut lan nguoi day week month'.split(' '));
const kinds = ['kb mb gb tb', 'giay phut gio ngay tuan thang'].map((kind) => kind.split(' '));

function different(text: string, words: readonly Token[], unit: string | undefined): number[] {
  const found = numbersIn(words);
  // "2 GB một ngày": the one of the period is not the answer, unless that is what is counted.
  const counted = found.filter(
    ({ value, next }) =>
      !(value === 1 && periods.has(words[next]?.folded ?? '') && words[next]?.folded !== foldedUnit(unit)),
  );
  const values = [...new Set((counted.length > 0 ? counted : found).map(({ value }) => value))];
  return values.length === 1 && /^\s*[-−–]\s*\d/u.test(text) ? values.map((value) => -value) : values;
}

interface Found {
  readonly value: number;
  /** Where the words go on. */
  readonly next: number;
}

function numbersIn(words: readonly Token[]): Found[] {
  const amongAccents = isMostlyAccented(words);
  const read = words.map((word) => spoken(word, amongAccents));
  const found: Found[] = [];
  for (let at = 0; at < words.length; ) {
    const number = digitsAt(words, read, at) ?? spokenAt(read, at);
    if (number === undefined) at++;
    else {
      found.push(number);
      at = number.next;
    }
  }
  return found;
}

/** The word, folded, if it may be one of a number; else nothing. */
function spoken(word: Token, amongAccents: boolean): string {
  const isOther = (word.hasAccents || amongAccents) && !accented.has(word.accented) && !(word.accented in english);
  return isOther && !/^\d/.test(word.folded) ? '' : word.folded;
}

function digitsAt(words: readonly Token[], read: readonly string[], at: number): Found | undefined {
  const match = /^(\d+(?:\.\d+)?)(k|tr|[a-z%]{0,5})$/.exec(words[at]?.folded ?? '');
  if (match === null) return undefined;
  const suffix = { k: 1000, tr: 1_000_000 }[match[2] ?? ''] ?? 1;
  return scaled(Number(match[1]) * suffix, read, at + 1);
}

/** A number with what multiplies it: "2 trăm", "hai nghìn rưỡi". */
function scaled(value: number, read: readonly string[], next: number): Found {
  const scale = scales[read[next] ?? ''];
  const after = scale === undefined ? next : next + 1;
  const half = read[after] === 'ruoi' ? (scale ?? 1) / 2 : 0;
  return { value: value * (scale ?? 1) + half, next: half > 0 ? after + 1 : after };
}

function spokenAt(read: readonly string[], start: number): Found | undefined {
  const inEnglish = english[read[start] ?? ''];
  if (inEnglish !== undefined) {
    const one = english[read[start + 1] ?? ''] ?? 0;
    const joins = inEnglish >= 20 && one > 0 && one < 10;
    return { value: inEnglish + (joins ? one : 0), next: start + (joins ? 2 : 1) };
  }
  const small = belowHundred(read, start);
  if (small === undefined) return undefined;
  const whole = scaled(small.value, read, small.next);
  if (whole.next === small.next || read[whole.next - 1] === 'ruoi') return whole;
  // "hai trăm linh năm", "một trăm hai mươi": what follows the hundreds is added.
  const joint = read[whole.next] === 'linh' || read[whole.next] === 'le' ? 1 : 0;
  const rest = spokenAt(read, whole.next + joint);
  return rest === undefined ? whole : { value: whole.value + rest.value, next: rest.next };
}

function belowHundred(read: readonly string[], at: number): Found | undefined {
  const word = read[at] ?? '';
  const last = (from: number): Found => {
    const one = units[read[from] ?? ''] ?? afterTens[read[from] ?? ''];
    return one === undefined ? { value: 0, next: from } : { value: one, next: from + 1 };
  };
  if (word === 'muoi' || word === 'chuc') {
    const { value, next } = last(at + 1);
    return { value: 10 + value, next };
  }
  const first = units[word];
  if (first === undefined) return undefined;
  const tens = read[at + 1] === 'muoi' || read[at + 1] === 'chuc';
  if (tens) {
    const { value, next } = last(at + 2);
    return { value: first * 10 + value, next };
  }
  // "hai lăm", "ba tư" leave the tens out.
  const short = afterTens[read[at + 1] ?? ''];
  return short === undefined ? { value: first, next: at + 1 } : { value: first * 10 + short, next: at + 2 };
}

function isBounded(words: readonly Token[]): boolean {
  const line = ` ${words.map(({ folded }) => folded).join(' ')} `;
  return / (?:hon|tren|duoi|khong phai|chua toi|more than|less than|over|under|not) /.test(line);
}

function foldedUnit(unit: string | undefined): string {
  return unit === undefined ? '' : (tokens(unit)[0]?.folded ?? '');
}

function isOtherUnit(words: readonly Token[], unit: string): boolean {
  const own = foldedUnit(unit);
  const kind = kinds.find((names) => names.includes(own));
  const named = words.map(({ folded }) => folded.replace(/^[\d.]+/, ''));
  return kind !== undefined && !named.includes(own) && named.some((name) => kind.includes(name));
}

/** "không", "không có", "không nơi nào". */
function isNone(words: readonly Token[], unit: string | undefined): boolean {
  const rest = words.map(({ folded }) => folded).filter((word) => word !== foldedUnit(unit));
  return /^(?:khong(?: co)?(?: ai| gi| nao| cai nao)?(?: ca| het)?|none)$/.test(rest.join(' '));
}

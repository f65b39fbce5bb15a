import { fold, isMostlyAccented, type Token, tokens } from '../../text/index.ts';

/** A number in a text. */
export interface FoundNumber {
  readonly value: number;
  /** Words from `start` up to, not with, `end`. */
  readonly start: number;
  readonly end: number;
  /** Vietnamese words up to ten are often something else: "năm nay", "chị Hai". */
  readonly written: 'digits' | 'vietnamese' | 'english';
}

/** The numbers of a text, in digits or in words of both languages: "12", "1.500.000", "500k", "1tr5", "năm trăm nghìn", "two". */
export function numbersIn(text: string | readonly Token[]): readonly FoundNumber[] {
  const words = typeof text === 'string' ? tokens(text) : text;
  const isAccented = isMostlyAccented(words);
  const found: FoundNumber[] = [];
  for (let start = 0; start < words.length; ) {
    const number = wholeAt(words, start, isAccented);
    if (number !== undefined) found.push({ ...number, start });
    start = number?.end ?? start + 1;
  }
  return found;
}

type Part = Omit<FoundNumber, 'start'>;

const scales: Readonly<Record<string, number>> = {
  nghìn: 1e3,
  nghin: 1e3,
  ngàn: 1e3,
  ngan: 1e3,
  thousand: 1e3,
  triệu: 1e6,
  trieu: 1e6,
  tr: 1e6,
  million: 1e6,
  tỷ: 1e9,
  tỉ: 1e9,
};

/** A number with what multiplies it, and smaller ones that follow: "1 triệu 200 nghìn", "hai triệu rưỡi". */
function wholeAt(words: readonly Token[], start: number, isAccented: boolean): Part | undefined {
  const first = scaledAt(words, start, isAccented);
  if (first === undefined || first.scale === 1) return first;
  let { value, end, scale } = first;
  for (;;) {
    const next = scaledAt(words, end, isAccented);
    if (next === undefined || next.scale >= scale || (next.scale === 1 && next.value >= scale)) break;
    // "một triệu hai" is a million and two hundred thousand.
    const isTenths = next.scale === 1 && next.value < 10;
    value += isTenths ? (next.value * scale) / 10 : next.value;
    ({ end, scale } = next);
  }
  return { value, end, written: first.written };
}

function scaledAt(words: readonly Token[], start: number, isAccented: boolean): (Part & { scale: number }) | undefined {
  const part = digitsAt(words, start) ?? spokenAt(words, start, isAccented);
  if (part === undefined) return undefined;
  const scale = scales[words[part.end]?.accented ?? ''] ?? 1;
  const end = scale === 1 ? part.end : part.end + 1;
  const isHalf = scale > 1 && words[end]?.folded === 'ruoi';
  return { ...part, value: part.value * scale + (isHalf ? scale / 2 : 0), end: isHalf ? end + 1 : end, scale };
}

function digitsAt(words: readonly Token[], start: number): Part | undefined {
  const match = /^(\d+(?:\.\d+)?)(?:(k|tr)(\d*)|[a-z%]{0,5})$/.exec(words[start]?.folded ?? '');
  if (match === null) return undefined;
  const [, digits, suffix, after = ''] = match;
  const scale = { k: 1e3, tr: 1e6 }[suffix ?? ''] ?? 1;
  // "1tr2" is a million and two tenths.
  const rest = after === '' ? 0 : Number(`0.${after}`) * scale;
  return { value: Number(digits) * scale + rest, end: start + 1, written: 'digits' };
}

function spokenAt(words: readonly Token[], start: number, isAccented: boolean): Part | undefined {
  for (let length = Math.min(longestForm, words.length - start); length > 0; length--) {
    const span = words.slice(start, start + length);
    const key = span.map(({ accented }) => accented).join(' ');
    const vietnamese = vietnameseForms().get(key) ?? (isAccented ? undefined : foldedForms().get(key));
    const value = vietnamese ?? englishForms().get(key);
    if (value !== undefined) {
      const isEnglish = vietnamese === undefined;
      return { value, end: start + length, written: isEnglish ? 'english' : 'vietnamese' };
    }
  }
  return undefined;
}

const longestForm = 6;
/** Forms of the numbers below a thousand, made when first needed. */
function formsBelowThousand(say: (value: number) => readonly string[]): () => ReadonlyMap<string, number> {
  let forms: Map<string, number> | undefined;
  return () => {
    forms ??= new Map(
      Array.from({ length: 1000 }, (_, value) => say(value).map((form) => [form, value] as const)).flat(),
    );
    return forms;
  };
}

const vietnameseForms = formsBelowThousand(inVietnamese);
const foldedForms = formsBelowThousand((value) => inVietnamese(value).map(fold));
const englishForms = formsBelowThousand(inEnglish);

const ones = 'không một hai ba bốn năm sáu bảy tám chín'.split(' ');
const englishOnes =
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
  nineteen`.split(/\s+/);
const englishTens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** How a whole number below a thousand is said in Vietnamese, in all usual ways; nothing for others. */
export function inVietnamese(value: number): readonly string[] {
  if (!Number.isInteger(value) || value < 0 || value >= 1000) return [];
  if (value < 10) return [ones[value] ?? '', ...(value === 7 ? ['bẩy'] : [])];
  if (value < 100) {
    const tens = Math.floor(value / 10);
    const lasts = lastDigit(value % 10, tens);
    const before = tens === 1 ? ['mười'] : [`${ones[tens]} mươi`, `${ones[tens]} chục`];
    if (value % 10 === 0) return [...before, ...(tens === 1 ? ['một chục'] : [])];
    // "hai lăm" leaves the tens out.
    const short = tens > 1 ? lasts.filter((one) => ['lăm', 'nhăm', 'mốt', 'tư'].includes(one)) : [];
    return [
      ...before.flatMap((ten) => lasts.map((one) => `${ten} ${one}`)),
      ...short.map((one) => `${ones[tens]} ${one}`),
    ];
  }
  const hundreds = `${ones[Math.floor(value / 100)]} trăm`;
  const rest = value % 100;
  if (rest === 0) return [hundreds];
  return inVietnamese(rest).flatMap((form) =>
    rest < 10 ? [`${hundreds} linh ${form}`, `${hundreds} lẻ ${form}`] : [`${hundreds} ${form}`],
  );
}

function lastDigit(one: number, tens: number): readonly string[] {
  const plain = ones[one] ?? '';
  if (one === 5) return ['lăm', 'nhăm', plain];
  if (one === 1 && tens > 1) return ['mốt', plain];
  return one === 4 && tens > 1 ? ['tư', plain] : [plain];
}

/** How a whole number below a thousand is said in English; nothing for others. */
export function inEnglish(value: number): readonly string[] {
  if (!Number.isInteger(value) || value < 0 || value >= 1000) return [];
  if (value < 20) return [englishOnes[value] ?? ''];
  if (value < 100) {
    const ten = englishTens[Math.floor(value / 10) - 2] ?? '';
    return [value % 10 === 0 ? ten : `${ten} ${englishOnes[value % 10]}`];
  }
  const hundreds = `${englishOnes[Math.floor(value / 100)]} hundred`;
  return value % 100 === 0
    ? [hundreds]
    : inEnglish(value % 100).flatMap((rest) => [`${hundreds} ${rest}`, `${hundreds} and ${rest}`]);
}

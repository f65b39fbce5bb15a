import { blanked, type Legible, type Span } from '../legible.ts';
import { type DigitGroup, digitGroups } from './digit-groups.ts';
import { type Finding, type IdentifierKind, matches } from './finding.ts';
import { type Cue, type Cues, cuesOf } from './number-cues.ts';

/** Longer than any number of a person; nothing is looked for beyond. */
const mostDigits = 20;
const mostGroups = 20;
const fewestDigits = 5;

/** Telephone, identity, account, insurance and tax numbers, in digits or words, by their length, their shape and the words around. */
export function numbers(view: Legible): Finding[] {
  const masked: Legible = { ...view, folded: blanked(view.folded, timesAndAddresses(view.folded)) };
  const groups = digitGroups(masked);
  const joints = groups.map((group, at) => jointOf(masked.folded, group, groups[at + 1]));
  const reading = { view: masked, cues: cuesOf(view.folded), groups, joints };
  const found: Finding[] = [];
  for (let at = 0; at < groups.length; ) {
    const taken = identifierAt(reading, at);
    if (taken === undefined) at++;
    else {
      found.push(taken.finding);
      at = taken.next;
    }
  }
  return found;
}

/** Some groups in a row that may be one number. They are cut out when somebody asks: few candidates are looked at closely. */
interface Candidate extends Span {
  readonly all: readonly DigitGroup[];
  readonly joints: readonly (string | undefined)[];
  readonly first: number;
  /** Exclusive. */
  readonly last: number;
  readonly digits: string;
  readonly hasPlus: boolean;
}

function groupsOf({ all, first, last }: Candidate): readonly DigitGroup[] {
  return all.slice(first, last);
}

/** What stands between the groups. */
function gapsOf({ joints, first, last }: Candidate): string[] {
  return joints.slice(first, last - 1).map((joint) => joint ?? '');
}

interface Reading {
  readonly view: Legible;
  readonly cues: Cues;
  readonly groups: readonly DigitGroup[];
  /** What stands between a group and the next, where the two may belong together. */
  readonly joints: readonly (string | undefined)[];
}

function identifierAt(reading: Reading, at: number): { finding: Finding; next: number } | undefined {
  const candidates = candidatesAt(reading, at);
  const first = candidates[0];
  if (first === undefined) return undefined;
  const best = chosen(reading, candidates, reading.cues.before(first.start));
  if (best === undefined) return undefined;
  const { candidate, kind } = best;
  return {
    finding: { start: withSign(reading.view.folded, candidate), end: candidate.end, kind },
    next: candidate.last,
  };
}

/** Everything of five digits and more that begins with a group. */
function candidatesAt({ view, groups, joints }: Reading, at: number): Candidate[] {
  const first = groups[at];
  if (first === undefined) return [];
  const found: Candidate[] = [];
  const hasPlus = /(?:\+|cong|plus)[ (]{0,2}$/.test(view.folded.slice(Math.max(0, first.start - 7), first.start));
  let digits = '';
  for (let next = at; next < Math.min(groups.length, at + mostGroups); next++) {
    const group = groups[next];
    if (group === undefined || (next > at && joints[next - 1] === undefined)) break;
    digits += group.digits;
    if (digits.length > mostDigits) break;
    if (digits.length < fewestDigits) continue;
    found.push({ start: first.start, end: group.end, all: groups, joints, first: at, last: next + 1, digits, hasPlus });
  }
  return found;
}

function jointOf(folded: string, group: DigitGroup, next: DigitGroup | undefined): string | undefined {
  if (next === undefined || next.start - group.end > 6) return undefined;
  const gap = folded.slice(group.end, next.start);
  return isJoined(group, next, gap) ? gap : undefined;
}

function isJoined(one: DigitGroup, other: DigitGroup, gap: string): boolean {
  if (one.isSuffixed || other.isPrefixed) return gap === '' && !one.isSuffixed;
  const isSpoken = one.isSpoken || other.isSpoken;
  if (isSpoken && /^(?: {1,3}| ?[,.\-–—|/] ?|\.{2,3} ?)$/.test(gap)) return true;
  return /^(?: {1,3}| ?[-.–—‐‑−_/·•~*|\\]{1,3} ?|,|[()[\] .-]{1,4})$/.test(gap);
}

interface Choice {
  readonly candidate: Candidate;
  readonly kind: IdentifierKind;
}

function chosen(
  { view, cues }: Reading,
  candidates: readonly Candidate[],
  before: Cue | undefined,
): Choice | undefined {
  const named = byCue(view, candidates, before);
  // Twelve digits behind "stk" are an account, though identity cards have as many.
  const isSure = before === 'account' || before === 'paper' || before === 'code';
  const found = (isSure ? named : undefined) ?? byShape(view, candidates, before) ?? named;
  if (found !== undefined) return found;
  for (const candidate of candidates.toReversed()) {
    if (candidate.digits.length < 8) break;
    const late = byCue(view, [candidate], cues.behind(candidate.end));
    if (late !== undefined) return late;
  }
  return leftOver(view, candidates[0], before);
}

/** By the words before. Of numbers in pieces the longest is taken; one that is long by itself stands alone. */
function byCue(view: Legible, candidates: readonly Candidate[], cue: Cue | undefined): Choice | undefined {
  if (cue === undefined || cue === 'harmless') return undefined;
  const first = candidates[0];
  const isWhole = first !== undefined && isAlone(first) && first.digits.length >= 8;
  const branch =
    isWhole && cue === 'code'
      ? candidates.find((candidate) => candidate.digits.length === 13 && gapsOf(candidate).join() === '-')
      : undefined;
  const open = isWhole ? [branch ?? first] : candidates.toReversed();
  for (const candidate of open) {
    if (fits(candidate, cue) && !isMixed(candidate) && !isAmount(view, candidate))
      return { candidate, kind: kinds[cue] };
  }
  return undefined;
}

const kinds: Readonly<Record<Exclude<Cue, 'harmless'>, IdentifierKind>> = {
  account: 'account',
  bank: 'account',
  paper: 'paper',
  code: 'code',
  phone: 'phone',
};

function fits({ digits }: Candidate, cue: Cue): boolean {
  const length = digits.length;
  if (isHotline(digits)) return false;
  switch (cue) {
    case 'account':
      return length >= 6 && length <= 19 && !isRound(digits) && !/^(?:19|20)\d\d(?:19|20)\d\d$/.test(digits);
    case 'bank':
      return length >= 8 && length <= 19 && !isRound(digits);
    case 'paper':
      return length >= 7 && length <= 15;
    case 'code':
      return length >= 5 && length <= 15;
    case 'phone':
      return (
        /^[35789]\d{8}$|^[2-8]\d{6,7}$|^0\d{8,10}$|^84\d{8,10}$/.test(digits) && !(digits[0] !== '0' && isRound(digits))
      );
    default:
      return false;
  }
}

/** By length and first digits alone. */
function byShape(view: Legible, candidates: readonly Candidate[], before: Cue | undefined): Choice | undefined {
  const identity = candidates.find((candidate) => isIdentity(candidate));
  const phone = candidates.find((candidate) => isPhone(view, candidate));
  if (identity !== undefined && (phone === undefined || before === 'paper' || isEven(identity))) {
    return { candidate: identity, kind: 'paper' };
  }
  if (phone !== undefined) return { candidate: phone, kind: before === 'bank' ? 'account' : 'phone' };
  const card = candidates.findLast((candidate) => isCard(candidate));
  if (card !== undefined) return { candidate: card, kind: 'account' };
  if (before === 'harmless') return undefined;
  // Identity cards had nine digits until 2021.
  const old = candidates.find(({ digits }) => /^0\d{8}$/.test(digits));
  return old === undefined || isTail(view, old) || isScattered(old) || isSequence(old.digits)
    ? undefined
    : { candidate: old, kind: 'paper' };
}

function isEven(candidate: Candidate): boolean {
  const groups = groupsOf(candidate);
  return groups.every(({ digits }) => digits.length === groups[0]?.digits.length);
}

/** One piece in digits. */
function isAlone({ all, first, last }: Candidate): boolean {
  return last - first === 1 && all[first]?.isSpoken === false;
}

/** Twelve digits with a province's number in front. */
function isIdentity(candidate: Candidate): boolean {
  const { digits } = candidate;
  if (!/^0\d{11}$/.test(digits) || /^[01]+$/.test(digits) || isSequence(digits) || isScattered(candidate)) return false;
  const groups = groupsOf(candidate);
  return (
    groups.every((group) => group.isSpoken) || groups.every((group) => group.digits.length > 1) || groups.length === 12
  );
}

/** Mobile numbers, those of lines (with 02, and as they were before 2017), and as they are dialled from abroad. */
const phoneShape = /^(?:0[35789]\d{8}|02\d{9}|01[2689]\d{8}|0[468]\d{8})$/;

function isPhone(view: Legible, candidate: Candidate): boolean {
  const { digits, hasPlus, start } = candidate;
  if (digits.length < 10 || digits.length > 15) return false;
  if (/^(?:00)?84/.test(digits) && phoneShape.test(national(digits))) {
    return !isScattered(candidate) && (hasPlus || !hasCurrency(view, candidate));
  }
  // In "12 + 3456789012" the sign is no part of a number.
  const isAbroad = hasPlus && !/\d ?\+ ?$/.test(view.folded.slice(Math.max(0, start - 4), start));
  if (isAbroad && candidate.all[candidate.first]?.isSpoken === false) {
    return /^[1-9]\d{9,13}$/.test(digits) && !isRound(digits) && !isScattered(candidate);
  }
  return phoneShape.test(digits) && !isScattered(candidate);
}

function national(digits: string): string {
  return `0${digits.replace(/^(?:00)?84/, '').replace(/^0/, '')}`;
}

/** A bank's card: thirteen to nineteen digits whose check digit is right, or four fours. */
function isCard(candidate: Candidate): boolean {
  const { digits } = candidate;
  if (digits.length < 13 || digits.length > 19 || !/^[2-69]/.test(digits) || isSequence(digits)) return false;
  const groups = groupsOf(candidate);
  const gaps = gapsOf(candidate);
  if (groups.some(({ isPrefixed }) => isPrefixed) || gaps.some((gap) => gap !== gaps[0])) return false;
  const lengths = groups.map((group) => group.digits.length).join('');
  if (lengths === '4444' || lengths === '44443') return !/^(?:(?:19|20)\d\d){4}/.test(digits);
  return groups.every((group) => group.digits.length >= 3) && hasRightCheckDigit(digits);
}

/** ISO/IEC 7812 (Luhn). */
function hasRightCheckDigit(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits[digits.length - 1 - place]);
    const doubled = place % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** What stays over: nine digits and more in one piece that are no amount, count, sum or pattern. */
function leftOver(view: Legible, candidate: Candidate | undefined, before: Cue | undefined): Choice | undefined {
  if (candidate === undefined || candidate.digits.length < 9 || before === 'harmless') return undefined;
  const { digits } = candidate;
  if (
    isTail(view, candidate) ||
    !isAlone(candidate) ||
    candidate.all[candidate.first]?.isPrefixed ||
    isRound(digits) ||
    isSequence(digits) ||
    isHotline(digits)
  )
    return undefined;
  if (isAmount(view, candidate) || isCalculated(view.folded, candidate)) return undefined;
  if (digits.length === 9 || digits.length === 12) return { candidate, kind: 'paper' };
  return { candidate, kind: 'code' };
}

/** What comes right behind a number and a point or comma may be the rest of it: "0,000000123", "1.000.000.007". */
function isTail({ folded }: Legible, { start }: Span): boolean {
  return /\d[.,]$/.test(folded.slice(Math.max(0, start - 2), start));
}

/** Groups of different numbers: "8, 9, 7,5", "08 09 10 11 12", "0,5 8,5 9,0". */
function isScattered(candidate: Candidate): boolean {
  if (isMixed(candidate)) return true;
  const groups = groupsOf(candidate);
  const values = groups.map(({ digits }) => Number(digits));
  const counts = groups.length >= 4 && values.every((value, at) => at === 0 || value === (values[at - 1] ?? 0) + 1);
  return counts && groups.every(({ digits }) => digits.length <= 2);
}

function isMixed(candidate: Candidate): boolean {
  const groups = groupsOf(candidate);
  const gaps = gapsOf(candidate);
  if (groups.some(({ isSpoken }) => isSpoken)) return false;
  const kinds = new Set(gaps.map((gap) => gap.trim() || ' '));
  if (kinds.has(',') && kinds.size > 1) return true;
  return kinds.size > 1 && kinds.has('.') && groups.filter(({ digits }) => digits.length === 1).length > 2;
}

const unit =
  /^ {0,2}(?:₫|dong|vnd|k|tr|trieu|nghin|ngan(?! hang)|ty|ti|usd|eur|euro|\$|€|%|nguoi|hoc vien|hoc sinh|hs|sv|luot|view|views|like|likes|follow|followers|km|m|m2|cm|mm|kg|gr|g|gb|mb|kb|tb|byte|bytes|bit|hz|giay|phut|gio|ngay|tuan|thang|tuoi|lan|diem|trang|tu|chu|ky tu|ki tu|dan|ha)(?![a-z0-9])/;

/** An amount or a count: by its unit, or by the thousands it is parted in. A number that begins with 0 is neither. */
function isAmount(view: Legible, candidate: Candidate): boolean {
  const { digits, end } = candidate;
  if (digits.startsWith('0')) return false;
  if (unit.test(view.folded.slice(end, end + 14)) || hasCurrency(view, candidate)) return true;
  return isRound(digits) && isParted(candidate);
}

function hasCurrency({ folded }: Legible, { start, end }: Span): boolean {
  return (
    /^ {0,2}(?:₫|d|dong|vnd|usd|\$|€)(?![a-z0-9])/.test(folded.slice(end, end + 8)) ||
    /[$€₫] ?$/.test(folded.slice(Math.max(0, start - 2), start))
  );
}

/** "12.345.000" */
function isParted(candidate: Candidate): boolean {
  const [first, ...others] = groupsOf(candidate);
  const gaps = gapsOf(candidate);
  if (first === undefined || others.length === 0 || first.digits.length > 3) return false;
  return (
    /^[.,]$/.test(gaps[0] ?? '') &&
    gaps.every((gap) => gap === gaps[0]) &&
    others.every(({ digits }) => digits.length === 3)
  );
}

function isRound(digits: string): boolean {
  return /000$/.test(digits) && digits.length <= 13;
}

/** "123456789", "1234567890", "111111111": nobody's. */
function isSequence(digits: string): boolean {
  return '01234567890123456789'.includes(digits) || '9876543210987654321'.includes(digits) || /^(\d)\1+$/.test(digits);
}

/** Numbers with 1800 and 1900 are firms' and offices'. */
function isHotline(digits: string): boolean {
  return /^1[89]00(?:\d{4}|\d{6})$/.test(digits);
}

/** One of a calculation or the decimals of a number. */
function isCalculated(folded: string, { start, end }: Span): boolean {
  return (
    /(?:[+×*÷=<>^≈]|[0-9][.,]| x) ?$/.test(folded.slice(Math.max(0, start - 3), start)) ||
    /^(?: ?[+×*÷=<>^≈]| x )/.test(folded.slice(end, end + 3))
  );
}

/** Dates, times and addresses of machines: their digits are never read together with others. */
const dayMonthYear =
  /(?<![\d/.-])(?<day>\d{1,2})(?<sign>[/.-])(?<month>\d{1,2})\k<sign>(?:(?:19|20)\d{2}|\d{2})(?![/.-]?\d)/g;
const others = [
  /(?<![\d/.-])(?:19|20)\d{2}([/.-])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?![/.-]?\d)/g,
  /(?<!\d)(?:[01]?\d|2[0-4]) ?(?::|h|g) ?[0-5]\d(?!\d)/g,
  /(?<!\d)(?:[01]?\d|2[0-4]) ?(?:h|gio)(?![a-z0-9])/g,
  /(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\.){3}(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?![\d.]*\d)/g,
];

function timesAndAddresses(folded: string): Span[] {
  const dates = matches(dayMonthYear, folded).filter(({ match }) => {
    const { day = '', month = '' } = match.groups ?? {};
    return Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12;
  });
  return [...dates, ...others.flatMap((pattern) => matches(pattern, folded))];
}

/** Where a number begins with its plus and the bracket that it closes: "(+84) 912". */
function withSign(folded: string, { start, end }: Span): number {
  const sign = /\(?\+? ?$/.exec(folded.slice(Math.max(0, start - 3), start))?.[0] ?? '';
  const opens = sign.startsWith('(') && !folded.slice(start, end).includes(')');
  return (
    start - sign.trimEnd().length - (sign.trim() === '' ? 0 : sign.length - sign.trimEnd().length) + (opens ? 1 : 0)
  );
}

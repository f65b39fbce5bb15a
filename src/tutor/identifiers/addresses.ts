import { isWritten, type Legible, type Span } from '../legible.ts';
import { type Finding, matches } from './finding.ts';
import { beginsStreet, countWords, districts, homeWords, notNames } from './place-words.ts';

/** A house's number: "12", "45/6/7", "12bis", "A5/12", "123-125". */
const house =
  '(?:[a-z]{0,2}\\d{1,4}(?: ?bis|[a-z]{1,2})?(?: ?[/\\\\] ?[a-z]?\\d{1,4}(?: ?bis|[a-z]{1,2})?){0,7}(?:-\\d{1,4}[a-z]?)?)(?![a-z0-9]|[.,]\\d)';
const alley = '(?:hem|hxh|kiet|ngo|ngach|xuyet)';

/** What names a house by itself. */
const houseNumber = new RegExp(
  `(?<![a-z0-9])(?:so nha|nha so|nha (?:em|minh|toi|tui|me|ba|con|ong|co|chu|anh|chi) (?:o )?so|sn|dia chi so|house (?:number|no\\.?))[ :.]{0,3}(?:la |cua (?:em|minh|toi|tui|con) (?:la )?)?${house}`,
  'dg',
);
/** "Hẻm 12/3", "45 ngõ 6 ngách 7", "số 8, kiệt 20". */
const alleys = new RegExp(
  `(?<![a-z0-9/])(?:(?:so |nha )?${house}[ ,]{1,2}(?:trong )?)?(?<alley>${alley})(?: so)?[ .]?${house}(?:[ ,]{1,2}${alley}(?: so)?[ .]?${house}){0,3}`,
  'dg',
);
/** "12 hẻm Cây Điệp": an alley with a name. */
const namedAlley = new RegExp(`(?<![a-z0-9/.,])${house}[ ,]{1,2}(?<alley>${alley}) (?=[a-z])`, 'dg');
/** "12 đường Lê Lợi", "12/3 đường số 5". */
const street = new RegExp(
  `(?<![a-z0-9/.])(?:so )?(?<house>${house})[ ,]{1,2}(?<street>(?:duong|pho|dai lo|quoc lo|tinh lo|huong lo|xa lo|street|dg\\.?|d\\.|ql|tl|hl)[ .]?)(?=[a-z0-9])`,
  'dg',
);
/** "12 Lê Lợi", "45/6 Lê Văn Sỹ". */
const bareStreet = new RegExp(
  `(?<![a-z0-9/.])(?:so )?(?<house>${house})[ ,]{1,2}(?=[a-z]{1,}|3 thang 2|30/4|3/2)`,
  'dg',
);
/** "12 Le Loi Street". */
const english = new RegExp(
  `(?<![a-z0-9/.])${house}[ ,]{1,2}(?:[a-z]{1,10} ){1,4}(?:street|str\\.?|road|rd|avenue|alley|lane)(?![a-z])`,
  'g',
);
/** "Ấp 3", "thôn 4", "tổ dân phố 12"; a hamlet is a few hundred houses. */
const hamlet =
  /(?<![a-z0-9])(?:(?<word>ap|thon|khom|xom|buon)[ .]\d{1,2}[a-z]?|to dan pho (?:so )?\d{1,3}|tdp \d{1,3})(?![a-z0-9/])/dg;
/** "Ấp Bình Thuận, xã …": a hamlet with a name is told by the commune behind. */
const namedHamlet =
  /(?<![a-z0-9])(?<word>ap|thon|khom|xom) (?=[a-z]+(?: [a-z0-9]+){0,3}[ ,]{1,3}(?:xa|x\.|thi tran|huyen|phuong)[ .])/dg;
/** A group of houses is told from a group in class by what follows. */
const group =
  /(?<![a-z0-9])(?<word>to|kp|khu pho|khu vuc|doi) ?\d{1,3}[a-z]?(?=[ ,-]{1,4}(?:khu pho|kp|ap|thon|khom|phuong|p\.? ?\d|p\.|xa|thi tran|khu vuc|to) ?[a-z0-9.])(?![ ,-]{1,4}to (?:chuc|truong))/dg;
/** "Căn hộ A12.05", "căn 1205 chung cư …", "phòng 302 ký túc xá". */
const building =
  '(?:chung cu|cu xa|cc|cao oc|toa nha|toa|block|blk|thap|lo|ktx|ky tuc xa|nha tro|khu tro|day tro|phong tro|tang|lau|can ho|tower|building|residence)';
const flat = new RegExp(
  `(?<![a-z0-9])(?:(?:lau|tang|block|blk|lo|toa) [a-z]?\\d{0,3}[ ,-]{1,3})?(?:(?<word>can ho|can|ch|apartment|apt\\.?|flat|unit|phong tro)(?: so)?[ .:#]{1,2}(?<flat>[a-z]{0,2}\\d{0,2}[ .-]?[a-z]?\\d{1,4}(?:[.-]\\d{1,4}){0,2}[a-z]?)|(?:phong|p\\.?|room)(?: so)?[ .]?[a-z]?\\d{1,2}[.-]?\\d{0,3}(?=[ ,-]{1,4}${building}(?![a-z])))(?![a-z0-9])`,
  'dg',
);
/** "Chung cư Sunrise, block B, tầng 12", "lô C chung cư …". */
const block =
  /(?<![a-z0-9])(?:(?:chung cu|cc|ky tuc xa|ktx)(?: [a-z0-9]+){1,4}[ ,-]{1,4}(?=(?:block|blk|lo|toa|tang|lau|phong|p\.|can)[ .](?:[a-z]?\d|[a-z](?![a-z])))|(?:block|blk|lo|toa|tang|lau) [a-z]?\d{0,3}[ ,-]{1,4}(?=(?:(?:block|blk|lo|toa|tang|lau) [a-z]?\d{0,3}[ ,-]{1,4})?(?:chung cu|cc|ktx|ky tuc xa|kdc|khu dan cu)(?![a-z])))/dg;

export function addresses(view: Legible): Finding[] {
  const heads: Span[] = [
    ...matches(houseNumber, view.folded).map(({ start, end }) => ({ start, end: afterStreet(view, end) })),
    ...matches(alleys, view.folded)
      .filter(({ match }) => isSpelt(view, match, 'alley', alleyWords))
      .map(({ start, end }) => ({ start, end: afterStreet(view, end) })),
    ...matches(namedAlley, view.folded)
      .filter(({ match, start }) => isSpelt(view, match, 'alley', alleyWords) && !isCounted(view, start))
      .flatMap(({ start, end }) => named({ start, end: afterName(view, end, 4) }, end)),
    ...matches(street, view.folded).flatMap(({ start, end, match }) => streetSpan(view, { start, end }, match)),
    ...matches(bareStreet, view.folded).flatMap(({ start, end, match }) => bareSpan(view, { start, end }, match)),
    ...matches(english, view.folded).filter(({ start }) => !isCounted(view, start)),
    ...matches(hamlet, view.folded).filter(({ match }) => isSpelt(view, match, 'word', hamletWords)),
    ...matches(namedHamlet, view.folded)
      .filter(({ match }) => isSpelt(view, match, 'word', hamletWords))
      .flatMap(({ start, end }) => named({ start, end: afterName(view, end, 4) }, end)),
    ...matches(group, view.folded).filter(({ match }) => isSpelt(view, match, 'word', hamletWords)),
    ...matches(flat, view.folded)
      .filter(({ match }) => /\d/.test(match.groups?.flat ?? '0') && isSpelt(view, match, 'word', flatWords))
      .map(({ start, end }) => ({ start, end: afterTitle(view, end) })),
    ...matches(block, view.folded),
  ];
  const found: Finding[] = [];
  for (const head of heads.sort((one, other) => one.start - other.start || other.end - one.end)) {
    const last = found.at(-1);
    // A head inside the parts of the one before is one of them.
    if (last === undefined || head.start >= last.end) {
      const end = head.end - (/[ ,-]*$/.exec(view.folded.slice(head.start, head.end))?.[0].length ?? 0);
      found.push({ start: head.start, end: afterUnits(view, end), kind: 'address' });
    }
  }
  return found;
}

/** A head only if a name followed it. */
function named(head: Span, nameStart: number): Span[] {
  return head.end > nameStart ? [head] : [];
}

const flatWords = ['căn hộ', 'căn', 'ch', 'apartment', 'apt', 'flat', 'unit', 'phòng trọ'];
const alleyWords = ['hẻm', 'hxh', 'kiệt', 'ngõ', 'ngách', 'xuyệt'];
const hamletWords = ['ấp', 'thôn', 'khóm', 'xóm', 'buôn', 'tổ', 'kp', 'khu phố', 'khu vực', 'đội'];
const streetKinds = `đường|phố|đại lộ|quốc lộ|tỉnh lộ|hương lộ|xa lộ|street|đg|dg|đ|d|ql|tl|hl`.split('|');

/** Whether what a pattern found without accents is one of these words: "ngõ 3", not "ngọ 3". */
function isSpelt(view: Legible, match: RegExpExecArray, name: string, words: readonly string[]): boolean {
  const place = match.indices?.groups?.[name];
  if (place === undefined) return true;
  const written = view.lower.slice(...place).replace(/[. ]+$/, '');
  return words.some((word) => isWritten(written, word));
}

function streetSpan(view: Legible, { start, end }: Span, match: RegExpExecArray): Span[] {
  if (!isSpelt(view, match, 'street', streetKinds) || isCounted(view, start)) return [];
  const next = wordAt(view, end);
  // "2 đường thẳng", "3 phố đi bộ": a count of them.
  const isNamed =
    next !== undefined &&
    (next.isCapital || /\d/.test(next.folded) || beginsStreet(next.folded, next.written) || next.folded === 'so');
  const isHouse = /[/\\]/.test(match.groups?.house ?? '') || match[0].startsWith('so ') || isHome(view, start);
  if (next === undefined || !(isNamed || isHouse) || (notNames.has(next.folded) && next.folded !== 'so')) return [];
  return [{ start, end: afterName(view, end, 5) }];
}

function bareSpan(view: Legible, { start, end }: Span, match: RegExpExecArray): Span[] {
  if (isCounted(view, start)) return [];
  const number = match.groups?.house ?? '';
  const next = wordAt(view, end);
  if (next === undefined) return [];
  const isHouse = match[0].startsWith('so ') || isHome(view, start);
  const units = afterUnits(view, end - 1);
  // "45/12 phường 13": no street, but a ward.
  const isWard =
    isUnit(next.folded) &&
    (!beginsStreet(next.folded, next.written) || /^ ?\d/.test(view.folded.slice(next.end, next.end + 2)));
  if (units > end && isWard)
    return isHouse || (number.includes('/') && !isDayAndMonth(number)) ? [{ start, end: end - 1 }] : [];
  const name = afterName(view, end, 4);
  const second = wordAt(view, next.end);
  const isLong = name > next.end || /\d/.test(next.folded) || /^(?:pasteur|yersin|calmette)$/.test(next.folded);
  if (!isLong) return [];
  const isKnown = beginsStreet(next.folded, next.written) || (isHouse && /^[dnt]\d{1,2}$/.test(next.folded));
  const isTitle = next.isCapital && second?.isCapital === true && name >= second.end;
  const hasUnits = afterUnits(view, name) > name;
  const isAlley = number.includes('/') && !isDayAndMonth(number);
  const isStreet = isKnown
    ? isHouse || hasUnits || isTitle || number.includes('/')
    : isTitle && (isAlley || (isHouse && hasUnits));
  return isStreet || (isAlley && isHouse && hasUnits) ? [{ start, end: name }] : [];
}

/** "20/11" and "3/2" are days. */
function isDayAndMonth(number: string): boolean {
  const parts = /^(\d{1,2})\/(\d{1,2})$/.exec(number);
  return parts !== null && Number(parts[1]) <= 31 && Number(parts[2]) <= 12;
}

function wordsBefore(view: Legible, start: number): string[] {
  const before = view.folded.slice(Math.max(0, start - 30), start);
  return before.slice(before.search(/[^\n\u0000]*$/)).match(/d\/c|[a-z0-9]+/g) ?? [];
}

/** Whether the words before speak of where somebody lives. */
function isHome(view: Legible, start: number): boolean {
  return wordsBefore(view, start)
    .slice(-3)
    .some((word) => homeWords.has(word));
}

function isCounted(view: Legible, start: number): boolean {
  const last = wordsBefore(view, start).at(-1) ?? '';
  const before = view.folded.slice(Math.max(0, start - 2), start);
  return countWords.has(last) && /[a-z] ?$/.test(before);
}

interface PlaceWord extends Span {
  readonly folded: string;
  readonly written: string;
  readonly isCapital: boolean;
}

const nextWord = / {0,2}([a-z0-9]+(?:\/\d{1,2})?)/y;

function wordAt(view: Legible, from: number): PlaceWord | undefined {
  nextWord.lastIndex = from;
  const folded = nextWord.exec(view.folded)?.[1];
  if (folded === undefined) return undefined;
  const end = nextWord.lastIndex;
  const start = end - folded.length;
  const sign = view.text.slice(view.places[start] ?? 0, (view.places[start] ?? 0) + 1);
  return { start, end, folded, written: view.lower.slice(start, end), isCapital: /\p{Lu}/u.test(sign) };
}

/** Where a name ends that begins here: with its capitals, or at a word that no name holds. */
function afterName(view: Legible, from: number, most: number): number {
  let end = from;
  let isCapital: boolean | undefined;
  let previous = '';
  for (let words = 0; words < most; words++) {
    const word = wordAt(view, end);
    if (word === undefined) break;
    const isNumber = /\d/.test(word.folded);
    const isNumbered = words === 0 || previous === 'so' || previous === 'thang';
    if (isNumber && !isNumbered && !/^(?:ha|hai|cmt)/.test(previous)) break;
    const isInside = (isCapital === true && word.isCapital) || middleNames.has(previous);
    if (words > 1 && isDistrict(view, end)) break;
    if (!isNumber && words > 0 && isUnit(word.folded) && !(isInside && inNames.has(word.folded))) break;
    if (!isNumber && words > 0 && notNames.has(word.folded) && !isInside) break;
    if (!isNumber && isCapital === true && !word.isCapital && !/^(?:thang|so|ba|hai)$/.test(word.folded)) break;
    if (
      words === 0 &&
      notNames.has(word.folded) &&
      word.folded !== 'so' &&
      !word.isCapital &&
      !hasMiddleName(view, word)
    )
      break;
    isCapital ??= isNumber ? undefined : word.isCapital;
    end = word.end;
    if (isNumber && words === 0 && word.folded.includes('/')) break;
    previous = word.folded;
  }
  return end;
}

/** Second syllables of names of people, which streets have: what follows them is a name. */
const middleNames = new Set([
  'van',
  'thi',
  'duc',
  'dinh',
  'huu',
  'ngoc',
  'quang',
  'cong',
  'xuan',
  'trong',
  'the',
  'tu',
]);
/** Words of units that names of streets hold as well: "Hải Phòng", "Lò Tổ". */
const inNames = new Set(['phong', 'lo', 'can', 'huyen', 'xa', 'tinh', 'toa', 'to']);

function hasMiddleName(view: Legible, { end }: Span): boolean {
  return middleNames.has(wordAt(view, end)?.folded ?? '');
}

function isDistrict(view: Legible, from: number): boolean {
  district.lastIndex = from;
  return district.test(view.folded);
}

/** Behind a flat's number: the name of the building, if it is written as one. */
function afterTitle(view: Legible, from: number): number {
  const next = wordAt(view, from);
  return next?.isCapital === true && !isUnit(next.folded) ? afterName(view, from, 4) : from;
}

/** Behind an alley or a house's number: the street, with or without that word. */
function afterStreet(view: Legible, from: number): number {
  const word = /[ ,]{1,3}(?:(?:duong|pho|dg\.?|d\.|dai lo|quoc lo|ql|tinh lo|tl|huong lo|hl)[ .]{1,2})?/y;
  word.lastIndex = from;
  const match = word.exec(view.folded);
  if (match === null) return from;
  const next = wordAt(view, word.lastIndex);
  if (next === undefined || isUnit(next.folded)) return from;
  const hasWord = match[0].trim().replace(',', '').length > 0;
  const second = wordAt(view, next.end);
  const isTitle = next.isCapital && second?.isCapital === true;
  if (!hasWord && !isTitle && !beginsStreet(next.folded, next.written)) return from;
  if (!hasWord && notNames.has(next.folded) && !next.isCapital && !hasMiddleName(view, next)) return from;
  const end = afterName(view, word.lastIndex, 4);
  return end > word.lastIndex ? end : from;
}

const unitWords =
  'ngach|kiet|phuong|quan|huyen|xa|thi tran|thi xa|thanh pho|tinh|khu pho|khu dan cu|khu do thi|khu vuc|khu|cu xa|chung cu|ap|thon|khom|xom|to dan pho|tdp|to|kp|kdc|kdt|ktx|ky tuc xa|block|blk|lo|toa nha|toa|tang|lau|phong|can ho|can|district|dist|ward|city|duong|hem|ngo|tt|tx|tp|cc';
const unitStart = new RegExp(
  `[ ,.;\\-–|/(]{1,4}(?:(?:${unitWords})(?![a-z])[. ]{0,2}|(?:p|f|q|h|x|t|d)(?:\\. ?| ?(?=\\d))|(?:p|q|x|tp|tt) (?=[a-z]))`,
  'y',
);
const unitValue = / {0,2}(?:so )?(?:\d{1,4}[a-z]?(?:\/\d{1,4}[a-z]?){0,4}|[a-z]\d{1,4}|[a-z](?![a-z0-9]))(?![a-z0-9])/y;
const numbered = / \d{1,2}(?= ?[,.;)-]| ?$| [^ ])(?! (?:nguoi|bai|cau|lop|gio))/y;
const district = new RegExp(`[ ,.;\\-–(]{1,4}(?:${districts.join('|')})(?![a-z0-9])`, 'y');
const isUnitWord = new RegExp(`^(?:${unitWords}|[pfqhx]\\d{0,2})$`);

function isUnit(word: string): boolean {
  return isUnitWord.test(word) || /^(?:tp|tphcm)$/.test(word);
}

/** Where an address ends that goes on here: its ward, district, city, and building, one after another. */
function afterUnits(view: Legible, from: number): number {
  let end = from;
  for (let units = 0; units < 12; units++) {
    const next = afterUnit(view, end);
    if (next === end) break;
    end = next;
  }
  return end;
}

function afterUnit(view: Legible, from: number): number {
  district.lastIndex = from;
  if (district.test(view.folded)) return district.lastIndex;
  unitStart.lastIndex = from;
  if (!unitStart.test(view.folded)) return from;
  const value = unitStart.lastIndex;
  unitValue.lastIndex = value;
  if (unitValue.test(view.folded)) return unitValue.lastIndex;
  district.lastIndex = value - 1;
  if (district.test(view.folded)) return district.lastIndex;
  const end = afterName(view, value, 3);
  if (end === value) return from;
  // "Chung cư Ehome 3", "ấp Chánh 1".
  numbered.lastIndex = end;
  return /chung cu|cc|ap|thon|xom|khom|khu/.test(view.folded.slice(from, value)) && numbered.test(view.folded)
    ? numbered.lastIndex
    : end;
}

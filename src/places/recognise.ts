import type { Token } from '../text/index.ts';
import { centre, type PlaceName, placeNames } from './place-names.ts';

/** A place found in a text: how to name it back, the wards it means, and the tokens it takes up, cue words included. */
export interface RecognisedPlace {
  readonly label: string;
  /** Official codes; empty for the whole city, which is no condition at all. */
  readonly wards: readonly string[];
  /** A former ward that was divided among several present ones. */
  readonly isDivided?: true;
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

const cues = new Set([
  'o',
  'gan',
  'tai',
  'khu',
  'vuc',
  'ben',
  'quanh',
  'phia',
  'in',
  'near',
  'at',
  'around',
  've',
  'nha',
]);

/** Names that are everyday words even with their accents ("hòa bình" is peace): a cue or a capital letter must say more. */
const everydayNames = new Set(['hòa bình', 'tây nam', 'an lạc', 'bình an', 'phú thọ', 'kim long', 'thuận an']);

/** "Ở trung tâm" with nothing behind it is the middle of the city; "ở trung tâm tin học" is a school. */
function isCentre(text: readonly Token[], position: number): boolean {
  return (
    text[position]?.folded === 'trung' &&
    text[position + 1]?.folded === 'tam' &&
    text.length === position + 2 &&
    ['o', 'gan', 'khu'].includes(text[position - 1]?.folded ?? '')
  );
}

let table: Map<string, PlaceName[]> | undefined;

/** Entries by their first word, longer ones first; of equal length the wider place (a district) before a ward. */
function entriesByFirstWord(): Map<string, PlaceName[]> {
  if (table !== undefined) return table;
  const built = new Map<string, PlaceName[]>();
  for (const each of placeNames()) {
    const first = each.words[0] ?? '';
    const list = built.get(first) ?? [];
    list.push(each);
    built.set(first, list);
  }
  for (const list of built.values()) list.sort((a, b) => b.words.length - a.words.length);
  table = built;
  return built;
}

function matches(each: PlaceName, text: readonly Token[], start: number, hasCue: boolean): boolean {
  let typedAccents = false;
  for (let offset = 0; offset < each.words.length; offset++) {
    const token = text[start + offset];
    if (token === undefined || token.folded !== each.words[offset]) return false;
    if (token.hasAccents) {
      typedAccents = true;
      // Who types accents means them: "bán hàng" is no place though "Bàn Hàng" might be.
      if (token.accented !== each.accented[offset]) return false;
    }
  }
  if (!each.needsCue || hasCue) return true;
  if (!typedAccents || each.words.length < 2) return false;
  return !everydayNames.has(each.accented.join(' ')) || /^\p{Lu}/u.test(text[start]?.written ?? '');
}

/**
 * The places a text names, in order, none overlapping. Names that are ordinary words without accents ("phu loi",
 * "hoa binh") need a word in front that makes them a place.
 */
export function recognisePlaces(text: readonly Token[]): RecognisedPlace[] {
  const byFirst = entriesByFirstWord();
  const found: RecognisedPlace[] = [];
  for (let position = 0; position < text.length; ) {
    const hasCue = cues.has(text[position - 1]?.folded ?? '');
    if (isCentre(text, position)) {
      found.push({ ...centre(), start: position - 1, end: position + 2 });
      position += 2;
      continue;
    }
    const match = byFirst.get(text[position]?.folded ?? '')?.find((each) => matches(each, text, position, hasCue));
    if (match === undefined) {
      position++;
      continue;
    }
    let start = position;
    while (
      start > 0 &&
      cues.has(text[start - 1]?.folded ?? '') &&
      text[start - 1]?.folded !== 've' &&
      text[start - 1]?.folded !== 'nha'
    )
      start--;
    const end = position + match.words.length;
    const divided = match.isDivided === true ? { isDivided: true as const } : {};
    found.push({ label: match.label, wards: match.wards, ...divided, start, end });
    position = end;
  }
  return found;
}

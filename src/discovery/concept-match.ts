import { isMostlyAccented, isStopWord, type Token, tokens } from '../text/index.ts';
import { takesPart } from './parts.ts';
import { saysNothing } from './stop-phrases.ts';
import { type Form, type Pattern, taxonomy } from './taxonomy.ts';

/** A concept found in a text. */
export interface ConceptMatch {
  readonly concepts: readonly string[];
  readonly start: number;
  readonly end: number;
}

/**
 * The longest surface forms in a text, none overlapping. A form that several concepts share brings all of them. Where
 * accents were typed they must agree; a lone syllable without them counts only where it cannot be an everyday word.
 */
export function matchConcepts(text: readonly Token[], isFree: (index: number) => boolean): ConceptMatch[] {
  if (!isMostlyAccented(text)) return scanForms(text, isFree, 'forgiving', false);
  // Who writes accents means them: what agrees letter by letter comes first ("nghe tiếng anh", not "học nghề").
  const exact = scanForms(text, isFree, 'exact', true);
  const isLeft = (index: number): boolean =>
    isFree(index) && !exact.some((match) => index >= match.start && index < match.end);
  return [...exact, ...scanForms(text, isLeft, 'forgiving', true)].sort((a, b) => a.start - b.start);
}

/** A concept and how it is said back, with its accents. */
export interface NamedConcept {
  readonly id: string;
  readonly label: string;
}

/** The one concept that a text names as a whole, words that say nothing aside: "ke toan a" is kế toán, "kế toán ở đâu" is more than it. */
export function namedConcept(text: string): NamedConcept | undefined {
  const words = tokens(text);
  const [match, ...others] = matchConcepts(words, () => true);
  const id = match?.concepts[0];
  if (match === undefined || id === undefined || others.length > 0) return undefined;
  const isWhole = words.every((word, index) => (index >= match.start && index < match.end) || saysNothing(word));
  if (!isWhole) return undefined;
  const said = words.slice(match.start, match.end);
  const folded = said.map((word) => word.folded).join(' ');
  const form = taxonomy()
    .concepts.get(id)
    ?.forms.find((each) => each.folded === folded);
  const isAccented = said.some((word) => word.hasAccents);
  return { id, label: isAccented ? said.map((word) => word.accented).join(' ') : (form?.accented ?? folded) };
}

function scanForms(
  text: readonly Token[],
  isFree: (index: number) => boolean,
  accents: 'exact' | 'forgiving',
  isAccented: boolean,
): ConceptMatch[] {
  const { forms } = taxonomy();
  const found: ConceptMatch[] = [];
  for (let start = 0; start < text.length; ) {
    const candidates = isFree(start) ? (forms.get(text[start]?.folded ?? '') ?? []) : [];
    const matching = candidates.filter(
      (form) =>
        matchesForm(form, text, start, isFree, accents) && !isEverydayWord(form, text, start, isAccented, isFree),
    );
    const longest = matching[0]?.words.length ?? 0;
    // "Học chữ nổi" is chữ nổi, not học chữ, and "đánh đàn tranh" is đàn tranh: the verb yields to a subject just as long behind it.
    const yields =
      longest > 0 &&
      yieldingVerbs.has(text[start]?.folded ?? '') &&
      (forms.get(text[start + 1]?.folded ?? '') ?? []).some(
        (form) => form.words.length >= longest && matchesForm(form, text, start + 1, isFree, accents),
      );
    if (longest === 0 || yields) {
      start++;
      continue;
    }
    const concepts = matching.filter((form) => form.words.length === longest).map((form) => form.concept);
    found.push({ concepts: [...new Set(concepts)], start, end: start + longest });
    start += longest;
  }
  return found;
}

function matchesForm(
  form: Form,
  text: readonly Token[],
  start: number,
  isFree: (index: number) => boolean,
  accents: 'exact' | 'forgiving',
): boolean {
  return form.words.every((word, offset) => {
    const token = text[start + offset];
    if (token === undefined || token.folded !== word || !isFree(start + offset)) return false;
    const mustAgree = token.hasAccents || form.needsAccents || accents === 'exact';
    return !mustAgree || token.accented === form.accented[offset];
  });
}

const yieldingVerbs = new Set(['hoc', 'day', 'danh', 'choi', 'tap']);

/** Everyday words beside the stop words that a subject looks like without accents: "nhung" (nhưng, nhúng). */
const everydayWords = new Set(['nhung', 'vo', 'han', 'tien', 'quy', 'hoa', 'dan', 'mua', 'son', 'bo', 'tho', 'an']);

/** Said right before a subject that is learnt: "hoc ve", "choi co". */
const learningWords = new Set(['hoc', 'lop', 'khoa', 'day', 'choi', 'danh', 'tap', 'mon', 'luyen']);

/**
 * Whether a lone syllable typed without accents is more likely an everyday word than this form: in a message with
 * accents it means what it says ("trong" is no "trống"); in one without, "ve" is "vẽ" only as the thing to learn.
 */
function isEverydayWord(
  form: Form,
  text: readonly Token[],
  start: number,
  isAccented: boolean,
  isFree: (index: number) => boolean,
): boolean {
  const token = text[start];
  if (token === undefined || form.words.length > 1 || token.hasAccents || form.accented[0] === token.folded)
    return false;
  if (isAccented) return true;
  if (!isStopWord(token) && !everydayWords.has(token.folded)) return false;
  const isLast = start + 1 >= text.length || !isFree(start + 1);
  return !(isLast && learningWords.has(text[start - 1]?.folded ?? ''));
}

/** Up to three words may stand in a situation's gap. */
const longestGap = 3;

/** A situation or cue found in a text: what it calls for and the words that told it. */
export interface SituationMatch {
  readonly wants: ReadonlyMap<string, number>;
  readonly told: ReadonlySet<number>;
  /** Whether concepts named inside it count only as much as it calls for them. */
  readonly covers: boolean;
}

/** What the situations in a text call for. */
export function matchSituations(text: readonly Token[]): SituationMatch[] {
  if (!takesPart('situations')) return [];
  const { situations } = taxonomy();
  const isAccented = isMostlyAccented(text);
  const found: SituationMatch[] = [];
  // Many patterns begin with "muốn" or "con"; few of them have their other words in the text as well.
  const written = new Set(text.map((token) => token.folded));
  for (let start = 0; start < text.length; start++) {
    for (const { phrases, wants, covers, words } of situations.get(text[start]?.folded ?? '') ?? []) {
      if (!words.every((word) => written.has(word))) continue;
      const told = wordsOfPattern(phrases, text, start, isAccented);
      if (told !== undefined) found.push({ wants, told, covers });
    }
  }
  return found;
}

/** The words of a pattern whose first phrase starts here and whose others stand anywhere, or undefined. */
function wordsOfPattern(
  phrases: Pattern['phrases'],
  text: readonly Token[],
  start: number,
  isAccented: boolean,
): Set<number> | undefined {
  const told = new Set<number>();
  for (const [position, phrase] of phrases.entries()) {
    let [from, end] = [start, endOfPhrase(phrase, text, start, isAccented)];
    if (position > 0) {
      end = undefined;
      for (from = 0; from < text.length && end === undefined; from++) end = endOfPhrase(phrase, text, from, isAccented);
      from--;
    }
    if (end === undefined) return undefined;
    for (let index = from; index < end; index++) told.add(index);
  }
  return told;
}

function endOfPhrase(
  phrase: Pattern['phrases'][number],
  text: readonly Token[],
  start: number,
  isAccented: boolean,
): number | undefined {
  let position = start;
  for (const [index, word] of phrase.entries()) {
    if (word.folded === '*') {
      const next = phrase[index + 1]?.folded;
      let gap = 0;
      while (gap <= longestGap && text[position]?.folded !== next) {
        position++;
        gap++;
      }
      if (gap > longestGap) return undefined;
      continue;
    }
    const token = text[position];
    if (token?.folded !== word.folded) return undefined;
    const mustAgree = token.hasAccents || isAccented;
    if (mustAgree && word.accented !== undefined && token.accented !== word.accented) return undefined;
    position++;
  }
  return position;
}

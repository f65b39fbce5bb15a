import { expansionsOf, fromTelex, type Token, tokens } from '../text/index.ts';

/**
 * A message as tokens, some of which are already understood. Rules look at it as two strings of words joined by single
 * spaces, one folded and one with accents, and take out the words they understood.
 */
export interface MarkedText {
  readonly tokens: readonly Token[];
  /** Words separated by spaces; a word that was taken out stands as "_". */
  folded(): string;
  accented(): string;
  /** Takes out words by token index, end exclusive. */
  take(start: number, end: number): void;
  isTaken(index: number): boolean;
}

export function markText(words: readonly Token[]): MarkedText {
  const taken = new Uint8Array(words.length);
  let foldedText: string | undefined;
  let accentedText: string | undefined;
  return {
    tokens: words,
    folded: () => {
      foldedText ??= words.map((word, index) => (taken[index] ? '_' : word.folded)).join(' ');
      return foldedText;
    },
    accented: () => {
      accentedText ??= words.map((word, index) => (taken[index] ? '_' : word.accented)).join(' ');
      return accentedText;
    },
    take: (start, end) => {
      taken.fill(1, start, end);
      foldedText = undefined;
      accentedText = undefined;
    },
    isTaken: (index) => taken[index] === 1,
  };
}

/** The token span of a match in one of a marked text's strings. */
export function spanOf(text: string, match: RegExpMatchArray | RegExpExecArray): { start: number; end: number } {
  const before = text.slice(0, match.index);
  const start = before === '' ? 0 : before.trimEnd().split(' ').length;
  return { start, end: start + match[0].trim().split(' ').length };
}

/** Letters glued to numbers that people write apart or together: "q3" stays, "t.anh" and "b.thanh" become one word. */
function joinInitials(text: string): string {
  return text.replace(/(?<![\p{L}\p{N}])([a-zđ])\.(?=[a-zđ]{2,}(?![\p{L}\p{N}.]))/giu, '$1');
}

export interface ExpandedText {
  readonly tokens: Token[];
  /** Index of a token that came from an abbreviation with several meanings → all its expansions. */
  readonly alternatives: ReadonlyMap<number, readonly string[]>;
}

/** The longest short form in words: "tk do hoa". */
const longestShortForm = 3;

/** The readings of the short form that begins at a token, and how many tokens it takes. */
function shortFormAt(
  words: readonly Token[],
  start: number,
): { readings: readonly string[]; length: number } | undefined {
  for (let length = Math.min(longestShortForm, words.length - start); length > 0; length--) {
    const span = words.slice(start, start + length);
    for (const key of [span.map((word) => word.accented).join(' '), span.map((word) => word.folded).join(' ')]) {
      const readings = expansionsOf(key);
      // A word typed with accents is no short form unless the table has it so ("đt").
      const spelled = span.some((word) => word.hasAccents) && key !== span.map((word) => word.accented).join(' ');
      if (readings.length > 0 && !spelled) return { readings, length };
    }
  }
  return undefined;
}

/** What a word typed with the Telex keyboard off was meant to be, if the catalogue knows that and not the word typed. */
function telexRepair(token: Token, isKnown: ((folded: string) => boolean) | undefined): Token | undefined {
  if (isKnown === undefined || token.hasAccents || isKnown(token.folded)) return undefined;
  const [repaired] = tokens(fromTelex(token.folded) ?? '');
  return repaired !== undefined && isKnown(repaired.folded) ? repaired : undefined;
}

/**
 * The tokens of a message with chat abbreviations written out. Of several meanings the first stands in the text; all
 * are handed back, so that the catalogue can decide. `isKnown` tells words of the catalogue.
 */
export function expandAbbreviations(text: string, isKnown?: (folded: string) => boolean): ExpandedText {
  const words = tokens(joinInitials(text));
  const expanded: Token[] = [];
  const alternatives = new Map<number, readonly string[]>();
  for (let position = 0; position < words.length; ) {
    const token = words[position];
    if (token === undefined) break;
    const short = shortFormAt(words, position);
    if (short === undefined) {
      expanded.push(telexRepair(token, isKnown) ?? token);
      position++;
      continue;
    }
    if (short.readings.length > 1) alternatives.set(expanded.length, short.readings);
    // Written out without claiming accents the person did not type: it matches as folded words do.
    for (const word of tokens(short.readings[0] ?? ''))
      expanded.push({ ...word, accented: word.folded, hasAccents: false });
    position += short.length;
  }
  return { tokens: expanded, alternatives };
}

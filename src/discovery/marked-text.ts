import { expansionsOf, type Token, tokens } from '../text/index.ts';

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

/**
 * The tokens of a message with chat abbreviations written out. Of several meanings the first stands in the text; all
 * are handed back, so that the catalogue can decide.
 */
export function expandAbbreviations(text: string): ExpandedText {
  const expanded: Token[] = [];
  const alternatives = new Map<number, readonly string[]>();
  for (const token of tokens(joinInitials(text))) {
    const meanings = token.hasAccents ? [] : expansionsOf(token.folded, token.written);
    const [first] = meanings;
    if (first === undefined) {
      expanded.push(token);
      continue;
    }
    if (meanings.length > 1) alternatives.set(expanded.length, meanings);
    // Written out without claiming accents the person did not type: it matches as folded words do.
    for (const word of tokens(first)) expanded.push({ ...word, accented: word.folded, hasAccents: false });
  }
  return { tokens: expanded, alternatives };
}

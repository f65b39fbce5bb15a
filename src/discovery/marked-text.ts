import {
  detectLanguage,
  expansionsOf,
  fromTelex,
  fromVni,
  isMostlyAccented,
  isSpeltRight,
  type Token,
  tokens,
} from '../text/index.ts';
import type { ShortForm } from './doubts.ts';
import { asConditionWord } from './facets/accents.ts';
import { withoutDoubled } from './joined-words.ts';

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
      foldedText ??= words.map((word, index) => (taken[index] ? '_' : asConditionWord(word))).join(' ');
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
  return text.replace(/(?<![\p{L}\p{N}.])([a-zđ])\.(?=[a-zđ]+(?![\p{L}\p{N}.]))/giu, '$1');
}

export interface ExpandedText {
  readonly tokens: Token[];
  /** Index of a token that came from an abbreviation with several meanings → what was typed and all its expansions. */
  readonly alternatives: ReadonlyMap<number, ShortForm>;
}

/** A "không" that ends a clause only asks ("vào được không, học may"): it refuses nothing that comes after. */
function withoutQuestionParticles(text: string): string {
  return text.replace(
    /(?<![\p{L}\p{M}\p{N}])(?:không|khong|ko|k|hông|hong|hok)(?=\s*(?:[?.,;!\n]|$))/giu,
    (particle, at: number) => (particle.length > 2 && beforeHong.test(text.slice(0, at)) ? particle : ''),
  );
}

/** Words after which a final "hong" is hồng or hông, and "không" is the air: no question. */
const beforeHong = /(?:hoa|màu|mau|lắc|lac|trà|tra|múa|mua|nước|nuoc|trên|tren|hàng|hang)\s*$/iu;

/** Beside these "ta" is the short form of tiếng Anh; elsewhere it is a person ("người ta", "tụi ta"). */
const besideEnglish = new Set(
  'hoc lop khoa day luyen on thi gtiep giao tiep gt vp cho gv mon biet noi gioi yeu kem mat goc co ban nang cao online onl trung tam cua va'.split(
    ' ',
  ),
);

function isPronounTa(words: readonly Token[], at: number): boolean {
  const token = words[at];
  if (token?.folded !== 'ta' || token.written === 'TA') return false;
  const before = words[at - 1]?.folded;
  const next = words[at + 1]?.folded;
  if (before !== undefined && /^(?:nguoi|ngta|chung|minh|tui|ban|cua|ong|ba|anh|chi|co|ho|ng)$/.test(before))
    return true;
  return words.length > shortText && !besideEnglish.has(before ?? '') && !besideEnglish.has(next ?? '');
}

/** Short forms that are plain English words, or Vietnamese ones: written out only where nothing says they are those. */
const alsoWords = new Set(['it', 'than', 'off', 'free', 'ta', 'ph', 'ps', 'hr']);

/** "Ai" beside words such as these is the technique; everywhere else in a sentence it asks who. */
const beforeTechnique = new Set(
  'hoc ve dung xai voi khoa lop cu dung cong nghe bang hieu mon tool using learn about of and with an the va marketing'.split(
    ' ',
  ),
);
const behindTechnique = new Set(
  'trong tao cho va ve agent tools tool course courses for in and basics engineer marketing art can co ung dung vao giup'.split(
    ' ',
  ),
);
const shortText = 3;

function asksWho(token: Token, before: Token | undefined, next: Token | undefined, length: number): boolean {
  if (token.written !== 'ai' && token.written !== 'Ai') return false;
  if (before !== undefined && beforeTechnique.has(before.folded)) return false;
  if (next !== undefined && behindTechnique.has(next.folded))
    return before !== undefined && /^(khong|ko|chang|ke|keu)$/.test(before.folded);
  return length > shortText || !(before === undefined || next === undefined);
}

/** Whether short forms are to be looked for in a word at all: not in one that means itself. */
function mayBeShort(token: Token, language: 'vi' | 'en'): boolean {
  const isUpperCase = token.written.length > 1 && token.written === token.written.toUpperCase();
  if (isUpperCase || language === 'vi') return true;
  return token.folded.length > 1 && !alsoWords.has(token.folded);
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
    const accented = span.map((word) => word.accented).join(' ');
    // A word typed with accents is no short form unless the table has it so ("đt").
    const isBare = span.every((word) => !word.hasAccents || /^[a-zđ]{2,4}$/.test(word.accented));
    const own = expansionsOf(accented);
    const readings = own.length > 0 || !isBare ? own : expansionsOf(span.map((word) => word.folded).join(' '));
    if (readings.length > 0) return { readings, length };
  }
  return undefined;
}

/** Reads a word typed with the Telex keyboard off, unless it is a word as it stands; accents that are slips are dropped. */
function readTelex(token: Token, { isKnown, isWritten }: Dictionary, isVni: boolean): Token {
  if (!isKnown(token.folded) && /(.)\1/.test(token.folded)) {
    // "Tieengs" is typed with the keyboard off, not with a stuck one.
    const meant = fromTelex(token.folded) === undefined ? withoutDoubled(token.accented, isKnown) : undefined;
    const [single] = meant === undefined ? [] : tokens(meant);
    if (single !== undefined) return single;
  }
  if (token.hasAccents && isKnown(token.folded) && !isWritten(token.accented) && !isSpeltRight(token.accented)) {
    return { ...token, accented: token.folded, hasAccents: false };
  }
  if (token.hasAccents || token.folded.length < 3 || isKnown(token.folded)) return token;
  const meant = fromTelex(token.folded) ?? fromVni(token.folded, isVni);
  const [word] = meant === undefined ? [] : tokens(meant);
  return word !== undefined && isKnown(word.folded) ? word : token;
}

/** What a message's words are held against. */
export interface Dictionary {
  /** Whether a word is right as it stands. */
  isKnown(folded: string): boolean;
  /** Whether a word is right with the accents it has. */
  isWritten(accented: string): boolean;
  /** Indexes of the words that form a known phrase with their neighbours: "ta" in "ghi ta" is no short form. */
  inPhrases(words: readonly Token[]): ReadonlySet<number>;
  /** The phrase that somebody typed without spaces. */
  splitJoined(folded: string): string | undefined;
}

/**
 * The tokens of a message with chat abbreviations written out, leftovers of the keyboard read and phrases typed without
 * spaces cut. Of several meanings the first stands in the text; all are handed back, so that the catalogue can decide.
 */
export function expandAbbreviations(text: string, dictionary: Dictionary): ExpandedText {
  const expanded: Token[] = [];
  const alternatives = new Map<number, ShortForm>();
  const language = detectLanguage(text);
  const typed = tokens(joinInitials(withoutQuestionParticles(text)));
  const isAccented = isMostlyAccented(typed);
  // One word with a sign of the VNI keyboard, and the digits of the others are tones.
  const isVni = typed.some(({ folded }) => /^[a-z]+[6-9]/.test(folded) && fromVni(folded, false) !== undefined);
  let whole: ReadonlySet<number> | undefined;
  for (let index = 0; index < typed.length; ) {
    const token = typed[index];
    if (token === undefined) break;
    if (asksWho(token, typed[index - 1], typed[index + 1], typed.length)) {
      index++;
      continue;
    }
    let short = mayBeShort(token, language) && !isPronounTa(typed, index) ? shortFormAt(typed, index) : undefined;
    if (short !== undefined) {
      whole ??= dictionary.inPhrases(typed);
      if (whole.has(index)) short = undefined;
    }
    const joined =
      short !== undefined || dictionary.isKnown(token.folded) ? undefined : dictionary.splitJoined(token.folded);
    const written = short?.readings[0] ?? joined;
    if (written === undefined) {
      // In English "march" is no "mảch".
      expanded.push(language === 'en' && !token.hasAccents ? token : readTelex(token, dictionary, isVni));
      index++;
      continue;
    }
    if (short !== undefined && short.readings.length > 1) {
      const span = typed.slice(index, index + short.length);
      const written = span.map((word) => word.written).join(' ');
      alternatives.set(expanded.length, { typed: written, meanings: short.readings });
    }
    // In a message without accents it is written out without them too: it matches as folded words do.
    for (const word of tokens(written)) {
      expanded.push(isAccented ? word : { ...word, accented: word.folded, hasAccents: false });
    }
    index += short?.length ?? 1;
  }
  return { tokens: expanded, alternatives };
}

import { isStopWord, isVietnameseSyllable, type Token, tokens } from '../../text/index.ts';
import { buildVocabulary } from '../vocabulary.ts';
import type { Occupation } from './occupation.ts';

/** What a text says of occupations. */
export interface Recognition {
  /** Those it names by its longest name, in the order of the book; several when a name belongs to several or several are named. */
  readonly named: readonly Occupation[];
  /** Where it names none, the nearest by shared words, best first. */
  readonly near: readonly Occupation[];
}

interface NameForm {
  readonly words: readonly string[];
  readonly accented: readonly string[];
  readonly occupation: Occupation;
}

/** How much of a text's telling words the nearest must share. */
const nearShare = 0.25;

/** At most so many are offered as the nearest. */
const mostNear = 3;

/** Longest text that is looked at. */
const wordsRead = 60;

/**
 * Finds occupations by their names as people type them: with accents these must agree, without them or with a slip in them the letters do; a
 * word nobody knows is taken for the one a slip away, and names typed as one word are taken apart.
 */
export function createRecogniser(occupations: readonly Occupation[]): (text: string) => Recognition {
  const forms = occupations.flatMap((occupation) => occupation.forms.map((form) => formOf(form, occupation)));
  const byFirst = new Map<string, NameForm[]>();
  const joined = new Map<string, readonly string[]>();
  const frequency = new Map<string, number>();
  for (const form of forms) {
    byFirst.set(form.words[0] ?? '', [...(byFirst.get(form.words[0] ?? '') ?? []), form]);
    if (form.words.length > 1) joined.set(form.words.join(''), form.accented);
    for (const word of new Set(form.words)) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  }
  const vocabulary = buildVocabulary(frequency.keys(), (word) => frequency.get(word) ?? 0);

  function corrected(token: Token): Token[] {
    const apart = joined.get(token.folded);
    if (apart !== undefined) return tokens(apart.join(' '));
    if (token.folded.length < 4 || frequency.has(token.folded) || isVietnameseSyllable(token.folded)) return [token];
    const meant = vocabulary.suggest(token.folded);
    return meant === undefined ? [token] : tokens(meant);
  }

  function named(words: readonly Token[], accents: 'agree' | 'any'): Occupation[] {
    let longest = 0;
    let found: Occupation[] = [];
    for (let start = 0; start < words.length; start++) {
      for (const form of byFirst.get(words[start]?.folded ?? '') ?? []) {
        if (form.words.length < longest || !stands(form, words, start, accents)) continue;
        if (form.words.length > longest) found = [];
        longest = form.words.length;
        if (!found.includes(form.occupation)) found.push(form.occupation);
      }
    }
    return found;
  }

  /** Shared words, rare ones counting more; both a word of the text missing and a word of the name missing count against. */
  function near(words: readonly Token[]): Occupation[] {
    const telling = new Set(words.filter((word) => !isStopWord(word)).map(({ folded }) => folded));
    const rarity = (word: string): number => Math.log(1 + forms.length / (1 + (frequency.get(word) ?? 0)));
    const sum = (each: Iterable<string>): number => [...each].reduce((total, word) => total + rarity(word), 0);
    const whole = sum(telling);
    const scores = new Map<Occupation, number>();
    for (const form of forms) {
      const shared = form.words.filter((word) => telling.has(word));
      if (shared.length === 0) continue;
      const share = sum(new Set(shared));
      const score = (2 * share) / (whole + sum(new Set(form.words)));
      if (score > (scores.get(form.occupation) ?? 0)) scores.set(form.occupation, score);
    }
    return [...scores]
      .filter(([, score]) => score >= nearShare)
      .sort(([, a], [, b]) => b - a)
      .slice(0, mostNear)
      .map(([occupation]) => occupation);
  }

  return (text) => {
    const words = tokens(text).slice(0, wordsRead);
    const meant = words.flatMap(corrected);
    for (const [read, accents] of [
      [words, 'agree'],
      [meant, 'agree'],
      [meant, 'any'],
    ] as const) {
      const found = named(read, accents);
      if (found.length > 0) return { named: found, near: [] };
    }
    return { named: [], near: near(meant) };
  };
}

function formOf(form: string, occupation: Occupation): NameForm {
  const words = tokens(form);
  return { words: words.map(({ folded }) => folded), accented: words.map(({ accented }) => accented), occupation };
}

/** A lone syllable with its accents wrong is another word: "hạn" is no "hàn". */
function stands(form: NameForm, words: readonly Token[], start: number, accents: 'agree' | 'any'): boolean {
  if (accents === 'any' && form.words.length < 2) return false;
  return form.words.every((word, offset) => {
    const token = words[start + offset];
    if (token?.folded !== word) return false;
    return accents === 'any' || !token.hasAccents || token.accented === form.accented[offset];
  });
}

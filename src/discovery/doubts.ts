import { foldedPhrase, type Token } from '../text/index.ts';
import type { Facets, KeptWish, TopicTerm, Wish } from './wish.ts';

/** A word of a wish that may mean something else than it was read as: a press can say so. */
export type Doubt =
  /** Its spelling was corrected, and it was meant as it was typed. */
  | { readonly kind: 'spelling'; readonly typed: string }
  /** A short form of several things, of which another one was meant. */
  | { readonly kind: 'short_form'; readonly typed: string; readonly meaning: string };

/** A short form as it was typed, with all it may stand for, the usual meaning first. */
export interface ShortForm {
  readonly typed: string;
  readonly meanings: readonly string[];
}

/**
 * What is doubtful in a text's topic. Only words that the topic was made of count: how a "ko" or a slip beside the subject was read
 * changes nothing.
 * @param typed the words before their spelling was corrected, one for one
 */
export function doubtsOf(
  terms: readonly TopicTerm[],
  { words, typed, shortForms }: { words: readonly Token[]; typed: readonly Token[]; shortForms: Iterable<ShortForm> },
): Doubt[] {
  // Hundreds of terms are only looked through for the few texts that have a slip.
  const slips = words.flatMap((word, index) => {
    const before = typed[index];
    return before !== undefined && before !== word && names(terms, word.folded) ? [before.written] : [];
  });
  const others = [...shortForms].flatMap(({ typed: short, meanings: [usual = '', ...rest] }) =>
    saysOf(terms, usual) ? rest.map((meaning) => ({ kind: 'short_form' as const, typed: short, meaning })) : [],
  );
  return [...(slips.length === 0 ? [] : [{ kind: 'spelling' as const, typed: slips.join(' ') }]), ...others];
}

/** Whether a word is one of those that the terms are made of. */
function names(terms: readonly TopicTerm[], word: string): boolean {
  return terms.some(({ text, source }) => source !== 'related' && text.split(' ').includes(word));
}

function saysOf(terms: readonly TopicTerm[], meaning: string): boolean {
  const folded = foldedPhrase(meaning);
  return terms.some(({ text }) => text === folded);
}

/** The wish as it is meant when a doubt is right: its topic read anew, its conditions as they were sharpened since. */
export function meantOtherwise(
  wish: KeptWish,
  doubt: Doubt,
  reading: (said: string, asTyped: boolean) => Wish,
): KeptWish {
  const isTyped = wish.asTyped === true;
  const before = reading(wish.said, isTyped);
  const after =
    doubt.kind === 'spelling'
      ? reading(wish.said, true)
      : reading(writtenOut(wish.said, doubt.typed, doubt.meaning), isTyped);
  const { topic, said, length } = after;
  return {
    ...wish,
    topic,
    said,
    length,
    facets: sharpened(wish.facets, before.facets, after.facets),
    ...(doubt.kind === 'spelling' ? { asTyped: true as const } : {}),
  };
}

/** The conditions of the new reading, with those that follow-ups changed since the old one. */
function sharpened(now: Facets, before: Facets, after: Facets): Facets {
  const isChanged = (name: string): boolean =>
    JSON.stringify(now[name as keyof Facets]) !== JSON.stringify(before[name as keyof Facets]);
  const kept = Object.entries(after).filter(([name]) => !isChanged(name));
  return {
    ...Object.fromEntries(kept),
    ...Object.fromEntries(Object.entries(now).filter(([name]) => isChanged(name))),
  };
}

/** A text with a short form replaced by what it stands for. */
function writtenOut(said: string, typed: string, meaning: string): string {
  const composed = said.normalize('NFC');
  const isInside = (at: number): boolean => /[\p{L}\p{M}\p{N}]/u.test(composed.charAt(at));
  for (let at = composed.indexOf(typed); at >= 0; at = composed.indexOf(typed, at + 1)) {
    if (isInside(at - 1) || isInside(at + typed.length)) continue;
    return `${composed.slice(0, at)}${meaning}${composed.slice(at + typed.length)}`;
  }
  return composed;
}

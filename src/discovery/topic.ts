import { isMostlyAccented, isVietnameseSyllable, type Token, tokens } from '../text/index.ts';
import { takesPart } from './parts.ts';
import { taxonomy } from './taxonomy.ts';
import { weights } from './weights.ts';
import type { TopicTerm } from './wish.ts';

const longestSpoken = 120;

/** An English word that looks like a Vietnamese syllable: "thai" is also what a mother carries. */
const isSyllable = (text: string): boolean => text.length > 2 && !text.includes(' ') && isVietnameseSyllable(text);

/** A stretch of a message that carries the topic: `words[start] … words[end - 1]`. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** Collects the terms of a topic, one group an idea. */
export interface Topic {
  readonly terms: readonly TopicTerm[];
  /** Words that name these concepts, with all their forms as alternatives, all weighted by `share`. */
  addConcepts(ids: readonly string[], span: Span, share: number): void;
  /** Further meanings of a short form whose usual meaning stands in the text. */
  addMeanings(meanings: readonly string[], index: number): void;
  /** A word that names no concept, how much it says about the topic, and its other forms. */
  addWord(index: number, weight: number, forms?: readonly string[]): void;
  /** What a situation calls for, and the words that told it. */
  addSituation(wants: ReadonlyMap<string, number>, told: readonly number[]): void;
  /** The topic as it would be said back: the person's own words in their order. */
  spoken(): string;
}

/** Makes an empty topic. `words` are as understood; `typed` the same before spelling was corrected. */
export function createTopic(words: readonly Token[], typed: readonly Token[]): Topic {
  const terms: TopicTerm[] = [];
  const spans: Span[] = [];
  const named = new Set<string>();
  const isAccented = isMostlyAccented(words);
  const accents = new Map<number, string>();
  let groups = 0;

  function addTyped({ start, end }: Span, group: number, weight: number, source?: 'situation'): void {
    const said = words.slice(start, end);
    const wasCorrected = said.some((word, offset) => word !== typed[start + offset]);
    terms.push({
      text: said.map((word) => word.folded).join(' '),
      // Who types accents anywhere means the words without them as they stand.
      ...(isAccented ? { accented: said.map((word) => word.accented).join(' ') } : {}),
      spoken: said.map((word, offset) => accents.get(start + offset) ?? word.accented).join(' '),
      weight: wasCorrected ? weight * weights.spelling : weight,
      source: source ?? (wasCorrected ? 'spelling' : 'typed'),
      group,
      ...(end - start === 1 ? { position: start } : {}),
    });
  }

  /** Two neighbouring words of a longer name: "đau vai" of "đau vai gáy". */
  function addPart({ start, end }: Span, group: number, share: number): void {
    const said = words.slice(start, end);
    terms.push({
      text: said.map((word) => word.folded).join(' '),
      ...(isAccented ? { accented: said.map((word) => word.accented).join(' ') } : {}),
      weight: share * weights.part,
      source: 'related',
      group,
    });
  }

  /** The forms of a concept and, weaker, of its neighbours. */
  function addForms(
    id: string,
    group: number,
    weight: number,
    source: 'taxonomy' | 'related',
    partOf?: { readonly typed: string; readonly weight: number },
  ): void {
    if (!takesPart(source === 'related' ? 'neighbouring ideas' : 'taxonomy')) return;
    const concept = taxonomy().concepts.get(id);
    const englishWeight = weight * (weights.otherLanguage / weights.synonym);
    for (const { folded: text, accented, isEnglish } of concept?.forms ?? []) {
      // Also without accents: "may" (to sew) is not "máy".
      const isPart = partOf !== undefined && text.split(' ').every((word) => partOf.typed.includes(` ${word} `));
      const own =
        !isEnglish && accented !== text
          ? weight
          : isEnglish && isSyllable(text)
            ? englishWeight * weights.likeSyllable
            : englishWeight;
      terms.push({
        text,
        accented,
        weight:
          isPart && !(isEnglish && isSyllable(text) && partOf?.typed !== ` ${text} `) ? (partOf?.weight ?? own) : own,
        source,
        concept: id,
        group,
      });
    }
    if (source === 'related') return;
    for (const [related, share] of concept?.related ?? []) addForms(related, group, weight * share, 'related');
  }

  /** "ke toan" is said back as "kế toán" when that is the only accented form of it the concepts know. */
  function rememberAccents(ids: readonly string[], { start, end }: Span): void {
    const said = words.slice(start, end);
    if (said.some((word) => word.hasAccents)) return;
    const folded = said.map((word) => word.folded).join(' ');
    const [first, ...others] = ids
      .flatMap((id) => taxonomy().concepts.get(id)?.forms ?? [])
      .filter((form) => form.folded === folded);
    if (first === undefined || others.some((form) => form.accented !== first.accented)) return;
    for (const [offset, word] of first.accented.split(' ').entries()) accents.set(start + offset, word);
  }

  return {
    terms,
    addConcepts(ids, span, share) {
      const group = groups++;
      // "Học may" is said back as "may".
      const opens = span.end - span.start > 1 && /^(?:hoc|lop|khoa)$/.test(words[span.start]?.folded ?? '');
      spans.push(opens ? { start: span.start + 1, end: span.end } : span);
      rememberAccents(ids, span);
      addTyped(span, group, share);
      const typed = ` ${words
        .slice(span.start, span.end)
        .map(({ folded }) => folded)
        .join(' ')} `;
      for (let start = span.start; start + 3 <= span.end; start++) addPart({ start, end: start + 2 }, group, share);
      if (span.end - span.start > 2) addPart({ start: span.end - 2, end: span.end }, group, share);
      for (const id of ids) {
        named.add(id);
        addForms(id, group, weights.synonym * share, 'taxonomy', { typed, weight: weights.partOfTyped * share });
      }
    },
    addMeanings(meanings, index) {
      const [usual, ...others] = meanings.map((meaning) =>
        tokens(meaning)
          .map((token) => token.folded)
          .join(' '),
      );
      const group = terms.find((term) => term.text === usual)?.group;
      if (group === undefined) return;
      for (const text of others) terms.push({ text, weight: weights.otherMeaning, source: 'abbreviation', group });
      spans.push({ start: index, end: index });
    },
    addWord(index, weight, forms = []) {
      const group = groups++;
      spans.push({ start: index, end: index + 1 });
      addTyped({ start: index, end: index + 1 }, group, weight);
      for (const text of forms) terms.push({ text, weight: weight * weights.wordForm, source: 'taxonomy', group });
    },
    addSituation(wants, told) {
      for (const index of told) spans.push({ start: index, end: index + 1 });
      const fresh = [...wants].filter(([id]) => !named.has(id));
      if (fresh.length === 0) return;
      const group = groups++;
      for (const index of told) addTyped({ start: index, end: index + 1 }, group, weights.situationWord, 'situation');
      for (const [id, share] of fresh) {
        named.add(id);
        addForms(id, group, weights.situation * share + weights.situationFloor, 'taxonomy');
      }
    },
    spoken() {
      const indexes = new Set(
        spans.flatMap(({ start, end }) => words.slice(start, end).map((_, offset) => start + offset)),
      );
      const said = [...indexes]
        .sort((a, b) => a - b)
        .map((index) => accents.get(index) ?? words[index]?.accented ?? '');
      return said.join(' ').slice(0, longestSpoken);
    },
  };
}

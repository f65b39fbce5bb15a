import { type Token, tokens } from './tokens.ts';

/** A phrase found in a token list: `tokens[start] … tokens[end - 1]`. */
export interface PhraseMatch<T> {
  readonly start: number;
  readonly end: number;
  readonly values: readonly T[];
}

interface Entry<T> {
  readonly accented: readonly string[];
  readonly value: T;
}

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  readonly entries: Entry<T>[];
}

/** Phrases to look up in token lists, longest first. */
export interface PhraseTable<T> {
  /** The longest phrase that begins at `start` and whose accents agree with what was typed; `undefined` if none does. */
  longestAt(list: readonly Token[], start: number, strict?: boolean): PhraseMatch<T> | undefined;
  /** Whether any phrase contains the folded token. */
  hasToken(folded: string): boolean;
}

/**
 * Whether a typed token may stand for a token of a phrase: accents that were typed must be those of the phrase. Accents
 * left out are forgiven, unless `strict`: the message is written with accents, so a bare word is meant bare ("an" is not "ăn").
 */
export function agrees(typed: Token, accented: string, strict = false): boolean {
  return typed.hasAccents || strict ? typed.accented === accented : true;
}

/** Builds the table from pairs of a phrase (with its accents) and what it stands for. A phrase may have several values. */
export function phraseTable<T>(pairs: Iterable<readonly [phrase: string, value: T]>): PhraseTable<T> {
  const root: Node<T> = { next: new Map(), entries: [] };
  const known = new Set<string>();
  for (const [phrase, value] of pairs) {
    let node = root;
    const parts = tokens(phrase);
    if (parts.length === 0) continue;
    for (const part of parts) {
      known.add(part.folded);
      let next = node.next.get(part.folded);
      if (next === undefined) {
        next = { next: new Map(), entries: [] };
        node.next.set(part.folded, next);
      }
      node = next;
    }
    node.entries.push({ accented: parts.map((part) => part.accented), value });
  }

  function longestAt(list: readonly Token[], start: number, strict = false): PhraseMatch<T> | undefined {
    let node: Node<T> | undefined = root;
    let best: PhraseMatch<T> | undefined;
    for (let end = start; end < list.length; end++) {
      node = node.next.get((list[end] as Token).folded);
      if (node === undefined) break;
      if (node.entries.length === 0) continue;
      const values = agreeing(node.entries, list, start, strict);
      if (values.length > 0) best = { start, end: end + 1, values };
    }
    return best;
  }

  return { longestAt, hasToken: (folded) => known.has(folded) };
}

function agreeing<T>(entries: readonly Entry<T>[], list: readonly Token[], start: number, strict: boolean): T[] {
  const values: T[] = [];
  for (const entry of entries) {
    const all = entry.accented.every((accented, offset) => agrees(list[start + offset] as Token, accented, strict));
    if (all) values.push(entry.value);
  }
  return values;
}

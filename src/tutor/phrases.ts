/** Where a phrase stands in plain speech: its text with the blank before it. */
export interface Found {
  readonly text: string;
  readonly at: number;
}

/** Phrases to look for in plain speech (distress-text.ts). */
export interface Phrases {
  isIn(speech: string): boolean;
  firstIn(speech: string): Found | undefined;
  allIn(speech: string): readonly Found[];
  /** The speech with each of them made a “_”. */
  without(speech: string): string;
}

const swaps: Readonly<Record<string, string>> = { '\u0309': '\u0303', '\u0303': '\u0309' };

/** A word as it is found in people's writing: with its accents, with hỏi and ngã taken for each other, without tone, without any. */
function spellings(word: string): string[] {
  const apart = word.normalize('NFD');
  const swapped = apart.replace(/[\u0309\u0303]/g, (mark) => swaps[mark] ?? mark).normalize('NFC');
  const toneless = apart.replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '').normalize('NFC');
  const folded = apart.replace(/[\u0300-\u036f]/g, '').replaceAll('đ', 'd');
  return [...new Set([word, swapped, toneless, folded])];
}

function spelt(word: string): string {
  const all = spellings(word);
  return all.length === 1 ? word : `(?:${all.join('|')})`;
}

/** The alternatives of a pattern, divided where no bracket is open. */
function alternatives(pattern: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const sign of pattern) {
    if (sign === '(') depth++;
    if (sign === ')') depth--;
    if (sign === '|' && depth === 0) parts.push('');
    else parts.push(`${parts.pop() ?? ''}${sign}`);
  }
  return parts;
}

/** The group that a pattern begins with, and what follows. */
function firstGroup(pattern: string): readonly [inside: string, rest: string] {
  let depth = 0;
  for (let at = 0; at < pattern.length; at++) {
    if (pattern[at] === '(') depth++;
    if (pattern[at] === ')' && --depth === 0) return [pattern.slice(1, at), pattern.slice(at + 1)];
  }
  throw new Error(`A bracket is not closed in “${pattern}”.`);
}

/** The words that a match of a pattern can begin with; undefined when it may be any. */
function firstWords(pattern: string): ReadonlySet<string> | undefined {
  if (pattern.startsWith('(')) {
    const [inside, rest] = firstGroup(pattern);
    if (/^\?<?[!=]/.test(inside)) return firstWords(rest);
    const isOptional = /^[?*]/.test(rest);
    const given = alternatives(inside.replace(/^\?:/, '')).map((each) => (each === '' ? undefined : firstWords(each)));
    if (isOptional) given.push(firstWords(rest.slice(1)));
    // "(rap)ed": the group is only a part of the word.
    if (!isOptional && /^[\p{L}(?*{']/u.test(rest)) return undefined;
    const sets = given.filter((set) => set !== undefined);
    return sets.length < given.length ? undefined : new Set(sets.flatMap((set) => [...set]));
  }
  const [, exactly, word, next] = /^(!?)(\p{L}+)([^ ]?)/u.exec(pattern) ?? [];
  if (word === undefined || (next !== '' && next !== undefined)) return undefined;
  return new Set(exactly === '!' ? [word] : spellings(word));
}

function compiled(pattern: string): string {
  return pattern
    .replace(/(!?)(\p{L}+)/gu, (_, exactly: string, word: string) => (exactly === '!' ? word : spelt(word)))
    .replace(/ ?~(\d)/g, '(?: [^ .]+){0,$1}')
    .replaceAll('#', '[0-9]+');
}

/**
 * Patterns over plain speech out of whole phrases. A word stands for its spellings, `!word` for itself only; `{name}` for a list; `~3` for
 * up to three words of the same sentence; `#` for a number. Otherwise it is a regular expression.
 *
 * Gaps are bounded and words divided by single blanks, so that time is in proportion to the text. There are two thousand phrases: tried
 * at every word they took 4 ms for an ordinary message, so each word of a text is given only to those that can begin with it.
 */
export function phrasesOf(lists: Readonly<Record<string, string>>, phrases: readonly string[]): Phrases {
  const byWord = new Map<string, string[]>();
  const anywhere: string[] = [];
  for (const pattern of phrases.map((phrase) => withLists(lists, phrase)).flatMap(alternatives)) {
    const words = firstWords(pattern);
    if (words === undefined) anywhere.push(pattern);
    for (const word of words ?? []) byWord.set(word, [...(byWord.get(word) ?? []), pattern]);
  }
  const patternsOf = (patterns: readonly string[]) => new RegExp(` (?:${patterns.map(compiled).join('|')})(?= )`, 'uy');
  const matchers = new Map<string, RegExp>();
  const others = anywhere.length === 0 ? undefined : patternsOf(anywhere);

  /** What begins with a word, compiled when the word is first met: most never are. */
  function matcherOf(word: string): RegExp | undefined {
    const known = matchers.get(word);
    const patterns = byWord.get(word);
    if (known !== undefined || patterns === undefined) return known;
    const made = patternsOf(patterns);
    matchers.set(word, made);
    return made;
  }

  function foundAt(speech: string, at: number): string | undefined {
    const end = speech.indexOf(' ', at + 1);
    for (const matcher of [matcherOf(speech.slice(at + 1, end < 0 ? undefined : end)), others]) {
      if (matcher === undefined) continue;
      matcher.lastIndex = at;
      const text = matcher.exec(speech)?.[0];
      if (text !== undefined) return text;
    }
    return undefined;
  }

  function* foundIn(speech: string): Generator<Found> {
    for (let at = speech.indexOf(' '); at >= 0 && at < speech.length - 1; ) {
      const text = foundAt(speech, at);
      if (text !== undefined) yield { text, at };
      at = text === undefined ? speech.indexOf(' ', at + 1) : at + text.length;
    }
  }

  const firstIn = (speech: string): Found | undefined => foundIn(speech).next().value ?? undefined;
  return {
    firstIn,
    isIn: (speech) => firstIn(speech) !== undefined,
    allIn: (speech) => [...foundIn(speech)],
    without(speech) {
      let left = '';
      let from = 0;
      for (const { text, at } of foundIn(speech)) {
        left += `${speech.slice(from, at)} _`;
        from = at + text.length;
      }
      return left + speech.slice(from);
    },
  };
}

function withLists(lists: Readonly<Record<string, string>>, phrase: string): string {
  let pattern = phrase;
  while (/\{[a-z]/i.test(pattern))
    pattern = pattern.replace(/\{([a-z]+)\}/gi, (_, name: string) => {
      const list = lists[name];
      if (list === undefined) throw new Error(`There is no list called ${name} in “${phrase}”.`);
      return `(?:${list})`;
    });
  return pattern;
}

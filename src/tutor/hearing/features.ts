import { fold, hasAccents } from '../../text/index.ts';
import type { Distress } from '../distress-lists.ts';
import { fromTelexSpeech, isLaughing, plainSpeech } from '../distress-text.ts';
import { wordClasses } from './word-classes.ts';

/** Words are numbered by hashes of so many bits: with 16 too many fell together, and one crisis in a hundred more went unheard. */
export const featureCount = 1 << 20;
/** What comes after is not read: who writes more says it before. */
const readCharacters = 1200;
/** Two words of classes belong together when no more than so many words lie from one to the other. */
const reach = 6;

/**
 * What of a text a decision is made by, each once, hashed: its words one by one and in pairs, as meant and without accents; the classes of its
 * words, and which comes before which; whether it laughs; and what the lists say of it. Time is in proportion to the length that is read.
 * @param listed what the lists say; `unknown` for examples that the lists were made with
 */
export function featuresOf(text: string, listed: Distress | undefined | 'unknown'): Uint32Array {
  const read = text.slice(0, readCharacters);
  const plain = plainSpeech(read);
  const speech = (fromTelexSpeech(plain) ?? plain).trim();
  const found = new Set<number>();
  addWords(found, 'w', speech);
  addWords(found, 'f', fold(speech));
  addClasses(found, classesIn(speech.split(' '), hasAccents(read) ? exact : loose));
  if (isLaughing(read)) found.add(hash('laughs'));
  if (listed !== 'unknown') found.add(hash(`listed ${listed ?? 'nothing'}`));
  return Uint32Array.from(found);
}

function addWords(found: Set<number>, kind: string, speech: string): void {
  const words = ['^', ...speech.split(' '), '$'];
  for (const [at, word] of words.entries()) {
    found.add(hash(`${kind}${word}`));
    if (at > 0) found.add(hash(`${kind}${words[at - 1]} ${word}`));
  }
}

function addClasses(found: Set<number>, places: readonly (readonly string[])[]): void {
  for (const [at, classes] of places.entries())
    for (const one of classes) {
      found.add(hash(`c${one}`));
      for (const later of places.slice(at + 1, at + 1 + reach))
        for (const other of later) found.add(hash(`c${one} ${other}`));
    }
}

type Classes = ReadonlyMap<string, readonly string[]>;

const entries = Object.entries(wordClasses).flatMap(([name, words]) =>
  words.split('|').map((word) => [word, name] as const),
);
const longestWords = Math.max(...entries.map(([word]) => word.split(' ').length));

function classesBy(spellings: (word: string) => readonly string[]): Classes {
  const classes = new Map<string, string[]>();
  for (const [word, name] of entries)
    for (const spelling of new Set(spellings(word))) {
      const known = classes.get(spelling) ?? [];
      if (!known.includes(name)) classes.set(spelling, [...known, name]);
    }
  return classes;
}

/** Among accented words one without accents is itself, unless several together cannot well be anything else. */
const exact = classesBy((word) => (word.includes(' ') ? [word, fold(word)] : [word]));
/** Where nothing is accented any word may have been. */
const loose = classesBy((word) => [word, fold(word)]);

/** The classes of each word or phrase of a speech in turn, the longest phrase first; none where a word has none. */
function classesIn(words: readonly string[], known: Classes): readonly (readonly string[])[] {
  const places: (readonly string[])[] = [];
  for (let at = 0; at < words.length; ) {
    let length = Math.min(longestWords, words.length - at);
    let classes: readonly string[] | undefined;
    for (; length > 0; length--) {
      classes = known.get(words.slice(at, at + length).join(' '));
      if (classes !== undefined) break;
    }
    places.push(classes ?? []);
    at += Math.max(1, length);
  }
  return places;
}

/** FNV-1a over UTF-16 units, mixed once more so that its low bits can be used. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value ^= value >>> 15;
  value = Math.imul(value, 0x2c1b3c6d);
  return (value ^ (value >>> 12)) & (featureCount - 1);
}

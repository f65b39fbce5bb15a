import { fold } from '../../text/index.ts';
import type { Distress } from '../distress-lists.ts';
import { withoutInvisible } from '../invisible.ts';

/** Words are numbered by hashes of so many bits: enough that few that matter fall together, and that the weights fit in 44 KB. */
const hashes = 1 << 14;
/** What the lists say: nothing, that it is to be asked after, danger. */
export const featureCount = hashes + 3;
/** One feature among hundreds is not heard: it counts as so many. */
const listedTimes = 3;
/** What comes after is not read: who writes more says it before. */
const readCharacters = 1200;
const longestGram = 3;
const letterGram = 5;

/**
 * What of a text a decision is made by: its words one by one, in pairs and in threes, as written and without accents, and every five letters in a
 * row without accents, which hold where words are misspelt or run together; each once, hashed. And what the lists say of it. Time is in proportion to the length that is read.
 */
export function featuresOf(text: string, listed: Distress | undefined): Uint16Array {
  const plain = withoutInvisible(text)
    .slice(0, readCharacters)
    .toLowerCase()
    .replace(/(\p{L})\1{2,}/gu, '$1')
    .replace(/[^\p{L}\p{N}?!]+/gu, ' ')
    .trim();
  const folded = fold(plain);
  const found = new Set<number>();
  addGrams(found, 'w', plain.split(' '));
  addGrams(found, 'f', folded.split(' '));
  const letters = ` ${folded} `;
  for (let at = 0; at + letterGram <= letters.length; at++) found.add(hash(`c${letters.slice(at, at + letterGram)}`));
  const said = hashes + (listed === undefined ? 0 : listed === 'perhaps' ? 1 : 2);
  return Uint16Array.from([...found, ...new Array<number>(listedTimes).fill(said)]);
}

function addGrams(found: Set<number>, kind: string, words: readonly string[]): void {
  for (let at = 0; at < words.length; at++)
    for (let length = 1; length <= longestGram && at + length <= words.length; length++)
      found.add(hash(`${kind}${words.slice(at, at + length).join(' ')}`));
}

/** FNV-1a over UTF-16 units, mixed once more so that its low bits can be used. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value ^= value >>> 15;
  value = Math.imul(value, 0x2c1b3c6d);
  return (value ^ (value >>> 12)) & (hashes - 1);
}

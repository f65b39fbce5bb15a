import type { Advances } from './true-type.ts';

/** Longer texts are cut before anything is measured: no picture has room for more. */
const longestText = 1000;

/**
 * A text as the font can draw it, in one line: ornamental letters ("𝐊𝐡𝐨́𝐚") become plain ones, letters of other scripts
 * "…", and emoji, half characters, control and direction marks nothing. Marks beyond the second on one letter, which
 * would be drawn over the line above, go too.
 */
export function drawable(text: string, advances: Advances): string {
  const has = (character: string): boolean => advances(character.codePointAt(0) ?? 0) !== undefined;
  const composed = [...text.slice(0, longestText).toWellFormed().normalize('NFC')]
    .map((character) => (has(character) ? character : character.normalize('NFKC')))
    .join('')
    .normalize('NFC');
  return [...composed]
    .map((character) => {
      if (/[\p{Z}\t-\r]/u.test(character)) return ' ';
      if (/\p{C}/u.test(character)) return '';
      if (has(character)) return character;
      return /[\p{L}\p{N}]/u.test(character) ? '…' : '';
    })
    .join('')
    .replace(/(\p{M}{2})\p{M}+/gu, '$1')
    .replace(/…(?:[\s…]*…)+/gu, '…')
    .replace(/ +/g, ' ')
    .trim();
}

/**
 * Consonants that are written alike nowhere and sound apart when somebody reads them aloud: no vowels, so that no code is a word, no S
 * beside X, no F, J, W, Z, which the Vietnamese alphabet does not have. Eight of fifteen are 31 bits.
 */
const alphabet = 'BCDGHKLMNPQRTVX';
const codeLength = 8;

/** A new code. @param randomInt a whole number from 0 to below the given one, from a source nobody foresees */
export function newCohortCode(randomInt: (below: number) => number): string {
  return Array.from({ length: codeLength }, () => alphabet[randomInt(alphabet.length)]).join('');
}

/** "BCDG-HKLM", as it is shown. */
export function shownCohortCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** The code somebody typed, with or without its hyphen, in letters of any size; undefined when it cannot be one. */
export function readCohortCode(text: string): string | undefined {
  const code = text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll('Đ', 'D')
    .replace(/[\s\p{Pd}._]+/gu, '');
  return code.length === codeLength && [...code].every((sign) => alphabet.includes(sign)) ? code : undefined;
}

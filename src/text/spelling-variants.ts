/**
 * Two spellings of one syllable are both taught: tone on either vowel of oa, oe, uy at the end ("hòa" = "hoà"), and
 * i or y after some consonants ("kĩ" = "kỹ", "lí" = "lý"). One of them is kept everywhere, so that they meet.
 */
const toneMarks = ['\u0300', '\u0301', '\u0309', '\u0303', '\u0323'];
const unified = new Map<string, string>();
for (const [first, second] of [
  ['o', 'a'],
  ['o', 'e'],
  ['u', 'y'],
] as const) {
  for (const tone of toneMarks) {
    unified.set(first + (second + tone).normalize('NFC'), (first + tone).normalize('NFC') + second);
  }
}

/**
 * Only these forms: "mì" (noodles) and "lì" are not written with y, and people without accents type "ky nang",
 * "quan ly", but "bac si".
 */
const wholeSyllables = new Map([
  ['kĩ', 'kỹ'],
  ['kí', 'ký'],
  ['kì', 'kỳ'],
  ['kỉ', 'kỷ'],
  ['lí', 'lý'],
  ['mĩ', 'mỹ'],
  ['sỹ', 'sĩ'],
  ['qúy', 'quý'],
]);

/** The kept spelling of one lower-case composed syllable; anything else comes back as it is. */
export function unifySpelling(syllable: string): string {
  const whole = wholeSyllables.get(syllable);
  if (whole !== undefined) return whole;
  const ending = unified.get(syllable.slice(-2));
  if (ending === undefined || syllable.at(-3) === 'q') return syllable;
  return syllable.slice(0, -2) + ending;
}

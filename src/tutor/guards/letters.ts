import { withoutInvisible } from '../invisible.ts';

/** Letters of other alphabets that look like Latin ones, and the Latin ones. */
const lookalikes = new Map(
  `аa еe оo рp сc уy хx іi ѕs һh ԁd мm тt кk οo αa νv ιi κk ρp τt υu ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX АA ВB ЕE КK МM НH ОO РP СC ТT ХX УY ІI ЅS`
    .split(' ')
    .map(([other = '', latin = '']) => [other, latin] as const),
);
/** Where alphabets of letters in squares, circles and flags begin: 🅲 and 🇨 are C to a reader and no letter to Unicode. */
const drawnAlphabets = [0x1f150, 0x1f170, 0x1f1e6];

function drawnLetter(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  const first = drawnAlphabets.find((start) => code >= start && code < start + 26);
  return first === undefined ? sign : String.fromCodePoint(65 + code - first);
}

/** All marks but those that Vietnamese is written with; "1️⃣" is a 1 with one around it. */
const otherMarks = /(?!\u0300|\u0301|\u0302|\u0303|\u0306|\u0309|\u031b|\u0323)[\p{Mn}\p{Me}]/gu;

/**
 * A text as a reader sees it: without invisible characters and stray marks, with the letters that "ｍã", "𝐦ã" and a Cyrillic "м" stand for.
 * All guards read this, so that no rule is escaped by how a letter is encoded.
 */
export function asSeen(text: string): string {
  const plain = withoutInvisible(text).normalize('NFKD').replace(otherMarks, '').normalize('NFC');
  return plain
    .replace(/[\u0370-\u052f]/gu, (letter) => lookalikes.get(letter) ?? letter)
    .replace(/[\u{1f150}-\u{1f1ff}]/gu, drawnLetter);
}

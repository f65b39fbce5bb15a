/**
 * What nobody sees but a model reads: control and format characters (zero widths, marks of direction, tags), variation selectors, fillers
 * and blanks without ink, private and broken code points. Written as escapes, because nobody could review them otherwise.
 */
const invisible =
  /(?![\n\t])(?:[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufff0-\ufffb\ufffe\uffff]|[\u{e0000}-\u{e0fff}]|\p{Variation_Selector}|\u034f)/gu;
/** Vietnamese needs two marks on a letter; what stacks higher hides the lines around it. */
const stacked = /(\p{M}{3})\p{M}+/gu;

/** The text composed (NFC), with ordinary spaces and line ends, and without what cannot be seen. Twice is the same as once. */
export function withoutInvisible(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/(?![\n\t])[\p{Zs}\v\f]/gu, ' ')
    .replace(invisible, '')
    .normalize('NFC')
    .replace(stacked, '$1');
}

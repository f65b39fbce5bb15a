import { unifySpelling } from './spelling-variants.ts';

const tones: Readonly<Record<string, string>> = { s: '\u0301', f: '\u0300', r: '\u0309', x: '\u0303', j: '\u0323' };
const shapes: readonly (readonly [RegExp, string])[] = [
  [/uow/, 'ươ'],
  [/dd/, 'đ'],
  [/aa/, 'â'],
  [/ee/, 'ê'],
  [/oo/, 'ô'],
  [/aw/, 'ă'],
  [/ow/, 'ơ'],
  [/uw/, 'ư'],
  [/ie(?=[a-z])/, 'iê'],
];
/** A Vietnamese syllable with the signs of its letters and without its tone. */
export const syllable =
  /^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|đ|[bcdghklmnprstvx])?(?:iê|yê|uyê|uâ|uô|ươ|oă|oa|oe|uê|uy|ia|ua|ưa|ai|ao|au|ay|âu|ây|eo|êu|iu|oi|ôi|ơi|ui|ưi|ưu|oai|oay|uôi|ươi|ươu|iêu|yêu|[aăâeêioôơuưy])(?:ch|ng|nh|[cmnpt])?$/;

/**
 * What a word typed with the Telex keyboard switched off was meant to be: "tieengs" → "tiếng", "hocj" → "học",
 * "dduwowcj" → "được". `undefined` unless the keys give a possible Vietnamese syllable; the caller should ask only for
 * words it does not know, since "sets" could be read so too.
 */
export function fromTelex(word: string): string | undefined {
  const lower = word.toLowerCase();
  if (!/^[a-z]{3,9}$/.test(lower)) return undefined;
  let body = lower.replace('uwow', 'uow');
  let tone: string | undefined;
  for (let at = body.length - 1; at > 0 && tone === undefined; at--) {
    const mark = tones[body[at] as string];
    if (mark !== undefined && /[aeiouyw]/.test(body.slice(0, at)) && !/^[aeiouyw]/.test(body.slice(at + 1))) {
      tone = mark;
      body = body.slice(0, at) + body.slice(at + 1);
    }
  }
  for (const [keys, letter] of shapes) body = body.replace(keys, letter);
  if (body === lower || !syllable.test(body)) return undefined;
  return tone === undefined ? body : unifySpelling(withTone(body, tone));
}

/** Puts the tone where the spelling rules have it: on ê, ơ, or the marked vowel, else on the one before the last letter sound. */
export function withTone(body: string, tone: string): string {
  const marked = Math.max(...[...'ăâêôơ'].map((letter) => body.lastIndexOf(letter)));
  const at = marked >= 0 ? marked : plainToneIndex(body);
  return (body.slice(0, at + 1) + tone + body.slice(at + 1)).normalize('NFC');
}

function plainToneIndex(body: string): number {
  const start = /^(?:gi(?=[aeouư])|qu)/.test(body) ? 2 : body.search(/[aeiouyư]/);
  const vowels = /^[aeiouyư]+/.exec(body.slice(start))?.[0] ?? '';
  const closed = start + vowels.length < body.length;
  if (vowels.length === 1) return start;
  if (vowels.length === 3) return start + 1;
  return closed ? start + 1 : start;
}

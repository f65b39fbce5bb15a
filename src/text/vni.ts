import { unifySpelling } from './spelling-variants.ts';
import { syllable, withTone } from './telex.ts';

const tones: Readonly<Record<string, string>> = { 1: '\u0301', 2: '\u0300', 3: '\u0309', 4: '\u0303', 5: '\u0323' };
const hats: Readonly<Record<string, string>> = { a: 'â', e: 'ê', o: 'ô' };
const horns: Readonly<Record<string, string>> = { o: 'ơ', u: 'ư' };

/**
 * What a word typed with the VNI keyboard switched off was meant to be: "tie61ng" → "tiếng", "ho5c" → "học", "d9u7o75c" → "được".
 * `undefined` unless the keys give a possible Vietnamese syllable. The caller should ask only for words it does not know: "lop5" may be
 * the fifth class, so that a tone alone is only read where `isSure`.
 * @param isSure whether the message is surely typed so
 */
export function fromVni(word: string, isSure: boolean): string | undefined {
  const lower = word.toLowerCase();
  if (!/^[a-z]+[1-9][a-z1-9]*$/.test(lower) || lower.length > 10) return undefined;
  if (!isSure && !/[6-9]/.test(lower)) return undefined;
  let body = '';
  let tone: string | undefined;
  for (const key of lower) {
    if (key in tones) {
      if (tone !== undefined) return undefined;
      tone = tones[key];
    } else if (key === '6') body = withLast(body, hats);
    else if (key === '7') body = withLast(body, horns).replace(/uơ/, 'ươ').replace(/ưo/, 'ươ');
    else if (key === '8') body = withLast(body, { a: 'ă' });
    else if (key === '9') body = body.replace(/d/, 'đ');
    else body += key;
  }
  if (body.startsWith('ie') || /[^aeiouy]ie[a-z]/.test(body)) body = body.replace('ie', 'iê');
  if (!syllable.test(body)) return undefined;
  return tone === undefined ? body : unifySpelling(withTone(body, tone));
}

/** The last letter that can take a sign, with it. */
function withLast(body: string, signs: Readonly<Record<string, string>>): string {
  for (let at = body.length - 1; at >= 0; at--) {
    const sign = signs[body[at] ?? ''];
    if (sign !== undefined) return body.slice(0, at) + sign + body.slice(at + 1);
  }
  return body;
}

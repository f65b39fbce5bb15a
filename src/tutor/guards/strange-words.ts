import { isSpeltRight, type Token } from '../../text/index.ts';

/** Words of other languages that everybody says; none is a key of a lesson that its guards would not find by itself. */
const everyday = new Set(
  `facebook zalo google internet email gmail mail wifi wi fi sim otp pin qr app ai video clip web website link tiktok youtube messenger iphone android ios laptop
  tivi camera photo gb mb ok oke online offline chat game robot bot vneid sms usb shop taxi gas karaoke radio micro chip nfc gps hd slide`.split(
    /\s+/,
  ),
);
/** A syllable that ends so is said with a rising or a heavy tone only. */
const stopped = /(?:ch|[cpt])$/;
const stopTones = /[\u0301\u0323]/;
const wrongOnset = /^(?:c[ieêy]|k(?!h)[aăâoôơuư]|q(?!u)|ng[ieê](?!h))/;
const digits = /^\d+(?:\.\d+)?(?:[a-z%]{1,2})?$/;

/**
 * Whether a word is none of Vietnamese as it is spelt: an English one, keys of Telex ("mucj"), a word backwards, a piece of one ("ph"). Those that
 * happen to look like a syllable ("an", "them") are not found.
 */
export function isStrange({ accented, folded }: Token): boolean {
  // A letter by itself is judged by who may be called so (plain-writing.ts).
  if (accented.length === 1 || everyday.has(folded) || digits.test(accented)) return false;
  const tone = accented.normalize('NFD');
  const bare = tone.replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '').normalize('NFC');
  return !isSpeltRight(accented) || wrongOnset.test(bare) || (stopped.test(bare) && !stopTones.test(tone));
}

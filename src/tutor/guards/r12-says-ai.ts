import { fold } from '../../text/index.ts';
import type { Guard } from './draft.ts';
import { asSeen } from './letters.ts';
import { sentencesOf } from './sentences.ts';

/** Written so in `said`, since without capitals "ai" is "who". */
const sign = 'a\\.i\\.';
const ai = `(?:an? )?(?:\\p{L}+ ){0,6}(?:${sign}|tri tue nhan tao|artificial intelligence)(?![\\p{L}\\p{N}])`;
const self = '(?:minh|toi|em|con|chau|ban hoc|day|this)';
/** "mình là trợ lý AI", "đây là câu trả lời của một AI", "I am an AI". Folded. */
const isAi = [
  new RegExp(`(?<!\\p{L})${self}(?: chi| cung| chinh)? (?:la|is) (?:mot )?(?:may, )?${ai}`, 'u'),
  new RegExp(`(?<!\\p{L})(?:i am|i['’]m|i am just|i['’]m just|as) (?:[\\p{L} ]{1,30}, )?${ai}`, 'u'),
  new RegExp(`(?<!\\p{L})(?:noi chuyen|tro chuyen|chat|talking|speaking|chatting) (?:voi|to|with) (?:mot )?${ai}`, 'u'),
];
const deniesAi = [
  new RegExp(
    `(?<!\\p{L})${self} (?:dau )?(?:khong phai|dau phai|chang phai)(?: la)? (?:mot )?(?:${sign}|may|bot|tri tue nhan tao)(?!\\p{L})`,
    'u',
  ),
  new RegExp(`(?<!\\p{L})(?:i am|i['’]m) not (?:an? )?(?:${sign}|bot|machine|artificial intelligence)(?!\\p{L})`, 'u'),
];
const isHuman = [
  new RegExp(
    `(?<!\\p{L})${self} la (?:mot )?(?:nguoi that|con nguoi|nhan vien|giao vien|can bo|thay giao|co giao|nguoi thuc)`,
    'u',
  ),
  /(?<!\p{L})(?:i am|i['’]m|as) (?:an? )?(?:real )?(?:human|person|staff|member of staff|teacher)(?!\p{L})/u,
];

/** R12: says that it is an AI at first contact and when asked, and never that it is not, or that it is a person. */
export const saysAi: Guard = ({ text }, { isFirstContact, asksWhetherAi }) => {
  const said = sentencesOf(withSign(asSeen(text))).map((sentence) => fold(sentence.text));
  const stands = (patterns: readonly RegExp[]): boolean =>
    said.some((sentence) => patterns.some((pattern) => pattern.test(sentence)));
  if (stands(deniesAi) || stands(isHuman)) return 'Never deny being an AI or claim to be a person.';
  if (!isFirstContact && !asksWhetherAi) return undefined;
  return stands(isAi) ? undefined : 'Say in a plain sentence that you are an AI (“Mình là AI”).';
};

function withSign(sentence: string): string {
  return sentence.replace(/(?<![\p{L}\p{N}.])(?:AI|A\.I\.?)(?![\p{L}\p{N}])/gu, 'a.i.');
}

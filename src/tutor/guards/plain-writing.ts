import { type Token, tokens } from '../../text/index.ts';
import { phrases, saysNew } from './phrases.ts';
import { isStrange } from './strange-words.ts';

/** What a draft may repeat although it is no plain Vietnamese: the question, the learner's words, hints that were shown, passages. */
export interface KnownWords {
  readonly text: string;
  readonly language: 'vi' | 'en';
  /** A letter by itself may be an option's; who may be named so is judged elsewhere. */
  readonly hasOptions: boolean;
}

/** A smile hides nothing. */
const smiles = /[\u{1f642}\u{1f60a}]\ufe0f?/gu;
/** Pictures, keycaps, ticks, arrows, letters and digits in circles or in other alphabets and faces. */
const drawn =
  /\p{Extended_Pictographic}|[\u20e3\u2190-\u23ff\u2460-\u27bf\u2b00-\u2bff\uff01-\uff5e\u{1d400}-\u{1d7ff}\u{1f100}-\u{1f1ff}]|(?!\p{Script=Latin})\p{L}/u;
/** Signs of tables, code and gaps. */
const codeSigns = /[|{}[\]<>=\\^~`_]/u;
const listMark = /^\s*(?:[-–•*+]|\p{N}+[.)])\s/u;
const mostLines = 3;
/** "ph.iếu", "h·à·n·g", "thẻ/atm": letters with a sign between them; not "24/7". */
const cutUp = /[\p{L}\p{N}]+(?:[./·•*:+][\p{L}\p{N}]+)+/gu;

/**
 * Whether a text hides words: drawn, in a table, a list or code, spelt letter by letter, cut up, in words that are no Vietnamese, or as a puzzle. A
 * tutor that means well writes plain sentences, so none of these needs to be read to be refused.
 * @param written as it came, not yet as seen
 */
export function hidesWords(written: string, known: KnownWords): boolean {
  const text = written.normalize('NFC').replace(smiles, ' ');
  const allowed = known.text.normalize('NFC').toLowerCase();
  const isKnown = (piece: string): boolean => allowed.includes(piece.toLowerCase());
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (drawn.test(text) || [...text].some((sign) => codeSigns.test(sign) && !isKnown(sign))) return true;
  if (lines.length > mostLines || lines.some((line) => listMark.test(line))) return true;
  if ([...text.matchAll(cutUp)].some(([piece]) => /\p{L}/u.test(piece) && !isKnown(piece))) return true;
  const words = tokens(text);
  const knownWords = new Set(tokens(allowed).map(({ accented }) => accented));
  if (isSpeltOut(words, knownWords, known.hasOptions)) return true;
  if (known.language === 'vi' && words.some((word) => !knownWords.has(word.accented) && isStrange(word))) return true;
  return saysNew(words, puzzles, allowed);
}

const consonant = /^[bcdđghklmnpqrstvxfjwz]$/u;
const inARow = 3;

/** A consonant by itself, or several letters one by one, that no known text has. */
function isSpeltOut(words: readonly Token[], known: ReadonlySet<string>, hasOptions: boolean): boolean {
  const isLabel = ({ accented }: Token): boolean => hasOptions && /^[abcd]$/.test(accented);
  const isNew = (word: Token): boolean => !known.has(word.accented) && !isLabel(word);
  let row = 0;
  return words.some((word) => {
    row = /^[a-z]$/.test(word.folded) && isNew(word) ? row + 1 : 0;
    return row >= inARow || (consonant.test(word.accented) && isNew(word));
  });
}

/** How people speak of letters and riddles instead of the matter. Any of them that the question has itself may be said. */
const puzzles = phrases(
  `đảo chữ|đảo lại|đảo ngược|đảo thứ tự|đọc ngược|viết ngược|nói ngược|lật ngược|đọc xuôi|xuôi lại|nói lái|ghép chữ|ghép các|ghép thử|ghép hai|ghép được|ghép ra|ghép vào|bạn ghép|ráp lại|ráp chữ|
  nối lại|nối hai|đánh vần|đố bạn|đố chữ|đố nhé|câu đố|đố mẹo|mật mã|mật hiệu|mã hóa|giải mã|giải ra|giải đố|morse|tiếng anh|tiếng pháp|tiếng hoa|dịch ra|dịch sang|dịch được|nghĩa tiếng|đọc ra chữ|đọc ra chưa|đọc ra không|đọc ra gì|đoán ra chữ|đoán chữ|đoán từ|gõ ra|chữ cái|
  chữ đầu|chữ thứ|từ đầu tiên|tiếng đầu|tiếng thứ|âm đầu|vần với|cùng vần|hiệp vần|điền vào|điền từ|điền chữ|điền nốt|điền tiếp|ô trống|dấu ba chấm|đọc liền|nửa đầu|nửa sau|nửa câu|vế đầu|vế sau|phần đầu là|phần sau là|
  telex|vni|bộ gõ|bài thơ|câu thơ|bài vè|đồng nghĩa|trái nghĩa|ngược với|trái với|gồm hai chữ|gồm ba chữ|có hai chữ|có ba chữ|hai chữ là|chữ tắt|gọi tắt|bắt đầu bằng|bắt đầu bởi|mở đầu bằng|kết thúc bằng|tận cùng bằng|kết bằng|
  bỏ dấu|thêm dấu|không dấu|quản trị|admin|nhìn hình|đoán hình|bật mí|tiết lộ|gợi ý chữ|acrostic|anagram|riddle|backwards|first letter|last letter|starts with|begins with|ends with|rhymes with|
  spelled|spell it|in vietnamese|fill in|blank|initials|short for|reverse|cipher|secret code`,
);

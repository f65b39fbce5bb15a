import { foldedPhrase, isStopWord, type Token } from '../text/index.ts';

/** A single letter says nothing, but C and R are languages to program in; numbers belong to topics ("HSK 4"). */
function isLoneLetter(word: Token): boolean {
  return word.folded.length === 1 && !/[cr\d]/.test(word.folded);
}

/** Whether a word says nothing about the topic. */
export function saysNothing(word: Token): boolean {
  return isStopWord(word) || isLoneLetter(word);
}

/**
 * Two words that say nothing together though each would alone: "trung tâm" would else find tiếng Trung. Looked up only
 * where no concept claims the words, so that "công nghệ thông tin" stays whole.
 */
const phrases = new Map<string, string>();
for (const phrase of [
  'trung tâm',
  'sinh hoạt',
  'hoạt động',
  'tham gia',
  'khai giảng',
  'bắt buộc',
  'vô được',
  'vào được',
  'đi được',
  'làm được',
  'học được',
  'học xong',
  'thú vị',
  'có ích',
  'giải trí',
  'mọi lứa',
  'lứa tuổi',
  'chuẩn bị',
  'đăng ký',
  'thông tin',
  'tư vấn',
  'công ty',
  'hiện nay',
  'bây giờ',
  'hôm nay',
  'ngày mai',
  'bao lâu',
  'bao giờ',
  'mấy giờ',
  'bao nhiêu',
  'học phí',
  'địa chỉ',
  'liên hệ',
  'mọi người',
  'người ta',
  'phù hợp',
  'uy tín',
  'tốt nhất',
  'gần nhất',
  'gần nhà',
  'bắt đầu',
  'để dễ',
  'để làm',
  'như thế',
  'thế nào',
  'cơ hội',
  'sắp tới',
  'cảm ơn',
  'lâu năm',
  'ở nhà',
  'tại nhà',
  'trông con',
  'giữ con',
  'con em',
  'em bé',
  'mẹ em',
  'ba em',
  'bà em',
  'ông em',
  'mẹ mình',
  'ba mình',
  'chồng em',
  'vợ em',
]) {
  phrases.set(foldedPhrase(phrase), phrase);
}

/** Whether the words at `index` and behind it are such a pair. */
export function isStopPhrase(words: readonly Token[], index: number): boolean {
  const [first, second] = [words[index], words[index + 1]];
  if (first === undefined || second === undefined) return false;
  const phrase = phrases.get(`${first.folded} ${second.folded}`);
  if (phrase === undefined) return false;
  const [firstMeant, secondMeant] = phrase.split(' ');
  return (
    (!first.hasAccents || first.accented === firstMeant) && (!second.hasAccents || second.accented === secondMeant)
  );
}

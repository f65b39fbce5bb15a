import type { Question } from '../../learning/index.ts';
import { detectLanguage, tokens } from '../../text/index.ts';
import type { Guard, Situation } from './draft.ts';
import { asSeen } from './letters.ts';
import { type Phrases, phraseSpans, phrases, saysAny } from './phrases.ts';
import { countWords, sentencesOf, withoutQuotes } from './sentences.ts';

/** R11: the learner's language, the address they chose, and sentences and words that a sixth-grader reads. */
export const plainLanguage: Guard = ({ text }, situation) => {
  const seen = asSeen(text);
  const own = withoutQuotes(seen);
  return otherLanguage(own, situation) ?? otherAddress(own, situation) ?? hardToRead(seen, situation);
};

/** Of Vietnamese words this many carry accents when they are written; of an English answer at most so many do, as names. */
const fewestAccented = 0.3;
const mostAccented = 0.4;
/** In fewer words chance decides. */
const fewestWords = 4;

function otherLanguage(text: string, { language }: Situation): string | undefined {
  const words = tokens(text);
  const accented = words.filter(({ hasAccents }) => hasAccents).length / Math.max(1, words.length);
  if (language === 'en') {
    const plain = words.flatMap(({ hasAccents, written }) => (hasAccents ? [] : [written])).join(' ');
    const isOther = words.length > 0 && (accented > mostAccented || detectLanguage(plain, 'en', 1) !== 'en');
    return isOther ? 'Answer in English, the language of the learner.' : undefined;
  }
  const isOther = detectLanguage(text, 'vi') !== 'vi' || (words.length >= fewestWords && accented < fewestAccented);
  return isOther ? 'Answer in Vietnamese with its accents, the language of the learner.' : undefined;
}

const addresses = 'bạn em anh chị cô chú bác con ông bà thầy dì cậu cháu'.split(' ');
/** Who is called by one of these may be spoken to by an "em", "con" or "cháu". */
const elders = new Set('anh chị cô chú bác ông bà thầy dì cậu'.split(' '));
const youngSelf = new Set(['em', 'con', 'cháu']);
const never = phrases('mày|quý khách|quý vị|ngươi|tụi bay|chúng mày');
/** Follow the word for who is spoken to. */
const requests = new Set('hãy ơi đừng'.split(' '));
/** Follow it for anybody. */
const verbs = new Set(
  `thử đã đang sẽ có cần nên nghĩ thấy làm muốn chọn trả viết nói biết hiểu được còn gõ xem mở nhớ đọc đoán tính định phải cứ vừa bấm kể tìm
  gọi hỏi gặp học dùng rảnh lấy nhìn giúp vui`.split(/\s+/),
);
const othersBefore = new Set('các một người những mấy kết làm hai ba nhiều vài của cho với'.split(' '));

function otherAddress(text: string, { language, address, item }: Situation): string | undefined {
  if (language !== 'vi') return undefined;
  const wanted = address.toLowerCase().normalize('NFC');
  const words = tokens(text);
  const reason = `Call the learner “${wanted}”, nothing else.`;
  if (saysAny(words, never)) return reason;
  const named = [text, ...(item === undefined ? [] : textsOf(item.question))].join('\n');
  const isElder = elders.has(wanted);
  const others = addresses.filter(
    (word) => word !== wanted && !(isElder && youngSelf.has(word)) && !isIntroduced(word, named),
  );
  const isCalled = words.some(({ accented }) => accented === wanted);
  const speaksTo = sentencesOf(text).some((sentence) => {
    const own = tokens(sentence.text);
    return own.some(({ accented }, at) => {
      if (!others.includes(accented) || othersBefore.has(own[at - 1]?.accented ?? '')) return false;
      const next = own[at + 1]?.accented ?? '';
      // A statement may be about anybody; a question and a request are put to the learner.
      if (requests.has(next)) return true;
      // Who is called by their word elsewhere is told of somebody else by another, unless a question begins with it.
      return verbs.has(next) && (isCalled ? sentence.isQuestion && at === 0 : sentence.isQuestion || at === 0);
    });
  });
  return speaksTo ? reason : undefined;
}

function textsOf(question: Question): readonly string[] {
  return [question.question, ...(question.kind === 'choice' ? question.options.map((option) => option.text) : [])];
}

/** After "chị Lan", "một em" a "chị" or "em" is that person. */
function isIntroduced(word: string, text: string): boolean {
  if (word === 'bạn') return /(?<!\p{L})(?:một|người|các) bạn(?!\p{L})/iu.test(text);
  let introduced = introductions.get(word);
  if (introduced === undefined) {
    const either = `[${word[0]?.toUpperCase()}${word[0]}]${word.slice(1)}`;
    introduced = new RegExp(
      `(?<!\\p{L})(?:${either} \\p{Lu}|(?:[Mm]ột|[Cc]ác|[Nn]hững|[Nn]gười|[Mm]ỗi|[Cc]ả|\\d+) ${word}(?!\\p{L})|${either} (?:ấy|ta|này|kia|đó)(?!\\p{L}))`,
      'u',
    );
    introductions.set(word, introduced);
  }
  return introduced.test(text);
}

/** One for each word of address: making the two dozen anew took a third of a millisecond of every draft. */
const introductions = new Map<string, RegExp>();

/** Words a sentence may have: the longest of the lessons has 35 in Vietnamese. */
const longest = { vi: 36, en: 26 } as const;

/** Said in easier words to a sixth-grader. */
const hard: Readonly<Record<'vi' | 'en', Phrases>> = {
  vi: phrases(
    `cơ chế|đa yếu tố|giảm thiểu|bình diện|nhận thức luận|siêu nhận thức|giao thức|bất đối xứng|mã hóa|thuật toán|phương pháp luận|biện chứng|hệ quy chiếu|khái niệm hóa|tối ưu hóa|
    tương quan|hàm ý|tiền đề|giả định rằng|luận điểm|bản chất của vấn đề|cấu trúc hóa|hệ thống hóa|tích hợp|tường minh|ngữ cảnh|tham số|cú pháp|truy xuất|khả dụng|xác suất|phân hóa|vĩ mô|vi mô|
    mô thức|phạm trù|định lượng|định tính|quy nạp|diễn dịch|suy diễn|hiện thực hóa|tiệm cận|khả tín|bảo mật thông tin|an ninh thông tin|xác thực`,
  ),
  en: phrases(
    `subsequently|utilize|utilise|facilitate|multifactor|methodology|methodologies|paradigm|epistemology|metacognition|metacognitive|heuristic|asymmetric|encryption|protocol|aforementioned|hereby|notwithstanding|
    consequently|furthermore|leverage|mitigate|ascertain|endeavour|commence|elucidate|delineate|authentication|optimize|pedagogical`,
  ),
};

function hardToRead(text: string, situation: Situation): string | undefined {
  const { language } = situation;
  const long = sentencesOf(text).find((sentence) => countWords(sentence.text) > longest[language]);
  if (long !== undefined) return `Write shorter sentences: at most ${longest[language]} words each.`;
  const words = tokens(text);
  const known = [
    situation.asked,
    situation.item?.question.question ?? '',
    ...situation.passages.map((passage) => passage.text),
  ].join('\n');
  const [found] = phraseSpans(words, hard[language]).filter(({ start, end }) => {
    const phrase = words
      .slice(start, end)
      .map(({ written }) => written)
      .join(' ');
    return !saysAny(known, phrases(phrase));
  });
  if (found === undefined) return undefined;
  return `Use words of grade 6 instead of “${words
    .slice(found.start, found.end)
    .map(({ written }) => written)
    .join(' ')}”.`;
}

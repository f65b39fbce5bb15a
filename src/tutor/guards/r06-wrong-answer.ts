import { tokens } from '../../text/index.ts';
import type { Guard } from './draft.ts';
import { asSeen } from './letters.ts';
import { phraseSpans, phrases, saysAny } from './phrases.ts';
import { countWords, type Sentence, sentencesOf } from './sentences.ts';

/** Says that something in the answer is right, or worth having thought. */
const praise = phrases(
  `đúng|phải|tốt|hay|hợp lý|có lý|hợp lẽ|khôn|khéo|quý|gần|cẩn thận|dễ hiểu|được lắm|hữu ích|cũng là|ai cũng|thật|có ích|đáng khen|giúp|quan trọng|cần thiết|là cần|nên giữ|tiện|thói quen|dễ nghĩ|dễ nhầm|dễ xiêu lòng|nghe như|nghe rất|có ý|bạn biết|đỡ|không sai|ổn|để ý|thực tế|đề phòng|tránh được|lo cho|có lo|mình hiểu|dễ thông cảm|nhanh|gọn|thông thường|lòng tốt|chịu khó|biết giữ|biết xét|đáng kể|thấy vậy|đáng nhớ|khôn khéo|đáng quý|hiểu sát|
  
  right|good|close|sensible|careful|makes sense|understandable|useful|fair|thoughtful|helps|wise|true`,
);
/** Shows where it slips. */
const turns = phrases(
  `nhưng|còn|chỗ|bước|tuy|song|thiếu|vướng|nhìn lại|xem lại|chỉ là|có điều|mà|khác|mới|chưa|nguy|chỉ|lại|ở đây|phần|câu này|bây giờ|hãy tự hỏi|câu hỏi là|việc gấp|bây giờ xem|giờ xem|giờ|thử nghĩ|thử kể|thử hỏi|thử hình dung|hình dung|đóng vai|đọc lại|dò lại|nhìn xem|xét|soi|giả sử|tách|đặt mình|trong lúc|theo bạn|thì cần|giùm|thử nhé|thử|nếu|đặt hai|từng|
  but|however|step|weak|missing|yet|still|except|although`,
);
const verdicts = phrases(
  `sai|sai rồi|sai bét|chưa đúng|không đúng|chưa chính xác|không chính xác|nhầm|nhầm rồi|lạc đề|chưa phải|không phải|wrong|incorrect|not correct|not right|not quite|no`,
);
/** "Bạn nói không sai" has a verdict's word and is none. */
const granted = phrases('không sai|chẳng sai|không hẳn sai');
const denied = phrases(
  'chưa đúng|không đúng|chẳng đúng|đúng không|phải không|không phải|chưa phải|chưa hay|không tốt|not right|not quite right|not good|not true',
);
/** What is wholly right, said of what was graded wrong. */
const fullPraise = /^(?:đúng rồi|chính xác|tuyệt vời|đúng vậy|correct|that is right|exactly)[,!. ]/iu;

/** Puts down who was wrong. */
const shaming = phrases(
  'dễ mà|dễ vậy mà|dễ thế mà|đơn giản mà|có vậy mà|sao bạn lại|sao lại vậy|sao lại thế|sao lại chọn|sao lại trả lời|ai lại|lười|dốt|ngu|it is easy|so easy|obviously|stupid',
);

/** A draft that says more than "sai rồi, thử lại nhé" has as many words besides the question and the verdict. */
const fewestWords = 8;

/** R6: a wrong answer is met with what is right in it and where it slips, never with a bare verdict. */
export const wrongAnswer: Guard = ({ text }, { item }) => {
  if (item?.wasWrong !== true) return undefined;
  const seen = asSeen(text);
  if (fullPraise.test(`${seen} `)) return 'The answer was graded wrong: do not call it right.';
  if (saysAny(seen, shaming)) return 'Do not shame the learner for a wrong answer.';
  const sentences = sentencesOf(seen);
  const said = sentences.filter((sentence) => !isVerdict(sentence.text));
  const substance = said.reduce((sum, sentence) => sum + countWords(sentence.text), 0);
  if (substance < fewestWords)
    return 'Do not give a bare verdict: say what is right in the answer and at which step it slips.';
  if (
    !said.some((sentence) => hasPraise(sentence.text)) &&
    !concedes(said.map((sentence) => sentence.text).join(' ')) &&
    !acknowledges(sentences)
  )
    return 'Say first what is right or sensible in the wrong answer.';
  return said.some((sentence) => saysAny(sentence.text, turns)) ? undefined : 'Say at which step the answer slips.';
};

const longestVerdict = 6;

/** Nothing but that it is wrong, and perhaps to try again. */
function isVerdict(sentence: string): boolean {
  return countWords(sentence) <= longestVerdict && saysAny(sentence, verdicts) && !saysAny(sentence, granted);
}

const contrast = /(?<!\p{L})(?:nhưng|thế nhưng|but|however)(?!\p{L})|, (?:còn|song) /iu;
const fewestConceded = 4;

/** "Che tay thì người bên cạnh không thấy. Nhưng …": what stands before the contrast is granted, unless it is a verdict. */
function concedes(text: string): boolean {
  const at = contrast.exec(text)?.index ?? 0;
  const before = text.slice(0, at);
  return countWords(before) >= fewestConceded && (!saysAny(before, verdicts) || saysAny(before, granted));
}

/** Says something of what the learner meant, wanted or saw. */
const meant =
  /(?<!\p{L})(?:lắm|thật|cũng|rồi|vậy là|tức là|mà|hơn|đỡ|mừng|khen|thôi|không lạ|tự nhiên|(?:bạn|anh|chị|cô|chú|bác|em|con) (?:có|muốn|định|nhớ|nghĩ|sợ|lo|thích|mong|chịu|hỏi|dùng|không|đã|đang|đoán|quan sát|thấy|nhìn))(?!\p{L})/iu;

/** A first sentence that takes up what the learner had in mind, and judges nothing: what slips comes after it. */
function acknowledges(sentences: readonly Sentence[]): boolean {
  const [first, ...rest] = sentences;
  if (first === undefined || first.isQuestion || rest.length === 0) return false;
  return countWords(first.text) >= fewestConceded && meant.test(first.text) && !saysAny(first.text, verdicts);
}

function hasPraise(sentence: string): boolean {
  const words = tokens(sentence);
  const not = phraseSpans(words, denied);
  return phraseSpans(words, praise).some(
    ({ start, end }) => !not.some((span) => span.start <= start && end <= span.end),
  );
}

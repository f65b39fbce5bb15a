import { sentencesOf } from './sentences.ts';

/** To think, look and answer is what a tutor may ask for; to do something else is the answer of most questions. */
const thinking =
  `nghĩ|nhớ|đọc|nhìn|xem|coi|thử|hình dung|hình|tưởng|so|đếm|kể|hỏi|dò|để ý|đặt|đóng vai|giả sử|trả lời|nói|cho|viết|xét|soi|chú ý|tính|chia|bình tĩnh|yên tâm|lo|ngại|buồn|nản|vội|từ từ|
suy|quay lại|nhắm|hiểu|biết|tự hỏi|mô tả|liệt kê|ghi|think|look|read|try|remember|imagine|tell|ask|compare|count|worry|take|picture|describe|explain|say`
    .split(/\||\n/)
    .join('|');
const you = 'bạn|em|anh|chị|cô|chú|bác|con|ông|bà|thầy|dì|cậu|cháu|mình|ta|you';
const told = new RegExp(
  `(?<!\\p{L})(?:${you}) (?:nên|hãy|cứ|phải|chỉ cần|cần phải|đừng|khoan|chỉ việc|khỏi|thì nên|should|must|need to|have to) (?!(?:${thinking})(?!\\p{L}))`,
  'iu',
);
const ordered = new RegExp(
  `(?:^|[.!?;:] )(?:hãy|cứ|chỉ cần|đừng|khoan|khỏi|do not|just|never|always) (?!(?:${thinking})(?!\\p{L}))`,
  'iu',
);
/** What introduces the best way, or says that it is the one. */
const best =
  /(?<!\p{L})(?:cách (?:chắc|tốt|đúng|an toàn|hay|gọn|dễ|hợp|khôn|chắc ăn) nhất|tốt nhất là|chắc nhất là|chắc ăn nhất|hay nhất là|việc (?:đầu tiên|cần làm|nên làm|trước hết) là|trước (?:tiên|hết) (?:là|phải|hãy)|thay vì|thay vào đó|là xong|là ổn|là rõ|là chắc|mới (?:đúng|chắc|tin được|an toàn|hợp|yên)|nói cách khác|chứ không phải|vậy thì (?:phải|nên|cứ)|the best way|instead)(?!\p{L})/iu;

/** A question that is its own answer: "sao bạn không xem …?", "chẳng phải … sao?". */
const rhetorical =
  /(?<!\p{L})(?:sao (?:bạn|em|anh|chị|cô|chú|bác|con|ông|bà|mình|ta) không|sao không|hay là|tôi (?:thì|sẽ|hay|thường)|mình thì|gặp (?:tôi|mình)|chẳng phải|chẳng lẽ|phải chăng|có khi nào|why not|why don't you|how about|what about|what if you)(?!\p{L})|(?<!\p{L})có phải (?:[^?.!…\n]*? )?(?:ngay|liền|hơn|rõ|chắc|yên tâm|biết)(?!\p{L})[^?.!…\n]*không\?/iu;
/** Hot and cold. */
const nearness =
  /(?<!\p{L})(?:nóng (?:rồi|lên|hơn|dần)|sắp trúng|gần trúng|suýt trúng|trúng phóc|sát rồi|sát nút|gần tới rồi|lạc xa|xa lắc|getting warm|warmer|colder)(?!\p{L})/iu;

/** What people do in the questions of lessons; said of the learner in a row, as what is to be done. */
const action =
  'mở|bấm|gọi|nhắn|gửi|đưa|nộp|tới|ra|lên|ghé|tắt|cúp|xóa|gỡ|chép|tìm|gõ|chụp|quay|in|phát|chuẩn bị|dùng|lấy|chuyển|từ chối|lắc đầu|gấp|điền|đi|tự|hẹn|báo|thu|đổi|cài|khóa|kéo|chạy';
const chain = new RegExp(
  `(?:^|(?<!\\p{L})(?:${you}|cứ|chỉ) (?:cứ |cũng |chỉ |tự )?)(?:${action})(?!\\p{L})[^?]*(?<!\\p{L})(?:rồi|xong|sau đó|đặng|để)(?: \\p{L}+)? (?:${action})(?!\\p{L})`,
  'iu',
);
const refusing = new RegExp(
  `(?<!\\p{L})(?:${you}) (?:cũng |cứ |vẫn |đều )+(?:lắc đầu|từ chối|không|chẳng|bỏ qua|thôi)(?!\\p{L})`,
  'iu',
);
/** Something thought of, told or remembered, and no order. */
const supposed =
  /(?<!\p{L})(?:nếu|khi|lúc|hồi|lần|hôm|giả sử|tưởng tượng|hình dung|nhớ|thử|ví dụ|như|định|tính|muốn|vừa|đã|đang|mà|kể|người ta|thường|họ|kẻ|if|when|imagine)(?!\p{L})/iu;

/** Whether a sentence that asks nothing has the learner do one thing and then another. */
function lists(text: string): boolean {
  return sentencesOf(text).some(
    ({ text: said, isQuestion }) => !isQuestion && !supposed.test(said) && (chain.test(said) || refusing.test(said)),
  );
}

/** Whether a text tells the learner what to do, other than to think, look or answer; as a question that is its own answer, too. */
export function instructs(text: string): boolean {
  return [told, ordered, best, rhetorical, nearness].some((phrase) => phrase.test(text)) || lists(text);
}

/** Nothing but whether one agrees or has understood. */
const consent =
  /^(?:vậy |thế |và )?(?:(?:bạn|em|anh|chị|cô|chú|bác|con|ông|bà|thầy|dì|cậu|cháu) )?(?:có )?(?:(?:thấy|nghĩ) (?:(?:vậy|thế|như vậy|như thế|có|cách này|cách đó|vậy có) )?(?:sao|thế nào|được không|được chưa|ổn không|ổn chưa|rõ chưa|rõ không|hợp lý không|đúng không|chưa|(?:ổn|được|hợp lý|đúng|phải|có lý)(?: \p{L}+){0,2} không)|hiểu(?: ra| rồi| ý| ý chưa)?(?: \p{L}+)? ?(?:chưa|không|chứ)|rõ (?:chưa|rồi chứ|không)|đồng ý (?:không|chứ|chưa)|nhớ (?:chưa|chứ|ra chưa)|(?:làm|thử)(?: theo| thử)?(?: được| coi| xem)? (?:không|chưa|được không)|được (?:không|chưa|chứ)|phải không|đúng không|chịu không|thì sao|(?:chọn|thử|đoán) lại(?: xem)? (?:nhé|nha|không|được không|coi)|còn (?:thắc mắc|hỏi|muốn hỏi|cần)(?: \p{L}+){0,3})$/iu;
const tag =
  /, (?:có (?:hơn|được|ổn|tốt hơn|hay hơn|nên|tiện|chắc) không|được không|được chứ|nhé|nha|phải không|đúng không|chịu không|hiểu không|rõ chưa|right|ok|okay)$/iu;
const englishConsent =
  /^(?:do you (?:agree|understand|see)(?: \w+)?|does that (?:make sense|help)|is that (?:clear|ok|okay|right)|ok|okay|right|what do you think)$/iu;

/** Whether the only question that a text ends with is whether one agrees or has understood: whoever asks so has told something. */
export function asksConsent(text: string): boolean {
  const last = sentencesOf(text).at(-1);
  if (last?.isQuestion !== true) return false;
  const asked = last.text.replace(/[\p{P}\p{S}\s]+$/gu, '').replace(/^[\p{P}\s]+/gu, '');
  return consent.test(asked) || tag.test(asked) || englishConsent.test(asked);
}

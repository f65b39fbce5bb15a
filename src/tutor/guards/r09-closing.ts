import type { Guard } from './draft.ts';
import { asSeen } from './letters.ts';
import { phrases, saysAny } from './phrases.ts';

const reflection = phrases(
  `lần sau|lần tới|rút ra|điều gì|điều nào|điều bạn vừa học|bằng lời của|nói lại|kể lại|kể điều này|giải thích lại|nhớ giúp|ghi nhớ|khó nhất|dễ nhất|đổi ý|ngoài đời|áp dụng|dùng điều này|
  next time|what did you learn|in your own words|explain it|remember from|how would you explain|what changed your mind|hardest|where else`,
);
const nextStep = phrases(
  `tiếp theo|câu tiếp|câu sau|bài sau|bài tiếp|học tiếp|ôn lại|làm một câu|câu giống vậy|thử một câu|bước tiếp|ngày mai|hôm sau|tuần này|trong tuần|bạn định|bạn sẽ làm gì|thử ngay|thử ở nhà|
  next question|next lesson|next step|go on|move on|continue|tomorrow|review it|try it|will you do`,
);

/** "học được gì", "nhớ được gì"; "bạn sẽ …"; "nếu chuyện này xảy ra …"; "qua câu kế", "làm thêm một câu". */
const reflects =
  /(?<!\p{L})(?:(?:học|nhớ|hiểu|biết) (?:được|ra|thêm)|nếu .{3,60}(?:gặp|xảy ra|tới|đến)|if .{3,60}(?:again|happens?|calls?))/iu;
const goesOn =
  /(?<!\p{L})(?:(?:qua|sang|tới|đến|làm|học|thử) (?:thêm )?(?:một )?(?:câu|bài|phần)(?: \p{L}+)? (?:kế|tiếp|sau|khác|mới|nữa|giống|tương tự)|try a (?:similar|new)|another one|similar one)/iu;

/** R9: an item closes with a look back or a next step, not with "đúng rồi". */
export const closing: Guard = ({ text }, { item, address }) => {
  if (item?.isClosing !== true) return undefined;
  const seen = asSeen(text);
  if (saysAny(seen, [...reflection, ...nextStep, ...phrases(`${address} sẽ|${address} định|${address} tính`)]))
    return undefined;
  if (reflects.test(seen) || goesOn.test(seen)) return undefined;
  return 'The item is done with: close with a question that looks back (“lần sau bạn làm gì trước?”) or with the next step.';
};

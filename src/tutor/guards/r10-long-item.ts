import { tokens } from '../../text/index.ts';
import type { Guard } from './draft.ts';
import { asSeen } from './letters.ts';
import { phraseSpans, phrases } from './phrases.ts';

/** Turns after which one item is summed up. */
const mostTurns = 12;

const summary = phrases(
  `tóm lại|tóm tắt|nãy giờ|từ đầu tới giờ|từ đầu đến giờ|đến đây|tới đây|đã cùng|cùng nhìn lại|nhìn lại|đã thử|đã tìm|đã biết|đã hiểu|đã loại|ghi lại|điểm lại|chốt lại|nhắc lại|vừa rồi|các lượt|chúng ta đã|mình đã đi qua|mình đã xem|
  so far|to sum up|in short|in summary|we have seen|you have tried|looking back`,
);
const breakOrPerson = phrases(
  `nghỉ|giải lao|để mai|ngày mai|hôm khác|lúc khác|quay lại sau|dừng ở đây|tạm dừng|cán bộ|thầy cô|giáo viên|người hướng dẫn|người phụ trách|người hỗ trợ|nhân viên|gặp người|hỏi người|
  break|pause|stop here|come back|tomorrow|a person|staff|teacher|someone`,
);

/** R10: after twelve turns on one item, a summary and then a break or a person: more of the same helps nobody. */
export const longItem: Guard = ({ text }, { item }) => {
  if (item === undefined || item.turns < mostTurns) return undefined;
  const words = tokens(asSeen(text));
  const summed = phraseSpans(words, summary)[0];
  if (summed === undefined) return `${item.turns} turns went into this item: sum up what was found so far.`;
  if (phraseSpans(words, breakOrPerson).some(({ start }) => start >= summed.end)) return undefined;
  return 'After the summary offer a break or a person instead of another try.';
};

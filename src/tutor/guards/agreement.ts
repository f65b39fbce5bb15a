import { phrases, saysAny } from './phrases.ts';

const agreeing = phrases(
  `đúng|đúng rồi|chính xác|chuẩn|trúng|phải rồi|chính là|ừ|ờ|vâng|dạ phải|hoàn toàn|tuyệt vời|giỏi quá|quá giỏi|hay quá|xuất sắc|không sai|hết sai|bạn đoán được|bạn tìm ra|là nó|y vậy|nó đó|yes|right|correct|exactly|
  spot on|well done|you got it|that is it`,
);

/** Whether a text says that what the learner wrote is right; asked of drafts only where the learner's words have the answer. */
export function agrees(text: string): boolean {
  return saysAny(text, agreeing);
}

const confirming = phrases(
  `trăm phần trăm|khỏi nghi ngờ|khỏi phải nghi|đáp án luôn|đáp án rồi|ra đáp án|trúng đáp án|chuẩn luôn|quá chuẩn|chuẩn rồi|trúng phóc|trúng rồi|chính nó|đúng y|bingo|that is the answer|you have the answer`,
);

/** Whether a text says in so many words that the answer was found: that is for the program to say, whatever the learner wrote. */
export function confirms(text: string): boolean {
  return saysAny(text, confirming);
}

import { foldedPhrase } from '../text/index.ts';

const asks =
  /(?:^|\s)(?:tai sao|vi sao|sao (?:lai|phai|khong|ko|k|hong|vay|the|z|zay|ma)|la (?:cai )?gi|nghia la|co nghia|the nao|lam sao|lam the nao|lam cach nao|bang cach nao|giai thich|cho (?:em|minh|toi|tui) hoi|xin hoi|co phai|phai khong|dung khong|co nen|nen khong|duoc khong|dc khong|dc ko|duoc ko|duoc hong|khac gi|khac nhau|o dau|khi nao|bao lau|bao nhieu|may (?:lan|ngay|phut|buoc)|ai (?:lam|co|duoc)|what|why|how|when|where|who|which|explain|is it|can i|should i|does|do i)(?:\s|$)/;

/**
 * Whether a text asks something, rather than answers, greets or looks for a course: it ends with a question mark or has the words of a question. A
 * guess from the words alone; of a text that could be an answer as well the answer comes first.
 */
export function isQuestion(text: string): boolean {
  return /[?？]\s*$/.test(text) || asks.test(foldedPhrase(text));
}

import type { Question } from '../../learning/index.ts';

/** Asks for the name of what was just described, or for the word that a gap leaves out: whoever can read it has the answer. */
const namesIt =
  /(?<!\p{L})(?:(?:tên (?:nó|đó|ấy)|tên (?:là )?gì|gọi (?:tên|nó)|gọi (?:\p{L}+ ){0,5}là gì|đọc tên)(?!\p{L})|(?:chỗ|dấu) (?:ba chấm|trống|chấm chấm)|what is it called)/iu;
/** Says what a number looks like, of what there are as many, or that a trick makes it. */
const likeNumber =
  /(?<!\p{L})(?:(?:bằng|như|đúng) số (?!đó|ấy|này|kia)\p{L}+ (?:của |trên |trong |con |chiếc |bàn )|giống (?:y )?(?:con số|chữ số|số)|hình dáng|là (?:có|ra) (?:kết quả|đáp số|con số)|chỉ (?:việc|cần|còn) (?:cộng|thêm|trừ|bớt|nhân|chia)|as many as)/iu;
/** Three things are denied with the same words: nothing is left of them. */
const deniesAll =
  /(?<!\p{L})(không \p{L}+)(?:(?!\?)[^.…\n])*?(?<!\p{L})\1(?!\p{L})(?:(?!\?)[^.…\n])*?(?<!\p{L})(?:\1(?!\p{L})|cũng vậy|cũng thế)/iu;

/**
 * Whether a text is a riddle that has the answer to a question without options: a description that only a name is wanted for, a gap in a known
 * phrase, a picture of a number. What the question itself says may be said again.
 */
export function isRiddle(text: string, question: Exclude<Question, { kind: 'choice' }>): boolean {
  return [namesIt, likeNumber, deniesAll].some((riddle) => riddle.test(text) && !riddle.test(question.question));
}

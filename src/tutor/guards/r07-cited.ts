import { isStopWord, tokens } from '../../text/index.ts';
import type { Guard, Passage } from './draft.ts';
import { asSeen } from './letters.ts';
import { phrases, saysAny } from './phrases.ts';
import { countWords, quotesIn, sentencesOf } from './sentences.ts';

const lesson = '(?:bài(?: học| này| đọc)?|phần đọc|thẻ(?: thứ \\p{L}+)?(?: của bài)?|tác giả(?: bài học)?)';
const says = '(?:có )?(?:đã )?(?:nói|viết|nhắc|dạy|cho biết|giải thích|khuyên|nêu|ghi)';
/** "bài học nói …", "theo bài …", "trong bài có câu …", "the lesson says …". */
const claims = [
  `${lesson} ${says}`,
  `theo ${lesson}`,
  `trong (?:${lesson}) (?:có|này)`,
  `như (?:trong )?${lesson} `,
  '(?:the|this|your) (?:lesson|text|card) (?:says|tells|explains|mentions|states|teaches|shows|calls)',
  'according to the (?:lesson|text)',
  '(?:như )?đã (?:học|đọc|thấy) (?:ở )?trong bài',
  '(?:như|rằng) (?:bạn )?đã (?:học|đọc)',
  'in (?:the|this|your) lesson,? (?:it|we|you)',
].map((pattern) => new RegExp(`(?<!\\p{L})${pattern}`, 'iu'));
const unaccented = /(?<!\p{L})(?:bai(?: hoc| nay)? (?:co )?(?:noi|viet|nhac|day|cho biet)|theo bai|trong bai co)/iu;

const notInLesson = phrases(
  `bài học không nói|bài không nói|bài này không nói|bài học chưa nói|bài này chưa nói|bài không nhắc|bài học không nhắc|bài này không nhắc|bài học không có|bài này không có|bài không có|
  lesson does not say|lesson doesn't say|lesson does not mention|lesson does not cover|lesson doesn't cover|lesson doesn't mention|not in this lesson|not in the lesson`,
);

/** A quote of fewer words may be a name. */
const fewestQuoted = 3;

/** R7: what is said of the lesson carries a passage that was retrieved and that has to do with it, else says that the lesson does not tell. */
export const cited: Guard = ({ text, citedPassages }, { passages, explains }) => {
  const seen = asSeen(text);
  const known = new Map(passages.map((passage) => [passage.id, passage]));
  const unknown = citedPassages.find((id) => !known.has(id));
  if (unknown !== undefined) return `Cite only passages that were retrieved; ${unknown.slice(0, 40)} was not.`;
  if (saysAny(seen, notInLesson)) return undefined;
  const claim = sentencesOf(seen).find((sentence) => isClaim(sentence.text));
  if (claim === undefined && !explains) return undefined;
  const rests = citedPassages.flatMap((id) => known.get(id) ?? []);
  if (rests.length === 0)
    return 'Cite the retrieved passage that this rests on, or say that the lesson does not tell (“bài học không nói tới”).';
  if (!rests.some((passage) => sharesWords(passage, seen)))
    return 'The cited passage says nothing of this; cite one that does.';
  const invented = claim === undefined ? undefined : inventedQuote(claim.text, rests);
  return invented === undefined ? undefined : `“${invented.slice(0, 80)}” does not stand in the cited passage.`;
};

function isClaim(sentence: string): boolean {
  return claims.some((claim) => claim.test(sentence)) || unaccented.test(sentence);
}

const fewestShared = 2;

function sharesWords(passage: Passage, text: string): boolean {
  const own = new Set(tokens(passage.text).flatMap((word) => (isStopWord(word) ? [] : [word.accented, word.folded])));
  const shared = new Set(tokens(text).flatMap((word) => (own.has(word.accented) ? [word.accented] : [])));
  return shared.size >= fewestShared;
}

function inventedQuote(claim: string, rests: readonly Passage[]): string | undefined {
  const plain = (text: string): string =>
    ` ${tokens(text)
      .map(({ accented }) => accented)
      .join(' ')} `;
  const stands = rests.map((passage) => plain(asSeen(passage.text)));
  return quotesIn(claim).find(
    (quote) => countWords(quote) >= fewestQuoted && !stands.some((text) => text.includes(plain(quote))),
  );
}

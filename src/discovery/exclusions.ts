import { type ConceptMatch, matchConcepts } from './concept-match.ts';
import { type MarkedText, spanOf } from './marked-text.ts';

/** What a person says not to have is neither wanted nor refused: "không có máy tính", "I have no laptop". */
const lackRule =
  /(?<![^ ])(?:khong co|chua co|ko co|chang co|have no|do not have|dont have|without)(?: a| any)? (?:may tinh|may vi tinh|laptop|may|computer|dien thoai|smartphone|phone|xe|xe may|internet|wifi|bang(?: cap)?|bang dai hoc|kinh nghiem|experience|degree|nhieu thoi gian|thoi gian|time|chong|vo|viec)(?![^ ])/u;

/** "không phải tiếng anh", "trừ excel", "not python": the concept behind it must not appear. */
export function takeExclusions(text: MarkedText): string[] {
  const excluded: string[] = [];
  const lack = lackRule.exec(text.folded());
  if (lack !== null) {
    const { start, end } = spanOf(text.folded(), lack);
    text.take(start, end);
  }
  const words = text.folded();
  let named: ConceptMatch[] | undefined;
  const rule =
    /(?<![^ ])(?:khong phai|khong hoc|khong muon hoc|khong can|dung|tru|ngoai tru|except|not|no|other than) (?:la |hoc |khoa |lop )?(?=([^ ]+(?: [^ ]+){0,3}))/gu;
  for (const match of words.matchAll(rule)) {
    const before = words.slice(0, match.index).trimEnd();
    const start = (before === '' ? 0 : before.split(' ').length) + match[0].trim().split(' ').length;
    // "Không cần code" and "phòng trừ sâu bệnh" name a subject with these words in it.
    const at = before === '' ? 0 : before.split(' ').length;
    named ??= matchConcepts(text.tokens, () => true);
    if (named.some(({ start: from, end }) => from <= at && end > start)) continue;
    // "dùng điện thoại" is no "đừng": accents decide, and without them only the unmistakable forms count.
    if (match[0].startsWith('dung ') && text.tokens[start - 1]?.accented !== 'đừng') continue;
    const [concept] = matchConcepts(text.tokens.slice(start, start + 5), () => true);
    if (concept === undefined || concept.start !== 0) continue;
    const phrase = text.tokens.slice(start, start + concept.end).map((token) => token.folded);
    excluded.push(phrase.join(' '));
    text.take(before === '' ? 0 : before.split(' ').length, start + concept.end);
  }
  return excluded;
}

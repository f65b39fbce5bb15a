import { type ChoiceQuestion, type Question, wrongTexts } from '../../learning/index.ts';
import { isMostlyAccented, isStopWord, type Token, tokens } from '../../text/index.ts';
import { sentencesOf } from './sentences.ts';

/**
 * How much of the words that only the key has may stand together, and how much of one of its clauses may come in its order. Set so that of the
 * lessons' hints the first three pass and the fourth, the answer in a sentence, does not (test/tutor/guards.test.ts).
 */
const mostShare = 0.6;
const fewestWords = 3;
const mostOfClause = 0.8;
const mostOfWhole = 0.65;
const shortestClause = 4;

/**
 * Whether a text says most of what sets the key apart. In two neighbouring sentences: the words with meaning of the right option, or of the
 * good answer, that neither the question nor a wrong option has. Or in one sentence: a clause of it, in its order.
 */
export function saysKeyWords(text: string, question: Question, alsoKnown: string): boolean {
  const sentences = sentencesOf(text).map((sentence) => tokens(sentence.text));
  return saysApart(sentences, setApart(question, alsoKnown)) || saysClause(sentences, question, alsoKnown);
}

function saysApart(sentences: readonly (readonly Token[])[], apart: readonly Token[]): boolean {
  if (apart.length < fewestWords) return false;
  return sentences.some((sentence, at) => {
    const said = [...sentence, ...(sentences[at + 1] ?? [])];
    const same = sameWord(said);
    const found = apart.filter((word) => said.some((other) => same(word, other))).length;
    return found >= fewestWords && found / apart.length >= mostShare;
  });
}

function saysClause(sentences: readonly (readonly Token[])[], question: Question, alsoKnown: string): boolean {
  const known = [question.question, alsoKnown, ...wrongTexts(question)].map((text) => tokens(text));
  const key = keyText(question);
  const isTold = (part: readonly Token[], most: number): boolean => {
    const share = (text: readonly Token[]): number => inOrder(part, text) / part.length;
    return (
      part.length >= shortestClause &&
      !known.some((text) => share(text) >= most) &&
      sentences.some((text) => share(text) >= most)
    );
  };
  const clauses = key.split(/[.,;:]\s|(?<!\p{L})(?:rồi|hoặc|hay)(?!\p{L})/u);
  return isTold(tokens(key), mostOfWhole) || clauses.some((clause) => isTold(tokens(clause), mostOfClause));
}

/** How many words two lists have in the same order: their longest common subsequence. */
function inOrder(a: readonly Token[], b: readonly Token[]): number {
  const same = sameWord(b);
  let row: number[] = new Array(b.length + 1).fill(0);
  for (const word of a) {
    const next = [0];
    for (const [at, other] of b.entries())
      next.push(same(word, other) ? (row[at] ?? 0) + 1 : Math.max(next[at] ?? 0, row[at + 1] ?? 0));
    row = next;
  }
  return row[b.length] ?? 0;
}

/** Words are the same with their accents, in a text that is written with them. */
function sameWord(text: readonly Token[]): (a: Token, b: Token) => boolean {
  const isAccented = isMostlyAccented(text);
  return (a, b) => (isAccented || b.hasAccents ? a.accented === b.accented : a.folded === b.folded);
}

function setApart(question: Question, alsoKnown: string): readonly Token[] {
  const known = new Set(
    tokens(`${question.question} ${alsoKnown} ${wrongTexts(question).join(' ')}`).map(({ accented }) => accented),
  );
  const own = tokens(keyText(question)).filter((word) => !isStopWord(word) && !known.has(word.accented));
  return [...new Map(own.map((word) => [word.accented, word])).values()];
}

/** Two words that only the key has, in one sentence, are more than chance; so is one of them that is in few sentences. */
const fewestTouched = 2;
/** What anybody speaks of who speaks of telephones, messages, money and school. */
const everyday = new Set(
  `đúng tin thử theo mở số hàng dấu hiệu chính câu hai tay đoạn mỗi nhất thành trang máy tên đọc đặt trả chọn phần tiền chụp ghi ứng dụng điện thoại kể nhận hỏi nói gửi
  nhắn gọi viết nghe nhìn thấy giữ chắc thật sai ảnh hình mạng bấm đưa đi lại đủ rõ chữ từng ý đổi tắt bật lấy bỏ nước sáng đáp giải nhau phép dạng chia thực trực tiếp cuối
  đầu giữa giờ lần đồng kèm phút mười lên dài gần xa bài học lớp thầy trò viên đăng công dòng mặt mắt miệng ánh chuyển quán chợ`.split(
    /\s+/,
  ),
);

/**
 * Whether a sentence touches the key: two of its words with meaning that nothing known has, one that few
 * sentences have, or two that stand side by side in it. Stricter than
 * {@link saysKeyWords}: for drafts, not for the words of a lesson, which speak of the same things.
 * @param known what may be said again: the learner's words, hints that were shown
 */
export function touchesKey(text: string, question: Question, known: readonly string[]): boolean {
  const said = [question.question, ...known, ...wrongTexts(question)].map((one) => tokens(one));
  const knownWords = new Set(said.flat().map(({ accented }) => accented));
  const knownPairs = new Set(said.flatMap(pairsOf));
  const keys = keyTexts(question).map((key) => tokens(key));
  const isApart = (word: Token): boolean => !isStopWord(word) && !knownWords.has(word.accented);
  const words = new Set(keys.flat().flatMap((word) => (isApart(word) ? [word.accented] : [])));
  const pairs = new Set(
    keys.flatMap((key) =>
      pairsOf(key).filter((pair, at) => !knownPairs.has(pair) && key.slice(at, at + 2).some(isApart)),
    ),
  );
  return sentencesOf(text).some((sentence) => {
    const own = tokens(sentence.text);
    const touched = new Set(own.flatMap(({ accented }) => (words.has(accented) ? [accented] : [])));
    const isRare = [...touched].some((word) => !everyday.has(word));
    return isRare || touched.size >= fewestTouched || pairsOf(own).some((pair) => pairs.has(pair));
  });
}

function pairsOf(words: readonly Token[]): readonly string[] {
  return words.slice(1).map(({ accented }, at) => `${words[at]?.accented} ${accented}`);
}

function keyTexts(question: Question): readonly string[] {
  switch (question.kind) {
    case 'choice':
      return [rightOption(question)?.text ?? ''];
    case 'short':
      return [question.answer, ...question.accept];
    case 'number':
      return [];
  }
}

function keyText(question: Question): string {
  switch (question.kind) {
    case 'choice':
      return rightOption(question)?.text ?? '';
    case 'short':
      return question.answer;
    case 'number':
      return '';
  }
}

export function rightOption(question: ChoiceQuestion): ChoiceQuestion['options'][number] | undefined {
  return question.options.find(({ isRight }) => isRight);
}

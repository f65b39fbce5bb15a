import { type ChoiceQuestion, grade, type Question } from '../../learning/index.ts';
import { isStopWord, type Token, tokens } from '../../text/index.ts';
import { labelsIn } from './option-labels.ts';
import { phrases, saysAny, saysNew } from './phrases.ts';
import { quotesIn, sentencesOf } from './sentences.ts';

/** Leads to an option without its words, or to what is left when the others are gone. */
const leading = phrases(
  `câu còn lại|cái còn lại|cách còn lại|ý còn lại|lựa chọn còn lại|phương án còn lại|còn lại câu|còn lại cách|còn lại gì|còn lại cái|chỉ còn lại|chỉ còn một|chỉ còn mỗi|còn đúng một|còn mỗi|còn một cách|còn một câu|còn một phía|
  còn chọn được|bỏ cả hai|bỏ hai|loại cả hai|loại hai|gạch hai|gạch cả hai|những câu kia|mấy câu kia|các câu kia|hai câu kia|hai cách kia|hai cái kia|mấy cái kia|cả hai cách|cả hai câu|cả hai đều|hai cách đầu|
  chọn câu có|chọn câu nói|chọn cái có|chọn cách có|câu có nhắc|câu nhắc|câu có đủ|câu có chữ|câu nào có chữ|phương án có|câu kết|dài nhất|ngắn nhất|là trúng|nghiêng về|ngả về|tôi chọn|mình chọn|tôi sẽ chọn|mình sẽ chọn|
  câu kế|câu kế tiếp|câu liền sau|câu liền trước|hai cách sau|hai cách trước|hai câu sau|hai cách có|hai câu có|cách có chữ|đều hỏng|đều sai|đều không|đều chưa|đều vướng|đều khiến|đều bị|câu trên|câu dưới|dòng dưới|dòng trên|cái kế|cái sau|cái trước|từ dưới lên|từ trên xuống|đếm ngược|ngay dưới|ngay trên|hàng dưới|hàng trên|
  nếu là tôi|nếu là mình|the other one|the remaining|only one left|i would choose|i would pick`,
);
/** What is said of things in any kind of question, when everything else was ruled out. */
const left = phrases(
  'chỉ còn lại|chỉ còn một|chỉ còn mỗi|còn đúng một|còn một phía|còn phía nào|còn chỗ nào nữa|chỉ có một',
);
/** "Không phải X mà là Y" says Y. */
const contrast = /(?<!\p{L})(?:không|chẳng|đâu) phải(?!\p{L})[^.?!…\n]*(?<!\p{L})mà (?:là|phải|nên)(?!\p{L})/iu;

/**
 * Whether a text leads to the answer by what it leaves over: an option named by letter, number or place, all others discussed, a quote from the
 * right one. The learner's own wrong option may be spoken of; so may all options together, as when they are told again.
 */
export function singlesOut(text: string, question: Question, own: string): boolean {
  const allowed = `${question.question} ${own}`;
  if (contrast.test(text) || whatIsLeft.test(text) || saysNew(text, left, allowed)) return true;
  if (question.kind !== 'choice') return deniesTwo(text, question);
  return (
    saysNew(text, leading, allowed) ||
    saysWhatIsLeft(text) ||
    answersByLetter.test(text) ||
    placed.test(text) ||
    namesOthers(text, question, own) ||
    rulesOut(text, question, own) ||
    quotesRight(text, question, own)
  );
}

/** "Vậy còn lại lý do nào?" */
const whatIsLeft = /(?<!\p{L})còn lại (?:\p{L}+ ){0,3}(?:nào|gì)(?!\p{L})/iu;
/** "Bạn thấy còn câu nào?", "tính coi còn gì.": the end of a sentence, and no "còn cách nào khác?". */
const asksWhatIsLeft =
  /(?<!\p{L}|thì )còn (?:lại |đúng |được )*(?:(?:mấy |một )?(?:câu|ý|cách|cái|lựa chọn|phương án|nguyên nhân|lý do|việc|chỗ|nơi|dòng|hướng|đường)(?: nào| gì)?|gì|mấy)(?: cho bạn| để| mà)?(?: chọn)?(?: vậy| đây| hả| ta)?(?: bạn| em| anh| chị| cô| bác)?\s*[.?!…]/iu;
/** "C nha bạn." */
const answersByLetter = /(?:^|[.?!…:]\s+)[A-D] (?:nha|nhé|nghen|đó|á|ạ|thôi|luôn|bạn|chứ)(?!\p{L})/u;
/** "Ở giữa đó bạn.", "Hàng thứ nhì từ trên xuống." */
const placed =
  /(?:^|[.?!…:]\s+)(?:(?:nó |câu đó |đáp án )?(?:ở|nằm) )(?:ngay |chính )?(?:giữa|đầu|cuối|trên cùng|dưới cùng)(?: đó| ấy| kìa| nha| nhé| á)*(?: bạn| em| anh| chị| cô| bác)?\s*[.!…]|(?<!\p{L})(?:hàng|dòng) (?:thứ|đầu|cuối|chót|giữa|số)(?!\p{L})/iu;

/** Something is said to be no good, or not so. */
const belittles =
  /(?<!\p{L})(?:không|chẳng|chưa|đâu|sai|phí|trễ|tốn|mất|hoài|thừa|dư|ngại|lộ|khó|hỏng|dở|suông|chậm|bỏ|loại|gạch|kẹt|uổng|rủi ro|nguy)(?!\p{L})/iu;
/** Asks to choose. */
const asksWhich =
  /(?<!\p{L})(?:(?:câu|ý|cách|cái|việc|đường|hướng|lựa chọn|phương án|lời|bài) (?:nào|gì)|chọn được chưa|chọn gì|còn gì|tính sao)(?!\p{L})/iu;
const fewestBelittled = 2;

/** Asks what is left, or finds fault with two things one after the other and asks which to choose. */
function saysWhatIsLeft(text: string): boolean {
  if (asksWhatIsLeft.test(text)) return true;
  const sentences = sentencesOf(text);
  const last = sentences.at(-1);
  if (last?.isQuestion !== true || !asksWhich.test(last.text)) return false;
  const clauses = sentences.filter(({ isQuestion }) => !isQuestion).flatMap(({ text: said }) => said.split(/[,;:]/u));
  return clauses.filter((clause) => judges.test(clause) && belittles.test(clause)).length >= fewestBelittled;
}

/** "Đổi máy thì tốn tiền" */
const judges = /(?<!\p{L})(?:thì|cũng|nên)(?!\p{L})/iu;

const denials = phrases('không phải|không là|chưa phải|chẳng phải|đâu phải|không ở|not');
const fewestDenied = 2;

/** "Không phải trước, không phải bên hông": two wrong forms are denied. */
function deniesTwo(text: string, question: Exclude<Question, ChoiceQuestion>): boolean {
  if (!saysAny(text, denials)) return false;
  return (
    question.wrong.filter(({ forms }) => forms.some((form) => saysAny(text, phrases(form)))).length >= fewestDenied
  );
}

function ownPlace(question: ChoiceQuestion, own: string): number | undefined {
  if (own === '') return undefined;
  const verdict = grade(question, { text: own });
  return 'option' in verdict ? verdict.option : undefined;
}

/** "Một.", "B.": a sentence that is nothing but a place. */
const alone = /(?:^|[.?!…:]\s+)(?:số )?(?:một|hai|ba|bốn|đầu|giữa|cuối|[a-d1-4])\s*(?:[.!…]|$)/iu;

function namesOthers(text: string, question: ChoiceQuestion, own: string): boolean {
  const place = ownPlace(question, own);
  const named = [...labelsIn(text, question)].filter((at) => at !== place);
  const isListed = question.options.every((_, at) => at === place || named.includes(at));
  return !isListed && (named.length > 0 || alone.test(text));
}

const contentOf = (words: readonly Token[]): readonly Token[] => words.filter((word) => !isStopWord(word));

/** Words with meaning that one option has and neither the question nor another option. */
function apart(question: ChoiceQuestion, at: number): readonly Token[] {
  const others = [
    question.question,
    ...question.options.filter((_, other) => other !== at).map((option) => option.text),
  ];
  const known = new Set(tokens(others.join(' ')).map(({ accented }) => accented));
  return contentOf(tokens(question.options[at]?.text ?? '')).filter(({ accented }) => !known.has(accented));
}

const mostDiscussed = 0.5;
const fewestDiscussed = 2;

/** Every wrong option but the learner's own is spoken of in its words, and the right one is not. */
function rulesOut(text: string, question: ChoiceQuestion, own: string): boolean {
  const said = new Set(tokens(text).map(({ accented }) => accented));
  const isDiscussed = (at: number): boolean => {
    const words = new Set(apart(question, at).map(({ accented }) => accented));
    const found = [...words].filter((word) => said.has(word)).length;
    return found >= fewestDiscussed && found / words.size >= mostDiscussed;
  };
  const place = ownPlace(question, own);
  const wrong = question.options.flatMap(({ isRight }, at) => (isRight || at === place ? [] : [at]));
  return wrong.length > 0 && wrong.every(isDiscussed);
}

const longestQuote = 8;

/** A short quote that stands in the right option and nowhere else. */
function quotesRight(text: string, question: ChoiceQuestion, own: string): boolean {
  const right = question.options.find(({ isRight }) => isRight)?.text ?? '';
  const elsewhere = [
    question.question,
    own,
    ...question.options.filter(({ isRight }) => !isRight).map((option) => option.text),
  ].join(' | ');
  return quotesIn(text).some((quote) => {
    const words = tokens(quote);
    return words.length > 0 && words.length <= longestQuote && saysAny(right, [words]) && !saysAny(elsewhere, [words]);
  });
}

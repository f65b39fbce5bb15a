import { editDistance, isSpeltRight, type Token, tokens } from '../text/index.ts';
import { givesUp, readingsOf, withoutFillers } from './answer-words.ts';
import type { Verdict } from './grading.ts';
import type { ShortQuestion, WrongAnswer } from './lesson.ts';
import { typosAllowed } from './typos.ts';

/** A form of the question's answers, right ones and wrong ones. */
interface Form {
  readonly words: readonly Token[];
  /** Folded, without spaces. */
  readonly compact: string;
  /** Nothing for an accepted form. */
  readonly wrong: WrongAnswer | undefined;
}

/**
 * Grades a short answer by its forms, in this order: it is a form, apart from accents, case, signs and the words around it; a form stands
 * in it, undenied, and none of the other side; it is a form with slips of the finger, and no form of the other side is as near.
 */
export function gradeShort(question: ShortQuestion, text: string): Verdict {
  const forms = formsOf(question);
  const vocabulary = new Set(forms.flatMap(({ words }) => words.map(({ folded }) => folded)));
  const readings = readingsOf(text, vocabulary);
  for (const reading of readings) {
    const found = exactly(forms, reading);
    if (found !== undefined) return verdictOf(question, found);
  }
  const last = readings.at(-1) ?? [];
  if (givesUp(last) || givesUp(withoutFillers(last))) return { kind: 'gave_up' };
  const inside = within(forms, clausesOf(text, vocabulary));
  if (inside === 'unclear') return { kind: 'unsure' };
  const found = inside ?? readings.map((reading) => nearly(forms, reading)).find((near) => near !== undefined);
  return found === undefined ? { kind: 'unsure' } : verdictOf(question, found);
}

function verdictOf(question: ShortQuestion, { wrong }: Form): Verdict {
  return wrong === undefined ? { kind: 'right', note: question.right } : { kind: 'wrong', note: wrong.note };
}

function formsOf(question: ShortQuestion): Form[] {
  const form = (text: string, wrong: WrongAnswer | undefined): Form => {
    const words = tokens(text);
    return { words, compact: compactOf(words), wrong };
  };
  return [
    ...question.wrong.flatMap((wrong) => wrong.forms.map((text) => form(text, wrong))),
    ...question.accept.map((text) => form(text, undefined)),
  ].filter(({ compact }) => compact !== '');
}

function compactOf(words: readonly Token[]): string {
  return words.map(({ folded }) => folded).join('');
}

/** The form that the answer is. Where a right and a wrong one differ in their accents only, accents decide, else the wrong one. */
function exactly(forms: readonly Form[], answer: readonly Token[]): Form | undefined {
  const accented = answer.map((word) => word.accented).join('');
  for (const typed of [compactOf(answer), compactOf(withoutFillers(answer))]) {
    const same = forms.filter(({ compact, words }) => compact === typed || compactOf(withoutFillers(words)) === typed);
    const spelt = same.find(({ words }) => words.map((word) => word.accented).join('') === accented);
    if (same.length > 0) return spelt ?? same[0];
  }
  return undefined;
}

const negations = new Set('khong chua chang not no never dont isnt without except'.split(' '));
/** Only with their accents: folded they are đúng, khối, cám, ngoài and what not. */
const accentedNegations = new Set(['đừng', 'khỏi', 'cấm', 'chả', 'trừ', 'hổng', 'thay']);
const contrasts = new Set(['mà', 'nhưng', 'chứ', 'but', 'instead']);

/** Parts of an answer, since "không, gọi ngân hàng" denies nothing of its second part. */
function clausesOf(text: string, vocabulary: ReadonlySet<string>): readonly (readonly Token[])[] {
  return text.split(/[;!?\n]|[.,:](?=\s|$)/u).map((part) => readingsOf(part, vocabulary).at(-1) ?? []);
}

/** The form that stands in an answer; `unclear` when forms of both sides do, or one that is denied and nothing else. */
function within(forms: readonly Form[], clauses: readonly (readonly Token[])[]): Form | 'unclear' | undefined {
  const length = clauses.reduce((sum, clause) => sum + clause.length, 0);
  const found = clauses.flatMap((clause) => spansIn(forms, clause, length));
  const meant = found.filter(({ isDenied }) => !isDenied).map(({ form }) => form);
  const right = meant.find(({ wrong }) => wrong === undefined);
  const wrong = meant.find((form) => form.wrong !== undefined);
  if (right !== undefined && wrong !== undefined) return 'unclear';
  return right ?? wrong ?? (found.length > 0 ? 'unclear' : undefined);
}

interface Span {
  readonly form: Form;
  readonly start: number;
  readonly end: number;
}

/** Where forms stand in a clause, longest first and none twice: of "chữ to" the wrong form "chữ to" counts, not the right one "chữ". */
function spansIn(forms: readonly Form[], clause: readonly Token[], answerLength: number) {
  const spans: Span[] = [];
  for (const form of [...forms].sort((a, b) => b.words.length - a.words.length)) {
    const { length } = form.words;
    // One syllable in a long sentence may be there by chance.
    if (length === 1 && form.wrong === undefined && answerLength > mostAroundSyllable) continue;
    for (let start = 0; start + length <= clause.length; start++) {
      const isFree = spans.every((span) => start + length <= span.start || span.end <= start);
      if (isFree && form.words.every((word, at) => isSameWord(word, clause[start + at])))
        spans.push({ form, start, end: start + length });
    }
  }
  // A "không" that belongs to a form denies only what that form says.
  const free = clause.map((word, at) => (spans.some(({ start, end }) => start <= at && at < end) ? undefined : word));
  return spans.map(({ form, start, end }) => ({ form, isDenied: isDenied(free, start, end) }));
}

const mostAroundSyllable = 5;

/** The same word, with or without its accents; but a word with other accents, spelt as words are, is another one: "bán" is not "bạn". */
function isSameWord(form: Token, typed: Token | undefined): boolean {
  if (typed === undefined || form.folded !== typed.folded) return false;
  return !typed.hasAccents || form.accented === typed.accented || !form.hasAccents || !isSpeltRight(typed.accented);
}

/** "không phải công an", "đừng gọi công an" before it since the last "mà", "nhưng"; "… thì không", "… là sai" after it. */
function isDenied(clause: readonly (Token | undefined)[], start: number, end: number): boolean {
  let from = start;
  while (from > 0 && !contrasts.has(clause[from - 1]?.accented ?? '')) from--;
  const before = clause.slice(from, start);
  // Typed without accents "dung" may be "đừng".
  const denies = (word: Token | undefined): boolean =>
    word !== undefined &&
    (negations.has(word.folded) || accentedNegations.has(word.accented) || word.accented === 'dung');
  const after = clause.slice(end, end + 2).map((word) => word?.folded);
  const next = after[0] === 'thi' || after[0] === 'la' ? after[1] : after[0];
  return before.some(denies) || ['khong', 'sai', 'chua', 'not', 'wrong'].includes(next ?? '');
}

/** The form that an answer is but for slips of the finger. Digits and denials are no slips. */
function nearly(forms: readonly Form[], answer: readonly Token[]): Form | undefined {
  const typed = compactOf(withoutFillers(answer));
  const near = forms
    .map((form) => {
      const most = typosAllowed(form.compact);
      return { form, most, distance: editDistance(typed, form.compact, most) };
    })
    .filter(({ form, most, distance }) => distance <= most && isAlike(form, answer, typed))
    .sort((a, b) => a.distance - b.distance);
  const nearest = near.filter(({ distance }) => distance === near[0]?.distance);
  return (nearest.find(({ form }) => form.wrong !== undefined) ?? nearest[0])?.form;
}

function isAlike(form: Form, answer: readonly Token[], typed: string): boolean {
  const digits = (text: string): string => text.replace(/\D/g, '');
  const denials = (words: readonly Token[]): number => words.filter(({ folded }) => negations.has(folded)).length;
  return digits(form.compact) === digits(typed) && denials(form.words) === denials(answer);
}

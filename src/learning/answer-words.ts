import { expansionsOf, type Token, tokens } from '../text/index.ts';

/** Short forms that mean something else among lessons than in a search: "mk" is a password here. */
const lessonShortForms: Readonly<Record<string, readonly string[]>> = {
  mk: ['mật khẩu'],
  pass: ['mật khẩu'],
  ca: ['công an'],
  nh: ['ngân hàng'],
  sdt: ['số điện thoại'],
  sđt: ['số điện thoại'],
  fb: ['facebook'],
  app: ['ứng dụng'],
};

/**
 * An answer as it may be meant: as typed, and with chat's short forms written out ("ko" → "không", "gọi nh" → "gọi ngân hàng"). Of several
 * meanings the one that occurs in `vocabulary` is taken, folded words that the item's forms are made of; else the only one there is.
 */
export function readingsOf(text: string, vocabulary: ReadonlySet<string>): readonly (readonly Token[])[] {
  const typed = tokens(text);
  const written: Token[] = [];
  for (let at = 0; at < typed.length; ) {
    const { words, length } = meaningAt(typed, at, vocabulary);
    written.push(...words);
    at += length;
  }
  return written.length === typed.length && written.every((token, at) => token === typed[at])
    ? [typed]
    : [typed, written];
}

const longestShortForm = 3;

function meaningAt(typed: readonly Token[], at: number, vocabulary: ReadonlySet<string>) {
  for (let length = Math.min(longestShortForm, typed.length - at); length > 0; length--) {
    const span = typed.slice(at, at + length);
    const form = span.map((token) => token.accented).join(' ');
    const meanings = [...(lessonShortForms[form] ?? []), ...expansionsOf(form)].map((meaning) => tokens(meaning));
    const fitting = meanings.find((words) => words.every(({ folded }) => vocabulary.has(folded)));
    const words = fitting ?? (meanings.length === 1 ? meanings[0] : undefined);
    // What the item itself says is meant as it stands.
    if (words !== undefined && !span.every(({ folded }) => vocabulary.has(folded))) return { words, length };
  }
  return { words: typed.slice(at, at + 1), length: 1 };
}

const said = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** Said before an answer that say nothing of it: "dạ em nghĩ là …", "I think it is the …". */
const leading =
  said(`da vang u uh thua co thay anh chi em minh toi tui con chau nghi chac theo hinh nhu la thi dap an cau tra loi do
  i think its it is the a an answer maybe`);
/** Said after it: "… ạ", "… nha bạn". */
const trailing = said('a ah nha nhe nhi ne do day ha he hen ban oi nua roi thoi luon ca please');
const tagQuestions = said('phai dung duoc');

/** An answer without the words around it. Never empty unless it was: what consists of nothing else stays as it is. */
export function withoutFillers(answer: readonly Token[]): readonly Token[] {
  let start = 0;
  let end = answer.length;
  const wordAt = (at: number): string => answer[at]?.folded ?? '';
  while (start < end && leading.has(wordAt(start))) start++;
  while (end > start && trailing.has(wordAt(end - 1))) end--;
  // "… phải không?" asks whether it is right, and denies nothing.
  if (end - start > 2 && wordAt(end - 1) === 'khong' && tagQuestions.has(wordAt(end - 2))) end -= 2;
  return start < end ? answer.slice(start, end) : answer;
}

const gaveUp =
  said(`khongbiet khongro khongnho khonghieu khongchac khongnghira khongbietnua chuabiet chuaro chuahieu chiu chiuthua bi biroi
  thua boqua quen quenroi quenmat dauhang goiy chogoiy xingoiy cangoiy giup giupvoi giupem giupminh idk dontknow donotknow iknownot noidea notsure
  havenoidea skip hint help giveup igiveup`);
const weightless = said(
  'gi het ca luon nua dau cai nay the nao do minh em toi tui con chau cho xin a ah i di voi thiet that',
);

/** Whether an answer says that there is none: "không biết", "em chịu", "gợi ý đi", "no idea", or nothing readable at all. */
export function givesUp(answer: readonly Token[]): boolean {
  if (answer.length === 0) return true;
  const compact = (list: readonly Token[]): string => list.map(({ folded }) => folded).join('');
  return gaveUp.has(compact(answer)) || gaveUp.has(compact(answer.filter(({ folded }) => !weightless.has(folded))));
}

import { blank, type Legible } from '../legible.ts';
import { type Finding, matches } from './finding.ts';

const label = '[a-z0-9][a-z0-9-]{0,62}';
const dot = '(?: ?[.,] ?| ?[(\\[{] ?(?:\\.|dot|cham) ?[)\\]}] ?| (?:cham|dot) )';
const at =
  '(?: {0,2}@ {0,2}| ?[(\\[{] ?(?:at|a cong|acong|@) ?[)\\]}] ?| (?:a[ -]?(?:cong|moc|vong|khoen|cuon)|@|at|acong) )';
const provider =
  '(?:gmail|gmai|gmal|yahoo|ymail|outlook|hotmail|icloud|live|msn|proton|protonmail|zoho|mail|email|student|sv|st|hcmut|hcmus|uit|edu|fpt|me)';
const ending = '(?:com|vn|net|org|edu|gov|info|me|io|co|asia|biz|uk|us)';

/** Written as usual, with or without blanks: "lan.anh@gmail.com", "lan @ gmail . com". */
const usual = new RegExp(`(?<![a-z0-9._%+-])[a-z0-9_][a-z0-9._%+-]{0,63}${at}${label}(?:${dot}${label}){0,3}`, 'g');
/** Where the sign is spoken, an ending must follow: "at home" is no mailbox. */
const isMailbox = new RegExp(
  `(?:[^ ]@|cong|moc|vong|khoen|cuon|[(\\[{] ?at ?[)\\]}]).*$|${at}${provider}(?:${dot}${ending}.*)?$|${dot}${ending}$`,
);
/** "lananh99 gmail.com": the sign was left out. */
const signless =
  /(?<![a-z0-9@._-])(?=[a-z._]{0,40}[0-9._])[a-z0-9][a-z0-9._]{3,40} {1,2}(?:duoi )?(?:gmail|yahoo|outlook|hotmail|icloud)(?: ?[.,] ?com| cham com)(?:(?: ?[.] ?| cham )vn)?(?![a-z0-9])/g;

/** Words before a spoken mailbox that are not part of it. */
const outside = new Set(
  `la email mail gmail e-mail dia chi em minh toi tui me ba con anh chi gui cho qua cua ne nha day thi den ve vao theo contact to my is at address
  send the va da vang thua chao ten hoac lien he hop thu nhan giup voi o`.split(/\s+/),
);
/** Joins the parts of a spoken mailbox. */
const joins = /^(?:cham|dot|gach|duoi|ngang|underscore|\.|_|-)$/;
/** Words a spoken mailbox may reach back over: "nguyen van a chấm b". */
const mostWords = 9;

export function emails(view: Legible): Finding[] {
  const found = matches(usual, view.folded)
    .filter(({ match }) => isMailbox.test(match[0]))
    .map(({ start, end, match }) => ({ start: spokenStart(view, start, match[0]), end: endOf(match[0], end) }));
  return [...found, ...matches(signless, view.folded)].map(({ start, end }) => ({ start, end, kind: 'email' }));
}

/** "a@b.com, em": the comma and what follows are not part of it, unless it was typed for the dot of an ending. */
function endOf(written: string, end: number): number {
  const sign = /@|cong|moc|vong|khoen|cuon|at/.exec(written)?.index ?? 0;
  const domain = written.slice(sign);
  const tail = new RegExp(`^.*?(?:${dot}${ending})(?:${dot}${ending})?(?![a-z0-9])`).exec(domain);
  if (tail !== null) return end - (domain.length - tail[0].length);
  const compact = /^@? ?[a-z0-9.-]+/.exec(domain);
  return domain.startsWith('@') && compact !== null ? end - (domain.length - compact[0].length) : end;
}

/** Where a mailbox that was dictated begins: "lan cham anh chin chin a cong …" is all of it, a sentence before it is not. */
function spokenStart(view: Legible, start: number, written: string): number {
  const isSpoken = /^[a-z0-9._%+-]+(?: (?:a[ -]?(?:cong|moc|vong|khoen|cuon)|acong) )/.test(written);
  let begin = start;
  let isJoined = false;
  for (let words = 0; words < mostWords; words++) {
    const before = /([a-z0-9_.-]+) {1,2}$/.exec(view.folded.slice(Math.max(0, begin - 24), begin));
    const word = before?.[1] ?? '';
    if (before === null || word === '' || word.includes(blank)) break;
    const isJoin = joins.test(word);
    if (!isJoin && !isJoined && (!isSpoken || outside.has(word))) break;
    isJoined = isJoin;
    begin -= before[0].length;
  }
  return begin;
}

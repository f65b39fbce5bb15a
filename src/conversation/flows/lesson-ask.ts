import type { Option, Question } from '../../learning/index.ts';
import type { Choice } from '../../message/index.ts';
import { fold } from '../../text/index.ts';
import type { TurnContext } from '../context.ts';
import { plainWords } from '../phrases.ts';

/** A question as it is asked: its text and the choices that answer it. */
export interface Asked {
  readonly text: string;
  readonly choices: readonly Choice[];
}

/** Options that fit on a button say themselves there; longer ones stand in the text and are chosen by their number. */
const longestOnButton = 28;

/** @param offer the choice of an option, by its position from 0 */
export function ask(context: TurnContext, question: Question, offer: (option: number, label: string) => Choice): Asked {
  if (question.kind !== 'choice') return { text: question.question, choices: [] };
  const { options } = question;
  const isListed =
    context.capabilities.choices === 'buttons' && options.some(({ text }) => text.length > longestOnButton);
  if (!isListed) return { text: question.question, choices: options.map(({ text }, at) => offer(at, text)) };
  const lines = options.map(({ text }, at) => `${at + 1}. ${text}`);
  return {
    text: [question.question, ...lines].join('\n'),
    choices: options.map((_, at) => offer(at, String(at + 1))),
  };
}

const number = /^(?:(?:so|chon|cau|dap an|option|answer|number) )?(?:(?<digit>[1-4])|(?<letter>[a-d]))$/;

/** The option, from 0, that a typed text stands for: its number, its letter or its words. */
export function optionTyped(options: readonly Option[], text: string): number | undefined {
  const words = plainWords(text);
  const { digit, letter } = number.exec(words)?.groups ?? {};
  const at = digit !== undefined ? Number(digit) - 1 : letter !== undefined ? letter.charCodeAt(0) - 97 : -1;
  if (at >= 0 && at < options.length) return at;
  const typed = plain(text);
  const same = options.findIndex((option) => plain(option.text) === typed);
  return same < 0 ? undefined : same;
}

const plain = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** What may be said instead of an answer. */
export type Aside = 'hint' | 'later' | 'next';

const asides: readonly (readonly [Aside, RegExp])[] = [
  ['hint', /^(?:(?:cho|xin) (?:minh |em |toi )?)?(?:goi y|hint)(?: (?:di|nhe|nha|voi|a|them))*$/],
  // Who asks for the answer is helped towards it.
  [
    'hint',
    /^(?:(?:cho|xin|noi|chi|bao|doc|gui) (?:minh |em |toi |tui )?(?:biet )?)?(?:cai )?(?:dap an|cau tra loi|ket qua)(?: (?:cau nay|bai nay|dung|la gi|la may|dau|la cau nao|nao|di|nhe|nha|voi|a))*$|^(?:giai|lam)(?: (?:giup|gium|ho|dum))?(?: (?:minh|em|toi|tui))?(?: (?:cau nay|bai nay|luon|di|nhe|nha|voi|a))+$|^(?:(?:whats|what is) )?(?:the )?answer(?: please)?$/,
  ],
  [
    'hint',
    /^(?:(?:minh|em|toi|tui) )?(?:khong biet|ko biet|k biet|hong biet|chua biet|chiu|bi roi|i dont know|dont know|no idea)(?: (?:nua|luon|roi|a|thua))*$/,
  ],
  [
    'later',
    /^(?:(?:thoi|hoc) )?(?:de sau|de luc khac|lat nua|lat hoc|nghi|nghi da|later|not now)(?: (?:nhe|nha|a|di|hoc tiep))*$/,
  ],
  [
    'next',
    /^(?:tiep|tiep tuc|tiep di|tiep nhe|hoc tiep|next|go on|continue|ok|oke|da|vang|roi|xong|xong roi|da xem|hieu roi|da doc|bai hoc|hoc bai)(?: (?:nhe|nha|a|di))*$/,
  ],
];

/** "gợi ý", "để sau", "tiếp": what is no answer but belongs to the lesson. */
export function asideIn(text: string): Aside | undefined {
  const words = plainWords(text);
  return asides.find(([, pattern]) => pattern.test(words))?.[0];
}

const looksElsewhere =
  /^(?:(?:minh|em|toi|tui|cho minh|cho em) )?(?:(?:muon|can|dang) )?(?:tim|kiem)(?: (?:lop|khoa|cho|noi|truong|hoi thao|workshop|khoa hoc))+|^(?:(?:minh|em|toi|tui) )?(?:muon|can) hoc |^(?:co )?(?:lop|khoa)(?: (?:hoc|nao|day))|^(?:i want to|i would like to) learn |^(?:find|any) .*(?:class|course)|^(?:nghi hom nay|hom nay (?:minh )?nghi(?: hoc)?|rest today)$/;

/** Whether a text asks for courses, or for a day of rest: that is no answer to a question whose answer is typed. */
export function isLookingElsewhere(text: string): boolean {
  return looksElsewhere.test(plainWords(text));
}

/** Whether a text has to do with courses and workshops: what they cost, when they are, how one comes in. */
export function isAboutCourses(text: string): boolean {
  return /(?:^| )(?:lop|khoa hoc|hoc phi|hoi thao|workshop|dang ky|ghi danh|khai giang|hoc bong|class(?:es)?|courses?|tuition)(?: |$)/.test(
    plainWords(text),
  );
}

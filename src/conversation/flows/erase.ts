import {
  accountSummary,
  cancelErasure,
  learnersOf,
  plannedErasure,
  scheduleErasure,
  undoableLink,
} from '../../learners/index.ts';
import type { Choice } from '../../message/index.ts';
import { holdAccounts } from '../account-turn.ts';
import { type Answer, inPlace, type TurnContext } from '../context.ts';
import type { Feature, ProfilePart } from '../feature.ts';
import { plainWords } from '../phrases.ts';
import { channelsInWords, day, listing, localDate, localTime } from '../words/format.ts';
import { learnerInWords } from '../words/learner.ts';
import { say } from './small-talk.ts';

/** How long "yes" and "no" belong to the question whether to delete everything. */
const questionMinutes = 10;

/** How long a person may change their mind. */
const graceHours = 24;

const yes = /^(co|dong y|xoa|xoa het|xoa di|yes|y|ok|oke|delete|dung|chac|chac chan)( (a|nhe|di))?$/;
const atOnce = /^(xoa|delete|erase) (ngay|luon|lien|now|bay gio)( (a|nhe|di|bay gio))*$/;
const no = /^(khong|ko|k|giu|giu lai|thoi|no|n|huy|cancel|keep)( (a|nhe|can|xoa|it))*$/;

/** The way to the question. */
export function eraseChoice(context: TurnContext): Choice {
  return context.offer('erase', ['ask'], context.t('choice-erase'));
}

/** The moment of a planned erasure, as it is said. */
function momentOf(moment: Date, timezone: string): { time: string; date: string } {
  return { time: localTime(moment, timezone), date: day(localDate(moment, timezone)) };
}

/** What "everything" is: an answer that was meant for less or more than is there by now is asked for again. */
interface Extent {
  readonly relatives: readonly string[];
  readonly channels: readonly string[];
  /** In how many chats the person writes. */
  readonly chats: number;
  /** The same while nobody was added, removed, joined or parted. */
  readonly mark: string;
}

async function extentOf(context: TurnContext): Promise<Extent> {
  const { tx, t, accountId, now } = context;
  const learners = await learnersOf(tx, accountId);
  const link = await undoableLink(tx, accountId, now);
  const summary = await accountSummary(tx, accountId);
  const numbers = [accountId, link?.id ?? 0, ...learners.map(({ id }) => id)];
  return {
    relatives: learners.filter(({ relation }) => relation !== 'self').map((learner) => learnerInWords(t, learner)),
    channels: summary?.channels ?? [],
    chats: summary?.chats ?? 1,
    mark: numbers.reduce((hash, id) => (hash * 31 + id) % 0x7fffffff, 7).toString(36),
  };
}

/** `/xoa`: asks first. What is planned already is said, with both ways on. */
async function askErase(context: TurnContext): Promise<Answer> {
  const { t, tx, locale, accountId, now, timezone } = context;
  const planned = await plannedErasure(tx, accountId);
  const { relatives, channels, chats, mark } = await extentOf(context);
  const until = new Date(now.getTime() + questionMinutes * 60_000);
  const text = [
    planned === undefined ? t('erase-ask') : t('erase-planned', momentOf(planned, timezone)),
    ...(relatives.length === 0 ? [] : [t('erase-ask-relatives', { who: listing(locale, relatives) })]),
    ...(chats < 2 ? [] : [t('erase-ask-channels', { count: chats, channels: channelsInWords(t, locale, channels) })]),
  ].join('\n');
  const eraseOffer = (what: 'yes' | 'now', label: string): Choice =>
    context.offer('erase', [what, secondsOf(until), mark], label);
  const answer = say(context, text, [
    ...(planned === undefined ? [eraseOffer('yes', t('choice-erase-yes'))] : []),
    eraseOffer('now', t('choice-erase-now')),
    keepChoice(context),
  ]);
  return {
    ...answer,
    state: { ...context.state, question: { kind: 'erase', until: until.toISOString(), data: mark } },
  };
}

function keepChoice(context: TurnContext): Choice {
  return context.offer('keep', [], context.t('choice-erase-no'));
}

function secondsOf(moment: Date): string {
  return Math.floor(moment.getTime() / 1000).toString(36);
}

/** Plans the erasure for tomorrow and says when. */
async function plan(context: TurnContext): Promise<Answer> {
  const { t, tx, accountId, now, timezone } = context;
  const moment = await scheduleErasure(tx, accountId, new Date(now.getTime() + graceHours * 3_600_000));
  return answered(context, t('erase-scheduled', momentOf(moment, timezone)), [keepChoice(context)]);
}

async function keep(context: TurnContext): Promise<Answer> {
  await holdAccounts(context.tx, [context.accountId]);
  const wasPlanned = await cancelErasure(context.tx, context.accountId);
  return answered(context, context.t(wasPlanned ? 'erase-cancelled' : 'erase-kept'));
}

function eraseNow(context: TurnContext): Answer {
  return { ...answered(context, context.t('erase-done')), effects: [{ kind: 'erase' }] };
}

/** An answer that ends the question. */
function answered(context: TurnContext, text: string, choices: readonly Choice[] = []): Answer {
  const { question: _answered, ...state } = context.state;
  return { ...say(context, text, choices), state };
}

/** The buttons that delete work for the ten minutes of their question, not years later by mistake. */
async function pressedErase(context: TurnContext, [what, until, mark]: readonly string[]): Promise<Answer> {
  const isOpen = Number.parseInt(until ?? '', 36) * 1000 >= context.now.getTime();
  if (!isOpen || (what !== 'yes' && what !== 'now')) return askErase(context);
  return inPlace(await eraseAsAsked(context, mark, what));
}

/** Does what was asked about, with the account held, so that nobody joins it meanwhile. */
async function eraseAsAsked(context: TurnContext, mark: unknown, what: 'yes' | 'now'): Promise<Answer> {
  await holdAccounts(context.tx, [context.accountId]);
  if ((await extentOf(context)).mark !== mark) return askErase(context);
  return what === 'yes' ? plan(context) : eraseNow(context);
}

function answerInWords(context: TurnContext, text: string, mark: unknown): Answer | Promise<Answer> | undefined {
  const words = plainWords(text);
  if (atOnce.test(words)) return eraseAsAsked(context, mark, 'now');
  if (yes.test(words)) return eraseAsAsked(context, mark, 'yes');
  return no.test(words) ? keep(context) : undefined;
}

async function profilePart(context: TurnContext): Promise<ProfilePart> {
  const { t, tx, accountId, timezone } = context;
  const planned = await plannedErasure(tx, accountId);
  if (planned === undefined) return { lines: [], choices: [eraseChoice(context)] };
  return { lines: [t('profile-erase-planned', momentOf(planned, timezone))], choices: [keepChoice(context)] };
}

/** Everything gone, with a day to change one's mind or at once. */
export const eraseFeature: Feature = {
  commands: { xoa: askErase, delete: askErase },
  phrases: {
    'xóa dữ liệu': 'xoa',
    'xoá dữ liệu': 'xoa',
    'xóa dữ liệu của tôi': 'xoa',
    'xoá dữ liệu của tôi': 'xoa',
    'xóa hết dữ liệu': 'xoa',
    'xoa du lieu': 'xoa',
    'xoa du lieu cua toi': 'xoa',
    'xoa het du lieu': 'xoa',
    'delete my data': 'xoa',
    xóa: 'xoa',
    xoá: 'xoa',
    xoa: 'xoa',
    'xóa hết': 'xoa',
    'xoá hết': 'xoa',
    'xoa het': 'xoa',
    'xóa hết đi': 'xoa',
    'xoa het di': 'xoa',
    'xóa tài khoản': 'xoa',
    'xoá tài khoản': 'xoa',
    'xoa tai khoan': 'xoa',
    'xóa tài khoản của tôi': 'xoa',
    'xoa tai khoan cua toi': 'xoa',
    'quên tôi đi': 'xoa',
    'quen toi di': 'xoa',
    'quên em đi': 'xoa',
    'quên mình đi': 'xoa',
    'đừng lưu gì về tôi': 'xoa',
    'đừng lưu gì về tôi nữa': 'xoa',
    'đừng lưu gì về mình': 'xoa',
    'dung luu gi ve toi': 'xoa',
    'delete my account': 'xoa',
    'forget me': 'xoa',
  },
  presses: { erase: pressedErase, keep: async (context) => inPlace(await keep(context)) },
  questions: { erase: answerInWords },
  profile: profilePart,
  help: ['help-xoa'],
};

import {
  type AccountLearner,
  type AccountLink,
  type AccountSummary,
  accountSummary,
  codeByHash,
  codeById,
  codeMinutes,
  fitTogether,
  handOver,
  joinAccounts,
  keepCode,
  type LinkCode,
  learnersOf,
  mayTryCode,
  newCode,
  noteWrongCode,
  plannedErasure,
  readCode,
  shownCode,
  undoableLink,
  undoLink,
} from '../../learners/index.ts';
import { fold } from '../../text/index.ts';
import { holdAccounts } from '../account-turn.ts';
import { type Answer, inPlace, type TurnContext } from '../context.ts';
import type { Feature } from '../feature.ts';
import { plainWords } from '../phrases.ts';
import { type DialogueState, withoutLearner } from '../state.ts';
import { hideWords, placeOfConversation } from '../store.ts';
import { channelsInWords, day, localDate, localTime } from '../words/format.ts';
import { joinedInWords } from '../words/joined.ts';
import { learnerInWords } from '../words/learner.ts';
import { say } from './small-talk.ts';
import { tellChat } from './tell-chat.ts';

/** `/ketnoi`: a code and what to do with it; with a code, what it would join, and the question whether to. */
function link(context: TurnContext, argument: string): Promise<Answer> | Answer {
  const words = fold(argument).trim();
  if (words === '') return showCode(context);
  const code = readCode(argument);
  return code === undefined ? say(context, context.t('link-code-form')) : tryCode(context, code);
}

/** A code for the person's other channels, where they are together by now, and the way back from the last joining. */
async function showCode(context: TurnContext): Promise<Answer> {
  const { tx, t, locale, accountId, now } = context;
  await holdAccounts(tx, [accountId]);
  const account = await accountSummary(tx, accountId);
  const last = await undoableLink(tx, accountId, now);
  const code = await makeCode(context, account?.learnerId ?? context.learnerId);
  const channels = account?.channels ?? [];
  const text = [
    t('link-code', { code, minutes: codeMinutes }),
    ...(channels.length < 2 ? [] : ['', t('link-together', { channels: channelsInWords(t, locale, channels) })]),
    ...(last === undefined ? [] : ['', t('link-undoable', { until: moment(context, last.undoUntil) })]),
  ].join('\n');
  return say(context, text, last === undefined ? [] : [undoChoice(context, last)]);
}

/** A code for a relative's own phone, with which everything of theirs goes there. */
export async function giveCode(context: TurnContext, { id }: AccountLearner): Promise<Answer> {
  const { tx, t, accountId } = context;
  await holdAccounts(tx, [accountId]);
  const learner = (await learnersOf(tx, accountId)).find((each) => each.id === id);
  if (learner === undefined) return say(context, t('relatives-gone'));
  const code = await makeCode(context, learner.id);
  return say(context, t('link-give', { code, minutes: codeMinutes, who: learnerInWords(t, learner) }));
}

async function makeCode(context: TurnContext, learnerId: number): Promise<string> {
  const { tx, accountId, now } = context;
  const code = newCode();
  await keepCode(tx, { accountId, learnerId, hash: context.hashCode(code), now });
  return shownCode(code);
}

const moment = ({ t, timezone }: TurnContext, at: Date): string =>
  t('link-moment', { time: localTime(at, timezone), date: day(localDate(at, timezone)) });

const undoChoice = (context: TurnContext, { id }: AccountLink) =>
  context.offer('unlink', [id.toString(36)], context.t('choice-unlink'));

/** Minutes in which a typed yes belongs to the question. */
const questionMinutes = 10;

/** Looks up a code that was typed. Wrong, expired and used ones are answered alike, and counted. */
async function tryCode(context: TurnContext, code: string): Promise<Answer> {
  const { tx, t, accountId, now } = context;
  // What the database keeps of a message must not be a key to somebody's account.
  await hideWords(tx, context.turnId, '/ketnoi ••••-••••');
  await holdAccounts(tx, [accountId]);
  if (!(await mayTryCode(tx, accountId, now))) return say(context, t('link-too-often'));
  const found = await codeByHash(tx, context.hashCode(code), now);
  if (found === undefined) {
    await noteWrongCode(tx, accountId, now);
    return say(context, t('link-wrong'));
  }
  if (found.accountId === accountId) return say(context, t('link-own'));
  const keeper = await accountSummary(tx, found.accountId);
  if (keeper === undefined) return say(context, t('link-wrong'));
  const isHandedOver = found.learnerId !== keeper.learnerId;
  const answer = say(
    context,
    isHandedOver
      ? t('link-give-ask')
      : t('link-ask', { channels: channelsInWords(t, context.locale, keeper.channels) }),
    [
      context.offer('link', [found.id.toString(36)], isHandedOver ? t('choice-link-take') : t('choice-link')),
      context.offer('nolink', [], t('choice-link-no')),
    ],
  );
  const until = new Date(now.getTime() + questionMinutes * 60_000).toISOString();
  return { ...answer, state: { ...context.state, question: { kind: 'link', until, data: found.id } } };
}

function withoutQuestion({ question: _asked, ...state }: DialogueState): DialogueState {
  return state;
}

const yes = /^(?:co|noi|noi di|noi lai|dong y|nhan|yes|y|ok|oke|u|uh|dung|link|link them)(?: (?:a|nhe|di|luon))*$/;
const no = /^(?:khong|ko|k|thoi|huy|no|n|cancel|khong noi|dung noi)(?: (?:a|nhe|can|noi))*$/;

function answerInWords(context: TurnContext, text: string, data: unknown): Promise<Answer> | Answer | undefined {
  const words = plainWords(text);
  if (yes.test(words) && typeof data === 'number') return confirm(context, data);
  return no.test(words) ? refused(context) : undefined;
}

const refused = (context: TurnContext): Answer => ({
  ...say(context, context.t('link-refused')),
  state: withoutQuestion(context.state),
});

/** Does what the code is for. Only a conversation that was shown the code's question has its number to press. */
async function confirm(context: TurnContext, codeId: number): Promise<Answer> {
  const { tx, t, accountId, now } = context;
  const state = withoutQuestion(context.state);
  const settled = (text: string): Answer => ({ ...say(context, text), state });
  const offered = await codeById(tx, codeId, now);
  if (offered === undefined) return settled(t('link-gone'));
  if (offered.accountId === accountId) return settled(t('link-own'));
  await holdAccounts(tx, [accountId, offered.accountId]);
  const code = await codeById(tx, codeId, now);
  const [own, keeper] = [await accountSummary(tx, accountId), await accountSummary(tx, offered.accountId)];
  if (code === undefined || own === undefined || keeper === undefined) return settled(t('link-gone'));
  // What is to be erased tomorrow must not be half of somebody: who joins keeps it all first, or has it erased first.
  const isLeaving =
    (await plannedErasure(tx, accountId)) !== undefined || (await plannedErasure(tx, code.accountId)) !== undefined;
  if (isLeaving) return settled(t('link-leaving'));
  if (code.learnerId !== keeper.learnerId) return take(context, state, { code, own, keeper });
  if (!fitTogether(own, keeper)) return settled(t('link-too-many-learners'));
  return join(context, state, { code, own, keeper });
}

interface Both {
  readonly code: LinkCode;
  readonly own: AccountSummary;
  readonly keeper: AccountSummary;
}

async function join(context: TurnContext, state: DialogueState, { code, own, keeper }: Both): Promise<Answer> {
  const { tx, t, locale, accountId, now } = context;
  const elsewhere = { accountId: code.accountId, key: 'link-told' } as const;
  await tellChat(context, elsewhere, { channel: t('word-channel', { channel: context.channel }) });
  const joined = await joinAccounts(tx, context.personalData, { from: accountId, into: code.accountId, now });
  const lines = await joinedInWords(context, joined.moved, keeper.learnerId);
  const text = [
    t('link-done', { channels: channelsInWords(t, locale, keeper.channels) }),
    ...lines,
    t('link-done-undo', { until: moment(context, joined.link.undoUntil) }),
  ].join('\n');
  const learnerId = context.learnerId === own.learnerId ? keeper.learnerId : context.learnerId;
  return inPlace({
    ...say(context, text, [undoChoice(context, joined.link)]),
    state,
    effects: [{ kind: 'set_learner', learnerId }],
  });
}

/** Takes over what an account kept for the person who writes here now. */
async function take(context: TurnContext, state: DialogueState, { code, own, keeper }: Both): Promise<Answer> {
  const { tx, t } = context;
  const given = (await learnersOf(tx, code.accountId)).find(({ id }) => id === code.learnerId);
  if (given === undefined) return { ...say(context, t('link-gone')), state };
  await tellChat(context, { accountId: code.accountId, key: 'link-given-told' }, { who: learnerInWords(t, given) });
  const people = { relative: given.id, self: keeper.learnerId, into: own.learnerId };
  await handOver(tx, context.personalData, people);
  return inPlace({ ...say(context, t('link-taken')), state });
}

/** Parts two accounts again. The newest joining goes first: what came later may have taken the place of what came before. */
async function undo(context: TurnContext, id: number): Promise<Answer> {
  const { tx, t, locale, accountId, conversationId, now } = context;
  const isMeant = (last: AccountLink | undefined): last is AccountLink => last?.id === id;
  const offered = await undoableLink(tx, accountId, now);
  if (!isMeant(offered)) return say(context, t('link-undo-gone'));
  await holdAccounts(tx, [offered.accountId, offered.joinedAccountId]);
  const last = await undoableLink(tx, accountId, now);
  if (!isMeant(last)) return say(context, t('link-undo-gone'));
  await undoLink(tx, context.personalData, last);
  const here = await placeOfConversation(tx, conversationId);
  const other = here.accountId === last.accountId ? last.joinedAccountId : last.accountId;
  await tellChat(context, { accountId: other, key: 'link-undone-told' });
  const keeper = await accountSummary(tx, last.accountId);
  return inPlace({
    ...say(context, t('link-undone', { channels: channelsInWords(t, locale, keeper?.channels ?? []) })),
    state: withoutLearner(context.state),
    effects: [{ kind: 'set_learner', learnerId: here.learnerId }],
  });
}

export const linkingFeature: Feature = {
  commands: { ketnoi: link, link },
  phrases: {
    'kết nối kênh khác': 'ketnoi',
    'ket noi kenh khac': 'ketnoi',
    'nối kênh khác': 'ketnoi',
    'noi kenh khac': 'ketnoi',
    'kết nối zalo': 'ketnoi',
    'kết nối telegram': 'ketnoi',
    'link my accounts': 'ketnoi',
  },
  wordings: [
    [
      /^(?:ketnoi|ket noi|noi|link|ma|ma noi|nhap ma)(?: (?:la|ma|voi|code))* (?<what>[0-9a-z]{4} ?[0-9a-z]{4})$/,
      'ketnoi',
    ],
  ],
  presses: {
    ketnoi: showCode,
    link: (context, [id]) => confirm(context, Number.parseInt(id ?? '', 36) || 0),
    nolink: (context) => inPlace(refused(context)),
    unlink: (context, [id]) => undo(context, Number.parseInt(id ?? '', 36) || 0),
  },
  questions: { link: answerInWords },
  help: ['help-ketnoi'],
};

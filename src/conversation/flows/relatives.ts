import { type AccountLearner, eraseLearnerData, holdLearner, learnersOf, mostLearners } from '../../learners/index.ts';
import type { Choice } from '../../message/index.ts';
import { fold } from '../../text/index.ts';
import { holdAccounts } from '../account-turn.ts';
import { type Answer, inPlace, type TurnContext } from '../context.ts';
import type { Feature } from '../feature.ts';
import { withoutLearner } from '../state.ts';
import { learnerInWords } from '../words/learner.ts';
import { giveCode } from './linking.ts';
import { addingQuestions, askKind, askName, askNewName, chooseAge, chooseKind, skipName } from './relative-form.ts';
import { say } from './small-talk.ts';

const idOf = (id: number): string => id.toString(36);
const readId = (argument: string | undefined): number => Number.parseInt(argument ?? '', 36) || 0;

/** `/nguoihoc`: who learns on this phone, for whom it is now, and the ways to change that. With a name it switches to them. */
async function learners(context: TurnContext, argument = ''): Promise<Answer> {
  const all = await learnersOf(context.tx, context.accountId);
  const words = fold(argument).trim();
  if (words === '') return overview(context, all);
  const chosen = namedLearner(all, words);
  if (chosen !== undefined) return switchTo(context, chosen);
  const relation = relationOf(words);
  const isKnown = all.some((learner) => learner.relation === relation);
  return relation === undefined || isKnown ? overview(context, all) : askName(context, relation);
}

const relationWords = {
  self: /^(?:toi|minh|em|chinh minh|ban than|chinh toi|me myself|myself)$/,
  child: /^(?:con|be|con trai|con gai|chau|child|my child|kid)$/,
  parent: /^(?:me|ma|ba|bo|cha|ba me|bo me|parent|mother|father|mom|dad)$/,
} as const;

function relationOf(words: string): 'child' | 'parent' | undefined {
  if (relationWords.child.test(words)) return 'child';
  return relationWords.parent.test(words) ? 'parent' : undefined;
}

/** Who is meant: by name, or the only one who is that to the person. */
function namedLearner(all: readonly AccountLearner[], words: string): AccountLearner | undefined {
  if (relationWords.self.test(words)) return all.find(({ relation }) => relation === 'self');
  const named = all.filter(({ name }) => name !== undefined && fold(name) === words);
  if (named.length > 0) return named.length === 1 ? named[0] : undefined;
  const relation = relationOf(words);
  const related = all.filter((learner) => learner.relation === relation);
  // "Mẹ" is not the father whose name is known; "con" is the only child, whatever the name.
  const [only] = related.filter(({ name }) => name === undefined || relation === 'child');
  return related.length === 1 ? only : undefined;
}

function overview(context: TurnContext, all: readonly AccountLearner[]): Answer {
  const { t, learnerId } = context;
  if (all.length === 1) return say(context, t('relatives-none'), [addChoice(context)]);
  const lines = all.map((learner) => {
    const who = learnerInWords(t, learner);
    const relation = t('learner-relation', { relation: learner.relation });
    const isChosen = learner.id === learnerId ? 'yes' : 'no';
    return t('relatives-line', { who: learner.name === undefined ? who : `${who} (${relation})`, isChosen });
  });
  const text = [t('relatives-title'), ...lines, t('relatives-how')].join('\n');
  const chosen = all.find(({ id }) => id === learnerId);
  return say(context, text, [
    ...all.filter(({ id }) => id !== learnerId).map((learner) => switchChoice(context, learner)),
    ...(all.length < mostLearners ? [addChoice(context)] : []),
    ...(chosen === undefined || chosen.relation === 'self' ? [] : chosenChoices(context, chosen)),
  ]);
}

const addChoice = (context: TurnContext): Choice => context.offer('reladd', [], context.t('choice-relative-add'));

function switchChoice(context: TurnContext, learner: AccountLearner): Choice {
  const label =
    learner.relation === 'self'
      ? context.t('choice-relative-self')
      : context.t('choice-relative-switch', { who: learnerInWords(context.t, learner) });
  return context.offer('relto', [idOf(learner.id)], label);
}

function chosenChoices(context: TurnContext, learner: AccountLearner): Choice[] {
  const { t } = context;
  const who = learnerInWords(t, learner);
  return [
    context.offer('relname', [idOf(learner.id)], t('choice-relative-rename', { who })),
    context.offer('relgive', [idOf(learner.id)], t('choice-relative-give', { who })),
    removeChoice(context, learner),
  ];
}

/** The way to the question whether to remove a relative. */
function removeChoice(context: TurnContext, learner: AccountLearner): Choice {
  const who = learnerInWords(context.t, learner);
  return context.offer('relgone', [idOf(learner.id)], context.t('choice-relative-remove', { who }));
}

/** From now on the conversation is about another learner. */
function switchTo(context: TurnContext, learner: AccountLearner): Answer {
  const { t } = context;
  const text =
    learner.relation === 'self'
      ? t('relatives-switched-self')
      : t('relatives-switched', { who: learnerInWords(t, learner) });
  return {
    ...say(context, text),
    state: withoutLearner(context.state),
    effects: [{ kind: 'set_learner', learnerId: learner.id }],
  };
}

/** What a press asks of a learner, if they are still with the account. */
function ofLearner(
  act: (context: TurnContext, learner: AccountLearner) => Answer | Promise<Answer>,
): (context: TurnContext, args: readonly string[]) => Promise<Answer> {
  return async (context, [id]) => {
    const learner = await holdLearner(context.tx, context.accountId, readId(id));
    return learner === undefined ? gone(context) : act(context, learner);
  };
}

const gone = async (context: TurnContext): Promise<Answer> => {
  const answer = overview(context, await learnersOf(context.tx, context.accountId));
  const [message] = answer.messages;
  return message === undefined
    ? answer
    : { ...answer, messages: [{ ...message, text: [context.t('relatives-gone'), '\n\n', ...message.text] }] };
};

/** Minutes in which the button that removes somebody works. */
const removeMinutes = 10;

function askRemove(context: TurnContext, learner: AccountLearner): Answer {
  const { t } = context;
  if (learner.relation === 'self') return say(context, t('relatives-not-self'));
  const until = Math.floor(context.now.getTime() / 1000) + removeMinutes * 60;
  return say(context, t('relatives-remove-ask', { who: learnerInWords(t, learner) }), [
    context.offer('relgo', [idOf(learner.id), until.toString(36)], t('choice-relative-remove-yes')),
    context.offer('relkeep', [], t('choice-erase-no')),
  ]);
}

/** Erases a relative with everything held on them; the conversation is about oneself again if it was about them. */
async function remove(context: TurnContext, [id, until]: readonly string[]): Promise<Answer> {
  const { tx, t, accountId } = context;
  await holdAccounts(tx, [accountId]);
  const all = await learnersOf(tx, accountId);
  const [self] = all;
  const learner = all.find((each) => each.id === readId(id));
  if (learner === undefined || self === undefined) return gone(context);
  const isLate = (Number.parseInt(until ?? '', 36) || 0) * 1000 < context.now.getTime();
  if (isLate || learner.relation === 'self') return askRemove(context, learner);
  await eraseLearnerData(tx, context.personalData, learner.id);
  const wasChosen = learner.id === context.learnerId;
  const answer = say(context, t('relatives-removed', { who: learnerInWords(t, learner) }));
  return inPlace({
    ...answer,
    ...(wasChosen
      ? { state: withoutLearner(context.state), effects: [{ kind: 'set_learner' as const, learnerId: self.id }] }
      : {}),
  });
}

export const relativesFeature: Feature = {
  commands: {
    nguoihoc: learners,
    nguoithan: learners,
    learners,
    themnguoi: askKind,
  },
  phrases: {
    'học cho con': 'nguoihoc con',
    'hoc cho con': 'nguoihoc con',
    'tìm lớp cho con': 'nguoihoc con',
    'học cho mẹ': 'nguoihoc me',
    'hoc cho me': 'nguoihoc me',
    'chuyển sang con': 'nguoihoc con',
    'chuyen sang con': 'nguoihoc con',
    'chuyển sang mẹ': 'nguoihoc me',
    'chuyen sang me': 'nguoihoc me',
    'chuyển sang ba': 'nguoihoc ba',
    'chuyển sang bố': 'nguoihoc bo',
    'chuyển sang tôi': 'nguoihoc toi',
    'chuyển sang mình': 'nguoihoc toi',
    'chuyển về mình': 'nguoihoc toi',
    'thêm người thân': 'themnguoi',
    'them nguoi than': 'themnguoi',
    'thêm người học': 'themnguoi',
    'them nguoi hoc': 'themnguoi',
    'người thân': 'nguoihoc',
    'nguoi than': 'nguoihoc',
    'người học': 'nguoihoc',
    'đổi người học': 'nguoihoc',
    'doi nguoi hoc': 'nguoihoc',
    'switch learner': 'nguoihoc',
    'add a relative': 'themnguoi',
  },
  presses: {
    rel: (context) => learners(context),
    reladd: askKind,
    relkind: (context, [relation]) => chooseKind(context, relation),
    relskip: (context, [relation]) => skipName(context, relation),
    relage: (context, [band]) => chooseAge(context, band),
    relto: ofLearner((context, learner) => inPlace(switchTo(context, learner))),
    relname: ofLearner(askNewName),
    relgone: ofLearner(askRemove),
    relgo: remove,
    relkeep: (context) => inPlace(say(context, context.t('erase-kept'))),
    relgive: ofLearner((context, learner) =>
      learner.relation === 'self' ? say(context, context.t('relatives-not-self')) : giveCode(context, learner),
    ),
  },
  questions: addingQuestions,
  profile: async (context) => ({ lines: [], choices: [context.offer('rel', [], context.t('choice-relatives'))] }),
  help: ['help-nguoihoc'],
};

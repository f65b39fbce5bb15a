import { z } from 'zod';
import {
  type AccountLearner,
  addRelative,
  longestName,
  mostLearners,
  noteFactsStatement,
  readName,
  relations,
  renameRelative,
} from '../../learners/index.ts';
import type { Choice } from '../../message/index.ts';
import { holdAccounts } from '../account-turn.ts';
import { type Answer, inPlace, type TurnContext } from '../context.ts';
import type { Feature } from '../feature.ts';
import { plainWords } from '../phrases.ts';
import { type DialogueState, withoutLearner } from '../state.ts';
import { learnerInWords } from '../words/learner.ts';
import { say } from './small-talk.ts';

/** How long an answer belongs to one of these questions. */
const questionMinutes = 10;

const relationOfRelative = z.enum(relations).exclude(['self']);
type RelativeRelation = z.output<typeof relationOfRelative>;

/** What has been told of somebody who is being added, or whom a new name is for. */
const naming = z.union([z.object({ relation: relationOfRelative }), z.object({ learnerId: z.number() })]);
const aging = z.object({ name: z.string().optional() });

/** Asks, and gives the question the next text. */
function ask(context: TurnContext, text: string, choices: readonly Choice[], kind: string, data: unknown): Answer {
  const until = new Date(context.now.getTime() + questionMinutes * 60_000).toISOString();
  return { ...say(context, text, choices), state: { ...context.state, question: { kind, until, data } } };
}

function withoutQuestion({ question: _asked, ...state }: DialogueState): DialogueState {
  return state;
}

/** Asks who is to be added. */
export function askKind(context: TurnContext): Answer {
  const { t } = context;
  const kinds = relationOfRelative.options.map((relation) =>
    context.offer('relkind', [relation], t('choice-relative-kind', { relation })),
  );
  return ask(context, t('relatives-ask-kind'), kinds, 'relative_kind', undefined);
}

/** Who was meant by a press. */
export function chooseKind(context: TurnContext, relation: string | undefined): Answer {
  const chosen = relationOfRelative.safeParse(relation);
  return chosen.success ? askName(context, chosen.data) : askKind(context);
}

const kindWords: readonly (readonly [RegExp, RelativeRelation])[] = [
  [/^(?:con|be|con (?:trai|gai|minh|toi|em)|chau|child|kid)$/, 'child'],
  [/^(?:ba me|bo me|cha me|me|ma|ba|bo|cha|parents?|mother|father|mom|dad)$/, 'parent'],
  [/^(?:nguoi (?:than|khac)|khac|ong|ba noi|ba ngoai|anh|chi|vo|chong|other|relative)$/, 'relative'],
];

function kindInWords(context: TurnContext, text: string): Answer | undefined {
  const words = plainWords(text);
  if (stop.test(words)) return stopped(context);
  const relation = kindWords.find(([pattern]) => pattern.test(words))?.[1];
  return relation && askName(context, relation);
}

/** Asks how to call the relative. */
export function askName(context: TurnContext, relation: RelativeRelation): Answer {
  const { t } = context;
  const skip = context.offer('relskip', [relation], t('choice-relative-skip'));
  return ask(context, t('relatives-ask-name', { relation }), [skip], 'relative_name', { relation });
}

/** Asks for another name. */
export function askNewName(context: TurnContext, learner: AccountLearner): Answer {
  const { t } = context;
  const text = t('relatives-ask-new-name', { who: learnerInWords(t, learner) });
  return ask(context, text, [], 'relative_name', { learnerId: learner.id });
}

const stop = /^(?:thoi|huy|bo|khong|ko|cancel|stop|no)(?: (?:nhe|a|di|them|can))*$/;
const skips = /^(?:bo qua|khong can|skip)(?: (?:nhe|a|di))*$/;
/** Begins like something to find: then it is no name. */
const isWish = /^(?:hoc|tim|muon|lop|khoa|day|khoa hoc|goi y|learn|find|course)(?: |$)/;

const stopped = (context: TurnContext): Answer => ({
  ...say(context, context.t('relatives-stopped')),
  state: withoutQuestion(context.state),
});

async function named(context: TurnContext, text: string, data: unknown): Promise<Answer> {
  const words = plainWords(text);
  const asked = naming.safeParse(data);
  if (!asked.success || stop.test(words)) return stopped(context);
  if ('relation' in asked.data && skips.test(words)) return afterName(context, asked.data.relation, undefined);
  const name = readName(text);
  // The question stays: the next text is another try.
  if (name === undefined) return say(context, context.t('relatives-name-again', { most: longestName }));
  if ('relation' in asked.data) return afterName(context, asked.data.relation, name);
  const { tx, t, accountId } = context;
  const isRenamed = await renameRelative(tx, accountId, asked.data.learnerId, name);
  const answer = say(context, isRenamed ? t('relatives-renamed', { who: name }) : t('relatives-gone'));
  return { ...answer, state: withoutQuestion(context.state) };
}

/** The press instead of a name. */
export function skipName(context: TurnContext, relation: string | undefined): Promise<Answer> | Answer {
  const chosen = relationOfRelative.safeParse(relation);
  return chosen.success ? afterName(context, chosen.data, undefined) : askKind(context);
}

/** Of a child the age band is asked, since children are protected; never a birth date. */
function afterName(
  context: TurnContext,
  relation: RelativeRelation,
  name: string | undefined,
): Promise<Answer> | Answer {
  return relation === 'child' ? askAge(context, name) : add(context, { relation, name, isUnder16: false });
}

function askAge(context: TurnContext, name: string | undefined): Answer {
  const { t } = context;
  const choices = [
    context.offer('relage', ['under'], t('choice-relative-under-16')),
    context.offer('relage', ['over'], t('choice-relative-over-16')),
  ];
  const text = t('relatives-ask-age', { who: learnerInWords(t, { relation: 'child', name }) });
  return ask(context, text, choices, 'relative_age', name === undefined ? {} : { name });
}

/** The press on an age band; the name is with the question it answers. */
export function chooseAge(context: TurnContext, band: string | undefined): Promise<Answer> | Answer {
  const { question } = context.state;
  const told = aging.safeParse(question?.kind === 'relative_age' ? question.data : undefined);
  if (!told.success) return askKind(context);
  return add(context, { relation: 'child', name: told.data.name, isUnder16: band === 'under' });
}

const under16 = /^(?:chua|chua du|khong|ko|duoi(?: 16)?(?: tuoi)?|nho hon 16|under(?: 16)?|no)$/;
const over16 = /^(?:roi|du roi|tren 16|tu 16(?: tro len)?|lon hon 16|over(?: 16)?|16 or older|yes)$/;

function ageInWords(context: TurnContext, text: string, data: unknown): Promise<Answer> | Answer | undefined {
  const told = aging.safeParse(data);
  const words = plainWords(text);
  if (!told.success) return undefined;
  const years = Number(/^(?:be |con |chau )?(\d{1,2})(?: ?t| tuoi| years old)?$/.exec(words)?.[1] ?? Number.NaN);
  const isUnder16 = under16.test(words) || years < 16;
  if (!isUnder16 && !over16.test(words) && !(years >= 16)) return stop.test(words) ? stopped(context) : undefined;
  return add(context, { relation: 'child', name: told.data.name, isUnder16 });
}

/** Adds the relative; the conversation is about them from now on. */
async function add(
  context: TurnContext,
  told: { readonly relation: RelativeRelation; readonly name: string | undefined; readonly isUnder16: boolean },
): Promise<Answer> {
  const { tx, t, accountId, now } = context;
  await holdAccounts(tx, [accountId]);
  const added = await addRelative(tx, accountId, told);
  if (added === undefined) {
    const full = say(context, t('relatives-full', { most: mostLearners }));
    return { ...full, state: withoutQuestion(context.state) };
  }
  if (told.isUnder16) await tx.execute(noteFactsStatement(added.id, { age_band: 'under_16' }, 'chosen', now));
  return inPlace({
    ...say(context, t('relatives-added', { who: learnerInWords(t, added) })),
    state: withoutLearner(context.state),
    effects: [{ kind: 'set_learner', learnerId: added.id }],
  });
}

export const addingQuestions: NonNullable<Feature['questions']> = {
  relative_kind: kindInWords,
  relative_name: (context, text, data) => (isWish.test(plainWords(text)) ? undefined : named(context, text, data)),
  relative_age: ageInWords,
};

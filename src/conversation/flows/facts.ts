import { suggestTopics } from '../../discovery/index.ts';
import { type FactKind, factKinds, interestId, joinedTold, type Told } from '../../learners/index.ts';
import type { Choice } from '../../message/index.ts';
import { type Answer, inPlace, type TurnContext } from '../context.ts';
import type { Feature } from '../feature.ts';
import { knowing } from '../manner.ts';
import { plainWords } from '../phrases.ts';
import { factInWords } from '../words/facts.ts';
import { day, listing, localDate } from '../words/format.ts';
import { optionList } from './option-list.ts';
import { say } from './small-talk.ts';
import { typedAnswer } from './told-answers.ts';

/** How long a typed text belongs to the kind of fact that was chosen. */
const questionMinutes = 10;

/** What can be chosen for each kind, in the order shown. A place is typed; interests are the fields of the menu. */
function choosable(kind: FactKind): readonly Told[] {
  switch (kind) {
    case 'place':
      return [];
    case 'times':
      return (['morning', 'afternoon', 'evening', 'weekend'] as const).map((time) => ({ times: [time] }));
    case 'budget':
      return [0, 500_000, 1_000_000, 2_000_000].map((budget) => ({ budget }));
    case 'device':
      return (['phone', 'none'] as const).map((device) => ({ device }));
    case 'data':
      return [{ data: 'low' }];
    case 'wheelchair':
      return [{ wheelchair: true }];
    case 'role':
      return (
        ['worker', 'student', 'job_seeker', 'small_business', 'parent', 'teacher', 'senior', 'organiser'] as const
      ).map((role) => ({ role }));
    case 'age_band':
      return (['under_16', '16_24', '25_39', '40_59', '60_up'] as const).map((age_band) => ({ age_band }));
    case 'interests':
      return suggestTopics().map(({ id }) => ({ interests: [{ field: id }] }));
    case 'goal':
      return (['new_job', 'better_work', 'own_business', 'help_child', 'hobby', 'daily_life', 'exam'] as const).map(
        (goal) => ({ goal: { kind: goal } }),
      );
    case 'level':
      return (['beginner', 'intermediate', 'advanced'] as const).map((level) => ({ level }));
    case 'language':
      return (['vi', 'en'] as const).map((language) => ({ language }));
    case 'disability':
      return (['seeing', 'hearing', 'moving', 'learning'] as const).map((each) => ({ disability: [each] }));
    case 'phone':
      return (['iphone', 'android'] as const).map((phone) => ({ phone }));
    case 'address':
      return (['ban', 'anh', 'chi', 'co', 'chu', 'bac', 'em'] as const).map((address) => ({ address }));
    case 'speech':
      return [{ speech: 'simple' }];
    // Told by their names, here or beside a path to an occupation.
    case 'skills':
      return [];
  }
}

/** What is known of the learner in a line for each day and way it came: short, and still saying where each came from. */
export function toldLines({ t, locale, timezone, profile }: TurnContext): string[] {
  const groups = new Map<string, { readonly source: string; readonly date: string; readonly facts: string[] }>();
  for (const kind of factKinds) {
    const [fact, origin] = [factInWords(t, locale, profile.told, kind), profile.origins[kind]];
    if (fact === undefined || origin === undefined) continue;
    const { source } = origin;
    const date = day(localDate(origin.at, timezone));
    const group = groups.get(`${source} ${date}`) ?? { source, date, facts: [] };
    group.facts.push(fact);
    groups.set(`${source} ${date}`, group);
  }
  return [...groups.values()].map(({ source, date, facts }) =>
    t('profile-told', { source, date, facts: listing(locale, facts) }),
  );
}

/** The way to changing what is known, or to telling the first of it. */
export function editChoice(context: TurnContext): Choice {
  const isKnown = Object.keys(context.profile.told).length > 0;
  return context.offer('fact', ['kinds', '0'], context.t(isKnown ? 'choice-edit' : 'choice-tell'));
}

/** Every kind of fact to choose from, the known ones first. */
function kindsMenu(context: TurnContext, page: string | undefined): Answer {
  const { t, profile } = context;
  const isKnown = (kind: FactKind): boolean => profile.told[kind] !== undefined;
  const kinds = [...factKinds.filter(isKnown), ...factKinds.filter((kind) => !isKnown(kind))];
  const message = optionList(context, {
    text: t('edit-which'),
    choices: kinds.map((kind) =>
      context.offer(
        'fact',
        ['kind', kind, '0'],
        isKnown(kind) ? `✓ ${kindName(context, kind)}` : kindName(context, kind),
      ),
    ),
    page: Number(page) || 0,
    toPage: (next) => context.offer('fact', ['kinds', String(next)], t('choice-other-kinds')),
    out: backToProfile(context),
  });
  return inPlace({ messages: [message], state: withoutQuestion(context) });
}

function kindName({ t }: TurnContext, kind: FactKind): string {
  return t('fact-kind', { kind });
}

/** The values of a kind; the chosen ones are marked and the next typed text may be another. */
function valuesMenu(context: TurnContext, kind: FactKind, page: string | undefined): Answer {
  const { t, locale, profile } = context;
  const now = factInWords(t, locale, profile.told, kind);
  const values = choosable(kind).map((value, position) => {
    const label = upperFirst(factInWords(t, locale, value, kind) ?? '');
    const isChosen = isToldAlready(profile.told, value, kind);
    return context.offer('fact', ['set', kind, String(position)], isChosen ? `✓ ${label}` : label);
  });
  const forget = context.offer('fact', ['forget', kind], t('choice-forget-kind'));
  const text = [
    `${kindName(context, kind)}: ${now ?? t('edit-unknown')}.`,
    kind === 'place'
      ? t('edit-place')
      : kind === 'skills'
        ? t('edit-skills')
        : isMany(kind)
          ? t('edit-choose-some')
          : t('edit-choose'),
    ...(kind === 'goal' || kind === 'interests' ? [t('edit-or-write')] : []),
  ].join(' ');
  const message = optionList(context, {
    text,
    choices: now === undefined ? values : [...values, forget],
    page: Number(page) || 0,
    toPage: (next) => context.offer('fact', ['kind', kind, String(next)], t('choice-other-values')),
    out: context.offer('fact', ['kinds', '0'], t('choice-back-to-kinds')),
  });
  const until = new Date(context.now.getTime() + questionMinutes * 60_000).toISOString();
  return inPlace({
    messages: [message],
    state: { ...context.state, question: { kind: 'fact', until, data: { kind } } },
  });
}

function isMany(kind: FactKind): kind is ManyKind {
  return kind === 'times' || kind === 'interests' || kind === 'disability' || kind === 'skills';
}

function isToldAlready(told: Told, value: Told, kind: FactKind): boolean {
  if (!isMany(kind)) return JSON.stringify(told[kind]) === JSON.stringify(value[kind]);
  return idsOf(value, kind).every((id) => idsOf(told, kind).includes(id));
}

type ManyKind = 'times' | 'interests' | 'disability' | 'skills';

function idsOf(told: Told, kind: ManyKind): readonly string[] {
  if (kind === 'skills') return (told.skills ?? []).map(({ concept }) => concept);
  return kind === 'interests' ? (told.interests ?? []).map(interestId) : (told[kind] ?? []);
}

/** A value pressed: of kinds with several it comes or goes, else it is the new one. */
function setValue(context: TurnContext, kind: FactKind, position: string | undefined): Answer {
  const value = choosable(kind)[Number(position)];
  if (value === undefined) return kindsMenu(context, '0');
  if (!isMany(kind)) return noted(context, kind, value);
  const { told } = context.profile;
  if (!isToldAlready(told, value, kind)) return withMany(context, kind, addedTo(told, value, kind));
  const gone = idsOf(value, kind);
  const left: Told = {
    ...(kind === 'times' ? { times: told.times?.filter((each) => !gone.includes(each)) ?? [] } : {}),
    ...(kind === 'disability' ? { disability: told.disability?.filter((each) => !gone.includes(each)) ?? [] } : {}),
    ...(kind === 'interests'
      ? { interests: told.interests?.filter((each) => !gone.includes(interestId(each))) ?? [] }
      : {}),
  };
  return idsOf(left, kind).length === 0 ? forget(context, kind) : withMany(context, kind, left);
}

function addedTo(told: Told, value: Told, kind: FactKind): Told {
  if (kind !== 'times') return joinedTold(told, value);
  return { times: [...new Set([...(told.times ?? []), ...(value.times ?? [])])] };
}

function withMany(context: TurnContext, kind: FactKind, told: Told): Answer {
  const answer = valuesMenu(knowing(context, { ...context.profile.told, ...told }), kind, '0');
  return { ...answer, effects: [{ kind: 'note_facts', told, source: 'chosen' }] };
}

/** Says what is known from now on, in the manner it asks for. */
function noted(context: TurnContext, kind: FactKind, told: Told): Answer {
  const knower = knowing(context, { ...context.profile.told, ...told });
  const fact = factInWords(knower.t, knower.locale, told, kind) ?? '';
  const isChild = told.age_band === 'under_16' && context.learner.relation === 'self';
  const text = [knower.t('edit-noted', { fact }), ...(isChild ? [knower.t('remember-under-16')] : [])].join('\n');
  return {
    ...inPlace(say(knower, text, after(knower))),
    state: withoutQuestion(context),
    effects: [{ kind: 'note_facts', told, source: 'chosen' }],
  };
}

function forget(context: TurnContext, kind: FactKind): Answer {
  const { t, locale, profile } = context;
  const fact = factInWords(t, locale, profile.told, kind);
  const { [kind]: _gone, ...left } = profile.told;
  const knower = knowing(context, left);
  const text =
    fact === undefined ? knower.t('remember-forgotten-before') : knower.t('remember-forgotten', { facts: fact });
  return {
    ...inPlace(say(knower, text, after(knower))),
    state: withoutQuestion(context),
    effects: [{ kind: 'forget_facts', kinds: [kind] }],
  };
}

function after(context: TurnContext): Choice[] {
  return [context.offer('fact', ['kinds', '0'], context.t('choice-edit-more')), backToProfile(context)];
}

function backToProfile(context: TurnContext): Choice {
  return context.choice({ action: 'profile', args: [] }, context.t('choice-profile'));
}

function withoutQuestion({ state }: TurnContext): TurnContext['state'] {
  const { question: _answered, ...rest } = state;
  return rest;
}

const forgetWords =
  /^(?:quen|quen di|xoa|xoa di|bo|bo di|khong|khong con|forget|delete|none|clear)(?: (?:di|nhe|nha|a))*$/;

/** A typed value for the kind that was chosen, a label of its choices, or "quên". */
function typed(context: TurnContext, text: string, data: unknown): Answer | undefined {
  const kind = factKinds.find((each) => each === (data as { kind?: unknown } | undefined)?.kind);
  if (kind === undefined) return undefined;
  const words = plainWords(text);
  if (forgetWords.test(words)) return forget(context, kind);
  const label = choosable(kind).findIndex(
    (value) => plainWords(factInWords(context.t, context.locale, value, kind) ?? '') === words,
  );
  if (label >= 0) return setValue(context, kind, String(label));
  const told = typedAnswer(context, kind, text);
  if (told[kind] === undefined) return undefined;
  return isMany(kind) && kind !== 'times'
    ? withMany(context, kind, addedTo(context.profile.told, told, kind))
    : noted(context, kind, told);
}

function upperFirst(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}

function pressed(context: TurnContext, [what, which, more]: readonly string[]): Answer {
  if (what === 'kinds') return kindsMenu(context, which);
  const kind = factKinds.find((each) => each === which);
  if (kind === undefined) return kindsMenu(context, '0');
  if (what === 'set') return setValue(context, kind, more);
  return what === 'forget' ? forget(context, kind) : valuesMenu(context, kind, more);
}

/** Changing what is remembered, a kind at a time; `/toi` leads here. */
export const factsFeature: Feature = { presses: { fact: pressed }, questions: { fact: typed } };

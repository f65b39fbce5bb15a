import type { Facets, KeptWish, Miss } from '../../discovery/index.ts';
import { type FactKind, factKinds, type Profile, type Told } from '../../learners/index.ts';
import type { OutboundMessage } from '../../message/index.ts';
import type { Answer, TurnContext } from '../context.ts';
import { leaningOfFacts } from '../leaning.ts';
import type { SearchState } from '../state.ts';
import { factsInWords } from '../words/facts.ts';
import { learnerInWords } from '../words/learner.ts';
import { say } from './small-talk.ts';

/** A wish with what is known of the learner as preferences, and which facts made a difference. */
export interface Preferred {
  readonly wish: KeptWish;
  readonly used: readonly FactKind[];
}

/** The conditions that facts stand for, all of them preferences: what a learner told once excludes nothing. */
export function facetsOfFacts(told: Told): Facets {
  return {
    ...(told.place === undefined ? {} : { place: { value: told.place, hard: false } }),
    ...(told.times === undefined ? {} : { times: { value: told.times, hard: false } }),
    ...(told.budget === undefined ? {} : { maxPriceVnd: { value: told.budget, hard: false } }),
    ...(told.data === undefined ? {} : { lowData: { value: true as const, hard: false } }),
    ...(told.wheelchair === undefined ? {} : { wheelchair: { value: true as const, hard: false } }),
    ...(told.language === undefined ? {} : { language: { value: told.language, hard: false } }),
  };
}

/** Adds to a new wish what the learner told before and does not say otherwise now. */
export function preferring(wish: KeptWish, { told }: Profile): Preferred {
  const { facets } = wish;
  const isAnywhere = facets.place !== undefined || facets.mode?.value === 'online';
  const isPriced = facets.maxPriceVnd !== undefined || facets.cheap !== undefined;
  const open: Told = {
    ...(isAnywhere || told.place === undefined ? {} : { place: told.place }),
    ...(facets.times !== undefined || told.times === undefined ? {} : { times: told.times }),
    ...(isPriced || told.budget === undefined ? {} : { budget: told.budget }),
    ...(facets.lowData !== undefined || told.data === undefined ? {} : { data: told.data }),
    ...(facets.wheelchair !== undefined || told.wheelchair === undefined ? {} : { wheelchair: told.wheelchair }),
    ...(facets.language !== undefined || told.language === undefined ? {} : { language: told.language }),
  };
  const { leaning, used } = leaningOfFacts(told, facets);
  return {
    wish: {
      ...wish,
      facets: { ...facets, ...facetsOfFacts(open) },
      ...(Object.keys(leaning).length === 0 ? {} : { leaning }),
    },
    used: factKinds.filter((kind) => open[kind] !== undefined || used.includes(kind)),
  };
}

const facetOfFact: Readonly<Partial<Record<FactKind, keyof Facets>>> = {
  place: 'place',
  times: 'times',
  budget: 'maxPriceVnd',
  data: 'lowData',
  wheelchair: 'wheelchair',
  language: 'language',
};

const missOfFact: Readonly<Partial<Record<FactKind, Miss['kind']>>> = {
  place: 'place',
  times: 'time',
  budget: 'price',
  data: 'low_data',
  wheelchair: 'wheelchair',
  language: 'language',
  device: 'computer',
};

/** Whether what a course misses was only preferred because of these facts. */
export function isOfFacts(miss: Miss, used: readonly FactKind[]): boolean {
  return used.some((kind) => missOfFact[kind] === miss.kind);
}

/** The facts a search took into account that a sharper form of its wish leaves as they were. */
export function stillUsed({ wish: before, remembered = [] }: SearchState, wish: KeptWish): FactKind[] {
  return remembered.filter((kind) => {
    const facet = facetOfFact[kind];
    // What only leans stays as it was: follow-ups name no such thing.
    return facet === undefined ? wish.leaning !== undefined : before.facets[facet] === wish.facets[facet];
  });
}

/** The wish as it was without the preferences of some facts. */
export function withoutFacts(wish: KeptWish, used: readonly FactKind[]): KeptWish {
  const dropped = new Set(used.map((kind) => facetOfFact[kind]));
  const facets = Object.fromEntries(Object.entries(wish.facets).filter(([name]) => !dropped.has(name as keyof Facets)));
  const { leaning, ...rest } = wish;
  const leans = leaning !== undefined && !used.some((kind) => facetOfFact[kind] === undefined);
  return { ...rest, facets, ...(leans ? { leaning } : {}) };
}

/** What a message told: as it was heard, together with what was known, and what of the same kinds was known before. */
export interface Noted {
  readonly heard: Told;
  readonly told: Told;
  readonly before: Told;
}

/** Says what is remembered from now on, with a press to take it back, under an answer that uses it already. */
export function noting(context: TurnContext, answer: Answer, { heard, told, before }: Noted): Answer {
  const [first, ...rest] = answer.messages;
  if (first === undefined) return answer;
  const { t, locale } = context;
  const facts = factsInWords(t, locale, heard);
  const { learner } = context;
  const noted =
    learner.relation === 'self'
      ? t('remember-noted', { facts })
      : t('remember-noted-for', { facts, who: learnerInWords(t, learner) });
  const isChild = learner.relation === 'self' && told.age_band === 'under_16';
  const line = isChild ? `${noted} ${t('remember-under-16')}` : noted;
  const kinds = factKinds.filter((kind) => told[kind] !== undefined);
  const turn = context.turnId.toString(36);
  const forget = context.choice({ action: 'forget', args: [codeOf(kinds), turn] }, t('choice-forget-said'));
  const message: OutboundMessage =
    first.courses === undefined
      ? { ...first, text: [line, '\n\n', ...first.text], choices: [forget, ...first.choices] }
      : {
          ...first,
          footer: first.footer === undefined ? [line] : [line, '\n', ...first.footer],
          choices: [...first.choices, forget],
        };
  return {
    ...answer,
    messages: [message, ...rest],
    state: { ...answer.state, noted: { turn: context.turnId, before: onlyKinds(before, kinds) } },
    effects: [...(answer.effects ?? []), { kind: 'note_facts', told }],
  };
}

/** The facts of some kinds. */
export function onlyKinds(told: Told, kinds: readonly FactKind[]): Told {
  return Object.fromEntries(Object.entries(told).filter(([kind]) => kinds.some((each) => each === kind)));
}

/** Facts as one short ASCII argument of a choice: a bit each. */
function codeOf(kinds: readonly FactKind[]): string {
  return kinds.reduce((code, kind) => code | (1 << factKinds.indexOf(kind)), 0).toString(36);
}

/** Takes back what was noted, as a press asks: what was known before is known again, the rest is forgotten. */
export function forgetFacts(context: TurnContext, code: string | undefined, turn: string | undefined): Answer {
  const bits = Number.parseInt(code ?? '', 36) || 0;
  const kinds = factKinds.filter((_, position) => (bits & (1 << position)) !== 0);
  const { t, locale, profile } = context;
  const { noted, ...state } = context.state;
  const known = onlyKinds(profile.told, kinds);
  if (Object.keys(known).length === 0) return say(context, t('remember-forgotten-before'));
  const before = noted !== undefined && noted.turn.toString(36) === turn ? noted.before : {};
  const forgotten = kinds.filter((kind) => before[kind] === undefined);
  const restored = Object.keys(before).length > 0;
  const lines = [
    ...(forgotten.some((kind) => known[kind] !== undefined)
      ? [t('remember-forgotten', { facts: factsInWords(t, locale, onlyKinds(known, forgotten)) })]
      : []),
    ...(restored ? [t('remember-restored', { facts: factsInWords(t, locale, before) })] : []),
  ];
  return {
    ...say(context, lines.join('\n')),
    state,
    effects: [
      ...(forgotten.length === 0 ? [] : [{ kind: 'forget_facts' as const, kinds: forgotten }]),
      ...(restored ? [{ kind: 'note_facts' as const, told: before }] : []),
    ],
  };
}

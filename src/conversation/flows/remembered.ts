import type { Facets, KeptWish, Miss } from '../../discovery/index.ts';
import { type FactKind, factKinds, type Profile, type Told } from '../../learners/index.ts';
import type { OutboundMessage } from '../../message/index.ts';
import type { Answer, TurnContext } from '../context.ts';
import type { SearchState } from '../state.ts';
import { factsInWords } from '../words/facts.ts';
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
  };
  return {
    wish: { ...wish, facets: { ...facets, ...facetsOfFacts(open) } },
    used: factKinds.filter((kind) => open[kind] !== undefined),
  };
}

const facetOfFact: Readonly<Partial<Record<FactKind, keyof Facets>>> = {
  place: 'place',
  times: 'times',
  budget: 'maxPriceVnd',
  data: 'lowData',
  wheelchair: 'wheelchair',
};

const missOfFact: Readonly<Partial<Record<FactKind, Miss['kind']>>> = {
  place: 'place',
  times: 'time',
  budget: 'price',
  data: 'low_data',
  wheelchair: 'wheelchair',
};

/** Whether what a course misses was only preferred because of these facts. */
export function isOfFacts(miss: Miss, used: readonly FactKind[]): boolean {
  return used.some((kind) => missOfFact[kind] === miss.kind);
}

/** The facts a search took into account that a sharper form of its wish leaves as they were. */
export function stillUsed({ wish: before, remembered = [] }: SearchState, wish: KeptWish): FactKind[] {
  return remembered.filter((kind) => {
    const facet = facetOfFact[kind];
    return facet !== undefined && before.facets[facet] === wish.facets[facet];
  });
}

/** The wish as it was without the preferences of some facts. */
export function withoutFacts(wish: KeptWish, used: readonly FactKind[]): KeptWish {
  const dropped = new Set(used.map((kind) => facetOfFact[kind]));
  const facets = Object.fromEntries(Object.entries(wish.facets).filter(([name]) => !dropped.has(name as keyof Facets)));
  return { ...wish, facets };
}

/** Says what is remembered from now on, with a press to take it back, under an answer that uses it already. */
export function noting(context: TurnContext, answer: Answer, told: Told): Answer {
  const [first, ...rest] = answer.messages;
  if (first === undefined) return answer;
  const { t, locale } = context;
  const line = t('remember-noted', { facts: factsInWords(t, locale, told) });
  const kinds = factKinds.filter((kind) => told[kind] !== undefined);
  const forget = context.choice({ action: 'forget', args: [codeOf(kinds)] }, t('choice-forget-said'));
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
    effects: [...(answer.effects ?? []), { kind: 'note_facts', told }],
  };
}

/** Facts as one short ASCII argument of a choice: a bit each. */
function codeOf(kinds: readonly FactKind[]): string {
  return kinds.reduce((code, kind) => code | (1 << factKinds.indexOf(kind)), 0).toString(36);
}

/** The choice that forgets one fact. */
export function forgetChoice(context: TurnContext, kind: FactKind, label: string) {
  return context.choice({ action: 'forget', args: [codeOf([kind])] }, label);
}

/** Forgets facts, as a press asks. */
export function forgetFacts(context: TurnContext, code: string | undefined): Answer {
  const bits = Number.parseInt(code ?? '', 36) || 0;
  const kinds = factKinds.filter((_, position) => (bits & (1 << position)) !== 0);
  const { t, locale, profile } = context;
  const known = Object.fromEntries(
    kinds.flatMap((kind) => (profile.told[kind] === undefined ? [] : [[kind, profile.told[kind]]])),
  );
  if (Object.keys(known).length === 0) return say(context, t('remember-forgotten-before'));
  const answer = say(context, t('remember-forgotten', { facts: factsInWords(t, locale, known) }));
  return { ...answer, effects: [{ kind: 'forget_facts', kinds }] };
}

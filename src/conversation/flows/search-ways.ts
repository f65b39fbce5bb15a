import type { Doubt, Facets, Hit, KeptWish, Miss } from '../../discovery/index.ts';
import type { FactKind } from '../../learners/index.ts';
import type { Choice } from '../../message/index.ts';
import type { TurnContext } from '../context.ts';
import type { EarlierSearch } from '../state.ts';
import { facetWords } from '../words/facets.ts';
import { listing } from '../words/format.ts';
import { withoutFacts } from './remembered.ts';

/** A search as its answer shows it. */
export interface ListedSearch {
  readonly wish: KeptWish;
  readonly serial: number;
  readonly shown: readonly Hit[];
  /** The facts of the profile that conditions of the wish come from. */
  readonly remembered: readonly FactKind[];
  /** Some of them made a difference to the courses shown. */
  readonly isNoticed: boolean;
  readonly earlier: readonly EarlierSearch[];
}

/** So many more choices than conditions to add may stand below a list. */
const besideNarrowing = 2;

/** From so many ways on, conditions to add are left out. */
const enoughWays = 4;

/** So many ways out of a wish that nothing fits: fields to learn in stand beside them. */
const mostOut = 3;

/** So many other meanings of the words of a wish are offered. */
const mostDoubted = 2;

/** So many conditions at most can be dropped by a press; all of them by words: "bỏ giá". */
const mostDropped = 3;

/** The ways on from a list: back, without the profile, read otherwise, without a condition, with one more. Short answers offer the first two. */
export function waysFrom(context: TurnContext, search: ListedSearch): Choice[] {
  const back = backChoice(context, search);
  const plain = plainChoice(context, search);
  if (context.presentation.isShort) return [...back, ...plain];
  const narrow = narrowChoices(context, search.wish.facets, search.serial);
  const room = narrow.length + besideNarrowing;
  const others = [...doubtChoices(context, search), ...dropChoices(context, search)].slice(0, room - back.length);
  const left = Math.min(enoughWays, room) - back.length - others.length;
  return [...back, ...plain, ...others, ...narrow.slice(0, Math.max(0, left))];
}

/** The ways out of a wish that nothing fits: nothing is to be added to it. */
export function otherWays(context: TurnContext, search: ListedSearch): Choice[] {
  const back = backChoice(context, search);
  const plain = plainChoice(context, search);
  if (context.presentation.isShort) return [...back, ...plain];
  const others = [...doubtChoices(context, search), ...dropChoices(context, search)];
  return [...back, ...plain, ...others.slice(0, mostOut - back.length)];
}

/** Without what the profile asks for, where that moved anything. */
function plainChoice(context: TurnContext, { serial, isNoticed }: ListedSearch): Choice[] {
  if (!isNoticed) return [];
  return [context.choice({ action: 'plain', args: [serial.toString(36)] }, context.t('choice-plain'))];
}

function backChoice(context: TurnContext, { serial, earlier }: ListedSearch): Choice[] {
  return earlier.length === 0 ? [] : [context.offer('sback', [serial.toString(36)], context.t('choice-before'))];
}

/** "Không, ý mình là …": what a corrected word or a short form may have meant, if there is anything to find for it. */
function doubtChoices(context: TurnContext, { wish, serial }: ListedSearch): Choice[] {
  const { t, finder, now, dismissed } = context;
  const finds = (doubt: Doubt): boolean =>
    doubt.kind === 'spelling' ||
    !finder.search(finder.meantOtherwise(wish, doubt), { limit: 1, now, exclude: dismissed }).none;
  return finder
    .doubts(wish)
    .map((doubt, place) => ({ doubt, place }))
    .filter(({ doubt }) => finds(doubt))
    .slice(0, mostDoubted)
    .map(({ doubt, place }) =>
      context.offer(
        'smean',
        [serial.toString(36), String(place)],
        t('choice-meant', { words: doubt.kind === 'spelling' ? doubt.typed : doubt.meaning }),
      ),
    );
}

/**
 * Conditions by how easily a message is misread to state them, the likeliest slip first: "tối" is a time and "tôi" a person, "cho bé" may
 * tell who looks after whom; a wheelchair and "miễn phí" are never said by chance.
 */
const byDoubt: readonly (keyof Facets)[] = [
  'times',
  'audience',
  'level',
  'starts',
  'maxHours',
  'minHours',
  'language',
  'lowData',
  'certificate',
  'cheap',
  'mode',
  'place',
  'maxPriceVnd',
  'wheelchair',
];

const missOfFacet: Readonly<Partial<Record<keyof Facets, Miss['kind']>>> = {
  times: 'time',
  lowData: 'low_data',
  cheap: 'price',
  maxPriceVnd: 'price',
  maxHours: 'hours',
  minHours: 'hours',
};

/**
 * The stated conditions, each to be dropped by a press. First what every course shown misses, for it costs most; then what is least
 * likely to be meant, words with a "chỉ" behind the others. What the profile asks for has a choice of its own.
 */
function dropChoices(context: TurnContext, { wish, serial, shown, remembered }: ListedSearch): Choice[] {
  const { t, locale } = context;
  // Without its only condition a wish that names no topic asks for nothing.
  if (wish.topic === '' && Object.keys(wish.facets).length < 2) return [];
  const stated = withoutFacts(wish, remembered).facets;
  const isMissed = (name: keyof Facets): boolean =>
    shown.length > 0 && shown.every(({ misses }) => misses.some(({ kind }) => kind === (missOfFacet[name] ?? name)));
  const rank = (name: keyof Facets): number =>
    byDoubt.indexOf(name) + (isMissed(name) ? 0 : 100) + (stated[name]?.hard === true ? 50 : 0);
  const words = facetWords(t, locale, stated);
  return [...new Set(words.map(([name]) => name))]
    .sort((one, other) => rank(one) - rank(other))
    .slice(0, mostDropped)
    .map((name) => {
      const own = words.filter(([each]) => each === name).map(([, said]) => said);
      return context.offer('sdrop', [serial.toString(36), name], t('choice-drop', { facet: listing(locale, own) }));
    });
}

/** Conditions that were not stated, offered as one press each. */
function narrowChoices(context: TurnContext, facets: Facets, serial: number): Choice[] {
  const { t } = context;
  const offer = (name: string, label: string): Choice =>
    context.choice({ action: 'narrow', args: [serial.toString(36), name] }, label);
  return [
    ...(facets.maxPriceVnd === undefined ? [offer('free', t('choice-narrow-free'))] : []),
    ...(facets.times === undefined ? [offer('evening', t('choice-narrow-evening'))] : []),
    ...(facets.mode === undefined && facets.place === undefined ? [offer('online', t('choice-narrow-online'))] : []),
  ];
}

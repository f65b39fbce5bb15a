import {
  type Facets,
  fieldTopic,
  type Hit,
  type KeptWish,
  keptWish,
  type SearchResult,
} from '../../discovery/index.ts';
import { agreesSince, type FactKind } from '../../learners/index.ts';
import type { Choice, OutboundMessage } from '../../message/index.ts';
import { wardByCode } from '../../places/index.ts';
import type { Answer, TurnContext } from '../context.ts';
import { anyWish } from '../goal-topics.ts';
import { noticedFacts } from '../leaning.ts';
import { MeaningWanted } from '../meaning-wanted.ts';
import type { EarlierSearch, SearchState } from '../state.ts';
import { facetsInWords } from '../words/facets.ts';
import { forWhom } from '../words/learner.ts';
import { hitInWords } from '../words/reasons.ts';
import { type AlertOffer, alertOffer } from './alert-offer.ts';
import { courseListMessage } from './course-list.ts';
import { askWhichPart, withKnownPart } from './divided-ward.ts';
import { earlierWith } from './earlier-searches.ts';
import { barriersNow, besideOffers } from './offers-beside.ts';
import { isOfFacts, preferring, stillUsed, withoutFacts } from './remembered.ts';
import { type ListedSearch, otherWays, waysFrom } from './search-ways.ts';
import { say, topicChoices } from './small-talk.ts';
import { mayAskModel } from './tutor.ts';
import { besideWorkshops } from './workshop-wish.ts';

/** The version of the words about the tutor from which on they speak of what is looked for as well. */
const wishConsentSince = 4;

/** So few courses are little. */
const little = 2;

/** A follow-up refines the last search for a day; after that a lone "rẻ hơn" has lost its context. */
const refineHours = 24;

/** The last search while follow-ups may still mean it. */
export function lastSearch(context: TurnContext): SearchState | undefined {
  const search = context.state.search;
  if (search === undefined) return undefined;
  return context.now.getTime() - Date.parse(search.at) <= refineHours * 3_600_000 ? search : undefined;
}

/** Searches for a new wish with what the learner told before as preferences, which the answer names and a press undoes. */
export function searchPreferring(context: TurnContext, wish: KeptWish): Promise<Answer> {
  const { wish: preferred, used } = preferring(wish, context.profile);
  return search(context, preferred, used);
}

/** Searches for a sharper form of the last wish; preferences it does not touch stay preferences. */
export function searchRefined(context: TurnContext, previous: SearchState, wish: KeptWish): Promise<Answer> {
  const used = stillUsed(previous, wish);
  const earlier = earlierWith(previous, wish);
  // Who asks for online courses now does not mind the place they told of.
  if (wish.facets.mode?.value !== 'online' || !used.includes('place')) return search(context, wish, used, earlier);
  return search(
    context,
    withoutFacts(wish, ['place']),
    used.filter((kind) => kind !== 'place'),
    earlier,
  );
}

/** The last search once more, without what the learner told before. */
export function searchPlainly(context: TurnContext, serial: string | undefined): Promise<Answer> {
  const previous = context.state.search;
  if (previous?.remembered === undefined || previous.serial.toString(36) !== serial) {
    return Promise.resolve(say(context, context.t('chat-stale'), topicChoices(context)));
  }
  const wish = withoutFacts(previous.wish, previous.remembered);
  return search(context, wish, [], earlierWith(previous, wish));
}

/**
 * Searches afresh, keeps the wish for the city's figures, and shows the first page.
 * @param remembered the facts of the profile that conditions of the wish come from
 * @param earlier the searches that it sharpens or widens, the newest first
 */
export async function search(
  context: TurnContext,
  wish: KeptWish,
  remembered: readonly FactKind[] = [],
  earlier: readonly EarlierSearch[] = [],
): Promise<Answer> {
  const settled = withKnownPart(context.state, wish);
  const question = askWhichPart(context, settled, { remembered, earlier });
  if (question !== undefined) return question;
  return searchNow(context, settled, { remembered, earlier });
}

async function searchNow(
  context: TurnContext,
  wish: KeptWish,
  { remembered, earlier }: Required<Pick<SearchState, 'remembered' | 'earlier'>>,
): Promise<Answer> {
  const barriers = barriersNow(context, wish);
  const isCutOff = barriers?.device === true || barriers?.network === true;
  const { leaning: { isCutOff: _before, ...leaning } = {}, ...rest } = wish;
  const leant: KeptWish = {
    ...rest,
    ...(wish.leaning || isCutOff ? { leaning: { ...leaning, ...(isCutOff ? { isCutOff } : {}) } } : {}),
  };
  const result = ask(context, leant, context.presentation.coursesAtOnce + 1);
  if (context.finder.wantsMeaning(leant, result) && (await maySend(context)))
    throw new MeaningWanted(leant.said ?? leant.topic);
  const answer = await show(context, leant, result, { remembered, earlier });
  const results = result.none ? 0 : result.hits.length;
  const isLittle = results <= little;
  const beside = isLittle ? await besideWorkshops(context, answer, wish) : answer;
  return {
    ...(await besideOffers(context, beside, wish, { withWorkshops: !isLittle })),
    effects: [{ kind: 'record_wish', wish, results }],
  };
}

/** Whether what somebody looks for may leave the house, without names and numbers: a model may be asked, and they agreed to words that say so. */
async function maySend(context: TurnContext): Promise<boolean> {
  const [mayAsk, agreed] = await Promise.all([
    mayAskModel(context),
    agreesSince(context.tx, context.learnerId, 'ai_tutor', wishConsentSince),
  ]);
  return mayAsk && agreed === 'agrees';
}

/** What the catalogue has for a wish, without the courses the person does not want to see. */
function ask({ finder, now, dismissed }: TurnContext, wish: KeptWish, limit: number): SearchResult {
  return finder.search(wish, { limit, now, exclude: dismissed });
}

/** The first page of a search, which follow-ups then refine. */
async function show(
  context: TurnContext,
  wish: KeptWish,
  result: SearchResult,
  { remembered = [], earlier = [] }: Pick<SearchState, 'remembered' | 'earlier'>,
): Promise<Answer> {
  const { coursesAtOnce, nearAtOnce } = context.presentation;
  const shown = result.none ? result.near.slice(0, nearAtOnce) : result.hits.slice(0, coursesAtOnce);
  // A search that found nothing at all leaves the last list as it was: "khóa 2" still means its second course.
  if (result.none && shown.length === 0 && context.state.search !== undefined) {
    const missed = { wish: keptWish(wish), turn: context.turnId };
    const offer = alertOffer(context, `m${context.turnId.toString(36)}`);
    // The list before is the last one still: showing it again is the way back.
    const back = earlier.length === 0 ? [] : [context.choice({ action: 'list', args: [] }, context.t('choice-before'))];
    const message = await nothingFits(context, wish, shown, offer, back);
    return { messages: [message], state: { ...context.state, missed } };
  }
  const serial = (context.state.search?.serial ?? context.state.lastSerial ?? 0) + 1;
  const noticed = noticedFacts(remembered, shown);
  const { focus: _before, why: _recommended, missed: _missed, ...rest } = context.state;
  const state = {
    ...rest,
    search: {
      wish: keptWish(wish),
      serial,
      shown: shown.map((hit) => hit.key),
      offset: shown.length,
      at: context.now.toISOString(),
      ...(remembered.length === 0 ? {} : { remembered }),
      ...(noticed.length === 0 ? {} : { noticed }),
      ...(earlier.length === 0 ? {} : { earlier }),
    },
  };
  const listed: ListedSearch = { wish, serial, shown, remembered, isNoticed: noticed.length > 0, earlier };
  const message = result.none
    ? await nothingFits(context, wish, shown, alertOffer(context, serial.toString(36)), otherWays(context, listed))
    : await firstPage(context, listed, result);
  return { messages: [message], state };
}

/** The next page of the last search. */
export async function more(context: TurnContext): Promise<Answer> {
  const previous = lastSearch(context);
  if (previous === undefined) return say(context, context.t('chat-no-list-yet'), topicChoices(context));
  const pageSize = context.presentation.coursesAtOnce;
  const result = ask(context, previous.wish, previous.offset + pageSize + 1);
  const page = result.hits.slice(previous.offset, previous.offset + pageSize);
  if (page.length === 0) return say(context, context.t('search-no-more'), topicChoices(context));
  const listed = await listCourses(context, previous.wish, page);
  const message = courseListMessage(context, context.t('search-more'), listed, {
    choices: moreChoice(context, previous.serial, result.hits.length > previous.offset + pageSize),
  });
  return {
    messages: [message],
    state: {
      ...context.state,
      search: {
        ...previous,
        shown: page.map((hit) => hit.key),
        offset: previous.offset + page.length,
        at: context.now.toISOString(),
      },
    },
  };
}

/** A field of the menu: searched as if the person had typed its name. */
export function searchField(context: TurnContext, field: string | undefined): Promise<Answer> {
  const topic = field === undefined ? undefined : fieldTopic(field);
  if (topic === undefined) return Promise.resolve(say(context, context.t('chat-stale'), topicChoices(context)));
  return searchPreferring(context, context.finder.understand(topic));
}

/** Where the person is: narrows the last search to it, or shows what there is. */
export function searchAt(context: TurnContext, code: string | undefined): Promise<Answer> {
  const ward = code === undefined ? undefined : wardByCode(code);
  if (ward === undefined) return Promise.resolve(say(context, context.t('search-outside')));
  const place = { value: { label: ward.fullName, wards: [ward.code] }, hard: false };
  const previous = lastSearch(context);
  const before = previous?.wish ?? anyWish(context.locale);
  const wish = { ...before, facets: { ...before.facets, place } };
  return previous === undefined ? search(context, wish) : searchRefined(context, previous, wish);
}

/** The list of the last search from its beginning, once more; it is no new wish. */
export async function showAgain(context: TurnContext): Promise<Answer> {
  const previous = lastSearch(context);
  if (previous === undefined) return say(context, context.t('chat-no-list-yet'), topicChoices(context));
  return showEarlier(context, previous);
}

/** The list of a search from its beginning, as it was: the same wish gives the same courses; no new wish is counted. */
export function showEarlier(
  context: TurnContext,
  { wish, remembered = [], earlier = [] }: Pick<SearchState, 'wish' | 'remembered' | 'earlier'>,
): Promise<Answer> {
  const result = ask(context, wish, context.presentation.coursesAtOnce + 1);
  return show(context, wish, result, { remembered, earlier });
}

const narrowings: Readonly<Record<string, Facets>> = {
  free: { maxPriceVnd: { value: 0, hard: false } },
  evening: { times: { value: ['evening'], hard: false } },
  online: { mode: { value: 'online', hard: false } },
};

/** Narrows the last search by a pressed condition. */
export function narrow(context: TurnContext, serial: string | undefined, name: string | undefined): Promise<Answer> {
  const previous = context.state.search;
  const facets = narrowings[name ?? ''];
  if (previous === undefined || facets === undefined || previous.serial.toString(36) !== serial) {
    return Promise.resolve(say(context, context.t('chat-stale'), topicChoices(context)));
  }
  return searchRefined(context, previous, {
    ...previous.wish,
    facets: { ...previous.wish.facets, ...facets },
  });
}

async function listCourses(context: TurnContext, wish: KeptWish, hits: readonly Hit[]) {
  const courses = await context.finder.courses(
    context.tx,
    hits.map((hit) => hit.key),
  );
  const byKey = new Map(courses.map((course) => [course.key, course]));
  return hits.flatMap((hit) => {
    const course = byKey.get(hit.key);
    return course === undefined ? [] : [{ course, reasons: hitInWords(context.t, context.locale, hit, wish) }];
  });
}

async function firstPage(context: TurnContext, page: ListedSearch, result: SearchResult): Promise<OutboundMessage> {
  const { wish, serial, shown, remembered } = page;
  const offer = alertOffer(context, serial.toString(36));
  // Where little fits, hearing of more is what helps most; under a full list its words would only be in the way.
  const isLittle = result.hits.length <= little;
  return courseListMessage(
    context,
    foundText(context, wish, { shown, remembered }),
    await listCourses(context, wish, shown),
    {
      footer: [hint(context, wish.facets), ...(isLittle ? [offer.text] : [])].filter((line) => line !== '').join('\n'),
      choices: [
        ...(isLittle ? [offer.choice] : []),
        ...moreChoice(context, serial, result.hits.length > shown.length),
        ...waysFrom(context, page),
      ],
    },
  );
}

/** How a list is opened. What only the profile asks for is a preference: a list that misses it is no lesser one. */
function foundText(
  { t, locale }: TurnContext,
  wish: KeptWish,
  { shown, remembered }: { readonly shown: readonly Hit[]; readonly remembered: readonly FactKind[] },
): string {
  const meetsAll = shown.some((hit) => hit.misses.length === 0);
  const meetsStated = shown.some((hit) => hit.misses.every((miss) => isOfFacts(miss, remembered)));
  const topic = wish.topic === '' ? 'none' : wish.topic;
  const facets = facetsInWords(t, locale, wish.facets);
  if (facets === '') return t('search-found', { topic });
  if (meetsAll) return t('search-found-facets', { topic, facets });
  const stated = facetsInWords(t, locale, withoutFacts(wish, remembered).facets);
  if (stated === '') return t('search-found-preferring', { topic, facets });
  return meetsStated
    ? t('search-found-facets', { topic, facets: stated })
    : t('search-found-near-only', { topic, facets });
}

async function nothingFits(
  context: TurnContext,
  wish: KeptWish,
  near: readonly Hit[],
  offer: AlertOffer,
  ways: readonly Choice[],
): Promise<OutboundMessage> {
  const { t } = context;
  // A way out of this very wish helps more than yet another field.
  const fields = topicChoices(context);
  const choices = [offer.choice, ...ways, ...fields.slice(0, fields.length - ways.length)];
  const topic = wish.topic === '' ? 'none' : wish.topic;
  const isHard = Object.values(wish.facets).some((condition) => condition.hard);
  if (isHard && near.length > 0) {
    const text = t('search-found-near-only', { topic, facets: facetsInWords(t, context.locale, wish.facets) });
    return courseListMessage(context, text, await listCourses(context, wish, near), { footer: offer.text, choices });
  }
  const text = t('search-none', { topic });
  if (near.length === 0) {
    return { text: [forWhom(context, `${text}\n${t('search-none-hint')}\n\n${offer.text}`)], choices };
  }
  return courseListMessage(context, `${text}\n${t('search-none-near')}`, await listCourses(context, wish, near), {
    footer: offer.text,
    choices,
  });
}

function moreChoice(context: TurnContext, serial: number, isMore: boolean): Choice[] {
  if (!isMore) return [];
  return [context.choice({ action: 'more', args: [serial.toString(36)] }, context.t('choice-more'))];
}

/** One line that teaches how to go on, naming only what was not said yet. */
function hint(context: TurnContext, facets: Facets): string {
  const { t } = context;
  const examples = [
    ...(facets.maxPriceVnd?.value === 0 ? [] : [t('search-hint-cheaper')]),
    ...(facets.times === undefined ? [t('search-hint-evening')] : []),
    ...(facets.place === undefined ? [t('search-hint-place')] : []),
    ...(facets.mode === undefined && facets.place !== undefined ? [t('search-hint-online')] : []),
  ].slice(0, 3);
  return examples.length === 0 ? '' : t('search-hint', { examples: examples.join(', ') });
}

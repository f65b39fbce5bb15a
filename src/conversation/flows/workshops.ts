import { z } from 'zod';
import type { Choice, OutboundMessage, Span } from '../../message/index.ts';
import { findWorkshops as upcomingWorkshops, type Workshop } from '../../workshops/index.ts';
import type { Answer, TurnContext } from '../context.ts';
import { wishesOfTold } from '../goal-topics.ts';
import { plainWords } from '../phrases.ts';
import type { DialogueState } from '../state.ts';
import { facetsInWords } from '../words/facets.ts';
import { listing } from '../words/format.ts';
import { forWhom } from '../words/learner.ts';
import { timeOfWorkshop, workshopFacts, workshopReason, workshopTitle } from '../words/workshop.ts';
import { dateInWords, weekdayInWords } from '../words/workshop-time.ts';
import { type Days, namedDays } from '../workshop-days.ts';
import { type MatchedWorkshop, matchWorkshops, readWorkshopWish, type WorkshopWish } from '../workshop-match.ts';
import { say } from './small-talk.ts';
import { allChoice, keyOf, type OwnRegistration, ownRegistrations, standing, wordsOf } from './workshop-standing.ts';

/** Workshops of the next months that one list is chosen from. */
const mostLookedAt = 500;

/** How long numbers, "thêm" and "tuần này" mean the list. */
const listMinutes = 30;

/** Own registrations that stand above a list. */
const mineShown = 4;

/** A condition that a press adds to what was said. */
const filters = ['all', 'near', 'week', 'weekend', 'programmes'] as const;
export type WorkshopFilter = (typeof filters)[number];

/** What a conversation remembers of the list of workshops it saw last. */
export const listData = z.object({
  said: z.string(),
  filter: z.enum(filters),
  offset: z.number(),
  shown: z.array(z.number()),
  /** The workshop looked at last. */
  focus: z.number().optional(),
  /** The serial of the course search before: a newer one takes the numbers over. */
  search: z.number().optional(),
});
export type ListData = z.output<typeof listData>;

/** The list that numbers and "thêm" mean, while they do. */
export function openList({ state, now }: TurnContext): ListData | undefined {
  const { question } = state;
  if (question?.kind !== 'workshops' || new Date(question.until) < now) return undefined;
  const data = listData.safeParse(question.data);
  return data.success && data.data.search === state.search?.serial ? data.data : undefined;
}

/** The state in which numbers, "thêm", "đăng ký" mean workshops. */
export function withList({ state, now }: TurnContext, data: Omit<ListData, 'search'>): DialogueState {
  const until = new Date(now.getTime() + listMinutes * 60_000).toISOString();
  const search = state.search?.serial;
  return {
    ...state,
    question: { kind: 'workshops', until, data: { ...data, ...(search === undefined ? {} : { search }) } },
  };
}

/** What to list: what was said, a pressed condition, from where on. */
export interface ListWish {
  readonly said: string;
  readonly filter: WorkshopFilter;
  readonly offset: number;
}

/** The workshops that fit what was said and what is known of the learner. */
export interface FoundWorkshops {
  readonly wish: WorkshopWish;
  readonly found: readonly MatchedWorkshop<Workshop>[];
  /** All that are to come. */
  readonly upcoming: readonly Workshop[];
}

/** @param said what they look for; nothing: what fits them */
export async function findWorkshops(
  context: TurnContext,
  said: string,
  filter: WorkshopFilter,
): Promise<FoundWorkshops> {
  const { tx, now, finder, timezone } = context;
  const { found: all } = await upcomingWorkshops(tx, { now, limit: mostLookedAt });
  const upcoming = all
    .map(({ workshop }) => workshop)
    .filter(({ programme }) => filter !== 'programmes' || programme !== undefined);
  const read = readWorkshopWish(said, { finder, now, timezone });
  const wish = filtered(read, filter, now, timezone);
  return { wish, upcoming, found: match(context, upcoming, wish) };
}

function filtered(wish: WorkshopWish, filter: WorkshopFilter, now: Date, timezone: string): WorkshopWish {
  switch (filter) {
    case 'all':
    case 'programmes':
      return wish;
    case 'near':
      return { ...wish, isNear: true };
    case 'week':
      return { ...wish, days: namedDays('this_week', now, timezone) };
    case 'weekend':
      return { ...wish, days: namedDays('weekend', now, timezone) };
  }
}

function match(context: TurnContext, workshops: readonly Workshop[], wish: WorkshopWish) {
  const { told } = context.profile;
  const interests = wishesOfTold(context.finder, told, context.locale).map(({ wish: liked }) => ({
    words: liked.topic,
    terms: context.finder.understand(liked.said).terms,
  }));
  return matchWorkshops(workshops, wish, { told, timezone: context.timezone, interests });
}

/** `/hoithao`: what one has registered for, and the workshops that fit, best first. */
export async function listWorkshops(context: TurnContext, list: ListWish): Promise<Answer> {
  const { t } = context;
  const { wish, found, upcoming } = await findWorkshops(context, list.said, list.filter);
  const isPlain = list.said.trim() === '' && list.filter === 'all' && list.offset === 0;
  const mine = isPlain ? await ownRegistrations(context) : [];
  if (upcoming.length === 0) {
    const lines = mine.length === 0 ? [] : [...mineLines(context, mine), ''];
    const none = t(list.filter === 'programmes' ? 'programmes-none' : 'workshops-none');
    return say(context, [...lines, none].join('\n'), mineChoices(context, mine));
  }
  if (wish.isNear && wish.facets.place === undefined && context.profile.told.place === undefined) {
    return { ...say(context, t('workshops-where')), state: withList(context, { ...list, filter: 'all', shown: [] }) };
  }
  if (found.length > 0)
    return show(context, list, found, [
      ...mineLines(context, mine),
      list.filter === 'programmes' && wish.topic === '' ? t('programmes-title') : heading(context, wish),
    ]);
  const none = t('workshops-none-fit', { topic: orNone(wish.topic), conditions: orNone(conditions(context, wish)) });
  const near = nearest(context, upcoming, wish);
  const title = t(near.isAboutTopic ? 'workshops-nearest' : 'workshops-others');
  return show(context, { said: '', filter: 'all', offset: 0 }, near.found, [`${none} ${title}`]);
}

/** What comes nearest to a wish that nothing fits: other days, then other places, then whatever there is. */
function nearest(context: TurnContext, upcoming: readonly Workshop[], wish: WorkshopWish) {
  const { times: _times, ...anyTime } = wish.facets;
  const { place: _place, ...anywhere } = anyTime;
  const wider: readonly WorkshopWish[] = [
    { ...wish, days: undefined, facets: anyTime },
    { ...wish, days: undefined, facets: anywhere, isNear: false },
  ];
  for (const each of wider) {
    const found = match(context, upcoming, each);
    if (found.length > 0) return { found, isAboutTopic: true };
  }
  const all = match(context, upcoming, { ...wish, terms: [], days: undefined, facets: {}, isNear: false });
  return { found: all, isAboutTopic: false };
}

const orNone = (words: string): string => (words === '' ? 'none' : words);

function daysInWords({ t, now, timezone }: TurnContext, days: Days): string {
  if (days.name === 'weekday') return weekdayInWords(t, days.weekdays?.[0] ?? 0);
  if (days.name === 'day') return dateInWords(t, days.from, namedDays('today', now, timezone).from);
  return t('workshops-condition-days', { days: days.name });
}

/** The conditions of a wish said back. */
function conditions(context: TurnContext, { days, facets, isNear }: WorkshopWish): string {
  const { t, locale, profile } = context;
  const { place, times, audience, wheelchair } = facets;
  const own = facetsInWords(t, locale, {
    ...(audience === undefined ? {} : { audience }),
    ...(times === undefined ? {} : { times }),
    ...(place === undefined ? {} : { place }),
    ...(wheelchair === undefined ? {} : { wheelchair }),
  });
  const near = isNear && place === undefined ? profile.told.place?.label : undefined;
  return listing(locale, [
    ...(own === '' ? [] : [own]),
    ...(near === undefined ? [] : [t('workshops-condition-near', { place: near })]),
    ...(days === undefined ? [] : [daysInWords(context, days)]),
  ]);
}

function heading(context: TurnContext, wish: WorkshopWish): string {
  const said = conditions(context, wish);
  if (wish.topic === '' && said === '') return context.t('workshops-title');
  return context.t('workshops-about', { topic: orNone(wish.topic), conditions: orNone(said) });
}

/** One page of workshops, each with why it is there. */
function show(
  context: TurnContext,
  list: ListWish,
  found: readonly MatchedWorkshop<Workshop>[],
  above: readonly string[],
): Answer {
  const { t, presentation } = context;
  const { coursesAtOnce, isShort } = presentation;
  const page = found.slice(list.offset, list.offset + coursesAtOnce);
  if (page.length === 0) return say(context, t('workshops-no-more'), [allChoice(context)]);
  const isMore = found.length > list.offset + coursesAtOnce;
  const text: Span[] = [forWhom(context, above.join('\n'))];
  for (const [position, matched] of page.entries()) text.push(...item(context, matched, list.offset + position));
  const message: OutboundMessage = {
    text,
    choices: [
      ...page.map(({ workshop }) =>
        context.offer('ws', [keyOf(workshop.key)], workshopTitle(t, workshop).slice(0, longestLabel)),
      ),
      ...(isMore ? [context.offer('wsl', ['more'], t('choice-workshops-more'))] : []),
      ...(isShort ? [] : filterChoices(context, list)),
    ],
    ...(isShort || context.capabilities.choices === 'numbers' ? {} : { footer: [t('workshops-hint')] }),
  };
  const shown = page.map(({ workshop }) => workshop.key);
  return { messages: [message], state: withList(context, { ...list, shown }) };
}

/** Buttons are narrow. */
const longestLabel = 60;

function item(context: TurnContext, { workshop, reasons }: MatchedWorkshop<Workshop>, position: number): Span[] {
  const { t, presentation, capabilities } = context;
  // Where choices are numbers, the numbers are those of the choices below.
  const sign = capabilities.choices === 'numbers' ? '▪' : `${position + 1}.`;
  const lines = [
    ...workshopFacts(wordsOf(context), workshop),
    ...reasons
      .slice(0, Math.min(presentation.reasonsAtMost, reasonsShown))
      .map((reason) => `→ ${workshopReason(t, reason)}`),
  ];
  return ['\n\n', { text: `${sign} ${workshopTitle(t, workshop)}`, bold: true }, `\n${lines.join('\n')}`];
}

const reasonsShown = 2;

function filterChoices(context: TurnContext, { filter, said }: ListWish): Choice[] {
  const { t } = context;
  const labels = {
    near: t('choice-workshops-near'),
    week: t('choice-workshops-week'),
    weekend: t('choice-workshops-weekend'),
    all: t('choice-workshops-all'),
    programmes: t('choice-programmes'),
  };
  const isNarrow = filter !== 'all' || said.trim() !== '';
  return (['near', 'week', 'weekend', 'all'] as const)
    .filter((each) => each !== filter && (each !== 'all' || isNarrow))
    .slice(0, 3)
    .map((each) => context.offer('wsl', [each], labels[each]));
}

function mineLines(context: TurnContext, mine: readonly OwnRegistration[]): string[] {
  if (mine.length === 0) return [];
  const lines = mine.slice(0, mineShown).map((own) => {
    const words = wordsOf(context);
    const title = workshopTitle(context.t, own.workshop);
    const args = { ...standing(context, own), title, time: timeOfWorkshop(words, own.workshop) };
    return context.t(own.learner.relation === 'self' ? 'workshops-mine-line' : 'workshops-mine-line-for', args);
  });
  return [context.t('workshops-mine'), ...lines, ''];
}

/** "2", "xem 2", "đăng ký 2", "thêm", "tuần này", "gần nhà", "ở Quận 3", after a list of workshops. */
export function answerList(
  context: TurnContext,
  text: string,
  data: ListData,
  steps: {
    readonly show: (key: number) => Promise<Answer>;
    readonly register: (key: number) => Promise<Answer>;
  },
): Promise<Answer> | undefined {
  const words = plainWords(text);
  const chosen = numbered.exec(words)?.groups;
  if (chosen !== undefined) {
    const key = data.shown[Number(chosen.number) - 1 - data.offset] ?? data.shown[Number(chosen.number) - 1];
    if (key === undefined) return undefined;
    return chosen.verb?.startsWith('dang ky') || chosen.verb === 'register' ? steps.register(key) : steps.show(key);
  }
  if (register.test(words)) {
    const key = data.focus ?? (data.shown.length === 1 ? data.shown[0] : undefined);
    return key === undefined ? undefined : steps.register(key);
  }
  const { said } = data;
  if (more.test(words)) {
    return listWorkshops(context, { said, filter: data.filter, offset: data.offset + data.shown.length });
  }
  if (everything.test(words)) return listWorkshops(context, { said: '', filter: 'all', offset: 0 });
  const { finder, now, timezone } = context;
  const wish = readWorkshopWish(text, { finder, now, timezone });
  const { place, times } = wish.facets;
  const names = wish.days !== undefined || wish.isNear || place !== undefined || times !== undefined;
  // A subject besides is a wish of its own, for courses as well.
  if (wish.terms.length > 0 || !names) return undefined;
  return listWorkshops(context, { said: [said, text].join(' ').trim(), filter: 'all', offset: 0 });
}

const numbered =
  /^(?:(?<verb>xem|chi tiet|chon|mo|dang ky|dang ki|register|show|open)(?: (?:cho (?:minh|em|toi|con|me|ba)|buoi|cai|so|hoi thao|number))*|buoi|so|cai|hoi thao)? ?(?<number>\d{1,2})[.)]?(?: (?:nhe|nha|di|a|ban|please))*$/;
const register =
  /^(?:(?:cho )?(?:minh|em|toi|tui|con|chau|i)(?: (?:muon|xin|se|want to|would like to))* )?(?:dang ky|dang ki|dk|tham gia|giu cho|register|sign up|sign me up|join)(?: (?:buoi nay|luon|di|nhe|nha|a|giup minh|cho minh|giup em|please|me|it|this))*$/;
const more =
  /^(?:(?:cho |xem )?(?:minh |em |toi )?(?:xem )?(?:them|nua|tiep|them nua|buoi khac|cai khac|con nua khong|more|next|others))(?: (?:di|nhe|nha|a|buoi khac|nua|please))*$/;
const everything = /^(?:(?:xem )?tat ca|het|xem het|all|show all)(?: (?:cac buoi|hoi thao|di|nhe|nha|a|workshops))*$/;

/** A pressed condition, or the next page. */
export function pressedList(context: TurnContext, [what]: readonly string[]): Promise<Answer> {
  const list = openList(context);
  if (what === 'more' && list !== undefined) {
    return listWorkshops(context, { ...list, offset: list.offset + list.shown.length });
  }
  if (what === 'wish') {
    const { missed, search } = context.state;
    return listWorkshops(context, { said: (missed ?? search)?.wish.said ?? '', filter: 'all', offset: 0 });
  }
  const filter = filters.find((each) => each === what) ?? 'all';
  const said = filter === 'all' ? '' : (list?.said ?? '');
  return listWorkshops(context, { said, filter, offset: 0 });
}

/** The way to one's own registrations. */
function mineChoices(context: TurnContext, mine: readonly OwnRegistration[]): Choice[] {
  return mine.slice(0, mineShown).map(({ workshop }) => context.offer('ws', [keyOf(workshop.key)], workshop.title));
}

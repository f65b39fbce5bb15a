import { type Course, standingOf } from '../../catalogue/index.ts';
import {
  courseHistory,
  type Hit,
  type KeptWish,
  markedCourses,
  noteInteractions,
  recentTopics,
  seeded,
} from '../../discovery/index.ts';
import { type FactKind, factKinds, type Told } from '../../learners/index.ts';
import { enrolmentsOf } from '../../learning/index.ts';
import { cityTime } from '../../time/index.ts';
import type { Answer, TurnContext } from '../context.ts';
import { anyWish, type ToldWish, wishesOfTold } from '../goal-topics.ts';
import { noticedFacts } from '../leaning.ts';
import { facetsInWords } from '../words/facets.ts';
import { factInWords, factsInWords } from '../words/facts.ts';
import { listing } from '../words/format.ts';
import { forWhom } from '../words/learner.ts';
import { hitInWords } from '../words/reasons.ts';
import { afterList, courseListMessage } from './course-list.ts';
import { fillSlots } from './list-slots.ts';
import { onlyKinds, preferring } from './remembered.ts';
import { lastSearch } from './search.ts';
import { say, topicChoices } from './small-talk.ts';

/** Wishes and saved courses a recommendation goes back to. */
const wishesUsed = 3;
const savedUsed = 2;

/** Things somebody likes or learns for that one recommendation goes back to. */
const toldUsed = 3;

/** Courses somebody took up that co-choice goes by, and courses it may add. */
const historyUsed = 100;
const companionsUsed = 20;

/** A course and why it is recommended, in words. */
interface Recommended {
  readonly key: number;
  readonly reasons: readonly string[];
}

/**
 * `/goiy`: courses that people with the same courses took, and for what the learner looked for and saved lately, with what they told as
 * preferences; each says why. Who told and looked for nothing yet is asked what they want to learn. What was shown is noted.
 */
export async function recommend(context: TurnContext): Promise<Answer> {
  const { t, tx, learnerId, profile } = context;
  const topics = await recentTopics(tx, learnerId, wishesUsed);
  const saved = await markedCourses(tx, learnerId, 'saved');
  const opened = await markedCourses(tx, learnerId, 'opened');
  const enrolled = (await enrolmentsOf(tx, learnerId)).flatMap(({ courseKey }) => courseKey ?? []);
  const known = new Set([...saved, ...opened, ...enrolled, ...context.dismissed]);
  const told = wishesOfTold(context.finder, profile.told, context.locale).slice(0, toldUsed);
  const company = await inCompany(context, known);
  const lists: List[] = [
    ...(company.found.length === 0 ? [] : [company]),
    ...topics.map((topic) => forTopic(context, topic)),
    ...told.map((each) => forTold(context, each)),
    ...(await context.finder.courses(tx, saved.slice(0, savedUsed))).map((course) => likeSaved(context, course)),
  ];
  if (lists.length === 0) lists.push(forFacts(context, profile.told));
  const ranked = inTurn(
    lists.map(({ found }) => found),
    known,
  );
  const loaded = await context.finder.courses(
    tx,
    ranked.map(({ key }) => key),
  );
  // The same turn, answered again after a failure, draws the same.
  const chosen = fillSlots(
    loaded.map((course) => ({ key: course.key, provider: course.organisation, course })),
    { count: context.presentation.coursesAtOnce, random: seeded(context.turnId) },
  ).map(({ candidate, propensity }) => ({ ...candidate, propensity }));
  const courses = chosen.map(({ course }) => course);
  if (courses.length === 0) return say(context, forWhom(context, t('recommend-ask')), topicChoices(context));
  const isChosen = ({ key }: { readonly key: number }): boolean => chosen.some((each) => each.key === key);
  const noticed = lists.flatMap(({ found, used, hits }) =>
    found.some(isChosen) ? noticedFacts(used, hits.filter(isChosen)) : [],
  );
  const facts = factKinds.filter((kind) => noticed.includes(kind));
  const listed = courses.map((course) => ({
    course,
    reasons: ranked.find(({ key }) => key === course.key)?.reasons ?? [],
  }));
  await noteInteractions(tx, {
    learnerId,
    listId: context.turnId,
    interactions: chosen.map(({ key, propensity }) => ({ courseKey: key, kind: 'shown', propensity })),
    at: context.now,
  });
  const isCompany = company.found.some(isChosen);
  const message = courseListMessage(context, t('recommend-title'), listed, { footer: t('recommend-footer') });
  return {
    messages: [message],
    state: {
      ...afterList(context, courses),
      why: { topics, saved: saved.length > 0, facts, ...(isCompany ? { taken: true as const } : {}) },
    },
  };
}

/** Courses for one thing known of the learner, and the facts that had a part in it. */
interface List {
  readonly found: readonly Recommended[];
  readonly used: readonly FactKind[];
  readonly hits: readonly Hit[];
}

/** What people who took the same courses took, of what is offered today. */
async function inCompany(context: TurnContext, known: ReadonlySet<number>): Promise<List> {
  const { finder, tx, t } = context;
  const history = await courseHistory(tx, context.learnerId, historyUsed);
  const companions = finder.companions(history, { limit: companionsUsed, exclude: known });
  const courses = await finder.courses(tx, [
    ...companions.map(({ key }) => key),
    ...companions.map(({ because }) => because),
  ]);
  const byKey = new Map(courses.map((course) => [course.key, course]));
  const { day } = cityTime(context.now, context.timezone);
  const found = companions.flatMap(({ key, because }) => {
    const [course, reason] = [byKey.get(key), byKey.get(because)];
    if (course === undefined || reason === undefined || standingOf(course, day) !== 'offered') return [];
    return [{ key, reasons: [t('recommend-because-taken', { title: reason.title })] }];
  });
  return { found, used: [], hits: [] };
}

/** What fits a wish of before, with the preferences of the profile. */
function forTopic(context: TurnContext, topic: string): List {
  const because = context.t('recommend-because-wish', { topic });
  return fitting(context, context.finder.understand(topic), because);
}

/** What fits something the learner likes or learns for. */
function forTold(context: TurnContext, { wish, from }: ToldWish): List {
  const { t, locale, profile } = context;
  const fact = factInWords(t, locale, profile.told, from) ?? '';
  const list = fitting(context, wish, t('recommend-because-told', { fact }));
  return { ...list, used: [from, ...list.used] };
}

function fitting(context: TurnContext, asked: KeptWish, because: string): List {
  const { wish, used } = preferring(asked, context.profile);
  const { hits } = context.finder.search(wish, {
    limit: context.presentation.coursesAtOnce * 2,
    now: context.now,
    exclude: context.dismissed,
  });
  const found = hits.map((hit) => {
    const reasons = hit.reasons.filter(({ kind }) => kind !== 'topic');
    return { key: hit.key, reasons: [because, ...hitInWords(context.t, context.locale, { ...hit, reasons }, wish)] };
  });
  return { found, used, hits };
}

function likeSaved(context: TurnContext, course: Course): List {
  const keys = context.finder.similar(course, {
    limit: context.presentation.coursesAtOnce * 2,
    now: context.now,
    exclude: context.dismissed,
  });
  const reasons = [context.t('recommend-because-saved', { title: course.title })];
  return { found: keys.map((key) => ({ key, reasons })), used: [], hits: [] };
}

/** What there is for somebody of whom only the circumstances are known. */
function forFacts(context: TurnContext, told: Told): List {
  const { wish: preferred, used } = preferring(anyWish(context.locale), { told, origins: {} });
  if (used.length === 0) return { found: [], used, hits: [] };
  // Who told of nothing but themselves gets what is meant for people like them.
  const audiences = preferred.leaning?.audiences;
  const isBare = Object.keys(preferred.facets).length === 0 && audiences !== undefined;
  const wish = isBare ? { ...preferred, facets: { audience: { value: audiences, hard: false } } } : preferred;
  const { hits } = context.finder.search(wish, {
    limit: context.presentation.coursesAtOnce * 2,
    now: context.now,
    exclude: context.dismissed,
  });
  return {
    found: hits.map((hit) => ({ key: hit.key, reasons: hitInWords(context.t, context.locale, hit, wish) })),
    used,
    hits,
  };
}

/** One of each list after another, without what the learner knows; a course of several lists has the reasons of all. */
function inTurn(lists: readonly (readonly Recommended[])[], known: ReadonlySet<number>): Recommended[] {
  const unknown = lists.map((list) => list.filter(({ key }) => !known.has(key)));
  const chosen = new Map<number, readonly string[]>();
  const longest = Math.max(0, ...unknown.map((list) => list.length));
  for (let place = 0; place < longest; place++) {
    for (const { key, reasons } of unknown.flatMap((list) => list[place] ?? [])) {
      chosen.set(key, [...new Set([...(chosen.get(key) ?? []), ...reasons])]);
    }
  }
  return [...chosen].map(([key, reasons]) => ({ key, reasons }));
}

/** "Vì sao?": what the last list was made of. */
export function explain(context: TurnContext): Answer {
  const { t, locale, profile, state } = context;
  if (state.why !== undefined) {
    const { topics, saved, facts = [], taken } = state.why;
    const parts = [
      ...(topics.length === 0
        ? []
        : [
            t('why-wishes', {
              wishes: listing(
                locale,
                topics.map((topic) => `“${topic}”`),
              ),
            }),
          ]),
      ...(saved ? [t('why-saved')] : []),
      ...(taken === undefined ? [] : [t('why-taken')]),
      ...(facts.length === 0
        ? []
        : [t('why-facts', { facts: factsInWords(t, locale, onlyKinds(profile.told, facts)) })]),
    ];
    return say(context, [t('why-recommended'), ...parts.map((part) => `• ${part}`), t('why-change')].join('\n'));
  }
  const search = lastSearch(context);
  if (search === undefined) return say(context, t('chat-no-list-yet'), topicChoices(context));
  const { wish, noticed = [] } = search;
  const facts = factsInWords(t, locale, onlyKinds(profile.told, noticed));
  const facets = facetsInWords(t, locale, wish.facets);
  const parts = [
    ...(wish.topic === '' ? [] : [t('why-topic', { topic: wish.topic })]),
    ...(facets === '' ? [] : [t('why-facets', { facets })]),
    ...(facts === '' ? [] : [t('why-facts', { facts })]),
  ];
  return say(context, [t('why-found'), ...parts.map((part) => `• ${part}`), t('why-order')].join('\n'));
}

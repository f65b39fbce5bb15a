import type { Course } from '../../catalogue/index.ts';
import { markedCourses, recentTopics } from '../../discovery/index.ts';
import type { FactKind, Told } from '../../learners/index.ts';
import type { Answer, TurnContext } from '../context.ts';
import { facetsInWords } from '../words/facets.ts';
import { factsInWords } from '../words/facts.ts';
import { listing } from '../words/format.ts';
import { hitInWords } from '../words/reasons.ts';
import { afterList, courseListMessage } from './course-list.ts';
import { facetsOfFacts, preferring } from './remembered.ts';
import { lastSearch } from './search.ts';
import { say, topicChoices } from './small-talk.ts';

/** Courses in one recommendation. */
const shownAtOnce = 4;

/** Wishes and saved courses a recommendation goes back to. */
const wishesUsed = 3;
const savedUsed = 2;

/** A course and why it is recommended, in words. */
interface Recommended {
  readonly key: number;
  readonly reasons: readonly string[];
}

/**
 * `/goiy`: courses for what the learner looked for and saved lately, with what they told as preferences; each says why. Who told and
 * looked for nothing yet is asked what they want to learn.
 */
export async function recommend(context: TurnContext): Promise<Answer> {
  const { t, tx, learnerId, profile } = context;
  const topics = await recentTopics(tx, learnerId, wishesUsed);
  const saved = await markedCourses(tx, learnerId, 'saved');
  const opened = await markedCourses(tx, learnerId, 'opened');
  const known = new Set([...saved, ...opened, ...context.dismissed]);
  const lists = [
    ...topics.map((topic) => forTopic(context, topic)),
    ...(await context.finder.courses(tx, saved.slice(0, savedUsed))).map((course) => likeSaved(context, course)),
  ];
  if (lists.length === 0) lists.push(forFacts(context, profile.told));
  const chosen = inTurn(lists, known).slice(0, shownAtOnce);
  const courses = await context.finder.courses(
    tx,
    chosen.map(({ key }) => key),
  );
  if (courses.length === 0) return say(context, t('recommend-ask'), topicChoices(context));
  const listed = courses.map((course) => ({
    course,
    reasons: chosen.find(({ key }) => key === course.key)?.reasons ?? [],
  }));
  const message = courseListMessage(context, t('recommend-title'), listed, { footer: t('recommend-footer') });
  return { messages: [message], state: { ...afterList(context, courses), why: { topics, saved: saved.length > 0 } } };
}

/** What fits a wish of before, with the preferences of the profile. */
function forTopic(context: TurnContext, topic: string): Recommended[] {
  const { wish } = preferring(context.finder.understand(topic), context.profile);
  const { hits } = context.finder.search(wish, {
    limit: shownAtOnce * 2,
    now: context.now,
    exclude: context.dismissed,
  });
  return hits.map((hit) => ({
    key: hit.key,
    reasons: [
      context.t('recommend-because-wish', { topic }),
      ...hitInWords(
        context.t,
        context.locale,
        { ...hit, reasons: hit.reasons.filter(({ kind }) => kind !== 'topic') },
        wish,
      ),
    ],
  }));
}

function likeSaved(context: TurnContext, course: Course): Recommended[] {
  const keys = context.finder.similar(course, { limit: shownAtOnce * 2, now: context.now });
  return keys.map((key) => ({ key, reasons: [context.t('recommend-because-saved', { title: course.title })] }));
}

/** What there is for somebody of whom only the circumstances are known. */
function forFacts(context: TurnContext, told: Told): Recommended[] {
  const facets = facetsOfFacts(told);
  if (Object.keys(facets).length === 0) return [];
  const wish = { topic: '', said: '', excluded: [], facets, length: 1, writtenIn: context.locale };
  const { hits } = context.finder.search(wish, {
    limit: shownAtOnce * 2,
    now: context.now,
    exclude: context.dismissed,
  });
  return hits.map((hit) => ({ key: hit.key, reasons: hitInWords(context.t, context.locale, hit, wish) }));
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
    const { topics, saved } = state.why;
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
      ...(Object.keys(profile.told).length === 0
        ? []
        : [t('why-facts', { facts: factsInWords(t, locale, profile.told) })]),
    ];
    return say(context, [t('why-recommended'), ...parts.map((part) => `• ${part}`), t('why-change')].join('\n'));
  }
  const search = lastSearch(context);
  if (search === undefined) return say(context, t('chat-no-list-yet'), topicChoices(context));
  const { wish, remembered = [] } = search;
  const facts = factsInWords(t, locale, only(profile.told, remembered));
  const facets = facetsInWords(t, locale, wish.facets);
  const parts = [
    ...(wish.topic === '' ? [] : [t('why-topic', { topic: wish.topic })]),
    ...(facets === '' ? [] : [t('why-facets', { facets })]),
    ...(facts === '' ? [] : [t('why-facts', { facts })]),
  ];
  return say(context, [t('why-found'), ...parts.map((part) => `• ${part}`), t('why-order')].join('\n'));
}

function only(told: Told, kinds: readonly FactKind[]): Told {
  return Object.fromEntries(Object.entries(told).filter(([kind]) => kinds.includes(kind as FactKind)));
}

import { coursesByKeys } from '../../catalogue/index.ts';
import {
  type Facets,
  fieldTopic,
  type Hit,
  markedCourses,
  recordWish,
  type SearchResult,
  type Wish,
} from '../../discovery/index.ts';
import type { Choice, OutboundMessage } from '../../message/index.ts';
import { outsidePlace, wardByCode } from '../../places/index.ts';
import type { Answer, TurnContext } from '../context.ts';
import { plainWords } from '../phrases.ts';
import type { SearchState } from '../state.ts';
import { facetsInWords } from '../words/facets.ts';
import { hitInWords } from '../words/reasons.ts';
import { courseListMessage } from './course-list.ts';
import { relativeWish } from './relative-wish.ts';
import { say, topicChoices } from './small-talk.ts';

/** Courses in one answer: more than four at once is not read on a phone. */
const pageSize = 4;
const nearShown = 3;

/** Free texts that come this close together are one thought in several bubbles. */
export const togetherMilliseconds = 2000;

/** A follow-up refines the last search for a day; after that a lone "rẻ hơn" has lost its context. */
const refineHours = 24;

function lastSearch(context: TurnContext): SearchState | undefined {
  const search = context.state.search;
  if (search === undefined) return undefined;
  return context.now.getTime() - Date.parse(search.at) <= refineHours * 3_600_000 ? search : undefined;
}

/** The earlier bubble of the same thought, if this one follows it within two seconds. */
function earlierBubble(context: TurnContext): string | undefined {
  const last = context.state.lastText;
  if (last === undefined) return undefined;
  return context.now.getTime() - Date.parse(last.at) <= togetherMilliseconds ? last.text : undefined;
}

function says(wish: Wish): boolean {
  return wish.terms.length > 0 || Object.keys(wish.facets).length > 0;
}

/** Answers a free text: a follow-up on the last search, the next bubble of a thought, or a wish of its own. */
export async function find(context: TurnContext, text: string): Promise<Answer> {
  const { finder, state } = context;
  if (text.trim() === '') return say(context, context.t('chat-find-ask'), topicChoices(context));
  const remembered = (answer: Answer, understoodText: string): Answer => ({
    ...answer,
    state: {
      ...answer.state,
      lastText: {
        text: understoodText.slice(0, 2000).toWellFormed(),
        at: context.now.toISOString(),
        turn: context.turnId,
      },
    },
  });
  const previous = lastSearch(context);
  const refinement = previous && finder.refine(previous.wish, text);
  if (previous !== undefined && refinement !== undefined) {
    const relative = refinement.relative;
    const wish =
      relative === undefined ? refinement.wish : await relativeWish(context, previous, refinement.wish, relative);
    const answer = typeof wish === 'string' ? notSharper(context, wish) : await search(context, wish);
    return { ...remembered(answer, text), coversEarlier: true };
  }
  // "À không, làm bánh" takes the bubble before back.
  const alone = finder.understand(text.replace(takesBack, ''));
  const earlier = earlierBubble(context);
  const outside = outsidePlace(text);
  if (outside !== undefined && !/(?:ở|o|tu|từ) [^,.]* (?:lên|len|vào|vao|mới|moi)/iu.test(text)) {
    const answer = say(context, context.t('search-outside-named', { place: outside }), topicChoices(context));
    return remembered(answer, text);
  }
  if (nearMe.test(plainWords(text))) return remembered(notSharper(context, context.t('search-where')), text);
  if (earlier !== undefined && earlier.trim() !== text.trim() && !startsAnew(text) && !standsAlone(context, alone)) {
    const together = `${earlier}\n${text}`;
    const wish = finder.understand(together);
    if (says(wish)) return { ...remembered(await search(context, wish), together), coversEarlier: true };
  }
  if (!says(alone)) {
    return remembered({ ...say(context, context.t('chat-unclear'), topicChoices(context)), state }, text);
  }
  return remembered(await search(context, alone), text);
}

/** Says why a list cannot be sharper; where the person's place is missing, channels that can ask for it do. */
function notSharper(context: TurnContext, text: string): Answer {
  const asksWhere = text === context.t('search-where');
  const message: OutboundMessage = {
    text: [text],
    choices: [],
    ...(asksWhere ? { asksLocation: context.t('choice-location') } : {}),
  };
  return { messages: [message], state: context.state };
}

/** Said before what is meant instead. */
const takesBack =
  /^\s*(?:(?:à|a|ủa|ý|ấy|oh|no)[,.\s]+)?(?:không|khong|ko|nhầm|nham|lộn|lon|quên|quen|sorry|xin lỗi)(?:\s+(?:rồi|roi|phải|phai))?\s*[,.:;]\s*(?=\S)/iu;

/** Asks for what is near without saying where. */
const nearMe =
  /^(?:(?:tim|co|xem|kiem|cho) )*(?:lop|khoa|khoa hoc|cho hoc|noi hoc)?(?: nao| gi)? ?(?:o )?gan (?:nha|day|cho)(?: (?:toi|tui|minh|em|day|o|lam))?(?: (?:co|hoc))?(?: (?:gi|lop|khoa|nao|khong|hoc|hay))*$/;

/** Whether a bubble is a wish of its own that finds something: then it takes the place of the one before it. */
function standsAlone(context: TurnContext, wish: Wish): boolean {
  const namesSubject = wish.terms.some((term) => term.source === 'taxonomy');
  return namesSubject && !context.finder.search(wish, { limit: 1, now: context.now }).none;
}

/** A text that opens with "muốn học…", "tìm lớp…", "I want…" is a new wish even within two seconds. */
function startsAnew(text: string): boolean {
  return (
    takesBack.test(text) ||
    /^\s*(\/|(mình|em|tôi|cho|minh|toi|i)?\s*(muốn|muon|cần|can|tìm|tim|học|hoc|want|need|looking|find|learn|khóa|khoá|khoa|lớp|lop)\s+\S+)/iu.test(
      text,
    )
  );
}

/** Searches afresh and shows the first page. */
export async function search(context: TurnContext, wish: Wish): Promise<Answer> {
  const dismissed = new Set(await markedCourses(context.tx, context.learnerId, 'dismissed'));
  const result = context.finder.search(wish, { limit: pageSize + 1, now: context.now, exclude: dismissed });
  await recordWish(context.tx, {
    learnerId: context.learnerId,
    wish,
    results: result.none ? 0 : result.hits.length,
    at: context.now,
  });
  const serial = (context.state.search?.serial ?? 0) + 1;
  const shown = result.none ? result.near.slice(0, nearShown) : result.hits.slice(0, pageSize);
  const { focus: _before, ...rest } = context.state;
  // A search that found nothing at all leaves the last list as it was: "khóa 2" still means its second course.
  if (result.none && shown.length === 0 && context.state.search !== undefined) {
    return { messages: [await nothingFits(context, wish, shown)], state: context.state };
  }
  const state = {
    ...rest,
    search: {
      wish,
      serial,
      shown: shown.map((hit) => hit.key),
      offset: shown.length,
      at: context.now.toISOString(),
    },
  };
  const message = result.none
    ? await nothingFits(context, wish, shown)
    : await firstPage(context, wish, serial, result, shown);
  return { messages: [message], state };
}

/** The next page of the last search. */
export async function more(context: TurnContext): Promise<Answer> {
  const previous = lastSearch(context);
  if (previous === undefined) return say(context, context.t('chat-no-list-yet'), topicChoices(context));
  const dismissed = new Set(await markedCourses(context.tx, context.learnerId, 'dismissed'));
  const result = context.finder.search(previous.wish, {
    limit: previous.offset + pageSize + 1,
    now: context.now,
    exclude: dismissed,
  });
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
  return search(context, context.finder.understand(topic));
}

/** Where the person is: narrows the last search to it, or shows what there is. */
export function searchAt(context: TurnContext, code: string | undefined): Promise<Answer> {
  const ward = code === undefined ? undefined : wardByCode(code);
  if (ward === undefined) return Promise.resolve(say(context, context.t('search-outside')));
  const place = { value: { label: ward.fullName, wards: [ward.code] }, hard: false };
  const previous = lastSearch(context)?.wish;
  return search(context, {
    topic: '',
    terms: [],
    excluded: [],
    length: 1,
    writtenIn: context.locale,
    ...previous,
    facets: { ...previous?.facets, place },
  });
}

/** The list shown last, once more. */
export async function showAgain(context: TurnContext): Promise<Answer> {
  const previous = lastSearch(context);
  if (previous === undefined) return say(context, context.t('chat-no-list-yet'), topicChoices(context));
  return search(context, previous.wish);
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
  return search(context, { ...previous.wish, facets: { ...previous.wish.facets, ...facets } });
}

async function listCourses(context: TurnContext, wish: Wish, hits: readonly Hit[]) {
  const courses = await coursesByKeys(
    context.tx,
    hits.map((hit) => hit.key),
  );
  const byKey = new Map(courses.map((course) => [course.key, course]));
  return hits.flatMap((hit) => {
    const course = byKey.get(hit.key);
    return course === undefined ? [] : [{ course, reasons: hitInWords(context.t, context.locale, hit, wish) }];
  });
}

async function firstPage(
  context: TurnContext,
  wish: Wish,
  serial: number,
  result: SearchResult,
  shown: readonly Hit[],
): Promise<OutboundMessage> {
  const { t } = context;
  const topic = wish.topic === '' ? 'none' : wish.topic;
  const facets = facetsInWords(t, context.locale, wish.facets);
  const meetsAll = shown.some((hit) => hit.misses.length === 0);
  const text =
    facets === ''
      ? t('search-found', { topic })
      : meetsAll
        ? t('search-found-facets', { topic, facets })
        : t('search-found-near-only', { topic, facets });
  return courseListMessage(context, text, await listCourses(context, wish, shown), {
    footer: hint(context, wish.facets),
    choices: [
      ...moreChoice(context, serial, result.hits.length > shown.length),
      ...narrowChoices(context, wish.facets, serial),
    ],
  });
}

async function nothingFits(context: TurnContext, wish: Wish, near: readonly Hit[]): Promise<OutboundMessage> {
  const { t } = context;
  const topic = wish.topic === '' ? 'none' : wish.topic;
  const isHard = Object.values(wish.facets).some((condition) => condition.hard);
  if (isHard && near.length > 0) {
    const text = t('search-found-near-only', { topic, facets: facetsInWords(t, context.locale, wish.facets) });
    return courseListMessage(context, text, await listCourses(context, wish, near), { choices: topicChoices(context) });
  }
  const text = t('search-none', { topic });
  if (near.length === 0) return { text: [`${text}\n${t('search-none-hint')}`], choices: topicChoices(context) };
  return courseListMessage(context, `${text}\n${t('search-none-near')}`, await listCourses(context, wish, near), {
    choices: topicChoices(context),
  });
}

function moreChoice(context: TurnContext, serial: number, isMore: boolean): Choice[] {
  if (!isMore) return [];
  return [context.choice({ action: 'more', args: [serial.toString(36)] }, context.t('choice-more'))];
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

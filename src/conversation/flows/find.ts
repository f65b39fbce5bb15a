import { askedOffers, type KeptWish, namedConcept, type Wish } from '../../discovery/index.ts';
import { joinedTold, type Told } from '../../learners/index.ts';
import type { OutboundMessage } from '../../message/index.ts';
import { outsidePlace } from '../../places/index.ts';
import { aboutMe, isAboutOthers } from '../about-me.ts';
import { withoutContacts } from '../contacts.ts';
import type { Answer, TurnContext } from '../context.ts';
import { knowing } from '../manner.ts';
import { plainWords, smallTalkOf } from '../phrases.ts';
import { notUnderstood } from './not-understood.ts';
import { listOffers } from './offers.ts';
import { besideOffers } from './offers-beside.ts';
import { listPlaces } from './places.ts';
import { relativeWish } from './relative-wish.ts';
import { facetsOfFacts, noting } from './remembered.ts';
import { lastSearch, search, searchPreferring, searchRefined } from './search.ts';
import { say, smallTalk, topicChoices } from './small-talk.ts';

/** Free texts that come this close together are one thought in several bubbles. */
export const togetherMilliseconds = 2000;

/** The most of a text that is kept for the next bubble. */
const longestKept = 2000;

/** What a text asks for that is no wish: a command in words. */
type Command = (context: TurnContext, text: string) => Answer | Promise<Answer> | undefined;

/**
 * Answers a free text, and notes what the person says of themselves in passing.
 * @param command answers what is asked beside it, if that is a command: "tôi dùng iPhone, làm sao phóng to chữ"
 */
export async function find(context: TurnContext, said: string, command: Command): Promise<Answer> {
  const text = withoutContacts(said);
  if (text === '' && said.trim() !== '') return say(context, context.t('chat-no-contacts'), topicChoices(context));
  const heard = aboutMe(text, {
    facetsOf: (clause) => context.finder.understand(clause).facets,
    namedConcept,
    thisYear: context.now.getFullYear(),
  });
  if (Object.keys(heard.told).length === 0) return findAsked(context, text);
  const told = joinedTold(context.profile.told, heard.told);
  const knower = knowing(context, { ...context.profile.told, ...told });
  const commanded = heard.rest === '' ? undefined : command(knower, heard.rest);
  const answered = await (commanded ?? answerRest(knower, heard.told, heard.rest, text));
  return noting(knower, answered, { heard: heard.told, told, before: context.profile.told });
}

/** What a message asks besides what it tells. "Em 20 tuổi, chưa biết học gì" asks for nothing that could be found. */
async function answerRest(context: TurnContext, told: Told, rest: string, text: string): Promise<Answer> {
  const talk = smallTalkOf(rest, plainWords(rest));
  if (talk === 'lost') return smallTalk(context, talk);
  const isNoWish = lastSearch(context) === undefined && !says(context.finder.understand(rest));
  return rest === '' || talk !== undefined || isNoWish ? answerTold(context, told, text) : findAsked(context, rest);
}

/** Nothing was asked: the last search again with what was told, or what there is for it, or the question what to learn. */
async function answerTold(context: TurnContext, told: Told, text: string): Promise<Answer> {
  const nothing: KeptWish = { topic: '', said: '', excluded: [], facets: {}, length: 1, writtenIn: context.locale };
  const facets = facetsOfFacts(told);
  const previous = lastSearch(context);
  if (Object.keys(facets).length === 0) {
    const asked =
      previous === undefined
        ? say(context, context.t('remember-ask'), topicChoices(context))
        : say(context, context.t('remember-go-on'));
    return told.device === undefined ? asked : besideOffers(context, asked, nothing, { withWorkshops: false });
  }
  const before = previous?.wish ?? nothing;
  const wish = { ...before, facets: { ...before.facets, ...facets } };
  const answer = previous === undefined ? search(context, wish) : searchRefined(context, previous, wish);
  return remembering(context, await answer, text);
}

/** A follow-up on the last search, the next bubble of a thought, or a wish of its own. */
async function findAsked(context: TurnContext, text: string): Promise<Answer> {
  if (text.trim() === '') return say(context, context.t('chat-find-ask'), topicChoices(context));
  const offers = await offersNamed(context, text);
  if (offers !== undefined) return remembering(context, offers, text);
  const refined = await refine(context, text);
  if (refined !== undefined) return { ...remembering(context, refined, text), coversEarlier: true };
  const outside = outsidePlace(text);
  if (outside !== undefined) {
    const words = context.t('search-outside-named', { place: outside });
    return remembering(context, say(context, words, topicChoices(context)), text);
  }
  if (nearMe.test(plainWords(text))) return remembering(context, askWhere(context), text);
  // "À không, làm bánh" takes the bubble before back.
  const alone = context.finder.understand(text.replace(takesBack, ''));
  const earlier = earlierBubble(context);
  if (earlier !== undefined && earlier.trim() !== text.trim() && !startsAnew(text) && !standsAlone(context, alone)) {
    const together = `${earlier}\n${text}`;
    const wish = context.finder.understand(together);
    if (says(wish)) {
      return { ...remembering(context, await searchPreferring(context, wish), together), coversEarlier: true };
    }
  }
  if (!says(alone)) return remembering(context, notUnderstood(context, context.t('chat-unclear')), text);
  // While a relative is chosen, "mẹ" is most likely them, and what is known is theirs.
  const isOfSomebodyElse = context.learner.relation === 'self' && isAboutOthers(text);
  const answer = isOfSomebodyElse ? search(context, alone) : searchPreferring(context, alone);
  return remembering(context, await answer, text);
}

/** The offers of a kind that a text names ("học bổng", "thư viện có máy tính"), or undefined when it is after courses. */
function offersNamed(context: TurnContext, text: string): Promise<Answer> | undefined {
  const asked = askedOffers(text);
  if (asked === undefined) return undefined;
  // "Học tin học ở thư viện" is after a class that is held there.
  const namesSubject = context.finder.understand(asked.rest).terms.some(({ source }) => source === 'taxonomy');
  if (asked.kind !== 'place') return listOffers(context, { ...asked, kind: asked.kind });
  if (namesSubject) return undefined;
  // Words that also mean a class mean a place where the city has some.
  if (asked.isWeak && context.finder.places.size === 0) return undefined;
  return listPlaces(context, asked);
}

/** The answer to a follow-up on the last search, or undefined when the text is none. */
async function refine(context: TurnContext, text: string): Promise<Answer | undefined> {
  const previous = lastSearch(context);
  const refinement = previous && context.finder.refine(previous.wish, text);
  if (previous === undefined || refinement === undefined) return undefined;
  if (refinement.relative === undefined) return searchRefined(context, previous, refinement.wish);
  const sharper = await relativeWish(context, previous, refinement.wish, refinement.relative);
  switch (sharper.kind) {
    case 'wish':
      return searchRefined(context, previous, sharper.wish);
    case 'already_free':
      return say(context, context.t('search-already-free'));
    case 'place_unknown':
      return askWhere(context);
  }
}

/** Keeps a text, so that a bubble within two seconds is understood together with it. */
function remembering(context: TurnContext, answer: Answer, text: string): Answer {
  // A cut through an emoji would be no text for the database.
  const kept = text.slice(0, longestKept).toWellFormed();
  return {
    ...answer,
    state: { ...answer.state, lastText: { text: kept, at: context.now.toISOString(), turn: context.turnId } },
  };
}

/** Asks where the person is; channels that can ask for the place show a button for it. */
function askWhere(context: TurnContext): Answer {
  const message: OutboundMessage = {
    text: [context.t('search-where')],
    choices: [],
    asksLocation: context.t('choice-location'),
  };
  return { messages: [message], state: context.state };
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

/** Said before what is meant instead. */
const takesBack =
  /^\s*(?:(?:à|a|ủa|ý|ấy|oh|no)[,.\s]+)?(?:không|khong|ko|nhầm|nham|lộn|lon|quên|quen|sorry|xin lỗi)(?:\s+(?:rồi|roi|phải|phai))?\s*[,.:;]\s*(?=\S)/iu;

/** Asks for what is near without saying where. */
const nearMe =
  /^(?:(?:tim|co|xem|kiem|cho) )*(?:lop|khoa|khoa hoc|cho hoc|noi hoc)?(?: nao| gi)? ?(?:o )?gan (?:nha|day|cho|toi|tui|minh|em)(?: (?:toi|tui|minh|em|day|o|lam))?(?: (?:co|hoc|nhat))?(?: (?:gi|lop|khoa|nao|khong|hoc|hay))*$|^(?:(?:find|show|any|some|me) )*(?:(?:class|course|lesson)(?:e?s)? )?(?:near (?:me|here)|nearby)$/;

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

import { z } from 'zod';
import { type OfferHit, type SubjectKind, subjectKinds } from '../../discovery/index.ts';
import type { Choice, OutboundMessage, Span } from '../../message/index.ts';
import type { Answer, TurnContext } from '../context.ts';
import { plainWords } from '../phrases.ts';
import { forWhom } from '../words/learner.ts';
import { ownApplications } from './applications.ts';
import { applicantWith, type KnownAnswers, knownAnswers } from './eligibility-known.ts';
import { matchInternships } from './internship-match.ts';
import { numbered, onward } from './list-words.ts';
import { offerEntries } from './offer-entries.ts';
import { preferring } from './remembered.ts';
import { searchPreferring } from './search.ts';
import { say, topicChoices } from './small-talk.ts';

/** How long numbers and "thêm" mean the list. */
const listMinutes = 30;

/** What a conversation remembers of the offers it listed last. */
export const offerListData = z.object({
  kind: z.enum(subjectKinds),
  rest: z.string(),
  offset: z.number(),
  /** Keys in the order shown. */
  shown: z.array(z.number()),
});
type OfferList = z.output<typeof offerListData>;

/** Offers that one list is chosen from. */
export const mostLookedAt = 200;

/**
 * "Học bổng cho giáo viên", "thực tập kế toán": the offers of the kind that was named. Where none is about
 * the subject, that is said, with what there is of the kind and the way to courses on it.
 */
export async function listOffers(
  context: TurnContext,
  asked: { readonly kind: SubjectKind; readonly rest: string },
  offset = 0,
): Promise<Answer> {
  const { kind } = asked;
  const { t, finder, now, profile, presentation } = context;
  const rest = asked.rest.replace(idleWords, ' ').replace(/\s+/g, ' ').trim();
  const { wish } = preferring(finder.understand(rest), profile);
  const place = wish.facets.place?.value ?? profile.told.place;
  const known = kind === 'scholarship' ? await knownAnswers(context) : undefined;
  const options = {
    now,
    limit: mostLookedAt,
    near: place?.wards,
    wheelchair: wish.facets.wheelchair?.value ?? profile.told.wheelchair,
    applicant: applicantWith(context, known?.answers, wish.facets, asked.rest),
    keepsUnfit: known !== undefined,
  };
  const about = finder.offersAbout(wish, [kind], options);
  const isAbout = about.length > 0 || wish.topic === '';
  const found = about.length > 0 ? about : finder.offersOf(kind, options);
  const { hits, reasons } =
    kind === 'internship'
      ? await matchInternships(context, found)
      : { hits: found, reasons: new Map<number, string>() };
  const page = hits.slice(offset, offset + presentation.coursesAtOnce);
  const topic = wish.topic === '' ? 'none' : wish.topic;
  if (page.length === 0) {
    if (offset > 0) return say(context, t('offers-no-more'), topicChoices(context));
    return nothingOfKind(context, kind, rest, topic);
  }
  const head = isAbout ? t('offers-title', { kind, topic, place: 'none' }) : t('offers-none-about', { kind, topic });
  const list: OfferList = { kind, rest: asked.rest, offset, shown: page.map(({ key }) => key) };
  return show(context, list, {
    page,
    head,
    near: place?.label,
    isMore: hits.length > offset + page.length,
    known,
    reasons,
  });
}

/** Words of a question for offers that say nothing of a subject. */
const idleWords =
  /(?<![\p{L}\p{N}])(?:xin|nộp(?: hồ sơ)?|nop(?: ho so)?|hồ sơ|ho so|còn hạn|con han|đang mở|dang mo|mới nhất|moi nhat|có lương|co luong|trả lương|paid|nghèo|ngheo|hộ nghèo|hoàn cảnh khó khăn|hoan canh kho khan|khó khăn|kho khan|không có tiền|khong co tien|đóng học|hiện tại|hiện nay|bây giờ|available|open|are there|is there|any)(?![\p{L}\p{N}])/giu;

async function nothingOfKind(context: TurnContext, kind: SubjectKind, rest: string, topic: string): Promise<Answer> {
  const none = context.t('offers-none', { kind });
  if (topic === 'none') return say(context, none, topicChoices(context));
  const courses = await searchPreferring(context, context.finder.understand(rest));
  const [first, ...others] = courses.messages;
  if (first === undefined) return courses;
  return { ...courses, messages: [{ ...first, text: [`${none}\n`, ...first.text] }, ...others] };
}

async function show(
  context: TurnContext,
  list: OfferList,
  found: {
    readonly page: readonly OfferHit[];
    readonly head: string;
    readonly near: string | undefined;
    readonly isMore: boolean;
    readonly known: KnownAnswers | undefined;
    /** What else speaks for an offer, by its key. */
    readonly reasons: ReadonlyMap<number, string>;
  },
): Promise<Answer> {
  const { t, now, state } = context;
  const entries = await offerEntries(context, found.page, found.near, found.reasons);
  const kind = list.kind === 'scholarship' || list.kind === 'internship' ? list.kind : undefined;
  const own = kind === undefined || list.offset > 0 ? undefined : await ownApplications(context, kind);
  const text: Span[] = [
    ...(own === undefined ? [] : [`${own.text}\n\n`]),
    forWhom(context, found.head),
    ...entries.flatMap((entry) => ['\n\n', ...entry.text]),
  ];
  const more: Choice[] = found.isMore ? [context.offer('ofl', ['more'], t('choice-offers-more'))] : [];
  const courses: Choice[] =
    context.finder.understand(list.rest).topic === ''
      ? []
      : [context.offer('ofl', ['courses'], t('choice-offers-courses'))];
  const message: OutboundMessage = {
    text,
    choices: [
      ...entries.map(({ choice }) => choice),
      ...more,
      ...courses,
      ...conditionChoices(context, list, found.known),
    ],
  };
  const until = new Date(now.getTime() + listMinutes * 60_000).toISOString();
  return { messages: [message], state: { ...state, question: { kind: 'offers', until, data: list } } };
}

/** The way to the questions about conditions, and away from what was answered to them. */
function conditionChoices(context: TurnContext, { kind }: OfferList, known: KnownAnswers | undefined): Choice[] {
  if (kind !== 'scholarship') return [];
  if (known === undefined) return [context.offer('hbdk', [], context.t('choice-eligibility'))];
  return [
    context.offer('hblai', [], context.t('choice-eligibility-again')),
    context.offer('hbxoa', [], context.t('choice-eligibility-forget')),
  ];
}

/** The list that a press under it means, while it is remembered. */
function openList({ state }: TurnContext): OfferList | undefined {
  const data = state.question?.kind === 'offers' ? offerListData.safeParse(state.question.data) : undefined;
  return data?.success ? data.data : undefined;
}

/** The next page, or courses on the same subject. */
export function pressedOffers(context: TurnContext, [what]: readonly string[]): Promise<Answer> {
  const list = openList(context);
  if (list === undefined) return Promise.resolve(say(context, context.t('chat-stale'), topicChoices(context)));
  if (what === 'courses') return searchPreferring(context, context.finder.understand(list.rest));
  return listOffers(context, list, list.offset + list.shown.length);
}

/** "2", "xem 2", "thêm", "ở Gò Vấp", after a list of offers. */
export function answerOffers(
  context: TurnContext,
  text: string,
  list: OfferList,
  details: (kind: SubjectKind, key: number) => Promise<Answer>,
): Promise<Answer> | undefined {
  const words = plainWords(text);
  const number = numbered.exec(words)?.groups?.number;
  if (number !== undefined) {
    const key = list.shown[Number(number) - 1];
    return key === undefined ? undefined : details(list.kind, key);
  }
  if (onward.test(words)) return listOffers(context, list, list.offset + list.shown.length);
  const wish = context.finder.understand(text);
  // A place alone moves the list there; a subject besides is a wish of its own.
  if (wish.terms.length > 0 || wish.facets.place === undefined || Object.keys(wish.facets).length > 1) return undefined;
  return listOffers(context, { ...list, rest: `${list.rest} ${text}`.trim() });
}

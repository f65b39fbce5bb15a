import { z } from 'zod';
import { type PlaceHit, type PlaceNeed, type PlaceQuery, placeNeeds } from '../../access/index.ts';
import { askedOffers, type OfferHit } from '../../discovery/index.ts';
import type { Choice, OutboundMessage, Span } from '../../message/index.ts';
import { type Point, wardByCode } from '../../places/index.ts';
import { cityTime, dayNumber } from '../../time/index.ts';
import type { Answer, TurnContext } from '../context.ts';
import { plainWords } from '../phrases.ts';
import { forWhom } from '../words/learner.ts';
import { numbered, onward } from './list-words.ts';
import { offerEntries } from './offer-entries.ts';
import { preferring } from './remembered.ts';
import { say, topicChoices } from './small-talk.ts';

/** How long numbers, "thêm", a ward and a shared position mean the list. */
const listMinutes = 30;

/** So many are found at once; "thêm" goes on in them. */
const mostListed = 30;

/**
 * What a conversation remembers of the places it listed last: which ones, in their order. Where somebody is is not kept: it is used for
 * one answer.
 */
const placeListData = z.object({
  needs: z.array(z.enum(placeNeeds)),
  rest: z.string(),
  shown: z.array(z.number()),
  later: z.array(z.number()),
});
type PlaceList = z.output<typeof placeListData>;

/** Now, said in some words of a question for places. */
const openNow =
  /(?<![\p{L}\p{N}])(?:(?:còn|con|đang|dang) (?:mở(?: cửa)?|mo(?: cua)?)|(?:mở cửa|mo cua) (?:bây giờ|bay gio|lúc này|luc nay|hôm nay|hom nay)|open now|(?:is |are |still )open)(?![\p{L}\p{N}])/iu;

/** Near whom: said of places it asks for where the person is. */
interface From {
  readonly near: PlaceQuery['near'];
  /** How it is called; none for where the person is. */
  readonly label: string | undefined;
}

/** What is asked of places in a text without the words for a kind of place. */
function queryOf(context: TurnContext, needs: readonly PlaceNeed[], rest: string): { asked: PlaceQuery; from: From } {
  const { finder, now, timezone, profile } = context;
  const { wish } = preferring(finder.understand(rest), profile);
  const place = wish.facets.place?.value ?? profile.told.place;
  const { day, minutes } = cityTime(now, timezone);
  const today = dayNumber(day);
  const from = { near: place && { wards: place.wards }, label: place?.label };
  const asked = {
    today,
    limit: mostListed,
    needs,
    wheelchair: wish.facets.wheelchair?.value ?? profile.told.wheelchair,
    equipment: finder.places.equipmentIn(rest),
    openAt: openNow.test(rest) ? { day: today, minutes } : undefined,
  };
  return { asked, from };
}

/** What had to be left out of what was asked for, so that something is found. */
type Lacking = 'nothing' | 'open' | 'equipment' | 'needs';

/** The nearest places that have all that is asked for, else those that lack what can best be done without. */
function find(
  context: TurnContext,
  asked: PlaceQuery,
): { readonly hits: readonly PlaceHit[]; readonly lacks: Lacking } {
  const { places } = context.finder;
  const { openAt: _anytime, ...anytime } = asked;
  const { equipment: _things, ...plain } = anytime;
  const ways: readonly (readonly [lacks: Lacking, query: PlaceQuery, differs: boolean])[] = [
    ['nothing', asked, true],
    ['open', anytime, asked.openAt !== undefined],
    ['equipment', plain, (asked.equipment?.length ?? 0) > 0],
    ['needs', { ...plain, anyNeed: true }, (asked.needs?.length ?? 0) > 1],
  ];
  for (const [lacks, query, differs] of ways) {
    const hits = differs ? places.nearest(query) : [];
    if (hits.length > 0) return { hits, lacks };
  }
  return { hits: [], lacks: 'nothing' };
}

/** Places as entries of a list are made of. */
export function placeHits(hits: readonly PlaceHit[], isFromPoint = false): OfferHit[] {
  return hits.map(({ key, km }) => ({
    kind: 'place',
    key,
    words: undefined,
    km,
    eligibility: undefined,
    ...(isFromPoint ? { isFromPoint: true as const } : {}),
  }));
}

/**
 * "/diem", "thư viện có máy tính ở Gò Vấp đang mở": the nearest places that have what was named.
 * @param at where the person shared that they are; it is not kept
 */
export async function listPlaces(
  context: TurnContext,
  { needs, rest }: { readonly needs: readonly PlaceNeed[]; readonly rest: string },
  at?: Point,
): Promise<Answer> {
  const { t, presentation } = context;
  const { asked, from } = queryOf(context, needs, rest);
  const near = at === undefined ? from : { near: { point: at }, label: undefined };
  const { hits, lacks } = find(context, { ...asked, near: near.near });
  if (hits.length === 0) return say(context, t('offers-none', { kind: 'place' }), topicChoices(context));
  const head =
    lacks === 'nothing'
      ? t('offers-title', { kind: 'place', topic: 'none', place: at === undefined ? (near.label ?? 'none') : 'here' })
      : t('places-lacking', { lacks });
  const page = hits.slice(0, presentation.coursesAtOnce);
  const later = hits.slice(page.length).map(({ key }) => key);
  const list: PlaceList = { needs: [...needs], rest, shown: page.map(({ key }) => key), later };
  return show(context, list, {
    head: forWhom(context, head),
    hits: placeHits(page, at !== undefined),
    near: near.label,
    asksWhere: near.near === undefined,
  });
}

/** `/diem` with what stands behind it. */
export function placesCommand(context: TurnContext, argument: string): Promise<Answer> {
  const asked = askedOffers(argument);
  return listPlaces(context, asked?.kind === 'place' ? asked : { needs: [], rest: argument });
}

async function show(
  context: TurnContext,
  list: PlaceList,
  found: {
    readonly head: string;
    readonly hits: readonly OfferHit[];
    readonly near: string | undefined;
    readonly asksWhere: boolean;
  },
): Promise<Answer> {
  const { t, now, state } = context;
  const entries = await offerEntries(context, found.hits, found.near);
  const text: Span[] = [
    found.head,
    ...entries.flatMap((entry) => ['\n\n', ...entry.text]),
    ...(found.asksWhere ? [`\n\n${t('offers-access-where')}`] : []),
  ];
  const more: Choice[] = list.later.length > 0 ? [context.offer('plmore', [], t('choice-offers-more'))] : [];
  const message: OutboundMessage = {
    text,
    choices: [...entries.map(({ choice }) => choice), ...more, context.offer('nwask', [], t('choice-network-ask'))],
    asksLocation: t('choice-location'),
  };
  const until = new Date(now.getTime() + listMinutes * 60_000).toISOString();
  return { messages: [message], state: { ...state, question: { kind: 'places', until, data: list } } };
}

/** The list that a press or a shared position means, while it is remembered. */
function openList({ state, now }: TurnContext): PlaceList | undefined {
  const { question } = state;
  if (question?.kind !== 'places' || new Date(question.until) < now) return undefined;
  const data = placeListData.safeParse(question.data);
  return data.success ? data.data : undefined;
}

/** Where the person is, shared under a list of places: the nearest of them. Undefined outside the city, and where no such list is open. */
export function placesAt(
  context: TurnContext,
  { ward, point }: { readonly ward: string | undefined; readonly point: Point | undefined },
): Promise<Answer> | undefined {
  const list = openList(context);
  const at = point ?? (ward === undefined ? undefined : wardByCode(ward));
  return list && at && listPlaces(context, list, at);
}

/** The next places of the list. */
export async function morePlaces(context: TurnContext): Promise<Answer> {
  const list = openList(context);
  const { t, presentation } = context;
  if (list === undefined) return say(context, t('chat-stale'), topicChoices(context));
  const shown = list.later.slice(0, presentation.coursesAtOnce);
  if (shown.length === 0) return say(context, t('offers-no-more'), topicChoices(context));
  const next = { ...list, shown, later: list.later.slice(shown.length) };
  const hits = placeHits(shown.map((key) => ({ key, km: undefined })));
  return show(context, next, { head: t('places-farther'), hits, near: undefined, asksWhere: false });
}

/** "2", "thêm", "ở Gò Vấp", "đang mở" after a list of places. */
export function answerPlaces(
  context: TurnContext,
  text: string,
  data: unknown,
  details: (key: number) => Promise<Answer>,
): Promise<Answer> | undefined {
  const known = placeListData.safeParse(data);
  if (!known.success) return undefined;
  const list = known.data;
  const words = plainWords(text);
  const number = numbered.exec(words)?.groups?.number;
  if (number !== undefined) {
    const key = list.shown[Number(number) - 1];
    return key === undefined ? undefined : details(key);
  }
  if (onward.test(words)) return morePlaces(context);
  const wish = context.finder.understand(text.replace(openNow, ' '));
  // A place or an hour alone moves the list there; a subject besides is a wish of its own.
  const isAboutList = wish.facets.place !== undefined || wish.facets.wheelchair !== undefined || openNow.test(text);
  if (wish.terms.length > 0 || !isAboutList || Object.keys(wish.facets).length > 1) return undefined;
  return listPlaces(context, { ...list, rest: `${list.rest} ${text}`.trim() });
}

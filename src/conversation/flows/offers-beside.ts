import type { PlaceNeed } from '../../access/index.ts';
import type { KeptWish, OfferHit } from '../../discovery/index.ts';
import type { OutboundMessage, Span } from '../../message/index.ts';
import { cityTime, dayNumber } from '../../time/index.ts';
import { applicantOf, type Barriers, barriersOf, saysShortOfMoney } from '../applicant.ts';
import type { Answer, TurnContext } from '../context.ts';
import { type OfferEntry, offerEntries } from './offer-entries.ts';
import { placeHits } from './places.ts';

/** What comes along with courses at most: under a list of four more is not read. */
const mostBeside = 2;

/** "In the next weeks": a workshop later than that can be asked for by name. */
const workshopDays = 28;

/** A workshop or internship beside courses is no farther than this from the place they named. */
const besideKm = 12;

/**
 * What helps besides courses, under an answer: for who said that money, a device or the network is in the way the nearest place with a
 * computer or Wi-Fi and the open scholarships that do not rule them out, else at most two offers that are surely about the same.
 * It changes nothing of the answer above: where no course fits, that is still said first.
 */
export async function besideOffers(
  context: TurnContext,
  answer: Answer,
  wish: KeptWish,
  { withWorkshops }: { readonly withWorkshops: boolean },
): Promise<Answer> {
  return barriersNow(context, wish) === undefined
    ? besideSubject(context, answer, wish, withWorkshops)
    : besideBarriers(context, answer, wish);
}

/** What shows a barrier, by fact; where they are answers our question for it. */
const tellsBarrier = ['budget', 'device', 'data', 'place'] as const;

/**
 * The barriers that an answer is to take into account: those told or asked about in this message, and those told since the last search.
 * A barrier told once must not bring a place and a scholarship along with every search after it.
 */
export function barriersNow(
  { profile: { told, origins }, state, now }: TurnContext,
  { said }: Pick<KeptWish, 'said'>,
): Barriers | undefined {
  const barriers = barriersOf(told, said);
  if (!barriers.money && !barriers.device && !barriers.network) return undefined;
  const lastSearch = Date.parse(state.search?.at ?? '') || 0;
  const isFresh = tellsBarrier.some((kind) => {
    if (told[kind] === undefined) return false;
    const at = origins[kind]?.at ?? now;
    return at.getTime() > lastSearch;
  });
  return saysShortOfMoney(said) || isFresh ? barriers : undefined;
}

async function besideSubject(
  context: TurnContext,
  answer: Answer,
  wish: KeptWish,
  withWorkshops: boolean,
): Promise<Answer> {
  const { finder, now, profile } = context;
  const place = placeOf(context, wish);
  const isChild = profile.told.age_band === 'under_16' || wish.facets.audience?.value.includes('children') === true;
  const kinds = [
    ...(withWorkshops ? (['workshop'] as const) : []),
    ...(isChild ? [] : (['internship'] as const)),
    'scholarship' as const,
  ];
  const found = finder.offersAbout(wish, kinds, {
    now,
    limit: 12,
    near: place?.wards,
    withinKm: besideKm,
    wheelchair: wheelchairOf(context, wish),
    applicant: applicantOf(profile.told, wish.facets, wish.said),
    before: new Date(now.getTime() + workshopDays * 86_400_000),
  });
  // One of a kind: two workshops beside a list of courses are a list of their own.
  const firsts = kinds.flatMap((kind) => found.find((hit) => hit.kind === kind) ?? []).slice(0, mostBeside);
  if (firsts.length === 0) return answer;
  const entries = await offerEntries(context, firsts, place?.label);
  return under(answer, block(context.t('offers-beside'), entries), entries);
}

async function besideBarriers(context: TurnContext, answer: Answer, wish: KeptWish): Promise<Answer> {
  const { finder, now, timezone, profile, t } = context;
  const { told, origins } = profile;
  const barriers = barriersOf(told, wish.said);
  const place = placeOf(context, wish);
  // What was told long ago still comes along with every answer, in fewer lines.
  const isToldNow =
    saysShortOfMoney(wish.said) ||
    (['budget', 'device', 'data'] as const).some((kind) => told[kind] !== undefined && origins[kind] === undefined);
  const needs: readonly PlaceNeed[] = barriers.network && !barriers.device ? ['wifi'] : ['computers', 'wifi'];
  const places = finder.places.nearest({
    today: dayNumber(cityTime(now, timezone).day),
    limit: place === undefined && isToldNow ? 2 : 1,
    near: place && { wards: place.wards },
    wheelchair: wheelchairOf(context, wish),
    needs,
    anyNeed: true,
  });
  const asked = { now, limit: isToldNow ? 2 : 1, applicant: applicantOf(told, wish.facets, wish.said) };
  const scholarships = firstsOf(
    [...finder.offersAbout(wish, ['scholarship'], asked), ...finder.offersOf('scholarship', asked)],
    asked.limit,
  );
  if (places.length + scholarships.length === 0) return answer;
  const near = await offerEntries(context, placeHits(places), place?.label);
  const open = await offerEntries(context, scholarships, undefined);
  const asksWhere = near.length > 0 && place === undefined;
  const spans = [
    ...block(t('offers-access-places', { place: place?.label ?? 'none' }), near),
    ...(asksWhere ? [`\n${t('offers-access-where')}`] : []),
    ...(near.length > 0 && open.length > 0 ? ['\n\n'] : []),
    ...block(t('offers-access-scholarships'), open),
  ];
  return under(answer, spans, [...near, ...open], asksWhere ? t('choice-location') : undefined);
}

function firstsOf(hits: readonly OfferHit[], limit: number): OfferHit[] {
  return [...new Map(hits.map((hit) => [hit.key, hit])).values()].slice(0, limit);
}

/** Where they want to learn, else where they live. */
function placeOf({ profile }: TurnContext, { facets }: KeptWish) {
  return facets.place?.value ?? profile.told.place;
}

function wheelchairOf({ profile }: TurnContext, { facets }: KeptWish): true | undefined {
  return facets.wheelchair?.value ?? profile.told.wheelchair;
}

function block(title: string, entries: readonly OfferEntry[]): Span[] {
  if (entries.length === 0) return [];
  return [title, ...entries.flatMap(({ text }) => ['\n', ...text])];
}

/** The first message with what comes along below what it says, and the ways to it. */
function under(answer: Answer, spans: readonly Span[], entries: readonly OfferEntry[], asksLocation?: string): Answer {
  const [first, ...rest] = answer.messages;
  if (first === undefined || entries.length === 0) return answer;
  const { footer } = first;
  const shown: OutboundMessage =
    first.courses === undefined
      ? { ...first, text: [...first.text, '\n\n', ...spans] }
      : { ...first, footer: footer === undefined ? spans : [...spans, '\n\n', ...footer] };
  const message: OutboundMessage = {
    ...shown,
    choices: [...entries.map(({ choice }) => choice), ...first.choices],
    ...(asksLocation === undefined || first.asksLocation !== undefined ? {} : { asksLocation }),
  };
  return { ...answer, messages: [message, ...rest] };
}

import type { Audience } from '../catalogue/index.ts';
import type { Facets, Finder, TopicTerm } from '../discovery/index.ts';
import type { Told } from '../learners/index.ts';
import { distanceKm } from '../places/index.ts';
import { fold, tokens } from '../text/index.ts';
import { cityTime } from '../time/index.ts';
import { type Days, isWithin, takeDays } from './workshop-days.ts';

/** What of a workshop decides whether it fits. */
export interface Fitting {
  readonly key: number;
  readonly title: string;
  readonly description: string | undefined;
  readonly organisation: string | undefined;
  readonly topics: readonly string[];
  readonly audience: readonly string[];
  readonly ward: string | undefined;
  readonly wheelchair: boolean | undefined;
  readonly startsAt: Date;
}

/** A wish for workshops, as somebody said it. */
export interface WorkshopWish {
  /** The words that name a subject, as they are said back; "" when only conditions were given. */
  readonly topic: string;
  /** What was said without the days and the words for a workshop. */
  readonly said: string;
  readonly terms: readonly TopicTerm[];
  readonly days: Days | undefined;
  readonly facets: Facets;
  /** Near the place they told of before. */
  readonly isNear: boolean;
}

/** Why a workshop is shown, in the order in which it is said. */
export type WorkshopReason =
  | { readonly kind: 'topic'; readonly words: string }
  | { readonly kind: 'interest'; readonly words: string }
  | { readonly kind: 'in_place'; readonly place: string }
  | { readonly kind: 'near'; readonly km: number; readonly place: string }
  | { readonly kind: 'time'; readonly value: string }
  | { readonly kind: 'audience'; readonly value: string }
  | { readonly kind: 'wheelchair' };

export interface MatchedWorkshop<W extends Fitting> {
  readonly workshop: W;
  readonly reasons: readonly WorkshopReason[];
}

const kindWords =
  /(?<![\p{L}\p{N}])(?:hội thảo|hoi thao|workshops?|chuyên đề|chuyen de|tọa đàm|toạ đàm|toa dam|talkshow|buổi học cộng đồng|buoi hoc cong dong|lớp cộng đồng|lop cong dong|buổi học|buoi hoc|buổi chia sẻ|buoi chia se|sự kiện|su kien|seminars?|events?)(?![\p{L}\p{N}])/giu;
const nearWords =
  /(?<![\p{L}\p{N}])(?:(?:ở |o )?(?:gần|gan|quanh)(?: (?:đây|day|nhà|nha|tôi|toi|mình|minh|em|chỗ|cho|khu))+|near me|nearby|close to me)(?![\p{L}\p{N}])/giu;

/** What a question for something opens with in English; Vietnamese ones are known to the reading of wishes. */
const openingWords =
  /^(?:(?:hi|hello|hey|are there|is there|do you have|have you got|can you|could you|show|find|me|i want|i would like|i'd like|i am|i'm|looking for|to|join|attend|go to|any|some|the|an?|upcoming|coming|good|about|on)(?:[\s,]+|$))+/i;

/** Reads what somebody wants of workshops: "smartphone quận 3 cuối tuần", "về lừa đảo cho người già gần nhà". */
export function readWorkshopWish(
  text: string,
  { finder, now, timezone }: { readonly finder: Finder; readonly now: Date; readonly timezone: string },
): WorkshopWish {
  const { days, rest } = takeDays(text, now, timezone);
  const isNear = nearWords.test(rest);
  nearWords.lastIndex = 0;
  const said = rest
    .replace(nearWords, ' ')
    .replace(kindWords, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(openingWords, '')
    .replace(/\s+(?:please|thanks|thank you)[.!?]*$/i, '');
  const wish = finder.understand(said);
  return { topic: wish.topic, said, terms: wish.terms, days, facets: wish.facets, isNear };
}

/** Part of the idea that must be found in a workshop. */
const leastCovered = 0.34;

/** As near as a motorbike ride of a quarter of an hour. */
export const nearKm = 6;

const folded = (text: string): string =>
  ` ${tokens(text)
    .map((token) => fold(token.folded))
    .join(' ')} `;

interface Read<W extends Fitting> {
  readonly workshop: W;
  /** Its title and topics, and all else, as words between spaces. */
  readonly title: string;
  readonly text: string;
}

/** An idea of a wish: what finding it all would be worth, what was found of it, and the words that name it. */
interface Idea {
  readonly most: number;
  readonly found: number;
  readonly words: string | undefined;
}

/** How much of the ideas of a wish a workshop's words cover, from 0 to 1, rare words counting for more; and the words that say it best. */
function coverage<W extends Fitting>(
  { title, text }: Read<W>,
  terms: readonly TopicTerm[],
  rarity: (term: TopicTerm) => number,
): { share: number; words: string | undefined } {
  const ideas = new Map<number, Idea>();
  for (const term of terms) {
    const idea = ideas.get(term.group) ?? { most: 0, found: 0, words: undefined };
    const worth = rarity(term);
    const isTyped = term.source === 'typed';
    const isIn = title.includes(` ${term.text} `) ? 1 : text.includes(` ${term.text} `) ? inTextOnly : 0;
    const found = isIn * term.weight * worth;
    const named = term.spoken ?? term.accented ?? term.text;
    ideas.set(term.group, {
      most: isTyped ? Math.max(idea.most, worth) : idea.most,
      found: Math.max(idea.found, found),
      // What the person wrote themselves is said back before what a dictionary made of it.
      words: isIn > 0 && (isTyped || found > idea.found) ? named : idea.words,
    });
  }
  const all = [...ideas.values()];
  const total = all.reduce((sum, { most, found }) => sum + Math.max(most, found), 0);
  const found = all.reduce((sum, each) => sum + each.found, 0);
  const best = [...all].sort((a, b) => b.found - a.found)[0];
  return { share: total === 0 ? 0 : found / total, words: best?.words };
}

/** What a word is worth that stands in the description alone. */
const inTextOnly = 0.7;

/** The part of the day a workshop begins in. */
function slotOf(moment: Date, timezone: string): 'morning' | 'afternoon' | 'evening' {
  const { minutes } = cityTime(moment, timezone);
  return minutes < 12 * 60 ? 'morning' : minutes < 17 * 60 ? 'afternoon' : 'evening';
}

function isWeekend(moment: Date, timezone: string): boolean {
  return [0, 6].includes(new Date(`${cityTime(moment, timezone).day}T00:00:00Z`).getUTCDay());
}

/** Which of somebody's free times a workshop falls into. */
function timeFit(times: readonly string[], moment: Date, timezone: string): string | undefined {
  if (times.includes('weekend') && isWeekend(moment, timezone)) return 'weekend';
  const slot = slotOf(moment, timezone);
  return times.includes(slot) ? slot : undefined;
}

/** Kilometres from the nearest of some wards; 0 within them, undefined where nothing is known. */
function kmFrom(wards: readonly string[], ward: string | undefined): number | undefined {
  if (ward === undefined) return undefined;
  if (wards.includes(ward)) return 0;
  const all = wards.flatMap((each) => distanceKm(each, ward) ?? []);
  return all.length === 0 ? undefined : Math.min(...all);
}

const audienceOfRole: Readonly<Partial<Record<NonNullable<Told['role']>, Audience>>> = {
  teacher: 'teachers',
  student: 'students',
  job_seeker: 'job_seekers',
  worker: 'workers',
  small_business: 'small_business',
  parent: 'parents',
  senior: 'seniors',
};

/** The groups of people somebody belongs to. */
function audiencesOf(told: Told): string[] {
  const role = told.role === undefined ? undefined : audienceOfRole[told.role];
  return [
    ...(role === undefined ? [] : [role]),
    ...(told.age_band === '60_up' ? ['seniors'] : told.age_band === 'under_16' ? ['children'] : []),
    ...(told.disability === undefined && told.wheelchair === undefined ? [] : ['persons_with_disabilities']),
  ];
}

/** Who learns, and how the finder reads their interests. */
export interface MatchOptions {
  readonly told: Told;
  readonly timezone: string;
  /** The terms of a thing they like, with the words that name it. */
  readonly interests: readonly { readonly words: string; readonly terms: readonly TopicTerm[] }[];
}

/**
 * The workshops that fit, best first. What was said now is held to: the subject must occur, the days, the part of the day and the place must
 * be right ("gần" and the place itself reach six kilometres, nearest first). What is known of the learner only moves workshops up.
 */
export function matchWorkshops<W extends Fitting>(
  workshops: readonly W[],
  wish: WorkshopWish,
  { told, timezone, interests }: MatchOptions,
): MatchedWorkshop<W>[] {
  const read: Read<W>[] = workshops.map((workshop) => {
    const { title, topics, description, organisation } = workshop;
    return {
      workshop,
      title: folded([title, ...topics].join(' , ')),
      text: folded([description, organisation].filter((part) => part !== undefined).join(' , ')),
    };
  });
  const rarity = (term: TopicTerm): number => {
    const count = read.filter(({ title, text }) => (title + text).includes(` ${term.text} `)).length;
    return Math.log(1 + (read.length + 1) / (count + 0.5));
  };
  const rarities = new Map<string, number>();
  const rare = (term: TopicTerm): number => {
    const known = rarities.get(term.text) ?? rarity(term);
    rarities.set(term.text, known);
    return known;
  };
  const { facets, days, isNear } = wish;
  const label = (facets.place?.value ?? told.place)?.label ?? '';
  const place = facets.place?.value.wards ?? (isNear ? told.place?.wards : undefined);
  const scored = read.flatMap((each) => {
    const { workshop } = each;
    const reasons: WorkshopReason[] = [];
    let score = 0;
    if (days !== undefined && !isWithin(days, workshop.startsAt, timezone)) return [];
    if (wish.terms.length > 0) {
      const { share, words } = coverage(each, wish.terms, rare);
      if (share < leastCovered) return [];
      score += 10 * share;
      if (words !== undefined) reasons.push({ kind: 'topic', words });
    }
    const km = kmFrom(place ?? told.place?.wards ?? [], workshop.ward);
    if (place !== undefined && (km === undefined || km > nearKm)) return [];
    if (km !== undefined && km <= nearKm) {
      score += (place === undefined ? 2 : 6) * (1 - km / (2 * nearKm));
      reasons.push(
        km === 0 ? { kind: 'in_place', place: label } : { kind: 'near', km: Math.max(1, Math.round(km)), place: label },
      );
    }
    const askedTime = facets.times && timeFit(facets.times.value, workshop.startsAt, timezone);
    if (facets.times !== undefined && askedTime === undefined) return [];
    const freeTime = timeFit(told.times ?? [], workshop.startsAt, timezone);
    if (askedTime === undefined && freeTime !== undefined) {
      score += 1.5;
      reasons.push({ kind: 'time', value: freeTime });
    }
    const audience = [...(facets.audience?.value ?? []), ...audiencesOf(told)].find((value) =>
      workshop.audience.includes(value),
    );
    if (audience !== undefined) {
      score += 2;
      reasons.push({ kind: 'audience', value: audience });
    }
    if ((facets.wheelchair !== undefined || told.wheelchair === true) && workshop.wheelchair === true) {
      score += 2;
      reasons.push({ kind: 'wheelchair' });
    }
    if (facets.wheelchair !== undefined && workshop.wheelchair === false) return [];
    if (wish.terms.length === 0) {
      const liked = interests.find(({ terms }) => coverage(each, terms, rare).share >= leastCovered);
      if (liked !== undefined) {
        score += 3;
        reasons.push({ kind: 'interest', words: liked.words });
      }
    }
    return [{ workshop, reasons, score }];
  });
  return scored
    .sort((a, b) => b.score - a.score || a.workshop.startsAt.getTime() - b.workshop.startsAt.getTime())
    .map(({ workshop, reasons }) => ({ workshop, reasons }));
}

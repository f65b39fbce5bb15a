import { sql } from 'drizzle-orm';
import type { Audience } from '../catalogue/index.ts';
import type { Queryable } from '../database/index.ts';
import { distanceKm } from '../places/index.ts';
import { isStopWord, tokens } from '../text/index.ts';
import { type Workshop, workshopsByKeys } from './workshop.ts';

/** Which workshops to find. Everything is optional: nothing given lists what comes soonest. */
export interface WorkshopWish {
  /** Words as people write them, with or without accents. */
  readonly text?: string | undefined;
  /** What the learner cares for: prefers, excludes nothing. */
  readonly interests?: readonly string[];
  /** The code of the ward they live in: nearer ones come first. */
  readonly near?: string | undefined;
  /** Only these wards. */
  readonly wards?: readonly string[];
  /** Starts at or after; now when missing. */
  readonly from?: Date | undefined;
  /** Starts before. */
  readonly until?: Date | undefined;
  readonly weekend?: { readonly timezone: string } | undefined;
  readonly audience?: Audience | undefined;
  /** Only where a wheelchair can go for sure. */
  readonly wheelchair?: boolean;
  readonly now: Date;
  readonly limit: number;
  readonly offset?: number;
}

/** A workshop with what speaks for it, from what made its rank. */
export interface FoundWorkshop {
  readonly workshop: Workshop;
  /** Words of the wish that it holds. */
  readonly words: readonly string[];
  /** Interests that it serves. */
  readonly interests: readonly string[];
  readonly distanceKm: number | undefined;
}

/** The soonest that are looked at; a city's next weeks hold fewer. */
const mostCandidates = 2000;

interface Candidate {
  readonly key: number;
  readonly title: string;
  readonly body: string;
  readonly ward: string | undefined;
  readonly startsAt: number;
}

/** Planned workshops that have not begun, best first; `total` is how many fit. With words, only what holds at least one of them. */
export async function findWorkshops(
  db: Queryable,
  wish: WorkshopWish,
): Promise<{ readonly found: readonly FoundWorkshop[]; readonly total: number }> {
  const { limit, offset = 0 } = wish;
  const ranked = rank(await candidates(db, wish), wish);
  const page = ranked.slice(offset, offset + limit);
  const workshops = await workshopsByKeys(
    db,
    page.map(({ key }) => key),
  );
  const found = workshops.flatMap((workshop) => {
    const entry = page.find(({ key }) => key === workshop.key);
    return entry === undefined
      ? []
      : [{ workshop, words: entry.words, interests: entry.interests, distanceKm: entry.distance }];
  });
  return { found, total: ranked.length };
}

async function candidates(db: Queryable, wish: WorkshopWish): Promise<Candidate[]> {
  const from = wish.from === undefined || wish.from < wish.now ? wish.now : wish.from;
  const wards = wish.wards ?? [];
  const { rows } = await db.execute<{
    id: string;
    title: string;
    body: string;
    ward: string | null;
    starts_at: string;
  }>(sql`
    select workshop.id, title, ward, starts_at, concat_ws(' ', array_to_string(topics, ' '), organisation.name, place,
      left(description, 1000)) as body
    from workshop left join organisation on organisation.id = organisation_id
    where status = 'planned' and starts_at > ${from}
      and (${wish.until ?? null}::timestamptz is null or starts_at < ${wish.until ?? null}::timestamptz)
      and (${wards.length === 0} or ward = any(${sql.param([...wards])}::text[]))
      and (${wish.wheelchair !== true} or wheelchair)
      and (${wish.audience ?? null}::text is null or audience = '{}' or audience && array['everyone', ${wish.audience ?? null}::text])
      and (${wish.weekend === undefined}
        or extract(isodow from starts_at at time zone ${wish.weekend?.timezone ?? 'UTC'}::text) >= 6)
    order by starts_at, workshop.id limit ${mostCandidates}`);
  return rows.map((row) => ({
    key: Number(row.id),
    title: row.title,
    body: row.body,
    ward: row.ward ?? undefined,
    startsAt: new Date(row.starts_at).getTime(),
  }));
}

/** Words that carry meaning, folded; all of them when none does. */
function wordsOf(text: string): string[] {
  const all = tokens(text);
  const meaning = all.filter((token) => !isStopWord(token));
  return [...new Set((meaning.length > 0 ? meaning : all).map((token) => token.folded))];
}

/** Folded words with a space around each, so that " may " is no part of " maytinh ". */
function folded(text: string): string {
  return ` ${tokens(text)
    .map((token) => token.folded)
    .join(' ')} `;
}

const day = 86_400_000;

/** How far people go for an afternoon: at this distance nearness counts half. */
const halfwayKm = 5;

function rank(all: readonly Candidate[], wish: WorkshopWish) {
  const words = wish.text === undefined ? [] : wordsOf(wish.text);
  const texts = all.map(({ title, body }) => ({ title: folded(title), body: folded(body) }));
  // A word that stands in every workshop ("buổi", "học") tells nothing; one in few of them tells most.
  const weights = words.map((word) => {
    const holding = texts.filter(({ title, body }) => title.includes(` ${word} `) || body.includes(` ${word} `)).length;
    return Math.log(1 + (all.length - holding + 0.5) / (holding + 0.5));
  });
  const most = weights.reduce((sum, weight) => sum + weight, 0);
  const interests = (wish.interests ?? []).map((interest) => ({ interest, folded: folded(interest) }));
  const ranked = all.map(({ key, ward, startsAt }, position) => {
    const text = texts[position] ?? { title: '', body: '' };
    const held = words.filter((word) => text.title.includes(` ${word} `) || text.body.includes(` ${word} `));
    const gained = words.reduce((sum, word, at) => {
      const weight = weights[at] ?? 0;
      if (text.title.includes(` ${word} `)) return sum + weight;
      return text.body.includes(` ${word} `) ? sum + weight / 2 : sum;
    }, 0);
    const served = interests.filter((each) => text.title.includes(each.folded) || text.body.includes(each.folded));
    const distance = wish.near === undefined || ward === undefined ? undefined : distanceKm(wish.near, ward);
    const soon = 1 / (1 + (startsAt - wish.now.getTime()) / (14 * day));
    const score =
      3 * (most === 0 ? 0 : gained / most) +
      (served.length > 0 ? 1 : 0) +
      (distance === undefined ? 0 : halfwayKm / (halfwayKm + distance)) +
      soon;
    return { key, score, words: held, interests: served.map((each) => each.interest), distance, startsAt };
  });
  return ranked
    .filter((each) => words.length === 0 || each.words.length > 0)
    .sort((one, other) => other.score - one.score || one.startsAt - other.startsAt || one.key - other.key);
}

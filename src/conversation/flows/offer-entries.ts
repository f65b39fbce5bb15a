import { placesByKeys } from '../../access/index.ts';
import type { OfferHit, OfferKind } from '../../discovery/index.ts';
import type { Choice, Span } from '../../message/index.ts';
import { internshipsByKeys, scholarshipsByKeys } from '../../opportunities/index.ts';
import { seatsLeft, workshopsByKeys } from '../../workshops/index.ts';
import type { TurnContext } from '../context.ts';
import { internshipFacts, offerReasons, offerTitle, placeFacts, scholarshipFacts } from '../words/offer.ts';
import { workshopFacts, workshopTitle } from '../words/workshop.ts';
import { keyOf, wordsOf } from './workshop-standing.ts';

/** An offer as it stands in a message, and the way to its details. */
export interface OfferEntry {
  readonly kind: OfferKind;
  readonly key: number;
  readonly text: readonly Span[];
  readonly choice: Choice;
}

/** One letter a kind in the ids of choices. */
export const letterOf: Readonly<Record<OfferKind, string>> = {
  workshop: 'w',
  scholarship: 's',
  internship: 'i',
  place: 'p',
};

/** Buttons are narrow. */
const longestLabel = 60;

interface Shown {
  readonly title: string;
  readonly facts: readonly string[];
}

/**
 * Offers as they stand in a message, in their order; those that are gone, and workshops that are full, are left out.
 * @param near how the place is called from which distances are told
 * @param more what else speaks for an offer, by its key; it is said first
 */
export async function offerEntries(
  context: TurnContext,
  hits: readonly OfferHit[],
  near: string | undefined,
  more: ReadonlyMap<number, string> = new Map(),
): Promise<OfferEntry[]> {
  const shown = await load(context, hits);
  const { presentation } = context;
  return hits.flatMap((hit) => {
    const offer = shown.get(`${hit.kind} ${hit.key}`);
    if (offer === undefined) return [];
    const first = more.get(hit.key);
    const reasons = [...(first === undefined ? [] : [first]), ...offerReasons(context, hit, near)].map(
      (reason) => `→ ${reason}`,
    );
    const lines = presentation.isShort
      ? [...offer.facts.slice(0, 2), ...reasons.slice(0, 1)]
      : [...offer.facts, ...reasons];
    const choice =
      hit.kind === 'workshop'
        ? context.offer('ws', [keyOf(hit.key)], offer.title.slice(0, longestLabel))
        : context.offer('of', [letterOf[hit.kind], keyOf(hit.key)], offer.title.slice(0, longestLabel));
    const text: Span[] = [{ text: `▪ ${offer.title}`, bold: true }, `\n${lines.join('\n')}`];
    return [{ kind: hit.kind, key: hit.key, text, choice }];
  });
}

/** What is shown of each hit, by its kind and key; one statement a kind, none for a kind that was not found. */
async function load(context: TurnContext, hits: readonly OfferHit[]): Promise<ReadonlyMap<string, Shown>> {
  const { tx, t } = context;
  const keysOf = (wanted: OfferKind): number[] => hits.flatMap(({ kind, key }) => (kind === wanted ? [key] : []));
  const shown = new Map<string, Shown>();
  for (const each of await workshopsByKeys(tx, keysOf('workshop'))) {
    if (seatsLeft(each) === 0 || each.status !== 'planned') continue;
    const facts = [t('offer-workshop'), ...workshopFacts(wordsOf(context), each)];
    shown.set(`workshop ${each.key}`, {
      title: workshopTitle(t, each),
      facts: [facts.slice(0, 2).join(' · '), ...facts.slice(2)],
    });
  }
  for (const each of await scholarshipsByKeys(tx, keysOf('scholarship'))) {
    shown.set(`scholarship ${each.key}`, {
      title: offerTitle(t, each.title, each.sample),
      facts: scholarshipFacts(context, each),
    });
  }
  for (const each of await internshipsByKeys(tx, keysOf('internship'))) {
    shown.set(`internship ${each.key}`, {
      title: offerTitle(t, each.title, each.sample),
      facts: internshipFacts(context, each),
    });
  }
  for (const each of await placesByKeys(tx, keysOf('place'))) {
    shown.set(`place ${each.key}`, { title: offerTitle(t, each.name, each.sample), facts: placeFacts(context, each) });
  }
  return shown;
}

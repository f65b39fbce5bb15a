import { type Course, coursesByKeys } from '../../catalogue/index.ts';
import type { Facets, KeptWish } from '../../discovery/index.ts';
import type { TurnContext } from '../context.ts';
import type { SearchState } from '../state.ts';

/** The middle of some numbers, the lower one of two. */
function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)];
}

/** A sharper wish, or why there is none. */
export type Sharper =
  | { readonly kind: 'wish'; readonly wish: KeptWish }
  | { readonly kind: 'already_free' }
  | { readonly kind: 'place_unknown' };

/**
 * "Rẻ hơn", "gần hơn", "ngắn hơn" measured against the courses just shown: cheaper than the middle of the paid ones,
 * shorter than the middle one.
 */
export async function relativeWish(
  context: TurnContext,
  previous: SearchState,
  wish: KeptWish,
  relative: 'cheaper' | 'nearer' | 'shorter',
): Promise<Sharper> {
  if (relative === 'nearer') {
    return wish.facets.place === undefined ? { kind: 'place_unknown' } : { kind: 'wish', wish };
  }
  const shown: readonly Course[] = await coursesByKeys(context.tx, previous.shown);
  const within = (facets: Facets): Sharper => ({
    kind: 'wish',
    wish: { ...wish, facets: { ...wish.facets, ...facets } },
  });
  if (relative === 'cheaper') {
    const paid = shown.flatMap(({ priceVnd }) => (priceVnd === undefined || priceVnd === 0 ? [] : [priceVnd]));
    const middle = median(paid);
    if (middle !== undefined) return within({ maxPriceVnd: { value: middle - 1, hard: true } });
    const isFree = shown.length > 0 && shown.every((course) => course.priceVnd === 0);
    return isFree ? { kind: 'already_free' } : within({ cheap: { value: true, hard: false } });
  }
  const middle = median(shown.flatMap((course) => (course.durationHours === undefined ? [] : [course.durationHours])));
  if (middle === undefined) return { kind: 'wish', wish };
  return within({ maxHours: { value: Math.max(1, Math.floor(middle - 1)), hard: true } });
}

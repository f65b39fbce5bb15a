import { type Course, coursesByKeys } from '../../catalogue/index.ts';
import type { Wish } from '../../discovery/index.ts';
import type { TurnContext } from '../context.ts';
import type { SearchState } from '../state.ts';

/** The middle of some numbers, the lower one of two. */
function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)];
}

/**
 * "Rẻ hơn", "gần hơn", "ngắn hơn" measured against the courses just shown: cheaper than the middle of the paid ones,
 * shorter than the middle one. Returns the sharper wish, or what to say when nothing can be sharper.
 */
export async function relativeWish(
  context: TurnContext,
  previous: SearchState,
  wish: Wish,
  relative: 'cheaper' | 'nearer' | 'shorter',
): Promise<Wish | string> {
  if (relative === 'nearer') return wish.facets.place === undefined ? context.t('search-where') : wish;
  const shown: readonly Course[] = await coursesByKeys(context.tx, previous.shown);
  if (relative === 'cheaper') {
    const paid = shown.flatMap((course) =>
      course.priceVnd === undefined || course.priceVnd === 0 ? [] : [course.priceVnd],
    );
    const middle = median(paid);
    if (middle === undefined && shown.length > 0 && shown.every((course) => course.priceVnd === 0)) {
      return context.t('search-already-free');
    }
    const least = middle === undefined ? undefined : middle - 1;
    if (least === undefined) return { ...wish, facets: { ...wish.facets, cheap: { value: true, hard: false } } };
    return { ...wish, facets: { ...wish.facets, maxPriceVnd: { value: least, hard: true } } };
  }
  const middle = median(shown.flatMap((course) => (course.durationHours === undefined ? [] : [course.durationHours])));
  if (middle === undefined) return wish;
  return { ...wish, facets: { ...wish.facets, maxHours: { value: Math.max(1, Math.floor(middle - 1)), hard: true } } };
}

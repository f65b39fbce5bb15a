import type { KeptWish } from '../../discovery/index.ts';
import type { EarlierSearch, SearchState } from '../state.ts';

/** So many steps can be gone back; a wish is some hundred bytes of a conversation's state. */
const mostSteps = 3;

/** What one can go back to from a search that sharpens or widens the one before: that one first. */
export function earlierWith(previous: SearchState, wish: KeptWish): readonly EarlierSearch[] {
  const { earlier = [], remembered, serial } = previous;
  // Nothing was shown yet, or "buổi tối" was said twice: going back would change nothing.
  if (previous.shown.length === 0 || isSame(previous.wish, wish)) return earlier;
  const step: EarlierSearch = { wish: previous.wish, serial, ...(remembered === undefined ? {} : { remembered }) };
  return [step, ...earlier].slice(0, mostSteps);
}

function isSame(one: KeptWish, other: KeptWish): boolean {
  return meaning(one) === meaning(other);
}

/** What of a wish decides over its courses, in an order of its own: a database gives a JSON's fields back in any order. */
function meaning({ said, topic, excluded, facets, leaning, asTyped }: KeptWish): string {
  const sorted = Object.entries(facets).sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([
    said,
    topic,
    excluded,
    sorted.map(([name, { value, hard }]) => [name, value, hard]),
    leaning,
    asTyped,
  ]);
}

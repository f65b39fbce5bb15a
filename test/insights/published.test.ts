import fc from 'fast-check';
import { expect, it } from 'vitest';
import { publishedOf, publishedTotal } from '../../src/insights/published.ts';

const cells = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 2, maxLength: 30 });
const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

it('a total never says that a certain part has people it does not show', () => {
  fc.assert(
    fc.property(cells, (people) => {
      const shown = people.map(publishedOf);
      const total = publishedTotal({ people: sum(people), published: sum(shown) }, people.length);
      // Any one part may have nobody beyond what it shows: the others have room for the rest.
      expect(total - sum(shown)).toBeLessThanOrEqual(4 * (people.length - 1));
      expect(total).toBeLessThanOrEqual(sum(people));
      expect(total % 5).toBe(0);
    }),
  );
});

it('what is shown grows and never falls as people come', () => {
  fc.assert(
    fc.property(cells, fc.nat(), (people, which) => {
      const more = people.map((count, index) => (index === which % people.length ? count + 1 : count));
      const of = (counts: readonly number[]) =>
        publishedTotal({ people: sum(counts), published: sum(counts.map(publishedOf)) }, counts.length);
      expect(of(more)).toBeGreaterThanOrEqual(of(people));
    }),
  );
});

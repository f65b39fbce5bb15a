import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPairTable } from '../../src/discovery/pair-table.ts';

test('a pair table keeps what a map of pairs keeps, through growth and overwriting', () => {
  const number = fc.integer({ min: -1, max: 3000 });
  fc.assert(
    fc.property(fc.array(fc.tuple(number, number, fc.nat(1_000_000)), { maxLength: 3000 }), (entries) => {
      const table = createPairTable();
      const expected = new Map<string, number>();
      for (const [first, second, value] of entries) {
        table.set(first, second, value);
        expected.set(`${first} ${second}`, value);
      }
      for (const [first, second] of entries) {
        expect(table.get(first, second)).toBe(expected.get(`${first} ${second}`));
        expect(table.get(second, 4000 + first)).toBe(-1);
      }
    }),
    { numRuns: 30 },
  );
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { backOffSeconds } from '../../src/delivery/back-off.ts';

it('waits as long as the platform demands', () => {
  expect(backOffSeconds(3, 17, 0.9)).toBe(17);
});

it('grows with every try, stays within half an hour and never comes back at once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), fc.double({ min: 0, max: 0.999, noNaN: true }), (attempts, random) => {
      const wait = backOffSeconds(attempts, undefined, random);
      expect(wait).toBeGreaterThanOrEqual(1);
      expect(wait).toBeLessThanOrEqual(1800);
      expect(backOffSeconds(attempts + 1, undefined, random)).toBeGreaterThanOrEqual(wait);
    }),
  );
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fillSlots } from '../../src/conversation/flows/list-slots.ts';
import { seeded } from '../../src/discovery/index.ts';

const candidates = fc
  .array(fc.constantFrom('An', 'Bình', 'Chi', 'Dung'), { maxLength: 30 })
  .map((providers) => providers.map((provider, key) => ({ key, provider })));

it('a list holds no course twice, and at most two of a provider while there are others', () => {
  fc.assert(
    fc.property(candidates, fc.integer({ min: 1, max: 5 }), fc.integer(), (all, count, seed) => {
      const slots = fillSlots(all, { count, random: seeded(seed) });
      expect(slots).toHaveLength(Math.min(count, all.length));
      expect(new Set(slots.map(({ candidate }) => candidate.key)).size).toBe(slots.length);
      for (const { propensity } of slots) expect(propensity > 0 && propensity <= 1).toBe(true);
      const shownOf = (provider: string) => slots.filter(({ candidate }) => candidate.provider === provider).length;
      const providers = [...new Set(all.map(({ provider }) => provider))];
      const room = providers.reduce((sum, each) => sum + Math.min(2, all.filter((c) => c.provider === each).length), 0);
      if (room >= count) for (const provider of providers) expect(shownOf(provider)).toBeLessThanOrEqual(2);
    }),
  );
});

it('one of five slots explores, and what is drawn is noted with how probable it was', () => {
  const all = Array.from({ length: 14 }, (_, key) => ({ key, provider: `P${key}` }));
  const random = seeded(5);
  const rounds = 4000;
  const shown = new Map<number, { times: number; propensity: number }>();
  for (let round = 0; round < rounds; round++) {
    for (const { candidate, propensity } of fillSlots(all, { count: 4, random })) {
      const before = shown.get(candidate.key);
      expect(before === undefined || before.propensity === propensity).toBe(true);
      shown.set(candidate.key, { times: (before?.times ?? 0) + 1, propensity });
    }
  }
  for (const { times, propensity } of shown.values()) expect(times / rounds).toBeCloseTo(propensity, 1);
  const explored = [...shown].reduce((sum, [key, { times }]) => sum + (key >= 4 ? times : 0), 0);
  expect(explored / (rounds * 4)).toBeCloseTo(0.2, 1);
});

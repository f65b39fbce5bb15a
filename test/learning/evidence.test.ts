import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Criteria, EvidenceRule } from '../../src/learning/criteria-file.ts';
import { type EvidenceFact, evidenceOf } from '../../src/learning/evidence.ts';

const now = new Date('2026-11-29T05:00:00Z');
const ago = (days: number): Date => new Date(now.getTime() - days * 86_400_000);

function criteriaOf(...evidence: readonly Partial<EvidenceRule>[]): Criteria {
  const rules = evidence.map((rule) => ({
    kind: 'lesson_completed' as const,
    atLeast: 1,
    withinDays: undefined,
    ...rule,
  }));
  const texts = { title: 'Một', english: 'One', about: 'Một điều.' };
  return { id: 'thu', sample: true, ...texts, criteria: [{ id: 'mot', ...texts, evidence: rules }] };
}

const lesson = (days: number, more: Partial<EvidenceFact> = {}): EvidenceFact => ({
  kind: 'lesson_completed',
  title: 'Bài',
  at: ago(days),
  domains: [4],
  track: 'an-toan',
  ...more,
});

const standing = (criteria: Criteria, facts: readonly EvidenceFact[]) => evidenceOf(criteria, facts, now)[0];

describe('evidence', () => {
  it('counts within the days, of the domain and of the track that a rule names', () => {
    const facts = [
      lesson(1),
      lesson(400),
      lesson(2, { domains: [2], track: 'hang-ngay' }),
      lesson(3, { kind: 'track_completed' }),
    ];
    const counted = (rule: Partial<EvidenceRule>) => standing(criteriaOf(rule), facts)?.rules[0]?.facts.length;
    expect(counted({})).toBe(3);
    expect(counted({ withinDays: 365 })).toBe(2);
    expect(counted({ domain: 4 })).toBe(2);
    expect(counted({ track: 'hang-ngay' })).toBe(1);
    expect(counted({ kind: 'track_completed' })).toBe(1);
    expect(counted({ kind: 'workshop_attended' })).toBe(0);
  });

  it('meets a criterion when every rule is met', () => {
    const criteria = criteriaOf({ atLeast: 2 }, { kind: 'items_mastered', atLeast: 1 });
    expect(standing(criteria, [lesson(1), lesson(2)])?.isMet).toBe(false);
    expect(standing(criteria, [lesson(1), lesson(2), lesson(3, { kind: 'items_mastered' })])?.isMet).toBe(true);
  });

  it('does not count what has no domain for a rule that asks for one', () => {
    expect(standing(criteriaOf({ domain: 4 }), [lesson(1, { domains: [] })])?.isMet).toBe(false);
  });

  it('never counts a fact twice, and never takes back what more evidence gives', () => {
    const fact = fc
      .record({
        days: fc.integer({ min: 0, max: 900 }),
        domain: fc.integer({ min: 1, max: 6 }),
        kind: fc.constantFrom('lesson_completed', 'days_learning', 'items_mastered'),
      })
      .map(({ days, domain, kind }) => lesson(days, { domains: [domain], kind: kind as EvidenceFact['kind'] }));
    const rule = fc.record({
      atLeast: fc.integer({ min: 1, max: 5 }),
      withinDays: fc.option(fc.integer({ min: 1, max: 900 }), { nil: undefined }),
      domain: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 20 }), fact, rule, (facts, more, asked) => {
        const criteria = criteriaOf(asked);
        const [before, after] = [standing(criteria, facts), standing(criteria, [...facts, more])];
        const counted = before?.rules[0]?.facts ?? [];
        expect(new Set(counted).size).toBe(counted.length);
        expect(counted.every((each) => facts.includes(each))).toBe(true);
        if (before?.isMet) expect(after?.isMet).toBe(true);
        expect((after?.rules[0]?.facts.length ?? 0) - counted.length).toBeLessThanOrEqual(1);
      }),
    );
  });
});

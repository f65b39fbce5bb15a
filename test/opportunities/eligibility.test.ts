import { describe, expect, it } from 'vitest';
import { type Conditions, eligibilityOf } from '../../src/opportunities/index.ts';

const none: Conditions = {
  ageFrom: undefined,
  ageTo: undefined,
  wards: [],
  income: [],
  disability: undefined,
  occupationStatus: [],
};

describe('eligibility for a scholarship', () => {
  it('is met by everybody where no condition is stated', () => {
    expect(eligibilityOf(none, {})).toEqual({ failed: [], met: [], open: [] });
  });

  it('rules nobody out for what is not known', () => {
    const strict: Conditions = {
      ...none,
      ageFrom: 16,
      ageTo: 35,
      income: ['poor'],
      occupationStatus: ['teacher'],
      disability: true,
    };
    expect(eligibilityOf(strict, {})).toEqual({
      failed: [],
      met: [],
      open: ['age', 'income', 'disability', 'occupation'],
    });
  });

  it('rules out who is surely too old, lives elsewhere or does something else', () => {
    const conditions: Conditions = { ...none, ageTo: 24, wards: ['26740'], occupationStatus: ['student'] };
    const person = { ages: { from: 25, to: 39 }, wards: ['27139'], occupation: ['worker'] as const };
    expect(eligibilityOf(conditions, person).failed).toEqual(['age', 'ward', 'occupation']);
  });

  it('leaves open what only a part of an age band or of a former district meets', () => {
    const conditions: Conditions = { ...none, ageFrom: 18, wards: ['26740'] };
    expect(eligibilityOf(conditions, { ages: { from: 16, to: 24 }, wards: ['26740', '26743'] }).open).toEqual([
      'age',
      'ward',
    ]);
  });

  it('takes being short of money as low income, and as no proof of being recognised as poor', () => {
    expect(eligibilityOf({ ...none, income: ['low'] }, { isShortOfMoney: true }).met).toEqual(['income']);
    expect(eligibilityOf({ ...none, income: ['poor'] }, { isShortOfMoney: true }).open).toEqual(['income']);
  });

  it.each([
    ['poor', ['poor'], 'met'],
    ['poor', ['low'], 'met'],
    ['near_poor', ['poor'], 'failed'],
    ['low', ['poor', 'near_poor'], 'failed'],
    ['low', ['low'], 'met'],
    ['none', ['low', 'poor'], 'failed'],
  ] as const)('holds a household that is %s against %j: %s', (household, income, outcome) => {
    expect(eligibilityOf({ ...none, income }, { household })[outcome]).toEqual(['income']);
  });

  it('believes who said that they have no disability, or do none of what is asked for', () => {
    const conditions: Conditions = { ...none, disability: true, occupationStatus: ['student'] };
    const { failed } = eligibilityOf(conditions, { hasDisability: false, occupation: ['other'] });
    expect(failed).toEqual(['disability', 'occupation']);
  });
});

import { expect, test } from 'vitest';
import type { MonthOfDemand } from '../../../src/catalogue/index.ts';
import { demandOf } from '../../../src/discovery/careers/demand.ts';

const months = ['2026-05-01', '2026-06-01', '2026-07-01', '2026-08-01', '2026-09-01', '2026-10-01'];

function rows(skill: string, postings: readonly number[], sample = false): MonthOfDemand[] {
  return postings.map((count, at) => ({ month: months[at] ?? '', skill, postings: count, sample }));
}

test('a skill rises when its three newest months outgrow the three before by a fifth, with openings enough to say so', () => {
  const demand = demandOf([
    ...rows('kế toán', [50, 50, 50, 50, 50, 50]),
    ...rows('sửa xe điện', [10, 12, 14, 22, 28, 31]),
    ...rows('hàn', [0, 0, 1, 2, 3, 4]),
    ...rows('nhập liệu', [70, 66, 64, 48, 44, 40]),
  ]);
  expect(demand.months).toEqual(months);
  expect(demand.skills.filter(({ isRising }) => isRising)).toEqual([
    {
      concept: 'xe-dien',
      name: 'sửa xe điện',
      months: [10, 12, 14, 22, 28, 31],
      recent: 81,
      before: 36,
      growth: 2.1,
      isRising: true,
      sample: false,
    },
  ]);
  // Nine openings after one are too few to say anything.
  expect(demand.skills.find(({ name }) => name === 'hàn')).toMatchObject({ growth: 2.33, isRising: false });
  expect(demand.skills.at(-1)?.name).toBe('nhập liệu');
});

test('two names of one concept are one skill, and months that nobody told of count nothing', () => {
  const demand = demandOf([
    { month: '2026-10-01', skill: 'Excel', postings: 30, sample: false },
    { month: '2026-10-01', skill: 'spreadsheet', postings: 10, sample: true },
  ]);
  expect(demand.skills).toHaveLength(1);
  expect(demand.skills[0]).toMatchObject({
    months: [0, 0, 0, 0, 0, 40],
    recent: 40,
    before: 0,
    growth: 9,
    sample: false,
  });
  expect(demandOf([])).toEqual({ months: [], skills: [] });
});

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { loadCriteria, readCriteria } from '../../src/learning/criteria-file.ts';

const sample = readFileSync(new URL('../../content/criteria/sample.yaml', import.meta.url), 'utf8');

it('reads the criteria of the content, which say that they are a sample', () => {
  const [criteria] = loadCriteria();
  expect(criteria?.sample).toBe(true);
  expect(criteria?.criteria[0]?.evidence).toEqual([{ kind: 'days_learning', atLeast: 36, withinDays: 365 }]);
});

const lineOf = (part: string): number => sample.split('\n').findIndex((line) => line.includes(part)) + 1;

it.each([
  ['an unknown kind', 'kind: days_learning', 'kind: days_slept', 'kind'],
  ['a domain that there is not', 'domain: 4', 'domain: 9', 'domain'],
  ['none at all', 'at_least: 36', 'at_least: 0', 'at_least'],
])('names the line of %s', (_, good, bad, field) => {
  const read = readCriteria('sample.yaml', sample.replace(good, bad));
  const problems = 'problems' in read ? read.problems : [];
  const line = sample.split('\n').findIndex((each) => each.includes(good) && !each.startsWith('#')) + 1;
  expect(problems).toMatchObject([{ file: 'sample.yaml', line }]);
  expect(problems[0]?.problem).toContain(field);
});

it('names ids that stand there twice, and YAML that is none', () => {
  expect(readCriteria('a.yaml', sample.replace('id: nho-lau', 'id: hoc-deu-dan'))).toHaveProperty('problems');
  const read = readCriteria('a.yaml', `${sample}\n  - [`);
  expect('problems' in read && read.problems[0]?.line).toBeGreaterThan(lineOf('id: nang-cao-nghe-nghiep'));
});

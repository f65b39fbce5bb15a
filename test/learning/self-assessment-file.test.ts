import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { citySelfAssessments, readSelfAssessment } from '../../src/learning/self-assessment-file.ts';

const digital = readFileSync(new URL('../../content/selftest/digital.yaml', import.meta.url), 'utf8');
const teachers = readFileSync(new URL('../../content/selftest/teachers.yaml', import.meta.url), 'utf8');

/** The line of the file, from 1, that holds a text. */
const lineOf = (source: string, text: string): number => source.slice(0, source.indexOf(text)).split('\n').length;

it('reads what the city asks with', () => {
  const all = citySelfAssessments();
  expect([...all.values()].map(({ id, kind, domains }) => [id, kind, domains.length])).toEqual([
    ['digital', 'situations', 6],
    ['teachers', 'statements', 6],
  ]);
});

it.each([
  [
    'a second right option',
    'text: mấy giờ đóng cửa\n',
    'text: mấy giờ đóng cửa\n        right: true\n',
    'đúng một lựa chọn đúng',
  ],
  ['an unknown domain', '    domain: 1\n', '    domain: 9\n', 'không có miền 9'],
  ['an unknown field', '    difficulty: -2.0\n', '    difficulty: -2.0\n    hard: yes\n', 'hard'],
  ['an item twice', 'id: st-1-tep-da-tai', 'id: st-1-tu-khoa-ro', 'đã có ở trên'],
  ['a missing reason', / {4}why: Từ khóa tốt.*\n/, '', 'why'],
  ['no YAML', 'items:\n', 'items: [\n', ''],
])('finds %s, with its line', (_, before, after, problem) => {
  const read = readSelfAssessment('digital.yaml', digital.replace(before, after));
  const problems = 'problems' in read ? read.problems : [];
  expect(problems.map((each) => each.problem).join('\n')).toContain(problem);
  expect(problems.every(({ file, line }) => file === 'digital.yaml' && line > 0)).toBe(true);
});

it('names the very line', () => {
  const read = readSelfAssessment('digital.yaml', digital.replace('id: st-1-tep-da-tai', 'id: st-1-tu-khoa-ro'));
  expect(read).toEqual({
    problems: [
      {
        file: 'digital.yaml',
        line: lineOf(digital, 'id: st-1-tep-da-tai'),
        problem: '“id”: “st-1-tu-khoa-ro” đã có ở trên',
        remedy: 'Hãy đặt mã khác.',
      },
    ],
  });
  const falling = readSelfAssessment('teachers.yaml', teachers.replace('points: 1', 'points: 0'));
  expect(falling).toMatchObject({ problems: [{ problem: expect.stringContaining('không cao hơn câu trước') }] });
});

it('has something to say of any text, and never throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.nat(digital.length), (text, place) => {
      for (const source of [text, digital.slice(0, place) + text + digital.slice(place)]) {
        const read = readSelfAssessment('any.yaml', source);
        if ('problems' in read) expect(read.problems.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 60 },
  );
});

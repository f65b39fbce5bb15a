import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { taughtBy } from '../../src/discovery/tagger.ts';
import { isConcept } from '../../src/discovery/taxonomy.ts';
import { aCourse } from '../support/course.ts';

const labelled = z.object({
  /** A course of content/catalogue by its id, or else one in the manner of large platforms. */
  sample: z.string().optional(),
  title: z.string().default(''),
  description: z.string().default(''),
  topics: z.array(z.string()).default([]),
  skills: z.array(z.string()).default([]),
  teaches: z.array(z.string()).min(1),
  also: z.array(z.string()),
});

const sampleRows = z
  .array(
    z.object({ id: z.string(), title: z.string(), description: z.string(), topics: z.string(), skills: z.string() }),
  )
  .parse(
    parse(readFileSync(new URL('../../content/catalogue/courses.csv', import.meta.url)), { columns: true, bom: true }),
  );

function labelledCourses() {
  return readFileSync(new URL('../eval/tagging/courses.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line, key) => {
      const { sample, ...given } = labelled.parse(JSON.parse(line));
      const row = sampleRows.find(({ id }) => id === sample);
      const cells = (cell: string): string[] => cell.split(';').filter((each) => each !== '');
      const course = row ? { ...row, topics: cells(row.topics), skills: cells(row.skills) } : given;
      const { title, description, topics, skills } = course;
      return {
        isSample: sample !== undefined,
        course: aCourse({ key: key + 1, title, description, topics, skills }),
        teaches: given.teaches,
        also: given.also,
      };
    });
}

/** Precision over the tags that are neither right nor merely allowed, recall over what a course surely teaches. */
function measure(courses: ReturnType<typeof labelledCourses>) {
  let [right, wrong, found, wanted] = [0, 0, 0, 0];
  for (const { course, teaches, also } of courses) {
    const tags = taughtBy(course).flatMap(({ concept, weight }) => (weight >= 0.5 ? [concept] : []));
    right += tags.filter((tag) => teaches.includes(tag)).length;
    wrong += tags.filter((tag) => !teaches.includes(tag) && !also.includes(tag)).length;
    found += teaches.filter((each) => tags.includes(each)).length;
    wanted += teaches.length;
  }
  return { courses: courses.length, precision: right / (right + wrong), recall: found / wanted };
}

describe('what a course teaches', () => {
  test('is told of 120 labelled courses with a precision and recall that are printed', () => {
    const all = labelledCourses();
    expect(all).toHaveLength(120);
    for (const { teaches, also } of all) for (const id of [...teaches, ...also]) expect(isConcept(id), id).toBe(true);
    const sample = measure(all.filter(({ isSample }) => isSample));
    const platforms = measure(all.filter(({ isSample }) => !isSample));
    process.stdout.write(`${JSON.stringify({ sample, platforms })}\n`);
    expect(sample.precision).toBeGreaterThan(0.75);
    expect(sample.recall).toBeGreaterThan(0.85);
    expect(platforms.precision).toBeGreaterThan(0.7);
    expect(platforms.recall).toBeGreaterThan(0.75);
  });

  test('its title counts most, the description only where it teaches something by name', () => {
    const course = aCourse({
      key: 1,
      title: 'Cắt may cơ bản',
      description: 'Lớp ở gần tiệm làm tóc. Học cắt rập cho áo sơ mi.',
      topics: ['thủ công'],
    });
    const tags = new Map(taughtBy(course).map(({ concept, weight }) => [concept, weight]));
    expect(tags.get('cat-may')).toBe(1);
    expect(tags.get('thu-cong')).toBe(0.85);
    expect(tags.get('cat-rap')).toBe(0.4);
    expect(tags.has('lam-toc')).toBe(false);
  });

  test('who it is for, and what it is taught with, count half', () => {
    const tags = new Map(
      taughtBy(aCourse({ key: 1, title: 'Yoga cho kế toán, học trên điện thoại thông minh' })).map(
        ({ concept, weight }) => [concept, weight],
      ),
    );
    expect(tags.get('yoga')).toBe(1);
    expect(tags.get('ke-toan')).toBe(0.5);
    expect(tags.get('dien-thoai')).toBe(0.5);
  });

  test('another word with other accents is no name of a skill', () => {
    expect(taughtBy(aCourse({ key: 1, title: 'Hạn nộp hồ sơ và bàn giao ca' }))).toEqual([]);
  });
});

import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { type Course, courseById, importFile, streamCourses } from '../../src/catalogue/index.ts';
import { createPictures } from '../../src/conversation/index.ts';
import type { Database } from '../../src/database/index.ts';
import { cityLessons, citySelfAssessments } from '../../src/learning/index.ts';
import type { Locale } from '../../src/message/index.ts';
import { describeDatabases } from '../support/databases.ts';
import { decodePng } from '../support/decoded-png.ts';

const lessons = await cityLessons();

const file = fileURLToPath(new URL('../../content/catalogue/courses.csv', import.meta.url));
const start = new Date('2026-11-24T03:10:00Z');
const pageOf = (id: string, locale: Locale): string => `https://banhoc.example/courses/${id}?lang=${locale}`;

async function samplesIn(database: Database): Promise<Course[]> {
  await importFile(database, { file, kind: 'courses', source: 'sample', sample: true, clock: () => start });
  const courses: Course[] = [];
  for await (const slice of streamCourses(database.db, 500)) courses.push(...slice);
  return courses;
}

function picturesIn(database: Database, more: { now?: () => Date; secret?: string; isPublic?: boolean } = {}) {
  return createPictures({
    selfAssessments: citySelfAssessments(),
    db: database.db,
    clock: more.now ?? (() => start),
    secret: more.secret ?? 'a secret of the test',
    shareCourse: more.isPublic === false ? () => undefined : pageOf,
    joinClass: () => ({ web: undefined, telegram: undefined }),
    certificatePage: (code) => `https://banhoc.example/certificates/${code}`,
    lessons,
    timezone: 'Asia/Ho_Chi_Minh',
  });
}

describeDatabases('pictures', (context) => {
  it('draws sample courses, those of most words among them, within 40 KB, with a code that leads to its page', async () => {
    const database = await context.database();
    const courses = await samplesIn(database);
    const length = (course: (typeof courses)[number]): number => `${course.title} ${course.organisation}`.length;
    const wordy = [...courses].sort((a, b) => length(b) - length(a)).slice(0, 15);
    const chosen = [...wordy, ...courses.filter((_, position) => position % 10 === 0)];
    // Elsewhere than on the embedded database the drawing is the same: a few tell that reading works.
    const drawn = context.kind === 'embedded' ? chosen : chosen.slice(0, 3);
    const { draw } = picturesIn(database);
    const locale = (position: number): Locale => (position % 4 === 3 ? 'en' : 'vi');
    for (const [position, course] of drawn.entries()) {
      const picture = await draw({ kind: 'course', courseKey: course.key, locale: locale(position) });
      expect(picture?.name).toBe(`ban-hoc-${course.id}.png`);
      expect(picture?.content.length, course.id).toBeLessThanOrEqual(40_000);
      if (position % 20 > 0) continue;
      expect(decodePng(picture?.content ?? Buffer.alloc(0)).qr).toBe(pageOf(course.id, locale(position)));
    }
  });

  it('has no code where nobody could open the address', async () => {
    const database = await context.database();
    const [course] = await samplesIn(database);
    const picture = await picturesIn(database, { isPublic: false }).draw({
      kind: 'course',
      courseKey: course?.key ?? 0,
      locale: 'vi',
    });
    expect(decodePng(picture?.content ?? Buffer.alloc(0)).qr).toBeUndefined();
  });

  it('shows what is true when it is drawn, and nothing of what is gone', async () => {
    const database = await context.database();
    await samplesIn(database);
    const course = await courseById(database.db, 'excel-mien-phi-tu-hoc');
    const { draw } = picturesIn(database);
    const picture = { kind: 'course', courseKey: course?.key ?? 0, locale: 'vi' } as const;
    const before = await draw(picture);
    await database.db.execute(`update course set price_vnd = 50000 where public_id = 'excel-mien-phi-tu-hoc'`);
    expect((await draw(picture))?.content.equals(before?.content ?? Buffer.alloc(0))).toBe(false);
    await database.db.execute(`delete from course where public_id = 'excel-mien-phi-tu-hoc'`);
    expect(await draw(picture)).toBeUndefined();
  });

  it('is behind a link that is ours and lives for one to two hours', async () => {
    const database = await context.database();
    let now = start;
    const pictures = picturesIn(database, { now: () => now });
    const picture = { kind: 'course', courseKey: 7, locale: 'en' } as const;
    const token = pictures.token(picture);
    expect(pictures.read(token)).toEqual(picture);
    expect(pictures.token({ ...picture, locale: 'vi' })).not.toBe(token);
    expect(picturesIn(database, { secret: 'another' }).read(token)).toBeUndefined();
    for (const wrong of ['', '.', 'a', `${token}a`, token.slice(0, -1), token.replace(/^1-7/, '1-8')]) {
      expect(pictures.read(wrong), wrong).toBeUndefined();
    }
    // Links made within the same hour are the same, so that a page that is loaded again need not fetch its pictures.
    now = new Date('2026-11-24T03:59:59Z');
    expect(pictures.token(picture)).toBe(token);
    now = new Date('2026-11-24T04:00:00Z');
    expect(pictures.token(picture)).not.toBe(token);
    now = new Date('2026-11-24T05:00:00Z');
    expect(pictures.read(token)).toEqual(picture);
    now = new Date('2026-11-24T05:00:01Z');
    expect(pictures.read(token)).toBeUndefined();
  });
});

import { readFile } from 'node:fs/promises';
import { coursesByKeys } from '../catalogue/index.ts';
import type { Clock, Queryable } from '../database/index.ts';
import {
  cohortById,
  cohortProgress,
  findingsOf,
  type Lessons,
  learningRecordOf,
  progressGroups,
  progressOf,
  progressSince,
  type SelfAssessments,
  sittingById,
  trackCertificateByKey,
} from '../learning/index.ts';
import { createTranslator } from '../locales/index.ts';
import type { Locale, Picture } from '../message/index.ts';
import { barCardSvg, cardSvg, certificateSheetSvg, progressCardSvg, renderPng } from '../picture/index.ts';
import type { Links } from './context.ts';
import { linkToken, readLinkToken } from './link-token.ts';
import { certificatePicture } from './words/certificate-picture.ts';
import { goesOn } from './words/cohort.ts';
import { cohortBars, cohortCard } from './words/cohort-pictures.ts';
import { coursePicture } from './words/course-picture.ts';
import { localDate } from './words/format.ts';
import { progressPicture } from './words/progress.ts';
import { selfAssessmentPicture } from './words/self-assessment.ts';

/** A picture as a PNG, and what a person who saves it gets it called. */
export interface PictureFile {
  readonly name: string;
  readonly content: Buffer;
}

/** The pictures that messages name: drawn, and behind links of their own. */
export interface Pictures {
  /** Draws a picture as things are now; undefined when what it shows is gone. */
  draw(picture: Picture): Promise<PictureFile | undefined>;
  /** The token of a link to it, good for one to two hours. */
  token(picture: Picture): string;
  /** The picture of a token, undefined when it is not ours or has expired. */
  read(token: string): Picture | undefined;
}

export interface PicturesOptions {
  readonly db: Queryable;
  readonly clock: Clock;
  /** Signs the links. */
  readonly secret: string;
  /** The page of a course that anybody can open, if there is one. */
  readonly shareCourse: (courseId: string, locale: Locale) => string | undefined;
  readonly lessons: Lessons;
  /** The page on which anybody can check a certificate. */
  readonly certificatePage: (code: string, locale: Locale) => string;
  /** Where a class is joined. */
  readonly joinClass: Links['joinClass'];
  readonly selfAssessments: SelfAssessments;
  /** The city's time zone. */
  readonly timezone: string;
}

/** Numbers that stand for words in a token; they are never given to another. */
const kindNumbers = {
  course: 1,
  lesson: 2,
  progress: 3,
  certificate: 4,
  self_assessment: 5,
  cohort_card: 6,
  cohort_progress: 7,
} as const satisfies Record<Picture['kind'], number>;
const localeNumbers = { vi: 0, en: 1 } as const satisfies Record<Locale, number>;

const hourMilliseconds = 3_600_000;

export function createPictures(options: PicturesOptions): Pictures {
  const { db, clock, secret, shareCourse, lessons, timezone } = options;
  return {
    draw(picture) {
      switch (picture.kind) {
        case 'course':
          return drawCourse(picture);
        case 'lesson':
          return drawLesson(picture.lesson);
        case 'progress':
          return drawProgress(picture);
        case 'certificate':
          return drawCertificate(picture);
        case 'self_assessment':
          return drawSelfAssessment(picture);
        case 'cohort_card':
          return drawCohortCard(picture);
        case 'cohort_progress':
          return drawCohortProgress(picture);
      }
    },
    token: (picture) =>
      linkToken(secret, { purpose: 'picture', values: numbersOf(picture), expiresAt: endOfNextHour(clock()) }),
    read(token) {
      const [kind, ...numbers] = readLinkToken(secret, 'picture', token, clock()) ?? [];
      return pictureOf(kind, numbers, lessons);
    },
  };

  async function drawCourse({ courseKey, locale }: Extract<Picture, { kind: 'course' }>) {
    const [course] = await coursesByKeys(db, [courseKey]);
    if (course === undefined) return undefined;
    const card = coursePicture(createTranslator(locale), locale, course, shareCourse(course.id, locale));
    return { name: `ban-hoc-${plainName(course.id)}.png`, content: await renderPng(await cardSvg(card)) };
  }

  async function drawSelfAssessment({ sittingId, locale }: Extract<Picture, { kind: 'self_assessment' }>) {
    const sitting = await sittingById(db, sittingId);
    const assessment = sitting && options.selfAssessments.get(sitting.assessment);
    if (sitting === undefined || assessment === undefined) return undefined;
    const found = findingsOf(assessment, sitting.answers);
    const { timezone } = options;
    const card = selfAssessmentPicture(createTranslator(locale), { locale, assessment, sitting, found, timezone });
    return { name: `ban-hoc-tu-danh-gia-${sitting.id}.png`, content: await renderPng(await barCardSvg(card)) };
  }

  async function drawCohortCard({ cohortId, locale }: Extract<Picture, { kind: 'cohort_card' }>) {
    const cohort = await cohortById(db, cohortId);
    const track = cohort && lessons.track(cohort.track);
    if (cohort === undefined || track === undefined || !goesOn(cohort, { now: clock(), timezone })) return undefined;
    const { web, telegram } = options.joinClass(cohort.code, locale);
    const card = cohortCard(createTranslator(locale), locale, { cohort, track }, web ?? telegram);
    return { name: `ban-hoc-lop-${cohort.code}.png`, content: await renderPng(await cardSvg(card)) };
  }

  async function drawCohortProgress(picture: Extract<Picture, { kind: 'cohort_progress' }>) {
    const { cohortId, teacherId, locale } = picture;
    const now = clock();
    const cohort = await cohortById(db, cohortId);
    const track = cohort && lessons.track(cohort.track);
    if (cohort === undefined || track === undefined) return undefined;
    if (!cohort.teachers.some(({ learnerId }) => learnerId === teacherId)) return undefined;
    const { members } = await cohortProgress(db, cohort, track, { now, timezone });
    const groups = progressGroups(members, track.lessons.length);
    if (groups === undefined) return undefined;
    const today = localDate(now, timezone);
    const card = cohortBars(createTranslator(locale), locale, { cohort, track }, { groups, today });
    return { name: `ban-hoc-lop-${cohortId}-${today}.png`, content: await renderPng(await barCardSvg(card)) };
  }

  async function drawLesson(id: string) {
    const file = lessons.lesson(id)?.look?.picture.file;
    if (file === undefined) return undefined;
    return { name: `ban-hoc-${plainName(id)}.png`, content: await renderPng(await readFile(file, 'utf8')) };
  }

  async function drawProgress({ learnerId, locale }: Extract<Picture, { kind: 'progress' }>) {
    const now = clock();
    const record = await learningRecordOf(db, learnerId, { timezone, since: progressSince(now) });
    const progress = progressOf(record, lessons, { now, today: localDate(now, timezone) });
    if (progress.isNew) return undefined;
    const card = progressPicture(createTranslator(locale), locale, progress);
    return { name: `ban-hoc-tien-do-${progress.today}.png`, content: await renderPng(await progressCardSvg(card)) };
  }

  async function drawCertificate({ certificateKey, locale }: Extract<Picture, { kind: 'certificate' }>) {
    const certificate = await trackCertificateByKey(db, certificateKey);
    if (certificate === undefined || certificate.withdrawn !== undefined) return undefined;
    const page = options.certificatePage(certificate.code, locale);
    const sheet = certificatePicture(createTranslator(locale), locale, certificate, { page, timezone });
    const content = await renderPng(await certificateSheetSvg(sheet));
    return { name: `ban-hoc-chung-nhan-${certificate.code}.png`, content };
  }
}

function numbersOf(picture: Picture): readonly number[] {
  switch (picture.kind) {
    case 'course':
      return [kindNumbers.course, picture.courseKey, localeNumbers[picture.locale]];
    case 'lesson':
      return [kindNumbers.lesson, numberOfId(picture.lesson)];
    case 'progress':
      return [kindNumbers.progress, picture.learnerId, localeNumbers[picture.locale]];
    case 'certificate':
      return [kindNumbers.certificate, picture.certificateKey, localeNumbers[picture.locale]];
    case 'self_assessment':
      return [kindNumbers.self_assessment, picture.sittingId, localeNumbers[picture.locale]];
    case 'cohort_card':
      return [kindNumbers.cohort_card, picture.cohortId, localeNumbers[picture.locale]];
    case 'cohort_progress':
      return [kindNumbers.cohort_progress, picture.cohortId, localeNumbers[picture.locale], picture.teacherId];
  }
}

function pictureOf(
  kind: number | undefined,
  [first, second, third]: readonly number[],
  lessons: Lessons,
): Picture | undefined {
  if (first === undefined) return undefined;
  const locale: Locale = second === localeNumbers.en ? 'en' : 'vi';
  switch (kind) {
    case kindNumbers.course:
      return { kind: 'course', courseKey: first, locale };
    case kindNumbers.progress:
      return { kind: 'progress', learnerId: first, locale };
    case kindNumbers.certificate:
      return { kind: 'certificate', certificateKey: first, locale };
    case kindNumbers.lesson: {
      const lesson = lessons.tracks.flatMap((track) => track.lessons).find(({ id }) => numberOfId(id) === first);
      return lesson && { kind: 'lesson', lesson: lesson.id };
    }
    case kindNumbers.self_assessment:
      return { kind: 'self_assessment', sittingId: first, locale: second === localeNumbers.en ? 'en' : 'vi' };
    case kindNumbers.cohort_card:
      return { kind: 'cohort_card', cohortId: first, locale };
    case kindNumbers.cohort_progress:
      return third === undefined ? undefined : { kind: 'cohort_progress', cohortId: first, teacherId: third, locale };
    default:
      return undefined;
  }
}

/** A number that stands for an id in a token (FNV-1a, 32 bits): a thousand lessons share one with a chance of 1 in 8,600. */
function numberOfId(id: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(id)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}

/** Links of one hour end together: a page that is loaded again finds its pictures in the browser's cache. */
function endOfNextHour(now: Date): Date {
  return new Date((Math.floor(now.getTime() / hourMilliseconds) + 2) * hourMilliseconds);
}

/** An id as part of a file name and of a header: ASCII, and not too long. */
function plainName(id: string): string {
  return id.replace(/[^\w-]+/g, '-').slice(0, 60);
}

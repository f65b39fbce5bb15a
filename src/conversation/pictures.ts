import { coursesByKeys } from '../catalogue/index.ts';
import type { Clock, Queryable } from '../database/index.ts';
import { createTranslator } from '../locales/index.ts';
import type { Locale, Picture } from '../message/index.ts';
import { cardSvg, renderPng } from '../picture/index.ts';
import { linkToken, readLinkToken } from './link-token.ts';
import { coursePicture } from './words/course-picture.ts';

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
}

/** Numbers that stand for words in a token; they are never given to another. */
const kindNumbers = { course: 1 } as const;
const localeNumbers = { vi: 0, en: 1 } as const satisfies Record<Locale, number>;

const hourMilliseconds = 3_600_000;

export function createPictures({ db, clock, secret, shareCourse }: PicturesOptions): Pictures {
  return {
    async draw({ courseKey, locale }) {
      const [course] = await coursesByKeys(db, [courseKey]);
      if (course === undefined) return undefined;
      const card = coursePicture(createTranslator(locale), locale, course, shareCourse(course.id, locale));
      return { name: `ban-hoc-${plainName(course.id)}.png`, content: await renderPng(await cardSvg(card)) };
    },
    token: (picture) =>
      linkToken(secret, {
        purpose: 'picture',
        values: [kindNumbers[picture.kind], picture.courseKey, localeNumbers[picture.locale]],
        expiresAt: endOfNextHour(clock()),
      }),
    read(token) {
      const [kind, courseKey, locale] = readLinkToken(secret, 'picture', token, clock()) ?? [];
      if (kind !== kindNumbers.course || courseKey === undefined) return undefined;
      return { kind: 'course', courseKey, locale: locale === localeNumbers.en ? 'en' : 'vi' };
    },
  };
}

/** Links of one hour end together: a page that is loaded again finds its pictures in the browser's cache. */
function endOfNextHour(now: Date): Date {
  return new Date((Math.floor(now.getTime() / hourMilliseconds) + 2) * hourMilliseconds);
}

/** An id as part of a file name and of a header: ASCII, and not too long. */
function plainName(id: string): string {
  return id.replace(/[^\w-]+/g, '-').slice(0, 60);
}

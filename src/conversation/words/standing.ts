import { type Course, standingOf } from '../../catalogue/index.ts';
import type { Translator } from '../../locales/index.ts';
import { day } from './format.ts';

/** Why a course is in no answer any more, in a sentence; undefined while it is offered. @param today the city's day, `YYYY-MM-DD` */
export function standingInWords(t: Translator, course: Course, today: string): string | undefined {
  const standing = standingOf(course, today);
  return standing === 'offered' ? undefined : t('course-standing', { standing, date: day(course.confirmedOn) });
}

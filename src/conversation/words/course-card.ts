import type { Course } from '../../catalogue/index.ts';
import type { Translator } from '../../locales/index.ts';
import type { CourseCard, Locale } from '../../message/index.ts';
import { wardByCode } from '../../places/index.ts';
import type { Links } from '../context.ts';
import { day, listing, money } from './format.ts';

/** Title as people see it: sample data is never mistaken for real. */
export function shownTitle(t: Translator, course: Course): string {
  return course.sample ? `${course.title} ${t('course-sample-mark')}` : course.title;
}

function costAndTime(t: Translator, locale: Locale, course: Course): string {
  const parts: string[] = [];
  if (course.priceVnd === undefined) parts.push(t('course-facts-price-unknown'));
  else parts.push(course.priceVnd === 0 ? t('course-facts-free') : money(t, locale, course.priceVnd));
  if (course.schedule.length > 0) {
    parts.push(
      listing(
        locale,
        course.schedule.map((value) => t('word-time', { value })),
      ),
    );
  }
  if (course.durationHours !== undefined) parts.push(t('course-facts-hours', { hours: course.durationHours }));
  if (course.startsOn !== undefined) parts.push(t('course-facts-starts', { date: day(course.startsOn) }));
  return parts.join(' · ');
}

function placeLine(t: Translator, course: Course): string {
  const parts: string[] = [];
  if (course.mode !== undefined) parts.push(t('word-mode', { value: course.mode }));
  const ward = course.ward === undefined ? undefined : wardByCode(course.ward);
  if (ward !== undefined) parts.push(ward.fullName);
  return parts.join(' · ');
}

/** The card of a course: cost, time and place in two lines, and when somebody last confirmed it. */
export function courseCard(
  t: Translator,
  locale: Locale,
  links: Links,
  course: Course,
  reasons: readonly string[],
): CourseCard {
  return {
    id: course.id,
    title: shownTitle(t, course),
    organisation: course.organisation,
    url: course.url ?? links.coursePage(course.id),
    sample: course.sample,
    facts: [
      costAndTime(t, locale, course),
      placeLine(t, course),
      t('course-facts-confirmed', { date: day(course.confirmedOn) }),
    ].filter((line) => line !== ''),
    reasons,
  };
}

/** Everything known of a course, line by line, for its detail message. */
export function courseDetails(t: Translator, locale: Locale, course: Course): string[] {
  const ward = course.ward === undefined ? undefined : wardByCode(course.ward)?.fullName;
  const address = [course.address, ward].filter((part) => part !== undefined).join(', ');
  const level = course.level === undefined || course.level === 'all' ? [] : [t('word-level', { value: course.level })];
  const audience = course.audience
    .filter((value) => value !== 'everyone')
    .map((value) => t('word-audience', { value }));
  const suits = [...audience, ...level];
  const lines: (string | undefined)[] = [
    t('course-details-organisation', { organisation: course.organisation }),
    course.platform && t('course-details-platform', { platform: course.platform }),
    costAndTime(t, locale, course),
    placeLine(t, course),
    address === '' || course.address === undefined ? undefined : t('course-details-address', { address }),
    suits.length === 0 ? undefined : t('course-details-audience', { audience: listing(locale, suits) }),
    course.language === undefined
      ? undefined
      : t('course-details-language', {
          language: t('word-language', { value: course.language.split('-')[0] ?? 'vi' }),
        }),
    course.certificate === true ? t('course-details-certificate') : undefined,
    course.lowData === true ? t('course-details-low-data') : undefined,
    course.wheelchair === true ? t('course-details-wheelchair') : undefined,
    course.seats === undefined ? undefined : t('course-facts-seats', { seats: course.seats }),
    t('course-facts-confirmed', { date: day(course.confirmedOn) }),
    course.sample ? t('course-sample-note') : undefined,
  ];
  return lines.filter((line) => line !== undefined && line !== '') as string[];
}

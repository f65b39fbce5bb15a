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

/** "Miễn phí", "800.000đ" or that it is not known. */
export function price(t: Translator, locale: Locale, { priceVnd }: Course): string {
  if (priceVnd === undefined) return t('course-facts-price-unknown');
  return priceVnd === 0 ? t('course-facts-free') : money(t, locale, priceVnd);
}

/** "buổi tối, cuối tuần", "24 giờ": what is known of when and how long. */
export function times(t: Translator, locale: Locale, { schedule, durationHours }: Course): string[] {
  const slots = schedule.map((value) => t('word-time', { value }));
  return [
    ...(slots.length === 0 ? [] : [listing(locale, slots)]),
    ...(durationHours === undefined ? [] : [t('course-facts-hours', { hours: durationHours })]),
  ];
}

function costAndTime(t: Translator, locale: Locale, course: Course): string {
  const starts = course.startsOn === undefined ? [] : [t('course-facts-starts', { date: day(course.startsOn) })];
  return [price(t, locale, course), ...times(t, locale, course), ...starts].join(' · ');
}

/** "20 đường Bến Đò, Phường Bình Thạnh"; empty when neither is known. */
export function addressLine({ address, ward }: Pick<Course, 'address' | 'ward'>): string {
  const name = ward === undefined ? undefined : wardByCode(ward)?.fullName;
  return [address, name].filter((part) => part !== undefined).join(', ');
}

/** "Trực tiếp · Phường Bình Thạnh"; empty when nothing is known. */
function placeLine(t: Translator, { mode, ward }: Course): string {
  const how = mode === undefined ? '' : t('word-mode', { value: mode });
  return [how, addressLine({ ward, address: undefined })].filter((part) => part !== '').join(' · ');
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

/** Price, time and place of a course in one or two lines. */
export function shortFacts(t: Translator, locale: Locale, course: Course): string[] {
  const slots = course.schedule.map((value) => t('word-time', { value }));
  const starts = course.startsOn === undefined ? [] : [t('course-facts-starts', { date: day(course.startsOn) })];
  const costAndSlots = [price(t, locale, course), ...(slots.length === 0 ? [] : [listing(locale, slots)]), ...starts];
  return [costAndSlots.join(' · '), placeLine(t, course)].filter((line) => line !== '');
}

/** "• Kế toán cho người mới – Miễn phí · buổi tối · Phường Bến Thành": a course in one line, where a card would be too much. */
export function previewLine(t: Translator, locale: Locale, course: Course): string {
  return `• ${shownTitle(t, course)} – ${shortFacts(t, locale, course).join(' · ')}`;
}

/** The most important of a course in one sentence, for whoever cannot see its picture. */
export function courseInWords(t: Translator, locale: Locale, course: Course): string {
  return [course.organisation, costAndTime(t, locale, course), placeLine(t, course)]
    .filter((part) => part !== '')
    .join('. ');
}

/** Everything known of a course, line by line, for its detail message. */
export function courseDetails(t: Translator, locale: Locale, course: Course): string[] {
  const address = addressLine(course);
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
    course.address === undefined ? undefined : t('course-details-address', { address }),
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
    course.reviewedOn === undefined ? undefined : t('course-facts-reviewed', { date: day(course.reviewedOn) }),
    course.isUnlisted === true ? t('caution-unlisted') : undefined,
    course.sample ? t('course-sample-note') : undefined,
  ];
  return lines.filter((line) => line !== undefined && line !== '') as string[];
}

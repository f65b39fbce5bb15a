import type { Course } from '../../catalogue/index.ts';
import type { Translator } from '../../locales/index.ts';
import type { Locale } from '../../message/index.ts';
import type { Card, CardRow } from '../../picture/index.ts';
import { addressLine, price, times } from './course-card.ts';
import { day } from './format.ts';

/**
 * What the picture of a course says to people who may never have heard of the service.
 *
 * @param page the course's public page, undefined where nobody could open it
 */
export function coursePicture(t: Translator, locale: Locale, course: Course, page: string | undefined): Card {
  const language = course.language?.split('-')[0];
  const rows: CardRow[] = [
    { label: t('picture-label-price'), parts: [price(t, locale, course)], isStrong: true },
    row(t('picture-label-time'), ...times(t, locale, course)),
    row(t('picture-label-starts'), course.startsOn && day(course.startsOn)),
    row(t('picture-label-place'), course.mode && t('word-mode', { value: course.mode }), addressLine(course)),
    // Whoever reads Vietnamese expects to be taught in it.
    row(
      t('picture-label-language'),
      language === undefined || language === 'vi' ? undefined : t('word-language', { value: language }),
    ),
    row(
      t('picture-label-certificate'),
      course.certificate === undefined
        ? undefined
        : t(course.certificate ? 'picture-certificate-yes' : 'picture-certificate-no'),
    ),
  ];
  return {
    brand: t('web-service'),
    tagline: t('web-tagline'),
    title: course.title,
    subtitle: course.organisation,
    rows: rows.filter(({ parts }) => parts.length > 0),
    footnote: t('picture-confirmed', { date: day(course.confirmedOn) }),
    ...(course.sample ? { mark: t('course-sample-mark'), notice: t('course-sample-note') } : {}),
    ...(page === undefined ? {} : { link: { url: page, words: t('picture-course-scan'), shown: new URL(page).host } }),
  };
}

/** A row of what is known, its first letter a capital. */
function row(label: string, ...values: readonly (string | undefined)[]): CardRow {
  const [first, ...more] = values.flatMap((value) => value || []);
  return {
    label,
    parts: first === undefined ? [] : [first.charAt(0).toLocaleUpperCase('vi') + first.slice(1), ...more],
  };
}

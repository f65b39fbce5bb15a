import type { Touch } from '../../curriculum/index.ts';
import { skillName } from '../../discovery/index.ts';
import type { Translator } from '../../locales/index.ts';
import type { Locale } from '../../message/index.ts';
import { day, listing } from './format.ts';

/** What is wanted of a course's skills and when its content was reviewed, in sentences: the reason of a request. */
export function wantedInWords(
  t: Translator,
  locale: Locale,
  { openings, rising, unmet }: Touch,
  reviewedOn: string | undefined,
): string {
  const format = new Intl.NumberFormat(locale === 'vi' ? 'vi-VN' : 'en-US', { maximumFractionDigits: 2 });
  const risen = rising.map((skill) => `${skillName(skill, locale)} (× ${format.format(skill.growth)})`);
  return [
    ...(openings > 0 ? [t('curriculum-wanted-openings', { count: openings })] : []),
    ...(risen.length > 0 ? [t('curriculum-wanted-rising', { skills: listing(locale, risen) })] : []),
    ...(unmet > 0 ? [t('curriculum-wanted-unmet', { count: unmet })] : []),
    reviewedOn === undefined
      ? t('curriculum-wanted-not-reviewed')
      : t('curriculum-wanted-reviewed', { date: day(reviewedOn) }),
  ].join(' ');
}

import { type Cohort, type ProgressGroup, shownCohortCode, type Track } from '../../learning/index.ts';
import type { Translator } from '../../locales/index.ts';
import type { Locale } from '../../message/index.ts';
import type { BarCard, Card, CardRow } from '../../picture/index.ts';
import { day } from './format.ts';
import { trackTitle } from './progress.ts';

/** What is drawn of a class. */
interface Drawn {
  readonly cohort: Cohort;
  readonly track: Track;
}

/**
 * What the card says with which a class is joined, to people who may never have heard of the service.
 *
 * @param link where it is joined, undefined where nobody could open it
 */
export function cohortCard(t: Translator, locale: Locale, { cohort, track }: Drawn, link: string | undefined): Card {
  const title = trackTitle(locale, track);
  const code = shownCohortCode(cohort.code);
  const rows: CardRow[] = [
    { label: t('picture-label-class-code'), parts: [code], isStrong: true },
    { label: t('picture-label-class-teacher'), parts: cohort.teachers.map(({ name }) => name) },
    { label: t('picture-label-class-lessons'), parts: [t('picture-class-lessons', { lessons: track.lessons.length })] },
    { label: t('picture-label-price'), parts: [t('picture-class-free')] },
  ];
  return {
    brand: t('web-service'),
    tagline: t('web-tagline'),
    title: cohort.name ?? title,
    ...(cohort.name === undefined ? {} : { subtitle: title }),
    rows: rows.filter(({ parts }) => parts.length > 0),
    footnote: t('picture-class-write', { code }),
    ...(link === undefined ? {} : { link: { url: link, words: t('picture-class-scan'), shown: shownAddress(link) } }),
  };
}

/** An address without what only machines read. */
function shownAddress(link: string): string {
  const { host, pathname } = new URL(link);
  return pathname === '/' ? host : `${host}${pathname}`;
}

/** "Xong 1–3 bài": how far a group is. */
export function groupLabel(t: Translator, { from, to }: ProgressGroup, { lessons }: Track): string {
  if (to === 0) return t('picture-class-none');
  if (from === lessons.length) return t('picture-class-all', { of: from });
  return from === to ? t('picture-class-some', { from }) : t('picture-class-between', { from, to });
}

/** What the picture of a class's progress says in words: how many are how far. */
export function groupsInWords(t: Translator, groups: readonly ProgressGroup[], track: Track): string {
  return groups
    .map((group) => `${groupLabel(t, group, track)}: ${t('picture-class-people', { count: group.learners })}`)
    .join('; ');
}

/** What the picture of a class's progress says: how many are how far, and nothing of anybody, since pictures are sent on. */
export function cohortBars(
  t: Translator,
  locale: Locale,
  { cohort, track }: Drawn,
  { groups, today }: { readonly groups: readonly ProgressGroup[]; readonly today: string },
): BarCard {
  const title = trackTitle(locale, track);
  const all = groups.reduce((sum, { learners }) => sum + learners, 0);
  return {
    brand: t('web-service'),
    tagline: t('web-tagline'),
    title: cohort.name ?? title,
    subtitle: t('picture-class-subtitle', { track: title, count: all }),
    bars: groups.map((group) => {
      const share = all === 0 ? 0 : group.learners / all;
      const value = t('picture-class-people', { count: group.learners });
      return { label: groupLabel(t, group, track), value, share, from: share, to: share };
    }),
    borders: [],
    legend: t('picture-class-legend'),
    footnote: t('picture-class-day', { day: day(today) }),
  };
}

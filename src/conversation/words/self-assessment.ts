import {
  type AssessmentDomain,
  type AssessmentFound,
  type LevelFound,
  type SelfAssessment,
  type Sitting,
  scalePlace,
} from '../../learning/index.ts';
import type { Translator } from '../../locales/index.ts';
import type { Locale } from '../../message/index.ts';
import type { BarCard } from '../../picture/index.ts';
import { day, localDate } from './format.ts';

export const titleIn = (locale: Locale, named: { readonly title: string; readonly english: string }): string =>
  locale === 'en' ? named.english : named.title;

/** A level with how sure it is: "Trung cấp (khá chắc)". Points that were added up are as sure as they were given. */
export function levelInWords(t: Translator, locale: Locale, assessment: SelfAssessment, found: LevelFound): string {
  const name = (position: number | undefined): string => {
    const level = position === undefined ? undefined : assessment.levels[position];
    return level === undefined ? '' : titleIn(locale, level);
  };
  if (assessment.kind === 'statements') return name(found.level);
  return t('selftest-level', { level: name(found.level), sureness: found.sureness, other: name(found.other) });
}

/** What the bars of a sitting say. */
export function selfAssessmentPicture(
  t: Translator,
  shown: {
    readonly locale: Locale;
    readonly assessment: SelfAssessment;
    readonly sitting: Sitting;
    readonly found: AssessmentFound;
    readonly timezone: string;
  },
): BarCard {
  const { locale, assessment, sitting, found, timezone } = shown;
  const at = sitting.finishedAt ?? sitting.notedAt;
  return {
    brand: t('web-service'),
    tagline: t('web-tagline'),
    title: titleIn(locale, assessment),
    subtitle: t('picture-selftest-subtitle', {
      count: sitting.answers.length,
      date: day(localDate(at, timezone)),
    }),
    bars: found.domains.map(({ domain, share, from, to, ...level }) => ({
      label: titleIn(locale, domain),
      value: levelInWords(t, locale, assessment, level),
      share,
      from,
      to,
    })),
    borders: assessment.levels.flatMap(({ from }) => (from === undefined ? [] : [scalePlace(assessment, from)])),
    legend: t('picture-selftest-legend', {
      kind: assessment.kind,
      levels: assessment.levels.map((level) => titleIn(locale, level)).join(' · '),
    }),
    footnote: t('picture-selftest-footnote'),
  };
}

/** What somebody at a level of a domain can do; written in Vietnamese only, so that English readers get nothing. */
export function abilityInWords(locale: Locale, domain: AssessmentDomain, level: number): string {
  return locale === 'en' ? '' : (domain.levels[level] ?? '');
}

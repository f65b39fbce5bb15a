import type { Translator } from '../../locales/index.ts';
import type { Locale } from '../../message/index.ts';
import { type Agreement, type PartnerFigures, smallestGroup } from '../../partners/index.ts';
import { day } from './format.ts';

/** "từ 1/1/2026 đến 31/12/2026", "từ 1/1/2026" without a last day. */
export function agreementPeriod(t: Translator, { startsOn, endsOn }: Pick<Agreement, 'startsOn' | 'endsOn'>): string {
  const from = day(startsOn);
  return endsOn === undefined
    ? t('agreement-period-open', { from })
    : t('agreement-period', { from, until: day(endsOn) });
}

/** The figures of an organisation with their names, what is nothing left out. People are told from five on: "dưới 5" before. */
export function figuresInWords(
  t: Translator,
  locale: Locale,
  figures: PartnerFigures,
): { readonly name: string; readonly count: string }[] {
  const format = new Intl.NumberFormat(locale === 'vi' ? 'vi-VN' : 'en-US');
  const people = (count: number): string =>
    count > 0 && count < smallestGroup ? t('agreement-figure-few', { count: smallestGroup }) : format.format(count);
  return (Object.entries(figures) as [keyof PartnerFigures, number][])
    .filter(([, count]) => count > 0)
    .map(([figure, count]) => ({
      name: t('agreement-figure-name', { figure }),
      count:
        figure === 'learners' || figure === 'attended' || figure === 'placesGiven'
          ? people(count)
          : format.format(count),
    }));
}

import type { Facets } from '../../discovery/index.ts';
import type { Translator } from '../../locales/index.ts';
import type { Locale } from '../../message/index.ts';
import { listing, money } from './format.ts';

/** The conditions of a wish said back in words, "" when there are none. */
export function facetsInWords(t: Translator, locale: Locale, facets: Facets): string {
  return listing(
    locale,
    facetWords(t, locale, facets).map(([, words]) => words),
  );
}

/** Each condition of a wish in words, in the order in which they are said; one of several times has words for each. */
export function facetWords(t: Translator, locale: Locale, facets: Facets): (readonly [keyof Facets, string])[] {
  const said: (readonly [keyof Facets, string])[] = [];
  const add = (name: keyof Facets, words: string): void => {
    said.push([name, words]);
  };
  if (facets.level !== undefined) add('level', t('word-level', { value: facets.level.value }));
  if (facets.audience !== undefined) {
    const audience = facets.audience.value.map((value) => t('word-audience', { value }));
    add('audience', t('word-facet-audience', { audience: listing(locale, audience) }));
  }
  for (const time of facets.times?.value ?? []) add('times', t('word-time', { value: time }));
  if (facets.mode !== undefined) add('mode', t('word-facet-mode', { value: facets.mode.value }));
  if (facets.place !== undefined) add('place', t('word-facet-place', { place: facets.place.value.label }));
  if (facets.maxPriceVnd !== undefined) {
    const vnd = facets.maxPriceVnd.value;
    const words = vnd === 0 ? t('word-facet-free') : t('word-facet-max-price', { money: money(t, locale, vnd) });
    add('maxPriceVnd', words);
  } else if (facets.cheap !== undefined) add('cheap', t('word-facet-cheap'));
  if (facets.language !== undefined) {
    add('language', t('word-facet-language', { language: t('word-language', { value: facets.language.value }) }));
  }
  if (facets.certificate !== undefined) add('certificate', t('word-facet-certificate'));
  if (facets.lowData !== undefined) add('lowData', t('word-facet-low-data'));
  if (facets.wheelchair !== undefined) add('wheelchair', t('word-facet-wheelchair'));
  if (facets.starts !== undefined) add('starts', startInWords(t, facets.starts.value));
  if (facets.minHours !== undefined) add('minHours', t('word-facet-hours-least', { hours: facets.minHours.value }));
  if (facets.maxHours !== undefined) add('maxHours', t('word-facet-hours', { hours: facets.maxHours.value }));
  return said;
}

function startInWords(t: Translator, span: NonNullable<Facets['starts']>['value']): string {
  return span.startsWith('month_')
    ? t('word-facet-starts-month', { month: Number(span.slice('month_'.length)) })
    : t('word-facet-starts', { span });
}

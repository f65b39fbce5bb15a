import type { Facets } from '../../discovery/index.ts';
import type { Translator } from '../../locales/index.ts';
import type { Locale } from '../../message/index.ts';
import { listing, money } from './format.ts';

/** The conditions of a wish said back in words, "" when there are none. */
export function facetsInWords(t: Translator, locale: Locale, facets: Facets): string {
  const words: string[] = [];
  if (facets.level !== undefined) words.push(t('word-level', { value: facets.level.value }));
  if (facets.audience !== undefined) {
    const audience = facets.audience.value.map((value) => t('word-audience', { value }));
    words.push(t('word-facet-audience', { audience: listing(locale, audience) }));
  }
  for (const time of facets.times?.value ?? []) words.push(t('word-time', { value: time }));
  if (facets.mode !== undefined) words.push(t('word-facet-mode', { value: facets.mode.value }));
  if (facets.place !== undefined) words.push(t('word-facet-place', { place: facets.place.value.label }));
  if (facets.maxPriceVnd !== undefined) {
    const vnd = facets.maxPriceVnd.value;
    words.push(vnd === 0 ? t('word-facet-free') : t('word-facet-max-price', { money: money(t, locale, vnd) }));
  } else if (facets.cheap !== undefined) words.push(t('word-facet-cheap'));
  if (facets.language !== undefined) {
    words.push(t('word-facet-language', { language: t('word-language', { value: facets.language.value }) }));
  }
  if (facets.certificate !== undefined) words.push(t('word-facet-certificate'));
  if (facets.lowData !== undefined) words.push(t('word-facet-low-data'));
  if (facets.wheelchair !== undefined) words.push(t('word-facet-wheelchair'));
  if (facets.starts !== undefined) words.push(startInWords(t, facets.starts.value));
  if (facets.maxHours !== undefined) words.push(t('word-facet-hours', { hours: facets.maxHours.value }));
  return listing(locale, words);
}

function startInWords(t: Translator, span: NonNullable<Facets['starts']>['value']): string {
  return span.startsWith('month_')
    ? t('word-facet-starts-month', { month: Number(span.slice('month_'.length)) })
    : t('word-facet-starts', { span });
}

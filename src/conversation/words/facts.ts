import type { FactKind, Told } from '../../learners/index.ts';
import type { Translator } from '../../locales/index.ts';
import type { Locale } from '../../message/index.ts';
import { listing, money } from './format.ts';

/** One fact said back: "ở Thủ Đức (cũ)", "rảnh buổi tối", "không có máy tính". */
export function factInWords(t: Translator, locale: Locale, told: Told, kind: FactKind): string | undefined {
  switch (kind) {
    case 'place':
      return told.place && t('fact-place', { place: told.place.label });
    case 'times':
      return (
        told.times &&
        t('fact-times', {
          times: listing(
            locale,
            told.times.map((value) => t('word-time', { value })),
          ),
        })
      );
    case 'budget':
      if (told.budget === undefined) return undefined;
      return told.budget === 0 ? t('fact-budget-none') : t('fact-budget', { money: money(t, locale, told.budget) });
    case 'device':
      return told.device && t('fact-device', { value: told.device });
    case 'data':
      return told.data && t('fact-data');
    case 'wheelchair':
      return told.wheelchair && t('fact-wheelchair');
    case 'role':
      return told.role && t('fact-role', { value: told.role });
    case 'age_band':
      return told.age_band && t('fact-age', { value: `age_${told.age_band}` });
  }
}

/** Everything told, one after another. */
export function factsInWords(t: Translator, locale: Locale, told: Told): string {
  const words = (Object.keys(told) as FactKind[]).flatMap((kind) => factInWords(t, locale, told, kind) ?? []);
  return listing(locale, words);
}

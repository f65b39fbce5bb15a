import { suggestTopics } from '../../discovery/index.ts';
import type { FactKind, Interest, Told } from '../../learners/index.ts';
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
    case 'interests':
      return told.interests && t('fact-interests', { topics: interestsInWords(locale, told.interests) });
    case 'goal':
      if (told.goal === undefined) return undefined;
      return 'occupation' in told.goal
        ? t('fact-goal-occupation', { occupation: told.goal.label })
        : t('fact-goal', { value: told.goal.kind });
    case 'level':
      return told.level && t('fact-level', { value: told.level });
    case 'language':
      return told.language && t('fact-language', { value: told.language });
    case 'disability':
      return (
        told.disability &&
        listing(
          locale,
          told.disability.map((value) => t('fact-disability', { value })),
        )
      );
    case 'phone':
      return told.phone && t('fact-phone', { value: told.phone });
    case 'address':
      return told.address && t('fact-address', { value: told.address });
    case 'skills':
      return (
        told.skills &&
        t('fact-skills', {
          skills: listing(
            locale,
            told.skills.map(({ label }) => label),
          ),
        })
      );
    case 'speech':
      return told.speech && t('fact-speech');
  }
}

/** Everything told, one after another. */
export function factsInWords(t: Translator, locale: Locale, told: Told): string {
  const words = (Object.keys(told) as FactKind[]).flatMap((kind) => factInWords(t, locale, told, kind) ?? []);
  return listing(locale, words);
}

/** "làm bánh, Nghệ thuật": a concept as it was said, a field by its name. */
export function interestsInWords(locale: Locale, interests: readonly Interest[]): string {
  return listing(
    locale,
    interests.map((interest) => interestInWords(locale, interest)),
  );
}

/** One thing somebody likes. */
export function interestInWords(locale: Locale, interest: Interest): string {
  if (!('field' in interest)) return interest.label;
  return (
    suggestTopics()
      .find(({ id }) => id === interest.field)
      ?.names[locale].toLowerCase() ?? interest.field
  );
}

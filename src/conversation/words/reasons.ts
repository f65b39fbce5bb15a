import type { Caution, Fit, Hit, KeptWish, Miss } from '../../discovery/index.ts';
import type { Translator } from '../../locales/index.ts';
import type { Locale } from '../../message/index.ts';
import { day, money } from './format.ts';

function fitInWords(t: Translator, locale: Locale, fit: Fit, wish: KeptWish): string {
  switch (fit.kind) {
    case 'free':
      return t('reason-free');
    case 'within_budget':
      return t('reason-within-budget', { money: money(t, locale, fit.vnd) });
    case 'in_place':
      return t('reason-in-place', { place: wish.facets.place?.value.label ?? '' });
    case 'time':
      return t('reason-time', { time: t('word-time', { value: fit.value }) });
    case 'mode':
      return t('reason-mode', { value: fit.value });
    case 'level':
      return t('reason-level', { level: t('word-level', { value: fit.value }) });
    case 'language':
      return t('reason-language', { language: t('word-language', { value: fit.value }) });
    case 'audience':
      return t('reason-audience', { audience: t('word-audience', { value: fit.value }) });
    case 'certificate':
      return t('reason-certificate');
    case 'low_data':
      return t('reason-low-data');
    case 'wheelchair':
      return t('reason-wheelchair');
    case 'short':
      return t('reason-short', { hours: fit.hours });
    case 'long':
      return t('reason-long', { hours: fit.hours });
    case 'starts':
      return t('reason-starts', { date: day(fit.on) });
  }
}

function missInWords(t: Translator, locale: Locale, miss: Miss): string {
  switch (miss.kind) {
    case 'price':
      return miss.vnd === undefined ? t('miss-price-unknown') : t('miss-price', { money: money(t, locale, miss.vnd) });
    case 'place':
      if (miss.online) return t('miss-place-online');
      return miss.km === undefined || miss.km > 25
        ? t('miss-place-far')
        : t('miss-place-near', { km: Math.max(1, Math.round(miss.km)) });
    case 'time':
      return t('miss-time');
    case 'mode':
      return t('miss-mode', { value: miss.wanted });
    case 'level':
      return t('miss-level');
    case 'language':
      return t('miss-language', { language: t('word-language', { value: miss.value }) });
    case 'audience':
      return t('miss-audience', { audience: t('word-audience', { value: miss.value }) });
    case 'certificate':
      return t('miss-certificate');
    case 'low_data':
      return t('miss-low-data');
    case 'wheelchair':
      return t('miss-wheelchair');
    case 'hours':
      return t('miss-hours', { hours: miss.hours });
    case 'starts':
      if (miss.flexible) return t('miss-starts-any');
      return miss.on === undefined ? t('miss-starts-unknown') : t('miss-starts', { date: day(miss.on) });
    case 'computer':
      return t('miss-computer', { at: miss.at });
  }
}

/** "Lâu chưa ai xác nhận lại (gần nhất: 03/02/2026)": what to ask about before going there. */
function cautionInWords(t: Translator, caution: Caution): string {
  if (caution.kind === 'stale') return t('caution-stale', { date: day(caution.confirmedOn) });
  return t(caution.kind === 'unlisted' ? 'caution-unlisted' : 'caution-reported');
}

/** Why a course stands in the list, what it misses and what is unsure, one short line each: what it meets first. */
export function hitInWords(t: Translator, locale: Locale, hit: Hit, wish: KeptWish): string[] {
  const fits = hit.reasons.flatMap((reason) =>
    reason.kind === 'topic' || reason.kind === 'meaning' ? [] : [fitInWords(t, locale, reason, wish)],
  );
  const isMeant = hit.reasons.some(({ kind }) => kind === 'meaning');
  const topic = hit.reasons.flatMap((reason) =>
    // What nobody named is no reason to give: it followed from what is known of the person.
    reason.kind === 'topic' && wish.topic !== '' ? [t('reason-topic', { words: reason.words })] : [],
  );
  return [
    ...topic,
    ...(isMeant ? [t('reason-meaning')] : []),
    ...fits,
    ...hit.misses.map((miss) => missInWords(t, locale, miss)),
    ...hit.cautions.map((caution) => cautionInWords(t, caution)),
  ];
}

import type { Facets } from '../../discovery/index.ts';
import type { Translator } from '../../locales/index.ts';
import type { Locale } from '../../message/index.ts';
import { facetsInWords } from './facets.ts';

/** A wish said back in one line: "guitar, miễn phí, ở Gò Vấp". */
export function wishInWords(
  t: Translator,
  locale: Locale,
  { topic, facets }: { readonly topic: string; readonly facets: Facets },
): string {
  const parts = [topic, facetsInWords(t, locale, facets)].filter((part) => part !== '');
  return parts.join(', ');
}

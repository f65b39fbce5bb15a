import { decidedKeptDays } from '../applications/index.ts';
import type { ConsentPurpose } from '../learners/index.ts';
import type { Translator } from '../locales/index.ts';
import { type ApplicableKind, eligibilityKeptDays } from '../opportunities/index.ts';

/**
 * What people agree to, in the words of a version. Whoever changes a text of these in src/locales gives it a new version here; a test
 * holds the hashes of all of them.
 */
export const consentTexts: Readonly<Record<ConsentPurpose, { readonly key: string; readonly version: string }>> = {
  announcements: { key: 'consent-text-announcements', version: '1' },
  reminders: { key: 'consent-text-reminders', version: '1' },
  ai_tutor: { key: 'consent-text-ai-tutor', version: '4' },
  research: { key: 'consent-text-research', version: '1' },
};

/** The very words that a person agrees to. */
export function consentText(t: Translator, purpose: ConsentPurpose): string {
  return t(consentTexts[purpose].key);
}

/** What is agreed to once for one thing, whose row keeps the hash of the words: an application. */
export const applicationConsent = {
  version: '1',
  text: (t: Translator, offer: { readonly kind: ApplicableKind; readonly organisation: string }): string =>
    t('application-consent', { kind: offer.kind, organisation: offer.organisation, days: decidedKeptDays }),
} as const;

/** The same of keeping what was answered about the conditions of scholarships. */
export const answersConsent = {
  version: '1',
  text: (t: Translator): string => t('eligibility-keep-consent', { days: eligibilityKeptDays }),
} as const;

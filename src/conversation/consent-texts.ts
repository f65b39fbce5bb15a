import type { ConsentPurpose } from '../learners/index.ts';
import type { Translator } from '../locales/index.ts';

/**
 * What people agree to, in the words of a version. Whoever changes a text of these in src/locales gives it a new version here; a test
 * holds the hashes of all of them.
 */
export const consentTexts: Readonly<Record<ConsentPurpose, { readonly key: string; readonly version: string }>> = {
  announcements: { key: 'consent-text-announcements', version: '1' },
  reminders: { key: 'consent-text-reminders', version: '1' },
  ai_tutor: { key: 'consent-text-ai-tutor', version: '3' },
  research: { key: 'consent-text-research', version: '1' },
};

/** The very words that a person agrees to. */
export function consentText(t: Translator, purpose: ConsentPurpose): string {
  return t(consentTexts[purpose].key);
}

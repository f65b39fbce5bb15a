import type { TrackCertificate } from '../../learning/index.ts';
import type { Translator } from '../../locales/index.ts';
import type { Locale } from '../../message/index.ts';
import type { CertificateSheet } from '../../picture/index.ts';
import { day, localDate } from './format.ts';
import { trackTitle } from './progress.ts';

/** What the certificate of a track says. @param page on which anybody can check it */
export function certificatePicture(
  t: Translator,
  locale: Locale,
  certificate: TrackCertificate,
  { page, timezone }: { readonly page: string; readonly timezone: string },
): CertificateSheet {
  const { name, lessons, finishedAt, code } = certificate;
  const { host, pathname } = new URL(page);
  return {
    brand: t('certificate-sheet-brand'),
    title: t('certificate-sheet-title'),
    ...(name === undefined
      ? { lead: '', words: t('certificate-sheet-nameless') }
      : { lead: t('certificate-sheet-lead'), name, words: t('certificate-sheet-words') }),
    subject: trackTitle(locale, certificate),
    facts: t('certificate-sheet-facts', { lessons, day: day(localDate(finishedAt, timezone)) }),
    link: { url: page, words: t('certificate-sheet-check'), shown: `${host}${pathname}` },
    code: t('certificate-page-code', { code }),
  };
}

import type { Context, Hono } from 'hono';
import { day, localDate, spanOnPaper } from '../conversation/index.ts';
import type { TrackCertificate } from '../learning/index.ts';
import { createTranslator, type Translator } from '../locales/index.ts';
import type { Locale } from '../message/index.ts';
import type { AttendanceCertificate, Workshop } from '../workshops/index.ts';
import { Page } from './page.tsx';

export interface CertificatePagesOptions {
  /** The city's time zone. */
  readonly timezone: string;
  /** A certificate of attendance with its workshop. */
  readonly certificate: (
    code: string,
  ) => Promise<{ readonly certificate: AttendanceCertificate; readonly workshop: Workshop } | undefined>;
  /** A certificate of a finished track, withdrawn or not. */
  readonly trackCertificate: (code: string) => Promise<TrackCertificate | undefined>;
}

interface Given {
  readonly locale: Locale;
  readonly t: Translator;
  readonly timezone: string;
}

function attendancePage(
  { certificate, workshop }: { certificate: AttendanceCertificate; workshop: Workshop },
  given: Given,
): string {
  const { locale, t, timezone } = given;
  const page = (
    <Page locale={locale} t={t} title={t('certificate-page-title')} description={t('certificate-page-title')} isHidden>
      <h1>{t('certificate-page-title')}</h1>
      <p class="text">{t('certificate-page-text', { name: certificate.name, title: workshop.title })}</p>
      <ul class="facts">
        <li>{spanOnPaper(workshop, given)}</li>
        {workshop.organisation !== undefined && (
          <li>{t('workshop-page-organisation', { name: workshop.organisation })}</li>
        )}
        <li>{t('certificate-page-code', { code: certificate.code })}</li>
        <li>{t('certificate-page-issued', { day: day(localDate(certificate.issuedAt, timezone)) })}</li>
      </ul>
      <p>{t('certificate-page-means')}</p>
    </Page>
  );
  return `<!doctype html>${String(page)}`;
}

function trackPage(certificate: TrackCertificate, given: Given): string {
  const { locale, t, timezone } = given;
  const { name, withdrawn, lessons, code, finishedAt, issuedAt } = certificate;
  const title = locale === 'en' ? certificate.english : certificate.title;
  const on = (moment: Date): string => day(localDate(moment, timezone));
  const heading = t('track-certificate-page-title');
  const page = (
    <Page locale={locale} t={t} title={heading} description={heading} isHidden>
      <h1>{heading}</h1>
      {withdrawn === undefined ? (
        <>
          <p class="notice good" role="status">
            {t('track-certificate-page-valid')}
          </p>
          <p class="text">
            {name === undefined
              ? t('track-certificate-page-nameless', { title })
              : t('track-certificate-page-text', { name, title })}
          </p>
        </>
      ) : (
        <p class="notice" role="status">
          {t('track-certificate-page-withdrawn', { by: withdrawn.by, day: on(withdrawn.at) })}
          {withdrawn.reason !== undefined && ` ${t('track-certificate-page-reason', { reason: withdrawn.reason })}`}
        </p>
      )}
      <ul class="facts">
        {withdrawn === undefined && <li>{t('track-certificate-page-lessons', { lessons })}</li>}
        {withdrawn === undefined && <li>{t('track-certificate-page-finished', { day: on(finishedAt) })}</li>}
        {withdrawn !== undefined && <li>{title}</li>}
        <li>{t('certificate-page-code', { code })}</li>
        <li>{t('certificate-page-issued', { day: on(issuedAt) })}</li>
      </ul>
      {withdrawn === undefined && <p>{t('track-certificate-page-means')}</p>}
    </Page>
  );
  return `<!doctype html>${String(page)}`;
}

/** Nobody has this code: mostly a slip of whoever types it off a paper. */
function unknownPage(code: string, { locale, t }: Given): string {
  const heading = t('certificate-page-unknown');
  const page = (
    <Page locale={locale} t={t} title={heading} description={heading} isHidden>
      <h1>{heading}</h1>
      <p class="text">{t('certificate-page-unknown-text', { code: code.slice(0, 40) })}</p>
    </Page>
  );
  return `<!doctype html>${String(page)}`;
}

/** Adds the page on which anybody with its code can check a certificate, of whichever kind. */
export function addCertificatePages(
  site: Hono,
  options: CertificatePagesOptions,
  localeOf: (c: Context) => Locale,
): void {
  site.get('/certificates/:code', async (c) => {
    const locale = localeOf(c);
    const code = c.req.param('code').toUpperCase();
    const given = { locale, t: createTranslator(locale), timezone: options.timezone };
    c.header('X-Robots-Tag', 'noindex');
    // Whoever checks one must see that it was withdrawn, at once.
    c.header('Cache-Control', 'no-store');
    const ofTrack = await options.trackCertificate(code);
    if (ofTrack !== undefined) return c.html(trackPage(ofTrack, given));
    const found = await options.certificate(code);
    return found === undefined ? c.html(unknownPage(code, given), 404) : c.html(attendancePage(found, given));
  });
}

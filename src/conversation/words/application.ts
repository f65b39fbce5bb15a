import type { Application, Standing } from '../../applications/index.ts';
import type { ApplicableKind } from '../../opportunities/index.ts';
import { listing } from './format.ts';
import type { OfferWording } from './offer.ts';

/** What is met, what surely not, and what is not known, each in a line; the same for who applies and for who decides. */
export function standingLines({ t, locale }: OfferWording, kind: ApplicableKind, standing: Standing): string[] {
  const named = (each: string): string => (kind === 'scholarship' ? t('word-condition', { kind: each }) : each);
  return (['met', 'failed', 'open'] as const).flatMap((how) =>
    standing[how].length === 0
      ? []
      : [t('application-standing', { kind, how, what: listing(locale, standing[how].map(named)) })],
  );
}

/** "Học bổng Bước Đầu – đang xét": an application in a line. */
export function applicationLine({ t }: Pick<OfferWording, 't'>, { offer, status }: Application): string {
  return t('application-line', { title: offer.title, status: t('application-status', { status }) });
}

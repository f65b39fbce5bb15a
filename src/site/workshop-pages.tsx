import type { Context, Hono } from 'hono';
import { raw } from 'hono/html';
import { spanOnPaper } from '../conversation/index.ts';
import { createTranslator, type Translator } from '../locales/index.ts';
import type { Locale } from '../message/index.ts';
import { qrCode } from '../picture/index.ts';
import { wardByCode } from '../places/index.ts';
import {
  deepLinkId,
  mapLink,
  type Registration,
  seatsLeft,
  type Workshop,
  workshopCalendar,
} from '../workshops/index.ts';
import { workshopJsonLd } from './json-ld.ts';
import { Page } from './page.tsx';

export interface WorkshopPagesOptions {
  /** The address people reach us at. */
  readonly address: () => string;
  /** The city's time zone. */
  readonly timezone: string;
  readonly workshopById: (id: string) => Promise<Workshop | undefined>;
  readonly registrationByCode: (code: string) => Promise<Registration | undefined>;
  /** Where the Telegram bot opens what is handed over as `start`; undefined without a bot. */
  readonly telegramLink: (start: string) => string | undefined;
  /** Whether there is a Zalo bot. Its links hand nothing over: people type what would be. */
  readonly hasZalo: boolean;
}

interface Given {
  readonly locale: Locale;
  readonly t: Translator;
  readonly timezone: string;
}

function seatsInWords(workshop: Workshop, t: Translator): string {
  const left = seatsLeft(workshop);
  if (left === undefined) return t('workshop-page-seats-open');
  if (left > 0 && workshop.waiting === 0) return t('workshop-page-seats', { left, capacity: workshop.capacity ?? 0 });
  return t('workshop-page-full', { waiting: workshop.waiting });
}

function workshopPage(workshop: Workshop, given: Given, options: WorkshopPagesOptions): string {
  const { locale, t } = given;
  const address = options.address();
  const canonical = `${address}/workshops/${encodeURIComponent(workshop.id)}`;
  const ward = workshop.ward === undefined ? undefined : wardByCode(workshop.ward)?.fullName;
  const where = [workshop.place, ward].filter((part) => part !== undefined).join(', ');
  const map = mapLink(workshop);
  const start = `workshop_${deepLinkId(workshop)}`;
  const telegram = options.telegramLink(start);
  const isCancelled = workshop.status === 'cancelled';
  const facts = [
    workshop.programme === undefined
      ? ''
      : t('programme-line', {
          kind: t('programme-kind', { kind: workshop.programme }),
          count: workshop.sessions.length,
        }),
    spanOnPaper(workshop, given),
    where,
    isCancelled ? '' : seatsInWords(workshop, t),
    workshop.organisation === undefined ? '' : t('workshop-page-organisation', { name: workshop.organisation }),
    workshop.wheelchair === undefined
      ? ''
      : t(workshop.wheelchair ? 'workshop-page-wheelchair' : 'workshop-page-no-wheelchair'),
  ].filter((fact) => fact !== '');
  const page = (
    <Page
      locale={locale}
      t={t}
      title={workshop.title}
      description={(workshop.description ?? `${workshop.title} – ${spanOnPaper(workshop, given)}`).slice(0, 300)}
      canonical={canonical}
      isHidden={workshop.sample}
      head={<script type="application/ld+json">{raw(workshopJsonLd(workshop, canonical))}</script>}
    >
      {workshop.sample && <p class="notice">{t('workshop-page-sample')}</p>}
      {isCancelled && (
        <p class="notice" role="status">
          {t('workshop-page-cancelled')} {workshop.cancelReason}
        </p>
      )}
      <h1>{workshop.sample ? `${workshop.title} ${t('course-sample-mark')}` : workshop.title}</h1>
      {workshop.description !== undefined && <p class="text">{workshop.description}</p>}
      <ul class="facts">
        {facts.map((fact) => (
          <li>{fact}</li>
        ))}
      </ul>
      {workshop.sessions.length > 0 && (
        <ol>
          {workshop.sessions.map((session) => (
            <li>{spanOnPaper(session, given)}</li>
          ))}
        </ol>
      )}
      <div class="choices">
        {!isCancelled && telegram !== undefined && (
          <a class="button" href={telegram} rel="noopener">
            {t('workshop-page-telegram')}
          </a>
        )}
        {!isCancelled && (
          <a class="button" href={`/?start=${encodeURIComponent(start)}`}>
            {t('workshop-page-web')}
          </a>
        )}
        <a class="button" href={`/workshops/${encodeURIComponent(workshop.id)}.ics`}>
          {t('workshop-page-calendar')}
        </a>
        {map !== undefined && (
          <a class="button" href={map} rel="noopener">
            {t('workshop-page-map')}
          </a>
        )}
      </div>
      {!isCancelled && options.hasZalo && <p>{t('workshop-page-zalo', { text: start })}</p>}
      <p>
        <a href={locale === 'en' ? '/privacy?lang=en' : '/privacy'}>{t('choice-privacy')}</a>
      </p>
    </Page>
  );
  return `<!doctype html>${String(page)}`;
}

/** The side of the code, in pixels: as large as a small phone shows it. */
const ticketPixels = 300;

/** What somebody shows at the door: the code as a picture for the scanner, and in signs to be read aloud. */
async function ticketPage(workshop: Workshop, registration: Registration, given: Given): Promise<string> {
  const { locale, t } = given;
  const isComing = registration.state === 'taken' && workshop.status === 'planned';
  const qr = isComing ? await qrCode(registration.code, ticketPixels) : undefined;
  const page = (
    <Page locale={locale} t={t} title={t('ticket-page-title')} description={t('ticket-page-title')} isHidden>
      <h1>{workshop.title}</h1>
      <ul class="facts">
        <li>{spanOnPaper(workshop, given)}</li>
        {workshop.place !== undefined && <li>{workshop.place}</li>}
      </ul>
      {qr !== undefined && (
        <>
          <p>{t('ticket-page-show')}</p>
          <svg width={qr.side} height={qr.side} role="img" aria-label={registration.code}>
            {raw(qr.draw({ x: 0, y: 0 }))}
          </svg>
          <p class="text">
            <strong>{registration.code}</strong>
          </p>
        </>
      )}
      {!isComing && (
        <p class="notice" role="status">
          {t(workshop.status === 'cancelled' ? 'workshop-page-cancelled' : 'ticket-page-none')}
        </p>
      )}
    </Page>
  );
  return `<!doctype html>${String(page)}`;
}

/** Adds the public pages of workshops, their calendar files. */
export function addWorkshopPages(
  site: Hono,
  options: WorkshopPagesOptions,
  localeOf: (c: Context) => Locale,
  notFound: (c: Context) => Response | Promise<Response>,
): void {
  const { timezone } = options;

  async function calendar(c: Context, workshop: Workshop, registration?: Registration): Promise<Response> {
    const t = createTranslator(localeOf(c));
    const page = `${options.address()}/workshops/${encodeURIComponent(workshop.id)}`;
    const content = await workshopCalendar(workshop, {
      page,
      host: new URL(options.address()).hostname,
      words: {
        code: (code) => t('workshop-calendar-code', { code }),
        cancelled: (title) => t('workshop-calendar-cancelled', { title }),
      },
      registration,
    });
    const name = encodeURIComponent(`${workshop.id}.ics`);
    c.header('Content-Disposition', `attachment; filename*=UTF-8''${name}`);
    return c.body(content, 200, { 'content-type': 'text/calendar; charset=utf-8' });
  }

  site.get('/workshops/:id', async (c) => {
    const locale = localeOf(c);
    const id = c.req.param('id');
    const workshop = await options.workshopById(id);
    if (workshop !== undefined)
      return c.html(workshopPage(workshop, { locale, t: createTranslator(locale), timezone }, options));
    const named = id.endsWith('.ics') ? await options.workshopById(id.slice(0, -'.ics'.length)) : undefined;
    return named === undefined ? notFound(c) : calendar(c, named);
  });

  site.get('/workshops/:id/:code', async (c) => {
    const file = c.req.param('code');
    const isCalendar = file.endsWith('.ics');
    const workshop = await options.workshopById(c.req.param('id'));
    const code = isCalendar ? file.slice(0, -'.ics'.length) : file;
    const registration = workshop && (await options.registrationByCode(code));
    if (workshop === undefined || registration?.workshopKey !== workshop.key) return notFound(c);
    c.header('Cache-Control', 'no-store');
    c.header('X-Robots-Tag', 'noindex');
    if (isCalendar) return calendar(c, workshop, registration);
    const locale = localeOf(c);
    return c.html(await ticketPage(workshop, registration, { locale, t: createTranslator(locale), timezone }));
  });
}

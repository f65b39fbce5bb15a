import type { Context, Hono } from 'hono';
import { raw } from 'hono/html';
import type { FC } from 'hono/jsx';
import type { Organisation } from '../catalogue/index.ts';
import { agreementPeriod, day, figuresInWords, spanOnPaper } from '../conversation/index.ts';
import { createTranslator, type Translator } from '../locales/index.ts';
import type { Locale } from '../message/index.ts';
import type { Agreement, OrganisationOffers, PartnerFigures } from '../partners/index.ts';
import { wardByCode } from '../places/index.ts';
import { organisationJsonLd } from './json-ld.ts';
import { Page } from './page.tsx';

/** What everybody may read of an organisation. */
export interface ShownOrganisation {
  readonly organisation: Organisation;
  /** Those that hold today, each with what came of it. */
  readonly agreements: readonly { readonly agreement: Agreement; readonly figures: PartnerFigures }[];
  readonly offers: OrganisationOffers;
}

export interface OrganisationPagesOptions {
  readonly address: () => string;
  readonly timezone: string;
  readonly telegramLink: (start: string) => string | undefined;
  readonly hasZalo: boolean;
  /** By public id or number. */
  readonly organisation: (id: string) => Promise<ShownOrganisation | undefined>;
}

interface Given {
  readonly locale: Locale;
  readonly t: Translator;
  readonly timezone: string;
}

/** Adds the public page of an organisation: who it is, what it agreed on with the city and what came of that, what it offers. */
export function addOrganisationPages(
  site: Hono,
  options: OrganisationPagesOptions,
  localeOf: (c: Context) => Locale,
  notFound: (c: Context) => Response | Promise<Response>,
): void {
  site.get('/organisations/:id', async (c) => {
    const shown = await options.organisation(c.req.param('id'));
    if (shown === undefined) return notFound(c);
    const locale = localeOf(c);
    return c.html(
      organisationPage(shown, { locale, t: createTranslator(locale), timezone: options.timezone }, options),
    );
  });
}

function organisationPage(shown: ShownOrganisation, given: Given, options: OrganisationPagesOptions): string {
  const { organisation, agreements } = shown;
  const { locale, t } = given;
  const id = organisation.id ?? String(organisation.key);
  const canonical = `${options.address()}/organisations/${encodeURIComponent(id)}`;
  const start = `organisation_${organisation.key}`;
  const telegram = options.telegramLink(start);
  const ward = organisation.ward === undefined ? undefined : wardByCode(organisation.ward)?.fullName;
  const facts = [
    organisation.kind === undefined ? undefined : t('organisation-kind', { kind: organisation.kind }),
    ward,
    organisation.contact,
  ].filter((fact) => fact !== undefined);
  const page = (
    <Page
      locale={locale}
      t={t}
      title={organisation.name}
      description={(organisation.description ?? organisation.name).slice(0, 300)}
      canonical={canonical}
      isHidden={organisation.sample}
      head={
        !organisation.sample && (
          <script type="application/ld+json">{raw(organisationJsonLd(organisation, canonical))}</script>
        )
      }
    >
      {organisation.sample && <p class="notice">{t('organisation-sample')}</p>}
      <h1>{organisation.sample ? `${organisation.name} ${t('course-sample-mark')}` : organisation.name}</h1>
      {organisation.description !== undefined && <p class="text">{organisation.description}</p>}
      <ul class="facts">
        {facts.map((fact) => (
          <li>{fact}</li>
        ))}
      </ul>
      {agreements.map(({ agreement, figures }) => (
        <section>
          <h2>{t('agreement-with-city')}</h2>
          {agreement.sample && <p class="notice">{t('agreement-sample')}</p>}
          <p>
            {t('agreement-kind', { kind: agreement.kind })} ({agreementPeriod(t, agreement)})
          </p>
          <ul class="facts">
            <li>
              {t('agreement-goal')}: {agreement.goal}
            </li>
            {agreement.organisationGives !== undefined && (
              <li>
                {t('agreement-organisation-gives')}: {agreement.organisationGives}
              </li>
            )}
            {agreement.cityGives !== undefined && (
              <li>
                {t('agreement-city-gives')}: {agreement.cityGives}
              </li>
            )}
          </ul>
          <ul class="facts">
            {figuresInWords(t, locale, figures).map(({ name, count }) => (
              <li>
                {name}: {count}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <Offers offers={shown.offers} given={given} />
      <div class="choices">
        {organisation.url !== undefined && (
          <a class="button" href={organisation.url} rel="noopener nofollow">
            {t('organisation-go')}
          </a>
        )}
        {telegram !== undefined && (
          <a class="button" href={telegram} rel="noopener">
            {t('workshop-page-telegram')}
          </a>
        )}
        <a class="button" href={`/?start=${start}`}>
          {t('site-course-chat')}
        </a>
      </div>
      {options.hasZalo && <p>{t('workshop-page-zalo', { text: start })}</p>}
      <p>
        <a href={locale === 'en' ? '/privacy?lang=en' : '/privacy'}>{t('choice-privacy')}</a>
      </p>
    </Page>
  );
  return `<!doctype html>${String(page)}`;
}

const Offers: FC<{ readonly offers: OrganisationOffers; readonly given: Given }> = ({ offers, given }) => {
  const { t, locale } = given;
  const english = locale === 'en' ? '?lang=en' : '';
  const marked = ({ title, sample }: { readonly title: string; readonly sample: boolean }): string =>
    sample ? `${title} ${t('course-sample-mark')}` : title;
  const until = (deadline: string | undefined): string =>
    deadline === undefined ? '' : ` – ${t('organisation-deadline', { date: day(deadline) })}`;
  const parts = [
    {
      heading: 'organisation-courses',
      lines: offers.courses.map((course) => (
        <a href={`/courses/${encodeURIComponent(course.id)}${english}`}>{marked(course)}</a>
      )),
    },
    {
      heading: 'organisation-workshops',
      lines: offers.workshops.map((workshop) => (
        <>
          <a href={`/workshops/${encodeURIComponent(workshop.id)}${english}`}>{marked(workshop)}</a>
          {` – ${spanOnPaper(workshop, given)}`}
        </>
      )),
    },
    {
      heading: 'organisation-scholarships',
      lines: offers.scholarships.map((each) => `${marked(each)}${until(each.deadline)}`),
    },
    {
      heading: 'organisation-internships',
      lines: offers.internships.map((each) => `${marked(each)}${until(each.deadline)}`),
    },
  ].filter(({ lines }) => lines.length > 0);
  return (
    <>
      {parts.map(({ heading, lines }) => (
        <section>
          <h2>{t(heading)}</h2>
          <ul>
            {lines.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
};

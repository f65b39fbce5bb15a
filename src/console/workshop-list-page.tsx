import type { FC } from 'hono/jsx';
import { z } from 'zod';
import { spanOnPaper } from '../conversation/index.ts';
import { searchWorkshops, workshopViews } from '../workshops/index.ts';
import { TextField } from './fields.tsx';
import { mayUse, page, useFrame } from './layout.tsx';
import type { Pages } from './pages.ts';
import { Table } from './table.tsx';
import { boundOf, pathOf, type WorkshopPagesOptions } from './workshop-access.ts';
import { seatsText, viewNames, whereText } from './workshop-words.ts';

const rowsOnPage = 30;
const soonHours = 24;

const query = z.object({
  view: z.enum(workshopViews).catch('upcoming'),
  q: z.string().max(200).catch(''),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
});

/** The list of workshops, and the next ones on the first page. */
export function addWorkshopListPage(pages: Pages, { database, clock, timezone }: WorkshopPagesOptions): void {
  pages.overview(async (c) => {
    const { frame } = c.var;
    if (!mayUse(frame, 'GET /console/workshops')) return [];
    const look = { now: clock(), view: 'upcoming', text: '', organisationId: boundOf(c), limit: 1, offset: 0 } as const;
    const { workshops, total } = await searchWorkshops(database.db, look);
    const next = workshops[0];
    const isSoon = next !== undefined && next.startsAt.getTime() - look.now.getTime() < soonHours * 3_600_000;
    return [
      {
        title: frame.t('console-workshops-next'),
        figure: total,
        text:
          next === undefined
            ? frame.t('console-workshops-none-planned')
            : `${spanOnPaper(next, { locale: frame.locale, timezone })}: ${next.title}`,
        href: isSoon ? pathOf(next) : '/console/workshops',
      },
    ];
  });

  pages.on('GET /console/workshops', async (c) => {
    const { frame } = c.var;
    const { t, locale } = frame;
    const { view, q, page: shown } = query.parse(c.req.query());
    const look = { now: clock(), view, text: q, organisationId: boundOf(c), limit: rowsOnPage };
    const { workshops, total } = await searchWorkshops(database.db, { ...look, offset: (shown - 1) * rowsOnPage });
    return page(frame, {
      title: t('console-workshops'),
      children: (
        <>
          <h1>{t('console-workshops')}</h1>
          {mayUse(frame, 'POST /console/new-workshop') && (
            <p>
              <a class="button" href="/console/new-workshop">
                {t('console-workshop-new')}
              </a>
            </p>
          )}
          <nav class="tabs" aria-label={t('console-workshops-which')}>
            {workshopViews.map((each) => (
              <a class="tab" href={addressOf({ view: each, q })} aria-current={each === view ? 'page' : undefined}>
                {t(viewNames[each])}
              </a>
            ))}
          </nav>
          <form class="filter" method="get">
            <input type="hidden" name="view" value={view} />
            <TextField
              name="q"
              type="search"
              label={t('console-workshops-search')}
              state={{ given: { q }, problems: {} }}
            />
            <button type="submit" class="secondary compact search">
              {t('console-search')}
            </button>
          </form>
          <Table
            caption={t(viewNames[view])}
            head={[
              t('console-workshop'),
              t('console-workshop-when'),
              t('console-workshop-where'),
              t('console-seats'),
              t('console-seats-waiting'),
              t('console-seats-came'),
            ]}
            empty={t(q === '' ? 'console-workshops-none' : 'console-workshops-none-found')}
            rows={workshops.map((workshop) => [
              <>
                <a href={pathOf(workshop)}>{workshop.title}</a>
                {workshop.sample && <small> {t('console-sample')}</small>}
                {workshop.organisation !== undefined && <small class="under">{workshop.organisation}</small>}
              </>,
              spanOnPaper(workshop, { locale, timezone }),
              whereText(workshop),
              seatsText(workshop),
              String(workshop.waiting),
              String(workshop.checkedIn),
            ])}
          />
          <Steps view={view} q={q} shown={shown} last={Math.ceil(total / rowsOnPage)} />
        </>
      ),
    });
  });
}

function addressOf(asked: { readonly view: string; readonly q: string; readonly page?: number }): string {
  const words = new URLSearchParams({ view: asked.view });
  if (asked.q !== '') words.set('q', asked.q);
  if (asked.page !== undefined && asked.page > 1) words.set('page', String(asked.page));
  return `/console/workshops?${words}`;
}

/** Leads to the page before and the one after. */
const Steps: FC<{ view: string; q: string; shown: number; last: number }> = ({ view, q, shown, last }) => {
  const { t } = useFrame();
  if (last <= 1) return null;
  return (
    <nav class="actions" aria-label={t('console-pages')}>
      {shown > 1 && (
        <a href={addressOf({ view, q, page: shown - 1 })} rel="prev">
          {t('console-page-before')}
        </a>
      )}
      <span>{t('console-page-of', { page: shown, last })}</span>
      {shown < last && (
        <a href={addressOf({ view, q, page: shown + 1 })} rel="next">
          {t('console-page-after')}
        </a>
      )}
    </nav>
  );
};

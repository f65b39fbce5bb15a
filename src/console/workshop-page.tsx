import { raw } from 'hono/html';
import type { Child, FC } from 'hono/jsx';
import { z } from 'zod';
import { spanOnPaper } from '../conversation/index.ts';
import { qrCode } from '../picture/index.ts';
import { csvOf } from '../text/index.ts';
import {
  attendeesOf,
  noOfferTexts,
  type Registration,
  registrationByKey,
  registrationStates,
  seatsLeft,
  type Workshop,
  whyNotOffered,
  withdrawRegistration,
} from '../workshops/index.ts';
import { confirmFirst, SelectField, TextField } from './fields.tsx';
import { leadTo } from './flash.ts';
import { Form, mayUse, page, refusal, useFrame } from './layout.tsx';
import type { ConsoleContext, Pages } from './pages.ts';
import { Table } from './table.tsx';
import { momentOf, pathOf, type WorkshopPagesOptions, workshopHere } from './workshop-access.ts';
import { needsText, seatsText, stateNames, whereText } from './workshop-words.ts';

/** A printed code of this many pixels is read from across a room. */
const posterPixels = 900;

const query = z.object({
  state: z
    .enum([...registrationStates, 'came', 'walk_in'])
    .optional()
    .catch(undefined),
  q: z.string().max(40).catch(''),
});

/** A workshop with everybody who registered. */
export function addWorkshopPage(pages: Pages, options: WorkshopPagesOptions): void {
  const { database, timezone } = options;
  const notFound = (c: ConsoleContext): Response => refusal(c.var.frame, 404, 'console-no-workshop');
  const publicPage = (workshop: Workshop): string =>
    `${options.address()}/workshops/${encodeURIComponent(workshop.id)}`;

  pages.on('GET /console/workshops/:id', async (c) => {
    const { frame } = c.var;
    const { t, locale } = frame;
    const workshop = await workshopHere(c, database);
    if (workshop === undefined) return notFound(c);
    const { state, q } = query.parse(c.req.query());
    const everybody = await attendeesOf(database.db, workshop.key);
    const shown = everybody.filter((each) => isWanted(each, state, q));
    const why = whyNotOffered(workshop, momentOf(options));
    return page(frame, {
      title: workshop.title,
      children: (
        <>
          <p>
            <a href="/console/workshops">{t('console-workshops')}</a>
          </p>
          <h1>{workshop.title}</h1>
          {workshop.sample && <p class="notice">{t('workshop-page-sample')}</p>}
          {workshop.status === 'cancelled' && (
            <p class="notice alarm">
              {t('workshop-page-cancelled')} {workshop.cancelReason}
            </p>
          )}
          <ul class="facts">
            <li>{spanOnPaper(workshop, { locale, timezone })}</li>
            <li>{whereText(workshop)}</li>
            {workshop.onlineUrl !== undefined && (
              <li>
                <a href={workshop.onlineUrl} rel="noopener">
                  {workshop.onlineUrl}
                </a>
              </li>
            )}
            {workshop.organisation !== undefined && (
              <li>{t('workshop-page-organisation', { name: workshop.organisation })}</li>
            )}
            {workshop.seriesKey !== undefined && <li>{t('console-workshop-in-series')}</li>}
          </ul>
          <Actions workshop={workshop} publicPage={publicPage(workshop)} isOver={workshop.endsAt <= options.clock()} />
          <h2>{t('console-registrations')}</h2>
          <Counts workshop={workshop} walkIns={everybody.filter(({ walkIn }) => walkIn).length} />
          {why !== undefined && workshop.waiting > 0 && <p class="notice">{t(noOfferTexts[why.reason])}</p>}
          <form class="filter" method="get">
            <TextField name="q" type="search" label={t('console-code')} state={{ given: { q }, problems: {} }} />
            <SelectField
              name="state"
              label={t('console-seat-state')}
              state={{ given: { state: state ?? '' }, problems: {} }}
              choices={[
                ['', t('console-everybody')],
                ...registrationStates.map((each) => [each, t(stateNames[each])] as const),
                ['came', t('console-seat-came')],
                ['walk_in', t('console-seat-walk-in')],
              ]}
            />
            <button type="submit" class="secondary compact search">
              {t('console-filter')}
            </button>
          </form>
          <Table
            caption={t('console-registrations')}
            head={[
              t('console-code'),
              t('console-seat-state'),
              t('console-needs'),
              t('console-registered-at'),
              t('console-came-at'),
              '',
            ]}
            empty={t(everybody.length === 0 ? 'console-registrations-none' : 'console-registrations-none-found')}
            rows={shown.map((each) => [
              <span class="code">{each.code}</span>,
              stateText(t, each, frame.time),
              needsText(t, each.needs),
              frame.time(each.registeredAt),
              each.checkedInAt === undefined ? '–' : frame.time(each.checkedInAt),
              <Withdraw workshop={workshop} each={each} />,
            ])}
          />
          <p>
            <a href={`${pathOf(workshop)}/registrations.csv`}>{t('console-registrations-file')}</a>
          </p>
        </>
      ),
    });
  });

  pages.on('GET /console/workshops/:id/registrations.csv', async (c) => {
    const { t } = c.var.frame;
    const workshop = await workshopHere(c, database);
    if (workshop === undefined) return notFound(c);
    const rows = (await attendeesOf(database.db, workshop.key)).map((each) => [
      each.code,
      t(each.walkIn ? 'console-seat-walk-in' : stateNames[each.state]),
      each.waitingPlace,
      each.offerUntil?.toISOString(),
      needsText(t, each.needs),
      each.registeredAt.toISOString(),
      each.checkedInAt?.toISOString(),
      each.name,
    ]);
    const head = [
      t('console-code'),
      t('console-seat-state'),
      t('console-waiting-place'),
      t('console-offer-until'),
      t('console-needs'),
      t('console-registered-at'),
      t('console-came-at'),
      t('console-guest-name'),
    ];
    return c.body(csvOf([head, ...rows]), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${workshop.id}.csv`)}`,
    });
  });

  pages.on('POST /console/workshops/:id/registrations/:key/withdraw', async (c) => {
    const { t } = c.var.frame;
    const workshop = await workshopHere(c, database);
    const key = c.req.param('key') ?? '';
    const registration = /^\d{1,15}$/.test(key) ? await registrationByKey(database.db, Number(key)) : undefined;
    if (workshop === undefined || registration?.workshopKey !== workshop.key) return notFound(c);
    const asked = confirmFirst(c, {
      title: t('console-withdraw'),
      text: t('console-withdraw-confirm', { code: registration.code, title: workshop.title }),
      button: t('console-withdraw'),
      back: pathOf(workshop),
    });
    if (asked !== undefined) return asked;
    const by = { staffId: c.var.member.id };
    const outcome = await database.transaction((tx) =>
      withdrawRegistration(tx, registration.key, momentOf(options), by),
    );
    return outcome.kind === 'given_up'
      ? leadTo(c, pathOf(workshop), { key: 'console-withdrawn', args: { code: registration.code } })
      : leadTo(c, pathOf(workshop), { kind: 'problem', key: 'console-withdraw-nothing' });
  });

  pages.on('GET /console/workshops/:id/poster', async (c) => {
    const { frame } = c.var;
    const { t, locale } = frame;
    const workshop = await workshopHere(c, database);
    if (workshop === undefined) return notFound(c);
    const address = publicPage(workshop);
    const code = await qrCode(address, posterPixels);
    return page(frame, {
      title: t('console-poster'),
      children: (
        <article class="poster">
          <h1>{workshop.title}</h1>
          <p>{spanOnPaper(workshop, { locale: 'vi', timezone })}</p>
          <p>{whereText(workshop)}</p>
          {code !== undefined && (
            <svg class="qr" role="img" aria-label={address} viewBox={`0 0 ${code.side} ${code.side}`}>
              {raw(code.draw({ x: 0, y: 0 }))}
            </svg>
          )}
          <p>{t('console-poster-scan')}</p>
          <p class="code">{address}</p>
          <p class="screen-only" lang={locale}>
            {t('console-poster-print')} <a href={pathOf(workshop)}>{t('console-back')}</a>
          </p>
        </article>
      ),
    });
  });
}

function isWanted(each: Registration, state: z.output<typeof query>['state'], q: string): boolean {
  const code = q.toUpperCase().replace(/[^A-Z0-9]/g, '');
  if (code !== '' && !each.code.includes(code)) return false;
  if (state === undefined) return true;
  if (state === 'came') return each.checkedInAt !== undefined;
  if (state === 'walk_in') return each.walkIn;
  return each.state === state && !each.walkIn;
}

/** "đã có chỗ", "chờ, thứ 3", "được mời đến 20:00": where somebody stands. */
function stateText(
  t: (key: string, args?: Record<string, string | number>) => string,
  each: Registration,
  time: (at: Date) => string,
): Child {
  if (each.walkIn)
    return each.name === undefined ? t('console-seat-walk-in') : t('console-seat-walk-in-named', { name: each.name });
  if (each.state === 'waiting') return t('console-seat-waiting-place', { place: each.waitingPlace ?? 0 });
  if (each.state === 'offered' && each.offerUntil !== undefined)
    return t('console-seat-offered-until', { time: time(each.offerUntil) });
  return t(stateNames[each.state]);
}

const Counts: FC<{ workshop: Workshop; walkIns: number }> = ({ workshop, walkIns }) => {
  const { t } = useFrame();
  const left = seatsLeft(workshop);
  const facts: [label: string, figure: string][] = [
    [t('console-seats'), seatsText(workshop)],
    ...(left === undefined ? [] : [[t('console-seats-left'), String(left)] as [string, string]]),
    [t('console-seats-offered'), String(workshop.offered)],
    [t('console-seats-waiting'), String(workshop.waiting)],
    [t('console-seats-came'), String(workshop.checkedIn)],
    [t('console-seats-walk-ins'), String(walkIns)],
  ];
  return (
    <dl class="counts">
      {facts.map(([label, figure]) => (
        <div>
          <dt>{label}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  );
};

const Actions: FC<{ workshop: Workshop; publicPage: string; isOver: boolean }> = ({ workshop, publicPage, isOver }) => {
  const frame = useFrame();
  const { t } = frame;
  const path = pathOf(workshop);
  const isPlanned = workshop.status === 'planned';
  return (
    <div class="actions">
      {isPlanned && mayUse(frame, 'POST /console/door/:id/scans') && (
        <a class="button" href={`/console/door/${encodeURIComponent(workshop.id)}`}>
          {t('console-door')}
        </a>
      )}
      {isPlanned && mayUse(frame, 'POST /console/workshops/:id/edit') && (
        <a class="button secondary" href={`${path}/edit`}>
          {t('console-workshop-edit')}
        </a>
      )}
      {mayUse(frame, 'POST /console/new-workshop') && (
        <a class="button secondary" href={`/console/new-workshop?from=${encodeURIComponent(workshop.id)}`}>
          {t('console-workshop-copy')}
        </a>
      )}
      {isPlanned && workshop.seriesKey === undefined && mayUse(frame, 'POST /console/workshops/:id/repeat') && (
        <a class="button secondary" href={`${path}/repeat`}>
          {t('console-workshop-repeat-it')}
        </a>
      )}
      {isPlanned && !isOver && mayUse(frame, 'POST /console/workshops/:id/cancel') && (
        <a class="button secondary" href={`${path}/cancel`}>
          {t('console-workshop-cancel')}
        </a>
      )}
      {isPlanned && !isOver && !workshop.sample && mayUse(frame, 'GET /console/broadcasts/new') && (
        <a class="button secondary" href={`/console/broadcasts/new?workshop=${encodeURIComponent(workshop.id)}`}>
          {t('console-workshop-announce')}
        </a>
      )}
      <a href={publicPage}>{t('console-workshop-public')}</a>
      <a href={`${path}/poster`}>{t('console-poster')}</a>
    </div>
  );
};

const Withdraw: FC<{ workshop: Workshop; each: Registration }> = ({ workshop, each }) => {
  const frame = useFrame();
  if (!mayUse(frame, 'POST /console/workshops/:id/registrations/:key/withdraw')) return null;
  if (each.walkIn || each.checkedInAt !== undefined || !['taken', 'offered', 'waiting'].includes(each.state))
    return null;
  return (
    <Form action={`${pathOf(workshop)}/registrations/${each.key}/withdraw`} class="inline">
      <button type="submit" class="secondary outline">
        {frame.t('console-withdraw')}
      </button>
    </Form>
  );
};

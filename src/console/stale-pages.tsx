import type { FC } from 'hono/jsx';
import { z } from 'zod';
import { standingRules } from '../catalogue/index.ts';
import { day, localDate } from '../conversation/index.ts';
import type { Clock, Database, Queryable } from '../database/index.ts';
import {
  ageBands,
  countAges,
  countStale,
  type FreshnessDesk,
  linkDays,
  listAsks,
  listStale,
  makeConfirmLink,
  type Reach,
  revokeConfirmLinks,
  type StaleCourse,
  type StaleFilter,
  staleStates,
} from '../freshness/index.ts';
import { csvOf } from '../text/index.ts';
import { SelectField } from './fields.tsx';
import { leadTo } from './flash.ts';
import { Form, mayUse, page, refusal, useFrame } from './layout.tsx';
import type { ConsoleContext, Pages } from './pages.ts';
import { AgeChart } from './stale-chart.tsx';
import { Table } from './table.tsx';

export interface StalePagesOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly timezone: string;
  readonly freshness: FreshnessDesk;
  /** The address people reach us at, without a slash at the end. */
  readonly address: () => string;
  /** The organisation of an id. */
  readonly organisation: (
    db: Queryable,
    text: string,
  ) => Promise<{ readonly id: number; readonly name: string } | undefined>;
}

const list = '/console/stale';
/** What is said once a decision stands. */
const done = {
  confirmed: 'console-stale-now-confirmed',
  closed: 'console-stale-now-closed',
  restored: 'console-stale-now-restored',
} as const;

const rowsOnPage = 50;
const rowsInFile = 20_000;
const asksShown = 30;

const query = z.object({
  state: z.enum(staleStates).catch('waiting'),
  organisation: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number)
    .optional()
    .catch(undefined),
  trang: z.coerce.number().int().min(1).max(10_000).catch(1),
});

/** Nobody of a partner whose organisation has left the catalogue has any courses. */
function reachOf({ var: { reach, member } }: ConsoleContext): Reach {
  return reach === 'all' ? {} : { organisationId: member.organisationId ?? 0 };
}

/** Which offers need a word, who is to be asked, and how fresh the catalogue is. */
export function addStalePages(pages: Pages, options: StalePagesOptions): void {
  const { database, clock, timezone, freshness } = options;
  const today = (): string => localDate(clock(), timezone);

  function filterOf(c: ConsoleContext): Omit<StaleFilter, 'limit'> & { readonly page: number } {
    const { state, organisation, trang } = query.parse(c.req.query());
    const own = reachOf(c);
    const chosen = own.organisationId ?? organisation;
    return {
      state,
      today: today(),
      now: clock(),
      page: trang,
      ...(chosen === undefined ? {} : { organisationId: chosen }),
    };
  }

  pages.on('GET /console/stale', async (c) => {
    const { frame } = c.var;
    const { t } = frame;
    const filter = filterOf(c);
    const scope = { today: filter.today, ...reachOf(c) };
    const found = await listStale(database.db, {
      ...filter,
      limit: rowsOnPage + 1,
      offset: (filter.page - 1) * rowsOnPage,
    });
    const counts = await countStale(database.db, scope);
    const ages = await countAges(database.db, scope);
    const mayAsk = mayUse(frame, 'POST /console/stale/links');
    const asks = mayAsk ? await listAsks(database.db, { now: clock(), limit: asksShown }) : [];
    const state = { given: c.req.query(), problems: {} };
    const search = new URL(c.req.url).search;
    return page(frame, {
      title: t('console-stale'),
      children: (
        <>
          <h1>{t('console-stale')}</h1>
          <p>{t('console-stale-what', { ask: standingRules.askDays, hidden: standingRules.hiddenDays })}</p>
          <AgeChart bands={ageBands} counts={ages} />
          {asks.length > 0 && (
            <>
              <h2>{t('console-stale-ask')}</h2>
              <Table
                caption={t('console-stale-ask')}
                head={[
                  t('console-stale-organisation'),
                  t('console-stale-courses'),
                  t('console-stale-oldest'),
                  t('console-stale-asked'),
                  '',
                ]}
                empty=""
                rows={asks.map(({ organisation, courses, oldestOn, askedAt, links }) => [
                  <a href={`${list}?state=unconfirmed&organisation=${organisation.id}`}>{organisation.name}</a>,
                  courses,
                  day(oldestOn),
                  askedAt === undefined ? t('console-stale-not-asked') : frame.time(askedAt),
                  <LinkSteps organisation={organisation} links={links} />,
                ])}
              />
            </>
          )}
          <h2>{t('console-stale-list')}</h2>
          <form class="filter" method="get">
            <SelectField
              name="state"
              label={t('console-stale-state')}
              state={{ ...state, given: { ...state.given, state: filter.state } }}
              choices={staleStates.map((each) => [
                each,
                t('console-stale-state-name', { state: each, count: counts[each] }),
              ])}
            />
            {filter.organisationId !== undefined && c.var.reach === 'all' && (
              <input type="hidden" name="organisation" value={String(filter.organisationId)} />
            )}
            <button type="submit">{t('console-filter')}</button>
          </form>
          {filter.organisationId !== undefined && c.var.reach === 'all' && (
            <p>
              <a href={`${list}?state=${filter.state}`}>{t('console-stale-everybody')}</a>
            </p>
          )}
          <Table
            caption={t('console-stale-list')}
            head={[
              t('console-stale-course'),
              t('console-stale-standing'),
              t('console-stale-confirmed'),
              t('console-stale-reports'),
              '',
            ]}
            empty={t('console-stale-none')}
            rows={found
              .slice(0, rowsOnPage)
              .map((course) => [
                <Course course={course} isAll={c.var.reach === 'all'} />,
                t('console-stale-standing-name', { standing: course.standing }),
                t('console-stale-age', { date: day(course.confirmedOn), days: course.ageDays }),
                reportsOf(course, t),
                <Steps course={course} back={search} />,
              ])}
          />
          <nav class="actions" aria-label={t('console-pages')}>
            {filter.page > 1 && <a href={pageLink(c, filter.page - 1)}>{t('console-stale-before')}</a>}
            {found.length > rowsOnPage && <a href={pageLink(c, filter.page + 1)}>{t('console-stale-more')}</a>}
          </nav>
          <p>
            <a href={`/console/stale.csv${search}`}>{t('console-stale-file')}</a>
          </p>
        </>
      ),
    });
  });

  pages.on('GET /console/stale.csv', async (c) => {
    const { t } = c.var.frame;
    const found = await listStale(database.db, { ...filterOf(c), limit: rowsInFile });
    const head = [
      'id',
      'course',
      'organisation',
      'standing',
      'confirmed',
      'days',
      'starts',
      'ends',
      'people',
      'reasons',
    ];
    const rows = found.map((course) => [
      course.id,
      course.title,
      course.organisation.name,
      t('console-stale-standing-name', { standing: course.standing }),
      course.confirmedOn,
      course.ageDays,
      course.startsOn,
      course.endsOn,
      course.reports.people,
      course.reports.reasons.map((reason) => t('report-reason', { reason })).join('; '),
    ]);
    c.header('Content-Disposition', 'attachment; filename="ban-hoc-can-xac-nhan.csv"');
    const titles = head.map((column) => t('console-stale-column', { column }));
    return c.body(csvOf([titles, ...rows]), 200, { 'content-type': 'text/csv; charset=utf-8' });
  });

  const keyOf = (c: ConsoleContext): number => {
    const text = c.req.param('id') ?? '';
    return /^\d{1,15}$/.test(text) ? Number(text) : 0;
  };
  /** Back to the list as it was filtered; a form may have been written by anybody. */
  const back = (c: ConsoleContext): string => {
    const given = c.var.form.get('back');
    return typeof given === 'string' && /^\?[\w=&%-]{0,200}$/.test(given) ? `${list}${given}` : list;
  };

  async function decide(c: ConsoleContext, decision: { readonly kind: keyof typeof done }): Promise<Response> {
    const { frame, member } = c.var;
    const actor = { via: 'staff', staffId: member.id } as const;
    const outcome = await freshness.decide(reachOf(c), keyOf(c), decision, actor);
    if (outcome.ok) return leadTo(c, back(c), { key: done[decision.kind] });
    if (outcome.refusal === 'not_found') return refusal(frame, 404, 'console-no-course');
    return refusal(frame, 409, 'console-stale-ended');
  }

  pages.on('POST /console/stale/:id/confirm', (c) => decide(c, { kind: 'confirmed' }));
  pages.on('POST /console/stale/:id/close', (c) => decide(c, { kind: 'closed' }));
  pages.on('POST /console/stale/:id/restore', (c) => decide(c, { kind: 'restored' }));
  pages.on('POST /console/stale/:id/undo', async (c) => {
    const actor = { via: 'staff', staffId: c.var.member.id } as const;
    const outcome = await freshness.undo(reachOf(c), keyOf(c), actor);
    if (!outcome.ok) return refusal(c.var.frame, 404, 'console-stale-nothing-to-undo');
    return leadTo(c, back(c), { key: 'console-stale-now-undone' });
  });

  pages.on('POST /console/stale/links', async (c) => {
    const { frame, member, form } = c.var;
    const { t } = frame;
    const given = form.get('organisation');
    const organisation =
      typeof given === 'string' && /^\d{1,15}$/.test(given)
        ? await options.organisation(database.db, given)
        : undefined;
    const token =
      organisation && (await database.transaction((tx) => makeConfirmLink(tx, organisation.id, member.id, clock())));
    if (organisation === undefined || token === undefined) return refusal(frame, 404, 'console-no-organisation');
    const link = `${options.address()}/xac-nhan/${token}`;
    // The last whole day: it ends in the middle of the next one.
    const until = day(localDate(new Date(clock().getTime() + (linkDays - 1) * 86_400_000), timezone));
    const letter = t('console-stale-letter', { organisation: organisation.name, link, date: until });
    return page(frame, {
      title: t('console-stale-link'),
      children: (
        <>
          <h1>{t('console-stale-link')}</h1>
          <p>{t('console-stale-link-what', { organisation: organisation.name, date: until })}</p>
          <label for="loi-nhan">{t('console-stale-letter-label')}</label>
          <textarea id="loi-nhan" readonly rows={8}>
            {letter}
          </textarea>
          <label for="lien-ket">{t('console-stale-link-label')}</label>
          <input id="lien-ket" readonly value={link} />
          <div class="actions">
            <button type="button" data-copy="loi-nhan" data-copied={t('console-stale-copied')}>
              {t('console-stale-copy-letter')}
            </button>
            <button type="button" class="secondary" data-copy="lien-ket" data-copied={t('console-stale-copied')}>
              {t('console-stale-copy-link')}
            </button>
            <a href={list}>{t('console-back')}</a>
          </div>
        </>
      ),
    });
  });

  pages.on('POST /console/stale/links/:id/revoke', async (c) => {
    const { frame, member } = c.var;
    const revoked = await database.transaction((tx) => revokeConfirmLinks(tx, keyOf(c), member.id, clock()));
    if (revoked === undefined) return refusal(frame, 404, 'console-no-organisation');
    return leadTo(c, list, { key: 'console-stale-now-revoked', args: { count: revoked } });
  });

  pages.overview(async (c) => {
    if (!mayUse(c.var.frame, 'GET /console/stale')) return [];
    const { t } = c.var.frame;
    const counts = await countStale(database.db, { today: today(), ...reachOf(c) });
    return [
      ...(counts.hidden === 0
        ? []
        : [
            {
              title: t('console-stale-card-hidden'),
              figure: counts.hidden,
              href: `${list}?state=hidden`,
              isAlarm: true,
            },
          ]),
      ...(counts.reported === 0
        ? []
        : [{ title: t('console-stale-card-reported'), figure: counts.reported, href: `${list}?state=reported` }]),
      ...(counts.unconfirmed === 0
        ? []
        : [{ title: t('console-stale'), figure: counts.unconfirmed, href: `${list}?state=unconfirmed` }]),
    ];
  });
}

function pageLink(c: ConsoleContext, number: number): string {
  const search = new URL(c.req.url).searchParams;
  search.set('trang', String(number));
  return `${list}?${search}`;
}

function reportsOf(
  { reports }: StaleCourse,
  t: (key: string, args?: Record<string, string | number>) => string,
): string {
  if (reports.people === 0) return '';
  const reasons = reports.reasons.map((reason) => t('report-reason', { reason })).join(', ');
  return t('console-stale-people', { people: reports.people, reasons });
}

const Course: FC<{ readonly course: StaleCourse; readonly isAll: boolean }> = ({ course, isAll }) => {
  const { t } = useFrame();
  const { id, title, organisation, sample } = course;
  return (
    <>
      <a href={`/courses/${encodeURIComponent(id)}`}>{sample ? `${title} ${t('course-sample-mark')}` : title}</a>
      <br />
      {isAll ? (
        <a href={`${list}?state=all&organisation=${organisation.id}`} class="quiet">
          {organisation.name}
        </a>
      ) : (
        organisation.name
      )}
    </>
  );
};

const LinkSteps: FC<{
  readonly organisation: { readonly id: number; readonly name: string };
  readonly links: number;
}> = ({ organisation, links }) => {
  const { t } = useFrame();
  return (
    <div class="actions">
      <Form action={`${list}/links`}>
        <input type="hidden" name="organisation" value={String(organisation.id)} />
        <button type="submit" aria-label={`${t('console-stale-make-link')}: ${organisation.name}`}>
          {t('console-stale-make-link')}
        </button>
      </Form>
      {links > 0 && (
        <Form action={`${list}/links/${organisation.id}/revoke`}>
          <button type="submit" class="secondary" aria-label={`${t('console-stale-revoke')}: ${organisation.name}`}>
            {t('console-stale-revoke')}
          </button>
        </Form>
      )}
    </div>
  );
};

const Steps: FC<{ readonly course: StaleCourse; readonly back: string }> = ({ course, back }) => {
  const frame = useFrame();
  const { t } = frame;
  const { key, title, standing, reports, lastAct } = course;
  const isHeld =
    standing === 'closed' || standing === 'reported' || reports.people > 0 || course.sunkUntil !== undefined;
  const offered = [
    ['confirm', standing !== 'ended' && mayUse(frame, 'POST /console/stale/:id/confirm')],
    ['close', standing !== 'closed' && mayUse(frame, 'POST /console/stale/:id/close')],
    ['restore', isHeld && mayUse(frame, 'POST /console/stale/:id/restore')],
    ['undo', lastAct !== undefined && mayUse(frame, 'POST /console/stale/:id/undo')],
  ] as const;
  return (
    <div class="actions">
      {offered
        .filter(([, isOffered]) => isOffered)
        .map(([step]) => (
          <Form action={`${list}/${key}/${step}`}>
            <input type="hidden" name="back" value={back} />
            <button
              type="submit"
              class={step === 'confirm' ? '' : 'secondary'}
              aria-label={`${t('console-stale-step', { step })}: ${title}`}
            >
              {t('console-stale-step', { step })}
            </button>
          </Form>
        ))}
    </div>
  );
};

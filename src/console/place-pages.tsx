import { z } from 'zod';
import {
  countReportedPlaces,
  listPlaces,
  type Place,
  type PlaceDesk,
  type PlaceOutcome,
  placesByKeys,
  placeWithin,
  reportedPlaces,
} from '../access/index.ts';
import { addressOf, day } from '../conversation/index.ts';
import type { Clock, Database, Queryable } from '../database/index.ts';
import { type FormState, readFields, TextField } from './fields.tsx';
import { leadTo } from './flash.ts';
import { Form, mayUse, page, refusal, useFrame } from './layout.tsx';
import type { ConsoleContext, Pages } from './pages.ts';
import { correctionOf, PlaceForm, placeForm, writtenPlace } from './place-form.tsx';
import { Table } from './table.tsx';

export interface PlacePagesOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly places: PlaceDesk;
  /** The organisation of an id or name. */
  readonly organisation: (
    db: Queryable,
    text: string,
  ) => Promise<{ readonly id: number; readonly name: string } | undefined>;
}

const list = '/console/places';
const rowsOnPage = 50;

const query = z.object({
  q: z.string().max(200).catch(''),
  trang: z.coerce.number().int().min(1).max(10_000).catch(1),
});

/** Nobody of a partner whose organisation has left the catalogue has any places. */
export function placeReachOf({ var: { reach, member } }: ConsoleContext): { readonly organisationId?: number } {
  return reach === 'all' ? {} : { organisationId: member.organisationId ?? 0 };
}

/** The place that an address names, where whoever asks may see it. */
export async function placeHere(c: ConsoleContext, db: Queryable): Promise<Place | undefined> {
  const id = c.req.param('id') ?? '';
  return /^\d{1,15}$/.test(id) ? placeWithin(db, Number(id), placeReachOf(c)) : undefined;
}

/** Places of the city: what residents say is wrong with them, and setting it right. */
export function addPlacePages(pages: Pages, { database, places, organisation }: PlacePagesOptions): void {
  const { db } = database;

  pages.on('GET /console/places', async (c) => {
    const { frame, reach } = c.var;
    const { t } = frame;
    const { q, trang } = query.parse(c.req.query());
    const reports = reach === 'all' ? await reportedPlaces(db, { limit: rowsOnPage }) : [];
    const named = new Map(
      (
        await placesByKeys(
          db,
          reports.map(({ placeKey }) => placeKey),
        )
      ).map((each) => [each.key, each]),
    );
    const offset = (trang - 1) * rowsOnPage;
    const found = await listPlaces(db, { text: q, limit: rowsOnPage + 1, offset, ...placeReachOf(c) });
    return page(frame, {
      title: t('console-places'),
      children: (
        <>
          <h1>{t('console-places')}</h1>
          {reach === 'all' && (
            <>
              <h2>{t('console-places-reported')}</h2>
              <p>{t('console-places-reported-what')}</p>
              <Table
                caption={t('console-places-reported')}
                head={[
                  t('console-place'),
                  t('console-place-people'),
                  t('console-place-wrong'),
                  t('console-place-last'),
                ]}
                empty={t('console-places-reported-none')}
                rows={reports.map(({ placeKey, people, reasons, lastAt }) => [
                  <a href={`${list}/${placeKey}`}>{named.get(placeKey)?.name ?? placeKey}</a>,
                  people,
                  reasons.map((reason) => t('place-report-reason', { reason })).join(', '),
                  frame.time(lastAt),
                ])}
              />
              <h2>{t('console-places-all')}</h2>
            </>
          )}
          <form class="filter" method="get">
            <TextField name="q" type="search" label={t('console-places-find')} state={{ given: { q }, problems: {} }} />
            <button type="submit">{t('console-places-find-go')}</button>
          </form>
          <Table
            caption={t('console-places-all')}
            head={[t('console-place'), t('console-place-address'), t('console-place-confirmed')]}
            empty={t('console-places-none')}
            rows={found
              .slice(0, rowsOnPage)
              .map((place) => [
                <a href={`${list}/${place.key}`}>{place.name}</a>,
                addressOf(place),
                place.isClosed ? t('console-place-is-closed') : day(place.confirmedOn),
              ])}
          />
          {found.length > rowsOnPage && (
            <p>
              <a href={`${list}?${new URLSearchParams({ q, trang: String(trang + 1) })}`} rel="next">
                {t('console-places-more')}
              </a>
            </p>
          )}
        </>
      ),
    });
  });

  async function placePage(c: ConsoleContext, place: Place, given?: FormState): Promise<Response> {
    const { frame, reach } = c.var;
    const { t } = frame;
    const report =
      reach === 'all'
        ? (await reportedPlaces(db, { limit: 1000 })).find(({ placeKey }) => placeKey === place.key)
        : undefined;
    const owner = place.organisationId === undefined ? undefined : await organisation(db, String(place.organisationId));
    const state = given ?? { given: writtenPlace(place, owner?.name), problems: {} };
    return page(frame, {
      title: place.name,
      status: Object.keys(state.problems).length > 0 ? 422 : 200,
      children: (
        <>
          <p>
            <a href={list}>{t('console-places')}</a>
          </p>
          <h1>{place.name}</h1>
          <p>
            {t('word-place-kind', { kind: place.kind })} · {addressOf(place)} ·{' '}
            {place.isClosed
              ? t('console-place-is-closed')
              : t('course-facts-confirmed', { date: day(place.confirmedOn) })}
          </p>
          {report !== undefined && (
            <section class="notice">
              <p>
                {t('console-place-report', {
                  people: report.people,
                  reasons: report.reasons.map((reason) => t('place-report-reason', { reason })).join(', '),
                })}
              </p>
              {report.words.length > 0 && (
                <ul>
                  {report.words.map((words) => (
                    <li>{words}</li>
                  ))}
                </ul>
              )}
            </section>
          )}
          <PlaceSteps place={place} />
          {mayUse(frame, 'GET /console/places/:id/loans') && !place.sample && (
            <p>
              <a href={`${list}/${place.key}/loans`}>{t('console-loans')}</a>
            </p>
          )}
          {mayUse(frame, 'POST /console/places/:id') && (
            <>
              <h2>{t('console-place-correct')}</h2>
              <p>{t('console-place-correct-what')}</p>
              <PlaceForm action={`${list}/${place.key}`} state={state} />
            </>
          )}
        </>
      ),
    });
  }

  pages.on('GET /console/places/:id', async (c) => {
    const place = await placeHere(c, db);
    return place === undefined ? refusal(c.var.frame, 404, 'console-no-place') : placePage(c, place);
  });

  pages.on('POST /console/places/:id', async (c) => {
    const place = await placeHere(c, db);
    if (place === undefined) return refusal(c.var.frame, 404, 'console-no-place');
    const read = readFields(c.var.form, placeForm);
    if (!read.ok) return placePage(c, place, read.state);
    const { values } = read;
    const given = Object.fromEntries(
      [...c.var.form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
    const owner = values.organisation === null ? null : await organisation(db, values.organisation);
    if (owner === undefined)
      return placePage(c, place, { given, problems: { organisation: 'console-no-organisation' } });
    const outcome = await places.correct(place.id, correctionOf(values, owner?.id ?? null), c.var.member.id);
    if (!outcome.ok && outcome.refusal === 'hours')
      return placePage(c, place, { given, problems: { opening_hours: 'console-place-hours-unread' } });
    return done(c, place, outcome, 'console-place-now-corrected');
  });

  function done(c: ConsoleContext, place: Place, outcome: PlaceOutcome, key: string): Response {
    if (!outcome.ok) return refusal(c.var.frame, 404, 'console-no-place');
    return leadTo(c, `${list}/${place.key}`, { key, args: { count: outcome.settled } });
  }

  for (const [step, key] of [
    ['close', 'console-place-now-closed'],
    ['reopen', 'console-place-now-open'],
    ['dismiss', 'console-place-now-dismissed'],
  ] as const) {
    pages.on(`POST /console/places/:id/${step}`, async (c) => {
      const place = await placeHere(c, db);
      if (place === undefined) return refusal(c.var.frame, 404, 'console-no-place');
      return done(c, place, await places[step](place.id, c.var.member.id), key);
    });
  }

  pages.overview(async (c) => {
    if (!mayUse(c.var.frame, 'GET /console/places') || c.var.reach !== 'all') return [];
    const count = await countReportedPlaces(db);
    return count === 0 ? [] : [{ title: c.var.frame.t('console-places-reported'), figure: count, href: list }];
  });
}

const PlaceSteps = ({ place }: { readonly place: Place }) => {
  const frame = useFrame();
  const { t } = frame;
  const steps = place.isClosed ? (['reopen'] as const) : (['dismiss', 'close'] as const);
  return (
    <div class="actions">
      {steps
        .filter((step) => mayUse(frame, `POST /console/places/:id/${step}`))
        .map((step) => (
          <Form action={`${list}/${place.key}/${step}`}>
            <button type="submit" class="secondary">
              {t('console-place-step', { step })}
            </button>
          </Form>
        ))}
    </div>
  );
};

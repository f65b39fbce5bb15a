import type { FC } from 'hono/jsx';
import { z } from 'zod';
import { findOrganisation, type OwnedRow } from '../catalogue/index.ts';
import { day } from '../conversation/index.ts';
import type { Database } from '../database/index.ts';
import { type OwnOfferKind, type OwnOffersDesk, ownFields, ownOfferKinds, ownOfferSteps } from '../partners/index.ts';
import { type FormState, TextArea, TextField, textsOf } from './fields.tsx';
import { leadTo } from './flash.ts';
import { Form, mayUse, page, refusal, useFrame } from './layout.tsx';
import type { ConsoleContext, Pages } from './pages.ts';
import { Table } from './table.tsx';
import { boundOf } from './workshop-access.ts';

export interface OfferPagesOptions {
  readonly database: Database;
  readonly ownOffers: OwnOffersDesk;
}

const list = '/console/offers';
const rowsOnPage = 100;

const query = z.object({
  kind: z.enum(ownOfferKinds).catch('courses'),
  organisation: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number)
    .optional()
    .catch(undefined),
  trang: z.coerce.number().int().min(1).max(10_000).catch(1),
});

/** An organisation's own offers: confirming, hiding, editing. Staff do it for the organisation that the address names. */
export function addOfferPages(pages: Pages, { database, ownOffers }: OfferPagesOptions): void {
  /** Whose offers: the partner's own; for staff those of the organisation that is named. */
  const ownerOf = (c: ConsoleContext): number | undefined =>
    boundOf(c) ?? query.parse({ ...textsOf(c.var.form), ...c.req.query() }).organisation;

  pages.on('GET /console/offers', async (c) => {
    const { frame } = c.var;
    const { t } = frame;
    const { kind, trang } = query.parse(c.req.query());
    const owner = ownerOf(c);
    const organisation = owner === undefined ? undefined : await findOrganisation(database.db, String(owner));
    if (owner !== undefined && organisation?.id !== owner) return refusal(frame, 404, 'console-no-organisation');
    const offset = (trang - 1) * rowsOnPage;
    const found =
      owner === undefined ? [] : await ownOffers.list({ kind, organisationId: owner, limit: rowsOnPage + 1, offset });
    const at = (each: OwnOfferKind, number = 1): string =>
      `${list}?kind=${each}${c.var.reach === 'all' ? `&organisation=${owner ?? ''}` : ''}${number > 1 ? `&trang=${number}` : ''}`;
    return page(frame, {
      title: t('console-offers'),
      children: (
        <>
          <h1>{organisation === undefined ? t('console-offers') : `${t('console-offers')}: ${organisation.name}`}</h1>
          <p>{t('console-offers-what')}</p>
          <nav class="tabs" aria-label={t('console-offers-kind')}>
            {ownOfferKinds.map((each) => (
              <a class="tab" href={at(each)} aria-current={each === kind ? 'page' : undefined}>
                {t('console-offer-kind', { kind: each })}
              </a>
            ))}
            <a class="tab" href="/console/workshops">
              {t('console-workshops')}
            </a>
          </nav>
          {owner === undefined && <p class="notice">{t('console-offers-whose')}</p>}
          <Table
            caption={t('console-offer-kind', { kind })}
            head={[t('console-offer'), t('console-stale-confirmed'), t('console-offer-state'), '']}
            empty={t('console-offers-none')}
            rows={found
              .slice(0, rowsOnPage)
              .map((row) => [
                row.sample ? `${row.title} ${t('course-sample-mark')}` : row.title,
                day(row.confirmedOn),
                t(row.isHidden ? 'console-offer-hidden' : 'console-offer-shown'),
                <Steps kind={kind} row={row} />,
              ])}
          />
          <nav class="actions" aria-label={t('console-pages')}>
            {trang > 1 && <a href={at(kind, trang - 1)}>{t('console-page-before')}</a>}
            {found.length > rowsOnPage && <a href={at(kind, trang + 1)}>{t('console-page-after')}</a>}
          </nav>
        </>
      ),
    });
  });

  /** The offer of the address, if whoever asks may keep it. */
  async function offerHere(c: ConsoleContext) {
    const kind = ownOfferKinds.find((each) => each === c.req.param('kind'));
    const organisationId = ownerOf(c);
    if (kind === undefined || organisationId === undefined) return undefined;
    const offer = { kind, organisationId, id: c.req.param('id') ?? '' };
    const row = await ownOffers.find(offer);
    return row && { offer, row };
  }
  const notFound = (c: ConsoleContext): Response => refusal(c.var.frame, 404, 'console-no-offer');
  const back = ({ kind, organisationId }: { kind: OwnOfferKind; organisationId: number }): string =>
    `${list}?kind=${kind}&organisation=${organisationId}`;

  for (const step of ownOfferSteps)
    pages.on(`POST /console/offers/:kind/:id/${step}`, async (c) => {
      const here = await offerHere(c);
      if (here === undefined) return notFound(c);
      const outcome = await ownOffers.step(here.offer, step, c.var.member.id);
      if (outcome === 'none') return notFound(c);
      return leadTo(
        c,
        back(here.offer),
        outcome === 'ended'
          ? { kind: 'problem', key: 'console-offer-ended' }
          : { key: step === 'hide' ? 'console-offer-now-hidden' : 'console-offer-now-confirmed' },
      );
    });

  async function form(
    c: ConsoleContext,
    { offer, row }: NonNullable<Awaited<ReturnType<typeof offerHere>>>,
    state: FormState,
  ) {
    const { frame } = c.var;
    const { t } = frame;
    return page(frame, {
      title: row.title,
      status: Object.keys(state.problems).length > 0 ? 422 : 200,
      children: (
        <>
          <h1>{row.title}</h1>
          <p>{t('console-offer-edit-what')}</p>
          <Form action={`${list}/${offer.kind}/${encodeURIComponent(offer.id)}/edit`}>
            <input type="hidden" name="organisation" value={String(offer.organisationId)} />
            {ownFields(offer.kind).map(([field, kind]) =>
              kind === 'text' ? (
                <TextArea name={field} label={t('console-offer-field', { field })} rows={6} state={state} />
              ) : (
                <TextField
                  name={field}
                  type={kind === 'day' || kind === 'past_day' ? 'date' : 'text'}
                  label={t('console-offer-field', { field })}
                  state={state}
                />
              ),
            )}
            <div class="actions">
              <button type="submit">{t('console-save')}</button>
              <a href={back(offer)}>{t('console-back')}</a>
            </div>
          </Form>
        </>
      ),
    });
  }

  pages.on('GET /console/offers/:kind/:id/edit', async (c) => {
    const here = await offerHere(c);
    if (here === undefined) return notFound(c);
    const given = Object.fromEntries(
      Object.entries(here.row.values).map(([field, value]) => [field, String(value ?? '')]),
    );
    return form(c, here, { given, problems: {} });
  });

  pages.on('POST /console/offers/:kind/:id/edit', async (c) => {
    const here = await offerHere(c);
    if (here === undefined) return notFound(c);
    const given = textsOf(c.var.form);
    const read = ownOffers.read(here.offer.kind, given);
    if ('wrong' in read) {
      const problems = Object.fromEntries(read.wrong.map((field) => [field, 'console-field-wrong']));
      return form(c, here, { given, problems });
    }
    await ownOffers.edit(here.offer, read.values, c.var.member.id);
    return leadTo(c, back(here.offer), { key: 'console-saved' });
  });
}

const Steps: FC<{ readonly kind: OwnOfferKind; readonly row: OwnedRow }> = ({ kind, row }) => {
  const frame = useFrame();
  const { t } = frame;
  if (!mayUse(frame, 'POST /console/offers/:kind/:id/confirm')) return null;
  const path = `${list}/${kind}/${encodeURIComponent(row.id)}`;
  return (
    <div class="actions">
      {(row.isHidden ? (['show'] as const) : (['confirm', 'hide'] as const)).map((step) => (
        <Form action={`${path}/${step}`}>
          <input type="hidden" name="organisation" value={String(row.organisationId)} />
          <button
            type="submit"
            class={step === 'hide' ? 'secondary' : ''}
            aria-label={`${t('console-offer-step', { step })}: ${row.title}`}
          >
            {t('console-offer-step', { step })}
          </button>
        </Form>
      ))}
      <a href={`${path}/edit?organisation=${row.organisationId}`}>{t('console-offer-edit')}</a>
    </div>
  );
};

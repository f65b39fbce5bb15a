import type { FC } from 'hono/jsx';
import { findOrganisation, organisationNames } from '../catalogue/index.ts';
import { agreementPeriod, figuresInWords, localDate } from '../conversation/index.ts';
import type { Clock, Database } from '../database/index.ts';
import {
  type Agreement,
  agreementById,
  changeAgreement,
  createAgreement,
  listAgreements,
  moveAgreement,
  partnerFigures,
} from '../partners/index.ts';
import { AgreementFields, formOfAgreement, readAgreement } from './agreement-form.tsx';
import { confirmFirst, emptyForm, type FormState, textsOf } from './fields.tsx';
import { leadTo } from './flash.ts';
import { Form, mayUse, page, refusal, useFrame } from './layout.tsx';
import type { ConsoleContext, Pages } from './pages.ts';
import { Table } from './table.tsx';
import { boundOf } from './workshop-access.ts';

export interface AgreementPagesOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly timezone: string;
}

const list = '/console/agreements';
const rowsShown = 200;
/** Names that are suggested; more would make the page heavy. */
const mostSuggested = 1000;

/** What organisations and the city have agreed on, with what came of it. */
export function addAgreementPages(pages: Pages, { database, clock, timezone }: AgreementPagesOptions): void {
  const today = (): string => localDate(clock(), timezone);

  /** The agreement of the address, if whoever asks may see it. */
  async function agreementHere(c: ConsoleContext): Promise<Agreement | undefined> {
    const id = c.req.param('id') ?? '';
    if (!/^\d{1,15}$/.test(id)) return undefined;
    const found = await agreementById(database.db, Number(id), today());
    const bound = boundOf(c);
    return bound === undefined || found?.organisationId === bound ? found : undefined;
  }
  const notFound = (c: ConsoleContext): Response => refusal(c.var.frame, 404, 'console-no-agreement');
  const by = (c: ConsoleContext) => ({ staffId: c.var.member.id, now: clock() });

  pages.on('GET /console/agreements', async (c) => {
    const { frame } = c.var;
    const { t } = frame;
    const look = { today: today(), organisationId: boundOf(c), limit: rowsShown, offset: 0 };
    const found = await listAgreements(database.db, look);
    return page(frame, {
      title: t('console-agreements'),
      children: (
        <>
          <h1>{t('console-agreements')}</h1>
          <p>{t('console-agreements-what')}</p>
          {mayUse(frame, 'POST /console/agreements') && (
            <p>
              <a class="button" href={`${list}/new`}>
                {t('console-agreement-new')}
              </a>
            </p>
          )}
          <Table
            caption={t('console-agreements')}
            head={[
              t('console-organisation'),
              t('console-agreement-kind'),
              t('console-agreement-period'),
              t('console-agreement-status'),
            ]}
            empty={t('console-agreements-none')}
            rows={found.map((agreement) => [
              <>
                <a href={`${list}/${agreement.id}`}>{agreement.organisation}</a>
                {agreement.sample && <small> {t('console-sample')}</small>}
              </>,
              t('agreement-kind', { kind: agreement.kind }),
              agreementPeriod(t, agreement),
              t('agreement-status', { status: agreement.status }),
            ])}
          />
        </>
      ),
    });
  });

  async function formPage(c: ConsoleContext, state: FormState, of: Agreement | undefined): Promise<Response> {
    const { frame } = c.var;
    const { t } = frame;
    const title = of === undefined ? t('console-agreement-new') : t('console-agreement-edit');
    return page(frame, {
      title,
      status: Object.keys(state.problems).length > 0 ? 422 : 200,
      children: (
        <>
          <h1>{title}</h1>
          {of !== undefined && <p>{of.organisation}</p>}
          <Form action={of === undefined ? list : `${list}/${of.id}/edit`}>
            <AgreementFields
              state={state}
              organisations={of === undefined ? await organisationNames(database.db, mostSuggested) : []}
            />
            <div class="actions">
              <button type="submit">{t('console-save')}</button>
              <a href={of === undefined ? list : `${list}/${of.id}`}>{t('console-back')}</a>
            </div>
          </Form>
        </>
      ),
    });
  }

  pages.on('GET /console/agreements/new', (c) => formPage(c, emptyForm, undefined));

  pages.on('POST /console/agreements', async (c) => {
    const read = readAgreement(c.var.form);
    if (!read.ok) return formPage(c, read.state, undefined);
    const { organisation: name, ...input } = read.agreement;
    const organisation = await findOrganisation(database.db, name);
    if (organisation === undefined) {
      const problems = { organisation: 'console-no-organisation' };
      return formPage(c, { given: textsOf(c.var.form), problems }, undefined);
    }
    const id = await database.transaction((tx) =>
      createAgreement(tx, { ...input, organisationId: organisation.id }, by(c)),
    );
    return leadTo(c, `${list}/${id}`, { key: 'console-agreement-created' });
  });

  pages.on('GET /console/agreements/:id', async (c) => {
    const agreement = await agreementHere(c);
    if (agreement === undefined) return notFound(c);
    const { frame } = c.var;
    const { t } = frame;
    const { organisationId, startsOn: since } = agreement;
    const figures = await partnerFigures(database.db, organisationId, { today: today(), since, timezone });
    return page(frame, {
      title: agreement.organisation,
      children: (
        <>
          <p>
            <a href={list}>{t('console-agreements')}</a>
          </p>
          <h1>{agreement.organisation}</h1>
          {agreement.sample && <p class="notice">{t('agreement-sample')}</p>}
          <p>
            <strong>{t('agreement-kind', { kind: agreement.kind })}</strong>,{' '}
            {t('agreement-status', { status: agreement.status })}, {agreementPeriod(t, agreement)}
          </p>
          <h2>{t('agreement-goal')}</h2>
          <p class="text">{agreement.goal}</p>
          <h2>{t('agreement-organisation-gives')}</h2>
          <p class="text">{agreement.organisationGives ?? '–'}</p>
          <h2>{t('agreement-city-gives')}</h2>
          <p class="text">{agreement.cityGives ?? '–'}</p>
          <h2>{t('agreement-figures')}</h2>
          <p class="quiet">{t('agreement-figures-what')}</p>
          <Table
            caption={t('agreement-figures')}
            head={[t('agreement-figure'), t('agreement-figure-count')]}
            empty=""
            rows={figuresInWords(t, frame.locale, figures).map(({ name, count }) => [name, count])}
          />
          <Steps agreement={agreement} />
        </>
      ),
    });
  });

  pages.on('GET /console/agreements/:id/edit', async (c) => {
    const agreement = await agreementHere(c);
    return agreement === undefined ? notFound(c) : formPage(c, formOfAgreement(agreement), agreement);
  });

  pages.on('POST /console/agreements/:id/edit', async (c) => {
    const agreement = await agreementHere(c);
    if (agreement === undefined) return notFound(c);
    const read = readAgreement(c.var.form);
    if (!read.ok) return formPage(c, read.state, agreement);
    const changed = await database.transaction((tx) => changeAgreement(tx, agreement.id, read.agreement, by(c)));
    return leadTo(
      c,
      `${list}/${agreement.id}`,
      changed ? { key: 'console-saved' } : { kind: 'problem', key: 'console-agreement-wrong-state' },
    );
  });

  async function move(c: ConsoleContext, to: 'active' | 'ended'): Promise<Response> {
    const agreement = await agreementHere(c);
    if (agreement === undefined) return notFound(c);
    const { t } = c.var.frame;
    const here = `${list}/${agreement.id}`;
    const asked =
      to === 'active'
        ? undefined
        : confirmFirst(c, {
            title: t('console-agreement-end'),
            text: t('console-agreement-end-confirm', { name: agreement.organisation }),
            button: t('console-agreement-end'),
            back: here,
          });
    if (asked !== undefined) return asked;
    const moved = await database.transaction((tx) => moveAgreement(tx, agreement.id, to, by(c)));
    return leadTo(
      c,
      here,
      moved
        ? { key: to === 'active' ? 'console-agreement-now-active' : 'console-agreement-now-ended' }
        : { kind: 'problem', key: 'console-agreement-wrong-state' },
    );
  }
  pages.on('POST /console/agreements/:id/activate', (c) => move(c, 'active'));
  pages.on('POST /console/agreements/:id/end', (c) => move(c, 'ended'));
}

const Steps: FC<{ readonly agreement: Agreement }> = ({ agreement }) => {
  const frame = useFrame();
  const { t } = frame;
  const here = `${list}/${agreement.id}`;
  return (
    <div class="actions">
      {agreement.status === 'draft' && mayUse(frame, 'POST /console/agreements/:id/activate') && (
        <Form action={`${here}/activate`}>
          <button type="submit">{t('console-agreement-activate')}</button>
        </Form>
      )}
      {agreement.status !== 'ended' && mayUse(frame, 'POST /console/agreements/:id/edit') && (
        <a class="button secondary" href={`${here}/edit`}>
          {t('console-agreement-edit')}
        </a>
      )}
      {agreement.status === 'active' && mayUse(frame, 'POST /console/agreements/:id/end') && (
        <Form action={`${here}/end`}>
          <button type="submit" class="secondary">
            {t('console-agreement-end')}
          </button>
        </Form>
      )}
      <a href={`/console/offers?organisation=${agreement.organisationId}`}>{t('console-offers-of')}</a>
      <a href={`/organisations/${agreement.organisationId}`}>{t('console-organisation-public')}</a>
    </div>
  );
};

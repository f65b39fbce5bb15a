import { z } from 'zod';
import { type DeviceLoan, devices, type LoanDesk, openLoansAt, type Place, stockOf } from '../access/index.ts';
import { day } from '../conversation/index.ts';
import type { Database } from '../database/index.ts';
import { emptyForm, type FormState, readFields, SelectField, TextField } from './fields.tsx';
import { leadTo } from './flash.ts';
import { Form, mayUse, page, refusal, useFrame } from './layout.tsx';
import type { ConsoleContext, Pages } from './pages.ts';
import { placeHere, placeReachOf } from './place-pages.tsx';
import { Table } from './table.tsx';

export interface LoanPagesOptions {
  readonly database: Database;
  readonly loans: LoanDesk;
}

const list = '/console/places';

const number = (most: number) =>
  z
    .string('console-loan-number')
    .regex(/^\d{1,5}$/, 'console-loan-number')
    .transform(Number)
    .pipe(z.number().max(most, 'console-loan-number'));

const stockForm = z.object({
  device: z.enum(devices, 'console-loan-device-missing'),
  total: number(10_000),
  loan_days: number(365).refine((days) => days > 0, 'console-loan-number'),
});

/** What a place lends: the stock, who has what, who waits; kept by the lender and the city's editors. */
export function addLoanPages(pages: Pages, { database, loans }: LoanPagesOptions): void {
  const { db } = database;

  async function loanPage(c: ConsoleContext, place: Place, state: FormState): Promise<Response> {
    const { frame } = c.var;
    const { t } = frame;
    const stock = await stockOf(db, { placeKey: place.key });
    const open = await openLoansAt(db, place.key);
    const named = (device: string): string => t('word-device', { device });
    const until = (loan: DeviceLoan): string =>
      loan.dueOn !== undefined ? day(loan.dueOn) : loan.offerUntil === undefined ? '' : frame.time(loan.offerUntil);
    return page(frame, {
      title: `${t('console-loans')}: ${place.name}`,
      status: Object.keys(state.problems).length > 0 ? 422 : 200,
      children: (
        <>
          <p>
            <a href={`${list}/${place.key}`}>{place.name}</a>
          </p>
          <h1>{t('console-loans')}</h1>
          <p>{t('console-loans-what')}</p>
          <Table
            caption={t('console-loan-stock')}
            head={[
              t('console-loan-device'),
              t('console-loan-total'),
              t('console-loan-lent'),
              t('console-loan-kept'),
              t('console-loan-waiting'),
              t('console-loan-days'),
            ]}
            empty={t('console-loan-stock-none')}
            rows={stock.map((each) => [
              named(each.device),
              each.total,
              each.lent,
              each.offered,
              each.waiting,
              each.loanDays,
            ])}
          />
          <h2>{t('console-loan-open')}</h2>
          <Table
            caption={t('console-loan-open')}
            head={[
              t('console-loan-name'),
              t('console-place-phone'),
              t('console-loan-device'),
              t('console-loan-state'),
              t('console-loan-until'),
              '',
            ]}
            empty={t('console-loan-open-none')}
            rows={open.map((loan) => [
              loan.name ?? t('console-loan-erased'),
              loan.phone ?? '',
              named(loan.device),
              t('console-loan-is', { state: loan.state, position: loan.position ?? 0 }),
              until(loan),
              <LoanSteps loan={loan} />,
            ])}
          />
          {mayUse(frame, 'POST /console/places/:id/stock') && (
            <>
              <h2>{t('console-loan-set')}</h2>
              <Form action={`${list}/${place.key}/stock`}>
                <SelectField
                  name="device"
                  label={t('console-loan-device')}
                  state={state}
                  choices={devices.map((device) => [device, named(device)] as const)}
                />
                <TextField name="total" label={t('console-loan-total')} inputmode="numeric" state={state} />
                <TextField name="loan_days" label={t('console-loan-days')} inputmode="numeric" state={state} />
                <button type="submit">{t('console-place-save')}</button>
              </Form>
            </>
          )}
        </>
      ),
    });
  }

  pages.on('GET /console/places/:id/loans', async (c) => {
    const place = await placeHere(c, db);
    return place === undefined ? refusal(c.var.frame, 404, 'console-no-place') : loanPage(c, place, emptyForm);
  });

  pages.on('POST /console/places/:id/stock', async (c) => {
    const place = await placeHere(c, db);
    if (place === undefined) return refusal(c.var.frame, 404, 'console-no-place');
    const read = readFields(c.var.form, stockForm);
    if (!read.ok) return loanPage(c, place, read.state);
    const { device, total, loan_days: loanDays } = read.values;
    const outcome = await loans.setStock(placeReachOf(c), place.key, { device, total, loanDays }, c.var.member.id);
    if (outcome.ok) return leadTo(c, `${list}/${place.key}/loans`, { key: 'console-loan-stock-set' });
    if (outcome.refusal === 'not_found') return refusal(c.var.frame, 404, 'console-no-place');
    return refusal(c.var.frame, 409, outcome.refusal === 'held' ? 'console-loan-held' : 'console-loan-sample');
  });

  for (const [path, step, key] of [
    ['hand-out', 'hand_out', 'console-loan-now-lent'],
    ['return', 'return', 'console-loan-now-back'],
    ['withdraw', 'withdraw', 'console-loan-now-off'],
  ] as const) {
    pages.on(`POST /console/loans/:id/${path}`, async (c) => {
      const id = c.req.param('id') ?? '';
      const loanKey = /^\d{1,15}$/.test(id) ? Number(id) : 0;
      const outcome = await loans.step(placeReachOf(c), loanKey, step, c.var.member.id);
      if (outcome.ok) return leadTo(c, `${list}/${outcome.loan.placeKey}/loans`, { key });
      if (outcome.refusal === 'not_found') return refusal(c.var.frame, 404, 'console-no-loan');
      return refusal(
        c.var.frame,
        409,
        outcome.refusal === 'none_free' ? 'console-loan-none-free' : 'console-loan-changed',
      );
    });
  }
}

const LoanSteps = ({ loan }: { readonly loan: DeviceLoan }) => {
  const frame = useFrame();
  const { t } = frame;
  const steps = loan.state === 'lent' ? (['return'] as const) : (['hand-out', 'withdraw'] as const);
  return (
    <div class="actions">
      {steps
        .filter((step) => mayUse(frame, `POST /console/loans/:id/${step}`))
        .map((step) => (
          <Form action={`/console/loans/${loan.key}/${step}`}>
            <button type="submit" class="secondary">
              {t('console-loan-step', { step })}
            </button>
          </Form>
        ))}
    </div>
  );
};

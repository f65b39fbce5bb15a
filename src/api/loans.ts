import { z } from 'zod';
import {
  type DeviceLoan,
  devices,
  type LoanDesk,
  openLoansAt,
  type Place,
  placeById,
  stockOf,
} from '../access/index.ts';
import type { Database } from '../database/index.ts';
import { type Endpoint, NotFound, rowId, type StaffRequest, staffEndpoint } from './endpoint.ts';
import { refuse } from './staff-access.ts';

export interface LoansApiOptions {
  readonly database: Database;
  readonly loans: LoanDesk;
}

const params = z.object({ id: z.string().min(1).max(500) });

const stockSchema = z.object({
  device: z.enum(devices),
  total: z.int().min(0).max(10_000),
  loan_days: z.int().min(1).max(365),
});

const loanSchema = z.object({
  id: z.int(),
  device: z.enum(devices),
  state: z.enum(['waiting', 'offered', 'lent', 'returned', 'withdrawn']),
  name: z.string().nullable().describe('Null once the person was erased.'),
  phone: z.string().nullable(),
  asked_at: z.date(),
  position: z.int().nullable().describe('Of who waits: 1 is next.'),
  fetch_until: z.date().nullable(),
  due_on: z.iso.date().nullable(),
});

const lending = z.object({
  stock: z.array(stockSchema.extend({ lent: z.int(), offered: z.int(), waiting: z.int() })),
  loans: z.array(loanSchema),
});

/** Nobody of a partner whose organisation has left the catalogue has any places. */
function reachOf({ member, reach }: Pick<StaffRequest<unknown, unknown, unknown>, 'member' | 'reach'>) {
  return reach === 'all' ? {} : { organisationId: member.organisationId ?? 0 };
}

/** What places lend, to whom, and what came back. Names and numbers are read by the lender and the city's editors. */
export function loanEndpoints({ database, loans }: LoansApiOptions): readonly Endpoint[] {
  async function placeOf(request: StaffRequest<z.output<typeof params>, unknown, unknown>): Promise<Place> {
    const place = await placeById(database.db, request.params.id);
    const { organisationId } = reachOf(request);
    if (place === undefined || (organisationId !== undefined && place.organisationId !== organisationId))
      throw new NotFound();
    return place;
  }

  return [
    staffEndpoint('GET /api/v1/places/:id/loans', {
      summary: 'What a place lends, who has it, and who waits',
      params,
      answers: { 200: { description: 'Stock and open loans', schema: lending } },
      async handle(request) {
        const { key } = await placeOf(request);
        const stock = await stockOf(database.db, { placeKey: key });
        return request.c.json({
          stock: stock.map(({ device, total, loanDays, lent, offered, waiting }) => ({
            device,
            total,
            loan_days: loanDays,
            lent,
            offered,
            waiting,
          })),
          loans: (await openLoansAt(database.db, key)).map(shown),
        });
      },
    }),
    staffEndpoint('PUT /api/v1/places/:id/stock', {
      summary: 'Sets how many devices of a kind a place has, and for how long one is lent',
      params,
      body: z.strictObject(stockSchema.shape),
      answers: {
        200: { description: 'It stands so now', schema: z.object({ device: z.enum(devices), total: z.int() }) },
        409: {
          description: 'More are out or kept for somebody than there would be (`stock_held`), or the place is a sample',
        },
      },
      async handle(request) {
        const { c, member, body } = request;
        const { key } = await placeOf(request);
        const { device, total, loan_days: loanDays } = body;
        const outcome = await loans.setStock(reachOf(request), key, { device, total, loanDays }, member.id);
        if (outcome.ok) return c.json({ device, total });
        if (outcome.refusal === 'not_found') throw new NotFound();
        return outcome.refusal === 'held'
          ? refuse(c, 409, 'stock_held', 'api-stock-held')
          : refuse(c, 409, 'sample', 'api-stock-sample');
      },
    }),
    ...(['hand-out', 'return', 'withdraw'] as const).map((step) =>
      staffEndpoint(`POST /api/v1/loans/:id/${step}`, {
        summary: {
          'hand-out': 'Notes that a device was handed out',
          return: 'Notes that a device is back',
          withdraw: 'Takes somebody off the list before anything was handed out',
        }[step],
        params: z.object({ id: rowId }),
        answers: {
          200: { description: 'It stands so now', schema: loanSchema },
          409: { description: 'The loan is not where this step begins (`loan_state`), or none is free (`none_free`)' },
        },
        async handle(request) {
          const { c, member } = request;
          const name = step === 'hand-out' ? 'hand_out' : step;
          const outcome = await loans.step(reachOf(request), request.params.id, name, member.id);
          if (outcome.ok) return c.json(shown(outcome.loan));
          if (outcome.refusal === 'not_found') throw new NotFound();
          return outcome.refusal === 'none_free'
            ? refuse(c, 409, 'none_free', 'api-loan-none-free')
            : refuse(c, 409, 'loan_state', 'api-loan-state');
        },
      }),
    ),
  ];
}

function shown(loan: DeviceLoan) {
  return {
    id: loan.key,
    device: loan.device,
    state: loan.state,
    name: loan.name ?? null,
    phone: loan.phone ?? null,
    asked_at: loan.askedAt,
    position: loan.position ?? null,
    fetch_until: loan.offerUntil ?? null,
    due_on: loan.dueOn ?? null,
  };
}

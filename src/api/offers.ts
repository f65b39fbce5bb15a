import { z } from 'zod';
import type { OwnedRow } from '../catalogue/index.ts';
import { type OwnOfferKind, type OwnOffersDesk, ownOfferKinds, ownOfferSteps } from '../partners/index.ts';
import { type Endpoint, NotFound, rowId, type StaffRequest, staffEndpoint } from './endpoint.ts';
import { refuse } from './staff-access.ts';
import { wholeNumber } from './whole-number.ts';
import { fault } from './workshop-body.ts';

export interface OffersApiOptions {
  readonly ownOffers: OwnOffersDesk;
}

const kind = z.enum(ownOfferKinds);
const params = z.object({ kind, id: z.string().min(1).max(500) });
const organisation = rowId.optional().describe('The organisation, for staff; a partner’s own in any case.');
const query = z.object({ organisation });
const value = z.union([z.string().max(20_000), z.number(), z.null()]);

const offerSchema = z.object({
  id: z.string(),
  title: z.string(),
  hidden: z.boolean(),
  confirmed_on: z.iso.date(),
  sample: z.boolean(),
  fields: z.record(z.string(), value).describe('What may be changed, by the names that files use.'),
});

/** What an organisation keeps itself: courses, scholarships, internships, places. */
export function offerEndpoints({ ownOffers }: OffersApiOptions): readonly Endpoint[] {
  type Asked = Pick<
    StaffRequest<unknown, { organisation?: number | undefined }, unknown>,
    'member' | 'reach' | 'query'
  >;
  /** Nothing has the key 0: a partner without an organisation, and staff who name none, find nothing. */
  const ownerOf = ({ member, reach, query: { organisation: named } }: Asked): number =>
    (reach === 'all' ? named : member.organisationId) ?? 0;
  const offerOf = (request: Asked & { readonly params: { kind: OwnOfferKind; id: string } }) => ({
    ...request.params,
    organisationId: ownerOf(request),
  });
  const one = { 200: { description: 'It stands so now', schema: offerSchema } };
  const ended = { 409: { description: 'The course is over by its dates (`course_ended`)' } };

  async function answer(offer: ReturnType<typeof offerOf>): Promise<z.input<typeof offerSchema>> {
    const row = await ownOffers.find(offer);
    if (row === undefined) throw new NotFound();
    return shown(row);
  }

  return [
    staffEndpoint('GET /api/v1/offers/:kind', {
      summary: 'An organisation’s own offers of a kind, hidden ones too',
      params: z.object({ kind }),
      query: z.object({ organisation, limit: wholeNumber(1, 100, 50), offset: wholeNumber(0, 1_000_000, 0) }),
      answers: { 200: { description: 'A page', schema: z.object({ offers: z.array(offerSchema) }) } },
      async handle(request) {
        const { limit, offset } = request.query;
        const look = { kind: request.params.kind, organisationId: ownerOf(request), limit, offset };
        return request.c.json({ offers: (await ownOffers.list(look)).map(shown) });
      },
    }),
    staffEndpoint('PATCH /api/v1/offers/:kind/:id', {
      summary: 'Changes fields of an own offer, read as files are; null takes a value away',
      params,
      query,
      body: z.record(z.string(), value),
      answers: one,
      async handle(request) {
        const offer = offerOf(request);
        const { fields } = await answer(offer);
        const unknown = Object.keys(request.body).find((field) => !Object.hasOwn(fields, field));
        if (unknown !== undefined) throw fault(request.c, unknown, 'api-problem-field');
        const given = Object.fromEntries(
          Object.entries(request.body).map(([field, each]) => [field, String(each ?? '')]),
        );
        const read = ownOffers.read(offer.kind, given);
        if ('wrong' in read) throw fault(request.c, read.wrong.join(', '), 'console-field-wrong');
        await ownOffers.edit(offer, read.values, request.member.id);
        return request.c.json(await answer(offer));
      },
    }),
    ...ownOfferSteps.map((step) =>
      staffEndpoint(`POST /api/v1/offers/:kind/:id/${step}`, {
        summary: {
          confirm: 'Says that an own offer is still there',
          hide: 'Takes an own offer out of the answers; files do not bring it back',
          show: 'Brings it back',
        }[step],
        params,
        query,
        answers: { ...one, ...ended },
        async handle(request) {
          const offer = offerOf(request);
          const outcome = await ownOffers.step(offer, step, request.member.id);
          if (outcome === 'none') throw new NotFound();
          if (outcome === 'ended') return refuse(request.c, 409, 'course_ended', 'api-course-ended');
          return request.c.json(await answer(offer));
        },
      }),
    ),
  ];
}

function shown(row: OwnedRow): z.input<typeof offerSchema> {
  const { id, title, isHidden, confirmedOn, sample, values } = row;
  return { id, title, hidden: isHidden, confirmed_on: confirmedOn, sample, fields: { ...values } };
}

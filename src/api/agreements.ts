import { z } from 'zod';
import { findOrganisation } from '../catalogue/index.ts';
import { localDate } from '../conversation/index.ts';
import type { Clock, Database } from '../database/index.ts';
import {
  type Agreement,
  agreementById,
  agreementKinds,
  agreementStatuses,
  changeAgreement,
  createAgreement,
  listAgreements,
  longestGives,
  longestGoal,
  moveAgreement,
  type PartnerFigures,
  partnerFigures,
} from '../partners/index.ts';
import { hasWords, plainLine, plainText } from '../text/index.ts';
import { type Endpoint, NotFound, rowId, type StaffRequest, staffEndpoint } from './endpoint.ts';
import { refuse } from './staff-access.ts';
import { wholeNumber } from './whole-number.ts';
import { fault } from './workshop-body.ts';

export interface AgreementsApiOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly timezone: string;
}

const words = (most: number) => z.string().transform(plainText).pipe(z.string().max(most));
const given = {
  kind: z.enum(agreementKinds),
  goal: words(longestGoal).refine(hasWords, 'words 500'),
  starts_on: z.iso.date(),
  ends_on: z.iso.date().nullish().describe('Null: until one of both ends it.'),
  organisation_gives: words(longestGives).nullish(),
  city_gives: words(longestGives).nullish(),
};
const terms = z.strictObject(given);
const newAgreement = z.strictObject({
  organisation: z.string().transform(plainLine).describe('Number or exact name of an organisation of the catalogue.'),
  ...given,
});

const count = z.int();
const figuresSchema = z.object({
  courses: count.describe('In answers today.'),
  confirmed: count.describe('Of these, confirmed lately enough.'),
  workshops: count,
  attended: count,
  scholarships: count,
  scholarship_places: count,
  internships: count,
  internship_places: count,
  places_given: count.describe('Places of both that were given here.'),
  learners: count.describe('Who registered for a course or came to a workshop since the first day.'),
});
const nullable = z.string().nullable();
const agreementSchema = z.object({
  id: z.int(),
  organisation: z.object({ id: z.int(), name: z.string() }),
  kind: z.enum(agreementKinds),
  goal: z.string(),
  starts_on: z.iso.date(),
  ends_on: z.iso.date().nullable(),
  organisation_gives: nullable,
  city_gives: nullable,
  status: z.enum(agreementStatuses),
  sample: z.boolean(),
});
const withFigures = agreementSchema.extend({ figures: figuresSchema });
const params = z.object({ id: rowId });

/** What organisations and the city have agreed on; a partner reads its own. */
export function agreementEndpoints({ database, clock, timezone }: AgreementsApiOptions): readonly Endpoint[] {
  const today = (): string => localDate(clock(), timezone);

  async function agreementOf({
    member,
    reach,
    params: { id },
  }: Pick<StaffRequest<{ id: number }, unknown, unknown>, 'member' | 'reach' | 'params'>): Promise<Agreement> {
    const found = await agreementById(database.db, id, today());
    if (found === undefined || (reach === 'own' && found.organisationId !== member.organisationId))
      throw new NotFound();
    return found;
  }

  async function answer(id: number): Promise<z.input<typeof withFigures>> {
    const agreement = await agreementById(database.db, id, today());
    if (agreement === undefined) throw new NotFound();
    const look = { today: today(), since: agreement.startsOn, timezone };
    return {
      ...shown(agreement),
      figures: shownFigures(await partnerFigures(database.db, agreement.organisationId, look)),
    };
  }

  function termsOf(c: Parameters<typeof fault>[0], body: z.output<typeof terms>) {
    const { starts_on: startsOn, ends_on: endsOn } = body;
    if (endsOn != null && endsOn < startsOn) throw fault(c, 'ends_on', 'console-agreement-end-wrong');
    return {
      kind: body.kind,
      goal: body.goal,
      startsOn,
      endsOn: endsOn ?? undefined,
      organisationGives: body.organisation_gives ?? undefined,
      cityGives: body.city_gives ?? undefined,
    };
  }

  const move = (to: 'active' | 'ended') => async (request: StaffRequest<{ id: number }, unknown, unknown>) => {
    const { id } = await agreementOf(request);
    const by = { staffId: request.member.id, now: clock() };
    const moved = await database.transaction((tx) => moveAgreement(tx, id, to, by));
    return moved
      ? request.c.json(await answer(id))
      : refuse(request.c, 409, 'wrong_state', 'console-agreement-wrong-state');
  };
  const moved = {
    200: { description: 'It stands so now', schema: withFigures },
    409: { description: 'It does not stand where this step begins' },
  };

  return [
    staffEndpoint('GET /api/v1/agreements', {
      summary: 'Agreements of organisations with the city: active ones first',
      query: z.object({ limit: wholeNumber(1, 100, 50), offset: wholeNumber(0, 1_000_000, 0) }),
      answers: { 200: { description: 'A page', schema: z.object({ agreements: z.array(agreementSchema) }) } },
      async handle({ c, member, reach, query }) {
        const organisationId = reach === 'all' ? undefined : (member.organisationId ?? 0);
        const found = await listAgreements(database.db, { today: today(), organisationId, ...query });
        return c.json({ agreements: found.map(shown) });
      },
    }),
    staffEndpoint('POST /api/v1/agreements', {
      summary: 'Writes a draft down',
      body: newAgreement,
      answers: { 201: { description: 'The draft', schema: withFigures } },
      async handle({ c, member, body: { organisation: name, ...body } }) {
        const organisation = await findOrganisation(database.db, name);
        if (organisation === undefined) throw fault(c, 'organisation', 'console-no-organisation');
        const input = { ...termsOf(c, body), organisationId: organisation.id };
        const by = { staffId: member.id, now: clock() };
        return c.json(await answer(await database.transaction((tx) => createAgreement(tx, input, by))), 201);
      },
    }),
    staffEndpoint('GET /api/v1/agreements/:id', {
      summary: 'An agreement with what came of it, counted',
      params,
      answers: { 200: { description: 'The agreement', schema: withFigures } },
      handle: async (request) => request.c.json(await answer((await agreementOf(request)).id)),
    }),
    staffEndpoint('PUT /api/v1/agreements/:id', {
      summary: 'Changes what a draft or an active agreement says',
      params,
      body: terms,
      answers: {
        200: { description: 'The agreement', schema: withFigures },
        409: { description: 'It has ended' },
      },
      async handle(request) {
        const { c, member, body } = request;
        const { id } = await agreementOf(request);
        const input = termsOf(c, body);
        const by = { staffId: member.id, now: clock() };
        const changed = await database.transaction((tx) => changeAgreement(tx, id, input, by));
        return changed ? c.json(await answer(id)) : refuse(c, 409, 'wrong_state', 'console-agreement-wrong-state');
      },
    }),
    staffEndpoint('POST /api/v1/agreements/:id/activate', {
      summary: 'Lets a draft hold: the organisation’s public page shows it',
      params,
      answers: moved,
      handle: move('active'),
    }),
    staffEndpoint('POST /api/v1/agreements/:id/end', {
      summary: 'Ends an active agreement',
      params,
      answers: moved,
      handle: move('ended'),
    }),
  ];
}

function shown(agreement: Agreement): z.input<typeof agreementSchema> {
  return {
    id: agreement.id,
    organisation: { id: agreement.organisationId, name: agreement.organisation },
    kind: agreement.kind,
    goal: agreement.goal,
    starts_on: agreement.startsOn,
    ends_on: agreement.endsOn ?? null,
    organisation_gives: agreement.organisationGives ?? null,
    city_gives: agreement.cityGives ?? null,
    status: agreement.status,
    sample: agreement.sample,
  };
}

function shownFigures(figures: PartnerFigures): z.input<typeof figuresSchema> {
  const { scholarshipPlaces, internshipPlaces, placesGiven, ...same } = figures;
  return {
    ...same,
    scholarship_places: scholarshipPlaces,
    internship_places: internshipPlaces,
    places_given: placesGiven,
  };
}

import { z } from 'zod';
import { courseById } from '../catalogue/index.ts';
import { localDate, wantedInWords } from '../conversation/index.ts';
import {
  answerCurriculumRequest,
  type CurriculumRequest,
  curriculumRequestById,
  endCurriculumRequest,
  type GivenAnswer,
  listCurriculumRequests,
  longestAnswerNote,
  longestAsk,
  openCurriculumRequest,
  reopenCurriculumRequest,
  requestAnswers,
  requestStates,
  takeAnswerBack,
  touchOfCourse,
} from '../curriculum/index.ts';
import { createTranslator } from '../locales/index.ts';
import { hasWords, plainText } from '../text/index.ts';
import type { CurriculumApiOptions } from './curriculum.ts';
import { type Endpoint, NotFound, rowId, type StaffRequest, staffEndpoint } from './endpoint.ts';
import { refuse } from './staff-access.ts';
import { wholeNumber } from './whole-number.ts';
import { fault } from './workshop-body.ts';

const params = z.object({ id: rowId });
const words = (most: number) =>
  z
    .string()
    .transform(plainText)
    .pipe(z.string().max(most).refine(hasWords, `words ${most}`));
const day = z.iso.date();
const note = words(longestAnswerNote);
const answerBody = z.discriminatedUnion('answer', [
  z.strictObject({ answer: z.literal('accepted'), planned_on: day, note: note.optional() }),
  z.strictObject({ answer: z.literal('done'), note: note.optional() }),
  z.strictObject({ answer: z.literal('declined'), note }),
]);

const nullable = z.string().nullable();
const requestSchema = z.object({
  id: z.int(),
  course: z.object({ id: z.string(), title: z.string(), reviewed_on: day.nullable() }),
  organisation: z.object({ id: z.int(), name: z.string() }),
  state: z.enum(requestStates),
  what: z.string(),
  why: nullable,
  wanted_by: day.nullable(),
  answer: z.enum(requestAnswers).nullable().describe('What the organisation said last; it stays when the city closes.'),
  planned_on: day.nullable(),
  note: nullable,
  answered_at: z.date().nullable(),
  created_at: z.date(),
});

/** What the city asks organisations to change in their courses, and their answers. */
export function curriculumRequestEndpoints(options: CurriculumApiOptions): readonly Endpoint[] {
  const { database, clock, timezone, finder } = options;
  type Asked = StaffRequest<{ id: number }, unknown, unknown>;
  const by = ({ member }: Pick<Asked, 'member'>) => ({ staffId: member.id, now: clock() });
  const today = (): string => localDate(clock(), timezone);
  const boundOf = ({ member, reach }: Pick<Asked, 'member' | 'reach'>): number | undefined =>
    reach === 'all' ? undefined : (member.organisationId ?? 0);

  async function requestOf(request: Pick<Asked, 'member' | 'reach' | 'params'>): Promise<CurriculumRequest> {
    const found = await curriculumRequestById(database.db, request.params.id, boundOf(request));
    if (found === undefined) throw new NotFound();
    return found;
  }
  async function told(request: Asked, done: boolean): Promise<Response> {
    return done
      ? request.c.json(shown(await requestOf(request)))
      : refuse(request.c, 409, 'wrong_state', 'console-request-wrong-state');
  }
  const answers = {
    200: { description: 'It stands so now', schema: requestSchema },
    409: { description: 'It does not stand where this step begins (`wrong_state`)' },
  };

  return [
    staffEndpoint('GET /api/v1/curriculum-requests', {
      summary: 'Requests to change a course’s content, those that wait for an answer first',
      query: z.object({ limit: wholeNumber(1, 100, 50), offset: wholeNumber(0, 1_000_000, 0) }),
      answers: { 200: { description: 'A page', schema: z.object({ requests: z.array(requestSchema) }) } },
      async handle(request) {
        const look = { organisationId: boundOf(request), ...request.query };
        return request.c.json({ requests: (await listCurriculumRequests(database.db, look)).map(shown) });
      },
    }),
    staffEndpoint('POST /api/v1/curriculum-requests', {
      summary: 'Asks the organisation of a course for a change',
      body: z.strictObject({
        course: z.string().min(1).max(500),
        what: words(longestAsk),
        why: words(longestAsk).optional().describe('Said from the figures of demand when missing.'),
        wanted_by: day.nullish().describe('Today or later.'),
      }),
      answers: { 201: { description: 'It waits for the organisation’s answer', schema: requestSchema } },
      async handle(request) {
        const { c, body } = request;
        // No id has control characters, and the database takes none.
        const course = /\p{Cc}/u.test(body.course) ? undefined : await courseById(database.db, body.course);
        if (course === undefined) throw new NotFound();
        const wantedBy = body.wanted_by ?? undefined;
        if (wantedBy !== undefined && wantedBy < today()) throw fault(c, 'wanted_by', 'console-request-past');
        const said = async (): Promise<string> =>
          wantedInWords(
            createTranslator('vi'),
            'vi',
            await touchOfCourse({ db: database.db, finder }, course),
            course.reviewedOn,
          );
        const input = { what: body.what, why: body.why ?? (await said()), wantedBy };
        const id = await database.transaction((tx) => openCurriculumRequest(tx, course.id, input, by(request)));
        if (id === undefined) throw new NotFound();
        return c.json(shown(await requestOf({ ...request, params: { id } })), 201);
      },
    }),
    staffEndpoint('GET /api/v1/curriculum-requests/:id', {
      summary: 'A request to change a course’s content',
      params,
      answers: { 200: { description: 'The request', schema: requestSchema } },
      handle: async (request) => request.c.json(shown(await requestOf(request))),
    }),
    staffEndpoint('POST /api/v1/curriculum-requests/:id/answer', {
      summary: 'The organisation’s answer; “done” makes today the course’s day of review',
      params,
      body: answerBody,
      answers,
      async handle(request) {
        const asked = await requestOf(request);
        const given = request.body;
        if (given.answer === 'accepted' && given.planned_on < today())
          throw fault(request.c, 'planned_on', 'console-request-past');
        const answer: GivenAnswer =
          given.answer === 'accepted'
            ? { answer: 'accepted', plannedOn: given.planned_on, note: given.note }
            : given.answer === 'done'
              ? { answer: 'done', note: given.note }
              : given;
        const at = { ...by(request), today: today() };
        return told(request, await database.transaction((tx) => answerCurriculumRequest(tx, asked, answer, at)));
      },
    }),
    staffEndpoint('POST /api/v1/curriculum-requests/:id/take-back', {
      summary: 'Takes the organisation’s answer back, with the review that it wrote',
      params,
      answers,
      async handle(request) {
        const asked = await requestOf(request);
        return told(request, await database.transaction((tx) => takeAnswerBack(tx, asked, by(request))));
      },
    }),
    ...(['close', 'withdraw'] as const).map((step) =>
      staffEndpoint(`POST /api/v1/curriculum-requests/:id/${step}`, {
        summary: step === 'close' ? 'Closes an answered request' : 'Takes a request back that is not done',
        params,
        answers,
        async handle(request) {
          const { id } = await requestOf(request);
          const to = step === 'close' ? 'closed' : 'withdrawn';
          return told(request, await database.transaction((tx) => endCurriculumRequest(tx, id, to, by(request))));
        },
      }),
    ),
    staffEndpoint('POST /api/v1/curriculum-requests/:id/reopen', {
      summary: 'Undoes a closing or a withdrawal',
      params,
      answers,
      async handle(request) {
        const { id } = await requestOf(request);
        return told(request, await database.transaction((tx) => reopenCurriculumRequest(tx, id, by(request))));
      },
    }),
  ];
}

function shown(request: CurriculumRequest): z.input<typeof requestSchema> {
  const { id, course, organisation, state, what } = request;
  return {
    id,
    course: { id: course.id, title: course.title, reviewed_on: course.reviewedOn ?? null },
    organisation,
    state,
    what,
    why: request.why ?? null,
    wanted_by: request.wantedBy ?? null,
    answer: request.answer ?? null,
    planned_on: request.plannedOn ?? null,
    note: request.note ?? null,
    answered_at: request.answeredAt ?? null,
    created_at: request.createdAt,
  };
}

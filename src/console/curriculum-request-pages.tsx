import type { FC } from 'hono/jsx';
import { z } from 'zod';
import { type Course, courseById } from '../catalogue/index.ts';
import { day, localDate, wantedInWords } from '../conversation/index.ts';
import {
  answerCurriculumRequest,
  type CurriculumRequest,
  countCurriculumRequests,
  curriculumRequestById,
  endCurriculumRequest,
  type GivenAnswer,
  listCurriculumRequests,
  longestAnswerNote,
  longestAsk,
  openCurriculumRequest,
  reopenCurriculumRequest,
  requestAnswers,
  takeAnswerBack,
  touchOfCourse,
} from '../curriculum/index.ts';
import { hasWords, plainText } from '../text/index.ts';
import type { CurriculumPagesOptions } from './curriculum-pages.tsx';
import { emptyForm, type FormState, readFields, TextArea, TextField, textsOf } from './fields.tsx';
import { leadTo } from './flash.ts';
import { Form, mayUse, page, refusal, useFrame } from './layout.tsx';
import type { ConsoleContext, Pages } from './pages.ts';
import { Table } from './table.tsx';
import { boundOf } from './workshop-access.ts';

const list = '/console/curriculum-requests';
const rowsShown = 200;

const text = (most: number) =>
  z.string().default('').transform(plainText).pipe(z.string().max(most, 'console-workshop-too-long'));
const optionalDay = z.union([z.literal(''), z.iso.date('console-workshop-day-wrong')]).default('');
const askFields = z.object({
  what: text(longestAsk).pipe(z.string().refine(hasWords, 'console-request-no-what')),
  why: text(longestAsk),
  wanted_by: optionalDay,
});
const answerFields = z.object({
  answer: z.enum(requestAnswers),
  planned_on: optionalDay,
  note: text(longestAnswerNote),
});

/** What the city asks organisations to change in their courses, and what they answer. */
export function addCurriculumRequestPages(pages: Pages, options: CurriculumPagesOptions): void {
  const { database, clock, timezone, finder } = options;
  const notFound = (c: ConsoleContext): Response => refusal(c.var.frame, 404, 'console-no-request');
  const by = (c: ConsoleContext) => ({ staffId: c.var.member.id, now: clock() });
  const today = (): string => localDate(clock(), timezone);

  async function requestHere(c: ConsoleContext): Promise<CurriculumRequest | undefined> {
    const id = c.req.param('id') ?? '';
    return /^\d{1,15}$/.test(id) ? curriculumRequestById(database.db, Number(id), boundOf(c)) : undefined;
  }

  /** An organisation has what waits for its answer, the city what was answered. */
  pages.overview(async (c) => {
    const { frame } = c.var;
    if (!mayUse(frame, 'POST /console/curriculum-requests/:id/answer')) return [];
    const bound = boundOf(c);
    const { open, answered } = await countCurriculumRequests(database.db, bound);
    const [figure, key] =
      bound === undefined ? [answered, 'console-requests-answered'] : [open, 'console-requests-open'];
    return figure === 0 ? [] : [{ title: frame.t(key), figure, href: list }];
  });

  pages.on('GET /console/curriculum-requests', async (c) => {
    const { frame } = c.var;
    const { t } = frame;
    const look = { organisationId: boundOf(c), limit: rowsShown, offset: 0 };
    const found = await listCurriculumRequests(database.db, look);
    return page(frame, {
      title: t('console-requests'),
      children: (
        <>
          <h1>{t('console-requests')}</h1>
          <p>{t('console-requests-what')}</p>
          <Table
            caption={t('console-requests')}
            head={[t('console-offer'), t('console-organisation'), t('console-request-by'), t('console-offer-state')]}
            empty={t('console-requests-none')}
            rows={found.map((request) => [
              <a href={`${list}/${request.id}`}>{request.course.title}</a>,
              request.organisation.name,
              request.wantedBy === undefined ? '' : day(request.wantedBy),
              t('console-request-state', { state: request.state }),
            ])}
          />
        </>
      ),
    });
  });

  function askPage(c: ConsoleContext, course: Course, state: FormState): Response {
    const { frame } = c.var;
    const { t } = frame;
    return page(frame, {
      title: t('console-request-new'),
      status: Object.keys(state.problems).length > 0 ? 422 : 200,
      children: (
        <>
          <h1>{t('console-request-new')}</h1>
          <p>
            <strong>{course.title}</strong>, {course.organisation}
          </p>
          <Form action={list}>
            <input type="hidden" name="course" value={course.id} />
            <TextArea
              name="what"
              label={t('console-request-what')}
              rows={4}
              required
              maxlength={longestAsk}
              state={state}
            />
            <TextArea
              name="why"
              label={t('console-request-why')}
              hint={t('console-request-why-hint')}
              rows={5}
              maxlength={longestAsk}
              state={state}
            />
            <TextField name="wanted_by" type="date" label={t('console-request-by')} state={state} />
            <div class="actions">
              <button type="submit">{t('console-request-send')}</button>
              <a href="/console/curriculum">{t('console-back')}</a>
            </div>
          </Form>
        </>
      ),
    });
  }

  /** No id has control characters, and the database takes none. */
  const courseOf = async (id: string): Promise<Course | undefined> =>
    /\p{Cc}/u.test(id) ? undefined : courseById(database.db, id);

  pages.on('GET /console/curriculum-requests/new', async (c) => {
    const { frame } = c.var;
    const course = await courseOf(c.req.query('course') ?? '');
    if (course === undefined) return refusal(frame, 404, 'console-request-no-course');
    const touch = await touchOfCourse({ db: database.db, finder }, course);
    const why = wantedInWords(frame.t, frame.locale, touch, course.reviewedOn);
    return askPage(c, course, { given: { why }, problems: {} });
  });

  pages.on('POST /console/curriculum-requests', async (c) => {
    const { frame, form } = c.var;
    const course = await courseOf(String(form.get('course') ?? ''));
    if (course === undefined) return refusal(frame, 404, 'console-request-no-course');
    const read = readFields(form, askFields);
    if (!read.ok) return askPage(c, course, read.state);
    const { what, why, wanted_by } = read.values;
    if (wanted_by !== '' && wanted_by < today())
      return askPage(c, course, { given: textsOf(form), problems: { wanted_by: 'console-request-past' } });
    const input = { what, why: why === '' ? undefined : why, wantedBy: wanted_by === '' ? undefined : wanted_by };
    const id = await database.transaction((tx) => openCurriculumRequest(tx, course.id, input, by(c)));
    if (id === undefined) return refusal(frame, 404, 'console-request-no-course');
    return leadTo(c, `${list}/${id}`, { key: 'console-request-sent' });
  });

  function requestPage(c: ConsoleContext, request: CurriculumRequest, state: FormState): Response {
    const { frame } = c.var;
    const { t } = frame;
    const { course, organisation } = request;
    return page(frame, {
      title: course.title,
      status: Object.keys(state.problems).length > 0 ? 422 : 200,
      children: (
        <>
          <p>
            <a href={list}>{t('console-requests')}</a>
          </p>
          <h1>{course.title}</h1>
          <p>
            <strong>{t('console-request-state', { state: request.state })}</strong>, {organisation.name}
          </p>
          <ul class="facts">
            <li>
              {course.reviewedOn === undefined
                ? t('curriculum-wanted-not-reviewed')
                : t('course-facts-reviewed', { date: day(course.reviewedOn) })}
            </li>
            {request.wantedBy !== undefined && (
              <li>{t('console-request-wanted-by', { date: day(request.wantedBy) })}</li>
            )}
            {request.answer !== undefined && <li>{t('console-request-said', { answer: request.answer })}</li>}
            {request.plannedOn !== undefined && (
              <li>{t('console-request-planned-on', { date: day(request.plannedOn) })}</li>
            )}
          </ul>
          {request.note !== undefined && <p class="notice">{request.note}</p>}
          <h2>{t('console-request-what')}</h2>
          <p class="text">{request.what}</p>
          {request.why !== undefined && (
            <>
              <h2>{t('console-request-why')}</h2>
              <p class="text">{request.why}</p>
            </>
          )}
          <Steps request={request} state={state} />
        </>
      ),
    });
  }

  pages.on('GET /console/curriculum-requests/:id', async (c) => {
    const request = await requestHere(c);
    return request === undefined ? notFound(c) : requestPage(c, request, emptyForm);
  });

  const told = (c: ConsoleContext, { id }: CurriculumRequest, done: boolean, key: string, args = {}): Response =>
    leadTo(c, `${list}/${id}`, done ? { key, args } : { kind: 'problem', key: 'console-request-wrong-state' });

  pages.on('POST /console/curriculum-requests/:id/answer', async (c) => {
    const request = await requestHere(c);
    if (request === undefined) return notFound(c);
    const read = readAnswer(c.var.form, today());
    if ('state' in read) return requestPage(c, request, read.state);
    const at = { ...by(c), today: today() };
    const done = await database.transaction((tx) => answerCurriculumRequest(tx, request, read.answer, at));
    return told(c, request, done, 'console-request-now-answered');
  });

  pages.on('POST /console/curriculum-requests/:id/take-back', async (c) => {
    const request = await requestHere(c);
    if (request === undefined) return notFound(c);
    const done = await database.transaction((tx) => takeAnswerBack(tx, request, by(c)));
    return told(c, request, done, 'console-request-now-open');
  });

  for (const [step, to] of [
    ['close', 'closed'],
    ['withdraw', 'withdrawn'],
  ] as const)
    pages.on(`POST /console/curriculum-requests/:id/${step}`, async (c) => {
      const request = await requestHere(c);
      if (request === undefined) return notFound(c);
      const done = await database.transaction((tx) => endCurriculumRequest(tx, request.id, to, by(c)));
      return told(c, request, done, 'console-request-now-ended', { to });
    });

  pages.on('POST /console/curriculum-requests/:id/reopen', async (c) => {
    const request = await requestHere(c);
    if (request === undefined) return notFound(c);
    const done = await database.transaction((tx) => reopenCurriculumRequest(tx, request.id, by(c)));
    return told(c, request, done, 'console-request-now-reopened');
  });
}

/** What the form answers: a plan needs a day that is to come, a refusal its reason. */
function readAnswer(form: FormData, today: string): { answer: GivenAnswer } | { state: FormState } {
  const read = readFields(form, answerFields);
  if (!read.ok) return { state: read.state };
  const { answer, planned_on: plannedOn } = read.values;
  const wrong = (field: string, problem: string) => ({
    state: { given: textsOf(form), problems: { [field]: problem } },
  });
  const note = read.values.note === '' ? undefined : read.values.note;
  switch (answer) {
    case 'accepted':
      if (plannedOn === '') return wrong('planned_on', 'console-request-no-day');
      if (plannedOn < today) return wrong('planned_on', 'console-request-past');
      return { answer: { answer, plannedOn, note } };
    case 'done':
      return { answer: { answer, note } };
    case 'declined':
      return note === undefined || !hasWords(note)
        ? wrong('note', 'console-request-no-reason')
        : { answer: { answer, note } };
  }
}

const Steps: FC<{ readonly request: CurriculumRequest; readonly state: FormState }> = ({ request, state }) => {
  const frame = useFrame();
  const { t } = frame;
  const path = `${list}/${request.id}`;
  const isEnded = request.state === 'closed' || request.state === 'withdrawn';
  const mayAnswer = !isEnded && mayUse(frame, 'POST /console/curriculum-requests/:id/answer');
  const mayEnd = mayUse(frame, 'POST /console/curriculum-requests/:id/close');
  const steps = [
    ...(mayAnswer && request.answer !== undefined ? (['take-back'] as const) : []),
    ...(mayEnd && !isEnded && request.answer !== undefined ? (['close'] as const) : []),
    ...(mayEnd && (request.state === 'open' || request.state === 'accepted') ? (['withdraw'] as const) : []),
    ...(mayEnd && isEnded ? (['reopen'] as const) : []),
  ];
  return (
    <>
      {mayAnswer && (
        <Form action={`${path}/answer`}>
          <h2>{t('console-request-answer')}</h2>
          <fieldset>
            {requestAnswers.map((answer) => (
              <label>
                <input
                  type="radio"
                  name="answer"
                  value={answer}
                  required
                  checked={(state.given.answer ?? request.answer) === answer}
                />
                {t('console-request-answer-choice', { answer })}
              </label>
            ))}
          </fieldset>
          <TextField name="planned_on" type="date" label={t('console-request-planned')} state={state} />
          <TextArea
            name="note"
            label={t('console-request-note')}
            rows={2}
            maxlength={longestAnswerNote}
            state={state}
          />
          <button type="submit">{t('console-request-answer-send')}</button>
        </Form>
      )}
      <div class="actions">
        {steps.map((step) => (
          <Form action={`${path}/${step}`}>
            <button type="submit" class="secondary">
              {t('console-request-step', { step })}
            </button>
          </Form>
        ))}
      </div>
    </>
  );
};

import type { Child } from 'hono/jsx';
import { z } from 'zod';
import {
  type Actor,
  type ApplicationDesk,
  type ApplicationStatus,
  applicationStatuses,
  type Outcome,
  type Refusal,
  type SeenApplication,
} from '../applications/index.ts';
import { day, standingLines } from '../conversation/index.ts';
import { answerText } from '../inbox/index.ts';
import { type ApplicableKind, applicableKinds, openSeats } from '../opportunities/index.ts';
import { emptyForm, type FormState, SelectField, TextArea } from './fields.tsx';
import { leadTo } from './flash.ts';
import type { Frame } from './frame.ts';
import { Form, mayUse, page, refusal, useFrame } from './layout.tsx';
import type { ConsoleContext, Pages } from './pages.ts';
import { Pager, Table } from './table.tsx';

export interface ApplicationPagesOptions {
  readonly applications: ApplicationDesk;
}

const rowsOnPage = 30;

const query = z.object({
  status: z.enum(applicationStatuses).optional().catch(undefined),
  kind: z.enum(applicableKinds).optional().catch(undefined),
  before: z.coerce.number().int().positive().max(1e15).optional().catch(undefined),
});

const stars = z.coerce.number().int().min(1).max(5);

const refusals: Readonly<Record<Refusal, string>> = {
  not_found: 'console-no-application',
  wrong_state: 'console-application-over',
  no_seats: 'console-application-full',
  asked_before: 'console-application-asked-before',
  not_over: 'console-application-not-over',
  rated_before: 'console-application-rated-before',
};

const done = {
  accept: 'console-application-accepted',
  refuse: 'console-application-refused',
  ask: 'console-application-asked',
} as const;
type Step = keyof typeof done;

const kindNames: Readonly<Record<ApplicableKind, string>> = {
  scholarship: 'console-application-scholarship',
  internship: 'console-application-internship',
};

/** What is shown of a partner's is its own organisation's; nothing is of organisation 0. */
function actorOf(c: ConsoleContext): Actor {
  const { member, reach } = c.var;
  return { staffId: member.id, organisationId: reach === 'all' ? undefined : (member.organisationId ?? 0) };
}

function idOf(c: ConsoleContext): number {
  const id = c.req.param('id') ?? '';
  return /^\d{1,15}$/.test(id) ? Number(id) : 0;
}

const pathOf = (id: number): string => `/console/applications/${id}`;

function statusName(t: Frame['t'], status: ApplicationStatus): string {
  return t('console-application-status', { status });
}

/** Applications for scholarships and internships, and deciding about them. */
export function addApplicationPages(pages: Pages, { applications }: ApplicationPagesOptions): void {
  pages.overview(async (c) => {
    const { frame } = c.var;
    if (!mayUse(frame, 'GET /console/applications')) return [];
    const { waiting } = await applications.count(actorOf(c));
    if (waiting === 0) return [];
    return [
      {
        title: frame.t('console-applications-waiting'),
        figure: waiting,
        href: '/console/applications?status=waiting',
      },
    ];
  });

  pages.on('GET /console/applications', async (c) => {
    const { frame } = c.var;
    const { t } = frame;
    const { status, kind, before } = query.parse(c.req.query());
    const actor = actorOf(c);
    const found = await applications.list(actor, {
      ...(status && { status }),
      ...(kind && { kind }),
      ...(before && { before }),
      limit: rowsOnPage,
    });
    const counts = await applications.count(actor);
    const state = { given: c.req.query(), problems: {} };
    return page(frame, {
      title: t('console-applications'),
      children: (
        <>
          <h1>{t('console-applications')}</h1>
          <p>{t('console-applications-figures', { waiting: counts.waiting, asked: counts.asked })}</p>
          <form class="filter" method="get">
            <SelectField
              name="status"
              label={t('console-case-status')}
              state={state}
              choices={[
                ['', t('console-everything')],
                ...applicationStatuses.map((each) => [each, statusName(t, each)] as const),
              ]}
            />
            <SelectField
              name="kind"
              label={t('console-case-kind')}
              state={state}
              choices={[
                ['', t('console-everything')],
                ...applicableKinds.map((each) => [each, t(kindNames[each])] as const),
              ]}
            />
            <button type="submit">{t('console-filter')}</button>
          </form>
          <Table
            caption={t('console-applications')}
            head={[
              t('console-application'),
              t('console-application-offer'),
              t('console-case-status'),
              t('console-application-seats'),
              t('console-application-at'),
            ]}
            empty={t('console-applications-none')}
            rows={found.map((each) => [
              <a href={pathOf(each.id)}>{t('console-application-number', { id: each.id })}</a>,
              <>
                {each.offer.title}
                <small class="under">
                  {t(kindNames[each.offer.kind])} · {each.offer.organisation}
                </small>
              </>,
              statusName(t, each.status),
              seatsText(t, each),
              frame.time(each.appliedAt),
            ])}
          />
          <Pager next={found.length < rowsOnPage ? undefined : found.at(-1)?.id} />
        </>
      ),
    });
  });

  async function applicationPage(c: ConsoleContext, state: FormState, status: 200 | 409 | 422): Promise<Response> {
    const { frame } = c.var;
    const found = await applications.read(actorOf(c), idOf(c));
    if (found === undefined) return refusal(frame, 404, 'console-no-application');
    const title = frame.t('console-application-number', { id: found.id });
    return page(frame, {
      title,
      status,
      children: (
        <>
          <p>
            <a href="/console/applications">{frame.t('console-applications')}</a>
          </p>
          <h1>{title}</h1>
          <Facts application={found} />
          <Steps application={found} state={state} />
        </>
      ),
    });
  }

  pages.on('GET /console/applications/:id', (c) => applicationPage(c, emptyForm, 200));

  pages.on('POST /console/applications/:id/rate', async (c) => {
    const given = { text: String(c.var.form.get('text') ?? ''), rating: String(c.var.form.get('rating') ?? '') };
    const { data: text } = answerText.safeParse(given.text);
    const { data: rating } = stars.safeParse(given.rating);
    if (text === undefined) return applicationPage(c, { given, problems: { text: 'console-answer-wrong' } }, 422);
    if (rating === undefined) return applicationPage(c, { given, problems: { rating: 'console-field-wrong' } }, 422);
    const outcome = await applications.rate(actorOf(c), idOf(c), { rating, text });
    if (outcome.ok) return leadTo(c, pathOf(idOf(c)), { key: 'console-application-rated' });
    if (outcome.refusal === 'not_found') return refusal(c.var.frame, 404, 'console-no-application');
    return applicationPage(c, { given, problems: { text: refusals[outcome.refusal] } }, 409);
  });

  /** One step with its sentence; what was written stays in the field when it could not be done. */
  async function step(c: ConsoleContext, name: Step): Promise<Response> {
    const given = String(c.var.form.get('text') ?? '');
    const { data: text } = answerText.safeParse(given);
    if (text === undefined)
      return applicationPage(c, { given: { text: given }, problems: { text: 'console-answer-wrong' } }, 422);
    const outcome: Outcome = await applications[name](actorOf(c), idOf(c), text);
    if (outcome.ok) return leadTo(c, pathOf(idOf(c)), { key: done[name] });
    if (outcome.refusal === 'not_found') return refusal(c.var.frame, 404, 'console-no-application');
    return applicationPage(c, { given: { text: given }, problems: { text: refusals[outcome.refusal] } }, 409);
  }

  pages.on('POST /console/applications/:id/accept', (c) => step(c, 'accept'));
  pages.on('POST /console/applications/:id/refuse', (c) => step(c, 'refuse'));
  pages.on('POST /console/applications/:id/ask', (c) => step(c, 'ask'));
}

function seatsText(t: Frame['t'], { offer }: SeenApplication): string {
  const left = openSeats(offer);
  return left === undefined
    ? t('console-application-seats-open', { taken: offer.taken })
    : t('console-application-seats-left', { left, seats: offer.seats ?? 0 });
}

function feedbackText(t: Frame['t'], given: SeenApplication['feedback']['ofLearner']): string | undefined {
  if (given === undefined) return undefined;
  const { rating, comment } = given;
  return [t('choice-rate-stars', { rating }), ...(comment === undefined ? [] : [comment])].join(' · ');
}

function Facts({ application }: { readonly application: SeenApplication }): Child {
  const { t, locale, time } = useFrame();
  const { offer, status, appliedAt, standing, question, answer, decision, decidedAt } = application;
  const left = openSeats(offer);
  const amount = (seats: number): string =>
    t('word-money', { amount: new Intl.NumberFormat(locale).format(seats * (offer.amountVnd ?? 0)) });
  const rows: readonly (readonly [label: string, value: string | undefined])[] = [
    [t('console-application-offer'), `${offer.title} · ${t(kindNames[offer.kind])} · ${offer.organisation}`],
    [t('console-case-status'), statusName(t, status)],
    [t('console-application-seats'), seatsText(t, application)],
    [
      t('console-application-amount'),
      offer.amountVnd === undefined
        ? undefined
        : t('console-application-amounts', {
            given: amount(offer.taken),
            left: left === undefined ? '–' : amount(left),
          }),
    ],
    [t('console-application-deadline'), offer.deadline && day(offer.deadline)],
    [t('console-application-at'), time(appliedAt)],
    [t('console-application-name'), application.callName],
    [
      t('console-application-contact'),
      application.callName === undefined ? undefined : (application.phone ?? t('console-application-by-chat')),
    ],
    [t('console-application-reason'), application.reason],
    [t('console-application-standing'), standingLines({ t, locale }, offer.kind, standing).join('; ') || undefined],
    [t('console-application-question'), question],
    [t('console-application-answer'), answer],
    [t('console-application-decision'), decision],
    [t('console-application-decided'), decidedAt && time(decidedAt)],
    [t('console-application-of-intern'), feedbackText(t, application.feedback.ofLearner)],
    [t('console-application-of-organisation'), feedbackText(t, application.feedback.ofOrganisation)],
  ];
  return <dl>{rows.flatMap(([label, value]) => (value === undefined ? [] : [<dt>{label}</dt>, <dd>{value}</dd>]))}</dl>;
}

/** What may be done with it now: one sentence, and where it leads. */
function Steps({ application, state }: { readonly application: SeenApplication; readonly state: FormState }): Child {
  const frame = useFrame();
  const { t } = frame;
  const { id, status, offer, question } = application;
  const mayDecide = mayUse(frame, 'POST /console/applications/:id/accept');
  if (application.mayRate && mayDecide) return <Rating id={id} state={state} />;
  if (status !== 'waiting' && status !== 'asked') return <p class="notice">{t('console-application-is-over')}</p>;
  if (!mayDecide) return null;
  const isFull = openSeats(offer) === 0;
  return (
    <>
      {isFull && <p class="notice">{t('console-application-full')}</p>}
      <Form action={`${pathOf(id)}/accept`}>
        <TextArea
          name="text"
          label={t('console-application-words')}
          hint={t('console-application-words-hint')}
          rows={3}
          maxlength={2000}
          required
          state={state}
        />
        <div class="actions">
          {!isFull && <button type="submit">{t('console-application-accept')}</button>}
          <button type="submit" class="secondary" formaction={`${pathOf(id)}/refuse`}>
            {t('console-application-refuse')}
          </button>
          {question === undefined && (
            <button type="submit" class="secondary" formaction={`${pathOf(id)}/ask`}>
              {t('console-application-ask')}
            </button>
          )}
        </div>
      </Form>
    </>
  );
}

/** What the organisation says of its intern. */
function Rating({ id, state }: { readonly id: number; readonly state: FormState }): Child {
  const { t } = useFrame();
  return (
    <Form action={`${pathOf(id)}/rate`}>
      <SelectField
        name="rating"
        label={t('console-application-rating')}
        state={state}
        choices={['5', '4', '3', '2', '1'].map(
          (each) => [each, t('choice-rate-stars', { rating: Number(each) })] as const,
        )}
      />
      <TextArea
        name="text"
        label={t('console-application-rating-words')}
        rows={3}
        maxlength={2000}
        required
        state={state}
      />
      <button type="submit">{t('console-application-rate')}</button>
    </Form>
  );
}

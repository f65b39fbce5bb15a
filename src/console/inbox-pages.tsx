import type { Child, FC } from 'hono/jsx';
import { z } from 'zod';
import {
  type Actor,
  answerText,
  type Case,
  type CaseInFull,
  caseKinds,
  caseStatuses,
  type GradeFacts,
  type InboxDesk,
  type Outcome,
  type Refusal,
  type SharedLine,
} from '../inbox/index.ts';
import { confirmFirst, emptyForm, type FormState, SelectField, TextArea } from './fields.tsx';
import { leadTo } from './flash.ts';
import type { Frame } from './frame.ts';
import { Form, mayUse, page, part, refusal, useFrame } from './layout.tsx';
import type { ConsoleContext, Pages } from './pages.ts';
import { Pager, Table } from './table.tsx';

export interface InboxPagesOptions {
  readonly desk: InboxDesk;
}

const statusNames = {
  open: 'console-case-open',
  claimed: 'console-case-claimed',
  closed: 'console-case-closed',
} as const;

const kindNames = {
  hand_over: 'console-case-hand-over',
  feedback: 'console-case-feedback',
  wrong_information: 'console-case-report',
  danger: 'console-case-danger',
  grade: 'console-case-grade',
} as const;

const channelNames = { web: 'console-channel-web', telegram: 'console-channel-telegram', zalo: 'console-channel-zalo' };

const refusals: Readonly<Record<Refusal, string>> = {
  not_found: 'console-no-case',
  wrong_state: 'console-case-moved-on',
  claimed_by_other: 'console-case-taken',
  not_claimed: 'console-case-unclaimed',
  key_reused: 'console-case-repeated',
};

const rowsOnPage = 30;

const query = z.object({
  status: z.enum(caseStatuses).optional().catch(undefined),
  kind: z.enum(caseKinds).optional().catch(undefined),
  before: z.coerce.number().int().positive().max(1e15).optional().catch(undefined),
});

/** What people choose when they report a course has words; other reasons are shown as they are. */
function reasonName({ kind }: Case, reason: string, t: Frame['t']): string {
  return kind === 'wrong_information' ? t('report-reason', { reason }) : reason;
}

/** What residents ask of people, and answering it. */
export function addInboxPages(pages: Pages, { desk }: InboxPagesOptions): void {
  pages.overview(async (c) => {
    if (!mayUse(c.var.frame, 'GET /console/inbox')) return [];
    const { t, time } = c.var.frame;
    const { figures } = await desk.list(actorOf(c), { limit: 1 });
    const { oldestWaiting: oldest } = figures;
    return [
      {
        title: t('console-cases-waiting'),
        figure: figures.open,
        text: oldest === undefined ? t('console-nobody-waits') : t('console-oldest', { time: time(oldest.since) }),
        href: '/console/inbox?status=open',
      },
      { title: t('console-cases-claimed'), figure: figures.claimed, href: '/console/inbox?status=claimed' },
    ];
  });

  pages.on('GET /console/inbox', async (c) => {
    const { frame } = c.var;
    const { t } = frame;
    const { status, kind, before } = query.parse(c.req.query());
    const filter = { ...(status && { status }), ...(kind && { kind }), ...(before && { before }), limit: rowsOnPage };
    const { cases, figures } = await desk.list(actorOf(c), filter);
    const state = { given: c.req.query(), problems: {} };
    return page(frame, {
      title: t('console-inbox'),
      children: (
        <>
          <h1>{t('console-inbox')}</h1>
          <p>{t('console-inbox-figures', { open: figures.open, claimed: figures.claimed })}</p>
          <form class="filter" method="get">
            <SelectField
              name="status"
              label={t('console-case-status')}
              state={state}
              choices={[
                ['', t('console-everything')],
                ...caseStatuses.map((each) => [each, t(statusNames[each])] as const),
              ]}
            />
            <SelectField
              name="kind"
              label={t('console-case-kind')}
              state={state}
              choices={[['', t('console-everything')], ...caseKinds.map((each) => [each, t(kindNames[each])] as const)]}
            />
            <button type="submit">{t('console-filter')}</button>
          </form>
          <Table
            caption={t('console-inbox')}
            head={[
              t('console-case'),
              t('console-case-kind'),
              t('console-case-status'),
              t('console-case-waiting'),
              t('console-case-holder'),
            ]}
            empty={t('console-no-cases')}
            rows={cases.map((each) => [
              <a href={`/console/inbox/${each.id}`}>
                {t('console-case-number', { id: each.id })}
                {each.course !== undefined && `: ${each.course.title}`}
              </a>,
              t(kindNames[each.kind]),
              t(statusNames[each.status]),
              each.waitingSince === undefined ? '–' : frame.time(each.waitingSince),
              holder(each),
            ])}
          />
          <Pager next={cases.length < rowsOnPage ? undefined : cases.at(-1)?.id} />
        </>
      ),
    });
  });

  async function casePage(c: ConsoleContext, state: FormState, status: 200 | 409 | 422 = 200): Promise<Response> {
    const { frame } = c.var;
    const { t } = frame;
    const found = await desk.read(actorOf(c), idOf(c));
    if (found === undefined) return refusal(frame, 404, 'console-no-case');
    const { case: each } = found;
    const path = `/console/inbox/${each.id}`;
    return page(frame, {
      title: t('console-case-number', { id: each.id }),
      status,
      children: (
        <>
          <p>
            <a href="/console/inbox">{t('console-inbox')}</a>
          </p>
          <h1>{t('console-case-number', { id: each.id })}</h1>
          <p>
            {t(kindNames[each.kind])} · {t(channelNames[each.channel])} · {t('console-case-language')}{' '}
            {each.locale === 'vi' ? 'Tiếng Việt' : 'English'} · {frame.time(each.openedAt)}
          </p>
          {each.kind === 'danger' && <p class="notice">{t('console-case-danger-what')}</p>}
          {each.course !== undefined && (
            <p>
              <a href={`/courses/${encodeURIComponent(each.course.id)}`}>{each.course.title}</a>
            </p>
          )}
          {each.kind === 'wrong_information' && (
            <p>
              <a href="/console/stale?state=reported">{t('console-stale-decide')}</a>
            </p>
          )}
          {each.grade !== undefined && <Grade grade={each.grade} />}
          {each.reasons.length > 0 && (
            <p>
              {t('console-case-reasons', {
                reasons: each.reasons.map((reason) => reasonName(each, reason, t)).join(', '),
              })}
            </p>
          )}
          {found.chat !== undefined && <SharedChat lines={found.chat} />}
          <div hx-get={`${path}/messages`} hx-trigger="every 20s" hx-swap="innerHTML">
            <Messages found={found} />
          </div>
          <Steps each={each} path={path} me={c.var.member.id} state={state} />
        </>
      ),
    });
  }

  pages.on('GET /console/inbox/:id', (c) => casePage(c, emptyForm));

  /** What was said by now; the shared chat is not read again for it. */
  pages.on('GET /console/inbox/:id/messages', async (c) => {
    const found = await desk.show(actorOf(c), idOf(c));
    if (found === undefined) return refusal(c.var.frame, 404, 'console-no-case');
    return part(c.var.frame, <Messages found={found} />);
  });

  /** Where a step leads: back to the case, told that it was done, or why not. */
  async function after(c: ConsoleContext, outcome: Outcome, done: string): Promise<Response> {
    const path = `/console/inbox/${idOf(c)}`;
    if (outcome.ok) return leadTo(c, path, { key: done });
    if (outcome.refusal === 'not_found') return refusal(c.var.frame, 404, 'console-no-case');
    return leadTo(c, path, { kind: 'problem', key: refusals[outcome.refusal] });
  }

  pages.on('POST /console/inbox/:id/claim', async (c) =>
    after(c, await desk.claim(actorOf(c), idOf(c)), 'console-case-now-yours'),
  );

  pages.on('POST /console/inbox/:id/release', async (c) =>
    after(c, await desk.release(actorOf(c), idOf(c)), 'console-case-given-back'),
  );

  pages.on('POST /console/inbox/:id/answer', async (c) => {
    const given = String(c.var.form.get('text') ?? '');
    const { data: text } = answerText.safeParse(given);
    const state = { given: { text: given }, problems: { text: 'console-answer-wrong' } };
    if (text === undefined) return casePage(c, state, 422);
    const words = { text, idempotencyKey: undefined };
    const closes = c.var.form.get('after') === 'close';
    const outcome = closes
      ? await desk.close(actorOf(c), idOf(c), words)
      : await desk.answer(actorOf(c), idOf(c), words);
    // What was written stays in the field when it could not be sent.
    if (!outcome.ok && outcome.refusal !== 'not_found')
      return casePage(c, { given: { text: given }, problems: { text: refusals[outcome.refusal] } }, 409);
    return after(c, outcome, closes ? 'console-answered-closed' : 'console-answered');
  });

  pages.on('POST /console/inbox/:id/regrade', async (c) => {
    const given = String(c.var.form.get('text') ?? '');
    const { data: text } = answerText.safeParse(given);
    if (text === undefined && given.trim() !== '')
      return casePage(c, { given: { text: given }, problems: { text: 'console-answer-wrong' } }, 422);
    const words = text === undefined ? undefined : { text, idempotencyKey: undefined };
    return after(c, await desk.regrade(actorOf(c), idOf(c), words), 'console-case-regraded');
  });

  pages.on('POST /console/inbox/:id/close', async (c) => {
    const { t } = c.var.frame;
    const asked = confirmFirst(c, {
      title: t('console-case-close'),
      text: t('console-close-confirm'),
      button: t('console-case-close'),
      back: `/console/inbox/${idOf(c)}`,
    });
    return asked ?? after(c, await desk.close(actorOf(c), idOf(c), undefined), 'console-closed');
  });
}

function actorOf(c: ConsoleContext): Actor {
  const { member, reach } = c.var;
  return {
    staffId: member.id,
    displayName: member.displayName,
    scope: reach === 'all' ? { kind: 'all' } : { kind: 'organisation', organisationId: member.organisationId },
    mayOverrule: member.role === 'admin',
  };
}

/** The id in the address; one that cannot be an id finds nothing. */
function idOf(c: ConsoleContext): number {
  const id = c.req.param('id') ?? '';
  return /^\d{1,15}$/.test(id) ? Number(id) : 0;
}

function holder({ claimedBy }: Case): string {
  return claimedBy === undefined ? '–' : (claimedBy.name ?? `#${claimedBy.id}`);
}

const SharedChat: FC<{ lines: readonly SharedLine[] }> = ({ lines }) => {
  const { t, time } = useFrame();
  return (
    <details>
      <summary>{t('console-shared-chat', { count: lines.length })}</summary>
      {lines.map((line) => (
        <p class={line.from === 'person' ? 'said' : 'said staff'}>
          <small>
            {t(line.from === 'person' ? 'console-from-person' : 'console-from-service')} · {time(line.at)}
          </small>
          {line.text}
        </p>
      ))}
    </details>
  );
};

/** How the answer of a case was judged, and what it was held against. */
const Grade: FC<{ grade: GradeFacts }> = ({ grade }) => {
  const { t } = useFrame();
  return (
    <>
      <p class="notice">{t('console-case-grade-what', { verdict: grade.verdict })}</p>
      <dl>
        <dt>{t('console-case-grade-question')}</dt>
        <dd>
          {grade.question}
          <small class="under">{t('console-case-grade-lesson', { title: grade.lesson.title })}</small>
        </dd>
        <dt>{t('console-case-grade-accepted')}</dt>
        <dd>{grade.accepted.join(' · ')}</dd>
        {grade.rubric !== undefined && (
          <>
            <dt>{t('console-case-grade-rubric')}</dt>
            <dd>{grade.rubric}</dd>
          </>
        )}
      </dl>
    </>
  );
};

const Messages: FC<{ found: CaseInFull }> = ({ found }) => {
  const { t, time } = useFrame();
  return (
    <>
      {found.messages.map((message) => (
        <p class={message.from === 'staff' ? 'said staff' : 'said'}>
          <small>
            {message.from === 'person' ? t('console-from-person') : (message.by?.name ?? t('console-from-staff'))} ·{' '}
            {time(message.at)}
            {message.delivery !== undefined && ` · ${deliveryText({ t }, message.delivery)}`}
          </small>
          {message.text}
        </p>
      ))}
    </>
  );
};

/** How the sending of an answer stands, in words. */
function deliveryText({ t }: Pick<Frame, 't'>, delivery: string): string {
  const names: Readonly<Record<string, string>> = {
    pending: 'console-delivery-pending',
    sent: 'console-delivery-sent',
    blocked: 'console-delivery-blocked',
    failed: 'console-delivery-failed',
  };
  const key = names[delivery];
  return key === undefined ? delivery : t(key);
}

/** What the member may do with the case now. */
function Steps({
  each,
  path,
  me,
  state,
}: {
  readonly each: Case;
  readonly path: string;
  readonly me: number;
  readonly state: FormState;
}): Child {
  const frame = useFrame();
  const { t, session } = frame;
  if (each.status === 'closed' || !mayUse(frame, 'POST /console/inbox/:id/claim')) return null;
  const isMine = each.claimedBy?.id === me;
  const isGrade = each.grade !== undefined;
  const mayOverrule = isMine || session?.member.role === 'admin';
  return (
    <>
      {each.status === 'claimed' && !isMine && <p class="notice">{t('console-held-by', { name: holder(each) })}</p>}
      {isMine && (
        <Form action={`${path}/answer`}>
          <TextArea
            name="text"
            label={t(isGrade ? 'console-case-grade-answer' : 'console-answer')}
            hint={t(isGrade ? 'console-case-grade-hint' : 'console-answer-hint')}
            rows={5}
            maxlength={2000}
            required={!isGrade}
            state={state}
          />
          <div class="actions">
            {isGrade ? (
              <button type="submit" formaction={`${path}/regrade`}>
                {t('console-case-grade-right')}
              </button>
            ) : (
              <button type="submit" name="after" value="stay">
                {t('console-answer-send')}
              </button>
            )}
            <button type="submit" name="after" value="close" class="secondary">
              {t(isGrade ? 'console-case-grade-keep' : 'console-answer-close')}
            </button>
          </div>
        </Form>
      )}
      <div class="actions">
        {each.status === 'open' && (
          <Form action={`${path}/claim`} class="inline">
            <button type="submit">{t('console-case-claim')}</button>
          </Form>
        )}
        {each.status === 'claimed' && mayOverrule && (
          <Form action={`${path}/release`} class="inline">
            <button type="submit" class="secondary">
              {t('console-case-release')}
            </button>
          </Form>
        )}
        {/* Who disagreed is told why. */}
        {!isGrade && (each.status === 'open' || mayOverrule) && (
          <Form action={`${path}/close`} class="inline">
            <button type="submit" class="secondary">
              {t('console-case-close')}
            </button>
          </Form>
        )}
      </div>
    </>
  );
}

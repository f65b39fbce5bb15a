import type { Child } from 'hono/jsx';
import { z } from 'zod';
import type { AnnouncementPreview } from '../conversation/index.ts';
import type { Database } from '../database/index.ts';
import {
  type Broadcast,
  type BroadcastContent,
  type BroadcastDesk,
  type BroadcastOutcome,
  type BroadcastRefusal,
  shownStatuses,
} from '../outreach/index.ts';
import { listMembers, memberById } from '../staff/index.ts';
import { readMoment } from '../time/index.ts';
import { Estimate, readAudience } from './broadcast-audience.tsx';
import {
  type AnnounceableWorkshop,
  BroadcastFields,
  fieldsOf,
  givenOf,
  momentField,
  readBroadcast,
  usualEnd,
} from './broadcast-form.tsx';
import { BroadcastBody, type Names } from './broadcast-page.tsx';
import { Status } from './broadcast-progress.tsx';
import { actorOf, addBroadcastSteps, idOf } from './broadcast-step-pages.tsx';
import { refusalWords, statusWords } from './broadcast-words.ts';
import { type FormState, SelectField, TextField } from './fields.tsx';
import { leadTo } from './flash.ts';
import { Form, mayUse, page, part, refusal } from './layout.tsx';
import type { ConsoleContext, Pages } from './pages.ts';
import { Pager, Table } from './table.tsx';

export interface BroadcastPagesOptions {
  readonly database: Database;
  readonly clock: () => Date;
  readonly timezone: string;
  readonly broadcasts: BroadcastDesk;
  /** Workshops that can be announced, the soonest first. */
  readonly announceable: () => Promise<readonly AnnounceableWorkshop[]>;
  /** What people would see, on each channel and in each language. */
  readonly previews: (broadcast: Broadcast) => readonly AnnouncementPreview[];
  /** What staff write to the bot to get a broadcast themselves, alone. */
  readonly testMessage: (id: number) => string;
}

const rowsOnPage = 30;

const query = z.object({
  status: z.enum(shownStatuses).optional().catch(undefined),
  author: z.coerce.number().int().positive().optional().catch(undefined),
  q: z.string().trim().max(100).optional().catch(undefined),
  before: z.coerce.number().int().positive().max(1e15).optional().catch(undefined),
});

/** Announcements to many: writing, approving, watching, reckoning up. */
export function addBroadcastPages(pages: Pages, options: BroadcastPagesOptions): void {
  const { broadcasts, database, clock, timezone } = options;

  pages.overview(async (c) => {
    const { frame } = c.var;
    const { t } = frame;
    if (!mayUse(frame, 'GET /console/broadcasts')) return [];
    const waiting = await broadcasts.list({ status: 'submitted', limit: 100 });
    const going = await broadcasts.list({ status: 'sending', limit: 100 });
    const pending = going.reduce((sum, { figures }) => sum + figures.pending, 0);
    return [
      { title: t('console-bc-to-approve'), figure: waiting.length, href: '/console/broadcasts?status=submitted' },
      {
        title: t('console-bc-being-sent'),
        figure: going.length,
        text: going.length === 0 ? undefined : t('console-bc-messages-left', { count: pending }),
        href: '/console/broadcasts?status=sending',
      },
    ];
  });

  /** How members are called here; one who has left by number. */
  async function namesOf(some: readonly Broadcast[]): Promise<Names> {
    const names = new Map<number, string>();
    const ids = new Set(
      some.flatMap(({ authorId, editedBy, submittedBy, approvedBy }) => [authorId, editedBy, submittedBy, approvedBy]),
    );
    for (const id of ids) {
      const member = id === undefined ? undefined : await memberById(database.db, id);
      if (member !== undefined) names.set(member.id, member.displayName ?? member.email);
    }
    return (id) => (id === undefined ? '–' : (names.get(id) ?? `#${id}`));
  }

  pages.on('GET /console/broadcasts', async (c) => {
    const { frame } = c.var;
    const { t } = frame;
    const { status, author, q, before } = query.parse(c.req.query());
    const found = await broadcasts.list({
      ...(status && { status }),
      ...(author && { author }),
      ...(q && { words: q }),
      ...(before && { before }),
      limit: rowsOnPage,
    });
    const nameOf = await namesOf(found);
    const members = await listMembers(database.db);
    const state = { given: c.req.query(), problems: {} };
    return page(frame, {
      title: t('console-broadcasts'),
      children: (
        <>
          <h1>{t('console-broadcasts')}</h1>
          {mayUse(frame, 'POST /console/broadcasts') && (
            <p class="actions">
              <a href="/console/broadcasts/new" class="button">
                {t('console-bc-compose')}
              </a>
            </p>
          )}
          <form class="filter" method="get">
            <TextField name="q" type="search" label={t('console-bc-find')} state={state} maxlength={100} />
            <SelectField
              name="status"
              label={t('console-bc-status')}
              state={state}
              choices={[
                ['', t('console-everything')],
                ...shownStatuses.map((each) => [each, t(statusWords[each].key)] as const),
              ]}
            />
            <SelectField
              name="author"
              label={t('console-bc-author')}
              state={state}
              choices={[
                ['', t('console-everybody')],
                ...members.map((each) => [String(each.id), each.displayName ?? each.email] as const),
              ]}
            />
            <button type="submit">{t('console-filter')}</button>
          </form>
          <Table
            caption={t('console-broadcasts')}
            head={[
              t('console-bc-title'),
              t('console-bc-status'),
              t('console-bc-recipients'),
              t('console-bc-sent'),
              t('console-bc-at'),
              t('console-bc-author'),
              t('console-bc-approver'),
            ]}
            empty={t('console-bc-none-yet')}
            rows={found.map((each) => [
              <a href={`/console/broadcasts/${each.id}`}>{each.title}</a>,
              <Status broadcast={each} />,
              String(each.figures.recipients),
              each.batchId === undefined ? '–' : String(each.figures.sent),
              frame.time(each.approvedAt ?? each.submittedAt ?? each.changedAt),
              nameOf(each.authorId),
              nameOf(each.approvedBy),
            ])}
          />
          <Pager next={found.length < rowsOnPage ? undefined : found.at(-1)?.id} />
        </>
      ),
    });
  });

  interface ComposePage {
    readonly state: FormState;
    readonly isLooking?: boolean;
    /** The draft that is changed; a new one without. */
    readonly id?: number;
    readonly said?: Child;
  }

  async function composePage(c: ConsoleContext, { state, id, isLooking, said }: ComposePage): Promise<Response> {
    const { frame } = c.var;
    const { t } = frame;
    const to = readAudience(formOf(state.given));
    const estimate = 'audience' in to ? await broadcasts.estimate(to.audience) : undefined;
    const isEstimate = estimate !== undefined && 'recipients' in estimate;
    const path = id === undefined ? '/console/broadcasts' : `/console/broadcasts/${id}`;
    const title = t(id === undefined ? 'console-bc-compose' : 'console-bc-edit');
    const isWrong = Object.keys(state.problems).length > 0 || said !== undefined;
    return page(frame, {
      title,
      status: isWrong && isLooking !== true ? 422 : 200,
      children: (
        <>
          <p>
            <a href={id === undefined ? '/console/broadcasts' : path}>{t('console-back')}</a>
          </p>
          <h1>{title}</h1>
          {isWrong && (
            <p class="flash problem" role="alert">
              {said ?? t('console-bc-problems', { count: Object.keys(state.problems).length })}
            </p>
          )}
          <Form action={path} class="compose">
            <BroadcastFields
              state={state}
              workshops={await options.announceable()}
              estimate={isEstimate ? estimate : undefined}
              mayOverride={c.var.member.role === 'admin'}
            />
            <div class="actions">
              <button type="submit">{t('console-bc-save')}</button>
              <noscript>
                <button type="submit" name="then" value="look" class="secondary" formnovalidate>
                  {t('console-bc-look')}
                </button>
              </noscript>
            </div>
          </Form>
        </>
      ),
    });
  }

  pages.on('GET /console/broadcasts/new', async (c) => {
    if (!mayUse(c.var.frame, 'POST /console/broadcasts')) return refusal(c.var.frame, 403, 'console-forbidden');
    const asked = c.req.query('workshop');
    const workshop = (await options.announceable()).find(({ id }) => id === asked);
    const given = {
      to: 'all',
      not_after: workshop === undefined ? usualEnd(clock(), timezone) : momentField(workshop.startsAt, timezone),
      ...(workshop === undefined ? {} : { workshop: workshop.id, title: workshop.title.slice(0, 120) }),
    };
    return composePage(c, { state: { given, problems: {} } });
  });

  pages.on('POST /console/broadcasts/estimate', async (c) => {
    const { frame, form } = c.var;
    const to = readAudience(form);
    if ('problems' in to) {
      const [problem = 'console-bc-audience-wrong'] = Object.values(to.problems);
      return part(frame, <p class="problem-text">{frame.t(problem)}</p>);
    }
    const estimate = await broadcasts.estimate(to.audience);
    if ('recipients' in estimate) return part(frame, <Estimate estimate={estimate} />);
    const unclear: BroadcastRefusal = { kind: 'unclear_ward', ...estimate };
    return part(frame, <p class="problem-text">{said(c, unclear)}</p>);
  });

  /** A refusal in words; with the names that were meant perhaps. */
  function said(c: ConsoleContext, refused: BroadcastRefusal): string {
    const { t } = c.var.frame;
    if (refused.kind === 'unclear_ward' && refused.candidates.length > 0)
      return t('console-bc-ward-which', { ward: refused.ward, candidates: refused.candidates.slice(0, 5).join(', ') });
    const { key, args } = refusalWords(t, refused);
    return t(key, args);
  }

  /** Saves what was written, or shows it again with what is wrong. */
  async function save(
    c: ConsoleContext,
    id: number | undefined,
    store: (content: BroadcastContent) => Promise<BroadcastOutcome>,
  ): Promise<Response> {
    const { form, member } = c.var;
    const isLooking = form.get('then') === 'look';
    const mayOverride = member.role === 'admin';
    const read = readBroadcast(form, { timezone, now: clock(), mayOverride });
    const shown = id === undefined ? {} : { id };
    if (isLooking) return composePage(c, { ...shown, isLooking, state: { given: givenOf(form), problems: {} } });
    if (!read.ok) return composePage(c, { ...shown, state: read.state });
    const outcome = await store(read.content);
    if (outcome.ok) return leadTo(c, `/console/broadcasts/${outcome.broadcast.id}`, { key: 'console-bc-saved' });
    const { refusal: refused } = outcome;
    if (refused.kind === 'not_found') return refusal(c.var.frame, 404, 'console-bc-none');
    const field = { unclear_ward: 'other_wards', no_workshop: 'workshop', too_late: 'not_after' }[
      refused.kind as string
    ];
    const key =
      refused.kind === 'unclear_ward' ? 'console-bc-ward-which-one' : refusalWords(c.var.frame.t, refused).key;
    const problems = field === undefined ? {} : { [field]: key };
    return composePage(c, { ...shown, state: { given: givenOf(form), problems }, said: said(c, refused) });
  }

  pages.on('POST /console/broadcasts', (c) => save(c, undefined, (content) => broadcasts.create(actorOf(c), content)));

  /** The broadcast of the address, or nothing. */
  const found = (c: ConsoleContext): Promise<Broadcast | undefined> => broadcasts.read(idOf(c));
  const notFound = (c: ConsoleContext): Response => refusal(c.var.frame, 404, 'console-bc-none');

  pages.on('GET /console/broadcasts/:id/edit', async (c) => {
    const broadcast = await found(c);
    if (broadcast === undefined) return notFound(c);
    if (broadcast.status !== 'draft' && broadcast.status !== 'submitted')
      return leadTo(c, `/console/broadcasts/${broadcast.id}`, {
        kind: 'problem',
        ...refusalWords(c.var.frame.t, { kind: 'wrong_state', status: broadcast.status }),
      });
    return composePage(c, { id: broadcast.id, state: { given: fieldsOf(broadcast, timezone), problems: {} } });
  });

  pages.on('POST /console/broadcasts/:id', (c) =>
    save(c, idOf(c), (content) =>
      broadcasts.edit(actorOf(c), idOf(c), (before) => ({
        ...content,
        // Who may not override cannot see the box, and does not take it away.
        ...(c.var.member.role === 'admin'
          ? {}
          : { emergency: before.emergency, emergencyReason: before.emergencyReason }),
      })),
    ),
  );

  pages.on('POST /console/broadcasts/:id/duplicate', async (c) => {
    const broadcast = await found(c);
    if (broadcast === undefined) return notFound(c);
    // Its moments are over, and its emergency as well.
    const { title, text, choices, audience, workshop } = broadcast;
    const notAfter = readMoment(usualEnd(clock(), timezone), timezone);
    const copied = { title, text, choices, audience, notBefore: undefined, notAfter, emergency: false };
    const made = await broadcasts.create(actorOf(c), { ...copied, workshop });
    const copy = made.ok ? made : await broadcasts.create(actorOf(c), { ...copied, workshop: undefined });
    if (!copy.ok)
      return leadTo(c, `/console/broadcasts/${broadcast.id}`, {
        kind: 'problem',
        ...refusalWords(c.var.frame.t, copy.refusal),
      });
    return leadTo(c, `/console/broadcasts/${copy.broadcast.id}/edit`, { key: 'console-bc-copied' });
  });

  pages.on('GET /console/broadcasts/:id', async (c) => {
    const { frame } = c.var;
    const broadcast = await found(c);
    if (broadcast === undefined) return notFound(c);
    const workshop = (await options.announceable()).find(({ id }) => id === broadcast.workshop);
    return page(frame, {
      title: broadcast.title,
      children: (
        <BroadcastBody
          broadcast={broadcast}
          nameOf={await namesOf([broadcast])}
          me={c.var.member.id}
          workshop={workshop?.title ?? broadcast.workshop}
          previews={options.previews(broadcast)}
          testMessage={options.testMessage(broadcast.id)}
          changes={broadcast.batchId === undefined ? [] : await broadcasts.changes(broadcast.id)}
          taken={broadcast.batchId === undefined ? new Map() : await broadcasts.choices(broadcast.id)}
        />
      ),
    });
  });

  addBroadcastSteps(pages, { broadcasts, found, notFound });
}

/** Fields as they were written, as a form again. */
function formOf(given: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(given))
    for (const each of value.split('\n')) if (each !== '') form.append(name, each);
  return form;
}

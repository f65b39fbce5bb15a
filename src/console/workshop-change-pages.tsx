import type { Child } from 'hono/jsx';
import { ensureOrganisation, organisationNames } from '../catalogue/index.ts';
import { spanOnPaper } from '../conversation/index.ts';
import type { Queryable } from '../database/index.ts';
import {
  cancelWorkshop,
  createWorkshop,
  type Recurrence,
  repeatWorkshop,
  startsOfSeries,
  type UpdateOutcome,
  updateFollowing,
  updateWorkshop,
  type Workshop,
  workshopById,
} from '../workshops/index.ts';
import { confirmFirst, emptyForm, type FormState, SelectField, TextArea, textsOf } from './fields.tsx';
import { leadTo } from './flash.ts';
import { Form, page, refusal } from './layout.tsx';
import type { ConsoleContext, Pages } from './pages.ts';
import { momentOf, pathOf, type WorkshopPagesOptions, workshopHere } from './workshop-access.ts';
import { formOf, type ReadWorkshop, RepeatFields, readRepeat, readWorkshop, WorkshopFields } from './workshop-form.tsx';
import { whereText } from './workshop-words.ts';

/** Names that are suggested; more would make the page heavy. */
const mostSuggested = 1000;
const longestReason = 500;

const list = '/console/workshops';
const newWorkshop = '/console/new-workshop';

/** Whether somebody who was asked to confirm went back to the form. */
const wantsToEdit = (c: ConsoleContext): boolean => c.var.form.get('confirmed') === 'no';

/** How many people hear of a change. */
const affected = ({ taken, offered, waiting }: Workshop): number => taken + offered + waiting;

/** Making workshops, changing them, repeating them and calling them off. */
export function addWorkshopChangePages(pages: Pages, options: WorkshopPagesOptions): void {
  const { database, clock, timezone } = options;

  const notFound = (c: ConsoleContext): Response => refusal(c.var.frame, 404, 'console-no-workshop');

  async function withOrganisation(tx: Queryable, { organisation, ...rest }: ReadWorkshop) {
    return {
      ...rest,
      organisationId: organisation === undefined ? undefined : await ensureOrganisation(tx, organisation),
    };
  }

  async function newPage(c: ConsoleContext, state: FormState): Promise<Response> {
    const { frame } = c.var;
    const { t } = frame;
    const isWrong = Object.keys(state.problems).length > 0;
    return page(frame, {
      title: t('console-workshop-new'),
      status: isWrong ? 422 : 200,
      children: (
        <>
          <h1>{t('console-workshop-new')}</h1>
          {isWrong && (
            <p class="notice alarm" role="alert">
              {t('console-form-wrong')}
            </p>
          )}
          <Form action={newWorkshop}>
            <WorkshopFields
              state={state}
              organisations={await organisationNames(database.db, mostSuggested)}
              held={0}
            />
            <RepeatFields state={state} mayBeOnce />
            <div class="actions">
              <button type="submit">{t('console-workshop-create')}</button>
              <a href={list}>{t('console-back')}</a>
            </div>
          </Form>
        </>
      ),
    });
  }

  /** The dates of a series, to be looked at before it is made. */
  function Dates(c: ConsoleContext, first: Pick<Workshop, 'startsAt' | 'endsAt'>, recurrence: Recurrence): Child {
    const lasts = first.endsAt.getTime() - first.startsAt.getTime();
    const starts = [first.startsAt, ...startsOfSeries(first.startsAt, recurrence, timezone)];
    const { locale } = c.var.frame;
    return (
      <ol class="dates">
        {starts.map((startsAt) => (
          <li>{spanOnPaper({ startsAt, endsAt: new Date(startsAt.getTime() + lasts) }, { locale, timezone })}</li>
        ))}
      </ol>
    );
  }

  /** Asks before a series is made: it says every date. */
  function confirmSeries(
    c: ConsoleContext,
    first: Pick<Workshop, 'startsAt' | 'endsAt' | 'title'>,
    recurrence: Recurrence,
    back: string,
  ): Response | undefined {
    const { t } = c.var.frame;
    const count = startsOfSeries(first.startsAt, recurrence, timezone).length + 1;
    return confirmFirst(c, {
      title: t('console-workshop-series'),
      text: t('console-workshop-series-confirm', { title: first.title, count }),
      button: t('console-workshop-series-create', { count }),
      back,
      details: Dates(c, first, recurrence),
      mayEdit: back === newWorkshop,
    });
  }

  pages.on('GET /console/new-workshop', async (c) => {
    const from = c.req.query('from');
    const original = from === undefined ? undefined : await workshopById(database.db, from);
    if (original === undefined) return newPage(c, emptyForm);
    // A copy is for another day: the old one would be a mistake.
    const { given, problems } = formOf(original, timezone);
    return newPage(c, { given: { ...given, day: '', last_day: '' }, problems });
  });

  pages.on('POST /console/new-workshop', async (c) => {
    const now = clock();
    const read = readWorkshop(c.var.form, { timezone, now });
    if (!read.ok) return newPage(c, read.state);
    if (wantsToEdit(c)) return newPage(c, { given: textsOf(c.var.form), problems: {} });
    const repeat = readRepeat(c.var.form, timezone);
    if (!repeat.ok) return newPage(c, repeat.state);
    const { recurrence } = repeat;
    const asked = recurrence && confirmSeries(c, read.workshop, recurrence, newWorkshop);
    if (asked !== undefined) return asked;
    const by = { staffId: c.var.member.id, now, timezone };
    const made = await database.transaction(async (tx) => {
      const workshop = await createWorkshop(tx, await withOrganisation(tx, read.workshop), by);
      const series = workshop && recurrence && (await repeatWorkshop(tx, workshop, recurrence, by));
      return workshop && { workshop, count: series?.length ?? 1 };
    });
    // Without an id of its own a workshop always gets one that is free.
    if (made === undefined) return refusal(c.var.frame, 409, 'console-failed');
    return leadTo(c, pathOf(made.workshop), {
      key: made.count === 1 ? 'console-workshop-created' : 'console-workshops-created',
      args: { count: made.count },
    });
  });

  async function editPage(c: ConsoleContext, workshop: Workshop, state: FormState, status?: 409): Promise<Response> {
    const { frame } = c.var;
    const { t } = frame;
    const isWrong = Object.keys(state.problems).length > 0;
    return page(frame, {
      title: t('console-workshop-edit'),
      status: status ?? (isWrong ? 422 : 200),
      children: (
        <>
          <p>
            <a href={pathOf(workshop)}>{workshop.title}</a>
          </p>
          <h1>{t('console-workshop-edit')}</h1>
          {isWrong && (
            <p class="notice alarm" role="alert">
              {t('console-form-wrong')}
            </p>
          )}
          {affected(workshop) > 0 && (
            <p class="notice">{t('console-workshop-will-tell', { count: affected(workshop) })}</p>
          )}
          <Form action={`${pathOf(workshop)}/edit`}>
            <input type="hidden" name="sequence" value={String(workshop.sequence)} />
            <WorkshopFields
              state={state}
              organisations={await organisationNames(database.db, mostSuggested)}
              held={workshop.taken + workshop.offered}
            />
            {workshop.seriesKey !== undefined && (
              <SelectField
                name="scope"
                label={t('console-workshop-scope')}
                state={state}
                choices={[
                  ['one', t('console-workshop-scope-one')],
                  ['following', t('console-workshop-scope-following')],
                ]}
              />
            )}
            <div class="actions">
              <button type="submit">{t('console-save')}</button>
              <a href={pathOf(workshop)}>{t('console-back')}</a>
            </div>
          </Form>
        </>
      ),
    });
  }

  pages.on('GET /console/workshops/:id/edit', async (c) => {
    const workshop = await workshopHere(c, database);
    if (workshop === undefined) return notFound(c);
    if (workshop.status === 'cancelled')
      return leadTo(c, pathOf(workshop), { kind: 'problem', key: 'console-workshop-is-cancelled' });
    return editPage(c, workshop, formOf(workshop, timezone));
  });

  pages.on('POST /console/workshops/:id/edit', async (c) => {
    const { frame, form, member } = c.var;
    const { t, locale } = frame;
    const workshop = await workshopHere(c, database);
    if (workshop === undefined) return notFound(c);
    const read = readWorkshop(form, { timezone, now: clock(), before: workshop });
    if (!read.ok) return editPage(c, workshop, read.state);
    const given = textsOf(form);
    if (wantsToEdit(c)) return editPage(c, workshop, { given, problems: {} });
    if (given.sequence !== undefined && given.sequence !== String(workshop.sequence))
      return editPage(c, workshop, { given, problems: { title: 'console-workshop-changed-meanwhile' } }, 409);
    const isMoved =
      +read.workshop.startsAt !== +workshop.startsAt ||
      +read.workshop.endsAt !== +workshop.endsAt ||
      whereText(read.workshop) !== whereText(workshop) ||
      read.workshop.onlineUrl !== workshop.onlineUrl;
    const follows = workshop.seriesKey !== undefined && given.scope === 'following';
    const asked =
      isMoved && (affected(workshop) > 0 || follows)
        ? confirmFirst(c, {
            title: t('console-workshop-edit'),
            text: t(follows ? 'console-workshop-tell-confirm-series' : 'console-workshop-tell-confirm', {
              count: affected(workshop),
            }),
            button: t('console-save'),
            back: pathOf(workshop),
            mayEdit: true,
            details: (
              <ul>
                {[workshop, read.workshop].map((each, at) => (
                  <li>
                    {t(at === 0 ? 'console-workshop-before' : 'console-workshop-after')}{' '}
                    {spanOnPaper(each, { locale, timezone })} – {whereText(each)}
                  </li>
                ))}
              </ul>
            ),
          })
        : undefined;
    if (asked !== undefined) return asked;
    const moment = momentOf(options);
    const by = { staffId: member.id };
    const outcomes = await database.transaction(async (tx) => {
      const patch = await withOrganisation(tx, read.workshop);
      return follows
        ? updateFollowing(tx, workshop, patch, { ...moment, timezone }, by)
        : [await updateWorkshop(tx, workshop.key, patch, moment, by)];
    });
    return afterEdit(c, workshop, outcomes);
  });

  function afterEdit(
    c: ConsoleContext,
    workshop: Workshop,
    outcomes: readonly UpdateOutcome[],
  ): Response | Promise<Response> {
    const done = outcomes.filter(({ kind }) => kind === 'updated' || kind === 'unchanged').length;
    const told = outcomes.some((outcome) => outcome.kind === 'updated' && Object.keys(outcome.told).length > 0);
    const refused = outcomes.find(({ kind }) => kind !== 'updated' && kind !== 'unchanged');
    if (refused === undefined) {
      const key = told && affected(workshop) > 0 ? 'console-workshop-saved-told' : 'console-saved';
      return leadTo(c, pathOf(workshop), { key, args: { count: affected(workshop) } });
    }
    if (done > 0) {
      return leadTo(c, pathOf(workshop), {
        kind: 'problem',
        key: 'console-workshops-saved-some',
        args: { done, refused: outcomes.length - done },
      });
    }
    const given = textsOf(c.var.form);
    switch (refused.kind) {
      case 'capacity_below':
        return editPage(c, workshop, { given, problems: { capacity: 'console-workshop-capacity-below' } });
      case 'ends_before_start':
        return editPage(c, workshop, { given, problems: { ends: 'console-workshop-end-wrong' } });
      default:
        return leadTo(c, pathOf(workshop), { kind: 'problem', key: 'console-workshop-is-cancelled' });
    }
  }

  function repeatPage(c: ConsoleContext, workshop: Workshop, state: FormState): Response {
    const { frame } = c.var;
    const { t, locale } = frame;
    return page(frame, {
      title: t('console-workshop-repeat-it'),
      status: Object.keys(state.problems).length > 0 ? 422 : 200,
      children: (
        <>
          <p>
            <a href={pathOf(workshop)}>{workshop.title}</a>
          </p>
          <h1>{t('console-workshop-repeat-it')}</h1>
          <p>{spanOnPaper(workshop, { locale, timezone })}</p>
          <Form action={`${pathOf(workshop)}/repeat`}>
            <RepeatFields state={state} mayBeOnce={false} />
            <div class="actions">
              <button type="submit">{t('console-workshop-series-show')}</button>
              <a href={pathOf(workshop)}>{t('console-back')}</a>
            </div>
          </Form>
        </>
      ),
    });
  }

  pages.on('GET /console/workshops/:id/repeat', async (c) => {
    const workshop = await workshopHere(c, database);
    if (workshop === undefined) return notFound(c);
    if (workshop.seriesKey !== undefined || workshop.status === 'cancelled')
      return leadTo(c, pathOf(workshop), { kind: 'problem', key: 'console-workshop-repeats-already' });
    return repeatPage(c, workshop, emptyForm);
  });

  pages.on('POST /console/workshops/:id/repeat', async (c) => {
    const workshop = await workshopHere(c, database);
    if (workshop === undefined) return notFound(c);
    if (workshop.seriesKey !== undefined || workshop.status === 'cancelled')
      return leadTo(c, pathOf(workshop), { kind: 'problem', key: 'console-workshop-repeats-already' });
    const read = readRepeat(c.var.form, timezone);
    if (!read.ok) return repeatPage(c, workshop, read.state);
    const { recurrence } = read;
    if (recurrence === undefined) return repeatPage(c, workshop, emptyForm);
    const asked = confirmSeries(c, workshop, recurrence, `${pathOf(workshop)}/repeat`);
    if (asked !== undefined) return asked;
    const by = { staffId: c.var.member.id, now: clock(), timezone };
    const series = await database.transaction((tx) => repeatWorkshop(tx, workshop, recurrence, by));
    if (series === undefined)
      return leadTo(c, pathOf(workshop), { kind: 'problem', key: 'console-workshop-repeats-already' });
    return leadTo(c, pathOf(workshop), { key: 'console-workshops-created', args: { count: series.length } });
  });

  pages.on('GET /console/workshops/:id/cancel', async (c) => {
    const { frame } = c.var;
    const { t, locale } = frame;
    const workshop = await workshopHere(c, database);
    if (workshop === undefined) return notFound(c);
    return page(frame, {
      title: t('console-workshop-cancel'),
      children: (
        <>
          <p>
            <a href={pathOf(workshop)}>{workshop.title}</a>
          </p>
          <h1>{t('console-workshop-cancel')}</h1>
          <p>
            {workshop.title}, {spanOnPaper(workshop, { locale, timezone })}
          </p>
          <p class="notice alarm">{t('console-workshop-cancel-confirm', { count: affected(workshop) })}</p>
          <Form action={`${pathOf(workshop)}/cancel`}>
            <TextArea
              name="reason"
              label={t('console-workshop-cancel-reason')}
              hint={t('console-workshop-cancel-reason-hint')}
              rows={3}
              maxlength={longestReason}
              state={emptyForm}
            />
            <div class="actions">
              <button type="submit">{t('console-workshop-cancel')}</button>
              <a href={pathOf(workshop)}>{t('console-back')}</a>
            </div>
          </Form>
        </>
      ),
    });
  });

  pages.on('POST /console/workshops/:id/cancel', async (c) => {
    const workshop = await workshopHere(c, database);
    if (workshop === undefined) return notFound(c);
    const given = (textsOf(c.var.form).reason ?? '')
      .normalize('NFC')
      .replace(/\p{C}+/gu, ' ')
      .trim();
    const reason = given === '' ? undefined : given.slice(0, longestReason).toWellFormed();
    const by = { staffId: c.var.member.id };
    const outcome = await database.transaction((tx) => cancelWorkshop(tx, workshop.key, reason, momentOf(options), by));
    if (outcome.kind === 'over')
      return leadTo(c, pathOf(workshop), { kind: 'problem', key: 'console-workshop-is-over' });
    const count = outcome.kind === 'cancelled' ? outcome.told : 0;
    return leadTo(c, pathOf(workshop), { key: 'console-workshop-cancelled', args: { count } });
  });
}

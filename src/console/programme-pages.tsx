import { z } from 'zod';
import { ensureOrganisation, organisationNames } from '../catalogue/index.ts';
import { spanOnPaper } from '../conversation/index.ts';
import { findWard, wards } from '../places/index.ts';
import { hasWords, plainLine, plainText } from '../text/index.ts';
import { readMoment } from '../time/index.ts';
import {
  createProgramme,
  listProgrammes,
  mostSessions,
  noteSession,
  programmeKinds,
  programmeMembers,
  type SessionTime,
  type Workshop,
} from '../workshops/index.ts';
import { emptyForm, type FormState, readFields, SelectField, TextArea, TextField, textsOf } from './fields.tsx';
import { leadTo } from './flash.ts';
import { Form, mayUse, page, refusal } from './layout.tsx';
import type { ConsoleContext, Pages } from './pages.ts';
import { Table } from './table.tsx';
import { boundOf, pathOf, type WorkshopPagesOptions, workshopHere } from './workshop-access.ts';
import { seatsText } from './workshop-words.ts';

const list = '/console/programmes';
const rowsShown = 200;
const mostSuggested = 1000;

const line = (most: number) =>
  z.string().default('').transform(plainLine).pipe(z.string().max(most, 'console-workshop-too-long'));
const fields = z.object({
  title: line(300).refine(hasWords, 'console-workshop-no-title'),
  kind: z.enum(programmeKinds),
  description: z.string().default('').transform(plainText).pipe(z.string().max(20_000, 'console-workshop-too-long')),
  sessions: z.string().max(10_000, 'console-workshop-too-long'),
  place: line(300).refine(hasWords, 'console-workshop-no-place'),
  ward: line(120),
  capacity: z
    .string()
    .trim()
    .regex(/^\d{0,6}$/, 'console-workshop-capacity-wrong')
    .default(''),
  organisation: line(200),
  topics: line(1000),
});

/** "2026-12-05 08:30-10:30" a line; undefined when a line is none, is over, or two are at the same time. */
export function readSessions(
  text: string,
  { timezone, now }: { readonly timezone: string; readonly now: Date },
): SessionTime[] | undefined {
  const lines = text
    .split('\n')
    .map((each) => each.trim())
    .filter((each) => each !== '');
  const times = lines.map((each) => {
    const [, day, starts, ends] = /^(\d{4}-\d\d-\d\d)[ ,T]+(\d\d?:\d\d) ?[-–] ?(\d\d?:\d\d)$/.exec(each) ?? [];
    const at = (clock: string | undefined) => readMoment(`${day}T${clock?.padStart(5, '0')}`, timezone);
    return { startsAt: at(starts), endsAt: at(ends) };
  });
  const read = times.flatMap(({ startsAt, endsAt }) =>
    startsAt !== undefined && endsAt !== undefined && startsAt > now && endsAt > startsAt ? [{ startsAt, endsAt }] : [],
  );
  const isWhole = read.length === lines.length && read.length > 0 && read.length <= mostSessions;
  return isWhole && new Set(read.map(({ startsAt }) => +startsAt)).size === read.length ? read : undefined;
}

/** Programmes of several sessions: making one, and noting who came to each session. */
export function addProgrammePages(pages: Pages, { database, clock, timezone }: WorkshopPagesOptions): void {
  const notFound = (c: ConsoleContext): Response => refusal(c.var.frame, 404, 'console-no-programme');
  const pathTo = ({ id }: Pick<Workshop, 'id'>): string => `${list}/${encodeURIComponent(id)}`;

  async function programmeHere(c: ConsoleContext): Promise<Workshop | undefined> {
    const found = await workshopHere(c, database);
    return found?.programme === undefined ? undefined : found;
  }

  pages.on('GET /console/programmes', async (c) => {
    const { frame } = c.var;
    const { t, locale } = frame;
    const look = { now: clock(), organisationId: boundOf(c), limit: rowsShown, offset: 0 };
    const found = await listProgrammes(database.db, look);
    return page(frame, {
      title: t('console-programmes'),
      children: (
        <>
          <h1>{t('console-programmes')}</h1>
          <p>{t('console-programmes-what')}</p>
          {mayUse(frame, 'POST /console/programmes') && (
            <p>
              <a class="button" href={`${list}/new`}>
                {t('console-programme-new')}
              </a>
            </p>
          )}
          <Table
            caption={t('console-programmes')}
            head={[
              t('console-workshop'),
              t('console-programme-kind'),
              t('console-workshop-when'),
              t('console-seats'),
              t('console-seats-waiting'),
            ]}
            empty={t('console-programmes-none')}
            rows={found.map((each) => [
              <>
                <a href={pathTo(each)}>{each.title}</a>
                {each.sample && <small> {t('console-sample')}</small>}
              </>,
              t('programme-kind', { kind: each.programme ?? 'adult' }),
              spanOnPaper(each, { locale, timezone }),
              seatsText(each),
              String(each.waiting),
            ])}
          />
        </>
      ),
    });
  });

  async function formPage(c: ConsoleContext, state: FormState): Promise<Response> {
    const { frame } = c.var;
    const { t } = frame;
    const names = await organisationNames(database.db, mostSuggested);
    return page(frame, {
      title: t('console-programme-new'),
      status: Object.keys(state.problems).length > 0 ? 422 : 200,
      children: (
        <>
          <h1>{t('console-programme-new')}</h1>
          <Form action={list}>
            <TextField name="title" label={t('console-workshop-title')} required maxlength={300} state={state} />
            <SelectField
              name="kind"
              label={t('console-programme-kind')}
              state={state}
              choices={programmeKinds.map((kind) => [kind, t('programme-kind', { kind })] as const)}
            />
            <TextArea name="description" label={t('console-workshop-description')} rows={4} state={state} />
            <TextArea
              name="sessions"
              label={t('console-programme-sessions')}
              hint={t('console-programme-sessions-hint')}
              rows={8}
              required
              state={state}
            />
            <TextField name="place" label={t('console-workshop-place')} required maxlength={300} state={state} />
            <TextField name="ward" label={t('console-workshop-ward')} list="ward-list" state={state} />
            <datalist id="ward-list">
              {wards.map(({ fullName }) => (
                <option value={fullName}></option>
              ))}
            </datalist>
            <TextField
              name="capacity"
              label={t('console-workshop-capacity')}
              inputmode="numeric"
              maxlength={6}
              state={state}
            />
            <TextField
              name="organisation"
              label={t('console-workshop-organisation')}
              list="organisation-list"
              state={state}
            />
            <datalist id="organisation-list">
              {names.map((name) => (
                <option value={name}></option>
              ))}
            </datalist>
            <TextField
              name="topics"
              label={t('console-workshop-topics')}
              hint={t('console-workshop-topics-hint')}
              state={state}
            />
            <div class="actions">
              <button type="submit">{t('console-programme-new')}</button>
              <a href={list}>{t('console-back')}</a>
            </div>
          </Form>
        </>
      ),
    });
  }

  pages.on('GET /console/programmes/new', (c) => formPage(c, emptyForm));

  pages.on('POST /console/programmes', async (c) => {
    const read = readFields(c.var.form, fields);
    if (!read.ok) return formPage(c, read.state);
    const problem = (field: string, key: string) =>
      formPage(c, { given: textsOf(c.var.form), problems: { [field]: key } });
    const { organisation, topics, capacity, ward: wardName, sessions: written, ...same } = read.values;
    const sessions = readSessions(written, { timezone, now: clock() });
    if (sessions === undefined) return problem('sessions', 'console-programme-sessions-wrong');
    const ward = wardName === '' ? undefined : findWard(wardName);
    if (ward?.kind === 'unknown') return problem('ward', 'console-workshop-ward-wrong');
    if (ward?.kind === 'ambiguous') return problem('ward', 'console-workshop-ward-unclear');
    const made = await database.transaction(async (tx) =>
      createProgramme(
        tx,
        {
          ...same,
          description: same.description === '' ? undefined : same.description,
          sessions,
          ward: ward?.ward.code,
          capacity: capacity === '' ? undefined : Number(capacity),
          topics: topics
            .split(/[,;]/)
            .map((each) => each.trim())
            .filter((each) => each !== '')
            .slice(0, 30),
          organisationId: organisation === '' ? undefined : await ensureOrganisation(tx, organisation),
        },
        { staffId: c.var.member.id, now: clock() },
      ),
    );
    if (made === undefined) throw new Error('A made id is never taken.');
    return leadTo(c, pathTo(made), { key: 'console-programme-made' });
  });

  pages.on('GET /console/programmes/:id', async (c) => {
    const programme = await programmeHere(c);
    if (programme === undefined) return notFound(c);
    const { frame } = c.var;
    const { t, locale } = frame;
    const members = await programmeMembers(database.db, programme.key);
    const now = clock();
    const mayNote = mayUse(frame, 'POST /console/programmes/:id/attendance') && programme.status === 'planned';
    return page(frame, {
      title: programme.title,
      children: (
        <>
          <p>
            <a href={list}>{t('console-programmes')}</a>
          </p>
          <h1>{programme.title}</h1>
          <p>
            {t('programme-line', {
              kind: t('programme-kind', { kind: programme.programme ?? 'adult' }),
              count: programme.sessions.length,
            })}
          </p>
          <p>
            <a href={pathOf(programme)}>{t('console-programme-workshop')}</a>
          </p>
          <h2>{t('console-programme-attendance')}</h2>
          {members.length === 0 && <p class="quiet">{t('console-programme-nobody')}</p>}
          {programme.sessions.map((session, position) => (
            <details open={mayNote && +session.startsAt <= +now && +session.endsAt > +now - 86_400_000}>
              <summary>
                {t('console-programme-session')} {position + 1}: {spanOnPaper(session, { locale, timezone })} –{' '}
                {members.filter(({ sessionKeys }) => sessionKeys.includes(session.key)).length}{' '}
                {t('console-programme-came')}
              </summary>
              {mayNote && session.startsAt <= now ? (
                <Form action={`${pathTo(programme)}/attendance`}>
                  <input type="hidden" name="session" value={String(session.key)} />
                  <div class="checks">
                    {members.map(({ registrationKey, code, sessionKeys }) => (
                      <label>
                        <input
                          type="checkbox"
                          name={`r${registrationKey}`}
                          value="yes"
                          checked={sessionKeys.includes(session.key)}
                        />
                        {code}
                      </label>
                    ))}
                  </div>
                  <button type="submit">{t('console-save')}</button>
                </Form>
              ) : (
                <p class="quiet">{t('console-programme-not-yet')}</p>
              )}
            </details>
          ))}
          <Table
            caption={t('console-programme-done')}
            head={[t('console-code'), t('console-programme-came'), t('console-programme-done')]}
            empty=""
            rows={members.map(({ code, sessionKeys, completedAt }) => [
              <span class="code">{code}</span>,
              `${sessionKeys.length}/${programme.sessions.length}`,
              completedAt === undefined ? '–' : frame.time(completedAt),
            ])}
          />
        </>
      ),
    });
  });

  pages.on('POST /console/programmes/:id/attendance', async (c) => {
    const programme = await programmeHere(c);
    if (programme === undefined) return notFound(c);
    const given = textsOf(c.var.form);
    const sessionKey = Number(given.session);
    if (!Number.isSafeInteger(sessionKey)) return notFound(c);
    const registrationKeys = Object.keys(given).flatMap((name) => {
      const key = /^r(\d{1,15})$/.exec(name)?.[1];
      return key === undefined ? [] : [Number(key)];
    });
    const outcome = await database.transaction((tx) =>
      noteSession(
        tx,
        { workshopKey: programme.key, sessionKey, registrationKeys },
        { staffId: c.var.member.id, now: clock() },
      ),
    );
    if (outcome === 'unknown') return notFound(c);
    return leadTo(
      c,
      pathTo(programme),
      outcome === 'noted' ? { key: 'console-programme-noted' } : { kind: 'problem', key: 'console-programme-not-yet' },
    );
  });
}

import { z } from 'zod';
import type { Clock, Database } from '../database/index.ts';
import { type CityKinds, type Feed, type FeedDesk, type FeedProblem, findFeed, listFeeds } from '../imports/index.ts';
import { confirmFirst, emptyForm, type FormState, readFields, SelectField, TextArea, TextField } from './fields.tsx';
import { leadTo } from './flash.ts';
import type { Frame } from './frame.ts';
import { kindName } from './import-state.tsx';
import { Form, mayUse, page, refusal } from './layout.tsx';
import type { ConsoleContext, Pages } from './pages.ts';
import { Table } from './table.tsx';

export interface FeedPagesOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly importKinds: CityKinds;
  readonly feeds: FeedDesk;
}

const list = '/console/feeds';

/** What the form of an address says; messages are keys of the locale files. */
const feedForm = z
  .object({
    kind: z.string(),
    url: z.string().trim().min(1, 'console-feed-url-wrong'),
    source: z.string().trim().min(1, 'console-feed-source-wrong').max(100, 'console-feed-source-wrong'),
    sheet: z.string().trim().max(100).default(''),
    mapping: z.string().trim().max(100_000).default(''),
    hour: z.coerce.number('console-feed-hour-wrong').int('console-feed-hour-wrong').min(0).max(23),
    skips_bad: z.enum(['no', 'yes']).default('no'),
    marks_missing: z.enum(['no', 'yes']).default('yes'),
  })
  .transform(({ sheet, mapping, skips_bad, marks_missing, ...given }) => ({
    ...given,
    sheet: sheet === '' ? undefined : sheet,
    mapping: mapping === '' ? undefined : mapping,
    skipsBad: skips_bad === 'yes',
    marksMissing: marks_missing === 'yes',
  }));

/** The fields of the form by those of a feed. */
const formNames: Readonly<Record<FeedProblem['field'], string>> = {
  kind: 'kind',
  url: 'url',
  source: 'source',
  sheet: 'sheet',
  mapping: 'mapping',
  hour: 'hour',
  skipsBad: 'skips_bad',
  marksMissing: 'marks_missing',
};

function writtenOf(feed: Feed): Readonly<Record<string, string>> {
  return {
    kind: feed.kind,
    url: feed.url,
    source: feed.source,
    sheet: feed.sheet ?? '',
    mapping: feed.mapping ?? '',
    hour: String(feed.hour),
    skips_bad: feed.skipsBad ? 'yes' : 'no',
    marks_missing: feed.marksMissing ? 'yes' : 'no',
  };
}

/** Addresses that are looked at once a day. */
export function addFeedPages(pages: Pages, { database, clock, importKinds, feeds }: FeedPagesOptions): void {
  pages.on('GET /console/feeds', async (c) => {
    const { frame } = c.var;
    const { t } = frame;
    const all = await listFeeds(database.db);
    return page(frame, {
      title: t('console-feeds'),
      children: (
        <>
          <p>
            <a href="/console/imports">{t('console-imports')}</a>
          </p>
          <h1>{t('console-feeds')}</h1>
          <p>{t('console-feeds-what')}</p>
          <p>
            <a class="button" href={`${list}/new`}>
              {t('console-feed-add')}
            </a>
          </p>
          <Table
            caption={t('console-feeds')}
            empty={t('console-feeds-none')}
            head={[
              t('console-import-source'),
              t('console-import-kind'),
              t('console-feed-state'),
              t('console-feed-last'),
              t('console-feed-next'),
            ]}
            rows={all.map((feed) => [
              <a href={`${list}/${feed.id}`}>{feed.source}</a>,
              kindName(t, feed.kind),
              stateOf(frame, feed),
              feed.lastAt === undefined ? '–' : frame.time(feed.lastAt),
              nextOf(frame, feed, clock()),
            ])}
          />
        </>
      ),
    });
  });

  function formPage(c: ConsoleContext, feed: Feed | undefined, state: FormState, said?: string): Response {
    const { frame } = c.var;
    const { t } = frame;
    const title = feed === undefined ? t('console-feed-add') : `${t('console-feed')}: ${feed.source}`;
    const yesNo = [
      ['yes', t('console-feed-yes')],
      ['no', t('console-feed-no')],
    ] as const;
    return page(frame, {
      title,
      status: Object.keys(state.problems).length > 0 || said !== undefined ? 422 : 200,
      children: (
        <>
          <p>
            <a href={list}>{t('console-feeds')}</a>
          </p>
          <h1>{title}</h1>
          {feed !== undefined && <FeedState frame={frame} feed={feed} now={clock()} />}
          {said !== undefined && (
            <p class="notice alarm" role="alert">
              {said}
            </p>
          )}
          <Form action={feed === undefined ? list : `${list}/${feed.id}`}>
            <SelectField
              name="kind"
              label={t('console-import-kind')}
              state={state}
              choices={Object.keys(importKinds).map((kind) => [kind, kindName(t, kind)] as const)}
            />
            <TextField
              name="url"
              label={t('console-feed-url')}
              hint={t('console-feed-url-hint')}
              maxlength={2000}
              required
              state={state}
            />
            <TextField
              name="source"
              label={t('console-import-source')}
              hint={t('console-feed-source-hint')}
              maxlength={100}
              required
              state={state}
            />
            <TextField
              name="hour"
              label={t('console-feed-hour')}
              hint={t('console-feed-hour-hint')}
              inputmode="numeric"
              maxlength={2}
              required
              state={state}
            />
            <SelectField
              name="skips_bad"
              label={t('console-feed-skips-bad')}
              state={state}
              choices={[...yesNo].reverse()}
            />
            <SelectField
              name="marks_missing"
              label={t('console-feed-marks-missing')}
              hint={t('console-feed-marks-missing-hint')}
              state={state}
              choices={yesNo}
            />
            <TextField
              name="sheet"
              label={t('console-import-sheet')}
              hint={t('console-import-sheet-hint')}
              maxlength={100}
              state={state}
            />
            <TextArea
              name="mapping"
              label={t('console-feed-mapping')}
              hint={t('console-feed-mapping-hint')}
              rows={4}
              state={state}
            />
            <button type="submit">{t('console-save')}</button>
          </Form>
        </>
      ),
    });
  }

  const feedHere = (c: ConsoleContext): Promise<Feed | undefined> => findFeed(database.db, idOf(c));
  const none = (c: ConsoleContext): Response => refusal(c.var.frame, 404, 'console-no-feed');

  pages.on('GET /console/feeds/new', (c) => formPage(c, undefined, { ...emptyForm, given: { hour: '4' } }));

  pages.on('GET /console/feeds/:id', async (c) => {
    const feed = await feedHere(c);
    return feed === undefined ? none(c) : formPage(c, feed, { given: writtenOf(feed), problems: {} });
  });

  /** What was written stays in the form; the remedy of a field that only the desk knows stands above it. */
  function refilled(c: ConsoleContext, feed: Feed | undefined, { field, problem }: FeedProblem): Response {
    const given = Object.fromEntries([...c.var.form].map(([name, value]) => [name, String(value)]));
    const name = formNames[field];
    return formPage(c, feed, { given, problems: { [name]: 'console-field-wrong' } }, `${name}: ${problem}`);
  }

  pages.on('POST /console/feeds', async (c) => {
    const read = readFields(c.var.form, feedForm);
    if (!read.ok) return formPage(c, undefined, read.state);
    const made = await feeds.add(read.values, c.var.member.id);
    return 'id' in made ? leadTo(c, `${list}/${made.id}`, { key: 'console-feed-added' }) : refilled(c, undefined, made);
  });

  pages.on('POST /console/feeds/:id', async (c) => {
    const feed = await feedHere(c);
    if (feed === undefined) return none(c);
    const read = readFields(c.var.form, feedForm);
    if (!read.ok) return formPage(c, feed, read.state);
    const edited = await feeds.edit(feed.id, read.values, c.var.member.id);
    if (edited === undefined) return none(c);
    return 'id' in edited ? leadTo(c, `${list}/${feed.id}`, { key: 'console-feed-saved' }) : refilled(c, feed, edited);
  });

  const after = (c: ConsoleContext, isThere: boolean, key: string): Response =>
    isThere ? leadTo(c, `${list}/${idOf(c)}`, { key }) : none(c);

  pages.on('POST /console/feeds/:id/sync', async (c) =>
    after(c, await feeds.syncNow(idOf(c), c.var.member.id), 'console-feed-asked'),
  );
  pages.on('POST /console/feeds/:id/pause', async (c) =>
    after(c, await feeds.pause(idOf(c), true, c.var.member.id), 'console-feed-paused-told'),
  );
  pages.on('POST /console/feeds/:id/resume', async (c) =>
    after(c, await feeds.pause(idOf(c), false, c.var.member.id), 'console-feed-resumed'),
  );
  pages.on('POST /console/feeds/:id/remove', async (c) => {
    const feed = await feedHere(c);
    if (feed === undefined) return none(c);
    const { t } = c.var.frame;
    const asked = confirmFirst(c, {
      title: t('console-feed-remove'),
      text: t('console-feed-remove-what', { source: feed.source }),
      button: t('console-feed-remove'),
      back: `${list}/${feed.id}`,
    });
    if (asked !== undefined) return asked;
    await feeds.remove(feed.id, c.var.member.id);
    return leadTo(c, list, { key: 'console-feed-removed' });
  });

  pages.overview(async (c) => {
    const { frame } = c.var;
    if (!mayUse(frame, 'GET /console/feeds')) return [];
    const bad = (await listFeeds(database.db)).filter((feed) => !feed.isPaused && feed.problem !== undefined);
    if (bad.length === 0) return [];
    return [
      { title: frame.t('console-feeds-trouble'), figure: bad.length, href: list, text: bad[0]?.source, isAlarm: true },
    ];
  });
}

/** The id in the address; one that cannot be an id finds nothing. */
function idOf(c: ConsoleContext): number {
  const id = c.req.param('id') ?? '';
  return /^\d{1,15}$/.test(id) ? Number(id) : 0;
}

function stateOf({ t }: Frame, feed: Feed): string {
  if (feed.isRunning) return t('console-feed-running');
  const outcome = t('console-feed-outcome', { outcome: feed.outcome ?? 'none' });
  return feed.isPaused ? `${t('console-feed-paused')} · ${outcome}` : outcome;
}

function nextOf(frame: Frame, feed: Feed, now: Date): string {
  if (feed.isPaused && feed.nextAt.getTime() > 0) return '–';
  return feed.nextAt <= now ? frame.t('console-feed-soon') : frame.time(feed.nextAt);
}

/** How the last time went, and what can be pressed. */
const FeedState = ({ frame, feed, now }: { frame: Frame; feed: Feed; now: Date }) => {
  const { t } = frame;
  const { result } = feed;
  const press = (what: string, label: string) => (
    <Form action={`${list}/${feed.id}/${what}`} class="inline">
      <button type="submit" class={what === 'sync' ? undefined : 'secondary'}>
        {label}
      </button>
    </Form>
  );
  return (
    <>
      <p role="status">
        {stateOf(frame, feed)}
        {feed.lastAt !== undefined && ` · ${t('console-feed-last')}: ${frame.time(feed.lastAt)}`}
        {` · ${t('console-feed-next')}: ${nextOf(frame, feed, now)}`}
      </p>
      {feed.problem !== undefined && (
        <p class="notice alarm" role="alert">
          {feed.problem} {feed.failures > 1 && t('console-feed-failures', { count: feed.failures })}
        </p>
      )}
      {result !== undefined && (
        <p>
          {t('console-feed-result', {
            read: result.read,
            created: result.created,
            updated: result.updated,
            same: result.unchanged,
            skipped: result.skipped,
          })}{' '}
          {result.missing !== undefined && t('console-feed-missing', { count: result.missing })}{' '}
          {result.report !== undefined && (
            <a href={`/console/import-reports/${result.report}`}>{t('console-import-report')}</a>
          )}
        </p>
      )}
      {feed.problems.length > 0 && (
        <Table
          caption={t('console-import-problems')}
          empty=""
          head={[
            t('console-import-row'),
            t('console-import-column'),
            t('console-import-value'),
            t('console-import-remedy'),
          ]}
          rows={feed.problems.map(({ row, column, value, problem }) => [
            String(row),
            column === '' ? '–' : column,
            value === '' ? '–' : value,
            problem,
          ])}
        />
      )}
      <div class="actions">
        {press('sync', t('console-feed-sync'))}
        {feed.isPaused ? press('resume', t('console-feed-resume')) : press('pause', t('console-feed-pause'))}
        {press('remove', t('console-feed-remove'))}
      </div>
    </>
  );
};

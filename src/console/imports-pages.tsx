import { streamSSE } from 'hono/streaming';
import { recentImports } from '../catalogue/index.ts';
import type { Clock, Database } from '../database/index.ts';
import {
  type CityKinds,
  discardUpload,
  exampleOf,
  findUpload,
  hasExample,
  largestUpload,
  receiveUpload,
  safeFileName,
  startImport,
  type Upload,
  uploadProblems,
} from '../imports/index.ts';
import { listMembers } from '../staff/index.ts';
import { csvOf } from '../text/index.ts';
import { emptyForm, type FormState, SelectField, TextField, textsOf } from './fields.tsx';
import { leadTo } from './flash.ts';
import { kindName, UploadState } from './import-state.tsx';
import { drawn, Form, mayUse, page, refusal } from './layout.tsx';
import type { ConsoleContext, Pages } from './pages.ts';
import { Table } from './table.tsx';
import { boundOf } from './workshop-access.ts';

export interface ImportsPagesOptions {
  readonly database: Database;
  readonly clock: Clock;
  /** What can be imported. */
  readonly importKinds: CityKinds;
  readonly timezone: string;
}

/** Errors that the page shows; the file of errors has all that are kept. */
const problemsShown = 50;
/** Kinds whose rows belong to an organisation. */
const ownKinds = new Set(['courses', 'scholarships', 'internships', 'places']);
const problemsInFile = 10_000;
const recentShown = 20;

/** A form around the file: its boundary and fields. */
const formBytes = 64 * 1024;

/** How often progress is looked up for a page that watches. */
const watchMilliseconds = 700;

/** Importing by a file that is sent: what it would do is shown first. */
export function addImportsPages(pages: Pages, options: ImportsPagesOptions): void {
  const { database, clock, importKinds, timezone } = options;

  /** What whoever asks may import: an organisation what is its own; workshops it proposes. */
  const kindsFor = (c: ConsoleContext): string[] =>
    Object.keys(importKinds).filter((kind) => c.var.reach === 'all' || ownKinds.has(kind));

  async function listPage(c: ConsoleContext, state: FormState): Promise<Response> {
    const { frame } = c.var;
    const { t } = frame;
    const isOwn = c.var.reach === 'own';
    const runs = await recentImports(database.db, recentShown, isOwn ? c.var.member.id : undefined);
    const members = isOwn ? [c.var.member] : await listMembers(database.db);
    const emails = new Map(members.map(({ id, email }) => [id, email]));
    const kinds = kindsFor(c);
    const bad = Object.keys(state.problems).length > 0;
    return page(frame, {
      title: t('console-imports'),
      status: bad ? 422 : 200,
      children: (
        <>
          <h1>{t('console-imports')}</h1>
          <p>{t('console-imports-intro')}</p>
          <Form action="/console/imports" enctype="multipart/form-data">
            <SelectField
              name="kind"
              label={t('console-import-kind')}
              state={state}
              choices={kinds.map((kind) => [kind, kindName(t, kind)] as const)}
            />
            {!isOwn && (
              <TextField
                name="source"
                label={t('console-import-source')}
                hint={t('console-import-source-hint')}
                maxlength={100}
                state={state}
              />
            )}
            <TextField
              name="sheet"
              label={t('console-import-sheet')}
              hint={t('console-import-sheet-hint')}
              maxlength={100}
              state={state}
            />
            <div class="drop">
              <TextField
                name="file"
                type="file"
                label={t('console-import-file')}
                hint={t('console-import-file-hint', { megabytes: largestUpload >> 20 })}
                required
                state={state}
              />
            </div>
            <button type="submit">{t('console-import-check')}</button>
          </Form>
          <details>
            <summary>{t('console-import-templates')}</summary>
            <p class="quiet">{t('console-import-templates-hint')}</p>
            <Table
              caption={t('console-import-templates')}
              empty=""
              head={[
                t('console-import-kind'),
                t('console-import-template-blank'),
                t('console-import-template-example'),
              ]}
              rows={kinds.map((kind) => [
                kindName(t, kind),
                <a href={`/console/import-templates/${kind}`}>{t('console-import-template-blank')}</a>,
                !hasExample(kind) ? (
                  '–'
                ) : (
                  <a href={`/console/import-templates/${kind}/example`}>{t('console-import-template-example')}</a>
                ),
              ])}
            />
          </details>
          {!isOwn && (
            <p>
              <a href="/console/feeds">{t('console-feeds')}</a>: {t('console-feeds-short')}
            </p>
          )}
          <p class="quiet">{t(isOwn ? 'console-imports-own' : 'console-imports-partners')}</p>
          <h2>{t('console-imports-recent')}</h2>
          {mayUse(frame, 'GET /console/import-reports') && (
            <p>
              <a href="/console/import-reports">{t('console-import-reports')}</a>
            </p>
          )}
          <Table
            caption={t('console-imports-recent')}
            empty={t('console-imports-none')}
            head={[
              t('console-audit-at'),
              t('console-import-kind'),
              t('console-import-source'),
              t('console-audit-by'),
              t('console-import-new'),
              t('console-import-changed'),
              t('console-import-same'),
              t('console-import-skipped'),
            ]}
            rows={runs.map((run) => [
              run.report === undefined || !mayUse(frame, 'GET /console/import-reports/:id') ? (
                frame.time(run.finishedAt)
              ) : (
                <a href={`/console/import-reports/${run.report}`}>{frame.time(run.finishedAt)}</a>
              ),
              kindName(t, run.kind),
              <>
                {run.source}
                <br />
                <small>{run.fileName}</small>
              </>,
              run.staffId === undefined ? t('console-audit-command') : (emails.get(run.staffId) ?? '–'),
              String(run.created),
              String(run.updated),
              String(run.unchanged),
              String(run.skipped),
            ])}
          />
        </>
      ),
    });
  }

  /** A file of a kind that spreadsheets open: with a mark of its encoding. */
  function csvOfKind(c: ConsoleContext, name: string, content: string): Response {
    c.header('Content-Disposition', `attachment; filename="${name}.csv"`);
    return c.body(content.startsWith('\ufeff') ? content : `\ufeff${content}`, 200, {
      'content-type': 'text/csv; charset=utf-8',
    });
  }

  pages.on('GET /console/import-templates/:kind', (c) => {
    const kind = c.req.param('kind') ?? '';
    if (!Object.hasOwn(importKinds, kind)) return refusal(c.var.frame, 404, 'console-no-page');
    return csvOfKind(c, kind, `${importKinds[kind]?.columns.names.join(',')}\n`);
  });

  pages.on('GET /console/import-templates/:kind/example', async (c) => {
    const kind = c.req.param('kind') ?? '';
    const example = Object.hasOwn(importKinds, kind) ? await exampleOf(kind, clock(), timezone) : undefined;
    if (example === undefined) return refusal(c.var.frame, 404, 'console-no-page');
    return csvOfKind(c, `${kind}-example`, example);
  });

  pages.on('GET /console/imports', (c) => listPage(c, emptyForm));

  pages.upload('POST /console/imports', largestUpload + formBytes, async (c, file) => {
    const given = textsOf(c.var.form);
    const problem = (problems: FormState['problems']): Promise<Response> => listPage(c, { given, problems });
    const kind = given.kind ?? '';
    const fileName = safeFileName(file.name);
    const organisationId = boundOf(c);
    const source =
      organisationId !== undefined
        ? `partner:${organisationId}`
        : (given.source ?? '').trim() || fileName.replace(/\.[^.]*$/, '').toLowerCase();
    if (organisationId === 0) return refusal(c.var.frame, 404, 'console-no-organisation');
    if (!kindsFor(c).includes(kind)) return problem({ kind: 'console-field-wrong' });
    if (source.length > 100) return problem({ source: 'console-field-wrong' });
    if (fileName === '') return problem({ file: 'console-no-file' });
    const sheet = (given.sheet ?? '').trim();
    const received = await receiveUpload(
      database,
      {
        by: c.var.member.id,
        kind,
        fileName,
        source,
        sheet: sheet === '' ? undefined : sheet,
        organisationId,
        content: file.content,
      },
      clock(),
    );
    if ('id' in received) return leadTo(c, `/console/imports/${received.id}`);
    if (received.problem === 'too-large')
      return refusal(c.var.frame, 413, 'console-file-too-large', { megabytes: largestUpload >> 20 });
    return problem({ file: 'console-import-empty' });
  });

  async function uploadAt(c: ConsoleContext): Promise<Upload | undefined> {
    const id = Number(c.req.param('id'));
    return Number.isSafeInteger(id) ? findUpload(database.db, id, c.var.member.id) : undefined;
  }

  const isUnderWay = ({ state }: Upload): boolean => state === 'checking' || state === 'importing';

  async function stateOf(upload: Upload) {
    const problems = isUnderWay(upload) ? [] : await uploadProblems(database.db, upload.id, problemsShown);
    return <UploadState upload={upload} problems={problems} />;
  }

  pages.on('GET /console/imports/:id', async (c) => {
    const { frame } = c.var;
    const upload = await uploadAt(c);
    if (upload === undefined) return refusal(frame, 404, 'console-import-gone');
    return page(frame, {
      title: upload.fileName,
      children: (
        <>
          <p>
            <a href="/console/imports">{frame.t('console-imports-all')}</a>
          </p>
          <h1>{upload.fileName}</h1>
          <p class="quiet">
            {frame.t('console-import-of', {
              kind: kindName(frame.t, upload.kind),
              source: upload.source,
            })}
          </p>
          {isUnderWay(upload) ? (
            <div hx-ext="sse" sse-connect={`/console/imports/${upload.id}/events`} sse-close="end">
              <div sse-swap="state">{await stateOf(upload)}</div>
            </div>
          ) : (
            await stateOf(upload)
          )}
        </>
      ),
    });
  });

  pages.on('GET /console/imports/:id/events', async (c) => {
    const first = await uploadAt(c);
    if (first === undefined) return refusal(c.var.frame, 404, 'console-import-gone');
    c.header('X-Accel-Buffering', 'no');
    return streamSSE(c, async (stream) => {
      let before = '';
      let upload: Upload | undefined = first;
      while (upload !== undefined) {
        // Not `part`: an answer drawn on the context of a stream would take the place of the stream's own head.
        const text = drawn(c.var.frame, await stateOf(upload));
        if (text !== before) await stream.writeSSE({ event: 'state', data: text });
        before = text;
        if (!isUnderWay(upload)) break;
        await stream.sleep(watchMilliseconds);
        // Nobody looks any more, or the server ends: then its database may be closed already.
        if (stream.aborted) return;
        upload = await uploadAt(c);
      }
      await stream.writeSSE({ event: 'end', data: '-' });
    });
  });

  pages.on('POST /console/imports/:id/start', async (c) => {
    const upload = await uploadAt(c);
    if (upload === undefined) return refusal(c.var.frame, 404, 'console-import-gone');
    const skipsBad = c.var.form.get('skip') === 'yes';
    const started = await startImport(database, { id: upload.id, by: c.var.member.id, skipsBad }, clock());
    return started
      ? leadTo(c, `/console/imports/${upload.id}`)
      : leadTo(c, `/console/imports/${upload.id}`, { kind: 'problem', key: 'console-import-not-ready' });
  });

  pages.on('POST /console/imports/:id/discard', async (c) => {
    const upload = await uploadAt(c);
    if (upload === undefined) return leadTo(c, '/console/imports');
    const gone = await discardUpload(database.db, upload.id, c.var.member.id);
    return gone
      ? leadTo(c, '/console/imports', { key: 'console-import-discarded' })
      : leadTo(c, `/console/imports/${upload.id}`, { kind: 'problem', key: 'console-import-under-way' });
  });

  pages.on('GET /console/imports/:id/errors.csv', async (c) => {
    const { t } = c.var.frame;
    const upload = await uploadAt(c);
    if (upload === undefined) return refusal(c.var.frame, 404, 'console-import-gone');
    const problems = await uploadProblems(database.db, upload.id, problemsInFile);
    const head = [
      t('console-import-row'),
      t('console-import-column'),
      t('console-import-value'),
      t('console-import-remedy'),
    ];
    const rows = problems.map(({ row, column, value, problem }) => [String(row), column, value, problem]);
    c.header('Content-Disposition', `attachment; filename="loi-nhap-${upload.id}.csv"`);
    return c.body(csvOf([head, ...rows]), 200, { 'content-type': 'text/csv; charset=utf-8' });
  });
}

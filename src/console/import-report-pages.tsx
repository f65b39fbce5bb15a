import {
  type ChangeKind,
  changeKinds,
  type FieldChange,
  findReport,
  type ImportReport,
  listReports,
  type ReportLine,
  reportLines,
} from '../catalogue/index.ts';
import { day } from '../conversation/index.ts';
import type { Database } from '../database/index.ts';
import { changeFile } from '../imports/index.ts';
import { csvStream } from '../text/index.ts';
import { SelectField, TextField } from './fields.tsx';
import { page, refusal, useFrame } from './layout.tsx';
import type { ConsoleContext, Pages } from './pages.ts';
import { Pager, Table } from './table.tsx';

interface ImportReportPagesOptions {
  readonly database: Database;
}

const reportsOnPage = 30;
const linesOnPage = 100;
const list = '/console/import-reports';

/** What each import of courses changed, row by row. */
export function addImportReportPages(pages: Pages, { database }: ImportReportPagesOptions): void {
  pages.on(`GET ${list}`, async (c) => {
    const { frame } = c.var;
    const { t } = frame;
    const before = numberOf(c.req.query('before'));
    const found = await listReports(database.db, { before, limit: reportsOnPage + 1 });
    const reports = found.slice(0, reportsOnPage);
    return page(frame, {
      title: t('console-import-reports'),
      children: (
        <>
          <p>
            <a href="/console/imports">{t('console-imports')}</a>
          </p>
          <h1>{t('console-import-reports')}</h1>
          <p>{t('console-import-reports-intro')}</p>
          <Table
            caption={t('console-import-reports')}
            empty={t('console-import-reports-none')}
            head={[
              t('console-audit-at'),
              t('console-import-source'),
              ...changeKinds.map((change) => t('console-import-change', { change })),
              t('console-import-same'),
            ]}
            rows={reports.map((report) => [
              <a href={`${list}/${report.id}`}>{frame.time(report.beganAt)}</a>,
              <>
                {report.source}
                <br />
                <small>{report.fileName}</small>
              </>,
              ...changeKinds.map((change) => countOf(report, change, frame.locale)),
              countOf(report, 'unchanged', frame.locale),
            ])}
          />
          <Pager next={found.length > reportsOnPage ? reports.at(-1)?.id : undefined} />
        </>
      ),
    });
  });

  pages.on(`GET ${list}/:id`, async (c) => {
    const { frame } = c.var;
    const { t } = frame;
    const report = await reportAt(c);
    if (report === undefined) return refusal(frame, 404, 'console-import-report-gone');
    const given = { change: c.req.query('change') ?? '', words: (c.req.query('words') ?? '').slice(0, 200) };
    const after = numberOf(c.req.query('after'));
    const change = changeKinds.find((each) => each === given.change);
    const found = await reportLines(database.db, report.id, {
      change,
      words: given.words,
      after,
      limit: linesOnPage + 1,
    });
    const lines = found.slice(0, linesOnPage);
    const state = { given, problems: {} };
    return page(frame, {
      title: t('console-import-report'),
      children: (
        <>
          <p>
            <a href={list}>{t('console-import-reports')}</a>
          </p>
          <h1>{t('console-import-report')}</h1>
          <p class="quiet">
            {report.source} · {report.fileName} · {frame.time(report.beganAt)}
          </p>
          {report.finishedAt === undefined && <p class="notice">{t('console-import-report-open')}</p>}
          <dl class="import-counts">
            {([...changeKinds, 'unchanged'] as const).map((each) => (
              <div>
                <dt>
                  {each === 'unchanged' ? t('console-import-same') : t('console-import-change', { change: each })}
                </dt>
                <dd>{countOf(report, each, frame.locale)}</dd>
              </div>
            ))}
          </dl>
          {!report.isWhole && <p class="quiet">{t('console-import-report-partial')}</p>}
          <form class="filter" method="get">
            <SelectField
              name="change"
              label={t('console-import-change-kind')}
              state={state}
              choices={[
                ['', t('console-import-change-all')],
                ...changeKinds.map((each) => [each, t('console-import-change', { change: each })] as const),
              ]}
            />
            <TextField name="words" label={t('console-import-change-words')} maxlength={200} state={state} />
            <button type="submit">{t('console-filter')}</button>
          </form>
          {lines.length === 0 ? (
            <p class="quiet">{t('console-import-report-none')}</p>
          ) : (
            <ul class="import-changes">
              {lines.map((line) => (
                <Line line={line} />
              ))}
            </ul>
          )}
          <nav class="actions" aria-label={t('console-pages')}>
            {after !== undefined && <a href={pageFrom(c, undefined)}>{t('console-import-report-first')}</a>}
            {found.length > linesOnPage && (
              <a href={pageFrom(c, lines.at(-1)?.position)} rel="next">
                {t('console-import-report-next')}
              </a>
            )}
          </nav>
          {report.more > 0 && <p>{t('console-import-report-more', { count: report.more })}</p>}
          <p>
            <a href={`${list}/${report.id}/changes.csv`}>{t('console-import-report-file')}</a>
          </p>
        </>
      ),
    });
  });

  pages.on(`GET ${list}/:id/changes.csv`, async (c) => {
    const id = numberOf(c.req.param('id'));
    const rows = id === undefined ? undefined : await changeFile(database.db, id);
    if (rows === undefined) return refusal(c.var.frame, 404, 'console-import-report-gone');
    c.header('Content-Disposition', `attachment; filename="thay-doi-${id}.csv"`);
    return c.body(csvStream(rows), 200, { 'content-type': 'text/csv; charset=utf-8' });
  });

  async function reportAt(c: ConsoleContext): Promise<ImportReport | undefined> {
    const id = numberOf(c.req.param('id'));
    return id === undefined ? undefined : findReport(database.db, id);
  }
}

function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

function countOf(report: ImportReport, change: ChangeKind | 'unchanged', locale: string): string {
  if (change === 'missing' && !report.isWhole) return '–';
  return new Intl.NumberFormat(locale).format(report.counts[change]);
}

function pageFrom(c: ConsoleContext, after: number | undefined): string {
  const url = new URL(c.req.url);
  if (after === undefined) url.searchParams.delete('after');
  else url.searchParams.set('after', String(after));
  return `${url.pathname}${url.search}`;
}

/** One row under the other, so that it reads on a phone as well. */
function Line({ line }: { readonly line: ReportLine }) {
  const { t, locale } = useFrame();
  return (
    <li class="import-change">
      <strong>{line.title}</strong> · {t('console-import-change', { change: line.change })}{' '}
      <small class="quiet">{line.id}</small>
      {line.fields.length > 0 && (
        <dl class="import-facts">
          {line.fields.map((field) => (
            <>
              <dt>{t('console-import-field', { field: field.field })}</dt>
              <dd>
                {shownValue(field, field.from, locale)} → {shownValue(field, field.to, locale)}
              </dd>
            </>
          ))}
        </dl>
      )}
    </li>
  );
}

const daysOfFields = new Set(['starts_on', 'ends_on', 'reviewed_on']);

/** A value as staff read it: money and days in the form of the country. */
function shownValue({ field }: FieldChange, value: string, locale: string): string {
  if (value === '') return '–';
  if (field === 'price_vnd') return `${new Intl.NumberFormat(locale).format(Number(value))} đ`;
  return daysOfFields.has(field) ? day(value) : value;
}

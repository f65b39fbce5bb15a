import { z } from 'zod';
import { changeKinds, findReport, type ImportReport, listReports, reportLines } from '../catalogue/index.ts';
import type { Database } from '../database/index.ts';
import { changeFile } from '../imports/index.ts';
import { csvStream } from '../text/index.ts';
import { type Endpoint, NotFound, rowId, staffEndpoint } from './endpoint.ts';
import { wholeNumber } from './whole-number.ts';

interface ImportReportsApiOptions {
  readonly database: Database;
}

const params = z.object({ id: rowId });
const largest = Number.MAX_SAFE_INTEGER;

const reportSchema = z.object({
  id: z.int(),
  kind: z.string(),
  source: z.string(),
  file: z.string().describe('Its name or address.'),
  began_at: z.iso.datetime(),
  finished_at: z.iso.datetime().nullable().describe('Null while it goes on, and of one that broke off.'),
  added: z.int(),
  changed: z.int(),
  relisted: z.int().describe('Listed again by their source.'),
  missing: z.int().nullable().describe('No longer listed by it; null where the file need not be the whole list.'),
  unchanged: z.int(),
  more: z.int().describe('Changes that are counted and not kept line by line.'),
});

const changeSchema = z.object({
  change: z.enum(changeKinds),
  id: z.string(),
  title: z.string(),
  fields: z
    .array(z.object({ field: z.string(), from: z.string(), to: z.string() }))
    .describe('What became different, the most important first; an empty text is nothing, long texts are shortened.'),
});

function shown(report: ImportReport): z.input<typeof reportSchema> {
  const { added, changed, relisted, missing, unchanged } = report.counts;
  return {
    id: report.id,
    kind: report.kind,
    source: report.source,
    file: report.fileName,
    began_at: report.beganAt.toISOString(),
    finished_at: report.finishedAt?.toISOString() ?? null,
    added,
    changed,
    relisted,
    missing: report.isWhole ? missing : null,
    unchanged,
    more: report.more,
  };
}

/** The staff's part of the API that says what imports of courses changed. */
export function importReportEndpoints({ database }: ImportReportsApiOptions): readonly Endpoint[] {
  return [
    staffEndpoint('GET /api/v1/imports', {
      summary: 'Imports of courses with how much they changed, newest first',
      query: z.object({ before: wholeNumber(1, largest, largest), limit: wholeNumber(1, 100, 20) }),
      answers: {
        200: {
          description: 'A page; `next_before` leads on',
          schema: z.object({ imports: z.array(reportSchema), next_before: z.int().nullable() }),
        },
      },
      handle: async ({ c, query }) => {
        const reports = await listReports(database.db, query);
        const last = reports.length < query.limit ? undefined : reports.at(-1);
        return c.json({ imports: reports.map(shown), next_before: last?.id ?? null });
      },
    }),
    staffEndpoint('GET /api/v1/imports/:id/changes', {
      summary: 'What an import changed, row by row',
      params,
      query: z.object({
        change: z.enum(changeKinds).optional(),
        q: z.string().max(200).optional().describe('A part of the title or of the id.'),
        after: wholeNumber(0, largest, 0),
        limit: wholeNumber(1, 1000, 100),
      }),
      answers: {
        200: {
          description: 'A page in the order of the file; `next_after` leads on',
          schema: z.object({ import: reportSchema, changes: z.array(changeSchema), next_after: z.int().nullable() }),
        },
      },
      handle: async ({ c, params: { id }, query: { change, q: words, after, limit } }) => {
        const report = await findReport(database.db, id);
        if (report === undefined) throw new NotFound();
        const lines = await reportLines(database.db, id, { change, words, after, limit });
        const last = lines.length < limit ? undefined : lines.at(-1);
        return c.json({
          import: shown(report),
          changes: lines.map(({ position: _, ...line }) => line),
          next_after: last?.position ?? null,
        });
      },
    }),
    staffEndpoint('GET /api/v1/imports/:id/changes.csv', {
      summary: 'The same as a file',
      params,
      answers: { 200: { description: 'One row a field that became different', type: 'text/csv' } },
      handle: async ({ params: { id } }) => {
        const rows = await changeFile(database.db, id);
        if (rows === undefined) throw new NotFound();
        return new Response(csvStream(rows), {
          headers: {
            'content-type': 'text/csv; charset=utf-8',
            'content-disposition': `attachment; filename="thay-doi-${id}.csv"`,
            'cache-control': 'no-store',
          },
        });
      },
    }),
  ];
}

import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { sql } from 'drizzle-orm';
import { type Clock, type Database, describeError } from '../../database/index.ts';
import { courseKind } from './apply.ts';
import type { ColumnSet } from './columns.ts';
import { checkFile, type FileFormat } from './file-check.ts';
import type { ImportKind, RowContext } from './kind.ts';
import { assertColumns, type ColumnPlan, planColumns, readMapping } from './mapping.ts';
import { FileRefused, type RowProblem, shownValue } from './problem.ts';
import { readRecords } from './records.ts';
import { beginReport, endReport } from './report.ts';
import { createSeenIds } from './seen-ids.ts';
import type { TableSearch } from './xlsx/records.ts';

/** Problems kept in full; more are counted only, so that a wholly wrong file does not fill the memory. */
const problemsKept = 10_000;

export interface ImportRequest {
  readonly file: string;
  /** What the file is called, where that is not its path. */
  readonly fileName?: string;
  /** The owner of the rows; the file's name without its ending when missing. */
  readonly source?: string;
  readonly mapFile?: string;
  /** The sheet of a workbook; its first visible one when missing. */
  readonly sheet?: string;
  /** Imports the good rows and reports the others, instead of refusing the file. */
  readonly skipBad?: boolean;
  /** Validates and counts, writes nothing. */
  readonly dryRun?: boolean;
  /** A dry run that also says what importing would do; see `ImportPreview`. */
  readonly preview?: boolean;
  /** The member of staff who imports; nobody for whoever has the server's command line. */
  readonly by?: number;
  /** The organisation that imports its own rows: those of others are refused, and so are ids that somebody else has. */
  readonly organisation?: { readonly id: number; readonly name: string };
  /** Breaks the import off between two slices, as a stop of the program would: `ImportInterrupted`. */
  readonly signal?: AbortSignal;
  /** Marks every row as invented sample data. */
  readonly sample?: boolean;
  /** Whether a first real import removes the sample courses; `SAMPLE_DATA=yes` keeps them. */
  readonly keepsSample?: boolean;
  readonly clock: Clock;
  /** Told the id of each good row while rows are written: what the file lists. */
  readonly onListed?: (id: string) => void;
  /** Told now and then: which pass, and how much of the file is read. */
  readonly onProgress?: (progress: {
    pass: 'check' | 'write';
    bytes: number;
    totalBytes: number;
    rows: number;
  }) => void;
}

export interface ImportResult {
  /** False: the file had bad rows and nothing was written. */
  readonly imported: boolean;
  readonly source: string;
  readonly read: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly skipped: number;
  /** At most 10,000; `problemCount` has them all. */
  readonly problems: readonly RowProblem[];
  readonly problemCount: number;
  /** Columns of the file that nothing used. */
  readonly ignoredColumns: readonly string[];
  /** Sample rows that gave way to these. */
  readonly removedSample: number;
  /** What it changed, row by row; only of kinds that have reports, and when something was to be written. */
  readonly report?: number;
  /** Only if asked for. */
  readonly preview?: ImportPreview;
}

/** What an import would do. */
export interface ImportPreview {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Sample rows that would give way. */
  readonly sample: number;
  /** How the columns of the file are understood: their name and ours. */
  readonly columns: readonly { readonly theirs: string; readonly ours: string }[];
  /** The first good rows as they would be; what a row leaves open is not there. */
  readonly first: readonly { readonly row: number; readonly values: Readonly<Record<string, string>> }[];
}

/** Good rows that a preview shows. */
const previewRows = 5;

/** Rows after which a check lets everybody else have their turn. */
const rowsInOneGo = 500;

/** An import that broke off while it wrote: what is committed stays, and running it again completes it. */
export class ImportInterrupted extends Error {
  /** What is committed for certain. The slice under way may be too: the answer to its commit was lost. */
  readonly counts: Pick<ImportResult, 'read' | 'created' | 'updated' | 'unchanged' | 'skipped'>;

  constructor(counts: ImportInterrupted['counts'], cause: unknown) {
    super(describeError(cause), { cause });
    this.name = 'ImportInterrupted';
    this.counts = counts;
  }
}

interface Checked {
  readonly preview: Omit<ImportPreview, 'columns' | 'sample'>;
  readonly read: number;
  readonly badRows: number;
  readonly problems: RowProblem[];
  readonly problemCount: number;
}

/** What walking over a file once needs; both passes walk alike, so they cannot disagree about a row. */
interface Walk<Row extends { readonly id: string }> extends RowContext {
  readonly kind: ImportKind<Row>;
  readonly file: string;
  readonly sheet: string | undefined;
  readonly format: FileFormat;
  /** Gets the names of columns that nothing uses. */
  readonly ignored: Set<string>;
  /** Gets how columns are understood: ours by theirs. */
  readonly understood: Map<string, string>;
}

type WalkedRow<Row> =
  | { readonly row: number; readonly bytes: number; readonly read: Row; readonly repeats: boolean }
  | { readonly row: number; readonly bytes: number; readonly problems: RowProblem[] };

async function* walk<Row extends { readonly id: string }>(given: Walk<Row>): AsyncGenerator<WalkedRow<Row>> {
  const { kind } = given;
  const seen = createSeenIds();
  const columns = createColumns(given, kind.columns);
  for await (const record of readRecords(given.file, given.format, tableOf(given, kind.columns))) {
    const { row, bytes } = record;
    const fault = (problem: string): WalkedRow<Row> => ({
      row,
      bytes,
      problems: [{ row, column: '', value: '', problem }],
    });
    if ('unreadable' in record) {
      yield fault(record.unreadable);
      continue;
    }
    const plan = columns.planOf(record.names);
    if ('problem' in plan) {
      yield fault(plan.problem);
      continue;
    }
    const result = kind.readRow(record, plan, given);
    if ('problems' in result) {
      yield { row, bytes, problems: result.problems };
      continue;
    }
    const sighting = seen.see(result.row.id, kind.hashOf(result.row), row);
    if (sighting.kind === 'different') {
      const problem = `mã này đã có ở dòng ${sighting.firstRow} với nội dung khác; mỗi mục cần một mã riêng`;
      yield { row, bytes, problems: [{ row, column: 'id', value: result.row.id, problem }] };
    } else yield { row, bytes, read: result.row, repeats: sighting.kind === 'same' };
  }
  columns.end();
}

/** How the table of a workbook is found. */
function tableOf(
  { sheet, mapping }: { readonly sheet: string | undefined; readonly mapping: RowContext['mapping'] },
  columns: ColumnSet,
): TableSearch {
  const mapped = new Set([...mapping.values()].map((rule) => rule.from));
  return { sheet, isColumn: (name) => mapped.has(name) || columns.columnOf(name) !== undefined };
}

/** Names of a JSON file and plans for its shapes that are kept: its records may all differ. */
const shapesKept = 1000;

/**
 * The column plans of a file's records. The columns of a CSV or a sheet are the same in every row and judged with the first; a JSON
 * record names its own, so what is missing is known at the end. Throws `FileRefused` then.
 */
function createColumns(
  {
    format,
    mapping,
    ignored,
    understood,
  }: Pick<Walk<{ readonly id: string }>, 'format' | 'mapping' | 'ignored' | 'understood'>,
  columns: ColumnSet,
) {
  const hasHeadings = format === 'csv' || format === 'xlsx';
  const plans = new Map<string, ColumnPlan | { readonly problem: string }>();
  const known = new Set<string>();
  const mapped = new Set([...mapping.values()].map((rule) => rule.from));

  function planNew(names: readonly string[]): ColumnPlan | { readonly problem: string } {
    for (const name of names) {
      if (known.size < shapesKept || mapped.has(name) || columns.columnOf(name) !== undefined) known.add(name);
    }
    try {
      const plan = planColumns(names, mapping, columns);
      if (hasHeadings) assertColumns(known, mapping, columns);
      for (const [ours, theirs] of plan.from) understood.set(theirs, ours);
      for (const name of plan.ignored) if (ignored.size < shapesKept) ignored.add(name);
      return plan;
    } catch (error) {
      if (hasHeadings || !(error instanceof FileRefused)) throw error;
      return { problem: error.message };
    }
  }

  return {
    planOf(names: readonly string[]) {
      const shape = hasHeadings ? '' : JSON.stringify(names);
      let plan = plans.get(shape);
      if (plan === undefined) {
        plan = planNew(names);
        if (plans.size === shapesKept) plans.clear();
        plans.set(shape, plan);
      }
      return plan;
    },
    end() {
      if (known.size > 0) assertColumns(known, mapping, columns);
    },
  };
}

async function check<Row extends { readonly id: string }>(
  database: Database,
  given: Walk<Row>,
  request: ImportRequest,
  totalBytes: number,
): Promise<Checked> {
  const problems: RowProblem[] = [];
  let [read, badRows, problemCount] = [0, 0, 0];
  let waiting: { row: number; read: Row }[] = [];
  const preview = {
    created: 0,
    updated: 0,
    unchanged: 0,
    first: [] as { row: number; values: Record<string, string> }[],
  };
  const note = (found: readonly RowProblem[]): void => {
    badRows++;
    problemCount += found.length;
    problems.push(...found.slice(0, Math.max(0, problemsKept - problems.length)));
  };
  const checkOwners = async (): Promise<void> => {
    const refused = await given.kind.refusals(
      database.db,
      waiting.map(({ read: each }) => each),
      { source: given.source, sampleGivesWay: request.sample !== true },
    );
    const ids = waiting.map(({ read: each }) => each.id);
    const known = request.preview === true ? await given.kind.knownHashes(database.db, ids) : undefined;
    for (const { row, read: each } of waiting) {
      const refusal = refusalOf(given.kind, each, request, refused);
      if (refusal !== undefined) {
        note([{ row, column: refusal.column, value: each.id, problem: refusal.problem }]);
        continue;
      }
      if (known === undefined) continue;
      if (preview.first.length < previewRows) preview.first.push({ row, values: shownValues(each) });
      const hash = known.get(each.id);
      if (hash === undefined) preview.created++;
      else if (hash === given.kind.hashOf(each)) preview.unchanged++;
      else preview.updated++;
    }
    waiting = [];
  };
  for await (const walked of walk(given)) {
    read++;
    if (read % rowsInOneGo === 0) {
      request.signal?.throwIfAborted();
      await new Promise((go) => setImmediate(go));
    }
    if (read % 2000 === 0) request.onProgress?.({ pass: 'check', bytes: walked.bytes, totalBytes, rows: read });
    if ('problems' in walked) {
      note(walked.problems);
      continue;
    }
    if (walked.repeats) preview.unchanged++;
    else waiting.push({ row: walked.row, read: walked.read });
    if (waiting.length === given.kind.sliceRows) await checkOwners();
  }
  await checkOwners();
  problems.sort((a, b) => a.row - b.row);
  return { read, badRows, problems, problemCount, preview };
}

/** Why a row is not written: somebody else's id, or somebody else's row. Who that is is not told to an organisation. */
function refusalOf<Row extends { readonly id: string }>(
  kind: ImportKind<Row>,
  row: Row,
  { organisation }: Pick<ImportRequest, 'organisation'>,
  refused: ReadonlyMap<string, { readonly column: string; readonly problem: string }>,
): { readonly column: string; readonly problem: string } | undefined {
  const refusal = refused.get(row.id);
  if (organisation === undefined) return refusal;
  const named = kind.organisationOf?.(row);
  if (named !== undefined && named.name?.normalize('NFC') !== organisation.name)
    return {
      column: named.column,
      problem: `chỉ nhập được mục của đơn vị bạn; hãy ghi đúng tên “${organisation.name}”`,
    };
  return refusal && { column: 'id', problem: 'mã này đã có ở nơi khác; hãy đổi mã' };
}

/** A row as staff read it. */
function shownValues(row: object): Record<string, string> {
  const shown: Record<string, string> = {};
  for (const [column, value] of Object.entries(row)) {
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
    if (typeof value === 'boolean') shown[column] = value ? 'yes' : 'no';
    else shown[column] = shownValue(Array.isArray(value) ? value.join('; ') : String(value));
  }
  return shown;
}

async function write<Row extends { readonly id: string }>(
  database: Database,
  given: Walk<Row>,
  request: ImportRequest,
  file: { readonly totalBytes: number; readonly totalRows: number },
) {
  const { totalBytes, totalRows } = file;
  const { kind } = given;
  let removesSample = request.sample !== true && request.keepsSample !== true;
  let [created, updated, unchanged, skipped, removedSample, rows] = [0, 0, 0, 0, 0, 0];
  let waiting: Row[] = [];
  const fileName = request.fileName ?? basename(request.file);
  const report =
    kind.hasReports === true && request.sample !== true
      ? await beginReport(database.db, {
          kind: kind.name,
          source: given.source,
          fileName,
          by: request.by,
          now: request.clock(),
        })
      : undefined;
  const apply = async (): Promise<void> => {
    if (waiting.length === 0) return;
    const refused = await kind.refusals(database.db, waiting, {
      source: given.source,
      sampleGivesWay: request.sample !== true,
    });
    const own = waiting.filter((each) => refusalOf(kind, each, request, refused) === undefined);
    skipped += waiting.length - own.length;
    waiting = [];
    if (own.length === 0) return;
    const sample = removesSample ? await kind.countSample(database.db) : 0;
    const counts = await kind.applySlice(database, own, {
      source: given.source,
      sample: request.sample === true,
      now: request.clock(),
      removesSample: sample > 0,
      organisationId: request.organisation?.id,
      report,
    });
    removedSample += sample;
    removesSample = false;
    created += counts.created;
    updated += counts.updated;
    unchanged += counts.unchanged;
  };
  try {
    for await (const walked of walk(given)) {
      rows++;
      if ('read' in walked) request.onListed?.(walked.read.id);
      if ('problems' in walked) skipped++;
      else if (walked.repeats) unchanged++;
      else waiting.push(walked.read);
      if (waiting.length === given.kind.sliceRows) {
        request.signal?.throwIfAborted();
        await apply();
        request.onProgress?.({ pass: 'write', bytes: walked.bytes, totalBytes, rows });
      }
    }
    await apply();
    const { rows: runs } = await database.db.execute<{ id: string }>(sql`
      insert into import_run (source, kind, file_name, read, created, updated, unchanged, skipped, finished_at, staff_id)
      values (${given.source}, ${kind.name}, ${fileName}, ${totalRows}, ${created}, ${updated},
        ${unchanged}, ${skipped}, ${request.clock()}, ${request.by ?? null}) returning id`);
    if (report !== undefined)
      await endReport(database.db, report, { run: Number(runs[0]?.id), unchanged, now: request.clock() });
  } catch (error) {
    throw new ImportInterrupted({ read: totalRows, created, updated, unchanged, skipped }, error);
  }
  return { created, updated, unchanged, skipped, removedSample, ...(report !== undefined && { report }) };
}

/** The day of a moment, UTC. */
function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

const dayMilliseconds = 24 * 60 * 60 * 1000;

/**
 * Imports a file of one kind. It is read twice: first every row is checked and nothing is written; then rows go in
 * slices, each its own transaction, so an interrupted import is completed by running it again and the same file
 * again changes nothing. Throws `FileRefused` when the file as a whole cannot be used, `ImportInterrupted` when it broke
 * off while writing.
 */
export async function importRows<Row extends { readonly id: string }>(
  database: Database,
  kind: ImportKind<Row>,
  request: ImportRequest,
): Promise<ImportResult> {
  const format = await checkFile(request.file);
  const mapping = request.mapFile === undefined ? new Map() : await readMapping(request.mapFile, kind.columns);
  const source =
    request.source ??
    basename(request.file)
      .replace(/\.[^.]*$/, '')
      .toLowerCase();
  if (source === '') throw new FileRefused('Tên tệp không cho biết nguồn. Hãy thêm --source TÊN.');
  const given: Walk<Row> = {
    kind,
    file: request.file,
    sheet: request.sheet,
    format,
    mapping,
    source,
    latestConfirmation: dayOf(new Date(request.clock().getTime() + dayMilliseconds)),
    ignored: new Set(),
    understood: new Map(),
  };
  const before = await stat(request.file);
  const checked = await check(database, given, request, before.size);
  const result = {
    source,
    read: checked.read,
    problems: checked.problems,
    problemCount: checked.problemCount,
    ignoredColumns: [...given.ignored],
  };
  const refused = checked.badRows > 0 && request.skipBad !== true;
  if (refused || request.dryRun === true || request.preview === true) {
    const nothing = { created: 0, updated: 0, unchanged: 0, skipped: checked.badRows, removedSample: 0 };
    if (request.preview !== true) return { ...result, ...nothing, imported: !refused };
    const columns = [...given.understood].map(([theirs, ours]) => ({ theirs, ours }));
    const sample = request.keepsSample === true ? 0 : await kind.countSample(database.db);
    return { ...result, ...nothing, imported: !refused, preview: { ...checked.preview, columns, sample } };
  }
  const now = await stat(request.file);
  if (now.size !== before.size || now.mtimeMs !== before.mtimeMs) {
    throw new FileRefused('Tệp vừa bị thay đổi trong lúc kiểm tra. Hãy nhập lại khi tệp đã yên.');
  }
  const written = await write(database, given, request, { totalBytes: before.size, totalRows: checked.read });
  return { ...result, ...written, imported: true };
}

/** Imports a file of courses, as `importRows` does. */
export function importFile(
  database: Database,
  request: ImportRequest & { readonly kind: 'courses' },
): Promise<ImportResult> {
  return importRows(database, courseKind, request);
}

import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { sql } from 'drizzle-orm';
import { type Clock, type Database, describeError } from '../../database/index.ts';
import { applySlice, foreignOwners } from './apply.ts';
import { columnOfName } from './columns.ts';
import { checkFile, type FileFormat } from './file-check.ts';
import { assertColumns, type ColumnPlan, planColumns, readMapping } from './mapping.ts';
import { FileRefused, type RowProblem } from './problem.ts';
import { readRecords } from './records.ts';
import { type CourseInput, contentHash, type RowContext, readCourseRow } from './row.ts';
import { createSeenIds } from './seen-ids.ts';

/** Rows that one transaction applies: on the embedded database everybody else waits that long, about 50 ms. */
const sliceRows = 500;

/** Problems kept in full; more are counted only, so that a wholly wrong file does not fill the memory. */
const problemsKept = 10_000;

export interface ImportRequest {
  readonly file: string;
  readonly kind: 'courses';
  /** The owner of the rows; the file's name without its ending when missing. */
  readonly source?: string;
  readonly mapFile?: string;
  /** Imports the good rows and reports the others, instead of refusing the file. */
  readonly skipBad?: boolean;
  /** Validates and counts, writes nothing. */
  readonly dryRun?: boolean;
  /** Marks every row as invented sample data. */
  readonly sample?: boolean;
  /** Whether a first real import removes the sample courses; `SAMPLE_DATA=yes` keeps them. */
  readonly keepsSample?: boolean;
  readonly clock: Clock;
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
}

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
  readonly read: number;
  readonly badRows: number;
  readonly problems: RowProblem[];
  readonly problemCount: number;
}

/** What walking over a file once needs; both passes walk alike, so they cannot disagree about a row. */
interface Walk extends RowContext {
  readonly file: string;
  readonly format: FileFormat;
  /** Gets the names of columns that nothing uses. */
  readonly ignored: Set<string>;
}

type WalkedRow =
  | { readonly row: number; readonly bytes: number; readonly course: CourseInput; readonly repeats: boolean }
  | { readonly row: number; readonly bytes: number; readonly problems: RowProblem[] };

async function* walk(given: Walk): AsyncGenerator<WalkedRow> {
  const seen = createSeenIds();
  const columns = createColumns(given);
  for await (const record of readRecords(given.file, given.format)) {
    const { row, bytes } = record;
    const fault = (problem: string): WalkedRow => ({ row, bytes, problems: [{ row, column: '', value: '', problem }] });
    if ('unreadable' in record) {
      yield fault(record.unreadable);
      continue;
    }
    const plan = columns.planOf(record.names);
    if ('problem' in plan) {
      yield fault(plan.problem);
      continue;
    }
    const result = readCourseRow(record, plan, given);
    if ('problems' in result) {
      yield { row, bytes, problems: result.problems };
      continue;
    }
    const sighting = seen.see(result.course.id, contentHash(result.course), row);
    if (sighting.kind === 'different') {
      const problem = `mã này đã có ở dòng ${sighting.firstRow} với nội dung khác; mỗi khóa cần một mã riêng`;
      yield { row, bytes, problems: [{ row, column: 'id', value: result.course.id, problem }] };
    } else yield { row, bytes, course: result.course, repeats: sighting.kind === 'same' };
  }
  columns.end();
}

/** Names of a JSON file and plans for its shapes that are kept: its records may all differ. */
const shapesKept = 1000;

/**
 * The column plans of a file's records. The columns of a CSV are the same in every row and judged with the first; a JSON
 * record names its own, so what is missing is known at the end. Throws `FileRefused` then.
 */
function createColumns({ format, mapping, ignored }: Walk) {
  const plans = new Map<string, ColumnPlan | { readonly problem: string }>();
  const known = new Set<string>();
  const mapped = new Set([...mapping.values()].map((rule) => rule.from));

  function planNew(names: readonly string[]): ColumnPlan | { readonly problem: string } {
    for (const name of names) {
      if (known.size < shapesKept || mapped.has(name) || columnOfName(name) !== undefined) known.add(name);
    }
    try {
      const plan = planColumns(names, mapping);
      if (format === 'csv') assertColumns(known, mapping);
      for (const name of plan.ignored) if (ignored.size < shapesKept) ignored.add(name);
      return plan;
    } catch (error) {
      if (format === 'csv' || !(error instanceof FileRefused)) throw error;
      return { problem: error.message };
    }
  }

  return {
    planOf(names: readonly string[]) {
      const shape = format === 'csv' ? '' : JSON.stringify(names);
      let plan = plans.get(shape);
      if (plan === undefined) {
        plan = planNew(names);
        if (plans.size === shapesKept) plans.clear();
        plans.set(shape, plan);
      }
      return plan;
    },
    end() {
      if (known.size > 0) assertColumns(known, mapping);
    },
  };
}

async function check(database: Database, given: Walk, request: ImportRequest, totalBytes: number): Promise<Checked> {
  const problems: RowProblem[] = [];
  let [read, badRows, problemCount] = [0, 0, 0];
  let waiting: { row: number; id: string }[] = [];
  const note = (found: readonly RowProblem[]): void => {
    badRows++;
    problemCount += found.length;
    problems.push(...found.slice(0, Math.max(0, problemsKept - problems.length)));
  };
  const checkOwners = async (): Promise<void> => {
    const owners = await foreignOwners(
      database.db,
      waiting.map(({ id }) => id),
      given.source,
      request.sample !== true,
    );
    for (const { row, id } of waiting) {
      const owner = owners.get(id);
      if (owner === undefined) continue;
      note([
        {
          row,
          column: 'id',
          value: id,
          problem: `mã này thuộc nguồn “${owner}”; hãy đổi mã hoặc dùng --source ${owner}`,
        },
      ]);
    }
    waiting = [];
  };
  for await (const walked of walk(given)) {
    read++;
    if (read % 2000 === 0) request.onProgress?.({ pass: 'check', bytes: walked.bytes, totalBytes, rows: read });
    if ('problems' in walked) {
      note(walked.problems);
      continue;
    }
    if (!walked.repeats) waiting.push({ row: walked.row, id: walked.course.id });
    if (waiting.length === sliceRows) await checkOwners();
  }
  await checkOwners();
  problems.sort((a, b) => a.row - b.row);
  return { read, badRows, problems, problemCount };
}

async function write(
  database: Database,
  given: Walk,
  request: ImportRequest,
  file: { readonly totalBytes: number; readonly totalRows: number },
) {
  const { totalBytes, totalRows } = file;
  const today = dayOf(request.clock());
  let removesSample = request.sample !== true && request.keepsSample !== true;
  let [created, updated, unchanged, skipped, rows] = [0, 0, 0, 0, 0];
  let waiting: CourseInput[] = [];
  const apply = async (): Promise<void> => {
    if (waiting.length === 0) return;
    const owners = await foreignOwners(
      database.db,
      waiting.map(({ id }) => id),
      given.source,
      request.sample !== true,
    );
    const own = waiting.filter(({ id }) => !owners.has(id));
    skipped += waiting.length - own.length;
    waiting = [];
    if (own.length === 0) return;
    const removesNow = removesSample && (await hasSample(database));
    const counts = await applySlice(database, own, {
      source: given.source,
      sample: request.sample === true,
      today,
      removesSample: removesNow,
    });
    removesSample = false;
    created += counts.created;
    updated += counts.updated;
    unchanged += counts.unchanged;
  };
  try {
    for await (const walked of walk(given)) {
      rows++;
      if ('problems' in walked) skipped++;
      else if (walked.repeats) unchanged++;
      else waiting.push(walked.course);
      if (waiting.length === sliceRows) {
        await apply();
        request.onProgress?.({ pass: 'write', bytes: walked.bytes, totalBytes, rows });
      }
    }
    await apply();
    await database.db.execute(sql`
      insert into import_run (source, kind, file_name, read, created, updated, unchanged, skipped, finished_at)
      values (${given.source}, ${request.kind}, ${basename(request.file)}, ${totalRows}, ${created}, ${updated},
        ${unchanged}, ${skipped}, ${request.clock()})`);
  } catch (error) {
    throw new ImportInterrupted({ read: totalRows, created, updated, unchanged, skipped }, error);
  }
  return { created, updated, unchanged, skipped };
}

/** The day of a moment, UTC. */
function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

const dayMilliseconds = 24 * 60 * 60 * 1000;

async function hasSample(database: Database): Promise<boolean> {
  const { rows } = await database.db.execute(sql`select 1 from course where sample limit 1`);
  return rows.length > 0;
}

/**
 * Imports a file of courses. It is read twice: first every row is checked and nothing is written; then rows go in
 * slices of 500, each its own transaction, so an interrupted import is completed by running it again and the same file
 * again changes nothing. Throws `FileRefused` when the file as a whole cannot be used, `ImportInterrupted` when it broke
 * off while writing.
 */
export async function importFile(database: Database, request: ImportRequest): Promise<ImportResult> {
  const format = await checkFile(request.file);
  const mapping = request.mapFile === undefined ? new Map() : await readMapping(request.mapFile);
  const source =
    request.source ??
    basename(request.file)
      .replace(/\.[^.]*$/, '')
      .toLowerCase();
  if (source === '') throw new FileRefused('Tên tệp không cho biết nguồn. Hãy thêm --source TÊN.');
  const given: Walk = {
    file: request.file,
    format,
    mapping,
    source,
    latestConfirmation: dayOf(new Date(request.clock().getTime() + dayMilliseconds)),
    ignored: new Set(),
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
  if (refused || request.dryRun === true) {
    return { ...result, imported: !refused, created: 0, updated: 0, unchanged: 0, skipped: checked.badRows };
  }
  const now = await stat(request.file);
  if (now.size !== before.size || now.mtimeMs !== before.mtimeMs) {
    throw new FileRefused('Tệp vừa bị thay đổi trong lúc kiểm tra. Hãy nhập lại khi tệp đã yên.');
  }
  const written = await write(database, given, request, { totalBytes: before.size, totalRows: checked.read });
  return { ...result, ...written, imported: true };
}

import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { sql } from 'drizzle-orm';
import { FileRefused, findOrganisation, ImportInterrupted, type ImportResult } from '../catalogue/index.ts';
import { type Clock, type Database, describeError, type Queryable } from '../database/index.ts';
import { noteAudit } from '../staff/index.ts';
import type { CityKinds } from './kinds.ts';
import { deleteExpiredUploads, expiryFrom, type Upload, type UploadResult, uploadColumns, uploadOf } from './upload.ts';

export interface ImportWorkerOptions {
  readonly database: Database;
  readonly clock: Clock;
  /** This process, told apart from all others. */
  readonly owner: string;
  /** How each kind is imported. */
  readonly kinds: CityKinds;
  /** Whether a first real import leaves the sample rows. */
  readonly keepsSample: boolean;
}

/** Work that is not renewed for so long was left by a process that died; another goes on with it. */
const leaseMilliseconds = 15_000;
const renewMilliseconds = 3_000;

/** How often progress is written down. */
const progressMilliseconds = 500;

/** Of an import, the share of the bar that its checking takes. */
const checkingShare = 0.4;

export interface ImportWorker {
  /** Checks or imports the next file that waits, and deletes what was left lying. */
  round(): Promise<Readonly<{ checked: number; imported: number; refused: number; expired: number }>>;
  /** Breaks off between two slices; whoever runs next goes on. */
  stop(): void;
}

/**
 * Works on uploaded files one at a time. Of a kind, only the oldest import runs: two never write the same rows at once. A file
 * whose worker died is taken up again, which is harmless: rows that are there already count as unchanged.
 */
export function createImportWorker({ database, clock, owner, kinds, keepsSample }: ImportWorkerOptions): ImportWorker {
  const stopping = new AbortController();

  async function claim(): Promise<Upload | undefined> {
    const now = clock();
    const { rows } = await database.db.execute(sql`/* often */
      update import_upload set worker = ${owner}, worker_until = ${new Date(now.getTime() + leaseMilliseconds)}
      where id = (
        select id from import_upload as due
        where state in ('checking', 'importing') and (worker_until is null or worker_until <= ${now})
          and (state = 'checking' or not exists (
            select 1 from import_upload as before where before.kind = due.kind and before.state = 'importing' and before.id < due.id))
        order by id for update skip locked limit 1)
      returning ${uploadColumns}`);
    return rows[0] && uploadOf(rows[0]);
  }

  async function work(upload: Upload): Promise<'checked' | 'imported' | 'refused' | undefined> {
    const lost = new AbortController();
    const signal = AbortSignal.any([stopping.signal, lost.signal]);
    const progress = createProgress(upload, { database, clock, owner, onLost: () => lost.abort() });
    const folder = await mkdtemp(join(tmpdir(), 'ban-hoc-import-'));
    try {
      const file = join(folder, `upload${extname(upload.fileName).toLowerCase()}`);
      await writeFileFromPieces(database.db, upload.id, file);
      const kind = kinds[upload.kind];
      if (kind === undefined) throw new FileRefused(`Không còn nhập loại “${upload.kind}”.`);
      const { organisationId } = upload;
      const organisation =
        organisationId === undefined ? undefined : await findOrganisation(database.db, String(organisationId));
      const isCheck = upload.state === 'checking';
      const result = await kind.run(database, {
        clock,
        keepsSample,
        file,
        fileName: upload.fileName,
        source: upload.source,
        ...(upload.sheet === undefined ? {} : { sheet: upload.sheet }),
        ...(organisation === undefined ? {} : { organisation }),
        skipBad: upload.skipsBad,
        by: upload.staffId,
        ...(isCheck && { preview: true }),
        signal,
        onProgress: ({ pass, bytes, totalBytes, rows }) => {
          const share = totalBytes === 0 ? 1 : Math.min(1, bytes / totalBytes);
          const before = pass === 'write' ? checkingShare : 0;
          const width = isCheck ? 1 : pass === 'write' ? 1 - checkingShare : checkingShare;
          progress.note(Math.floor((before + share * width) * 100), rows);
        },
      });
      await progress.end();
      // Rows that were good at the preview may have become another source's since: then nothing was written.
      if (isCheck || !result.imported) return (await saveChecked(upload, result)) ? 'checked' : undefined;
      return (await saveDone(upload, result)) ? 'imported' : undefined;
    } catch (error) {
      await progress.end();
      if (signal.aborted) {
        if (!lost.signal.aborted) await letGo(upload);
        return undefined;
      }
      await saveRefused(upload, error);
      return 'refused';
    } finally {
      await progress.end();
      await rm(folder, { recursive: true, force: true });
    }
  }

  const mine = (upload: Upload) => sql`id = ${upload.id} and worker = ${owner} and state = ${upload.state}`;
  const released = () => sql`worker = null, worker_until = null, expires_at = ${expiryFrom(clock())}`;

  async function letGo(upload: Upload): Promise<void> {
    await database.db.execute(sql`update import_upload set worker = null, worker_until = null where ${mine(upload)}`);
  }

  async function saveChecked(upload: Upload, result: ImportResult): Promise<boolean> {
    const { rowCount } = await database.db.execute(sql`
      update import_upload set state = 'checked', refusal = null, result = ${JSON.stringify(kept(result, upload.result))}::jsonb,
        problems = ${JSON.stringify(result.problems)}::jsonb, ${released()}
      where ${mine(upload)}`);
    return rowCount === 1;
  }

  function saveDone(upload: Upload, result: ImportResult): Promise<boolean> {
    return database.transaction(async (tx) => {
      const { rowCount } = await tx.execute(sql`
        update import_upload set state = 'done', refusal = null, percent = 100,
          result = ${JSON.stringify(kept(result, upload.result))}::jsonb,
          problems = ${JSON.stringify(result.problems)}::jsonb, ${released()}
        where ${mine(upload)}`);
      if (rowCount !== 1) return false;
      await tx.execute(sql`delete from import_upload_piece where upload_id = ${upload.id}`);
      const { read, created, updated, unchanged, skipped } = result;
      await noteAudit(tx, {
        by: upload.staffId,
        action: 'import.done',
        subject: { kind: 'import_upload', id: upload.id },
        detail: { kind: upload.kind, read, created, updated, unchanged, skipped },
        at: clock(),
      });
      return true;
    });
  }

  /** A file that cannot be used ends here; what broke off while writing may be pressed again. */
  async function saveRefused(upload: Upload, error: unknown): Promise<void> {
    const isFinal = error instanceof FileRefused || upload.state === 'checking';
    const refusal =
      error instanceof FileRefused || error instanceof ImportInterrupted ? error.message : describeError(error);
    await database.db.execute(sql`
      update import_upload set state = ${isFinal ? 'refused' : 'checked'}, refusal = ${refusal}, ${released()}
      where ${mine(upload)}`);
    if (isFinal) await database.db.execute(sql`delete from import_upload_piece where upload_id = ${upload.id}`);
  }

  return {
    async round() {
      const counts = { checked: 0, imported: 0, refused: 0, expired: 0 };
      counts.expired = await deleteExpiredUploads(database.db, clock());
      const upload = stopping.signal.aborted ? undefined : await claim();
      const outcome = upload === undefined ? undefined : await work(upload);
      if (outcome !== undefined) counts[outcome]++;
      return counts;
    },
    stop: () => stopping.abort(),
  };
}

/** What is kept of a result; the preview stays as it was shown. */
function kept(result: ImportResult, before: UploadResult | undefined): UploadResult {
  const { read, created, updated, unchanged, skipped, problemCount, ignoredColumns, removedSample, report } = result;
  const preview = result.preview ?? before?.preview;
  return {
    read,
    created,
    updated,
    unchanged,
    skipped,
    problemCount,
    ignoredColumns,
    removedSample,
    ...(report !== undefined && { report }),
    ...(preview !== undefined && { preview }),
  };
}

async function writeFileFromPieces(db: Queryable, id: number, file: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    for (let position = 0; ; position++) {
      const { rows } = await db.execute<{ content: Buffer }>(sql`
        select content from import_upload_piece where upload_id = ${id} and position = ${position}`);
      const [piece] = rows;
      if (piece === undefined) return;
      await handle.write(piece.content);
    }
  } finally {
    await handle.close();
  }
}

/** Writes progress down now and then, and keeps the work ours meanwhile. */
function createProgress(
  upload: Upload,
  given: {
    readonly database: Database;
    readonly clock: Clock;
    readonly owner: string;
    readonly onLost: () => void;
  },
) {
  let [percent, rows, noted] = [0, 0, 0];
  let writing: Promise<void> = Promise.resolve();
  const write = async (): Promise<void> => {
    const now = given.clock();
    const { rowCount } = await given.database.db.execute(sql`
      update import_upload set percent = ${percent}, rows = ${rows}, expires_at = ${expiryFrom(now)},
        worker_until = ${new Date(now.getTime() + leaseMilliseconds)}
      where id = ${upload.id} and worker = ${given.owner} and state = ${upload.state}`);
    if (rowCount === 0) given.onLost();
  };
  const queue = (): void => {
    noted = performance.now();
    // A database that is away for a moment is met by the import itself.
    writing = writing.then(write).catch(() => {});
  };
  const timer = setInterval(queue, renewMilliseconds);
  return {
    note(nextPercent: number, nextRows: number): void {
      [percent, rows] = [nextPercent, nextRows];
      if (performance.now() - noted > progressMilliseconds) queue();
    },
    end(): Promise<void> {
      clearInterval(timer);
      return writing;
    },
  };
}

import { sql } from 'drizzle-orm';
import type { ImportPreview, ImportResult, RowProblem } from '../catalogue/index.ts';
import type { Database, Queryable } from '../database/index.ts';
import { noteAudit } from '../staff/index.ts';
import type { uploadStates } from './schema.ts';

/** What checking or importing found. */
export type UploadResult = Pick<
  ImportResult,
  | 'read'
  | 'created'
  | 'updated'
  | 'unchanged'
  | 'skipped'
  | 'problemCount'
  | 'ignoredColumns'
  | 'removedSample'
  | 'report'
> & { readonly preview?: ImportPreview };

/** A file that staff sent for importing, and how far it is. */
export interface Upload {
  readonly id: number;
  readonly staffId: number;
  readonly kind: string;
  readonly fileName: string;
  readonly source: string;
  readonly sheet: string | undefined;
  /** Whose own rows it may hold; undefined: anybody's. */
  readonly organisationId: number | undefined;
  readonly bytes: number;
  readonly state: (typeof uploadStates)[number];
  readonly skipsBad: boolean;
  readonly result: UploadResult | undefined;
  /** Why the file as a whole was refused, or what broke an import off. */
  readonly refusal: string | undefined;
  readonly percent: number;
  readonly rows: number;
}

/** The largest file that is taken. */
export const largestUpload = 50 * 1024 * 1024;

/**
 * Pieces of a file in the database: memory stays flat, and on the embedded database nobody waits long for one (64 KiB take 2 ms,
 * 256 KiB 18 ms, 1 MiB 115 ms).
 */
const pieceBytes = 128 * 1024;

/** How long a file stays after it was last touched. */
const keptMilliseconds = 60 * 60 * 1000;

/** When an upload touched now goes. */
export function expiryFrom(now: Date): Date {
  return new Date(now.getTime() + keptMilliseconds);
}

/** The name of a file without folders and what cannot be shown. */
export function safeFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const shown = last
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .trim();
  const ending = /\.[A-Za-z0-9]{1,10}$/.exec(shown)?.[0] ?? '';
  return shown.length <= 120 ? shown : `${shown.slice(0, 119 - ending.length)}…${ending}`;
}

export interface NewUpload {
  readonly by: number;
  readonly kind: string;
  readonly fileName: string;
  readonly source: string;
  readonly sheet: string | undefined;
  readonly organisationId: number | undefined;
  readonly content: AsyncIterable<Uint8Array>;
}

/**
 * Keeps a file, a piece at a time as it arrives, and has it checked. A file that is too large or empty, or whose sending breaks
 * off, leaves nothing.
 */
export async function receiveUpload(
  database: Database,
  upload: NewUpload,
  now: Date,
): Promise<{ readonly id: number } | { readonly problem: 'empty' | 'too-large' }> {
  const { db } = database;
  const { rows } = await db.execute<{ id: string }>(sql`
    insert into import_upload (staff_id, kind, file_name, source, sheet, organisation_id, expires_at)
    values (${upload.by}, ${upload.kind}, ${upload.fileName}, ${upload.source}, ${upload.sheet ?? null},
      ${upload.organisationId ?? null}, ${expiryFrom(now)})
    returning id`);
  const id = Number(rows[0]?.id);
  const forget = () => db.execute(sql`delete from import_upload where id = ${id}`);
  try {
    const bytes = await keepPieces(db, id, upload.content);
    if (bytes === 0 || bytes > largestUpload) {
      await forget();
      return { problem: bytes === 0 ? 'empty' : 'too-large' };
    }
    await database.transaction(async (tx) => {
      await tx.execute(sql`update import_upload set bytes = ${bytes}, state = 'checking' where id = ${id}`);
      const subject = { kind: 'import_upload', id };
      await noteAudit(tx, {
        by: upload.by,
        action: 'import.upload',
        subject,
        detail: { kind: upload.kind, bytes },
        at: now,
      });
    });
    return { id };
  } catch (error) {
    await forget();
    throw error;
  }
}

/** @returns the bytes of the file; more than `largestUpload` when it was not read to its end */
async function keepPieces(db: Queryable, id: number, content: AsyncIterable<Uint8Array>): Promise<number> {
  let [bytes, position, waitingBytes] = [0, 0, 0];
  let waiting: Uint8Array[] = [];
  const keep = async (): Promise<void> => {
    const kept = Buffer.concat(waiting);
    waiting = [];
    waitingBytes = 0;
    for (let at = 0; at < kept.length; at += pieceBytes) {
      const piece = kept.subarray(at, at + pieceBytes);
      await db.execute(sql`
        insert into import_upload_piece (upload_id, position, content) values (${id}, ${position++}, ${piece})`);
    }
  };
  for await (const chunk of content) {
    bytes += chunk.length;
    if (bytes > largestUpload) return bytes;
    waiting.push(chunk);
    waitingBytes += chunk.length;
    if (waitingBytes >= pieceBytes) await keep();
  }
  await keep();
  return bytes;
}

interface UploadRow extends Record<string, unknown> {
  id: string;
  staff_id: string;
  kind: string;
  file_name: string;
  source: string;
  sheet: string | null;
  organisation_id: string | null;
  bytes: string;
  state: Upload['state'];
  skips_bad: boolean;
  result: UploadResult | null;
  refusal: string | null;
  percent: number;
  rows: number;
}

export const uploadColumns = sql`
  id, staff_id, kind, file_name, source, sheet, organisation_id, bytes, state, skips_bad, result, refusal, percent, rows`;

export function uploadOf(row: Record<string, unknown>): Upload {
  const given = row as UploadRow;
  return {
    id: Number(given.id),
    staffId: Number(given.staff_id),
    kind: given.kind,
    fileName: given.file_name,
    source: given.source,
    sheet: given.sheet ?? undefined,
    organisationId: given.organisation_id === null ? undefined : Number(given.organisation_id),
    bytes: Number(given.bytes),
    state: given.state,
    skipsBad: given.skips_bad,
    result: given.result ?? undefined,
    refusal: given.refusal ?? undefined,
    percent: given.percent,
    rows: given.rows,
  };
}

/** An upload of a member; colleagues' are not found. */
export async function findUpload(db: Queryable, id: number, staffId: number): Promise<Upload | undefined> {
  const { rows } = await db.execute(
    sql`select ${uploadColumns} from import_upload where id = ${id} and staff_id = ${staffId}`,
  );
  return rows[0] && uploadOf(rows[0]);
}

/** The problems of an upload's rows. */
export async function uploadProblems(db: Queryable, id: number, limit: number): Promise<RowProblem[]> {
  const { rows } = await db.execute<{ problem: RowProblem }>(sql`
    select problem from import_upload, jsonb_array_elements(problems) with ordinality as each (problem, place)
    where id = ${id} order by place limit ${limit}`);
  return rows.map(({ problem }) => problem);
}

/**
 * Has a checked file imported: whole, or without its bad rows. Pressing again changes nothing.
 * @returns whether it is on its way or done
 */
export function startImport(
  database: Database,
  { id, by, skipsBad }: { readonly id: number; readonly by: number; readonly skipsBad: boolean },
  now: Date,
): Promise<boolean> {
  return database.transaction(async (tx) => {
    const { rows } = await tx.execute<{ kind: string }>(sql`
      update import_upload set state = 'importing', skips_bad = ${skipsBad}, refusal = null, percent = 0, rows = 0,
        worker = null, worker_until = null, expires_at = ${expiryFrom(now)}
      where id = ${id} and staff_id = ${by} and state = 'checked' returning kind`);
    const [row] = rows;
    if (row === undefined) {
      const upload = await findUpload(tx, id, by);
      return upload?.state === 'importing' || upload?.state === 'done';
    }
    const subject = { kind: 'import_upload', id };
    await noteAudit(tx, {
      by,
      action: 'import.start',
      subject,
      detail: { kind: row.kind, skips_bad: skipsBad },
      at: now,
    });
    return true;
  });
}

/** Deletes a file that is not being imported. @returns whether it is gone */
export async function discardUpload(db: Queryable, id: number, by: number): Promise<boolean> {
  const { rows } = await db.execute(sql`
    delete from import_upload where id = ${id} and staff_id = ${by} and state <> 'importing' returning 1`);
  return rows.length > 0;
}

/** Deletes what was left lying. */
export async function deleteExpiredUploads(db: Queryable, now: Date): Promise<number> {
  const { rows } = await db.execute(sql`/* often */ delete from import_upload where expires_at <= ${now} returning 1`);
  return rows.length;
}

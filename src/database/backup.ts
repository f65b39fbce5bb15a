import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { sql } from 'drizzle-orm';
import type { Database, Queryable } from './client.ts';
import { makePrivateFolder } from './directory-lock.ts';
import { appliedMigrations } from './migrate.ts';

/**
 * A backup is gzip over lines of JSON: a header, then for each table a line that names it and one line per row as the
 * database itself writes it, and a last line with the counts and the SHA-256 of all lines before. The rows are
 * never parsed on the way, so large numbers and nested documents come back as they were; a backup of the embedded
 * database restores into Postgres and the other way round.
 */
const formatName = 'ban-hoc-backup';
const formatVersion = 1;

/** Rows that one statement reads or writes. */
const rowsAtOnce = 500;

/** Bookkeeping of the running processes; a restore must not bring back an old one. */
const leftOut = new Set(['migration', 'lease']);

export type BackupCounts = Readonly<Record<string, number>>;

/** A file that cannot be restored or cannot be written, with the reason in words. */
export class BackupUnusable extends Error {
  constructor(problem: string) {
    super(problem);
    this.name = 'BackupUnusable';
  }
}

interface Table {
  readonly name: string;
  readonly columns: readonly string[];
}

/** The tables in an order in which every row finds the rows it refers to. Generated columns are left out. */
async function tablesInOrder(db: Queryable): Promise<Table[]> {
  const { rows: columns } = await db.execute<{ table_name: string; column_name: string }>(sql`
    select columns.table_name, columns.column_name from information_schema.columns as columns
    join information_schema.tables as tables using (table_schema, table_name)
    where columns.table_schema = current_schema() and tables.table_type = 'BASE TABLE' and columns.is_generated = 'NEVER'
    order by columns.table_name, columns.ordinal_position`);
  const { rows: references } = await db.execute<{ child: string; parent: string }>(sql`
    select child.relname as child, parent.relname as parent from pg_constraint
    join pg_class as child on child.oid = conrelid join pg_class as parent on parent.oid = confrelid
    where contype = 'f' and conrelid <> confrelid`);
  const open = new Set(columns.map((column) => column.table_name).filter((name) => !leftOut.has(name)));
  const ordered: string[] = [];
  while (open.size > 0) {
    const next = [...open].find(
      (name) => !references.some(({ child, parent }) => child === name && parent !== name && open.has(parent)),
    );
    if (next === undefined) throw new Error(`Tables refer to each other in a circle: ${[...open].join(', ')}`);
    open.delete(next);
    ordered.push(next);
  }
  return ordered.map((name) => ({
    name,
    columns: columns.filter((column) => column.table_name === name).map((column) => column.column_name),
  }));
}

async function* backupLines(tx: Queryable, counts: Record<string, number>): AsyncGenerator<string> {
  const tables = await tablesInOrder(tx);
  const migrations = Object.fromEntries(await appliedMigrations(tx));
  yield JSON.stringify({ format: formatName, version: formatVersion, createdAt: new Date().toISOString(), migrations });
  for (const table of tables) {
    yield JSON.stringify({ table: table.name, columns: table.columns });
    counts[table.name] = 0;
    const list = sql.join(
      table.columns.map((column) => sql.identifier(column)),
      sql`, `,
    );
    await tx.execute(sql`
      declare backup_rows no scroll cursor for
      select row_to_json(picked)::text as row from (select ${list} from ${sql.identifier(table.name)}) as picked`);
    for (;;) {
      const { rows } = await tx.execute<{ row: string }>(sql.raw(`fetch ${rowsAtOnce} from backup_rows`));
      for (const { row } of rows) yield row;
      counts[table.name] = (counts[table.name] ?? 0) + rows.length;
      if (rows.length < rowsAtOnce) break;
    }
    await tx.execute(sql`close backup_rows`);
  }
}

/** Adds the closing line, whose hash covers all lines before it. */
async function* sealed(lines: AsyncIterable<string>, counts: BackupCounts): AsyncGenerator<string> {
  const hash = createHash('sha256');
  for await (const line of lines) {
    hash.update(line).update('\n');
    yield `${line}\n`;
  }
  yield `${JSON.stringify({ end: true, rows: counts, sha256: hash.digest('hex') })}\n`;
}

/** The drafts that this process is writing. */
const writing = new Set<string>();

/** A draft that nobody has written to for so long is left over, though its process id may live on in another process. */
const staleMilliseconds = 60 * 60 * 1000;

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Removes what killed backups left beside a file: it holds what people told us, also those since erased. */
async function removeStaleDrafts(target: string): Promise<void> {
  const folder = dirname(target);
  for (const name of await readdir(folder)) {
    const [, of, processId] = /^(.+)\.partial-(\d+)$/.exec(name) ?? [];
    // In a folder of somebody's choice only what is surely ours.
    if (of === undefined || (of !== basename(target) && !of.endsWith('.backup.gz'))) continue;
    const draft = join(folder, name);
    if (writing.has(draft)) continue;
    const found = await stat(draft).catch(() => undefined);
    if (found === undefined) continue;
    const isLive = Number(processId) !== process.pid && isRunning(Number(processId));
    if (!isLive || Date.now() - found.mtimeMs > staleMilliseconds) await rm(draft, { force: true });
  }
}

/** Throws `BackupUnusable` where a file cannot be written for a reason that the operator can remove beforehand. */
async function assertWritable(target: string): Promise<void> {
  const folder = dirname(target);
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory() !== true) {
    throw new BackupUnusable(`Không có thư mục ${folder}. Hãy tạo thư mục đó trước, hoặc ghi FILE vào chỗ khác.`);
  }
  const there = await stat(target).catch(() => undefined);
  if (there?.isDirectory() === true) {
    throw new BackupUnusable(`${target} là thư mục. Hãy ghi cả tên tệp, ví dụ ${join(target, 'ban-hoc.backup.gz')}.`);
  }
}

/**
 * Writes the whole state, as of one moment, to a file: first beside it under another name, then verified, then
 * renamed, so that a file of that name is always a whole backup. Returns the rows per table. What killed backups left
 * there is removed first. `makesFolder` makes the file's folder, mode 0700; without it a missing one is refused.
 */
export async function backUp(
  database: Database,
  file: string,
  options: { readonly makesFolder: boolean } = { makesFolder: false },
): Promise<BackupCounts> {
  const target = resolve(file);
  const draft = `${target}.partial-${process.pid}`;
  if (options.makesFolder) await makePrivateFolder(dirname(target));
  await assertWritable(target);
  await removeStaleDrafts(target);
  const counts: Record<string, number> = {};
  writing.add(draft);
  try {
    await database.transaction(async (tx) => {
      await tx.execute(sql`set transaction isolation level repeatable read`);
      await pipeline(
        Readable.from(sealed(backupLines(tx, counts), counts)),
        createGzip(),
        // It holds everything people told us: readable by the owner alone.
        createWriteStream(draft, { mode: 0o600 }),
      );
    });
    await verifyBackup(draft);
    const handle = await open(draft, 'r');
    await handle.sync();
    await handle.close();
    await rename(draft, target);
  } finally {
    await rm(draft, { force: true });
    writing.delete(draft);
  }
  return counts;
}

/** The lines of a backup; throws `BackupUnusable` when the file cannot be read. */
async function* readLines(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const gunzip = createGunzip();
  let failure: unknown;
  const pumping = pipeline(source, gunzip).catch((error: unknown) => {
    failure = error;
  });
  try {
    yield* createInterface({ input: gunzip, crlfDelay: Number.POSITIVE_INFINITY });
  } catch (error) {
    failure ??= error;
  }
  await pumping;
  if (failure !== undefined) {
    const code = failure instanceof Error && 'code' in failure ? String(failure.code) : '';
    if (code === 'ENOENT') throw new BackupUnusable(`Không có tệp ${file}. Hãy kiểm tra lại đường dẫn.`);
    if (code === 'EISDIR') throw new BackupUnusable(`${file} là thư mục, không phải bản sao lưu.`);
    throw new BackupUnusable(`${file} không phải bản sao lưu, hoặc bị hỏng hay cắt cụt. Hãy dùng tệp khác.`);
  }
}

interface Header {
  readonly createdAt: string;
  readonly migrations: Readonly<Record<string, string>>;
}

function readHeader(line: string | undefined, file: string): Header {
  try {
    const header = JSON.parse(line ?? '') as Partial<Header & { format: string; version: number }>;
    if (header.format === formatName && header.version === formatVersion && header.migrations !== undefined) {
      return { createdAt: header.createdAt ?? '', migrations: header.migrations };
    }
  } catch {
    // Not JSON: the same words as for JSON of another kind.
  }
  throw new BackupUnusable(`${file} không phải bản sao lưu của chương trình này. Hãy chọn tệp khác.`);
}

/** Reads a backup from end to end and checks its hash. Throws `BackupUnusable` with the reason. */
export async function verifyBackup(file: string): Promise<{ header: Header; rows: BackupCounts }> {
  const hash = createHash('sha256');
  let header: Header | undefined;
  let last: string | undefined;
  for await (const line of readLines(file)) {
    header ??= readHeader(line, file);
    if (last !== undefined) hash.update(last).update('\n');
    last = line;
  }
  const end = last?.startsWith('{"end":true')
    ? (JSON.parse(last) as { rows: BackupCounts; sha256: string })
    : undefined;
  if (header === undefined || end === undefined || end.sha256 !== hash.digest('hex')) {
    throw new BackupUnusable(`${file} không phải bản sao lưu, hoặc bị hỏng hay cắt cụt. Hãy dùng tệp khác.`);
  }
  return { header, rows: end.rows };
}

function assertSameMigrations(file: string, header: Header, applied: ReadonlyMap<string, string>): void {
  const theirs = Object.entries(header.migrations);
  const same = theirs.length === applied.size && theirs.every(([name, sha256]) => applied.get(name) === sha256);
  if (same) return;
  const newest = Object.keys(header.migrations).sort().at(-1);
  throw new BackupUnusable(
    `${file} do một phiên bản khác của chương trình ghi (cấu trúc dữ liệu ${newest}). ` +
      'Hãy khôi phục bằng phiên bản đó, rồi khởi động bản mới: nó sẽ chuyển dữ liệu sang cấu trúc mới.',
  );
}

async function insertRows(tx: Queryable, table: Table, rows: readonly string[]): Promise<void> {
  if (rows.length === 0) return;
  const name = sql.identifier(table.name);
  const list = sql.join(
    table.columns.map((column) => sql.identifier(column)),
    sql`, `,
  );
  await tx.execute(sql`
    insert into ${name} (${list}) overriding system value
    select ${list} from jsonb_populate_recordset(null::${name}, ${`[${rows.join(',')}]`}::jsonb)`);
}

/** Moves each identity past the rows that came back. */
async function restartIdentities(tx: Queryable): Promise<void> {
  const { rows } = await tx.execute<{ table_name: string; column_name: string }>(sql`
    select table_name, column_name from information_schema.columns
    where table_schema = current_schema() and is_identity = 'YES'`);
  for (const { table_name: table, column_name: column } of rows) {
    await tx.execute(sql`
      select setval(pg_get_serial_sequence(${table}, ${column}), greatest(1, coalesce(max(${sql.identifier(column)}), 0) + 1), false)
      from ${sql.identifier(table)}`);
  }
}

/**
 * Replaces the whole state by a backup's, in one transaction: either all of it or nothing. The file is verified
 * before anything is touched, and the rows are counted afterwards. `beforeLoad` runs inside the same transaction while
 * the present rows are still there, and what it returns runs over the restored ones.
 * Throws `BackupUnusable` for a damaged file or one of another version.
 */
export async function restore(
  database: Database,
  file: string,
  beforeLoad?: (tx: Queryable) => Promise<() => Promise<void>>,
): Promise<BackupCounts> {
  const { header, rows: expected } = await verifyBackup(file);
  return database.transaction(async (tx) => {
    assertSameMigrations(file, header, await appliedMigrations(tx));
    const known = await tablesInOrder(tx);
    const names = sql.join(
      known.map((table) => sql.identifier(table.name)),
      sql`, `,
    );
    // From here on nobody changes what `beforeLoad` sees.
    await tx.execute(sql`lock table ${names} in access exclusive mode`);
    const afterLoad = await beforeLoad?.(tx);
    await tx.execute(sql`truncate ${names}`);
    const counts: Record<string, number> = {};
    let table: Table | undefined;
    let waiting: string[] = [];
    const flush = async (): Promise<void> => {
      if (table !== undefined) await insertRows(tx, table, waiting);
      waiting = [];
    };
    for await (const line of readLines(file)) {
      if (line.startsWith('{"format":') || line.startsWith('{"end":true')) continue;
      if (line.startsWith('{"table":')) {
        await flush();
        const { table: name, columns } = JSON.parse(line) as { table: string; columns: string[] };
        table = { name, columns };
        counts[name] = 0;
        continue;
      }
      if (table === undefined)
        throw new BackupUnusable(`${file} có dòng đứng trước bảng đầu tiên. Hãy dùng bản sao lưu khác.`);
      waiting.push(line);
      counts[table.name] = (counts[table.name] ?? 0) + 1;
      if (waiting.length === rowsAtOnce) await flush();
    }
    await flush();
    for (const [name, count] of Object.entries(expected)) {
      const { rows } = await tx.execute<{ count: string }>(sql`select count(*) from ${sql.identifier(name)}`);
      if (Number(rows[0]?.count) !== count)
        throw new Error(`Table ${name} came back with ${rows[0]?.count} of ${count} rows.`);
    }
    await restartIdentities(tx);
    await afterLoad?.();
    return counts;
  });
}

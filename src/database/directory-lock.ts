import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, link, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * Who may open an embedded data directory. PGlite itself lets two processes in, which corrupts the files, so:
 *
 *   free ──take──> held (a listening socket; the kernel closes it with the process, however that ends)
 *   held ──take by another──> refused in words
 *   dead (socket file left by kill -9, nobody answers) ──take──> held, at once: no heartbeat has to age
 *
 * Testing, unlinking and binding happen under `opening.lock`, which exists for a few milliseconds only; one left by
 * a process killed in that moment is recognised by its process id *and* start time, so that a reused id (or the pid 1
 * of every container) does not keep the directory shut.
 */
export interface DirectoryLock {
  /** Where the sockets are: the directory itself, or a private temporary one when its path is too long for a socket. */
  readonly socketFolder: string;
  release(): Promise<void>;
}

/** Somebody else has the directory open. */
export class DirectoryInUse extends Error {
  /** For the words that the operator reads; process 0 is unknown. */
  readonly facts: { directory: string; process: number; id: string };

  constructor(directory: string, processId: number | undefined) {
    super(
      `DATA_DIR ${directory} is already open in ${processId === undefined ? 'another process' : `process ${processId}`}. ` +
        'Stop that process first, or set another DATA_DIR.',
    );
    this.name = 'DirectoryInUse';
    this.facts = { directory, process: processId ?? 0, id: String(processId ?? '') };
  }
}

/**
 * DATA_DIR is a setting that cannot be used. It has the name of the errors of config.ts, which tells them apart for
 * the exit code: this module is below the settings and may not import them.
 */
export class DirectoryUnusable extends Error {
  constructor(problem: string) {
    super(problem);
    this.name = 'SettingError';
  }
}

/** What the file system says of a path that is no folder, or that this user may not fill. */
const unusableCodes: Readonly<Record<string, string>> = {
  EEXIST: 'là tệp hoặc nằm dưới một tệp, không phải thư mục',
  ENOTDIR: 'là tệp hoặc nằm dưới một tệp, không phải thư mục',
  ENOENT: 'không tạo được ở nơi này',
  EACCES: 'không tạo hoặc không ghi được vì thiếu quyền',
  EPERM: 'không tạo hoặc không ghi được vì thiếu quyền',
  EROFS: 'nằm trên ổ đĩa chỉ đọc',
  ELOOP: 'là liên kết vòng tròn',
  ENAMETOOLONG: 'có tên quá dài',
  EINVAL: 'không phải đường dẫn hợp lệ',
  ERR_INVALID_ARG_VALUE: 'không phải đường dẫn hợp lệ',
};

/** Runs what needs the folder of DATA_DIR; an error that says the folder is unfit becomes `DirectoryUnusable`. */
async function whereUsable<T>(directory: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const problem = unusableCodes[code];
    if (problem === undefined) throw error;
    throw new DirectoryUnusable(
      `DATA_DIR: ${directory} ${problem} (${code}). Hãy đặt DATA_DIR là một thư mục ghi được, ví dụ ./data.`,
    );
  }
}

/**
 * Makes a folder and those above it that are missing, for their owner alone. Not by `mkdir({ recursive: true })`: where
 * the system takes no folder and says ENOENT, as below /proc, Node tries for ever.
 */
async function makeFolder(path: string): Promise<void> {
  const isFolder = (folder: string): Promise<boolean> =>
    stat(folder).then(
      (found) => found.isDirectory(),
      () => false,
    );
  try {
    await mkdir(path, { mode: 0o700 });
  } catch (error) {
    if (await isFolder(path)) return;
    const above = dirname(path);
    const isMissingAbove = error instanceof Error && 'code' in error && error.code === 'ENOENT' && above !== path;
    if (!isMissingAbove || (await isFolder(above))) throw error;
    await makeFolder(above);
    await mkdir(path, { mode: 0o700 }).catch(async (again: unknown) => {
      if (!(await isFolder(path))) throw again;
    });
  }
}

/** Makes DATA_DIR or a folder in it, mode 0700, also one that is there. Throws `DirectoryUnusable`. */
export async function makePrivateFolder(path: string): Promise<void> {
  await whereUsable(path, async () => {
    await makeFolder(path);
    await chmod(path, 0o700);
  });
}

const databaseSocket = '.s.PGSQL.5432';
const guardSocket = '.guard';

/** A socket path over 107 bytes is cut silently by the system and the socket appears somewhere else. */
const longestSocketPath = 100;

interface Holder {
  readonly processId: number;
  /** Start time in clock ticks and boot id: together with the process id they name one process for ever. */
  readonly startedAt: string;
  readonly socketFolder: string;
}

/** `boot id:start ticks` of a process, "" where /proc does not tell, undefined when there is no such process. */
function processStart(processId: number): string | undefined {
  try {
    process.kill(processId, 0);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return undefined;
  }
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${processId}/stat`, 'utf8');
    // The second field is the program's name and may hold spaces; the start time is the 20th after it.
    return `${boot}:${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`;
  } catch {
    return '';
  }
}

function isAlive(holder: Holder): boolean {
  const start = processStart(holder.processId);
  return start !== undefined && (start === '' || start === holder.startedAt);
}

function parseHolder(text: string): Holder | undefined {
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return undefined;
  }
}

/** Whether somebody answers on a unix socket. */
function answers(path: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      done(true);
    });
    socket.once('error', () => done(false));
  });
}

function listen(path: string): Promise<Server> {
  return new Promise((done, fail) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', fail);
    server.listen(path, () => {
      server.unref();
      done(server);
    });
  });
}

async function chooseSocketFolder(directory: string): Promise<string> {
  const fits = (folder: string): boolean => Buffer.byteLength(join(folder, databaseSocket)) <= longestSocketPath;
  if (fits(directory)) return directory;
  const prefix = 'ban-hoc-';
  // TMPDIR may be as long as the directory itself.
  const parent = fits(join(tmpdir(), `${prefix}123456`)) ? tmpdir() : '/tmp';
  return mkdtemp(join(parent, prefix));
}

/** Whether a lock file is there that no living process holds. A damaged one is: it is linked in whole. */
async function isAbandoned(path: string): Promise<boolean> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    return false;
  }
  const holder = parseHolder(text);
  return holder === undefined || !isAlive(holder);
}

/** Runs `work` while this caller alone has the lock file. */
async function whileLocked<T>(path: string, work: () => Promise<T>): Promise<T> {
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  const mine: Holder = { processId: process.pid, startedAt: processStart(process.pid) ?? '', socketFolder: '' };
  // Written aside and linked in: nobody ever reads half a lock file.
  await writeFile(draft, JSON.stringify(mine), { mode: 0o600 });
  try {
    while (!(await linkOnce(draft, path))) {
      if (await isAbandoned(path)) {
        // Two that saw the same dead lock would each remove what they find, the second one the living lock of the
        // first. So it is removed under a lock of its own, after another look.
        await whileLocked(`${path}.takeover`, async () => {
          if (await isAbandoned(path)) await rm(path, { force: true });
        });
      } else {
        await wait(5);
      }
    }
  } finally {
    await rm(draft, { force: true });
  }
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

/** False when the file is there already. */
async function linkOnce(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Runs `work` while no other process is between looking at the directory and binding in it. */
function whileOpening<T>(directory: string, work: () => Promise<T>): Promise<T> {
  return whileLocked(join(directory, 'opening.lock'), work);
}

/** The folder of the live holder's sockets, or undefined when nobody holds the directory. */
export async function findHolder(directory: string): Promise<{ socketFolder: string; processId: number } | undefined> {
  const text = await readFile(join(resolve(directory), 'holder.json'), 'utf8').catch(() => '');
  const holder = parseHolder(text);
  if (holder === undefined) return undefined;
  return (await answers(join(holder.socketFolder, guardSocket))) ? holder : undefined;
}

/**
 * Takes a directory for this process, creating it with mode 0700 when it is missing.
 * Throws `DirectoryInUse` when another process holds it, `DirectoryUnusable` where nothing can be kept.
 */
export async function takeDirectory(path: string): Promise<DirectoryLock> {
  const directory = resolve(path);
  // The socket has no password: the directory's mode is what keeps other users out.
  await makePrivateFolder(directory);
  return whereUsable(directory, () => takeFolder(directory));
}

function takeFolder(directory: string): Promise<DirectoryLock> {
  return whileOpening(directory, async () => {
    const holder = await findHolder(directory);
    if (holder !== undefined) throw new DirectoryInUse(directory, holder.processId);
    const socketFolder = await chooseSocketFolder(directory);
    await rm(join(socketFolder, guardSocket), { force: true });
    await rm(join(socketFolder, databaseSocket), { force: true });
    const server = await listen(join(socketFolder, guardSocket));
    const mine: Holder = { processId: process.pid, startedAt: processStart(process.pid) ?? '', socketFolder };
    await writeFile(join(directory, 'holder.json'), JSON.stringify(mine), { mode: 0o600 });
    return {
      socketFolder,
      release: async () => {
        const leave = async (): Promise<void> => {
          await new Promise<void>((done) => server.close(() => done()));
          if (socketFolder !== directory) await rm(socketFolder, { recursive: true, force: true });
          await rm(join(directory, 'holder.json'), { force: true });
        };
        // Under the lock too: the next opener's files have the same names, and must not be the ones removed here.
        // A directory that is full or gone takes no lock file, and lets no next opener in either.
        await whileOpening(directory, leave).catch(leave);
      },
    };
  });
}

/** The path of the database's socket in a socket folder. */
export function databaseSocketPath(socketFolder: string): string {
  return join(socketFolder, databaseSocket);
}

/** Whether the database's socket is there yet: the holder binds it some tenths of a second after the guard. */
export function databaseSocketExists(socketFolder: string): boolean {
  return existsSync(databaseSocketPath(socketFolder));
}

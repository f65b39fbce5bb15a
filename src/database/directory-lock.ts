import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, link, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
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
  constructor(directory: string, processId: number | undefined) {
    super(
      `DATA_DIR ${directory} is already open in ${processId === undefined ? 'another process' : `process ${processId}`}. ` +
        'Stop that process first, or set another DATA_DIR.',
    );
    this.name = 'DirectoryInUse';
  }
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
 * Throws `DirectoryInUse` when another process holds it.
 */
export async function takeDirectory(path: string): Promise<DirectoryLock> {
  const directory = resolve(path);
  await mkdir(directory, { recursive: true, mode: 0o700 });
  // The socket has no password: the directory's mode is what keeps other users out.
  await chmod(directory, 0o700);
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

import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, link, mkdir, mkdtemp, readFile, rename, rm, unlink, writeFile } from 'node:fs/promises';
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

async function readHolder(path: string): Promise<Holder | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Holder;
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
  if (Buffer.byteLength(join(directory, databaseSocket)) <= longestSocketPath) return directory;
  return mkdtemp(join(tmpdir(), 'ban-hoc-'));
}

/** Runs `work` while no other process is between looking at the directory and binding in it. */
async function whileOpening<T>(directory: string, work: () => Promise<T>): Promise<T> {
  const path = join(directory, 'opening.lock');
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  const mine: Holder = { processId: process.pid, startedAt: processStart(process.pid) ?? '', socketFolder: '' };
  // Written aside and linked in: nobody ever reads half a lock file.
  await writeFile(draft, JSON.stringify(mine), { mode: 0o600 });
  try {
    for (;;) {
      try {
        await link(draft, path);
        break;
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
        const other = await readHolder(path);
        if (other !== undefined && !isAlive(other)) {
          // Renamed to a name of our own before it is removed: of two processes that see it dead, one wins.
          const aside = `${path}.${randomBytes(6).toString('hex')}`;
          await rename(path, aside).then(
            () => unlink(aside),
            () => undefined,
          );
        } else {
          await wait(5);
        }
      }
    }
    return await work();
  } finally {
    await rm(draft, { force: true });
    const current = await readHolder(path);
    if (current?.processId === process.pid) await rm(path, { force: true });
  }
}

/** The folder of the live holder's sockets, or undefined when nobody holds the directory. */
export async function findHolder(directory: string): Promise<{ socketFolder: string; processId: number } | undefined> {
  const holder = await readHolder(join(resolve(directory), 'holder.json'));
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
        await new Promise<void>((done) => server.close(() => done()));
        if (socketFolder !== directory) await rm(socketFolder, { recursive: true, force: true });
        await rm(join(directory, 'holder.json'), { force: true });
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

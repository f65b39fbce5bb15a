import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { connect, type Database } from './client.ts';
import {
  DirectoryInUse,
  type DirectoryLock,
  DirectoryUnusable,
  databaseSocketExists,
  databaseSocketPath,
  findHolder,
  takeDirectory,
} from './directory-lock.ts';

const templatePath = fileURLToPath(new URL('./template.tar.gz', import.meta.url));
const workerPath = fileURLToPath(new URL('./embedded-worker.mjs', import.meta.url));

/** One connection: the engine has one session, and a second client would only wait inside the other's transaction. */
const poolSize = 1;

/** Whether a directory holds a database; one that was being unpacked when its process was killed is none. */
function holdsDatabase(directory: string): boolean {
  return existsSync(join(directory, 'pg', 'PG_VERSION')) && !existsSync(join(directory, 'unpacking'));
}

async function startEngine(directory: string, lock: DirectoryLock): Promise<Worker> {
  const filesFolder = join(directory, 'pg');
  // There from before the first file of the template until after its last: one killed in between starts anew.
  const unpacking = join(directory, 'unpacking');
  if (existsSync(unpacking)) await rm(filesFolder, { recursive: true, force: true });
  const isNew = !existsSync(join(filesFolder, 'PG_VERSION'));
  if (isNew) await writeFile(unpacking, '');
  const worker = new Worker(workerPath, {
    workerData: {
      filesFolder,
      socketPath: databaseSocketPath(lock.socketFolder),
      template: isNew ? { path: templatePath, unpacking } : undefined,
    },
    // No loader: the worker is plain JavaScript.
    execArgv: [],
    // The engine's own memory is outside the heap: what passes through the heap is short-lived and small.
    resourceLimits: { maxYoungGenerationSizeMb: 16 },
  });
  await new Promise<void>((done, fail) => {
    worker.once('message', () => done());
    worker.once('error', fail);
    worker.once('exit', (code) => fail(new Error(`The embedded database stopped while opening, code ${code}.`)));
  });
  worker.removeAllListeners('error').removeAllListeners('exit');
  return worker;
}

async function stopEngine(worker: Worker): Promise<void> {
  const gone = new Promise<void>((done) => worker.once('exit', () => done()));
  worker.postMessage('close');
  await gone;
}

/**
 * Opens the embedded database of a directory as its only owner, creating it on first use. The engine (PGlite) runs in
 * a worker thread behind a unix socket, so the event loop stays free and other processes can reach it.
 * Throws `DirectoryInUse` when another process owns the directory. `onDeath` is called if the engine dies by itself.
 */
export async function openEmbedded(path: string, onDeath?: (error: Error) => void): Promise<Database> {
  const directory = resolve(path);
  const lock = await takeDirectory(directory);
  let worker: Worker;
  try {
    worker = await startEngine(directory, lock);
  } catch (error) {
    await lock.release();
    throw error;
  }
  worker.once('error', (error) => onDeath?.(error instanceof Error ? error : new Error(String(error))));
  return connect({
    embedded: true,
    prepares: true,
    pool: { host: lock.socketFolder, database: 'postgres', user: 'postgres', max: poolSize },
    trim: () => worker.postMessage('collect'),
    onClose: async () => {
      await stopEngine(worker);
      await lock.release();
    },
  });
}

/** Tries for half a minute: the running server may be opening right now, which took 12 s on a machine that was busy otherwise. */
const connectTries = 300;

/**
 * Opens the database of a directory for a command: through the running server when there is one, else by owning the
 * directory for the length of the command. With `mustExist` a directory without a database is refused, not filled.
 */
export async function openEmbeddedForCommand(
  path: string,
  options: { readonly mustExist: boolean },
): Promise<Database> {
  for (let tries = 0; tries < connectTries; tries++) {
    const holder = await findHolder(path);
    if (holder === undefined) {
      if (options.mustExist && !holdsDatabase(resolve(path))) {
        throw new DirectoryUnusable(
          `DATA_DIR: ${resolve(path)} không có cơ sở dữ liệu nào. Hãy đặt DATA_DIR đúng thư mục mà máy chủ dùng.`,
        );
      }
      try {
        return await openEmbedded(path);
      } catch (error) {
        // Somebody was faster since we looked: then there is a server to share.
        if (!(error instanceof DirectoryInUse)) throw error;
        continue;
      }
    }
    if (databaseSocketExists(holder.socketFolder)) {
      return connect({
        embedded: true,
        prepares: false,
        pool: { host: holder.socketFolder, database: 'postgres', user: 'postgres', max: poolSize },
      });
    }
    await wait(100);
  }
  throw new Error(
    `Máy chủ đang giữ DATA_DIR ${resolve(path)} chưa mở xong cơ sở dữ liệu sau 30 giây. Hãy chờ một lát rồi chạy lại.`,
  );
}

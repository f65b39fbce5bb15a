// @ts-check
// Plain JavaScript on purpose: a worker thread with a TypeScript loader costs 40 MB and 0.5 s more.
import { open, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';

/** @type {{ filesFolder: string, socketPath: string, template: { path: string, unpacking: string } | undefined }} */
const { filesFolder, socketPath, template } = workerData;
if (parentPort === null) throw new Error('This file runs as a worker thread only.');
const port = parentPort;

// The worker's heap is its own: the main thread's collector does not see it.
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');

/** Messages of a statement that only the client's sync ends: parse, bind, describe, execute, close. */
const statementParts = new Set(Array.from('PBDEC', (letter) => letter.charCodeAt(0)));

/** Asks for the answers so far, in the middle of a statement. */
const flush = 'H'.charCodeAt(0);

/**
 * The socket server hands the engine one message at a time, lets other clients in between the messages of one statement
 * unless a transaction is open, and writes each message's answer to the socket by itself. A statement of more than 64 kB
 * comes in several reads; another client's statement then took its place, and it was bound to that. So the parts
 * of a statement are kept until its last one and run together: it counts as a transaction meanwhile, for the
 * server's question, and its answer is one write instead of five (0.50 ms a statement instead of 0.58).
 * @param {PGlite} engine
 */
function keepStatementsWhole(engine) {
  /** @type {Uint8Array[]} */
  let parts = [];
  let isBegun = false;
  return new Proxy(engine, {
    get(target, property) {
      if (property === 'isInTransaction') return () => isBegun || target.isInTransaction();
      if (property === 'execProtocolRawStream') {
        return (/** @type {Parameters<PGlite['execProtocolRawStream']>} */ ...[message, options]) => {
          const kind = message[0] ?? 0;
          isBegun = statementParts.has(kind) || kind === flush;
          if (statementParts.has(kind)) {
            // The server's buffer is used again for what comes next.
            parts.push(message.slice());
            return Promise.resolve();
          }
          const whole = parts.length === 0 ? message : Buffer.concat([...parts, message]);
          parts = [];
          return target.execProtocolRawStream(whole, options);
        };
      }
      if (property === 'exec') {
        // A client that went away in the middle of a statement is rolled back by this.
        parts = [];
        isBegun = false;
      }
      const value = Reflect.get(target, property, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

// Loading a dump of an empty cluster takes 0.8 s where initdb takes 4.
const db = await PGlite.create({
  dataDir: filesFolder,
  extensions: { unaccent },
  ...(template === undefined ? {} : { loadDataDir: new Blob([await readFile(template.path)]) }),
});
if (template !== undefined) {
  // Before anybody can commit a row, and for good: found again after a power cut it would cost those rows.
  await rm(template.unpacking);
  const folder = await open(dirname(template.unpacking), 'r');
  await folder.sync();
  await folder.close();
}
// As many as Postgres allows; by itself the socket server breaks off every client after the first.
const server = new PGLiteSocketServer({ db: keepStatementsWhole(db), path: socketPath, maxConnections: 100 });
await server.start();
port.on('message', async (/** @type {string} */ message) => {
  if (message === 'collect') collect();
  if (message !== 'close') return;
  await server.stop();
  await db.close();
  port.postMessage('closed');
  port.close();
});
port.postMessage('ready');

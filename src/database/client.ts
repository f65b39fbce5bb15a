import { AsyncLocalStorage } from 'node:async_hooks';
import { drizzle, type NodePgQueryResultHKT } from 'drizzle-orm/node-postgres';
import { type PgDatabase, PgDialect } from 'drizzle-orm/pg-core';
import type { SQL } from 'drizzle-orm/sql';
import pg from 'pg';
import { CoalescingSocket } from './coalescing-socket.ts';
import { PreparingClient } from './preparing-client.ts';

/** Anything that runs queries: the pool outside a transaction, or the transaction inside one. */
export type Queryable = PgDatabase<NodePgQueryResultHKT>;

/** An open database. Obtained from `openDatabase`; `close` ends its connections (and the embedded engine). */
export interface Database {
  /** Runs single statements on the pool. Throws inside a transaction: there, use the transaction. */
  readonly db: Queryable;
  /** True on the built-in database, whose statements all share one connection. */
  readonly embedded: boolean;
  /**
   * Runs `work` in one transaction and commits, or rolls back when it throws. A serialisation failure or a deadlock
   * is run again, at most twice: the database asks for that. Nested use throws.
   */
  transaction<T>(work: (tx: Queryable, commitWith: CommitWith) => Promise<T>): Promise<T>;
  /** Gives memory back that the built-in engine no longer needs; for a moment when nobody waits. */
  trim(): void;
  close(): Promise<void>;
}

/**
 * Runs the last statements of a transaction and its commit in one round trip, in order, and resolves with the rows of each when
 * all of it is committed. Afterwards the transaction is over. Rows come as the driver reads them: bigint as text.
 */
export type CommitWith = (statements: readonly SQL[]) => Promise<Record<string, unknown>[][]>;

/** Thrown when code inside a transaction reaches for the pool: with one connection it would wait for ever. */
export class PoolUsedInsideTransaction extends Error {
  constructor() {
    super('The pool was used inside a transaction. Pass the transaction down and use that.');
    this.name = 'PoolUsedInsideTransaction';
  }
}

interface Scope {
  open: boolean;
}

const dialect = new PgDialect();

const scope = new AsyncLocalStorage<Scope>();

/** True while the calling code runs inside a transaction of this process. */
function insideTransaction(): boolean {
  return scope.getStore()?.open === true;
}

/** serialization_failure, deadlock_detected: Postgres asks for the transaction to be run again. */
const runAgainCodes = new Set(['40001', '40P01']);

/** Thrown when a commit was answered with a rollback: a statement had failed, and whoever ran it went on. */
class TransactionRolledBack extends Error {
  constructor() {
    super('The transaction was rolled back: one of its statements had failed.');
    this.name = 'TransactionRolledBack';
  }
}

/** SQLSTATE of a database error, through drizzle's wrapper; undefined for other errors. */
export function sqlState(error: unknown): string | undefined {
  for (let current = error; current instanceof Error; current = current.cause) {
    if ('code' in current && typeof current.code === 'string') return current.code;
  }
  return undefined;
}

/**
 * A database error as one short line. Error objects of the driver carry the statement and its parameters, which can
 * be megabytes and personal: only the code and the message may reach a log.
 */
export function describeError(error: unknown): string {
  let root = error;
  while (root instanceof Error && root.cause instanceof Error) root = root.cause;
  const state = sqlState(error);
  let message = root instanceof Error ? root.message : String(root);
  // Errors of class 22 quote the value itself.
  if (state?.startsWith('22')) message = message.replace(/".*"/s, '"…"');
  return `${state === undefined ? '' : `${state} `}${message}`.slice(0, 300);
}

export interface ConnectOptions {
  readonly pool: pg.PoolConfig;
  readonly embedded: boolean;
  /** Prepares what nearly every turn runs. The one session of the built-in engine is its owner's to prepare in: guests do not. */
  readonly prepares: boolean;
  readonly trim?: () => void;
  /** Called after the pool has ended. */
  readonly onClose?: () => Promise<void>;
  readonly onIdleError?: (error: Error) => void;
}

/** Opens a pool on an address that is known to answer. */
export function connect(options: ConnectOptions): Database {
  // A turn waits for its connection only this long: an exhausted pool then is an error with a name, not silence.
  // Statements that do not wait for each other travel together (a transaction's begin with its first statement, its
  // commit with its last ones): a turn takes three round trips instead of eight.
  const pool = new pg.Pool({
    connectionTimeoutMillis: 15_000,
    pipeline: true,
    stream: () => new CoalescingSocket(),
    ...(options.prepares && { Client: PreparingClient }),
    ...options.pool,
  });
  pool.on('error', (error) => options.onIdleError?.(error));
  // The session of the built-in engine outlives the connections to it: a new one must not meet what the last has prepared.
  if (options.embedded && options.prepares)
    pool.on('connect', (client) => client.query('deallocate all').catch(() => undefined));
  const guarded = new Proxy(pool, {
    get(target, property) {
      if ((property === 'query' || property === 'connect') && insideTransaction())
        throw new PoolUsedInsideTransaction();
      const value: unknown = Reflect.get(target, property, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  const db: Queryable = drizzle(guarded);

  async function attempt<T>(work: (tx: Queryable, commitWith: CommitWith) => Promise<T>): Promise<T> {
    const client = await guarded.connect();
    let broken: Error | undefined;
    // A connection lost while nobody waits for it (the server restarts) is an event; unheard it would end the process.
    const lost = (error: Error): void => {
      broken = error;
    };
    client.on('error', lost);
    const current: Scope = { open: true };
    const end = (): void => {
      if (!current.open) return;
      current.open = false;
      client.off('error', lost);
      client.release(broken);
    };
    let committed: Promise<void> | undefined;
    const commit = async (): Promise<void> => {
      const { command } = await client.query('commit');
      if (command !== 'COMMIT') throw new TransactionRolledBack();
    };
    const commitWith: CommitWith = async (statements) => {
      const results = statements.map((statement) => {
        const { sql: text, params } = dialect.sqlToQuery(statement);
        return client.query<Record<string, unknown>>(text, params);
      });
      committed = commit();
      // The first failure is the one that says why; after it the commit is answered with a rollback.
      const [all] = await Promise.all([Promise.all(results), committed]);
      end();
      return all.map(({ rows }) => rows);
    };
    try {
      // Not waited for: it travels with the first statement. Heard all the same, should that be refused as well.
      const begun = client.query('begin');
      begun.catch(() => undefined);
      const result = await scope.run(current, () => work(drizzle(client), commitWith));
      await begun;
      await (committed ?? commit());
      return result;
    } catch (error) {
      // A connection whose rollback fails is thrown away instead of going back to the pool with a transaction open.
      if (current.open) {
        await client.query('rollback').catch((rollbackError: Error) => {
          broken = rollbackError;
        });
      }
      throw error;
    } finally {
      end();
    }
  }

  async function transaction<T>(work: (tx: Queryable, commitWith: CommitWith) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        return await attempt(work);
      } catch (error) {
        const state = sqlState(error);
        if (tries >= 3 || state === undefined || !runAgainCodes.has(state)) throw error;
      }
    }
  }

  return {
    db,
    embedded: options.embedded,
    transaction,
    trim: () => options.trim?.(),
    close: async () => {
      await pool.end();
      await options.onClose?.();
    },
  };
}

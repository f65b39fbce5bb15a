import pg from 'pg';

/**
 * Begins statements that nearly every turn, or the sender all the time, runs. They are parsed and planned once a connection instead of each time, which was a third of what
 * a question to the tutor took on the built-in database. Not for statements whose best plan hangs on their values.
 */
const often = '/* often */';

/** Shapes of such statements; what comes after is planned each time. A plan takes some ten kilobytes in each connection. */
const mostPrepared = 200;
/**
 * Plans are made anew so often: one that was made for an empty table would read a full one from end to end until somebody analyses it. Whoever
 * comes first after that waits for a dozen plans, 10 ms and more on the built-in database.
 */
const plansKeptMilliseconds = 15_000;

/** Names of statements, the same in all connections of this process. */
const names = new Map<string, string>();

function nameOf(text: string): string | undefined {
  const name = names.get(text);
  if (name !== undefined || names.size >= mostPrepared) return name;
  const given = `often ${names.size + 1}`;
  names.set(text, given);
  return given;
}

type Query = (...args: unknown[]) => unknown;

/** What a statement is asked with, as text and values or as one object; undefined for anything else. */
function readArguments([first, second]: readonly unknown[]):
  | { readonly config: pg.QueryConfig & { readonly values: unknown[] }; readonly used: 1 | 2 }
  | undefined {
  if (typeof first === 'string')
    return Array.isArray(second) ? { config: { text: first, values: second }, used: 2 } : undefined;
  const { text, values } = (first ?? {}) as Partial<pg.QueryConfig>;
  if (typeof text !== 'string') return undefined;
  const own = { ...(first as pg.QueryConfig), text };
  if (Array.isArray(second)) return { config: { ...own, values: second }, used: 2 };
  return Array.isArray(values) ? { config: { ...own, values }, used: 1 } : undefined;
}

/** A connection that prepares the statements which begin with `often`. */
export class PreparingClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    const query = this.query.bind(this) as Query;
    let plansSince = performance.now();
    const preparing: Query = (...args) => {
      const asked = readArguments(args);
      const name = asked?.config.text.startsWith(often) === true ? nameOf(asked.config.text) : undefined;
      if (asked === undefined || name === undefined) return query(...args);
      if (performance.now() - plansSince > plansKeptMilliseconds) {
        plansSince = performance.now();
        // Travels with the statement; should the connection be lost, that says so.
        (query('discard plans') as Promise<unknown>).catch(() => undefined);
      }
      return query({ ...asked.config, name }, ...args.slice(asked.used));
    };
    this.query = preparing as typeof this.query;
  }
}

import { describeError } from '../database/index.ts';

/** The request never left: nothing can have arrived. */
const neverLeftCodes = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);

/** The code of the fault beneath an error, such as ECONNREFUSED; undefined where none is named. */
export function causeCode(error: unknown): string | undefined {
  for (let current = error; current instanceof Error; current = beneath(current)) {
    if ('code' in current && typeof current.code === 'string') return current.code;
  }
  return undefined;
}

/** grammY keeps what it caught under a name of its own. */
function beneath(error: Error): unknown {
  return 'error' in error ? error.error : error.cause;
}

/** Whether a request that failed with such a code never left, so that nothing can have arrived. */
export function hasNeverLeft(code: string | undefined): boolean {
  return code !== undefined && neverLeftCodes.has(code);
}

/**
 * A fault of a platform, the network or the database as one short line with its code. The platforms' errors keep the words of
 * the network to themselves, since these may quote an address, and with it the token: only the code is added.
 */
export function describeProblem(error: unknown): string {
  const words = describeError(error);
  const code = causeCode(error);
  return code === undefined || words.includes(code) ? words : `${words} (${code})`;
}

/** How long a code is good for at least; at most twice as long. */
const windowMs = 30 * 60_000;

/** The command that shows an announcement to whoever has its code. */
export const testCommand = 'guithu';

function codeOf(hash: (text: string) => string, id: number, window: number): string {
  const digits = Buffer.from(hash(`announcement test|${id}|${window}`), 'base64url')
    .toString('hex')
    .slice(0, 10);
  return `${id}-${digits}`;
}

/**
 * A code that lets staff see a broadcast in a chat of their own before anybody else does. It stands in no table: it is worked out from
 * the id and the time, so that no chat of staff must be known or kept.
 * @param hash with a secret of the server
 */
export function testCode(hash: (text: string) => string, id: number, now: Date): string {
  return codeOf(hash, id, Math.floor(now.getTime() / windowMs));
}

/** The broadcast that a code was made for lately. */
export function broadcastOfTestCode(hash: (text: string) => string, written: string, now: Date): number | undefined {
  const code = written.trim().toLowerCase();
  const id = Number(/^(\d{1,15})-[0-9a-f]{10}$/.exec(code)?.[1] ?? Number.NaN);
  if (!Number.isSafeInteger(id)) return undefined;
  const window = Math.floor(now.getTime() / windowMs);
  return [window, window - 1].some((each) => codeOf(hash, id, each) === code) ? id : undefined;
}

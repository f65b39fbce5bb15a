/**
 * Lets a statement that was just asked for leave, and does work of the processor while it is under way, which then costs no time of its own.
 * Resolves with what the statement brought.
 */
export async function meanwhile<Answer>(asked: Promise<Answer>, work: () => void): Promise<Answer> {
  // Should the work throw, nobody waits for it any more.
  asked.catch(() => undefined);
  await new Promise(setImmediate);
  work();
  return asked;
}

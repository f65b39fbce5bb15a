import type { SendError, SendResult } from '../message/index.ts';

/** Sends one part of a message. Resolves with the platform's id of it; undefined when the part was left out. */
export type Part = () => Promise<string | undefined>;

/**
 * Sends the parts of a message in order, from the first that has not arrived. The parts and their places must follow from the
 * message alone, so that a later try, also in another process, counts alike: what is left out keeps its place. A failure
 * tells after how many parts the next try goes on; a part of unknown outcome is not among them.
 *
 * @param partsSent parts, from the first, that earlier tries have brought
 */
export async function sendParts(
  parts: readonly Part[],
  partsSent: number,
  errorOf: (error: unknown) => SendError,
): Promise<SendResult> {
  let arrived = partsSent;
  let platformMessageId: string | undefined;
  try {
    for (const [position, send] of parts.entries()) {
      if (position < partsSent) continue;
      const id = await send();
      if (id === undefined) continue;
      arrived = position + 1;
      platformMessageId = id;
    }
    return { ok: true, platformMessageId };
  } catch (error) {
    return { ok: false, error: { ...errorOf(error), partsSent: arrived } };
  }
}

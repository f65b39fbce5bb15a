import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';

/** The most that a platform sends in one update. */
const largestUpdate = 1024 * 1024;

/** Whether two secrets are equal, in a time that tells nothing about where they differ. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

async function readText(c: Context): Promise<string | undefined> {
  const told = c.req.header('content-length');
  if (Number(told ?? 0) > largestUpdate) return undefined;
  // A body of a told length is held to it by the server: it need not be read piece by piece.
  if (told !== undefined) return c.req.text();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of c.req.raw.body ?? []) {
    length += chunk.byteLength;
    if (length > largestUpdate) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** How the handling of an update ended: done (answered, a repeat, or not for us), or to be sent again later. */
export type Handled = 'done' | 'busy';

/**
 * Answers a webhook request: 401 without the secret, 200 for an empty body (platforms probe with one), 400 for what is
 * no JSON, 200 only after `handle` has committed, 503 when the platform should send it again.
 */
export async function answerWebhook(
  c: Context,
  webhook: { readonly header: string; readonly secret: string; readonly handle: (body: unknown) => Promise<Handled> },
): Promise<Response> {
  if (!isSame(c.req.header(webhook.header) ?? '', webhook.secret)) return c.json({ ok: false }, 401);
  const text = await readText(c).catch(() => '');
  if (text === undefined) return c.json({ ok: false }, 413);
  if (text.trim() === '') return c.json({ ok: true });
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return c.json({ ok: false }, 400);
  }
  if ((await webhook.handle(body)) === 'done') return c.json({ ok: true });
  c.header('Retry-After', '2');
  return c.json({ ok: false }, 503);
}

import type { Context } from 'hono';

/**
 * Whether a request that changes something comes from one of our own pages. Browsers say so themselves, and nothing on a foreign page
 * can write these headers. A program that sends neither has no cookies of anybody, and needs the form's token as well.
 * @param publicUrl the address people use, when a proxy in front changes the one we are asked with
 */
export function isSameOrigin(c: Context, publicUrl: string | undefined): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin';
  const origin = c.req.header('origin');
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const { host } = new URL(origin);
  return host === new URL(c.req.url).host || (publicUrl !== undefined && host === new URL(publicUrl).host);
}

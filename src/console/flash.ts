import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';

/** What a step tells on the page that follows it: a text of the locale files, once. */
export interface Flash {
  readonly kind: 'done' | 'problem';
  readonly key: string;
  readonly args: Readonly<Record<string, string | number>>;
}

const name = 'ban-hoc-console-flash';

const flash = z.object({
  kind: z.enum(['done', 'problem']),
  key: z.string().regex(/^console-[a-z-]+$/),
  args: z.record(z.string(), z.union([z.string().max(300), z.number()])),
});

/** Leads to another page and tells something there. @param key a text of the locale files that begins with `console-` */
export function leadTo(
  c: Context,
  path: string,
  told?: { readonly kind?: Flash['kind']; readonly key: string; readonly args?: Flash['args'] },
): Response {
  if (told !== undefined) {
    const value = JSON.stringify({ kind: told.kind ?? 'done', key: told.key, args: told.args ?? {} });
    setCookie(c, name, value, { path: '/console', httpOnly: true, sameSite: 'Lax', maxAge: 60 });
  }
  return c.redirect(path, 303);
}

/** What is to be told on this page; anything but our own is ignored. Parts of pages leave it to the whole page. */
export function takeFlash(c: Context): Flash | undefined {
  const given = getCookie(c, name);
  if (given === undefined || c.req.method !== 'GET' || c.req.header('hx-request') === 'true') return undefined;
  deleteCookie(c, name, { path: '/console' });
  try {
    const parsed = flash.safeParse(JSON.parse(given));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

import type { Context, MiddlewareHandler } from 'hono';
import { createTranslator } from '../locales/index.ts';
import type { Locale } from '../message/index.ts';
import type { StaffMember } from '../staff/index.ts';
import { type StaffRoute, staffRoutes } from './staff-routes.ts';

/** What a staff route knows of who asks. */
export interface StaffVariables {
  readonly member: StaffMember;
  /** Which part of what there is: everything, or what is of the member's organisation. */
  readonly reach: 'all' | 'own';
}

export type StaffEnvironment = { Variables: StaffVariables };

/** The language of errors: Vietnamese unless the program prefers English. */
export function localeOf(c: Context): Locale {
  return /^en\b/i.test(c.req.header('accept-language') ?? '') ? 'en' : 'vi';
}

/** An error of the API in the shape all of them have. */
export function refuse(
  c: Context,
  status: 400 | 401 | 403 | 404 | 409 | 413,
  code: string,
  key: string,
  args: Record<string, string | number> = {},
): Response {
  return c.json({ error: { code, message: createTranslator(localeOf(c))(key, args) } }, status);
}

/**
 * Lets in who may use a route: 401 without a valid token, 403 for a role that may not. The token is looked up by its hash, so that
 * comparing takes no longer for one that is nearly right.
 * @param memberOf the member a token belongs to
 */
export function staffOnly(
  route: StaffRoute,
  memberOf: (token: string) => Promise<StaffMember | undefined>,
): MiddlewareHandler<StaffEnvironment> {
  return async (c, next) => {
    const token = /^Bearer +(\S+) *$/i.exec(c.req.header('authorization') ?? '')?.[1];
    const member = token === undefined ? undefined : await memberOf(token);
    c.header('Cache-Control', 'no-store');
    if (member === undefined) {
      c.header('WWW-Authenticate', 'Bearer');
      return refuse(c, 401, 'unauthorized', 'api-no-token');
    }
    const reach = staffRoutes[route][member.role];
    if (reach === 'no') return refuse(c, 403, 'forbidden', 'api-wrong-role', { role: member.role });
    c.set('member', member);
    c.set('reach', reach);
    return next();
  };
}

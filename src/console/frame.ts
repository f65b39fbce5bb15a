import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { createTranslator, type Translator } from '../locales/index.ts';
import type { Locale } from '../message/index.ts';
import type { StaffSession } from '../staff/index.ts';
import { type Flash, takeFlash } from './flash.ts';

/** What every page stands in: language, time, who is signed in, and what the page before left to say. */
export interface Frame {
  readonly c: Context;
  readonly locale: Locale;
  readonly t: Translator;
  readonly path: string;
  readonly flash: Flash | undefined;
  /** Undefined on the pages before the sign-in. */
  readonly session: StaffSession | undefined;
  /** The token that forms carry; empty without a session. */
  readonly csrf: string;
  /** A moment in the city's time, as staff read it. */
  time(at: Date): string;
  signedIn(who: { readonly session: StaffSession; readonly csrf: string }): Frame;
}

const languageCookie = 'ban-hoc-console-lang';

/** A choice in the address stays for the next pages; Vietnamese without one. */
function localeOf(c: Context): Locale {
  const asked = c.req.query('lang');
  if (asked !== 'en' && asked !== 'vi') return getCookie(c, languageCookie) === 'en' ? 'en' : 'vi';
  keepLocale(c, asked);
  return asked;
}

/** Keeps the language of the console for this browser. */
export function keepLocale(c: Context, locale: Locale): void {
  setCookie(c, languageCookie, locale, { path: '/console', httpOnly: true, sameSite: 'Lax', maxAge: 365 * 86_400 });
}

/** The frame of a request. */
export function createFrame(c: Context, timezone: string): Frame {
  const locale = localeOf(c);
  const format = new Intl.DateTimeFormat(locale === 'vi' ? 'vi-VN' : 'en-GB', {
    timeZone: timezone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  const frame: Frame = {
    c,
    locale,
    t: createTranslator(locale),
    path: c.req.path,
    flash: takeFlash(c),
    session: undefined,
    csrf: '',
    time: (at) => format.format(at),
    signedIn: (who) => ({ ...frame, ...who }),
  };
  return frame;
}

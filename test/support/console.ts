import type { Database } from '../../src/database/index.ts';
import { linkPath, makeLink, memberById } from '../../src/staff/index.ts';

interface App {
  request(path: string, init?: RequestInit): Response | Promise<Response>;
}

/** What a page answered. */
export interface Shown {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

/** A browser that keeps cookies and sends forms with the token of the page, and follows no redirect unless told. */
export interface Browser {
  get(path: string, headers?: Record<string, string>): Promise<Shown>;
  /** Sends a form with the session's token, as a press on a page of ours does. */
  post(path: string, fields?: Record<string, string>, headers?: Record<string, string>): Promise<Shown>;
  /** The same without adding a token. */
  send(path: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<Shown>;
  /** Follows where an answer leads. */
  follow(answer: Shown): Promise<Shown>;
  /** The token of forms, read from a page. */
  token(): Promise<string>;
  readonly cookies: Map<string, string>;
}

export function openBrowser(app: App): Browser {
  const cookies = new Map<string, string>();

  async function ask(path: string, init: RequestInit): Promise<Shown> {
    const headers = new Headers(init.headers);
    if (cookies.size > 0) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await app.request(path, { ...init, headers });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      const at = pair.indexOf('=');
      if (/max-age=0/i.test(cookie)) cookies.delete(pair.slice(0, at));
      else cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return { status: response.status, text: await response.text(), headers: response.headers };
  }

  async function token(): Promise<string> {
    const { text } = await ask('/console/account', {});
    return /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
  }

  const send = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    ask(path, { method: 'POST', headers, body: new URLSearchParams(fields) });

  return {
    get: (path, headers = {}) => ask(path, { headers }),
    post: async (path, fields = {}, headers = {}) =>
      send(path, { ...fields, csrf: await token() }, { 'sec-fetch-site': 'same-origin', ...headers }),
    send,
    follow: (answer) => ask(answer.headers.get('location') ?? '', {}),
    token,
    cookies,
  };
}

/** A sign-in link of a member, as the staff page and the command make them. */
export async function linkOf(database: Database, memberId: number, at: Date): Promise<string> {
  const member = await memberById(database.db, memberId);
  if (member === undefined) throw new Error(`There is no member ${memberId}.`);
  return linkPath(await database.transaction((tx) => makeLink(tx, { member, by: undefined }, at)));
}

/** A browser in which a member has signed in with a link. */
export async function signIn(app: App, database: Database, memberId: number, at: Date): Promise<Browser> {
  const browser = openBrowser(app);
  const { status } = await browser.send(await linkOf(database, memberId, at), {});
  if (status !== 303) throw new Error(`The link was answered with ${status}.`);
  return browser;
}

import { isIP } from 'node:net';
import { type Clock, type Database, ensureSecret } from '../database/index.ts';
import { addressHeader, type Engine, engineAddress, loadEngine } from './auth-engine.ts';
import { claimCode, countCode, releaseCode, secondsLocked, userOfChallenge } from './code.ts';
import { isLinkToken } from './link.ts';
import { memberById, type StaffMember } from './member.ts';
import { sessionDays, touchSession } from './session.ts';

/** Without a request for so long a session is over. */
const idleHours = 12;

/** Who asks a page of the console. */
export interface Caller {
  readonly cookie: string | undefined;
  readonly userAgent: string | undefined;
  /** The network address that limits are counted by. */
  readonly address: string;
  /** Whether the person's browser talks https to us, or to the proxy in front. */
  readonly isSecure: boolean;
}

/** A member who is signed in. */
export interface StaffSession {
  readonly id: string;
  readonly member: StaffMember;
  readonly hasSecondFactor: boolean;
}

/** What came of a step, and the cookies that the browser is to keep. */
export interface AuthStep<Outcome> {
  readonly outcome: Outcome;
  readonly cookies: readonly string[];
}

/** Too many tries: wait so long. */
export interface Wait {
  readonly wait: number;
}

export type CodeKind = 'app' | 'backup';

/** Signing in and out, and the second factor. */
export interface StaffAuth {
  /** Who asks; undefined without a session, after 12 idle hours or 7 days, and for a member who was removed. */
  sessionOf(caller: Caller): Promise<StaffSession | undefined>;
  /** Spends a sign-in link. */
  signIn(caller: Caller, linkToken: string): Promise<AuthStep<'done' | 'code' | 'void' | Wait>>;
  /** The code after the link: from the app, or one of the backup codes. `over` means that a new link is needed. */
  enterCode(caller: Caller, kind: CodeKind, code: string): Promise<AuthStep<'done' | 'wrong' | 'over' | Wait>>;
  /** Counts one try of something that is limited by address. @returns seconds to wait, 0 when it may be done */
  attempt(caller: Caller, what: 'setup' | 'ask'): Promise<number>;
  signOut(caller: Caller): Promise<readonly string[]>;
  /** Begins to set up the second factor anew. @returns the otpauth address for the app; undefined when one is set up already */
  beginSecondFactor(caller: Caller): Promise<string | undefined>;
  /** The address again of one that is being set up; undefined once it is on. */
  pendingSecondFactor(caller: Caller): Promise<string | undefined>;
  /** Sets it up with the first code of the app, unless one is on; the session gets a new id. */
  confirmSecondFactor(
    caller: Caller,
    code: string,
  ): Promise<AuthStep<{ readonly backupCodes: readonly string[] } | 'wrong' | Wait>>;
  /** Ends it, against a code. */
  endSecondFactor(caller: Caller, kind: CodeKind, code: string): Promise<AuthStep<'done' | 'wrong' | Wait>>;
  /** New backup codes in place of the old, against a code of the app. */
  renewBackupCodes(
    caller: Caller,
    code: string,
  ): Promise<AuthStep<{ readonly backupCodes: readonly string[] } | 'wrong' | Wait>>;
}

export interface AuthOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly logProblem: (message: string) => void;
}

/** An address in the form that the library takes for one. */
function wholeAddress(address: string): string {
  if (isIP(address) !== 0) return address;
  return isIP(`${address}::`) === 6 ? `${address}::` : '127.0.0.1';
}

function headersOf({ cookie, userAgent, address }: Caller): Headers {
  const headers = new Headers({ [addressHeader]: wholeAddress(address), 'content-type': 'application/json' });
  if (cookie !== undefined) headers.set('cookie', cookie);
  if (userAgent !== undefined) headers.set('user-agent', userAgent.slice(0, 300));
  return headers;
}

/** Without one there is nothing to look up, and the library need not be loaded. */
function hasSessionCookie({ cookie }: Caller): boolean {
  return cookie?.includes('ban-hoc-staff.session_token=') === true;
}

/** The same without a session: one that is over for us may not be for the library. */
function withoutSession(caller: Caller): Caller {
  const pairs = (caller.cookie ?? '').split(/; */).filter((pair) => !pair.includes('ban-hoc-staff.session_token='));
  return { ...caller, cookie: pairs.join('; ') };
}

/** What the browser was given with the link, when a code is to follow. */
function challengeOf({ cookie }: Caller): string | undefined {
  const [, signed] = /ban-hoc-staff\.two_factor=([\w-]+)[.%]/.exec(cookie ?? '') ?? [];
  return signed;
}

/** Takes over the cookies that a step set, so that the next step of the same request sees them. */
function withCookies(caller: Caller, cookies: readonly string[]): Caller {
  const jar = new Map(
    (caller.cookie ?? '')
      .split(/; */)
      .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  );
  for (const cookie of cookies) {
    const [pair = ''] = cookie.split(';');
    jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
  }
  return { ...caller, cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') };
}

interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly cookies: readonly string[];
  readonly wait: number | undefined;
}

/** Staff accounts over better-auth, which is loaded with the first question. */
export function createStaffAuth({ database, clock, logProblem }: AuthOptions): StaffAuth {
  const engines = new Map<boolean, Promise<Engine>>();

  function engineFor(isSecure: boolean): Promise<Engine> {
    const known = engines.get(isSecure);
    if (known !== undefined) return known;
    const loading = ensureSecret(database.db, 'console').then((secret) =>
      loadEngine({ database, clock, secret, isSecure, logProblem }),
    );
    engines.set(isSecure, loading);
    loading.catch(() => engines.delete(isSecure));
    return loading;
  }

  async function ask(caller: Caller, path: string, body: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const engine = await engineFor(caller.isSecure);
    const response = await engine.handler(
      new Request(`${engineAddress}${path}`, {
        method: 'POST',
        headers: headersOf(caller),
        body: JSON.stringify(body),
      }),
    );
    const given: unknown = await response.json().catch(() => ({}));
    if (response.status >= 500) throw new Error(`Staff accounts: ${path} was answered with ${response.status}`);
    return {
      status: response.status,
      body: typeof given === 'object' && given !== null ? { ...given } : {},
      cookies: response.headers.getSetCookie(),
      // A locked account is told apart from a busy address by its missing header; it is locked for a quarter of an hour.
      wait: response.status === 429 ? Number(response.headers.get('x-retry-after') ?? 900) : undefined,
    };
  }

  const textsOf = (value: unknown): readonly string[] =>
    Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];

  const codePath = (kind: CodeKind): string =>
    kind === 'app' ? '/two-factor/verify-totp' : '/two-factor/verify-backup-code';

  /** People write "123 456", and copy codes with a space at the end. */
  const codeOf = (code: string): string => code.replace(/\s/g, '').slice(0, 40);

  const sessionOf: StaffAuth['sessionOf'] = async (caller) => {
    if (!hasSessionCookie(caller)) return undefined;
    const engine = await engineFor(caller.isSecure);
    const found = await engine.api.getSession({ headers: headersOf(caller) });
    if (found === null) return undefined;
    const now = clock().getTime();
    const age = now - found.session.createdAt.getTime();
    const idle = now - found.session.updatedAt.getTime();
    if (age > sessionDays * 86_400_000 || idle > idleHours * 3_600_000) return undefined;
    const member = await memberById(database.db, Number(found.user.id));
    if (member === undefined) return undefined;
    // Written once a minute: a page that refreshes itself need not write each time.
    if (idle >= 60_000) await touchSession(database.db, found.session.id, clock());
    return { id: found.session.id, member, hasSecondFactor: found.user.twoFactorEnabled === true };
  };

  /**
   * Checks a code: of who is signed in, else of whose sign-in waits for one. The library takes a code of the app as often as it is
   * entered while it is valid, and counts no wrong ones of who is signed in: both are done here.
   */
  async function check(caller: Caller, kind: CodeKind, given: string): Promise<Answer> {
    const code = codeOf(given);
    const session = await sessionOf(caller);
    if (session === undefined) return checkOnce(withoutSession(caller), kind, code, await waitingFor(caller));
    const userId = String(session.member.id);
    // Codes go by the process's clock, as in the library.
    const wait = await secondsLocked(database.db, userId, new Date());
    if (wait > 0) return { status: 429, body: {}, cookies: [], wait };
    const answer = await checkOnce(caller, kind, code, userId);
    if (answer.wait === undefined) await countCode(database.db, userId, answer.status === 200, new Date());
    return answer;
  }

  async function waitingFor(caller: Caller): Promise<string | undefined> {
    const challenge = challengeOf(caller);
    return challenge === undefined ? undefined : userOfChallenge(database.db, challenge, new Date());
  }

  async function checkOnce(caller: Caller, kind: CodeKind, code: string, userId: string | undefined): Promise<Answer> {
    const path = codePath(kind);
    if (kind !== 'app' || userId === undefined || !/^\d{6}$/.test(code)) return ask(caller, path, { code });
    if (!(await claimCode(database.db, userId, code, new Date())))
      return { status: 401, body: { code: 'INVALID_CODE' }, cookies: [], wait: undefined };
    const answer = await ask(caller, path, { code });
    if (answer.status !== 200) await releaseCode(database.db, userId, code);
    return answer;
  }

  async function newBackupCodes(caller: Caller, cookies: readonly string[]) {
    const answer = await ask(withCookies(caller, cookies), '/two-factor/generate-backup-codes');
    return {
      outcome: { backupCodes: textsOf(answer.body.backupCodes) },
      cookies: [...cookies, ...answer.cookies],
    };
  }

  return {
    sessionOf,
    async signIn(caller, linkToken) {
      const answer = await ask(caller, '/sign-in/link', { token: isLinkToken(linkToken) ? linkToken : '' });
      if (answer.wait !== undefined) return { outcome: { wait: answer.wait }, cookies: [] };
      if (answer.status !== 200) return { outcome: 'void', cookies: [] };
      // Whoever was signed in on this browser is so no longer.
      if (hasSessionCookie(caller)) await ask(caller, '/sign-out');
      return { outcome: answer.body.codeNeeded === true ? 'code' : 'done', cookies: answer.cookies };
    },
    async enterCode(caller, kind, code) {
      const answer = await check(caller, kind, code);
      const { cookies } = answer;
      if (answer.wait !== undefined) return { outcome: { wait: answer.wait }, cookies };
      if (answer.status === 200) return { outcome: 'done', cookies };
      const isWrong = answer.body.code === 'INVALID_CODE' || answer.body.code === 'INVALID_BACKUP_CODE';
      return { outcome: isWrong ? 'wrong' : 'over', cookies };
    },
    async attempt(caller, what) {
      return (await ask(caller, `/attempt/${what}`)).wait ?? 0;
    },
    async signOut(caller) {
      return (await ask(caller, '/sign-out')).cookies;
    },
    async beginSecondFactor(caller) {
      const { body } = await ask(caller, '/two-factor/enable');
      return typeof body.totpURI === 'string' ? body.totpURI : undefined;
    },
    async pendingSecondFactor(caller) {
      // The library shows the secret of one that is on as well.
      if ((await sessionOf(caller))?.hasSecondFactor !== false) return undefined;
      const { body } = await ask(caller, '/two-factor/get-totp-uri');
      return typeof body.totpURI === 'string' ? body.totpURI : undefined;
    },
    async confirmSecondFactor(caller, code) {
      if ((await sessionOf(caller))?.hasSecondFactor !== false) return { outcome: 'wrong', cookies: [] };
      const answer = await check(caller, 'app', code);
      if (answer.wait !== undefined) return { outcome: { wait: answer.wait }, cookies: [] };
      if (answer.status !== 200) return { outcome: 'wrong', cookies: [] };
      return newBackupCodes(caller, answer.cookies);
    },
    async endSecondFactor(caller, kind, code) {
      const checked = await check(caller, kind, code);
      if (checked.wait !== undefined) return { outcome: { wait: checked.wait }, cookies: [] };
      if (checked.status !== 200) return { outcome: 'wrong', cookies: [] };
      const ended = await ask(withCookies(caller, checked.cookies), '/two-factor/disable');
      return { outcome: ended.status === 200 ? 'done' : 'wrong', cookies: [...checked.cookies, ...ended.cookies] };
    },
    async renewBackupCodes(caller, code) {
      const checked = await check(caller, 'app', code);
      if (checked.wait !== undefined) return { outcome: { wait: checked.wait }, cookies: [] };
      if (checked.status !== 200) return { outcome: 'wrong', cookies: [] };
      return newBackupCodes(caller, checked.cookies);
    },
  };
}

import { z } from 'zod';
import type { Clock, Database } from '../database/index.ts';
import { type LinkOwner, spendLink } from './link.ts';
import { staffAccount, staffRateLimit, staffSession, staffTwoFactor, staffUser, staffVerification } from './schema.ts';
import { sessionDays } from './session.ts';

export interface EngineOptions {
  readonly database: Database;
  readonly clock: Clock;
  /** Signs cookies and encrypts what the second factor needs. */
  readonly secret: string;
  /** Whether cookies are for https only. */
  readonly isSecure: boolean;
  /** Something that is a fault of ours; without personal data. */
  readonly logProblem: (message: string) => void;
}

const secondFactorMinutes = 10;

/** Requests one address may make a minute. Links have 256 random bits; a code has 20, and is locked by account as well. */
const perMinute = { '/sign-in/link': 30, '/two-factor/*': 10, '/attempt/*': 10 } as const;

/** Where the library believes it stands. Nobody outside reaches it: pages hand it requests, with the header below. */
export const engineAddress = 'http://console.invalid';
export const addressHeader = 'x-console-address';

/**
 * Makes better-auth over our tables, loading it: 40 to 55 MB that a server whose console nobody opens does without. Its own
 * endpoints are reached by our pages only, and its magic link not at all: a plain GET, as chats make to show a link, would spend it.
 */
export async function loadEngine(options: EngineOptions) {
  const { database, clock } = options;
  const [{ betterAuth }, { APIError, createAuthEndpoint }, { setSessionCookie }, plugins, { drizzleAdapter }, random] =
    await Promise.all([
      import('better-auth/minimal'),
      import('better-auth/api'),
      import('better-auth/cookies'),
      import('better-auth/plugins/two-factor'),
      import('better-auth/adapters/drizzle'),
      import('better-auth/crypto'),
    ]);

  /** Signs in with a link, or asks for the code first: the same challenge as the two-factor plugin makes after a password. */
  const signInByLink = createAuthEndpoint(
    '/sign-in/link',
    { method: 'POST', body: z.object({ token: z.string() }) },
    async (ctx) => {
      const owner: LinkOwner | undefined = await database.transaction((tx) => spendLink(tx, ctx.body.token, clock()));
      if (owner === undefined) throw new APIError('UNAUTHORIZED');
      const { internalAdapter } = ctx.context;
      const user = await internalAdapter.findUserById(owner.userId);
      if (user === null) throw new APIError('UNAUTHORIZED');
      if (owner.needsCode) {
        const maxAge = secondFactorMinutes * 60;
        const cookie = ctx.context.createAuthCookie('two_factor', { maxAge });
        const identifier = `2fa-${random.generateRandomString(20)}`;
        const expiresAt = new Date(Date.now() + maxAge * 1000);
        await internalAdapter.createVerificationValue({ value: user.id, identifier, expiresAt });
        await internalAdapter.createVerificationValue({
          value: '0',
          identifier: `2fa-attempts-${identifier}`,
          expiresAt,
        });
        await ctx.setSignedCookie(cookie.name, identifier, ctx.context.secret, cookie.attributes);
        return ctx.json({ codeNeeded: true });
      }
      const session = await internalAdapter.createSession(user.id);
      await setSessionCookie(ctx, { session, user });
      return ctx.json({ codeNeeded: false });
    },
  );

  /** Does nothing: it is asked so that the library counts what pages of ours are asked. */
  const attempt = createAuthEndpoint('/attempt/:what', { method: 'POST' }, async (ctx) => ctx.json({ ok: true }));

  return betterAuth({
    appName: 'Bạn Học',
    baseURL: engineAddress,
    basePath: '/',
    secret: options.secret,
    telemetry: { enabled: false },
    logger: { level: 'error', log: (_level, message) => options.logProblem(message) },
    database: drizzleAdapter(database.db, {
      provider: 'pg',
      // A transaction would hold the only connection of the embedded database while the library asks through the pool.
      transaction: false,
      schema: {
        user: staffUser,
        session: staffSession,
        account: staffAccount,
        verification: staffVerification,
        twoFactor: staffTwoFactor,
        rateLimit: staffRateLimit,
      },
    }),
    // Accounts are made by `link.ts`; without being told of the column the library refuses a table that demands it.
    user: { additionalFields: { memberId: { type: 'number', required: true, input: false } } },
    session: { expiresIn: sessionDays * 86_400, disableSessionRefresh: true },
    databaseHooks: {
      session: {
        create: {
          // Idle time and age are measured by our clock (`auth.ts`); the library's own end is a backstop. Where somebody
          // signed in from is nothing that anybody here needs to know.
          before: async (session) => ({
            data: { ...session, createdAt: clock(), updatedAt: clock(), ipAddress: null },
          }),
        },
      },
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 300,
      customRules: Object.fromEntries(
        Object.entries(perMinute).map(([path, max]) => [path, { window: 60, max }] as const),
      ),
    },
    advanced: {
      cookiePrefix: 'ban-hoc-staff',
      useSecureCookies: options.isSecure,
      defaultCookieAttributes: { path: '/console', httpOnly: true, sameSite: 'lax' },
      ipAddress: { ipAddressHeaders: [addressHeader] },
      // Pages check where a form comes from before anything gets here, with a token as well.
      disableCSRFCheck: true,
    },
    plugins: [
      plugins.twoFactor({
        issuer: 'Bạn Học',
        allowPasswordless: true,
        twoFactorCookieMaxAge: secondFactorMinutes * 60,
      }),
      { id: 'links', endpoints: { signInByLink, attempt } },
    ],
  });
}

export type Engine = Awaited<ReturnType<typeof loadEngine>>;

import type { Context } from 'hono';
import { z } from 'zod';
import type { Clock, Database } from '../database/index.ts';
import {
  askForLink,
  type Caller,
  isLinkToken,
  isLinkUsable,
  isSetupToken,
  linkMinutes,
  normalEmail,
  pendingSetupToken,
  type StaffAuth,
  setUp,
} from '../staff/index.ts';
import { emptyForm, type FormState, readFields, TextField } from './fields.tsx';
import { leadTo } from './flash.ts';
import type { Frame } from './frame.ts';
import { Form, page, refusal } from './layout.tsx';
import type { OpenContext, Pages } from './pages.ts';

export interface SignInOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly auth: StaffAuth;
  readonly callerOf: (c: Context) => Caller;
  /** The setting SETUP_TOKEN. */
  readonly setupToken: string | undefined;
}

const longestName = 60;

/** A name that residents see: what one line can show. */
export const displayName = z
  .string()
  .transform((given) => given.normalize('NFC').trim())
  .refine((given) => given.length <= longestName && !/[\p{Cc}\p{Cf}]/u.test(given), 'console-name-wrong')
  .transform((given) => (given === '' ? undefined : given));

/** An e-mail in the form it is kept in. */
export const emailField = z
  .string()
  .transform((given) => normalEmail(given))
  .refine((given) => given !== undefined, 'console-email-wrong')
  .transform((given) => given ?? '');

const setupForm = z.object({ setup: z.string(), email: emailField, name: displayName });
const askForm = z.object({ email: emailField });

/** The way in: what the sign-in page says, links, codes, the first administrator. */
export function addSignInPages(pages: Pages, options: SignInOptions): void {
  const { database, clock, auth, callerOf } = options;

  function keep(c: OpenContext, cookies: readonly string[]): void {
    for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true });
  }

  pages.open('GET /console/sign-in', (c) => signInPage(c.var.frame, emptyForm));

  pages.open('POST /console/sign-in/ask', async (c) => {
    const wait = await auth.attempt(callerOf(c), 'ask');
    if (wait > 0) return tooMany(c, wait);
    const read = readFields(c.var.form, askForm);
    if (!read.ok) return signInPage(c.var.frame, read.state);
    await askForLink(database.db, read.values.email, clock());
    return leadTo(c, '/console/sign-in', { key: 'console-link-asked' });
  });

  pages.open('GET /console/link/:token', async (c) => {
    const token = c.req.param('token') ?? '';
    const isUsable = isLinkToken(token) && (await isLinkUsable(database.db, token, clock()));
    return isUsable ? linkPage(c.var.frame) : refusal(c.var.frame, 404, 'console-link-void');
  });

  pages.open('POST /console/link/:token', async (c) => {
    const { outcome, cookies } = await auth.signIn(callerOf(c), c.req.param('token') ?? '');
    if (typeof outcome === 'object') return tooMany(c, outcome.wait);
    if (outcome === 'void') return refusal(c.var.frame, 404, 'console-link-void');
    keep(c, cookies);
    return leadTo(c, outcome === 'code' ? '/console/sign-in/code' : '/console');
  });

  pages.open('GET /console/sign-in/code', (c) => codePage(c.var.frame, emptyForm));

  pages.open('POST /console/sign-in/code', async (c) => {
    const given = String(c.var.form.get('code') ?? '');
    const kind = c.var.form.get('kind') === 'backup' ? 'backup' : 'app';
    const { outcome, cookies } = await auth.enterCode(callerOf(c), kind, given);
    keep(c, cookies);
    if (typeof outcome === 'object') return tooMany(c, outcome.wait);
    if (outcome === 'done') return leadTo(c, '/console');
    if (outcome === 'over') return leadTo(c, '/console/sign-in', { kind: 'problem', key: 'console-code-over' });
    return codePage(c.var.frame, { given: {}, problems: { [kind]: 'console-code-wrong' } });
  });

  pages.open('POST /console/setup', async (c) => {
    const wait = await auth.attempt(callerOf(c), 'setup');
    if (wait > 0) return tooMany(c, wait);
    const given = String(c.var.form.get('setup') ?? '');
    const pending = await pendingSetupToken(database.db, options.setupToken);
    if (!isSetupToken(given, pending)) return refusal(c.var.frame, 403, 'console-setup-void');
    const read = readFields(c.var.form, setupForm);
    if (!read.ok) return setupPage(c.var.frame, given, read.state);
    const { email, name } = read.values;
    const made = await setUp(database, { email, displayName: name }, clock());
    if (made === 'void') return refusal(c.var.frame, 403, 'console-setup-void');
    if (made === 'taken') {
      const state = { given: { email, name: name ?? '' }, problems: { email: 'console-email-taken' } };
      return setupPage(c.var.frame, given, state);
    }
    const { cookies } = await auth.signIn(callerOf(c), made.link);
    keep(c, cookies);
    return leadTo(c, '/console', { key: 'console-set-up' });
  });
}

function tooMany(c: OpenContext, seconds: number): Response {
  c.header('Retry-After', String(seconds));
  return refusal(c.var.frame, 429, 'console-too-many', { minutes: Math.ceil(seconds / 60) });
}

/** The page for a setup token; looking at it spends nothing. */
export async function setupOrRefusal(c: OpenContext, given: string, options: SignInOptions): Promise<Response> {
  const pending = await pendingSetupToken(options.database.db, options.setupToken);
  if (pending === undefined) return refusal(c.var.frame, 403, 'console-setup-void');
  // Whoever guesses learns here as well whether a guess was right.
  const wait = await options.auth.attempt(options.callerOf(c), 'setup');
  if (wait > 0) return tooMany(c, wait);
  if (!isSetupToken(given, pending)) return refusal(c.var.frame, 403, 'console-setup-void');
  return setupPage(c.var.frame, given, emptyForm);
}

function signInPage(frame: Frame, state: FormState): Response {
  const { t } = frame;
  return page(frame, {
    title: t('console-sign-in'),
    status: Object.keys(state.problems).length > 0 ? 422 : 200,
    children: (
      <>
        <h1>{t('console-sign-in')}</h1>
        <p>{t('console-sign-in-how', { minutes: linkMinutes })}</p>
        <h2>{t('console-ask-title')}</h2>
        <Form action="/console/sign-in/ask">
          <TextField name="email" type="email" label={t('console-email')} autocomplete="email" required state={state} />
          <button type="submit">{t('console-ask')}</button>
        </Form>
        <p class="quiet">{t('console-ask-operator')}</p>
      </>
    ),
  });
}

function linkPage(frame: Frame): Response {
  const { t } = frame;
  return page(frame, {
    title: t('console-sign-in'),
    children: (
      <>
        <h1>{t('console-sign-in')}</h1>
        <p>{t('console-link-press')}</p>
        <Form action={frame.path}>
          <button type="submit">{t('console-sign-in')}</button>
        </Form>
      </>
    ),
  });
}

function codePage(frame: Frame, state: FormState): Response {
  const { t } = frame;
  return page(frame, {
    title: t('console-code-title'),
    status: Object.keys(state.problems).length > 0 ? 422 : 200,
    children: (
      <>
        <h1>{t('console-code-title')}</h1>
        <Form action="/console/sign-in/code">
          <input type="hidden" name="kind" value="app" />
          <label for="app">{t('console-code-app')}</label>
          <input
            id="app"
            name="code"
            inputmode="numeric"
            autocomplete="one-time-code"
            required
            {...(state.problems.app !== undefined && { 'aria-invalid': 'true', 'aria-describedby': 'app-problem' })}
          />
          {state.problems.app !== undefined && (
            <small class="problem-text" id="app-problem">
              {t(state.problems.app)}
            </small>
          )}
          <button type="submit">{t('console-continue')}</button>
        </Form>
        <details open={state.problems.backup !== undefined}>
          <summary>{t('console-code-lost')}</summary>
          <Form action="/console/sign-in/code">
            <input type="hidden" name="kind" value="backup" />
            <label for="backup">{t('console-code-backup')}</label>
            <input id="backup" name="code" autocomplete="off" required />
            {state.problems.backup !== undefined && <small class="problem-text">{t(state.problems.backup)}</small>}
            <button type="submit">{t('console-continue')}</button>
          </Form>
          <p class="quiet">{t('console-code-none')}</p>
        </details>
      </>
    ),
  });
}

function setupPage(frame: Frame, token: string, state: FormState): Response {
  const { t } = frame;
  return page(frame, {
    title: t('console-setup-title'),
    status: Object.keys(state.problems).length > 0 ? 422 : 200,
    children: (
      <>
        <h1>{t('console-setup-title')}</h1>
        <p>{t('console-setup-what')}</p>
        <Form action="/console/setup">
          <input type="hidden" name="setup" value={token} />
          <TextField name="email" type="email" label={t('console-email')} autocomplete="email" required state={state} />
          <TextField
            name="name"
            label={t('console-display-name')}
            hint={t('console-display-name-hint')}
            maxlength={longestName}
            autocomplete="name"
            state={state}
          />
          <button type="submit">{t('console-setup')}</button>
        </Form>
      </>
    ),
  });
}

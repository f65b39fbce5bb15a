import type { Context } from 'hono';
import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { z } from 'zod';
import type { Clock, Database } from '../database/index.ts';
import { qrCode } from '../picture/index.ts';
import {
  type Caller,
  endSessions,
  listSessions,
  noteAudit,
  rename,
  type StaffAuth,
  type StaffSession,
  type Wait,
} from '../staff/index.ts';
import { emptyForm, type FormState, readFields, TextField } from './fields.tsx';
import { leadTo } from './flash.ts';
import { keepLocale } from './frame.ts';
import { Form, page, refusal } from './layout.tsx';
import type { ConsoleContext, Pages } from './pages.ts';
import { displayName } from './sign-in-pages.tsx';
import { Table } from './table.tsx';

export interface AccountOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly auth: StaffAuth;
  readonly callerOf: (c: Context) => Caller;
}

const here = '/console/account';
const widestCode = 360;

/** Roles with which somebody could do the most harm: they are asked to set up a second factor. */
export function needsSecondFactor({ member, hasSecondFactor }: StaffSession): boolean {
  return !hasSecondFactor && (member.role === 'admin' || member.role === 'approver');
}

/** One's own account: name, language, second factor, sessions. */
export function addAccountPage(pages: Pages, { database, clock, auth, callerOf }: AccountOptions): void {
  function keep(c: ConsoleContext, cookies: readonly string[]): void {
    for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true });
  }

  function tooMany(c: ConsoleContext, { wait }: Wait): Response {
    c.header('Retry-After', String(wait));
    return refusal(c.var.frame, 429, 'console-too-many', { minutes: Math.ceil(wait / 60) });
  }

  function noteFactor(
    c: ConsoleContext,
    action: 'staff.second_factor_on' | 'staff.second_factor_off' | 'staff.backup_codes',
  ): Promise<void> {
    const { id } = c.var.member;
    return noteAudit(database.db, { by: id, action, subject: { kind: 'staff_member', id }, at: clock() });
  }

  async function accountPage(c: ConsoleContext, state?: FormState): Promise<Response> {
    const { frame, member, session } = c.var;
    const { t, locale } = frame;
    const sessions = await listSessions(database.db, member.id);
    const fields = state ?? { given: { name: member.displayName ?? '' }, problems: {} };
    return page(frame, {
      title: t('console-account'),
      status: state === undefined ? 200 : 422,
      children: (
        <>
          <h1>{t('console-account')}</h1>
          <p>{member.email}</p>
          <Form action={`${here}/name`}>
            <TextField
              name="name"
              label={t('console-display-name')}
              hint={t('console-display-name-hint')}
              autocomplete="name"
              maxlength={60}
              state={fields}
            />
            <button type="submit">{t('console-save')}</button>
          </Form>
          <h2>{t('console-language')}</h2>
          <Form action={`${here}/language`} class="inline">
            <input type="hidden" name="language" value={locale === 'vi' ? 'en' : 'vi'} />
            <button type="submit" class="secondary">
              {locale === 'vi' ? 'English' : 'Tiếng Việt'}
            </button>
          </Form>
          <h2 id="second-factor">{t('console-factor')}</h2>
          {session.hasSecondFactor ? (
            <>
              <p>{t('console-factor-is-on')}</p>
              <CodeForm
                action={`${here}/backup-codes`}
                label={t('console-new-backup-codes')}
                problem={undefined}
                t={t}
              />
              <CodeForm
                action={`${here}/second-factor/off`}
                label={t('console-factor-off')}
                problem={state?.problems.code}
                t={t}
              />
            </>
          ) : (
            <>
              <p>{t('console-factor-why')}</p>
              <Form action={`${here}/second-factor`}>
                <button type="submit">{t('console-factor-begin')}</button>
              </Form>
            </>
          )}
          <h2>{t('console-sessions')}</h2>
          <Table
            caption={t('console-sessions')}
            head={[t('console-session-started'), t('console-last-seen'), t('console-browser')]}
            empty=""
            rows={sessions.map((each) => [
              frame.time(each.startedAt),
              each.id === session.id ? t('console-this-session') : frame.time(each.lastUsedAt),
              each.userAgent === '' ? '–' : each.userAgent.slice(0, 120),
            ])}
          />
          <Form action={`${here}/sign-out-everywhere`}>
            <button type="submit" class="secondary">
              {t('console-sign-out-everywhere')}
            </button>
          </Form>
        </>
      ),
    });
  }

  pages.on('GET /console/account', (c) => accountPage(c));

  pages.on('POST /console/account/name', async (c) => {
    const read = readFields(c.var.form, z.object({ name: displayName }));
    if (!read.ok) return accountPage(c, read.state);
    const { id } = c.var.member;
    await database.transaction((tx) => rename(tx, { id, displayName: read.values.name, by: id }, clock()));
    return leadTo(c, here, { key: 'console-saved' });
  });

  pages.on('POST /console/account/language', (c) => {
    keepLocale(c, c.var.form.get('language') === 'en' ? 'en' : 'vi');
    return leadTo(c, here);
  });

  async function setupPage(c: ConsoleContext, uri: string, state: FormState): Promise<Response> {
    const { frame } = c.var;
    const { t } = frame;
    const code = await qrCode(uri, widestCode);
    const secret = new URL(uri).searchParams.get('secret') ?? '';
    return page(frame, {
      title: t('console-factor'),
      status: Object.keys(state.problems).length > 0 ? 422 : 200,
      children: (
        <>
          <h1>{t('console-factor')}</h1>
          <ol>
            <li>{t('console-factor-app')}</li>
            <li>{t('console-factor-scan')}</li>
            <li>{t('console-factor-enter')}</li>
          </ol>
          {code !== undefined && (
            <svg class="qr" role="img" aria-label={t('console-factor-scan')} viewBox={`0 0 ${code.side} ${code.side}`}>
              {raw(code.draw({ x: 0, y: 0 }))}
            </svg>
          )}
          <p>{t('console-factor-secret')}</p>
          <p class="code">{secret.replace(/(.{4})/g, '$1 ').trim()}</p>
          <CodeForm
            action={`${here}/second-factor/confirm`}
            label={t('console-factor-confirm')}
            problem={state.problems.code}
            t={t}
          />
        </>
      ),
    });
  }

  /** A code that was shown is made anew with every press: the page can always be begun again. */
  pages.on('POST /console/account/second-factor', async (c) => {
    const uri = await auth.beginSecondFactor(callerOf(c));
    if (uri === undefined) return leadTo(c, here, { kind: 'problem', key: 'console-factor-is-on' });
    return setupPage(c, uri, emptyForm);
  });

  const codeOf = (c: ConsoleContext): string => String(c.var.form.get('code') ?? '');

  pages.on('POST /console/account/second-factor/confirm', async (c) => {
    if (c.var.session.hasSecondFactor) return leadTo(c, here, { kind: 'problem', key: 'console-factor-is-on' });
    const { outcome, cookies } = await auth.confirmSecondFactor(callerOf(c), codeOf(c));
    keep(c, cookies);
    if (outcome === 'wrong') {
      const uri = await auth.pendingSecondFactor(callerOf(c));
      if (uri === undefined) return leadTo(c, here, { kind: 'problem', key: 'console-code-wrong' });
      return setupPage(c, uri, { given: {}, problems: { code: 'console-code-wrong' } });
    }
    if ('wait' in outcome) return tooMany(c, outcome);
    await noteFactor(c, 'staff.second_factor_on');
    return backupCodesPage(c, outcome.backupCodes);
  });

  pages.on('POST /console/account/backup-codes', async (c) => {
    const { outcome, cookies } = await auth.renewBackupCodes(callerOf(c), codeOf(c));
    keep(c, cookies);
    if (outcome === 'wrong') return leadTo(c, here, { kind: 'problem', key: 'console-code-wrong' });
    if ('wait' in outcome) return tooMany(c, outcome);
    await noteFactor(c, 'staff.backup_codes');
    return backupCodesPage(c, outcome.backupCodes);
  });

  pages.on('POST /console/account/second-factor/off', async (c) => {
    const { outcome, cookies } = await auth.endSecondFactor(callerOf(c), 'app', codeOf(c));
    keep(c, cookies);
    if (outcome === 'wrong') return leadTo(c, here, { kind: 'problem', key: 'console-code-wrong' });
    if (outcome !== 'done') return tooMany(c, outcome);
    await noteFactor(c, 'staff.second_factor_off');
    return leadTo(c, here, { key: 'console-factor-is-off' });
  });

  pages.on('POST /console/account/sign-out-everywhere', async (c) => {
    const { id } = c.var.member;
    await database.transaction((tx) => endSessions(tx, { memberId: id, by: id }, clock()));
    return leadTo(c, '/console/sign-in', { key: 'console-signed-out-everywhere' });
  });
}

/** The codes are shown this once. */
function backupCodesPage(c: ConsoleContext, codes: readonly string[]): Response {
  const { frame } = c.var;
  const { t } = frame;
  return page(frame, {
    title: t('console-backup-codes'),
    children: (
      <>
        <h1>{t('console-backup-codes')}</h1>
        <p>{t('console-backup-what')}</p>
        <textarea id="codes" class="code" readonly rows={codes.length}>
          {codes.join('\n')}
        </textarea>
        <div class="actions">
          <button type="button" data-copy="codes" data-copied={t('console-copied')}>
            {t('console-copy')}
          </button>
          <a href={here}>{t('console-backup-kept')}</a>
        </div>
      </>
    ),
  });
}

/** A form that takes a code of the app. */
function CodeForm({
  action,
  label,
  problem,
  t,
}: {
  readonly action: string;
  readonly label: string;
  readonly problem: string | undefined;
  readonly t: (key: string) => string;
}): Child {
  const id = action.replaceAll('/', '-').slice(1);
  return (
    <Form action={action}>
      <label for={id}>{t('console-code-app')}</label>
      <input
        id={id}
        name="code"
        inputmode="numeric"
        autocomplete="one-time-code"
        required
        {...(problem !== undefined && { 'aria-invalid': 'true', 'aria-describedby': `${id}-problem` })}
      />
      {problem !== undefined && (
        <small class="problem-text" id={`${id}-problem`}>
          {t(problem)}
        </small>
      )}
      <button type="submit">{label}</button>
    </Form>
  );
}

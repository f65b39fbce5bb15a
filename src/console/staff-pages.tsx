import type { FC } from 'hono/jsx';
import { z } from 'zod';
import type { Clock, Database, Queryable } from '../database/index.ts';
import {
  addMember,
  changeRole,
  endSessions,
  type ListedMember,
  linkMinutes,
  linkPath,
  listMembers,
  type MemberChange,
  makeLink,
  makeToken,
  memberById,
  type Role,
  removeColleague,
  resetSecondFactor,
  revokeTokens,
  roles,
  type StaffMember,
} from '../staff/index.ts';
import { confirmFirst, emptyForm, type FormState, readFields, SelectField, TextField, textsOf } from './fields.tsx';
import { leadTo } from './flash.ts';
import { Form, page, refusal, useFrame } from './layout.tsx';
import type { ConsoleContext, Pages } from './pages.ts';
import { displayName, emailField } from './sign-in-pages.tsx';
import { Table } from './table.tsx';

export interface StaffPagesOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly address: () => string;
  /** An organisation of the catalogue by its number or exact name. */
  readonly organisation: (
    db: Queryable,
    text: string,
  ) => Promise<{ readonly id: number; readonly name: string } | undefined>;
}

const roleNames = {
  admin: 'console-role-admin',
  editor: 'console-role-editor',
  approver: 'console-role-approver',
  viewer: 'console-role-viewer',
  partner: 'console-role-partner',
} as const satisfies Readonly<Record<Role, string>>;

/** As a form offers them: whoever chooses nothing gives the role that can do the least. */
const offeredRoles: readonly Role[] = ['viewer', 'editor', 'approver', 'partner', 'admin'];

const roleFields = { role: z.enum(roles, 'console-role-wrong'), organisation: z.string().default('') };
const roleForm = z.object(roleFields);
const addForm = z.object({ ...roleFields, email: emailField, name: displayName });

/** Who works here; for administrators. */
export function addStaffPages(pages: Pages, options: StaffPagesOptions): void {
  const { database, clock } = options;

  /** The organisation of a partner; a problem for a partner without one. Other roles have none. */
  async function organisationOf(role: Role, text: string): Promise<{ readonly id: number | undefined } | undefined> {
    if (role !== 'partner') return { id: undefined };
    return text.trim() === '' ? undefined : options.organisation(database.db, text.trim());
  }

  async function listPage(c: ConsoleContext, state: FormState): Promise<Response> {
    const { frame } = c.var;
    const { t } = frame;
    const members = await listMembers(database.db);
    return page(frame, {
      title: t('console-staff'),
      status: Object.keys(state.problems).length > 0 ? 422 : 200,
      children: (
        <>
          <h1>{t('console-staff')}</h1>
          <Table
            caption={t('console-staff')}
            head={[
              t('console-email'),
              t('console-display-name'),
              t('console-role'),
              t('console-factor'),
              t('console-last-seen'),
              t('console-tokens'),
            ]}
            empty=""
            rows={members.map((member) => [
              <>
                <a href={`/console/staff/${member.id}`}>{member.email}</a>
                {member.linkAskedAt !== undefined && <small> · {t('console-waits-for-link')}</small>}
              </>,
              member.displayName ?? '–',
              roleText(t, member),
              t(member.hasSecondFactor ? 'console-yes' : 'console-no'),
              member.lastSeenAt === undefined ? '–' : frame.time(member.lastSeenAt),
              String(member.tokens),
            ])}
          />
          <h2>{t('console-add-member')}</h2>
          <Form action="/console/staff">
            <TextField name="email" type="email" label={t('console-email')} required state={state} />
            <TextField
              name="name"
              label={t('console-display-name')}
              hint={t('console-display-name-hint')}
              state={state}
            />
            <RoleFields state={state} />
            <button type="submit">{t('console-add')}</button>
          </Form>
        </>
      ),
    });
  }

  pages.on('GET /console/staff', (c) => listPage(c, emptyForm));

  pages.on('POST /console/staff', async (c) => {
    const read = readFields(c.var.form, addForm);
    if (!read.ok) return listPage(c, read.state);
    const { email, name, role, organisation: text } = read.values;
    const given = textsOf(c.var.form);
    const organisation = await organisationOf(role, text);
    if (organisation === undefined)
      return listPage(c, { given, problems: { organisation: 'console-no-organisation' } });
    const by = c.var.member.id;
    const made = await database.transaction(async (tx) => {
      const details = { email, role, displayName: name, organisationId: organisation.id };
      const member = await addMember(tx, details, clock(), by);
      return member && { member, link: await makeLink(tx, { member, by }, clock()) };
    });
    if (made === undefined) return listPage(c, { given, problems: { email: 'console-email-taken' } });
    return shownOnce(c, made.member, options.address() + linkPath(made.link));
  });

  /** The member of the address, or the page that says there is none. */
  async function found(c: ConsoleContext, db: Queryable = database.db): Promise<StaffMember | undefined> {
    const id = c.req.param('id') ?? '';
    return /^\d{1,15}$/.test(id) ? memberById(db, Number(id)) : undefined;
  }
  const notFound = (c: ConsoleContext): Response => refusal(c.var.frame, 404, 'console-no-member');

  async function memberPage(c: ConsoleContext, state?: FormState): Promise<Response> {
    const { frame, member: self } = c.var;
    const { t } = frame;
    const member = (await listMembers(database.db)).find(({ id }) => String(id) === c.req.param('id'));
    if (member === undefined) return notFound(c);
    const path = `/console/staff/${member.id}`;
    const fields = state ?? { given: { role: member.role, organisation: member.organisation ?? '' }, problems: {} };
    return page(frame, {
      title: member.email,
      status: state === undefined ? 200 : 422,
      children: (
        <>
          <h1>{member.email}</h1>
          <p>
            {roleText(t, member)} · {member.displayName ?? t('console-nameless')}
          </p>
          {member.linkAskedAt !== undefined && (
            <p class="notice">{t('console-asked-at', { time: frame.time(member.linkAskedAt) })}</p>
          )}
          <h2>{t('console-sign-in')}</h2>
          <p>{t('console-link-what', { minutes: linkMinutes })}</p>
          <Step action={`${path}/link`} label={t('console-make-link')} />
          {member.hasSecondFactor && (
            <Step action={`${path}/second-factor`} label={t('console-reset-factor')} isQuiet={true} />
          )}
          <Step action={`${path}/sessions`} label={t('console-end-sessions')} isQuiet={true} />
          <h2>{t('console-tokens')}</h2>
          <p>{t('console-tokens-what', { count: member.tokens })}</p>
          <div class="actions">
            <Step action={`${path}/token`} label={t('console-make-token')} />
            {member.tokens > 0 && <Step action={`${path}/revoke`} label={t('console-revoke-tokens')} isQuiet={true} />}
          </div>
          <h2>{t('console-role')}</h2>
          <Form action={`${path}/role`}>
            <RoleFields state={fields} />
            <button type="submit">{t('console-change-role')}</button>
          </Form>
          {member.id !== self.id && (
            <>
              <h2>{t('console-remove')}</h2>
              <p>{t('console-remove-what')}</p>
              <Step action={`${path}/remove`} label={t('console-remove')} isQuiet={true} />
            </>
          )}
        </>
      ),
    });
  }

  pages.on('GET /console/staff/:id', (c) => memberPage(c));

  pages.on('POST /console/staff/:id/link', async (c) => {
    const member = await found(c);
    if (member === undefined) return notFound(c);
    const by = c.var.member.id;
    const link = await database.transaction((tx) => makeLink(tx, { member, by }, clock()));
    return shownOnce(c, member, options.address() + linkPath(link));
  });

  pages.on('POST /console/staff/:id/token', async (c) => {
    const member = await found(c);
    if (member === undefined) return notFound(c);
    const token = await database.transaction((tx) => makeToken(tx, member, clock(), c.var.member.id));
    return shownOnce(c, member, token);
  });

  pages.on('POST /console/staff/:id/revoke', async (c) => {
    const { t } = c.var.frame;
    const member = await found(c);
    if (member === undefined) return notFound(c);
    const back = `/console/staff/${member.id}`;
    const asked = confirmFirst(c, {
      title: t('console-revoke-tokens'),
      text: t('console-revoke-confirm', { email: member.email }),
      button: t('console-revoke-tokens'),
      back,
    });
    if (asked !== undefined) return asked;
    await database.transaction((tx) => revokeTokens(tx, member, clock(), c.var.member.id));
    return leadTo(c, back, { key: 'console-revoked' });
  });

  pages.on('POST /console/staff/:id/sessions', async (c) => {
    const member = await found(c);
    if (member === undefined) return notFound(c);
    await database.transaction((tx) => endSessions(tx, { memberId: member.id, by: c.var.member.id }, clock()));
    return leadTo(c, `/console/staff/${member.id}`, { key: 'console-sessions-ended' });
  });

  pages.on('POST /console/staff/:id/second-factor', async (c) => {
    const { t } = c.var.frame;
    const member = await found(c);
    if (member === undefined) return notFound(c);
    const back = `/console/staff/${member.id}`;
    const asked = confirmFirst(c, {
      title: t('console-reset-factor'),
      text: t('console-reset-confirm', { email: member.email }),
      button: t('console-reset-factor'),
      back,
    });
    if (asked !== undefined) return asked;
    await database.transaction((tx) => resetSecondFactor(tx, { memberId: member.id, by: c.var.member.id }, clock()));
    return leadTo(c, back, { key: 'console-factor-reset' });
  });

  pages.on('POST /console/staff/:id/role', async (c) => {
    const { t } = c.var.frame;
    const member = await found(c);
    if (member === undefined) return notFound(c);
    const read = readFields(c.var.form, roleForm);
    if (!read.ok) return memberPage(c, read.state);
    const { role, organisation: text } = read.values;
    const organisation = await organisationOf(role, text);
    const given = textsOf(c.var.form);
    if (organisation === undefined)
      return memberPage(c, { given, problems: { organisation: 'console-no-organisation' } });
    const back = `/console/staff/${member.id}`;
    // Whoever gives up the own rights cannot take them back.
    if (member.id === c.var.member.id && role !== 'admin') {
      const title = t('console-change-role');
      const asked = confirmFirst(c, { title, text: t('console-demote-self'), button: title, back });
      if (asked !== undefined) return asked;
    }
    const change = { id: member.id, role, organisationId: organisation.id, by: c.var.member.id };
    const outcome = await database.transaction((tx) => changeRole(tx, change, clock()));
    if (outcome === 'last_admin') return memberPage(c, { given, problems: { role: 'console-last-admin' } });
    return after(c, outcome, member.id === c.var.member.id ? '/console' : back, 'console-role-changed');
  });

  pages.on('POST /console/staff/:id/remove', async (c) => {
    const { t } = c.var.frame;
    const member = await found(c);
    if (member === undefined) return notFound(c);
    if (member.id === c.var.member.id) return refusal(c.var.frame, 409, 'console-not-self');
    const asked = confirmFirst(c, {
      title: t('console-remove'),
      text: t('console-remove-confirm', { email: member.email }),
      button: t('console-remove'),
      back: `/console/staff/${member.id}`,
    });
    if (asked !== undefined) return asked;
    const who = { id: member.id, by: c.var.member.id };
    const outcome = await database.transaction((tx) => removeColleague(tx, who, clock()));
    return after(c, outcome, '/console/staff', 'console-removed');
  });

  function after(c: ConsoleContext, outcome: MemberChange, path: string, key: string): Response {
    if (outcome === 'unknown') return notFound(c);
    if (outcome === 'last_admin') return refusal(c.var.frame, 409, 'console-last-admin');
    return leadTo(c, path, { key });
  }
}

function roleText(t: (key: string) => string, { role, organisation }: ListedMember): string {
  return organisation === undefined ? t(roleNames[role]) : `${t(roleNames[role])}, ${organisation}`;
}

/** A link or token, which the database does not know and nobody can show again. */
function shownOnce(c: ConsoleContext, member: StaffMember, secret: string): Response {
  const { frame } = c.var;
  const { t } = frame;
  const isLink = secret.startsWith('http');
  return page(frame, {
    title: member.email,
    children: (
      <>
        <h1>{member.email}</h1>
        <p>{isLink ? t('console-link-once', { minutes: linkMinutes }) : t('console-token-once')}</p>
        <label for="secret">{t(isLink ? 'console-link' : 'console-token')}</label>
        <input id="secret" class="code" readonly value={secret} />
        <div class="actions">
          <button type="button" data-copy="secret" data-copied={t('console-copied')}>
            {t('console-copy')}
          </button>
          <a href={`/console/staff/${member.id}`}>{t('console-back')}</a>
        </div>
      </>
    ),
  });
}

const Step: FC<{ action: string; label: string; isQuiet?: boolean }> = ({ action, label, isQuiet = false }) => (
  <Form action={action} class="inline">
    <button type="submit" class={isQuiet ? 'secondary' : ''}>
      {label}
    </button>
  </Form>
);

const RoleFields: FC<{ state: FormState }> = ({ state }) => {
  const { t } = useFrame();
  return (
    <>
      <SelectField
        name="role"
        label={t('console-role')}
        hint={t('console-role-hint')}
        state={state}
        choices={offeredRoles.map((role) => [role, t(roleNames[role])] as const)}
      />
      <TextField
        name="organisation"
        label={t('console-organisation')}
        hint={t('console-organisation-hint')}
        state={state}
      />
    </>
  );
};

import { parseArgs } from 'node:util';
import { findOrganisation } from '../catalogue/index.ts';
import { isSettingError, loadEnvironment, readSettings, type Settings } from '../config.ts';
import {
  type Database,
  DirectoryInUse,
  describeError,
  migrate,
  openDatabaseForCommand,
  systemClock,
} from '../database/index.ts';
import { createTranslator } from '../locales/index.ts';
import {
  addMember,
  isRole,
  linkMinutes,
  linkPath,
  listMembers,
  makeLink,
  makeToken,
  memberByEmail,
  normalEmail,
  type Role,
  removeMember,
  revokeTokens,
  roles,
  type StaffMember,
} from '../staff/index.ts';

const t = createTranslator('vi');

type Order =
  | {
      readonly verb: 'add';
      readonly email: string;
      readonly role: Role;
      readonly organisation: string | undefined;
      readonly name: string | undefined;
    }
  | { readonly verb: 'token' | 'remove' | 'revoke' | 'link'; readonly email: string }
  | { readonly verb: 'list' };

/** The command was not understood: exit code 2. */
class WrongUsage extends Error {}
/** The command was understood and cannot be done: exit code 1, nothing changed. */
class Refused extends Error {}

const longestName = 60;

function readOrder(args: readonly string[]): Order {
  const { values, positionals } = parse(args);
  const [verb, email, ...rest] = positionals;
  if (rest.length > 0) throw new WrongUsage(t('staff-usage'));
  if (verb !== 'add' && Object.keys(values).length > 0) throw new WrongUsage(t('staff-usage'));
  switch (verb) {
    case 'list':
      if (email !== undefined) throw new WrongUsage(t('staff-usage'));
      return { verb };
    case 'token':
    case 'link':
    case 'remove':
    case 'revoke':
      return { verb, email: emailOf(email) };
    case 'add': {
      const { role, organisation, name } = values;
      if (role === undefined || !isRole(role)) {
        throw new WrongUsage(`${t('staff-role', { role: role ?? '', roles: roles.join(', ') })}\n${t('staff-usage')}`);
      }
      if (role === 'partner' && organisation === undefined) throw new WrongUsage(t('staff-partner-organisation'));
      // An editor "of" an organisation would look limited to it and would not be.
      if (role !== 'partner' && organisation !== undefined) throw new WrongUsage(t('staff-organisation-partner'));
      return { verb, email: emailOf(email), role, organisation, name: nameOf(name) };
    }
    default:
      throw new WrongUsage(t('staff-usage'));
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { role: { type: 'string' }, organisation: { type: 'string' }, name: { type: 'string' } },
    });
  } catch (error) {
    throw new WrongUsage(`${error instanceof Error ? error.message : String(error)}\n${t('staff-usage')}`);
  }
}

function emailOf(given: string | undefined): string {
  if (given === undefined) throw new WrongUsage(t('staff-usage'));
  const email = normalEmail(given);
  if (email === undefined) throw new WrongUsage(t('staff-email', { email: given.slice(0, 80) }));
  return email;
}

function nameOf(given: string | undefined): string | undefined {
  if (given === undefined) return undefined;
  const name = given.normalize('NFC').trim();
  const isUsable = name !== '' && name.length <= longestName && !/[\p{Cc}\p{Cf}]/u.test(name);
  if (!isUsable) throw new WrongUsage(t('staff-name', { most: longestName }));
  return name;
}

async function carryOut(database: Database, settings: Settings, order: Order): Promise<void> {
  const now = systemClock();
  switch (order.verb) {
    case 'add': {
      const organisation =
        order.organisation === undefined ? undefined : await organisationOf(database, order.organisation);
      const { email, role, name } = order;
      const link = await database.transaction(async (tx) => {
        const member = await addMember(tx, { email, role, organisationId: organisation?.id, displayName: name }, now);
        if (member === undefined) throw new Refused(t('staff-twice', { email }));
        return makeLink(tx, { member, by: undefined }, now);
      });
      console.log(t('staff-added', { email, role }));
      showLink(settings, email, link);
      return;
    }
    case 'link': {
      const link = await database.transaction(async (tx) =>
        makeLink(tx, { member: await memberOf(tx, order.email), by: undefined }, now),
      );
      showLink(settings, order.email, link);
      return;
    }
    case 'token': {
      const token = await database.transaction(async (tx) => makeToken(tx, await memberOf(tx, order.email), now));
      console.log(t('staff-token', { email: order.email }));
      // Alone on the last line, so that a script can take it.
      console.log(token);
      return;
    }
    case 'revoke': {
      const count = await database.transaction(async (tx) => revokeTokens(tx, await memberOf(tx, order.email), now));
      console.log(t('staff-revoked', { email: order.email, count }));
      return;
    }
    case 'remove': {
      const tokens = await database.transaction((tx) => removeMember(tx, order.email, now));
      if (tokens === undefined) throw new Refused(t('staff-unknown', { email: order.email }));
      console.log(t('staff-removed', { email: order.email, count: tokens }));
      return;
    }
    case 'list':
      return showMembers(database);
  }
}

/** The link alone on the last line, so that a script can take it. */
function showLink({ publicUrl, host, port }: Settings, email: string, link: string): void {
  console.log(t('staff-link', { email, minutes: linkMinutes }));
  console.log(`${publicUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`}${linkPath(link)}`);
}

async function memberOf(tx: Database['db'], email: string): Promise<StaffMember> {
  const member = await memberByEmail(tx, email);
  if (member === undefined) throw new Refused(t('staff-unknown', { email }));
  return member;
}

async function organisationOf(database: Database, text: string): Promise<{ id: number }> {
  const found = await findOrganisation(database.db, text.trim());
  if (found === undefined) throw new Refused(t('staff-organisation-unknown', { organisation: text.slice(0, 80) }));
  return found;
}

async function showMembers(database: Database): Promise<void> {
  const members = await listMembers(database.db);
  if (members.length === 0) {
    console.log(t('staff-nobody'));
    return;
  }
  const rows = members.map(({ email, role, organisation, displayName, tokens, addedAt }) => [
    email,
    role,
    role === 'partner' ? (organisation ?? t('staff-organisation-gone')) : '–',
    displayName ?? '–',
    String(tokens),
    addedAt.toISOString().slice(0, 10),
  ]);
  const head = t('staff-list-head')
    .split('|')
    .map((word) => word.trim());
  const widths = head.map((word, column) => Math.max(word.length, ...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of [head, ...rows])
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
}

/** `npm run staff -- add|link|token|revoke|list|remove …`. Returns the exit code: 0 done, 1 refused, 2 wrong usage or setting. */
async function main(args: readonly string[]): Promise<number> {
  try {
    const order = readOrder(args);
    const settings = readSettings(loadEnvironment());
    const database = await openDatabaseForCommand(settings);
    try {
      await migrate(database);
      await carryOut(database, settings, order);
      return 0;
    } finally {
      await database.close();
    }
  } catch (error) {
    if (error instanceof WrongUsage || isSettingError(error)) {
      console.error(error.message);
      return 2;
    }
    if (error instanceof Refused) console.error(error.message);
    else if (error instanceof DirectoryInUse) console.error(t('backup-data-dir-in-use', error.facts));
    else console.error(t('staff-failed', { problem: describeError(error).replace(/\.$/, '') }));
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));

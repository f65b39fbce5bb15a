import { AsyncResource } from 'node:async_hooks';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTick } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Database, migrate, openDatabase, openDatabaseForCommand } from '../../src/database/index.ts';
import { startHolder } from '../support/holder-process.ts';

const folders: string[] = [];

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'bh-'));
  folders.push(made);
  return made;
}

afterEach(async () => {
  for (const made of folders.splice(0)) await rm(made, { recursive: true, force: true });
});

const open = (dataDir: string) => openDatabase({ databaseUrl: undefined, dataDir });
const openForCommand = (dataDir: string) => openDatabaseForCommand({ databaseUrl: undefined, dataDir });

it('finishes a transaction that is under way before it stops, and has its rows after the restart', async () => {
  const dataDir = await folder();
  const first = await open(dataDir);
  await migrate(first);
  const stopping = AsyncResource.bind(() => first.close());
  let stopped: Promise<void> | undefined;
  await first.transaction(async (tx) => {
    await tx.execute(sql`insert into secret (name, value) values ('a', 'b')`);
    stopped = stopping();
    await tx.execute(sql`insert into secret (name, value) values ('c', 'd')`);
  });
  await stopped;
  const second = await open(dataDir);
  expect((await second.db.execute(sql`select name from secret order by name`)).rows).toEqual([
    { name: 'a' },
    { name: 'c' },
  ]);
  await second.close();
});

it('opens a directory whose first opener was killed while it made the files', async () => {
  const dataDir = await folder();
  const holder = startHolder(dataDir);
  while (!existsSync(join(dataDir, 'pg/PG_VERSION'))) await nextTick();
  await holder.kill9();
  expect(holder.committed()).toEqual([]);
  const database = await open(dataDir);
  await migrate(database);
  await database.close();
});

it('makes a new directory from the template, not by initdb', async () => {
  const identities: unknown[] = [];
  for (const dataDir of [await folder(), await folder()]) {
    const database = await open(dataDir);
    identities.push((await database.db.execute(sql`select system_identifier::text from pg_control_system()`)).rows[0]);
    await database.close();
  }
  // Every initdb draws a number of its own.
  expect(identities[0]).toEqual(identities[1]);
});

it('lets a command wait for a server that is just opening', async () => {
  const dataDir = await folder();
  const opening = open(dataDir);
  while (!existsSync(join(dataDir, 'holder.json'))) await nextTick();
  const command = await openForCommand(dataDir);
  expect((await command.db.execute(sql`select 1 as one`)).rows).toEqual([{ one: 1 }]);
  const server = await opening;
  await command.close();
  await server.close();
});

it('lets commands that start together without a server share the database', async () => {
  const dataDir = await folder();
  const commands = await Promise.all(Array.from({ length: 3 }, () => openForCommand(dataDir)));
  for (const command of commands) {
    expect((await command.db.execute(sql`select 1 as one`)).rows).toEqual([{ one: 1 }]);
  }
  await Promise.all(commands.map((command) => command.close()));
});

it('prepares statements for its owner only, whatever commands do beside it', async () => {
  const dataDir = await folder();
  const server = await open(dataDir);
  const command = await openForCommand(dataDir);
  const often = (database: Database, value: number) =>
    database.db.execute<{ value: number }>(sql`/* often */ select ${value}::int as value`);
  for (let turn = 0; turn < 3; turn++) {
    expect((await often(server, 1)).rows).toEqual([{ value: 1 }]);
    expect((await often(command, 2)).rows).toEqual([{ value: 2 }]);
    const other = await openForCommand(dataDir);
    expect((await often(other, 3)).rows).toEqual([{ value: 3 }]);
    await other.close();
  }
  const { rows } = await command.db.execute(sql`select name from pg_prepared_statements where name <> ''`);
  expect(rows).toHaveLength(1);
  await command.close();
  await server.close();
});

it('lets a command own the directory after the server was killed', async () => {
  const dataDir = await folder();
  const holder = startHolder(dataDir);
  await holder.reached(3);
  await holder.kill9();
  const command = await openForCommand(dataDir);
  const { rows } = await command.db.execute<{ most: number }>(sql`select max(n) as most from kept`);
  expect(rows[0]?.most).toBeGreaterThanOrEqual(3);
  await command.close();
});

it('tells a command whose server stops inside its transaction, and keeps nothing of that', async () => {
  const dataDir = await folder();
  const server = await open(dataDir);
  await migrate(server);
  const command = await openForCommand(dataDir);
  const stop = AsyncResource.bind(() => server.close());
  const cut = command.transaction(async (tx) => {
    await tx.execute(sql`insert into secret (name, value) values ('half', 'done')`);
    await stop();
    await tx.execute(sql`select 1`);
  });
  await expect(cut).rejects.toThrow();
  await command.close();
  const again = await open(dataDir);
  expect((await again.db.execute(sql`select name from secret`)).rows).toEqual([]);
  await again.close();
});

describe('a running server', () => {
  let dataDir: string;
  let server: Database;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'bh-'));
    server = await open(dataDir);
    await migrate(server);
  });
  afterAll(async () => {
    await server.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('leaves the event loop free while it works', async () => {
    let turns = 0;
    let working = true;
    const counting = (async () => {
      for (; working; turns++) await nextTick();
    })();
    await server.db.execute(sql`select count(*) from generate_series(1, 3000000)`);
    working = false;
    await counting;
    expect(turns).toBeGreaterThan(500);
  });

  it('lets a command share a running server’s database and wait for its transactions', async () => {
    const command = await openForCommand(dataDir);
    const order: string[] = [];
    let waiting: Promise<unknown> | undefined;
    // Bound outside: inside the server's transaction this process may not touch any pool.
    const askCommand = AsyncResource.bind(async () => {
      await command.db.execute(sql`select 1`);
    });
    await server.transaction(async (tx) => {
      await tx.execute(sql`insert into secret (name, value) values ('a', 'b')`);
      waiting = askCommand().then(() => order.push('command'));
      await tx.execute(sql`select 1`);
      order.push('server');
    });
    await waiting;
    expect(order).toEqual(['server', 'command']);
    expect((await command.db.execute(sql`select name from secret`)).rows).toEqual([{ name: 'a' }]);
    await command.close();
  });

  it('serves twenty clients at once', async () => {
    const commands = await Promise.all(Array.from({ length: 20 }, () => openForCommand(dataDir)));
    const answers = await Promise.all(commands.map((command) => command.db.execute(sql`select 1 as one`)));
    expect(answers.map((answer) => answer.rows)).toEqual(commands.map(() => [{ one: 1 }]));
    for (const command of commands) await command.close();
  });

  it('keeps the statements of its clients apart, also one that arrives in several reads', async () => {
    const command = await openForCommand(dataDir);
    const long = 'x'.repeat(1_000_000);
    let sending = true;
    const others = (async () => {
      for (let n = 0; sending; n++) {
        expect((await server.db.execute(sql`select ${n}::int as n`)).rows).toEqual([{ n }]);
      }
    })();
    for (let tries = 0; tries < 5; tries++) {
      expect((await command.db.execute(sql`select length(${long}::text) as n`)).rows).toEqual([{ n: long.length }]);
    }
    sending = false;
    await others;
    await command.close();
  });

  it('answers the others when a client dies in the middle of a statement, a wrong one too', async () => {
    const flush = Buffer.from([0x48, 0, 0, 0, 4]);
    for (const statement of ['create table half (n int)', 'not a statement']) {
      const socket = connect(join(dataDir, '.s.PGSQL.5432'));
      const answer = () => new Promise<Buffer>((done) => socket.once('data', done));
      const greeting = answer();
      const names = Buffer.from('user\0postgres\0database\0postgres\0\0');
      const start = Buffer.alloc(8);
      start.writeInt32BE(8 + names.length, 0);
      start.writeInt32BE(196_608, 4);
      socket.write(Buffer.concat([start, names]));
      await greeting;
      const parsed = answer();
      const body = Buffer.from(`\0${statement}\0\0\0`);
      const parse = Buffer.from('P0000');
      parse.writeInt32BE(4 + body.length, 1);
      // Only a flush or the statement's end is answered.
      socket.write(Buffer.concat([parse, body, flush, parse, body]));
      await parsed;
      socket.destroy();
      expect((await server.db.execute(sql`select ${statement}::text as said`)).rows).toEqual([{ said: statement }]);
    }
  });

  it('rolls back the open transaction of a command that dies', async () => {
    const dying = startHolder(dataDir, 'die-inside-transaction');
    await dying.exited;
    expect(dying.output()).toContain('inserted');
    expect((await server.db.execute(sql`select name from secret where name = 'half'`)).rows).toEqual([]);
  });
});

import { AsyncResource } from 'node:async_hooks';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { claimUpdate } from '../../src/conversation/store.ts';
import {
  clearLeases,
  type Database,
  describeError,
  ensureSecret,
  holdLease,
  migrate,
  openDatabase,
  type Queryable,
  releaseLease,
} from '../../src/database/index.ts';
import { secret } from '../../src/database/schema.ts';
import { fold } from '../../src/text/index.ts';
import { createPostgresDatabase, describeAllDatabases } from '../support/databases.ts';

/** Where lower() alone knows ASCII only. */
const localeC = "template template0 locale_provider libc locale 'C'";

describeAllDatabases('database', (context) => {
  it('throws when the pool is used inside a transaction, and works again after it', async () => {
    const database = await context.database();
    const inside = database.transaction(async () => {
      await database.db.execute(sql`select 1`);
    });
    await expect(inside).rejects.toThrow();
    await inside.catch((error: unknown) => expect(describeError(error)).toContain('inside a transaction'));
    expect((await database.db.execute(sql`select 1 as one`)).rows).toEqual([{ one: 1 }]);
  });

  it('throws at a transaction inside a transaction', async () => {
    const database = await context.database();
    await expect(database.transaction(() => database.transaction(async () => 1))).rejects.toThrow(
      'inside a transaction',
    );
  });

  it('lets work that a transaction started, and that outlives it, use the pool', async () => {
    const database = await context.database();
    let later: (() => Promise<unknown>) | undefined;
    await database.transaction(async () => {
      later = async () => (await database.db.execute(sql`select 2 as two`)).rows;
    });
    expect(await later?.()).toEqual([{ two: 2 }]);
  });

  it('rolls back what throws', async () => {
    const database = await context.database();
    const failing = database.transaction(async (tx) => {
      await tx.insert(secret).values({ name: 'x', value: 'y' });
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    expect(await database.db.select().from(secret)).toEqual([]);
  });

  it('keeps settings of a transaction inside it', async () => {
    const database = await context.database();
    await database.transaction(async (tx) => {
      await tx.execute(sql`set local statement_timeout = '7s'`);
    });
    const { rows } = await database.db.execute(sql`show statement_timeout`);
    expect(rows).toEqual([{ statement_timeout: '0' }]);
  });

  it('runs a serialisation failure again', async () => {
    const database = await context.database();
    let tries = 0;
    const result = await database.transaction(async (tx) => {
      tries++;
      if (tries < 3) await tx.execute(sql`do $$ begin raise exception using errcode = '40001'; end $$`);
      return 'done';
    });
    expect([result, tries]).toEqual(['done', 3]);
  });

  it('describes an error by its code and message, never by its parameters', async () => {
    const database = await context.database();
    const personal = '0912345678';
    const failing = database.db.execute(sql`select ${personal}::int / 0`);
    await expect(failing).rejects.toThrow();
    const words = await failing.then(() => '', describeError);
    expect(words).toMatch(/^22012 /);
    expect(words).not.toContain(personal);
  });

  it('makes a secret once, also when many ask at once', async () => {
    const database = await context.database();
    const made = await Promise.all(Array.from({ length: 5 }, () => ensureSecret(database.db, 'choices')));
    expect(new Set(made).size).toBe(1);
    expect(made[0]).toMatch(/^[\w-]{43}$/);
  });

  it('gives a lease to one owner, renews it, hands it on when it runs out or is given back, and counts owners', async () => {
    const database = await context.database();
    const at = (seconds: number) => new Date(1_800_000_000_000 + seconds * 1000);
    const ask = (owner: string, seconds: number) =>
      holdLease(database.db, { name: 'l', owner, seconds: 3, now: at(seconds) });
    expect(await ask('a', 0)).toEqual({ fence: 1 });
    expect(await ask('b', 1)).toBeUndefined();
    expect(await ask('a', 2)).toEqual({ fence: 1 });
    expect(await ask('b', 5)).toEqual({ fence: 2 });
    await releaseLease(database.db, 'l', 'a');
    expect(await ask('a', 6)).toBeUndefined();
    await releaseLease(database.db, 'l', 'b');
    expect(await ask('a', 6)).toEqual({ fence: 3 });
  });

  it('lets the fence of a lease grow only, also when its owner comes back or all leases are ended', async () => {
    const database = await context.database();
    const now = new Date();
    const ask = (owner: string) => holdLease(database.db, { name: 'l', owner, seconds: 3, now });
    expect([await ask('a'), await ask('b')]).toEqual([{ fence: 1 }, undefined]);
    await releaseLease(database.db, 'l', 'a');
    // Nobody was there in between.
    expect([await ask('a'), await ask('b')]).toEqual([{ fence: 1 }, undefined]);
    await clearLeases(database.db);
    expect([await ask('b'), await ask('a')]).toEqual([{ fence: 2 }, undefined]);
    await releaseLease(database.db, 'l', 'b');
    expect(await ask('a')).toEqual({ fence: 3 });
  });

  it('names no statement but those of nearly every turn, so that two clients may send the same text', async () => {
    const database = await context.database();
    const read = () => database.db.select().from(secret).where(eq(secret.name, 'x'));
    await Promise.all([read(), read(), read()]);
    // One connection: what it has prepared is seen in it alone.
    const prepared = await database.transaction(async (tx) => {
      const often = (value: number) => tx.execute(sql`/* often */ select ${value}::int as value`);
      expect(await Promise.all([often(1), often(2)])).toMatchObject([
        { rows: [{ value: 1 }] },
        { rows: [{ value: 2 }] },
      ]);
      return tx.execute<{ statement: string }>(sql`select statement from pg_prepared_statements`);
    });
    const names = prepared.rows.map(({ statement }) => statement);
    expect(names.filter((statement) => !statement.startsWith('/* often */'))).toEqual([]);
    expect(names.filter((statement) => statement.endsWith('as value'))).toEqual([
      '/* often */ select $1::int as value',
    ]);
  });

  it('gives a new lease to one of many who ask at once', async () => {
    const database = await context.database();
    const now = new Date();
    const asked = await Promise.all(
      Array.from({ length: 8 }, (_, n) => holdLease(database.db, { name: 'l', owner: `${n}`, seconds: 3, now })),
    );
    expect(asked.filter((lease) => lease !== undefined)).toEqual([{ fence: 1 }]);
  });

  it('keeps what a person wrote out of the words for a value that the database refuses', async () => {
    const database = await context.database();
    const personal = 'Nguyễn Thị "Hoa" 0912345678';
    const words = await database.db.execute(sql`select ${personal}::int`).then(() => '', describeError);
    expect(words).toBe('22P02 invalid input syntax for type integer: "…"');
    await database.db.insert(secret).values({ name: personal, value: 'x' });
    const twice = await database.db
      .insert(secret)
      .values({ name: personal, value: 'y' })
      .then(() => '', describeError);
    expect(twice).toMatch(/^23505 /);
    expect(twice).not.toContain('Hoa');
  });

  it('says so after fifteen seconds when no connection becomes free', async () => {
    const database = await context.database();
    let answer: Promise<unknown> | undefined;
    // As many as the pool has: each asks from outside any transaction while all connections are held.
    const ask = AsyncResource.bind(() => database.db.execute(sql`select 1`).then(() => 'answered', describeError));
    const hold = async (held: number): Promise<void> => {
      await database.transaction(async (tx) => {
        await tx.execute(sql`select 1`);
        if (held > 1) return holdOneMore(held - 1);
        vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
        answer = ask();
        await vi.advanceTimersByTimeAsync(15_000);
        vi.useRealTimers();
        await answer;
      });
    };
    const holdOneMore = AsyncResource.bind(hold);
    await hold(context.kind === 'postgres' ? 8 : 1);
    expect(await answer).toContain('timeout');
    expect((await database.db.execute(sql`select 1 as one`)).rows).toEqual([{ one: 1 }]);
  });

  it('folds Vietnamese in SQL as the program does, whatever the locale', async () => {
    const database = await context.database();
    const words = ['ĐƯỜNG Nguyễn Huệ', 'học Tiếng Việt', 'Quận Gò Vấp'.normalize('NFD'), 'kỹ năng số', 'ẨM THỰC Ỷ Ỵ'];
    const locales = context.kind === 'embedded' ? undefined : await createPostgresDatabase(localeC);
    const other = locales && (await openDatabase({ ...locales, dataDir: '', poolSize: 1 }));
    for (const each of other === undefined ? [database] : [database, other]) {
      const { rows } = await each.transaction(async (tx) => {
        await tx.execute(sql`create extension if not exists unaccent`);
        return tx.execute<{ folded: string }>(sql`
          select lower(unaccent(word)) as folded from unnest(${sql.param(words)}::text[]) with ordinality as given (word, place)
          order by place`);
      });
      expect(rows.map((row) => row.folded)).toEqual(words.map(fold));
    }
    await other?.close();
    await locales?.drop();
  });
});

describe('on Postgres', () => {
  let postgres: Awaited<ReturnType<typeof createPostgresDatabase>>;
  let database: Database;
  let other: Database;
  beforeAll(async () => {
    postgres = await createPostgresDatabase();
    database = await openDatabase({ ...postgres, dataDir: '', poolSize: 1 });
    other = await openDatabase({ ...postgres, dataDir: '', poolSize: 1 });
    await migrate(database);
  });
  afterAll(async () => {
    await database.close();
    await other.close();
    await postgres.drop();
  });
  const processId = async (db: Queryable) =>
    (await db.execute<{ id: number }>(sql`select pg_backend_pid() as id`)).rows[0]?.id;

  it('outlives a server that breaks off an idle connection and one inside a transaction', async () => {
    const breakOff = AsyncResource.bind((id: number | undefined) =>
      // Returns when that process is gone.
      other.db.execute(sql`select pg_terminate_backend(${id}, 10000)`),
    );
    await breakOff(await processId(database.db));
    const cut = database.transaction(async (tx) => {
      await tx.execute(sql`insert into secret (name, value) values ('half', 'done')`);
      await breakOff(await processId(tx));
      await tx.execute(sql`select 1`);
    });
    await expect(cut).rejects.toThrow();
    expect((await database.db.execute(sql`select name from secret`)).rows).toEqual([]);
  });

  it('does not make a bulk insert wait for a turn that holds its conversation', async () => {
    await database.db.execute(sql`
      with a as (insert into account default values returning id), l as (insert into learner (account_id) select id from a returning id, account_id)
      insert into conversation (channel, chat, account_id, learner_id) select 'web', 'a', account_id, id from l`);
    // From another connection, as a broadcast would be written; a lock on the key would make this wait.
    const insertElsewhere = AsyncResource.bind(() =>
      other.transaction(async (inner) => {
        await inner.execute(sql`set local lock_timeout = '2s'`);
        await inner.execute(sql`
          insert into delivery (unique_key, channel, chat, conversation_id, lane, status, via, message, due_at, created_at)
          select 'k', 'web', chat, id, 2, 'pending', 'sender', '{}', now(), now() from conversation`);
      }),
    );
    const content = { kind: 'text', text: 'học vẽ' } as const;
    const message = {
      channel: 'web',
      updateKey: 'u',
      chat: 'a',
      person: 'a',
      receivedAt: new Date(),
      content,
    } as const;
    await database.transaction(async (tx) => {
      const claim = await claimUpdate(tx, message, content);
      expect(claim.conversation).toBeDefined();
      await expect(insertElsewhere()).resolves.toBeUndefined();
    });
  });
});

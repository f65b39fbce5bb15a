import { connect, createServer, type Server } from 'node:net';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, migrate, openDatabase } from '../../src/database/index.ts';
import { enrolInTrack } from '../../src/learning/index.ts';
import type { InboundMessage } from '../../src/message/index.ts';
import { type TestApplication, testApplication } from '../support/application.ts';
import { createPostgresDatabase } from '../support/databases.ts';

/** A wire to Postgres that counts round trips: how often the program spoke after the database had. */
async function countingWire(databaseUrl: string) {
  const target = new URL(databaseUrl);
  let trips = 0;
  let lastSpoke = 'database';
  const server: Server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    client.on('data', (chunk) => {
      if (lastSpoke === 'database') trips++;
      lastSpoke = 'program';
      upstream.write(chunk);
    });
    upstream.on('data', (chunk) => {
      lastSpoke = 'database';
      client.write(chunk);
    });
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
    client.on('error', () => upstream.destroy());
    upstream.on('error', () => client.destroy());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const url = new URL(databaseUrl);
  url.port = String(typeof address === 'object' && address !== null ? address.port : 0);
  return {
    url: url.href,
    async tripsOf(work: () => Promise<unknown>): Promise<number> {
      trips = 0;
      await work();
      return trips;
    },
    close: () => new Promise<void>((done) => server.close(() => done())),
  };
}

describe('a turn', () => {
  let wire: Awaited<ReturnType<typeof countingWire>>;
  let database: Database;
  let application: TestApplication;
  let drop: () => Promise<void>;
  let serial = 0;

  beforeAll(async () => {
    const created = await createPostgresDatabase();
    drop = created.drop;
    wire = await countingWire(created.databaseUrl);
    database = await openDatabase({ databaseUrl: wire.url, dataDir: '', poolSize: 1 });
    await migrate(database);
    application = await testApplication(database);
  });
  afterAll(async () => {
    await database.close();
    await wire.close();
    await drop();
  });

  const say = (text: string): Promise<number> => {
    const message: InboundMessage = {
      channel: 'telegram',
      updateKey: String(serial++),
      chat: '1',
      person: '1',
      receivedAt: application.time.now,
      content: { kind: 'text', text },
    };
    application.advance(60);
    return wire.tripsOf(() => application.conversations.takeTurn(message));
  };

  it('that finds courses takes three round trips, two when they were shown before', async () => {
    await say('xin chào');
    expect(await say('học kế toán')).toBe(3);
    expect(await say('học kế toán')).toBe(2);
  });

  it('that finds little takes one more, to look for workshops about the same', async () => {
    expect(await say('học excel')).toBe(4);
    expect(await say('học excel')).toBe(3);
  });

  it('of small talk takes two', async () => {
    expect(await say('cảm ơn bạn')).toBe(2);
  });

  it('of a lesson takes three, where the lesson stands read in one statement and written with the answer', async () => {
    const { rows } = await database.db.execute<{ learner_id: string }>(
      sql`select learner_id from conversation where chat = '1'`,
    );
    const now = application.time.now;
    await enrolInTrack(database.db, Number(rows[0]?.learner_id), 'an-toan-tren-mang', { placedAfter: 1, now });
    expect(await say('/bai')).toBe(3);
    expect(await say('không biết')).toBe(3);
    expect(await say('tiếp')).toBe(3);
  });

  it('keeps what was said of a wish, not its hundreds of terms', async () => {
    await say('mẹ mình 65 tuổi muốn học dùng điện thoại, muốn mở tiệm bánh nhỏ và kiếm thêm tiền ở nhà');
    const { rows } = await database.db.execute<{ state: { search: { wish: object } }; bytes: number }>(
      sql`select state, length(state::text) as bytes from conversation where chat = '1'`,
    );
    expect(rows[0]?.state.search.wish).not.toHaveProperty('terms');
    expect(rows[0]?.bytes).toBeLessThan(3000);
  });
});

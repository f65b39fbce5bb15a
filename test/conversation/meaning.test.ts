import { sql } from 'drizzle-orm';
import { afterEach, expect, it } from 'vitest';
import { type TestApplication, testApplication } from '../support/application.ts';
import { describeDatabases } from '../support/databases.ts';
import { type EmbeddingServer, type PlayedEmbedding, startEmbeddingServer } from '../support/embedding-server.ts';
import { tutorPerson } from '../support/tutor-person.ts';

describeDatabases('a wish and what it means', (context) => {
  const servers: EmbeddingServer[] = [];
  const programs: TestApplication[] = [];
  afterEach(async () => {
    for (const program of programs.splice(0)) await program.stop();
    for (const server of servers.splice(0)) {
      await server.close();
      expect(server.violations).toEqual([]);
    }
  });

  /** To this endpoint the sounding wood means the guitar. */
  async function begun(plays: () => PlayedEmbedding = () => ({ kind: 'embeds' })) {
    const server = await startEmbeddingServer([/guitar|khúc gỗ kêu tưng/i, /kế toán/i], plays);
    servers.push(server);
    const database = await context.database();
    const application = await testApplication(database, {
      OPENAI_API_KEY: 'test-key',
      OPENAI_BASE_URL: server.url,
      OPENAI_EMBEDDING_MODEL: 'scripted-embedding',
    });
    programs.push(application);
    const read = async (): Promise<number> => {
      const job = application.workerJobs.find(({ name }) => name === 'course meanings');
      const { read: count = 0 } = (await job?.run()) ?? {};
      await application.finder.refresh();
      return count;
    };
    return { server, database, application, read, person: tutorPerson(application, 'anna') };
  }
  const wish = 'khúc gỗ kêu tưng tưng';

  it('finds by its meaning what no word of it finds, and says how', async () => {
    const { person, server, read, application } = await begun();
    expect(await read()).toBe(application.finder.size);
    await person.say('/ai bat');
    const told = await person.say(wish);
    expect(told).toMatch(/guitar/i);
    expect(told).toContain('máy so nghĩa, có thể sai');
    const asked = server.texts.filter((text) => text.includes(wish));
    expect(asked).toEqual([wish]);
    // It is remembered.
    expect(await person.say(wish)).toMatch(/guitar/i);
    expect(server.texts.filter((text) => text.includes(wish))).toHaveLength(1);
  });

  it('asks nothing about what words find, nor of whoever has not agreed, and sends nobody’s address', async () => {
    const { person, server, read, application } = await begun();
    await read();
    const before = server.texts.length;
    expect(await person.say(wish)).not.toMatch(/guitar/i);
    expect(server.texts).toHaveLength(before);
    await person.say('/ai bat');
    await person.say('học kế toán');
    expect(server.texts).toHaveLength(before);
    const other = tutorPerson(application, 'other');
    await other.say('/ai bat');
    await other.say('tìm lớp dạy khúc gỗ kêu tưng tưng cho anna.tran@example.com');
    expect(server.texts.slice(before).join()).toContain('khúc gỗ');
    expect(server.texts.slice(before).join()).not.toContain('anna.tran');
  });

  it.each<PlayedEmbedding>([
    { kind: 'status', status: 500 },
    { kind: 'short' },
    { kind: 'raw', body: '{"data":[{"index":0,"embedding":["a"]}]}' },
    { kind: 'raw', body: 'no' },
  ])('answers by words where the endpoint does not answer as it should: %o', async (played) => {
    let plays: PlayedEmbedding = { kind: 'embeds' };
    const { person, server, read } = await begun(() => plays);
    await read();
    await person.say('/ai bat');
    plays = played;
    const before = server.texts.length;
    expect(await person.say(wish)).toContain('khúc gỗ');
    expect(await person.say('gỗ kêu tưng tưng hoài')).not.toBe('');
    // It is left in peace for a while.
    expect(server.texts.length - before).toBe(1);
    expect(await person.say('học guitar')).toMatch(/guitar/i);
  });

  it('lets others be answered while the endpoint is slow', async () => {
    let plays: PlayedEmbedding = { kind: 'embeds' };
    const { person, server, read, application } = await begun(() => plays);
    await read();
    await person.say('/ai bat');
    plays = { kind: 'hangs' };
    const before = server.texts.length;
    let isTold = false;
    const told = person.say(wish).then((text) => {
      isTold = true;
      return text;
    });
    while (server.texts.length === before) await new Promise((done) => setImmediate(done));
    expect(await tutorPerson(application, 'other').say('học guitar')).toMatch(/guitar/i);
    expect(isTold).toBe(false);
    expect(await told).toContain('khúc gỗ');
  });

  it('has each text of a course read once, and again only when it changes', async () => {
    const { server, database, read, application } = await begun();
    await read();
    const all = server.texts.length;
    expect(await read()).toBe(0);
    await database.db.execute(sql`update course set title = title || ' mới', version = (select version + 1 from catalogue_version)
      where id = (select min(id) from course)`);
    await database.db.execute(sql`update catalogue_version set version = version + 1`);
    expect(await read()).toBe(1);
    expect(server.texts).toHaveLength(all + 1);
    // Confirmed once more, with the words as they were.
    await database.db.execute(sql`update course set version = (select version + 1 from catalogue_version)`);
    await database.db.execute(sql`update catalogue_version set version = version + 1`);
    expect(await read()).toBe(application.finder.size);
    expect(server.texts).toHaveLength(all + 1);
  });

  it('keeps what was read before the endpoint failed', async () => {
    let calls = 0;
    const { read, application, database } = await begun(() =>
      ++calls === 1 ? { kind: 'embeds' } : { kind: 'status', status: 503 },
    );
    await database.db.execute(sql`
      insert into course (public_id, source, organisation_id, title, confirmed_on, content_hash, version)
      select 'n-' || number, 'test', (select min(id) from organisation), 'Khóa đan len ' || number, '2026-11-01', '', 900 + number
      from generate_series(1, 200) as number`);
    await database.db.execute(sql`update catalogue_version set version = 2000`);
    expect(await read()).toBe(64);
    expect(await read()).toBe(0);
    expect(application.finder.size).toBeGreaterThan(200);
    const { rows } = await database.db.execute(sql`select count(*)::int as kept from course_vector`);
    expect(rows).toEqual([{ kept: 64 }]);
  });
});

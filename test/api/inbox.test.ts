import { sql } from 'drizzle-orm';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { staffRoutes } from '../../src/api/staff-routes.ts';
import { personalDataOwners } from '../../src/application.ts';
import type { Database } from '../../src/database/index.ts';
import { eraseLearnerData } from '../../src/learners/index.ts';
import { removeMember, roles } from '../../src/staff/index.ts';
import { testApplication } from '../support/application.ts';
import { describeDatabases } from '../support/databases.ts';
import { handOver, resident } from '../support/resident.ts';
import { addStaff, staffApi } from '../support/staff.ts';

async function organisationOf(database: Database, course: string): Promise<number> {
  const { rows } = await database.db.execute<{ id: string }>(
    sql`select organisation_id as id from course where public_id = ${course}`,
  );
  return Number(rows[0]?.id);
}

async function auditRows(database: Database): Promise<{ staff_id: string | null; action: string; detail: unknown }[]> {
  const { rows } = await database.db.execute<{ staff_id: string | null; action: string; detail: unknown }>(sql`
    select staff_id, action, detail from audit where action like 'inbox.%' order by id`);
  return rows;
}

/** One question, and one report about the course “sửa xe máy”. */
async function withTwoCases(database: Database, more: Parameters<typeof testApplication>[2] = undefined) {
  const application = await testApplication(database, {}, more);
  const asker = resident(application, 'a');
  await handOver(asker, 'lớp may có nhận người lớn tuổi không ạ');
  const reporter = resident(application, 'b');
  await reporter.say('sửa xe máy');
  await reporter.press('Xem chi tiết 1');
  await reporter.press('Báo thông tin sai');
  await reporter.press('Sai học phí');
  return { application, asker, question: 1, report: 2 };
}

describeDatabases('staff API of the inbox', (context) => {
  it.each(roles)('lets %s do what the table of routes says, and no more', async (role) => {
    const database = await context.database();
    const { application, question, report } = await withTwoCases(database);
    const organisationId = await organisationOf(database, 'sua-xe-may');
    const { token } = await addStaff(database, role, role === 'partner' ? { organisationId } : {});
    const { ask, list } = staffApi(application.app, token);
    for (const [route, allowed] of Object.entries(staffRoutes)) {
      if (!route.includes('/api/v1/inbox')) continue;
      const [method = '', path = ''] = route.split(' ');
      const ofCase = (id: number) => path.replace('/api/v1/inbox', '').replace(':id', String(id));
      const reach = allowed[role];
      const status = async (id: number) => (await ask(method, ofCase(id))).status;
      if (reach === 'no') expect(await status(question), route).toBe(403);
      else if (!path.includes(':id')) expect(await status(question), route).toBe(200);
      else if (reach === 'own') expect([await status(question), await status(report)], route).toEqual([404, 200]);
      // An answer without a text is refused for that, not for the role.
      else
        expect(await status(question), route).toBe(
          // And a question is no grade that could be changed.
          route.endsWith('answer') ? 400 : /release$|regrade$/.test(route) ? 409 : 200,
        );
    }
    const seen = (await list()).cases.map(({ id }) => id);
    expect(seen).toEqual(role === 'partner' ? [report] : [report, question]);
  });

  it('knows nobody without a valid token', async () => {
    const database = await context.database();
    const { application } = await withTwoCases(database);
    const { token } = await addStaff(database, 'editor');
    for (const route of Object.keys(staffRoutes)) {
      const [method = '', path = ''] = route.split(' ');
      for (const authorization of [
        undefined,
        '',
        'Bearer',
        `Basic ${token}`,
        `Bearer ${token}x`,
        `Bearer banhoc_${'a'.repeat(43)}`,
      ]) {
        const response = await application.app.request(path.replace(':id', '1'), {
          method,
          headers: authorization === undefined ? {} : { authorization },
        });
        expect([response.status, response.headers.get('www-authenticate')], `${route} ${authorization}`).toEqual([
          401,
          'Bearer',
        ]);
        expect(((await response.json()) as { error: { code: string } }).error.code).toBe('unauthorized');
      }
    }
    await database.transaction((tx) => removeMember(tx, 'editor@thanhpho.example', new Date()));
    expect((await staffApi(application.app, token).claim(1)).status).toBe(401);
  });

  it('shows a partner nothing of other organisations, and nothing once its own is gone', async () => {
    const database = await context.database();
    const { application, report } = await withTwoCases(database);
    const other = await addStaff(database, 'partner', { organisationId: await organisationOf(database, 'guitar') });
    const { list, read } = staffApi(application.app, other.token);
    expect(await list()).toMatchObject({ cases: [], counts: { open: 0 }, oldest_waiting: null });
    expect((await read(report)).status).toBe(404);
    await database.db.execute(sql`update staff_member set organisation_id = null`);
    expect((await list()).cases).toEqual([]);
  });

  it('gives a case to one of many who claim it at once', async () => {
    const database = await context.database();
    const { application, question } = await withTwoCases(database);
    const members = [];
    for (let n = 0; n < 6; n++) members.push(await addStaff(database, 'editor', { email: `e${n}@thanhpho.example` }));
    const answers = await Promise.all(members.map(({ token }) => staffApi(application.app, token).claim(question)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
    const holder = answers.find(({ status }) => status === 200)?.body.claimed_by?.id;
    expect(await auditRows(database)).toEqual([{ staff_id: String(holder), action: 'inbox.claim', detail: {} }]);
    const lost = answers.find(({ status }) => status === 409);
    expect(lost?.body.error?.code).toBe('claimed_by_other');
  });

  it('goes from open over claimed to closed, and refuses every step out of turn', async () => {
    const database = await context.database();
    const { application, question } = await withTwoCases(database);
    const lan = staffApi(
      application.app,
      (await addStaff(database, 'editor', { email: 'lan@thanhpho.example' })).token,
    );
    const minh = staffApi(
      application.app,
      (await addStaff(database, 'editor', { email: 'minh@thanhpho.example' })).token,
    );
    const boss = staffApi(application.app, (await addStaff(database, 'admin')).token);
    const codeOf = async (answer: Promise<{ status: number; body: { error?: { code: string } } }>) => {
      const { status, body } = await answer;
      return [status, body.error?.code];
    };
    expect(await codeOf(lan.answer(question, 'Chào bạn'))).toEqual([409, 'not_claimed']);
    expect(await codeOf(lan.release(question))).toEqual([409, 'wrong_state']);
    expect((await lan.claim(question)).body).toMatchObject({ status: 'claimed', waiting_since: expect.any(String) });
    expect((await lan.claim(question)).status).toBe(200);
    expect(await codeOf(minh.answer(question, 'Chào bạn'))).toEqual([409, 'claimed_by_other']);
    expect(await codeOf(minh.release(question))).toEqual([409, 'claimed_by_other']);
    expect(await codeOf(minh.close(question))).toEqual([409, 'claimed_by_other']);
    expect((await boss.release(question)).body).toMatchObject({ status: 'open', claimed_by: null });
    await minh.claim(question);
    expect((await minh.answer(question, 'Có bạn nhé.')).body).toMatchObject({ waiting_since: null });
    expect((await minh.close(question, 'Chúc bạn học vui!')).body).toMatchObject({
      status: 'closed',
      closed_by: 'staff',
    });
    expect(await codeOf(minh.answer(question, 'Còn nữa'))).toEqual([409, 'wrong_state']);
    expect(await codeOf(minh.close(question))).toEqual([409, 'wrong_state']);
    expect(await codeOf(minh.claim(question))).toEqual([409, 'wrong_state']);
    expect(await codeOf(lan.claim(99))).toEqual([404, 'not_found']);
    expect((await lan.ask('POST', '/abc/claim')).status).toBe(404);
    const actions = (await auditRows(database)).map(({ action }) => action);
    expect(actions).toEqual([
      'inbox.claim',
      'inbox.release',
      'inbox.claim',
      'inbox.answer',
      'inbox.answer',
      'inbox.close',
    ]);
  });

  it('sends an answer once, however often it is posted', async () => {
    const database = await context.database();
    const { application, asker, question } = await withTwoCases(database);
    const { answer, claim, read } = staffApi(application.app, (await addStaff(database, 'editor')).token);
    await claim(question);
    const sent = async () => {
      const { rows } = await database.db.execute<{ count: number }>(
        sql`select count(*)::int as count from delivery where unique_key like 'inbox:%'`,
      );
      return rows[0]?.count;
    };
    const twice = await Promise.all([answer(question, 'Dạ có ạ'), answer(question, ' Dạ có ạ\r\n')]);
    expect(twice.map(({ status }) => status)).toEqual([200, 200]);
    expect(await sent()).toBe(1);
    // After the person wrote, the same words are a new answer.
    application.advance(60);
    await asker.say('lớp tối cũng nhận hả bạn');
    await answer(question, 'Dạ có ạ');
    expect(await sent()).toBe(2);
    const keyed = await Promise.all([1, 2, 3].map(() => answer(question, 'Lớp mở thứ hai', 'k1')));
    expect(keyed.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await sent()).toBe(3);
    expect((await answer(question, 'Lớp mở thứ ba', 'k1')).body.error?.code).toBe('key_reused');
    expect((await answer(question, 'Lớp mở thứ hai', 'a b')).status).toBe(400);
    const { messages } = (await read(question)).body;
    expect(messages.map(({ from, text }) => [from, text])).toEqual([
      ['person', 'lớp may có nhận người lớn tuổi không ạ'],
      ['staff', 'Dạ có ạ'],
      ['person', 'lớp tối cũng nhận hả bạn'],
      ['staff', 'Dạ có ạ'],
      ['staff', 'Lớp mở thứ hai'],
    ]);
  });

  it.each([
    ['no text', {}],
    ['an empty text', { text: ' \n ' }],
    ['more than two thousand characters', { text: 'a'.repeat(2001) }],
    ['a control character', { text: 'a\u0007b' }],
    ['a tab', { text: 'a\tb' }],
    ['a mark that turns the direction', { text: 'a\u202eb' }],
    ['half a character', { text: 'a\ud83d' }],
    ['a number', { text: 5 }],
    ['something else besides', { text: 'a', to: 'b' }],
    ['no JSON', '{'],
    ['a list', '[]'],
  ])('refuses an answer with %s', async (_name, body) => {
    const database = await context.database();
    const { application, question } = await withTwoCases(database);
    const { ask, claim } = staffApi(application.app, (await addStaff(database, 'editor')).token);
    await claim(question);
    const { status, body: refusal } = await ask('POST', `/${question}/answer`, body);
    expect([status, refusal.error?.code]).toEqual([400, 'bad_body']);
  });

  it('takes two thousand characters in several lines, and no more than 64 KiB', async () => {
    const database = await context.database();
    const { application, question } = await withTwoCases(database);
    const { answer, ask, claim } = staffApi(application.app, (await addStaff(database, 'editor')).token);
    await claim(question);
    expect((await answer(question, `${'ế'.repeat(999)}\n${'a'.repeat(1000)}`)).status).toBe(200);
    expect((await ask('POST', `/${question}/answer`, JSON.stringify({ text: 'a'.repeat(70_000) }))).status).toBe(413);
  });

  it('lists the newest first, page by page, by kind and status, with counts', async () => {
    const database = await context.database();
    const { application, question, report } = await withTwoCases(database);
    application.advance(60);
    await resident(application, 'c').say('/gopy chữ nhỏ quá');
    const { list, claim } = staffApi(application.app, (await addStaff(database, 'editor')).token);
    await claim(report);
    const ids = async (query: string) => (await list(query)).cases.map(({ id }) => id);
    expect(await ids('')).toEqual([3, report, question]);
    expect(await list('?limit=2')).toMatchObject({
      next_before: report,
      counts: { open: 2, claimed: 1, closed: 0 },
      oldest_waiting: { id: question, since: '2026-11-24T03:00:00.000Z' },
    });
    expect(await list(`?limit=2&before=${report}`)).toMatchObject({ cases: [{ id: question }], next_before: null });
    expect(await ids('?status=claimed')).toEqual([report]);
    expect(await ids('?kind=feedback')).toEqual([3]);
    expect((await list('?kind=feedback')).counts).toEqual({ open: 1, claimed: 0, closed: 0 });
    const { ask } = staffApi(application.app, (await addStaff(database, 'viewer')).token);
    for (const query of ['?status=lost', '?kind=x', '?limit=0', '?before=x'])
      expect((await ask('GET', query)).status, query).toBe(400);
  });

  it('shows the chat before the hand-over only to whom the person let read it, and notes who looked', async () => {
    const database = await context.database();
    const application = await testApplication(database);
    const open = resident(application, 'a');
    await open.say('học may');
    await open.say('cho mình gặp nhân viên');
    await open.press('Đồng ý cho đọc đoạn chat gần đây');
    await open.say('lớp nào gần nhà mình ạ');
    await handOver(resident(application, 'b'), 'mình hỏi riêng');
    const staff = await addStaff(database, 'viewer');
    const { read } = staffApi(application.app, staff.token);
    const { chat } = (await read(1)).body;
    expect(chat?.map(({ from, text }) => [from, text.split('\n')[0]])).toEqual([
      ['person', 'học may'],
      ['service', expect.stringContaining('hợp với “may”')],
    ]);
    expect((await read(2)).body.chat).toBeNull();
    expect(await auditRows(database)).toEqual([{ staff_id: String(staff.id), action: 'inbox.read_chat', detail: {} }]);
    const { rows } = await database.db.execute(sql`
      select consent_text_hash ~ '^[0-9a-f]{64}$' as hashed, consent_turn > chat_before_turn as later from inbox_case where id = 1`);
    expect(rows).toEqual([{ hashed: true, later: true }]);
    const { close } = staffApi(application.app, (await addStaff(database, 'editor')).token);
    await close(1);
    expect((await read(1)).body.chat).toBeNull();
  });

  it('names no resident, and keeps no words in the audit, whose rows nobody can change', async () => {
    const database = await context.database();
    const { application, question } = await withTwoCases(database);
    const { answer, claim, read } = staffApi(application.app, (await addStaff(database, 'editor')).token);
    await claim(question);
    await answer(question, 'Lớp có nhận bạn nhé');
    const body = JSON.stringify((await read(question)).body);
    const { rows } = await database.db.execute<{ chat: string }>(sql`select chat from conversation`);
    expect(rows.length).toBe(2);
    expect(body).not.toMatch(/"(chat_id|learner|person_id|conversation)"/);
    const audit = await database.db.execute(sql`select audit::text as row from audit`);
    expect(JSON.stringify(audit.rows)).not.toMatch(/Lớp có nhận|người lớn tuổi|thanhpho\.example/);
    for (const change of [sql`update audit set action = 'x.y'`, sql`delete from audit`])
      await expect(database.db.execute(change)).rejects.toThrow();
  });

  it('stores no token in clear and logs none', async () => {
    const database = await context.database();
    const lines: string[] = [];
    const logger = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
    const { application, question } = await withTwoCases(database, logger);
    const { token } = await addStaff(database, 'editor');
    const { answer, claim } = staffApi(application.app, token);
    await claim(question);
    await answer(question, 'Chào bạn nha');
    await staffApi(application.app, `${token.slice(0, -1)}_`).claim(question);
    const { rows: tables } = await database.db.execute<{ name: string }>(
      sql`select tablename as name from pg_tables where schemaname = current_schema()`,
    );
    for (const { name } of tables) {
      const { rows } = await database.db.execute(sql`select t::text as row from ${sql.identifier(name)} as t`);
      expect(JSON.stringify(rows), name).not.toContain(token.slice(7));
    }
    expect(lines.join('')).not.toContain(token.slice(7, 30));
    expect(lines.join('')).not.toContain('Chào bạn nha');
  });

  it('erases a person’s cases and words, and keeps what staff did without anything personal', async () => {
    const database = await context.database();
    const { application, question, report } = await withTwoCases(database);
    const { answer, claim, read } = staffApi(application.app, (await addStaff(database, 'editor')).token);
    await claim(question);
    await answer(question, 'Có bạn nhé');
    const before = await auditRows(database);
    const { rows } = await database.db.execute<{ id: string }>(
      sql`select learner_id as id from inbox_case where id = ${question}`,
    );
    await database.transaction((tx) => eraseLearnerData(tx, personalDataOwners, Number(rows[0]?.id)));
    expect((await read(question)).status).toBe(404);
    expect((await read(report)).status).toBe(200);
    const left = await database.db.execute(sql`select 1 from inbox_message where case_id = ${question}`);
    expect(left.rows).toEqual([]);
    expect(await auditRows(database)).toEqual(before);
  });

  it('counts requests by address and names what a path takes', async () => {
    const database = await context.database();
    const application = await testApplication(database, { RATE_LIMIT_PER_MINUTE: '2' });
    const { token } = await addStaff(database, 'editor');
    const { ask } = staffApi(application.app, token);
    expect((await application.app.request('/api/v1/inbox', { method: 'DELETE' })).headers.get('allow')).toBe(
      'GET, HEAD',
    );
    expect([(await ask('GET', '')).status, (await ask('GET', '')).status, (await ask('GET', '')).status]).toEqual([
      200, 200, 429,
    ]);
  });

  it('is described in the OpenAPI document', async () => {
    const { app } = await testApplication(await context.database());
    const { paths } = (await (await app.request('/api/v1/openapi.json')).json()) as {
      paths: Record<string, Record<string, { security?: unknown }>>;
    };
    for (const route of Object.keys(staffRoutes)) {
      const [method = '', path = ''] = route.split(' ');
      expect(paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]?.security, route).toEqual([{ staff: [] }]);
    }
  });

  it('shows how much waits in the metrics', async () => {
    const database = await context.database();
    const { application, question } = await withTwoCases(database);
    const { claim } = staffApi(application.app, (await addStaff(database, 'editor')).token);
    await claim(question);
    application.advance(90);
    await application.webJobs.find(({ name }) => name === 'inbox figures')?.run();
    const text = await (await application.app.request('/metrics')).text();
    expect(text).toContain('ban_hoc_inbox_cases{status="open"} 1');
    expect(text).toContain('ban_hoc_inbox_cases{status="claimed"} 1');
    expect(text).toContain('ban_hoc_inbox_oldest_unanswered_seconds 90');
  });
});

import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Database } from '../../../src/database/index.ts';
import { enqueue } from '../../../src/delivery/index.ts';
import { type TestApplication, testApplication } from '../../support/application.ts';
import { describeDatabases } from '../../support/databases.ts';

interface ChatBody {
  conversation: string;
  replies: {
    id: string;
    text: string;
    choices: { id: string; label: string; url?: string }[];
    courses?: { id: string }[];
  }[];
  error?: { code: string; message: string };
}

async function post(application: TestApplication, body: unknown, headers: Record<string, string> = {}) {
  const response = await application.app.request('/api/chat', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as ChatBody };
}

describeDatabases('POST /api/chat', (context) => {
  it('starts a conversation, goes on in it, and gives each reply in the promised shape', async () => {
    const application = await testApplication(await context.database());
    const first = await post(application, { text: 'học guitar' });
    expect(first.status).toBe(200);
    expect(first.body.conversation).toMatch(/^[\w-]{43}$/);
    const [reply] = first.body.replies;
    expect(Object.keys(reply ?? {}).sort()).toEqual(['choices', 'courses', 'id', 'text']);
    expect(reply?.courses?.[0]).toMatchObject({
      id: 'guitar',
      title: 'Guitar đệm hát cho người mới',
      organisation: 'Nhà Văn hóa Phố Nhỏ',
      url: 'https://phonho.example/guitar',
      sample: false,
      reasons: expect.arrayContaining([expect.stringContaining('guitar')]),
    });
    expect(reply?.text).toContain('1. Guitar đệm hát');
    const second = await post(application, { conversation: first.body.conversation, text: 'chi tiết 1' });
    expect(second.body.conversation).toBe(first.body.conversation);
    expect(second.body.replies[0]?.text).toContain('Đơn vị');
  });

  it('returns the same replies to a repeated message_id and changes nothing', async () => {
    const database = await context.database();
    const application = await testApplication(database);
    const { conversation } = (await post(application, { text: 'xin chào' })).body;
    const once = await post(application, { conversation, text: 'học vẽ', message_id: 'm1' });
    const twice = await post(application, { conversation, text: 'học vẽ', message_id: 'm1' });
    expect(twice.body).toEqual(once.body);
    const { rows } = await database.db.execute(sql`select count(*)::int as turns from turn`);
    expect(rows).toEqual([{ turns: 2 }]);
  });

  it.each([
    ['wrong JSON', '{"text":', 400, 'bad_json'],
    ['a list', '[]', 400, 'bad_body'],
    ['nothing', '', 400, 'bad_json'],
    ['no text', '{}', 400, 'bad_body'],
    ['a number for text', '{"text":5}', 400, 'bad_body'],
    ['text and choice', '{"conversation":"x","text":"a","choice":"b"}', 400, 'bad_body'],
    ['a choice without conversation', '{"choice":"b"}', 400, 'bad_body'],
    ['empty text', '{"text":""}', 400, 'empty_text'],
    [
      'an unknown conversation',
      JSON.stringify({ conversation: 'A'.repeat(43), text: 'hi' }),
      404,
      'unknown_conversation',
    ],
    ['a made-up conversation', '{"conversation":"\' or 1=1","text":"hi"}', 404, 'unknown_conversation'],
    [
      'a conversation longer than any',
      JSON.stringify({ conversation: 'A'.repeat(5000), text: 'hi' }),
      404,
      'unknown_conversation',
    ],
    ['a byte more than 64 KiB', JSON.stringify({ text: 'a'.repeat(65_537) }), 413, 'too_large'],
    ['letters of more than 64 KiB', JSON.stringify({ text: 'ễ'.repeat(21_846) }), 413, 'too_large'],
    ['a body of half a megabyte', `{"text":"a"${' '.repeat(512 * 1024)}}`, 413, 'too_large'],
    ['100 KB', JSON.stringify({ text: 'a'.repeat(100_000) }), 413, 'too_large'],
  ])('answers %s with a plain error', async (_name, body, status, code) => {
    const application = await testApplication(await context.database());
    const answer = await post(application, body);
    expect(answer.status).toBe(status);
    expect(answer.body.error?.code).toBe(code);
    expect(answer.body.error?.message).toMatch(/\p{L}{3,}/u);
  });

  it.each([
    ['emoji only', '😀👍🏽'],
    ['punctuation', '?!...'],
    ['HTML', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
    ['SQL', "'; drop table learner; --"],
    ['sixty thousand letters', 'hoc '.repeat(15_000)],
    ['control characters in a wish', 'học\u0000 \u001bguitar\u202e'],
    ['right to left', 'مرحبا بك'],
    ['a lone surrogate', '\ud83d học vẽ'],
    ['a template', '{ $topic } #{7*7} {{x}}'],
    ['a number', '2'],
    ['a slash', '/'],
    ['a very long word', 'x'.repeat(5000)],
    ['white space', ' '],
    ['line breaks', ' \n\t '],
    ['a zero-width space', '\u200b'],
    ['control characters alone', '\u0000\u0007'],
    ['a word joiner', '\u2060'],
    ['64 KiB', 'a'.repeat(65_536)],
  ])('answers %s helpfully', async (_name, text) => {
    const application = await testApplication(await context.database());
    const answer = await post(application, { text });
    expect(answer.status).toBe(200);
    expect(answer.body.replies[0]?.text.length).toBeGreaterThan(20);
  });

  it('takes 64 KiB of text however JSON writes it', async () => {
    const application = await testApplication(await context.database());
    expect((await post(application, `{"text":"${'\\u0061'.repeat(65_536)}"}`)).status).toBe(200);
    expect((await post(application, `{"text":"${'\\u0007'.repeat(65_536)}"}`)).status).toBe(200);
    expect((await post(application, `{"text":"${'\\u0061'.repeat(65_537)}"}`)).status).toBe(413);
  });

  it.each([
    ['a control character', 'm\u0000'],
    ['half a pair', '\ud800'],
    ['a thousand characters', 'm'.repeat(1000)],
  ])('answers a message id with %s once', async (_name, message_id) => {
    const database = await context.database();
    const application = await testApplication(database);
    const { conversation } = (await post(application, { text: 'xin chào' })).body;
    const once = await post(application, { conversation, text: 'học vẽ', message_id });
    const twice = await post(application, { conversation, text: 'học vẽ', message_id });
    expect([once.status, twice.body]).toEqual([200, once.body]);
    const { rows } = await database.db.execute(sql`select count(*)::int as turns from turn`);
    expect(rows).toEqual([{ turns: 2 }]);
  });

  it('takes an empty message id for none', async () => {
    const application = await testApplication(await context.database());
    const { conversation } = (await post(application, { text: 'xin chào' })).body;
    const once = await post(application, { conversation, text: 'học vẽ', message_id: '' });
    const twice = await post(application, { conversation, text: 'học vẽ', message_id: '' });
    expect([once.status, twice.status]).toEqual([200, 200]);
    expect(twice.body.replies[0]?.id).not.toBe(once.body.replies[0]?.id);
  });

  it.each(['\ud800', 'd.1\u0000~abcdefgh', '', 'x'.repeat(5000)])('was never offered %j', async (choice) => {
    const application = await testApplication(await context.database());
    const { conversation } = (await post(application, { text: 'xin chào' })).body;
    const answer = await post(application, { conversation, choice });
    expect([answer.status, answer.body.error?.code]).toEqual([400, 'unknown_choice']);
  });

  it('answers two hundred people at once', async () => {
    const application = await testApplication(await context.database());
    const answers = await Promise.all(Array.from({ length: 200 }, () => post(application, { text: 'học guitar' })));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(200);
    expect(new Set(answers.map((answer) => answer.body.conversation)).size).toBe(200);
  });

  it('refuses a choice never offered and answers a stale one kindly', async () => {
    const application = await testApplication(await context.database());
    const first = await post(application, { text: 'kế toán' });
    const { conversation } = first.body;
    const free = first.body.replies[0]?.choices.find((choice) => choice.label === 'Chỉ miễn phí');
    expect((await post(application, { conversation, choice: 'made up' })).status).toBe(400);
    application.advance(60);
    await post(application, { conversation, text: 'tiếng nhật' });
    const stale = await post(application, { conversation, choice: free?.id });
    expect(stale.status).toBe(200);
    expect(stale.body.replies[0]?.text).toContain('danh sách cũ');
  });

  it('tells an address that is too fast to wait, and for how long', async () => {
    const application = await testApplication(await context.database(), {
      RATE_LIMIT_PER_MINUTE: '3',
      TRUST_PROXY: '1',
    });
    const from = (address: string) => post(application, { text: 'hi' }, { 'x-forwarded-for': address });
    const statuses = [
      await from('1.1.1.1'),
      await from('1.1.1.1'),
      await from('9.9.9.9, 1.1.1.1'),
      await from('1.1.1.1'),
    ];
    expect(statuses.map((answer) => answer.status)).toEqual([200, 200, 200, 429]);
    expect(Number(statuses[3]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await from('2.2.2.2')).status).toBe(200);
    application.advance(20);
    expect((await from('1.1.1.1')).status).toBe(200);
  });

  it('answers other addresses of the API with a JSON error', async () => {
    const application = await testApplication(await context.database());
    const response = await application.app.request('/api/nothing');
    expect(response.status).toBe(404);
    expect(((await response.json()) as ChatBody).error?.code).toBe('not_found');
  });

  it('follows a course link, notes it, and refuses a changed one', async () => {
    const database = await context.database();
    const application = await testApplication(database);
    const { replies } = (await post(application, { text: 'học guitar' })).body;
    const link = new URL(replies[0]?.choices.find((choice) => choice.label === 'Đến khóa học 1')?.url ?? '');
    const response = await application.app.request(link.pathname);
    expect([response.status, response.headers.get('location')]).toEqual([302, 'https://phonho.example/guitar']);
    const { rows } = await database.db.execute(sql`select kind from course_mark`);
    expect(rows).toEqual([{ kind: 'opened' }]);
    expect((await application.app.request(`${link.pathname}x`)).status).toBe(404);
  });

  it('hands out everything it holds by a link that ends after fifteen minutes', async () => {
    const application = await testApplication(await context.database());
    const { conversation } = (await post(application, { text: 'học guitar' })).body;
    const { replies } = (await post(application, { conversation, text: '/dulieu' })).body;
    const link = new URL(replies[0]?.choices.find((choice) => choice.url !== undefined)?.url ?? '');
    const response = await application.app.request(link.pathname);
    expect(response.headers.get('content-disposition')).toContain('attachment');
    expect(JSON.stringify(await response.json())).toContain('học guitar');
    application.advance(16 * 60);
    expect((await application.app.request(link.pathname)).status).toBe(404);
  });

  it('forgets a person who asks for it: the conversation is unknown afterwards', async () => {
    const application = await testApplication(await context.database());
    const { conversation } = (await post(application, { text: 'học guitar' })).body;
    const asked = await post(application, { conversation, text: '/xoa' });
    const yes = asked.body.replies[0]?.choices.find((choice) => choice.label === 'Xóa ngay');
    expect((await post(application, { conversation, choice: yes?.id })).body.replies[0]?.text).toContain('Đã xóa hết');
    expect((await post(application, { conversation, text: 'còn đó không' })).status).toBe(404);
  });
});

describeDatabases('GET /api/chat/events', (context) => {
  async function conversationOf(database: Database): Promise<number> {
    const { rows } = await database.db.execute<{ id: string }>(sql`select id from conversation`);
    return Number(rows[0]?.id);
  }

  it('streams later replies, none that a response returned, and none again after Last-Event-ID', async () => {
    const database = await context.database();
    const application = await testApplication(database);
    const { conversation } = (await post(application, { text: 'học guitar' })).body;
    const open = async (headers: Record<string, string> = {}) => {
      const response = await application.app.request(`/api/chat/events?conversation=${conversation}`, { headers });
      expect(response.headers.get('content-type')).toContain('text/event-stream');
      return response.body?.pipeThrough(new TextDecoderStream()).getReader();
    };
    const reader = await open();
    expect((await reader?.read())?.value).toBe(': open\n\n');
    const { rows } = await database.db.execute<{ chat: string }>(sql`select chat from conversation`);
    await enqueue(
      database.db,
      ['one', 'two']
        .map((text) => ({
          uniqueKey: text,
          channel: 'web' as const,
          chat: rows[0]?.chat ?? '',
          conversationId: 0,
          learnerId: undefined,
          turnId: undefined,
          lane: 'reminder' as const,
          message: { text: [text], choices: [] },
          via: 'sender' as const,
          dueAt: application.time.now,
        }))
        .map((delivery) => ({ ...delivery, conversationId: undefined })),
      application.time.now,
    );
    await database.db.execute(
      sql`update delivery set conversation_id = ${await conversationOf(database)} where conversation_id is null`,
    );
    for (const job of [...application.workerJobs, ...application.workerJobs, ...application.webJobs]) {
      if (['web sender', 'page streams'].includes(job.name)) await job.run();
    }
    const events: string[] = [];
    while (events.join('').split('event: reply').length < 3) events.push((await reader?.read())?.value ?? '');
    const text = events.join('');
    expect(text).toContain('"text":"one"');
    expect(text).toContain('"text":"two"');
    expect(text).not.toContain('guitar');
    const firstId = /id: (\d+)/.exec(text)?.[1] ?? '';
    await reader?.cancel();
    const again = await open({ 'last-event-id': firstId });
    expect((await again?.read())?.value).toBe(': open\n\n');
    await application.webJobs.find((job) => job.name === 'page streams')?.run();
    const second = (await again?.read())?.value ?? '';
    expect(second).toContain('"text":"two"');
    expect(second).not.toContain('"text":"one"');
    await again?.cancel();
  });

  it('answers HEAD without opening a stream', async () => {
    const application = await testApplication(await context.database());
    const { conversation } = (await post(application, { text: 'học guitar' })).body;
    const path = `/api/chat/events?conversation=${conversation}`;
    for (let time = 0; time < 21; time++) {
      const head = await application.app.request(path, { method: 'HEAD' });
      expect([head.status, head.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
    }
    const stream = await application.app.request(path);
    expect(stream.status).toBe(200);
    await stream.body?.cancel();
    expect((await application.app.request('/api/chat/events?conversation=x', { method: 'HEAD' })).status).toBe(404);
  });

  it('says when too many pages are open, until the ones that nobody reads have ended', async () => {
    const application = await testApplication(await context.database(), { RATE_LIMIT_PER_MINUTE: '1000' });
    const { conversation } = (await post(application, { text: 'học guitar' })).body;
    const open = () => application.app.request(`/api/chat/events?conversation=${conversation}`);
    for (let page = 0; page < 20; page++) expect((await open()).status).toBe(200);
    const refused = await open();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '30']);
    expect(((await refused.json()) as ChatBody).error).toMatchObject({
      code: 'too_many_streams',
      message: expect.stringContaining('quá nhiều trang đang mở'),
    });
    application.advance(20);
    await application.webJobs.find((job) => job.name === 'page streams')?.run();
    const again = await open();
    expect(again.status).toBe(200);
    await again.body?.cancel();
  });

  it('does not know an unknown conversation', async () => {
    const application = await testApplication(await context.database());
    expect((await application.app.request('/api/chat/events?conversation=x')).status).toBe(404);
    expect((await application.app.request('/api/chat/events')).status).toBe(404);
  });
});

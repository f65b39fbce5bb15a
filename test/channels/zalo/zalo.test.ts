import { serve } from '@hono/node-server';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { enqueue, type NewDelivery } from '../../../src/delivery/index.ts';
import { countMessages } from '../../../src/delivery/usage.ts';
import { type BotApplication, botApplications, botSettings } from '../../support/bot-application.ts';
import { describeDatabases } from '../../support/databases.ts';
import {
  type Person,
  type ScriptedZalo,
  type ScriptedZaloOptions,
  startScriptedZalo,
} from '../../support/zalo/index.ts';

let server: ScriptedZalo;
let now: () => Date = () => new Date();

async function startServer(options: ScriptedZaloOptions = {}): Promise<void> {
  now = () => new Date();
  server = await startScriptedZalo({ now: () => now(), ...options });
}
beforeEach(() => startServer());
// Registered outside, so that it runs after the programs have ended.
afterEach(() => server.close());

function announcement(person: Person, dueAt: Date): NewDelivery {
  return {
    uniqueKey: 'news',
    channel: 'zalo',
    chat: person.id,
    conversationId: undefined,
    learnerId: undefined,
    turnId: undefined,
    lane: 'broadcast',
    message: { text: ['Hội thảo mới'], choices: [] },
    via: 'sender',
    dueAt,
  };
}

describeDatabases('zalo', (context) => {
  const bots = botApplications(context);

  async function start(environment: Record<string, string> = {}): Promise<BotApplication> {
    const application = await bots.start({ ...botSettings('zalo', server), ...environment });
    now = () => application.time.now;
    return application;
  }

  /** Updates come by `post` only: the webhook is set, the platform delivers nothing by itself. */
  async function startPosted(environment: Record<string, string> = {}): Promise<BotApplication> {
    server.deliver.hold();
    return start({ PUBLIC_URL: 'http://127.0.0.1:3000', ...environment });
  }

  async function tell(application: BotApplication, update: unknown): Promise<void> {
    expect((await application.post('zalo', update)).status).toBe(200);
    await application.settled();
  }

  async function count(table: 'conversation' | 'turn' | 'identity' | 'delivery'): Promise<number> {
    const { db } = await context.database();
    const { rows } = await db.execute<{ count: number }>(sql.raw(`select count(*)::int as count from ${table}`));
    return rows[0]?.count ?? 0;
  }

  async function unreachableSince(person: Person): Promise<Date | undefined> {
    const { db } = await context.database();
    const { rows } = await db.execute<{ since: string | null }>(sql`
      select unreachable_since as since from identity where channel = 'zalo' and external_id = ${person.id}`);
    const since = rows[0]?.since;
    return since == null ? undefined : new Date(since);
  }

  async function statusOf(uniqueKey: string): Promise<string | undefined> {
    const { db } = await context.database();
    const { rows } = await db.execute<{ status: string }>(
      sql`select status from delivery where unique_key = ${uniqueKey}`,
    );
    return rows[0]?.status;
  }

  /** The job that staff are warned by. */
  async function watchPlan(application: BotApplication): Promise<string> {
    await application.workerJobs.find(({ name }) => name === 'zalo plan')?.run();
    return application.platforms.states().zalo;
  }

  const texts = (person: Person): string[] => person.received.map(({ text }) => text);

  it.each(['enveloped', 'bare', 'nested'] as const)('polled, answers updates that come %s', async (pollShape) => {
    server.shape({ pollShape });
    const application = await start();
    expect(application.platforms.states().zalo).toBe('polling');
    const lan = server.person();
    lan.send('xin chào');
    expect((await lan.next()).text).toContain('Bạn Học');
    lan.send('học guitar');
    expect((await lan.next()).text).toContain('Guitar đệm hát');
    expect(server.violations).toEqual([]);
  });

  it.each([408, 504, 'noCode'] as const)(
    'polled, goes on after an empty poll that ends with %s',
    async (idleAnswer) => {
      await server.close();
      await startServer({ idleAnswer });
      const application = await start();
      server.deliver.timeOutPolls();
      const lan = server.person();
      lan.send('học guitar');
      expect((await lan.next()).text).toContain('Guitar');
      expect(application.platforms.states().zalo).toBe('polling');
    },
  );

  it.each(['flat', 'wrapped'] as const)('answers over a webhook that it registers, %s', async (bodyShape) => {
    server.shape({ bodyShape });
    let fetch: (request: Request) => Response | Promise<Response> = () => new Response(null, { status: 503 });
    const listening = await new Promise<{ url: string; close: () => void }>((done) => {
      const http = serve({ fetch: (request) => fetch(request), port: 0, hostname: '127.0.0.1' }, ({ port }) =>
        done({ url: `http://127.0.0.1:${port}`, close: () => http.close() }),
      );
    });
    const application = await start({ PUBLIC_URL: listening.url });
    fetch = (request) => application.app.fetch(request);
    expect(application.platforms.states().zalo).toBe('webhook');
    expect(await server.deliver.probe()).toBe(200);
    const lan = server.person();
    lan.send('học guitar');
    expect((await lan.next()).text).toContain('Guitar đệm hát');
    await server.deliver.idle();
    expect(server.webhookAnswers).toEqual([200]);
    listening.close();
  });

  it('gives one answer to an update that comes five times, one after another or at once, flat or wrapped', async () => {
    const application = await startPosted();
    const lan = server.person();
    const update = lan.send('học guitar');
    for (let time = 0; time < 4; time++) await tell(application, update);
    await tell(application, { ok: true, result: update });
    const again = lan.send('học yoga');
    await Promise.all(Array.from({ length: 5 }, () => tell(application, again)));
    expect(lan.received).toHaveLength(2);
  });

  it('polled, gives one answer to an update that comes five times', async () => {
    await start();
    server.deliver.duplicate(5);
    const lan = server.person();
    lan.send('học guitar');
    await lan.next();
    await server.deliver.idle();
    server.deliver.duplicate(1);
    lan.send('học yoga');
    await lan.until(({ text }) => text.includes('Yoga'));
    expect(lan.received).toHaveLength(2);
  });

  it('polled, keeps an update that cannot be answered yet until it can', async () => {
    const application = await start();
    const lan = server.person();
    const { db } = await context.database();
    await db.execute(sql`alter table turn rename to turn_away`);
    lan.send('học guitar');
    const attempts = (): Promise<number> =>
      db
        .execute<{ attempts: number }>(sql`select attempts from turn_failure`)
        .then(({ rows }) => rows[0]?.attempts ?? 0);
    await expect.poll(attempts, { interval: 5, timeout: 10_000 }).toBeGreaterThan(0);
    await db.execute(sql`alter table turn_away rename to turn`);
    expect((await lan.next({ timeoutMs: 10_000 })).text).not.toBe('');
    await application.settled();
    expect(lan.received).toHaveLength(1);
  });

  it('takes nothing without the right secret, nothing that is no JSON, and ignores what it does not know', async () => {
    const application = await startPosted();
    const lan = server.person();
    const update = lan.send('học guitar');
    expect((await application.post('zalo', update, '')).status).toBe(401);
    expect((await application.post('zalo', update, 'wrong-secret')).status).toBe(401);
    expect((await application.post('zalo', '{"event_name":')).status).toBe(400);
    for (const body of [
      '',
      ' ',
      '[]',
      'null',
      '5',
      '{}',
      '{"event_name":"webhook.test"}',
      '{"ok":true,"result":null}',
    ]) {
      expect((await application.post('zalo', body)).status, body).toBe(200);
    }
    await tell(application, lan.sendUnknown());
    expect(await count('turn')).toBe(0);
  });

  it('stays silent in a group and keeps nothing of it', async () => {
    const application = await startPosted();
    const group = server.group();
    const lan = server.person();
    await tell(application, group.sendAs(lan, 'học kế toán', { mention: true }));
    await tell(application, group.sendStickerAs(lan));
    await tell(application, group.sendUnsupportedAs(lan));
    expect(group.received).toEqual([]);
    for (const table of ['conversation', 'turn', 'identity', 'delivery'] as const) expect(await count(table)).toBe(0);
  });

  it.each<[string, (person: Person) => unknown, string]>([
    ['stickers', (person) => person.sendSticker(), 'nhãn dán'],
    ['voice messages', (person) => person.sendVoice(), 'tin nhắn thoại'],
    ['pictures', (person) => person.sendPhoto(), 'hình ảnh'],
    ['what the platform hides', (person) => person.sendUnsupported(), 'Zalo không cho mình xem'],
  ])('says once that it cannot read %s', async (_, act, word) => {
    const application = await startPosted();
    const lan = server.person();
    for (let time = 0; time < 3; time++) await tell(application, act(lan));
    expect(texts(lan)).toHaveLength(1);
    expect(texts(lan)[0]).toContain(word);
  });

  it('takes a typed number for the choice it stands for, and 0 for the way back', async () => {
    const application = await startPosted();
    const lan = server.person();
    await tell(application, lan.send('học guitar'));
    application.advance(60);
    await tell(application, lan.send('1'));
    expect(texts(lan)[1]).toContain('Đơn vị: Nhà Văn hóa Phố Nhỏ');
    expect(texts(lan)[1]).toMatch(/^0\. Quay lại danh sách$/mu);
    expect(texts(lan)[1]).toMatch(/^Đến khóa học: http/mu);
    await tell(application, lan.send('0'));
    expect(texts(lan)[2]).toContain('1. Guitar đệm hát');
  });

  it('takes what can be done with a course of the list by its number', async () => {
    const application = await startPosted();
    const lan = server.person();
    await tell(application, lan.send('học guitar'));
    application.advance(60);
    await tell(application, lan.send('lưu 1'));
    await tell(application, lan.send('mở 1'));
    expect(texts(lan)[1]).toContain('Đã lưu');
    expect(texts(lan)[2]).toMatch(/^Đến khóa học: http/mu);
  });

  it('forgets a menu after half an hour: then a number is of the list, as everywhere', async () => {
    const application = await startPosted();
    const lan = server.person();
    await tell(application, lan.send('/ngonngu'));
    application.advance(31 * 60);
    await tell(application, lan.send('2'));
    expect(texts(lan)[1]).not.toContain('I will speak English');
  });

  it('marks a person unreachable by the third refusal while others are reached, and reachable when they write', async () => {
    const application = await startPosted();
    const [lan, minh] = [server.person(), server.person()];
    await tell(application, minh.send('học yoga'));
    const update = lan.send('học guitar');
    lan.block();
    await tell(application, update);
    for (let time = 0; time < 2; time++) {
      await tell(application, minh.send('học yoga'));
      expect(await unreachableSince(lan)).toBe(undefined);
      application.advance(300);
      await application.settled();
    }
    expect(await unreachableSince(lan)).toEqual(application.time.now);
    lan.unblock();
    await tell(application, lan.send('học vẽ'));
    expect(await unreachableSince(lan)).toBe(undefined);
    expect(texts(lan).at(-1)).toContain('vẽ');
  });

  it('sends without styles where those are refused', async () => {
    server.fault((call) => call.payload.text_styles !== undefined, { kind: 'status', status: 400 }, { times: 9 });
    const application = await startPosted();
    const lan = server.person();
    await tell(application, lan.send('học guitar'));
    expect(texts(lan)[0]).toContain('Guitar');
    expect(lan.received[0]?.styles).toEqual([]);
  });

  it('falls silent when the quota is used up, without losing the answer', async () => {
    const application = await startPosted();
    const lan = server.person();
    server.fault('sendMessage', { kind: 'throttle', retryAfterSeconds: 0 });
    await tell(application, lan.send('học guitar'));
    expect(texts(lan)).toEqual([]);
    application.advance(3600);
    await application.settled();
    expect(texts(lan)).toHaveLength(1);
  });

  it('sends a reply whose outcome is unknown again: twice rather than never', async () => {
    const application = await startPosted();
    const lan = server.person();
    server.fault('sendMessage', { kind: 'lostAnswer' });
    await tell(application, lan.send('học guitar'));
    application.advance(60);
    await application.settled();
    expect(texts(lan)).toEqual([texts(lan)[0], texts(lan)[0]]);
  });

  it('counts what it sends, and warns from four fifths of the plan on', async () => {
    const application = await startPosted({ ZALO_MONTHLY_QUOTA: '5' });
    const lan = server.person();
    for (const text of ['học guitar', 'học yoga', 'học vẽ']) {
      await tell(application, lan.send(text));
      application.advance(60);
    }
    expect(await watchPlan(application)).toBe('webhook');
    await tell(application, lan.send('học nấu ăn'));
    expect(await watchPlan(application)).toBe('webhook (4 of 5 messages this month)');
    expect(await (await application.app.request('/readyz')).text()).toContain('4 of 5 messages this month');
    application.advance(30 * 86_400);
    expect(await watchPlan(application)).toBe('webhook');
  });

  it('warns when the places for people are nearly taken', async () => {
    const application = await startPosted({ ZALO_PEOPLE_LIMIT: '2' });
    await tell(application, server.person().send('học guitar'));
    expect(await watchPlan(application)).toBe('webhook');
    await tell(application, server.person().send('học guitar'));
    expect(await watchPlan(application)).toBe('webhook (2 of 2 people)');
  });

  it('keeps the last tenth of the plan for replies', async () => {
    const application = await startPosted({ ZALO_MONTHLY_QUOTA: '100' });
    const { db } = await context.database();
    const [lan, minh] = [server.person(), server.person()];
    await tell(application, lan.send('chào'));
    await countMessages(db, 'zalo', '2026-11-01', 94);
    await enqueue(db, [announcement(lan, application.time.now)], application.time.now);
    const update = minh.send('học guitar');
    expect((await application.post('zalo', update)).status).toBe(200);
    expect((await minh.next()).text).toContain('Guitar');
    expect(await statusOf('news')).toBe('pending');
    // The next month has its own plan.
    application.advance(30 * 86_400);
    await application.settled();
    expect(texts(lan)).toContain('Hội thảo mới');
  });

  it('with a wrong token says so, and stops nothing else', async () => {
    const application = await start({ ZALO_BOT_TOKEN: '1:wrong' });
    expect(application.platforms.states().zalo).toBe('wrong token');
    const ready = await application.app.request('/readyz');
    expect(ready.status).toBe(200);
    const report = await ready.text();
    expect(report).toContain('wrong token');
    expect(report).not.toContain('1:wrong');
  });

  it('starts without a platform that cannot be reached, and says so', async () => {
    const gone = await startScriptedZalo();
    await gone.close();
    const application = await start({ ZALO_API_ROOT: gone.url });
    expect(application.platforms.states().zalo).toBe('unreachable');
  });

  it('goes on polling after the platform failed or sent a web page', async () => {
    server.fault('getUpdates', { kind: 'notJson', status: 502 });
    await start();
    const lan = server.person();
    lan.send('học guitar');
    expect((await lan.next({ timeoutMs: 20_000 })).text).toContain('Guitar');
  });
});

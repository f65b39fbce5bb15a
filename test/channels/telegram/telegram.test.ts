import { serve } from '@hono/node-server';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Queryable } from '../../../src/database/index.ts';
import { enqueue } from '../../../src/delivery/index.ts';
import { createTranslator } from '../../../src/locales/index.ts';
import { type BotApplication, botApplications, botSettings } from '../../support/bot-application.ts';
import { describeDatabases } from '../../support/databases.ts';
import { newDelivery } from '../../support/delivery.ts';
import { type Person, type ScriptedTelegram, startScriptedTelegram } from '../../support/telegram/index.ts';

const t = createTranslator('vi');

let server: ScriptedTelegram;
let now: () => Date = () => new Date();

beforeEach(async () => {
  now = () => new Date();
  server = await startScriptedTelegram({ now: () => now() });
});
// Registered outside, so that it runs after the programs have ended.
afterEach(() => server.close());

describeDatabases('telegram', (context) => {
  const bots = botApplications(context);

  async function start(environment: Record<string, string> = {}): Promise<BotApplication> {
    const application = await bots.start({ ...botSettings('telegram', server), ...environment });
    now = () => application.time.now;
    return application;
  }

  /** Updates come by `post` only, and links lead to us: the webhook is set, the platform delivers nothing by itself. */
  async function startPosted(environment: Record<string, string> = {}): Promise<BotApplication> {
    server.deliver.hold();
    return start({ PUBLIC_URL: 'http://127.0.0.1:3000', ...environment });
  }

  /** Hands the update over and waits until everything that it brings was sent. */
  async function tell(application: BotApplication, update: unknown): Promise<void> {
    const response = await application.post('telegram', update);
    expect(response.status).toBe(200);
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
      select unreachable_since as since from identity where channel = 'telegram' and external_id = ${String(person.id)}`);
    const since = rows[0]?.since;
    return since == null ? undefined : new Date(since);
  }

  const texts = (person: Person): string[] => person.received.map(({ text }) => text);

  it('polled, answers and confirms what it has answered', async () => {
    const application = await start();
    expect(application.platforms.states().telegram).toBe('polling');
    const lan = server.person();
    lan.start();
    expect((await lan.next()).text).toContain('Bạn Học');
    lan.send('học guitar');
    expect((await lan.next()).text).toContain('Guitar đệm hát');
    await server.deliver.idle();
    expect(server.violations).toEqual([]);
  });

  it('polled, answers twenty people each once', async () => {
    await start();
    server.deliver.hold();
    const people = Array.from({ length: 20 }, () => server.person());
    for (const person of people) person.send('học yoga');
    server.deliver.release();
    for (const person of people) expect((await person.next()).text).toContain('Yoga nhẹ');
    await server.deliver.idle();
    expect(people.map(({ received }) => received.length)).toEqual(people.map(() => 1));
  });

  it('polled, keeps the order of a chat when an update of it cannot be committed yet, and goes on with the others', async () => {
    await start();
    const { db } = await context.database();
    server.deliver.hold();
    const [lan, minh] = [server.person(), server.person()];
    const stuck = lan.send('học guitar');
    const later = lan.send('học excel');
    lan.edit(later.message?.message_id ?? 0, 'học yoga');
    minh.send('học kế toán');
    await refuseUpdate(db, stuck.update_id);
    try {
      server.deliver.release();
      expect((await minh.next()).text).toContain('kế toán');
    } finally {
      await db.execute(sql`drop function refuse_update cascade`);
    }
    await server.deliver.idle({ timeoutMs: 10_000 });
    const { rows } = await db.execute<{ text: string }>(sql`
      select content ->> 'text' as text from turn join conversation on conversation.id = conversation_id
      where chat = ${String(lan.id)} order by turn.id`);
    expect(rows.map(({ text }) => text)).toEqual(['học guitar', 'học excel', 'học yoga']);
    await lan.until(({ text }) => text.includes('Yoga'));
  });

  it('answers over a webhook that it registers, with a secret', async () => {
    let fetch: (request: Request) => Response | Promise<Response> = () => new Response(null, { status: 503 });
    const listening = await new Promise<{ url: string; close: () => void }>((done) => {
      const http = serve({ fetch: (request) => fetch(request), port: 0, hostname: '127.0.0.1' }, ({ port }) =>
        done({ url: `http://127.0.0.1:${port}`, close: () => http.close() }),
      );
    });
    const application = await start({ PUBLIC_URL: listening.url });
    fetch = (request) => application.app.fetch(request);
    expect(application.platforms.states().telegram).toBe('webhook');
    expect(server.callsOf('setWebhook')[0]?.payload).toMatchObject({
      url: `${listening.url}/webhooks/telegram`,
      secret_token: 'telegram-secret-of-the-tests',
    });
    const lan = server.person();
    lan.send('học guitar');
    expect((await lan.next()).text).toContain('Guitar đệm hát');
    await server.deliver.idle();
    expect(server.webhookAnswers).toEqual([200]);
    listening.close();
  });

  it('makes a secret of its own where none is set, and keeps it', async () => {
    server.deliver.hold();
    const environment = { PUBLIC_URL: 'http://127.0.0.1:3000', TELEGRAM_WEBHOOK_SECRET: '' };
    const first = await start(environment);
    await bots.stop(first);
    await start(environment);
    const secrets = server.callsOf('setWebhook').map(({ payload }) => payload.secret_token);
    expect(secrets[0]).toMatch(/^[\w-]{20,256}$/);
    expect(secrets[1]).toBe(secrets[0]);
    expect((await first.post('telegram', { update_id: 1 })).status).toBe(401);
    expect((await first.post('telegram', { update_id: 1 }, String(secrets[0]))).status).toBe(200);
  });

  it('gives one answer to an update that comes five times, one after another or at once', async () => {
    const application = await startPosted();
    const lan = server.person();
    const update = lan.send('học guitar');
    for (let time = 0; time < 5; time++) await tell(application, update);
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
    expect(lan.received).toHaveLength(1);
    expect(await count('turn')).toBe(1);
  });

  it('takes nothing without the right secret, nothing that is no JSON, and ignores what it does not know', async () => {
    const application = await startPosted();
    const update = server.person().send('học guitar');
    expect((await application.post('telegram', update, '')).status).toBe(401);
    expect((await application.post('telegram', update, 'wrong')).status).toBe(401);
    expect((await application.post('telegram', '{"update_id":')).status).toBe(400);
    for (const body of ['', ' \n ', '[]', 'null', '5', '{}', '{"update_id":7,"message_reaction":{}}']) {
      expect((await application.post('telegram', body)).status, body).toBe(200);
    }
    expect((await application.post('telegram', 'x'.repeat(1024 * 1024 + 1))).status).toBe(413);
    expect(await count('turn')).toBe(0);
  });

  it('has no webhook without a token', async () => {
    const application = await bots.start({});
    expect((await application.post('telegram', { update_id: 1 })).status).toBe(404);
    expect((await application.post('zalo', {})).status).toBe(404);
    expect(application.platforms.states()).toEqual({ telegram: 'off', zalo: 'off' });
  });

  it('tells a group that names it where it talks, once in a while, and keeps nothing of it', async () => {
    const application = await startPosted();
    const group = server.group({ hasPrivacy: false });
    const lan = server.person();
    for (const update of server.updates) await tell(application, update);
    await tell(application, group.sendAs(lan, 'mọi người ơi'));
    await tell(application, group.sendAs(lan, 'học kế toán ở đâu', { mention: true }));
    const answer = await group.next();
    expect(answer.buttons).toEqual([{ label: t('group-private-open'), url: 'https://t.me/ban_hoc_bot?start=group' }]);
    await tell(application, group.sendAs(lan, 'nữa nè', { mention: true }));
    await tell(application, group.sendAs(lan, 'cảm ơn', { replyToBot: true }));
    application.advance(120);
    await tell(application, group.sendAs(lan, 'ơi', { mention: true }));
    await group.next();
    expect(group.received).toHaveLength(2);
    for (const table of ['conversation', 'turn', 'identity', 'delivery'] as const) expect(await count(table)).toBe(0);
  });

  it('answers an edited message again if it is the last', async () => {
    const application = await startPosted();
    const lan = server.person();
    const last = lan.send('học tiếng phap');
    await tell(application, last);
    application.advance(60);
    await tell(application, lan.edit(last.message?.message_id ?? 0, 'học tiếng Nhật'));
    expect(lan.received).toHaveLength(2);
    expect(texts(lan)[1]).toContain('Tiếng Nhật N5');
  });

  it('answers no edit of an earlier message, and still one of the last after it', async () => {
    const application = await startPosted();
    const lan = server.person();
    const first = lan.send('học guitar');
    await tell(application, first);
    application.advance(60);
    const last = lan.send('học tiếng phap');
    await tell(application, last);
    application.advance(60);
    await tell(application, lan.edit(first.message?.message_id ?? 0, 'học yoga'));
    await tell(application, lan.edit(first.message?.message_id ?? 0, 'học yoga nhẹ'));
    expect(lan.received).toHaveLength(2);
    await tell(application, lan.edit(last.message?.message_id ?? 0, 'học tiếng Nhật'));
    expect(texts(lan)[2]).toContain('Tiếng Nhật N5');
  });

  it('notes who blocks it and who lets it in again', async () => {
    const application = await startPosted();
    const lan = server.person();
    await tell(application, lan.send('học guitar'));
    expect(await unreachableSince(lan)).toBe(undefined);
    await tell(application, lan.block());
    expect(await unreachableSince(lan)).toEqual(application.time.now);
    await tell(application, lan.unblock());
    expect(await unreachableSince(lan)).toBe(undefined);
  });

  it('notes by a refused message that a person has gone, and by their next one that they are back', async () => {
    const application = await startPosted();
    const lan = server.person();
    server.fault('sendMessage', { kind: 'blocked' });
    await tell(application, lan.send('học guitar'));
    expect(await unreachableSince(lan)).toEqual(application.time.now);
    await tell(application, lan.send('học yoga'));
    expect(await unreachableSince(lan)).toBe(undefined);
    expect(texts(lan)).toHaveLength(1);
  });

  it('answers a shared place with what is near it', async () => {
    const application = await startPosted();
    const lan = server.person();
    await tell(application, lan.send('tiếng anh'));
    application.advance(60);
    await tell(application, lan.shareLocation(10.8494, 106.7537));
    expect(texts(lan).at(-1)).toContain('Tiếng Anh giao tiếp buổi tối');
    const { db } = await context.database();
    const { rows } = await db.execute<{ content: unknown }>(sql`select content from turn order by id desc limit 1`);
    expect(JSON.stringify(rows)).not.toMatch(/10\.84|106\.75/);
  });

  it('opens the course of a deep link', async () => {
    const application = await startPosted();
    const lan = server.person();
    await tell(application, lan.start('course_so-cuu'));
    expect(texts(lan)[0]).toContain('Sơ cứu tại nhà');
    expect(lan.received[0]?.buttons.map(({ label }) => label)).toContain('Đến khóa học');
  });

  it('greets whoever presses start again and again', async () => {
    const application = await startPosted();
    const lan = server.person();
    for (let time = 0; time < 3; time++) await tell(application, lan.start());
    expect(lan.received).toHaveLength(3);
    expect(await count('conversation')).toBe(1);
  });

  it('stops the spinner of a pressed button, and answers a stale one kindly', async () => {
    const application = await startPosted();
    const lan = server.person();
    await tell(application, lan.send('kế toán'));
    const old = lan.received[0]?.id ?? 0;
    application.advance(60);
    await tell(application, lan.send('tiếng anh'));
    const pressed = lan.press('Chỉ miễn phí', { on: old });
    await tell(application, pressed.update);
    expect((await pressed.answer()).text).toBe(undefined);
    expect(texts(lan).at(-1)).toContain('danh sách cũ');
  });

  it('says so of a button that nobody offered, and sends nothing', async () => {
    const application = await startPosted();
    const lan = server.person();
    await tell(application, lan.send('kế toán'));
    const pressed = lan.press('d.1~forged00', { isStale: true, on: lan.received[0]?.id ?? 0 });
    await tell(application, pressed.update);
    expect((await pressed.answer()).text).toBe(t('chat-stale'));
    expect(lan.received).toHaveLength(1);
  });

  it('puts what settles a message in its place', async () => {
    const application = await startPosted();
    const lan = server.person();
    await tell(application, lan.send('/xoa'));
    const question = lan.received[0];
    await tell(application, lan.press('Giữ lại').update);
    expect(lan.received).toHaveLength(1);
    expect(lan.received[0]).toMatchObject({ id: question?.id, isEdited: true, buttons: [] });
    expect(lan.received[0]?.text).toContain('giữ nguyên');
  });

  it.each<[string, (person: Person) => unknown, string]>([
    ['stickers', (person) => person.sendSticker(), 'nhãn dán'],
    ['voice messages', (person) => person.sendVoice(), 'tin nhắn thoại'],
    ['pictures', (person) => person.sendPhoto(), 'hình ảnh'],
    ['files', (person) => person.sendFile(), 'tệp'],
  ])('says once that it cannot read %s', async (_, act, word) => {
    const application = await startPosted();
    const lan = server.person();
    for (let time = 0; time < 3; time++) await tell(application, act(lan));
    expect(texts(lan)).toEqual([expect.stringContaining(word)]);
  });

  it('sets its commands and what it says of itself in both languages', async () => {
    await startPosted();
    const set = (): boolean => server.callsOf('setMyShortDescription').filter(isAnswered).length === 2;
    await expect.poll(set, { interval: 5 }).toBe(true);
    const commands = [...server.profile.commands].map(([key, list]) => [key, list.map(({ command }) => command)]);
    expect(commands).toEqual([
      ['default/', expect.arrayContaining(['tim', 'toi', 'ngonngu', 'dulieu', 'xoa', 'giup'])],
      ['default/en', expect.arrayContaining(['find', 'me', 'language', 'mydata', 'delete', 'help'])],
    ]);
    expect([...server.profile.texts.description.keys()]).toEqual(['', 'en']);
    expect(server.profile.texts.description.get('en')).not.toBe(server.profile.texts.description.get(''));
    expect(server.violations).toEqual([]);
  });

  it('answers all the same where niceties fail', async () => {
    for (const method of ['setMyCommands', 'setMyDescription', 'setMyShortDescription', 'sendChatAction']) {
      server.fault(method, { kind: 'serverError' }, { times: 9 });
    }
    server.fault('answerCallbackQuery', { kind: 'reset' }, { times: 9 });
    const application = await startPosted();
    const lan = server.person();
    await tell(application, lan.send('học guitar'));
    await tell(application, lan.press('1. Chi tiết').update);
    expect(lan.received).toHaveLength(2);
  });

  it('falls silent for as long as the platform demands, and then sends everything', async () => {
    const application = await startPosted();
    const [lan, minh] = [server.person(), server.person()];
    server.fault('sendMessage', { kind: 'throttle', retryAfterSeconds: 30 });
    await tell(application, lan.send('học guitar'));
    await tell(application, minh.send('học yoga'));
    expect(server.callsOf('sendMessage')).toHaveLength(1);
    application.advance(29);
    await application.settled();
    expect(server.callsOf('sendMessage')).toHaveLength(1);
    application.advance(2);
    await application.settled();
    expect([texts(lan).length, texts(minh).length]).toEqual([1, 1]);
  });

  it('brings each part of a long message once when a later one is throttled, also after a restart', async () => {
    const first = await startPosted();
    const lan = server.person();
    await tell(first, lan.send('chào'));
    const { db } = await context.database();
    const long = `đầu ${'học nghề '.repeat(500)}cuối`;
    const later = newDelivery(String(lan.id), 'long', {
      channel: 'telegram',
      message: { text: [long], choices: [] },
      dueAt: first.time.now,
    });
    server.fault((call) => /cuối$/u.test(String(call.payload.text)), { kind: 'throttle', retryAfterSeconds: 30 });
    await enqueue(db, [later], first.time.now);
    await first.settled();
    expect(texts(lan)).toHaveLength(2);
    await bots.stop(first);
    const second = await startPosted();
    second.advance(31);
    await second.settled();
    expect(texts(lan).slice(1).join(' ')).toBe(long);
  });

  it('sends a reply whose outcome is unknown again: twice rather than never', async () => {
    const application = await startPosted();
    const lan = server.person();
    server.fault('sendMessage', { kind: 'lostAnswer' });
    await tell(application, lan.send('học guitar'));
    expect(lan.received).toHaveLength(1);
    application.advance(60);
    await application.settled();
    expect(texts(lan)).toEqual([texts(lan)[0], texts(lan)[0]]);
  });

  it('sends an announcement whose outcome is unknown never again', async () => {
    const application = await startPosted();
    const lan = server.person();
    await tell(application, lan.send('chào'));
    const { db } = await context.database();
    server.fault('sendMessage', { kind: 'lostAnswer' });
    const news = {
      uniqueKey: 'news',
      channel: 'telegram',
      chat: String(lan.id),
      conversationId: undefined,
      learnerId: undefined,
      turnId: undefined,
      lane: 'broadcast',
      message: { text: ['Hội thảo mới'], choices: [] },
      via: 'sender',
      dueAt: application.time.now,
    } as const;
    await enqueue(db, [news], application.time.now);
    await application.settled();
    application.advance(3600);
    await application.settled();
    expect(texts(lan).filter((text) => text === 'Hội thảo mới')).toHaveLength(1);
    const { rows } = await db.execute<{ status: string }>(sql`select status from delivery where unique_key = 'news'`);
    expect(rows).toEqual([{ status: 'unconfirmed' }]);
  });

  it('goes on polling after the platform failed, lost its answer or sent a web page', async () => {
    await start();
    const lan = server.person();
    server.fault('getUpdates', { kind: 'serverError' });
    lan.send('học guitar');
    expect((await lan.next({ timeoutMs: 20_000 })).text).toContain('Guitar');
    expect(lan.received).toHaveLength(1);
  });

  it('goes on polling soon after the conflicts that the open poll of a dead process brings', async () => {
    const description =
      'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running';
    const body = { ok: false, error_code: 409, description };
    server.fault('getUpdates', { kind: 'status', status: 409, body }, { times: 4 });
    const lan = server.person();
    lan.send('học guitar');
    await start();
    expect((await lan.next()).text).toContain('Guitar');
    expect(server.callsOf('getUpdates').slice(0, 4).some(isAnswered)).toBe(false);
  });

  it('takes back a webhook that was set elsewhere while it polls', async () => {
    await server.deliver.idle();
    const other = { method: 'POST', headers: { 'content-type': 'application/json' } };
    const setWebhook = (): Promise<unknown> =>
      fetch(`${server.url}/bot${server.token}/setWebhook`, {
        ...other,
        body: JSON.stringify({ url: 'http://127.0.0.1:9/elsewhere' }),
      });
    await setWebhook();
    await start();
    const lan = server.person();
    lan.send('học guitar');
    expect((await lan.next({ timeoutMs: 20_000 })).text).toContain('Guitar');
  });

  it('with a wrong token says so, and stops nothing else', async () => {
    const application = await start({ TELEGRAM_BOT_TOKEN: '1:wrong' });
    expect(application.platforms.states().telegram).toBe('wrong token');
    const ready = await application.app.request('/readyz');
    expect(ready.status).toBe(200);
    const report = await ready.text();
    expect(report).toContain('wrong token');
    expect(report).not.toContain('1:wrong');
    const chat = await application.app.request('/api/chat', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text: 'học guitar' }),
    });
    expect(await chat.text()).toContain('Guitar');
  });

  it('starts without a platform that cannot be reached, and says so', async () => {
    const gone = await startScriptedTelegram();
    await gone.close();
    const application = await start({ TELEGRAM_API_ROOT: gone.url });
    expect(application.platforms.states().telegram).toBe('unreachable');
    expect((await application.app.request('/readyz')).status).toBe(200);
  });

  it('offers no choice above 64 bytes in a whole conversation', async () => {
    const application = await startPosted();
    const lan = server.person();
    for (const text of [
      'chào',
      'kế toán',
      'thêm',
      'rẻ hơn',
      '1',
      'lưu 1',
      '/toi',
      '/dulieu',
      '/xoa',
      '/giup',
      '/ngonngu',
    ]) {
      await tell(application, lan.send(text));
      application.advance(60);
    }
    for (const label of ['Báo thông tin sai', 'Khóa tương tự', 'Xóa dữ liệu của mình']) {
      await tell(application, lan.press(label).update);
    }
    const data = lan.received.flatMap(({ buttons }) => buttons.flatMap((button) => button.data ?? []));
    expect(data.length).toBeGreaterThan(30);
    for (const id of data) expect(Buffer.byteLength(id)).toBeLessThanOrEqual(64);
    expect(server.violations).toEqual([]);
  });

  it('sends the data of a person as a file where nobody could open a link to us', async () => {
    await start();
    const lan = server.person();
    lan.send('/dulieu');
    const { document, text } = await lan.next();
    expect(text).toContain('Dữ liệu mình giữ về bạn');
    expect(JSON.parse(document?.file?.content.toString('utf8') ?? '')).toHaveProperty('identity');
  });
});

/** Lets the database refuse an update, as one that is being shut down refuses everything, until the function is dropped. */
async function refuseUpdate(db: Queryable, updateId: number): Promise<void> {
  await db.execute(
    sql.raw(`
      create function refuse_update() returns trigger language plpgsql as $$
      begin
        if new.update_key = '${updateId}' then raise 'refused' using errcode = '57P03'; end if;
        return new;
      end $$;
      create trigger refuse_update before insert on turn for each row execute function refuse_update()`),
  );
}

function isAnswered({ outcome }: { readonly outcome: { readonly kind: string } }): boolean {
  return outcome.kind === 'answered';
}

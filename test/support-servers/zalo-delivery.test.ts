import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Person, type ScriptedZalo, startScriptedZalo } from '../support/zalo/index.ts';
import { answerStatus, startWebhookListener, type WebhookListener } from './webhook-listener.ts';
import { createZaloCaller, refused, type ZaloCaller } from './zalo-caller.ts';

let server: ScriptedZalo;
let call: ZaloCaller;
let lan: Person;

async function start(options: Parameters<typeof startScriptedZalo>[0] = {}): Promise<void> {
  await server?.close();
  server = await startScriptedZalo({ webhookBackoffMs: 5, ...options });
  call = createZaloCaller(server);
  lan = server.person({ name: 'Lan' });
}
beforeEach(() => start());
afterEach(() => server.close());

const poll = (timeout: unknown = '0') => call('getUpdates', { timeout });
const text = (body: string) => ({ body: { ok: true, result: { message: { text: body } } } });

describe('polling', () => {
  it('hands out one update a call, and never again', async () => {
    lan.send('một');
    lan.send('hai');
    expect(await poll()).toMatchObject(text('một'));
    expect(await poll()).toMatchObject(text('hai'));
    expect(await poll()).toEqual(refused(408, 'Request timeout'));
  });

  it('ends empty in any of the ways that were seen', async () => {
    await start({ idleAnswer: 504 });
    expect(await poll()).toEqual(refused(504, 'Request timeout'));
    await start({ idleAnswer: 'noCode', idlePollMs: 1 });
    expect(await poll('30')).toEqual({ status: 200, body: { ok: false, description: 'Request timeout' } });
  });

  it('waits for an update, or until a test says that its time has passed', async () => {
    const waiting = poll('30');
    lan.send('một');
    expect(await waiting).toMatchObject(text('một'));
    const idle = poll('30');
    await expect.poll(() => server.callsOf('getUpdates').length).toBe(2);
    server.deliver.timeOutPolls();
    expect(await idle).toEqual(refused(408));
  });

  it('takes the time-out as a string, and knows no offset', async () => {
    expect(await poll(30)).toEqual(refused(400));
    expect(await poll('soon')).toEqual(refused(400));
    await call('getUpdates', { timeout: '0', offset: 1 });
    expect(server.violations.at(-1)?.description).toBe('unknown parameter offset');
  });

  it('hands nothing to a caller that has hung up', async () => {
    const hangUp = new AbortController();
    const waiting = call('getUpdates', { timeout: '30' }, hangUp.signal).catch(() => 'gone');
    await expect.poll(() => server.callsOf('getUpdates').length).toBe(1);
    hangUp.abort();
    expect(await waiting).toBe('gone');
    await expect.poll(() => server.calls[0]?.outcome.kind).toBe('abandoned');
    lan.send('một');
    expect(await poll()).toMatchObject(text('một'));
  });

  it('loses an update with the answer that carried it', async () => {
    server.fault('getUpdates', { kind: 'lostAnswer' });
    lan.send('một');
    await expect(poll()).rejects.toThrow();
    expect(await poll()).toEqual(refused(408));
  });

  it('is refused while a webhook is set, also when it waits already', async () => {
    const waiting = poll('30');
    await expect.poll(() => server.calls.length).toBe(1);
    await call('setWebhook', { url: 'http://127.0.0.1:9/hook', secret_token: 'secret-secret' });
    expect(await waiting).toEqual(refused(400, expect.stringContaining('webhook')));
    expect(await poll()).toEqual(refused(400, expect.stringContaining('webhook')));
    expect(await call('deleteWebhook')).toMatchObject({ body: { ok: true, result: { url: '' } } });
    lan.send('một');
    expect(await poll()).toMatchObject(text('một'));
  });

  it('repeats, reorders and holds as told', async () => {
    server.deliver.duplicate(2);
    lan.send('một');
    server.deliver.duplicate(1);
    expect([await poll(), await poll()]).toMatchObject([text('một'), text('một')]);
    server.deliver.hold();
    lan.send('hai');
    lan.send('ba');
    expect(await poll()).toEqual(refused(408));
    server.deliver.release({ order: 'reversed' });
    expect([await poll(), await poll()]).toMatchObject([text('ba'), text('hai')]);
    void server.deliver.raw('{"ok":true,"result":{}}');
    expect(await poll()).toEqual({ status: 200, body: { ok: true, result: {} } });
    await server.deliver.idle();
  });
});

describe('an update', () => {
  it('of each kind looks as the platform sends it', () => {
    const chat = { id: lan.id, chat_type: 'PRIVATE' };
    const from = { id: lan.id, display_name: 'Lan', is_bot: false };
    const common = { message_id: expect.stringMatching(/^[0-9a-f]{20}$/), date: expect.any(Number), chat, from };
    const picture = { message_type: 'CHAT_PHOTO', photo_url: expect.any(String), caption: 'bài 3' };
    const voice = { message_type: 'CHAT_VOICE', voice_url: expect.stringMatching(/\.aac$/) };
    const seen = [
      [lan.send('chào'), 'message.text.received', { text: 'chào' }],
      [lan.sendPhoto({ caption: 'bài 3' }), 'message.image.received', picture],
      [lan.sendVoice(), 'message.voice.received', voice],
      [lan.sendSticker('abc'), 'message.sticker.received', { sticker: 'abc', url: expect.any(String) }],
      [lan.sendUnsupported(), 'message.unsupported.received', {}],
      [lan.sendUnknown('message.poke.received'), 'message.poke.received', {}],
    ] as const;
    for (const [update, event_name, content] of seen) {
      expect(update).toEqual({ event_name, message: { ...common, ...content } });
    }
    expect(lan.id).toMatch(/^[0-9a-f]{20}$/);
    expect(new Set(server.updates.map(({ message }) => message.message_id)).size).toBe(6);
  });

  it('takes every form of fields and bodies', async () => {
    const now = new Date('2026-11-25T03:00:00.500Z');
    await start({ nameField: 'first_name', photoField: 'photo', dateUnit: 'seconds', now: () => now });
    const { message } = lan.sendPhoto();
    expect(message).toMatchObject({ from: { first_name: 'Lan' }, photo: expect.any(String), date: 1795575600 });
    expect(message).not.toHaveProperty('photo_url');
    server.shape({ pollShape: 'bare' });
    expect(await poll()).toEqual({ status: 200, body: server.updates[0] });
    server.shape({ pollShape: 'nested', nameField: 'name' });
    expect(lan.send('chào').message.from).toEqual({ id: lan.id, name: 'Lan', is_bot: false });
    expect(await poll()).toEqual({ status: 200, body: { ok: true, result: { ok: true, result: server.updates[1] } } });
  });

  it('comes from a group only when it is meant for the bot', async () => {
    const group = server.group();
    expect(group.sendAs(lan, 'chào cả nhà')).toBeUndefined();
    expect(group.sendAs(lan, 'học', { mention: true })).toMatchObject({
      message: { chat: { id: group.id, chat_type: 'GROUP' }, from: { id: lan.id }, text: '@Bot Bạn Học học' },
    });
    await call('sendMessage', { chat_id: group.id, text: 'chào' });
    expect(group.sendAs(lan, 'ừ', { replyToBot: true })).toBeDefined();
    group.sendUnsupportedAs(lan);
    expect(server.updates).toHaveLength(3);
    expect(group.received).toHaveLength(1);
  });
});

describe('a webhook', () => {
  let bot: WebhookListener;
  const secret_token = 'secret-secret';
  const set = () => call('setWebhook', { url: bot.url, secret_token });
  beforeEach(async () => {
    bot = await startWebhookListener();
  });
  afterEach(() => bot.close());

  it('needs an https address and a secret of 8 to 256 characters', async () => {
    expect(await call('setWebhook', { url: 'http://example.org/', secret_token })).toEqual(refused(400));
    expect(await call('setWebhook', { url: 'example.org', secret_token })).toEqual(refused(400));
    for (const secret of [undefined, '1234567', 'x'.repeat(257), 'mật khẩu dài']) {
      expect(await call('setWebhook', { url: bot.url, secret_token: secret })).toEqual(refused(400));
    }
    expect(server.violations).toHaveLength(6);
    const told = { url: bot.url, updated_at: expect.any(Number) };
    expect(await set()).toEqual({ status: 200, body: { ok: true, result: told } });
    expect(await call('getWebhookInfo')).toMatchObject({ body: { result: told } });
  });

  it('gets updates in order with the secret, flat or wrapped', async () => {
    lan.send('một');
    await set();
    await server.deliver.idle();
    server.shape({ bodyShape: 'wrapped' });
    lan.send('hai');
    await server.deliver.idle();
    expect(bot.requests.map(({ body }) => JSON.parse(body))).toEqual([
      server.updates[0],
      { ok: true, result: server.updates[1] },
    ]);
    expect(bot.requests[0]?.headers).toMatchObject({
      'x-bot-api-secret-token': secret_token,
      'content-type': 'application/json',
    });
    expect(server.webhookAnswers).toEqual([200, 200]);
  });

  it('is tried again until it answers 2xx in time', async () => {
    await start({ webhookTimeoutMs: 20 });
    await set();
    bot.answers.push(
      answerStatus(500),
      () => {},
      (response) => response.destroy(),
    );
    lan.send('một');
    lan.send('hai');
    await server.deliver.idle();
    expect(server.webhookAnswers).toEqual([500, 0, 0, 200, 200]);
    expect(bot.requests.map(({ body }) => JSON.parse(body).message.text)).toEqual(['một', 'một', 'một', 'một', 'hai']);
  });

  it('loses an update after as many attempts as told', async () => {
    await start({ webhookAttempts: 2 });
    await set();
    bot.answers.push(answerStatus(500), answerStatus(500));
    lan.send('một');
    lan.send('hai');
    await server.deliver.idle();
    expect(server.webhookAnswers).toEqual([500, 500, 200]);
  });

  it('gets probes with an empty body, raw bodies once, and repeats', async () => {
    await set();
    expect(await server.deliver.probe()).toBe(200);
    expect(bot.requests[0]).toMatchObject({ body: '', headers: { 'content-length': '0' } });
    expect(bot.requests[0]?.headers).not.toHaveProperty('content-type');
    bot.answers.push(answerStatus(400));
    await server.deliver.raw('{"event_name":');
    server.deliver.duplicate(2);
    lan.send('một');
    await server.deliver.idle();
    expect(server.webhookAnswers).toEqual([400, 200, 200]);
  });

  it('is tested, so many times a day', async () => {
    expect(await call('testWebhook')).toEqual(refused(400));
    await start({ testWebhookPerDay: 2, verifyWebhook: true });
    expect(await set()).toMatchObject({ body: { result: { verification: { ok: true, outcome: 'webhook.ok' } } } });
    bot.answers.push(answerStatus(403));
    expect(await call('testWebhook')).toMatchObject({
      body: { ok: true, result: { ok: false, url: bot.url, status_code: 403, outcome: 'webhook.http.403' } },
    });
    await bot.close();
    expect(await call('testWebhook')).toMatchObject({ body: { result: { ok: false, outcome: 'webhook.err.conn' } } });
    expect(await call('testWebhook')).toEqual(refused(426));
  });
});

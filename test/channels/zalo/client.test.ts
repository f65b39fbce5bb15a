import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createZaloClient, type ZaloClient, ZaloError, ZaloNetworkError } from '../../../src/channels/zalo/client.ts';
import { type Person, type ScriptedZalo, startScriptedZalo } from '../../support/zalo/index.ts';

const secret = 'a-secret-of-eight-or-more';
const hook = 'http://127.0.0.1:9/webhooks/zalo';

let server: ScriptedZalo;
let client: ZaloClient;
let lan: Person;
beforeEach(async () => {
  server = await startScriptedZalo({ idlePollMs: 1, webhookTimeoutMs: 200 });
  client = createZaloClient({ token: server.token, apiRoot: `${server.url}/`, timeoutSeconds: 5 });
  lan = server.person();
});
afterEach(() => server.close());

describe('each of the eleven methods is taken by the platform', () => {
  afterEach(() => expect(server.violations).toEqual([]));

  it('getMe tells who the bot is', async () => {
    expect(await client.getMe()).toMatchObject({ account_type: 'BASIC', can_join_groups: false });
  });

  it('getUpdates gives one update, shaped like a webhook body', async () => {
    const update = lan.send('học kế toán');
    expect(await client.getUpdates(30)).toEqual(update);
    expect(server.callsOf('getUpdates')[0]?.payload).toEqual({ timeout: '30' });
  });

  it('getUpdates gives an update also where it comes without its envelope', async () => {
    server.shape({ pollShape: 'bare' });
    const update = lan.send('học kế toán');
    expect(await client.getUpdates(30)).toEqual(update);
  });

  it('setWebhook, getWebhookInfo and deleteWebhook change and tell the address', async () => {
    server.deliver.hold();
    expect(await client.setWebhook(hook, secret)).toMatchObject({ url: hook });
    expect(await client.getWebhookInfo()).toMatchObject({ url: hook });
    expect(await client.deleteWebhook()).toMatchObject({ url: '' });
  });

  it('testWebhook tells what came of a trial', async () => {
    await client.setWebhook(hook, secret);
    expect(await client.testWebhook()).toMatchObject({ ok: false, outcome: 'webhook.err.conn' });
  });

  it('sendMessage, sendPhoto, sendSticker and sendVoice give the id of the message', async () => {
    lan.send('a');
    const chat_id = lan.id;
    const ids = [
      await client.sendMessage({ chat_id, text: 'Chào', text_styles: [{ start: 0, len: 4, st: ['b'] }] }),
      await client.sendPhoto({ chat_id, photo: 'https://hoc.example/a.png', caption: 'Bản đồ' }),
      await client.sendSticker({ chat_id, sticker: 'e2b0a1c8' }),
      await client.sendVoice({ chat_id, voice_url: 'https://hoc.example/a.aac' }),
    ].map(({ message_id }) => message_id);
    expect(lan.received.map(({ id }) => id)).toEqual(ids);
    expect(lan.received.map(({ kind }) => kind)).toEqual(['text', 'photo', 'sticker', 'voice']);
  });

  it('sendChatAction shows typing', async () => {
    lan.send('a');
    await client.sendChatAction({ chat_id: lan.id, action: 'typing' });
    expect(lan.actions).toEqual(['typing']);
  });
});

describe('an idle poll is no error', () => {
  it.each([408, 504, 'noCode'] as const)('answered with %s', async (idleAnswer) => {
    const idle = await startScriptedZalo({ idlePollMs: 1, idleAnswer });
    const asking = createZaloClient({ token: idle.token, apiRoot: idle.url, timeoutSeconds: 5 });
    expect(await asking.getUpdates(30)).toBe(undefined);
    await idle.close();
  });

  it('but a refused one is', async () => {
    server.deliver.hold();
    await client.setWebhook(hook, secret);
    await expect(client.getUpdates(30)).rejects.toMatchObject({ code: 400 });
  });

  it('and one that is called off ends', async () => {
    const slow = await startScriptedZalo();
    const asking = createZaloClient({ token: slow.token, apiRoot: slow.url, timeoutSeconds: 5 });
    const calling = new AbortController();
    const poll = asking.getUpdates(30, calling.signal);
    calling.abort();
    await expect(poll).rejects.toBeInstanceOf(ZaloNetworkError);
    await slow.close();
  });
});

describe('the API said no', () => {
  it('with a code of its own, though the status is 200', async () => {
    const wrong = createZaloClient({ token: '1:wrong', apiRoot: server.url, timeoutSeconds: 5 });
    const error = await wrong.getMe().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ZaloError);
    expect(error).toMatchObject({ method: 'getMe', code: 401, description: 'Unauthorized' });
    expect(String(error)).not.toContain('wrong');
  });

  it('with the status where the body has no code', async () => {
    server.fault('getMe', { kind: 'status', status: 500, body: { ok: false, description: 'oops' } });
    await expect(client.getMe()).rejects.toMatchObject({ code: 500 });
  });

  it('without any code', async () => {
    server.fault('getMe', { kind: 'status', status: 200, body: { ok: false } });
    const error = await client.getMe().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ZaloError);
    expect((error as ZaloError).code).toBe(undefined);
  });
});

describe('the network failed', () => {
  it.each([
    ['the connection breaks', { kind: 'reset' }],
    ['the answer is lost', { kind: 'lostAnswer' }],
    ['the answer breaks off', { kind: 'halfAnswer' }],
    ['a web page comes', { kind: 'notJson' }],
    ['a web page comes with 502', { kind: 'notJson', status: 502 }],
    ['no envelope comes', { kind: 'status', status: 200, body: '[]' }],
    ['a result of another shape comes', { kind: 'status', status: 200, body: { ok: true, result: { id: 5 } } }],
    ['no result comes', { kind: 'status', status: 200, body: { ok: true } }],
  ] as const)('%s: it may have arrived, and the token is not told', async (_, fault) => {
    server.fault('getMe', fault);
    const error = await client.getMe().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ZaloNetworkError);
    expect(error).toMatchObject({ method: 'getMe', neverLeft: false });
    expect(`${error} ${JSON.stringify(error)}`).not.toContain(server.token);
  });

  it('nobody listens: nothing has left', async () => {
    await server.close();
    const error = await client.getMe().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ neverLeft: true, problem: 'ECONNREFUSED' });
    expect(`${error} ${(error as Error).stack}`).not.toContain(server.token);
  });

  it('nobody answers in time', async () => {
    const impatient = createZaloClient({ token: server.token, apiRoot: server.url, timeoutSeconds: 0.05 });
    server.fault('getMe', { kind: 'hang' });
    await expect(impatient.getMe()).rejects.toMatchObject({ neverLeft: false, problem: 'TimeoutError' });
  });
});

import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Person, type ScriptedTelegram, startScriptedTelegram, type Update } from '../support/telegram/index.ts';
import { type BotApiCaller, createCaller } from './bot-api-caller.ts';
import { startWebhookListener } from './webhook-listener.ts';

let server: ScriptedTelegram;
let call: BotApiCaller;
let lan: Person;

beforeEach(async () => {
  server = await startScriptedTelegram({ webhookBackoffMs: 5 });
  call = createCaller(server);
  lan = server.person();
});
afterEach(() => server.close());

async function poll(payload: object = {}): Promise<Update[]> {
  return (await call('getUpdates', { ...payload })).result as Update[];
}

function texts(updates: readonly Update[]): (string | undefined)[] {
  return updates.map(({ message }) => message?.text);
}

describe('polling', () => {
  it('repeats updates until an offset confirms them', async () => {
    const first = lan.send('một');
    lan.send('hai');
    expect(texts(await poll())).toEqual(['một', 'hai']);
    expect(texts(await poll({ limit: 1 }))).toEqual(['một']);
    expect(texts(await poll({ offset: first.update_id + 1 }))).toEqual(['hai']);
    expect(texts(await poll({ offset: first.update_id + 2 }))).toEqual([]);
    expect(texts(await poll({ offset: 0 }))).toEqual([]);
  });

  it('with a negative offset keeps the last ones', async () => {
    lan.send('một');
    lan.send('hai');
    expect(texts(await poll({ offset: -1 }))).toEqual(['hai']);
    expect(texts(await poll())).toEqual(['hai']);
  });

  it('waits for an update to come', async () => {
    const waiting = poll({ timeout: 30 });
    lan.send('một');
    expect(texts(await waiting)).toEqual(['một']);
  });

  it('twice at once ends the first with 409', async () => {
    const first = call('getUpdates', { timeout: 30 });
    await expect.poll(() => server.callsOf('getUpdates').length).toBe(1);
    const second = poll({ timeout: 30 });
    expect(await first).toMatchObject({
      status: 409,
      description: expect.stringContaining('terminated by other getUpdates'),
    });
    lan.send('một');
    expect(texts(await second)).toEqual(['một']);
  });

  it('that hangs up loses nothing', async () => {
    const hangingUp = new AbortController();
    const aborted = call('getUpdates', { timeout: 30 }, { signal: hangingUp.signal }).catch(() => 'gone');
    await expect.poll(() => server.callsOf('getUpdates').length).toBe(1);
    hangingUp.abort();
    expect(await aborted).toBe('gone');
    await expect.poll(() => server.calls[0]?.outcome.kind).toBe('abandoned');
    lan.send('một');
    expect(texts(await poll())).toEqual(['một']);
  });

  it('is 409 while a webhook is set, and setting one ends a waiting poll', async () => {
    const waiting = call('getUpdates', { timeout: 30 });
    await expect.poll(() => server.callsOf('getUpdates').length).toBe(1);
    await call('setWebhook', { url: 'https://bot.example.org/hook' });
    expect((await waiting).description).toBe('Conflict: terminated by setWebhook request');
    expect((await call('getUpdates')).status).toBe(409);
    await call('deleteWebhook');
    expect((await call('getUpdates')).ok).toBe(true);
  });

  it('remembers the kinds asked for when they are left out', async () => {
    await poll({ allowed_updates: ['callback_query'] });
    lan.send('một');
    expect(await poll()).toEqual([]);
    await poll({ allowed_updates: [] });
    lan.send('hai');
    expect(texts(await poll())).toEqual(['hai']);
    expect((await call('getUpdates', { allowed_updates: 'message' })).status).toBe(400);
  });

  it('ends at once when the server closes', async () => {
    const waiting = call('getUpdates', { timeout: 50 }).catch(() => 'closed');
    await expect.poll(() => server.callsOf('getUpdates').length).toBe(1);
    await server.close();
    expect(await waiting).not.toHaveProperty('ok', true);
  });
});

describe('delivery', () => {
  it('can be doubled', async () => {
    server.deliver.duplicate(2);
    lan.send('một');
    server.deliver.duplicate(1);
    lan.send('hai');
    expect(texts(await poll())).toEqual(['một', 'một', 'hai']);
  });

  it.each([
    ['kept', ['một', 'hai', 'ba']],
    ['reversed', ['ba', 'hai', 'một']],
    [[1], ['hai', 'một', 'ba']],
  ] as const)('can be held and released %s', async (order, expected) => {
    server.deliver.hold();
    for (const text of ['một', 'hai', 'ba']) lan.send(text);
    expect(await poll()).toEqual([]);
    server.deliver.release({ order });
    expect(texts(await poll())).toEqual(expected);
  });

  it('of a late update comes though its id is below the offset', async () => {
    server.deliver.hold();
    const late = lan.send('muộn');
    server.deliver.release();
    expect(texts(await poll({ offset: late.update_id + 5 }))).toEqual(['muộn']);
    expect(texts(await poll({ offset: late.update_id + 5 }))).toEqual([]);
  });

  it('can be of a malformed body', async () => {
    const delivered = server.deliver.raw('{"ok":true,"result":[{');
    const response = await fetch(`${server.url}/bot${server.token}/getUpdates`);
    expect(await response.text()).toBe('{"ok":true,"result":[{');
    await delivered;
  });

  it('is over once everything is confirmed, or tells what is not', async () => {
    const { update_id } = lan.send('một');
    await expect(server.deliver.idle({ timeoutMs: 10 })).rejects.toThrow(`${update_id} message`);
    const over = server.deliver.idle();
    await poll({ offset: update_id + 1 });
    await over;
  });
});

describe('a webhook of several requests at once', () => {
  it('brings chats side by side, and the updates of one chat one after another', async () => {
    const busy = await startScriptedTelegram({ webhookAtOnce: 3 });
    const hook = await startWebhookListener();
    let answerFirst = (): void => {};
    hook.answers.push((response) => {
      answerFirst = () => response.end();
    });
    await createCaller(busy)('setWebhook', { url: hook.url });
    const [mai, tam] = [busy.person(), busy.person()];
    mai.send('một');
    await expect.poll(() => hook.requests.length).toBe(1);
    mai.send('hai');
    tam.send('ba');
    const came = (): string[] => hook.requests.map(({ body }) => (JSON.parse(body) as Update).message?.text ?? '');
    await expect.poll(came).toEqual(['một', 'ba']);
    answerFirst();
    await busy.deliver.idle();
    expect(came()).toEqual(['một', 'ba', 'hai']);
    await busy.close();
    await hook.close();
  });
});

describe('a webhook', () => {
  let site: Server;
  let url: string;
  let statuses: number[];
  let reply: string;
  const seen: { headers: IncomingHttpHeaders; body: string }[] = [];

  beforeEach(async () => {
    statuses = [];
    reply = '';
    seen.length = 0;
    site = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      seen.push({ headers: request.headers, body });
      response.writeHead(statuses.shift() ?? 200);
      response.end(reply);
    }).listen(0, '127.0.0.1');
    await new Promise((done) => site.once('listening', done));
    url = `http://127.0.0.1:${(site.address() as AddressInfo).port}/hook`;
  });
  afterEach(() => {
    site.closeAllConnections();
    site.close();
  });

  it('gets what is pending and what comes, with its secret', async () => {
    lan.send('một');
    await call('setWebhook', { url, secret_token: 'a-B_9' });
    const second = lan.send('hai');
    await server.deliver.idle();
    expect(server.webhookAnswers).toEqual([200, 200]);
    expect(seen[1]?.headers['x-telegram-bot-api-secret-token']).toBe('a-B_9');
    expect(JSON.parse(seen[1]?.body ?? '')).toEqual(JSON.parse(JSON.stringify(second)));
  });

  it('that fails gets the same again before anything else', async () => {
    statuses = [500, 403];
    await call('setWebhook', { url });
    lan.send('một');
    lan.send('hai');
    await server.deliver.idle();
    expect(server.webhookAnswers).toEqual([500, 403, 200, 200]);
    expect(seen.map(({ body }) => JSON.parse(body).message.text)).toEqual(['một', 'một', 'một', 'hai']);
    expect((await call('getWebhookInfo')).result).toMatchObject({
      url,
      pending_update_count: 0,
      max_connections: 40,
      last_error_message: 'Wrong response from the webhook: 403',
    });
  });

  it('that cannot be reached is tried again', async () => {
    await call('setWebhook', { url: 'http://127.0.0.1:1/none' });
    lan.send('một');
    await expect.poll(() => server.webhookAnswers.length).toBeGreaterThan(1);
    await call('setWebhook', { url });
    await server.deliver.idle();
    expect(server.webhookAnswers.at(-1)).toBe(200);
    expect(server.webhookAnswers[0]).toBe(0);
  });

  it('gets doubled and malformed deliveries', async () => {
    await call('setWebhook', { url });
    server.deliver.duplicate(3);
    lan.send('một');
    await server.deliver.raw('{"update_id":');
    await server.deliver.idle();
    expect(seen).toHaveLength(4);
    expect(seen[3]?.body).toBe('{"update_id":');
  });

  it('may answer with a call, which is made without telling', async () => {
    reply = JSON.stringify({ method: 'sendMessage', chat_id: lan.id, text: 'Chào' });
    await call('setWebhook', { url });
    lan.start();
    expect((await lan.next()).text).toBe('Chào');
  });

  it('is forgotten with its pending updates when asked', async () => {
    lan.send('một');
    expect((await call('setWebhook', { url, drop_pending_updates: true })).ok).toBe(true);
    expect((await call('deleteWebhook', { drop_pending_updates: true })).result).toBe(true);
    expect(server.webhookAnswers).toEqual([]);
    expect((await call('getWebhookInfo')).result).toMatchObject({ url: '', pending_update_count: 0 });
  });

  it.each([
    ['http elsewhere than on this machine', { url: 'http://bot.example.org/hook' }, 'HTTPS URL must be provided'],
    ['another port', { url: 'https://bot.example.org:8080/hook' }, 'only on ports 80, 88, 443 or 8443'],
    ['no address', { url: 'hook' }, 'invalid webhook URL'],
    ['a secret of other letters', { url: 'https://a.vn', secret_token: 'mật khẩu' }, 'unallowed characters'],
    ['a secret over 256', { url: 'https://a.vn', secret_token: 'a'.repeat(257) }, 'too long'],
    ['no connections', { url: 'https://a.vn', max_connections: 0 }, 'max_connections'],
    ['101 connections', { url: 'https://a.vn', max_connections: 101 }, 'max_connections'],
    ['kinds that are no list', { url: 'https://a.vn', allowed_updates: { message: true } }, 'allowed_updates'],
  ])('with %s is 400', async (_, payload, problem) => {
    expect((await call('setWebhook', payload)).description).toContain(problem);
    expect(server.violations).toHaveLength(1);
    expect((await call('getWebhookInfo')).result).toMatchObject({ url: '' });
  });
});

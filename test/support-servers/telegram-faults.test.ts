import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Fault, type Person, type ScriptedTelegram, startScriptedTelegram } from '../support/telegram/index.ts';
import { type BotApiCaller, createCaller, type Reply } from './bot-api-caller.ts';

let time: Date;
let server: ScriptedTelegram;
let call: BotApiCaller;
let lan: Person;

beforeEach(async () => {
  time = new Date('2026-11-24T03:00:00Z');
  server = await startScriptedTelegram({ now: () => time });
  call = createCaller(server);
  lan = server.person();
  lan.start();
});
afterEach(() => server.close());

function send(text = 'a', chatId = lan.id): Promise<Reply> {
  return call('sendMessage', { chat_id: chatId, text });
}

describe('a fault', () => {
  it.each<[Fault, object]>([
    [
      { kind: 'throttle', retryAfterSeconds: 7 },
      { status: 429, retryAfterSeconds: 7 },
    ],
    [{ kind: 'blocked' }, { status: 403, description: 'Forbidden: bot was blocked by the user' }],
    [{ kind: 'serverError' }, { status: 500, ok: false }],
    [
      { kind: 'status', status: 502 },
      { status: 502, ok: false },
    ],
    [
      { kind: 'status', status: 400, body: { ok: false, description: 'own' } },
      { status: 400, description: 'own' },
    ],
  ])('%j is answered once, without effect', async (fault, expected) => {
    server.fault('sendMessage', fault);
    expect(await send()).toMatchObject(expected);
    expect(lan.received).toEqual([]);
    expect(server.calls[0]?.outcome).toEqual({ kind: 'faulted', fault: fault.kind, tookEffect: false });
    expect((await send()).ok).toBe(true);
    expect(server.violations).toEqual([]);
  });

  it.each<[Fault, number]>([
    [{ kind: 'reset' }, 0],
    [{ kind: 'lostAnswer' }, 1],
    [{ kind: 'halfAnswer' }, 1],
    [{ kind: 'notJson' }, 0],
  ])('%j leaves no readable answer', async (fault, effects) => {
    server.fault('sendMessage', fault);
    await expect(send()).rejects.toThrow();
    expect(lan.received).toHaveLength(effects);
  });

  it.each([
    [true, 1],
    [false, 0],
  ])('that hangs, taking effect: %s, ends when the caller gives up', async (takesEffect, effects) => {
    server.fault('sendMessage', { kind: 'hang', takesEffect });
    const givingUp = new AbortController();
    const hanging = call('sendMessage', { chat_id: lan.id, text: 'a' }, { signal: givingUp.signal });
    const ended = expect(hanging).rejects.toThrow();
    await expect.poll(() => server.calls[0]?.outcome.kind).toBe('faulted');
    givingUp.abort();
    await ended;
    expect(lan.received).toHaveLength(effects);
  });

  it('that hangs ends when the server closes', async () => {
    server.fault('sendMessage', { kind: 'hang' });
    const ended = expect(send()).rejects.toThrow();
    await expect.poll(() => server.calls.length).toBe(1);
    await server.close();
    await ended;
  });

  it('that is slow is answered when it may be', async () => {
    let open = (): void => {};
    const until = new Promise<void>((done) => {
      open = done;
    });
    server.fault('sendMessage', { kind: 'slow', until });
    const slow = send('chậm');
    await expect.poll(() => server.calls.length).toBe(1);
    await send('nhanh');
    open();
    expect((await slow).ok).toBe(true);
    expect(lan.received.map(({ text }) => text)).toEqual(['nhanh', 'chậm']);
  });

  it('meets the calls it is meant for, as often as it is told', async () => {
    server.fault(({ payload }) => payload.text === 'b', { kind: 'serverError' }, { times: 2 });
    expect([
      (await send('a')).status,
      (await send('b')).status,
      (await send('b')).status,
      (await send('b')).status,
    ]).toEqual([200, 500, 500, 200]);
    server.fault('getMe', { kind: 'serverError' }, { times: Number.POSITIVE_INFINITY });
    for (let count = 0; count < 3; count++) expect((await call('getMe')).status).toBe(500);
  });
});

describe('a rate', () => {
  it('refuses what is over it, and then every call until its time is over', async () => {
    const minh = server.person();
    minh.start();
    server.rate({ perChatPerSecond: 1 });
    expect((await send()).ok).toBe(true);
    expect((await send('a', minh.id)).ok).toBe(true);
    expect(await send()).toMatchObject({ status: 429, retryAfterSeconds: 1 });
    expect((await call('getMe')).status).toBe(429);
    time = new Date(time.getTime() + 1000);
    expect((await send()).ok).toBe(true);
    expect(server.violations).toEqual([]);
  });

  it('of the whole bot counts over all chats', async () => {
    const minh = server.person();
    minh.start();
    server.rate({ perSecond: 2, retryAfterSeconds: 30 });
    await send();
    await send('a', minh.id);
    expect(await send()).toMatchObject({ status: 429, retryAfterSeconds: 30 });
    server.rate(undefined);
    expect((await send()).ok).toBe(true);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Person, type ScriptedZalo, startScriptedZalo } from '../support/zalo/index.ts';
import { createZaloCaller, refused, type ZaloCaller } from './zalo-caller.ts';

let server: ScriptedZalo;
let call: ZaloCaller;
let lan: Person;

beforeEach(async () => {
  server = await startScriptedZalo();
  call = createZaloCaller(server);
  lan = server.person();
  lan.send('chào');
});
afterEach(() => server.close());

describe('a fault', () => {
  const send = () => call('sendMessage', { chat_id: lan.id, text: 'học' });

  it('that the platform words comes inside a 200', async () => {
    server.fault('sendMessage', { kind: 'status', status: 403 });
    server.fault('sendMessage', { kind: 'throttle', retryAfterSeconds: 5 });
    server.fault('sendMessage', { kind: 'blocked' });
    expect([await send(), await send(), await send()]).toEqual([
      refused(403, 'Internal server error'),
      refused(429, 'quota exceeded'),
      refused(403),
    ]);
    expect(lan.received).toEqual([]);
    expect(server.violations).toEqual([]);
  });

  it('of what stands before the platform has a status of its own', async () => {
    server.fault('sendMessage', { kind: 'status', status: 502, body: { error: 'gateway' } });
    server.fault('sendMessage', { kind: 'serverError' });
    server.fault('sendMessage', { kind: 'notJson' });
    expect(await send()).toEqual({ status: 502, body: { error: 'gateway' } });
    expect(await send()).toMatchObject({ status: 500, body: { ok: false } });
    await expect(send()).rejects.toThrow('JSON');
  });

  it('of the connection takes effect or not, as its kind says', async () => {
    for (const kind of ['reset', 'lostAnswer', 'halfAnswer'] as const) {
      server.fault((made) => made.payload.chat_id === lan.id, { kind });
      await expect(send()).rejects.toThrow();
    }
    expect(lan.received).toHaveLength(2);
    expect(server.calls.map(({ outcome }) => outcome)).toMatchObject([
      { kind: 'faulted', fault: 'reset', tookEffect: false },
      { kind: 'faulted', fault: 'lostAnswer', tookEffect: true },
      { kind: 'faulted', fault: 'halfAnswer', tookEffect: true },
    ]);
  });

  it('of slowness ends when told, one of silence when the server closes', async () => {
    let go = (): void => {};
    const until = new Promise<void>((done) => {
      go = done;
    });
    server.fault('sendMessage', { kind: 'slow', until });
    const slow = send();
    go();
    expect(await slow).toMatchObject({ body: { ok: true } });
    server.fault('sendMessage', { kind: 'hang', takesEffect: true });
    const silent = send().catch(() => 'cut off');
    await lan.until(() => lan.received.length === 2);
    await server.close();
    expect(await silent).toBe('cut off');
  });
});

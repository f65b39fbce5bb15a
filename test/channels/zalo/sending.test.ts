import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createZaloClient } from '../../../src/channels/zalo/client.ts';
import { createZaloSending, zaloSendError } from '../../../src/channels/zalo/sending.ts';
import { courseList, textMessage } from '../../support/messages.ts';
import { type Person, type ScriptedZalo, startScriptedZalo } from '../../support/zalo/index.ts';

let server: ScriptedZalo;
let lan: Person;
let minh: Person;
let sending: ReturnType<typeof createZaloSending>;

async function start(options: Parameters<typeof startScriptedZalo>[0] = {}): Promise<void> {
  server = await startScriptedZalo(options);
  lan = server.person();
  minh = server.person();
  lan.send('a');
  minh.send('a');
  sending = createZaloSending(createZaloClient({ token: server.token, apiRoot: server.url, timeoutSeconds: 5 }));
}
beforeEach(() => start());
afterEach(() => server.close());

describe('a message', () => {
  it('arrives with what is bold as styles, and tells its id', async () => {
    const result = await sending.send(courseList(1), lan.id);
    const [message] = lan.received;
    expect(result).toEqual({ ok: true, platformMessageId: message?.id });
    const bold = message?.styles.map(({ start, len, st }) => [message.text.slice(start, start + len), st]);
    expect(bold).toEqual([['1. Khóa k1', ['b']]]);
    expect(server.violations).toEqual([]);
  });

  it('longer than 2000 comes in several, in order', async () => {
    await sending.send(textMessage(`đầu ${'học '.repeat(900)}cuối`), lan.id);
    expect(lan.received).toHaveLength(2);
    expect(lan.received[0]?.text).toMatch(/^đầu/u);
    expect(lan.received[1]?.text).toMatch(/cuối$/u);
  });

  it('has its picture sent by address first', async () => {
    const media = { type: 'picture', url: 'https://hoc.example/qr.png', alt: 'Mã lớp' } as const;
    await sending.send(textMessage('Đây là mã lớp.', { media }), lan.id);
    expect(lan.received.map(({ kind, text }) => [kind, text])).toEqual([
      ['photo', 'Mã lớp'],
      ['text', 'Đây là mã lớp.'],
    ]);
  });

  it('goes without styles where those are refused', async () => {
    server.fault((call) => call.payload.text_styles !== undefined, { kind: 'status', status: 400 });
    expect(await sending.send(courseList(1), lan.id)).toMatchObject({ ok: true });
    expect(lan.received).toHaveLength(1);
    expect(lan.received[0]?.styles).toEqual([]);
  });

  it('that is refused without styles as well is not tried for ever', async () => {
    server.fault('sendMessage', { kind: 'status', status: 400 }, { times: 9 });
    expect(await sending.send(courseList(1), lan.id)).toMatchObject({ ok: false, error: { code: 'message_refused' } });
    expect(server.callsOf('sendMessage')).toHaveLength(2);
  });
});

describe('a person who has blocked the bot', () => {
  it('shows by the third refusal, while others are reached', async () => {
    lan.block();
    const first = await sending.send(textMessage('một'), lan.id);
    expect(first).toMatchObject({ ok: false, error: { code: 'platform_failed' } });
    await sending.send(textMessage('hai'), minh.id);
    expect(await sending.send(textMessage('một'), lan.id)).toMatchObject({ error: { code: 'platform_failed' } });
    expect(await sending.send(textMessage('một'), lan.id)).toMatchObject({ error: { code: 'person_unreachable' } });
  });

  it('is not told from a platform that fails for everybody', async () => {
    lan.block();
    minh.block();
    for (let round = 0; round < 9; round++) {
      for (const person of [lan, minh]) {
        expect(await sending.send(textMessage('a'), person.id)).toMatchObject({ error: { code: 'platform_failed' } });
      }
    }
  });

  it('who comes back starts anew', async () => {
    lan.block();
    await sending.send(textMessage('a'), lan.id);
    await sending.send(textMessage('a'), lan.id);
    await sending.send(textMessage('a'), minh.id);
    lan.unblock();
    expect(await sending.send(textMessage('a'), lan.id)).toMatchObject({ ok: true });
    lan.block();
    await sending.send(textMessage('a'), minh.id);
    expect(await sending.send(textMessage('a'), lan.id)).toMatchObject({ error: { code: 'platform_failed' } });
  });

  it('shows by 404 alike', async () => {
    lan.block({ errorCode: 404 });
    const codes: unknown[] = [];
    for (let round = 0; round < 3; round++) {
      const result = await sending.send(textMessage('a'), lan.id);
      codes.push(result.ok || result.error.code);
      await sending.send(textMessage('a'), minh.id);
    }
    expect(codes).toEqual(['platform_failed', 'platform_failed', 'person_unreachable']);
  });
});

describe('an error is a value', () => {
  it.each([
    ['a wrong token', { kind: 'status', status: 401 }, 'wrong_token'],
    ['a quota that is used up', { kind: 'throttle', retryAfterSeconds: 0 }, 'quota_exceeded'],
    ['a fault of the server', { kind: 'serverError' }, 'outcome_unknown'],
    ['a lost answer', { kind: 'lostAnswer' }, 'outcome_unknown'],
    ['a web page', { kind: 'notJson', status: 502 }, 'outcome_unknown'],
    ['no code', { kind: 'status', status: 200, body: { ok: false } }, 'outcome_unknown'],
  ] as const)('%s', async (_, fault, code) => {
    server.fault('sendMessage', fault);
    const result = await sending.send(textMessage('a'), lan.id);
    expect(result).toMatchObject({ ok: false, error: { code } });
    expect(JSON.stringify(result)).not.toContain(server.token);
  });

  it('a platform that is not there: nothing has left', async () => {
    await server.close();
    expect(await sending.send(textMessage('a'), lan.id)).toMatchObject({ error: { code: 'platform_failed' } });
  });

  it('anything else thrown tells nothing of the outcome', () => {
    for (const thrown of [new Error('a'), undefined, { code: 401 }]) {
      expect(zaloSendError(thrown)).toEqual({ code: 'outcome_unknown' });
    }
  });
});

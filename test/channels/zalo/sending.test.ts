import { Hono } from 'hono';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createZaloClient } from '../../../src/channels/zalo/client.ts';
import { createZaloSending, zaloSendError } from '../../../src/channels/zalo/sending.ts';
import { choice, courseList, pictureMessage, pngHead, textMessage } from '../../support/messages.ts';
import { openPublicAddress, type PublicAddress } from '../../support/public-address.ts';
import { type Person, type ScriptedZalo, startScriptedZalo } from '../../support/zalo/index.ts';

let server: ScriptedZalo;
let lan: Person;
let minh: Person;
let sending: ReturnType<typeof createZaloSending>;
let outside: PublicAddress;
let pictureUrl: string | undefined;

beforeAll(async () => {
  outside = await openPublicAddress();
  const app = new Hono();
  app.get('/picture', (c) => c.body(new Uint8Array(pngHead), 200, { 'content-type': 'image/png' }));
  app.get('/page', (c) => c.html('<p>'));
  outside.serve(app);
});
afterAll(() => outside.close());

async function start(options: Parameters<typeof startScriptedZalo>[0] = {}): Promise<void> {
  server = await startScriptedZalo({ fetchPhotos: true, ...options });
  pictureUrl = `${outside.url}/picture`;
  lan = server.person();
  minh = server.person();
  lan.send('a');
  minh.send('a');
  const client = createZaloClient({ token: server.token, apiRoot: server.url, timeoutSeconds: 5 });
  sending = createZaloSending(client, () => pictureUrl);
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

  it('of several parts, tried again, goes on after those that have arrived', async () => {
    const message = textMessage(`đầu ${'học '.repeat(900)}cuối`);
    server.fault((call) => /cuối$/u.test(String(call.payload.text)), { kind: 'throttle', retryAfterSeconds: 0 });
    expect(await sending.send(message, lan.id)).toMatchObject({ error: { code: 'quota_exceeded', partsSent: 1 } });
    expect(await sending.send(message, lan.id, { partsSent: 1 })).toMatchObject({ ok: true });
    expect(lan.received.map(({ text }) => /^đầu/u.test(text))).toEqual([true, false]);
  });

  it('with a picture before its text, tried again, does not bring the picture again', async () => {
    const message = pictureMessage('học '.repeat(600));
    server.fault('sendMessage', { kind: 'throttle', retryAfterSeconds: 0 });
    expect(await sending.send(message, lan.id)).toMatchObject({ error: { code: 'quota_exceeded', partsSent: 1 } });
    await sending.send(message, lan.id, { partsSent: 1 });
    expect(lan.received.map(({ kind }) => kind)).toEqual(['photo', 'text', 'text']);
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

describe('a picture', () => {
  const message = pictureMessage('Khóa “Guitar” đây bạn.', { choices: [choice('m.7', 'Khóa tương tự')] });

  it('is fetched by Zalo, and its caption is the whole message: each one costs', async () => {
    const result = await sending.send(message, lan.id);
    expect(result).toEqual({ ok: true, platformMessageId: lan.received[0]?.id });
    expect(lan.received).toMatchObject([{ kind: 'photo', text: 'Khóa “Guitar” đây bạn.\n\n1. Khóa tương tự' }]);
    expect(lan.received[0]?.photo?.fetched).toMatchObject({ status: 200, isPicture: true });
    expect(server.quotaUsed).toBe(1);
    expect(server.violations).toEqual([]);
  });

  it('comes before a text that is too long for a caption', async () => {
    const result = await sending.send(pictureMessage('học '.repeat(900)), lan.id);
    expect(lan.received.map(({ kind }) => kind)).toEqual(['photo', 'text', 'text']);
    expect(result).toEqual({ ok: true, platformMessageId: lan.received.at(-1)?.id });
  });

  it.each([
    ['without an address', undefined],
    ['that is not there', '/none'],
    ['that is a page', '/page'],
  ])('%s leaves the text', async (_, path) => {
    pictureUrl = path && `${outside.url}${path}`;
    expect(await sending.send(message, lan.id)).toMatchObject({ ok: true });
    expect(lan.received).toMatchObject([{ kind: 'text', text: 'Khóa “Guitar” đây bạn.\n\n1. Khóa tương tự' }]);
  });

  it.each(['serverError', 'lostAnswer', 'notJson'] as const)(
    'of unknown outcome (%s) is not tried again with its message',
    async (kind) => {
      server.fault('sendPhoto', { kind });
      expect(await sending.send(message, lan.id)).toMatchObject({ error: { code: 'outcome_unknown' } });
      expect(await sending.send(message, lan.id)).toMatchObject({ ok: true });
      expect(server.callsOf('sendPhoto')).toHaveLength(1);
      expect(lan.received.at(-1)).toMatchObject({ kind: 'text' });
    },
  );

  it('waits as any message does when the quota is used up', async () => {
    server.fault('sendPhoto', { kind: 'throttle', retryAfterSeconds: 0 });
    expect(await sending.send(message, lan.id)).toMatchObject({ error: { code: 'quota_exceeded' } });
    expect(lan.received).toEqual([]);
  });

  it('for a person who has blocked the bot counts as one refusal', async () => {
    lan.block();
    for (const expected of ['platform_failed', 'platform_failed', 'person_unreachable']) {
      expect(await sending.send(message, lan.id)).toMatchObject({ error: { code: expected } });
      await sending.send(textMessage('hai'), minh.id);
    }
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

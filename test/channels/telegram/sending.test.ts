import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBotApi } from '../../../src/channels/telegram/bot-api.ts';
import { createTelegramSending } from '../../../src/channels/telegram/sending.ts';
import type { OutboundMessage, SendResult } from '../../../src/message/index.ts';
import { choice, courseList, pictureMessage, pngHead, textMessage } from '../../support/messages.ts';
import { type Fault, type Person, type ScriptedTelegram, startScriptedTelegram } from '../../support/telegram/index.ts';

let server: ScriptedTelegram;
let lan: Person;
let file: { name: string; content: Buffer } | undefined;
let picture: { name: string; content: Buffer } | undefined;
let sending: ReturnType<typeof createTelegramSending>;
beforeEach(async () => {
  server = await startScriptedTelegram();
  lan = server.person();
  lan.start();
  file = { name: 'ban-hoc.json', content: Buffer.from('{}') };
  picture = { name: 'ban-hoc-guitar.png', content: pngHead };
  const api = createBotApi({ token: server.token, apiRoot: server.url, timeoutSeconds: 5 });
  sending = createTelegramSending({ api, fileFor: async () => file, pictureFor: async () => picture });
});
afterEach(() => server.close());

/** The sending side over the scripted platform; hands on the chat of Lan. */
function send(message: OutboundMessage, replaces?: string) {
  return sending.send(message, String(lan.id), replaces === undefined ? {} : { replaces });
}

/** Sends as the sender does that is told to try again: from what the last try brought. */
async function sendAgain(message: OutboundMessage, last: SendResult) {
  return sending.send(message, String(lan.id), last.ok ? {} : { partsSent: last.error.partsSent ?? 0 });
}

/** The next call of a kind that carries such a text goes wrong. */
function faultOn(method: string, text: RegExp, fault: Fault): void {
  server.fault((call) => call.method === method && text.test(String(call.payload.text ?? '')), fault);
}

const saved = textMessage('Đã lưu.', { choices: [choice('u.1', 'Bỏ lưu')] });

describe('a message', () => {
  it('arrives with its buttons, without previews of its links, and tells its id', async () => {
    const result = await send(courseList(2));
    const [message] = lan.received;
    expect(result).toEqual({ ok: true, platformMessageId: String(message?.id) });
    expect(message?.rows.map((row) => row.map(({ label }) => label))).toEqual([
      ['1. Chi tiết', '1. Lưu', '1. Đến khóa học'],
      ['2. Chi tiết', '2. Lưu', '2. Đến khóa học'],
      ['Chỉ miễn phí'],
    ]);
    expect(message?.message.link_preview_options).toEqual({ is_disabled: true });
    expect(server.violations).toEqual([]);
  });

  it('longer than 4096 comes in several, the buttons under the last, whose id counts', async () => {
    const result = await send(textMessage('học nghề '.repeat(1000), { choices: saved.choices }));
    expect(lan.received.map(({ buttons }) => buttons.length)).toEqual([0, 0, 1]);
    expect(result).toEqual({ ok: true, platformMessageId: String(lan.received.at(-1)?.id) });
  });

  it('asks for a place with a keyboard where it has no buttons', async () => {
    await send(textMessage('Bạn ở đâu?', { asksLocation: 'Gửi vị trí' }));
    expect(lan.received[0]?.keyboard).toEqual(['Gửi vị trí']);
  });
});

describe('a message of several parts, tried again, goes on after those that have arrived', () => {
  const long = textMessage(`đầu ${'học nghề '.repeat(700)}giữa ${'học nghề '.repeat(400)}cuối`, {
    choices: saved.choices,
  });
  const throttle: Fault = { kind: 'throttle', retryAfterSeconds: 9 };
  const beginnings = () => lan.received.map(({ text }) => text.slice(0, 3));

  it('when a later one was throttled', async () => {
    faultOn('sendMessage', /cuối$/u, throttle);
    const first = await send(long);
    expect(first).toMatchObject({ ok: false, error: { code: 'throttled', retryAfterSeconds: 9, partsSent: 2 } });
    const second = await sendAgain(long, first);
    expect(second).toEqual({ ok: true, platformMessageId: String(lan.received.at(-1)?.id) });
    expect(lan.received.map(({ text, buttons }) => [/^đầu/u.test(text), /cuối$/u.test(text), buttons.length])).toEqual([
      [true, false, 0],
      [false, false, 0],
      [false, true, 1],
    ]);
  });

  it('and counts on when another one goes wrong then', async () => {
    faultOn('sendMessage', /giữa/u, throttle);
    const first = await send(long);
    faultOn('sendMessage', /cuối$/u, throttle);
    const second = await sendAgain(long, first);
    expect([first, second]).toMatchObject([{ error: { partsSent: 1 } }, { error: { partsSent: 2 } }]);
    await sendAgain(long, second);
    expect(lan.received).toHaveLength(3);
  });

  it('except one of unknown outcome: twice rather than never', async () => {
    faultOn('sendMessage', /cuối$/u, { kind: 'lostAnswer' });
    const first = await send(long);
    expect(first).toMatchObject({ error: { code: 'outcome_unknown', partsSent: 2 } });
    await sendAgain(long, first);
    expect(lan.received.filter(({ text }) => text.endsWith('cuối'))).toHaveLength(2);
    expect(beginnings().filter((text) => text === 'đầu')).toHaveLength(1);
  });

  it('with a file after them', async () => {
    const message = textMessage('a '.repeat(600), { file: 'export', choices: saved.choices });
    server.fault('sendDocument', throttle);
    const first = await send(message);
    expect(first).toMatchObject({ error: { code: 'throttled', partsSent: 1 } });
    await sendAgain(message, first);
    expect(lan.received.map(({ document, buttons }) => [document !== undefined, buttons.length])).toEqual([
      [false, 0],
      [true, 1],
    ]);
  });

  it('with a picture before them', async () => {
    const message = pictureMessage('a '.repeat(600), { choices: saved.choices });
    server.fault('sendMessage', throttle);
    const first = await send(message);
    expect(first).toMatchObject({ error: { code: 'throttled', partsSent: 1 } });
    await sendAgain(message, first);
    expect(lan.received.map(({ photo, buttons }) => [photo !== undefined, buttons.length])).toEqual([
      [true, 0],
      [false, 1],
    ]);
  });

  it('with a picture before them that is refused: it keeps its place, and is tried while nothing has arrived', async () => {
    const message = pictureMessage(`đầu ${'học nghề '.repeat(500)}cuối`);
    server.fault('sendPhoto', { kind: 'status', status: 400 }, { times: 2 });
    faultOn('sendMessage', /^đầu/u, throttle);
    const first = await send(message);
    faultOn('sendMessage', /cuối$/u, throttle);
    const second = await sendAgain(message, first);
    expect([first, second]).toMatchObject([{ error: { partsSent: 0 } }, { error: { partsSent: 2 } }]);
    await sendAgain(message, second);
    expect(server.callsOf('sendPhoto')).toHaveLength(2);
    expect(lan.received.map(({ text }) => /^đầu/u.test(text))).toEqual([true, false]);
  });
});

describe('what the API refuses is left out rather than the message', () => {
  it('formatting that it cannot parse', async () => {
    const body = { ok: false, error_code: 400, description: "Bad Request: can't parse entities: Unexpected end tag" };
    server.fault('sendMessage', { kind: 'status', status: 400, body });
    expect(await send({ text: [{ text: '1 < 2', bold: true }], choices: saved.choices })).toMatchObject({ ok: true });
    expect(lan.received[0]).toMatchObject({ text: '1 < 2', entities: [] });
    expect(lan.received[0]?.buttons).toHaveLength(1);
  });

  it.each(['http://máy này/', 'javascript:alert(1)', 'không phải địa chỉ'])('a link to “%s”', async (url) => {
    const message = textMessage('Trang:', { choices: [choice('', 'Đến', { url }), ...saved.choices] });
    expect(await send(message)).toMatchObject({ ok: true });
    expect(lan.received[0]).toMatchObject({ text: 'Trang:', buttons: [{ label: 'Bỏ lưu' }] });
  });
});

describe('a message in the place of another', () => {
  it('edits it and keeps its id', async () => {
    await send(saved);
    const id = String(lan.received[0]?.id);
    expect(await send(textMessage('Đã bỏ lưu.'), id)).toEqual({ ok: true, platformMessageId: id });
    expect(lan.received).toHaveLength(1);
    expect(lan.received[0]).toMatchObject({ text: 'Đã bỏ lưu.', buttons: [], isEdited: true });
  });

  it('that says the same is done already', async () => {
    await send(saved);
    const id = String(lan.received[0]?.id);
    expect(await send(saved, id)).toEqual({ ok: true, platformMessageId: id });
    expect(lan.received).toHaveLength(1);
  });

  it.each([
    ['is gone', '999'],
    ['has an id of nothing', 'abc'],
  ])('comes as a new one where that %s', async (_, replaces) => {
    const result = await send(saved, replaces);
    expect(result).toEqual({ ok: true, platformMessageId: String(lan.received[0]?.id) });
    expect(lan.received).toHaveLength(1);
  });

  it('comes as a new one where it is too long for one', async () => {
    await send(saved);
    await send(textMessage('a '.repeat(3000)), String(lan.received[0]?.id));
    expect(lan.received).toHaveLength(3);
    expect(lan.received[0]?.text).toBe('Đã lưu.');
  });

  it('is not tried again as a new one when the outcome is unknown', async () => {
    await send(saved);
    server.fault('editMessageText', { kind: 'lostAnswer' });
    expect(await send(textMessage('Đã bỏ lưu.'), String(lan.received[0]?.id))).toMatchObject({
      ok: false,
      error: { code: 'outcome_unknown' },
    });
    expect(lan.received).toHaveLength(1);
  });
});

describe('a file', () => {
  const message = textMessage('Dữ liệu mình giữ về bạn.', { file: 'export', choices: saved.choices });

  it('comes with the text as its caption and the buttons under it', async () => {
    expect(await send(message)).toEqual({ ok: true, platformMessageId: String(lan.received[0]?.id) });
    expect(lan.received[0]).toMatchObject({ text: 'Dữ liệu mình giữ về bạn.' });
    expect(lan.received[0]?.document?.file?.fileName).toBe('ban-hoc.json');
    expect(lan.received[0]?.buttons).toHaveLength(1);
  });

  it('comes after a text that is too long for a caption', async () => {
    await send({ ...message, text: ['a '.repeat(600)] });
    expect(lan.received.map(({ document }) => document !== undefined)).toEqual([false, true]);
    expect(server.violations).toEqual([]);
  });

  it('that there is none of any more leaves the text', async () => {
    file = undefined;
    expect(await send(message)).toMatchObject({ ok: true });
    expect(lan.received[0]).toMatchObject({ text: 'Dữ liệu mình giữ về bạn.' });
    expect(lan.received[0]?.document).toBe(undefined);
  });
});

describe('a picture', () => {
  const message = pictureMessage('Khóa “Guitar < 5 bài & hơn” đây bạn.', { choices: saved.choices });

  it('is uploaded with the text as its caption and the buttons under it', async () => {
    expect(await send(message)).toEqual({ ok: true, platformMessageId: String(lan.received[0]?.id) });
    expect(lan.received).toMatchObject([
      { text: 'Khóa “Guitar < 5 bài & hơn” đây bạn.', buttons: [{ label: 'Bỏ lưu' }] },
    ]);
    expect(lan.received[0]?.photo?.file).toMatchObject({ fileName: 'ban-hoc-guitar.png', content: pngHead });
    expect(server.violations).toEqual([]);
  });

  it('has a caption of as many characters as the platform takes after formatting', async () => {
    const longest = 'ệ'.normalize('NFD').repeat(1024);
    await send({ ...message, text: [{ text: longest, bold: true }] });
    expect(lan.received).toHaveLength(1);
    expect(lan.received[0]?.text).toHaveLength(1024);
  });

  it('comes before a text that is too long for a caption, which has the buttons', async () => {
    const result = await send({ ...message, text: ['a '.repeat(600)] });
    const [first, second] = lan.received;
    expect(first).toMatchObject({ text: '', buttons: [], photo: expect.anything() });
    expect(second).toMatchObject({ text: expect.stringMatching(/^a a/), buttons: [{ label: 'Bỏ lưu' }] });
    expect(result).toEqual({ ok: true, platformMessageId: String(second?.id) });
    expect(server.violations).toEqual([]);
  });

  it.each([
    ['that is gone', () => (picture = undefined)],
    ['that is no picture', () => (picture = { name: 'a.png', content: Buffer.from('text') })],
    ['that is refused', () => server.fault('sendPhoto', { kind: 'status', status: 400 })],
    ['that is too large', () => server.fault('sendPhoto', { kind: 'status', status: 413 })],
  ])('%s leaves the text', async (_, spoil) => {
    spoil();
    expect(await send(message)).toMatchObject({ ok: true });
    expect(lan.received).toMatchObject([{ text: expect.stringContaining('Guitar'), buttons: [{ label: 'Bỏ lưu' }] }]);
    expect(lan.received[0]?.photo).toBe(undefined);
  });

  it('keeps its caption where formatting or a link is refused', async () => {
    const body = { ok: false, error_code: 400, description: "Bad Request: can't parse entities: Unexpected end tag" };
    server.fault('sendPhoto', { kind: 'status', status: 400, body });
    await send({ ...message, choices: [choice('', 'Đến', { url: 'https://hoc.example/' })] });
    await send({ ...message, choices: [choice('', 'Đến', { url: 'không phải địa chỉ' })] });
    expect(lan.received).toMatchObject([
      { photo: expect.anything(), entities: [], buttons: [{ label: 'Đến' }] },
      { photo: expect.anything(), text: expect.stringContaining('Guitar'), buttons: [] },
    ]);
  });

  it('of unknown outcome is not tried again with its message', async () => {
    server.fault('sendPhoto', { kind: 'serverError' });
    expect(await send(message)).toMatchObject({ ok: false, error: { code: 'outcome_unknown' } });
    expect(await send(message)).toMatchObject({ ok: true });
    expect(lan.received).toMatchObject([{ text: expect.stringContaining('Guitar') }]);
    expect(server.callsOf('sendPhoto')).toHaveLength(1);
    await send(message);
    expect(lan.received[1]).toMatchObject({ photo: expect.anything() });
  });

  it('waits as any message does when the bot is throttled, and is not sent to who has blocked it', async () => {
    server.fault('sendPhoto', { kind: 'throttle', retryAfterSeconds: 9 });
    expect(await send(message)).toMatchObject({ error: { code: 'throttled', retryAfterSeconds: 9 } });
    server.fault('sendPhoto', { kind: 'blocked' });
    expect(await send(message)).toMatchObject({ error: { code: 'person_unreachable' } });
    expect(lan.received).toEqual([]);
  });

  it('never takes the place of a text', async () => {
    await send(saved);
    await send(message, String(lan.received[0]?.id));
    expect(lan.received).toMatchObject([{ text: 'Đã lưu.' }, { photo: expect.anything() }]);
  });
});

describe('an error is a value', () => {
  it.each([
    ['blocked', { kind: 'blocked' }, { code: 'person_unreachable' }],
    ['throttled', { kind: 'throttle', retryAfterSeconds: 9 }, { code: 'throttled', retryAfterSeconds: 9 }],
    ['a fault of the server', { kind: 'serverError' }, { code: 'outcome_unknown' }],
    ['a connection that breaks', { kind: 'reset' }, { code: 'outcome_unknown' }],
    ['an answer that breaks off', { kind: 'halfAnswer' }, { code: 'outcome_unknown' }],
    ['a web page', { kind: 'notJson' }, { code: 'outcome_unknown' }],
    ['a web page with 502', { kind: 'notJson', status: 502 }, { code: 'outcome_unknown' }],
  ] as const)('%s', async (_, fault, error) => {
    server.fault('sendMessage', fault);
    const result = await send(saved);
    expect(result).toMatchObject({ ok: false, error });
    expect(JSON.stringify(result)).not.toContain(server.token);
  });

  it('a platform that is not there: nothing has left', async () => {
    await server.close();
    expect(await send(saved)).toMatchObject({ ok: false, error: { code: 'platform_failed' } });
  });
});

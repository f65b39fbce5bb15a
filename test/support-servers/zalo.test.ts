import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Person, type ScriptedZalo, startScriptedZalo } from '../support/zalo/index.ts';
import { answerStatus, startWebhookListener } from './webhook-listener.ts';
import { createZaloCaller, refused, type ZaloCaller } from './zalo-caller.ts';

let server: ScriptedZalo;
let call: ZaloCaller;
let lan: Person;

async function start(options: Parameters<typeof startScriptedZalo>[0] = {}): Promise<void> {
  await server?.close();
  server = await startScriptedZalo(options);
  call = createZaloCaller(server);
  lan = server.person();
}
beforeEach(() => start());
afterEach(() => server.close());

const sent = {
  status: 200,
  body: { ok: true, result: { message_id: expect.stringMatching(/^[0-9a-f]{20}$/), date: expect.any(Number) } },
};

describe('a call', () => {
  it('with a wrong token is answered 401 inside a 200', async () => {
    expect(await call.raw('getMe', {}, '1:wrong')).toEqual(refused(401, 'Unauthorized'));
  });

  it('of an unknown method, or in other letters, is answered 404 inside a 200', async () => {
    expect(await call('editMessageText')).toEqual(refused(404));
    expect(await call('getme')).toEqual(refused(404));
    expect(server.violations.map(({ method }) => method)).toEqual(['editMessageText', 'getme']);
    expect(server.callsOf('getMe')).toEqual([]);
  });

  it('tells who the bot is', async () => {
    expect(await call.raw('getMe', {})).toMatchObject({
      body: { ok: true, result: { account_type: 'BASIC', can_join_groups: false, display_name: 'Bot Bạn Học' } },
    });
  });

  it('may come as JSON, form, multipart or query', async () => {
    lan.send('chào');
    const fields = { chat_id: lan.id, text: 'học' };
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    expect(await call('sendMessage', fields)).toEqual(sent);
    expect(await call.raw('sendMessage', { method: 'POST', body: new URLSearchParams(fields) })).toEqual(sent);
    expect(await call.raw('sendMessage', { method: 'POST', body: form })).toEqual(sent);
    expect(await call.raw(`sendMessage?${new URLSearchParams(fields)}`, {})).toEqual(sent);
    expect(lan.received.map(({ text }) => text)).toEqual(['học', 'học', 'học', 'học']);
    expect(server.violations).toEqual([]);
  });

  it('with a body that is no JSON object is refused', async () => {
    const headers = { 'content-type': 'application/json' };
    expect(await call.raw('getMe', { method: 'POST', headers, body: '{' })).toEqual(refused(400));
    expect(await call.raw('getMe', { method: 'POST', headers, body: '[]' })).toEqual(refused(400));
    expect(await call.raw('getMe', { method: 'POST', body: 'text' })).toEqual(refused(400));
  });

  it('with a parameter the platform does not know takes effect and is noted', async () => {
    lan.send('chào');
    expect(await call('sendMessage', { chat_id: lan.id, text: 'học', reply_markup: {} })).toEqual(sent);
    expect(server.violations).toMatchObject([{ description: 'unknown parameter reply_markup' }]);
  });
});

describe('a text', () => {
  const send = (more: object) => call('sendMessage', { chat_id: lan.id, ...more });
  beforeEach(() => void lan.send('chào'));

  it('has 1 to 2000 UTF-16 units', async () => {
    expect(await send({ text: 'ạ'.repeat(2000) })).toEqual(sent);
    expect(await send({ text: '😀'.repeat(1000) })).toEqual(sent);
    expect(await send({ text: `${'😀'.repeat(1000)}.` })).toEqual(refused(400));
    expect(await send({ text: '' })).toEqual(refused(400));
    expect(await send({})).toEqual(refused(400));
    expect(server.violations).toHaveLength(3);
  });

  it('is composed, whole and a string', async () => {
    expect(await send({ text: 'học'.normalize('NFD') })).toEqual(refused(400));
    expect(await send({ text: '😀'.slice(0, 1) })).toEqual(refused(400));
    expect(await send({ text: 5 })).toEqual(refused(400));
    expect(lan.received).toEqual([]);
  });

  it('has styles with known codes inside it', async () => {
    const text = 'a😀bc';
    const style = (start: unknown, len: unknown, st: unknown = ['b']) =>
      send({ text, text_styles: [{ start, len, st }] });
    expect(await style(0, 5, ['b', 'c_db342e', 'f_18'])).toEqual(sent);
    expect(await style(3, 3)).toEqual(refused(400));
    expect(await style(-1, 2)).toEqual(refused(400));
    expect(await style(0, 0)).toEqual(refused(400));
    expect(await style('0', 1)).toEqual(refused(400));
    expect(await style(1, 1)).toEqual(refused(400));
    expect(await style(0, 1, ['bold'])).toEqual(refused(400));
    expect(await style(0, 1, [])).toEqual(refused(400));
    expect(await style(0, 1, 'b')).toEqual(refused(400));
    expect(await send({ text, text_styles: 'b' })).toEqual(refused(400));
    expect(lan.received).toMatchObject([{ text, styles: [{ start: 0, len: 5, st: ['b', 'c_db342e', 'f_18'] }] }]);
  });

  it('may have overlapping styles', async () => {
    const text_styles = [
      { start: 0, len: 3, st: ['b'] },
      { start: 2, len: 2, st: ['i'] },
    ];
    expect(await send({ text: 'abcd', text_styles })).toEqual(sent);
  });

  it('has either a parse mode or styles', async () => {
    expect(await send({ text: '**a**', parse_mode: 'markdown' })).toEqual(sent);
    expect(await send({ text: 'a', parse_mode: 'MarkdownV2' })).toEqual(refused(400));
    const text_styles = [{ start: 0, len: 1, st: ['b'] }];
    expect(await send({ text: 'a', parse_mode: 'html', text_styles })).toEqual(refused(400));
    expect(lan.received).toMatchObject([{ parseMode: 'markdown', text: '**a**', buttons: [] }]);
  });
});

describe('other messages', () => {
  beforeEach(() => void lan.send('chào'));

  it('photos come from public addresses or this machine', async () => {
    const send = (photo: unknown, caption?: string) => call('sendPhoto', { chat_id: lan.id, photo, caption });
    expect(await send('https://example.org/a.png', 'ạ'.repeat(2000))).toEqual(sent);
    expect(await send('http://127.0.0.1:1/a.png')).toEqual(sent);
    for (const photo of ['a.png', 'file:///a.png', 'http://10.0.0.1/a.png', 'https://intranet/a.png', undefined]) {
      expect(await send(photo)).toEqual(refused(400));
    }
    expect(await send('https://example.org/a.png', 'ạ'.repeat(2001))).toEqual(refused(400));
    expect(lan.received).toHaveLength(2);
  });

  it('photos are really fetched when asked for', async () => {
    await start({ fetchPhotos: true });
    lan.send('chào');
    const host = await startWebhookListener();
    const asPng = (content: Buffer) => (response: ServerResponse) =>
      void response.setHeader('content-type', 'image/png').end(content);
    const png = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
    host.answers.push(asPng(png), answerStatus(404), asPng(Buffer.from('<html>')));
    const photo = host.url;
    expect(await call('sendPhoto', { chat_id: lan.id, photo })).toEqual(sent);
    expect(await call('sendPhoto', { chat_id: lan.id, photo })).toEqual(refused(400, expect.stringContaining('404')));
    expect(await call('sendPhoto', { chat_id: lan.id, photo })).toEqual(refused(400));
    await host.close();
    expect(server.fetchedPhotos).toEqual([
      { url: photo, status: 200, contentType: 'image/png', bytes: 8, isPicture: true },
      { url: photo, status: 404, contentType: '', bytes: 0, isPicture: false },
      { url: photo, status: 200, contentType: 'image/png', bytes: 6, isPicture: false },
    ]);
    expect(lan.received).toMatchObject([{ kind: 'photo', photo: { url: photo, fetched: { status: 200 } } }]);
  });

  it('stickers, and voices as .aac to one person', async () => {
    const group = server.group();
    expect(await call('sendSticker', { chat_id: lan.id, sticker: 'abc' })).toEqual(sent);
    expect(await call('sendSticker', { chat_id: lan.id })).toEqual(refused(400));
    expect(await call('sendVoice', { chat_id: lan.id, voice_url: 'https://example.org/a.aac' })).toEqual(sent);
    expect(await call('sendVoice', { chat_id: lan.id, voice_url: 'https://example.org/a.mp3' })).toEqual(refused(400));
    expect(await call('sendVoice', { chat_id: group.id, voice_url: 'https://example.org/a.aac' })).toEqual(
      refused(400),
    );
    expect(lan.received.map(({ kind }) => kind)).toEqual(['sticker', 'voice']);
  });

  it('typing is answered without a result and is the only action', async () => {
    const act = (action: string) => call('sendChatAction', { chat_id: lan.id, action });
    expect(await act('typing')).toEqual({ status: 200, body: { ok: true } });
    expect(await act('upload_photo')).toEqual(refused(400));
    expect(lan.actions).toEqual(['typing']);
  });
});

describe('people', () => {
  const send = (chatId: unknown) => call('sendMessage', { chat_id: chatId, text: 'học' });

  it('cannot be written to before they wrote, unless the platform is told to allow it', async () => {
    expect(await send(lan.id)).toEqual(refused(403));
    expect(await send('0123456789abcdef0123')).toEqual(refused(404));
    expect(server.violations).toEqual([]);
    await start({ strangers: 'reached' });
    expect(await send(lan.id)).toEqual(sent);
  });

  it('who block the bot make sending fail, and no event tells it', async () => {
    lan.send('chào');
    lan.block();
    expect(await send(lan.id)).toEqual(refused(403));
    lan.block({ errorCode: 400 });
    expect(await send(lan.id)).toEqual(refused(400));
    expect(() => lan.send('chào')).toThrow('blocked');
    lan.unblock();
    expect(await send(lan.id)).toEqual(sent);
    expect(server.updates).toHaveLength(1);
  });

  it('beyond the limit are not heard and not reached', async () => {
    await start({ peopleLimit: 1 });
    const minh = server.person({ name: 'Minh' });
    lan.send('chào');
    minh.send('chào');
    expect([lan.isTurnedAway, minh.isTurnedAway]).toEqual([false, true]);
    expect(server.updates).toMatchObject([{ message: { from: { id: lan.id } } }]);
    expect(await send(minh.id)).toEqual(refused(403));
  });

  it('wait for messages, or fail with what had arrived', async () => {
    lan.send('chào');
    const waiting = lan.next();
    await send(lan.id);
    expect(await waiting).toMatchObject({ text: 'học', kind: 'text' });
    expect(await lan.until(({ text }) => text === 'học')).toBe(lan.received[0]);
    await expect(lan.next({ timeoutMs: 1 })).rejects.toThrow(
      /next message of the bot to Lan.*arrived: text "học" \(awaited\)/,
    );
  });
});

describe('quota and rate', () => {
  const send = () => call('sendMessage', { chat_id: lan.id, text: 'học' });

  it('a month has so many messages, by the calendar of Vietnam', async () => {
    let now = new Date('2026-11-30T16:59:00Z');
    await start({ monthlyQuota: 1, now: () => now });
    lan.send('chào');
    expect(await send()).toEqual(sent);
    expect(await send()).toEqual(refused(429, 'quota exceeded'));
    expect(server.quotaUsed).toBe(1);
    now = new Date('2026-11-30T17:00:00Z');
    expect(await send()).toEqual(sent);
  });

  it('failed sends use it up only when told', async () => {
    await start({ monthlyQuota: 1, failedSendsCount: true });
    expect(await send()).toEqual(refused(403));
    expect(await send()).toEqual(refused(429));
  });

  it('too many a second are refused without a waiting time', async () => {
    let now = new Date('2026-11-30T09:00:00Z');
    await start({ now: () => now });
    server.rate({ perSecond: 2 });
    lan.send('chào');
    expect([await send(), await send(), await send()]).toEqual([sent, sent, refused(429)]);
    now = new Date('2026-11-30T09:00:01Z');
    expect(await send()).toEqual(sent);
    expect(server.violations).toEqual([]);
  });
});

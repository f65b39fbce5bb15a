import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readZaloUpdate } from '../../../src/channels/zalo/update.ts';
import type { InboundContent } from '../../../src/message/index.ts';
import { type Person, type ScriptedZalo, startScriptedZalo } from '../../support/zalo/index.ts';

const now = new Date('2026-11-24T03:00:00Z');

let server: ScriptedZalo;
let lan: Person;
beforeEach(async () => {
  server = await startScriptedZalo();
  lan = server.person();
});
afterEach(() => server.close());

const read = (update: unknown) => readZaloUpdate(update, now);

describe('a message', () => {
  it('is a text of a chat and a person, named by event, chat and message', () => {
    const update = lan.send('hoc ke toan');
    expect(read(update)).toEqual({
      kind: 'message',
      message: {
        channel: 'zalo',
        updateKey: `message.text.received:${lan.id}:${update.message.message_id}`,
        chat: lan.id,
        person: lan.id,
        receivedAt: now,
        origin: update.message.message_id,
        content: { kind: 'text', text: 'hoc ke toan' },
      },
    });
  });

  it.each<[string, (person: Person) => unknown, InboundContent]>([
    [
      'a picture',
      (person) => person.sendPhoto(),
      { kind: 'media', what: 'picture', source: 'https://photo.zdn.vn/x.jpg' },
    ],
    [
      'a picture at no address',
      (person) => person.sendPhoto({ url: 'x.jpg' }),
      { kind: 'unsupported', what: 'picture' },
    ],
    [
      'a picture with words',
      (person) => person.sendPhoto({ caption: 'bài 3' }),
      { kind: 'media', what: 'picture', source: 'https://photo.zdn.vn/x.jpg', caption: 'bài 3' },
    ],
    [
      'a voice message',
      (person) => person.sendVoice(),
      { kind: 'media', what: 'voice', source: 'https://voice.zdn.vn/x.aac' },
    ],
    ['a voice message at no address', (person) => person.sendVoice('x.aac'), { kind: 'unsupported', what: 'voice' }],
    ['a sticker', (person) => person.sendSticker(), { kind: 'unsupported', what: 'sticker' }],
    ['what the platform hides', (person) => person.sendUnsupported(), { kind: 'unsupported', what: 'hidden' }],
  ])('%s', (_, act, content) => {
    expect(read(act(lan))).toMatchObject({ kind: 'message', message: { content } });
  });

  it('reads the same flat and wrapped', () => {
    const update = lan.send('học vẽ');
    const expected = read(update);
    expect(read({ ok: true, result: update })).toEqual(expected);
    expect(read({ result: update })).toEqual(expected);
  });

  it.each([
    { nameField: 'name', photoField: 'photo', dateUnit: 'seconds' },
    { nameField: 'first_name', photoField: 'photo_url', dateUnit: 'milliseconds' },
  ] as const)('reads the same whatever its fields are called: $nameField, $photoField, $dateUnit', (shape) => {
    server.shape(shape);
    expect(read(lan.sendPhoto({ caption: 'bài 3' }))).toMatchObject({
      message: { person: lan.id, content: { kind: 'media', source: 'https://photo.zdn.vn/x.jpg', caption: 'bài 3' } },
    });
  });

  it('tells two events of one message apart, and the same of two chats', () => {
    const text = read(lan.send('a'));
    const other = read({ event_name: 'message.image.received', message: { ...lan.send('a').message } });
    const elsewhere = read(server.person().send('a'));
    const keys = [text, other, elsewhere].map((update) => update.kind === 'message' && update.message.updateKey);
    expect(new Set(keys).size).toBe(3);
  });

  it('has an id even where that is a number', () => {
    const update = lan.send('a');
    expect(read({ ...update, message: { ...update.message, message_id: 7 } })).toMatchObject({
      message: { origin: '7' },
    });
  });
});

describe('what is not for us is ignored', () => {
  it('an event of another name', () => {
    expect(read(lan.sendUnknown())).toEqual({ kind: 'ignored' });
    expect(read({ event_name: 'webhook.test' })).toEqual({ kind: 'ignored' });
  });

  it('anything in a group', () => {
    const group = server.group();
    expect(read(group.sendAs(lan, 'ơi', { mention: true }))).toEqual({ kind: 'ignored' });
    expect(read(group.sendUnsupportedAs(lan))).toEqual({ kind: 'ignored' });
  });

  it.each(['', 'a\u0000b', '\ud83d', 'x'.repeat(5000), 'a b'])('a message, chat or person with the id %j', (id) => {
    const update = lan.send('a');
    const { message } = update;
    expect(read({ ...update, message: { ...message, message_id: id } })).toEqual({ kind: 'ignored' });
    expect(read({ ...update, message: { ...message, chat: { ...message.chat, id } } })).toEqual({ kind: 'ignored' });
    expect(read({ ...update, message: { ...message, from: { ...message.from, id } } })).toEqual({ kind: 'ignored' });
  });

  it('another bot', () => {
    const update = lan.send('a');
    const from = { ...update.message.from, is_bot: true };
    expect(read({ ...update, message: { ...update.message, from } })).toEqual({ kind: 'ignored' });
  });

  it.each([undefined, null, 'a', 5, [], {}, { ok: true, result: null }, { ok: true, result: [] }, { message: {} }])(
    '%j',
    (body) => {
      expect(read(body)).toEqual({ kind: 'ignored' });
    },
  );

  it('a text without its text, or without who wrote it', () => {
    const update = lan.send('a');
    const { text: _, ...bare } = update.message;
    expect(read({ ...update, message: bare })).toEqual({ kind: 'ignored' });
    const { from: __, ...nobody } = update.message;
    expect(read({ ...update, message: nobody })).toEqual({ kind: 'ignored' });
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { allowedUpdates, readTelegramUpdate, updateIdOf } from '../../../src/channels/telegram/update.ts';
import type { InboundContent } from '../../../src/message/index.ts';
import { wardAt } from '../../../src/places/index.ts';
import { type Group, type Person, type ScriptedTelegram, startScriptedTelegram } from '../../support/telegram/index.ts';

const now = new Date('2026-11-24T03:00:00Z');
const bot = { id: 123456789, username: 'ban_hoc_bot' };

let server: ScriptedTelegram;
let lan: Person;
beforeEach(async () => {
  server = await startScriptedTelegram();
  lan = server.person({ languageCode: 'vi' });
});
afterEach(() => server.close());

const read = (update: unknown) => readTelegramUpdate(update, bot, now);

/** What the person of a message update said; fails for any other kind. */
function contentOf(update: unknown): InboundContent {
  const result = read(update);
  if (result.kind !== 'message') throw new Error(`It was read as ${result.kind}`);
  return result.message.content;
}

describe('a private message', () => {
  it('is a text of a chat and a person, named by the id of its update', () => {
    const update = lan.send('học kế toán');
    expect(read(update)).toEqual({
      kind: 'message',
      message: {
        channel: 'telegram',
        updateKey: String(update.update_id),
        chat: String(lan.id),
        person: String(lan.id),
        locale: 'vi',
        receivedAt: now,
        origin: '1',
        content: { kind: 'text', text: 'học kế toán' },
      },
    });
  });

  it.each([
    ['vi', 'vi'],
    ['vi-VN', 'vi'],
    ['en-GB', 'en'],
    ['de', 'en'],
    ['vic', 'en'],
    [undefined, undefined],
    ['', undefined],
  ])('from an app in %s is taken for %s', (languageCode, locale) => {
    const person = server.person(languageCode === undefined ? {} : { languageCode });
    expect(read(person.send('a'))).toMatchObject({ kind: 'message' });
    const result = read(person.send('a'));
    expect(result.kind === 'message' && result.message.locale).toBe(locale);
  });

  it('/start is the start button, with the parameter of a deep link', () => {
    expect(contentOf(lan.start())).toEqual({ kind: 'start' });
    expect(contentOf(lan.start('course_so-cuu'))).toEqual({ kind: 'start', parameter: 'course_so-cuu' });
    expect(contentOf(lan.send('/start@ban_hoc_bot ref_hoa'))).toEqual({ kind: 'start', parameter: 'ref_hoa' });
    expect(contentOf(lan.send('/start học \u0000 kế toán'))).toEqual({ kind: 'start' });
    expect(contentOf(lan.send('/started'))).toEqual({ kind: 'text', text: '/started' });
  });

  it('with a caption is that text', () => {
    expect(contentOf(lan.sendFile({ caption: 'hồ sơ' }))).toEqual({ kind: 'text', text: 'hồ sơ' });
  });

  it.each<[string, (person: Person) => unknown, string]>([
    ['a sticker', (person) => person.sendSticker(), 'sticker'],
    ['a file', (person) => person.sendFile(), 'file'],
  ])('that is %s cannot be read', (_, act, what) => {
    expect(contentOf(act(lan))).toEqual({ kind: 'unsupported', what });
  });

  it('that is a picture names its largest size that is not too wide, and its caption', () => {
    const { message } = lan.sendPhoto({ caption: 'lớp này còn không' });
    const sized = (...widths: number[]) => widths.map((width) => ({ file_id: `w${width}`, width, height: 1 }));
    const read = (photo: unknown, caption?: string) =>
      contentOf({ update_id: 1, message: { ...message, photo, caption } });
    expect(contentOf({ update_id: 1, message })).toMatchObject({ kind: 'media', caption: 'lớp này còn không' });
    expect(read(sized(90, 1280, 2560, 320), '  ')).toEqual({ kind: 'media', what: 'picture', source: 'w1280' });
    expect(read(sized(2560, 5000))).toEqual({ kind: 'media', what: 'picture', source: 'w2560' });
    for (const photo of [[], {}, 'x', [{ file_id: 7, width: 1 }], [{ file_id: 'a' }]])
      expect(read(photo)).toEqual({ kind: 'unsupported', what: 'picture' });
    expect(read([], 'bài 3')).toEqual({ kind: 'text', text: 'bài 3' });
  });

  it('that is a voice message names its file and its length; without a file that can be named it cannot be read', () => {
    const update = lan.sendVoice(7);
    expect(contentOf(update)).toEqual({
      kind: 'media',
      what: 'voice',
      source: update.message?.voice?.file_id,
      seconds: 7,
    });
    const { voice: _, ...bare } = update.message ?? {};
    for (const voice of [{}, 'x', { file_id: 7 }, { file_id: 'a b' }, { file_id: 'a', duration: -1 }])
      expect(contentOf({ update_id: 1, message: { ...bare, voice } })).toEqual({ kind: 'unsupported', what: 'voice' });
  });

  it.each([
    ['animation', 'sticker'],
    ['dice', 'sticker'],
    ['audio', 'voice'],
    ['video_note', 'voice'],
    ['video', 'file'],
    ['contact', 'other'],
    ['poll', 'other'],
    ['story', 'other'],
  ])('with %s counts as %s', (field, what) => {
    const { message } = lan.send('a');
    const { text: _, ...bare } = message ?? {};
    expect(contentOf({ update_id: 1, message: { ...bare, [field]: {} } })).toEqual({ kind: 'unsupported', what });
  });

  it('that is a place tells the ward, and the position within the city for this one answer', () => {
    const content = contentOf(lan.shareLocation(10.8494, 106.7537));
    const point = { latitude: 10.8494, longitude: 106.7537 };
    expect(content).toEqual({ kind: 'place', ward: wardAt(10.8494, 106.7537)?.code, point });
    expect(contentOf(lan.shareLocation(21.0278, 105.8342))).toEqual({ kind: 'place' });
  });

  it('of the service (a pin, a title) is nobody’s question', () => {
    const { message } = lan.send('a');
    const { text: _, ...bare } = message ?? {};
    expect(read({ update_id: 1, message: { ...bare, pinned_message: {} } })).toMatchObject({ kind: 'ignored' });
  });

  it('of another bot is ignored', () => {
    const { message } = lan.send('a');
    expect(read({ update_id: 1, message: { ...message, from: { id: 5, is_bot: true } } })).toMatchObject({
      kind: 'ignored',
    });
  });
});

describe('an edited message', () => {
  it('corrects the text it was', () => {
    const sent = lan.send('học kế tóan');
    const edited = lan.edit(sent.message?.message_id ?? 0, 'học kế toán');
    expect(read(edited)).toMatchObject({
      message: { origin: '1', content: { kind: 'text', text: 'học kế toán', corrects: true } },
    });
  });

  it('never starts anew, and a moving place is no new answer', () => {
    const sent = lan.send('a');
    expect(contentOf(lan.edit(sent.message?.message_id ?? 0, '/start x'))).toMatchObject({ kind: 'text' });
    const { message } = lan.shareLocation(10.8, 106.7);
    expect(read({ update_id: 1, edited_message: message })).toMatchObject({ kind: 'ignored' });
  });
});

describe('a pressed button', () => {
  const query = {
    id: '77',
    from: { id: 9, is_bot: false, first_name: 'Lan', language_code: 'en' },
    message: { message_id: 4, date: 0, chat: { id: 9, type: 'private' } },
    chat_instance: '1',
  };

  it('is a choice on the message it stands on, and its spinner wants an answer', () => {
    expect(read({ update_id: 8, callback_query: { ...query, data: 'd.1~x' } })).toEqual({
      kind: 'message',
      callbackId: '77',
      message: {
        channel: 'telegram',
        updateKey: '8',
        chat: '9',
        person: '9',
        locale: 'en',
        receivedAt: now,
        origin: '4',
        content: { kind: 'choice', choice: 'd.1~x' },
      },
    });
  });

  it.each([
    ['in a group', { ...query, data: 'd', message: { ...query.message, chat: { id: -5, type: 'supergroup' } } }],
    ['without its message', { ...query, data: 'd', message: undefined }],
    ['without data, as of a game', query],
    ['with data that is no choice of ours', { ...query, data: 'd.1\u0000~x' }],
    ['with data in letters that we never use', { ...query, data: 'chọn' }],
  ])('%s only stops spinning', (_, callback_query) => {
    expect(read({ update_id: 8, callback_query })).toEqual({ kind: 'press_elsewhere', callbackId: '77' });
  });
});

describe('a group', () => {
  let group: Group;
  beforeEach(() => {
    group = server.group({ hasPrivacy: false });
  });

  it('means the bot where it is named, whatever the capitals', () => {
    expect(read(group.sendAs(lan, 'ơi', { mention: true }))).toMatchObject({ kind: 'group', chat: String(group.id) });
    expect(read(group.sendAs(lan, 'này @BAN_HOC_BOT'))).toMatchObject({ kind: 'group', locale: 'vi' });
    expect(read(group.sendAs(lan, '/giup@ban_hoc_bot'))).toMatchObject({ kind: 'group' });
  });

  it('means the bot where its message is answered', () => {
    const update = group.sendAs(lan, 'cảm ơn');
    const message = { ...update?.message, reply_to_message: { from: { id: bot.id, is_bot: true } } };
    expect(read({ ...update, message })).toMatchObject({ kind: 'group' });
  });

  it.each(['học kế toán', 'hỏi @ban_hoc_bot_khac', '/giup', '/giup@other_bot'])('does not mean it by “%s”', (text) => {
    expect(read(group.sendAs(lan, text))).toMatchObject({ kind: 'ignored' });
  });

  it('means nobody while the bot does not know its own name', () => {
    expect(readTelegramUpdate(group.sendAs(lan, 'a', { mention: true }), { id: 0, username: '' }, now)).toMatchObject({
      kind: 'ignored',
    });
  });

  it('says nothing by an edit, or by adding the bot', () => {
    const update = group.sendAs(lan, 'ơi', { mention: true });
    expect(read({ update_id: 1, edited_message: update?.message })).toMatchObject({ kind: 'ignored' });
    const added = server.updates.find((one) => one.my_chat_member !== undefined);
    expect(read(added)).toMatchObject({ kind: 'ignored' });
  });
});

it('blocking and unblocking tell whether the person can be reached', () => {
  lan.send('a');
  expect(read(lan.block())).toEqual({ kind: 'reachable', person: String(lan.id), isReachable: false });
  expect(read(lan.unblock())).toEqual({ kind: 'reachable', person: String(lan.id), isReachable: true });
});

describe('what is not understood', () => {
  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a word', 'a'],
    ['an array', [{ update_id: 1 }]],
    ['no id', { message: { text: 'a' } }],
    ['a fractional id', { update_id: 1.5 }],
    ['a kind we did not ask for', { update_id: 1, message_reaction: {} }],
    ['a poll’s answer', { update_id: 1, poll_answer: { poll_id: '5', option_ids: [0] } }],
    ['a message of another shape', { update_id: 1, message: { text: 5 } }],
  ])('is ignored: %s', (_, body) => {
    expect(read(body)).toMatchObject({ kind: 'ignored' });
  });

  it('still has an id to get past, as far as it can be read', () => {
    expect(updateIdOf({ update_id: 5, message: 'x' })).toBe(5);
    expect(updateIdOf({ update_id: '5' })).toBe(undefined);
    expect(updateIdOf(null)).toBe(undefined);
  });
});

it('asks for every kind it knows by name', () => {
  expect(allowedUpdates).toEqual([
    'message',
    'edited_message',
    'callback_query',
    'my_chat_member',
    'poll_answer',
    'stopped_message_generation',
  ]);
});

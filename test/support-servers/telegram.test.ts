import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Person, type ScriptedTelegram, startScriptedTelegram } from '../support/telegram/index.ts';
import { type BotApiCaller, createCaller } from './bot-api-caller.ts';

let time: Date;
let server: ScriptedTelegram;
let call: BotApiCaller;
let lan: Person;

beforeEach(async () => {
  time = new Date('2026-11-24T03:00:00Z');
  server = await startScriptedTelegram({ now: () => time });
  call = createCaller(server);
  lan = server.person({ firstName: 'Lan', languageCode: 'vi' });
});
afterEach(() => server.close());

function pass(seconds: number): void {
  time = new Date(time.getTime() + seconds * 1000);
}

describe('a call', () => {
  it('with a wrong token is 401', async () => {
    expect(await call('getMe', {}, { token: '1:wrong' })).toMatchObject({ status: 401, description: 'Unauthorized' });
  });

  it('of an unknown method is 404 and a violation', async () => {
    expect(await call('sendEverything')).toMatchObject({ status: 404, ok: false });
    expect(server.violations).toMatchObject([{ method: 'sendEverything', description: 'Not Found' }]);
  });

  it('outside the API is 404', async () => {
    expect((await fetch(`${server.url}/elsewhere`)).status).toBe(404);
  });

  it('is understood as GET, JSON, form and multipart, with its method in any case', async () => {
    lan.start();
    expect((await call.raw(`sendmessage?chat_id=${lan.id}&text=one`, {})).ok).toBe(true);
    await call('sendMessage', { chat_id: String(lan.id), text: 'two' });
    await call.raw('sendMessage', {
      method: 'POST',
      body: new URLSearchParams({ chat_id: `${lan.id}`, text: 'bốn + 5', reply_markup: '{"inline_keyboard":[]}' }),
    });
    const form = new FormData();
    form.set('chat_id', `${lan.id}`);
    form.set('text', 'năm\r\nsáu');
    await call.raw('SENDMESSAGE', { method: 'POST', body: form });
    expect(lan.received.map(({ text }) => text)).toEqual(['one', 'two', 'bốn + 5', 'năm\r\nsáu']);
    expect(server.callsOf('sendMessage')[2]?.payload).toMatchObject({ reply_markup: { inline_keyboard: [] } });
  });

  it('with a body that is not JSON is 400', async () => {
    const headers = { 'content-type': 'application/json' };
    expect((await call.raw('sendMessage', { method: 'POST', headers, body: '{"chat_id":' })).status).toBe(400);
  });

  it('is recorded with its payload, time and outcome', async () => {
    lan.start();
    await call('sendMessage', { chat_id: lan.id, text: 'a' });
    expect(server.calls).toMatchObject([
      {
        method: 'sendMessage',
        payload: { chat_id: lan.id, text: 'a' },
        at: time,
        outcome: { kind: 'answered', status: 200 },
      },
    ]);
  });

  it('getMe tells who the bot is', async () => {
    expect((await call('getMe')).result).toMatchObject({ id: 123456789, is_bot: true, username: 'ban_hoc_bot' });
  });
});

describe('a person', () => {
  it('who never wrote cannot be written to', async () => {
    expect(await call('sendMessage', { chat_id: lan.id, text: 'a' })).toMatchObject({
      status: 400,
      description: 'Bad Request: chat not found',
    });
    expect(await call('getChat', { chat_id: lan.id })).toMatchObject({ status: 400 });
    expect(server.violations).toEqual([]);
  });

  it('who blocked the bot cannot be written to until they unblock it', async () => {
    lan.start();
    expect(lan.block().my_chat_member?.new_chat_member.status).toBe('kicked');
    expect(await call('sendMessage', { chat_id: lan.id, text: 'a' })).toMatchObject({
      status: 403,
      description: 'Forbidden: bot was blocked by the user',
    });
    expect(() => lan.send('a')).toThrow('must unblock it first');
    expect(lan.unblock().my_chat_member?.new_chat_member.status).toBe('member');
    expect((await call('sendMessage', { chat_id: lan.id, text: 'a' })).ok).toBe(true);
  });

  it('whose account is gone cannot be written to', async () => {
    lan.start();
    lan.deactivate();
    expect((await call('sendMessage', { chat_id: lan.id, text: 'a' })).description).toBe(
      'Forbidden: user is deactivated',
    );
  });

  it('sends updates with rising ids, and messages with rising ids in each chat', () => {
    const minh = server.person({ firstName: 'Minh' });
    const updates = [lan.start('course_12'), minh.send('chào'), lan.send('học nấu ăn')];
    const ids = updates.map(({ update_id }) => update_id);
    expect(ids).toEqual([ids[0], ids[0]! + 1, ids[0]! + 2]);
    expect(updates.map(({ message }) => message?.message_id)).toEqual([1, 1, 2]);
    expect(updates[0]?.message).toMatchObject({
      text: '/start course_12',
      entities: [{ type: 'bot_command', offset: 0, length: 6 }],
      from: { id: lan.id, first_name: 'Lan', language_code: 'vi' },
      date: time.getTime() / 1000,
    });
  });

  it('cannot follow a deep link no link can carry', () => {
    expect(() => lan.start('khóa học')).toThrow('deep link');
  });

  it('sends stickers, voice, pictures, files and places, and edits what they wrote', () => {
    expect(lan.sendSticker().message?.sticker).toBeDefined();
    expect(lan.sendVoice().message?.voice).toMatchObject({ duration: 3 });
    expect(lan.sendPhoto({ caption: 'bài 3' }).message).toMatchObject({ caption: 'bài 3', photo: [{ width: 1280 }] });
    expect(lan.sendFile().message?.document).toMatchObject({ mime_type: 'application/pdf' });
    expect(lan.shareLocation(10.77, 106.7).message?.location).toEqual({ latitude: 10.77, longitude: 106.7 });
    const sent = lan.send('hoc nau an');
    expect(lan.edit(sent.message!.message_id, 'học nấu ăn').edited_message).toMatchObject({
      text: 'học nấu ăn',
      edit_date: time.getTime() / 1000,
    });
  });

  it('waits for messages one after another, and for one that fits', async () => {
    lan.start();
    const [first, second] = [lan.next(), lan.next()];
    const fitting = lan.until(({ text }) => text === 'two, edited');
    await call('sendMessage', { chat_id: lan.id, text: 'one' });
    await call('sendMessage', { chat_id: lan.id, text: 'two' });
    expect([(await first).text, (await second).text]).toEqual(['one', 'two']);
    await call('editMessageText', { chat_id: lan.id, message_id: 3, text: 'two, edited' });
    expect((await fitting).isEdited).toBe(true);
  });

  it('is told what was waited for and what had come when nothing comes', async () => {
    lan.start();
    await call('sendMessage', { chat_id: lan.id, text: 'một' });
    await lan.next();
    await expect(lan.next({ timeoutMs: 20 })).rejects.toThrow(
      /20 ms passed while waiting for the next message of the bot to Lan \(\d+\); arrived: #2 \(awaited\) "một"/,
    );
  });

  it('stops waiting when the server is closed', async () => {
    const waiting = expect(lan.next()).rejects.toThrow('The server was closed');
    await server.close();
    await waiting;
  });
});

describe('a button press', () => {
  const markup = {
    inline_keyboard: [
      [
        { text: 'Có', callback_data: 'y' },
        { text: 'Trang', url: 'http://127.0.0.1:1/a' },
      ],
    ],
  };

  beforeEach(async () => {
    lan.start();
    await call('sendMessage', { chat_id: lan.id, text: 'một', reply_markup: markup });
    await call('sendMessage', { chat_id: lan.id, text: 'hai', reply_markup: markup });
  });

  it('is of the newest message with that button, or of the one named', () => {
    expect(lan.press('Có').update.callback_query).toMatchObject({ data: 'y', message: { message_id: 3, text: 'hai' } });
    expect(lan.press('y', { on: 2 }).update.callback_query).toMatchObject({ message: { message_id: 2 } });
  });

  it('is answered within 15 seconds of the server clock', async () => {
    const pressed = lan.press('Có');
    pass(15);
    const query = { callback_query_id: pressed.update.callback_query?.id, text: 'Đã ghi', show_alert: true };
    expect((await call('answerCallbackQuery', query)).result).toBe(true);
    expect(await pressed.answer()).toMatchObject({ text: 'Đã ghi', isAlert: true });
    expect(lan.callbackAnswers).toHaveLength(1);
    pass(1);
    const late = await call('answerCallbackQuery', query);
    expect(late).toMatchObject({
      status: 400,
      description: 'Bad Request: query is too old and response timeout expired or query ID is invalid',
    });
    expect((await call('answerCallbackQuery', { callback_query_id: '5' })).description).toBe(late.description);
    expect(server.violations).toEqual([]);
  });

  it('is answered with at most 200 characters', async () => {
    const id = lan.press('Có').update.callback_query?.id;
    expect((await call('answerCallbackQuery', { callback_query_id: id, text: 'a'.repeat(201) })).status).toBe(400);
    expect((await call('answerCallbackQuery', { callback_query_id: id, text: 'a'.repeat(200) })).ok).toBe(true);
  });

  it('needs a button that is there and is no link', async () => {
    expect(() => lan.press('Không')).toThrow('there are: #3 [Có] y');
    expect(() => lan.press('Trang')).toThrow('is a link');
    await call('editMessageReplyMarkup', { chat_id: lan.id, message_id: 3 });
    expect(() => lan.press('Có', { on: 3 })).toThrow('No button');
    expect(lan.press('y', { on: 3, isStale: true }).update.callback_query?.data).toBe('y');
  });
});

describe('a group', () => {
  it('shows the bot only what is meant for it', async () => {
    const group = server.group({ title: 'Lớp may' });
    expect(group.sendAs(lan, 'chào cả nhà')).toBeUndefined();
    expect(group.sendAs(lan, 'có lớp nào?', { mention: true })?.message).toMatchObject({
      text: '@ban_hoc_bot có lớp nào?',
      entities: [{ type: 'mention', offset: 0, length: 12 }],
      chat: { id: group.id, type: 'supergroup', title: 'Lớp may' },
    });
    expect(group.sendAs(lan, '/help@another_bot')).toBeUndefined();
    expect(group.sendAs(lan, '/help@ban_hoc_bot')).toBeDefined();
    await call('sendMessage', { chat_id: group.id, text: 'Có ạ' });
    expect((await group.next()).text).toBe('Có ạ');
    const reply = group.sendAs(lan, 'cảm ơn', { replyToBot: true });
    expect(reply?.message?.reply_to_message).toMatchObject({ text: 'Có ạ', from: { is_bot: true } });
  });

  it('is closed to the bot once it left, which a private chat cannot be', async () => {
    const group = server.group();
    await call('leaveChat', { chat_id: group.id });
    expect((await call('sendMessage', { chat_id: group.id, text: 'a' })).status).toBe(403);
    lan.start();
    expect((await call('leaveChat', { chat_id: lan.id })).status).toBe(400);
  });
});

import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Input, Markup, Telegraf, type TelegramError } from 'telegraf';
import { message } from 'telegraf/filters';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Person, type ScriptedTelegram, startScriptedTelegram } from '../support/telegram/index.ts';

// A client that we did not write and do not use otherwise: what it takes for the Bot API, the scripted server must be.

const secretToken = 'secret_of_telegraf';
const png = Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1');

let server: ScriptedTelegram;
let bot: Telegraf;
let lan: Person;
let problems: unknown[];
let endings: (() => Promise<unknown>)[];

beforeEach(async () => {
  server = await startScriptedTelegram();
  bot = createBot();
  lan = server.person({ firstName: 'Lan', languageCode: 'vi' });
  problems = [];
  endings = [];
});
afterEach(async () => {
  for (const end of endings) await end();
  await server.close();
});

function createBot(): Telegraf {
  const created = new Telegraf(server.token, { telegram: { apiRoot: server.url } });
  created.catch((error) => void problems.push(error));
  return created;
}

/** Polls until the test ends. The promise is Telegraf's own: it settles when polling does. */
function poll(polling: Telegraf): Promise<void> {
  const ended = polling.launch({ allowedUpdates: ['message', 'edited_message', 'callback_query', 'my_chat_member'] });
  endings.push(async () => {
    polling.stop();
    await ended.catch(() => undefined);
  });
  return ended;
}

async function listen(listener: RequestListener): Promise<string> {
  const http = createServer(listener);
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
  endings.push(async () => {
    const ended = new Promise((done) => http.close(done));
    http.closeAllConnections();
    await ended;
  });
  return `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
}

async function receive(way: 'polling' | 'webhook'): Promise<void> {
  if (way === 'polling') {
    poll(bot).catch((error: unknown) => problems.push(error));
    return;
  }
  const url = await listen(bot.webhookCallback('/hook', { secretToken }));
  await bot.telegram.setWebhook(`${url}/hook`, { secret_token: secretToken });
}

/** The refusal of a call, as Telegraf reads it. */
async function refusalOf(call: Promise<unknown>): Promise<TelegramError> {
  return call.then(
    () => expect.fail('The call was answered'),
    (error: TelegramError) => error,
  );
}

describe.each(['polling', 'webhook'] as const)('Telegraf by %s', (way) => {
  afterEach(async () => {
    await server.deliver.idle();
    expect(problems).toEqual([]);
    expect(server.violations).toEqual([]);
  });

  it('answers commands and texts', async () => {
    bot.start((ctx) => ctx.reply(`Chào ${ctx.from.first_name}: ${ctx.payload}`));
    bot.on(message('text'), (ctx) => ctx.reply(`“${ctx.message.text}” (${ctx.from.language_code})`));
    await receive(way);
    lan.start('course_12');
    expect((await lan.next()).text).toBe('Chào Lan: course_12');
    lan.send('học nấu ăn 🍲');
    expect((await lan.next()).text).toBe('“học nấu ăn 🍲” (vi)');
  });

  it('shows buttons, hears presses, answers them and edits in place', async () => {
    const rows = [
      [Markup.button.callback('Có', 'y'), Markup.button.callback('Không', 'n')],
      [Markup.button.url('Trang', 'https://phonho.example/a?b=1&c=2')],
    ];
    bot.start((ctx) => ctx.replyWithHTML('<b>Lưu</b> khóa này?', Markup.inlineKeyboard(rows)));
    bot.action(/^[yn]$/, async (ctx) => {
      await ctx.answerCbQuery('Đã ghi', { show_alert: true });
      await ctx.editMessageText('Đã lưu.', Markup.inlineKeyboard([Markup.button.callback('Bỏ lưu', 'u')]));
    });
    bot.action('u', async (ctx) => {
      await ctx.editMessageReplyMarkup(undefined);
      await ctx.answerCbQuery();
    });
    await receive(way);
    lan.start();
    const question = await lan.next();
    expect(question).toMatchObject({ text: 'Lưu khóa này?', entities: [{ type: 'bold', offset: 0, length: 3 }] });
    expect(question.rows).toEqual([
      [
        { label: 'Có', data: 'y' },
        { label: 'Không', data: 'n' },
      ],
      [{ label: 'Trang', url: 'https://phonho.example/a?b=1&c=2' }],
    ]);
    expect(await lan.press('Có').answer()).toMatchObject({ text: 'Đã ghi', isAlert: true });
    const edited = await lan.until(({ isEdited }) => isEdited);
    expect(edited).toMatchObject({ id: question.id, text: 'Đã lưu.', rows: [[{ label: 'Bỏ lưu', data: 'u' }]] });
    await lan.press('Bỏ lưu').answer();
    await lan.until(({ buttons }) => buttons.length === 0);
    expect(lan.received).toHaveLength(1);
  });

  it('hears what people edit, send, share and block', async () => {
    bot.on('edited_message', (ctx) => ctx.reply(`sửa: ${ctx.text}`));
    bot.on(message('sticker'), (ctx) => ctx.reply(`nhãn dán ${ctx.message.sticker.emoji}`));
    bot.on(message('voice'), (ctx) => ctx.reply(`thoại ${ctx.message.voice.duration}`));
    bot.on(message('photo'), (ctx) => ctx.reply(`ảnh ${ctx.message.caption} ${ctx.message.photo[0]?.width}`));
    bot.on(message('document'), (ctx) => ctx.reply(`tệp ${ctx.message.document.file_name}`));
    bot.on(message('location'), (ctx) => ctx.reply(`nơi ${ctx.message.location.latitude}`));
    const memberships: string[] = [];
    bot.on('my_chat_member', (ctx) => void memberships.push(ctx.myChatMember.new_chat_member.status));
    await receive(way);
    const sent = lan.send('hoc nau an');
    lan.edit(sent.message?.message_id ?? 0, 'học nấu ăn');
    expect((await lan.next()).text).toBe('sửa: học nấu ăn');
    for (const [act, answer] of [
      [() => lan.sendSticker('👍'), 'nhãn dán 👍'],
      [() => lan.sendVoice(3), 'thoại 3'],
      [() => lan.sendPhoto({ caption: 'bài 3' }), 'ảnh bài 3 1280'],
      [() => lan.sendFile({ name: 'bai-tap.pdf' }), 'tệp bai-tap.pdf'],
      [() => lan.shareLocation(10.77, 106.7), 'nơi 10.77'],
    ] as const) {
      act();
      expect((await lan.next()).text).toBe(answer);
    }
    lan.block();
    lan.unblock();
    await server.deliver.idle();
    expect(memberships).toEqual(['kicked', 'member']);
  });

  it('sends pictures and documents: bytes, addresses and what was sent before', async () => {
    const site = await listen((_, response) => response.setHeader('content-type', 'image/png').end(png));
    bot.start(async (ctx) => {
      const photo = await ctx.replyWithPhoto(Input.fromBuffer(png, 'so.png'), { caption: 'Sổ học tập' });
      await ctx.replyWithPhoto(photo.photo[0]?.file_id ?? '');
      await ctx.replyWithPhoto(Input.fromURL(`${site}/so.png`));
      await ctx.replyWithDocument(Input.fromBuffer(Buffer.from('{"a":"ễ"}'), 'dữ liệu.json'), {
        caption: '<i>Dữ liệu</i>',
        parse_mode: 'HTML',
        ...Markup.inlineKeyboard([Markup.button.callback('Xóa', 'x')]),
      });
    });
    // Telegraf answers in the webhook's own answer where it can, and then never hears a file's id.
    bot.telegram.webhookReply = false;
    await receive(way);
    lan.start();
    const [uploaded, again, linked, document] = [
      await lan.next(),
      await lan.next(),
      await lan.next(),
      await lan.next(),
    ];
    expect(uploaded).toMatchObject({ text: 'Sổ học tập', photo: { file: { content: png } } });
    expect(again.photo?.fileId).toBe(uploaded.photo?.fileId);
    // The server has fetched it.
    expect(linked.photo?.url).toBe(`${site}/so.png`);
    expect(document).toMatchObject({
      text: 'Dữ liệu',
      entities: [{ type: 'italic' }],
      buttons: [{ label: 'Xóa', data: 'x' }],
      document: { file: { fileName: 'dữ liệu.json', content: Buffer.from('{"a":"ễ"}') } },
    });
  });
});

describe('a webhook of Telegraf', () => {
  it('answers with calls in place of making them, and refuses a wrong secret', async () => {
    bot.start((ctx) => ctx.reply('Chào bạn'));
    await receive('webhook');
    lan.start();
    expect((await lan.next()).text).toBe('Chào bạn');
    const { url } = await bot.telegram.getWebhookInfo();
    const forged = await fetch(url ?? '', { method: 'POST', body: JSON.stringify({ update_id: 1 }) });
    expect(forged.status).toBe(403);
    expect(server.webhookAnswers).toEqual([200]);
  });

  it('ends polling with 409, as a second poller does', async () => {
    const first = poll(bot);
    await expect.poll(() => server.callsOf('getUpdates').length, { interval: 5 }).toBe(1);
    const second = poll(createBot());
    expect((await refusalOf(first)).response).toMatchObject({ error_code: 409 });
    await expect.poll(() => server.callsOf('getUpdates').length, { interval: 5 }).toBe(2);
    await bot.telegram.setWebhook('https://phonho.example/hook');
    expect((await refusalOf(second)).description).toContain('terminated by setWebhook request');
    expect(server.violations).toEqual([]);
  });
});

describe('an error, as Telegraf reads it, is', () => {
  it('403 of a person who has blocked the bot, 400 of one who never wrote', async () => {
    lan.start();
    lan.block();
    const blocked = await refusalOf(bot.telegram.sendMessage(lan.id, 'a'));
    expect(blocked.response).toEqual({
      ok: false,
      error_code: 403,
      description: 'Forbidden: bot was blocked by the user',
    });
    const stranger = await refusalOf(bot.telegram.sendMessage(server.person().id, 'a'));
    expect([stranger.code, stranger.description]).toEqual([400, 'Bad Request: chat not found']);
    expect(server.violations).toEqual([]);
  });

  it('429 with the seconds to wait, for every call until they are over', async () => {
    lan.start();
    server.rate({ perSecond: 1, retryAfterSeconds: 7 });
    await bot.telegram.sendMessage(lan.id, 'a');
    const throttled = await refusalOf(bot.telegram.sendMessage(lan.id, 'b'));
    expect([throttled.code, throttled.parameters]).toEqual([429, { retry_after: 7 }]);
    expect((await refusalOf(bot.telegram.getMe())).parameters?.retry_after).toBeGreaterThan(0);
    server.rate(undefined);
    server.fault('sendMessage', { kind: 'throttle', retryAfterSeconds: 30 });
    const scripted = await refusalOf(bot.telegram.sendMessage(lan.id, 'c'));
    expect(scripted.response).toEqual({
      ok: false,
      error_code: 429,
      description: 'Too Many Requests: retry after 30',
      parameters: { retry_after: 30 },
    });
    expect(lan.received.map(({ text }) => text)).toEqual(['a']);
    expect(server.violations).toEqual([]);
  });

  it('400 of an edit that changes nothing, of a message that is gone and of a late press: no violations', async () => {
    lan.start();
    const { message_id: id } = await bot.telegram.sendMessage(lan.id, 'a');
    const edit = (messageId: number): Promise<unknown> =>
      bot.telegram.editMessageText(lan.id, messageId, undefined, 'a');
    expect((await refusalOf(edit(id))).description).toContain('message is not modified');
    await bot.telegram.deleteMessage(lan.id, id);
    expect((await refusalOf(edit(id))).description).toBe('Bad Request: message to edit not found');
    expect((await refusalOf(bot.telegram.answerCbQuery('5'))).description).toContain('query is too old');
    expect(server.violations).toEqual([]);
  });

  it('400 of what is wrong in itself: one violation each', async () => {
    lan.start();
    const wrong = [
      [() => bot.telegram.sendMessage(lan.id, '1 < 2 & 3', { parse_mode: 'HTML' }), "can't parse entities"],
      [() => bot.telegram.sendMessage(lan.id, 'a'.repeat(4097)), 'message is too long'],
      [
        () =>
          bot.telegram.sendMessage(lan.id, 'a', Markup.inlineKeyboard([Markup.button.callback('a', 'ễ'.repeat(30))])),
        'BUTTON_DATA_INVALID',
      ],
      [() => bot.telegram.sendPhoto(lan.id, 'no-file-of-ours'), 'wrong file identifier'],
    ] as const;
    for (const [call, description] of wrong) {
      expect(await refusalOf(call())).toMatchObject({ code: 400, description: expect.stringContaining(description) });
    }
    expect(server.violations).toHaveLength(wrong.length);
    expect(lan.received).toEqual([]);
  });

  it('401 of a wrong token, 500 of a broken server', async () => {
    const stranger = new Telegraf('1:wrong', { telegram: { apiRoot: server.url } });
    expect((await refusalOf(stranger.telegram.getMe())).code).toBe(401);
    server.fault('getMe', { kind: 'serverError' });
    expect((await refusalOf(bot.telegram.getMe())).code).toBe(500);
  });
});

it('sets and reads the command menu and descriptions of a language', async () => {
  const commands = [{ command: 'tim', description: 'Tìm khóa học' }];
  await bot.telegram.setMyCommands(commands, { language_code: 'vi', scope: { type: 'all_private_chats' } });
  expect(await bot.telegram.getMyCommands({ language_code: 'vi', scope: { type: 'all_private_chats' } })).toEqual(
    commands,
  );
  await bot.telegram.setMyDescription('Bạn học của thành phố');
  expect(await bot.telegram.getMyDescription()).toEqual({ description: 'Bạn học của thành phố' });
  expect(server.violations).toEqual([]);
});

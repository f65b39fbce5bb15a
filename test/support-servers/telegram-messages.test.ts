import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Person, type ScriptedTelegram, startScriptedTelegram } from '../support/telegram/index.ts';
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

function send(text: string, more: Readonly<Record<string, unknown>> = {}): Promise<Reply> {
  return call('sendMessage', { chat_id: lan.id, text, ...more });
}

function html(text: string): Promise<Reply> {
  return send(text, { parse_mode: 'HTML' });
}

describe('a text', () => {
  it.each(['', ' \n ', '<b> </b>'])('of nothing (%j) is 400', async (text) => {
    expect((await html(text)).description).toBe('Bad Request: message text is empty');
    expect(server.violations).toHaveLength(1);
  });

  it('has at most 4096 UTF-16 units, counted after parsing', async () => {
    expect((await html(`<b>${'a'.repeat(4094)}😀</b>`)).ok).toBe(true);
    expect((await send(`${'a'.repeat(4095)}😀`)).description).toBe('Bad Request: message is too long');
  });

  it('cut inside a surrogate pair is 400', async () => {
    expect((await send('😀'.slice(0, 1))).status).toBe(400);
  });

  it('in a parse mode nobody knows is 400', async () => {
    expect((await send('a', { parse_mode: 'BBCode' })).status).toBe(400);
  });

  it('can reply to a message that is there', async () => {
    await send('ạ', { reply_parameters: { message_id: 1 } });
    expect((await lan.next()).replyTo).toBe(1);
    expect((await send('ạ', { reply_parameters: { message_id: 99 } })).description).toContain(
      'to be replied not found',
    );
    const lenient = { message_id: 99, allow_sending_without_reply: true };
    expect((await send('ạ', { reply_parameters: lenient })).ok).toBe(true);
  });
});

describe('HTML', () => {
  it('becomes plain text and entities with offsets in UTF-16 units', async () => {
    await html(
      '😀 <b>Lớp <i>may</i></b> &lt;3&gt; &amp; <a href="https://a.vn/?x=1&amp;y=2">đây</a> <code class="language-ts">x</code>',
    );
    const message = await lan.next();
    expect(message.text).toBe('😀 Lớp may <3> & đây x');
    expect(message.entities).toEqual([
      { type: 'bold', offset: 3, length: 7 },
      { type: 'italic', offset: 7, length: 3 },
      { type: 'text_link', offset: 17, length: 3, url: 'https://a.vn/?x=1&y=2' },
      { type: 'code', offset: 21, length: 1, language: 'ts' },
    ]);
    expect(message.raw).toContain('<b>Lớp');
  });

  it.each([
    ['an unclosed tag', '<b>a', `Can't find end tag corresponding to start tag "b"`],
    ['an unknown tag', 'lớp <h1>a</h1>', 'Unsupported start tag "h1" at byte offset 6'],
    ['crossed tags', '<b><i>a</b></i>', 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'],
    ['an end without a start', 'a</b>', 'Unexpected end tag at byte offset 1'],
    ['a bare <', '1 < 2', 'Unsupported start tag "" at byte offset 2'],
    ['a < at the end', 'a <', 'Unclosed start tag at byte offset 2'],
    ['a bare &', 'R&D', 'Unescaped character "&" at byte offset 1'],
    ['a reference of another HTML', 'a&nbsp;b', 'Unescaped character "&" at byte offset 1'],
    [
      'an attribute without value',
      '<a href>a</a>',
      'Expected equal sign in declaration of an attribute of the tag "a"',
    ],
    ['an unclosed value', '<a href="x>a</a>', 'Unclosed start tag at byte offset 0'],
    ['an attribute of another tag', '<b class="x">a</b>', 'Unsupported attribute "class" in the tag "b"'],
    ['a span that is no spoiler', '<span class="x">a</span>', 'Tag "span" must have class "tg-spoiler"'],
    ['a line break tag', 'a<br/>b', 'Unsupported start tag "br/"'],
  ])('with %s is 400', async (_, text, problem) => {
    const reply = await html(text);
    expect(reply.status).toBe(400);
    expect(reply.description).toContain(`Bad Request: can't parse entities: ${problem}`);
    expect(lan.received).toEqual([]);
  });
});

describe('reply markup', () => {
  const inline = (...buttons: readonly unknown[]): object => ({ inline_keyboard: [buttons] });

  it('shows its buttons in their rows', async () => {
    const rows = [[{ text: 'A', callback_data: 'a' }], [{ text: 'B', url: 'tg://resolve?domain=x' }]];
    await send('a', { reply_markup: { inline_keyboard: rows } });
    expect((await lan.next()).rows).toEqual([
      [{ label: 'A', data: 'a' }],
      [{ label: 'B', url: 'tg://resolve?domain=x' }],
    ]);
    const form = new URLSearchParams({
      chat_id: `${lan.id}`,
      text: 'b',
      reply_markup: JSON.stringify(inline(rows[0]?.[0])),
    });
    await call.raw('sendMessage', { method: 'POST', body: form });
    expect((await lan.next()).buttons).toEqual([{ label: 'A', data: 'a' }]);
  });

  it.each([
    ['data over 64 bytes', inline({ text: 'A', callback_data: 'đ'.repeat(33) }), 'BUTTON_DATA_INVALID'],
    ['empty data', inline({ text: 'A', callback_data: '' }), 'BUTTON_DATA_INVALID'],
    ['a script for a link', inline({ text: 'A', url: 'javascript:1' }), 'BUTTON_URL_INVALID'],
    ['no link for a link', inline({ text: 'A', url: 'a page' }), 'BUTTON_URL_INVALID'],
    ['no text', inline({ text: ' ', callback_data: 'a' }), 'must be non-empty'],
    ['no kind', inline({ text: 'A' }), 'Text buttons are unallowed in the inline keyboard'],
    ['two kinds', inline({ text: 'A', callback_data: 'a', url: 'https://a.vn' }), 'only one is allowed'],
    ['nine in a row', inline(...Array(9).fill({ text: 'A', callback_data: 'a' })), 'in a row'],
    [
      '101 buttons',
      { inline_keyboard: Array(101).fill([{ text: 'A', callback_data: 'a' }]) },
      'reply markup is too long',
    ],
    ['no rows', { inline_keyboard: [{ text: 'A', callback_data: 'a' }] }, 'Array of Array'],
    ['a list', [], 'object expected as reply markup'],
    ['an unknown kind', { buttons: [] }, 'unknown kind'],
  ])('with %s is 400', async (_, markup, problem) => {
    expect((await send('a', { reply_markup: markup })).description).toContain(problem);
    expect(server.violations).toHaveLength(1);
  });

  it('takes data of exactly 64 bytes', async () => {
    expect((await send('a', { reply_markup: inline({ text: 'A', callback_data: 'đ'.repeat(32) }) })).ok).toBe(true);
  });

  it('can ask for a place in private chats, and take its keyboard away', async () => {
    const keyboard = { keyboard: [[{ text: 'Vị trí', request_location: true }, 'Thôi']], resize_keyboard: true };
    await send('Ở đâu?', { reply_markup: keyboard });
    expect((await lan.next()).keyboard).toEqual(['Vị trí', 'Thôi']);
    await send('Cảm ơn', { reply_markup: { remove_keyboard: true } });
    expect((await lan.next()).keyboard).toEqual([]);
    const group = server.group();
    const refused = await call('sendMessage', { chat_id: group.id, text: 'a', reply_markup: keyboard });
    expect(refused.description).toContain('can be requested in private chats only');
  });
});

describe('an edit', () => {
  const edit = (messageId: number, text: string, more = {}): Promise<Reply> =>
    call('editMessageText', { chat_id: lan.id, message_id: messageId, text, ...more });

  it('changes what people see, and takes buttons away that it does not repeat', async () => {
    await send('một', { reply_markup: { inline_keyboard: [[{ text: 'A', callback_data: 'a' }]] } });
    await edit(2, '<i>hai</i>', { parse_mode: 'HTML' });
    expect(lan.received).toMatchObject([{ id: 2, text: 'hai', raw: '<i>hai</i>', isEdited: true, buttons: [] }]);
  });

  it('that changes nothing is 400, but no violation', async () => {
    await send('một');
    expect((await edit(2, 'một')).description).toContain('Bad Request: message is not modified');
    expect((await call('editMessageReplyMarkup', { chat_id: lan.id, message_id: 2 })).status).toBe(400);
    expect(server.violations).toEqual([]);
  });

  it('of a message that is not there is 400', async () => {
    expect((await edit(9, 'a')).description).toBe('Bad Request: message to edit not found');
    await send('một');
    await call('deleteMessage', { chat_id: lan.id, message_id: 2 });
    expect((await edit(2, 'a')).description).toBe('Bad Request: message to edit not found');
  });

  it("of a person's message, or of one with a reply keyboard, is 400", async () => {
    expect((await edit(1, 'a')).description).toBe("Bad Request: message can't be edited");
    await send('một', { reply_markup: { remove_keyboard: true } });
    expect((await edit(2, 'a')).description).toBe("Bad Request: message can't be edited");
  });

  it('has no time limit', async () => {
    await send('một');
    time = new Date(time.getTime() + 90 * 86_400_000);
    expect((await edit(2, 'hai')).ok).toBe(true);
  });
});

describe('deleting', () => {
  const hours = (count: number): void => {
    time = new Date(time.getTime() + count * 3_600_000);
  };

  it('takes a message away within 48 hours, not later', async () => {
    await send('một');
    await send('hai');
    hours(48);
    expect((await call('deleteMessage', { chat_id: lan.id, message_id: 2 })).ok).toBe(true);
    expect(lan.received.map(({ text }) => text)).toEqual(['hai']);
    hours(1);
    expect((await call('deleteMessage', { chat_id: lan.id, message_id: 3 })).description).toContain("can't be deleted");
    expect((await call('deleteMessage', { chat_id: lan.id, message_id: 9 })).description).toContain(
      'to delete not found',
    );
  });

  it('takes many away at once, up to 100, and skips unknown ones', async () => {
    await send('một');
    await send('hai');
    expect((await call('deleteMessages', { chat_id: lan.id, message_ids: [2, 3, 99] })).ok).toBe(true);
    expect(lan.received).toEqual([]);
    const tooMany = { chat_id: lan.id, message_ids: Array.from({ length: 101 }, (_, index) => index + 1) };
    expect((await call('deleteMessages', tooMany)).status).toBe(400);
    expect((await call('deleteMessages', { chat_id: lan.id, message_ids: [] })).status).toBe(400);
  });
});

describe('small signs', () => {
  it('shows chat actions of the known kinds', async () => {
    expect((await call('sendChatAction', { chat_id: lan.id, action: 'typing' })).result).toBe(true);
    expect(lan.actions).toEqual(['typing']);
    expect((await call('sendChatAction', { chat_id: lan.id, action: 'thinking' })).status).toBe(400);
  });

  it('shows one reaction of the known emoji', async () => {
    const react = (...emoji: readonly string[]): Promise<Reply> =>
      call('setMessageReaction', {
        chat_id: lan.id,
        message_id: 1,
        reaction: emoji.map((each) => ({ type: 'emoji', emoji: each })),
      });
    expect((await react('🎉')).ok).toBe(true);
    expect(lan.reactionTo(1)).toBe('🎉');
    expect((await react('🧵')).description).toBe('Bad Request: REACTION_INVALID');
    expect((await react('👍', '🎉')).status).toBe(400);
    await react();
    expect(lan.reactionTo(1)).toBeUndefined();
  });
});

describe('the profile', () => {
  const commands = [{ command: 'help', description: 'Trợ giúp' }];

  it('keeps commands for each scope and language', async () => {
    await call('setMyCommands', { commands });
    await call('setMyCommands', { commands: [], language_code: 'en' });
    await call('setMyCommands', { commands, scope: { type: 'chat', chat_id: lan.id } });
    expect((await call('getMyCommands')).result).toEqual(commands);
    expect((await call('getMyCommands', { language_code: 'en' })).result).toEqual([]);
    await call('deleteMyCommands');
    expect((await call('getMyCommands')).result).toEqual([]);
    expect((await call('getMyCommands', { scope: { type: 'chat', chat_id: lan.id } })).result).toEqual(commands);
  });

  it.each([
    ['a capital', [{ command: 'Help', description: 'a' }], {}, 'BOT_COMMAND_INVALID'],
    ['33 letters', [{ command: 'a'.repeat(33), description: 'a' }], {}, 'BOT_COMMAND_INVALID'],
    ['no description', [{ command: 'a', description: '' }], {}, 'BOT_COMMAND_DESCRIPTION_INVALID'],
    ['a description over 256', [{ command: 'a', description: 'a'.repeat(257) }], {}, 'BOT_COMMAND_DESCRIPTION_INVALID'],
    ['101 commands', Array(101).fill({ command: 'a', description: 'a' }), {}, 'BOT_COMMANDS_TOO_MUCH'],
    ['an unknown scope', [], { scope: { type: 'everyone' } }, 'scope'],
    ['a language that is none', [], { language_code: 'vi-VN' }, 'invalid language code'],
    ['no list', undefined, {}, 'commands is empty'],
  ])('refuses commands with %s', async (_, wrong, more, problem) => {
    expect((await call('setMyCommands', { commands: wrong, ...more })).description).toContain(problem);
  });

  it('keeps name and descriptions within their lengths', async () => {
    await call('setMyDescription', { description: 'Tìm lớp học', language_code: 'vi' });
    expect((await call('getMyDescription', { language_code: 'vi' })).result).toEqual({ description: 'Tìm lớp học' });
    expect((await call('getMyName')).result).toEqual({ name: 'Bạn Học' });
    expect((await call('setMyDescription', { description: 'a'.repeat(513) })).status).toBe(400);
    expect((await call('setMyShortDescription', { short_description: 'a'.repeat(121) })).status).toBe(400);
    expect((await call('setMyName', { name: 'a'.repeat(65) })).status).toBe(400);
  });

  it('tells about a chat', async () => {
    expect((await call('getChat', { chat_id: lan.id })).result).toMatchObject({ id: lan.id, type: 'private' });
  });
});

import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
// Its index is typed as a module with a default export, and is the class itself.
import { TelegramServer } from 'telegram-test-api/lib/telegramServer.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTelegramChannel } from '../../../src/channels/telegram/index.ts';
import { openDatabase } from '../../../src/database/index.ts';
import { createTranslator } from '../../../src/locales/index.ts';
import { freePort } from '../../support/postgres.ts';
import { type Program, removeFolder, startProgram, temporaryFolder } from '../../support/program.ts';
import { within } from '../../support/within.ts';

// A Bot API that we did not write: poorer than the real one, which the scripted one imitates, and ignorant of our bot.

const token = '123456789:AATelegramTestApi';
const t = createTranslator('vi');

/** What the bot asked of the emulator and with which status it was answered. */
const calls: { readonly method: string; readonly status: number }[] = [];

let platform: TelegramServer;
let program: Program;

/** The emulator keeps no list of calls; Node tells of each request that a server of this process has answered. */
function noteCall(finished: unknown): void {
  const { request, response } = finished as { request: IncomingMessage; response: ServerResponse };
  const [, asked, method] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? '') ?? [];
  if (asked === token && method !== undefined) calls.push({ method, status: response.statusCode });
}

beforeAll(async () => {
  subscribe('http.server.response.finish', noteCall);
  platform = new TelegramServer({ port: await freePort(), host: '127.0.0.1', storeTimeout: 600 });
  await platform.start();
  program = await startProgram({
    environment: {
      TELEGRAM_BOT_TOKEN: token,
      TELEGRAM_API_ROOT: platform.config.apiURL,
      TELEGRAM_MESSAGES_PER_SECOND: '0',
      PUBLIC_URL: '',
    },
  });
});
afterAll(async () => {
  await program.kill9();
  await platform.stop();
  unsubscribe('http.server.response.finish', noteCall);
  await removeFolder(program.dataDir);
});

interface Seen {
  readonly id: number;
  readonly text: string;
  readonly buttons: readonly { readonly text: string; readonly callback_data?: string; readonly url?: string }[];
}

let people = 1000;

/** Somebody in a private chat, as the emulator plays them. */
function newPerson() {
  const id = ++people;
  const client = platform.getClient(token, { userId: id, chatId: id, type: 'private', timeout: 30_000, interval: 20 });
  return {
    write: (text: string) => client.sendMessage(client.makeMessage(text)),
    command: (text: string) => client.sendCommand(client.makeCommand(text)),
    press: (message: Seen, label: string) => {
      const data = message.buttons.find((button) => button.text === label)?.callback_data;
      if (data === undefined) throw new Error(`No button "${label}" among ${JSON.stringify(message.buttons)}`);
      return client.sendCallback(client.makeCallbackQuery(data, { message: { message_id: message.id } }));
    },
    /** The message of the bot that came since the last time. */
    async next(): Promise<Seen> {
      const { result } = await client.getUpdates();
      expect(result).toHaveLength(1);
      return seen(result[0]?.messageId ?? 0);
    },
    /** All that the bot has said, edits applied. */
    history: () => platform.storage.botMessages.filter(({ message }) => String(message.chat_id) === String(id)),
  };
}

function seen(id: number): Seen {
  const stored = platform.storage.botMessages.find(({ messageId }) => messageId === id);
  return { id, text: stored?.message.text ?? '', buttons: stored?.message.reply_markup?.inline_keyboard?.flat() ?? [] };
}

function statusesOf(method: string): number[] {
  return calls.filter((call) => call.method === method).map(({ status }) => status);
}

describe('the program on telegram-test-api', () => {
  it('starts polling, though its command menu and descriptions are refused', async () => {
    await expect.poll(() => statusesOf('setMyShortDescription').length, { interval: 10, timeout: 10_000 }).toBe(2);
    for (const method of ['setMyCommands', 'setMyDescription', 'setMyShortDescription']) {
      expect(statusesOf(method), method).toEqual([500, 500]);
    }
    const ready = await fetch(`${program.url}/readyz`);
    expect([ready.status, await ready.text()]).toEqual([200, expect.stringContaining('polling')]);
  });

  it('greets, also where a command is not marked as one, and opens the course of a deep link', async () => {
    const lan = newPerson();
    await lan.command('/start');
    expect((await lan.next()).text).toContain('Bạn Học');
    await lan.write('/start');
    expect((await lan.next()).text).toContain('Chào bạn');
    const answer = await fetch(`${program.url}/api/v1/courses?limit=1`);
    const { courses } = (await answer.json()) as { courses: { id: string; title: string }[] };
    await lan.command(`/start course_${courses[0]?.id}`);
    expect((await lan.next()).text).toContain(courses[0]?.title);
  });

  it('answers a wish with courses, and a pressed button with the one it belongs to', async () => {
    const lan = newPerson();
    await lan.write('hoc tieng anh');
    const list = await lan.next();
    const title = /^<b>1\. (.+)<\/b>$/mu.exec(list.text)?.[1] ?? 'no course';
    expect(list.text).toContain('tiếng anh');
    const answered = statusesOf('answerCallbackQuery').length;
    await lan.press(list, `1. ${t('choice-details-short')}`);
    expect((await lan.next()).text).toContain(title);
    await expect.poll(() => statusesOf('answerCallbackQuery').slice(answered), { interval: 10 }).toEqual([200]);
  });

  it('edits a settled question in its place', async () => {
    const lan = newPerson();
    await lan.write('/xoa');
    const question = await lan.next();
    const edited = platform.waitBotEdits();
    await lan.press(question, t('choice-erase-no'));
    await within(30, 'the edit', edited);
    expect(seen(question.id).text).toContain('giữ nguyên');
    expect(lan.history()).toHaveLength(1);
  });

  it('keeps several people apart', async () => {
    const [lan, minh] = [newPerson(), newPerson()];
    await lan.write('hoc nau an');
    await minh.write('hoc excel');
    expect((await lan.next()).text).toContain('nấu ăn');
    expect((await minh.next()).text).toMatch(/excel/i);
    expect([lan.history().length, minh.history().length]).toEqual([1, 1]);
  });

  it('does not ask in a spin, though every poll is answered at once', async () => {
    const lan = newPerson();
    const before = statusesOf('getUpdates').length;
    for (const text of ['/start', 'hoc ke toan', 'thêm', 'cảm ơn']) {
      await lan.write(text);
      await lan.next();
    }
    const polls = statusesOf('getUpdates').length - before;
    expect(polls).toBeGreaterThanOrEqual(4);
    expect(polls).toBeLessThan(30);
  });

  it('answers the others while a file cannot be sent, and ends in good order', async () => {
    const [lan, minh] = [newPerson(), newPerson()];
    await lan.write('/dulieu');
    await expect.poll(() => statusesOf('sendDocument'), { interval: 10, timeout: 10_000 }).toContain(500);
    await minh.write('hoc yoga');
    expect((await minh.next()).text).toMatch(/yoga/i);
    expect(program.process.exitCode).toBe(null);
    expect(await program.stop()).toBe(0);
    expect(program.stderr()).not.toMatch(/"level":(50|60)|Unhandled|at file:/);
  });
});

it('a channel answers an update whose "typing" is refused', async () => {
  const dataDir = await temporaryFolder();
  const database = await openDatabase({ databaseUrl: undefined, dataDir });
  const problems: string[] = [];
  const before = statusesOf('sendChatAction').length;
  const channel = createTelegramChannel({
    token,
    apiRoot: platform.config.apiURL,
    webhookSecret: 'secret',
    publicUrl: undefined,
    receives: false,
    database,
    owner: 'test',
    clock: () => new Date(),
    // A turn so long that the person is shown that something happens.
    async takeTurn() {
      await expect.poll(() => problems, { interval: 10, timeout: 10_000 }).toEqual(['typing']);
      return { kind: 'answered', repeated: false, replies: [], waiting: 0 };
    },
    setReachable: async () => undefined,
    exportData: async () => undefined,
    drawPicture: async () => undefined,
    onProblem: ({ what }) => problems.push(what),
  });
  const said = { message_id: 1, from: { id: 5 }, chat: { id: 5, type: 'private' }, text: 'hoc yoga' };
  const answer = await channel.app.request('/webhooks/telegram', {
    method: 'POST',
    headers: { 'x-telegram-bot-api-secret-token': 'secret' },
    body: JSON.stringify({ update_id: 1, message: said }),
  });
  expect(answer.status).toBe(200);
  expect(statusesOf('sendChatAction').slice(before)).toEqual([500]);
  await database.close();
  await removeFolder(dataDir);
});

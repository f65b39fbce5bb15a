import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Api } from 'grammy';
import { jsx } from 'hono/jsx';
import { pino } from 'pino';
import { createApplication } from '../src/application.ts';
import { importFile } from '../src/catalogue/index.ts';
import { createTelegramSending } from '../src/channels/telegram/sending.ts';
import { Answers } from '../src/channels/web/page.tsx';
import type { ZaloClient } from '../src/channels/zalo/client.ts';
import { createZaloSending } from '../src/channels/zalo/sending.ts';
import { readSettings } from '../src/config.ts';
import { createPictures } from '../src/conversation/pictures.ts';
import { migrate, openDatabase } from '../src/database/index.ts';
import { cityLessons, citySelfAssessments } from '../src/learning/index.ts';
import { createTranslator } from '../src/locales/index.ts';
import type { ChannelName, InboundContent, OutboundMessage, Picture } from '../src/message/index.ts';

const catalogue = fileURLToPath(new URL('../content/catalogue/courses.csv', import.meta.url));

/** What one person says and presses; a choice that is not offered (no picture where data is spared) is left out. */
const conversation: readonly ({ readonly say: string } | { readonly press: string })[] = [
  { say: '/start' },
  { say: 'học kế toán buổi tối' },
  { say: 'xem 1' },
  { press: 'Ảnh để chia sẻ' },
  { say: 'thêm' },
  { say: 'học tiếng anh' },
  { say: 'rẻ hơn' },
  { say: 'chưa biết học gì' },
  { say: 'gợi ý' },
  { say: '/toi' },
];

interface Bytes {
  /** Everything but pictures. */
  words: number;
  pictures: number;
  messages: number;
}

/** Counts what leaves for a channel, in the form its platform or page gets it. */
type Measure = (message: OutboundMessage) => Promise<void>;

function telegramMeasure(
  bytes: Bytes,
  draw: (picture: Picture) => Promise<{ name: string; content: Buffer } | undefined>,
): Measure {
  const count = (payload: unknown): Promise<{ message_id: number }> => {
    bytes.words += Buffer.byteLength(JSON.stringify(payload));
    bytes.messages++;
    return Promise.resolve({ message_id: 1 });
  };
  // Only what the sending side calls.
  const api = {
    sendMessage: (chat_id: string, text: string, more: object) => count({ chat_id, text, ...more }),
    sendPhoto: (chat_id: string, _photo: unknown, more: object) => count({ chat_id, ...more }),
  } as unknown as Api;
  const sending = createTelegramSending({
    api,
    fileFor: async () => undefined,
    async pictureFor(picture) {
      const file = await draw(picture);
      bytes.pictures += file?.content.length ?? 0;
      return file;
    },
  });
  return async (message) => void (await sending.send(message, '1001'));
}

function zaloMeasure(bytes: Bytes, draw: (picture: Picture) => Promise<{ content: Buffer } | undefined>): Measure {
  const count = (payload: object): Promise<{ message_id: string }> => {
    bytes.words += Buffer.byteLength(JSON.stringify(payload));
    bytes.messages++;
    return Promise.resolve({ message_id: '1' });
  };
  const client = { sendMessage: count, sendPhoto: count } as unknown as ZaloClient;
  const sending = createZaloSending(client, () => 'https://hoc.example/pictures/token');
  return async (message) => {
    if (message.media !== undefined) bytes.pictures += (await draw(message.media.picture))?.content.length ?? 0;
    await sending.send(message, '0123456789abcdef0123');
  };
}

function webMeasure(bytes: Bytes, draw: (picture: Picture) => Promise<{ content: Buffer } | undefined>): Measure {
  const t = createTranslator('vi');
  return async (message) => {
    if (message.media !== undefined) bytes.pictures += (await draw(message.media.picture))?.content.length ?? 0;
    const replies = [{ id: '1', message, at: new Date() }];
    const html = String(jsx(Answers, { replies, picturePath: () => '/pictures/token', t }));
    bytes.words += Buffer.byteLength(html);
    bytes.messages++;
  };
}

/** Plays the conversation on a channel in a fresh database. */
async function play(channel: ChannelName, isLight: boolean): Promise<Bytes> {
  const dataDir = await mkdtemp(join(tmpdir(), 'low-data-'));
  const database = await openDatabase({ dataDir, databaseUrl: undefined, poolSize: 1 });
  await migrate(database);
  const clock = (): Date => now;
  let now = new Date('2026-11-24T03:00:00Z');
  await importFile(database, { file: catalogue, kind: 'courses', source: 'sample', clock });
  const application = await createApplication({
    settings: readSettings({ PUBLIC_URL: 'https://hoc.example' }),
    database,
    clock,
    random: () => 0.5,
    logger: pino({ level: 'silent' }),
    owner: 'bench',
    address: () => 'https://hoc.example',
  });
  const pictures = createPictures({
    selfAssessments: citySelfAssessments(),
    db: database.db,
    clock,
    secret: 'bench',
    shareCourse: () => 'https://hoc.example/courses/1',
    joinClass: () => ({ web: undefined, telegram: undefined }),
    certificatePage: (code) => `https://hoc.example/certificates/${code}`,
    lessons: await cityLessons(),
    timezone: 'Asia/Ho_Chi_Minh',
  });
  const bytes: Bytes = { words: 0, pictures: 0, messages: 0 };
  const draw = (picture: Picture) => pictures.draw(picture);
  const measure = { telegram: telegramMeasure, zalo: zaloMeasure, web: webMeasure }[channel](bytes, draw);
  const offered = new Map<string, string>();
  let turn = 0;
  const send = async (content: InboundContent): Promise<readonly OutboundMessage[]> => {
    now = new Date(now.getTime() + 60_000);
    const result = await application.conversations.takeTurn({
      channel,
      updateKey: String(turn++),
      chat: '1',
      person: '1',
      receivedAt: now,
      content,
    });
    if (result.kind !== 'answered') throw new Error(result.kind);
    for (const { message } of result.replies) for (const { id, label } of message.choices) offered.set(label, id);
    return result.replies.map(({ message }) => message);
  };
  // The switch itself is no part of what is compared.
  if (isLight) await send({ kind: 'text', text: '/tietkiem bat' });
  for (const step of conversation) {
    const choice = 'press' in step ? offered.get(step.press) : undefined;
    if ('press' in step && choice === undefined) continue;
    const content: InboundContent =
      'say' in step ? { kind: 'text', text: step.say } : { kind: 'choice', choice: choice ?? '' };
    for (const message of await send(content)) await measure(message);
  }
  await application.stop();
  await database.close();
  await rm(dataDir, { recursive: true, force: true });
  return bytes;
}

/** The same conversation with and without `/tietkiem`, in bytes as they leave for each channel, before any compression. */
export async function run(): Promise<void> {
  console.log(
    `${''.padEnd(10)}${'usual'.padStart(10)}${'pictures'.padStart(10)}${'sparing'.padStart(10)}${'ratio'.padStart(8)}${'words only'.padStart(12)}`,
  );
  const ratios: Record<string, number> = {};
  const results: Record<string, unknown> = {};
  for (const channel of ['telegram', 'zalo', 'web'] as const) {
    const usual = await play(channel, false);
    const sparing = await play(channel, true);
    const ratio = (sparing.words + sparing.pictures) / (usual.words + usual.pictures);
    const wordsRatio = sparing.words / usual.words;
    const row = [usual.words, usual.pictures, sparing.words + sparing.pictures]
      .map((value) => String(value).padStart(10))
      .join('');
    console.log(`${channel.padEnd(10)}${row}${ratio.toFixed(2).padStart(8)}${wordsRatio.toFixed(2).padStart(12)}`);
    ratios[channel] = Number(ratio.toFixed(3));
    ratios[`${channel}_words`] = Number(wordsRatio.toFixed(3));
    results[channel] = { usual, sparing };
  }
  console.log(JSON.stringify({ bench: 'low-data', results, ratios }));
}

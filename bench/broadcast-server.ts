import { createServer, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';

/**
 * A Bot API server as light as one can be (no HTTP library: 10 to 15 µs a call), so that whoever sends is the limit. It is a process of its own, told by its
 * parent what to do. It checks what a platform would check of a broadcast, counts messages a person, and can be strict about the pace.
 */
const orders = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('reset'),
    /** Chats from `firstChat` on are recipients, each of which should hear once. */
    firstChat: z.number(),
    recipients: z.number(),
    /** Messages that may come in any second; 0 is as many as come. */
    perSecond: z.number(),
    /** How long an answer takes, as over a real network. */
    delayMilliseconds: z.number(),
  }),
  z.object({ kind: z.literal('report') }),
  z.object({
    kind: z.literal('write'),
    url: z.string(),
    secret: z.string(),
    /** A person who writes; their next message comes when the last was answered. */
    chat: z.number(),
    text: z.string(),
  }),
]);
export type ServerOrder = z.infer<typeof orders>;

/** What a broadcast came to so far, as the platform saw it. */
export interface ServerReport {
  readonly kind: 'report';
  readonly messages: number;
  readonly persons: number;
  /** Persons who heard more than once. */
  readonly twice: number;
  readonly throttled: number;
  /** Calls no platform would have taken. */
  readonly wrong: number;
  /** From the first message to the last, of recipients. */
  readonly seconds: number;
  readonly perSecond: number;
  readonly busiestSecond: number;
  readonly cpuSeconds: number;
}

/** From a person's message to the first message that comes to them. */
export interface WrittenReport {
  readonly kind: 'written';
  readonly milliseconds: number | undefined;
}

const secondMilliseconds = 1000;
const replyMilliseconds = 30_000;

let [firstChat, limit, delay] = [0, 0, 0];
let heard = new Uint8Array(0);
let [messages, throttled, wrong, nextId] = [0, 0, 0, 1];
let [firstAt, lastAt, blockedUntil, busiestSecond] = [0, 0, 0, 0];
/** Times of the messages of the last second, in a ring. */
const recent = new Float64Array(65_536);
let [oldest, newest] = [0, 0];
const lastToChat = new Map<number, number>();
const waiting = new Map<number, (at: number) => void>();

function inLastSecond(now: number): number {
  while (oldest < newest && (recent[oldest % recent.length] ?? 0) <= now - secondMilliseconds) oldest++;
  return newest - oldest;
}

const refusal = (code: number, description: string, parameters = {}): string =>
  JSON.stringify({ ok: false, error_code: code, description, ...parameters });

function refuseForPace(now: number, seconds: number): string {
  blockedUntil = Math.max(blockedUntil, now + seconds * 1000);
  throttled++;
  return refusal(429, `Too Many Requests: retry after ${seconds}`, { parameters: { retry_after: seconds } });
}

function sendMessage(body: string): string {
  const now = performance.now();
  let payload: { chat_id?: number | string; text?: string; reply_markup?: unknown };
  try {
    payload = JSON.parse(body);
  } catch {
    wrong++;
    return refusal(400, "Bad Request: can't parse request");
  }
  const chat = Number(payload.chat_id);
  const { text } = payload;
  if (!Number.isSafeInteger(chat) || typeof text !== 'string' || text === '' || text.length > 8192) {
    wrong++;
    return refusal(400, 'Bad Request: message text is empty');
  }
  if (limit > 0) {
    if (now < blockedUntil) return refuseForPace(now, Math.ceil((blockedUntil - now) / 1000));
    const chatRested = now - (lastToChat.get(chat) ?? Number.NEGATIVE_INFINITY);
    // One call may be quicker on its way than the one before it: a tenth is let pass.
    if (chatRested < secondMilliseconds * 0.9 || inLastSecond(now) >= limit) return refuseForPace(now, 1);
    lastToChat.set(chat, now);
  }
  recent[newest++ % recent.length] = now;
  busiestSecond = Math.max(busiestSecond, inLastSecond(now));
  waiting.get(chat)?.(now);
  const position = chat - firstChat;
  if (position >= 0 && position < heard.length) {
    heard[position] = Math.min(255, (heard[position] ?? 0) + 1);
    if (messages++ === 0) firstAt = now;
    lastAt = now;
  }
  return `{"ok":true,"result":{"message_id":${nextId++},"from":{"id":1,"is_bot":true,"first_name":"Bot"},"chat":{"id":${chat},"type":"private"},"date":${Math.floor(Date.now() / 1000)},"text":${JSON.stringify(text)}}}`;
}

function answer(method: string, body: string): string {
  switch (method) {
    case 'sendMessage':
      return sendMessage(body);
    case 'getMe':
      return '{"ok":true,"result":{"id":1,"is_bot":true,"first_name":"Bot","username":"bench_bot"}}';
    case 'getUpdates':
      return '{"ok":true,"result":[]}';
    default:
      return '{"ok":true,"result":true}';
  }
}

/** Answers the whole requests at the start of what has come; returns what is left. */
function serve(socket: Socket, received: Buffer): Buffer {
  let rest = received;
  for (;;) {
    const headEnd = rest.indexOf('\r\n\r\n');
    if (headEnd < 0) return rest;
    const head = rest.toString('latin1', 0, headEnd);
    const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? '0');
    const end = headEnd + 4 + length;
    if (rest.length < end) return rest;
    const path = head.slice(head.indexOf(' ') + 1, head.indexOf(' ', head.indexOf(' ') + 1));
    const method = path.slice(path.lastIndexOf('/') + 1);
    const content = answer(method, rest.toString('utf8', headEnd + 4, end));
    rest = rest.subarray(end);
    const response = `HTTP/1.1 ${content.startsWith('{"ok":true') ? '200 OK' : `${/"error_code":(\d+)/.exec(content)?.[1]} No`}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(content)}\r\nConnection: keep-alive\r\n\r\n${content}`;
    if (delay === 0) socket.write(response);
    else void wait(delay).then(() => socket.writable && socket.write(response));
  }
}

const server = createServer({ noDelay: true }, (socket) => {
  let rest: Buffer = Buffer.alloc(0);
  socket.on('data', (chunk) => {
    rest = serve(socket, rest.length === 0 ? chunk : Buffer.concat([rest, chunk]));
  });
  socket.on('error', () => socket.destroy());
});

let updateId = 1_000_000;

/** A person's message, by webhook; resolves with the time until a message comes to them. */
async function write(order: Extract<ServerOrder, { kind: 'write' }>): Promise<number | undefined> {
  const from = { id: order.chat, is_bot: false, first_name: 'An' };
  const update = {
    update_id: updateId++,
    message: {
      message_id: updateId,
      from,
      chat: { id: order.chat, type: 'private', first_name: 'An' },
      date: Math.floor(Date.now() / 1000),
      text: order.text,
    },
  };
  const asked = performance.now();
  const answered = new Promise<number>((done) => waiting.set(order.chat, done));
  const response = await fetch(order.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': order.secret },
    body: JSON.stringify(update),
  }).catch(() => undefined);
  const at = response?.ok === true ? await Promise.race([answered, wait(replyMilliseconds)]) : undefined;
  waiting.delete(order.chat);
  return at === undefined ? undefined : at - asked;
}

function report(): ServerReport {
  let [persons, twice] = [0, 0];
  for (const times of heard) {
    if (times > 0) persons++;
    if (times > 1) twice++;
  }
  const seconds = (lastAt - firstAt) / 1000;
  const { user, system } = process.cpuUsage();
  return {
    kind: 'report',
    messages,
    persons,
    twice,
    throttled,
    wrong,
    seconds,
    perSecond: seconds > 0 ? (messages - 1) / seconds : 0,
    busiestSecond,
    cpuSeconds: (user + system) / 1_000_000,
  };
}

process.on('message', (told) => {
  const order = orders.parse(told);
  switch (order.kind) {
    case 'reset':
      firstChat = order.firstChat;
      limit = order.perSecond;
      delay = order.delayMilliseconds;
      heard = new Uint8Array(order.recipients);
      [messages, throttled, wrong, busiestSecond, blockedUntil] = [0, 0, 0, 0, 0];
      [firstAt, lastAt, oldest, newest] = [0, 0, 0, 0];
      lastToChat.clear();
      process.send?.({ kind: 'reset' });
      return;
    case 'report':
      process.send?.(report());
      return;
    case 'write':
      void write(order).then((milliseconds) => process.send?.({ kind: 'written', milliseconds }));
  }
});
process.on('disconnect', () => process.exit(0));

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ kind: 'ready', port: typeof address === 'object' ? address?.port : 0 });
});

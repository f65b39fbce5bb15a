import { createServer, type RequestListener, type Server } from 'node:http';
import { GrammyError, HttpError } from 'grammy';
import { afterEach, expect, test } from 'vitest';
import { causeCode } from '../../../src/channels/network-failure.ts';
import { createBotApi } from '../../../src/channels/telegram/bot-api.ts';

const token = '7:very-secret';
let server: Server | undefined;

afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((done) => server?.close(done));
  server = undefined;
});

async function apiOf(listener: RequestListener, timeoutSeconds = 5) {
  const listening = createServer(listener);
  server = listening;
  await new Promise<void>((done) => listening.listen(0, '127.0.0.1', done));
  const address = listening.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return createBotApi({ token, apiRoot: `http://127.0.0.1:${port}/sub/`, timeoutSeconds });
}

function failureOf(call: Promise<unknown>): Promise<Error> {
  return call.then(
    () => new Error('it succeeded'),
    (error: Error) => error,
  );
}

test('a message is posted as JSON to the method of the bot below the root, and its answer may come in pieces', async () => {
  const seen: { url: string | undefined; type: string | undefined; body: unknown }[] = [];
  const api = await apiOf((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      seen.push({ url: request.url, type: request.headers['content-type'], body: JSON.parse(body) });
      const bytes = Buffer.from('{"ok":true,"result":{"message_id":7,"text":"Chào bạn"}}');
      const middle = bytes.indexOf('ạ') + 1;
      response.write(bytes.subarray(0, middle), () => response.end(bytes.subarray(middle)));
    });
  });
  const sent = await api.sendMessage(5, 'Chào bạn', { parse_mode: 'HTML' });
  expect(sent).toEqual({ message_id: 7, text: 'Chào bạn' });
  const body = { chat_id: 5, text: 'Chào bạn', parse_mode: 'HTML' };
  expect(seen).toEqual([{ url: `/sub/bot${token}/sendMessage`, type: 'application/json', body }]);
});

test('what the API refuses is a refusal with its code and what it says to do', async () => {
  const api = await apiOf((_, response) => {
    response.statusCode = 429;
    response.end('{"ok":false,"error_code":429,"description":"Too Many Requests","parameters":{"retry_after":3}}');
  });
  const error = await failureOf(api.sendMessage(5, 'Chào bạn'));
  expect(error).toBeInstanceOf(GrammyError);
  expect(error).toMatchObject({ error_code: 429, parameters: { retry_after: 3 } });
});

test('a call that is not answered in time is given up, and so are those that waited for its connection', async () => {
  let arrived = 0;
  const api = await apiOf(() => arrived++, 0.05);
  const errors = await Promise.all(Array.from({ length: 140 }, () => failureOf(api.sendMessage(5, 'Chào bạn'))));
  expect(errors.every((error) => error instanceof HttpError && causeCode(error) === 'ETIMEDOUT')).toBe(true);
  expect(arrived).toBeLessThanOrEqual(128);
});

test.each([
  ['no JSON', (response: { end(text: string): void }) => response.end('<html>Bad Gateway</html>')],
  ['a connection that ends', (response: { destroy(): void }) => response.destroy()],
])('with %s for an answer the network failed, and the error holds no token', async (_, answer) => {
  const api = await apiOf((_request, response) => void answer(response));
  const error = await failureOf(api.sendMessage(5, 'Chào bạn'));
  expect(error).toBeInstanceOf(HttpError);
  expect(error.message).not.toContain('very-secret');
});

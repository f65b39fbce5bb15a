import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Bot } from './bot.ts';
import { type Parameters, requiredText } from './parameters.ts';
import { refusal } from './refusals.ts';

/** The platform hands out no larger ones. */
const largestBytes = 20 * 1024 * 1024;

/** Where a file that somebody sent can be fetched. */
export function getFile(bot: Bot, parameters: Parameters): object {
  const id = requiredText(parameters, 'file_id');
  const content = bot.sent.get(id);
  if (content === undefined) throw refusal('wrong file_id or the file is temporarily unavailable');
  if (content.length > largestBytes) throw refusal('file is too big');
  return { file_id: id, file_unique_id: `U${id}`, file_size: content.length, file_path: `files/${id}.bin` };
}

/** Hands out a file: `/file/bot<TOKEN>/<file_path>`. False for any other address. */
export function serveFile(bot: Bot, request: IncomingMessage, response: ServerResponse): boolean {
  const found = /^\/file\/bot([^/?]+)\/files\/([^/?]+)\.bin$/.exec(request.url ?? '');
  if (found === null) return false;
  const content = found[1] === bot.token ? bot.sent.get(found[2] ?? '') : undefined;
  response.writeHead(content === undefined ? 404 : 200, { 'content-type': 'application/octet-stream' });
  response.end(content);
  return true;
}

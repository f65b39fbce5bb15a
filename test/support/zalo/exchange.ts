import type { IncomingMessage, ServerResponse } from 'node:http';
import { finish, type RefusingFault, suffer, write } from '../scripted-server/answer.ts';
import { ApiError } from '../scripted-server/api-error.ts';
import type { Answer } from '../scripted-server/call.ts';
import type { FaultQueue } from '../scripted-server/fault.ts';
import type { Dispatcher } from './dispatcher.ts';
import type { Surroundings } from './methods.ts';
import type { Payload } from './payload.ts';
import { quotaExceeded, refusal, unknownMethod, violation } from './platform-error.ts';
import type { Rate } from './rate.ts';
import { toErrorBody } from './reply.ts';
import { readBody, readPath, readPayload } from './request.ts';

/** What an exchange needs of the server. */
export interface ExchangeContext {
  readonly dispatcher: Dispatcher;
  readonly faults: FaultQueue;
  readonly rate: Rate;
  readonly surroundings: Omit<Surroundings, 'connection'>;
}

/** One request and its answer, or what a fault makes of it. The platform's own answers all have status 200. */
export async function exchange(
  request: IncomingMessage,
  response: ServerResponse,
  context: ExchangeContext,
): Promise<void> {
  const { dispatcher, faults, rate, surroundings } = context;
  const { bot } = surroundings;
  const file = bot.media.get(request.url ?? '');
  if (file !== undefined) {
    response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(file);
    return;
  }
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  const path = readPath(request.url ?? '/');
  const read = await readOrProblem(request, path?.query ?? new URLSearchParams());
  if (path === undefined) return write(response, { status: 200, body: toErrorBody(unknownMethod()) });

  const call = dispatcher.open(path.method, read instanceof ApiError ? {} : read, bot.now());
  const check = (): void => {
    if (path.token !== bot.token) throw refusal(401);
    if (!['GET', 'POST'].includes(request.method ?? '')) throw violation(`use POST, not ${request.method}`);
    if (read instanceof ApiError) throw read;
    rate.admit(call.method, call.payload.chat_id);
  };
  const run = async (): Promise<Answer> => ({
    status: 200,
    body: await dispatcher.run(call, { ...surroundings, connection: gone.signal }, check),
  });
  const fault = faults.take(call);
  if (fault !== undefined) {
    return suffer(fault, { call, response, run, refusalOf: (each) => refusalOf(each, bot.blockedCode) });
  }
  finish(call, response, await run());
}

async function readOrProblem(request: IncomingMessage, query: URLSearchParams): Promise<Payload | ApiError> {
  try {
    return readPayload(query, request.headers['content-type'] ?? '', await readBody(request));
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
}

/** The platform's own refusals come with status 200; it tells no waiting time. */
function refusalOf(fault: RefusingFault, blockedCode: number): Answer {
  const said = (problem: ApiError, status = 200): Answer => ({ status, body: toErrorBody(problem) });
  switch (fault.kind) {
    case 'throttle':
      return said(quotaExceeded());
    case 'blocked':
      return said(refusal(blockedCode));
    case 'serverError':
      return said(refusal(500, 'Internal Server Error'), 500);
    case 'status':
      // A code alone is the platform's, in the body of a 200; with a body it is a status of HTTP.
      if (fault.body === undefined) return said(refusal(fault.status));
      return { status: fault.status, body: typeof fault.body === 'string' ? fault.body : JSON.stringify(fault.body) };
  }
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import { finish, type RefusingFault, suffer, write } from '../scripted-server/answer.ts';
import { ApiError } from '../scripted-server/api-error.ts';
import type { Answer } from '../scripted-server/call.ts';
import type { FaultQueue } from '../scripted-server/fault.ts';
import { type Dispatcher, toErrorAnswer } from './dispatcher.ts';
import { serveFile } from './file.ts';
import type { Surroundings } from './methods.ts';
import type { Rate } from './rate.ts';
import { forbidden, tooManyRequests } from './refusals.ts';
import { type ReadCall, readBody, readCall, readPath } from './request.ts';

/** What an exchange needs of the server. */
export interface ExchangeContext {
  readonly dispatcher: Dispatcher;
  readonly faults: FaultQueue;
  readonly rate: Rate;
  readonly surroundings: Omit<Surroundings, 'connection'>;
}

const notFound = new ApiError(404, 'Not Found', true);
const unauthorized = new ApiError(401, 'Unauthorized', false);

/** One request and its answer, or what a fault makes of it. */
export async function exchange(
  request: IncomingMessage,
  response: ServerResponse,
  context: ExchangeContext,
): Promise<void> {
  const { dispatcher, faults, rate, surroundings } = context;
  const { bot } = surroundings;
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  if (serveFile(bot, request, response)) return;
  const path = readPath(request.url ?? '/');
  const body = await readWhole(request);
  if (path === undefined || !['GET', 'POST'].includes(request.method ?? '')) {
    return write(response, toErrorAnswer(notFound));
  }

  const read = readOrProblem(path.query, request.headers['content-type'] ?? '', body);
  const call = dispatcher.open(path.method, read instanceof ApiError ? {} : read.payload, bot.now());
  const run = (): Promise<Answer> => {
    const check = (): void => {
      if (path.token !== bot.token) throw unauthorized;
      rate.admit(call);
    };
    const parameters = (): ReadCall['parameters'] => {
      if (read instanceof ApiError) throw read;
      return read.parameters;
    };
    return dispatcher.run(call, parameters, { ...surroundings, connection: gone.signal }, check);
  };
  const fault = faults.take(call);
  if (fault !== undefined) return suffer(fault, { call, response, run, refusalOf });
  const answer = await run();
  finish(call, response, answer);
}

async function readWhole(request: IncomingMessage): Promise<Buffer | ApiError> {
  try {
    return await readBody(request);
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
}

function readOrProblem(query: URLSearchParams, contentType: string, body: Buffer | ApiError): ReadCall | ApiError {
  if (body instanceof ApiError) return body;
  try {
    return readCall(query, contentType, body);
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
}

function refusalOf(fault: RefusingFault): Answer {
  if (fault.kind === 'throttle') return toErrorAnswer(tooManyRequests(fault.retryAfterSeconds));
  if (fault.kind === 'blocked') return toErrorAnswer(forbidden('bot was blocked by the user'));
  if (fault.kind === 'serverError') return toErrorAnswer(new ApiError(500, 'Internal Server Error', false));
  const { status, body } = fault;
  if (body === undefined) return toErrorAnswer(new ApiError(status, 'Scripted', false));
  return { status, body: typeof body === 'string' ? body : JSON.stringify(body) };
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApiError, forbidden, tooManyRequests } from './api-error.ts';
import type { Answer } from './call.ts';
import { type Dispatcher, type OpenCall, toErrorAnswer } from './dispatcher.ts';
import type { Fault, FaultQueue } from './fault.ts';
import type { Surroundings } from './methods.ts';
import type { Rate } from './rate.ts';
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
  if (fault !== undefined) return suffer(fault, call, run, response);
  const answer = await run();
  finish(call, response, answer);
}

function finish(call: OpenCall, response: ServerResponse, answer: Answer): void {
  if (response.destroyed) call.outcome = { kind: 'abandoned' };
  else call.outcome = { kind: 'answered', ...answer };
  write(response, answer);
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

async function suffer(
  fault: Fault,
  call: OpenCall,
  run: () => Promise<Answer>,
  response: ServerResponse,
): Promise<void> {
  const outcome = (tookEffect: boolean): void => {
    call.outcome = { kind: 'faulted', fault: fault.kind, tookEffect };
  };
  switch (fault.kind) {
    case 'slow':
      await fault.until;
      return finish(call, response, await run());
    case 'reset':
      outcome(false);
      response.destroy();
      return;
    case 'lostAnswer':
      await run();
      outcome(true);
      response.destroy();
      return;
    case 'hang':
      if (fault.takesEffect === true) await run();
      outcome(fault.takesEffect === true);
      return;
    case 'halfAnswer': {
      const { status, body } = await run();
      outcome(true);
      const bytes = Buffer.from(body);
      response.writeHead(status, { 'content-type': 'application/json', 'content-length': bytes.length });
      response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy());
      return;
    }
    case 'notJson':
      outcome(false);
      write(response, { status: fault.status ?? 200, body: '<html><body>Bad Gateway</body></html>' }, 'text/html');
      return;
    default:
      outcome(false);
      write(response, refusalOf(fault));
  }
}

function refusalOf(fault: Extract<Fault, { kind: 'status' | 'throttle' | 'blocked' | 'serverError' }>): Answer {
  if (fault.kind === 'throttle') return toErrorAnswer(tooManyRequests(fault.retryAfterSeconds));
  if (fault.kind === 'blocked') return toErrorAnswer(forbidden('bot was blocked by the user'));
  if (fault.kind === 'serverError') return toErrorAnswer(new ApiError(500, 'Internal Server Error', false));
  const { status, body } = fault;
  if (body === undefined) return toErrorAnswer(new ApiError(status, 'Scripted', false));
  return { status, body: typeof body === 'string' ? body : JSON.stringify(body) };
}

function write(response: ServerResponse, { status, body }: Answer, contentType = 'application/json'): void {
  if (response.destroyed) return;
  response.writeHead(status, { 'content-type': contentType, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}

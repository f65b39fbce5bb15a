import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApiError } from '../telegram/api-error.ts';
import type { Fault, FaultQueue } from '../telegram/fault.ts';
import type { Dispatcher, OpenCall } from './dispatcher.ts';
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
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  const path = readPath(request.url ?? '/');
  const read = await readOrProblem(request, path?.query ?? new URLSearchParams());
  if (path === undefined) return write(response, 200, toErrorBody(unknownMethod()));

  const call = dispatcher.open(path.method, read instanceof ApiError ? {} : read, bot.now());
  const check = (): void => {
    if (path.token !== bot.token) throw refusal(401);
    if (!['GET', 'POST'].includes(request.method ?? '')) throw violation(`use POST, not ${request.method}`);
    if (read instanceof ApiError) throw read;
    rate.admit(call.method, call.payload.chat_id);
  };
  const run = (): Promise<string> => dispatcher.run(call, { ...surroundings, connection: gone.signal }, check);
  const fault = faults.take(call);
  if (fault !== undefined) return suffer(fault, call, run, { response, blockedCode: bot.blockedCode });
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

function finish(call: OpenCall, response: ServerResponse, body: string): void {
  call.outcome = response.destroyed ? { kind: 'abandoned' } : { kind: 'answered', status: 200, body };
  write(response, 200, body);
}

interface Sufferer {
  readonly response: ServerResponse;
  readonly blockedCode: number;
}

async function suffer(
  fault: Fault,
  call: OpenCall,
  run: () => Promise<string>,
  { response, blockedCode }: Sufferer,
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
      const bytes = Buffer.from(await run());
      outcome(true);
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length });
      response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy());
      return;
    }
    case 'notJson':
      outcome(false);
      return write(response, fault.status ?? 200, '<html><body>Bad Gateway</body></html>', 'text/html');
    case 'throttle':
      // The platform tells no waiting time.
      outcome(false);
      return write(response, 200, toErrorBody(quotaExceeded()));
    case 'blocked':
      outcome(false);
      return write(response, 200, toErrorBody(refusal(blockedCode)));
    case 'serverError':
      outcome(false);
      return write(response, 500, toErrorBody(refusal(500, 'Internal Server Error')));
    case 'status':
      outcome(false);
      return answerStatus(response, fault.status, fault.body);
  }
}

/** A code alone is the platform's, in the body of a 200; with a body it is a status of HTTP. */
function answerStatus(response: ServerResponse, status: number, body: string | object | undefined): void {
  if (body === undefined) write(response, 200, toErrorBody(refusal(status)));
  else write(response, status, typeof body === 'string' ? body : JSON.stringify(body));
}

function write(response: ServerResponse, status: number, body: string, contentType = 'application/json'): void {
  if (response.destroyed) return;
  response.writeHead(status, { 'content-type': contentType, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}

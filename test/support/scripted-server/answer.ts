import type { ServerResponse } from 'node:http';
import type { Answer, OpenCall } from './call.ts';
import type { Fault } from './fault.ts';

/** Answers a call and writes down that it was, or that nobody was there any more. */
export function finish(call: OpenCall, response: ServerResponse, answer: Answer): void {
  call.outcome = response.destroyed ? { kind: 'abandoned' } : { kind: 'answered', ...answer };
  write(response, answer);
}

/** Faults that are an answer of the platform; each has its own words for them. */
export type RefusingFault = Extract<Fault, { kind: 'status' | 'throttle' | 'blocked' | 'serverError' }>;

/** What a fault needs of a call under way. */
export interface Sufferer {
  readonly call: OpenCall;
  readonly response: ServerResponse;
  /** Lets the call take effect and gives its answer. */
  readonly run: () => Promise<Answer>;
  readonly refusalOf: (fault: RefusingFault) => Answer;
}

/** Makes of a call what a scripted fault says. */
export async function suffer(fault: Fault, { call, response, run, refusalOf }: Sufferer): Promise<void> {
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
      return write(
        response,
        { status: fault.status ?? 200, body: '<html><body>Bad Gateway</body></html>' },
        'text/html',
      );
    default:
      outcome(false);
      return write(response, refusalOf(fault));
  }
}

/** Sends an answer, if anybody is still there. */
export function write(response: ServerResponse, { status, body }: Answer, contentType = 'application/json'): void {
  if (response.destroyed) return;
  response.writeHead(status, { 'content-type': contentType, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}

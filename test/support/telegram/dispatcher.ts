import { ApiError } from '../scripted-server/api-error.ts';
import type { Answer, Call, OpenCall, Violation } from '../scripted-server/call.ts';
import { findMethod, type Surroundings } from './methods.ts';
import type { Parameters } from './parameters.ts';
import { RawBody } from './poller.ts';
import { violation } from './refusals.ts';
import { Remark } from './webhook.ts';

/** Lets calls take effect and words their answers. */
export interface Dispatcher {
  readonly calls: readonly Call[];
  readonly violations: readonly Violation[];
  open(method: string, payload: Readonly<Record<string, unknown>>, at: Date): OpenCall;
  /** The answer to a call; also to one that fails. `check` may refuse it before it takes effect. */
  run(call: OpenCall, parameters: () => Parameters, around: Surroundings, check: () => void): Promise<Answer>;
}

export function createDispatcher(): Dispatcher {
  const calls: OpenCall[] = [];
  const violations: Violation[] = [];
  return {
    calls,
    violations,
    open: (method, payload, at) => {
      const call: OpenCall = { method, payload, at, outcome: { kind: 'pending' } };
      calls.push(call);
      return call;
    },
    run: async (call, parameters, around, check) => {
      try {
        check();
        const method = findMethod(call.method);
        if (method === undefined) throw new ApiError(404, 'Not Found', true);
        return toAnswer(await method(parameters(), around));
      } catch (error) {
        const problem = error instanceof ApiError ? error : violation(`the scripted server failed: ${error}`, 500);
        if (problem.isViolation) {
          violations.push({ method: call.method, payload: call.payload, description: problem.description });
        }
        return toErrorAnswer(problem);
      }
    },
  };
}

function toAnswer(result: unknown): Answer {
  if (result instanceof RawBody) return { status: 200, body: result.text };
  const envelope =
    result instanceof Remark ? { ok: true, result: true, description: result.description } : { ok: true, result };
  return { status: 200, body: JSON.stringify(envelope) };
}

export function toErrorAnswer({ code, description, parameters }: ApiError): Answer {
  const envelope = { ok: false, error_code: code, description, ...(parameters === undefined ? {} : { parameters }) };
  return { status: code, body: JSON.stringify(envelope) };
}

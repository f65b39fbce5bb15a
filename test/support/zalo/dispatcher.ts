import { ApiError } from '../scripted-server/api-error.ts';
import type { Call, OpenCall, Violation } from '../scripted-server/call.ts';
import { findMethod, type Surroundings } from './methods.ts';
import type { Payload } from './payload.ts';
import { unknownMethod } from './platform-error.ts';
import { toBody, toErrorBody } from './reply.ts';

/** Lets calls take effect and words their answers. */
export interface Dispatcher {
  readonly calls: readonly Call[];
  readonly violations: readonly Violation[];
  open(method: string, payload: Payload, at: Date): OpenCall;
  /** The body of the answer, also to a call that fails. `check` may refuse it before it takes effect. */
  run(call: OpenCall, around: Surroundings, check: () => void): Promise<string>;
}

export function createDispatcher(): Dispatcher {
  const calls: OpenCall[] = [];
  const violations: Violation[] = [];
  const accuse = ({ method, payload }: Call, description: string): void => {
    violations.push({ method, payload, description });
  };
  return {
    calls,
    violations,
    open: (method, payload, at) => {
      const call: OpenCall = { method, payload, at, outcome: { kind: 'pending' } };
      calls.push(call);
      return call;
    },
    run: async (call, around, check) => {
      try {
        check();
        const method = findMethod(call.method);
        if (method === undefined) throw unknownMethod();
        // The platform says nothing to these: whoever sends one hopes for what does not exist.
        const unknown = Object.keys(call.payload).filter((name) => !method.parameters.includes(name));
        for (const name of unknown) accuse(call, `unknown parameter ${name}`);
        return toBody(await method.run(call.payload, around));
      } catch (error) {
        const problem =
          error instanceof ApiError ? error : new ApiError(403, `The scripted server failed: ${error}`, true);
        if (problem.isViolation) accuse(call, problem.description);
        return toErrorBody(problem);
      }
    },
  };
}

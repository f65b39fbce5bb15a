import type { RulesReason } from '../question.ts';

/** Why a model gave no answer that can be told. */
export type ModelFailure = Extract<
  RulesReason,
  | 'consent'
  | 'timeout'
  | 'throttled'
  | 'refused'
  | 'broken'
  | 'too_many_calls'
  | 'blocked'
  | 'danger'
  | 'unfit_question'
>;

/** No more calls are allowed for this answer. */
export class TooManyCalls extends Error {
  constructor() {
    super('The model was called as often as one answer allows.');
    this.name = 'TooManyCalls';
  }
}

/** The learner does not agree any more. */
export class ConsentEnded extends Error {
  constructor() {
    super('The learner turned the model off.');
    this.name = 'ConsentEnded';
  }
}

/** What an error of the endpoint means. Errors of the layers between carry the first one as their cause. */
export function failureOf(error: unknown): ModelFailure {
  for (const one of causes(error)) {
    if (one instanceof TooManyCalls) return 'too_many_calls';
    if (one instanceof ConsentEnded) return 'consent';
    const status = statusOf(one);
    if (status === 429) return 'throttled';
    if (status === 408) return 'timeout';
    if (status !== undefined && status >= 400 && status < 500) return 'refused';
    if (/^(?:AbortError|TimeoutError|APIUserAbortError|APIConnectionTimeoutError)$/.test(nameOf(one))) return 'timeout';
    if (/recursion limit/i.test(one instanceof Error ? one.message : '')) return 'too_many_calls';
  }
  return 'broken';
}

/** The words of an endpoint's own refusal, to find out which setting it does not take. */
export function refusalOf(error: unknown): string | undefined {
  for (const one of causes(error)) if (statusOf(one) === 400 && one instanceof Error) return one.message;
  return undefined;
}

function causes(error: unknown): unknown[] {
  const found: unknown[] = [];
  for (
    let one = error;
    one !== undefined && one !== null && found.length < 10;
    one = (one as { cause?: unknown }).cause
  )
    found.push(one);
  return found;
}

/** Whether the endpoint itself said no: it has then used nothing. */
export function isRefusal(error: unknown): boolean {
  return causes(error).some((one) => statusOf(one) !== undefined);
}

function statusOf(error: unknown): number | undefined {
  const { status } = error as { readonly status?: unknown };
  return typeof status === 'number' ? status : undefined;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name || error.constructor.name : '';
}

import { ApiError } from '../scripted-server/api-error.ts';

/** A call that is wrong in itself, whatever the state of the world. */
export function violation(problem: string, code = 400): ApiError {
  return new ApiError(code, `Bad Request: ${problem}`, true);
}

/** A well-formed call that the state of the world refuses: no such chat, nothing to change, too late. */
export function refusal(problem: string): ApiError {
  return new ApiError(400, `Bad Request: ${problem}`, false);
}

export function forbidden(problem: string): ApiError {
  return new ApiError(403, `Forbidden: ${problem}`, false);
}

export function conflict(problem: string): ApiError {
  return new ApiError(409, `Conflict: ${problem}`, false);
}

export function tooManyRequests(retryAfterSeconds: number): ApiError {
  return new ApiError(429, `Too Many Requests: retry after ${retryAfterSeconds}`, false, {
    retry_after: retryAfterSeconds,
  });
}

import { ApiError } from '../scripted-server/api-error.ts';

/** The platform's words for its codes. 403 is what it calls a failure of its own. */
const descriptions: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Unauthorized',
  403: 'Internal server error',
  404: 'Not found',
  408: 'Request timeout',
  426: 'Daily limit of testWebhook reached',
  429: 'quota exceeded',
};

/** A call that is wrong in itself, whatever the state of the world. */
export function violation(problem: string): ApiError {
  return new ApiError(400, `Bad request: ${problem}`, true);
}

/** A well-formed call that the state of the world refuses. */
export function refusal(code: number, description = descriptions[code] ?? 'Error'): ApiError {
  return new ApiError(code, description, false);
}

export function unknownMethod(): ApiError {
  return new ApiError(404, 'Not found', true);
}

/** Also what too many calls a second get: no waiting time is told. */
export function quotaExceeded(): ApiError {
  return refusal(429);
}

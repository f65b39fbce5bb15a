import { GrammyError, HttpError } from 'grammy';
import type { SendError } from '../../message/index.ts';
import { causeCode, hasNeverLeft } from '../network-failure.ts';

/** Maps what the API or the network said to our closed set of errors; never holds the token. */
export function telegramSendError(error: unknown): SendError {
  if (error instanceof HttpError) {
    const code = causeCode(error);
    return { code: hasNeverLeft(code) ? 'platform_failed' : 'outcome_unknown', detail: code ?? 'no answer' };
  }
  if (!(error instanceof GrammyError)) return { code: 'outcome_unknown' };
  const { error_code: status, description, parameters } = error;
  const detail = `${status} ${description}`.slice(0, 200);
  if (status === 429) {
    const seconds = parameters.retry_after;
    return { code: 'throttled', detail, ...(seconds === undefined ? {} : { retryAfterSeconds: seconds }) };
  }
  if (status === 401 || status === 404) return { code: 'wrong_token', detail };
  if (status === 403 || /chat not found|user not found|user is deactivated|PEER_ID_INVALID/i.test(description)) {
    return { code: 'person_unreachable', detail };
  }
  if (status >= 500 || status === undefined) return { code: 'outcome_unknown', detail };
  return { code: 'message_refused', detail };
}

/** Whether the API refused a call with a description that matches. */
export function isRefusal(error: unknown, description: RegExp): boolean {
  return error instanceof GrammyError && error.error_code === 400 && description.test(error.description);
}

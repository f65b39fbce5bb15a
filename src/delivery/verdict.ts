import type { Clock } from '../database/index.ts';
import { type SendError, type SendErrorCode, sendErrors } from '../message/index.ts';
import { backOffSeconds, maximumAttempts } from './back-off.ts';
import type { ClaimedDelivery, Ending } from './claim.ts';

/** Decides how a row goes on whose send ended badly. */
export interface Verdict {
  endingOf(delivery: ClaimedDelivery, error: SendError): Ending;
  /** A send went well: the next pause is a short one again. */
  succeeded(): void;
}

/** Pauses of the whole bot, in seconds: the platform says how long, or the wait doubles up to an hour. */
const firstPauseSeconds = 5;
const longestPauseSeconds = 3600;
const wrongTokenPauseSeconds = 60;

export function createVerdict(clock: Clock, random: () => number): Verdict {
  let pausesInARow = 0;
  let lastPause = { from: 0, until: 0 };

  function endingOf(delivery: ClaimedDelivery, error: SendError): Ending {
    const { code, retryAfterSeconds } = error;
    if (code === 'person_unreachable') return { kind: 'over', status: 'blocked', code };
    if (code === 'outcome_unknown' && delivery.lane !== 'reply') return { kind: 'over', status: 'unconfirmed', code };
    const pause = pauseSeconds(code, retryAfterSeconds);
    // Being told to wait is not the row's fault and does not use up its tries.
    if (!sendErrors[code].retry || (pause === undefined && delivery.attempts >= maximumAttempts)) {
      return { kind: 'over', status: 'failed', code };
    }
    const seconds = pause ?? backOffSeconds(delivery.attempts, retryAfterSeconds, random());
    return {
      kind: 'again',
      dueAt: new Date(clock().getTime() + seconds * 1000),
      code,
      isTry: pause === undefined,
      partsSent: error.partsSent ?? delivery.partsSent,
    };
  }

  /** How long the whole bot must be silent after such an error; undefined when it need not be. */
  function pauseSeconds(code: SendErrorCode, retryAfterSeconds: number | undefined): number | undefined {
    if (code === 'wrong_token') return wrongTokenPauseSeconds;
    if (code !== 'throttled' && code !== 'quota_exceeded') return undefined;
    if (retryAfterSeconds !== undefined) return retryAfterSeconds;
    const now = clock().getTime();
    // Messages that were under way together are told so together: that is one pause.
    if (now >= lastPause.from && now < lastPause.until) return (lastPause.until - now) / 1000;
    const seconds = Math.min(longestPauseSeconds, firstPauseSeconds * 2 ** pausesInARow++);
    lastPause = { from: now, until: now + seconds * 1000 };
    return seconds;
  }

  return {
    endingOf,
    succeeded() {
      pausesInARow = 0;
    },
  };
}

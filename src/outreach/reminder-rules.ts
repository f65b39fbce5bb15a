import { atCityTime, cityTime, daysAfter } from '../time/index.ts';
import { isQuiet, nearestAllowed, type QuietHours } from './quiet-hours.ts';

/** The rules of being reminded to learn. Days are days of the city. */
export const learningRules = {
  /** Days from one reminder to the next, by how many went unanswered: daily while answered, then every third, then every seventh day. */
  gaps: [1, 3, 3, 7],
  /** After so many unanswered, or so many days without a word of theirs, they are told how to go on and left in peace. */
  unanswered: 5,
  silentDays: 14,
  /** Nobody is interrupted within so many minutes of their own last message, or of the last step of a lesson. */
  restMinutes: 10,
  lessonMinutes: 30,
  /** "Để tối nay": when that is, and how far off it must be to be offered. */
  eveningMinutes: 20 * 60,
  eveningAwayMinutes: 60,
} as const;

/** How a learner and the reminders to learn stand with each other. */
export interface Rhythm {
  /** When to look whether to write; undefined: not before they learn, ask or agree again. */
  readonly nextAt: Date | undefined;
  /** Reminders since their last answer. */
  readonly unanswered: number;
  readonly lastSentAt: Date | undefined;
  readonly lastLearntAt: Date | undefined;
  readonly pausedAt: Date | undefined;
  /** They asked by a press for a second message today. */
  readonly again: boolean;
}

/** Somebody of whom nothing is known yet. */
export const freshRhythm: Rhythm = {
  nextAt: undefined,
  unanswered: 0,
  lastSentAt: undefined,
  lastLearntAt: undefined,
  pausedAt: undefined,
  again: false,
};

/** What the clocks and a learner's own time say. */
export interface Times {
  readonly timezone: string;
  readonly quiet: QuietHours | undefined;
  /** The learner's time of day, in minutes after midnight: chosen, else usual, else ours (`learningMinutes`). */
  readonly minutes: number;
}

/** What is true of a learner at the moment at which one looks. */
export interface Circumstances {
  readonly consents: boolean;
  readonly isReachable: boolean;
  /** The person's own last message, where they are written to. */
  readonly lastWordAt: Date | undefined;
  /** The last step of a lesson that is not finished. */
  readonly lessonTouchedAt: Date | undefined;
  /** Something came by itself today, of whatever kind. */
  readonly isToldToday: boolean;
  readonly isDoneToday: boolean;
  /** They took the week's free pass for today. */
  readonly isRestDay: boolean;
  /** They are left in peace until then. */
  readonly calmUntil: Date | undefined;
  /** There is a lesson to go on with, or something to review. */
  readonly hasSomething: boolean;
  /** When there will be something to review, if there is nothing now. */
  readonly nextReviewAt: Date | undefined;
}

/**
 * What to do with who is due. `stop`: they do not agree. `skip`: the message found no room before the quiet hours, and that day is over
 * for it. `wait`: they are in the middle of something. `rest`: there is nothing to say today.
 */
export type Decision =
  | { readonly kind: 'stop' | 'skip' | 'wait' | 'rest'; readonly nextAt: Date | undefined }
  | { readonly kind: 'remind' | 'pause'; readonly nextAt?: undefined };

const minute = 60_000;

/** A learner's time on a day so many days after that of a moment. */
function atTheirTime(moment: Date, days: number, { timezone, quiet, minutes }: Times): Date {
  const day = daysAfter(cityTime(moment, timezone).day, days);
  return atCityTime({ day, minutes: outOfQuiet(quiet, minutes) }, timezone);
}

/** A time chosen before the quiet hours were what they are now counts as their end. */
function outOfQuiet(quiet: QuietHours | undefined, minutes: number): number {
  return quiet !== undefined && isQuiet(quiet, minutes) ? quiet.until : minutes;
}

/** Their time today if it is still to come, else tomorrow's. */
function nextTime(now: Date, times: Times): Date {
  const today = atTheirTime(now, 0, times);
  return today > now ? today : atTheirTime(now, 1, times);
}

function daysBetween(earlier: Date, later: Date, timezone: string): number {
  const [from, to] = [earlier, later].map((moment) => Date.parse(cityTime(moment, timezone).day));
  return Math.round(((to ?? 0) - (from ?? 0)) / 86_400_000);
}

function latest(...moments: (Date | undefined)[]): Date | undefined {
  return moments.reduce((one, other) => (one === undefined || (other !== undefined && other > one) ? other : one));
}

/** What to do now with a learner whose `nextAt` has come. */
export function decide(rhythm: Rhythm, found: Circumstances, times: Times, now: Date): Decision {
  const { timezone, quiet } = times;
  const city = cityTime(now, timezone);
  if (!found.consents || rhythm.nextAt === undefined) return { kind: 'stop', nextAt: undefined };
  if (found.calmUntil !== undefined && found.calmUntil > now) {
    return { kind: 'rest', nextAt: nextTime(found.calmUntil, times) };
  }
  if (isQuiet(quiet, city.minutes) || cityTime(rhythm.nextAt, timezone).day < city.day) {
    return { kind: 'skip', nextAt: nextTime(now, times) };
  }
  const busyUntil = latest(
    found.lastWordAt && new Date(found.lastWordAt.getTime() + learningRules.restMinutes * minute),
    found.lessonTouchedAt && new Date(found.lessonTouchedAt.getTime() + learningRules.lessonMinutes * minute),
  );
  if (busyUntil !== undefined && busyUntil > now) return { kind: 'wait', nextAt: busyUntil };
  if (!found.isReachable || found.isDoneToday || found.isRestDay || (found.isToldToday && !rhythm.again)) {
    return { kind: 'rest', nextAt: atTheirTime(now, 1, times) };
  }
  if (!found.hasSomething) {
    const reviews = found.nextReviewAt && latest(nextTime(found.nextReviewAt, times), atTheirTime(now, 1, times));
    return { kind: 'rest', nextAt: reviews };
  }
  const silentSince = latest(found.lastWordAt, rhythm.lastLearntAt);
  const isSilent =
    silentSince !== undefined && daysBetween(silentSince, now, timezone) >= learningRules.silentDays && !rhythm.again;
  return { kind: rhythm.unanswered >= learningRules.unanswered || isSilent ? 'pause' : 'remind' };
}

/** After a message that could not go, because an open question or another replica was in the way: not at once again. */
export const afterBusy = (now: Date): Date => new Date(now.getTime() + learningRules.restMinutes * minute);

/** After a reminder: the next one comes the later the more went unanswered, but not after the day on which silence ends it. */
export function afterReminder(rhythm: Rhythm, lastWordAt: Date | undefined, times: Times, now: Date): Rhythm {
  // The second message of a day is the first one again.
  const unanswered = rhythm.unanswered + (rhythm.again ? 0 : 1);
  const gap = learningRules.gaps[Math.min(unanswered, learningRules.gaps.length - 1)] ?? 1;
  const silentSince = latest(lastWordAt, rhythm.lastLearntAt) ?? now;
  const untilSilent = learningRules.silentDays - daysBetween(silentSince, now, times.timezone);
  const days = Math.max(1, Math.min(gap, untilSilent));
  return { ...rhythm, unanswered, lastSentAt: now, again: false, nextAt: atTheirTime(now, days, times) };
}

export function afterPause(rhythm: Rhythm, now: Date): Rhythm {
  return { ...rhythm, lastSentAt: now, pausedAt: now, again: false, nextAt: undefined };
}

/** Any answer begins anew: the next reminder comes tomorrow. Who does not agree has none. */
export function afterAnswer(rhythm: Rhythm, consents: boolean, times: Times, now: Date): Rhythm {
  const nextAt = consents ? atTheirTime(now, 1, times) : undefined;
  return { ...rhythm, unanswered: 0, pausedAt: undefined, again: false, nextAt };
}

export function afterLearning(rhythm: Rhythm, consents: boolean, times: Times, now: Date): Rhythm {
  return { ...afterAnswer(rhythm, consents, times, now), lastLearntAt: now };
}

/** Who agrees, or says at what time, is reminded from that time on, today if it is still to come. */
export function afterConsent(rhythm: Rhythm, times: Times, now: Date): Rhythm {
  return { ...rhythm, unanswered: 0, pausedAt: undefined, again: false, nextAt: nextTime(now, times) };
}

/** This evening, if that is far enough off to be offered as "later" and not quiet; undefined otherwise. */
export function eveningOf(now: Date, { timezone, quiet }: Pick<Times, 'timezone' | 'quiet'>): Date | undefined {
  const { day, minutes } = cityTime(now, timezone);
  const evening = nearestAllowed(quiet, learningRules.eveningMinutes);
  const isAhead = evening - minutes >= learningRules.eveningAwayMinutes;
  return isAhead ? atCityTime({ day, minutes: evening }, timezone) : undefined;
}

/** "Để tối nay" brings the reminder once more today; without an evening, or pressed twice, it comes tomorrow. */
export function afterSnooze(rhythm: Rhythm, evening: Date | undefined, times: Times, now: Date): Rhythm {
  const tomorrow = afterAnswer(rhythm, true, times, now);
  return evening === undefined ? tomorrow : { ...tomorrow, again: true, nextAt: evening };
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mondayOf } from '../../src/learning/weekly-goal.ts';
import { isQuiet } from '../../src/outreach/quiet-hours.ts';
import {
  afterAnswer,
  afterBusy,
  afterConsent,
  afterLearning,
  afterPause,
  afterReminder,
  afterSnooze,
  type Circumstances,
  decide,
  eveningOf,
  freshRhythm,
  learningRules,
  type Rhythm,
  type Times,
} from '../../src/outreach/reminder-rules.ts';
import {
  chanceOf,
  chooseTemplate,
  eligibleTemplates,
  type LearningNews,
} from '../../src/outreach/reminder-templates.ts';
import { habitMinutes, learningMinutes } from '../../src/outreach/usual-time.ts';
import { atCityTime, cityTime, daysAfter } from '../../src/time/index.ts';

const times: Times = { timezone: 'Asia/Ho_Chi_Minh', quiet: { from: 21 * 60 + 30, until: 7 * 60 }, minutes: 20 * 60 };
/** A time of a day in the city; day 0 is Monday the 23rd of November. */
const at = (day: number, clock: string, timezone = times.timezone): Date => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return atCityTime({ day: daysAfter('2026-11-23', day), minutes: hours * 60 + minutes }, timezone);
};
const free: Circumstances = {
  consents: true,
  isReachable: true,
  lastWordAt: at(0, '08:00'),
  lessonTouchedAt: undefined,
  isToldToday: false,
  isDoneToday: false,
  isRestDay: false,
  calmUntil: undefined,
  hasSomething: true,
  nextReviewAt: undefined,
};
const due = (nextAt: Date, more: Partial<Rhythm> = {}): Rhythm => ({ ...freshRhythm, nextAt, ...more });

describe('the rules of reminding', () => {
  it('remind at the time, and wait for a lesson under way and for the end of a talk', () => {
    const now = at(0, '20:00');
    expect(decide(due(now), free, times, now)).toEqual({ kind: 'remind' });
    expect(decide(due(now), { ...free, lessonTouchedAt: at(0, '19:45') }, times, now)).toEqual({
      kind: 'wait',
      nextAt: at(0, '20:15'),
    });
    expect(decide(due(now), { ...free, lastWordAt: at(0, '19:55') }, times, now)).toEqual({
      kind: 'wait',
      nextAt: at(0, '20:05'),
    });
  });

  it('say nothing on a day that has had its message or its lesson, and nothing without consent', () => {
    const now = at(0, '20:00');
    const tomorrow = { kind: 'rest', nextAt: at(1, '20:00') };
    expect(decide(due(now), { ...free, isDoneToday: true }, times, now)).toEqual(tomorrow);
    expect(decide(due(now), { ...free, isRestDay: true }, times, now)).toEqual(tomorrow);
    expect(decide(due(now, { again: true }), { ...free, isRestDay: true }, times, now)).toEqual(tomorrow);
    expect(decide(due(now), { ...free, isToldToday: true }, times, now)).toEqual(tomorrow);
    expect(decide(due(now), { ...free, isReachable: false }, times, now)).toEqual(tomorrow);
    expect(decide(due(now), { ...free, consents: false }, times, now)).toEqual({ kind: 'stop', nextAt: undefined });
  });

  it('leave who wrote of danger in peace, and come at the hour after that', () => {
    const calm = { ...free, calmUntil: at(2, '03:00') };
    expect(decide(due(at(0, '20:00')), calm, times, at(0, '20:00'))).toEqual({ kind: 'rest', nextAt: at(2, '20:00') });
    expect(decide(due(at(2, '20:00')), calm, times, at(2, '20:00'))).toEqual({ kind: 'remind' });
  });

  it('skip what found no room before the night: it does not come on the morning after', () => {
    const skipped = { kind: 'skip', nextAt: at(1, '20:00') };
    expect(decide(due(at(0, '21:20')), free, times, at(0, '21:30'))).toEqual(skipped);
    expect(decide(due(at(0, '21:20')), free, times, at(1, '07:00'))).toEqual(skipped);
  });

  it('look again when there is something to review', () => {
    const now = at(0, '20:00');
    const nothing = { ...free, hasSomething: false };
    expect(decide(due(now), nothing, times, now)).toEqual({ kind: 'rest', nextAt: undefined });
    expect(decide(due(now), { ...nothing, nextReviewAt: at(9, '00:00') }, times, now)).toEqual({
      kind: 'rest',
      nextAt: at(9, '20:00'),
    });
  });

  it('come daily while answered, then every third, then every seventh day, and end after five', () => {
    let rhythm = due(at(0, '20:00'));
    const days: number[] = [];
    for (let day = 0; day < 60 && rhythm.nextAt !== undefined; day++) {
      const now = at(day, '20:00');
      if (rhythm.nextAt > now) continue;
      days.push(day);
      // They write about other things every day: it is the lessons they do not answer.
      const found = { ...free, lastWordAt: at(day, '12:00') };
      const { kind } = decide(rhythm, found, times, now);
      if (kind === 'pause') rhythm = afterPause(rhythm, now);
      else rhythm = afterReminder(rhythm, found.lastWordAt, times, now);
    }
    expect(days).toEqual([0, 3, 6, 13, 20, 27]);
    expect(rhythm.pausedAt).toEqual(at(27, '20:00'));
  });

  it('end after fourteen days without a word, and begin anew with any answer', () => {
    let rhythm = afterReminder(due(at(7, '20:00'), { unanswered: 2 }), at(0, '08:00'), times, at(7, '20:00'));
    expect(rhythm.nextAt).toEqual(at(14, '20:00'));
    expect(decide(rhythm, free, times, at(14, '20:00'))).toEqual({ kind: 'pause' });
    rhythm = afterPause(rhythm, at(14, '20:00'));
    expect(afterLearning(rhythm, true, times, at(30, '09:00'))).toMatchObject({
      unanswered: 0,
      pausedAt: undefined,
      nextAt: at(31, '20:00'),
    });
    expect(afterLearning(rhythm, false, times, at(30, '09:00')).nextAt).toBeUndefined();
    expect(afterConsent(rhythm, times, at(30, '09:00')).nextAt).toEqual(at(30, '20:00'));
  });

  it('offer the evening while it is an hour away', () => {
    expect(eveningOf(at(0, '09:00'), times)).toEqual(at(0, '20:00'));
    expect(eveningOf(at(0, '19:30'), times)).toBeUndefined();
    expect(eveningOf(at(0, '09:00'), { ...times, quiet: { from: 19 * 60, until: 7 * 60 } })).toEqual(at(0, '18:45'));
  });

  it('find the hour at which somebody usually learns', () => {
    expect(habitMinutes([])).toBeUndefined();
    expect(habitMinutes(['2026-11-23 06', '2026-11-24 06'])).toBeUndefined();
    expect(habitMinutes(['2026-11-23 06', '2026-11-24 06', '2026-11-25 06', '2026-11-26 21'])).toBe(6 * 60);
    // Twelve and thirteen o'clock are one habit; the same day and hour count once.
    const noon = ['2026-11-23 12', '2026-11-23 12', '2026-11-24 13', '2026-11-25 12', '2026-11-26 13', '2026-11-27 12'];
    expect(habitMinutes([...noon, '2026-11-23 20', '2026-11-24 20', '2026-11-25 20'])).toBe(12 * 60);
    expect(learningMinutes(undefined, undefined)).toBe(9 * 60);
    expect(learningMinutes(500, 600)).toBe(500);
  });
});

const quiets = fc.oneof(
  fc.constant(undefined),
  fc
    .record({ from: fc.integer({ min: 0, max: 1439 }), until: fc.integer({ min: 0, max: 1439 }) })
    .filter(({ from, until }) => from !== until),
);
const zones = fc.constantFrom('Asia/Ho_Chi_Minh', 'UTC', 'America/New_York', 'Pacific/Auckland', 'Asia/Kathmandu');
const acts = fc.array(
  fc.record({
    minutes: fc.integer({ min: 1, max: 4 * 1440 }),
    what: fc.constantFrom(
      'look',
      'look',
      'look',
      'look',
      'learn',
      'word',
      'stop',
      'agree',
      'evening',
      'tomorrow',
      'busy',
      'open',
      'rest',
      'danger',
    ),
  }),
  { minLength: 5, maxLength: 120 },
);

/** What was said in a life of acts and looks, by the clock of every minute that something happens in. */
function live(given: {
  quiet: Times['quiet'];
  timezone: string;
  minutes: number;
  happenings: { minutes: number; what: string }[];
}) {
  const { timezone, quiet, minutes, happenings } = given;
  const own = { timezone, quiet, minutes };
  let now = at(0, '09:00', timezone);
  let rhythm = afterConsent(freshRhythm, own, now);
  let found: Circumstances = { ...free, lastWordAt: now };
  const said: { at: Date; day: string; isPause: boolean; isAsked: boolean; unanswered: number }[] = [];
  const broken: string[] = [];
  /** Free passes, by the Monday of their week. */
  const passes = new Map<string, string>();
  const calms: { from: Date; until: Date }[] = [];
  let sinceAnswer = 0;
  const answered = (after: Rhythm): void => {
    rhythm = after;
    sinceAnswer = 0;
  };
  const look = (): void => {
    if (rhythm.nextAt === undefined || rhythm.nextAt > now) return;
    const { day } = cityTime(now, timezone);
    const isToldToday = said.some((each) => each.day === day);
    const isRestDay = passes.get(mondayOf(day)) === day;
    const decision = decide(rhythm, { ...found, isToldToday, isRestDay }, own, now);
    if (decision.kind === 'remind' || decision.kind === 'pause') {
      if (isRestDay) broken.push('said on a day of rest');
      if (calms.some(({ from, until }) => from <= now && now < until)) broken.push('said after danger');
      if (!found.consents) broken.push('said without consent');
      const isPause = decision.kind === 'pause';
      if (!rhythm.again) sinceAnswer += 1;
      said.push({ at: now, day, isPause, isAsked: rhythm.again, unanswered: sinceAnswer });
      rhythm = isPause ? afterPause(rhythm, now) : afterReminder(rhythm, found.lastWordAt, own, now);
    } else {
      rhythm = { ...rhythm, nextAt: decision.nextAt, again: decision.kind === 'wait' && rhythm.again };
    }
    if (rhythm.nextAt !== undefined && rhythm.nextAt <= now) broken.push('due again at once');
  };
  for (const { minutes: later, what } of happenings) {
    const until = new Date(now.getTime() + later * 60_000);
    // The job looks every few minutes, and at the very moment at which something is due.
    while (rhythm.nextAt !== undefined && rhythm.nextAt <= until) {
      now = new Date(Math.max(rhythm.nextAt.getTime(), now.getTime()));
      look();
    }
    now = until;
    if (what === 'look') look();
    else if (what === 'learn') answered(afterLearning(rhythm, found.consents, own, now));
    else if (what === 'open') answered(afterAnswer(rhythm, found.consents, own, now));
    else if (what === 'rest') {
      // Any press answers; the pass itself is there once a week.
      const { day } = cityTime(now, timezone);
      const taken = passes.get(mondayOf(day));
      if (taken === undefined) passes.set(mondayOf(day), day);
      // The rule holds by itself, whatever the press did to the rhythm.
      if (taken === undefined && minutes % 2 === 0) answered(afterAnswer(rhythm, found.consents, own, now));
    } else if (what === 'danger') {
      const until = new Date(now.getTime() + 48 * 3_600_000);
      calms.push({ from: now, until });
      found = { ...found, lastWordAt: now, calmUntil: until };
    } else if (what === 'word') found = { ...found, lastWordAt: now };
    else if (what === 'stop') found = { ...found, consents: false };
    else if (what === 'busy') rhythm = { ...rhythm, nextAt: rhythm.nextAt && afterBusy(now) };
    else if (what === 'agree') {
      found = { ...found, consents: true };
      answered(afterConsent(rhythm, own, now));
    } else if (found.consents) {
      const { day } = cityTime(now, timezone);
      const today = said.filter((each) => each.day === day);
      const isOpen = what === 'evening' && today.length === 1 && !today[0]?.isPause;
      answered(afterSnooze(rhythm, isOpen ? eveningOf(now, own) : undefined, own, now));
    }
  }
  return { said, broken, rhythm };
}

describe('over any life', () => {
  const lives = fc.record({
    quiet: quiets,
    timezone: zones,
    minutes: fc.integer({ min: 0, max: 1439 }),
    happenings: acts,
  });

  it('at most one message a day comes by itself, one more only when asked for, and none at night, after a stop, on a day of rest or after danger', () => {
    fc.assert(
      fc.property(lives, (given) => {
        const { said, broken } = live(given);
        expect(broken).toEqual([]);
        const byDay = new Map<string, number>();
        for (const each of said) {
          expect(isQuiet(given.quiet, cityTime(each.at, given.timezone).minutes)).toBe(false);
          if (!each.isAsked) byDay.set(each.day, (byDay.get(each.day) ?? 0) + 1);
        }
        expect([...byDay.values()].filter((count) => count > 1)).toEqual([]);
        const asked = said.filter(({ isAsked }) => isAsked).map(({ day }) => day);
        expect(new Set(asked).size).toBe(asked.length);
      }),
      { numRuns: 2000 },
    );
  });

  it('after five without an answer comes one message more, the pause, and then nothing until they answer', () => {
    fc.assert(
      fc.property(lives, (given) => {
        for (const each of live(given).said) {
          expect(each.unanswered).toBeLessThanOrEqual(learningRules.unanswered + 1);
          if (each.unanswered > learningRules.unanswered) expect(each.isPause).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('who learns after anything is reminded again on the day after', () => {
    fc.assert(
      fc.property(lives, (given) => {
        const { rhythm } = live(given);
        const now = at(400, '12:00', given.timezone);
        const own = { ...given, minutes: given.minutes };
        const learnt = afterLearning(rhythm, true, own, now);
        expect(learnt.pausedAt).toBeUndefined();
        const next = learnt.nextAt ?? now;
        expect(cityTime(next, given.timezone).day).toBe(daysAfter(cityTime(now, given.timezone).day, 1));
        const found = { ...free, lastWordAt: now };
        expect(decide(learnt, found, own, next).kind).toBe('remind');
      }),
      { numRuns: 500 },
    );
  });
});

describe('the words of a reminder', () => {
  const anyNews = fc.record({
    openLesson: fc.option(fc.constant('mat-khau'), { nil: undefined }),
    hasLesson: fc.boolean(),
    reviews: fc.integer({ min: 0, max: 20 }),
    daysOfWeek: fc.integer({ min: 0, max: 7 }),
    unanswered: fc.integer({ min: 0, max: 5 }),
  });
  const hasSomething = ({ hasLesson, openLesson, reviews }: LearningNews) =>
    reviews > 0 || (hasLesson && openLesson === undefined) || (hasLesson && openLesson !== undefined);

  it('fit, and are each as likely as said', () => {
    fc.assert(
      fc.property(
        anyNews.filter(hasSomething),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (news, chance) => {
          const { template, eligible, propensity } = chooseTemplate(news, chance);
          expect(eligible).toContain(template);
          expect(eligible).toEqual(eligibleTemplates(news));
          expect(propensity * eligible.length).toBeCloseTo(1);
          if (news.openLesson === undefined) expect(eligible).not.toContain('open');
          if (news.reviews === 0) expect(eligible).not.toContain('review');
        },
      ),
    );
  });

  it('are chosen evenly over learners, and the same for one on one day', () => {
    const news = { openLesson: undefined, hasLesson: true, reviews: 3, daysOfWeek: 2, unanswered: 1 };
    const counts = new Map<string, number>();
    for (let learner = 1; learner <= 6000; learner++) {
      const { template } = chooseTemplate(news, chanceOf(learner, '2026-11-23'));
      counts.set(template, (counts.get(template) ?? 0) + 1);
    }
    // Six words fit; a thousand each, within five standard deviations.
    expect(counts.size).toBe(6);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
    expect(chanceOf(7, '2026-11-23')).toBe(chanceOf(7, '2026-11-23'));
    expect(chanceOf(7, '2026-11-23')).not.toBe(chanceOf(7, '2026-11-24'));
  });
});

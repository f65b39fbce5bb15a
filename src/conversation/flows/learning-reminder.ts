import { type AccountLearner, holdLearner, withdrawConsent } from '../../learners/index.ts';
import { takeRestDay } from '../../learning/index.ts';
import { reminderAnswered, snooze } from '../../outreach/index.ts';
import { cityTime } from '../../time/index.ts';
import { type Answer, inPlace, type TurnContext } from '../context.ts';
import type { Feature } from '../feature.ts';
import { withoutLearner } from '../state.ts';
import { clock, day, localDate } from '../words/format.ts';
import { lesson } from './lesson.ts';
import { rhythmTime } from './reminder-consent.ts';
import { review } from './review.ts';
import { say } from './small-talk.ts';

/** What was pressed below a reminder to learn; the reminder may be for a relative the conversation is not about right now. */
async function pressed(context: TurnContext, [what, who]: readonly string[]): Promise<Answer> {
  const learner = await holdLearner(context.tx, context.accountId, Number.parseInt(who ?? '', 36) || 0);
  if (learner === undefined) return inPlace(say(context, context.t('learn-relative-gone')));
  switch (what) {
    case 'eve':
    case 'tmw':
      return putOff(context, learner, what === 'eve' ? 'evening' : 'tomorrow');
    case 'rest':
      return inPlace(await rest(context, learner));
    case 'off':
      return stop(context, learner);
    case 'on':
      return again(context, learner);
    default:
      return begin(context, learner, what === 'rev' ? 'review' : 'lesson');
  }
}

async function putOff(context: TurnContext, learner: AccountLearner, until: 'evening' | 'tomorrow'): Promise<Answer> {
  const { tx, t, now, timezone } = context;
  const at = await snooze(tx, learner.id, until, rhythmTime(context));
  if (at === undefined) return notReminded(context);
  const [there, here] = [cityTime(at, timezone), cityTime(now, timezone)];
  const time = clock(there.minutes);
  return inPlace(
    say(context, t(there.day === here.day ? 'learn-snoozed-evening' : 'learn-snoozed-tomorrow', { time })),
  );
}

/** The week's free pass, for today: nothing reminds of learning until tomorrow. */
async function rest(context: TurnContext, learner: AccountLearner): Promise<Answer> {
  const { tx, t, now, timezone, offer } = context;
  const today = localDate(now, timezone);
  const taken = await takeRestDay(tx, learner.id, today, now);
  if (taken !== today)
    return say(context, t('learn-rest-used', { date: day(taken) }), [
      offer('nl', ['tmw', learner.id.toString(36)], t('choice-learn-tomorrow')),
    ]);
  await reminderAnswered(tx, learner.id, rhythmTime(context));
  return say(context, t('learn-rest-today'));
}

/** "Nghỉ hôm nay", said before any reminder. */
async function restNow(context: TurnContext): Promise<Answer> {
  const learner = await holdLearner(context.tx, context.accountId, context.learnerId);
  return learner === undefined ? say(context, context.t('learn-relative-gone')) : rest(context, learner);
}

async function stop(context: TurnContext, learner: AccountLearner): Promise<Answer> {
  await withdrawConsent(context.tx, learner.id, ['reminders'], context.now);
  return inPlace(
    say(context, context.t('learn-stopped'), [context.offer('nhac', [], context.t('choice-remind-again'))]),
  );
}

/** After a pause: as before. */
async function again(context: TurnContext, learner: AccountLearner): Promise<Answer> {
  const at = await snooze(context.tx, learner.id, 'tomorrow', rhythmTime(context));
  return at === undefined ? notReminded(context) : inPlace(say(context, context.t('learn-again')));
}

function notReminded(context: TurnContext): Answer {
  const { t } = context;
  return inPlace(say(context, t('learn-not-reminded'), [context.offer('nhac', [], t('choice-remind-again'))]));
}

/** Begins the lesson or the review, for the learner whom the reminder was for. */
async function begin(context: TurnContext, learner: AccountLearner, what: 'lesson' | 'review'): Promise<Answer> {
  await reminderAnswered(context.tx, learner.id, rhythmTime(context));
  const start = (about: TurnContext) => (what === 'lesson' ? lesson(about, '') : review(about));
  if (learner.id === context.learnerId) return start(context);
  const { relation, name } = learner;
  const theirs = {
    ...context,
    learnerId: learner.id,
    learner: { relation, name },
    state: withoutLearner(context.state),
  };
  const answer = await start(theirs);
  return { ...answer, effects: [{ kind: 'set_learner', learnerId: learner.id }, ...(answer.effects ?? [])] };
}

/** What one may press below a reminder to learn, and resting a day without one. */
export const learningReminderFeature: Feature = {
  commands: { nghi: restNow, rest: restNow },
  phrases: {
    'nghỉ hôm nay': 'nghi',
    'hôm nay nghỉ': 'nghi',
    'hôm nay mình nghỉ': 'nghi',
    'hôm nay nghỉ học': 'nghi',
    'nghi hom nay': 'nghi',
    'hom nay nghi': 'nghi',
    'hom nay minh nghi': 'nghi',
    'rest today': 'rest',
  },
  presses: { nl: pressed },
};

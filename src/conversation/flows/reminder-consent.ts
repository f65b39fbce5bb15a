import type { Course } from '../../catalogue/index.ts';
import { consentsOf, giveConsent } from '../../learners/index.ts';
import type { Choice } from '../../message/index.ts';
import { type RhythmTime, remindersAgreed } from '../../outreach/index.ts';
import type { TurnContext } from '../context.ts';
import { localDate } from '../words/format.ts';

/** The version of the words that say what reminders are. */
const textVersion = 'reminders-2';

/**
 * Notes a yes to reminders with the very words it was said to. `shown` must stand in the message whose choice was pressed, or in
 * the answer to who asked for reminders themselves.
 */
export async function agreeToReminders(context: TurnContext, shown: string): Promise<void> {
  const { tx, learnerId, locale, channel, turnId, now } = context;
  await giveConsent(tx, {
    learnerId,
    purpose: 'reminders',
    text: shown,
    textVersion,
    locale,
    channel,
    turnId,
    at: now,
  });
  await remindersAgreed(tx, learnerId, rhythmTime(context));
}

/** The clocks by which a learner is reminded, at this turn. */
export function rhythmTime({ now, timezone, quietHours }: TurnContext): RhythmTime {
  return { now, timezone, quiet: quietHours };
}

/** Whether the learner agrees to reminders. */
export async function hearsReminders({ tx, learnerId }: TurnContext): Promise<boolean> {
  return (await consentsOf(tx, learnerId)).reminders !== undefined;
}

/** What saving a course adds to its answer when the course starts later: the reminder, or the words and the press that ask for it. */
export async function startReminder(
  context: TurnContext,
  course: Course,
): Promise<{ readonly text: string; readonly choices: readonly Choice[] } | undefined> {
  const { t, now, timezone } = context;
  if (course.startsOn === undefined || course.startsOn <= localDate(now, timezone)) return undefined;
  if (await hearsReminders(context)) return { text: t('remind-start-will'), choices: [] };
  return {
    text: `${t('remind-start-offer')} ${t('remind-consent')}`,
    choices: [context.offer('remind', [course.key.toString(36)], t('choice-remind-start'))],
  };
}

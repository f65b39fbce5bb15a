import { createHash } from 'node:crypto';

/** What there is to say to somebody about learning. */
export interface LearningNews {
  /** The lesson they stopped in. */
  readonly openLesson: string | undefined;
  /** A track goes on. */
  readonly hasLesson: boolean;
  /** Items to review. */
  readonly reviews: number;
  /** Days of the last seven on which they learnt. */
  readonly daysOfWeek: number;
  readonly unanswered: number;
}

/** The words a reminder can have; each fits some news only. */
const fits = {
  plain: ({ hasLesson, openLesson }) => hasLesson && openLesson === undefined,
  few_minutes: ({ hasLesson, openLesson }) => hasLesson && openLesson === undefined,
  useful: ({ hasLesson, openLesson }) => hasLesson && openLesson === undefined,
  open: ({ openLesson }) => openLesson !== undefined,
  open_short: ({ openLesson }) => openLesson !== undefined,
  review: ({ reviews }) => reviews > 0,
  review_short: ({ reviews, hasLesson }) => reviews > 0 && !hasLesson,
  /** The goal of a week is three days. */
  goal_near: ({ daysOfWeek }) => daysOfWeek === 2,
  goal_met: ({ daysOfWeek }) => daysOfWeek >= 3,
  no_hurry: ({ unanswered }) => unanswered >= 1,
} satisfies Record<string, (news: LearningNews) => boolean>;

export type ReminderTemplate = keyof typeof fits;

/** The words that fit, in a fixed order; never none for who has something to learn. */
export function eligibleTemplates(news: LearningNews): ReminderTemplate[] {
  return (Object.keys(fits) as ReminderTemplate[]).filter((name) => fits[name](news));
}

/** Chosen words, with what is needed to learn from the choice later. */
export interface TemplateChoice {
  readonly template: ReminderTemplate;
  readonly eligible: readonly ReminderTemplate[];
  /** The probability with which this one was chosen. */
  readonly propensity: number;
}

/** One of those that fit, each as likely. @param chance in [0, 1) */
export function chooseTemplate(news: LearningNews, chance: number): TemplateChoice {
  const eligible = eligibleTemplates(news);
  const template = eligible[Math.floor(chance * eligible.length)];
  if (template === undefined) throw new Error('Nobody is reminded who has nothing to learn.');
  return { template, eligible, propensity: 1 / eligible.length };
}

/** A number in [0, 1) that is the same for a learner and a day however often it is asked: a run that was killed chooses the same words. */
export function chanceOf(learnerId: number, day: string): number {
  return createHash('sha256').update(`reminder|${learnerId}|${day}`).digest().readUInt32BE(0) / 2 ** 32;
}

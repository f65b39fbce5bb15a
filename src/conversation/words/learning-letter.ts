import type { Choice, OutboundMessage } from '../../message/index.ts';
import type { LearningLetter, ReminderTemplate } from '../../outreach/index.ts';
import type { Wording } from '../flows/course-list.ts';
import { forWhom } from './learner.ts';

/** A reminder to learn: a line or two, one press to begin, one to put it off, one to rest today, one to stop. */
export function learningLetter(wording: Wording, letter: LearningLetter): OutboundMessage {
  const { t } = wording;
  const who = letter.learnerId.toString(36);
  const offer = (what: string, label: string): Choice => wording.offer('nl', [what, who], label);
  if (letter.kind === 'learning_pause') {
    return {
      text: [forWhom(wording, t('learn-pause'))],
      choices: [offer('go', t('choice-learn-go-on')), offer('on', t('choice-learn-again'))],
    };
  }
  const { news, template, hasEvening, hasPass } = letter;
  // The press keeps what the words promise: who is told of questions to review comes to those.
  const begin =
    news.hasLesson && template !== 'review'
      ? offer('go', t(news.openLesson === undefined ? 'choice-learn-now' : 'choice-learn-go-on'))
      : offer('rev', t('choice-review-now'));
  const later = hasEvening ? offer('eve', t('choice-learn-evening')) : offer('tmw', t('choice-learn-tomorrow'));
  return {
    text: [forWhom(wording, wordsOf(wording, template, news.reviews, news.daysOfWeek))],
    choices: [
      begin,
      later,
      ...(hasPass ? [offer('rest', t('choice-learn-rest'))] : []),
      offer('off', t('choice-learn-stop')),
    ],
  };
}

function wordsOf({ t }: Wording, template: ReminderTemplate, reviews: number, days: number): string {
  switch (template) {
    case 'plain':
      return t('learn-remind-plain');
    case 'few_minutes':
      return t('learn-remind-few-minutes');
    case 'useful':
      return t('learn-remind-useful');
    case 'open':
      return t('learn-remind-open');
    case 'open_short':
      return t('learn-remind-open-short');
    case 'review':
      return t('learn-remind-review', { reviews });
    case 'review_short':
      return t('learn-remind-review-short');
    case 'goal_near':
      return t('learn-remind-goal-near');
    case 'goal_met':
      return t('learn-remind-goal-met', { days });
    case 'no_hurry':
      return t('learn-remind-no-hurry');
  }
}

import { learningRecordOf, progressOf, progressSince, setWeeklyGoal } from '../../learning/index.ts';
import type { Choice, OutboundMessage } from '../../message/index.ts';
import { type Answer, inPlace, type TurnContext } from '../context.ts';
import type { Feature } from '../feature.ts';
import { localDate } from '../words/format.ts';
import { ofWhom } from '../words/learner.ts';
import { progressInWords } from '../words/progress.ts';
import { say } from './small-talk.ts';
import { readyChoices } from './track-certificates.ts';

/** Most certificates that `/tiendo` offers; `/chungnhan` has them all. */
const mostOffered = 2;

/** `/tiendo`: the week, the lessons, what is remembered and what is about to be forgotten, in words and as a picture. One statement. */
async function showProgress(context: TurnContext): Promise<Answer> {
  const { t, tx, learnerId, now, timezone, lessons, locale } = context;
  const record = await learningRecordOf(tx, learnerId, { timezone, since: progressSince(now) });
  const progress = progressOf(record, lessons, { now, today: localDate(now, timezone) });
  if (progress.isNew)
    return say(context, ofWhom(context, t('progress-none')), [lessonChoice(context), goalChoice(context)]);
  const lines = progressInWords(t, locale, progress);
  const message: OutboundMessage = {
    text: [ofWhom(context, [t('progress-title'), ...lines].join('\n'))],
    ...(context.capabilities.pictures === 'none' || context.presentation.isLight
      ? {}
      : {
          media: {
            type: 'picture' as const,
            picture: { kind: 'progress' as const, learnerId, locale },
            alt: t('progress-alt', { facts: lines.join(' ') }),
          },
        }),
    choices: [
      ...(progress.due > 0 ? [reviewChoice(context)] : []),
      lessonChoice(context),
      ...readyChoices(context, record).slice(0, mostOffered),
      ...(context.presentation.isShort ? [] : [context.offer('so', [], t('choice-notebook'))]),
      goalChoice(context),
    ],
  };
  return { messages: [message], state: context.state };
}

const lessonChoice = ({ offer, t }: TurnContext): Choice => offer('bai', [], t('choice-progress-lesson'));
const reviewChoice = ({ offer, t }: TurnContext): Choice => offer('rn', [], t('choice-progress-review'));
const goalChoice = ({ offer, t }: TurnContext): Choice => offer('wgoal', [], t('choice-progress-goal'));

/** `/muctieu`, `/muctieu 4`. */
function goal(context: TurnContext, argument: string): Promise<Answer> | Answer {
  const days = /\b[1-7]\b/.exec(argument)?.[0];
  return days === undefined ? askGoal(context) : setGoal(context, Number(days));
}

function askGoal(context: TurnContext): Answer {
  const { t, offer } = context;
  const choices = [1, 2, 3, 4, 5, 6, 7].map((days) =>
    offer('wgoal', [String(days)], t('choice-progress-goal-days', { days })),
  );
  return say(context, ofWhom(context, t('progress-goal-ask')), choices);
}

async function setGoal(context: TurnContext, days: number): Promise<Answer> {
  const { t, tx, learnerId, now, offer } = context;
  await setWeeklyGoal(tx, learnerId, days, now);
  const text = t(days === 1 ? 'progress-goal-set-one' : 'progress-goal-set', { days, enough: days - 1 });
  return inPlace(
    say(context, ofWhom(context, text), [lessonChoice(context), offer('tiendo', [], t('choice-progress'))]),
  );
}

function pressedGoal(context: TurnContext, [days]: readonly string[]): Promise<Answer> | Answer {
  return days === undefined || !/^[1-7]$/.test(days) ? askGoal(context) : setGoal(context, Number(days));
}

/** How one is getting on with the lessons, and how much one wants to do. */
export const progressFeature: Feature = {
  commands: { tiendo: showProgress, progress: showProgress, muctieu: goal, goal },
  // Unaccented "tien do" is also that money, or a future.
  phrases: {
    'tiến độ': 'tiendo',
    'tiến độ học': 'tiendo',
    'tiến độ học tập': 'tiendo',
    'tiến độ của tôi': 'tiendo',
    'tiến độ của mình': 'tiendo',
    'xem tiến độ': 'tiendo',
    'kết quả học': 'tiendo',
    'kết quả học tập': 'tiendo',
    'ket qua hoc tap': 'tiendo',
    'tien do hoc': 'tiendo',
    'tien do hoc tap': 'tiendo',
    'my progress': 'tiendo',
    progress: 'tiendo',
    'mục tiêu tuần': 'muctieu',
    'đổi mục tiêu': 'muctieu',
    'weekly goal': 'muctieu',
  },
  wordings: [
    [/^(?:dat |doi )?muc tieu(?: (?:moi|tuan|la|hoc|thanh))* (?<what>[1-7])(?: (?:ngay|buoi).{0,12})?$/, 'muctieu'],
  ],
  presses: { tiendo: showProgress, wgoal: pressedGoal },
  help: ['help-tiendo'],
};

import { withdrawConsent } from '../../learners/index.ts';
import type { Choice } from '../../message/index.ts';
import { nearestAllowed, reminderHourOf, setReminderHour } from '../../outreach/index.ts';
import { fold } from '../../text/index.ts';
import { type Answer, inPlace, type TurnContext } from '../context.ts';
import type { Feature } from '../feature.ts';
import { shownTitle } from '../words/course-card.ts';
import { clock } from '../words/format.ts';
import { readHour } from '../words/hour.ts';
import { courseGone, courseOfArgument } from './course.ts';
import { agreeToReminders, hearsReminders } from './reminder-consent.ts';
import { say } from './small-talk.ts';

const off = /^(?:tat|dung|thoi|ngung|huy|khong|off|stop|no|tat nhac|tat di)$/;

/** `/nhac`, `/nhac 20:30`, `/nhac tat`. */
function remind(context: TurnContext, argument: string): Promise<Answer> {
  const words = fold(argument).trim();
  if (words === '') return tell(context);
  if (off.test(words)) return turnOff(context);
  const minutes = readHour(argument);
  return minutes === undefined
    ? Promise.resolve(say(context, context.t('remind-unclear'), hourChoices(context)))
    : setHour(context, minutes);
}

/** How it stands, and the hours to choose from; the words beside the presses are what they agree to. */
async function tell(context: TurnContext): Promise<Answer> {
  const { t, tx, learnerId } = context;
  const isOn = await hearsReminders(context);
  const time = clock(await reminderHourOf(tx, learnerId));
  const state = isOn ? t('remind-is-on', { time }) : t('remind-is-off');
  return say(context, [state, t('remind-consent'), t('remind-choose')].join('\n\n'), [
    ...hourChoices(context),
    ...(isOn ? [context.offer('nhac', ['off'], t('choice-remind-off'))] : []),
  ]);
}

function hourChoices(context: TurnContext): Choice[] {
  const { t, quietHours } = context;
  const offer = (minutes: number, label: (time: string) => string): Choice => {
    const allowed = nearestAllowed(quietHours, minutes);
    return context.offer('nhac', [String(allowed)], label(clock(allowed)));
  };
  return [
    offer(7 * 60 + 30, (time) => t('choice-remind-morning', { time })),
    offer(12 * 60, (time) => t('choice-remind-noon', { time })),
    offer(20 * 60, (time) => t('choice-remind-evening', { time })),
  ];
}

/** Sets the hour, which is the consent itself: its words stand in the answer. An hour of the night becomes the nearest one of the day. */
async function setHour(context: TurnContext, wanted: number): Promise<Answer> {
  const { t, tx, learnerId, now, quietHours } = context;
  const minutes = nearestAllowed(quietHours, wanted);
  await setReminderHour(tx, learnerId, minutes, now);
  await agreeToReminders(context, t('remind-consent'));
  const time = clock(minutes);
  const set =
    minutes === wanted || quietHours === undefined
      ? t('remind-set', { time })
      : t('remind-set-nearest', { time, from: clock(quietHours.from), until: clock(quietHours.until) });
  return say(context, [set, t('remind-consent')].join('\n\n'), [
    context.offer('nhac', ['off'], t('choice-remind-off')),
  ]);
}

async function turnOff(context: TurnContext): Promise<Answer> {
  const { t, tx, learnerId, now } = context;
  const ended = await withdrawConsent(tx, learnerId, ['reminders'], now);
  return say(context, t(ended.length === 0 ? 'remind-off-before' : 'remind-off'), [
    context.offer('nhac', [], t('choice-remind-again')),
  ]);
}

function pressed(context: TurnContext, [what]: readonly string[]): Promise<Answer> {
  if (what === undefined) return tell(context);
  if (what === 'off') return turnOff(context);
  const minutes = Number.parseInt(what, 10);
  return minutes >= 0 && minutes < 1440 ? setHour(context, minutes) : tell(context);
}

/** "Nhắc mình khi sắp khai giảng", pressed beside the words it agrees to. */
async function pressedRemindStart(context: TurnContext, [key]: readonly string[]): Promise<Answer> {
  const { t, tx, learnerId } = context;
  const course = await courseOfArgument(context, key);
  if (course === undefined) return courseGone(context);
  await agreeToReminders(context, `${t('remind-start-offer')} ${t('remind-consent')}`);
  const time = clock(await reminderHourOf(tx, learnerId));
  return inPlace(
    say(context, t('remind-start-set', { title: shownTitle(t, course), time }), [
      context.offer('nhac', [], t('choice-remind-hour')),
      context.offer('nhac', ['off'], t('choice-remind-off')),
    ]),
  );
}

export const remindFeature: Feature = {
  commands: { nhac: remind, remind },
  // Unaccented "nhac" is music: only whole accented phrases mean this.
  phrases: {
    'giờ nhắc': 'nhac',
    'đặt giờ nhắc': 'nhac',
    'đổi giờ nhắc': 'nhac',
    'lời nhắc': 'nhac',
    'nhắc học': 'nhac',
    'set a reminder': 'nhac',
    'my reminders': 'nhac',
  },
  wordings: [
    [
      /^nhac (?:nho )?(?:minh|em|toi|tui|anh|chi)(?: hoc)?(?: (?:bai|moi ngay|hang ngay))*(?: (?:luc|vao|khoang))+ (?<what>\d{1,2} ?(?:h|g|gio|:)?.{0,12}?)(?: (?:nhe|nha|a|moi ngay))*$/,
      'nhac',
    ],
    [/^remind me (?:to (?:learn|study) )?(?:every day )?at (?<what>\d{1,2}.{0,8})$/, 'nhac'],
  ],
  presses: { nhac: pressed, remind: pressedRemindStart },
  profile: async (context) => {
    if (!(await hearsReminders(context))) return { lines: [], choices: [] };
    const time = clock(await reminderHourOf(context.tx, context.learnerId));
    return {
      lines: [context.t('profile-reminders', { time })],
      choices: [context.offer('nhac', [], context.t('choice-remind-hour'))],
    };
  },
  help: ['help-nhac'],
};

import type { Course } from '../../catalogue/index.ts';
import { coursesByKeys } from '../../catalogue/index.ts';
import { type Facets, type KeptWish, keptWish, noteOnMark } from '../../discovery/index.ts';
import type { EnrolmentStatus } from '../../learning/index.ts';
import type { Choice, OutboundMessage } from '../../message/index.ts';
import { followUpAnswered } from '../../outreach/index.ts';
import { type Answer, inPlace, type TurnContext } from '../context.ts';
import type { Feature } from '../feature.ts';
import { plainWords } from '../phrases.ts';
import { shownTitle } from '../words/course-card.ts';
import { changeMark, courseGone, courseOfArgument } from './course.ts';
import { noteEnrolment } from './enrol.ts';
import { search } from './search.ts';
import { say } from './small-talk.ts';

/** What one may answer to whether one registered. */
type Reply = EnrolmentStatus | 'not_yet' | 'unfit';

const replyOfCode: Readonly<Record<string, Reply>> = { r: 'registered', l: 'learning', n: 'not_yet', x: 'unfit' };

async function answerFollowUp(context: TurnContext, course: Course, reply: Reply): Promise<Answer> {
  const { t, tx, learnerId, now } = context;
  await followUpAnswered(tx, learnerId, course.key, now);
  if (reply === 'unfit') {
    const answer = await changeMark(context, course, 'dismiss');
    return withChoice(
      answer,
      context.choice({ action: 'similar', args: [course.key.toString(36)] }, t('choice-similar')),
    );
  }
  if (reply === 'not_yet') return askReason(context, course);
  return noteEnrolment(context, course, reply, 'asked');
}

function withChoice(answer: Answer, choice: Choice): Answer {
  return { ...answer, messages: answer.messages.map((each) => ({ ...each, choices: [...each.choices, choice] })) };
}

const reasons = ['price', 'time', 'far', 'full', 'other'] as const;
type Reason = (typeof reasons)[number];

/** "Chưa cũng không sao": what stands in the way can be said by a press, or not at all. */
function askReason(context: TurnContext, course: Course): Answer {
  const { t } = context;
  const key = course.key.toString(36);
  const labels: Record<Reason, string> = {
    price: t('choice-reason-price'),
    time: t('choice-reason-time'),
    far: t('choice-reason-far'),
    full: t('choice-reason-full'),
    other: t('choice-reason-other'),
  };
  return say(context, t('follow-up-not-yet', { title: shownTitle(t, course) }), [
    ...reasons.map((reason) => context.offer('fur', [key, reason], labels[reason])),
    context.offer('fur', [key, 'none'], t('choice-reason-none')),
  ]);
}

/** Keeps the reason for staff, on the mark of having gone to the course, and offers what helps. */
async function pressedReason(context: TurnContext, [key, given]: readonly string[]): Promise<Answer> {
  const { t, tx, learnerId } = context;
  const course = await courseOfArgument(context, key);
  if (course === undefined) return courseGone(context);
  const reason = reasons.find((each) => each === given);
  if (reason === undefined) return inPlace(say(context, t('follow-up-fine')));
  await noteOnMark(tx, learnerId, course.key, 'opened', `not_registered:${reason}`);
  const help = (way: Way, label: string) => context.offer('fuf', [course.key.toString(36), way], label);
  const similar = context.choice({ action: 'similar', args: [course.key.toString(36)] }, t('choice-similar'));
  const answers: Record<Reason, readonly [string, readonly Choice[]]> = {
    price: [t('follow-up-price'), [help('cheaper', t('choice-find-cheaper')), help('free', t('choice-find-free'))]],
    time: [
      t('follow-up-time'),
      [
        help('evening', t('choice-find-evening')),
        help('weekend', t('choice-find-weekend')),
        help('self', t('choice-find-self')),
      ],
    ],
    far: [t('follow-up-far'), [help('near', t('choice-find-near')), help('online', t('choice-find-online'))]],
    full: [t('follow-up-full'), [similar]],
    other: [t('follow-up-other'), [similar]],
  };
  const [text, choices] = answers[reason];
  return inPlace(say(context, text, choices));
}

type Way = 'cheaper' | 'free' | 'evening' | 'weekend' | 'self' | 'near' | 'online';

function facetsOf(way: Exclude<Way, 'near'>, course: Course): Facets {
  switch (way) {
    case 'free':
      return { maxPriceVnd: { value: 0, hard: false } };
    case 'evening':
    case 'weekend':
      return { times: { value: [way], hard: false } };
    case 'self':
      return { times: { value: ['self_paced'], hard: false } };
    case 'online':
      return { mode: { value: 'online', hard: false } };
    case 'cheaper': {
      const { priceVnd } = course;
      return priceVnd === undefined || priceVnd === 0
        ? { cheap: { value: true, hard: false } }
        : { maxPriceVnd: { value: priceVnd - 1, hard: false } };
    }
  }
}

const ways: readonly Way[] = ['cheaper', 'free', 'evening', 'weekend', 'self', 'near', 'online'];

/** "Tìm lớp rẻ hơn": the same subject without what stood in the way. */
async function pressedFind(context: TurnContext, [key, given]: readonly string[]): Promise<Answer> {
  const course = await courseOfArgument(context, key);
  const way = ways.find((each) => each === given);
  if (course === undefined || way === undefined) return courseGone(context);
  const about = context.finder.understand(course.topics.length === 0 ? course.title : course.topics.join(', '));
  const wish = { ...keptWish(about), facets: {}, writtenIn: context.locale };
  // The course itself is known; it would be the best answer to any of these.
  const without = { ...context, dismissed: new Set([...context.dismissed, course.key]) };
  if (way !== 'near') return search(without, { ...wish, facets: facetsOf(way, course) });
  const place = context.profile.told.place;
  if (place === undefined) return askWhere(context, wish);
  return search(without, { ...wish, facets: { place: { value: place, hard: false } } });
}

/** Where they are is not known: the next "ở Gò Vấp" narrows this wish. */
function askWhere(context: TurnContext, wish: KeptWish): Answer {
  const message: OutboundMessage = {
    text: [context.t('search-where')],
    choices: [],
    asksLocation: context.t('choice-location'),
  };
  const serial = (context.state.search?.serial ?? 0) + 1;
  const { focus: _before, why: _recommended, ...rest } = context.state;
  const at = context.now.toISOString();
  return { messages: [message], state: { ...rest, search: { wish, serial, shown: [], offset: 0, at } } };
}

async function pressedReply(context: TurnContext, [key, code]: readonly string[]): Promise<Answer> {
  const course = await courseOfArgument(context, key);
  const reply = replyOfCode[code ?? ''];
  if (course === undefined || reply === undefined) return courseGone(context);
  const { question, ...state } = context.state;
  const kept = question?.kind === 'follow_up' ? { ...context, state } : context;
  return inPlace(await answerFollowUp(kept, course, reply));
}

const endings = '(?: (?:a|nhe|nha|ban|ad|do|nghen|hen|luon|oi|dau|nua))*';
const spoken: readonly (readonly [RegExp, Reply])[] = [
  [new RegExp(`^(?:minh |em |toi |tui )?dang hoc(?: roi)?${endings}$`), 'learning'],
  [
    new RegExp(
      `^(?:da |vang |u |ok )?(?:minh |em |toi |tui )?(?:da |co )?(?:roi|(?:dang ky|dk|ghi danh)(?: roi| xong)*|co|yes|yep|i did|done)${endings}$`,
    ),
    'registered',
  ],
  [
    new RegExp(
      `^(?:da |vang )?(?:minh |em |toi |tui )?(?:van )?(?:chua|chua (?:dang ky|dk|kip|co|ranh)(?: nua)?|not yet|no|nope)${endings}$`,
    ),
    'not_yet',
  ],
  [
    new RegExp(
      `^(?:minh |em |toi |tui )?(?:khong|ko|k|hong) (?:hop|thich|muon|hoc|can|dang ky)(?: nua)?(?: voi minh)?${endings}$`,
    ),
    'unfit',
  ],
];

function answerInWords(context: TurnContext, text: string, data: unknown): Promise<Answer> | undefined {
  const words = plainWords(text);
  const reply = spoken.find(([pattern]) => pattern.test(words))?.[1];
  if (reply === undefined || typeof data !== 'number') return undefined;
  const { question: _answered, ...state } = context.state;
  const answering = { ...context, state };
  return coursesByKeys(context.tx, [data]).then(([course]) =>
    course === undefined ? courseGone(answering) : answerFollowUp(answering, course, reply),
  );
}

/** What becomes of the question that comes a week after somebody went to a course. */
export const followUpFeature: Feature = {
  presses: { fu: pressedReply, fur: pressedReason, fuf: pressedFind },
  questions: { follow_up: answerInWords },
};

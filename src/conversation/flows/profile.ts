import { type Course, coursesByKeys } from '../../catalogue/index.ts';
import { countMarks, markedCourses, recentTopics } from '../../discovery/index.ts';
import { enrolmentsOf } from '../../learning/index.ts';
import type { Answer, TurnContext } from '../context.ts';
import type { ProfilePart } from '../feature.ts';
import { features } from '../features.ts';
import { listing } from '../words/format.ts';
import { learnerInWords } from '../words/learner.ts';
import { afterList, courseListMessage } from './course-list.ts';
import { cardStep } from './enrol-choices.ts';
import { editChoice, toldLines } from './facts.ts';
import { setupChoice } from './setup.ts';
import { say } from './small-talk.ts';

/** Saved courses that one message shows. */
const savedShown = 8;

/** `/toi`: what is remembered, and what one can do about it. */
export async function profile(context: TurnContext): Promise<Answer> {
  const { t, tx, learnerId } = context;
  const [isSelf, who] = [context.learner.relation === 'self', learnerInWords(t, context.learner)];
  const topics = await recentTopics(tx, learnerId, 5);
  const marks = await countMarks(tx, learnerId);
  const lines = toldLines(context);
  if (topics.length > 0)
    lines.push(
      t('profile-wishes', {
        wishes: listing(
          context.locale,
          topics.map((w) => `“${w}”`),
        ),
      }),
    );
  if (marks.saved !== undefined) lines.push(t('profile-saved', { count: marks.saved }));
  if (marks.dismissed !== undefined) lines.push(t('profile-dismissed', { count: marks.dismissed }));
  const parts: ProfilePart[] = [];
  for (const feature of features) if (feature.profile !== undefined) parts.push(await feature.profile(context));
  lines.push(...parts.flatMap((part) => part.lines));
  const language = context.chosenLocale;
  const choices = [editChoice(context), ...setupChoice(context)];
  if (lines.length === 0 && language === undefined) {
    return say(context, isSelf ? t('profile-empty') : t('profile-empty-of', { who }), choices.reverse());
  }
  lines.push(language === undefined ? t('profile-language-followed') : t('profile-language', { language }));
  const title = isSelf ? t('profile-title') : t('profile-title-of', { who });
  const text = [title, ...lines.map((line) => `• ${line}`), '', t('profile-why')].join('\n');
  return say(context, text, [
    ...choices,
    ...(marks.saved === undefined ? [] : [context.choice({ action: 'saved', args: [] }, t('choice-saved'))]),
    ...parts.flatMap(({ choices }) => choices),
  ]);
}

/** The courses a learner saved, newest first. */
export async function savedCourses(context: TurnContext): Promise<Answer> {
  const { t, tx, learnerId } = context;
  const keys = await markedCourses(tx, learnerId, 'saved', savedShown);
  const courses = await coursesByKeys(tx, keys);
  if (courses.length === 0) return say(context, t('saved-empty'));
  const enrolments = await enrolmentsOf(tx, learnerId);
  const statusOf = (course: Course) => enrolments.find(({ courseKey }) => courseKey === course.key)?.status;
  const message = courseListMessage(
    context,
    t('saved-title'),
    courses.map((course) => ({ course, reasons: [] })),
    { cardChoices: (course, number) => cardStep(context, course, statusOf(course), number) },
  );
  return { messages: [message], state: afterList(context, courses) };
}

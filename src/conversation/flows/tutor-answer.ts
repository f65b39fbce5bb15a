import { coursesByKeys } from '../../catalogue/index.ts';
import { wasInDanger } from '../../inbox/index.ts';
import type { Choice } from '../../message/index.ts';
import { questionToTell, saysKey, type TutorAnswer, type TutorQuestion, toldStatement } from '../../tutor/index.ts';
import { workshopsByKeys } from '../../workshops/index.ts';
import type { Answer, TurnContext } from '../context.ts';
import { answerDistress } from './distress.ts';
import { answerQuestioned } from './lesson.ts';
import { tellGrade } from './lesson-graded.ts';
import { type Open, type OpenPlace, openPlace, openRun, stepName } from './lesson-open.ts';
import { lessonAnswer } from './lesson-show.ts';
import { singleLessonChoice } from './lesson-single.ts';
import { say } from './small-talk.ts';
import { answerOutside } from './tutor.ts';
import { keyOf } from './workshop-standing.ts';

/** Tells what the tutor with a model has to say to a question, or what the lessons say and why it is them; once. */
export async function tellAnswer(context: TurnContext, questionId: number): Promise<Answer> {
  const silent: Answer = { messages: [], state: context.state };
  const run = openRun(context);
  const [question, isInDanger, { open }, place] = await Promise.all([
    questionToTell(context.tx, questionId),
    wasInDanger(context.tx, context.learnerId, context.now),
    run,
    openPlace(context, run),
  ]);
  if (question === undefined) return silent;
  // Who has told of danger since is left in peace.
  const answer = isInDanger ? silent : await answerOf(context, question, question.answer, { open, place });
  const told = { kind: 'write' as const, statement: toldStatement(questionId, context.now) };
  return { ...answer, effects: [...(answer.effects ?? []), told] };
}

/** Where the learner is when an answer comes. */
interface Here {
  readonly open: Open | undefined;
  readonly place: OpenPlace;
}

async function answerOf(
  context: TurnContext,
  question: TutorQuestion,
  answer: TutorAnswer,
  here: Here,
): Promise<Answer> {
  const open = sameStep(context, question, here);
  if (answer.kind === 'model' && givesAway(question, answer.text, here))
    return answerOf(context, question, { kind: 'rules', reason: 'blocked' }, here);
  if (answer.kind === 'model') {
    const text = modelWords(context, question, answer);
    const choices = await choicesOf(context, question, answer);
    return open === undefined
      ? { ...say(context, text, choices), state: context.state }
      : lessonAnswer(context, open.lesson, open.run, { before: text, choices, isKept: true });
  }
  // A model's word alone is no reason for telephone numbers: the same question whether somebody is well as words leave in doubt.
  if (answer.kind === 'rules' && answer.reason === 'danger') return answerDistress(context, 'perhaps');
  if (answer.kind === 'grade' || question.place.isAnswer === true)
    return tellGrade(context, question, answer, here.open, open !== undefined);
  const why = context.t('tutor-rules-because', { reason: reasonGroups[answer.reason] });
  const above = answer.reason === 'consent' ? '' : `${why}\n\n`;
  if (open !== undefined) return answerQuestioned(context, open, question.asked, above);
  const outside = await answerOutside(context, question.asked, here.place);
  const [first, ...rest] = outside.messages;
  const messages = first === undefined ? [] : [{ ...first, text: [above, ...first.text] }, ...rest];
  return { ...outside, messages, state: context.state };
}

/** Whether an answer tells what is asked of the learner by now, which was not open when they asked. */
function givesAway({ place }: TutorQuestion, text: string, { place: now }: Here): boolean {
  const item = now.place.item;
  if (now.question === undefined || item === undefined || item.hintLevel >= 4 || item.id === place.item?.id)
    return false;
  return saysKey(text, { question: now.question });
}

/** What the person is told of why the rules answer: what they can do something about, and what is nobody's matter but ours. */
const reasonGroups = {
  consent: 'none',
  waited: 'busy',
  city_budget: 'city',
  own_limit: 'own',
  lesson_limit: 'lesson',
  resting: 'down',
  timeout: 'slow',
  throttled: 'busy',
  refused: 'down',
  broken: 'down',
  too_many_calls: 'slow',
  blocked: 'unfit',
  danger: 'none',
  unfit_question: 'unasked',
} as const;

/** The lesson, while it is still where the question was asked. */
function sameStep(context: TurnContext, { place, learnerId }: TutorQuestion, { open }: Here): Open | undefined {
  if (place.run === undefined || learnerId !== context.learnerId || context.state.question?.kind !== 'lesson')
    return undefined;
  if (open === undefined || open.lesson.id !== place.lesson || open.run.serial !== place.run.serial) return undefined;
  return stepName(open.run) === place.run.step ? open : undefined;
}

function modelWords(
  { t, lessons }: TurnContext,
  { place }: TutorQuestion,
  { text, lesson, isFirst }: Extract<TutorAnswer, { kind: 'model' }>,
): string {
  const title = lesson === undefined ? undefined : lessons.lesson(lesson)?.title;
  const rests = title === undefined ? [] : [t(lesson === place.lesson ? 'tutor-rests-here' : 'tutor-rests', { title })];
  return [t('tutor-ai-label'), ...(isFirst ? [t('tutor-ai-first')] : []), text, ...rests].join('\n');
}

async function choicesOf(
  context: TurnContext,
  { place }: TutorQuestion,
  { courses, workshops, lesson }: Extract<TutorAnswer, { kind: 'model' }>,
): Promise<readonly Choice[]> {
  const { tx, lessons } = context;
  const found = courses.length === 0 ? [] : await coursesByKeys(tx, courses);
  const coming = workshops.length === 0 ? [] : await workshopsByKeys(tx, workshops);
  const other = lesson === undefined || lesson === place.lesson ? undefined : lessons.lesson(lesson);
  return [
    ...found.map(({ key, title }) => context.choice({ action: 'details', args: [key.toString(36)] }, shortened(title))),
    ...coming.map(({ key, title }) => context.offer('ws', [keyOf(key)], shortened(title))),
    ...(other === undefined ? [] : [singleLessonChoice(context, other)]),
  ];
}

const longestLabel = 48;

function shortened(title: string): string {
  return title.length <= longestLabel ? title : `${title.slice(0, longestLabel - 1).trimEnd()}…`;
}

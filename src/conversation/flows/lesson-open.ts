import { z } from 'zod';
import {
  askedIn,
  type Lesson,
  type LessonRun,
  lastAttempt,
  type Question,
  type Standing,
} from '../../learning/index.ts';
import { type AskedPlace, redact } from '../../tutor/index.ts';
import type { TurnContext } from '../context.ts';
import { standing } from './lesson-start.ts';

/** Where a press or a text finds the run it belongs to. */
export interface Open {
  readonly at: Standing;
  readonly run: LessonRun;
  readonly lesson: Lesson;
}

export async function openRun(
  context: TurnContext,
): Promise<{ readonly at: Standing; readonly open: Open | undefined }> {
  const at = await standing(context);
  const lesson = at.run && context.lessons.lesson(at.run.lesson);
  return { at, open: at.run === undefined || lesson === undefined ? undefined : { at, run: at.run, lesson } };
}

/** Where in a run one stands, to tell whether it is still the same. */
export function stepName({ step }: LessonRun): string {
  return 'item' in step ? `${step.kind} ${step.item}` : 'card' in step ? `${step.kind} ${step.card}` : step.kind;
}

/** Where a question is asked, and the question whose answer is not to be told there. */
export interface OpenPlace {
  readonly place: AskedPlace;
  readonly question: Question | undefined;
}

/** A sitting of a review, as far as it matters here. */
const sitting = z.object({
  item: z.string(),
  asking: z.object({
    isVariant: z.boolean(),
    ladder: z.object({ level: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]) }),
  }),
});

/**
 * Where the learner is: at an item of a review that runs in this conversation, or in the lesson that is open.
 * @param run what `openRun` found, where that is asked for anyway
 */
export async function openPlace(context: TurnContext, run?: ReturnType<typeof openRun>): Promise<OpenPlace> {
  const running = context.state.question;
  const review = running?.kind === 'review' ? sitting.safeParse(running.data).data : undefined;
  const found = review && context.lessons.item(review.item);
  if (review !== undefined && found !== undefined) {
    const { isVariant, ladder } = review.asking;
    const question = isVariant ? found.item.variant : found.item.question;
    const item = { id: review.item, isVariant, hintLevel: ladder.level };
    return {
      place: { lesson: found.lesson.id, item: { ...item, ...(await attemptAt(context, item, question)) } },
      question,
    };
  }
  const { open } = await (run ?? openRun(context));
  return open === undefined ? { place: {}, question: undefined } : placeOf(context, open);
}

/** Where in a lesson one is. */
export async function placeOf(context: TurnContext, { lesson, run }: Open): Promise<OpenPlace> {
  const asked = askedIn(context.lessons, run);
  const at = { lesson: lesson.id, run: { serial: run.serial, step: stepName(run) } };
  if (asked === undefined) return { place: at, question: undefined };
  const { question } = asked;
  const hintLevel = 'asking' in run.step ? run.step.asking.ladder.level : 0;
  const item = { id: asked.item.id, isVariant: question === asked.item.variant, hintLevel };
  return { place: { ...at, item: { ...item, ...(await attemptAt(context, item, question)) } }, question };
}

/** An answer from longer ago belongs to another asking. */
const attemptHours = 1;

/** What they answered last to what is asked now and did not get right, without what identifies a person. */
async function attemptAt(
  { tx, learnerId, now }: TurnContext,
  { id, isVariant }: { readonly id: string; readonly isVariant: boolean },
  question: Question,
): Promise<Pick<NonNullable<AskedPlace['item']>, 'attempt'>> {
  const since = new Date(now.getTime() - attemptHours * 3_600_000);
  const last = await lastAttempt(tx, { learnerId, item: id, isVariant, since });
  if (last === undefined || !['wrong', 'unsure'].includes(last.outcome)) return {};
  const words = last.answer ?? (question.kind === 'choice' ? question.options[last.option ?? -1]?.text : undefined);
  return words === undefined ? {} : { attempt: { answer: redact(words).text, wasWrong: last.outcome === 'wrong' } };
}

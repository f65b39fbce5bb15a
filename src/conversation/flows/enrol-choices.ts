import type { Course } from '../../catalogue/index.ts';
import { type MarkKind, marksOnCourse } from '../../discovery/index.ts';
import { type EnrolmentStatus, enrolmentStatus } from '../../learning/index.ts';
import type { Choice } from '../../message/index.ts';
import type { TurnContext } from '../context.ts';

/** What a learner has done with a course. */
export interface Standing {
  readonly marks: ReadonlySet<MarkKind>;
  readonly enrolment: EnrolmentStatus | undefined;
}

export async function standingWith({ tx, learnerId }: TurnContext, course: Course): Promise<Standing> {
  const [marks, enrolment] = await Promise.all([
    marksOnCourse(tx, learnerId, course.key),
    enrolmentStatus(tx, learnerId, course.key),
  ]);
  return { marks, enrolment };
}

/** Statuses as the short codes that choices carry. */
export const statusCodes = { registered: 'r', learning: 'l', finished: 'f', dropped: 'd' } as const;

export function statusOfCode(code: string | undefined): EnrolmentStatus | undefined {
  return (Object.keys(statusCodes) as EnrolmentStatus[]).find((status) => statusCodes[status] === code);
}

/** The steps that may come after a status; after none, every one but giving up. */
const nextSteps: Readonly<Record<EnrolmentStatus | 'none', readonly EnrolmentStatus[]>> = {
  none: ['registered', 'learning', 'finished'],
  registered: ['learning', 'finished', 'dropped'],
  learning: ['finished', 'dropped'],
  finished: [],
  dropped: ['learning'],
};

/** The presses that say where one stands with a course now. */
export function stepChoices(context: TurnContext, course: Course, status: EnrolmentStatus | undefined): Choice[] {
  const { t } = context;
  const labels: Record<EnrolmentStatus, string> = {
    registered: t('choice-registered'),
    learning: t('choice-learning'),
    finished: t('choice-finished'),
    dropped: t('choice-dropped'),
  };
  const steps = nextSteps[status ?? 'none'].map((step) =>
    context.offer('en', [course.key.toString(36), statusCodes[step]], labels[step]),
  );
  return status === 'finished' ? [rateChoice(context, course)] : steps;
}

/** The most likely next step, for the card of a course in a list. */
export function cardStep(
  context: TurnContext,
  course: Course,
  status: EnrolmentStatus | undefined,
  number: number,
): Choice[] {
  const { t } = context;
  const key = course.key.toString(36);
  const offer = (step: EnrolmentStatus, label: string, shortLabel: string): Choice[] => [
    context.offer('en', [key, statusCodes[step]], label, { course: course.id, shortLabel }),
  ];
  switch (status) {
    case undefined:
      return offer('registered', t('choice-registered-number', { number }), t('choice-registered'));
    case 'registered':
    case 'dropped':
      return offer('learning', t('choice-learning-number', { number }), t('choice-learning'));
    case 'learning':
      return offer('finished', t('choice-finished-number', { number }), t('choice-finished'));
    case 'finished':
      return [];
  }
}

export function rateChoice(context: TurnContext, course: Course): Choice {
  return context.offer('rate', [course.key.toString(36)], context.t('choice-rate'));
}

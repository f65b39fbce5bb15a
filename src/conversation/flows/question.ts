import { type Course, coursesByKeys } from '../../catalogue/index.ts';
import { wardByCode } from '../../places/index.ts';
import type { Answer, TurnContext } from '../context.ts';
import type { Aspect, CourseQuestion } from '../question.ts';
import { shownTitle } from '../words/course-card.ts';
import { day, listing, money } from '../words/format.ts';
import { openChoices } from './course-list.ts';
import { say, topicChoices } from './small-talk.ts';

/** Courses that one answer speaks of. */
const mostCourses = 4;

/** Answers what is asked of the course looked at last, of a numbered one, or of each course of the last list. */
export async function answerQuestion(context: TurnContext, { aspect, which }: CourseQuestion): Promise<Answer> {
  const { t, state } = context;
  const shown = state.search?.shown ?? [];
  const keys = keysOf(shown, which, state.focus);
  if (keys.length === 0) {
    return shown.length === 0
      ? say(context, t('chat-no-list-yet'), topicChoices(context))
      : say(context, t('chat-no-such-number', { count: shown.length }));
  }
  const courses = await coursesByKeys(context.tx, keys);
  const inOrder = keys.flatMap((key) => courses.find((course) => course.key === key) ?? []);
  const [only, ...others] = inOrder;
  if (only === undefined) return say(context, t('chat-course-gone'), topicChoices(context));
  if (others.length === 0) {
    const text = `${shownTitle(t, only)}: ${answerOf(context, only, aspect)}`;
    const details = context.choice({ action: 'details', args: [only.key.toString(36)] }, t('choice-details-short'));
    return {
      ...say(context, text, [...openChoices(context, only, t('choice-open-short')), details]),
      state: { ...state, focus: only.key },
    };
  }
  const lines = inOrder.map(
    (course, position) => `${position + 1}. ${shownTitle(t, course)}: ${answerOf(context, course, aspect)}`,
  );
  return say(context, `${lines.join('\n')}\n\n${t('question-pick')}`);
}

function keysOf(
  shown: readonly number[],
  which: CourseQuestion['which'],
  focus: number | undefined,
): readonly number[] {
  if (which === undefined) return focus === undefined ? shown.slice(0, mostCourses) : [focus];
  const key = which === 'last' ? shown.at(-1) : shown[which - 1];
  return key === undefined ? [] : [key];
}

/** What the catalogue says, or honestly that it says nothing and whom to ask. */
function answerOf({ t, locale }: TurnContext, course: Course, aspect: Aspect): string {
  const unknown = t('question-unknown', { organisation: course.organisation });
  const yesNo = (value: boolean | undefined, yes: string, no: string): string =>
    value === undefined ? unknown : t(value ? yes : no);
  switch (aspect) {
    case 'price':
      if (course.priceVnd === undefined) return unknown;
      return course.priceVnd === 0 ? t('course-facts-free') : money(t, locale, course.priceVnd);
    case 'time':
      if (course.schedule.length === 0) return unknown;
      return listing(
        locale,
        course.schedule.map((value) => t('word-time', { value })),
      );
    case 'start':
      if (course.startsOn !== undefined) return t('course-facts-starts', { date: day(course.startsOn) });
      return course.schedule.includes('self_paced') ? t('question-any-day') : unknown;
    case 'length':
      return course.durationHours === undefined ? unknown : t('course-facts-hours', { hours: course.durationHours });
    case 'place': {
      const ward = course.ward === undefined ? undefined : wardByCode(course.ward)?.fullName;
      const place = [course.address, ward].filter((part) => part !== undefined).join(', ');
      if (place !== '') return place;
      return course.mode === 'online' ? t('question-online') : unknown;
    }
    case 'mode':
      return course.mode === undefined ? unknown : t('word-mode', { value: course.mode });
    case 'enrol':
      return course.url === undefined ? unknown : t('question-enrol');
    case 'certificate':
      return yesNo(course.certificate, 'question-certificate-yes', 'question-certificate-no');
    case 'seats':
      return course.seats === undefined ? unknown : t('question-seats', { seats: course.seats });
    case 'level':
      return course.level === undefined
        ? unknown
        : t('question-level', { level: t('word-level', { value: course.level }) });
    case 'language':
      return course.language === undefined
        ? unknown
        : t('course-details-language', {
            language: t('word-language', { value: course.language.split('-')[0] ?? 'vi' }),
          });
    case 'wheelchair':
      if (course.mode === 'online') return t('question-online');
      return yesNo(course.wheelchair, 'question-wheelchair-yes', 'question-wheelchair-no');
    case 'captions':
    case 'equipment':
    case 'teacher':
    case 'trial':
      return unknown;
  }
}

import type { Course } from '../../catalogue/index.ts';
import type { Choice, OutboundMessage } from '../../message/index.ts';
import type { DeadlineNews, Letter, WishNews } from '../../outreach/index.ts';
import { courseListMessage, openChoices, type Wording } from '../flows/course-list.ts';
import type { RunningQuestion } from '../state.ts';
import { addressLine, shownTitle, times } from './course-card.ts';
import { day } from './format.ts';
import { forWhom } from './learner.ts';
import { learningLetter } from './learning-letter.ts';

/** A letter in words, with what the conversation must remember to understand the answer. */
export interface WrittenLetter {
  readonly message: OutboundMessage;
  readonly focus?: number;
  readonly question?: Omit<RunningQuestion, 'until'>;
}

/** Wishes whose new courses are named besides the first one's. */
const otherWishes = 3;

/** Puts a letter into words; undefined when its courses are gone. */
export function writeLetter(wording: Wording, letter: Letter, courses: readonly Course[]): WrittenLetter | undefined {
  const byKey = new Map(courses.map((course) => [course.key, course]));
  switch (letter.kind) {
    case 'follow_up': {
      const course = byKey.get(letter.courseKey);
      return course && followUp(wording, course);
    }
    case 'start': {
      const news = letter.courses.flatMap(({ courseKey, movedFrom }) => {
        const course = byKey.get(courseKey);
        return course === undefined ? [] : [{ course, movedFrom }];
      });
      return news.length === 0 ? undefined : starts(wording, news);
    }
    case 'alert':
      return alert(wording, letter.wishes, byKey);
    case 'deadline':
      return { message: deadlines(wording, letter.offers) };
    case 'lesson':
    case 'learning_pause':
      return { message: learningLetter(wording, letter) };
  }
}

/** "Bạn đã đăng ký chưa?", answered by a press or in words. */
function followUp(wording: Wording, course: Course): WrittenLetter {
  const { t, offer } = wording;
  const key = course.key.toString(36);
  const message: OutboundMessage = {
    text: [forWhom(wording, t('follow-up-ask', { title: shownTitle(t, course) }))],
    choices: [
      offer('fu', [key, 'r'], t('choice-registered')),
      offer('fu', [key, 'l'], t('choice-learning')),
      offer('fu', [key, 'n'], t('choice-not-yet')),
      offer('fu', [key, 'x'], t('choice-dismiss')),
      offer('nhac', ['off'], t('choice-remind-off')),
    ],
  };
  return { message, focus: course.key, question: { kind: 'follow_up', data: course.key } };
}

/** What is saved, or begun, and ends soon, each with the way to it. */
function deadlines(wording: Wording, offers: readonly DeadlineNews[]): OutboundMessage {
  const { t, offer } = wording;
  const lines = offers.map(({ kind, title, deadline }) => t('deadline-soon', { kind, title, date: day(deadline) }));
  return {
    text: [forWhom(wording, lines.join('\n'))],
    choices: [
      ...offers.map(({ kind, key, title }) =>
        offer('of', [kind === 'scholarship' ? 's' : 'i', key.toString(36)], title.slice(0, 60)),
      ),
      offer('nhac', ['off'], t('choice-remind-off')),
    ],
  };
}

interface Start {
  readonly course: Course;
  readonly movedFrom: string | undefined;
}

function starts(wording: Wording, news: readonly Start[]): WrittenLetter {
  const { t, offer } = wording;
  const lines = news.map((start) => startLine(wording, start));
  const [only, ...others] = news;
  const choices: Choice[] = news.flatMap(({ course }) => {
    const label = others.length === 0 ? t('choice-details-short') : `“${shownTitle(t, course)}”`;
    return [wording.choice({ action: 'details', args: [course.key.toString(36)] }, label)];
  });
  const open =
    only !== undefined && others.length === 0 ? openChoices(wording, only.course, t('choice-open-short')) : [];
  return {
    message: {
      text: [forWhom(wording, lines.join('\n\n'))],
      choices: [...open, ...choices, offer('nhac', ['off'], t('choice-remind-off'))],
    },
    ...(only === undefined || others.length > 0 ? {} : { focus: only.course.key }),
  };
}

function startLine({ t, locale }: Wording, { course, movedFrom }: Start): string {
  const [title, date] = [shownTitle(t, course), day(course.startsOn ?? '')];
  const what =
    movedFrom === undefined
      ? t('start-soon', { title, date })
      : t('start-moved', { title, date, before: day(movedFrom) });
  const facts = [...times(t, locale, course), addressLine(course)].filter((part) => part !== '').join(' · ');
  return facts === '' ? what : `${what}\n${facts}`;
}

function alert(
  wording: Wording,
  wishes: readonly WishNews[],
  byKey: ReadonlyMap<number, Course>,
): WrittenLetter | undefined {
  const { t, offer } = wording;
  const withCourses = wishes.map((wish) => ({
    wish,
    courses: wish.courseKeys.flatMap((key) => byKey.get(key) ?? []),
  }));
  const [first, ...others] = withCourses.filter(({ courses }) => courses.length > 0);
  if (first === undefined) return undefined;
  const rest = first.wish.count - first.courses.length;
  const named = others.slice(0, otherWishes);
  const showing = (wish: WishNews, label: string) => offer('sw', ['show', wish.wishId.toString(36)], label);
  const lines = [
    ...(rest > 0 ? [t('alert-more', { count: rest })] : []),
    ...named.map(({ wish }) => t('alert-other', { wish: wish.label, count: wish.count })),
    ...(others.length > named.length ? [t('alert-others', { count: others.length - named.length })] : []),
  ];
  const message = courseListMessage(
    wording,
    t('alert-title', { wish: first.wish.label }),
    first.courses.map((course) => ({ course, reasons: [] })),
    {
      footer: lines.join('\n'),
      choices: [
        ...(rest > 0 ? [showing(first.wish, t('choice-show-all'))] : []),
        ...named.map(({ wish }) => showing(wish, t('choice-show-wish', { wish: wish.label }))),
        offer('sw', ['list'], t('choice-saved-wishes')),
      ],
    },
  );
  return { message };
}

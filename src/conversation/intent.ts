import type { InboundContent, Locale } from '../message/index.ts';
import type { Point } from '../places/index.ts';
import type { Distress } from '../tutor/index.ts';
import type { ChoiceEvent } from './choice-id.ts';

import type { SmallTalk } from './phrases.ts';
import type { CourseQuestion } from './question.ts';

/** What a message asks for, before any data is read. */
export type Intent =
  | { readonly kind: 'hello' }
  | { readonly kind: 'small_talk'; readonly talk: SmallTalk }
  | { readonly kind: 'distress'; readonly distress: Distress }
  | ({ readonly kind: 'course_question' } & CourseQuestion)
  | { readonly kind: 'list_again' }
  | { readonly kind: 'help' }
  | { readonly kind: 'unknown_command'; readonly command: string }
  | { readonly kind: 'find'; readonly text: string }
  | { readonly kind: 'more' }
  | { readonly kind: 'numbered'; readonly number: number; readonly action: 'details' | 'save' | 'open' }
  | { readonly kind: 'course_link'; readonly courseId: string }
  | { readonly kind: 'workshop_link'; readonly workshopId: string }
  | { readonly kind: 'lesson_link'; readonly lessonId: string }
  | { readonly kind: 'pressed'; readonly choice: ChoiceEvent }
  | { readonly kind: 'language'; readonly locale: Locale | undefined }
  | { readonly kind: 'profile' }
  | { readonly kind: 'recommend' }
  | { readonly kind: 'why' }
  | { readonly kind: 'saved' }
  /** A command of a feature. */
  | { readonly kind: 'command'; readonly name: string; readonly argument: string }
  | { readonly kind: 'place'; readonly ward: string | undefined; readonly point: Point | undefined }
  /** A question to the tutor has its answer. */
  | { readonly kind: 'tutor'; readonly question: number }
  /** A voice message or a picture, to be understood by something else. */
  | Extract<InboundContent, { kind: 'media' }>
  | { readonly kind: 'unsupported'; readonly what: string };

/**
 * A deep link: `course_ID` shows that course, `workshop_ID` that workshop, `lesson_ID` begins that lesson, `class_CODE` leads into that class,
 * `organisation_ID` shows who that is;
 * anything else is a plain start.
 */
export function startIntent(parameter: string | undefined): Intent {
  const [, kind, id] = /^(course|workshop|lesson|class|organisation)_(.+)$/.exec(parameter ?? '') ?? [];
  if (kind === undefined || id === undefined) return { kind: 'hello' };
  if (kind === 'class') return { kind: 'command', name: 'vaolop', argument: id };
  if (kind === 'organisation') return { kind: 'command', name: 'donvi', argument: id };
  if (kind === 'lesson') return { kind: 'lesson_link', lessonId: id };
  return kind === 'course' ? { kind: 'course_link', courseId: id } : { kind: 'workshop_link', workshopId: id };
}

/** The same typed, as one does where no link can carry it ("workshop_ID"). */
export function typedLink(text: string): Intent | undefined {
  const typed = text.trim();
  return /^(?:course|workshop|lesson|class|organisation)_[\w-]{1,200}$/.test(typed) ? startIntent(typed) : undefined;
}

import type { Locale } from '../message/index.ts';
import type { ChoiceEvent } from './choice-id.ts';
import type { Distress } from './distress.ts';
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
  | { readonly kind: 'pressed'; readonly choice: ChoiceEvent }
  | { readonly kind: 'language'; readonly locale: Locale | undefined }
  | { readonly kind: 'profile' }
  | { readonly kind: 'recommend' }
  | { readonly kind: 'why' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'export' }
  | { readonly kind: 'erase' }
  | { readonly kind: 'erase_answer'; readonly yes: boolean }
  | { readonly kind: 'place'; readonly ward: string | undefined }
  | { readonly kind: 'unsupported'; readonly what: string };

/** A deep link: `course_ID` shows that course; anything else is a plain start. */
export function startIntent(parameter: string | undefined): Intent {
  const course = /^course_(.+)$/.exec(parameter ?? '')?.[1];
  return course === undefined ? { kind: 'hello' } : { kind: 'course_link', courseId: course };
}

import type { Queryable } from '../database/index.ts';
import type { WhoLearns } from '../learners/index.ts';
import type { LearningNews, ReminderTemplate } from './reminder-templates.ts';

/** A course's start to bring to mind; `movedFrom` is the date the learner knew, when it has changed. */
export interface StartNews {
  readonly courseKey: number;
  readonly startsOn: string;
  readonly movedFrom: string | undefined;
}

/** New courses for a saved wish, the best of them by their keys, and how many there are. */
export interface WishNews {
  readonly wishId: number;
  readonly label: string;
  readonly courseKeys: readonly number[];
  readonly count: number;
}

/** A deadline to bring to mind. */
export interface DeadlineNews {
  readonly kind: 'scholarship' | 'internship';
  /** The offer's key. */
  readonly key: number;
  readonly title: string;
  /** The last day, `YYYY-MM-DD`. */
  readonly deadline: string;
}

/** A reminder to learn, with the words it has whether it can be put off to this evening and whether the day may be rested; or the last one before a pause. */
export type LearningLetter =
  | {
      readonly kind: 'lesson';
      readonly learnerId: number;
      readonly template: ReminderTemplate;
      readonly news: LearningNews;
      readonly hasEvening: boolean;
      /** The week's free pass is still there to be taken. */
      readonly hasPass: boolean;
    }
  | { readonly kind: 'learning_pause'; readonly learnerId: number };

/** What a message that comes by itself is about. Its words are not made here. */
export type Letter =
  | { readonly kind: 'start'; readonly courses: readonly StartNews[] }
  | { readonly kind: 'alert'; readonly wishes: readonly WishNews[] }
  | { readonly kind: 'follow_up'; readonly courseKey: number }
  | { readonly kind: 'deadline'; readonly offers: readonly DeadlineNews[] }
  | LearningLetter;

export type LetterKind = Letter['kind'];

/** A letter with where it goes and how long it is of use. */
export interface AddressedLetter {
  readonly letter: Letter;
  readonly learnerId: number;
  /** Who that is, of whom the conversation need not be right now; undefined: it must be about them. */
  readonly learner?: WhoLearns;
  readonly conversationId: number;
  /** Putting it into the outbox twice is harmless. */
  readonly uniqueKey: string;
  readonly now: Date;
  readonly notAfter: Date;
}

/**
 * Puts a letter into the outbox, in words, and returns the delivery's id. `busy`: the person is in the middle of something, try again
 * later; `empty`: there is nothing left to say.
 */
export type PostLetter = (tx: Queryable, letter: AddressedLetter) => Promise<number | 'busy' | 'empty'>;

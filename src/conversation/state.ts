import type { KeptWish } from '../discovery/index.ts';
import type { FactKind } from '../learners/index.ts';
import type { Locale, Menu } from '../message/index.ts';

/** The last search of a conversation: what follow-ups refine and "thêm" continues. */
export interface SearchState {
  readonly wish: KeptWish;
  /** Which search of the conversation this is; choices of an older one are stale. */
  readonly serial: number;
  /** Keys of the courses shown last, in the order shown: "2" means the second of them. */
  readonly shown: readonly number[];
  /** How many of the ranking were shown in all pages together. */
  readonly offset: number;
  /** ISO time of the answer. */
  readonly at: string;
  /** What the learner told before that its conditions take into account. */
  readonly remembered?: readonly FactKind[];
}

/**
 * What a conversation remembers between messages. Kept as JSON; every field may be missing, so that an older
 * version's state stays readable.
 */
export interface DialogueState {
  readonly search?: SearchState;
  /** What the last recommendation was made of, until something is searched for. */
  readonly why?: { readonly topics: readonly string[]; readonly saved: boolean };
  /** The course looked at last: what "học phí bao nhiêu" asks about. */
  readonly focus?: number;
  /** The last free text and when it came: text within two seconds of it is understood together with it. */
  readonly lastText?: { readonly text: string; readonly at: string; readonly turn: number };
  /** The language the last message was written in, followed until the person chooses one. */
  readonly spoken?: Locale;
  /** Kinds of message that were already answered with "I cannot read this": once is enough. */
  readonly told?: readonly string[];
  /** The platform's id of the last text: an edit of any earlier one is no correction. */
  readonly lastOrigin?: string;
  /** The numbered options offered last, where choices are numbers. `until` is an ISO time after which they are forgotten. */
  readonly menu?: { readonly options: Menu; readonly until: string };
  /** A running question has the first claim on the next text. `until` is an ISO time after which it is forgotten. */
  readonly question?: { readonly kind: 'erase'; readonly until: string };
}

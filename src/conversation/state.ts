import type { KeptWish } from '../discovery/index.ts';
import type { FactKind, Told } from '../learners/index.ts';
import type { Locale, Menu } from '../message/index.ts';
import type { ConditionKind, EligibilityAnswers } from '../opportunities/index.ts';

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
  /** Those of them that made a difference to the courses shown. */
  readonly noticed?: readonly FactKind[];
  /** The searches that this one sharpened or widened, the newest first: a press goes back to it. */
  readonly earlier?: readonly EarlierSearch[];
}

/** An earlier search in small form: the same wish over the same catalogue gives the same courses in the same order. */
export interface EarlierSearch {
  readonly wish: KeptWish;
  readonly serial: number;
  readonly remembered?: readonly FactKind[];
}

/** The questions that make us acquainted, in their order. */
export const setupSteps = ['goal', 'barriers', 'where'] as const;
/** `body` asks what exactly is hard, out of `barriers` and back. */
export type SetupStep = (typeof setupSteps)[number] | 'body';

export interface SetupState {
  readonly step: SetupStep | 'done';
  /** Places to learn are too far for them; without a place that means learning at home. */
  readonly isFar?: boolean;
}

/** A question of a feature that waits for its answer. */
export interface RunningQuestion {
  readonly kind: string;
  readonly until: string;
  /** What the feature needs to understand the answer. */
  readonly data?: unknown;
}

/**
 * What a conversation remembers between messages. Kept as JSON; every field may be missing, so that an older
 * version's state stays readable.
 */
export interface DialogueState {
  readonly search?: SearchState;
  /**
   * Former wards that were divided, by their present codes, and the parts that the person means: asked once, never again. All of them
   * until the question is answered.
   */
  readonly parts?: Readonly<Record<string, readonly string[]>>;
  /** The last wish that nothing at all was found for, in which turn: "báo mình khi có" means it. */
  readonly missed?: { readonly wish: KeptWish; readonly turn: number };
  /** The serial of the last search, while the search itself was forgotten with its learner: an older list stays stale. */
  readonly lastSerial?: number;
  /** What the last recommendation was made of, until something is searched for. */
  readonly why?: {
    readonly topics: readonly string[];
    readonly saved: boolean;
    readonly facts?: readonly FactKind[];
    readonly taken?: true;
  };
  /** What was noted last and what the same kinds were before, so that taking it back brings that back. */
  readonly noted?: { readonly turn: number; readonly before: Told };
  /** How far somebody got with the questions that make us acquainted. */
  readonly setup?: SetupState;
  /** The occupation whose path was looked at last, and what saving that path did, so that it can be taken back. */
  readonly career?: {
    readonly occupation: string;
    readonly saved?: { readonly added: readonly number[]; readonly goal?: NonNullable<Told['goal']> };
  };
  /** What was answered about the conditions of scholarships, what was not to be asked again, and the ISO time at which all of it is forgotten. */
  readonly eligibility?: {
    readonly answers: EligibilityAnswers;
    readonly skipped: readonly ConditionKind[];
    readonly until: string;
  };
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
  /** How often in a row nothing was understood. */
  readonly unclear?: number;
  /**
   * People have the word: free text goes to this case of theirs while it is open. `confirmedAt` is the ISO time at which the person was
   * last told so.
   */
  readonly withStaff?: { readonly caseId: number; readonly confirmedAt?: string };
  /** A running question has the first claim on the next text. `until` is an ISO time after which it is forgotten. */
  readonly question?: RunningQuestion;
}

/** The state without what it remembers of the learner the conversation was about; `forgettingLearner` in SQL does the same. */
export function withoutLearner(state: DialogueState): DialogueState {
  const {
    search,
    why: _why,
    focus: _focus,
    career: _career,
    lastText: _text,
    question: _question,
    parts: _parts,
    eligibility: _eligibility,
    ...rest
  } = state;
  return { ...rest, lastSerial: search?.serial ?? state.lastSerial ?? 0 };
}

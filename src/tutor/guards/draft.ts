import type { HintLevel, Question } from '../../learning/index.ts';

/** What a model wants to say, before it is looked at. */
export interface Draft {
  readonly text: string;
  /** Ids of the passages of the lesson that it says it rests on. */
  readonly citedPassages: readonly string[];
}

/** What a draft is held against: what the learner wrote, where they stand, and what this turn found. */
export interface Situation {
  readonly language: 'vi' | 'en';
  /** "bạn", or what the learner chose to be called: "em", "cô", "bác". */
  readonly address: string;
  /** What the learner wrote. */
  readonly asked: string;
  readonly item?: ItemSituation;
  /** What was retrieved from the lesson for this turn. */
  readonly passages: readonly Passage[];
  /** What was found for this turn; ids, prices and dates may come from nowhere else. */
  readonly results: Results;
  readonly isFirstContact: boolean;
  readonly asksWhetherAi: boolean;
  /** The learner asked to have something of the lesson explained. */
  readonly explains: boolean;
}

export interface ItemSituation {
  readonly question: Question;
  readonly hintLevel: HintLevel;
  /** As it was typed; an option's text if it was pressed. */
  readonly learnerAnswer?: string;
  /** Whether the server graded that answer wrong. */
  readonly wasWrong?: boolean;
  /** Hints that were shown: their words may be said again. */
  readonly shownHints?: readonly string[];
  /** Turns spent on this item, with this one. */
  readonly turns: number;
  /** The item is done with after this answer. */
  readonly isClosing: boolean;
}

export interface Passage {
  readonly id: string;
  readonly text: string;
}

export interface Results {
  readonly courses: readonly Result[];
  readonly workshops: readonly Result[];
  readonly places: readonly Result[];
}

export interface Result {
  readonly id: string;
  readonly title: string;
  /** 0 is free of charge. */
  readonly priceVnd?: number;
  /** `YYYY-MM-DD`. */
  readonly startsOn?: string;
}

export type Rule = 'R1' | 'R4' | 'R5' | 'R6' | 'R7' | 'R8' | 'R9' | 'R10' | 'R11' | 'R12';

/** A rule that a draft breaks, and the line that the model is told on its one retry. */
export interface Violation {
  readonly rule: Rule;
  readonly reason: string;
}

/** Why a draft breaks a rule, in one English line; nothing if it keeps it. Pure. */
export type Guard = (draft: Draft, situation: Situation) => string | undefined;

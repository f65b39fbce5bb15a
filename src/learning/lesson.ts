import type { Giveaway } from './giveaway.ts';

/** Micro-lessons as they are written in content/lessons (docs/lessons.md), after they were checked. Texts are Vietnamese. */

/** A step of a lesson: some lines under a heading. */
export interface Card {
  readonly heading: string;
  /** Plain text; lines are parted by `\n`, a list has `• ` before each. */
  readonly text: string;
  /** Questions of learners that it answers, in their words: not shown, they lead a question to the card. */
  readonly asked: readonly string[];
}

/** The ways in which a lesson teaches the same: by reading, by looking, by doing. */
export const ways = ['read', 'look', 'do'] as const;
export type Way = (typeof ways)[number];

export interface Option {
  readonly text: string;
  readonly isRight: boolean;
  /** Of a wrong option: what is right in the thought and where it slips. Of the right one: why. */
  readonly note: string;
}

/** What people often answer, and what to say then. */
export interface WrongAnswer {
  readonly forms: readonly string[];
  readonly note: string;
}

/** What all questions have. */
interface Asked {
  readonly question: string;
  /** What would tell the answer in other words: not shown, a tutor's draft is held against them. None of placement questions. */
  readonly giveaways: readonly Giveaway[];
}

export interface ChoiceQuestion extends Asked {
  readonly kind: 'choice';
  /** Exactly one is right. */
  readonly options: readonly Option[];
}

export interface NumberQuestion extends Asked {
  readonly kind: 'number';
  readonly answer: number;
  /** How far off is still right. */
  readonly tolerance: number;
  readonly unit: string | undefined;
  readonly wrong: readonly WrongAnswer[];
  /** Said to a right answer. */
  readonly right: string;
}

export interface ShortQuestion extends Asked {
  readonly kind: 'short';
  /** Forms that are right; accents, capitals, signs and small slips do not matter. */
  readonly accept: readonly string[];
  readonly wrong: readonly WrongAnswer[];
  /** A good answer in a sentence, shown when it is unclear whether theirs is right. */
  readonly answer: string;
  /** What an answer must say to be right, for people and for the tutor. */
  readonly rubric: string;
  /** The same, one thing a line, where a model may hold an answer against it that the forms do not judge. */
  readonly criteria?: readonly string[] | undefined;
  readonly right: string;
}

export type Question = ChoiceQuestion | NumberQuestion | ShortQuestion;

/** What the question's authors wrote down as wrong. */
export function wrongTexts(question: Question): readonly string[] {
  if (question.kind === 'choice') return question.options.filter(({ isRight }) => !isRight).map(({ text }) => text);
  return question.wrong.flatMap(({ forms }) => forms);
}

/** What is asked, remembered and asked again. */
export interface Item {
  /** Unique among all lessons; what is kept of learners refers to it. */
  readonly id: string;
  readonly question: Question;
  /** Of the same form, for later days and after the last hint. */
  readonly variant: Question;
  /** Four steps: points to the idea, narrows, works through another example, gives the answer and why. */
  readonly hints: readonly [string, string, string, string];
}

export interface Lesson {
  readonly id: string;
  readonly track: string;
  /** From 1. */
  readonly position: number;
  readonly title: string;
  readonly objective: string;
  readonly minutes: number;
  /** Domains of the learner digital-competence framework, 1 to 6. */
  readonly domains: readonly number[];
  /** Areas of DigCompEdu, 1 to 6; of lessons for teachers. */
  readonly areas: readonly number[];
  /** What a workshop or course about it would be searched for with. */
  readonly topics: readonly string[];
  /** The id of the item that is asked before anything is explained. */
  readonly prequestion: string;
  /** One thing to do at once. */
  readonly tryIt: string;
  readonly items: readonly Item[];
  /** `YYYY-MM-DD` of the last look at its facts. */
  readonly checked: string;
  readonly sources: readonly string[];
  readonly read: readonly Card[];
  readonly look: { readonly picture: LessonPicture; readonly cards: readonly Card[] } | undefined;
  readonly steps: readonly Card[];
}

export interface LessonPicture {
  /** The path of its SVG. */
  readonly file: string;
  readonly alt: string;
}

/** A question before the first lesson. */
export interface Placement {
  readonly question: ChoiceQuestion;
  /** Who answers it right, and those before it, starts after this lesson. */
  readonly lesson: string;
}

export interface Track {
  /** The name of its folder. */
  readonly id: string;
  readonly title: string;
  readonly english: string;
  readonly about: string;
  readonly audience: 'everyone' | 'teachers';
  readonly domains: readonly number[];
  readonly topics: readonly string[];
  readonly placement: readonly Placement[];
  /** In their order. */
  readonly lessons: readonly Lesson[];
}

/** All lessons, found by their ids. */
export interface Lessons {
  readonly tracks: readonly Track[];
  track(id: string): Track | undefined;
  lesson(id: string): Lesson | undefined;
  /** An item with the lesson it belongs to. */
  item(id: string): { readonly item: Item; readonly lesson: Lesson } | undefined;
}

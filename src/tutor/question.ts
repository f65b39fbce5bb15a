import { z } from 'zod';
import type { ChannelName, Locale } from '../message/index.ts';

/** Where the learner was when they asked: in which lesson, at which step, before which item. Kept as JSON with the question. */
export const askedPlace = z.object({
  lesson: z.string().optional(),
  /** Which run of the lesson, and where in it: the answer shows the step again only while it is still the same. */
  run: z.object({ serial: z.number(), step: z.string() }).optional(),
  /** The item that is open. */
  item: z
    .object({
      id: z.string(),
      isVariant: z.boolean(),
      hintLevel: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
      /** What they answered to it last, redacted. */
      attempt: z.object({ answer: z.string(), wasWrong: z.boolean() }).optional(),
    })
    .optional(),
  /** What was asked is an answer to that item, for a model to hold against its criteria. */
  isAnswer: z.literal(true).optional(),
  /** Codes of the wards where they said that they live. */
  wards: z.array(z.string()).optional(),
});
export type AskedPlace = z.output<typeof askedPlace>;

/** Why the tutor without a model answers instead. */
export const rulesReasons = [
  // Nothing is wrong: nobody agreed to a model any more by the time it was the question's turn.
  'consent',
  'waited',
  'city_budget',
  'own_limit',
  'lesson_limit',
  'resting',
  'timeout',
  'throttled',
  'refused',
  'broken',
  'too_many_calls',
  'blocked',
  // A moderation model heard danger in the question: the learner is asked how they are, and nothing is taught.
  'danger',
  // It found the question unfit otherwise.
  'unfit_question',
] as const;
export type RulesReason = (typeof rulesReasons)[number];

/** What is to be told: the words of a model that passed every check, or that the rules answer, and why. */
export const tutorAnswer = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('model'),
    text: z.string(),
    /** The lesson whose words it rests on. */
    lesson: z.string().optional(),
    /** Keys of the courses and workshops it names, to be opened with a press. */
    courses: z.array(z.number()),
    workshops: z.array(z.number()),
    /** Nothing was answered to this learner by a model before. */
    isFirst: z.boolean(),
  }),
  /** What a model made of an answer, as the program reads it. */
  z.object({ kind: z.literal('grade'), verdict: z.enum(['right', 'wrong', 'unsure']) }),
  z.object({ kind: z.literal('rules'), reason: z.enum(rulesReasons) }),
]);
export type TutorAnswer = z.output<typeof tutorAnswer>;

/** A question for a model, without what identifies a person. */
export interface NewQuestion {
  readonly conversationId: number;
  readonly learnerId: number;
  readonly channel: ChannelName;
  readonly chat: string;
  readonly locale: Locale;
  /** What the learner is called: "bạn", or as they asked for. */
  readonly address: string;
  /** Redacted. */
  readonly asked: string;
  readonly place: AskedPlace;
  readonly askedAt: Date;
}

/** A question with its number. */
export interface TutorQuestion extends NewQuestion {
  readonly id: number;
}

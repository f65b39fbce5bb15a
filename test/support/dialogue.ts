import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { InboundContent } from '../../src/message/index.ts';

/** What a person sees of one answer, whatever the channel. */
export interface SeenReply {
  readonly text: string;
  readonly courses: readonly string[];
  readonly choices: readonly { readonly id: string; readonly label: string; readonly url?: string }[];
  /** A picture came with it, and could be seen. */
  readonly picture?: true;
}

/** A way to talk to the service as one person on one channel. */
export interface DialoguePartner {
  /** Sends a message and returns the answers to it. The same `key` twice is the platform repeating itself. */
  send(content: InboundContent, key: string): Promise<readonly SeenReply[]>;
  /** What has come by itself since, once it has left the outbox. */
  later(): Promise<readonly SeenReply[]>;
}

/** Where dialogues are played. */
export const dialogueChannels = ['core', 'web', 'telegram', 'zalo'] as const;
export type DialogueChannel = (typeof dialogueChannels)[number];

const texts = z.array(z.string());

const expectation = z.strictObject({
  /** Each must stand somewhere in the answers. */
  text: texts.optional(),
  /** None of these may. */
  not: texts.optional(),
  /** The first course shown. */
  first: z.string().optional(),
  includes: texts.optional(),
  excludes: texts.optional(),
  /** Labels of choices offered. */
  choices: texts.optional(),
  /** Labels of choices that are links. */
  links: texts.optional(),
  /** Whether a picture came along. */
  picture: z.boolean().optional(),
  /** No answer at all. */
  silent: z.literal(true).optional(),
});

const common = {
  expect: expectation.optional(),
  keep: z.string().optional(),
  /** Who does it: a second person with a chat of their own on the same channel; the first one when missing. */
  as: z.literal('other').optional(),
  /** Takes what a pattern finds in the answers down under a name; `{name}` in a later `say`, of anybody, is replaced by it. */
  note: z.record(z.string(), z.string()).optional(),
};

const step = z.union([
  z.strictObject({ say: z.string(), ...common }),
  z.strictObject({ press: z.string(), ...common }),
  z.strictObject({ 'press-kept': z.string(), ...common }),
  z.strictObject({ start: z.string(), ...common }),
  z.strictObject({
    send: z.strictObject({ kind: z.literal('unsupported'), what: z.enum(['sticker', 'voice', 'picture']) }),
    ...common,
  }),
  /** Where they are is shared as a position: the middle of a ward. */
  z.strictObject({ share: z.string(), ...common }),
  z.strictObject({ repeat: z.literal(true), ...common }),
  /** The link of a choice is followed, as a person does. */
  z.strictObject({ follow: z.string() }),
  /** Rows of a file beside the dialogues come into the city: courses, unless another kind is named. */
  z.strictObject({
    import: z.string().regex(/^[\w-]+\.csv$/),
    kind: z.enum(['courses', 'scholarships', 'internships', 'places']).default('courses'),
  }),
  /** What is done in the background is done once, and what comes by itself arrives. */
  z.strictObject({ later: z.literal(true), ...common }),
  /** The lesson that was begun is gone through with right answers, and on the days after it the next ones: so many in all. */
  z.strictObject({ learn: z.number().int().positive(), ...common }),
  z.strictObject({ wait: z.string().regex(/^\d+ (second|minute|hour|day)s?$/) }),
]);

/** A moment on the city's clocks: "2026-11-28 08:30". */
const cityMoment = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d \d\d:\d\d$/)
  .transform((text) => new Date(`${text.replace(' ', 'T')}:00+07:00`));

const workshopFacts = {
  starts: cityMoment.optional(),
  ends: cityMoment.optional(),
  title: z.string().optional(),
  place: z.string().optional(),
  ward: z.string().optional(),
  capacity: z.number().optional(),
};

/** What happens to workshops without anybody's word. */
const workshopStep = z.union([
  z.strictObject({
    workshop: z.string(),
    ...workshopFacts,
    title: z.string(),
    starts: cityMoment,
    description: z.string().optional(),
    topics: texts.optional(),
    audience: z.array(z.enum(['seniors', 'parents', 'students', 'everyone'])).optional(),
    wheelchair: z.boolean().optional(),
    sample: z.literal(true).optional(),
  }),
  z.strictObject({ 'change-workshop': z.string(), ...workshopFacts }),
  z.strictObject({ 'cancel-workshop': z.string(), reason: z.string().optional() }),
  /** Somebody is checked in by the code they show. */
  z.strictObject({ 'check-in': z.string() }),
]);
export type WorkshopStep = z.output<typeof workshopStep>;

/** What staff say of a place that people reported. */
const placeStep = z.strictObject({
  place: z.string(),
  staff: z.enum(['correct', 'close', 'reopen', 'dismiss']),
  hours: z.string().optional(),
});

/** What a lender has, hands out and takes back. */
const lendStep = z.strictObject({
  lend: z.string(),
  device: z.enum(['laptop', 'tablet', 'sim_4g']),
  total: z.number().optional(),
  /** The first of those that are at this step. */
  step: z.enum(['hand_out', 'return']).optional(),
});
export type LendStep = z.output<typeof lendStep>;
export type PlaceStep = z.output<typeof placeStep>;

/** What organisations say of their courses, and what people who are not in the dialogue report. */
const freshnessStep = z.union([
  z.strictObject({ decide: z.enum(['confirmed', 'closed', 'restored']), course: z.string() }),
  z.strictObject({ reported: z.string(), people: z.number().int().positive() }),
]);
export type FreshnessStep = z.output<typeof freshnessStep>;

/** A programme of several sessions is made, and somebody is noted at one of them. */
const programmeStep = z.union([
  z.strictObject({
    programme: z.string(),
    title: z.string(),
    kind: z.enum(['after_school', 'vocational', 'adult', 'teacher_training', 'digital_teachers', 'digital_students']),
    sessions: z.array(cityMoment).min(1),
    place: z.string().optional(),
    capacity: z.number().optional(),
    topics: texts.optional(),
  }),
  z.strictObject({ attended: z.string(), session: z.number().int().positive() }),
]);
export type ProgrammeStep = z.output<typeof programmeStep>;

const cityDay = z.string().regex(/^\d{4}-\d\d-\d\d$/);

/** What an organisation and the city agree on; it holds from its first day on. */
const partnerStep = z.strictObject({
  agreement: z.string(),
  kind: z.enum(['curricula', 'resources', 'scholarships', 'places']),
  goal: z.string(),
  starts: cityDay,
  ends: cityDay.optional(),
});
export type PartnerStep = z.output<typeof partnerStep>;
/** What an organisation says to an application. */
const applicationStep = z.strictObject({
  application: z.enum(['accept', 'refuse', 'ask']),
  /** The title of what it is for. */
  of: z.string(),
  words: z.string(),
});
export type ApplicationStep = z.output<typeof applicationStep>;

const label = z.union([z.string(), z.strictObject({ vi: z.string(), en: z.string() })]);

/** Staff announce something to everybody who agreed, a second person approves it, and it is on its way. */
const announceStep = z.strictObject({
  announce: label,
  choices: z
    .array(z.union([z.strictObject({ label, url: z.string() }), z.strictObject({ label, answer: z.literal(true) })]))
    .optional(),
  workshop: z.string().optional(),
});
export type AnnounceStep = z.output<typeof announceStep>;

const dialogueFile = z.strictObject({
  name: z.string(),
  steps: z
    .array(
      z.union([
        step,
        workshopStep,
        announceStep,
        freshnessStep,
        partnerStep,
        programmeStep,
        applicationStep,
        placeStep,
        lendStep,
      ]),
    )
    .min(1),
  /** What must stand in the database afterwards. */
  changes: z
    .strictObject({
      wishes: z.array(z.strictObject({ unmet: z.boolean() })).optional(),
      marks: z.array(z.strictObject({ course: z.string(), kind: z.string() })).optional(),
      learners: z.number().optional(),
      /** Answers of polls, by their places. */
      votes: z.array(z.number()).optional(),
      /** What each case of the inbox began with; the announcement that it is about named before it. */
      asked: texts.optional(),
      /** What of an announcement was sent, what skipped. */
      announced: z.strictObject({ sent: z.number(), skipped: z.number() }).optional(),
    })
    .optional(),
  /** Channels that can play it; all when missing. `core` hands messages to the turn directly. */
  channels: z.array(z.enum(dialogueChannels)).optional(),
});

/** Steps of people and of time. */
export type TalkStep = z.output<typeof step>;
export type Dialogue = z.output<typeof dialogueFile>;
export type Expectation = z.output<typeof expectation>;

/** Reads a dialogue file; a wrong one fails with its path. */
export function readDialogue(path: string): Dialogue {
  const parsed = dialogueFile.safeParse(parse(readFileSync(path, 'utf8')));
  if (!parsed.success) throw new Error(`${path}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

const unitSeconds: Readonly<Record<string, number>> = { second: 1, minute: 60, hour: 3600, day: 86_400 };

/** Seconds of "2 minutes". */
export function waitSeconds(text: string): number {
  const [amount, unit] = text.split(' ');
  return Number(amount) * (unitSeconds[(unit ?? '').replace(/s$/, '')] ?? Number.NaN);
}

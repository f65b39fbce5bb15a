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

const common = { expect: expectation.optional(), keep: z.string().optional() };

const step = z.union([
  z.strictObject({ say: z.string(), ...common }),
  z.strictObject({ press: z.string(), ...common }),
  z.strictObject({ 'press-kept': z.string(), ...common }),
  z.strictObject({ start: z.string(), ...common }),
  z.strictObject({
    send: z.strictObject({ kind: z.literal('unsupported'), what: z.enum(['sticker', 'voice', 'picture']) }),
    ...common,
  }),
  z.strictObject({ repeat: z.literal(true), ...common }),
  z.strictObject({ wait: z.string().regex(/^\d+ (second|minute|hour|day)s?$/) }),
]);

const dialogueFile = z.strictObject({
  name: z.string(),
  steps: z.array(step).min(1),
  /** What must stand in the database afterwards. */
  changes: z
    .strictObject({
      wishes: z.array(z.strictObject({ unmet: z.boolean() })).optional(),
      marks: z.array(z.strictObject({ course: z.string(), kind: z.string() })).optional(),
      learners: z.number().optional(),
    })
    .optional(),
  /** Channels that can play it; all when missing. `core` hands messages to the turn directly. */
  channels: z.array(z.enum(dialogueChannels)).optional(),
});

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

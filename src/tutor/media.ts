import { z } from 'zod';
import type { ChannelName, Locale, MediaKind } from '../message/index.ts';

/** What of an endpoint hears, and what sees. Undefined: nothing does. */
export interface HearingSettings {
  readonly transcriptionModel: string | undefined;
  readonly visionModel: string | undefined;
  /** Dollars a minute. */
  readonly voiceMinutePrice: number;
}

/** The longest voice message that is listened to, in seconds. */
export const longestVoiceSeconds = 120;

/** Why a voice message or a picture was not understood. */
const mediaFailures = [
  // Nobody agrees to an endpoint any more.
  'consent',
  'city_budget',
  'own_limit',
  'too_long',
  'too_big',
  /** The platform has the file no more, or it is of a kind that nothing here reads. */
  'gone',
  /** There was nothing in it. */
  'empty',
  'down',
] as const;
export type MediaFailure = (typeof mediaFailures)[number];

/** What was understood: words of an endpoint, redacted and bounded, or why there are none. */
export const mediaResult = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('understood'), text: z.string() }),
  z.object({ kind: z.literal('failed'), reason: z.enum(mediaFailures) }),
]);
export type MediaResult = z.output<typeof mediaResult>;

/** A voice message or a picture for an endpoint. */
export interface NewMedia {
  readonly conversationId: number;
  readonly learnerId: number;
  readonly channel: ChannelName;
  readonly chat: string;
  readonly locale: Locale;
  readonly what: MediaKind;
  /** Where its channel finds the file. */
  readonly source: string;
  /** Redacted; empty without one. */
  readonly caption: string;
  readonly seconds: number | undefined;
  readonly askedAt: Date;
}

/** One with its number. */
export interface TutorMedia extends NewMedia {
  readonly id: number;
}

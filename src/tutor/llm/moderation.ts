import { OpenAI } from 'openai';
import { z } from 'zod';
import type { ModerationSettings } from './settings.ts';

/**
 * What a moderation model makes of a text: nothing is wrong, somebody may want to harm themselves or be in danger of harm, or it is unfit in
 * another way. `unknown`: it did not say, so nothing follows from it.
 */
export type Moderated = 'clear' | 'danger' | 'unfit' | 'unknown';

/** Whose words were moderated, and what came of it: `late`: not in time; `missing`: the endpoint has no moderation. */
export interface Moderation {
  readonly of: 'question' | 'draft';
  readonly outcome: Exclude<Moderated, 'unknown'> | 'late' | 'failed' | 'missing';
}

/** Whether texts are moderated: `missing`: the endpoint turned out to have no moderation, and is not asked again by this process. */
export type ModerationState = 'on' | 'missing';

/** A moderation model beside the tutor's. */
export interface Moderator {
  /** Judges a text, redacted before. Never throws: what goes wrong is `unknown`. */
  moderate(of: Moderation['of'], text: string, signal: AbortSignal): Promise<Moderated>;
  state(): ModerationState;
}

/** As endpoints answer; a category that a model does not know may be null. */
const judged = z.looseObject({
  results: z
    .array(z.looseObject({ flagged: z.boolean(), categories: z.record(z.string(), z.boolean().nullish()) }))
    .min(1),
});

/** Whoever writes of these may need somebody; the others are what one does not answer. */
const dangers = /^(?:self-harm|violence|harassment\/threatening)(?:\/|$)/;

/** An endpoint says so that has no moderation: most that speak OpenAI's protocol have none. */
const missing: readonly unknown[] = [404, 405, 501];

/** @param onModerated told of each answer, without the text */
export function createModerator(
  { apiKey, baseUrl, model }: ModerationSettings,
  onModerated: (moderation: Moderation) => void,
): Moderator {
  // A second try would take the time that an answer has; its own log would print what people write.
  const client = new OpenAI({
    apiKey,
    maxRetries: 0,
    logLevel: 'off',
    ...(baseUrl === undefined ? {} : { baseURL: baseUrl }),
  });
  let state: ModerationState = 'on';

  async function outcomeOf(text: string, signal: AbortSignal): Promise<Moderation['outcome']> {
    try {
      const { results } = judged.parse(await client.moderations.create({ model, input: text }, { signal }));
      const named = results.flatMap(({ categories }) => Object.keys(categories).filter((name) => categories[name]));
      if (named.some((name) => dangers.test(name))) return 'danger';
      return named.length > 0 || results.some(({ flagged }) => flagged) ? 'unfit' : 'clear';
    } catch (error) {
      if (signal.aborted) return 'late';
      return missing.includes((error as { readonly status?: unknown }).status) ? 'missing' : 'failed';
    }
  }

  return {
    async moderate(of, text, signal) {
      if (state === 'missing') return 'unknown';
      const outcome = await outcomeOf(text, signal);
      if (outcome === 'missing') state = 'missing';
      onModerated({ of, outcome });
      return outcome === 'clear' || outcome === 'danger' || outcome === 'unfit' ? outcome : 'unknown';
    },
    state: () => state,
  };
}

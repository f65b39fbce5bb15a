import OpenAI, { toFile } from 'openai';
import type { Locale } from '../../message/index.ts';
import type { Image } from '../image.ts';
import { newestPrompt, render } from '../prompt.ts';
import type { Sound } from '../sound.ts';
import { refusalOf } from './failure.ts';
import type { ModelSettings } from './settings.ts';

/** What was seen in a picture. */
export interface Seen {
  readonly text: string;
  /** What it used; undefined where the endpoint does not tell. */
  readonly tokens: { readonly input: number; readonly output: number } | undefined;
}

/** Hears and sees. Both throw what the endpoint threw. */
export interface Hearing {
  /** The words of a voice message, as the endpoint gave them. */
  transcribe(model: string, sound: Sound, locale: Locale, signal: AbortSignal): Promise<string>;
  /** What a picture shows, in the learner's language. */
  see(model: string, image: Image, locale: Locale, signal: AbortSignal): Promise<Seen>;
}

const languages = { vi: 'Vietnamese', en: 'English' } as const;

/** One try more, after a refusal for now (429), a fault of the endpoint's or a broken connection. */
const retries = 1;

export function createHearing({ apiKey, baseUrl }: Pick<ModelSettings, 'apiKey' | 'baseUrl'>): Hearing {
  // Its own log would print what people say.
  const client = new OpenAI({ apiKey, baseURL: baseUrl ?? null, maxRetries: retries, logLevel: 'off' });
  const prompt = newestPrompt('picture');
  /** Some models take the limit of an answer by its newer name only; learnt from their refusal. */
  let limit: 'max_tokens' | 'max_completion_tokens' = 'max_tokens';

  function look(model: string, { bytes, type }: Image, locale: Locale, signal: AbortSignal) {
    const url = `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
    return client.chat.completions.create(
      {
        model,
        messages: [
          { role: 'system', content: render(prompt, { language: languages[locale] }) },
          { role: 'user', content: [{ type: 'image_url', image_url: { url } }] },
        ],
        [limit]: prompt.maxOutputTokens,
      },
      { signal },
    );
  }

  return {
    async transcribe(model, { bytes, name, type }, locale, signal) {
      const file = await toFile(bytes, name, { type });
      const answer = await client.audio.transcriptions.create(
        { file, model, language: locale, response_format: 'json' },
        { signal },
      );
      // An endpoint that is only said to speak this protocol may answer anything.
      return typeof answer.text === 'string' ? answer.text : '';
    },
    async see(model, image, locale, signal) {
      const answer = await look(model, image, locale, signal).catch((error: unknown) => {
        if (limit !== 'max_tokens' || !/max_tokens/.test(refusalOf(error) ?? '')) throw error;
        limit = 'max_completion_tokens';
        return look(model, image, locale, signal);
      });
      const { usage } = answer;
      const isTold = usage !== undefined && usage.prompt_tokens + usage.completion_tokens > 0;
      return {
        text: answer.choices?.[0]?.message?.content ?? '',
        tokens: isTold ? { input: usage.prompt_tokens, output: usage.completion_tokens } : undefined,
      };
    },
  };
}

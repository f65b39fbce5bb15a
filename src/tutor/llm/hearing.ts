import OpenAI, { toFile } from 'openai';
import type { Locale } from '../../message/index.ts';
import type { Sound } from '../sound.ts';
import type { ModelSettings } from './settings.ts';

/** Hears and sees. Both throw what the endpoint threw. */
export interface Hearing {
  /** The words of a voice message, as the endpoint gave them. */
  transcribe(model: string, sound: Sound, locale: Locale, signal: AbortSignal): Promise<string>;
}

/** One try more, after a refusal for now (429), a fault of the endpoint's or a broken connection. */
const retries = 1;

export function createHearing({ apiKey, baseUrl }: Pick<ModelSettings, 'apiKey' | 'baseUrl'>): Hearing {
  // Its own log would print what people say.
  const client = new OpenAI({ apiKey, baseURL: baseUrl ?? null, maxRetries: retries, logLevel: 'off' });
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
  };
}

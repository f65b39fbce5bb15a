import type { Hearing } from './llm/hearing.ts';
import type { ModelSettings } from './llm/settings.ts';

/** What hears, on an endpoint. Its package is loaded with the first call: only where there is a key. */
export async function openHearing(settings: Pick<ModelSettings, 'apiKey' | 'baseUrl'>): Promise<Hearing> {
  const { createHearing } = await import('./llm/hearing.ts');
  return createHearing(settings);
}

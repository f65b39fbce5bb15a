import type { ModelTutor } from './llm/answer.ts';
import type { ModelSettings } from './llm/settings.ts';
import type { TutorSources } from './llm/sources.ts';

/** The tutor with a model on an endpoint. The agent's packages, 0.4 s and 86 MB, are loaded with the first call: only where there is a key. */
export async function openModelTutor(settings: ModelSettings, sources: TutorSources): Promise<ModelTutor> {
  const { createModelTutor } = await import('./llm/answer.ts');
  return createModelTutor(settings, sources);
}

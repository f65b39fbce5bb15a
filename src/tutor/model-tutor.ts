import type { ModelTutor } from './llm/answer.ts';
import type { Moderation, Moderator } from './llm/moderation.ts';
import type { ModelSettings } from './llm/settings.ts';
import type { TutorSources } from './llm/sources.ts';

/** The tutor with a model, and what moderates it, where the settings name a model for that. */
export interface OpenedTutor {
  readonly model: ModelTutor;
  readonly moderator: Moderator | undefined;
}

/**
 * The tutor with a model on an endpoint. The agent's packages, 0.4 s and 86 MB, are loaded with the first call: only where there is a key.
 * @param onModerated told of every text that was moderated, without the text
 */
export async function openModelTutor(
  settings: ModelSettings,
  sources: TutorSources,
  onModerated: (moderation: Moderation) => void,
): Promise<OpenedTutor> {
  const [{ createModelTutor }, { createGrader }, { moderated }, { createModerator }] = await Promise.all([
    import('./llm/answer.ts'),
    import('./llm/grader.ts'),
    import('./llm/moderated.ts'),
    import('./llm/moderation.ts'),
  ]);
  const tutor = withGrader(createModelTutor(settings, sources), createGrader(settings, sources));
  if (settings.moderation === undefined) return { model: tutor, moderator: undefined };
  const moderator = createModerator(settings.moderation, onModerated);
  return { model: moderated(tutor, moderator), moderator };
}

/** Answers to items go to who grades them, everything else to the tutor. */
function withGrader(tutor: ModelTutor, grader: ModelTutor): ModelTutor {
  const whose = ({ question }: Parameters<ModelTutor['reserveFor']>[0]): ModelTutor =>
    question.place.isAnswer === true ? grader : tutor;
  return {
    reserveFor: (asking) => whose(asking).reserveFor(asking),
    passages: (asking) => whose(asking).passages(asking),
    answer: (asking, signal) => whose(asking).answer(asking, signal),
  };
}

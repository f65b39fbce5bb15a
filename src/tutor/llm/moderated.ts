import type { Asking, ModelOutcome, ModelTutor } from './answer.ts';
import type { ModelFailure } from './failure.ts';
import type { Moderator } from './moderation.ts';

/** From the end of the tutor's work no moderation is waited for longer. */
const mostMilliseconds = 2_000;

/**
 * A tutor whose questions and answers a moderation model reads as well, after the lists of words, which have read every message long before. The
 * question is read while the tutor works on it, the answer once it has passed the guards. What is flagged is not answered by a model; a
 * moderation that fails or takes too long changes nothing.
 */
export function moderated(tutor: ModelTutor, moderator: Moderator): ModelTutor {
  async function answer(asking: Asking, signal: AbortSignal): Promise<ModelOutcome> {
    const flagged = new AbortController();
    const enough = new AbortController();
    const inTime = AbortSignal.any([signal, enough.signal]);
    const ofQuestion = moderator.moderate('question', asking.question.asked, inTime).then((verdict) => {
      // Whoever may be in danger waits for no draft that is thrown away.
      if (verdict === 'danger' || verdict === 'unfit') flagged.abort();
      return verdict;
    });
    const outcome = await tutor.answer(asking, AbortSignal.any([signal, flagged.signal]));
    const timer = setTimeout(() => enough.abort(), mostMilliseconds);
    try {
      const { result } = outcome;
      const words = result.kind === 'answer' && result.answer.kind === 'model' ? result.answer.text : undefined;
      const ofDraft = words === undefined ? 'clear' : moderator.moderate('draft', words, inTime);
      const question = await ofQuestion;
      if (question === 'danger') return failed(outcome, 'danger');
      if (question === 'unfit') return failed(outcome, 'unfit_question');
      const draft = await ofDraft;
      return draft === 'danger' || draft === 'unfit' ? failed(outcome, 'blocked', 'MODERATION') : outcome;
    } finally {
      clearTimeout(timer);
      enough.abort();
    }
  }
  return { ...tutor, answer };
}

/** What a tutor did comes to nothing, but has cost what it has cost. */
function failed(
  { made, used, refused }: ModelOutcome,
  reason: ModelFailure,
  ...rules: readonly string[]
): ModelOutcome {
  return { result: { kind: 'failed', reason }, made, used, refused: [...refused, ...rules] };
}

import type { WhoLearns } from '../../learners/index.ts';
import type { Translator } from '../../locales/index.ts';
import type { TurnContext } from '../context.ts';

/** How a learner is spoken of: by name, else by what they are to the person; "bạn" is who writes. */
export function learnerInWords(t: Translator, { relation, name }: WhoLearns): string {
  return name ?? t('learner-relation', { relation });
}

/** A text with a line above that says for whom, when it is not for who writes. */
export function forWhom({ t, learner }: Pick<TurnContext, 't' | 'learner'>, text: string): string {
  return learner.relation === 'self' ? text : `${t('learner-for', { who: learnerInWords(t, learner) })}\n${text}`;
}

/** A text with a line above that says whose learning it is about, when it is not of who writes. */
export function ofWhom({ t, learner }: Pick<TurnContext, 't' | 'learner'>, text: string): string {
  return learner.relation === 'self' ? text : `${t('progress-for', { who: learnerInWords(t, learner) })}\n${text}`;
}

/** Words as the beginning of a sentence. */
export function capitalised(words: string): string {
  const [first = '', ...rest] = words;
  return first.toLocaleUpperCase('vi') + rest.join('');
}

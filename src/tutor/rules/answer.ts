import type { HintLevel, Lesson } from '../../learning/index.ts';
import { type OpenItem, saysKey } from '../guards/r01-no-key.ts';
import type { FoundPassage, PassageSearch } from './passages.ts';

/**
 * What the tutor without a model says to a question: the words of a lesson, or that no lesson has any. `withheld`: the words there are would give
 * away the answer to what is being asked of the learner right now; a hint is due instead.
 */
export type RulesAnswer =
  | { readonly kind: 'quote'; readonly quote: string; readonly lesson: Lesson; readonly passageId: string }
  | { readonly kind: 'withheld' }
  | { readonly kind: 'unknown' };

/** Where the learner is when they ask. */
export interface AskedFrom {
  /** The lesson that is open, if one is. */
  readonly lesson?: string;
  /** The item the learner has not answered yet: its answer is not to be told before the last hint has told it. */
  readonly open?: OpenItem & { readonly hintLevel: HintLevel };
}

/** Of what is asked, a passage must hold so much: of the open lesson, and of any other, which is less likely to be meant. */
const enoughHere = 0.6;
const enoughElsewhere = 0.8;
/** So much of what is rare: one word that many lessons have is no answer. */
const enoughWeight = 4;
const looked = 4;

/** Answers from the lessons alone. Pure; takes a millisecond. */
export function answerByRules(search: PassageSearch, question: string, from: AskedFrom): RulesAnswer {
  const place = from.lesson === undefined ? {} : { lesson: from.lesson };
  const found = search
    .find(question, { ...place, limit: looked })
    .filter(({ weight }) => weight >= enoughWeight)
    .filter((one) => one.coverage >= (one.passage.lesson.id === from.lesson ? enoughHere : enoughElsewhere));
  const { open } = from;
  const tells = ({ quote }: FoundPassage): boolean => open !== undefined && open.hintLevel < 4 && saysKey(quote, open);
  const best = found.find((one) => !tells(one));
  if (best !== undefined) {
    return { kind: 'quote', quote: best.quote, lesson: best.passage.lesson, passageId: best.passage.id };
  }
  return found.length > 0 ? { kind: 'withheld' } : { kind: 'unknown' };
}

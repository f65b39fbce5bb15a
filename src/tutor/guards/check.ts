import type { Draft, Guard, Rule, Situation, Violation } from './draft.ts';
import { noKey } from './r01-no-key.ts';
import { oneQuestion } from './r04-one-question.ts';
import { ownAnswer } from './r05-own-answer.ts';
import { wrongAnswer } from './r06-wrong-answer.ts';
import { cited } from './r07-cited.ts';
import { foundOnly } from './r08-found-only.ts';
import { closing } from './r09-closing.ts';
import { longItem } from './r10-long-item.ts';
import { plainLanguage } from './r11-plain-language.ts';
import { saysAi } from './r12-says-ai.ts';

/** Rules 2 and 3 are properties of the hint ladder (learning/hint-ladder.ts), which no draft can change. */
const guards: readonly (readonly [Rule, Guard])[] = [
  ['R1', noKey],
  ['R4', oneQuestion],
  ['R5', ownAnswer],
  ['R6', wrongAnswer],
  ['R7', cited],
  ['R8', foundOnly],
  ['R9', closing],
  ['R10', longItem],
  ['R11', plainLanguage],
  ['R12', saysAi],
];

/**
 * The rules that a draft breaks, in their order; none if it may be sent. Pure and without a model; what each guard cannot see stands in
 * docs/tutor.md.
 */
export function check(draft: Draft, situation: Situation): readonly Violation[] {
  return guards.flatMap(([rule, guard]) => {
    const reason = guard(draft, situation);
    return reason === undefined ? [] : [{ rule, reason }];
  });
}

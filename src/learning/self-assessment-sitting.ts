import { type Belief, believe, type Response } from './self-assessment-estimate.ts';
import type {
  SelfAssessment,
  Situation,
  SituationAssessment,
  Statement,
  StatementAssessment,
} from './self-assessment-file.ts';
import { levelShares } from './self-assessment-level.ts';

/** An answer as it is kept: the position of the option from 0, or null for "Không biết". */
export interface GivenAnswer {
  readonly item: string;
  readonly answer: number | null;
}

/** More situations than these are not asked in one sitting. */
export const mostSituations = 12;

/** Where every level is as sure as this, further questions would change nothing. */
const sureEnough = 0.95;

/** Answers as the estimate needs them; those to items that are gone count no more. */
export function responsesOf(
  { items }: Pick<SituationAssessment, 'items'>,
  answers: readonly GivenAnswer[],
): (Response & { readonly item: Situation; readonly answer: number | null })[] {
  return answers.flatMap(({ item: id, answer }) => {
    const item = items.find((each) => each.id === id);
    if (item === undefined) return [];
    const isRight = answer !== null && item.options[answer]?.right === true;
    return [
      {
        item,
        answer,
        domain: item.domain,
        difficulty: item.difficulty,
        options: item.options.length,
        outcome: answer === null ? 'unknown' : isRight ? 'right' : 'wrong',
      },
    ];
  });
}

/** What answers tell of a learner. */
export function beliefOf(assessment: SituationAssessment, answers: readonly GivenAnswer[]): Belief {
  return believe(
    assessment.domains.map(({ id }) => id),
    responsesOf(assessment, answers),
  );
}

/** So much more than of another domain is asked of none: where nothing fits any more, an answer tells little, and its SD would stay the greatest. */
const mostAhead = 1;

/**
 * The situation to ask next: from the domain of which least is known (the greatest SD), the one whose difficulty is nearest to what is
 * expected there, since an answer tells most where it could go either way. None was asked in this sitting; those of earlier
 * sittings come only when the domain has no others. Undefined after twelve, when none is left, or when every level is sure.
 *
 * @param earlier ids of the items of earlier sittings
 */
export function nextSituation(
  assessment: SituationAssessment,
  answers: readonly GivenAnswer[],
  earlier: ReadonlySet<string>,
): Situation | undefined {
  if (answers.length >= mostSituations) return undefined;
  const { domains } = beliefOf(assessment, answers);
  const responses = responsesOf(assessment, answers);
  const asked = new Set(answers.map(({ item }) => item));
  const open = [...domains].map(([domain, own]) => {
    const left = assessment.items.filter((item) => item.domain === domain && !asked.has(item.id));
    const fresh = left.filter((item) => !earlier.has(item.id));
    const count = responses.filter((response) => response.domain === domain).length;
    return { own, count, items: fresh.length > 0 ? fresh : left };
  });
  const isSure = open.every(
    ({ own, count }) => count > 0 && Math.max(...levelShares(assessment.levels, own)) >= sureEnough,
  );
  if (isSure) return undefined;
  const askable = open.filter(({ items }) => items.length > 0);
  const least = Math.min(...askable.map(({ count }) => count));
  const [widest, ...others] = askable.filter(({ count }) => count <= least + mostAhead);
  if (widest === undefined) return undefined;
  // A hair of difference between equals must not depend on how sums are rounded.
  const chosen = others.reduce((best, each) => (each.own.sd > best.own.sd + 1e-9 ? each : best), widest);
  return nearest(chosen.items, chosen.own.mean);
}

function nearest(items: readonly Situation[], ability: number): Situation | undefined {
  const [first, ...others] = items;
  const distance = (item: Situation): number => Math.abs(item.difficulty - ability);
  return first && others.reduce((best, item) => (distance(item) < distance(best) - 1e-9 ? item : best), first);
}

/** The statement to ask next; all are asked, in their order. */
function nextStatement({ items }: StatementAssessment, answers: readonly GivenAnswer[]): Statement | undefined {
  return items.find((item) => answers.every((given) => given.item !== item.id));
}

export function nextItem(
  assessment: SelfAssessment,
  answers: readonly GivenAnswer[],
  earlier: ReadonlySet<string>,
): Situation | Statement | undefined {
  return assessment.kind === 'situations'
    ? nextSituation(assessment, answers, earlier)
    : nextStatement(assessment, answers);
}

/** How many questions a sitting has at most. */
export function mostQuestions(assessment: SelfAssessment): number {
  return assessment.kind === 'situations' ? Math.min(mostSituations, assessment.items.length) : assessment.items.length;
}

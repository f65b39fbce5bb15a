import type { CriterionStanding, EvidenceFact, RuleStanding } from '../../learning/index.ts';
import type { Translator } from '../../locales/index.ts';

/** "đã đạt", or how much of what it asks is there. */
export function criterionState(t: Translator, { isMet, rules }: CriterionStanding): string {
  if (isMet) return t('notebook-state-met');
  return rules.length === 1 ? t('notebook-state-open', countsOf(rules[0])) : t('notebook-state-partly', partsOf(rules));
}

function countsOf(standing: RuleStanding | undefined): { have: number; need: number } {
  return { have: standing?.facts.length ?? 0, need: standing?.rule.atLeast ?? 0 };
}

function partsOf(rules: readonly RuleStanding[]): { met: number; of: number } {
  return { met: rules.filter(({ isMet }) => isMet).length, of: rules.length };
}

/** What a rule counts and how much of it there is: "Bài đã học xong, trong 365 ngày qua: 3/12", "Bài đã học xong: 8 (cần 3)". */
export function ruleInWords(t: Translator, standing: RuleStanding): string {
  const { kind, withinDays = 0, domain = 0 } = standing.rule;
  const counts = countsOf(standing);
  const state = counts.have > counts.need ? 'more' : 'open';
  return t('notebook-rule', { ...counts, state, what: t('notebook-kind', { kind }), days: withinDays, domain });
}

/** A line of evidence with its day. */
export function evidenceLine(t: Translator, { title }: EvidenceFact, on: string): string {
  return t('notebook-evidence', { title, day: on });
}

import type { Criteria, Criterion, EvidenceRule } from './criteria-file.ts';

export type EvidenceKind = EvidenceRule['kind'];

/** Something a learner did that can stand as evidence. */
export interface EvidenceFact {
  readonly kind: EvidenceKind;
  /** Of the lesson, track, course, workshop or self-assessment; empty for days and items. */
  readonly title: string;
  readonly at: Date;
  /** Domains of the learner digital-competence framework it belongs to; none where that is not known. */
  readonly domains: readonly number[];
  readonly track?: string;
}

/** A rule with what counts for it. */
export interface RuleStanding {
  readonly rule: EvidenceRule;
  /** The newest first. */
  readonly facts: readonly EvidenceFact[];
  readonly isMet: boolean;
}

/** A criterion as a learner stands with it: met when every rule is. Not met means "not shown here". */
export interface CriterionStanding {
  readonly criterion: Criterion;
  readonly rules: readonly RuleStanding[];
  readonly isMet: boolean;
}

const dayMilliseconds = 86_400_000;

/** How a learner stands with each criterion. A fact whose domain or track is not known never counts for a rule that names one. */
export function evidenceOf(criteria: Criteria, facts: readonly EvidenceFact[], now: Date): CriterionStanding[] {
  const newestFirst = [...facts].sort((a, b) => b.at.getTime() - a.at.getTime());
  return criteria.criteria.map((criterion) => {
    const rules = criterion.evidence.map((rule): RuleStanding => {
      const counted = newestFirst.filter((fact) => counts(rule, fact, now));
      return { rule, facts: counted, isMet: counted.length >= rule.atLeast };
    });
    return { criterion, rules, isMet: rules.every(({ isMet }) => isMet) };
  });
}

function counts(rule: EvidenceRule, fact: EvidenceFact, now: Date): boolean {
  const isRecent =
    rule.withinDays === undefined || fact.at.getTime() > now.getTime() - rule.withinDays * dayMilliseconds;
  return (
    rule.kind === fact.kind &&
    isRecent &&
    (rule.domain === undefined || fact.domains.includes(rule.domain)) &&
    (rule.track === undefined || fact.track === rule.track)
  );
}

import type { Household } from './eligibility-answers.ts';
import type { OccupationStatus, Scholarship } from './scholarship.ts';

/** What is known of a person that scholarships ask about; a missing value is not known. */
export interface Applicant {
  /** Years of age, both included: people tell a band, not a birthday. */
  readonly ages?: { readonly from: number; readonly to: number };
  /** Codes of the wards where they may live. */
  readonly wards?: readonly string[];
  readonly hasDisability?: boolean;
  /** Whatever of these they are; `other`: none of what a scholarship can be for. */
  readonly occupation?: readonly (OccupationStatus | 'other')[];
  /** How their household is recognised, asked and answered. */
  readonly household?: Household;
  /** They said that money is short, of which no amount is known. */
  readonly isShortOfMoney?: true | undefined;
}

/** What of a scholarship decides who may have it. */
export type Conditions = Pick<
  Scholarship,
  'ageFrom' | 'ageTo' | 'wards' | 'income' | 'disability' | 'occupationStatus'
>;

export type ConditionKind = 'age' | 'ward' | 'income' | 'disability' | 'occupation';

/** How somebody stands to the conditions of a scholarship. One that sets none is met by everybody. */
export interface Eligibility {
  /** A stated condition that they surely do not meet. */
  readonly failed: readonly ConditionKind[];
  readonly met: readonly ConditionKind[];
  /** Stated conditions of which nothing is known of them: to be asked about, never a reason to leave it out. */
  readonly open: readonly ConditionKind[];
}

/** Holds what is known of a person against the conditions of a scholarship. What is not known rules nobody out. */
export function eligibilityOf(conditions: Conditions, applicant: Applicant): Eligibility {
  const answers: [ConditionKind, boolean | undefined][] = [];
  const { ageFrom, ageTo, wards, income, disability, occupationStatus } = conditions;
  if (ageFrom !== undefined || ageTo !== undefined) answers.push(['age', isOfAge(ageFrom, ageTo, applicant.ages)]);
  if (wards.length > 0) answers.push(['ward', among(applicant.wards, wards)]);
  // Being short of money is no proof of being recognised as poor, and no reason against it.
  if (income.length > 0) {
    const isLow = applicant.isShortOfMoney === true && income.includes('low');
    answers.push(['income', isLow ? true : isOfHousehold(income, applicant.household)]);
  }
  // Nobody is asked about a disability; who told of none may have one.
  if (disability === true) answers.push(['disability', applicant.hasDisability]);
  if (occupationStatus.length > 0) answers.push(['occupation', among(applicant.occupation, occupationStatus)]);
  const kindsOf = (wanted: boolean | undefined) => answers.filter(([, is]) => is === wanted).map(([kind]) => kind);
  return { failed: kindsOf(false), met: kindsOf(true), open: kindsOf(undefined) };
}

/** Who is recognised as poor or nearly poor has a low income too; nothing else follows from one another. */
function isOfHousehold(wanted: Scholarship['income'], household: Applicant['household']): boolean | undefined {
  if (household === undefined) return undefined;
  if (household === 'none') return false;
  return wanted.includes(household) || wanted.includes('low');
}

/** Undefined where only a part of the ages that they may have is within. */
function isOfAge(from = 0, to = Number.POSITIVE_INFINITY, ages: Applicant['ages']): boolean | undefined {
  if (ages === undefined) return undefined;
  if (ages.to < from || ages.from > to) return false;
  return ages.from >= from && ages.to <= to ? true : undefined;
}

function among<Value>(theirs: readonly Value[] | undefined, wanted: readonly Value[]): boolean | undefined {
  if (theirs === undefined || theirs.length === 0) return undefined;
  const held = theirs.filter((each) => wanted.includes(each));
  if (held.length === 0) return false;
  return held.length === theirs.length ? true : undefined;
}

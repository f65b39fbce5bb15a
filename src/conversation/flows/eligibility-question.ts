import type { EligibilityAnswers, Scholarship } from '../../opportunities/index.ts';
import { type ConditionKind, eligibilityOf, households } from '../../opportunities/index.ts';
import type { TurnContext } from '../context.ts';
import { plainWords } from '../phrases.ts';
import { capitalised } from '../words/learner.ts';
import { applicantWith } from './eligibility-known.ts';

/** The questions in the order in which they are asked: the easy ones first. */
const order: readonly ConditionKind[] = ['age', 'occupation', 'ward', 'income', 'disability'];

/** An answer to press: what it stands for, and how it reads. */
export interface EligibilityOption {
  readonly value: string;
  readonly label: string;
}

/** What the scholarships that are listed need to know and what is not known yet, without what was skipped. */
export function openQuestions(
  context: TurnContext,
  scholarships: readonly Scholarship[],
  answers: EligibilityAnswers,
  skipped: readonly ConditionKind[],
): ConditionKind[] {
  const applicant = applicantWith(context, answers);
  const open = new Set(scholarships.flatMap((each) => eligibilityOf(each, applicant).open));
  return order.filter((kind) => open.has(kind) && !skipped.includes(kind) && !isAnswered(answers, kind));
}

/** A band of age or a former district may leave a condition open all the same: nobody is asked twice. */
function isAnswered(answers: EligibilityAnswers, kind: ConditionKind): boolean {
  return answers[fieldOf[kind]] !== undefined;
}

const fieldOf = {
  age: 'age_band',
  ward: 'place',
  income: 'household',
  disability: 'disability',
  occupation: 'occupation',
} as const satisfies Readonly<Record<ConditionKind, keyof EligibilityAnswers>>;

const ageBands = ['under_16', '16_24', '25_39', '40_59', '60_up'] as const;

/** The answers to a question: of incomes and occupations only those that a listed scholarship asks for, and none of them. A place is typed. */
export function optionsOf(
  { t }: TurnContext,
  kind: ConditionKind,
  scholarships: readonly Scholarship[],
): EligibilityOption[] {
  switch (kind) {
    case 'age':
      return ageBands.map((value) => ({ value, label: capitalised(t('fact-age', { value: `age_${value}` })) }));
    case 'occupation': {
      const asked = new Set(scholarships.flatMap(({ occupationStatus }) => occupationStatus));
      const options = [...asked].map((value) => ({ value, label: t('choice-eligibility-occupation', { value }) }));
      return [...options, { value: 'other', label: t('choice-eligibility-other') }];
    }
    case 'income': {
      const asked = new Set<string>(scholarships.flatMap(({ income }) => income));
      // Who is recognised as poor meets what asks for a low income as well.
      const wanted = households.filter((value) => asked.has(value) || (asked.has('low') && value !== 'none'));
      const options = wanted.map((value) => ({ value, label: t('choice-eligibility-household', { value }) }));
      return [...options, { value: 'none', label: t('choice-eligibility-other') }];
    }
    case 'disability':
      return ['yes', 'no'].map((value) => ({ value, label: t('choice-eligibility-disability', { value }) }));
    case 'ward':
      return [];
  }
}

/** The answer that a typed text names, where it names exactly one. */
export function optionTyped(options: readonly EligibilityOption[], text: string): EligibilityOption | undefined {
  const words = plainWords(text).replace(/^(?:da |dung |em |minh |toi |tui |la |thuoc |i am |i m |we are )+/, '');
  const named = options.filter(({ label }) => plainWords(label) === words);
  const [only, ...others] =
    named.length > 0 ? named : options.filter(({ label }) => words.length > 2 && plainWords(label).includes(words));
  return others.length === 0 ? only : undefined;
}

/** The answers with one more; undefined for a value that is no answer to the question. */
export function answeredWith(
  answers: EligibilityAnswers,
  kind: ConditionKind,
  value: unknown,
): Record<string, unknown> | undefined {
  const given = kind === 'disability' ? ({ yes: true, no: false } as Record<string, unknown>)[String(value)] : value;
  return given === undefined ? undefined : { ...answers, [fieldOf[kind]]: given };
}

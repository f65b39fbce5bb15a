import type { Facets, Fit, Hit, Leaning, Miss } from '../discovery/index.ts';
import type { FactKind, Told } from '../learners/index.ts';

type Audiences = NonNullable<Leaning['audiences']>;

const audienceOfRole: Readonly<Record<NonNullable<Told['role']>, Audiences>> = {
  teacher: ['teachers'],
  student: ['students'],
  job_seeker: ['job_seekers'],
  worker: ['workers'],
  small_business: ['small_business'],
  parent: ['parents'],
  senior: ['seniors'],
  organiser: ['teachers'],
};

const audienceOfAge: Readonly<Record<NonNullable<Told['age_band']>, Audiences>> = {
  under_16: ['children', 'students'],
  '16_24': ['students'],
  '25_39': [],
  '40_59': [],
  '60_up': ['seniors'],
};

const disabled: Audiences = ['persons_with_disabilities'];

function audienceOfGoal(goal: NonNullable<Told['goal']>): Audiences {
  if ('occupation' in goal || goal.kind === 'new_job') return ['job_seekers'];
  if (goal.kind === 'own_business') return ['small_business'];
  return goal.kind === 'help_child' ? ['parents'] : [];
}

/** Facts that only lean, by what shows that they did. */
const shownBy: Readonly<Partial<Record<FactKind, (Fit | Miss)['kind']>>> = {
  role: 'audience',
  age_band: 'audience',
  disability: 'audience',
  level: 'level',
  device: 'computer',
};

/** Of the facts a search took into account those that show in what it found; what asks for a condition always does. */
export function noticedFacts(used: readonly FactKind[], hits: readonly Hit[]): FactKind[] {
  const seen = new Set(hits.flatMap(({ reasons, misses }) => [...reasons, ...misses].map(({ kind }) => kind)));
  return used.filter((kind) => {
    const sign = shownBy[kind];
    return sign === undefined || seen.has(sign);
  });
}

/** What facts only lean towards: they move courses a little and ask for nothing. */
export function leaningOfFacts(
  told: Told,
  facets: Facets,
): { readonly leaning: Leaning; readonly used: readonly FactKind[] } {
  const groups = groupsOf(told);
  const hasGroups = facets.audience === undefined && groups.length > 0;
  const hasLevel = facets.level === undefined && told.level !== undefined;
  const leaning: Leaning = {
    ...(hasGroups ? { audiences: [...new Set(groups.flatMap(({ audiences }) => audiences))] } : {}),
    ...(hasLevel ? { level: told.level } : {}),
    ...(told.device === undefined ? {} : { device: told.device }),
  };
  const used: FactKind[] = [
    ...(hasGroups ? groups.map(({ kind }) => kind) : []),
    ...(hasLevel ? ['level' as const] : []),
    ...(told.device === undefined ? [] : ['device' as const]),
  ];
  return { leaning, used };
}

function groupsOf(told: Told): readonly { readonly kind: FactKind; readonly audiences: Audiences }[] {
  const { role, age_band: band, wheelchair, disability, goal } = told;
  const groups = [
    { kind: 'role' as const, audiences: role === undefined ? [] : audienceOfRole[role] },
    { kind: 'age_band' as const, audiences: band === undefined ? [] : audienceOfAge[band] },
    { kind: 'wheelchair' as const, audiences: wheelchair === undefined ? [] : disabled },
    { kind: 'disability' as const, audiences: disability === undefined ? [] : disabled },
    { kind: 'goal' as const, audiences: goal === undefined ? [] : audienceOfGoal(goal) },
  ];
  return groups.filter(({ audiences }) => audiences.length > 0);
}

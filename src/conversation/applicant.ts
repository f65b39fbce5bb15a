import type { Facets } from '../discovery/index.ts';
import type { Told } from '../learners/index.ts';
import type { Applicant, OccupationStatus } from '../opportunities/index.ts';
import { plainWords } from './phrases.ts';

/** What keeps somebody from learning, as they said now or before. */
export interface Barriers {
  readonly money: boolean;
  readonly device: boolean;
  readonly network: boolean;
}

const shortOfMoney =
  /(?:^| )(?:(?:khong|ko|k|hong|chua|het) (?:co |du |con )?tien|(?:nha |gia dinh |hoan canh )?(?:\S+ )?ngheo|(?:hoan canh|kinh te|gia canh)(?: \S+){0,3} kho khan|kho khan ve (?:tien|kinh te|tai chinh)|(?:cant|can t|cannot) (?:afford|pay)|(?:no|not enough) money|(?:i m|i am|we are) poor)(?: |$)/;

/** @param said what they look for in their own words: a barrier may stand in it */
export function barriersOf(told: Told, said: string): Barriers {
  return {
    money: told.budget === 0 || saysShortOfMoney(said),
    device: told.device !== undefined,
    network: told.data !== undefined,
  };
}

export function saysShortOfMoney(said: string): boolean {
  return shortOfMoney.test(plainWords(said));
}

const agesOf: Readonly<Record<NonNullable<Told['age_band']>, NonNullable<Applicant['ages']>>> = {
  under_16: { from: 0, to: 15 },
  '16_24': { from: 16, to: 24 },
  '25_39': { from: 25, to: 39 },
  '40_59': { from: 40, to: 59 },
  '60_up': { from: 60, to: 120 },
};

const occupationOfRole: Readonly<Partial<Record<NonNullable<Told['role']>, OccupationStatus>>> = {
  teacher: 'teacher',
  student: 'student',
  job_seeker: 'job_seeker',
  worker: 'worker',
  small_business: 'small_business',
  senior: 'retired',
};

const occupationOfAudience: Readonly<Record<string, OccupationStatus>> = {
  teachers: 'teacher',
  students: 'student',
  workers: 'worker',
  job_seekers: 'job_seeker',
  small_business: 'small_business',
};

/** What scholarships ask about, from what is known of the learner; what is said now comes before it. */
export function applicantOf(told: Told, facets: Facets, said: string): Applicant {
  const groups = facets.audience?.value ?? [];
  const named = groups.flatMap((group) => occupationOfAudience[group] ?? []);
  const own = told.role === undefined ? undefined : occupationOfRole[told.role];
  const occupation = named.length > 0 ? named : own === undefined ? [] : [own];
  const hasDisability =
    told.disability !== undefined || told.wheelchair !== undefined || groups.includes('persons_with_disabilities');
  return {
    ...(told.age_band === undefined ? {} : { ages: agesOf[told.age_band] }),
    ...(told.place === undefined ? {} : { wards: told.place.wards }),
    ...(hasDisability ? { hasDisability: true } : {}),
    ...(occupation.length === 0 ? {} : { occupation }),
    ...(barriersOf(told, said).money ? { isShortOfMoney: true } : {}),
  };
}

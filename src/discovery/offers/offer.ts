import type { Audience } from '../../catalogue/index.ts';
import type { Conditions } from '../../opportunities/index.ts';

/** What the city offers besides courses. */
export const offerKinds = ['workshop', 'scholarship', 'internship', 'place'] as const;
export type OfferKind = (typeof offerKinds)[number];

/** Those that are about a subject. A place is about none: where it is decides, so that it has an index of its own. */
export const subjectKinds = ['workshop', 'scholarship', 'internship'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

interface Common {
  /** The row's own number, unique within its kind. */
  readonly key: number;
  /** Official code of the ward where it is, if it is anywhere. */
  readonly ward: string | undefined;
  /** The last day, as days since 1970, on which it is in answers; Infinity where it names none. */
  readonly until: number;
  readonly wheelchair: boolean | undefined;
  /** Its source no longer lists it: it stands behind what is sure. */
  readonly isUnconfirmed: boolean;
}

/** What this process keeps of an offer to choose by; what is shown is read from the database. */
export type OfferFacts =
  | (Common & { readonly kind: 'workshop'; readonly startsAt: number; readonly audience: readonly Audience[] })
  | (Common & { readonly kind: 'scholarship'; readonly conditions: Conditions })
  | (Common & { readonly kind: 'internship' });

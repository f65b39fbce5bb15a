import type { PlaceKind } from '../../access/index.ts';
import type { Audience } from '../../catalogue/index.ts';
import type { Conditions } from '../../opportunities/index.ts';

/** What the city offers besides courses. */
export const offerKinds = ['workshop', 'scholarship', 'internship', 'place'] as const;
export type OfferKind = (typeof offerKinds)[number];

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
  | (Common & { readonly kind: 'internship' })
  | (Common & {
      readonly kind: 'place';
      readonly place: PlaceKind;
      readonly wifi: boolean | undefined;
      readonly hasComputers: boolean;
    });

/** What somebody needs of a place. */
export const placeNeeds = ['computers', 'wifi', 'lending', 'library', 'centre'] as const;
export type PlaceNeed = (typeof placeNeeds)[number];

/** Whether a place has what is needed of it; where a file does not tell of Wi-Fi, nobody is sent for it. */
export function serves(place: Extract<OfferFacts, { kind: 'place' }>, need: PlaceNeed): boolean {
  switch (need) {
    case 'computers':
      return place.place === 'computer_room' || place.hasComputers;
    case 'wifi':
      return place.place === 'wifi' || place.wifi === true;
    case 'lending':
      return place.place === 'device_lending';
    case 'library':
      return place.place === 'library';
    case 'centre':
      return place.place === 'learning_centre';
  }
}

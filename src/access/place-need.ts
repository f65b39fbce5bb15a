import type { Place, PlaceKind } from './place.ts';

/** What somebody needs of a place. */
export const placeNeeds = ['computers', 'wifi', 'lending', 'library', 'centre'] as const;
export type PlaceNeed = (typeof placeNeeds)[number];

const computers = /máy (?:vi )?tính|laptop|computer|\bpc\b/iu;

const needOfKind: Readonly<Record<PlaceKind, PlaceNeed>> = {
  library: 'library',
  learning_centre: 'centre',
  wifi: 'wifi',
  computer_room: 'computers',
  device_lending: 'lending',
};

/** What a place surely has; where a file does not tell of Wi-Fi, nobody is sent for it. */
export function servedNeeds({ kind, wifi, equipment, lends }: Place): readonly PlaceNeed[] {
  const served = new Set<PlaceNeed>([needOfKind[kind]]);
  if (wifi === true) served.add('wifi');
  if (equipment.some((each) => computers.test(each))) served.add('computers');
  if (lends) served.add('lending');
  return [...served];
}

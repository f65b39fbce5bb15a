/**
 * When people may be written to: the moment itself, or the end of the quiet hours it falls into. Handed in by the
 * application, which knows the city's quiet hours.
 */
export type AllowedFrom = (moment: Date) => Date;

/** The moment at which something is done, and when people may hear of it. */
export interface Moment {
  readonly now: Date;
  readonly allowedFrom: AllowedFrom;
}

const hour = 3_600_000;

/** A seat is held this long for who was offered one. */
export const offerHours = 12;

/** So long before the start no seat is offered any more, and no offer lasts longer. */
export const lastOfferHours = 2;

/** When a workshop's last offer ends. From then on a free seat belongs to whoever registers at once. */
export function offersEnd(startsAt: Date): Date {
  return new Date(startsAt.getTime() - lastOfferHours * hour);
}

/** How long an offer made now holds its seat. */
export function offerUntil(now: Date, startsAt: Date): Date {
  return new Date(Math.min(now.getTime() + offerHours * hour, offersEnd(startsAt).getTime()));
}

export function hoursAfter(moment: Date, hours: number): Date {
  return new Date(moment.getTime() + hours * hour);
}

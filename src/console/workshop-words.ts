import type { Translator } from '../locales/index.ts';
import { wardByCode } from '../places/index.ts';
import type { NeedKind, Needs, RegistrationState, Workshop, WorkshopView } from '../workshops/index.ts';

/** "Nhà văn hóa Thanh niên, Phường Sài Gòn"; a dash for a workshop without a place. */
export function whereText({
  place,
  ward,
}: {
  readonly place?: string | undefined;
  readonly ward?: string | undefined;
}): string {
  const parts = [place, ward === undefined ? undefined : wardByCode(ward)?.fullName];
  return parts.filter((part) => part !== undefined).join(', ') || '–';
}

/** "12/30", held seats counted; the number alone without a limit. */
export function seatsText({ taken, offered, capacity }: Pick<Workshop, 'taken' | 'offered' | 'capacity'>): string {
  const held = taken + offered;
  return capacity === undefined ? String(held) : `${held}/${capacity}`;
}

export const viewNames = {
  upcoming: 'console-workshops-upcoming',
  past: 'console-workshops-past',
  cancelled: 'console-workshops-cancelled',
} as const satisfies Readonly<Record<WorkshopView, string>>;

export const stateNames = {
  taken: 'console-seat-taken',
  offered: 'console-seat-offered',
  waiting: 'console-seat-waiting',
  cancelled: 'console-seat-cancelled',
  declined: 'console-seat-declined',
  expired: 'console-seat-expired',
} as const satisfies Readonly<Record<RegistrationState, string>>;

const needNames = {
  wheelchair: 'console-need-wheelchair',
  hearing: 'console-need-hearing',
  seeing: 'console-need-seeing',
  other: 'console-need-other',
} as const satisfies Readonly<Record<NeedKind, string>>;

/** What help somebody needs, in words; empty for none. */
export function needsText(t: Translator, { kinds, text }: Needs): string {
  const words = kinds.map((kind) => t(needNames[kind])).join(', ');
  return [words, text ?? ''].filter((part) => part !== '').join(': ');
}

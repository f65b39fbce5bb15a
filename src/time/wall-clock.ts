/** What the clocks of a time zone show. Months count from 1; day and month may run over when a moment is made of them. */
export interface WallClock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

/** By time zone: making one takes longer than a hundred uses of it. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timezone: string): Intl.DateTimeFormat {
  const known = formats.get(timezone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: timezone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(timezone, format);
  return format;
}

/** What the clocks of a time zone show at a moment. */
export function wallClock(moment: Date, timezone: string): WallClock {
  const parts = Object.fromEntries(
    formatOf(timezone)
      .formatToParts(moment)
      .map((part) => [part.type, Number(part.value)]),
  );
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0 } = parts;
  return { year, month, day, hour, minute };
}

/**
 * The moment at which the clocks of a time zone show something. Tried twice, because the distance from UTC may differ before and after a
 * change of the clocks; a time that such a change leaves out becomes the one an hour later.
 */
export function atWallClock(shown: WallClock, timezone: string): Date {
  const { year, month, day, hour, minute } = shown;
  const asUtc = Date.UTC(year, month - 1, day, hour, minute);
  let moment = asUtc;
  for (let tries = 0; tries < 2; tries++) {
    const there = wallClock(new Date(moment), timezone);
    moment += asUtc - Date.UTC(there.year, there.month - 1, there.day, there.hour, there.minute);
  }
  return new Date(moment);
}

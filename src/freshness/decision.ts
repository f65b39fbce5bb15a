import type { DecidedFields } from '../catalogue/index.ts';
import { standingOf } from '../catalogue/index.ts';
import type { ActKind } from './schema.ts';

/** What somebody who knows says of an offer. Days are `YYYY-MM-DD`. */
export type Decision =
  | { readonly kind: Exclude<ActKind, 'revised'> }
  | { readonly kind: 'revised'; readonly startsOn: string | undefined; readonly endsOn: string | undefined };

/** `ended`: a course that is over by its dates is confirmed by giving new ones. `order`: it ends before it starts. */
export type DecisionRefusal = 'ended' | 'order';

const empty = { sunk_until: null, hidden_at: null } as const;

/** Where an offer stands by its fields on a day of the city. */
export function standingOfFields(fields: DecidedFields, today: string) {
  return standingOf(
    {
      startsOn: fields.starts_on ?? undefined,
      endsOn: fields.ends_on ?? undefined,
      confirmedOn: fields.confirmed_on,
      isClosed: fields.closed_at !== null,
      isHidden: fields.hidden_at !== null,
    },
    today,
  );
}

/** The fields of a course after a decision; the same ones when it says nothing new. */
export function decided(
  fields: DecidedFields,
  decision: Decision,
  { now, today }: { readonly now: Date; readonly today: string },
): DecidedFields | DecisionRefusal {
  switch (decision.kind) {
    case 'closed':
      return fields.closed_at === null ? { ...fields, closed_at: now.toISOString() } : fields;
    case 'restored':
      return { ...fields, ...empty, closed_at: null };
    case 'confirmed': {
      const next = confirmed(fields, today);
      return standingOfFields(next, today) === 'ended' ? 'ended' : next;
    }
    case 'revised': {
      const { startsOn, endsOn } = decision;
      if (startsOn !== undefined && endsOn !== undefined && endsOn < startsOn) return 'order';
      const next = revised(confirmed(fields, today), startsOn ?? null, endsOn ?? null, now);
      return standingOfFields(next, today) === 'ended' ? 'ended' : next;
    }
  }
}

function confirmed(fields: DecidedFields, today: string): DecidedFields {
  const confirmed_on = fields.confirmed_on > today ? fields.confirmed_on : today;
  return { ...fields, ...empty, confirmed_on, reconfirmed_on: today, closed_at: null };
}

/** What the file says is remembered at the first time: later files that say the same change nothing. */
function revised(fields: DecidedFields, starts_on: string | null, ends_on: string | null, now: Date): DecidedFields {
  if (fields.starts_on === starts_on && fields.ends_on === ends_on) return fields;
  const filed =
    fields.dates_revised_at === null ? { filed_starts_on: fields.starts_on, filed_ends_on: fields.ends_on } : {};
  return { ...fields, ...filed, starts_on, ends_on, dates_revised_at: now.toISOString() };
}

/** The names of the fields in which two states differ. */
export function changedNames(one: DecidedFields, other: DecidedFields): (keyof DecidedFields)[] {
  return (Object.keys(one) as (keyof DecidedFields)[]).filter((name) => one[name] !== other[name]);
}

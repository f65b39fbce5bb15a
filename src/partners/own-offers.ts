import { ownedPlaces } from '../access/index.ts';
import {
  type OwnedBy,
  type OwnedFieldKind,
  type OwnedRow,
  type OwnedRows,
  ownedCourses,
  readDay,
  readLine,
  readMoney,
  readSeats,
  readText,
  readUrl,
} from '../catalogue/index.ts';
import type { Clock, Database } from '../database/index.ts';
import type { FreshnessDesk } from '../freshness/index.ts';
import { ownedInternships, ownedScholarships } from '../opportunities/index.ts';
import { noteAudit } from '../staff/index.ts';
import { cityTime } from '../time/index.ts';

/** What an organisation keeps itself; its workshops have pages of their own. */
export const ownOfferKinds = ['courses', 'scholarships', 'internships', 'places'] as const;
export type OwnOfferKind = (typeof ownOfferKinds)[number];

const tables: Readonly<Record<OwnOfferKind, OwnedRows>> = {
  courses: ownedCourses,
  scholarships: ownedScholarships,
  internships: ownedInternships,
  places: ownedPlaces,
};

/** As the audit log calls them. */
const subjects = {
  courses: 'course',
  scholarships: 'scholarship',
  internships: 'internship',
  places: 'place',
} as const;

export const ownOfferSteps = ['confirm', 'hide', 'show'] as const;
export type OwnOfferStep = (typeof ownOfferSteps)[number];

/** An offer by its kind and public id, in the name of an organisation and by a member of staff. */
export interface OwnOffer {
  readonly kind: OwnOfferKind;
  readonly organisationId: number;
  readonly id: string;
}

/** Where organisations keep their own offers. Of anybody else's nothing is found; every step is noted. */
export interface OwnOffersDesk {
  list(look: {
    kind: OwnOfferKind;
    organisationId: number;
    limit: number;
    offset: number;
  }): Promise<readonly OwnedRow[]>;
  find(offer: OwnOffer): Promise<OwnedRow | undefined>;
  /** `ended`: a course that is over by its dates cannot be confirmed. */
  step(offer: OwnOffer, step: OwnOfferStep, staffId: number): Promise<'done' | 'none' | 'ended'>;
  /** Reads what was written for a kind; see `readOwnValues`. */
  read(kind: OwnOfferKind, given: Readonly<Record<string, string>>): ReadValues;
  /** Changes fields; those that are not of the kind are passed over. False when there is no such offer. */
  edit(offer: OwnOffer, values: OwnValues, staffId: number): Promise<boolean>;
}

export type OwnValues = Readonly<Record<string, string | number | null>>;

export function createOwnOffersDesk(options: {
  readonly database: Database;
  readonly clock: Clock;
  readonly timezone: string;
  /** Courses are confirmed and closed there, with the reports about them and a way back. */
  readonly freshness: FreshnessDesk;
}): OwnOffersDesk {
  const { database, clock, timezone, freshness } = options;
  const by = (kind: OwnOfferKind, staffId: number): OwnedBy => {
    const now = clock();
    return {
      now,
      today: cityTime(now, timezone).day,
      note: (tx, id, action, fields) =>
        noteAudit(tx, {
          by: staffId,
          action: `offer.${action}`,
          subject: { kind: subjects[kind], id },
          detail: { fields: fields.join(' ') },
          at: now,
        }),
    };
  };
  return {
    list: ({ kind, ...look }) => tables[kind].list(database.db, look),
    find: ({ kind, organisationId, id }) => tables[kind].find(database.db, organisationId, id),
    async step({ kind, organisationId, id }, step, staffId) {
      if (kind === 'courses') {
        const decision = { kind: step === 'hide' ? ('closed' as const) : ('confirmed' as const) };
        const outcome = await freshness.decide({ organisationId }, id, decision, { via: 'staff', staffId });
        if (outcome.ok) return 'done';
        return outcome.refusal === 'ended' ? 'ended' : 'none';
      }
      const done = await database.transaction((tx) => tables[kind][step](tx, organisationId, id, by(kind, staffId)));
      return done ? 'done' : 'none';
    },
    read: (kind, given) => readOwnValues(kind, given, cityTime(clock(), timezone).day),
    edit: ({ kind, organisationId, id }, values, staffId) =>
      database.transaction((tx) => tables[kind].edit(tx, organisationId, id, values, by(kind, staffId))),
  };
}

/** What may be edited of a kind, in the order of the form. */
export function ownFields(kind: OwnOfferKind): readonly (readonly [field: string, kind: OwnedFieldKind])[] {
  return Object.entries(tables[kind].fields);
}

type ReadValues = { readonly values: OwnValues } | { readonly wrong: readonly string[] };

const readers: Readonly<
  Record<
    OwnedFieldKind,
    (cell: string) => { readonly value?: string | number | undefined } | { readonly problem: string }
  >
> = {
  line: readLine(300),
  text: readText(20_000),
  url: readUrl,
  day: readDay,
  past_day: readDay,
  count: readSeats,
  money: readMoney('số tiền', 10_000_000_000),
};

/**
 * Reads what was written for a kind by the rules by which a file is read; an empty value takes one away, except the name. Fields that the
 * kind does not have are not looked at; what has happened is not of a later day than `today`. @returns the values, or the fields that are wrong
 */
function readOwnValues(kind: OwnOfferKind, given: Readonly<Record<string, string>>, today: string): ReadValues {
  const values: Record<string, string | number | null> = {};
  const wrong: string[] = [];
  for (const [field, fieldKind] of ownFields(kind)) {
    const written = given[field];
    if (written === undefined) continue;
    const read = readers[fieldKind](written.trim());
    const isNamed = field === 'title' || field === 'name';
    const isAhead = fieldKind === 'past_day' && 'value' in read && String(read.value ?? '') > today;
    if ('problem' in read || isAhead || (isNamed && read.value === undefined)) wrong.push(field);
    else values[field] = read.value ?? null;
  }
  return wrong.length > 0 ? { wrong } : { values };
}

import { placeKind } from '../access/index.ts';
import {
  type ColumnSet,
  courseKind,
  demandKind,
  type ImportKind,
  type ImportRequest,
  type ImportResult,
  importRows,
  type MissingCounts,
  type MissingOptions,
  occupationKind,
  organisationKind,
} from '../catalogue/index.ts';
import type { Database, Queryable } from '../database/index.ts';
import { historyKind } from '../insights/index.ts';
import { internshipKind, scholarshipKind } from '../opportunities/index.ts';
import { type AllowedFrom, workshopKind } from '../workshops/index.ts';

/** What can be imported, and how. */
export interface CityKind {
  readonly columns: ColumnSet;
  /** Imports a file of the kind, as `importRows` does. */
  run(database: Database, request: ImportRequest): Promise<ImportResult>;
  /** How many sample rows there are. */
  countSample(db: Queryable): Promise<number>;
  /** See `ImportKind.noteMissing`. */
  readonly noteMissing: ((database: Database, options: MissingOptions) => Promise<MissingCounts>) | undefined;
}

export type CityKinds = Readonly<Record<string, CityKind>>;

/** Every kind of file that the city imports, by the name that the command and the console give it, in the order of the console's list. */
export function cityKinds(city: {
  readonly timezone: string;
  /** When somebody may be told that a workshop has changed. */
  readonly allowedFrom: AllowedFrom;
}): CityKinds {
  return {
    courses: of(courseKind),
    organisations: of(organisationKind),
    workshops: of(workshopKind(city)),
    scholarships: of(scholarshipKind),
    internships: of(internshipKind),
    places: of(placeKind),
    occupations: of(occupationKind),
    demand: of(demandKind),
    history: of(historyKind),
  };
}

function of<Row extends { readonly id: string }>(kind: ImportKind<Row>): CityKind {
  return {
    columns: kind.columns,
    run: (database, request) => importRows(database, kind, request),
    countSample: (db) => kind.countSample(db),
    noteMissing: kind.noteMissing,
  };
}

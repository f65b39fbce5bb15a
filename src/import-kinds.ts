import {
  demandKind,
  type ImportRequest,
  type ImportResult,
  importFile,
  importRows,
  occupationKind,
} from './catalogue/index.ts';
import type { Database } from './database/index.ts';
import { type AllowedFrom, workshopKind } from './workshops/index.ts';

/** Imports one kind of file. */
export type ImportOfKind = (database: Database, request: ImportRequest) => Promise<ImportResult>;

/** What can be imported, by the name of its kind: one table for the command and the console. */
export function importKinds(city: { readonly timezone: string; readonly allowedFrom: AllowedFrom }) {
  return {
    courses: (database, request) => importFile(database, { ...request, kind: 'courses' }),
    workshops: (database, request) => importRows(database, workshopKind(city), request),
    occupations: (database, request) => importRows(database, occupationKind, request),
    demand: (database, request) => importRows(database, demandKind, request),
  } satisfies Record<string, ImportOfKind>;
}

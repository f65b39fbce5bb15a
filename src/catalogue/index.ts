export {
  type Audience,
  audiences,
  type Course,
  type Level,
  type Mode,
  type ScheduleSlot,
  scheduleSlots,
} from './course.ts';
export {
  type Cell,
  readAudience,
  readLine,
  readSeats,
  readText,
  readWard,
  readWords,
  readYesNo,
} from './import/cells.ts';
export { columnSet } from './import/columns.ts';
export { demandKind } from './import/demand.ts';
export {
  ImportInterrupted,
  type ImportPreview,
  type ImportRequest,
  type ImportResult,
  importFile,
  importRows,
} from './import/import-file.ts';
export { type ImportKind, ownedBy } from './import/kind.ts';
export { occupationKind } from './import/occupations.ts';
export { FileRefused, type RowProblem } from './import/problem.ts';
export { type ImportRun, recentImports } from './import/recent.ts';
export { rowReader } from './import/row-reader.ts';
export {
  type ImportedOccupation,
  importedOccupations,
  type MonthOfDemand,
  recentDemand,
} from './occupations.ts';
export {
  bumpCatalogueVersion,
  catalogueVersion,
  courseById,
  coursesByKeys,
  ensureOrganisation,
  findOrganisation,
  listCourses,
  organisationNames,
  streamCourses,
} from './repository.ts';
export { loadSampleData } from './sample-data.ts';
export {
  type Dated,
  offeredUntil,
  type Standing,
  standingOf,
  standingRules,
  standingSql,
  standings,
} from './standing.ts';

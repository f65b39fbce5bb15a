export {
  type Audience,
  audiences,
  type Course,
  type Level,
  type Mode,
  type ScheduleSlot,
  scheduleSlots,
  unlistedDays,
} from './course.ts';
export {
  type DecidedChange,
  type DecidedCourse,
  type DecidedFields,
  lockCatalogue,
  lockDecided,
  writeDecided,
} from './decision.ts';
export { courseKind } from './import/apply.ts';
export {
  type Cell,
  readAudience,
  readDay,
  readLine,
  readListOf,
  readMoney,
  readNumberIn,
  readOneOf,
  readSeats,
  readText,
  readUrl,
  readWard,
  readWards,
  readWords,
  readYesNo,
} from './import/cells.ts';
export { type ColumnSet, columnSet } from './import/columns.ts';
export { demandKind } from './import/demand.ts';
export { derivedId, readId } from './import/ids.ts';
export {
  ImportInterrupted,
  type ImportPreview,
  type ImportRequest,
  type ImportResult,
  importFile,
  importRows,
} from './import/import-file.ts';
export { type ImportKind, ownedBy } from './import/kind.ts';
export { readMappingText } from './import/mapping.ts';
export type { MissingCounts, MissingOptions } from './import/missing.ts';
export { occupationKind } from './import/occupations.ts';
export { organisationKind } from './import/organisations.ts';
export { FileRefused, type RowProblem } from './import/problem.ts';
export { type ImportRun, recentImports } from './import/recent.ts';
export {
  type ChangeKind,
  changeKinds,
  deleteOldImportReports,
  type FieldChange,
  findReport,
  type ImportReport,
  linesKept,
  listReports,
  type ReportLine,
  reportLines,
} from './import/report.ts';
export { type RowReader, rowReader } from './import/row-reader.ts';
export { tableKind } from './import/table-kind.ts';
export { kindVersion, kindVersions, raiseKindVersion } from './kind-version.ts';
export {
  type ImportedOccupation,
  importedOccupations,
  type MonthOfDemand,
  recentDemand,
} from './occupations.ts';
export {
  ensureOrganisation,
  findOrganisation,
  type Organisation,
  type OrganisationKind,
  organisationById,
  organisationByIdOrKey,
  organisationNames,
  streamOrganisations,
} from './organisation.ts';
export { ownedCourses } from './owned-courses.ts';
export { type OwnedBy, type OwnedFieldKind, type OwnedRow, type OwnedRows, ownedRows } from './owned-rows.ts';
export {
  bumpCatalogueVersion,
  catalogueState,
  catalogueVersion,
  courseById,
  coursesByKeys,
  coursesChangedSince,
  listCourses,
  noteCoursesRemoved,
  streamCourses,
} from './repository.ts';
export { type ReviewedCourse, reviewedCourse, setReviewed } from './review.ts';
export { loadSampleData, type SampleState, sampleSource, sampleStates } from './sample-data.ts';
export { inSlices } from './slices.ts';
export {
  type Dated,
  offeredUntil,
  type Standing,
  standingOf,
  standingRules,
  standingSql,
  standings,
} from './standing.ts';

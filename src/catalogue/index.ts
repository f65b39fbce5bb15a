export {
  type Audience,
  audiences,
  type Course,
  type Level,
  type Mode,
  type ScheduleSlot,
  scheduleSlots,
} from './course.ts';
export { ImportInterrupted, type ImportRequest, type ImportResult, importFile } from './import/import-file.ts';
export { FileRefused, type RowProblem } from './import/problem.ts';
export {
  bumpCatalogueVersion,
  catalogueVersion,
  courseById,
  coursesByKeys,
  listCourses,
  streamCourses,
} from './repository.ts';
export { loadSampleData } from './sample-data.ts';

export { type Ask, findAsks, listAsks } from './ask.ts';
export type { Decision } from './decision.ts';
export { createFreshnessDesk, type DecisionOutcome, type FreshnessDesk, type Reach } from './desk.ts';
export { type LinkHolder, linkDays, linkHolder, makeConfirmLink, revokeConfirmLinks } from './link.ts';
export { freshnessPersonalData } from './personal-data.ts';
export { noteReport, noteReportTold, type ReportNews, reportNewsDue, settleOvertaken } from './report.ts';
export { deleteOldActs, deleteOldLinks, deleteOldReports } from './retention.ts';
export type { ActKind } from './schema.ts';
export {
  ageBands,
  type ConfirmList,
  confirmList,
  countAges,
  countStale,
  listStale,
  type StaleCourse,
  type StaleFilter,
  type StaleState,
  staleStates,
} from './stale.ts';
export type { Actor } from './undo.ts';

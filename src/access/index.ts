export {
  askLoan,
  cancelLoan,
  type DeviceLoan,
  deleteOldLoans,
  extendLoan,
  fetchHours,
  type LoanOutcome,
  type LoanRefusal,
  loanByKey,
  loanKeptDays,
  offerDevices,
  openLoansAt,
  openLoansOf,
} from './device-loan.ts';
export { type DeviceStock, freeOf, stockOf } from './device-stock.ts';
export { createLoanDesk, type LoanDesk, type LoanStep } from './loan-desk.ts';
export { type LoanNews, loanNewsDue, noteLoanNewsTold } from './loan-news.ts';
export {
  dropReporters,
  fewestShown,
  monthOf,
  networkMonths,
  noteWeakNetwork,
  weakNetworks,
} from './network-report.ts';
export { type OpeningHours, readOpeningHours, type Span, spansOn } from './opening-hours.ts';
export { isOpenAt, type OpeningMoment, type OpeningState, openingState } from './opening-state.ts';
export { ownedPlaces } from './owned.ts';
export { accessPersonalData } from './personal-data.ts';
export { type Place, type PlaceKind, placeById, placesByKeys, streamPlaces } from './place.ts';
export { createPlaceDesk, type PlaceCorrection, type PlaceDesk, type PlaceOutcome } from './place-desk.ts';
export { createPlaceFinder } from './place-finder.ts';
export {
  buildPlaceIndex,
  fartherKm,
  type IndexedPlace,
  type PlaceHit,
  type PlaceIndex,
  type PlaceQuery,
} from './place-index.ts';
export { placeKind } from './place-kind.ts';
export { listPlaces, type PlaceReach, placeWithin } from './place-list.ts';
export { type PlaceNeed, placeNeeds } from './place-need.ts';
export {
  countReportedPlaces,
  deleteOldPlaceReports,
  notePlaceReport,
  notePlaceReportTold,
  type PlaceReportNews,
  placeReportNewsDue,
  type ReportReason,
  reportedPlaces,
} from './place-report.ts';
export { devices, reportReasons } from './schema.ts';

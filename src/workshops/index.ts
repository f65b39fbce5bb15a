export type { AllowedFrom, Moment } from './allowed.ts';
export { attendedWorkshops } from './attended.ts';
export { type CalendarWords, workshopCalendar } from './calendar.ts';
export {
  type AttendanceCertificate,
  certificateByCode,
  issueCertificate,
  longestCertificateName,
} from './certificate.ts';
export { type CheckInOutcome, checkIn, registrationOfScan, type Scan, undoCheckIn, walkIn } from './check-in.ts';
export { createWorkshop, type WorkshopInput } from './create.ts';
export { feedbackOf, longestWorkshopComment, recordComment, recordFeedback } from './feedback.ts';
export { type FoundWorkshop, findWorkshops, type WorkshopWish } from './find.ts';
export { workshopKind } from './import-kind.ts';
export { listWorkshops, searchWorkshops, type WorkshopView, workshopViews } from './list.ts';
export {
  type ChangedField,
  dropStaleNotices,
  type Notice,
  type NoticeKind,
  noticesDue,
  settleNotice,
  type WorkshopChanges,
} from './notice.ts';
export { noOfferTexts, offerSeats, whyNotOffered } from './offers.ts';
export { workshopsPersonalData } from './personal-data.ts';
export {
  createProgramme,
  listProgrammes,
  mostSessions,
  noteAgreed,
  noteSession,
  type ProgrammeInput,
  type ProgrammeKind,
  programmeMembers,
  type SessionTime,
} from './programme.ts';
export {
  type ApprovalOutcome,
  approveProposal,
  changeProposal,
  countProposals,
  listProposals,
  longestProposalNote,
  type Proposal,
  type ProposedWorkshop,
  proposalById,
  proposeWorkshop,
  returnProposal,
  withdrawProposal,
} from './proposal.ts';
export {
  attendeesOf,
  longestNeeds,
  type NeedKind,
  type Needs,
  newSeatCode,
  type Registration,
  type RegistrationState,
  readSeatCode,
  registrationByCode,
  registrationByKey,
  registrationOfLearner,
  registrationsOfAccount,
  registrationsOfLearner,
} from './registration.ts';
export { makeReminders } from './reminders.ts';
export { loadSampleWorkshops } from './sample-data.ts';
export {
  needKinds,
  programmeKinds,
  proposalStates,
  registrationStates,
  seriesSteps,
  workshopStatuses,
} from './schema.ts';
export {
  type AcceptOutcome,
  acceptOffer,
  cancelRegistration,
  declineOffer,
  type GiveUpOutcome,
  noteNeeds,
  type RegisterOutcome,
  register,
  undoCancel,
} from './seats.ts';
export { type Recurrence, repeatWorkshop, startsOfSeries, updateFollowing } from './series.ts';
export { streamUpcomingWorkshops, workshopsVersion } from './upcoming.ts';
export {
  type CancelOutcome,
  cancelWorkshop,
  type UpdateOutcome,
  updateWorkshop,
  type WorkshopPatch,
} from './update.ts';
export { withdrawRegistration } from './withdraw.ts';
export {
  deepLinkId,
  mapLink,
  seatsLeft,
  type Workshop,
  workshopById,
  workshopIdPattern,
  workshopsByKeys,
} from './workshop.ts';

export {
  type Application,
  type ApplicationStatus,
  applicationOfAccount,
  applicationStatuses,
  applicationsOf,
  type Standing,
} from './application.ts';
export {
  answerQuestion,
  apply,
  decidedKeptDays,
  longestAnswer,
  longestReason,
  undecidedKeptDays,
  withdrawApplication,
} from './apply.ts';
export {
  type Actor,
  type ApplicationDesk,
  createApplicationDesk,
  type Outcome,
  type Refusal,
  type SeenApplication,
} from './desk.ts';
export { askForFeedback, commentOnOrganisation, rateOrganisation } from './feedback.ts';
export { type ApplicationNews, applicationNewsDue, noteNewsTold } from './news.ts';
export { applicationsPersonalData } from './personal-data.ts';
export { deleteOldApplications } from './retention.ts';

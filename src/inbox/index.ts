export { answerText } from './answer-text.ts';
export { type Case, type CaseFilter, countOpenCases, type Scope } from './case.ts';
export { tellOfDanger, wasInDanger } from './danger.ts';
export {
  type Actor,
  type CaseInFull,
  createInboxDesk,
  type InboxDesk,
  type Outcome,
  type Refusal,
  type SharedLine,
  sharedLines,
  type Words,
} from './desk.ts';
export { expireCases } from './expiry.ts';
export { type DisputedGrade, type GradeFacts, openGradeCase } from './grade.ts';
export { answerDeadline, type Expected, expectedAnswer, openingHours } from './hours.ts';
export {
  addToCase,
  type ChatConsent,
  closeOwnCase,
  type Opener,
  type OwnCase,
  openCases,
  openFeedback,
  openHandOver,
  openReport,
} from './person.ts';
export { inboxPersonalData } from './personal-data.ts';
export { deleteOldCaseTexts } from './retention.ts';
export { type CaseKind, type CaseStatus, caseKinds, caseStatuses } from './schema.ts';
export { closeSettledReports } from './settled.ts';
export type { CasePlace, InboxWords } from './words.ts';

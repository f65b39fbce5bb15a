export {
  type ContentGap,
  closeContentGap,
  contentGaps,
  countContentGaps,
  deleteOldGaps,
  noteContentGap,
} from './content-gap.ts';
export { type Distress, distressOf } from './distress.ts';
export { type TutorFigures, tutorFigures } from './figures.ts';
export { isGradable } from './gradable.ts';
export { saysKey } from './guards/r01-no-key.ts';
export {
  type Danger,
  dangers,
  dangersWithout,
  type HelpLine,
  helpLines,
  helpLineTexts,
  isUnverified,
  textsOfHelpLines,
  verifiedDays,
} from './help-line.ts';
export {
  addHelpLine,
  editHelpLine,
  type HelpLineFields,
  type HelpLineOutcome,
  type HelpLineRefusal,
  longestHelpHours,
  longestHelpName,
  longestHelpNote,
  mostShownHelpLines,
  moveHelpLine,
  readHelpNumber,
  showHelpLine,
  verifyHelpLine,
} from './help-line-desk.ts';
export { releaseLeases } from './lease.ts';
export type { RowWorker } from './leased-work.ts';
export type { ModerationState } from './llm/moderation.ts';
export type { ModelSettings } from './llm/settings.ts';
export type { TutorSources } from './llm/sources.ts';
export {
  type HearingSettings,
  longestVoiceSeconds,
  type MediaFailure,
  type MediaResult,
  type NewMedia,
  type TutorMedia,
} from './media.ts';
export {
  deleteOldMedia,
  dropMedia,
  listenStatement,
  mediaConsentSince,
  mediaToldStatement,
  mediaToTell,
  seenInPicture,
} from './media-queue.ts';
export { createMediaWorker } from './media-worker.ts';
export { openModelTutor } from './model-tutor.ts';
export { openHearing } from './open-hearing.ts';
export { tutorPersonalData } from './personal-data.ts';
export type { AskedPlace, NewQuestion, RulesReason, TutorAnswer, TutorQuestion } from './question.ts';
export {
  askStatement,
  deleteOldQuestions,
  dropQuestion,
  questionToTell,
  toldStatement,
} from './question-queue.ts';
export { isQuestion } from './question-words.ts';
export { deleteOldRecords, deleteOldSummaries } from './record.ts';
export { redact } from './redact.ts';
export { type AskedFrom, answerByRules } from './rules/answer.ts';
export { createPassageSearch, type PassageSearch } from './rules/passages.ts';
export { warnShare } from './spending.ts';
export { type Answered, createTutorWorker } from './worker.ts';

export { type Asking, afterAnswer, afterCompare, askHint, freshAsking } from './asking.ts';
export {
  type Cohort,
  closeCohort,
  cohortByCode,
  cohortById,
  cohortOfTeacher,
  cohortsOfTeacher,
  isOpen,
  longestCohortName,
  mostOpenCohorts,
  openCohort,
  reopenCohort,
  setCohortEnd,
  type Teacher,
} from './cohort.ts';
export { newCohortCode, readCohortCode, shownCohortCode } from './cohort-code.ts';
export { type CohortCounts, cohortCounts, cohortFigures } from './cohort-counts.ts';
export {
  deleteEndedMemberships,
  endMembership,
  joinCohort,
  type Membership,
  memberByNumber,
  membershipsOf,
  nameMember,
  takeBackEnding,
} from './cohort-member.ts';
export {
  type CohortProgress,
  cohortProgress,
  type HardItem,
  type MemberProgress,
  type ProgressGroup,
  progressGroups,
} from './cohort-progress.ts';
export {
  acceptInvitation,
  accountsOfCohort,
  cohortOfInvitation,
  deleteEndedTeachings,
  deleteOldInvitations,
  endTeaching,
  inviteTeacher,
  mostTeachers,
  takeBackTeachingEnd,
} from './cohort-teacher.ts';
export { contentFolder } from './content-folder.ts';
export { type ContentProblem, ContentRefused, inOrder, problemAsLine } from './content-problem.ts';
export { checkCriteria } from './criteria-file.ts';
export {
  commentCourse,
  type Enrolment,
  type EnrolmentSource,
  type EnrolmentStatus,
  type EnrolmentYear,
  enrol,
  enrolmentStatus,
  enrolmentsByYear,
  enrolmentsOf,
  longestComment,
  rateCourse,
  takeBackEnrolment,
} from './enrolment.ts';
export type { CriterionStanding, EvidenceFact, RuleStanding } from './evidence.ts';
export { fittingLessons } from './fitting-lessons.ts';
export { type Giveaway, giveawayIn } from './giveaway.ts';
export { type Given, grade, type Verdict } from './grading.ts';
export { afterAttempt, freshLadder, type HintLevel, type Ladder, mayTakeHint, takeHint } from './hint-ladder.ts';
export { type LearningRecord, learningRecordOf } from './learning-record.ts';
export {
  type Card,
  type ChoiceQuestion,
  type Item,
  type Lesson,
  type LessonPicture,
  type Lessons,
  type NumberQuestion,
  type Option,
  type Placement,
  type Question,
  type ShortQuestion,
  type Track,
  type Way,
  type WrongAnswer,
  ways,
  wrongTexts,
} from './lesson.ts';
export { readingBytes } from './lesson-file.ts';
export {
  askedIn,
  asksVariant,
  beginRun,
  cardsOf,
  goOn,
  inWay,
  type LessonRun,
  repeatRun,
  waysOf,
  withAsking,
} from './lesson-run.ts';
export { checkLessons, cityLessons, loadLessons } from './lessons.ts';
export {
  type Attempt,
  type AttemptPlace,
  deleteOldAnswers,
  dueItems,
  failuresOf,
  type ItemMemory,
  lastAttempt,
  memoriesOf,
  noteAttempt,
} from './memory.ts';
export { type Notebook, notebookOf } from './notebook.ts';
export { learningPersonalData } from './personal-data.ts';
export { type Progress, progressOf, progressSince } from './progress.ts';
export { type JudgedAnswer, judgedAnswer, regradeAttempt } from './regrade.ts';
export { takeRestDay } from './rest-day.ts';
export { gradeOf, isMastered, type Memory, type Outcome, type ReviewGrade, reviewed } from './review.ts';
export { withdrawalReasons } from './schema.ts';
export {
  type AssessmentDomain,
  checkSelfAssessments,
  citySelfAssessments,
  type SelfAssessment,
  type SelfAssessments,
  type Situation,
  type Statement,
} from './self-assessment-file.ts';
export type { LevelFound } from './self-assessment-level.ts';
export {
  beginSitting,
  finishSitting,
  noteAnswer,
  type Sitting,
  sittingById,
  sittingsOf,
} from './self-assessment-record.ts';
export {
  type AssessmentFound,
  changesOf,
  type DomainFound,
  findingsOf,
  missedItems,
  scalePlace,
} from './self-assessment-result.ts';
export { mostQuestions, nextItem } from './self-assessment-sitting.ts';
export {
  enrolInTrack,
  finishTrackStatement,
  type LessonFeedback,
  mostDue,
  noteFeedbackStatement,
  type Standing,
  saveRunStatement,
  standingOf,
} from './standing.ts';
export {
  issueTrackCertificate,
  type TrackCertificate,
  trackCertificateByCode,
  trackCertificateByKey,
  withdrawCertificateByStaff,
  withdrawTrackCertificate,
} from './track-certificate.ts';
export { type TrackFinish, trackFinish } from './track-finish.ts';
export { dayAfter, type LearningWeek, setWeeklyGoal } from './weekly-goal.ts';

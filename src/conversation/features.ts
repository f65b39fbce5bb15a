import type { Feature } from './feature.ts';
import { announcementFeature } from './flows/announcement.ts';
import { applicationFormFeature } from './flows/application-form.ts';
import { applicationsFeature } from './flows/applications.ts';
import { careersFeature } from './flows/careers.ts';
import { cohortFeature } from './flows/cohort-feature.ts';
import { consentFeature } from './flows/consent.ts';
import { distressFeature } from './flows/distress.ts';
import { eligibilityFeature } from './flows/eligibility.ts';
import { enrolFeature } from './flows/enrol.ts';
import { eraseFeature } from './flows/erase.ts';
import { exportFeature } from './flows/export.ts';
import { factsFeature } from './flows/facts.ts';
import { feedbackFeature } from './flows/feedback.ts';
import { followUpFeature } from './flows/follow-up.ts';
import { handOverFeature } from './flows/hand-over.ts';
import { internshipFeedbackFeature } from './flows/internship-feedback.ts';
import { learningReminderFeature } from './flows/learning-reminder.ts';
import { lessonsFeature } from './flows/lessons-feature.ts';
import { linkingFeature } from './flows/linking.ts';
import { loansFeature } from './flows/loans.ts';
import { mediaFeature } from './flows/media.ts';
import { modesFeature } from './flows/modes.ts';
import { myCoursesFeature } from './flows/my-courses.ts';
import { notebookFeature } from './flows/notebook.ts';
import { offersFeature } from './flows/offers-feature.ts';
import { organisationFeature } from './flows/organisation.ts';
import { phoneStepsFeature } from './flows/phone-steps.ts';
import { placeReportFeature } from './flows/place-report.ts';
import { privacyFeature } from './flows/privacy.ts';
import { progressFeature } from './flows/progress.ts';
import { relativesFeature } from './flows/relatives.ts';
import { remindFeature } from './flows/remind.ts';
import { reportFeature } from './flows/report.ts';
import { savedWishesFeature } from './flows/saved-wishes.ts';
import { searchUndoFeature } from './flows/search-undo.ts';
import { selfAssessmentFeature } from './flows/self-assessment-feature.ts';
import { setupFeature } from './flows/setup.ts';
import { teachersFeature } from './flows/teachers.ts';
import { trackCertificatesFeature } from './flows/track-certificates.ts';
import { tutorFeature } from './flows/tutor.ts';
import { weakNetworkFeature } from './flows/weak-network.ts';
import { wishHistoryFeature } from './flows/wish-history.ts';
import { workshopsFeature } from './flows/workshops-feature.ts';

/** Every feature, in the order in which `/giup` and `/toi` show them. */
export const features: readonly Feature[] = [
  setupFeature,
  factsFeature,
  myCoursesFeature,
  enrolFeature,
  careersFeature,
  lessonsFeature,
  tutorFeature,
  mediaFeature,
  progressFeature,
  trackCertificatesFeature,
  notebookFeature,
  selfAssessmentFeature,
  workshopsFeature,
  offersFeature,
  loansFeature,
  weakNetworkFeature,
  placeReportFeature,
  eligibilityFeature,
  organisationFeature,
  applicationFormFeature,
  applicationsFeature,
  internshipFeedbackFeature,
  cohortFeature,
  teachersFeature,
  savedWishesFeature,
  searchUndoFeature,
  followUpFeature,
  remindFeature,
  learningReminderFeature,
  wishHistoryFeature,
  relativesFeature,
  handOverFeature,
  feedbackFeature,
  reportFeature,
  modesFeature,
  phoneStepsFeature,
  consentFeature,
  linkingFeature,
  exportFeature,
  eraseFeature,
  privacyFeature,
  announcementFeature,
  distressFeature,
];

/** One table out of a table of each feature; a name of two features is a slip of ours. */
function byName<Value>(tables: readonly (Readonly<Record<string, Value>> | undefined)[]): ReadonlyMap<string, Value> {
  const all = new Map<string, Value>();
  for (const [name, value] of tables.flatMap((table) => Object.entries(table ?? {}))) {
    if (all.has(name)) throw new Error(`Two features are called by ${name}.`);
    all.set(name, value);
  }
  return all;
}

export const featureCommands = byName(features.map((feature) => feature.commands));
export const featurePhrases = byName(features.map((feature) => feature.phrases));
export const featureOpenings = byName(features.map((feature) => feature.openings));
export const featureWordings = features.flatMap((feature) => feature.wordings ?? []);
export const featurePresses = byName(features.map((feature) => feature.presses));
export const featureQuestions = byName(features.map((feature) => feature.questions));

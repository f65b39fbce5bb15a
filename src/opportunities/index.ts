export { type Applicant, type ConditionKind, type Conditions, type Eligibility, eligibilityOf } from './eligibility.ts';
export {
  deleteOldEligibilityAnswers,
  type EligibilityAnswers,
  eligibilityAnswers,
  eligibilityKeptDays,
  forgetEligibilityAnswers,
  households,
  keepEligibilityAnswers,
  keptEligibilityAnswers,
} from './eligibility-answers.ts';
export { type Internship, internshipById, internshipsByKeys, streamInternships } from './internship.ts';
export { internshipKind } from './internship-kind.ts';
export { deleteOldMarks, markKeptDays, markOffer, markOn, unmarkOffer } from './mark.ts';
export { ownedInternships, ownedScholarships } from './owned.ts';
export { opportunitiesPersonalData } from './personal-data.ts';
export { addRating, organisationRating } from './rating.ts';
export {
  type Income,
  type OccupationStatus,
  type Scholarship,
  type StudyLevel,
  scholarshipById,
  scholarshipsByKeys,
  streamScholarships,
} from './scholarship.ts';
export { scholarshipKind } from './scholarship-kind.ts';
export { type ApplicableKind, applicableKinds, giveSeatBack, type OfferKey, openSeats, takeSeat } from './seats.ts';

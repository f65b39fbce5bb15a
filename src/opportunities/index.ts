export { type Applicant, type ConditionKind, type Conditions, type Eligibility, eligibilityOf } from './eligibility.ts';
export { type Internship, internshipById, internshipsByKeys, streamInternships } from './internship.ts';
export { internshipKind } from './internship-kind.ts';
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

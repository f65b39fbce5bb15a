export { findOrCreatePerson, type Person } from './person.ts';
export {
  eraseLearnerData,
  type ExportedData,
  exportLearnerData,
  learnersPersonalData,
  type PersonalDataOwner,
} from './personal-data.ts';

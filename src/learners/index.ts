export { findOrCreatePerson, type Person } from './person.ts';
export {
  type ExportedData,
  eraseLearnerData,
  exportLearnerData,
  learnersPersonalData,
  type PersonalDataOwner,
} from './personal-data.ts';

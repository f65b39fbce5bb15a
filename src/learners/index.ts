export { findOrCreatePerson } from './person.ts';
export {
  type ExportedData,
  eraseLearnerData,
  exportLearnerData,
  learnersPersonalData,
  type PersonalDataOwner,
} from './personal-data.ts';
export { markUnreachable, peopleOnChannel, reachableAgain, setReachable } from './reachability.ts';

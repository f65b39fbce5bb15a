export { findOrCreatePerson } from './person.ts';
export {
  type ExportedData,
  eraseLearnerData,
  exportLearnerData,
  learnersPersonalData,
  type PersonalDataOwner,
} from './personal-data.ts';
export {
  type FactKind,
  type FactSource,
  factKinds,
  forgetFactsStatement,
  noteFactsStatement,
  type Profile,
  profileFacts,
  readProfile,
  type Told,
} from './profile.ts';
export { markUnreachable, peopleOnChannel, reachableAgain, setReachable } from './reachability.ts';

export { eraseAccountData, exportAccountData } from './account.ts';
export { isHeldByOthers, lockAccounts } from './account-lock.ts';
export {
  agreesSince,
  type ConsentOutcome,
  type ConsentPurpose,
  consentPurposes,
  consentsOf,
  deleteOldAskings,
  endUnguardedStatement,
  type GivenConsent,
  giveConsent,
  isAgreed,
  isAgreedByAccount,
  isAgreedOf,
  isAgreedSince,
  mayAskFor,
  needsGuardian,
  refuseConsent,
  withdrawConsent,
  withdrawConsentOfAccount,
} from './consent.ts';
export { deleteOldProofs } from './consent-proof.ts';
export {
  accountsToErase,
  cancelErasure,
  isToErase,
  plannedErasure,
  scheduleErasure,
} from './erasure.ts';
export {
  codeByHash,
  codeById,
  codeMinutes,
  deleteOldCodes,
  hashCode,
  keepCode,
  type LinkCode,
  mayTryCode,
  newCode,
  noteWrongCode,
  readCode,
  shownCode,
} from './link-code.ts';
export {
  type AccountLink,
  type AccountSummary,
  accountSummary,
  finishLinks,
  fitTogether,
  joinAccounts,
  undoableLink,
  undoLink,
} from './linking.ts';
export {
  type KeyedTable,
  type Moved,
  mergeKeyedRows,
  movedIds,
  movedRows,
  moveRows,
  returnRows,
  type StoredRow,
  unmergeKeyedRows,
} from './merge.ts';
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
  factValues,
  forgetFactsStatement,
  type Interest,
  interestId,
  joinedTold,
  learnerRoles,
  noteFactsStatement,
  type Profile,
  profileFacts,
  profileOf,
  readProfile,
  type Told,
} from './profile.ts';
export { markUnreachable, peopleOnChannel, reachableAgain, setReachable } from './reachability.ts';
export {
  type AccountLearner,
  addRelative,
  handOver,
  holdLearner,
  learnersOf,
  longestName,
  mostLearners,
  readName,
  relations,
  renameRelative,
  type WhoLearns,
} from './relatives.ts';

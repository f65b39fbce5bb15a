export { askedConcept } from './asked-concept.ts';
export type { CareerPath, PathStep } from './careers/career-path.ts';
export type { Demand, SkillTrend } from './careers/demand.ts';
export type { NeededSkill, Occupation } from './careers/occupation.ts';
export { skillName } from './careers/skill-name.ts';
export { surelyTaughtBy } from './careers/surely-teaching.ts';
export { taxonomyCounts } from './careers/taxonomy-counts.ts';
export { type NamedConcept, namedConcept } from './concept-match.ts';
export {
  countMarks,
  dismissedCourses,
  type MarkKind,
  markCourse,
  markedCourses,
  marksOnCourse,
  noteOnMark,
  unmarkCourse,
} from './course-mark.ts';
export type { Doubt } from './doubts.ts';
export { createFinder, type Finder } from './finder.ts';
export type { Fit, Miss } from './fit.ts';
export { courseHistory, deleteOldInteractions, type Interaction, noteInteractions } from './interaction.ts';
export { createEmbedder, type EmbeddingSettings } from './meaning/embedder.ts';
export { createMeanings, type Meanings } from './meaning/meanings.ts';
export { type AskedOffers, askedOffers } from './offers/asked-offers.ts';
export { type OfferKind, type SubjectKind, subjectKinds } from './offers/offer.ts';
export type { OfferHit } from './offers/offer-search.ts';
export { leaveOut, type SearchPart, searchParts } from './parts.ts';
export { discoveryPersonalData } from './personal-data.ts';
export { fitEase } from './recommendation/ease.ts';
export { evenWeights } from './recommendation/history-weights.ts';
export {
  createLogBuilder,
  historyOf,
  type InteractionLog,
  learnersOf,
} from './recommendation/interaction-log.ts';
export { bestItems, modelScorer } from './recommendation/model.ts';
export { trainNightly } from './recommendation/nightly-training.ts';
export { cosines, countPairs } from './recommendation/pair-counts.ts';
export { popularity } from './recommendation/popularity.ts';
export { fixedScorer, rowScorer, type Scorer } from './recommendation/scorer.ts';
export { seeded } from './recommendation/seeded.ts';
export { type TrainedInThread, trainInThread } from './recommendation/training-thread.ts';
export type { Refinement } from './refine.ts';
export {
  mostSavedWishes,
  pauseSavedWish,
  removeSavedWish,
  resumeSavedWish,
  type SavedWish,
  type SaveOutcome,
  savedWishesOf,
  saveWish,
} from './saved-wish.ts';
export type { Caution, Hit, Reason, SearchOptions, SearchResult } from './search.ts';
export { taughtBy } from './tagger.ts';
export { fieldTopic, isConcept, prepareTaxonomy, suggestTopics, topicsOfField } from './taxonomy.ts';
export {
  type Condition,
  type Facets,
  type KeptWish,
  keptWish,
  type Leaning,
  type PlaceWish,
  type TopicTerm,
  type Wish,
} from './wish.ts';
export {
  forgetEveryWish,
  forgetWish,
  type LoggedWish,
  missingSkillsStatement,
  recentTopics,
  recentWishes,
  type WishEntry,
  wishStatement,
} from './wish-log.ts';
export { type WishWatchCounts, type WishWatchOptions, watchSavedWishes } from './wish-watch.ts';

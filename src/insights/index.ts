export {
  type HeardKind,
  heardKinds,
  otherTopic,
  type ReachFigure,
  reachFigures,
  type SettledWithin,
  settledWithin,
} from './figure.ts';
export { type HeardFigures, heardByKind, heardYears } from './heard.ts';
export { historyKind } from './history-kind.ts';
export { forgetUnmet, insightsPersonalData } from './personal-data.ts';
export { type Reach, type ReachCounts, reachByWard, reachYears } from './reach.ts';
export { deleteOldMembers } from './retention.ts';
export { type RollUpOptions, rollUpFigures } from './roll-up.ts';
export { wishAnswerKinds } from './schema.ts';
export { type UnmetFilter, type UnmetTopic, type UnmetWishes, unmetByWard, unmetWishes } from './unmet.ts';
export {
  answerWish,
  longestNote,
  type WishAnswer,
  type WishAnswerKind,
  withdrawWishAnswer,
} from './wish-answer.ts';
export { type YearOfHistory, yearlyHistory } from './yearly-history.ts';
export { countedUntil, figuresByYear, type YearOfFigures } from './years.ts';

export { historyKind } from './history-kind.ts';
export { type YearOfHistory, yearlyHistory } from './yearly-history.ts';

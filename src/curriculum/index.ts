export {
  answerCurriculumRequest,
  type CurriculumRequest,
  countCurriculumRequests,
  curriculumRequestById,
  endCurriculumRequest,
  type GivenAnswer,
  listCurriculumRequests,
  longestAnswerNote,
  longestAsk,
  openCurriculumRequest,
  reopenCurriculumRequest,
  takeAnswerBack,
} from './request.ts';
export { requestAnswers, requestStates } from './schema.ts';
export { type CurriculumSources, reviewMonths, type StaleContent, staleCurriculum, touchOfCourse } from './stale.ts';
export type { Touch } from './touched.ts';

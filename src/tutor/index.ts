export { type ContentGap, closeContentGap, contentGaps, deleteOldGaps, noteContentGap } from './content-gap.ts';
export { type Distress, distressOf } from './distress.ts';
export { helpLineTexts } from './help-line.ts';
export { isQuestion } from './question-words.ts';
export { redact } from './redact.ts';
export { type AskedFrom, answerByRules } from './rules/answer.ts';
export { createPassageSearch, type PassageSearch } from './rules/passages.ts';

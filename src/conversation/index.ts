export { type AnnouncementPreview, previewAnnouncements } from './announcement-preview.ts';
export { testCode, testCommand } from './announcement-test.ts';
export { type AnnouncementsOptions, createBatchWriter } from './announcements.ts';
export { tellApplicationNews } from './application-news.ts';
export type { Links } from './context.ts';
export {
  type Conversations,
  type ConversationsOptions,
  createConversations,
  type WatchedChat,
} from './conversations.ts';
export { eraseDueAccounts } from './erasure.ts';
export { placeHits } from './flows/places.ts';
export { createLetterBox } from './letters.ts';
export { type LinkToken, linkToken, readLinkToken } from './link-token.ts';
export { conversationPersonalData } from './personal-data.ts';
export { createPictures, type PictureFile } from './pictures.ts';
export { tellLoanNews, tellPlaceNews } from './place-news.ts';
export { tellReportNews } from './report-news.ts';
export { chatKeptDays, deleteOldFailures, deleteOldTurns, forgetDayAnswers } from './retention.ts';
export type { HistoryEntry, Reply, TurnResult } from './turn-result.ts';
export { agreementPeriod, figuresInWords } from './words/agreement.ts';
export { standingLines } from './words/application.ts';
export { groupLabel } from './words/cohort-pictures.ts';
export { courseDetails as courseFacts } from './words/course-card.ts';
export { wantedInWords } from './words/curriculum.ts';
export { dangerInWords } from './words/danger.ts';
export { day, localDate, localTime } from './words/format.ts';
export { criterionState, evidenceLine, ruleInWords } from './words/notebook.ts';
export { addressOf, offerReasons } from './words/offer.ts';
export { hitInWords } from './words/reasons.ts';
export { createStaffWords } from './words/staff-words.ts';
export { standingInWords } from './words/standing.ts';
export { spanOnPaper } from './words/workshop-time.ts';
export { type NoticeCounts, tellNotices } from './workshop-notices.ts';

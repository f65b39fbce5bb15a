export type { Links } from './context.ts';
export {
  type Conversations,
  type ConversationsOptions,
  createConversations,
  type WatchedChat,
} from './conversations.ts';
export { type LinkToken, linkToken, readLinkToken } from './link-token.ts';
export { conversationPersonalData } from './personal-data.ts';
export { createPictures, type PictureFile } from './pictures.ts';
export { deleteOldTurns } from './retention.ts';
export type { HistoryEntry, Reply, TurnResult } from './turn-result.ts';
export { courseDetails as courseFacts } from './words/course-card.ts';
export { hitInWords } from './words/reasons.ts';

export {
  announcementsOf,
  type Batch,
  type BatchFigures,
  batchesById,
  createBatch,
  endBatch,
  endFinished,
  forgetPaces,
  type NewBatch,
  pendingOfBatches,
  planBatch,
  type StoredAnnouncement,
  setBatchState,
  skipEnded,
} from './batch.ts';
export { planChanges, retryFailed, reviseBatch, withdrawBatch } from './batch-change.ts';
export { type BatchOutcome, type BatchReceipt, batchOutcomes, batchReceipts } from './batch-receipt.ts';
export type { ClaimedBatchRow } from './claim-batch.ts';
export { drain } from './drain.ts';
export {
  answersOfTurn,
  enqueue,
  enqueueStatement,
  type Lane,
  type LaterMessage,
  laterMessages,
  messagesBefore,
  type NewDelivery,
  newestAnnouncement,
  newestMessages,
  type StoredMessage,
  statusesByKey,
  supersede,
  takeBackReminders,
  type UnwrittenMessage,
} from './outbox.ts';
export { channelPause } from './pause.ts';
export { deliveryPersonalData } from './personal-data.ts';
export type { Reservation } from './reservation.ts';
export { deleteOldBatchRows, deleteOldDeliveries } from './retention.ts';
export {
  createSender,
  type Sender,
  type SenderCounts,
  type SenderOptions,
  type SendingChannel,
  type SendOptions,
  type WriteBatch,
} from './sender.ts';
export { announcementsLeft, messagesThisMonth, warnShare } from './usage.ts';

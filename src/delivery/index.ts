export {
  answersOfTurn,
  enqueue,
  enqueueStatement,
  type Lane,
  type LaterMessage,
  laterMessages,
  type NewDelivery,
  newestMessages,
  type StoredMessage,
  supersede,
} from './outbox.ts';
export { channelPause } from './pause.ts';
export { deliveryPersonalData } from './personal-data.ts';
export type { Reservation } from './reservation.ts';
export { deleteOldDeliveries } from './retention.ts';
export { createSender, type Sender, type SenderCounts, type SendingChannel, type SendOptions } from './sender.ts';
export { messagesThisMonth, warnShare } from './usage.ts';

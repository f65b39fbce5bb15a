export { deliveryPersonalData } from './personal-data.ts';
export {
  answersOfTurn,
  enqueue,
  type Lane,
  type LaterMessage,
  laterMessages,
  type NewDelivery,
  newestMessages,
  type StoredMessage,
  supersede,
} from './outbox.ts';
export { createSender, type Sender, type SenderCounts, type SendingChannel } from './sender.ts';
export { deleteOldDeliveries } from './retention.ts';

import type { NewDelivery } from '../../src/delivery/index.ts';

/** When the clocks of delivery tests stand at the beginning. */
export const start = new Date('2026-11-24T03:00:00Z');

/** A reply of one text for the outbox, due at the beginning. */
export function newDelivery(chat: string, text: string, more: Partial<NewDelivery> = {}): NewDelivery {
  return {
    uniqueKey: `${chat}:${text}`,
    channel: 'web',
    chat,
    conversationId: undefined,
    learnerId: undefined,
    turnId: undefined,
    lane: 'reply',
    message: { text: [text], choices: [] },
    via: 'sender',
    dueAt: start,
    ...more,
  };
}

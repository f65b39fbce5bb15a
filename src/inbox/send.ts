import type { Queryable } from '../database/index.ts';
import { enqueue } from '../delivery/index.ts';
import type { OutboundMessage } from '../message/index.ts';
import type { CasePlace } from './words.ts';

/** What is needed to write to the person of a case. */
export interface Recipient extends CasePlace {
  readonly chat: string;
  readonly learnerId: number;
}

/** Puts a message about a case into the outbox, in the lane of answers: the person asked for it. */
export async function sendToPerson(
  tx: Queryable,
  to: Recipient,
  uniqueKey: string,
  message: OutboundMessage,
  at: Date,
): Promise<void> {
  const { channel, chat, conversationId, learnerId } = to;
  const delivery = {
    uniqueKey,
    channel,
    chat,
    conversationId,
    learnerId,
    turnId: undefined,
    message,
    dueAt: at,
  } as const;
  await enqueue(tx, [{ ...delivery, lane: 'reply', via: 'sender' }], at);
}

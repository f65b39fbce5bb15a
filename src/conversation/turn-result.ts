import type { OutboundMessage } from '../message/index.ts';

/** An answer or later message as it was stored; `id` grows with time within a conversation. */
export interface Reply {
  readonly id: string;
  readonly message: OutboundMessage;
  readonly at: Date;
}

/** How a turn ended. A turn that ends in an error throws; the update is then tried again or set aside. */
export type TurnResult =
  | {
      readonly kind: 'answered';
      readonly repeated: boolean;
      readonly replies: readonly Reply[];
      /** Answers that wait in the outbox for the sender to find them. */
      readonly waiting: number;
      /** A question for a model was put into the tutor's queue. */
      readonly asksTutor?: true;
      /** A voice message or a picture was put into the queue of those to be understood. */
      readonly sendsMedia?: true;
      /** What the turn was to begin with is committed with it. */
      readonly hasBegun?: true;
    }
  /** The choice's id was never offered in this conversation: nothing was stored. */
  | { readonly kind: 'choice_never_offered' }
  /** The conversation it goes on with is gone: nothing was stored. */
  | { readonly kind: 'conversation_gone' }
  /** Too many turns wait already, or what the turn was to begin with was refused: nothing was stored, the caller may try again. */
  | { readonly kind: 'busy'; readonly retryAfterSeconds: number };

/** One entry of a conversation as a page shows it. */
export type HistoryEntry =
  | { readonly from: 'person'; readonly text: string; readonly at: Date }
  | { readonly from: 'service'; readonly reply: Reply };

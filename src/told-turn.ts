import type { Conversations, Reply } from './conversation/index.ts';
import type { Clock, Queryable } from './database/index.ts';
import type { ChannelName, InboundContent } from './message/index.ts';

/** Something a worker has ready for a chat. */
export interface ToTell {
  /** The same for the same thing, so that it is told once. */
  readonly updateKey: string;
  readonly channel: ChannelName;
  readonly chat: string;
  readonly content: InboundContent;
  /** Written first in the turn's transaction; false: nothing of the turn is to be. */
  readonly begin?: ((tx: Queryable) => Promise<boolean>) | undefined;
}

/**
 * Tells what a worker has ready, in a turn of its conversation. `gone`: told before by a process that died right then, set aside after too
 * many failures, or nobody is there; it is over. `hasBegun`: what it was to begin with is committed with it.
 */
export async function tellInTurn(
  { conversations, clock }: { readonly conversations: Conversations; readonly clock: Clock },
  { updateKey, channel, chat, content, begin }: ToTell,
): Promise<
  | { readonly ended: 'told'; readonly hasBegun: boolean; readonly replies: readonly Reply[] }
  | { readonly ended: 'gone' | 'busy' }
> {
  const message = { channel, updateKey, chat, person: chat, receivedAt: clock(), content, goesOn: true } as const;
  const result = await conversations.takeTurn(message, begin);
  if (result.kind === 'busy') return { ended: 'busy' };
  return result.kind === 'answered' && !result.repeated
    ? { ended: 'told', hasBegun: result.hasBegun === true, replies: result.replies }
    : { ended: 'gone' };
}

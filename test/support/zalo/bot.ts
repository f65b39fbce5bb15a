import type { BlockedCode, Chat } from './chat.ts';
import type { FetchedPhoto } from './media-url.ts';
import type { Quota } from './quota.ts';
import type { Shape } from './shape.ts';
import type { UpdateQueue } from './update-queue.ts';

/** Everything the server knows about its one bot. */
export interface Bot {
  readonly id: string;
  readonly name: string;
  readonly token: string;
  now(): Date;
  nextMessageId(): string;
  readonly chats: Map<string, Chat>;
  readonly updates: UpdateQueue;
  shape(): Shape;
  readonly quota: Quota;
  readonly doFailedSendsCount: boolean;
  /** How many people may write to the bot. */
  readonly peopleLimit: number;
  readonly strangers: 'refused' | 'reached';
  readonly blockedCode: BlockedCode;
  readonly isFetchingPhotos: boolean;
  readonly fetchedPhotos: FetchedPhoto[];
  /** Files that people sent, by the path of their address. */
  readonly media: Map<string, Uint8Array>;
  /** Aborted by `close()`. */
  readonly closed: AbortSignal;
}

import type { CallbackAnswer } from './callback-query.ts';
import type { Chat } from './chat.ts';
import type { Poll, User } from './message.ts';
import type { Profile } from './profile.ts';
import type { UpdateQueue } from './update-queue.ts';

/** A button press the bot may still answer. */
export interface OpenQuery {
  readonly askedAt: Date;
  answered(answer: CallbackAnswer): void;
}

/** Everything the server knows about its one bot. */
export interface Bot {
  readonly user: User;
  readonly token: string;
  now(): Date;
  readonly chats: Map<number, Chat>;
  readonly updates: UpdateQueue;
  readonly callbackQueries: Map<string, OpenQuery>;
  readonly polls: Map<string, Poll>;
  /** Ids of files that can be sent again, by the kind they may be sent as. */
  readonly files: Map<string, 'photo' | 'document'>;
  /** What people sent as files, by the id that the bot fetches them with. */
  readonly sent: Map<string, Uint8Array>;
  readonly profile: Profile;
  /** Aborted by `close()`. */
  readonly closed: AbortSignal;
}

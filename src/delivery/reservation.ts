import type { ClaimedDelivery } from './claim.ts';

/** A sender's room for one message to a chat, kept while the turn that answers it is written down. */
export interface Reservation {
  /** Whom the row is claimed for, and until when nobody else sends it. */
  readonly owner: string;
  readonly until: Date;
  /** The row is committed, claimed: it is sent at once. */
  begin(delivery: ClaimedDelivery): void;
  /** It is not: the room is free again. Nothing after `begin`. */
  cancel(): void;
}

/** The rooms that are reserved right now. */
export interface Reservations {
  readonly size: number;
  readonly chats: readonly string[];
  /** Makes one for a chat that has none. */
  make(
    chat: string,
    room: { owner: string; until: Date },
    begin: (delivery: ClaimedDelivery) => void,
    onCancel: () => void,
  ): Reservation;
  /** Resolves when none is left. */
  over(): Promise<void>;
}

export function createReservations(): Reservations {
  const open = new Set<string>();
  let waiting: (() => void)[] = [];
  function close(chat: string): boolean {
    if (!open.delete(chat)) return false;
    if (open.size === 0) {
      for (const done of waiting) done();
      waiting = [];
    }
    return true;
  }
  return {
    get size() {
      return open.size;
    },
    get chats() {
      return [...open];
    },
    make(chat, room, begin, onCancel) {
      open.add(chat);
      return {
        ...room,
        begin(delivery) {
          begin(delivery);
          close(chat);
        },
        cancel() {
          if (close(chat)) onCancel();
        },
      };
    },
    over: () => (open.size === 0 ? Promise.resolve() : new Promise((done) => waiting.push(done))),
  };
}

import type { Shape } from './shape.ts';

export interface ChatDescription {
  readonly id: string;
  readonly chat_type: 'PRIVATE' | 'GROUP';
}

/** Who wrote; the name stands in one of three fields. */
export interface Sender {
  readonly id: string;
  readonly is_bot: false;
  readonly display_name?: string;
  readonly name?: string;
  readonly first_name?: string;
}

/** What a message holds besides who, when and where; an unsupported one holds nothing. */
export interface MessageContent {
  readonly message_type?: string;
  readonly text?: string;
  readonly caption?: string;
  readonly photo_url?: string;
  readonly photo?: string;
  readonly voice_url?: string;
  readonly sticker?: string;
  /** A sticker's picture. */
  readonly url?: string;
}

export interface InboundMessage extends MessageContent {
  readonly message_id: string;
  /** Milliseconds, or seconds where the shape says so. */
  readonly date: number;
  readonly from: Sender;
  readonly chat: ChatDescription;
}

/** An event for the bot. It has no id of its own. */
export interface Update {
  readonly event_name: string;
  readonly message: InboundMessage;
}

/** An event before it is given its form. */
export interface Event {
  readonly name: string;
  readonly messageId: string;
  readonly at: Date;
  readonly from: { readonly id: string; readonly name: string };
  readonly chat: ChatDescription;
  readonly content: MessageContent;
}

export function toUpdate({ name, messageId, at, from, chat, content }: Event, shape: Shape): Update {
  const { photo_url: photo, ...rest } = content;
  return {
    event_name: name,
    message: {
      message_id: messageId,
      date: shape.dateUnit === 'seconds' ? Math.floor(at.getTime() / 1000) : at.getTime(),
      from: { id: from.id, [shape.nameField]: from.name, is_bot: false },
      chat,
      ...rest,
      ...(photo === undefined ? {} : { [shape.photoField]: photo }),
    },
  };
}

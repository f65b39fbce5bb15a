import type { ChannelName } from './channel.ts';

/** The two languages the service speaks. Course teaching languages are BCP 47 strings, not this. */
export type Locale = 'vi' | 'en';

/** `hidden`: the platform does not tell what it was (Zalo does so for links, files and protected people). */
export type UnsupportedKind = 'sticker' | 'voice' | 'picture' | 'file' | 'hidden' | 'other';

/** What can be sent to an endpoint that hears or sees. */
export type MediaKind = 'voice' | 'picture';

/** What a person sent, already freed of everything the platform calls it. */
export type InboundContent =
  /** `corrects`: the text replaces that of an earlier message, the platform's id of which is `origin`. */
  | { readonly kind: 'text'; readonly text: string; readonly corrects?: true }
  /**
   * Where the person is: the code of the ward, missing outside the city, and the position (degrees, WGS 84), which serves one answer: no turn
   * and no conversation keeps it.
   */
  | {
      readonly kind: 'place';
      readonly ward?: string;
      readonly point?: { readonly latitude: number; readonly longitude: number };
    }
  /** A pressed choice; `choice` is the id that an earlier message offered. */
  | { readonly kind: 'choice'; readonly choice: string }
  /** The platform's start button or a deep link with its parameter. */
  | { readonly kind: 'start'; readonly parameter?: string }
  /** What the tutor has to say to an earlier question, by its number: nobody sent it. */
  | { readonly kind: 'tutor'; readonly question: number }
  /**
   * A voice message or a picture. `source` is where its channel finds the file (a file's id, an address) for as long as the platform keeps it;
   * `seconds` how long a voice message is, where the platform says so.
   */
  | {
      readonly kind: 'media';
      readonly what: MediaKind;
      readonly source: string;
      readonly seconds?: number;
      readonly caption?: string;
    }
  /** What was understood of a voice message or a picture sent before, by its number: nobody sent it. */
  | { readonly kind: 'heard'; readonly media: number }
  /** A kind of message that the service cannot read: a sticker, a voice message, a picture. */
  | { readonly kind: 'unsupported'; readonly what: UnsupportedKind };

/**
 * One message of one person, as every channel hands it to the turn.
 *
 * `updateKey` names the platform's update: the same key on the same channel is answered once.
 * `chat` is where the answer goes; on the web it is the hash of the conversation's token.
 */
export interface InboundMessage {
  readonly channel: ChannelName;
  readonly updateKey: string;
  readonly chat: string;
  readonly person: string;
  /** The language the platform believes the person speaks; a guess, overruled by the person. */
  readonly locale?: Locale;
  readonly receivedAt: Date;
  /** The platform's id of the message: of what was written, or of the message whose choice was pressed. */
  readonly origin?: string;
  readonly content: InboundContent;
  /** It goes on with a conversation: where that is gone by now, it makes no new one. */
  readonly goesOn?: true;
}

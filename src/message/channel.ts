/** The channels a conversation can run on. */
export type ChannelName = 'web' | 'telegram' | 'zalo';

/** What a channel can show and do; the conversation core never asks which channel it is. */
export interface ChannelCapabilities {
  /** Answers travel with the response to the person's own request, or are carried by the sender. */
  readonly answers: 'in_response' | 'by_sender';
  /** Buttons under a message, or numbered choices that people type. */
  readonly choices: 'buttons' | 'numbers';
  /** Can ask the person to share where they are. */
  readonly location: boolean;
  readonly edit: boolean;
  readonly delete: boolean;
  /** A message with several parts costs as much as several messages: answers are put together into one. */
  readonly together: boolean;
  /**
   * How a picture reaches people: its bytes travel with the message, the other side fetches it from an address of ours, or
   * not at all.
   */
  readonly pictures: 'uploaded' | 'by_address' | 'none';
  readonly files: boolean;
  /** The longest text of one message, in UTF-16 units. */
  readonly textLimit: number;
  /** The longest choice id, in UTF-8 bytes. */
  readonly choiceIdLimit: number;
  /** Messages a calendar month may carry, or none. */
  readonly monthlyQuota: number | undefined;
  /** Hours after the person's last message in which writing is free, or none. */
  readonly freeWindowHours: number | undefined;
}

/** The channels a conversation can run on. */
export type ChannelName = 'web' | 'telegram' | 'zalo';

/** What a channel can show and do; the conversation core never asks which channel it is. */
export interface ChannelCapabilities {
  /** Buttons under a message, or numbered choices that people type. */
  readonly choices: 'buttons' | 'numbers';
  readonly edit: boolean;
  readonly delete: boolean;
  readonly pictures: boolean;
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

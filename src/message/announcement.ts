import type { Locale } from './inbound.ts';

/** A text in the languages it was written in; Vietnamese always. */
export type LocalText = Readonly<{ vi: string; en?: string | undefined }>;

/** What an announcement offers to press. */
export type AnnouncementChoice =
  /** A page to open. */
  | { readonly kind: 'link'; readonly label: LocalText; readonly url: string }
  /** An answer of a poll: one a person, changeable. */
  | { readonly kind: 'answer'; readonly label: LocalText };

/** What is said to many, before it is written for one person. */
export interface Announcement {
  /** The broadcast it belongs to: links, answers and questions name it. */
  readonly broadcastId: number;
  readonly text: LocalText;
  readonly choices: readonly AnnouncementChoice[];
  /** The public id of the workshop to register for. */
  readonly workshop?: string;
}

/** A text in somebody's language, else in Vietnamese. */
export function inLocale(text: LocalText, locale: Locale): string {
  return (locale === 'en' ? text.en : undefined) ?? text.vi;
}

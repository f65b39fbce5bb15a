import type { Queryable } from '../database/index.ts';
import type { Reservation } from '../delivery/index.ts';
import type { Finder, KeptWish } from '../discovery/index.ts';
import type { FactKind, PersonalDataOwner, Profile, Told } from '../learners/index.ts';
import type { Translator } from '../locales/index.ts';
import type { ChannelCapabilities, Choice, Locale, OutboundMessage } from '../message/index.ts';
import type { ChoiceEvent } from './choice-id.ts';
import type { DialogueState } from './state.ts';

/** Builds the addresses that messages carry. */
export interface Links {
  /** The public page of a course. */
  coursePage(courseId: string): string;
  /** The same for friends of the person who are somewhere else; none where nobody could open it. */
  shareCourse(courseId: string, locale: Locale): string | undefined;
  /** A link to the organiser's page that notes that it was followed, where people can reach our address. */
  openCourse(course: { readonly key: number; readonly url: string }, conversationId: number): string;
  /** A private, short-lived link to everything held on the learner of a conversation; none where nobody could open it. */
  export(conversationId: number, now: Date): string | undefined;
}

/** What a flow may use to answer one message. Everything it reads from the database goes through `tx`. */
export interface TurnContext {
  readonly tx: Queryable;
  readonly now: Date;
  /** The city's time zone, in which dates are said. */
  readonly timezone: string;
  readonly turnId: number;
  readonly conversationId: number;
  readonly learnerId: number;
  /** True when this message made the conversation. */
  readonly first: boolean;
  readonly locale: Locale;
  /** The language the person chose, if they did. */
  readonly chosenLocale: Locale | undefined;
  readonly t: Translator;
  readonly state: DialogueState;
  readonly finder: Finder;
  /** Keys of courses the learner does not want to see. */
  readonly dismissed: ReadonlySet<number>;
  /** What the learner told about themselves. */
  readonly profile: Profile;
  readonly capabilities: ChannelCapabilities;
  readonly links: Links;
  readonly personalData: readonly PersonalDataOwner[];
  /** Room to send the answer the moment it is committed, where there is some. */
  reserve(): Reservation | undefined;
  /** A choice this conversation is offered. */
  choice(event: ChoiceEvent, label: string, more?: Partial<Omit<Choice, 'id' | 'label'>>): Choice;
}

/** What a flow decided: messages to send, the state to keep, and what must happen besides. */
export interface Answer {
  readonly messages: readonly OutboundMessage[];
  readonly state: DialogueState;
  readonly effects?: readonly Effect[];
  /** Answers the bubble before as well: what was said to that and has not left yet need not go. */
  readonly coversEarlier?: true;
}

export type Effect =
  | { readonly kind: 'set_locale'; readonly locale: Locale }
  /** Remember what the learner told in this message. */
  | { readonly kind: 'note_facts'; readonly told: Told }
  | { readonly kind: 'forget_facts'; readonly kinds: readonly FactKind[] }
  /** Keep a wish for the city's figures. */
  | { readonly kind: 'record_wish'; readonly wish: KeptWish; readonly results: number }
  /** Erase the learner and this conversation with them; the answer itself is then not stored. */
  | { readonly kind: 'erase' };

import type { SQL } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import type { Reservation } from '../delivery/index.ts';
import type { Finder, KeptWish } from '../discovery/index.ts';
import type { FactKind, FactSource, PersonalDataOwner, Profile, Told, WhoLearns } from '../learners/index.ts';
import type { Lessons, SelfAssessments } from '../learning/index.ts';
import type { Translator } from '../locales/index.ts';
import type {
  Announcement,
  ChannelCapabilities,
  ChannelName,
  Choice,
  Locale,
  MediaKind,
  OutboundMessage,
} from '../message/index.ts';
import type { QuietHours } from '../outreach/index.ts';
import type { NewMedia, NewQuestion, PassageSearch } from '../tutor/index.ts';
import type { ChoiceEvent } from './choice-id.ts';
import type { Presentation } from './manner.ts';
import type { DialogueState } from './state.ts';

/** Builds the addresses that messages carry. */
export interface Links {
  /** The public page of a course. */
  coursePage(courseId: string): string;
  /** The same for friends of the person who are somewhere else; none where nobody could open it. */
  shareCourse(courseId: string, locale: Locale): string | undefined;
  /** A link to the organiser's page that notes that it was followed, where people can reach our address. */
  openCourse(course: { readonly key: number; readonly url: string }, conversationId: number): string;
  /** The public page of a workshop; none where nobody could open it. The same holds for its calendar file and for certificates. */
  shareWorkshop(workshopId: string, locale: Locale): string | undefined;
  /** @param code of a registration, whose entry has the code for the door */
  workshopCalendar(workshopId: string, code?: string): string | undefined;
  /** The page with the code of a registration as a picture that the door reads. */
  workshopTicket(workshopId: string, code: string): string | undefined;
  certificate(code: string): string | undefined;
  /** Where a class is joined with its code: on the web and in Telegram, each none where nobody could open it. */
  joinClass(code: string, locale: Locale): { readonly web: string | undefined; readonly telegram: string | undefined };
  /** A private, short-lived link to the notebook of the learner of a conversation, to read and print; none where nobody could open it. */
  notebook(conversationId: number, now: Date): string | undefined;
  /** The page on what is kept and why; none where nobody could open it. */
  privacy(locale: Locale): string | undefined;
  /** A private, short-lived link to everything held on the learner of a conversation; none where nobody could open it. */
  export(conversationId: number, now: Date): string | undefined;
}

/** What a flow may use to answer one message. Everything it reads from the database goes through `tx`. */
export interface TurnContext {
  readonly tx: Queryable;
  readonly now: Date;
  /** The city's time zone, in which dates are said. */
  readonly timezone: string;
  /** When nothing leaves by itself, so that no reminder may be set then. */
  readonly quietHours: QuietHours | undefined;
  readonly turnId: number;
  readonly conversationId: number;
  readonly learnerId: number;
  /** Who the learner is to the person who writes: oneself, or a relative they look for. */
  readonly learner: WhoLearns;
  /** The person whose conversation this is; the learner is one of theirs. */
  readonly accountId: number;
  readonly channel: ChannelName;
  /** True when this message made the conversation. */
  readonly first: boolean;
  readonly locale: Locale;
  /** The language the person chose, if they did. */
  readonly chosenLocale: Locale | undefined;
  readonly t: Translator;
  readonly state: DialogueState;
  readonly finder: Finder;
  /** The micro-lessons of the city. */
  readonly lessons: Lessons;
  /** What they teach, to be searched. */
  readonly passages: PassageSearch;
  /** A model can be asked, by who agrees to that. */
  readonly hasModel: boolean;
  /** What can be understood besides text, for who agrees to that. */
  readonly hears: Readonly<Record<MediaKind, boolean>>;
  /** Where the answers of this conversation go: the chat of its channel. */
  readonly chat: string;
  /** What people can assess themselves by. */
  readonly selfAssessments: SelfAssessments;
  /** Keys of courses the learner does not want to see. */
  readonly dismissed: ReadonlySet<number>;
  /** What the learner told about themselves. */
  readonly profile: Profile;
  /** How much an answer shows them. */
  readonly presentation: Presentation;
  readonly capabilities: ChannelCapabilities;
  readonly links: Links;
  readonly personalData: readonly PersonalDataOwner[];
  /** What is kept of a code that links accounts. */
  hashCode(code: string): string;
  /** Room to send the answer the moment it is committed, where there is some. */
  reserve(): Reservation | undefined;
  /** A choice this conversation is offered. */
  choice(event: ChoiceEvent, label: string, more?: Partial<Omit<Choice, 'id' | 'label'>>): Choice;
  /** An announcement as it reads in this conversation. */
  announcement(announcement: Announcement, isTest?: true): OutboundMessage;
  /** A choice of a feature: the code and arguments its `presses` know. Arguments are ASCII without dots; the whole id stays within 64 bytes. */
  offer(code: string, args: readonly string[], label: string, more?: Partial<Omit<Choice, 'id' | 'label'>>): Choice;
}

/** What a flow decided: messages to send, the state to keep, and what must happen besides. */
export interface Answer {
  readonly messages: readonly OutboundMessage[];
  readonly state: DialogueState;
  readonly effects?: readonly Effect[];
  /** Answers the bubble before as well: what was said to that and has not left yet need not go. */
  readonly coversEarlier?: true;
}

/** An answer that settles the very message whose choice was pressed takes its place, where the channel can edit. */
export function inPlace(answer: Answer): Answer {
  return { ...answer, messages: answer.messages.map((message) => ({ ...message, inPlace: true as const })) };
}

export type Effect =
  | { readonly kind: 'set_locale'; readonly locale: Locale }
  /** Remember what the learner told in this message; said in passing unless it was asked or chosen. */
  | { readonly kind: 'note_facts'; readonly told: Told; readonly source?: FactSource }
  | { readonly kind: 'forget_facts'; readonly kinds: readonly FactKind[] }
  /** From now on the conversation is about this learner of its account. */
  | { readonly kind: 'set_learner'; readonly learnerId: number }
  /** Keep a wish for the city's figures. */
  | { readonly kind: 'record_wish'; readonly wish: KeptWish; readonly results: number }
  /** Put a question to the tutor with a model; its answer comes as a turn of its own. */
  | { readonly kind: 'ask_tutor'; readonly question: NewQuestion }
  /** Have a voice message or a picture understood; what comes of it is told in a turn of its own. */
  | { readonly kind: 'send_media'; readonly media: NewMedia }
  /** Something of another module's to be written with the answer; it reads nothing that the answer writes. */
  | { readonly kind: 'write'; readonly statement: SQL }
  /** Erase the person with every learner and conversation of theirs; the answer itself is then not stored. */
  | { readonly kind: 'erase' };

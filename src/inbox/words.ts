import type { ChannelName, Locale, OutboundMessage } from '../message/index.ts';
import type { CaseKind } from './schema.ts';

/** Where something about a case is said. */
export interface CasePlace {
  readonly caseId: number;
  readonly kind: CaseKind;
  readonly conversationId: number;
  readonly channel: ChannelName;
  readonly locale: Locale;
  /** Of `grade`: the question whose answer it is about. */
  readonly about: string | undefined;
}

/** What people are told of their case by itself, said by the conversation. */
export interface InboxWords {
  /** An answer of staff; `closes`: it is the last one. @param name of the member, if residents may see one */
  answer(place: CasePlace, answer: { text: string; name: string | undefined; closes: boolean }): OutboundMessage;
  /** Staff closed the case without a word. */
  closed(place: CasePlace): OutboundMessage;
  /** Staff looked at a grade: the answer was right after all. The words are kept as those of the member. */
  rightAfterAll(place: CasePlace): string;
  /** Staff looked at a grade and left it, without a word. */
  gradeKept(place: CasePlace): OutboundMessage;
  /** Nobody answered in time. */
  unanswered(place: CasePlace): OutboundMessage;
}

import type { Locale } from './inbound.ts';

/** A run of text; light formatting only, so that every channel can show it or drop it. */
export type Span = string | { readonly text: string; readonly bold?: boolean; readonly url?: string };

/** Something the person may press. With `url` it is a link and never comes back as a choice. */
export interface Choice {
  /** ASCII, at most 64 bytes: Telegram's callback limit is the tightest. */
  readonly id: string;
  readonly label: string;
  readonly url?: string;
  /** The id of the course card the choice belongs to; channels with cards show it there. */
  readonly course?: string;
  /** A shorter label for a channel that shows the choice inside its card. */
  readonly shortLabel?: string;
}

/** A course as a channel shows it in a list: facts are lines ready to read ("Miễn phí · tối · Phường Thủ Đức"). */
export interface CourseCard {
  readonly id: string;
  readonly title: string;
  readonly organisation: string;
  /** Absolute http(s) address: the organiser's own page or, where there is none, our public page. */
  readonly url: string;
  /** True for invented sample data; the title shown to people then carries "(mẫu)". */
  readonly sample: boolean;
  readonly facts: readonly string[];
  readonly reasons: readonly string[];
}

/**
 * A picture by what it shows. It is stored in this form and drawn when it is sent or fetched: the outbox stays small, and a
 * message that waited long still shows what is true now.
 */
export type Picture =
  /** What a sitting of a self-assessment told. */
  | { readonly kind: 'self_assessment'; readonly sittingId: number; readonly locale: Locale }
  | { readonly kind: 'course'; readonly courseKey: number; readonly locale: Locale }
  /** The picture of a lesson, by the lesson's id. */
  | { readonly kind: 'lesson'; readonly lesson: string }
  /** How a learner is getting on. */
  | { readonly kind: 'progress'; readonly learnerId: number; readonly locale: Locale }
  | { readonly kind: 'certificate'; readonly certificateKey: number; readonly locale: Locale }
  /** The card with which a class is joined. */
  | { readonly kind: 'cohort_card'; readonly cohortId: number; readonly locale: Locale }
  /** How far a class is, for one who runs it: when they no longer do, there is none. */
  | {
      readonly kind: 'cohort_progress';
      readonly cohortId: number;
      readonly teacherId: number;
      readonly locale: Locale;
    };

export interface Media {
  readonly type: 'picture';
  readonly picture: Picture;
  /** Says what the picture says, for whoever cannot see it. */
  readonly alt: string;
}

/** One message to a person, free of any platform. Shown in order: text, courses, footer, choices. */
export interface OutboundMessage {
  readonly text: readonly Span[];
  readonly courses?: readonly CourseCard[];
  /** Text after the courses, such as how to refine. */
  readonly footer?: readonly Span[];
  readonly choices: readonly Choice[];
  readonly media?: Media;
  /** Takes the place of the message whose choice was pressed, where the channel can edit. */
  readonly inPlace?: true;
  /** The person spares data: what is shown around the message should load little. */
  readonly isLight?: true;
  /** Leads back to the last list; shown as "0" where choices are numbers. */
  readonly back?: Choice;
  /** A file that goes along, made when it is sent: everything held on the learner of the chat. */
  readonly file?: 'export';
  /** The answer may be the place where the person is: channels that can ask for it show a button with this label. */
  readonly asksLocation?: string;
}

/** The spans as plain text: formatting is dropped, a link's address is kept only where it is not its own text. */
function plainText(spans: readonly Span[]): string {
  return spans
    .map((span) => {
      if (typeof span === 'string') return span;
      return span.url !== undefined && span.url !== span.text ? `${span.text} (${span.url})` : span.text;
    })
    .join('');
}

/** The whole message as plain text with line breaks: what a channel without cards shows. */
export function messageAsPlainText(message: OutboundMessage): string {
  const parts = [plainText(message.text)];
  message.courses?.forEach((course, position) => {
    parts.push(
      [
        `${position + 1}. ${course.title}`,
        course.organisation,
        ...course.facts,
        ...course.reasons.map((r) => `→ ${r}`),
      ].join('\n'),
    );
  });
  if (message.footer !== undefined && message.footer.length > 0) parts.push(plainText(message.footer));
  return parts.filter((part) => part !== '').join('\n\n');
}

/** Two messages as one, for channels on which each costs. */
export function joined(first: OutboundMessage, second: OutboundMessage): OutboundMessage {
  const courses = [...(first.courses ?? []), ...(second.courses ?? [])];
  const footer = [...(first.footer ?? []), ...(second.footer ?? [])];
  return {
    ...first,
    ...second,
    text: [...first.text, '\n\n', ...second.text],
    choices: [...first.choices, ...second.choices],
    ...(courses.length === 0 ? {} : { courses }),
    ...(footer.length === 0 ? {} : { footer }),
  };
}

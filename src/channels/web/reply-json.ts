import type { Reply } from '../../conversation/index.ts';
import { messageAsPlainText, type Picture } from '../../message/index.ts';

/** A reply as `POST /api/chat` and the event stream give it. */
export interface ReplyJson {
  readonly id: string;
  readonly text: string;
  readonly choices: readonly {
    readonly id: string;
    readonly label: string;
    readonly url?: string;
    readonly course?: string;
  }[];
  readonly courses?: readonly {
    readonly id: string;
    readonly title: string;
    readonly organisation: string;
    readonly url: string;
    readonly sample: boolean;
    readonly facts: readonly string[];
    readonly reasons: readonly string[];
  }[];
  readonly media?: { readonly type: string; readonly url: string; readonly alt: string };
}

/**
 * The reply in the shape that programs get; `text` alone says everything.
 *
 * @param pictureUrl where a picture can be fetched from now on for an hour or two
 */
export function replyJson({ id, message }: Reply, pictureUrl: (picture: Picture) => string): ReplyJson {
  return {
    id,
    text: messageAsPlainText(message),
    choices: message.choices.map(({ shortLabel: _short, ...choice }) => choice),
    ...(message.courses === undefined ? {} : { courses: message.courses }),
    ...(message.media === undefined
      ? {}
      : { media: { type: message.media.type, url: pictureUrl(message.media.picture), alt: message.media.alt } }),
  };
}

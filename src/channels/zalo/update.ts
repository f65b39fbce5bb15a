import { z } from 'zod';
import type { InboundContent, InboundMessage } from '../../message/index.ts';

const text = z.string();
/** Ids are hex digits so far; what no database could hold or index is no id. */
const id = z.string().regex(/^[\x21-\x7e]{1,128}$/);
const body = z.object({
  event_name: text,
  message: z
    .object({
      message_id: z.union([id, z.number()]).transform(String),
      from: z.object({ id, is_bot: z.boolean().optional() }),
      chat: z.object({ id, chat_type: text.optional() }),
      text: text.optional(),
      caption: text.optional(),
      voice_url: text.optional(),
      photo_url: text.optional(),
      photo: text.optional(),
    })
    .optional(),
});

/** What an update of the Zalo Bot Platform means to us. */
export type ZaloUpdate = { readonly kind: 'message'; readonly message: InboundMessage } | { readonly kind: 'ignored' };

const envelope = z.object({ result: z.record(z.string(), z.unknown()) });

/** The body itself, or what it is wrapped in (`{"ok":true,"result":…}`): both are seen. */
function unwrapped(given: unknown): unknown {
  const wrapped = envelope.safeParse(given);
  return wrapped.success ? wrapped.data.result : given;
}

/** Reads an update in either shape. Never throws: what is not understood, a group's message and a bot's are ignored. */
export function readZaloUpdate(given: unknown, now: Date): ZaloUpdate {
  const parsed = body.safeParse(unwrapped(given));
  if (!parsed.success || parsed.data.message === undefined) return { kind: 'ignored' };
  const { event_name: event, message } = parsed.data;
  if ((message.chat.chat_type ?? 'PRIVATE') !== 'PRIVATE' || message.from.is_bot === true) return { kind: 'ignored' };
  const content = contentOf(event, message);
  if (content === undefined) return { kind: 'ignored' };
  return {
    kind: 'message',
    message: {
      channel: 'zalo',
      // There is no update id; webhooks may be retried and polls may repeat.
      updateKey: `${event}:${message.chat.id}:${message.message_id}`,
      chat: message.chat.id,
      person: message.from.id,
      receivedAt: now,
      origin: message.message_id,
      content,
    },
  };
}

function contentOf(
  event: string,
  message: {
    text?: string | undefined;
    caption?: string | undefined;
    voice_url?: string | undefined;
    photo_url?: string | undefined;
    photo?: string | undefined;
  },
): InboundContent | undefined {
  switch (event) {
    case 'message.text.received':
      return message.text === undefined ? undefined : textContent(message.text);
    case 'message.image.received':
      if (isAddress(message.photo_url ?? message.photo))
        return picture(message.photo_url ?? message.photo ?? '', message.caption);
      return message.caption === undefined || message.caption.trim() === ''
        ? { kind: 'unsupported', what: 'picture' }
        : textContent(message.caption);
    case 'message.voice.received':
      return isAddress(message.voice_url)
        ? { kind: 'media', what: 'voice', source: message.voice_url }
        : { kind: 'unsupported', what: 'voice' };
    case 'message.sticker.received':
      return { kind: 'unsupported', what: 'sticker' };
    case 'message.unsupported.received':
      return { kind: 'unsupported', what: 'hidden' };
    default:
      return undefined;
  }
}

function picture(source: string, caption = ''): InboundContent {
  return { kind: 'media', what: 'picture', source, ...(caption.trim() === '' ? {} : { caption }) };
}

/** Longer ones are no address of a file. */
function isAddress(given: string | undefined): given is string {
  return given !== undefined && given.length <= 2000 && /^https?:\/\/[\x21-\x7e]+$/.test(given);
}

function textContent(written: string): InboundContent {
  return { kind: 'text', text: written };
}

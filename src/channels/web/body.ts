import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { z } from 'zod';
import type { InboundContent } from '../../message/index.ts';

/** The longest text of a message, in bytes of UTF-8. */
const largestText = 64 * 1024;

/**
 * The most that a request may carry: JSON may write every byte of the longest text as six ("\u0007"), a form as three
 * ("%07"), and the other fields stand beside it.
 */
const largestBody = 7 * largestText;

/** Why a request was not understood. */
export type BodyProblem = {
  readonly status: 400 | 413;
  readonly code: string;
  readonly key: string;
  readonly detail?: string;
};

const tooLarge: BodyProblem = { status: 413, code: 'too_large', key: 'api-too-large' };
const neverOffered: BodyProblem = { status: 400, code: 'unknown_choice', key: 'api-unknown-choice' };

/** Reads a body, giving up as soon as it is too long, whatever its length header says. */
export async function readBody(c: Context): Promise<string | BodyProblem> {
  if (Number(c.req.header('content-length') ?? 0) > largestBody) return tooLarge;
  const stream = c.req.raw.body;
  if (stream === null) return '';
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.byteLength;
      if (length > largestBody) {
        await reader.cancel();
        return tooLarge;
      }
      chunks.push(value);
    }
  } catch {
    // The sender hung up in the middle: nobody reads the answer, and it is no fault of ours.
    return { status: 400, code: 'cut_off', key: 'api-cut-off' };
  }
  return Buffer.concat(chunks).toString('utf8');
}

const chatBody = z.object({
  conversation: z.string().optional(),
  text: z.string().optional(),
  choice: z.string().optional(),
  message_id: z.string().optional(),
});

/** A request to the chat, understood. */
export interface ChatRequest {
  readonly conversation: string | undefined;
  /** At most 200 printable ASCII characters. */
  readonly messageId: string | undefined;
  readonly content: InboundContent;
}

/** A message id in a form that can be stored: a short plain one as it is, any other hashed; an empty one is none. */
function plainMessageId(id: string | undefined): string | undefined {
  if (id === undefined || id === '') return undefined;
  if (/^[\x20-\x7e]{1,200}$/.test(id)) return id;
  // JSON tells lone surrogates apart, which UTF-8 cannot.
  return `sha256:${createHash('sha256').update(JSON.stringify(id)).digest('hex')}`;
}

/** A text as it came, blank or not: what it means is the turn's to say. Only nothing at all is no message. */
function textContent(text: string): InboundContent | BodyProblem {
  if (text === '') return { status: 400, code: 'empty_text', key: 'api-empty-text' };
  if (Buffer.byteLength(text) > largestText) return tooLarge;
  return { kind: 'text', text };
}

/** Ids that were offered are short and ASCII; anything else is refused before it reaches the database. */
function choiceContent(choice: string): InboundContent | BodyProblem {
  return /^[\x21-\x7e]{1,200}$/.test(choice) ? { kind: 'choice', choice } : neverOffered;
}

/**
 * Parses the JSON of a chat request.
 *
 * @param pageConversation the conversation of the page that asks, which takes the place of one in the body
 */
export function parseChat(body: string, pageConversation?: string): ChatRequest | BodyProblem {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return { status: 400, code: 'bad_json', key: 'api-bad-json' };
  }
  const parsed = chatBody.safeParse(value);
  const bad = (detail: string): BodyProblem => ({ status: 400, code: 'bad_body', key: 'api-bad-body', detail });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return bad(`${issue?.path.join('.') || 'body'}: ${issue?.message ?? ''}`);
  }
  const { text, choice, message_id: messageId } = parsed.data;
  const conversation = pageConversation ?? parsed.data.conversation;
  if ((text === undefined) === (choice === undefined)) return bad('text | choice');
  if (choice !== undefined && conversation === undefined) return bad('choice: conversation?');
  const content = choice === undefined ? textContent(text ?? '') : choiceContent(choice);
  return 'status' in content ? content : { conversation, messageId: plainMessageId(messageId), content };
}

/** Parses the fields of the page's form; of a button and a text in one form the button counts. */
export function parseForm(body: string): Omit<ChatRequest, 'conversation'> | BodyProblem {
  const fields = new URLSearchParams(body);
  const choice = fields.get('choice');
  const content = choice === null ? textContent(fields.get('text') ?? '') : choiceContent(choice);
  return 'status' in content ? content : { messageId: plainMessageId(fields.get('message_id') ?? ''), content };
}

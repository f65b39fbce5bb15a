import type { Context } from 'hono';
import { z } from 'zod';
import type { InboundContent } from '../../message/index.ts';

/** The most that a request may carry. */
export const largestBody = 64 * 1024;

/** Why a request was not understood. */
export type BodyProblem = {
  readonly status: 400 | 413;
  readonly code: string;
  readonly key: string;
  readonly detail?: string;
};

/** Reads a body, giving up as soon as it is too long, whatever its length header says. */
export async function readBody(c: Context): Promise<string | BodyProblem> {
  const tooLarge: BodyProblem = { status: 413, code: 'too_large', key: 'api-too-large' };
  if (Number(c.req.header('content-length') ?? 0) > largestBody) return tooLarge;
  const stream = c.req.raw.body;
  if (stream === null) return '';
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = stream.getReader();
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
  return Buffer.concat(chunks).toString('utf8');
}

const chatBody = z.object({
  conversation: z.string().max(200).optional(),
  text: z.string().optional(),
  choice: z.string().max(200).optional(),
  message_id: z.string().min(1).max(200).optional(),
});

/** A request to the chat, understood. */
export interface ChatRequest {
  readonly conversation: string | undefined;
  readonly messageId: string | undefined;
  readonly content: InboundContent;
}

/** True when nothing is left of a text but white space and characters nobody can see. */
export function isBlank(text: string): boolean {
  return text.replace(/[\s\p{Cc}\p{Cf}\p{Zs}]/gu, '') === '';
}

/** Parses the JSON of a chat request. */
export function parseChat(body: string): ChatRequest | BodyProblem {
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
  const { conversation, text, choice, message_id: messageId } = parsed.data;
  if ((text === undefined) === (choice === undefined)) return bad('text | choice');
  if (choice !== undefined) {
    if (conversation === undefined) return bad('choice: conversation?');
    return { conversation, messageId, content: { kind: 'choice', choice } };
  }
  if (text === undefined || isBlank(text)) return { status: 400, code: 'empty_text', key: 'api-empty-text' };
  return { conversation, messageId, content: { kind: 'text', text } };
}

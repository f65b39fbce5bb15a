import type { ApiError } from '../scripted-server/api-error.ts';

/** What a method gives back: a result, success without one, or a body to be sent word for word. */
export type Reply =
  | { readonly kind: 'result'; readonly result: unknown }
  | { readonly kind: 'done' }
  | { readonly kind: 'body'; readonly body: string };

export function toBody(reply: Reply): string {
  if (reply.kind === 'body') return reply.body;
  return JSON.stringify(reply.kind === 'done' ? { ok: true } : { ok: true, result: reply.result });
}

export function toErrorBody({ code, description }: ApiError): string {
  return JSON.stringify({ ok: false, error_code: code, description });
}

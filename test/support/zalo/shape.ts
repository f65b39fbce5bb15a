import type { Update } from './update.ts';

/** The forms in which one and the same update was seen or is documented. */
export interface Shape {
  /** Webhook bodies: the update itself, or `{"ok":true,"result":update}`. */
  readonly bodyShape: 'flat' | 'wrapped';
  /** Answers to a poll: `{"ok":true,"result":update}`, the update alone, or a wrapped body inside the envelope. */
  readonly pollShape: 'enveloped' | 'bare' | 'nested';
  readonly nameField: 'display_name' | 'name' | 'first_name';
  readonly photoField: 'photo_url' | 'photo';
  readonly dateUnit: 'milliseconds' | 'seconds';
}

export const usualShape: Shape = {
  bodyShape: 'flat',
  pollShape: 'enveloped',
  nameField: 'display_name',
  photoField: 'photo_url',
  dateUnit: 'milliseconds',
};

export function toWebhookBody(update: Update, { bodyShape }: Shape): string {
  return JSON.stringify(bodyShape === 'flat' ? update : { ok: true, result: update });
}

export function toPollBody(update: Update, { pollShape }: Shape): string {
  if (pollShape === 'bare') return JSON.stringify(update);
  const result = pollShape === 'nested' ? { ok: true, result: update } : update;
  return JSON.stringify({ ok: true, result });
}

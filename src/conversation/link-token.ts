import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * A signed token for a link we hand out: what it leads to and, if it is private, until when. The purpose is part of
 * what is signed, so that a token for one kind of link is worth nothing on another.
 */
export interface LinkToken {
  readonly purpose: 'course' | 'export' | 'notebook' | 'picture' | 'announcement';
  /** Numbers that name what the link is about: course key, conversation id, kind of picture. */
  readonly values: readonly number[];
  readonly expiresAt?: Date;
}

function signature(secret: string, purpose: string, body: string): string {
  return createHmac('sha256', secret).update(`link|${purpose}|${body}`).digest('base64url').slice(0, 22);
}

/** The token as it stands in an address: URL-safe, about 35 characters. */
export function linkToken(secret: string, token: LinkToken): string {
  const numbers = [...token.values, Math.floor((token.expiresAt?.getTime() ?? 0) / 1000)];
  const body = numbers.map((value) => value.toString(36)).join('-');
  return `${body}.${signature(secret, token.purpose, body)}`;
}

/** The numbers of a token of this purpose, or undefined when it is not ours or has expired. */
export function readLinkToken(
  secret: string,
  purpose: LinkToken['purpose'],
  token: string,
  now: Date,
): readonly number[] | undefined {
  const cut = token.indexOf('.');
  if (cut < 1 || token.length > 120) return undefined;
  const body = token.slice(0, cut);
  const given = Buffer.from(token.slice(cut + 1));
  const expected = Buffer.from(signature(secret, purpose, body));
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const numbers = body.split('-').map((part) => Number.parseInt(part, 36));
  const expires = numbers.pop() ?? 0;
  if (expires !== 0 && expires * 1000 < now.getTime()) return undefined;
  return numbers;
}

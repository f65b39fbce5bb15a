import { createHash, randomBytes } from 'node:crypto';

/** A new conversation's token: 256 random bits that only the person's browser or program keeps. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database knows of a token: who reads the database cannot enter a conversation. */
export function chatOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Whether a string can be a token at all. */
export function isToken(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text);
}

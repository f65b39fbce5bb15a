import fc from 'fast-check';
import { expect, it } from 'vitest';
import { choiceId, readChoiceId } from '../../src/conversation/choice-id.ts';
import { linkToken, readLinkToken } from '../../src/conversation/link-token.ts';

const secret = 'a secret of the test';

it('reads back what was offered, in the conversation it was offered in', () => {
  const id = choiceId(secret, 7, { action: 'report_reason', args: ['zz9', 'gone'] });
  expect(readChoiceId(secret, 7, id)).toEqual({ action: 'report_reason', args: ['zz9', 'gone'] });
  expect(readChoiceId(secret, 8, id)).toBeUndefined();
  expect(readChoiceId('another secret', 7, id)).toBeUndefined();
});

it('fits the tightest platform: 64 bytes', () => {
  const id = choiceId(secret, Number.MAX_SAFE_INTEGER, {
    action: 'report_reason',
    args: [Number.MAX_SAFE_INTEGER.toString(36), 'place'],
  });
  expect(Buffer.byteLength(id)).toBeLessThanOrEqual(64);
});

it('refuses whatever was never offered', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), (text) => {
      expect(readChoiceId(secret, 7, text)).toBeUndefined();
    }),
  );
  const id = choiceId(secret, 7, { action: 'save', args: ['1'] });
  expect(readChoiceId(secret, 7, id.replace('s.1', 's.2'))).toBeUndefined();
});

it('reads a link token back for its purpose only, until it expires', () => {
  const now = new Date('2026-11-24T00:00:00Z');
  const expiresAt = new Date('2026-11-24T00:15:00Z');
  const token = linkToken(secret, { purpose: 'export', values: [12], expiresAt });
  expect(readLinkToken(secret, 'export', token, now)).toEqual([12]);
  expect(readLinkToken(secret, 'course', token, now)).toBeUndefined();
  expect(readLinkToken(secret, 'export', token, new Date('2026-11-24T00:15:01Z'))).toBeUndefined();
  expect(readLinkToken(secret, 'export', `${token}x`, now)).toBeUndefined();
  expect(readLinkToken(secret, 'export', '', now)).toBeUndefined();
});

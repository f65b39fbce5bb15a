import { expect, it } from 'vitest';
import { parseChat, parseForm } from '../../../src/channels/web/body.ts';

it('keeps a short message id, hashes one that cannot be stored as it is, and takes an empty one for none', () => {
  const idOf = (id: string) => {
    const request = parseChat(JSON.stringify({ text: 'a', message_id: id }));
    return 'status' in request ? request.status : request.messageId;
  };
  expect(idOf('m1')).toBe('m1');
  expect(idOf('')).toBeUndefined();
  const odd = ['m\u0000', 'm\u0001', '\ud800', '\udbff', 'x'.repeat(201), 'x'.repeat(202), 'tin số 1'];
  const hashed = odd.map(idOf);
  for (const id of hashed) expect(id).toMatch(/^sha256:[0-9a-f]{64}$/);
  expect(new Set(hashed).size).toBe(odd.length);
  expect(odd.map(idOf)).toEqual(hashed);
});

it('gives the page’s own conversation to what its script sends', () => {
  expect(parseChat('{"text":"a","conversation":"b"}', 'c')).toMatchObject({ conversation: 'c' });
  expect(parseChat('{"choice":"d~x"}', 'c')).toMatchObject({ content: { kind: 'choice', choice: 'd~x' } });
});

it('takes a pressed button of a form before the text beside it', () => {
  expect(parseForm('text=a&choice=d~x&message_id=m')).toEqual({
    messageId: 'm',
    content: { kind: 'choice', choice: 'd~x' },
  });
});

import { expect, it } from 'vitest';
import { isSpeltRight } from '../../src/text/index.ts';

it.each(['người', 'tiếng', 'gì', 'giếng', 'quyển', 'khuya', 'uống', 'yêu', 'nghiêng', 'kế', 'hòa', 'thuở'])(
  '"%s" is spelt as a syllable can be',
  (word) => expect(isSpeltRight(word)).toBe(true),
);

it.each(['ngừoi', 'nứoc', 'trìnhf', 'họạ', 'bânf', 'klông'])('"%s" is not', (word) =>
  expect(isSpeltRight(word)).toBe(false),
);

import { expect, it } from 'vitest';
import { fromVni } from '../../src/text/index.ts';

it.each([
  ['ho5c', 'học'],
  ['tie61ng', 'tiếng'],
  ['buo6n', 'buôn'],
  ['d9u7o75c', 'được'],
  ['la65p', 'lập'],
  ['ngu7o72i', 'người'],
  ['nau61', 'nấu'],
])('reads "%s" as "%s"', (typed, meant) => {
  expect(fromVni(typed, true)).toBe(meant);
});

it('reads a tone alone only in a message that is surely typed so, since it may be a number', () => {
  expect(fromVni('lop5', false)).toBeUndefined();
  expect(fromVni('ban1', true)).toBe('bán');
});

it.each(['hsk4', 'mp3', 'excel2016', 'n5', 'b2', '3d', ''])('leaves "%s" alone', (word) => {
  expect(fromVni(word, true)).toBeUndefined();
});

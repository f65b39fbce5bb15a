import { expect, it } from 'vitest';
import { wordForms } from '../../src/discovery/word-forms.ts';

const catalogue = new Set([
  'stock',
  'stocks',
  'trading',
  'trade',
  'plugins',
  'composite',
  'studies',
  'boxes',
  'planning',
  'bass',
  'class',
]);
const formsOf = (word: string): string[] => wordForms(word, (form) => catalogue.has(form)).sort();

it.each([
  ['stock', ['stocks']],
  ['stocks', ['stock']],
  ['trade', ['trading']],
  ['plugin', ['plugins']],
  ['compositing', ['composite']],
  ['study', ['studies']],
  ['box', ['boxes']],
  ['plan', ['planning']],
])('knows other forms of "%s"', (word, forms) => {
  expect(formsOf(word)).toEqual(forms);
});

it('offers nothing that the catalogue has not, and no other word', () => {
  expect(formsOf('mql4')).toEqual([]);
  expect(formsOf('guitar')).toEqual([]);
});

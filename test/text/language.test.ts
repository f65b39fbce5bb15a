import { expect, test } from 'vitest';
import { detectLanguage } from '../../src/text/index.ts';

test.each([
  'học nấu ăn',
  'hoc ke toan buoi toi',
  'may va',
  'tieng anh giao tiep',
  'excel cho nguoi moi',
  'học marketing online',
])('%s is Vietnamese', (text) => {
  expect(detectLanguage(text)).toBe('vi');
});

test.each([
  'python for beginners',
  'I want to learn cooking',
  'english classes near district 3',
  'machine learning data science',
  'cheap graphic design course',
])('%s is English', (text) => {
  expect(detectLanguage(text)).toBe('en');
});

test('a word of both languages is in the language asked for', () => {
  expect(detectLanguage('excel')).toBe('vi');
  expect(detectLanguage('excel', 'en')).toBe('en');
  expect(detectLanguage('', 'en')).toBe('en');
});

import { describe, expect, it } from 'vitest';
import { hasForeignTitle } from '../../src/discovery/title-language.ts';
import { tokens } from '../../src/text/index.ts';

describe('titles of courses said to be in English', () => {
  it.each([
    'Curso completo de guitarra para principiantes',
    'Apprendre le piano avec plaisir',
    'Introducción a la contabilidad',
    'Finanzielle Unabhängigkeit',
    '株式投資の基礎',
    'Бухгалтерия для начинающих',
  ])('%s is in another language', (title) => {
    expect(hasForeignTitle(tokens(title))).toBe(true);
  });

  it.each([
    'Guitar: play five songs in a day',
    'Learn Spanish for beginners',
    'How to play Für Elise on the piano',
    'Moonlight and Clair de Lune',
    'Photoshop CC',
    'Brew the perfect café latte at home',
  ])('%s is in English', (title) => {
    expect(hasForeignTitle(tokens(title))).toBe(false);
  });
});

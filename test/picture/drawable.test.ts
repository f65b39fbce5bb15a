import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawable } from '../../src/picture/drawable.ts';
import { loadFont } from '../../src/picture/font.ts';

const { bold } = await loadFont();

it.each([
  ['Kế toán vỡ lòng', 'Kế toán vỡ lòng'],
  ['Kế toán'.normalize('NFD'), 'Kế toán'],
  ['𝐊𝐡𝐨́𝐚 𝐡𝐨̣𝐜 ①', 'Khóa học 1'],
  ['🎸 Guitar 👨‍👩‍👧 cho bé', 'Guitar cho bé'],
  ['Tiếng Nhật 日本語 N5 (日本)', 'Tiếng Nhật … N5 (…)'],
  ['نص عربي', '…'],
  ['a\u202eb\u200b\ufeff\u0000\u0007c', 'abc'],
  ['a\ud83d b\udc00', 'a b'],
  ['một\n\n hai\t\u00a0ba', 'một hai ba'],
  ['<b>&"\'', '<b>&"\''],
  ['', ''],
])('%j is drawn as %j', (text, drawn) => {
  expect(drawable(text, bold)).toBe(drawn);
});

it('keeps letters from growing to the sky', () => {
  expect(drawable(`e${'\u0301'.repeat(60)}`, bold).length).toBeLessThan(5);
});

it('leaves only what the font has, whatever comes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      for (const character of drawable(text, bold)) expect(bold(character.codePointAt(0) ?? 0)).toBeDefined();
    }),
  );
});

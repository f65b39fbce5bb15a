import { describe, expect, test } from 'vitest';
import { createTermIndexBuilder, type TermIndex } from '../../src/discovery/term-index.ts';
import { tokens } from '../../src/text/index.ts';

function indexOf(...documents: readonly (readonly string[])[]): TermIndex {
  const builder = createTermIndexBuilder();
  for (const fields of documents) {
    for (const field of fields) builder.count(tokens(field), 1);
    builder.endDocument();
  }
  return builder.finish();
}

/** Documents by written form. */
function documentsOf(index: TermIndex, folded: string): Record<string, number[]> {
  return Object.fromEntries(index.forms(folded).map((form) => [form.accented, [...form.documents]]));
}

describe('the term index', () => {
  test('finds every written form of a folded word, each with its documents in order', () => {
    const index = indexOf(['bán hàng'], ['đóng bàn ghế'], ['bán hoa'], ['ban nhạc']);
    expect(documentsOf(index, 'ban')).toEqual({ bán: [0, 2], bàn: [1], ban: [3] });
    expect(index.frequency('ban')).toBe(4);
  });

  test('finds pairs of neighbours, but none across the end of a field or with a word left out', () => {
    const index = indexOf(['kế toán thuế', 'viên chức'], ['kế hoạch toán']);
    expect(documentsOf(index, 'ke toan')).toEqual({ 'kế toán': [0] });
    expect(documentsOf(index, 'toan thue')).toEqual({ 'toán thuế': [0] });
    expect(index.forms('thue vien')).toEqual([]);
    expect(index.forms('ke thue')).toEqual([]);
  });

  test('counts a document once that holds two forms of a word', () => {
    const index = indexOf(['bán bàn'], ['bán']);
    expect(index.frequency('ban')).toBe(2);
    expect(index.frequency('ban')).toBe(2);
  });

  test('weighs a word that comes again more, and less than twice as much', () => {
    const index = indexOf(['yoga'], ['yoga', 'yoga'], ['múa', 'yoga', 'yoga', 'yoga']);
    const [form] = index.forms('yoga');
    const [once = 0, twice = 0, thrice = 0] = form?.weights ?? [];
    expect(once).toBeGreaterThan(0);
    expect(twice).toBeGreaterThan(once);
    expect(twice).toBeLessThan(2 * once);
    expect(thrice).toBeGreaterThan(twice);
    expect(thrice).toBeLessThan(256);
  });

  test('knows nothing of words it has not seen, and its folded words once each', () => {
    const index = indexOf(['Bán bàn'], []);
    expect(index.forms('xe')).toEqual([]);
    expect(index.forms('ban xe')).toEqual([]);
    expect(index.frequency('xe may')).toBe(0);
    expect([...index.words]).toEqual(['ban']);
  });
});

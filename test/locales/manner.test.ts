import { readFileSync } from 'node:fs';
import { FluentResource } from '@fluent/bundle';
import { describe, expect, it } from 'vitest';
import { addressed } from '../../src/locales/address.ts';
import { createTranslator } from '../../src/locales/index.ts';

const source = readFileSync(new URL('../../src/locales/vi.ftl', import.meta.url), 'utf8');

/** Every run of words in a resource, the forms of texts too; what stands in arguments or quotes of Fluent is none. */
function runs(resource: FluentResource): string[] {
  const of = (pattern: unknown): string[] => {
    if (typeof pattern === 'string') return [pattern];
    if (!Array.isArray(pattern)) return [];
    return pattern.flatMap((element: { type?: string; variants?: { value: unknown }[] } | string) =>
      typeof element === 'string' ? [element] : (element.variants ?? []).flatMap((variant) => of(variant.value)),
    );
  };
  return resource.body.flatMap(({ value, attributes }) => [...of(value), ...Object.values(attributes).flatMap(of)]);
}

describe.each([
  ['co', 'cô', 'Cô'],
  ['chu', 'chú', 'Chú'],
  ['em', 'em', 'Em'],
] as const)('all texts for somebody who is called %s', (address, lower, upper) => {
  it('say that word wherever they say bạn, and keep the name and compounds', () => {
    const before = runs(new FluentResource(source));
    const after = runs(addressed(new FluentResource(source), address));
    expect(after).toHaveLength(before.length);
    let changed = 0;
    for (const [position, text] of before.entries()) {
      const said = after[position] ?? '';
      expect(said.match(/Bạn Học/g)?.length, text).toBe(text.match(/Bạn Học/g)?.length);
      const left = said.replace(/Bạn Học|[Bb]ạn bè|[Kk]ết bạn|[Cc]ác bạn/g, '');
      expect(left, text).not.toMatch(/(?<!\p{L})bạn(?!\p{L})/iu);
      if (said !== text) changed++;
    }
    expect(changed).toBeGreaterThan(80);
  });

  it('leave titles and other arguments alone', () => {
    const t = createTranslator('vi', { address });
    expect(t('course-saved', { title: 'Nói chuyện với bạn' })).toContain('“Nói chuyện với bạn”');
    expect(t('chat-hello-again')).toBe(`Chào ${lower}! Hôm nay ${lower} muốn tìm khóa học nào?`);
    expect(t('search-where')).toMatch(new RegExp(`^${upper} ở `));
  });
});

describe('a manner of speaking', () => {
  it('prefers the short form of a text and falls back to the usual one', () => {
    const t = createTranslator('vi', { isSimple: true, address: 'bac' });
    expect(t('chat-unclear')).toBe('Mình chưa hiểu. Bác muốn học gì? Nhắn vài chữ, hoặc chọn:');
    expect(t('chat-thanks')).toBe('Không có gì đâu bác. Khi nào cần tìm lớp, cứ nhắn cho mình nhé!');
  });

  it('has short forms that are short', () => {
    const short = new FluentResource(source).body.filter(({ attributes }) => attributes.simple !== undefined);
    expect(short.length).toBeGreaterThanOrEqual(25);
    const length = (pattern: unknown): number => JSON.stringify(pattern).length;
    for (const { id, value, attributes } of short)
      expect(length(attributes.simple), id).toBeLessThanOrEqual(length(value));
  });

  it('is the same translator each time, and English has one for every address', () => {
    expect(createTranslator('vi', { address: 'co' })).toBe(createTranslator('vi', { address: 'co' }));
    expect(createTranslator('en', { address: 'co' })).toBe(createTranslator('en'));
  });
});

import { describe, expect, test } from 'vitest';
import { read } from '../../src/discovery/reading.ts';
import { refine as refineReading } from '../../src/discovery/refine.ts';
import { understand } from '../../src/discovery/understand.ts';
import type { Wish } from '../../src/discovery/wish.ts';

const refine = (previous: Wish, text: string) => refineReading(previous, text, () => read(text, {}));

const previous = understand('học kế toán dưới 2 triệu ở quận 3');

describe('a follow-up', () => {
  test.each([
    ['buổi tối thôi', { times: { value: ['evening'] } }],
    ['online đi', { mode: { value: 'online' } }],
    ['cuối tuần thì sao', { times: { value: ['weekend'] } }],
    ['what about weekends', { times: { value: ['weekend'] } }],
    ['miễn phí thôi', { maxPriceVnd: { value: 0 } }],
    ['có chứng chỉ không', { certificate: { value: true } }],
    ['cho người mới', { level: { value: 'beginner' } }],
    ['không phải online', { mode: { value: 'in_person', hard: true } }],
    ['ở Thủ Đức', { place: { value: { label: 'Thủ Đức (cũ)' } } }],
    ['q7 thì sao', { place: { value: { label: 'Quận 7 (cũ)' } } }],
    ['còn lớp nào buổi sáng không', { times: { value: ['morning'] } }],
  ])('"%s" sharpens the wish', (text, facets) => {
    const refined = refine(previous, text);
    expect(refined?.wish.topic).toBe('kế toán');
    expect(refined?.wish.said).toBe(previous.said);
    expect(refined?.wish.facets).toMatchObject(facets);
  });

  test('keeps the conditions it does not speak of', () => {
    expect(refine(previous, 'buổi tối')?.wish.facets).toMatchObject(previous.facets);
  });

  test.each([
    ['rẻ hơn', 'cheaper'],
    ['re hon', 'cheaper'],
    ['cheaper', 'cheaper'],
    ['gần hơn', 'nearer'],
    ['ngắn hơn', 'shorter'],
  ])('"%s" asks for something %s', (text, relative) => {
    expect(refine(previous, text)).toMatchObject({ relative, wish: { facets: previous.facets } });
  });

  test.each([
    ['bỏ điều kiện giá', ['place']],
    ['bo gia di', ['place']],
    ['quận nào cũng được', ['maxPriceVnd']],
    ['bỏ hết điều kiện', []],
    ['any location', ['maxPriceVnd']],
  ])('"%s" drops a condition', (text, left) => {
    expect(Object.keys(refine(previous, text)?.wish.facets ?? { none: true }).sort()).toEqual(left);
  });

  test('may refuse something', () => {
    expect(refine(previous, 'không phải excel')?.wish.excluded).toEqual(['excel']);
  });
});

test.each(['học nấu ăn', 'tiếng anh buổi tối', 'exel online', 'mới mất việc', 'cảm ơn', 'xin chào', '', '🙂'])(
  '"%s" is no follow-up',
  (text) => {
    expect(refine(previous, text)).toBeUndefined();
  },
);

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { menuOf, optionOf } from '../../src/message/index.ts';
import { choice, courseList, textMessage } from '../support/messages.ts';

const back = choice('b', 'Quay lại danh sách');

describe('the menu of a message', () => {
  it('has each course by its number in the list, for its details, and then the other choices', () => {
    expect(menuOf(courseList(2))).toEqual([
      { number: 1, id: 'd.k1', label: 'Khóa k1' },
      { number: 2, id: 'd.k2', label: 'Khóa k2' },
      { number: 3, id: 'f.free', label: 'Chỉ miễn phí' },
    ]);
  });

  it('has no links: they stand in the text', () => {
    const choices = [choice('', 'Đến khóa học', { url: 'https://banmai.example/' }), choice('s.1', 'Lưu')];
    expect(menuOf(textMessage('a', { choices }))).toEqual([{ number: 1, id: 's.1', label: 'Lưu' }]);
  });

  it('has at most seven options, and the way back as 0', () => {
    const choices = Array.from({ length: 9 }, (_, position) => choice(`t.${position}`, `Lĩnh vực ${position}`));
    const menu = menuOf(textMessage('a', { choices, back }));
    expect(menu.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 0]);
    expect(menu.at(-1)).toMatchObject({ id: 'b', label: 'Quay lại danh sách' });
  });

  it('is empty where nothing can be chosen', () => {
    expect(menuOf(textMessage('a'))).toEqual([]);
  });
});

describe('what a person types', () => {
  const menu = menuOf({ ...courseList(2), back });

  it.each(['1', ' 1 ', '1.', '1)', 'số 1', 'so 1', 'Chọn 1', 'chọn số 1', 'mục 1', 'câu 1', 'number 1', 'option 1'])(
    '“%s” is the first',
    (text) => {
      expect(optionOf(menu, text)?.id).toBe('d.k1');
    },
  );

  it('0 is the way back', () => {
    expect(optionOf(menu, '0')?.id).toBe('b');
  });

  it.each(['Chỉ miễn phí', 'chi mien phi', 'CHỈ MIỄN PHÍ!', ' chỉ  miễn phí. '])('“%s” is the label', (text) => {
    expect(optionOf(menu, text)?.id).toBe('f.free');
  });

  it.each(['9', '12', '1 2', '1 năm', 'lưu 1', 'miễn phí', '', ' ', '?', '1.5'])('“%s” is no option', (text) => {
    expect(optionOf(menu, text)).toBe(undefined);
  });

  it('is never an option of an empty menu', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => optionOf([], text) === undefined));
  });

  it('is each option by its own number and, the labels being different, by its own label', () => {
    for (const option of menu) {
      expect(optionOf(menu, String(option.number))).toBe(option);
      expect(optionOf(menu, option.label)).toBe(option);
    }
  });
});

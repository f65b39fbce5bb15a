import { describe, expect, it } from 'vitest';
import { inlineKeyboard, locationKeyboard } from '../../../src/channels/telegram/keyboard.ts';
import { choice, courseList, textMessage } from '../../support/messages.ts';

function labels(...given: Parameters<typeof inlineKeyboard>): string[][] | undefined {
  return inlineKeyboard(...given)?.inline_keyboard.map((row) => row.map(({ text }) => text));
}

describe('the buttons of a list', () => {
  it('stand in one row for each course, numbered as in the text, and below for the whole list', () => {
    expect(labels(courseList(2))).toEqual([
      ['1. Chi tiết', '1. Lưu', '1. Đến khóa học'],
      ['2. Chi tiết', '2. Lưu', '2. Đến khóa học'],
      ['Chỉ miễn phí'],
    ]);
  });

  it('carry the choice, or lead to the address', () => {
    expect(inlineKeyboard(courseList(1))?.inline_keyboard[0]).toEqual([
      { text: '1. Chi tiết', callback_data: 'd.k1' },
      { text: '1. Lưu', callback_data: 's.k1' },
      { text: '1. Đến khóa học', url: 'https://phonho.example/k1' },
    ]);
  });

  it('come without links where the platform takes none', () => {
    expect(labels(courseList(1), false)).toEqual([['1. Chi tiết', '1. Lưu'], ['Chỉ miễn phí']]);
    expect(labels(textMessage('a', { choices: [choice('', 'Trang', { url: 'http://127.0.0.1/' })] }), false)).toBe(
      undefined,
    );
  });

  it('leave out a course that has none', () => {
    const list = courseList(2);
    const ofSecond = list.choices.filter(({ course }) => course === 'k2');
    expect(labels({ ...list, choices: ofSecond })).toEqual([['2. Chi tiết', '2. Lưu', '2. Đến khóa học']]);
  });
});

describe('the other buttons', () => {
  it('stand two in a row where both are short', () => {
    const choices = ['Kinh doanh', 'Ngoại ngữ', 'Nghề thủ công'].map((label, position) =>
      choice(`t.${position}`, label),
    );
    expect(labels(textMessage('a', { choices }))).toEqual([['Kinh doanh', 'Ngoại ngữ'], ['Nghề thủ công']]);
  });

  it('have a row of their own where one is long', () => {
    const choices = ['Lưu', 'Báo thông tin sai hoặc thiếu', 'Khóa tương tự'].map((label) => choice(label, label));
    expect(labels(textMessage('a', { choices }))).toEqual([
      ['Lưu'],
      ['Báo thông tin sai hoặc thiếu'],
      ['Khóa tương tự'],
    ]);
  });

  it('are none where there is no choice', () => {
    expect(inlineKeyboard(textMessage('a'))).toBe(undefined);
  });
});

it('asks for the place of the person with one button that goes away', () => {
  expect(locationKeyboard('Gửi vị trí')).toEqual({
    keyboard: [[{ text: 'Gửi vị trí', request_location: true }]],
    resize_keyboard: true,
    one_time_keyboard: true,
  });
});

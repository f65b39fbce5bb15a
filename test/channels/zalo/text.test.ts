import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zaloTexts } from '../../../src/channels/zalo/text.ts';
import type { OutboundMessage } from '../../../src/message/index.ts';
import { anyMessage, anyText, choice, courseList, textMessage } from '../../support/messages.ts';
import { readTextStyles } from '../../support/zalo/text-styles.ts';

/** The words that the styles make bold. */
function boldWords(message: OutboundMessage): string[] {
  return zaloTexts(message).flatMap(({ text, styles }) =>
    styles.map(({ start, len }) => text.slice(start, start + len)),
  );
}

function whole(message: OutboundMessage): string {
  const texts = zaloTexts(message);
  expect(texts).toHaveLength(1);
  return texts[0]?.text ?? '';
}

const withoutSpace = (text: string): string => text.replace(/\s/gu, '').normalize('NFD');

describe('the texts of any message', () => {
  it('are within 2000 units, whole characters, and have styles that the platform takes', () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        const texts = zaloTexts(message);
        expect(texts.length).toBeGreaterThan(0);
        for (const { text, styles } of texts) {
          expect(text.length).toBeLessThanOrEqual(2000);
          expect(text.trim()).not.toBe('');
          expect(text.isWellFormed()).toBe(true);
          expect(readTextStyles({ text_styles: styles }, text)).toEqual(styles);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('lose nothing but white space, and are composed', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        fc.pre(text.trim() !== '');
        const parts = zaloTexts(textMessage(text)).map((part) => part.text);
        const all = parts.join('');
        for (const part of parts) expect(part).toBe(part.normalize('NFC'));
        expect(withoutSpace(all)).toBe(withoutSpace(text));
      }),
      { numRuns: 400 },
    );
  });
});

describe('a text', () => {
  it('of exactly 2000 units is one message, one more makes two', () => {
    expect(zaloTexts(textMessage('ễ'.repeat(2000).normalize('NFD')))).toHaveLength(1);
    expect(zaloTexts(textMessage('ễ'.repeat(2001)))).toHaveLength(2);
  });

  it('that shows nothing is sent as something visible', () => {
    expect(zaloTexts(textMessage(' \n '))).toEqual([{ text: '…', styles: [] }]);
  });

  it('keeps what is bold where it was, also across a cut', () => {
    expect(boldWords({ text: ['Đã lưu ', { text: 'Kế toán', bold: true }, '.'], choices: [] })).toEqual(['Kế toán']);
    expect(boldWords({ text: [{ text: 'a'.repeat(3000), bold: true }], choices: [] }).map((run) => run.length)).toEqual(
      [2000, 1000],
    );
  });

  it('writes out the address of a link, once', () => {
    const url = 'https://hoc.example/';
    expect(whole({ text: ['Xem ', { text: 'trang này', url }, '.'], choices: [] })).toBe(`Xem trang này (${url}).`);
    expect(whole({ text: [{ text: url, url }], choices: [] })).toBe(url);
  });
});

describe('choices', () => {
  it('are numbers under the text, links their label and address', () => {
    const message = textMessage('Kế toán', {
      choices: [
        choice('', 'Đến khóa học', { url: 'https://banmai.example/' }),
        choice('s.1', 'Lưu'),
        choice('m.1', 'Khóa tương tự'),
      ],
      back: choice('b', 'Quay lại danh sách'),
    });
    expect(whole(message)).toBe(
      'Kế toán\n\nĐến khóa học: https://banmai.example/\n\n1. Lưu\n2. Khóa tương tự\n0. Quay lại danh sách',
    );
  });

  it('of courses are the numbers of the list, and the others go on from there', () => {
    expect(whole(courseList(2))).toBe(
      [
        'Vài khóa hợp với “kế toán”:',
        '1. Khóa k1\nNhà Văn hóa Phố Nhỏ\nMiễn phí\n→ gần bạn',
        '2. Khóa k2\nNhà Văn hóa Phố Nhỏ\nMiễn phí\n→ gần bạn',
        '3. Chỉ miễn phí',
        'Nhắn thêm để lọc.',
      ].join('\n\n'),
    );
    expect(boldWords(courseList(2))).toEqual(['1. Khóa k1', '2. Khóa k2']);
  });
});

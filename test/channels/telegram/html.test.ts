import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { telegramHtml } from '../../../src/channels/telegram/html.ts';
import type { OutboundMessage } from '../../../src/message/index.ts';
import { anyMessage, anyText, courseList, textMessage } from '../../support/messages.ts';
import { parseHtml } from '../../support/telegram/html.ts';

const limit = 4096;

/** What a phone shows of the parts, read as the platform reads them; throws where it would refuse. */
function shown(message: OutboundMessage) {
  return telegramHtml(message).map(({ html, plain }) => ({ ...parseHtml(html), plain }));
}

const withoutSpace = (text: string): string => text.replace(/\s/gu, '').normalize('NFD');

describe('the HTML of any message', () => {
  it('is read by the platform, shows the plain text, and is within the limit after parsing', () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        const parts = shown(message);
        expect(parts.length).toBeGreaterThan(0);
        for (const { text, plain } of parts) {
          expect(text).toBe(plain);
          expect(text.length).toBeLessThanOrEqual(limit);
          expect(text.trim()).not.toBe('');
        }
      }),
      { numRuns: 400 },
    );
  });

  it('loses nothing but white space of a text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        fc.pre(text.trim() !== '');
        const all = shown(textMessage(text))
          .map((part) => part.text)
          .join('');
        expect(withoutSpace(all)).toBe(withoutSpace(text));
      }),
      { numRuns: 400 },
    );
  });

  it('keeps formatting where it was, also across a cut', () => {
    fc.assert(
      fc.property(anyText, anyText, (before, bold) => {
        fc.pre(withoutSpace(bold) !== '' && withoutSpace(before + bold) === withoutSpace(before) + withoutSpace(bold));
        const parts = shown({ text: [before, { text: bold, bold: true }], choices: [] });
        const marked = parts.flatMap(({ text, entities }) =>
          entities
            .filter(({ type }) => type === 'bold')
            .map(({ offset, length }) => text.slice(offset, offset + length)),
        );
        expect(withoutSpace(marked.join(''))).toBe(withoutSpace(bold));
      }),
      { numRuns: 400 },
    );
  });
});

describe('a text', () => {
  it('shows markup that somebody typed as what they typed', () => {
    expect(shown(textMessage('<b>a</b> & "b" &lt;'))[0]).toMatchObject({ text: '<b>a</b> & "b" &lt;', entities: [] });
  });

  it('of exactly 4096 units is one message, also when escapes make its HTML longer', () => {
    expect(telegramHtml(textMessage('&'.repeat(limit)))).toHaveLength(1);
    expect(telegramHtml(textMessage('&'.repeat(limit + 1)))).toHaveLength(2);
  });

  it('counts composed accents, as the platform does', () => {
    expect(telegramHtml(textMessage('ễ'.repeat(limit).normalize('NFD')))).toHaveLength(1);
  });

  it('that shows nothing is sent as something visible', () => {
    expect(telegramHtml(textMessage(' \n '))).toEqual([{ html: '…', plain: '…' }]);
    expect(telegramHtml({ text: [], choices: [] })).toEqual([{ html: '…', plain: '…' }]);
  });
});

describe('a link in a text', () => {
  it('keeps its address whatever stands in it', () => {
    const url = `https://hoc.example/?q="a"&b=<c>&d='e'`;
    const [part] = shown({ text: [{ text: 'ở đây', url, bold: true }], choices: [] });
    expect(part?.entities).toHaveLength(2);
    expect(part?.entities).toContainEqual({ type: 'text_link', offset: 0, length: 5, url });
    expect(part?.entities).toContainEqual({ type: 'bold', offset: 0, length: 5 });
  });

  it('that is cut in two leads to the same place in both parts', () => {
    const url = 'https://hoc.example/';
    const parts = shown({ text: [{ text: 'a'.repeat(5000), url }], choices: [] });
    expect(parts.map(({ entities }) => entities.map((entity) => entity.url))).toEqual([[url], [url]]);
  });
});

it('shows a list as numbered bold titles with their lines, the footer last', () => {
  const [part] = shown(courseList(2));
  expect(part?.text).toBe(
    [
      'Vài khóa hợp với “kế toán”:',
      '1. Khóa k1\nNhà Văn hóa Phố Nhỏ\nMiễn phí\n→ gần bạn',
      '2. Khóa k2\nNhà Văn hóa Phố Nhỏ\nMiễn phí\n→ gần bạn',
      'Nhắn thêm để lọc.',
    ].join('\n\n'),
  );
  const bold = part?.entities.map(({ offset, length }) => part.text.slice(offset, offset + length));
  expect(bold).toEqual(['1. Khóa k1', '2. Khóa k2']);
});

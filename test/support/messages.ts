import fc from 'fast-check';
import type { Choice, CourseCard, OutboundMessage, Span } from '../../src/message/index.ts';

/** A message of one text. */
export function textMessage(text: string, more: Partial<OutboundMessage> = {}): OutboundMessage {
  return { text: [text], choices: [], ...more };
}

/** The least that passes for a picture. */
export const pngHead = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/** A message with the picture of a course. */
export function pictureMessage(text: string, more: Partial<OutboundMessage> = {}): OutboundMessage {
  const picture = { kind: 'course', courseKey: 7, locale: 'vi' } as const;
  return textMessage(text, { media: { type: 'picture', picture, alt: 'Thẻ khóa học' }, ...more });
}

export function course(id: string, more: Partial<CourseCard> = {}): CourseCard {
  return {
    id,
    title: `Khóa ${id}`,
    organisation: 'Nhà Văn hóa Phố Nhỏ',
    url: `https://phonho.example/${id}`,
    sample: false,
    facts: ['Miễn phí'],
    reasons: ['gần bạn'],
    ...more,
  };
}

/** What a search answers: courses with three choices each, and choices of the whole list. */
export function courseList(count: number, more: Partial<OutboundMessage> = {}): OutboundMessage {
  const courses = Array.from({ length: count }, (_, position) => course(`k${position + 1}`));
  return {
    text: ['Vài khóa hợp với “kế toán”:'],
    courses,
    footer: ['Nhắn thêm để lọc.'],
    choices: [
      ...courses.flatMap(({ id, url }, position) => [
        choice(`d.${id}`, `Xem chi tiết ${position + 1}`, { course: id, shortLabel: 'Chi tiết' }),
        choice(`s.${id}`, `Lưu ${position + 1}`, { course: id, shortLabel: 'Lưu' }),
        choice(`g.${id}`, `Đến khóa học ${position + 1}`, { course: id, shortLabel: 'Đến khóa học', url }),
      ]),
      choice('f.free', 'Chỉ miễn phí'),
    ],
    ...more,
  };
}

export function choice(id: string, label: string, more: Partial<Choice> = {}): Choice {
  return { id, label, ...more };
}

/** Characters that break things: markup, surrogate pairs, decomposed accents, control and direction marks. */
const awkward = fc.constantFrom(
  ...['<', '>', '&', '"', "'", '&amp;', '<b>', '</a>', '<!--', '&#x26;', '\\', '*_`[', '%', '\u0000', '\u0007'],
  ...['😀', '👨‍👩‍👧‍👦', 'ễ'.normalize('NFD'), '\u0301', '\u202e', '\u200b', '\n\n', '\t', ' ', '\r\n', '\u2028'],
);

/** Any text at all that is whole characters; sometimes longer than a platform takes. */
export const anyText = fc
  .array(fc.oneof(awkward, fc.string({ unit: 'binary', maxLength: 12 }), fc.lorem({ maxCount: 4 })), { maxLength: 12 })
  .chain((pieces) => fc.constantFrom(1, 1, 1, 90).map((times) => pieces.join('').repeat(times)));

const anyUrl = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.webUrl().map((url) => `${url}?a="b"&c=<d>&q='ễ'`),
);

const anySpan: fc.Arbitrary<Span> = fc.oneof(
  anyText,
  fc.record({ text: anyText, bold: fc.boolean(), url: anyUrl }, { requiredKeys: ['text'] }),
);

/** Any message that the conversation could make. */
export const anyMessage: fc.Arbitrary<OutboundMessage> = fc
  .record(
    {
      text: fc.array(anySpan, { maxLength: 5 }),
      courses: fc.array(
        fc.record({
          id: fc.string({ unit: fc.constantFrom(...'abc123'), minLength: 1, maxLength: 6 }),
          title: anyText,
          organisation: anyText,
          url: anyUrl,
          sample: fc.boolean(),
          facts: fc.array(anyText, { maxLength: 3 }),
          reasons: fc.array(anyText, { maxLength: 2 }),
        }),
        { maxLength: 4 },
      ),
      footer: fc.array(anySpan, { maxLength: 2 }),
    },
    { requiredKeys: ['text'] },
  )
  .map((message) => ({ ...message, choices: [] }));

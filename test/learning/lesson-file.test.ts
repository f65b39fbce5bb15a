import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostReadingBytes, readingBytes, readLessonFile } from '../../src/learning/lesson-file.ts';
import { lessonSource } from '../support/lesson.ts';

const good = lessonSource();
const read = (source: string) => readLessonFile('bai.md', source, { track: 'giu-may', position: 1 });

/** Line and problem of everything that is found after one place was changed. */
function found(before: string | RegExp, after: string): string[] {
  const spoiled = good.replace(before, after);
  expect(spoiled).not.toBe(good);
  return read(spoiled).problems.map(({ file, line, problem }) => `${file}:${line} ${problem}`);
}

/** The line, from 1, in which a text stands first. */
const lineOf = (text: string): number => good.slice(0, good.indexOf(text)).split('\n').length;

const manyWords = (count: number): string => Array.from({ length: count }, () => 'chữ').join(' ');

describe('a lesson file', () => {
  it('becomes a lesson of plain text', () => {
    const { lesson, problems } = read(good);
    expect(problems).toEqual([]);
    expect(lesson).toMatchObject({ id: 'bai', track: 'giu-may', position: 1, areas: [], prequestion: 'bai-chon' });
    expect(lesson?.read[0]).toEqual({
      heading: 'Vì sao',
      text: 'Máy có ảnh, tin nhắn và tiền.\n• Ảnh gia đình\n• Tài khoản',
      asked: ['để máy không có mất gì không'],
    });
    expect(lesson?.look?.picture).toEqual({ file: 'hinh.svg', alt: 'Nút nguồn ở cạnh phải' });
    expect(lesson?.steps.map(({ heading }) => heading)).toEqual(['Bước 1', 'Bước 2']);
    const [choice, number, short] = lesson?.items ?? [];
    expect(choice?.question).toMatchObject({ options: [{ isRight: false }, { isRight: true }, { isRight: false }] });
    expect(number?.question).toMatchObject({ kind: 'number', answer: 6, tolerance: 0, unit: 'chữ số' });
    expect(number?.variant).toMatchObject({ kind: 'number', answer: 12, tolerance: 0, unit: undefined, wrong: [] });
    expect(short?.question).toMatchObject({ kind: 'short', accept: ['khóa máy', 'khóa lại', 'không'] });
    expect(short?.hints[3]).toBe('Khóa máy bằng nút nguồn.');
  });

  it('may say in criteria what a short answer must say', () => {
    const { lesson, problems } = read(
      good.replace('rubric: Nói tới việc khóa.', 'rubric: Nói tới việc khóa.\n    criteria: [Nói tới việc khóa]'),
    );
    expect(problems).toEqual([]);
    const [, , short] = lesson?.items ?? [];
    expect(short?.question).toMatchObject({ criteria: ['Nói tới việc khóa'] });
    expect(short?.variant).toMatchObject({ criteria: undefined });
  });

  it('reads the same with the line ends and the mark of Windows', () => {
    const windows = read(`\ufeff${good.replaceAll('\n', '\r\n')}`);
    expect(windows.problems).toEqual([]);
    expect(windows.lesson).toEqual(read(good).lesson);
  });

  it.each<[string, string | RegExp, string, string, string]>([
    ['a missing hint', /\n.*Họ cần qua được bước nào\?/, '', 'hints:', '“hints”: có 3, cần ít nhất 4'],
    ['two right options', 'Ốp lưng dày\n', 'Ốp lưng dày\n        right: true\n', 'options:', 'có 2 lựa chọn đúng'],
    ['no right option', 'right: true', 'right: false', 'options:', 'không có lựa chọn nào đúng'],
    ['two options', /\n {6}- text: Tắt tiếng chuông\n.*/, '', 'options:', 'có 2, cần ít nhất 3'],
    ['options alike', 'Tắt tiếng chuông', 'ốp lưng DÀY', '- text: Tắt tiếng', 'giống một lựa chọn trước'],
    ['a long card', 'Mã số, vân tay đều được.', manyWords(91), '## Khóa nào', 'thẻ dài 91 chữ, tối đa 90'],
    ['a long card to the picture', 'Bấm một lần.', manyWords(46), '## Nút nguồn', 'thẻ dài 46 chữ, tối đa 45'],
    ['a long step', 'Mở Cài đặt.', manyWords(61), '## Bước 1', 'thẻ dài 61 chữ, tối đa 60'],
    [
      'a long question of learners',
      '? để máy không có mất gì không',
      `? ${manyWords(40)}`,
      '? để máy',
      'câu người học hay hỏi dài',
    ],
    [
      'too many questions of learners',
      '? để máy không có mất gì không',
      Array.from({ length: 9 }, (_, at) => `? câu ${at}`).join('\n'),
      '## Vì sao',
      'thẻ có 9 câu người học hay hỏi, tối đa 8',
    ],
    ['a long note', 'Tắt tiếng thì khó tìm máy hơn.', manyWords(46), 'note: Tắt tiếng', 'dài 46 chữ, tối đa 45'],
    ['an unknown entry', 'minutes: 3', 'minutes: 3\ncolour: red', 'domains:', 'không có mục tên “colour”'],
    ['a missing entry', 'title: Khóa máy khi rời tay\n', '', 'id: bai', 'thiếu mục “title”'],
    ['a missing entry deep inside', /\n.*note: Tắt tiếng thì.*/, '', '- text: Tắt tiếng', 'thiếu mục “note”'],
    ['a number for text', '[để đó]', '[5]', 'forms: [để đó]', 'phải là chữ'],
    ['an unknown kind', 'kind: number', 'kind: essay', 'kind: number', 'có giá trị lạ'],
    ['an hour', 'minutes: 3', 'minutes: 60', 'minutes:', 'là 60, phải là số nguyên từ 2 đến 5'],
    ['a date that is none', '2026-11-29', '2026-02-30', 'checked:', 'không phải một ngày'],
    ['an id that is none', 'id: bai\n', 'id: Bài một\n', 'id: bai', 'không phải một mã'],
    ['an id of 41 characters', 'id: bai\n', `id: ${'a'.repeat(41)}\n`, 'id: bai', 'không phải một mã'],
    [
      'no item for the pre-question',
      'prequestion: bai-chon',
      'prequestion: khac',
      'prequestion:',
      'không có câu hỏi nào',
    ],
    [
      'a hint that says the option',
      'Họ cần qua',
      'Chính KHÓA MÀN HÌNH, họ cần qua',
      '- Họ cần',
      'gợi ý 2 nói luôn đáp án',
    ],
    ['a hint that says the number', 'Hơn bốn.', 'Là 6 đó.', '- Hơn bốn', 'gợi ý 2 nói luôn đáp án “6”'],
    ['a hint that says a form', 'cài cửa.', 'khoá lại.', '- "Ví dụ khác: ra', 'gợi ý 3 nói luôn đáp án “khóa lại”'],
    ['an answer right and wrong', '[để đó]', '[để đó, KHÓA MÁY]', 'forms: [để đó]', '“KHÓA MÁY” vừa đúng vừa sai'],
    ['a number right and wrong', '"4", bốn', '"6,0"', 'forms: ["4"', '“6,0” vừa đúng vừa sai'],
    [
      'a variant that repeats',
      'Cho con mượn máy xong, bạn làm gì?',
      'Rời bàn đi lấy nước, bạn làm gì với máy?',
      'question: Cho con',
      'giống hệt',
    ],
    [
      'five criteria',
      'rubric: Nói tới việc khóa.',
      'criteria: [a, b, c, d, e]\n    rubric: Nói tới việc khóa.',
      'rubric: Nói tới việc khóa.',
      '“criteria”: có 5, tối đa 4',
    ],
    [
      'no criteria',
      'rubric: Nói tới việc khóa.',
      'criteria: []\n    rubric: Nói tới việc khóa.',
      'rubric: Nói tới việc khóa.',
      '“criteria”: có 0, cần ít nhất 1',
    ],
    [
      'a long criterion',
      'rubric: Nói tới việc khóa.',
      `criteria: [${'a'.repeat(121)}]\n    rubric: Nói tới việc khóa.`,
      'rubric: Nói tới việc khóa.',
      'dài 121 ký tự, tối đa 120',
    ],
    ['two giveaways', ', lock + screen]', ']', 'giveaways: [đặt', '“giveaways”: có 2, cần ít nhất 3'],
    ['a giveaway with a gap', 'lock + screen', 'lock +', 'giveaways: [đặt', 'có chỗ trống giữa các dấu'],
    ['an everyday giveaway', 'lock + screen', 'không', 'giveaways: [đặt', 'là chữ câu nào cũng có'],
    ['a giveaway in the question', 'lock + screen', 'giữ dữ_liệu', 'giveaways: [đặt', 'có sẵn trong câu hỏi'],
    [
      'a giveaway in a wrong option',
      'lock + screen',
      'ốp + dày',
      'giveaways: [đặt',
      'có sẵn trong một câu trả lời sai',
    ],
    ['a giveaway in a hint', 'lock + screen', 'cửa/cổng nhà', 'giveaways: [đặt', 'có sẵn trong gợi ý 3'],
    ['a giveaway of a variant in its question', 'stay close', 'ở chợ', 'giveaways: [ở lại', 'có sẵn trong câu hỏi'],
    ['marks of Markdown', 'Mở Cài đặt.', 'Mở `Cài đặt`.', '## Bước 1', 'có dấu “`”'],
    ['HTML in YAML', 'Ốp lưng dày\n', 'Ốp <b>dày</b>\n', '- text: Ốp', 'có dấu “<b>”'],
    ['one card only', /## Khóa nào\n\n.*\n/, '', '# Đọc', 'phần “# Đọc” có 1 thẻ'],
    ['an unknown part', '# Làm', '# Chơi', '# Làm', 'phần “# Chơi” lạ'],
    ['a part twice', '# Làm', '# Đọc', '# Làm', 'viết hai lần'],
    ['text outside cards', '# Đọc\n', '# Đọc\nLạc\n', '# Đọc', 'không nằm trong thẻ nào'],
    ['a picture without words', '[Nút nguồn ở cạnh phải]', '[]', '![Nút', 'hình không có lời tả'],
    ['no picture', /!\[.*\n/, '', '# Nhìn', 'không có hình'],
    ['bad YAML', 'domains: [4]', 'domains: [4', 'topics:', 'YAML viết sai'],
    ['an entry twice', 'minutes: 3', 'minutes: 3\nminutes: 3', 'domains:', 'YAML viết sai'],
    ['no front matter', /^---\n/, '', '---', 'không có phần đầu'],
    ['an open front matter', '---\n\n# Đọc', '# Đọc', '---', 'phần đầu không khép lại'],
  ])('is refused for %s, with the line', (_, before, after, at, problem) => {
    const all = found(before, after);
    const line = at === '# Đọc' && problem.startsWith('không nằm') ? lineOf(at) + 1 : lineOf(at);
    expect(
      all.some((each) => each.startsWith(`bai.md:${line} `) && each.includes(problem)),
      all.join('\n'),
    ).toBe(true);
  });

  it('names every problem at once, in the order of the lines, each with what to do', () => {
    const spoiled = good
      .replace('minutes: 3', 'minutes: 9')
      .replace('Bấm một lần.', manyWords(50))
      .replace('"Đúng: thấy', '"`Đúng: thấy');
    const { problems } = read(spoiled);
    expect(problems.map(({ line }) => line)).toEqual([
      lineOf('minutes'),
      lineOf('note: "Đúng: thấy'),
      lineOf('## Nút'),
    ]);
    for (const { remedy } of problems) expect(remedy).toMatch(/^Hãy .*\.$/);
  });

  it('needs an item that is not chosen', () => {
    const choice = good.slice(good.indexOf('  - id: bai-chon'), good.indexOf('  - id: bai-may-so'));
    const rest = good.slice(good.indexOf('---\n\n# Đọc'));
    const only = `${good.slice(0, good.indexOf('  - id: bai-chon'))}${choice}${choice.replace('bai-chon', 'bai-hai')}${rest}`;
    expect(read(only).problems).toMatchObject([
      { line: lineOf('items:'), problem: expect.stringContaining('câu chọn') },
    ]);
  });

  it('does not take everyday words and what the question says for the answer', () => {
    // “không” is accepted and stands in hint 1; a question that names the number may be hinted with it.
    expect(
      read(good.replace('mấy chữ số?', 'mấy chữ số, 4 hay 6?').replace('Hơn bốn.', 'Không phải 4 mà 6?')).problems,
    ).toEqual([]);
  });

  it('counts what a reader gets, with the longest note of each item', () => {
    const { lesson } = read(good);
    if (lesson === undefined) throw new Error('no lesson');
    const texts = [
      ...lesson.read.flatMap(({ heading, text }) => [heading, text]),
      lesson.tryIt,
      'Bạn để quên máy ở quán. Thứ gì giữ dữ liệu của bạn?Ốp lưng dàyKhóa màn hìnhTắt tiếng chuông',
      'Ốp giữ máy khỏi vỡ, còn dữ liệu thì không.',
      'Mã khóa thường có ít nhất mấy chữ số?',
      'Trước đây là vậy, nay nên dài hơn.',
      'Rời bàn đi lấy nước, bạn làm gì với máy?',
      'Gần thì tiện, nhưng ai cũng với tới.',
    ];
    expect(readingBytes(lesson)).toBe(Buffer.byteLength(texts.join('')));
  });

  it('is refused when a reader would get too much', () => {
    // Each card stays within its ninety words.
    const long = Array.from({ length: 89 }, () => 'nghiêng-ngả').join(' ');
    const cards = ['A', 'B', 'C', 'D'].map((heading) => `## ${heading}\n\n${long}\n`).join('\n');
    const source = good.replace(/# Đọc[\s\S]*# Nhìn/, `# Đọc\n\n${cards}\n# Nhìn`);
    expect(read(source).problems).toMatchObject([{ problem: expect.stringContaining(`tối đa ${mostReadingBytes}`) }]);
  });

  it('says what is wrong with any text and never throws', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(
        '---\n',
        '- ',
        ': ',
        '[',
        '{',
        '*a',
        '&a ',
        '\n# Đọc\n',
        '!!binary ',
        '"',
        '\u0000',
        '\ud800',
        '__proto__: {a: 1}\n',
        '? [a]\n',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 4 }), fc.nat(good.length), fc.nat(40), (pieces, place, cut) => {
        const text = pieces.join('');
        for (const source of [
          text,
          `---\n${text}\n---\n${text}`,
          good.slice(0, place) + text + good.slice(place + cut),
        ]) {
          const { lesson, problems } = read(source);
          expect(lesson === undefined).toBe(problems.length > 0);
          const last = source.split(/\r\n?|\n/).length;
          for (const { line } of problems) expect(line >= 1 && line <= last).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ['nested brackets', `---\nid: ${'['.repeat(20_000)}\n---\n`],
    ['aliases that multiply', '---\na: &a [x, x]\nb: &b [*a, *a]\nid: [*b, *b]\n---\n'],
    ['an endless file', `---\nid: ${'a'.repeat(70_000)}\n---\n`],
  ])('refuses %s without throwing', (_, source) => {
    expect(read(source).problems.length).toBeGreaterThan(0);
  });
});

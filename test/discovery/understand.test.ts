import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { understand } from '../../src/discovery/understand.ts';
import { buildVocabulary } from '../../src/discovery/vocabulary.ts';
import type { Facets } from '../../src/discovery/wish.ts';
import { wardByCode } from '../../src/places/index.ts';

const vocabulary = buildVocabulary('excel toeic photography ke toan tieng anh lap trinh marketing'.split(' '), () => 3);

/** The values of the stated conditions, hard ones in a list of their own. */
function stated(text: string): { [facet: string]: unknown } {
  return Object.fromEntries(Object.entries(understand(text).facets).map(([name, each]) => [name, each.value]));
}

function hard(text: string): string[] {
  return Object.entries(understand(text).facets)
    .filter(([, each]) => each.hard)
    .map(([name]) => name);
}

const hasTerm = (text: string, term: string): boolean =>
  understand(text, { vocabulary }).terms.some((each) => each.text === term);

describe('the topic', () => {
  test.each([
    ['mình muốn học kế toán ạ', 'kế toán'],
    ['hoc ke toan buoi toi mien phi', 'kế toán'],
    ['có lớp may nào ở quận 3 không', 'may'],
    ['tìm khóa tiếng Anh giao tiếp cuối tuần', 'tiếng anh giao tiếp'],
    ['I want to learn cooking on weekends', 'cooking'],
    ['luyện thi IELTS 6.5', 'luyện thi ielts 6.5'],
    ['HSK 4', 'hsk 4'],
    ['trung tâm tin học', 'tin học'],
    ['ai dạy chụp ảnh', 'chụp ảnh'],
    ['không online', ''],
    ['', ''],
  ])('of "%s" is "%s"', (text, topic) => {
    expect(understand(text).topic).toBe(topic);
  });

  test.each([
    ['thvp', 'tin hoc van phong'],
    ['học t.anh', 'tieng anh'],
    ['mkt', 'marketing'],
    ['tieengs anh', 'tieng anh'],
    ['tienganh', 'tieng anh'],
    ['may vá', 'cat may'],
    ['nấu ăn', 'cooking'],
    ['accounting', 'ke toan'],
    ['chụp hình', 'photography'],
    ['vi tính', 'tin hoc'],
    ['học AI', 'tri tue nhan tao'],
  ])('"%s" looks for "%s" as well', (text, term) => {
    expect(hasTerm(text, term)).toBe(true);
  });

  test('keeps what was typed above what a dictionary added', () => {
    const { terms } = understand('nấu ăn');
    expect(terms[0]).toMatchObject({ text: 'nau an', accented: 'nấu ăn', weight: 1, source: 'typed', group: 0 });
    for (const term of terms.slice(1)) {
      expect(term.weight).toBeLessThan(1);
      expect(term.group).toBe(0);
    }
  });

  test('offers every reading of an ambiguous short form as one idea', () => {
    const { terms } = understand('học ck');
    const groups = new Set(terms.filter((term) => /^(chung|chuyen) khoan$/.test(term.text)).map((term) => term.group));
    expect(groups.size).toBe(1);
    expect(terms.map((term) => term.text)).toEqual(expect.arrayContaining(['chung khoan', 'chuyen khoan']));
  });
});

describe('accents', () => {
  test('that were typed are meant', () => {
    expect(hasTerm('học máy', 'machine learning')).toBe(true);
    expect(hasTerm('học may', 'machine learning')).toBe(false);
    expect(hasTerm('học may', 'sewing')).toBe(true);
    expect(hasTerm('lớp nào trong quận 1', 'drums')).toBe(false);
    expect(hasTerm('học trống', 'drums')).toBe(true);
  });

  test('that are missing are forgiven', () => {
    expect(hasTerm('hoc ve', 'drawing')).toBe(true);
    expect(hasTerm('hoc ve excel', 'drawing')).toBe(false);
    expect(stated('hoc may buoi toi')).toEqual({ times: ['evening'] });
    expect(stated('toi muon hoc may')).toEqual({});
  });
});

describe('spelling', () => {
  test.each([
    ['toecic', 'toeic'],
    ['excal', 'excel'],
    ['ke tona', 'ke toan'],
    ['photograhpy', 'photography'],
  ])('reads %s as %s', (text, meant) => {
    expect(understand(text, { vocabulary }).terms).toEqual(
      expect.arrayContaining([expect.objectContaining({ text: meant, source: 'spelling' })]),
    );
  });

  test('corrects no word of a condition and no possible syllable', () => {
    expect(understand('kế toán dưới 2 triệu', { vocabulary }).facets.maxPriceVnd?.value).toBe(2_000_000);
    expect(understand('hoang', { vocabulary }).terms).toMatchObject([{ text: 'hoang', source: 'typed' }]);
  });

  test('corrects nothing without a catalogue', () => {
    expect(understand('photograhpy').terms).toMatchObject([{ text: 'photograhpy', source: 'typed' }]);
  });
});

describe('what is typed short or carelessly', () => {
  test.each([
    ['csóc người già', 'chăm sóc người già'],
    ['hoc ktoan', 'kế toán'],
    ['hojc tieengs hanf', 'tiếng hàn'],
    ['lop day dan tranh', 'đàn tranh'],
  ])('"%s" is "%s"', (text, meant) => {
    const { terms } = understand(text, { vocabulary });
    const folded = understand(meant, { vocabulary }).terms.find(({ source }) => source === 'typed')?.text;
    expect(terms.filter(({ source }) => source === 'typed').map((term) => term.text)).toContain(folded);
  });

  test('a common word of English is no slip', () => {
    const known = { ...vocabulary, has: () => false, suggest: () => 'lease' };
    expect(understand('sign language please', { vocabulary: known }).terms.map(({ text }) => text)).not.toContain(
      'lease',
    );
  });
});

describe('conditions', () => {
  const expected: [string, Record<string, unknown>][] = [
    ['học excel miễn phí', { maxPriceVnd: 0 }],
    ['học excel không mất tiền', { maxPriceVnd: 0 }],
    ['hoc excel ko ton tien', { maxPriceVnd: 0 }],
    ['free excel course', { maxPriceVnd: 0 }],
    ['excel dưới 500k', { maxPriceVnd: 500_000 }],
    ['excel tam 2 trieu', { maxPriceVnd: 2_000_000 }],
    ['excel 1tr5', { maxPriceVnd: 1_500_000 }],
    ['excel under 1 million', { maxPriceVnd: 1_000_000 }],
    ['excel rẻ', { cheap: true }],
    ['excel buổi tối', { times: ['evening'] }],
    ['excel sau giờ làm', { times: ['evening'] }],
    ['excel t7 cn', { times: ['weekend'] }],
    ['excel on weekends', { times: ['weekend'] }],
    ['excel lúc nào cũng được', { times: ['self_paced'] }],
    ['excel onl', { mode: 'online' }],
    ['excel trực tiếp', { mode: 'in_person' }],
    ['excel cho người mới', { level: 'beginner' }],
    ['excel nâng cao', { level: 'advanced' }],
    ['tiếng anh mất gốc', { level: 'beginner' }],
    ['marketing dạy bằng tiếng anh', { language: 'en' }],
    ['tiếng anh', {}],
    ['học xài điện thoại cho mẹ em 60 tuổi', { audience: ['seniors'] }],
    ['bơi cho bé', { audience: ['children'] }],
    ['excel cho giáo viên', { audience: ['teachers'] }],
    ['excel có chứng chỉ', { certificate: true }],
    ['excel ít tốn dung lượng', { lowData: true }],
    ['may, xe lăn vào được không', { wheelchair: true }],
    ['excel dưới 10 tiếng', { maxHours: 10 }],
    ['excel tổng thời lượng không quá 3 tiếng', { maxHours: 3 }],
    ['excel 5 tiếng đổ lại', { maxHours: 5 }],
    ['excel học kỹ, hơn 20 tiếng', { minHours: 20 }],
    ['excel từ 10 tiếng trở lên', { minHours: 10 }],
    ['excel at least 8 hours', { minHours: 8 }],
    ['excel trình độ chuyên gia', { level: 'advanced' }],
    ['excel mức trung cấp', { level: 'intermediate' }],
    ['lớp 5', {}],
    ['office 365', {}],
  ];
  test.each(expected)('of "%s"', (text, facets) => {
    expect(stated(text)).toEqual(facets);
  });

  test('name a place back and mean its wards', () => {
    const { place } = understand('nấu ăn ở quận 4').facets;
    expect(place?.value.label).toBe('Quận 4 (cũ)');
    expect(place?.value.wards.map((code) => wardByCode(code)?.name).sort()).toEqual(
      ['Khánh Hội', 'Vĩnh Hội', 'Xóm Chiếu'].sort(),
    );
    expect(understand('nấu ăn ở tphcm').facets.place).toBeUndefined();
  });

  test('are hard when "only" or "not" says so', () => {
    expect(hard('excel chỉ học online')).toEqual(['mode']);
    expect(hard('excel only online')).toEqual(['mode']);
    expect(hard('excel online')).toEqual([]);
    expect(stated('excel không online')).toEqual({ mode: 'in_person' });
    expect(hard('excel không online')).toEqual(['mode']);
  });

  test('refuse nothing by a "không" that only asks', () => {
    const wish = understand('xe lăn vào được không, học may');
    expect(wish.excluded).toEqual([]);
    expect(wish.topic).toBe('may');
    expect(understand('có miễn phí không').facets).toMatchObject({ maxPriceVnd: { value: 0 } } satisfies Partial<
      Record<keyof Facets, object>
    >);
  });

  test('leave a way of doing something in the topic', () => {
    expect(stated('bán hàng online')).toEqual({});
    expect(stated('chăm sóc người già')).toEqual({});
    expect(stated('mẹ em hay bị lừa qua điện thoại')).not.toHaveProperty('mode');
  });
});

describe('what is refused', () => {
  test.each([
    ['không phải tiếng anh', ['tieng anh']],
    ['ngoại ngữ trừ tiếng anh', ['tieng anh']],
    ['lập trình, không học java', ['java']],
    ['programming except python', ['python']],
  ])('"%s"', (text, excluded) => {
    expect(understand(text).excluded).toEqual(excluded);
  });

  test('a thing a person does not have is neither refused nor wanted', () => {
    for (const text of ['không có máy tính thì học excel được không', 'I have no laptop, can I learn excel?']) {
      expect(understand(text)).toMatchObject({ topic: 'excel', excluded: [] });
    }
  });
});

describe('life situations', () => {
  test.each([
    ['muốn mở tiệm may', 'cat may'],
    ['muốn mở tiệm may', 'thue ho kinh doanh'],
    ['mới nghỉ việc công ty', 'hoc nghe'],
    ['mẹ em hay bị lừa qua điện thoại', 'an toan mang'],
    ['con em học lớp 1 chưa biết đọc', 'tap doc'],
    ['muốn kiếm thêm tiền ở nhà', 'ban hang online'],
    ['sắp sinh em bé', 'thai san'],
    ['chuẩn bị đi Nhật làm việc', 'tieng nhat'],
    ['muon mo quan an', 'an toan thuc pham'],
    ['mẹ hay quên trước quên sau', 'cham soc nguoi gia'],
    ['con sắp thi vào 10', 'on thi vao 10'],
    ['chồng chạy grab', 'lai xe'],
    ['không biết chọn ngành gì', 'huong nghiep'],
    ['I lost my job', 'hoc nghe'],
    ['mat ngu, met moi', 'tam ly'],
  ])('"%s" calls for %s', (text, term) => {
    expect(hasTerm(text, term)).toBe(true);
  });
});

describe('any text', () => {
  test('is understood: no error, terms that can be looked up, weights from 0 to 1', () => {
    const words = fc.constantFrom(
      'không',
      'học',
      'quận',
      '3',
      'dưới',
      '2tr',
      'tối',
      'ai',
      'k',
      'mở',
      'tiệm',
      '🙂',
      '(',
      '*',
      '.',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(words).map((list) => list.join(' ')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        for (const term of understand(text, { vocabulary }).terms) {
          expect(term.text).not.toBe('');
          expect(term.weight).toBeGreaterThan(0);
          expect(term.weight).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test.each(['constructor', '__proto__ toString', `${'học '.repeat(20_000)}`, '((((((', "'; drop table courses; --"])(
    'even an odd one',
    (text) => {
      expect(understand(text, { vocabulary }).facets).toEqual({});
    },
  );

  test('is told by its language', () => {
    expect(understand('hoc nau an').writtenIn).toBe('vi');
    expect(understand('learn to cook').writtenIn).toBe('en');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ChoiceQuestion,
  grade,
  type NumberQuestion,
  type Question,
  type ShortQuestion,
} from '../../src/learning/index.ts';
import { fold } from '../../src/text/index.ts';

const choice: ChoiceQuestion = {
  kind: 'choice',
  giveaways: [],
  question: 'Mật khẩu nào khó đoán nhất?',
  options: [
    { text: 'nguyenvana1990', isRight: false, note: 'Tên và năm sinh.' },
    { text: 'bốn mèo ăn chín chén phở', isRight: true, note: 'Dài.' },
    { text: 'bốn mèo ăn chín chén cơm', isRight: false, note: 'Cơm.' },
  ],
};

const number: NumberQuestion = {
  kind: 'number',
  giveaways: [],
  question: 'Ít nhất bao nhiêu ký tự?',
  answer: 12,
  tolerance: 0,
  unit: 'ký tự',
  wrong: [{ forms: ['8', 'tám'], note: 'Tám là quá ngắn.' }],
  right: 'Đúng rồi.',
};

const short: ShortQuestion = {
  kind: 'short',
  giveaways: [],
  question: 'Gọi cho ai trước tiên?',
  accept: ['ngân hàng', 'gọi ngân hàng', 'không dùng lại', 'tắt 4g', 'hoà giải', 'chữ', 'bank hotline'],
  wrong: [
    { forms: ['công an', 'facebook', '113'], note: 'Công an tới sau.' },
    { forms: ['chữ to', 'mã otp', 'otp', 'không dùng lạnh'], note: 'Không phải.' },
  ],
  answer: 'Gọi ngân hàng theo số in trên thẻ.',
  rubric: 'Nói ngân hàng.',
  right: 'Đúng rồi.',
};

function kindOf(question: Question, text: string): string {
  return grade(question, { text }).kind;
}

describe('a choice', () => {
  it('is what was pressed, with its note', () => {
    expect(grade(choice, { option: 1 })).toEqual({ kind: 'right', note: 'Dài.', option: 1 });
    expect(grade(choice, { option: 0 })).toEqual({ kind: 'wrong', note: 'Tên và năm sinh.', option: 0 });
    expect(grade(choice, { option: 7 })).toEqual({ kind: 'unsure' });
  });

  it.each([
    ['2', 'right'],
    ['B', 'right'],
    ['câu b nha', 'right'],
    ['đáp án là 3', 'wrong'],
    ['Bon meo an chin chen pho', 'right'],
    ['bon meo an chin chenn pho', 'right'],
    ['bốn mèo ăn chín chén cơm', 'wrong'],
    ['nguyenvana1990', 'wrong'],
    ['con mèo', 'unsure'],
    ['9', 'unsure'],
    ['d', 'unsure'],
    ['không biết', 'gave_up'],
    ['', 'gave_up'],
  ])('typed as %j is %s', (text, kind) => {
    expect(kindOf(choice, text)).toBe(kind);
  });
});

describe('a number', () => {
  it.each([
    ['12', 'right'],
    ['12 ký tự', 'right'],
    ['12kytu', 'right'],
    ['khoảng 12', 'right'],
    ['12,0', 'right'],
    ['mười hai', 'right'],
    ['muoi hai ky tu a', 'right'],
    ['em nghĩ 12', 'right'],
    ['twelve', 'right'],
    ['24 : 2 = 12', 'right'],
    ['tám cộng bốn là mười hai', 'right'],
    ['tam', 'wrong'],
    ['8', 'wrong'],
    ['mười lăm', 'wrong'],
    ['-12', 'wrong'],
    ['1.200', 'wrong'],
    ['12k', 'wrong'],
    ['10-12', 'unsure'],
    ['từ 10 đến 12', 'unsure'],
    ['mười một mười hai', 'unsure'],
    ['hơn 12', 'unsure'],
    ['không phải 12', 'unsure'],
    ['nhiều lắm', 'unsure'],
    ['không biết', 'gave_up'],
    ['hk bít', 'gave_up'],
    ['🤔', 'gave_up'],
  ])('%j is %s', (text, kind) => {
    expect(kindOf(number, text)).toBe(kind);
  });

  it('that many give has its own note', () => {
    expect(grade(number, { text: '8 ký tự' })).toEqual({ kind: 'wrong', note: 'Tám là quá ngắn.' });
  });

  it.each([
    ['21', 'hai mươi mốt'],
    ['24', 'hai mươi tư'],
    ['25', 'hai lăm'],
    ['15', 'muoi lam'],
    ['105', 'một trăm linh năm'],
    ['115', 'một trăm mười lăm'],
    ['250', 'hai trăm năm mươi'],
    ['2.5', 'hai rưỡi'],
    ['150', 'một trăm rưỡi'],
    ['2500', '2 nghìn rưỡi'],
    ['30000', '30k'],
    ['1500000', '1.500.000 đồng'],
    ['0', 'không có ai'],
    ['42', 'forty two'],
  ])('of %s is understood in %j', (answer, text) => {
    expect(kindOf({ ...number, answer: Number(answer), unit: undefined, wrong: [] }, text)).toBe('right');
  });

  it('is right within its tolerance, and not beyond', () => {
    const about = { ...number, answer: 0.3, tolerance: 0.1, unit: undefined };
    expect(kindOf(about, '0,2')).toBe('right');
    expect(kindOf(about, '0.4')).toBe('right');
    expect(kindOf(about, '0,41')).toBe('wrong');
    expect(kindOf({ ...about, answer: 9, tolerance: 2 }, '8')).toBe('wrong');
  });

  it('with the period it is counted in, or in another unit', () => {
    const perDay = { ...number, answer: 2, unit: 'GB', wrong: [] };
    for (const text of ['2GB', '2 gb một ngày', 'mỗi ngày 2 GB']) expect(kindOf(perDay, text)).toBe('right');
    expect(kindOf(perDay, '2 MB')).toBe('unsure');
    expect(kindOf({ ...perDay, answer: 7, unit: 'ngày' }, '1 tuần')).toBe('unsure');
  });

  it('from 1 to 999 is understood in the words of schoolbooks, with accents and without', () => {
    const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
    const words = (n: number): string => {
      const [hundreds, tens, ones] = [Math.floor(n / 100), Math.floor(n / 10) % 10, n % 10];
      const head = hundreds > 0 ? `${digits[hundreds]} trăm` : '';
      if (tens === 0)
        return [head, ones > 0 && head ? 'lẻ' : '', ones > 0 ? digits[ones] : ''].filter(Boolean).join(' ');
      const ten = tens === 1 ? 'mười' : `${digits[tens]} mươi`;
      const one = ones === 0 ? '' : ones === 5 ? 'lăm' : ones === 1 && tens > 1 ? 'mốt' : digits[ones];
      return [head, ten, one].filter(Boolean).join(' ');
    };
    for (let n = 1; n < 1000; n++) {
      const asked = { ...number, answer: n, unit: undefined, wrong: [] };
      for (const text of [words(n), fold(words(n)), `khoảng ${words(n)}`, String(n)])
        expect([text, kindOf(asked, text)]).toEqual([text, 'right']);
    }
  });
});

describe('a short answer', () => {
  it.each([
    ['Ngân hàng', 'right'],
    ['NGAN HANG!', 'right'],
    ['nganhang', 'right'],
    ['dạ em nghĩ là ngân hàng ạ', 'right'],
    ['I think it is the bank hotline', 'right'],
    ['gọi nh nha', 'right'],
    ['mình sẽ gọi ngay cho bên ngân hàng', 'right'],
    ['ngân hàng phải không', 'right'],
    ['không, gọi ngân hàng', 'right'],
    ['không phải facebook mà là ngân hàng', 'right'],
    ['ngan hagn', 'right'],
    ['ko dung lai', 'right'],
    ['hòa giải', 'right'],
    ['tat 4g', 'right'],
    ['công an', 'wrong'],
    ['conng an', 'wrong'],
    ['gọi 113 liền', 'wrong'],
    ['chữ to', 'wrong'],
    ['ghi chữ to lên', 'wrong'],
    ['tắt 5g', 'unsure'],
    ['dùng lại', 'unsure'],
    ['không phải ngân hàng', 'unsure'],
    ['đừng gọi ngân hàng', 'unsure'],
    ['dung goi ngan hang', 'unsure'],
    ['ngân hàng thì không', 'unsure'],
    ['gọi công an với ngân hàng', 'unsure'],
    ['không phải facebook', 'unsure'],
    ['hàng xóm', 'unsure'],
    ['bạn bè', 'unsure'],
    ['một hôm mình thấy người ta viết chữ trên tường', 'unsure'],
    ['không biết', 'gave_up'],
    ['em hổng bít luôn', 'gave_up'],
    ['chịu thua', 'gave_up'],
    ['gợi ý đi', 'gave_up'],
    ['no idea', 'gave_up'],
    ["I don't know", 'gave_up'],
    ['', 'gave_up'],
    ['...', 'gave_up'],
  ])('%j is %s', (text, kind) => {
    expect(kindOf(short, text)).toBe(kind);
  });

  it('says what is right in a wrong one', () => {
    expect(grade(short, { text: 'Công an phường' })).toEqual({ kind: 'wrong', note: 'Công an tới sau.' });
  });

  it('goes by its accents where a right and a wrong form differ in nothing else, and is not right without them', () => {
    const collision = { ...short, accept: ['tên'], wrong: [{ forms: ['tền'], note: '' }] };
    expect(['tên', 'tền', 'ten'].map((text) => kindOf(collision, text))).toEqual(['right', 'wrong', 'wrong']);
  });

  it('cannot be pressed', () => {
    expect(grade(short, { option: 0 })).toEqual({ kind: 'unsure' });
  });

  const accepted = fc.constantFrom(...short.accept);
  const wrongForm = fc.constantFrom(...short.wrong.flatMap(({ forms }) => forms));
  const written = (text: fc.Arbitrary<string>) =>
    fc
      .record({
        text,
        plain: fc.boolean(),
        upper: fc.boolean(),
        decomposed: fc.boolean(),
        before: fc.constantFrom('', 'dạ ', 'là ', 'em nghĩ là '),
        after: fc.constantFrom('', ' ạ', '.', ' nha', '!!'),
      })
      .map(({ text, plain, upper, decomposed, before, after }) => {
        const full = before + (plain ? fold(text) : text) + after;
        const cased = upper ? full.toUpperCase() : full;
        return decomposed ? cased.normalize('NFD') : cased;
      });

  it('is right in any form, with or without accents, capitals, composed letters and the words around it', () => {
    fc.assert(
      fc.property(written(accepted), (text) => {
        expect([text, kindOf(short, text)]).toEqual([text, 'right']);
      }),
    );
  });

  it('is never right in a wrong form, however it is written', () => {
    fc.assert(
      fc.property(written(wrongForm), (text) => {
        expect([text, kindOf(short, text)]).toEqual([text, 'wrong']);
      }),
    );
  });

  it('is right with one slip of the finger, unless the slip makes another form', () => {
    const slip = fc.record({
      form: fc.constantFrom('gọi ngân hàng', 'bank hotline'),
      at: fc.nat(10),
      how: fc.constantFrom('drop', 'double', 'swap', 'other'),
    });
    fc.assert(
      fc.property(slip, ({ form, at, how }) => {
        const text = fold(form);
        const [head, letter = '', next = '', tail] = [text.slice(0, at), text[at], text[at + 1], text.slice(at + 2)];
        const slipped = {
          drop: head + next + tail,
          double: head + letter + letter + next + tail,
          swap: head + next + letter + tail,
          other: `${head}x${next}${tail}`,
        }[how];
        expect([slipped, kindOf(short, slipped ?? '')]).toEqual([slipped, 'right']);
      }),
    );
  });

  it('of any words is graded, never thrown at, and never right with a wrong form beside a right one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const question of [choice, number, short]) expect(kindOf(question, text)).toBeTruthy();
      }),
    );
    fc.assert(
      fc.property(accepted, wrongForm, fc.constantFrom(', ', ' và ', ' rồi ', ' hoặc '), (right, wrong, joint) => {
        expect(kindOf(short, right + joint + wrong)).not.toBe('right');
        expect(kindOf(short, wrong + joint + right)).not.toBe('right');
      }),
    );
  });
});

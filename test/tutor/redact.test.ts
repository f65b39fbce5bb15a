import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact } from '../../src/tutor/redact.ts';

const placeholder = /\[[^\]]*\]/g;

/** What stands in a sentence: its kind must be found and no two digits in a row may be left. */
function expectGone(written: string, kind: string): void {
  const { text, kinds } = redact(`Dạ ${written} nha bạn`);
  expect(kinds, `${written} → ${text}`).toContain(kind);
  expect(text.replace(placeholder, ''), written).not.toMatch(/\d{2}/);
  expect(text.startsWith('Dạ ') && text.endsWith('nha bạn'), text).toBe(true);
}

const identifiers: Readonly<Record<string, readonly string[]>> = {
  phone:
    `0912345678|0912.345.678|091 234 5678|(091) 234-5678|+84912345678|+84 912 345 678|(+84) 912 345 678|+84.912.345.678|84912345678|
    0084912345678|84-912-345-678|o912345678|O9l2345678|09.12.34.56.78|0 9 1 2 3 4 5 6 7 8|0912-345-678|0912_345_678|0912/345/678|01687654321|
    0168 123 4567|0283 822 1234|028 3822 1234|(028) 38221234|08 3822 1234|0912345678nha|sdt0912345678|zalo:0912345678|０９１２３４５６７８|
    0️⃣9️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣|091​234​5678|zalo 912345678|gọi em 912 345 678|sđt nhà 38221234|không chín một hai ba bốn năm sáu bảy tám|
    khong chin mot hai ba bon nam sau bay tam|0 chín 1 hai 3 bốn 5 sáu 7 tám|0912 345 sáu bảy tám|không chín mươi ba, bốn năm sáu, bảy tám chín một|
    số em là không chín không ba con tám bốn năm sáu bảy|tám tư chín một hai ba bốn năm sáu bảy tám|
    zero nine one two three four five six seven eight|+1 415 555 2671|0912345678 hoặc 0987 654 321`.split(/\|\s*/),
  paper:
    `079201001234|CCCD 079 201 001 234|cccd: 0792 0100 1234|căn cước 079201-001234|CMND 024123456|cmt 024 123 456|hộ chiếu C1234567|
    số chứng minh của mẹ em là 271234567|passport B 1234567|P01234567|không bảy chín hai không một không không một hai ba bốn`.split(
      /\|\s*/,
    ),
  account:
    `stk 0071001234567 VCB|Techcombank 19031234567890|0071001234567 (Vietcombank)|tài khoản ngân hàng của em 123456789|stk: 1234 5678 9012|
    MB 0912345678|số thẻ 4111 1111 1111 1111|9704 3600 1234 5678|4111111111111111|thẻ 9704 3612 3456 7890 123|
    chuyển khoản vào 102874563214 giúp em|acb 12345678`.split(/\|\s*/),
  plate:
    `59A-123.45|59X1-12345|51F 123.45|59-X1 123.45|29A12345|xe em biển số 59x1 12345|59T1-1234|51LD-123.45|biển 59 c1 234 56`.split(
      '|',
    ),
  email:
    `lan.anh99@gmail.com|lan anh a còng gmail chấm com|a chấm b a còng gmail chấm com|lananh99 @ gmail . com|lananh(at)gmail(dot)com|
    abc [at] yahoo [dot] com [dot] vn|lan_anh@st.hcmut.edu.vn|email em là lananh99 a còng gmail chấm com|lananh99＠gmail．com|
    lananh at gmail dot com|lananh acong gmail cham com|lananh99 gmail.com|nguyenvana@gmail`.split(/\|\s*/),
  birth_date:
    `sinh ngày 12/03/1990|ngày sinh: 12-03-1990|sn 12/3/90|SN 1990|em sinh 12.3.1990|sinh ngày 12 tháng 3 năm 1990|ngày sinh 12031990|
    DOB 1990-03-12|em sinh ngày mùng 5 tháng 6 năm 2005|born on 12 March 1990|sinh nhật em 12/3|sinh ngày mười hai tháng ba năm một chín chín mươi|năm sinh: 1990`.split(
      /\|\s*/,
    ),
  code: `BHYT DN4790123456789|số BHYT: HS 4 79 79 12345 678|BHXH 7912345678|MST 0312345678|mst: 0312345678-001|MSSV 20201234|SBD 123456|
    mã số thuế cá nhân 8123456789|DN4790123456789`.split(/\|\s*/),
  profile:
    `facebook.com/lan.anh.99|https://www.facebook.com/profile.php?id=100012345678901|fb.com/lananh|zalo.me/0912345678|t.me/lananh99|
    tiktok.com/@lananh|https://linkedin.com/in/lan-anh-123|wa.me/84912345678|ig: @lananh_99|telegram @lananh99|@lananh99 trên telegram|fb lananh.99`.split(
      /\|\s*/,
    ),
  address:
    `nhà em ở 123/4 Lê Văn Sỹ, phường 14, quận 3|hẻm 45/6 đường số 5, Hiệp Bình Chánh|nha em o 45/12 le van sy p13 q3|hem 123 le van sy|
    kiệt 20 Điện Biên Phủ|số 8 ngõ 34 ngách 5 Trần Duy Hưng|ấp 3 xã Tân Kiên huyện Bình Chánh|ap 3 xa tan kien|tổ 5 khu phố 3 phường Tân Phong|
    tổ 12, ấp Bình Thuận, xã Bình Lợi|căn hộ A12.05 chung cư Sunrise City|căn 1205 chung cư Sky Garden|12 đường Nguyễn Trãi|số 12 Nguyễn Trãi|
    chung cư Masteri, block B, tầng 12, căn 05|số nhà 12 đường 3/2|nhà số 8 hẻm 12|A5/12 ấp 1 xã Vĩnh Lộc A|dc 12 CMT8 q10|
    địa chỉ: 45 Cách Mạng Tháng 8, P.5, Q. Tân Bình|gửi về 12 Nguyễn Trãi|12/3 Lê Lợi, phường Bến Thành|tổ dân phố 12|45/12 phường 13 quận 3|
    phòng 302 ký túc xá khu B|12 Le Loi Street, District 1|sn 12 đường Lê Lợi|ship tới 220 bis Điện Biên Phủ|nhà 123/45/6 Phan Văn Trị`.split(
      /\|\s*/,
    ),
};

const harmless =
  `giá 1.500.000đ|học phí 1,500,000 đồng|2tr5|500k|19:30 ngày 12/05/2024|từ 8h đến 10h|03/09/2024 15:30|điểm 8,5 9,0 7,5|lớp 10A1|
  lớp 12A1 2024|lớp 6/3|113, 114, 115|gọi 1022|1900 1234|tổng đài 1900545454|18001091|Vietcombank 1900545413|bài 3 trang 45|Python 3.11.4|
  phiên bản 2.0.15.1234|xe buýt 150|192.168.1.1|mã khóa KH20260001|IT4409|COMP1010|mã lớp 202600123|quận 12 có lớp nào|30 người|1 000 000 lượt xem|
  dân số 9.123.456|123456789 + 987654321|3.14159265358979|2^32 = 4294967296|bài 20/11|ngày 30/4 1/5|1, 2, 3, 4, 5, 6, 7, 8, 9, 10|
  một hai ba bốn năm sáu bảy tám chín mười|08 09 10 11 12|0 1 2 3 4 5 6 7 8 9|mật khẩu 12345678|tổ 3 làm bài tập|2 đường thẳng song song|
  lớp 12 Nguyễn Trãi|phòng 302|ISBN 9786041234567|sinh năm 1890|có 5 nguyên tố|học sinh ngày 20/11 nghỉ|tuyển sinh 12/03/2024|
  0,5 8,5 9,0 7,5 8,0|5 000 000 000|1/2 + 1/3|Thông tư 02/2025/TT-BGDĐT|1.234,56|tài khoản có 5 triệu|tài khoản còn 12.345.678|ck 500000|
  đường số 5|gần phường 12|nhà có 3 người|30/4 Giải Phóng Miền Nam|mua 2 hem|2,5 km đường|http://thuvien.vn/bai?id=12345|at home`.split(
    /\|\s*/,
  );

describe('redact', () => {
  for (const [kind, cases] of Object.entries(identifiers)) {
    it.each(cases)(`takes out %s (${kind})`, (written) => expectGone(written, kind));
  }

  it.each(harmless)('leaves %s alone', (written) => {
    const sentence = `Cho mình hỏi ${written} nha`;
    expect(redact(sentence)).toEqual({ text: sentence, kinds: [] });
  });

  it('keeps the sentence around', () => {
    expect(redact('Em tên Lan, sđt 0912 345 678, mail lan@gmail.com. Học phí 500.000đ phải không?')).toEqual({
      text: 'Em tên Lan, sđt [số điện thoại], mail [email]. Học phí 500.000đ phải không?',
      kinds: ['phone', 'email'],
    });
    expect(redact('').text).toBe('');
  });

  it('takes the name of a street to its end and no word more', () => {
    expect(redact('Em ở 12 hẻm 60 Lâm Văn Bền gần chợ, hẻm 5 kiệt 42 Hải Phòng nhé').text).toBe(
      'Em ở [địa chỉ] gần chợ, [địa chỉ] nhé',
    );
    expect(redact('ship về 88 Phan Xích Long Phú Nhuận giúp em').text).toBe('ship về [địa chỉ] giúp em');
  });

  it('finds several side by side, also on lines', () => {
    expect(redact('CCCD: 079201001234\nSTK: 0071001234567 VCB\nBiển số 59X1-123.45').text).toBe(
      'CCCD: [số giấy tờ]\nSTK: [số tài khoản] VCB\nBiển số [biển số xe]',
    );
  });

  const digit = fc.integer({ min: 0, max: 9 });
  const digits = (count: number) => fc.array(digit, { minLength: count, maxLength: count }).map((all) => all.join(''));
  const mobile = fc
    .tuple(fc.constantFrom('03', '05', '07', '08', '09'), digits(8))
    .map((parts) => parts.join(''))
    .filter((number) => !/(\d)\1{5}|0[0-9]*12345|(?:1234|2345|3456|4567|5678|6789|0910|0809)/.test(number));
  const words = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
  const folded = ['khong', 'mot', 'hai', 'ba', 'bon', 'nam', 'sau', 'bay', 'tam', 'chin'];
  const cutBy = (separator: string, sizes: readonly number[]) => (number: string) => {
    let at = 0;
    const parts = sizes.map((size) => {
      at += size;
      return number.slice(at - size, at);
    });
    return [...parts, number.slice(at)].filter((part) => part !== '').join(separator);
  };
  const shape = fc.constantFrom<(number: string) => string>(
    (number) => number,
    cutBy('.', [4, 3]),
    cutBy(' ', [3, 3]),
    cutBy('-', [4, 2, 2]),
    cutBy(' ', [4, 3]),
    cutBy('.', [2, 2, 2, 2]),
    cutBy(' ', [1, 1, 1, 1, 1, 1, 1, 1, 1]),
    (number) => `+84${number.slice(1)}`,
    (number) => `(+84) ${cutBy(' ', [3, 3])(number.slice(1))}`,
    (number) => `84${number.slice(1)}`,
    (number) => number.replaceAll('0', 'o'),
    (number) => [...number].map((sign) => words[Number(sign)]).join(' '),
    (number) => [...number].map((sign) => folded[Number(sign)]).join(' '),
    (number) => [...number].map((sign) => String.fromCodePoint(0xff10 + Number(sign))).join(''),
    (number) => [...number].join('\u200b'),
  );
  const frame = fc.constantFrom<[string, string]>(
    ['', ''],
    ['Dạ số em là ', ' ạ'],
    ['sđt: ', ''],
    ['Gọi ', ' giúp mình nhé, bài 3 khó quá'],
    ['Lúc 19:30 ngày 12/05/2024 nhắn ', '.'],
    ['(', ')'],
    ['em học lớp 10A1,', ',cảm ơn'],
  );

  it('finds telephone numbers in any shape and sentence, and changes nothing the second time', () => {
    fc.assert(
      fc.property(mobile, shape, frame, (number, written, [before, after]) => {
        const sentence = before + written(number) + after;
        const { text, kinds } = redact(sentence);
        expect(kinds, `${sentence} → ${text}`).toContain('phone');
        expect(text).toBe(`${before}[số điện thoại]${after}`);
        expect(redact(text)).toEqual({ text, kinds: [] });
      }),
      { numRuns: 500 },
    );
  });

  it('finds identity numbers and mailboxes', () => {
    const identity = fc
      .tuple(fc.integer({ min: 1, max: 96 }), digits(9))
      .map(([province, others]) => `0${String(province).padStart(2, '0')}${others}`);
    fc.assert(
      fc.property(
        identity.filter((number) => !/(\d)\1{5}/.test(number)),
        frame,
        (number, [before, after]) => {
          expect(redact(before + number + after).text).toBe(`${before}[số giấy tờ]${after}`);
        },
      ),
    );
    const name = fc.stringMatching(/^[a-z][a-z0-9]{2,10}(?:[._][a-z0-9]{2,8})?$/);
    const domain = fc.constantFrom('gmail.com', 'yahoo.com.vn', 'hcmut.edu.vn', 'ubnd.hochiminhcity.gov.vn');
    fc.assert(
      fc.property(name, domain, frame, (local, host, [before, after]) => {
        expect(redact(`${before}${local}@${host}${after}`).text).toBe(`${before}[email]${after}`);
      }),
    );
  });

  it('is idempotent over anything', () => {
    const piece = fc.oneof(
      fc.constantFrom(...Object.values(identifiers).flat(), ...harmless),
      fc.constantFrom(
        'stk',
        'hẻm',
        '12',
        ' ',
        '\n',
        '[',
        ']',
        'sinh ngày',
        'a còng',
        'quận 3',
        '0912',
        'năm',
        'số',
        '[địa chỉ]',
      ),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), fc.constantFrom('', ' ', ', '), (pieces, separator) => {
        const { text } = redact(pieces.join(separator));
        expect(redact(text)).toEqual({ text, kinds: [] });
      }),
      { numRuns: 500 },
    );
  });

  const hostile = [
    '0 ',
    '12 ',
    '12/',
    '1',
    'hem ',
    'hem 1 ',
    'to 1 ',
    'a cong ',
    'a.',
    '@',
    'không ',
    'so nha ',
    'Lê ',
    '12 Lê ',
    'stk 1 ',
    ' ',
    '-',
  ];
  it.each(hostile)('reads twenty thousand signs of "%s" to the end', (piece) => {
    const text = piece.repeat(20_000 / piece.length);
    expect(redact(`${text} sđt 0912 345 678.`).text.endsWith('[số điện thoại].')).toBe(true);
  });
});

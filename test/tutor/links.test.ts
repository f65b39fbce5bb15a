import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linksOutside, withoutForeignLinks } from '../../src/tutor/links.ts';

const allowed = ['hoc.hochiminhcity.gov.vn', 'igiaoduc.vn', 'thưviện.vn'];
const hosts = (text: string) => linksOutside(text, allowed).map(({ host }) => host);

describe('linksOutside', () => {
  it.each([
    'Xem https://hoc.hochiminhcity.gov.vn/khoa-hoc?id=12#dau nhé.',
    'Vào igiaoduc.vn, rồi www.igiaoduc.vn/bai/3.',
    '[Khóa tin học](https://igiaoduc.vn/tin-hoc)',
    'HTTPS://IGIAODUC.VN/A (http://igiaoduc.vn)',
    'thưviện.vn và https://xn--thvin-grb5423c.vn',
    'Bài 3.2, phiên bản 2.0.1, giá 1.500.000đ, lúc 8.30, ngày 12.05.2024',
    'Mở tệp bai-tap.docx, index.html, main.py, node.js và asp.net',
    'Máy ở 192.168.1.1 là bộ phát Wi-Fi.',
    'Mình hiểu rồi.ai cũng làm được.Bạn thử nhé... v.v.',
    'Ví dụ: a/b, và/hoặc, 24/7, // ghi chú, C:\\\\Users',
    'Tel: 028 38 221 234, data: 5GB. Xong. Click vào nút, rồi top 3. Nhé.',
    'Xem igiaoduc.vn/?tiep=https://evil.com',
  ])('lets pass: %s', (text) => {
    expect(linksOutside(text, allowed)).toEqual([]);
    expect(withoutForeignLinks(text, allowed, '[liên kết]')).toBe(text);
  });

  it.each([
    ['https://evil.com/a', 'evil.com'],
    ['vào evil.com nha', 'evil.com'],
    ['evil.com.', 'evil.com'],
    ['[igiaoduc.vn/bai](https://evil.com)', 'evil.com'],
    ['https://igiaoduc.vn@evil.com/', 'evil.com'],
    ['https://igiaoduc.vn:mk@evil.com', 'evil.com'],
    ['igiaoduc.vn@evil.com', 'evil.com'],
    ['https://igiaoduc.vn.evil.com', 'igiaoduc.vn.evil.com'],
    ['https://evil.com/igiaoduc.vn', 'evil.com'],
    ['https://evil.com?igiaoduc.vn', 'evil.com'],
    ['https://evil.com\\@igiaoduc.vn', 'evil.com'],
    ['https:\\\\evil.com', 'evil.com'],
    ['https:///evil.com', 'evil.com'],
    ['//evil.com/x', 'evil.com'],
    ['hxxps://evil.com', 'evil.com'],
    ['http://evil。com', 'evil.com'],
    ['evil．com/x', 'evil.com'],
    ['ｅｖｉｌ.com', 'evil.com'],
    ['ev\u200bil.com', 'evil.com'],
    ['evil[.]com', 'evil.com'],
    ['evil (dot) com', 'evil.com'],
    ['evil chấm com', 'evil.com'],
    ['evil . com', 'evil.com'],
    ['http://1.2.3.4/x', '1.2.3.4'],
    ['http://16909060', '1.2.3.4'],
    ['1.2.3.4/dangnhap', '1.2.3.4'],
    ['http://[::1]/', '[::1]'],
    ['bit.ly/abc', 'bit.ly'],
    ['t.me/kenhla', 't.me'],
    ['con.igiaoduc.vn', 'con.igiaoduc.vn'],
    ['https://igiаoduc.vn', 'xn--igioduc-4fg.vn'],
    ['https://igiaoduc.vn:8080/', 'igiaoduc.vn'],
    ['lan@evil.com', 'evil.com'],
    ['evil.com:8080', 'evil.com'],
    ['javascript:alert(1)', ''],
    ['data:text/html,<b>', ''],
    ['tel:0912345678', ''],
    ['tg://resolve?domain=x', ''],
    ['nhandao.xyz', 'nhandao.xyz'],
    ['<a href="https://evil.com">igiaoduc.vn</a>', 'evil.com'],
  ])('names %s', (text, host) => {
    expect(hosts(`Bạn xem ${text}`)).toEqual([host]);
    const rest = withoutForeignLinks(`Bạn xem ${text}`, allowed, '[liên kết]');
    expect(hosts(rest), rest).toEqual([]);
    expect(rest).not.toMatch(/evil/i);
  });

  it('keeps the label of a Markdown link, and the words around', () => {
    expect(
      withoutForeignLinks('Đọc [bài này](https://evil.com/a_b), rồi igiaoduc.vn.', allowed, '(đã bỏ liên kết)'),
    ).toBe('Đọc bài này (đã bỏ liên kết), rồi igiaoduc.vn.');
    expect(withoutForeignLinks('Đọc [bài này](https://evil.com) nhé', allowed, '')).toBe('Đọc bài này nhé');
  });

  it('says what was written', () => {
    expect(linksOutside('Xem HTTPS://Evil.com/Đường, nhé', allowed)).toEqual([
      { written: 'HTTPS://Evil.com/Đường', host: 'evil.com' },
    ]);
    expect(hosts('a https://x.com b https://igiaoduc.vn c y.org')).toEqual(['x.com', 'y.org']);
  });

  it('leaves no link behind, whatever the text', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'https://',
        'evil.com',
        'igiaoduc.vn',
        '@',
        '/',
        '\\',
        '.',
        'x.org',
        '[',
        '](',
        ')',
        ' ',
        'a',
        '//',
        ':',
        '。',
        'com',
      ),
      fc.string({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        for (const instead of ['…', '']) {
          const rest = withoutForeignLinks(pieces.join(''), allowed, instead);
          expect(linksOutside(rest, allowed), rest).toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each(['a.', 'a.com', 'http://', '@', '[', 'a.com/', '.com ', '1.', 'https://igiaoduc.vn '])(
    'reads long rows of "%s" to the end',
    (part) => {
      expect(hosts(`${part.repeat(20_000 / part.length)} https://last.com`).at(-1)).toBe('last.com');
    },
  );
});

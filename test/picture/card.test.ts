import { expect, it } from 'vitest';
import { type Card, cardSvg, renderPng } from '../../src/picture/index.ts';
import { decodePng } from '../support/decoded-png.ts';

const plain: Card = {
  brand: 'Bạn Học',
  tagline: 'Tìm khóa học hợp với bạn',
  title: 'Kế toán vỡ lòng buổi tối',
  subtitle: 'Quỹ Nghề Bàn Tay Ấm',
  rows: [
    { label: 'Học phí', parts: ['Miễn phí'], isStrong: true },
    { label: 'Nơi học', parts: ['Trực tiếp', '20 đường Bến Đò, Phường Bình Thạnh'] },
  ],
  footnote: 'Thông tin xác nhận ngày 24/11/2026',
};
const link = { url: 'https://banhoc.example/courses/ke-toan', words: 'Quét mã để xem', shown: 'banhoc.example' };

async function draw(changes: Partial<Card> = {}): Promise<ReturnType<typeof decodePng> & { bytes: number }> {
  const png = await renderPng(await cardSvg({ ...plain, ...changes }));
  return { ...decodePng(png), bytes: png.length };
}

/** Pixels that differ between two pictures of one size, and the box around them. */
function difference(a: ReturnType<typeof decodePng>, b: ReturnType<typeof decodePng>) {
  expect([a.width, a.height]).toEqual([b.width, b.height]);
  const box = { count: 0, left: a.width, right: 0, top: a.height, bottom: 0 };
  for (let pixel = 0; pixel < a.pixels.length / 4; pixel++) {
    if (a.pixels.readUInt32BE(4 * pixel) === b.pixels.readUInt32BE(4 * pixel)) continue;
    const [x, y] = [pixel % a.width, Math.floor(pixel / a.width)];
    box.count++;
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
  }
  return box;
}

it('really shows its texts: each changes the picture where it stands', async () => {
  const whole = await draw();
  const title = difference(
    whole,
    await draw({ title: 'a' }).then((other) => ({ ...other, ...sameHeight(whole, other) })),
  );
  expect(title.count).toBeGreaterThan(3000);
  const tone = difference(whole, await draw({ subtitle: 'Quỹ Nghề Bàn Tay Âm' }));
  // An acute is small, and is there.
  expect(tone.count).toBeGreaterThan(5);
  expect(tone.right - tone.left).toBeLessThan(30);
  const price = difference(
    whole,
    await draw({ rows: [{ label: 'Học phí', parts: ['Miễn phi'], isStrong: true }, ...plain.rows.slice(1)] }),
  );
  expect(price.count).toBeGreaterThan(5);
});

/** A picture on the height of another, cut or filled up with white. */
function sameHeight(wanted: { width: number; height: number }, given: { pixels: Buffer }) {
  const pixels = Buffer.alloc(4 * wanted.width * wanted.height, 255);
  given.pixels.copy(pixels);
  return { height: wanted.height, pixels };
}

it('is the same for the same card, to the byte', async () => {
  const [first, second] = [await renderPng(await cardSvg(plain)), await renderPng(await cardSvg({ ...plain }))];
  expect(first.equals(second)).toBe(true);
});

it('has a code that a reader reads, also when a chat shows the picture small', async () => {
  expect((await draw({ link })).qr).toBe(link.url);
  expect((await draw()).qr).toBeUndefined();
  const long = `https://banhoc.example/courses/${encodeURIComponent('khóa-học-'.repeat(12))}`;
  expect((await draw({ link: { ...link, url: long } })).qr).toBe(long);
});

it('leaves a code out that would be too fine to read', async () => {
  const endless = `https://banhoc.example/${'a'.repeat(900)}`;
  expect(await cardSvg({ ...plain, link: { ...link, url: endless } })).toBe(await cardSvg(plain));
  expect(await cardSvg({ ...plain, link: { ...link, url: `https://banhoc.example/${'a'.repeat(9000)}` } })).toBe(
    await cardSvg(plain),
  );
});

it('says that a course is a sample however long its title is', async () => {
  const title = 'Chương trình bồi dưỡng nghiệp vụ '.repeat(12);
  const svg = await cardSvg({ ...plain, title, mark: '(mẫu)' });
  expect(svg).toContain('… (mẫu)</text>');
  expect(svg).not.toContain(title);
});

const hostile = [
  ['a title of three hundred letters', 'Học nghề điện lạnh dân dụng cho người mới bắt đầu '.repeat(6)],
  ['no space', 'ộ'.repeat(300)],
  ['the widest letters', 'Ữ'.repeat(300)],
  ['capitals with kerning', 'TỰ VƯỢT AVATAR '.repeat(20)],
  ['emoji', '🎸👨‍👩‍👧‍👦🇻🇳'.repeat(50)],
  ['right to left', 'دورة تعلم الجيتار \u202eabc'],
  ['half characters', `\ud83d${'a\udc00'.repeat(40)}`],
  ['markup', '</text></svg><script>alert(1)</script>&amp;&#x0;<![CDATA['],
  ['control characters', 'a\u0000b\u0008c\u001bd\ufffee\uffff'],
  ['marks on marks', `e${'\u0301\u0323'.repeat(200)}`],
  ['nothing', ''],
] as const;

it.each(hostile)('is drawn within its margins with %s', async (_, text) => {
  const long = { title: text, subtitle: text, rows: [{ label: text, parts: [text, text] }], mark: '(mẫu)' };
  const picture = await draw({ ...long, notice: text, footnote: text, link });
  expect(picture.width).toBe(800);
  expect(picture.height).toBeLessThan(1800);
  expect(picture.qr).toBe(link.url);
  // Beside the band and the panel, which go from edge to edge, the margins are empty.
  for (let y = 120; y < picture.height; y++) {
    const row = (x: number) => picture.pixels.readUInt32BE(4 * (y * 800 + x));
    const ground = row(0);
    for (const x of [20, 40, 50, 750, 770, 790]) expect(row(x), `${x}, ${y}`).toBe(ground);
  }
  expect(picture.bytes).toBeLessThan(60_000);
});

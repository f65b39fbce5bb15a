import { bold, colours, regular, textBlock } from './blocks.ts';
import { type Font, loadFont } from './font.ts';
import { qrCode } from './qr-code.ts';
import { element, type TextStyle } from './svg.ts';

/** What a certificate says; every text may hold anything at all. */
export interface CertificateSheet {
  readonly brand: string;
  /** "Giấy chứng nhận". */
  readonly title: string;
  /** Before the name, and the name; without one the words alone. */
  readonly lead: string;
  readonly name?: string;
  readonly words: string;
  readonly subject: string;
  readonly facts: string;
  readonly link: { readonly url: string; readonly words: string; readonly shown: string };
  readonly code: string;
}

/** A4 on its side, at 145 pixels an inch: prints sharply enough, and a phone shows it whole. */
const width = 1654;
const height = 1169;
const edge = 40;
const margin = 130;
const inner = width - 2 * margin;
const qrSide = 250;

/** Draws a certificate as SVG, the same for the same sheet. */
export async function certificateSheetSvg(sheet: CertificateSheet): Promise<string> {
  const font = await loadFont();
  const code = await qrCode(sheet.link.url, qrSide);
  const wordsWidth = inner - qrSide - 60;
  const parts: readonly [number, string][] = [
    sized(font, sheet.brand, [{ size: 40, mostLines: 1 }], bold(40, colours.band), inner),
    [26, ''],
    sized(
      font,
      sheet.title,
      [
        { size: 84, mostLines: 1 },
        { size: 64, mostLines: 2 },
      ],
      bold(84, colours.ink),
      inner,
    ),
    [30, ''],
    sized(font, sheet.lead, [{ size: 38, mostLines: 2 }], regular(38, colours.soft), inner),
    ...(sheet.name === undefined
      ? []
      : [
          [6, ''] as const,
          sized(
            font,
            sheet.name,
            [
              { size: 72, mostLines: 1 },
              { size: 52, mostLines: 2 },
            ],
            bold(72, colours.band),
            inner,
          ),
          [6, ''] as const,
        ]),
    sized(font, sheet.words, [{ size: 38, mostLines: 2 }], regular(38, colours.soft), inner),
    [10, ''],
    sized(
      font,
      sheet.subject,
      [
        { size: 62, mostLines: 2 },
        { size: 46, mostLines: 3 },
      ],
      bold(62, colours.ink),
      inner,
    ),
    [14, ''],
    sized(font, sheet.facts, [{ size: 34, mostLines: 2 }], regular(34, colours.ink), inner),
  ].map(([advance, drawn]) => [Number(advance), String(drawn)]);
  let top = 150;
  const body = parts
    .map(([advance, drawn]) => {
      const at = top;
      top += advance;
      return drawn === '' ? '' : element('g', { transform: `translate(0 ${at})` }, drawn);
    })
    .join('');
  const bottom = height - margin - qrSide + 40;
  const check = [
    textBlock(font, sheet.link.words, bold(32, colours.ink), { x: margin, width: wordsWidth, mostLines: 2 }),
    textBlock(font, sheet.link.shown, regular(28, colours.band), { x: margin, width: wordsWidth, mostLines: 2 }),
    textBlock(font, sheet.code, regular(28, colours.soft), { x: margin, width: wordsWidth, mostLines: 1 }),
  ];
  let line = height - margin - 30 - check.reduce((sum, block) => sum + block.height + 6, 0) + 40;
  const checked = check
    .map((block) => {
      const drawn = block.draw(line);
      line += block.height + 6;
      return drawn;
    })
    .join('');
  return element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}` },
    element('rect', { width, height, fill: colours.ground }) +
      frame(edge, 8) +
      frame(edge + 20, 2) +
      body +
      checked +
      (code?.draw({ x: width - margin - code.side + 20, y: bottom }) ?? ''),
  );
}

function frame(from: number, stroke: number): string {
  return element('rect', {
    x: from,
    y: from,
    width: width - 2 * from,
    height: height - 2 * from,
    fill: 'none',
    stroke: colours.band,
    'stroke-width': stroke,
  });
}

/** A text in the first size in which it is not cut, else in the last; its height and how it is drawn from 0 on. */
function sized(
  font: Font,
  text: string,
  sizes: readonly { readonly size: number; readonly mostLines: number }[],
  style: TextStyle,
  room: number,
): [number, string] {
  const blocks = sizes.map(({ size, mostLines }) =>
    textBlock(font, text, { ...style, size }, { x: margin, width: room, mostLines, isBalanced: true }),
  );
  const block = blocks.find(({ isCut }) => !isCut) ?? blocks.at(-1);
  return block === undefined ? [0, ''] : [block.height, block.draw(0)];
}

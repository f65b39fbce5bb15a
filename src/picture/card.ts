import { drawable } from './drawable.ts';
import { type Font, loadFont } from './font.ts';
import { breakLines } from './lines.ts';
import { qrCode } from './qr-code.ts';
import { element, measureWith, type TextStyle, textLine } from './svg.ts';

/** A label and what stands behind it: in one line where that fits, else each part on its own. */
export interface CardRow {
  readonly label: string;
  readonly parts: readonly string[];
  readonly isStrong?: true;
}

/** What a card says; every text may hold anything at all. */
export interface Card {
  /** Who hands it out, and in a few words what that is. */
  readonly brand: string;
  readonly tagline: string;
  readonly title: string;
  /** Stands behind the title however much of that is cut. */
  readonly mark?: string;
  readonly subtitle?: string;
  readonly rows: readonly CardRow[];
  /** What nobody may overlook. */
  readonly notice?: string;
  readonly footnote: string;
  /** An address as a QR code, the words that invite to it and the address as people read it. */
  readonly link?: { readonly url: string; readonly words: string; readonly shown: string };
}

/** On a phone of 360 pixels a chat shows it at two fifths of this: 34 pixels of text become 14. */
const cardWidth = 800;
const margin = 56;
const inner = cardWidth - 2 * margin;
const labelWidth = 188;
const qrSide = 264;

const colours = {
  ground: '#ffffff',
  band: '#0f766e',
  onBand: '#ffffff',
  onBandSoft: '#d8efeb',
  ink: '#16211f',
  soft: '#50605d',
  panel: '#e8f4f2',
  line: '#d5dedb',
  alarm: '#a3260e',
  alarmGround: '#fbece8',
} as const;

const bold = (size: number, colour: string): TextStyle => ({ size, weight: 'bold', colour });
const regular = (size: number, colour: string): TextStyle => ({ size, weight: 'regular', colour });

/** Long titles are written smaller before they are cut. */
const titleSizes = [
  { size: 56, mostLines: 3 },
  { size: 48, mostLines: 4 },
  { size: 42, mostLines: 5 },
] as const;

/** A part of the card: what it draws from a height on, and how high it is. */
interface Block {
  readonly height: number;
  readonly draw: (top: number) => string;
}

/** Draws a card as SVG, as high as what it says; the same for the same card. */
export async function cardSvg(card: Card): Promise<string> {
  const font = await loadFont();
  const blocks: Block[] = [
    band(font, card),
    gap(44),
    titleBlock(font, card),
    ...(card.subtitle === undefined ? [] : [gap(10), paragraph(font, card.subtitle, regular(34, colours.soft), 2)]),
    gap(28),
    ...card.rows.flatMap((row) => [rule(), gap(16), rowBlock(font, row), gap(16)]),
    ...(card.notice === undefined ? [] : [gap(12), noticeBlock(font, card.notice)]),
    gap(card.notice === undefined ? 12 : 24),
    ...(await closing(font, card)),
  ];
  const { height, draw } = stack(blocks);
  return element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width: cardWidth, height, viewBox: `0 0 ${cardWidth} ${height}` },
    element('rect', { width: cardWidth, height, fill: colours.ground }) + draw(0),
  );
}

/** Blocks one under the other. */
function stack(blocks: readonly Block[]): Block {
  const heights = blocks.map(({ height }) => height);
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  return {
    height: sum(heights),
    draw: (top) => blocks.map((block, position) => block.draw(top + sum(heights.slice(0, position)))).join(''),
  };
}

const gap = (height: number): Block => ({ height, draw: () => '' });

const rule = (): Block => ({
  height: 2,
  draw: (top) => element('rect', { x: margin, y: top, width: inner, height: 2, fill: colours.line }),
});

/** Lines of text from a left edge, within a width. */
function textBlock(
  font: Font,
  text: string,
  style: TextStyle,
  place: {
    readonly x: number;
    readonly width: number;
    readonly mostLines: number;
    readonly mark?: string;
    readonly isBalanced?: true;
  },
): Block & { readonly isCut: boolean } {
  const { x, ...breaking } = place;
  const advances = font[style.weight];
  const { mark } = breaking;
  const { lines, isCut } = breakLines(drawable(text, advances), {
    ...breaking,
    widthOf: measureWith(font, style),
    ...(mark === undefined ? {} : { mark: drawable(mark, advances) }),
  });
  // Vietnamese stacks marks on capitals ("Ữ"): lines need more room than Latin ones do.
  const lineHeight = Math.round(style.size * 1.32);
  return {
    isCut,
    height: lines.length * lineHeight,
    draw: (top) =>
      lines
        .map((line, position) =>
          textLine(line, { x, y: top + position * lineHeight + Math.round(style.size * 1.02) }, style),
        )
        .join(''),
  };
}

function paragraph(font: Font, text: string, style: TextStyle, mostLines: number): Block {
  return textBlock(font, text, style, { x: margin, width: inner, mostLines });
}

function titleBlock(font: Font, { title, mark }: Card): Block {
  const blocks = titleSizes.map(({ size, mostLines }) =>
    textBlock(font, title, bold(size, colours.ink), {
      x: margin,
      width: inner,
      mostLines,
      ...(mark === undefined ? {} : { mark }),
    }),
  );
  return blocks.find((block) => !block.isCut) ?? blocks.at(-1) ?? gap(0);
}

/** The open book of the page's icon, and the name. */
function band(font: Font, { brand, tagline }: Card): Block {
  const height = 112;
  const book =
    element('rect', { width: 64, height: 64, rx: 16, fill: colours.onBand }) +
    element('path', {
      d: 'M14 20c7-3 13-2 18 2 5-4 11-5 18-2v26c-7-3-13-2-18 2-5-4-11-5-18-2z',
      fill: colours.band,
    }) +
    element('path', { d: 'M32 22v26', stroke: colours.onBand, 'stroke-width': 3 });
  const name = bold(40, colours.onBand);
  const nameX = margin + 84;
  const taglineX = nameX + Math.ceil(measureWith(font, name)(brand)) + 28;
  const words = regular(24, colours.onBandSoft);
  const width = cardWidth - margin - taglineX;
  const line = textBlock(font, tagline, words, { x: taglineX, width, mostLines: 2, isBalanced: true });
  return {
    height,
    draw: (top) =>
      element('rect', { y: top, width: cardWidth, height, fill: colours.band }) +
      element('g', { transform: `translate(${margin} ${top + 24})` }, book) +
      textLine(drawable(brand, font.bold), { x: nameX, y: top + 70 }, name) +
      line.draw(top + Math.round((height - line.height) / 2)),
  };
}

function rowBlock(font: Font, { label, parts, isStrong }: CardRow): Block {
  const style = isStrong === true ? bold(36, colours.band) : regular(34, colours.ink);
  const place = { x: margin + labelWidth, width: inner - labelWidth };
  const line = textBlock(font, parts.join(' · '), style, { ...place, mostLines: 1 });
  const values = line.isCut
    ? stack(parts.map((part) => textBlock(font, part, style, { ...place, mostLines: 3, isBalanced: true })))
    : line;
  const labels = textBlock(font, label, regular(28, colours.soft), { x: margin, width: labelWidth - 16, mostLines: 1 });
  return { height: values.height, draw: (top) => labels.draw(top + 6) + values.draw(top) };
}

function noticeBlock(font: Font, text: string): Block {
  const words = textBlock(font, text, regular(28, colours.alarm), { x: margin + 24, width: inner - 48, mostLines: 4 });
  const height = words.height + 32;
  return {
    height,
    draw: (top) =>
      element('rect', { x: margin, y: top, width: inner, height, rx: 16, fill: colours.alarmGround }) +
      words.draw(top + 16),
  };
}

/** The end of the card: the way to more with the footnote beside it, or the footnote alone. */
async function closing(font: Font, { link, footnote }: Card): Promise<Block[]> {
  const small = regular(26, colours.soft);
  const code = link === undefined ? undefined : await qrCode(link.url, qrSide);
  if (link === undefined || code === undefined) return [rule(), gap(24), paragraph(font, footnote, small, 2), gap(36)];
  const place = { x: margin, width: inner - code.side - 24, isBalanced: true } as const;
  const words = stack([
    textBlock(font, link.words, bold(34, colours.ink), { ...place, mostLines: 4 }),
    gap(10),
    textBlock(font, link.shown, regular(26, colours.band), { ...place, mostLines: 2 }),
    gap(10),
    textBlock(font, footnote, small, { ...place, mostLines: 2 }),
  ]);
  const height = 64 + Math.max(code.side, words.height);
  const middle = (side: number): number => Math.round((height - side) / 2);
  return [
    {
      height,
      draw: (top) =>
        element('rect', { y: top, width: cardWidth, height, fill: colours.panel }) +
        words.draw(top + middle(words.height)) +
        code.draw({ x: cardWidth - margin - code.side, y: top + middle(code.side) }),
    },
  ];
}

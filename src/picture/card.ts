import {
  type Block,
  band,
  bold,
  cardWidth,
  colours,
  gap,
  inner,
  margin,
  paragraph,
  regular,
  rule,
  stack,
  textBlock,
} from './blocks.ts';
import { type Font, loadFont } from './font.ts';
import { qrCode } from './qr-code.ts';
import { element } from './svg.ts';

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

const labelWidth = 188;
const qrSide = 264;

/** Long titles are written smaller before they are cut. */
const titleSizes = [
  { size: 56, mostLines: 3 },
  { size: 48, mostLines: 4 },
  { size: 42, mostLines: 5 },
] as const;

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

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
import { element } from './svg.ts';

/** Where something stands on a scale from 0 to 1, and between where it may be. */
export interface UncertainBar {
  readonly label: string;
  /** In words, under the label. */
  readonly value: string;
  readonly share: number;
  readonly from: number;
  readonly to: number;
}

/** A picture of some bars on one scale; every text may hold anything at all. */
export interface BarCard {
  readonly brand: string;
  readonly tagline: string;
  readonly title: string;
  readonly subtitle: string;
  readonly bars: readonly UncertainBar[];
  /** Where a part of the scale ends and the next begins, 0 to 1. */
  readonly borders: readonly number[];
  /** What the marks mean. */
  readonly legend: string;
  readonly footnote: string;
}

const barHeight = 24;

/** Draws bars as SVG, the same for the same card. */
export async function barCardSvg(card: BarCard): Promise<string> {
  const font = await loadFont();
  const { height, draw } = stack([
    band(font, card),
    gap(36),
    paragraph(font, card.title, bold(48, colours.ink), 2),
    gap(4),
    paragraph(font, card.subtitle, regular(30, colours.soft), 2),
    gap(28),
    ...card.bars.flatMap((bar) => [barBlock(font, bar, card.borders), gap(24)]),
    paragraph(font, card.legend, regular(26, colours.soft), 3),
    gap(20),
    rule(),
    gap(20),
    paragraph(font, card.footnote, regular(26, colours.soft), 2),
    gap(32),
  ]);
  return element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width: cardWidth, height, viewBox: `0 0 ${cardWidth} ${height}` },
    element('rect', { width: cardWidth, height, fill: colours.ground }) + draw(0),
  );
}

/** The bar ends where it most likely is; a thin line over it reaches as far as it may be, told apart without colours. */
function barBlock(font: Font, { label, value, share, from, to }: UncertainBar, borders: readonly number[]): Block {
  const place = { x: margin, width: inner, mostLines: 2 } as const;
  const words = stack([
    textBlock(font, label, bold(30, colours.ink), place),
    textBlock(font, value, regular(28, colours.soft), place),
    gap(8),
  ]);
  const x = (part: number): number => Math.round(margin + inner * Math.min(1, Math.max(0, part)));
  const bar = (top: number): string => {
    const middle = top + barHeight / 2;
    const whiskers = [from, to].map((end) =>
      element('rect', { x: x(end) - 2, y: middle - 13, width: 4, height: 26, fill: colours.ink }),
    );
    return [
      element('rect', { x: margin, y: top, width: inner, height: barHeight, rx: 6, fill: colours.line }),
      element('rect', { x: margin, y: top, width: x(share) - margin, height: barHeight, rx: 6, fill: colours.band }),
      ...borders.map((border) =>
        element('rect', { x: x(border) - 2, y: top, width: 4, height: barHeight, fill: colours.ground }),
      ),
      ...(to > from
        ? [
            element('rect', { x: x(from), y: middle - 2, width: x(to) - x(from), height: 4, fill: colours.ink }),
            ...whiskers,
          ]
        : []),
    ].join('');
  };
  return { height: words.height + barHeight + 4, draw: (top) => words.draw(top) + bar(top + words.height) };
}

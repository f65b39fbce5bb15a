import { drawable } from './drawable.ts';
import type { Font } from './font.ts';
import { breakLines } from './lines.ts';
import { element, measureWith, type TextStyle, textLine } from './svg.ts';

/** On a phone of 360 pixels a chat shows it at two fifths of this: 34 pixels of text become 14. */
export const cardWidth = 800;
export const margin = 56;
export const inner = cardWidth - 2 * margin;

export const colours = {
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

export const bold = (size: number, colour: string): TextStyle => ({ size, weight: 'bold', colour });
export const regular = (size: number, colour: string): TextStyle => ({ size, weight: 'regular', colour });

/** A part of a picture: what it draws from a height on, and how high it is. */
export interface Block {
  readonly height: number;
  readonly draw: (top: number) => string;
}

/** Blocks one under the other. */
export function stack(blocks: readonly Block[]): Block {
  const heights = blocks.map(({ height }) => height);
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  return {
    height: sum(heights),
    draw: (top) => blocks.map((block, position) => block.draw(top + sum(heights.slice(0, position)))).join(''),
  };
}

export const gap = (height: number): Block => ({ height, draw: () => '' });

export const rule = (): Block => ({
  height: 2,
  draw: (top) => element('rect', { x: margin, y: top, width: inner, height: 2, fill: colours.line }),
});

/** Lines of text from a left edge, within a width. */
export function textBlock(
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

export function paragraph(font: Font, text: string, style: TextStyle, mostLines: number): Block {
  return textBlock(font, text, style, { x: margin, width: inner, mostLines });
}

/** The open book of the page's icon, and the name. */
export function band(font: Font, { brand, tagline }: { readonly brand: string; readonly tagline: string }): Block {
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

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
import { drawable } from './drawable.ts';
import { type Font, loadFont } from './font.ts';
import { element, measureWith, type TextStyle, textLine } from './svg.ts';

/** A day of the calendar: with learning, without, or still to come. */
export type DayMark = 'learnt' | 'free' | 'to_come';

/** How far somebody is with something. */
export interface ProgressBar {
  readonly label: string;
  readonly done: number;
  readonly of: number;
  /** Behind the bar: "3/8 bài". */
  readonly shown: string;
}

/** What a picture of somebody's progress says; every text may hold anything at all. */
export interface ProgressCard {
  readonly brand: string;
  readonly tagline: string;
  readonly title: string;
  readonly subtitle: string;
  /** Seven names, Monday first. */
  readonly weekdays: readonly string[];
  /** The weeks, the oldest first, seven days each, with what stands behind them: "2/3". */
  readonly weeks: readonly {
    readonly label: string;
    readonly days: readonly DayMark[];
    readonly shown: string;
    readonly isMet: boolean;
  }[];
  /** The place of today in the last week, from 0. */
  readonly today: number;
  readonly bars: readonly ProgressBar[];
  readonly figures: readonly { readonly value: string; readonly label: string }[];
  readonly footnote: string;
}

const labelWidth = 150;
const shownWidth = 96;
const dayWidth = (inner - labelWidth - shownWidth) / 7;
const rowHeight = 62;
/** More would make a long picture of small things; they stand in the text. */
const mostBars = 4;

/** Draws somebody's progress as SVG, the same for the same card. */
export async function progressCardSvg(card: ProgressCard): Promise<string> {
  const font = await loadFont();
  const { height, draw } = stack([
    band(font, card),
    gap(36),
    paragraph(font, card.title, bold(48, colours.ink), 2),
    gap(4),
    paragraph(font, card.subtitle, regular(30, colours.soft), 2),
    gap(24),
    calendar(font, card),
    gap(20),
    ...card.bars.slice(0, mostBars).flatMap((bar) => [barBlock(font, bar), gap(20)]),
    ...(card.figures.length === 0 ? [] : [rule(), gap(20), figuresBlock(font, card.figures), gap(20)]),
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

/** A text whose middle or end is at `x`. */
function placed(font: Font, text: string, at: { x: number; y: number }, style: TextStyle, share: 0.5 | 1): string {
  const line = drawable(text, font[style.weight]);
  return textLine(line, { x: Math.round(at.x - measureWith(font, style)(line) * share), y: at.y }, style);
}

function calendar(font: Font, { weekdays, weeks, today }: ProgressCard): Block {
  const head = 44;
  const middle = (position: number): number => Math.round(margin + labelWidth + (position + 0.5) * dayWidth);
  const names = (top: number): string =>
    weekdays
      .map((name, day) => placed(font, name, { x: middle(day), y: top + 30 }, regular(26, colours.soft), 0.5))
      .join('');
  const row = (position: number, top: number): string => {
    const week = weeks[position];
    if (week === undefined) return '';
    const isLast = position === weeks.length - 1;
    const y = top + rowHeight / 2;
    const ring = isLast
      ? element('circle', { cx: middle(today), cy: y, r: 27, fill: 'none', stroke: colours.ink, 'stroke-width': 2 })
      : '';
    return (
      textLine(drawable(week.label, font.regular), { x: margin, y: y + 10 }, regular(26, colours.soft)) +
      week.days.map((day, at) => dot(day, middle(at), y)).join('') +
      ring +
      placed(
        font,
        week.shown,
        { x: margin + inner, y: y + 11 },
        week.isMet ? bold(30, colours.band) : regular(30, colours.soft),
        1,
      )
    );
  };
  return {
    height: head + weeks.length * rowHeight,
    draw: (top) => names(top) + weeks.map((_, position) => row(position, top + head + position * rowHeight)).join(''),
  };
}

/** Full, hollow or small: told apart without colours. */
function dot(day: DayMark, cx: number, cy: number): string {
  if (day === 'learnt') return element('circle', { cx, cy, r: 20, fill: colours.band });
  if (day === 'to_come') return element('circle', { cx, cy, r: 5, fill: colours.line });
  return element('circle', { cx, cy, r: 18, fill: 'none', stroke: colours.line, 'stroke-width': 4 });
}

function barBlock(font: Font, { label, done, of, shown }: ProgressBar): Block {
  const words = textBlock(font, label, regular(30, colours.ink), { x: margin, width: inner - 170, mostLines: 1 });
  const share = of === 0 ? 0 : Math.min(1, done / of);
  const place = { x: margin, height: 18, rx: 9 };
  return {
    height: words.height + 26,
    draw: (top) =>
      words.draw(top) +
      placed(font, shown, { x: margin + inner, y: top + 31 }, bold(30, colours.band), 1) +
      element('rect', { ...place, y: top + words.height + 6, width: inner, fill: colours.line }) +
      (share === 0
        ? ''
        : element('rect', {
            ...place,
            y: top + words.height + 6,
            width: Math.max(18, Math.round(inner * share)),
            fill: colours.band,
          })),
  };
}

function figuresBlock(font: Font, figures: ProgressCard['figures']): Block {
  const width = Math.floor(inner / figures.length);
  const columns = figures.map(({ value, label }, position) => ({
    value,
    x: margin + position * width,
    label: textBlock(font, label, regular(26, colours.soft), {
      x: margin + position * width,
      width: width - 16,
      mostLines: 2,
    }),
  }));
  return {
    height: 60 + Math.max(...columns.map(({ label }) => label.height)),
    draw: (top) =>
      columns
        .map(
          ({ value, x, label }) =>
            textLine(drawable(value, font.bold), { x, y: top + 46 }, bold(50, colours.band)) + label.draw(top + 60),
        )
        .join(''),
  };
}

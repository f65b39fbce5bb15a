import { type Font, fontFamily, type Weight, widthOf } from './font.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** An element with its attributes escaped; `content` is SVG already. */
export function element(name: string, attributes: Readonly<Record<string, string | number>>, content = ''): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`);
  return `<${name}${written.join('')}>${content}</${name}>`;
}

/** A text safe to stand in an element or attribute. It must be free of control characters: XML has no way to write them. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? '');
}

/** How a text looks. */
export interface TextStyle {
  readonly size: number;
  readonly weight: Weight;
  readonly colour: string;
}

/** One line of text on its baseline. */
export function textLine(text: string, at: { readonly x: number; readonly y: number }, style: TextStyle): string {
  return element(
    'text',
    {
      ...at,
      'font-family': fontFamily,
      'font-size': style.size,
      'font-weight': style.weight === 'bold' ? 700 : 400,
      fill: style.colour,
      // Lines are broken by the widths of the characters alone; "ƯƯƯ" kerned would be wider by a thirtieth.
      style: 'font-kerning:none',
    },
    escapeXml(text),
  );
}

/** Measures texts of a style. */
export function measureWith(font: Font, style: Pick<TextStyle, 'size' | 'weight'>): (text: string) => number {
  return (text) => widthOf(text, font[style.weight], style.size);
}

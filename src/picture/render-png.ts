import { fontFamily, fontFiles } from './font.ts';
import { encodePng } from './png.ts';

let last: Promise<unknown> = Promise.resolve();

/**
 * Draws an SVG of opaque ground as PNG, the same bytes for the same SVG. One at a time: two cards at once would keep both
 * cores of a small server from answering. Throws on what is no SVG.
 */
export function renderPng(svg: string): Promise<Buffer> {
  const drawn = last.then(() => draw(svg));
  last = drawn.catch(() => undefined);
  return drawn;
}

async function draw(svg: string): Promise<Buffer> {
  // 4 MB of native code that a server without pictures never loads. It draws in a thread of its own.
  const { renderAsync } = await import('@resvg/resvg-js');
  const image = await renderAsync(svg, {
    font: { loadSystemFonts: false, fontFiles: [...fontFiles], defaultFontFamily: fontFamily },
  });
  return encodePng(image.pixels, image.width, image.height);
}

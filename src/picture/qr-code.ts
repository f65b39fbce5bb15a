import { element } from './svg.ts';

/** The empty margin that readers need around a code, in modules. */
const quietModules = 4;

/** Smaller modules melt together when a chat shrinks the picture. */
const leastModulePixels = 3;

/** A code on its white square, as SVG, and the pixels that it is wide and high. */
export interface QrCode {
  readonly side: number;
  readonly draw: (at: { readonly x: number; readonly y: number }) => string;
}

/**
 * Makes the QR code of a text, every module a whole number of pixels: crisp edges are read more easily and pack better.
 * Undefined when the text is too long to be read from so small a square.
 *
 * @param most pixels that the side may have, margin included
 */
export async function qrCode(text: string, most: number): Promise<QrCode | undefined> {
  const { create } = (await import('qrcode')).default;
  let modules: ReturnType<typeof create>['modules'];
  try {
    ({ modules } = create(text, { errorCorrectionLevel: 'M' }));
  } catch {
    // Over some 2,300 bytes there is no such code.
    return undefined;
  }
  const across = modules.size + 2 * quietModules;
  const pixels = Math.floor(most / across);
  if (pixels < leastModulePixels) return undefined;
  return { side: across * pixels, draw: ({ x, y }) => drawModules(modules, pixels, { x, y }) };
}

function drawModules(
  modules: { readonly size: number; get(row: number, column: number): number },
  pixels: number,
  { x, y }: { readonly x: number; readonly y: number },
): string {
  const side = (modules.size + 2 * quietModules) * pixels;
  const origin = { x: x + quietModules * pixels, y: y + quietModules * pixels };
  let path = '';
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column) === 0) continue;
      let end = column + 1;
      while (end < modules.size && modules.get(row, end) !== 0) end++;
      path += `M${origin.x + column * pixels} ${origin.y + row * pixels}h${(end - column) * pixels}v${pixels}H${origin.x + column * pixels}z`;
      column = end;
    }
  }
  return (
    element('rect', { x, y, width: side, height: side, rx: 12, fill: '#ffffff' }) +
    element('path', { d: path, fill: '#000000', 'shape-rendering': 'crispEdges' })
  );
}

import jsQR from 'jsqr';
import { PNG } from 'pngjs';

/** A PNG as an independent reader sees it. */
export interface DecodedPng {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and alpha of each pixel, row by row. */
  readonly pixels: Buffer;
  /** What the QR code in it says, if there is one. */
  readonly qr: string | undefined;
}

/** Reads a PNG; throws on one that is broken. */
export function decodePng(content: Buffer): DecodedPng {
  const { width, height, data } = PNG.sync.read(content);
  const found = jsQR.default(new Uint8ClampedArray(data), width, height);
  return { width, height, pixels: data, qr: found?.data };
}

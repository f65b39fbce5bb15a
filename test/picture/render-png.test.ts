import { expect, it } from 'vitest';
import { renderPng } from '../../src/picture/index.ts';
import { decodePng } from '../support/decoded-png.ts';

/** Whether the renderer's native code is in this process. */
function isRendererLoaded(): boolean {
  const report: unknown = process.report.getReport();
  return JSON.stringify(report).includes('resvgjs');
}

const square = (colour: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="3" height="2"><rect width="3" height="2" fill="${colour}"/></svg>`;

it('loads the renderer with the first picture, not before', async () => {
  expect(isRendererLoaded()).toBe(false);
  await renderPng(square('#123456'));
  expect(isRendererLoaded()).toBe(true);
});

it('draws several at once each as it is, and goes on after one that is no SVG', async () => {
  const [red, broken, blue] = await Promise.allSettled([
    renderPng(square('#ff0000')),
    renderPng('<svg'),
    renderPng(square('#0000ff')),
  ]);
  expect(broken.status).toBe('rejected');
  const colours = [red, blue].map((drawn) =>
    drawn?.status === 'fulfilled' ? decodePng(drawn.value).pixels.readUInt32BE(0) >>> 8 : undefined,
  );
  expect(colours).toEqual([0xff0000, 0x0000ff]);
});

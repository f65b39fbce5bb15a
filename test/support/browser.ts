import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Browser, type Page, chromium as playwright } from 'playwright-core';
import { expect } from 'vitest';

const axeSource = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const picturesFolder = new URL('../../docs/pictures/', import.meta.url).pathname;

/** Pictures in the docs stay below this many bytes. */
const largestPicture = 120_000;

/** A browser that needs nothing installed on the machine. */
export async function launchBrowser(): Promise<Browser> {
  // Read by the package at import: without it, it does not unpack the libraries a bare machine lacks.
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs22.x';
  const { default: chromium } = await import('@sparticuz/chromium');
  return playwright.launch({ executablePath: await chromium.executablePath(), args: ['--no-sandbox'], headless: true });
}

/** What axe finds to be serious, in a line each. It is not held up by a page's policy. */
export async function seriousFaults(page: Page): Promise<string[]> {
  await page.evaluate(await readFile(axeSource, 'utf8'));
  const found = await page.evaluate(async () => {
    const axe = (
      globalThis as unknown as {
        axe: { run(): Promise<{ violations: { id: string; impact: string | null; nodes: { html: string }[] }[] }> };
      }
    ).axe;
    return (await axe.run()).violations.map(({ id, impact, nodes }) => ({ id, impact, html: nodes[0]?.html ?? '' }));
  });
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, html }) => `${id}: ${html.slice(0, 160)}`);
}

/**
 * Looks at a page as a phone and as a desktop screen show it: no serious fault, nothing that runs out of the side. With
 * `UPDATE_PICTURES=1` it is photographed as `docs/pictures/NAME-phone.png` and `NAME-desktop.png`.
 * @param top what stands at the top of the picture; the top of the page without
 */
export async function looksRight(page: Page, name: string, top?: string): Promise<void> {
  const { width: before = 1280, height = 800 } = page.viewportSize() ?? {};
  for (const [screen, size] of [
    ['phone', { width: 360, height: 740 }],
    ['desktop', { width: 1280, height: 800 }],
  ] as const) {
    await page.setViewportSize(size);
    expect(await seriousFaults(page), `${name}, ${screen}`).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, `${name}, ${screen}`).toBeLessThanOrEqual(0);
    if (process.env.UPDATE_PICTURES !== '1') continue;
    if (top === undefined) await page.evaluate(() => window.scrollTo(0, 0));
    else
      await page
        .locator(top)
        .first()
        .evaluate((element) => element.scrollIntoView());
    const picture = await page.screenshot();
    if (picture.length > largestPicture) process.stderr.write(`${name}-${screen}.png: ${picture.length} bytes\n`);
    await writeFile(`${picturesFolder}${name}-${screen}.png`, picture);
  }
  await page.setViewportSize({ width: before, height });
}

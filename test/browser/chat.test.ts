import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, seriousFaults } from '../support/browser.ts';
import { type Program, removeFolder, startProgram } from '../support/program.ts';

const picturesFolder = new URL('../../docs/pictures/', import.meta.url).pathname;

let browser: Browser;
let program: Program;

beforeAll(async () => {
  [browser, program] = await Promise.all([
    launchBrowser(),
    startProgram({ environment: { RATE_LIMIT_PER_MINUTE: '0' } }),
  ]);
});

afterAll(async () => {
  await browser?.close();
  await program?.stop();
  if (program !== undefined) await removeFolder(program.dataDir);
});

async function newPage(options: {
  width: number;
  height?: number;
  dark?: boolean;
  script?: boolean;
  language?: string;
}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: options.width, height: options.height ?? 800 },
    colorScheme: options.dark ? 'dark' : 'light',
    javaScriptEnabled: options.script ?? true,
    locale: options.language ?? 'vi-VN',
    bypassCSP: true,
  });
  const page = await context.newPage();
  await page.goto(program.url);
  return page;
}

/** Types a message and waits for its answer. */
async function say(page: Page, text: string): Promise<void> {
  const before = await page.locator('.message.service:not(.waiting)').count();
  await page.getByRole('textbox').fill(text);
  await page.getByRole('textbox').press('Enter');
  await page.locator('.message.service:not(.waiting)').nth(before).waitFor();
}

describe('chat page', () => {
  it('answers without a reload, shows cards with their choices, and continues after one', async () => {
    const page = await newPage({ width: 390 });
    await say(page, 'hoc ke toan buoi toi mien phi');
    const cards = page.locator('.card');
    expect(await cards.count()).toBeGreaterThan(0);
    expect(await cards.first().innerText()).toContain('(mẫu)');
    await cards.first().getByRole('button', { name: /Lưu/ }).click();
    await page.getByText('Đã lưu “').waitFor();
    await page.reload();
    await page.getByText('Đã lưu “').waitFor();
    expect(await page.locator('.person').first().innerText()).toContain('hoc ke toan');
    await page.context().close();
  });

  it('is complete without its script', async () => {
    const page = await newPage({ width: 390, script: false });
    await page.getByRole('textbox').fill('lớp nấu ăn');
    await page.getByRole('button', { name: 'Gửi' }).click();
    await page.locator('.card').first().waitFor();
    await page
      .locator('.card')
      .first()
      .getByRole('button', { name: /chi tiết/i })
      .click();
    await page.getByText('Đơn vị:').waitFor();
    await page.context().close();
  });

  it.each([true, false])('shows a picture to hand on, under its own policy (script: %s)', async (script) => {
    const context = await browser.newContext({
      viewport: { width: 360, height: 740 },
      javaScriptEnabled: script,
      locale: 'vi-VN',
    });
    const page = await context.newPage();
    await page.goto(program.url);
    await page.getByRole('textbox').fill('học vẽ');
    await page.getByRole('button', { name: 'Gửi' }).click();
    await page.locator('.card button', { hasText: 'Chi tiết' }).first().click();
    await page.getByRole('button', { name: 'Ảnh để chia sẻ' }).click();
    const picture = page.getByRole('img', { name: /Thẻ khóa học/ });
    await picture.scrollIntoViewIfNeeded();
    await expect
      .poll(() => picture.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth))
      .toBe(800);
    expect((await picture.boundingBox())?.width).toBeLessThan(360);
    expect(await page.getByRole('link', { name: 'Lưu ảnh' }).getAttribute('download')).toBe('ban-hoc.png');
    await context.close();
  });

  it('keeps a message that could not be sent and sends it once when the network is back', async () => {
    const page = await newPage({ width: 390 });
    await page.context().setOffline(true);
    await page.getByRole('textbox').fill('học guitar');
    await page.getByRole('textbox').press('Enter');
    await page.getByRole('button', { name: 'Gửi lại' }).waitFor();
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Gửi lại' }).click();
    await page.locator('.card').first().waitFor();
    await page.reload();
    expect(await page.locator('.person').count()).toBe(1);
    await page.context().close();
  });

  it('works with the keyboard alone', async () => {
    const page = await newPage({ width: 1280 });
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox').focus();
    await page.keyboard.type('học vẽ');
    await page.keyboard.press('Enter');
    await page.locator('.card').first().waitFor();
    const button = page
      .locator('.card')
      .first()
      .getByRole('button', { name: /chi tiết/i });
    await button.focus();
    await page.keyboard.press('Enter');
    await page.getByText('Đơn vị:').waitFor();
    await page.context().close();
  });

  it.each([
    { width: 320, dark: false },
    { width: 390, dark: true },
    { width: 1280, dark: false },
  ])('has no serious accessibility fault and no sideways scroll at $width px, dark $dark', async ({ width, dark }) => {
    const page = await newPage({ width, dark });
    expect(await seriousFaults(page)).toEqual([]);
    await say(page, 'học tiếng anh buổi tối');
    expect(await seriousFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    const small = await page
      .locator('button:visible, a.button:visible')
      .evaluateAll((nodes) => nodes.filter((node) => node.getBoundingClientRect().height < 43).length);
    expect(small).toBe(0);
    await page.context().close();
  });

  it('speaks English to an English browser', async () => {
    const page = await newPage({ width: 390, language: 'en-US' });
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await say(page, 'free course about cooking');
    expect(await page.locator('.message.service').last().innerText()).toContain('Some courses');
    await page.context().close();
  });

  it('shows the course page with its data for search engines', async () => {
    const page = await newPage({ width: 390 });
    const found = (await (await fetch(`${program.url}/api/v1/courses?q=guitar&limit=1`)).json()) as {
      courses: { page: string; title: string }[];
    };
    await page.goto(found.courses[0]?.page ?? '');
    expect(await page.locator('h1').innerText()).toContain(found.courses[0]?.title ?? '?');
    const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '') as Record<
      string,
      unknown
    >;
    expect(data['@type']).toBe('Course');
    expect(await seriousFaults(page)).toEqual([]);
    await page.context().close();
  });

  it.each([360, 1280])('shows the privacy page without fault at %i px, in both languages', async (width) => {
    const page = await newPage({ width });
    for (const [query, title] of [
      ['', 'Quyền riêng tư ở Bạn Học'],
      ['?lang=en', 'Privacy at Bạn Học'],
    ] as const) {
      await page.goto(`${program.url}/privacy${query}`);
      expect(await page.locator('h1').innerText()).toBe(title);
      expect(await seriousFaults(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
        0,
      );
    }
    await page.context().close();
  });

  it('weighs at most 30 KB gzipped in all', async () => {
    const page = await newPage({ width: 390 });
    const addresses = await page.evaluate(() => [
      location.href,
      ...[...document.querySelectorAll('link[rel=stylesheet], link[rel=icon]')].map(
        (link) => (link as HTMLLinkElement).href,
      ),
      ...[...document.querySelectorAll('script[src]')].map((script) => (script as HTMLScriptElement).src),
    ]);
    const { gzipSync } = await import('node:zlib');
    const bodies = await Promise.all(
      addresses.map(async (address) => gzipSync(await (await fetch(address)).text()).length),
    );
    expect(bodies.reduce((sum, size) => sum + size, 0)).toBeLessThan(30 * 1024);
    await page.context().close();
  });

  it('can be photographed for the README', async () => {
    for (const [name, width, height] of [
      ['chat-phone', 390, 844],
      ['chat-desktop', 1280, 860],
    ] as const) {
      const page = await newPage({ width, height });
      await say(page, 'hoc ke toan buoi toi mien phi');
      await page.locator('.card').first().waitFor();
      await page.evaluate(() => {
        document.documentElement.style.scrollBehavior = 'auto';
        window.scrollTo(0, 0);
      });
      const picture = await page.screenshot(
        process.env.UPDATE_PICTURES === '1' ? { path: `${picturesFolder}${name}.png` } : {},
      );
      expect(picture.length).toBeGreaterThan(20_000);
      await page.context().close();
    }
  });
});

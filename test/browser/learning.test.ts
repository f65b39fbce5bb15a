import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabaseForCommand } from '../../src/database/index.ts';
import { cityLessons, type Track } from '../../src/learning/index.ts';
import { launchBrowser, looksRight, seriousFaults } from '../support/browser.ts';
import { learn } from '../support/learnt-track.ts';
import { type Program, removeFolder, startProgram } from '../support/program.ts';

const [track] = (await cityLessons()).tracks as [Track];
const name = 'Nguyễn Thị Tuyết Lan';

let browser: Browser;
let program: Program;
let database: Database;
let chat: Page;

beforeAll(async () => {
  [browser, program] = await Promise.all([
    launchBrowser(),
    startProgram({ environment: { RATE_LIMIT_PER_MINUTE: '0', SAMPLE_DATA: 'no' } }),
  ]);
  database = await openDatabaseForCommand({ databaseUrl: undefined, dataDir: program.dataDir });
  chat = await newPage();
  await chat.goto(program.url);
  await say('/tiendo');
  await learn(database, track, {
    lessons: track.lessons.map(({ position }) => position),
    until: new Date(Date.now() - 3_600_000).toISOString(),
  });
});

afterAll(async () => {
  await browser?.close();
  await database?.close();
  await program?.stop();
  if (program !== undefined) await removeFolder(program.dataDir);
});

/** A page of somebody's own browser. */
async function newPage(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'vi-VN' });
  context.setDefaultTimeout(60_000);
  return context.newPage();
}

/** Does something in the chat and waits for the answer. */
async function answered(act: () => Promise<void>): Promise<void> {
  const before = await chat.locator('.message.service:not(.waiting)').count();
  await act();
  await chat.locator('.message.service:not(.waiting)').nth(before).waitFor();
}

const say = (text: string): Promise<void> =>
  answered(async () => {
    await chat.getByRole('textbox').fill(text);
    await chat.getByRole('textbox').press('Enter');
  });

const press = (label: string): Promise<void> =>
  answered(() => chat.getByRole('button', { name: label, exact: true }).last().click());

/** The address of the newest link of a name. */
async function linkTo(label: string): Promise<string> {
  const address = await chat.getByRole('link', { name: label, exact: true }).last().getAttribute('href');
  return new URL(address ?? '', program.url).href;
}

const words = (page: Page): Promise<string> => page.locator('main').innerText();

describe('the page of a certificate', () => {
  it('shows anybody with the code that it is real, and that it was withdrawn', async () => {
    await say('/chungnhan');
    await press(`Nhận giấy chứng nhận: ${track.title}`);
    await say(name);
    expect(await seriousFaults(chat)).toEqual([]);
    const address = await linkTo('Mở giấy chứng nhận');
    const code = address.split('/').at(-1) ?? '';

    const page = await newPage();
    await page.goto(address);
    for (const shown of [
      `${name} đã học xong`,
      track.title,
      code,
      'Giấy này có giá trị',
      `${track.lessons.length} bài`,
    ])
      expect(await words(page)).toContain(shown);
    await looksRight(page, 'learning-certificate');
    await page.goto(`${address}?lang=en`);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await words(page)).toContain(track.english);
    await looksRight(page, 'learning-certificate-english');

    await press('Thu hồi giấy này');
    await press('Thu hồi');
    await page.goto(address);
    expect(await words(page)).toMatch(/không còn giá trị: người học đã thu hồi ngày \d\d\/\d\d\/\d{4}/);
    for (const hidden of [name, 'Giấy này có giá trị']) expect(await words(page)).not.toContain(hidden);
    await looksRight(page, 'learning-certificate-withdrawn');

    await page.goto(`${program.url}/certificates/KHONGCOMA1`);
    expect(await words(page)).toContain('KHONGCOMA1');
    await looksRight(page, 'learning-certificate-unknown');
    await page.context().close();
  });
});

describe('the page of a notebook', () => {
  it('shows every criterion with its evidence, says that the criteria are a sample, and prints without its buttons', async () => {
    await say('/sohoc');
    const page = await newPage();
    await page.goto(await linkTo('Mở trang để in'));
    expect(await page.locator('main h2').count()).toBe(8);
    for (const shown of [
      'bộ tiêu chí mẫu để dùng thử',
      'Theo một chủ đề đến nơi: đã đạt',
      'miền “An toàn” của khung năng lực số: 8 (cần 3)',
      'trong 15 phút',
    ])
      expect(await words(page)).toContain(shown);
    for (const { title } of track.lessons) expect(await words(page)).toContain(title);
    await looksRight(page, 'learning-notebook');
    await page.emulateMedia({ media: 'print' });
    for (const part of ['header', 'main .on-screen']) expect(await page.locator(part).isVisible(), part).toBe(false);
    await page.context().close();
  });
});

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Browser, type Page, chromium as playwright } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabaseForCommand } from '../../src/database/index.ts';
import { attendeesOf, register, type Workshop } from '../../src/workshops/index.ts';
import { linkOf } from '../support/console.ts';
import { type CuttableNetwork, startNetwork } from '../support/cuttable-network.ts';
import { type Program, removeFolder, startProgram } from '../support/program.ts';
import { addStaff } from '../support/staff.ts';
import { addLearner, addWorkshop, hoursLater } from '../support/workshops.ts';

const axeSource = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
/** Where pictures of the pages are put, when somebody wants to look at them. */
const pictures = process.env.PICTURES;

let browser: Browser;
let program: Program;
let database: Database;
let workshop: Workshop;
let codes: string[];
let waiting: string;

beforeAll(async () => {
  // Read by the package at import: without it, it does not unpack the libraries a bare machine lacks.
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs22.x';
  const { default: chromium } = await import('@sparticuz/chromium');
  [browser, program] = await Promise.all([
    playwright.launch({ executablePath: await chromium.executablePath(), args: ['--no-sandbox'], headless: true }),
    startProgram({ environment: { RATE_LIMIT_PER_MINUTE: '0', SAMPLE_DATA: 'no' } }),
  ]);
  database = await openDatabaseForCommand({ databaseUrl: undefined, dataDir: program.dataDir });
  const startsAt = new Date(Math.ceil(Date.now() / 3_600_000) * 3_600_000 + 24 * 3_600_000);
  workshop = await addWorkshop(database, {
    title: 'Dùng điện thoại an toàn cho người lớn tuổi',
    description: 'Nhận biết tin nhắn lừa đảo, đặt mật khẩu, gọi hình cho con cháu. Mang theo điện thoại của bạn.',
    startsAt,
    endsAt: hoursLater(2, startsAt),
    place: 'Nhà văn hóa Phường Bến Thành (địa chỉ mẫu)',
    capacity: 4,
    wheelchair: true,
  });
  codes = [];
  for (const name of ['a', 'b', 'c', 'd', 'e']) {
    const learnerId = await addLearner(database, name);
    const needs = name === 'b' ? ({ kinds: ['wheelchair'], text: 'ngồi gần cửa' } as const) : undefined;
    const outcome = await database.transaction((tx) =>
      register(tx, { workshopKey: workshop.key, learnerId, needs, now: new Date() }),
    );
    if (!('registration' in outcome)) throw new Error(outcome.kind);
    codes.push(outcome.registration.code);
  }
  waiting = codes.pop() ?? '';
});

afterAll(async () => {
  await browser?.close();
  await database?.close();
  await program?.stop();
  if (program !== undefined) await removeFolder(program.dataDir);
});

/** A busy machine takes its time. */
const patience = { timeout: 40_000 };

let serial = 0;

interface Phone {
  readonly page: Page;
  /** Cuts the network under it; the browser itself knows it has none. */
  setOffline(offline: boolean): Promise<void>;
  close(): Promise<void>;
}

/**
 * A browser of a size in which an editor has signed in, with a network of its own. The browser's offline mode alone lets requests of
 * pages with a service worker through.
 */
async function signedIn(width: number, height = 800): Promise<Phone> {
  const network: CuttableNetwork = await startNetwork(program.url);
  const context = await browser.newContext({ viewport: { width, height }, locale: 'vi-VN' });
  const page = await context.newPage();
  const editor = await addStaff(database, 'editor', { email: `bien-tap-${serial++}@thanhpho.example` });
  await page.goto(network.url + (await linkOf(database, editor.id, new Date())));
  await page.locator('main button').click();
  await page.waitForURL(/\/console$/);
  return {
    page,
    async setOffline(offline) {
      if (offline) network.cut();
      else network.mend();
      await context.setOffline(offline);
    },
    async close() {
      await context.close();
      await network.close();
    },
  };
}

async function openDoor(page: Page): Promise<void> {
  await page.goto(new URL(`/console/door/${encodeURIComponent(workshop.id)}`, page.url()).href);
  await page.locator('#door[data-kept="yes"]').waitFor();
  await page.getByText('Đang có mạng').waitFor();
}

async function enter(page: Page, code: string): Promise<void> {
  await page.getByLabel('Mã điểm danh', { exact: true }).fill(code);
  await page.getByLabel('Mã điểm danh', { exact: true }).press('Enter');
}

const cameOnServer = async (): Promise<string[]> =>
  (await attendeesOf(database.db, workshop.key))
    .filter((each) => each.checkedInAt !== undefined)
    .map(({ code }) => code);

async function faultsOf(page: Page): Promise<string[]> {
  // Beside the page's own policy: the tool is no part of it.
  await page.evaluate(await readFile(axeSource, 'utf8'));
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; impact: string | null; nodes: { html: string }[] }[] }> };
    };
    return (await axe.run()).violations.map(({ id, impact, nodes }) => ({ id, impact, html: nodes[0]?.html ?? '' }));
  });
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, html }) => `${id}: ${html.slice(0, 160)}`);
}

async function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { document } = globalThis as unknown as {
      document: { documentElement: { scrollWidth: number; clientWidth: number } };
    };
    return document.documentElement.scrollWidth - document.documentElement.clientWidth;
  });
}

async function picture(page: Page, name: string): Promise<void> {
  if (pictures !== undefined) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
}

describe('the door', () => {
  it('goes on without a network, also when the page is opened anew, and sends everything once', async () => {
    const [first = '', second = '', third = ''] = codes;
    const phone = await signedIn(360, 740);
    const { page } = phone;
    await openDoor(page);
    await enter(page, first.toLowerCase());
    await expect.poll(cameOnServer, patience).toEqual([first]);
    await expect.poll(() => page.locator('#door-came').innerText(), patience).toBe('1');

    await phone.setOffline(true);
    await enter(page, second);
    await page.getByText(`${second}: đã điểm danh.`).waitFor();
    await page.getByText('Cần hỗ trợ: xe lăn: ngồi gần cửa').first().waitFor();
    await page.reload();
    await expect.poll(() => page.locator('#door-came').innerText(), patience).toBe('2');
    await page.getByText(/Mất mạng/).waitFor();
    await page.getByText('Còn 1 lượt chờ gửi.').waitFor();
    await enter(page, third);
    await page.getByRole('button', { name: 'Thêm khách không đăng ký' }).click();
    await page.getByLabel('Tên khách').fill('Cô Ba');
    await page.getByRole('button', { name: 'Ghi một khách' }).click();
    await enter(page, second);
    await page.getByText(new RegExp(`${second}: đã điểm danh lúc`)).waitFor();
    await enter(page, waiting);
    await page
      .getByText(/người này không có chỗ \(đang chờ\)/)
      .first()
      .waitFor();
    await page.getByText('Còn 3 lượt chờ gửi.').waitFor();
    await picture(page, 'door-offline-360');
    expect(await cameOnServer()).toEqual([first]);

    await phone.setOffline(false);
    await expect.poll(async () => (await cameOnServer()).length, patience).toBe(4);
    await page.getByText('Đang có mạng').waitFor();
    await expect.poll(() => page.locator('#door-came').innerText(), patience).toBe('4');
    expect(await page.getByText(/lượt chờ gửi/).count()).toBe(0);
    await page.getByRole('button', { name: 'Vẫn cho vào' }).click();
    await expect.poll(async () => (await cameOnServer()).includes(waiting), patience).toBe(true);
    const { rows } = await database.db.execute<{ count: number }>('select count(*)::int as count from workshop_scan');
    expect(rows).toEqual([{ count: 5 }]);
    await page.locator('#door-people li', { hasText: third }).getByRole('button', { name: 'Bỏ điểm danh' }).click();
    await expect.poll(async () => (await cameOnServer()).includes(third), patience).toBe(false);
    await phone.close();
  });

  it('tells plainly when another phone was faster', async () => {
    const fourth = codes[3] ?? '';
    const [one, other] = [await signedIn(360), await signedIn(360)];
    await openDoor(one.page);
    await openDoor(other.page);
    await one.setOffline(true);
    await enter(one.page, fourth);
    await one.page.getByText(`${fourth}: đã điểm danh.`).waitFor();
    await enter(other.page, fourth);
    await expect.poll(async () => (await cameOnServer()).includes(fourth), patience).toBe(true);
    await one.setOffline(false);
    await one.page
      .getByText(new RegExp(`${fourth}: máy khác đã điểm danh người này lúc`))
      .first()
      .waitFor({ timeout: patience.timeout });
    await one.close();
    await other.close();
  });
});

describe('pages of workshops', () => {
  it.each([360, 1200])('have no serious fault and nothing that sticks out at %i px', async (width) => {
    const phone = await signedIn(width, 800);
    const { page } = phone;
    const path = `/console/workshops/${encodeURIComponent(workshop.id)}`;
    for (const [name, address] of [
      ['list', '/console/workshops'],
      ['new', '/console/new-workshop'],
      ['workshop', path],
      ['edit', `${path}/edit`],
      ['repeat', `${path}/repeat`],
      ['cancel', `${path}/cancel`],
      ['poster', `${path}/poster`],
      ['door', `/console/door/${encodeURIComponent(workshop.id)}`],
    ] as const) {
      await page.goto(new URL(address, page.url()).href);
      if (name === 'door') await page.locator('#door-people li').first().waitFor();
      expect(await overflowOf(page), name).toBeLessThanOrEqual(0);
      expect(await faultsOf(page), name).toEqual([]);
      await picture(page, `${name}-${width}`);
    }
    await phone.close();
  });
});

import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabaseForCommand } from '../../src/database/index.ts';
import { seeded } from '../../src/discovery/index.ts';
import { rollUpFigures } from '../../src/insights/index.ts';
import { launchBrowser, looksRight } from '../support/browser.ts';
import { inventActivity, writeActivity } from '../support/city-activity.ts';
import { cityCourses } from '../support/city-courses.ts';
import { importText } from '../support/importing.ts';
import { type Program, removeFolder, startProgram } from '../support/program.ts';

const setupToken = 'ma-cai-dat-cua-bai-thu';
const history = new URL('../../content/history/sample.csv', import.meta.url);

let browser: Browser;
let program: Program;

beforeAll(async () => {
  [browser, program] = await Promise.all([
    launchBrowser(),
    startProgram({
      environment: { SETUP_TOKEN: setupToken, SAMPLE_DATA: 'no', RATE_LIMIT_PER_MINUTE: '0', ROLES: 'web' },
    }),
  ]);
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await program?.stop();
  if (program !== undefined) await removeFolder(program.dataDir);
});

it('the figures are read on a phone and a desktop, and staff say what was done', async () => {
  const page = await (await browser.newContext({ locale: 'vi-VN' })).newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(`${program.url}/console?setup=${setupToken}`);
  await page.getByLabel('Email').fill('goc@thanhpho.example');
  await page.getByLabel('Tên hiển thị').fill('Chị Mai');
  await page.getByRole('button', { name: 'Tạo và đăng nhập', exact: true }).click();
  const database = await openDatabaseForCommand({ databaseUrl: undefined, dataDir: program.dataDir });
  await importText(database, 'history', readFileSync(history, 'utf8'));
  const courses = await cityCourses(database);
  const now = new Date();
  const invented = {
    learners: 4000,
    acts: 20_000,
    days: 15,
    until: now,
    courses: courses.keys.length,
    random: seeded(5),
  };
  await writeActivity(database, inventActivity(invented), courses.keys);
  await rollUpFigures({ database, clock: () => now, timezone: 'Asia/Ho_Chi_Minh', owner: 'test' });
  await database.close();

  const plain = await (await browser.newContext({ locale: 'vi-VN' })).newPage();
  await plain.goto(`${program.url}/numbers`);
  await plain.getByText('10.000').first().waitFor();
  await looksRight(plain, 'numbers-years');
  await plain.getByRole('link', { name: 'Theo phường, xã' }).click();
  await plain.getByLabel('Con số').selectOption('participant');
  await plain.getByRole('button', { name: 'Xem' }).click();
  expect(plain.url()).toContain('figure=participant');
  await looksRight(plain, 'numbers-reach');
  await plain.getByRole('link', { name: 'Còn thiếu' }).click();
  await looksRight(plain, 'numbers-unmet');
  await plain.getByRole('link', { name: 'Góp ý' }).click();
  await looksRight(plain, 'numbers-feedback');

  await page.goto(`${program.url}/console/insights/unmet`);
  await looksRight(page, 'insights-unmet');
  await page.getByText('Ghi việc đã làm').first().click();
  await page.getByLabel('Viết cho người dân đọc').first().fill('Lớp mới ở Nhà văn hóa, từ tháng 12');
  await page.getByRole('button', { name: 'Ghi lại' }).first().click();
  await page.getByText('Đã ghi; mọi người đọc được').waitFor();
  await plain.goto(`${program.url}/numbers/unmet`);
  await plain.getByText('Lớp mới ở Nhà văn hóa').waitFor();
}, 300_000);

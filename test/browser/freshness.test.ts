import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importFile } from '../../src/catalogue/index.ts';
import { openDatabaseForCommand } from '../../src/database/index.ts';
import { findAsks, noteReport } from '../../src/freshness/index.ts';
import { launchBrowser, looksRight } from '../support/browser.ts';
import { newLearners } from '../support/consenting.ts';
import { type Program, removeFolder, startProgram } from '../support/program.ts';

const setupToken = 'ma-cai-dat-cua-bai-thu';
const catalogue = fileURLToPath(new URL('../dialogues/catalogue.csv', import.meta.url));

let browser: Browser;
let program: Program;

/** Courses of every age, one that three people reported, and one that is over. */
async function addCourses(): Promise<void> {
  const database = await openDatabaseForCommand({ databaseUrl: undefined, dataDir: program.dataDir });
  const now = new Date();
  await importFile(database, { file: catalogue, kind: 'courses', clock: () => now });
  await database.db.execute(sql`update course set confirmed_on = current_date - (id * 37 % 620)::int`);
  await database.db.execute(sql`update course set ends_on = current_date - 3 where public_id = 'cat-may'`);
  await database.db.execute(sql`update course set confirmed_on = current_date - 200 where public_id = 'ke-toan-ho'`);
  const { rows } = await database.db.execute<{ id: string }>(sql`select id from course where public_id = 'sua-xe-may'`);
  for (const learnerId of await newLearners(database, 3)) {
    const report = { learnerId, courseKey: Number(rows[0]?.id), reason: 'unreachable', at: now, timezone: 'UTC' };
    await database.transaction((tx) => noteReport(tx, report));
  }
  await findAsks(database.db, { now, today: now.toISOString().slice(0, 10) });
  await database.close();
}

beforeAll(async () => {
  [browser, program] = await Promise.all([
    launchBrowser(),
    startProgram({ environment: { SETUP_TOKEN: setupToken, SAMPLE_DATA: 'no', RATE_LIMIT_PER_MINUTE: '0' } }),
  ]);
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await program?.stop();
  if (program !== undefined) await removeFolder(program.dataDir);
});

const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();

it('courses are confirmed by staff and by their organisation, on a phone and a desktop, without script', async () => {
  await addCourses();
  const page = await (await browser.newContext({ locale: 'vi-VN' })).newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(`${program.url}/console?setup=${setupToken}`);
  await page.getByLabel('Email').fill('goc@thanhpho.example');
  await page.getByLabel('Tên hiển thị').fill('Chị Mai');
  await press(page, 'Tạo và đăng nhập');
  await page.getByRole('link', { name: 'Khóa đang ẩn' }).waitFor();
  await page.getByRole('link', { name: 'Cần xác nhận', exact: true }).first().click();
  await page.getByText('3 người: không liên lạc được').waitFor();
  await looksRight(page, 'stale');
  await press(page, 'Tạo lời nhắn: Trung tâm Học Nghề Ban Mai');
  const link = await page.getByLabel('Liên kết').inputValue();
  expect(await page.getByLabel('Lời nhắn').inputValue()).toContain(link);
  await looksRight(page, 'stale-message');

  const phone = await (await browser.newContext({ locale: 'vi-VN', javaScriptEnabled: true })).newPage();
  phone.setDefaultTimeout(60_000);
  const { pathname } = new URL(link);
  await phone.goto(`${program.url}${pathname}`);
  await phone.getByRole('heading', { name: 'Khóa học của Trung tâm Học Nghề Ban Mai' }).waitFor();
  await looksRight(phone, 'confirm');
  await press(phone, 'Còn mở: Sửa xe máy từ đầu');
  await phone.getByText('Đã ghi: còn mở').waitFor();
  await press(phone, 'Đã đóng: Sổ sách cho hộ kinh doanh');
  await phone.getByText('Đã ghi: đã đóng').waitFor();
  await phone.getByText('Sửa ngày', { exact: true }).last().click();
  await looksRight(phone, 'confirm-done');
  await press(phone, 'Hoàn tác: Sổ sách cho hộ kinh doanh');
  await phone.getByText('Đã ghi: đã đóng').waitFor({ state: 'detached' });
  await press(phone, 'Tất cả còn mở');
  await phone.getByText('Xác nhận tất cả vẫn còn').waitFor();
  await looksRight(phone, 'confirm-all');
  await phone.getByRole('button', { name: /^Đúng, \d+ khóa đều còn mở$/ }).click();
  await phone.getByRole('button', { name: 'Hoàn tác “Tất cả còn mở”' }).waitFor();

  await phone.goto(`${program.url}/courses/cat-may`);
  await phone.getByText('Khóa này đã kết thúc').waitFor();
  await looksRight(phone, 'course-over');

  await page.goto(`${program.url}/console/stale?state=all`);
  await press(page, 'Hoàn tác: Sửa xe máy từ đầu');
  await page.getByText('Đã hoàn tác.').waitFor();
}, 300_000);

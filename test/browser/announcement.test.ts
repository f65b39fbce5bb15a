import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabaseForCommand } from '../../src/database/index.ts';
import { addAudience } from '../support/broadcasts.ts';
import { launchBrowser, looksRight } from '../support/browser.ts';
import { type Program, removeFolder, startProgram } from '../support/program.ts';
import { type ScriptedTelegram, startScriptedTelegram } from '../support/telegram/index.ts';

const people = 60;
const perSecond = 4;
const setupToken = 'ma-cai-dat-cua-bai-thu';

let browser: Browser;
let program: Program;
let telegram: ScriptedTelegram;

beforeAll(async () => {
  telegram = await startScriptedTelegram();
  [browser, program] = await Promise.all([
    launchBrowser(),
    startProgram({
      environment: {
        SETUP_TOKEN: setupToken,
        SAMPLE_DATA: 'no',
        RATE_LIMIT_PER_MINUTE: '0',
        QUIET_HOURS: '',
        ANNOUNCEMENTS_PER_DAY: '0',
        TELEGRAM_BOT_TOKEN: telegram.token,
        TELEGRAM_API_ROOT: telegram.url,
        TELEGRAM_MESSAGES_PER_SECOND: String(perSecond),
      },
    }),
  ]);
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await program?.stop();
  await telegram?.close();
  if (program !== undefined) await removeFolder(program.dataDir);
});

const patient = { timeoutMs: 120_000 };

/** A page of somebody's own browser; whatever the pages' policy or scripts complain of is kept. */
async function newPage(complaints: string[]): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'vi-VN' });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return page;
}

const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();

/** A table of courses of which one row has a price that is none. */
async function courseFile(): Promise<string> {
  const file = join(program.dataDir, 'khoa-hoc.csv');
  const rows = ['title,provider,price_vnd', 'Nấu ăn gia đình,Thư viện Gò Vấp,0', 'Cắt may cơ bản,Nhà văn hóa,hai trăm'];
  await writeFile(file, rows.join('\n'));
  return file;
}

/** Residents whose chats are open and who agreed to announcements. */
async function addResidents(): Promise<void> {
  const persons = Array.from({ length: people }, () => telegram.person());
  const database = await openDatabaseForCommand({ databaseUrl: undefined, dataDir: program.dataDir });
  await addAudience(
    database,
    persons.map(({ id }) => id),
    { at: new Date() },
  );
  await database.close();
  for (const person of persons) person.start();
}

/** Makes a workshop five days from now on its page, and stays on the page of the workshop. */
async function makeWorkshop(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Hội thảo', exact: true }).click();
  await page.getByRole('link', { name: 'Tạo buổi mới' }).click();
  await page.getByLabel('Tên buổi').fill('Nấu ăn gia đình cuối tuần');
  await page.getByLabel('Nội dung').fill('Ba món dễ làm, nguyên liệu có sẵn.');
  await page.getByLabel('Ngày', { exact: true }).fill(new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10));
  await page.getByLabel('Bắt đầu').fill('09:00');
  await page.getByLabel('Kết thúc', { exact: true }).fill('11:00');
  await page.getByLabel('Nơi tổ chức').fill('Thư viện Gò Vấp, 123 đường Nguyễn Văn Nghi');
  await page.getByLabel('Phường, xã, đặc khu').fill('Phường Gò Vấp');
  await page.getByLabel('Số chỗ').fill('30');
  await page.getByLabel('Chủ đề').fill('nấu ăn');
  await press(page, 'Tạo buổi');
  await page.getByText('Đã tạo buổi này').waitFor();
}

describe('an announcement', () => {
  it('goes the whole way from an empty server to a seat', { timeout: 1_200_000 }, async () => {
    const complaints: string[] = [];

    // The first administrator.
    const admin = await newPage(complaints);
    await admin.goto(`${program.url}/console?setup=${setupToken}`);
    await admin.getByLabel('Email').fill('mai@thanhpho.example');
    await admin.getByLabel('Tên hiển thị').fill('Chị Mai');
    await looksRight(admin, 'setup');
    await press(admin, 'Tạo và đăng nhập');
    await admin.getByRole('heading', { name: 'Tổng quan' }).waitFor();

    // A second member: the link opens a page whose button signs in.
    await admin.getByRole('link', { name: 'Nhân sự' }).click();
    await admin.getByLabel('Email').fill('tuan@thanhpho.example');
    await admin.getByLabel('Tên hiển thị').fill('Anh Tuấn');
    await admin.getByRole('combobox', { name: 'Vai trò' }).selectOption('approver');
    await looksRight(admin, 'staff');
    await press(admin, 'Thêm và tạo đường dẫn');
    const link = (await admin.locator('#secret').inputValue()).trim();
    const approver = await newPage(complaints);
    await approver.goto(link);
    await approver.getByRole('button', { name: 'Đăng nhập' }).click();
    await approver.getByRole('heading', { name: 'Tổng quan' }).waitFor();

    // A file is looked at first; the row that is wrong is named with its remedy, and left out when told so.
    await admin.getByRole('link', { name: 'Nhập danh mục' }).click();
    await admin.getByLabel('Nguồn').fill('thu-vien');
    await admin.getByLabel('Tệp', { exact: true }).setInputFiles(await courseFile());
    await looksRight(admin, 'import');
    await press(admin, 'Kiểm tra và xem trước');
    await admin.getByRole('cell', { name: 'hai trăm' }).waitFor();
    await looksRight(admin, 'import-preview');
    await press(admin, 'Bỏ qua 1 dòng sai, nhập 1 dòng');
    await admin.getByText('Đã nhập xong').waitFor();
    await looksRight(admin, 'import-done');
    await makeWorkshop(admin);

    // Residents who agreed, one of them in their own words.
    await addResidents();
    const lan = telegram.person({ firstName: 'Lan' });
    lan.send('/thongbao bat');
    await lan.next(patient);

    // Written, with the audience counted while it is built.
    await admin.getByRole('link', { name: 'Soạn thông báo' }).click();
    await admin.getByLabel('Tiêu đề').fill('Lớp nấu ăn cuối tuần');
    await admin
      .getByLabel('Lời nhắn tiếng Việt')
      .fill(
        'Thứ bảy này có lớp nấu ăn gia đình miễn phí ở Thư viện Gò Vấp, 9 giờ đến 11 giờ. Còn 30 chỗ, mời cô bác đăng ký.',
      );
    await admin
      .getByLabel('Lời nhắn tiếng Anh')
      .fill('A free family cooking class this Saturday at Gò Vấp library, 9 to 11 am. 30 seats, please register.');
    expect(await admin.getByLabel('Nút “Đăng ký” của một buổi học').inputValue()).not.toBe('');
    await admin.locator('summary', { hasText: 'Câu trả lời nhanh' }).click();
    await admin.getByLabel('Mỗi dòng một câu trả lời').fill('Tôi sẽ đến\nTôi bận');
    await admin.getByLabel(/Chỉ những người hợp/).check();
    await admin.locator('summary', { hasText: 'Kênh và ngôn ngữ' }).click();
    await admin.getByLabel('Zalo').check();
    await admin.getByText('Lúc này chưa ai nhận được').waitFor();
    await admin.getByLabel('Telegram', { exact: true }).check();
    await admin.getByText(`Lúc này có ${people + 1} người sẽ nhận`).waitFor();
    await admin.locator('summary', { hasText: 'Phường, xã' }).click();
    await admin.getByLabel('Gõ để tìm phường, xã').fill('go vap');
    expect(await admin.locator('[data-filtered="wards"]:visible').count()).toBeLessThan(10);
    await looksRight(admin, 'announcement-audience', 'h2:has-text("Đối tượng nhận")');
    await looksRight(admin, 'announcement-compose');
    await press(admin, 'Lưu và xem trước');

    // Seen as people will see it, submitted, and not approved by its author.
    await admin.getByText('Đã lưu bản nháp').waitFor();
    expect(await admin.locator('.preview').count()).toBeGreaterThanOrEqual(2);
    await looksRight(admin, 'announcement-draft');
    await looksRight(admin, 'announcement-preview', 'h2:has-text("Xem trước")');
    const mai = telegram.person({ firstName: 'Mai' });
    mai.send(await admin.locator('#test').inputValue());
    await mai.until(({ text }) => text.includes('Thứ bảy này có lớp nấu ăn'), patient);
    await press(admin, 'Gửi duyệt');
    await admin.getByText('nên không tự duyệt được').waitFor();
    expect(await admin.getByRole('button', { name: 'Duyệt và gửi' }).count()).toBe(0);
    const address = admin.url();

    // The other one approves what was submitted.
    await approver.reload();
    await looksRight(approver, 'overview');
    await approver.getByRole('link', { name: 'Thông báo chờ duyệt' }).click();
    await looksRight(approver, 'announcement-list');
    await approver.getByRole('link', { name: 'Lớp nấu ăn cuối tuần' }).click();
    await looksRight(approver, 'announcement-approve');
    await press(approver, 'Duyệt và gửi');
    await approver.getByText('Danh sách người nhận đã được chốt').waitFor();

    // The figures move by themselves; it pauses and goes on.
    const sent = async (): Promise<number> =>
      Number(await approver.locator('.figures div', { hasText: 'Đã gửi' }).locator('dd').innerText());
    await expect.poll(sent, { timeout: 120_000 }).toBeGreaterThan(2);
    await looksRight(approver, 'announcement-progress');
    await press(approver, 'Tạm dừng');
    await approver.getByText('Đã tạm dừng').waitFor();
    expect(await sent()).toBeLessThan(people + 1);
    await press(approver, 'Gửi tiếp');
    await approver.locator('.status', { hasText: 'Đã gửi xong' }).waitFor();
    expect(await sent()).toBe(people + 1);

    // Everybody has it once; a resident presses the button and has a seat.
    const news = await lan.until(({ text }) => text.includes('Thứ bảy này có lớp nấu ăn'), patient);
    const register = news.buttons.find(({ label }) => label.includes('Đăng ký'));
    lan.press(register?.label ?? '');
    await lan.until(({ text }) => /giữ chỗ|đã đăng ký|có chỗ/i.test(text), patient);
    lan.press('Tôi sẽ đến', { on: news.id });
    await lan.until(({ text }) => text.includes('Tôi sẽ đến') && !text.includes('Thứ bảy này'), patient);
    expect(lan.received.filter(({ text }) => text.includes('Thứ bảy này có lớp nấu ăn'))).toHaveLength(1);

    // The receipt, for whoever wrote it.
    await admin.goto(address);
    await admin.getByRole('heading', { name: 'Người nhận đã bấm gì' }).waitFor();
    await looksRight(admin, 'announcement-done');
    await admin.getByRole('link', { name: 'Xem biên nhận chi tiết' }).click();
    await admin.getByText(`Tin đã tới ${people + 1} trên ${people + 1} người.`).waitFor();
    await looksRight(admin, 'announcement-receipt');
    expect(telegram.violations).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

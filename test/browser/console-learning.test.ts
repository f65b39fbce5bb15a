import { sql } from 'drizzle-orm';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabaseForCommand } from '../../src/database/index.ts';
import {
  type Cohort,
  cityLessons,
  issueTrackCertificate,
  joinCohort,
  openCohort,
  type Track,
} from '../../src/learning/index.ts';
import { noteContentGap } from '../../src/tutor/index.ts';
import { launchBrowser, looksRight } from '../support/browser.ts';
import { newLearners } from '../support/consenting.ts';
import { type Program, removeFolder, startProgram } from '../support/program.ts';

const setupToken = 'ma-cai-dat-cua-bai-thu';

let browser: Browser;
let program: Program;
let code = '';

/** A class of four, a certificate, and questions that no lesson answers. */
async function addClass(): Promise<void> {
  const database = await openDatabaseForCommand({ databaseUrl: undefined, dataDir: program.dataDir });
  const track = (await cityLessons()).tracks[0] as Track;
  const now = new Date();
  const [teacher = 0, ...learners] = await newLearners(database, 5);
  const told = { learnerId: teacher, name: 'Tổ 5', teacher: 'Cô Hoa', track: track.id, code: 'BBBBCCCC', now };
  const cohort = (await openCohort(database.db, told)) as Cohort;
  for (const learnerId of learners) await joinCohort(database.db, { cohort, learnerId, now });
  const [learnerId = 0] = learners;
  ({ code } = await issueTrackCertificate(database.db, { learnerId, track, name: 'Lan', finishedAt: now, now }));
  const asked = [
    'Ai phát minh ra mã QR?',
    'VNeID có dùng được ở nước ngoài để làm giấy tờ cho con sinh bên đó hay không, và cần mang theo những gì?',
  ];
  for (const question of asked) await noteContentGap(database.db, { question, lesson: 'duong-dan-va-ma-qr', now });
  await database.db.execute(sql`
    insert into tutor_message (learner_id, question_id, author, text, outcome, said_at, expires_at)
    select ${learnerId}::bigint, number, author, '…', case author when 'tutor' then case when number % 5 = 0 then 'timeout' else 'model' end end,
      case author when 'tutor' then ${now}::timestamptz - number * interval '6 hours'
        else ${now}::timestamptz - number * interval '6 hours' - interval '3 seconds' end, ${now}::timestamptz + interval '90 days'
    from generate_series(1, 40) as number cross join (values ('learner'), ('tutor')) as who (author)`);
  await database.close();
}

/** A learner types a wrong answer in their first lesson and disagrees. */
async function disagree(): Promise<void> {
  let conversation: string | undefined;
  const steps = [
    '/bai',
    'An toàn trên mạng',
    '0',
    '3',
    'tiếp',
    'tiếp',
    'tiếp',
    'tiếp',
    '3',
    'so vua goi',
    'chấm sai rồi',
  ];
  let offered: { id: string; label: string }[] = [];
  for (const said of steps) {
    const choice = said === '0' ? offered.at(-1)?.id : offered.find(({ label }) => label === said)?.id;
    const response = await fetch(`${program.url}/api/chat`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ conversation, ...(choice === undefined ? { text: said } : { choice }) }),
    });
    const answer = (await response.json()) as { conversation: string; replies: { choices: typeof offered }[] };
    conversation = answer.conversation;
    offered = answer.replies.flatMap(({ choices }) => choices);
  }
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

it('classes, certificates, unanswered questions and help lines are read on phone and desktop, and worked on by hand', async () => {
  await addClass();
  const page = await (await browser.newContext({ locale: 'vi-VN' })).newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(`${program.url}/console?setup=${setupToken}`);
  await page.getByLabel('Email').fill('goc@thanhpho.example');
  await page.getByLabel('Tên hiển thị').fill('Chị Mai');
  await press(page, 'Tạo và đăng nhập');
  await page.getByRole('heading', { name: 'Tổng quan' }).waitFor();
  await page.getByRole('link', { name: 'Lớp học', exact: true }).click();
  await looksRight(page, 'classes');
  await page.getByRole('link', { name: 'Lớp số 1' }).click();
  await page.getByText('Học viên số 1').waitFor();
  await looksRight(page, 'class');

  await page.getByRole('link', { name: 'Câu hỏi mở', exact: true }).click();
  await looksRight(page, 'gaps');
  await press(page, 'Đã có bài: Ai phát minh ra mã QR?');
  await page.getByText('Đã ghi là có bài').waitFor();
  expect(await page.getByText('Ai phát minh ra mã QR?').count()).toBe(0);

  await page.getByRole('link', { name: 'Gia sư AI', exact: true }).click();
  await page.getByText('Chưa nối mô hình AI nào').waitFor();
  await page.getByText('Mô hình trả lời quá chậm').waitFor();
  await looksRight(page, 'tutor');

  await page.getByRole('link', { name: 'Đường dây trợ giúp', exact: true }).click();
  await page.getByText('Chưa ai gọi thử số này.').first().waitFor();
  await looksRight(page, 'help-lines');
  await press(page, 'Đã gọi thử hôm nay: 115 – cấp cứu');
  await page.getByText('Đã ghi là gọi thử hôm nay.').waitFor();
  for (const line of ['111 – bảo vệ trẻ em', '113 – công an']) await press(page, `Ẩn đi: ${line}`);
  await press(page, 'Ẩn đi: 115 – cấp cứu');
  await page.getByText('là số cuối cùng còn hiện').waitFor();
  await looksRight(page, 'help-line-last');
  await page.getByRole('link', { name: 'Quay lại' }).click();
  await page.getByRole('link', { name: 'Sửa: 115 – cấp cứu' }).click();
  await page.getByLabel('Số điện thoại').fill('gọi');
  await press(page, 'Lưu');
  await page.getByText('Hãy ghi 3 đến 15 chữ số').waitFor();
  await looksRight(page, 'help-line-form');

  await disagree();
  await page.getByRole('link', { name: 'Hộp thư', exact: true }).click();
  await page.getByRole('link', { name: 'Mục 1' }).click();
  await press(page, 'Nhận mục này');
  await page.getByText('Bài học đã chấm: sai.').waitFor();
  await looksRight(page, 'grade');
  await press(page, 'Đúng, mình sửa');
  await page.getByText('Đã tính là đúng và báo cho người học').waitFor();
  await looksRight(page, 'grade-closed');

  await page.getByRole('link', { name: 'Chứng nhận', exact: true }).click();
  await page.getByLabel('Mã trên giấy').fill(code);
  await looksRight(page, 'certificates');
  await press(page, 'Tìm');
  await page.getByLabel('Lý do thu hồi').selectOption({ label: 'cấp nhầm' });
  await looksRight(page, 'certificate');
  await press(page, 'Thu hồi giấy này');
  await page.getByText('Trang công khai sẽ ghi').waitFor();
  await press(page, 'Thu hồi giấy này');
  await page.getByText('Đã thu hồi giấy chứng nhận').waitFor();
  await looksRight(page, 'certificate-withdrawn');
  await page.getByRole('link', { name: 'Trang kiểm tra công khai' }).click();
  expect(await page.getByRole('status').textContent()).toContain('Lý do: cấp nhầm.');
}, 240_000);
